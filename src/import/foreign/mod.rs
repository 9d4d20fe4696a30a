//! What other programs and people write, turned into the rows of a study. Nothing is guessed silently: every rule that
//! reads more than is written is counted, and what cannot be read is a problem with its place.

mod bookings;
mod calendar;
mod cell;
pub mod container;
mod draft;
mod facts;
mod merge;
mod names;
mod options;
mod preview;
mod profiles;
mod reading;
mod receipt;
mod recognize;
mod shape;
mod sheet;
mod source;

pub use bookings::DoubleBooking;
pub use calendar::{CalendarIssue, CalendarReading, ClockShows, IssueKind, Occurrence, OccurrenceKind, read_calendar};
pub use cell::{ClockHint, Confidence, Rule, TimeRange, read_range, read_time};
pub use draft::{Draft, DraftDays, Target};
pub use facts::{StudyFacts, study_facts};
pub use merge::{Merged, Sourced, merge};
pub use names::{Joined, KnownPerson};
pub use options::{BadOption, Options};
pub use preview::preview;
pub use profiles::{PROFILES_FILE, Profiles, profile_name};
pub use reading::{Assumed, CheckedTotal, SheetReading};
pub use receipt::{Receipt, ReceiptAssumption, ReceiptSheet, read_receipts, receipt_names};
pub use shape::{Fit, Mapped, Shape};
pub use sheet::{At, Sheet};
pub use source::{SheetImport, SourceImport, import_source};
