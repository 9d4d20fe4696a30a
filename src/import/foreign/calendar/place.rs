//! Where does a span lie on the wall clock of the zone that is asked for, and does it touch the days asked for?

use super::context::Context;
use super::issue::{ClockShows, IssueKind};
use super::length::Length;
use super::moment::{Moment, instant, on_clock};
use super::occurrence::{Occurrence, OccurrenceKind};
use chrono::{NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

/// What all occurrences of one component have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The line on which it begins.
    pub line: u32,
    /// What programs know it by.
    pub uid: String,
    /// What it is called.
    pub summary: String,
    /// Where it is.
    pub location: String,
    /// What it means.
    pub kind: OccurrenceKind,
}

impl Label {
    /// The occurrence that starts at a moment, if it touches the days asked for. A doubt about its times is an issue.
    pub fn place(&self, start: Moment, length: Length, context: &mut Context) -> Option<Occurrence> {
        let span = local_span(start, length, context.asked)?;
        if !context.touches(span.start, span.end) {
            return None;
        }
        if let Some(doubt) = span.doubt {
            context.raise(self.line, doubt);
        }
        Some(Occurrence {
            start: span.start,
            end: span.end,
            is_all_day: start.is_date && span.end.time() == NaiveTime::MIN,
            summary: self.summary.clone(),
            location: self.location.clone(),
            uid: self.uid.clone(),
            line: self.line,
            kind: self.kind,
        })
    }
}

/// A span on a wall clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalSpan {
    /// Its start.
    pub start: NaiveDateTime,
    /// The first moment after it.
    pub end: NaiveDateTime,
    /// What is doubtful, where a clock is put forward or back.
    pub doubt: Option<IssueKind>,
}

/// The span of a length on the wall clock of `asked`. None beyond the end of the calendar.
#[must_use]
pub fn local_span(start: Moment, length: Length, asked: Tz) -> Option<LocalSpan> {
    let end_wall = start.wall.checked_add_signed(length.wall)?;
    let Some(zone) = start.zone else {
        return Some(LocalSpan { start: start.wall, end: end_wall.checked_add_signed(length.exact)?, doubt: None });
    };
    let (from, to) = (instant(start.wall, zone), instant(end_wall, zone));
    // what starts later than it says still lasts as long
    let is_skipped = from.shows == Some(ClockShows::Never);
    let to_utc = if is_skipped { from.utc.checked_add_signed(length.wall)? } else { to.utc };
    let to_utc = to_utc.checked_add_signed(length.exact)?;
    let (local_start, local_end) = (on_clock(from.utc, asked), on_clock(to_utc, asked));
    // in the hour that our clock shows twice, an end can show an earlier time than its start
    let is_folded = local_end <= local_start;
    let passed = to_utc.signed_duration_since(from.utc);
    let local_end = if is_folded { local_start.checked_add_signed(passed)? } else { local_end };
    let is_doubtful = |shows: Option<ClockShows>| {
        shows == Some(ClockShows::Never) || (shows == Some(ClockShows::Twice) && zone != asked)
    };
    let doubt_about = |written, shows, taken| IssueKind::ClockChange { written, zone, shows, taken };
    let doubt = match (from.shows, to.shows) {
        (Some(shows), _) if is_doubtful(from.shows) => Some(doubt_about(start.wall, shows, local_start)),
        (_, Some(shows)) if is_doubtful(to.shows) => Some(doubt_about(end_wall, shows, local_end)),
        _ if is_folded => Some(doubt_about(end_wall, ClockShows::Twice, local_end)),
        _ => None,
    };
    Some(LocalSpan { start: local_start, end: local_end, doubt })
}

#[cfg(test)]
mod tests {
    use super::{LocalSpan, local_span};
    use crate::import::foreign::calendar::issue::{ClockShows, IssueKind};
    use crate::import::foreign::calendar::length::Length;
    use crate::import::foreign::calendar::moment::Moment;
    use chrono::{NaiveDateTime, TimeDelta};
    use chrono_tz::{America::New_York, Europe::Berlin, Tz, UTC};

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn span(start: &str, zone: Option<Tz>, length: Length, asked: Tz) -> LocalSpan {
        local_span(Moment { wall: at(start), zone, is_date: false }, length, asked).unwrap()
    }

    fn hours(wall: i64, exact: i64) -> Length {
        Length { wall: TimeDelta::hours(wall), exact: TimeDelta::hours(exact) }
    }

    #[test]
    fn a_floating_time_stays_and_one_of_a_zone_is_carried_over() {
        let floating = span("2026-03-08 02:30", None, hours(1, 1), New_York);
        assert_eq!(
            (floating.start, floating.end, floating.doubt),
            (at("2026-03-08 02:30"), at("2026-03-08 04:30"), None)
        );
        let carried = span("2026-03-10 15:00", Some(Berlin), hours(2, 0), New_York);
        // Europe puts its clocks forward three weeks later
        assert_eq!((carried.start, carried.end), (at("2026-03-10 10:00"), at("2026-03-10 12:00")));
    }

    #[test]
    fn a_night_in_which_the_clock_changes_keeps_its_times_or_its_hours() {
        let times = span("2026-03-07 22:00", Some(New_York), hours(8, 0), New_York);
        assert_eq!(times.end, at("2026-03-08 06:00"));
        let passed = span("2026-03-07 22:00", Some(New_York), hours(0, 8), New_York);
        assert_eq!(passed.end, at("2026-03-08 07:00"));
    }

    #[test]
    fn a_start_that_the_clock_skips_comes_later_and_lasts_as_long() {
        let skipped = span("2026-03-08 02:30", Some(New_York), hours(0, 1), New_York);
        assert_eq!((skipped.start, skipped.end), (at("2026-03-08 03:30"), at("2026-03-08 04:30")));
        let short = Length { wall: TimeDelta::minutes(30), exact: TimeDelta::zero() };
        assert_eq!(span("2026-03-08 02:30", Some(New_York), short, New_York).end, at("2026-03-08 04:00"));
        let doubt = IssueKind::ClockChange {
            written: at("2026-03-08 02:30"),
            zone: New_York,
            shows: ClockShows::Never,
            taken: at("2026-03-08 03:30"),
        };
        assert_eq!(skipped.doubt, Some(doubt));
    }

    #[test]
    fn a_time_that_is_shown_twice_is_doubtful_on_another_clock_only() {
        let ours = span("2026-11-01 01:30", Some(New_York), hours(1, 0), New_York);
        assert_eq!((ours.start, ours.end, ours.doubt), (at("2026-11-01 01:30"), at("2026-11-01 02:30"), None));
        let theirs = span("2026-11-01 01:30", Some(New_York), hours(1, 0), Berlin);
        assert_eq!((theirs.start, theirs.end), (at("2026-11-01 06:30"), at("2026-11-01 08:30")));
        assert!(matches!(theirs.doubt, Some(IssueKind::ClockChange { shows: ClockShows::Twice, .. })));
    }

    #[test]
    fn what_lies_in_the_repeated_hour_keeps_its_length() {
        let folded = span("2026-11-01 05:30", Some(UTC), hours(1, 0), New_York);
        assert_eq!((folded.start, folded.end), (at("2026-11-01 01:30"), at("2026-11-01 02:30")));
        assert!(folded.doubt.is_some());
    }
}
