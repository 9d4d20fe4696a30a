//! When is somebody free or busy, as another program sums it up (`VFREEBUSY`)?

use super::component::Component;
use super::context::Context;
use super::issue::IssueKind;
use super::occurrence::{Occurrence, OccurrenceKind};
use super::place::Label;
use super::property::{Properties, spans_of};
use calcard::icalendar::{ICalendarEntry, ICalendarParameterName, ICalendarParameterValue, ICalendarProperty};

/// The periods of a free/busy list that touch the days asked for.
pub fn read_free_busy(component: &Component, context: &mut Context) -> Vec<Occurrence> {
    let Some(properties) = Properties::read(component, context) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in properties.entries(&ICalendarProperty::Freebusy) {
        let label = Label {
            line: component.line,
            uid: properties.text(&ICalendarProperty::Uid),
            summary: properties.text(&ICalendarProperty::Summary),
            location: properties.text(&ICalendarProperty::Location),
            kind: kind_of(entry),
        };
        for (start, length) in spans_of(entry, component.line, context) {
            match length {
                Some(length) => found.extend(label.place(start, length, context)),
                None => context.raise(component.line, IssueKind::NoLength { start: start.wall }),
            }
        }
    }
    found
}

fn kind_of(entry: &ICalendarEntry) -> OccurrenceKind {
    let stated = entry.parameter(&ICalendarParameterName::Fbtype).and_then(ICalendarParameterValue::as_text);
    match stated.map(str::to_ascii_uppercase).as_deref() {
        Some("FREE") => OccurrenceKind::FreePeriod,
        stated => OccurrenceKind::BusyPeriod { is_tentative: stated == Some("BUSY-TENTATIVE") },
    }
}
