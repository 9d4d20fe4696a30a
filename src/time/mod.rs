//! Minutes, spans and days: the arithmetic of wall-clock time, to the minute.
//!
//! A minute is the unit and nothing is sampled to slots: 09:10 is 09:10. Time is one line of local wall-clock
//! minutes; daylight saving is deliberately not known here, so a span from 01:00 to 04:00 lasts 180 minutes
//! on every date. Knows nothing of libraries.

mod clock_time;
mod day;
mod day_rule;
mod minute;
mod period;
mod rotation;
mod span;
mod span_set;
mod weekdays;

pub use clock_time::ClockTime;
pub use day::Day;
pub use day_rule::{DayRule, Validity};
pub use minute::{Minute, Minutes};
pub use period::Period;
pub use rotation::{Rotation, WeekSet};
pub use span::Span;
pub use span_set::SpanSet;
pub use weekdays::{WEEKDAY_NAMES, WeekdaySet};
