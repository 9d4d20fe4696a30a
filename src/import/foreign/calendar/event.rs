//! What does an event (or an offered time) say of itself? One component, read and not yet repeated.

use super::component::Component;
use super::context::Context;
use super::issue::IssueKind;
use super::length::Length;
use super::moment::Moment;
use super::occurrence::OccurrenceKind;
use super::place::Label;
use super::property::Properties;
use super::rule::{Rule, RuleRefusal, parse_rule};
use calcard::icalendar::{ICalendarParameterName, ICalendarProperty};
use chrono::TimeDelta;

/// An event or an offered time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What its occurrences have in common.
    pub label: Label,
    /// Which edition of it this is; the highest holds.
    pub sequence: i64,
    /// When it starts first.
    pub start: Moment,
    /// How long it lasts; none where that is not known, which is an issue.
    pub length: Option<Length>,
    /// The rules by which it recurs.
    pub rules: Vec<Rule>,
    /// The rules by which it does not (`EXRULE`, of the standard of 1998).
    pub exception_rules: Vec<Rule>,
    /// When else it takes place, and for how long if that is said.
    pub added: Vec<(Moment, Option<Length>)>,
    /// When it does not.
    pub left_out: Vec<Moment>,
    /// The occurrence of its series in whose place it stands.
    pub replaces: Option<Moment>,
    /// Whether it is called off.
    pub is_cancelled: bool,
}

impl Event {
    /// The longest of its occurrences.
    #[must_use]
    pub fn longest(&self) -> TimeDelta {
        self.length.map_or_else(TimeDelta::zero, Length::total)
    }
}

/// Reads an event. None where it makes no sense or has no start, which is an issue.
pub fn read_event(component: &Component, context: &mut Context) -> Option<Event> {
    let line = component.line;
    let properties = Properties::read(component, context)?;
    let replaces = properties.moment(&ICalendarProperty::RecurrenceId, line, context).ok()?;
    let Some(start) = properties.moment(&ICalendarProperty::Dtstart, line, context).ok()?.or(replaces) else {
        context.raise(line, IssueKind::NoStart);
        return None;
    };
    let has_range = properties.has_parameter(&ICalendarProperty::RecurrenceId, &ICalendarParameterName::Range);
    if let Some(from) = replaces.filter(|_| has_range) {
        context.raise(line, IssueKind::ThisAndFuture { from: from.wall });
    }
    let status = properties.text(&ICalendarProperty::Status).to_ascii_uppercase();
    let is_cancelled = status == "CANCELLED" || status == "CANCELED";
    Some(Event {
        label: label_of(component, &properties, &status),
        sequence: properties.integer(&ICalendarProperty::Sequence),
        start,
        length: if is_cancelled { None } else { length_of(&properties, start, line, context) },
        rules: rules_of(component, "RRULE", context),
        exception_rules: rules_of(component, "EXRULE", context),
        added: properties.spans(&ICalendarProperty::Rdate, line, context),
        left_out: properties.spans(&ICalendarProperty::Exdate, line, context).into_iter().map(|span| span.0).collect(),
        replaces,
        is_cancelled,
    })
}

fn label_of(component: &Component, properties: &Properties, status: &str) -> Label {
    let kind = if component.name == "AVAILABLE" {
        OccurrenceKind::Available
    } else {
        let is_transparent = properties.text(&ICalendarProperty::Transp).eq_ignore_ascii_case("TRANSPARENT");
        OccurrenceKind::Event { is_transparent, is_tentative: status == "TENTATIVE" }
    };
    Label {
        line: component.line,
        uid: properties.text(&ICalendarProperty::Uid),
        summary: properties.text(&ICalendarProperty::Summary),
        location: properties.text(&ICalendarProperty::Location),
        kind,
    }
}

/// How long it lasts: to its end, for its duration, or a day where it starts on a date and says no more.
fn length_of(properties: &Properties, start: Moment, line: u32, context: &mut Context) -> Option<Length> {
    let end = properties.moment(&ICalendarProperty::Dtend, line, context).ok()?;
    let duration = properties.duration(line, context).ok()?;
    let length = match (end, duration) {
        (Some(end), _) => Length::between(start, end, context.asked),
        (None, Some(length)) => length,
        (None, None) if start.is_date => Length::DAY,
        (None, None) => Length { wall: TimeDelta::zero(), exact: TimeDelta::zero() },
    };
    if length.total() > TimeDelta::zero() {
        return Some(length);
    }
    let is_nothing = length.total().is_zero();
    let start = start.wall;
    context.raise(line, if is_nothing { IssueKind::NoLength { start } } else { IssueKind::EndBeforeStart { start } });
    None
}

fn rules_of(component: &Component, name: &str, context: &mut Context) -> Vec<Rule> {
    let mut rules = Vec::new();
    for text in component.values(name) {
        match parse_rule(text) {
            Ok(rule) => rules.push(rule),
            Err(refusal) => context.raise(component.line, issue_of(refusal, text)),
        }
    }
    rules
}

fn issue_of(refusal: RuleRefusal, rule: &str) -> IssueKind {
    let rule = rule.to_owned();
    match refusal {
        RuleRefusal::Empty => IssueKind::EmptyRule,
        RuleRefusal::TooFrequent => IssueKind::RuleTooFrequent { rule },
        RuleRefusal::Unreadable(part) => IssueKind::UnreadableRule { rule, part },
    }
}
