//! When is a branch open?

use super::BranchId;
use crate::time::{Day, DayRule, Span, Validity};

/// One row of `library-hours.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoursRow {
    /// Which branch.
    pub branch: BranchId,
    /// On which days.
    pub day: DayRule,
    /// From and to which minute of the day; none where the row says "closed".
    pub open: Option<(u16, u16)>,
    /// From and to which date it holds.
    pub validity: Validity,
    /// The line in the file.
    pub line: u32,
}

impl HoursRow {
    /// The open span on one of its days.
    #[must_use]
    pub fn span_on(&self, day: Day) -> Option<Span> {
        self.open.map(|(from, to)| day.span(i32::from(from), i32::from(to)))
    }
}
