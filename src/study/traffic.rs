//! How many people did a desk serve?

use super::{BranchId, DeskId};
use crate::time::DayRule;

/// One row of `desk-traffic.csv`: what one such day counts in this span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrafficRow {
    /// Which branch.
    pub branch: BranchId,
    /// Which desk.
    pub desk: DeskId,
    /// On which days.
    pub day: DayRule,
    /// The first minute of the day.
    pub start: u16,
    /// The first minute after it.
    pub end: u16,
    /// Transactions on one such day: questions, check-outs, visits.
    pub count: u32,
    /// The line in the file.
    pub line: u32,
}
