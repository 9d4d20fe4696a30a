//! When does somebody offer time, where several offers hold at once (`VAVAILABILITY`, RFC 7953)? At every moment the
//! one of the highest priority speaks, and what it does not offer is not available.

use super::component::Component;
use super::context::Context;
use super::event::{Event, read_event};
use super::occurrence::Occurrence;
use super::place::local_span;
use super::property::{Properties, Unread};
use super::series::repeat;
use calcard::icalendar::ICalendarProperty;
use chrono::NaiveDateTime;

/// The rank of an offer that states no priority: after all that do.
const LAST_RANK: i64 = 10;

/// A stretch of local time.
type Stretch = (NaiveDateTime, NaiveDateTime);

/// What one `VAVAILABILITY` says.
#[derive(Debug)]
pub struct Offer {
    /// 1 speaks first, 10 last.
    pub rank: i64,
    /// From when to when it speaks.
    pub bounds: Stretch,
    /// The time it offers.
    pub spans: Vec<Occurrence>,
}

/// Reads the `VAVAILABILITY` at a place of the list, with what lies in it. None where it makes no sense.
pub fn read_offer(at: usize, components: &[Component], context: &mut Context) -> Option<Offer> {
    let component = &components[at];
    let properties = Properties::read(component, context)?;
    let bounds = bounds_of(&properties, component.line, context).ok()?;
    let priority = properties.integer(&ICalendarProperty::Priority);
    let inner = components[at + 1..].iter().take_while(|inner| inner.parent.is_some_and(|parent| parent >= at));
    let mut events = Vec::new();
    for part in inner.filter(|inner| inner.name == "AVAILABLE" && inner.parent == Some(at) && inner.is_closed) {
        events.extend(read_event(part, context).map(|event| with_names_of(event, &properties)));
    }
    let spans = repeat(events, context).into_iter().filter_map(|span| within(span, bounds)).collect();
    Some(Offer { rank: if (1..LAST_RANK).contains(&priority) { priority } else { LAST_RANK }, bounds, spans })
}

/// From when to when a `VAVAILABILITY` speaks; without a start or an end it speaks from or for ever.
fn bounds_of(properties: &Properties, line: u32, context: &mut Context) -> Result<Stretch, Unread> {
    let start = properties.moment(&ICalendarProperty::Dtstart, line, context)?;
    let end = properties.moment(&ICalendarProperty::Dtend, line, context)?;
    let duration = properties.duration(line, context)?;
    let end = match (start, end, duration) {
        (_, Some(end), _) => Some(end.wall_in(context.asked)),
        (Some(start), None, Some(length)) => local_span(start, length, context.asked).map(|span| span.end),
        _ => None,
    };
    let start = start.map_or(NaiveDateTime::MIN, |start| start.wall_in(context.asked));
    Ok((start, end.unwrap_or(NaiveDateTime::MAX)))
}

/// An offered time that has no name or place of its own has that of the offer.
fn with_names_of(mut event: Event, offer: &Properties) -> Event {
    if event.label.summary.is_empty() {
        event.label.summary = offer.text(&ICalendarProperty::Summary);
    }
    if event.label.location.is_empty() {
        event.label.location = offer.text(&ICalendarProperty::Location);
    }
    event
}

/// The part of a span that lies in a stretch.
fn within(span: Occurrence, (start, end): Stretch) -> Option<Occurrence> {
    let part = Occurrence { start: span.start.max(start), end: span.end.min(end), ..span };
    (part.start < part.end).then_some(part)
}

/// The time that is available by all offers together.
#[must_use]
pub fn combine(mut offers: Vec<Offer>) -> Vec<Occurrence> {
    offers.sort_by_key(|offer| offer.rank);
    let mut spoken_for: Vec<Stretch> = Vec::new();
    let mut available = Vec::new();
    for level in offers.chunk_by(|one, other| one.rank == other.rank) {
        for span in level.iter().flat_map(|offer| &offer.spans) {
            available.append(&mut outside(span, &spoken_for));
        }
        spoken_for = union(spoken_for.into_iter().chain(level.iter().map(|offer| offer.bounds)).collect());
    }
    available
}

/// The parts of a span that lie outside of stretches, which are in order and apart.
fn outside(span: &Occurrence, stretches: &[Stretch]) -> Vec<Occurrence> {
    let first = stretches.partition_point(|(_, end)| *end <= span.start);
    let mut gaps = Vec::new();
    let mut from = span.start;
    for &(start, end) in stretches[first..].iter().take_while(|(start, _)| *start < span.end) {
        gaps.push((from, start));
        from = end;
    }
    gaps.push((from, span.end));
    gaps.into_iter().filter_map(|gap| within(span.clone(), gap)).collect()
}

/// Stretches in order, those that overlap or touch joined.
fn union(mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.retain(|(start, end)| start < end);
    stretches.sort_unstable();
    let mut joined: Vec<Stretch> = Vec::new();
    for (start, end) in stretches {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{Offer, Stretch, combine, union};
    use crate::import::foreign::calendar::occurrence::{Occurrence, OccurrenceKind};
    use chrono::{NaiveDate, NaiveDateTime};

    fn at(hour: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 3, 2).and_then(|day| day.and_hms_opt(hour, 0, 0)).unwrap()
    }

    fn stretch(start: u32, end: u32) -> Stretch {
        (at(start), at(end))
    }

    fn offer(rank: i64, bounds: (u32, u32), spans: &[(u32, u32)]) -> Offer {
        let span = |&(start, end): &(u32, u32)| Occurrence {
            start: at(start),
            end: at(end),
            is_all_day: false,
            summary: String::new(),
            location: String::new(),
            uid: String::new(),
            line: 1,
            kind: OccurrenceKind::Available,
        };
        Offer { rank, bounds: stretch(bounds.0, bounds.1), spans: spans.iter().map(span).collect() }
    }

    fn check(offers: Vec<Offer>, expected: &[(u32, u32)]) {
        let mut found: Vec<Stretch> = combine(offers).into_iter().map(|span| (span.start, span.end)).collect();
        found.sort_unstable();
        assert_eq!(found, expected.iter().map(|&(start, end)| stretch(start, end)).collect::<Vec<_>>());
    }

    #[test]
    fn the_offer_of_the_highest_priority_speaks_where_it_holds() {
        let usual = offer(10, (0, 23), &[(8, 18)]);
        check(vec![usual, offer(1, (10, 14), &[(11, 12)])], &[(8, 10), (11, 12), (14, 18)]);
        check(vec![offer(5, (0, 23), &[]), offer(9, (0, 23), &[(8, 18)])], &[]);
    }

    #[test]
    fn three_priorities_are_read_from_the_highest_down() {
        let offers =
            vec![offer(10, (0, 23), &[(6, 20)]), offer(3, (8, 12), &[(9, 10)]), offer(7, (10, 16), &[(10, 16)])];
        check(offers, &[(6, 8), (9, 10), (12, 16), (16, 20)]);
    }

    #[test]
    fn of_equal_offers_either_may_speak() {
        check(vec![offer(10, (0, 12), &[(8, 12)]), offer(10, (10, 20), &[(14, 16)])], &[(8, 12), (14, 16)]);
    }

    #[test]
    fn stretches_that_touch_are_joined_and_empty_ones_dropped() {
        let joined = union(vec![stretch(5, 6), stretch(1, 3), stretch(3, 4), stretch(2, 2), stretch(9, 8)]);
        assert_eq!(joined, [stretch(1, 4), stretch(5, 6)]);
    }
}
