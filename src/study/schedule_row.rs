//! One row of the desk schedule: who, where, when, what.

use super::{Activity, BranchId, DeskId, RowOfDay, StaffId};
use crate::time::{Day, DayRule, Span};

/// One row of `desk-schedule.csv`; kept in a [`SchedulePart`](super::SchedulePart).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ScheduleRow {
    /// Who.
    pub staff: StaffId,
    /// On which days.
    pub day: DayRule,
    /// The line in the file, from 1.
    pub line: u32,
    /// At which branch.
    pub branch: BranchId,
    /// On which desk; meaningful for desk rows only.
    pub desk: DeskId,
    /// The first minute of its day.
    pub start: u16,
    /// The first minute after it, later than `start`; past 1440 it runs into the next day.
    pub end: u16,
    /// Which entry of the study's list of validities bounds it; 0 is "always".
    pub validity: u32,
    /// What the person does.
    pub activity: Activity,
}

impl ScheduleRow {
    /// What it says of its day.
    #[must_use]
    pub const fn of_day(&self) -> RowOfDay {
        RowOfDay { start: self.start, end: self.end, desk: self.desk, activity: self.activity }
    }

    /// The row's span on one of its days.
    #[must_use]
    pub fn span_on(&self, day: Day) -> Span {
        day.span(i32::from(self.start), i32::from(self.end))
    }
}
