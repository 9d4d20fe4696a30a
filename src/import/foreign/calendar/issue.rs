//! What could not be read, or could be read in more ways than one?

use chrono::NaiveDateTime;
use chrono_tz::Tz;

/// A doubt about one component of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarIssue {
    /// The line on which the component begins, from 1.
    pub line: u32,
    /// What it is about.
    pub what: IssueKind,
}

/// How often a clock shows a time on the day on which it is put forward or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClockShows {
    /// Never: the clock is put forward past it.
    Never,
    /// Twice: the clock is put back over it.
    Twice,
}

/// What a doubt is about, and what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueKind {
    /// A component begins and never ends, or makes no sense. It was left out; what a `VCALENDAR` without an end holds
    /// was read all the same, but the file may have been cut.
    UnreadableComponent {
        /// Its name, such as `VEVENT`.
        name: String,
    },
    /// An event without a start. It was left out.
    NoStart,
    /// An event that ends when it starts. It was left out.
    NoLength {
        /// When it starts, as it was written.
        start: NaiveDateTime,
    },
    /// An event that ends before it starts. It was left out.
    EndBeforeStart {
        /// When it starts, as it was written.
        start: NaiveDateTime,
    },
    /// A time, a period or a length that cannot be read. An event without a start or length is left out; a date to
    /// add or to leave out is passed over.
    UnreadableTime {
        /// The property, such as `DTSTART`.
        property: String,
        /// What it says.
        text: String,
    },
    /// A time zone that neither the file nor the catalogue of zones explains. Its times were taken as those of the
    /// zone that was asked for. Raised once for each name.
    UnknownZone {
        /// Its name.
        id: String,
    },
    /// A rule of recurrence that says nothing. The event was taken once, as without a rule.
    EmptyRule,
    /// A rule of recurrence that cannot be read. Only the start of the series was taken.
    UnreadableRule {
        /// The rule.
        rule: String,
        /// The part of it that cannot be read.
        part: String,
    },
    /// A rule that repeats by the hour, minute or second, or more than 288 times a day. Only the start of the series
    /// was taken.
    RuleTooFrequent {
        /// The rule.
        rule: String,
    },
    /// The start of the series is no day of its rule. It was not taken; programs do not agree on it.
    StartOutsideRule {
        /// The start, as it was written.
        start: NaiveDateTime,
    },
    /// The series has no end. What lies in the period was taken.
    EndlessSeries,
    /// A change of one occurrence and all that follow it. It was taken as a change of the one only.
    ThisAndFuture {
        /// From which occurrence on, as it was written.
        from: NaiveDateTime,
    },
    /// A time that the clock of its zone does not show, or shows twice.
    ClockChange {
        /// The time as it was written.
        written: NaiveDateTime,
        /// Its zone.
        zone: Tz,
        /// How often the clock shows it.
        shows: ClockShows,
        /// What it was taken for, on the wall clock of the zone that was asked for.
        taken: NaiveDateTime,
    },
    /// Rules name more occurrences than one file may have, or take too long to search. What rules name from this
    /// component on was left out.
    TooManyOccurrences {
        /// How many rules may name.
        limit: usize,
    },
}
