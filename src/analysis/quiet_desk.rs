//! How many people did each staffed desk hour serve? (Domain, section 6.)

use super::day_plan::DayPlan;
use super::desk_week::DeskLevel;
use crate::study::{BranchId, DeskId, TrafficRow};
use crate::time::{DayRule, Minutes};

/// One stretch of the week at one desk: its traffic beside its staffing, over the period.
#[derive(Clone, Debug, PartialEq)]
pub struct QuietDesk {
    /// At which branch.
    pub branch: BranchId,
    /// Which desk.
    pub desk: DeskId,
    /// On which days.
    pub day: DayRule,
    /// The first minute of the day.
    pub start: u16,
    /// The first minute after it.
    pub end: u16,
    /// On how many dates of the period.
    pub n_dates: usize,
    /// Transactions on all of these dates.
    pub n_transactions: u64,
    /// Person-minutes on the desk.
    pub person: Minutes,
    /// Person-minutes above the desk's minimum.
    pub above_minimum_person: Minutes,
}

impl QuietDesk {
    /// Transactions for each person-hour on the desk; none where nobody is on it.
    #[must_use]
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts far below 2^53")]
    pub fn transactions_an_hour(&self) -> Option<f64> {
        (!self.person.is_zero()).then(|| self.n_transactions as f64 / self.person.hours())
    }
}

/// Sets one row of traffic beside the levels of its desk.
#[must_use]
pub fn quiet_desk(row: &TrafficRow, levels: &[DeskLevel], plan: &DayPlan<'_>) -> QuietDesk {
    let mut quiet = QuietDesk {
        branch: row.branch,
        desk: row.desk,
        day: row.day,
        start: row.start,
        end: row.end,
        n_dates: 0,
        n_transactions: 0,
        person: Minutes::ZERO,
        above_minimum_person: Minutes::ZERO,
    };
    for day in plan.period.days_of(row.day, plan.study.settings.rotation) {
        quiet.n_dates += 1;
        quiet.n_transactions += u64::from(row.count);
        let (start, end) = (day.start().0 + i32::from(row.start), day.start().0 + i32::from(row.end));
        let first = levels.partition_point(|level| level.end <= start);
        for level in levels[first..].iter().take_while(|level| level.start < end) {
            let minutes = i64::from(level.end.min(end) - level.start.max(start));
            quiet.person += Minutes(level.n_people * minutes);
            quiet.above_minimum_person += Minutes((level.n_people - level.minimum).max(0) * minutes);
        }
    }
    quiet
}
