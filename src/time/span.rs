//! What is a span of time? A half-open stretch of minutes.

use super::{ClockTime, Day, Minute, Minutes};
use std::fmt;

/// A half-open span [start, end) of wall-clock minutes. Meant to have `start < end`; one with `end <= start` is empty.
///
/// ```
/// use offdesk::time::{Day, Minutes, Span};
/// let morning = Day(20514).span(9 * 60, 12 * 60);
/// assert_eq!(morning.length(), Minutes(180));
/// assert_eq!(morning.intersection(Day(20514).span(11 * 60, 14 * 60)).length(), Minutes(60));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first minute in it.
    pub start: Minute,
    /// The first minute after it.
    pub end: Minute,
}

impl Span {
    /// How long it lasts; zero where it is empty.
    #[must_use]
    pub fn length(self) -> Minutes {
        if self.is_empty() { Minutes::ZERO } else { self.end - self.start }
    }

    /// Whether no minute is in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The minutes that are in both (an empty span where there are none).
    #[must_use]
    pub fn intersection(self, other: Span) -> Span {
        Span { start: self.start.max(other.start), end: self.end.min(other.end) }
    }

    /// Whether they have a minute in common.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The date on which it starts.
    #[must_use]
    pub fn day(self) -> Day {
        Day::of(self.start)
    }

    /// Both ends as times of the day on which it starts; an end past midnight is 24:00 or more.
    #[must_use]
    pub fn clock_times(self) -> (ClockTime, ClockTime) {
        let start = self.start.of_day();
        let time = |minutes: i64| ClockTime(u16::try_from(minutes).unwrap_or(u16::MAX));
        (time(i64::from(start)), time(i64::from(start) + self.length().0))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = self.clock_times();
        write!(f, "{} {start}-{end}", self.day())
    }
}
