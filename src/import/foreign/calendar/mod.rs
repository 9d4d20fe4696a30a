//! What spans of time does an iCalendar file hold? Its text in; dated local spans, and what is doubtful, out.
//!
//! Plain data on both sides: nothing here knows of studies, problems or places in files. [`read_calendar`] goes from
//! the text to lines, to components (each with its line, so that a broken one breaks no other), to events, to series,
//! to spans on the wall clock of the zone that was asked for.
//!
//! calcard reads the properties of a component and knows the names of time zones (IANA, Windows and others). Series
//! are repeated here and not by its `expand_dates`, which in 0.3.14 pairs a changed occurrence with its series by
//! `SEQUENCE` and without `UID`, compares an `UNTIL` in UTC with a local clock, takes `BYDAY=1MO` of a weekly rule
//! for every day, cuts numbers to their size (`BYMONTHDAY=300` is 44), and searches a rule that never comes true for
//! 100,000 rounds whatever its end.
//!
//! # What the standards leave open, and what happens here
//!
//! - The start of a series counts only where its rule names it (RFC 7953 writes office hours so); an event of which
//!   it does not is an issue.
//! - An `UNTIL` that is a date holds to the end of that day. An `EXDATE` or `RECURRENCE-ID` that is a date stands for
//!   all that starts on it.
//! - A time that a clock never shows is what the clock would have shown had it not been put forward; of a time that
//!   it shows twice the first is taken (RFC 5545, 3.3.5).
//! - A length that is given by its end keeps the wall clock when it is repeated; one that is given in hours does not.
//! - Where two `VAVAILABILITY` of the same priority overlap, a time is available if either says so.

mod availability;
#[cfg(test)]
mod cases;
mod component;
mod context;
mod effort;
mod event;
mod expand;
mod free_busy;
mod issue;
mod length;
mod line;
mod moment;
mod occurrence;
mod place;
mod property;
mod read;
mod rule;
mod rule_days;
mod series;
mod zone;

pub use issue::{CalendarIssue, ClockShows, IssueKind};
pub use occurrence::{Occurrence, OccurrenceKind};
pub use read::{CalendarReading, read_calendar};
