//! Visits that could be made, as a calendar file that other programs read (RFC 5545). Times are given in UTC where the
//! study names its zone, and as local times where it does not.

use crate::analysis::{ContactSlot, Results};
use crate::say;
use crate::study::Mode;
use crate::time::Minute;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod, ICalendarProperty,
    ICalendarStatus, ICalendarValue,
};
use chrono::{DateTime, Datelike, NaiveDateTime, TimeZone, Timelike};
use chrono_tz::Tz;

/// Renders contact slots as proposed visits. The same slots give the same bytes: every entry is stamped with the first
/// date of the period, not with the time of writing.
#[must_use]
pub fn render_visits(results: &Results, slots: &[ContactSlot]) -> String {
    let mut calendar = ICalendarComponent {
        component_type: ICalendarComponentType::VCalendar,
        entries: vec![
            text(ICalendarProperty::Version, "2.0"),
            text(ICalendarProperty::Prodid, "-//offdesk//proposed visits//EN"),
            entry(ICalendarProperty::Method, ICalendarValue::Method(ICalendarMethod::Publish)),
        ],
        component_ids: Vec::new(),
    };
    let mut components = Vec::new();
    for (n, slot) in slots.iter().enumerate() {
        calendar.component_ids.push(u32::try_from(n + 1).unwrap_or(u32::MAX));
        components.push(event(results, slot));
    }
    components.insert(0, calendar);
    ICalendar { components }.to_string()
}

fn entry(name: ICalendarProperty, value: ICalendarValue) -> ICalendarEntry {
    ICalendarEntry { name, params: Vec::new(), values: vec![value] }
}

fn text(name: ICalendarProperty, value: impl Into<String>) -> ICalendarEntry {
    entry(name, ICalendarValue::Text(value.into()))
}

fn event(results: &Results, slot: &ContactSlot) -> ICalendarComponent {
    let partner = &results.stakeholder(slot.stakeholder).name;
    let who = &results.person(slot.staff).label;
    let library = match (results.settings.library.as_str(), results.branch_name(slot.branch)) {
        ("", branch) => branch,
        (library, _) => library,
    };
    let (what, place) = match slot.mode {
        Mode::Go => (say!("visit-go", partner = partner), partner.clone()),
        Mode::Host => (say!("visit-host", partner = partner), library.to_owned()),
        Mode::Online => (say!("visit-online", partner = partner), say!("visit-place-online")),
    };
    let stamp = results.period.first().start();
    let key = format!("{}-{}-{}-{}", slot.stakeholder.0, slot.staff.0, slot.span.start.0, slot.span.end.0);
    ICalendarComponent {
        component_type: ICalendarComponentType::VEvent,
        entries: vec![
            text(ICalendarProperty::Uid, format!("{key}@offdesk")),
            entry(ICalendarProperty::Dtstamp, utc_as_it_stands(stamp)),
            entry(ICalendarProperty::Dtstart, moment(slot.span.start, &results.settings.time_zone)),
            entry(ICalendarProperty::Dtend, moment(slot.span.end, &results.settings.time_zone)),
            text(ICalendarProperty::Summary, say!("visit-proposed", what = what)),
            text(ICalendarProperty::Location, place),
            text(ICalendarProperty::Description, say!("visit-description", library = library, who = who)),
            entry(ICalendarProperty::Status, ICalendarValue::Status(ICalendarStatus::Tentative)),
        ],
        component_ids: Vec::new(),
    }
}

fn local(at: Minute) -> NaiveDateTime {
    DateTime::from_timestamp(i64::from(at.0) * 60, 0).map_or(NaiveDateTime::MIN, |utc| utc.naive_utc())
}

/// A local time in UTC; as it stands where the zone is not known or has no such time (the hour that summer time skips).
fn moment(at: Minute, zone: &str) -> ICalendarValue {
    let local = local(at);
    let utc = zone.parse::<Tz>().ok().and_then(|zone| zone.from_local_datetime(&local).earliest());
    match utc {
        Some(utc) => written(utc.naive_utc(), true),
        None => written(local, false),
    }
}

fn utc_as_it_stands(at: Minute) -> ICalendarValue {
    written(local(at), true)
}

fn written(time: NaiveDateTime, is_utc: bool) -> ICalendarValue {
    let small = |number: u32| u8::try_from(number).ok();
    let zero = is_utc.then_some(0);
    ICalendarValue::PartialDateTime(Box::new(PartialDateTime {
        year: u16::try_from(time.year()).ok(),
        month: small(time.month()),
        day: small(time.day()),
        hour: small(time.hour()),
        minute: small(time.minute()),
        second: small(time.second()),
        tz_hour: zero,
        tz_minute: zero,
        tz_minus: false,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Day;

    #[test]
    fn a_local_time_is_written_in_utc_by_the_zone_of_its_date() {
        let at = |day: Day| moment(day.start() + crate::time::Minutes(14 * 60 + 40), "America/New_York");
        let hour = |value: ICalendarValue| match value {
            ICalendarValue::PartialDateTime(time) => (time.hour, time.minute, time.tz_hour),
            _ => (None, None, None),
        };
        assert_eq!(hour(at(Day::from_ymd(2026, 9, 17).unwrap())), (Some(18), Some(40), Some(0)));
        assert_eq!(hour(at(Day::from_ymd(2026, 12, 17).unwrap())), (Some(19), Some(40), Some(0)));
        assert_eq!(hour(moment(Minute(61), "")), (Some(1), Some(1), None));
    }
}
