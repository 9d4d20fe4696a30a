//! When does something happen, and does it take time or give it?

use chrono::NaiveDateTime;

/// What a span of time means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceKind {
    /// An event (`VEVENT`).
    Event {
        /// It leaves its time free (`TRANSP:TRANSPARENT`), as all-day leave often does by default.
        is_transparent: bool,
        /// It may not take place (`STATUS:TENTATIVE`).
        is_tentative: bool,
    },
    /// Time that is offered (`AVAILABLE` of a `VAVAILABILITY`).
    Available,
    /// Busy time without its reason (`FREEBUSY`).
    BusyPeriod {
        /// It may become free (`FBTYPE=BUSY-TENTATIVE`).
        is_tentative: bool,
    },
    /// Free time (`FREEBUSY;FBTYPE=FREE`).
    FreePeriod,
}

/// One span of time on the wall clock of the zone that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// When it starts.
    pub start: NaiveDateTime,
    /// When it ends: the first moment that is no longer in it.
    pub end: NaiveDateTime,
    /// Whether it is given as whole days.
    pub is_all_day: bool,
    /// What it is called.
    pub summary: String,
    /// Where it is.
    pub location: String,
    /// What it is known by among programs; empty where the file gives none.
    pub uid: String,
    /// The line on which its component begins, from 1.
    pub line: u32,
    /// What it means.
    pub kind: OccurrenceKind,
}
