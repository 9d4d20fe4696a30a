//! What do the properties of a component say? calcard reads the lines; here the values are picked up.

use super::component::Component;
use super::context::Context;
use super::issue::IssueKind;
use super::length::Length;
use super::moment::Moment;
use calcard::common::timezone::Tz as NamedZone;
use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarPeriod, ICalendarProperty, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::TimeDelta;
use chrono_tz::Tz;

/// What a component says.
#[derive(Clone, Debug)]
pub struct Properties(ICalendarComponent);

/// A value cannot be read; the issue is raised.
#[derive(Clone, Copy, Debug)]
pub struct Unread;

impl Properties {
    /// The properties of a component. None where it makes no sense.
    #[must_use]
    pub fn of(component: &Component) -> Option<Properties> {
        let text = format!("BEGIN:{0}\n{1}END:{0}\n", component.name, component.body);
        match Parser::new(&text).entry() {
            Entry::ICalendar(calendar) => calendar.components.into_iter().next().map(Properties),
            _ => None,
        }
    }

    /// The same, with an issue where it makes no sense.
    pub fn read(component: &Component, context: &mut Context) -> Option<Properties> {
        let properties = Properties::of(component);
        if properties.is_none() {
            context.raise(component.line, IssueKind::UnreadableComponent { name: component.name.clone() });
        }
        properties
    }

    /// The text of a property; empty where it is not given.
    #[must_use]
    pub fn text(&self, name: &ICalendarProperty) -> String {
        self.0.property(name).map_or_else(String::new, text_of)
    }

    /// The text of a property that no standard names, such as `X-WR-CALNAME`; empty where it is not given.
    #[must_use]
    pub fn other(&self, name: &str) -> String {
        let is_named = |entry: &&ICalendarEntry| entry.name.as_str().eq_ignore_ascii_case(name);
        self.0.entries.iter().find(is_named).map_or_else(String::new, text_of)
    }

    /// The number of a property; 0 where it is not given.
    #[must_use]
    pub fn integer(&self, name: &ICalendarProperty) -> i64 {
        let value = self.0.property(name).and_then(|entry| entry.values.first());
        value.and_then(ICalendarValue::as_integer).unwrap_or(0)
    }

    /// The lines of a property.
    pub fn entries(&self, name: &ICalendarProperty) -> impl Iterator<Item = &ICalendarEntry> {
        self.0.entries.iter().filter(move |entry| entry.name == *name)
    }

    /// Whether a property has a parameter.
    #[must_use]
    pub fn has_parameter(&self, name: &ICalendarProperty, parameter: &ICalendarParameterName) -> bool {
        self.0.property(name).is_some_and(|entry| entry.has_parameter(parameter))
    }

    /// The name and the zone of a `VTIMEZONE`.
    #[must_use]
    pub fn defined_zone(&self) -> Option<(String, Tz)> {
        match self.0.timezone()? {
            (name, NamedZone::Tz(zone)) => Some((name.to_owned(), zone)),
            _ => None,
        }
    }

    /// The time of a property, if it is given.
    ///
    /// # Errors
    /// When it is given and cannot be read.
    pub fn moment(&self, name: &ICalendarProperty, line: u32, context: &mut Context) -> Result<Option<Moment>, Unread> {
        let Some(entry) = self.0.property(name) else { return Ok(None) };
        let Some(value) = entry.values.first() else { return Ok(None) };
        let moment = moment_of(entry, value, line, context);
        if moment.is_none() {
            context.raise(line, unreadable(entry, value));
        }
        moment.map(Some).ok_or(Unread)
    }

    /// The length that `DURATION` says, if it is given.
    ///
    /// # Errors
    /// When it is given and cannot be read.
    pub fn duration(&self, line: u32, context: &mut Context) -> Result<Option<Length>, Unread> {
        let Some(entry) = self.0.property(&ICalendarProperty::Duration) else { return Ok(None) };
        let Some(value) = entry.values.first() else { return Ok(None) };
        let length = match value {
            ICalendarValue::Duration(duration) => Length::of(duration),
            _ => None,
        };
        if length.is_none() {
            context.raise(line, unreadable(entry, value));
        }
        length.map(Some).ok_or(Unread)
    }

    /// The times and periods of all lines of a property. What cannot be read is an issue each.
    pub fn spans(&self, name: &ICalendarProperty, line: u32, context: &mut Context) -> Vec<(Moment, Option<Length>)> {
        self.entries(name).flat_map(|entry| spans_of(entry, line, context)).collect()
    }
}

fn text_of(entry: &ICalendarEntry) -> String {
    let texts: Vec<&str> = entry.values.iter().filter_map(ICalendarValue::as_text).collect();
    // calcard cuts properties that it does not know at their semicolons
    texts.join(";").trim().to_owned()
}

/// The times and periods of one line.
pub fn spans_of(entry: &ICalendarEntry, line: u32, context: &mut Context) -> Vec<(Moment, Option<Length>)> {
    let mut spans = Vec::new();
    for value in entry.values.iter().filter(|value| value.as_text() != Some("")) {
        let span = match value {
            ICalendarValue::Period(period) => period_of(entry, period, line, context),
            _ => moment_of(entry, value, line, context).map(|moment| (moment, None)),
        };
        if span.is_none() {
            context.raise(line, unreadable(entry, value));
        }
        spans.extend(span);
    }
    spans
}

fn moment_of(entry: &ICalendarEntry, value: &ICalendarValue, line: u32, context: &mut Context) -> Option<Moment> {
    let ICalendarValue::PartialDateTime(written) = value else { return None };
    let has_zone = written.hour.is_some() && written.tz_hour.is_none();
    let zone = if has_zone { zone_of(entry, line, context) } else { None };
    Moment::of(written, zone)
}

fn period_of(
    entry: &ICalendarEntry,
    period: &ICalendarPeriod,
    line: u32,
    context: &mut Context,
) -> Option<(Moment, Option<Length>)> {
    let (ICalendarPeriod::Range { start, .. } | ICalendarPeriod::Duration { start, .. }) = period;
    let zone = zone_of(entry, line, context);
    let start = Moment::of(start, zone)?;
    let length = match period {
        ICalendarPeriod::Range { end, .. } => Length::between(start, Moment::of(end, zone)?, context.asked),
        ICalendarPeriod::Duration { duration, .. } => Length::of(duration)?,
    };
    (length.total() > TimeDelta::zero()).then_some((start, Some(length)))
}

fn zone_of(entry: &ICalendarEntry, line: u32, context: &mut Context) -> Option<Tz> {
    let id = entry.tz_id()?.trim();
    (!id.is_empty()).then(|| context.zone(id, line))
}

fn unreadable(entry: &ICalendarEntry, value: &ICalendarValue) -> IssueKind {
    IssueKind::UnreadableTime { property: entry.name.as_str().to_owned(), text: written(value) }
}

/// A value as it was written, near enough to find it.
fn written(value: &ICalendarValue) -> String {
    match value {
        ICalendarValue::PartialDateTime(at) => {
            let date = format!("{:04}{:02}{:02}", at.year.unwrap_or(0), at.month.unwrap_or(0), at.day.unwrap_or(0));
            let (minute, second) = (at.minute.unwrap_or(0), at.second.unwrap_or(0));
            at.hour.map_or_else(|| date.clone(), |hour| format!("{date}T{hour:02}{minute:02}{second:02}"))
        }
        ICalendarValue::Duration(duration) => duration.to_string(),
        ICalendarValue::Period(period) => period.to_string(),
        other => other.as_text().unwrap_or("").to_owned(),
    }
}
