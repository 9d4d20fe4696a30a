//! How many people must be at a desk, or in the building?

use super::{BranchId, DeskId};
use crate::time::DayRule;

/// One row of `coverage.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoverageRule {
    /// Which branch.
    pub branch: BranchId,
    /// Which desk; none for the building as a whole.
    pub desk: Option<DeskId>,
    /// On which days.
    pub day: DayRule,
    /// The first minute of the day.
    pub start: u16,
    /// The first minute after it; past 1440 it runs into the next day.
    pub end: u16,
    /// The least number of people.
    pub minimum: u16,
    /// The line in the file.
    pub line: u32,
}
