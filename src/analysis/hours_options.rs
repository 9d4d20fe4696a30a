//! What would opening in a half hour that is now closed add? (Domain, section 6.)

use super::grid::{Grid, N_SLOTS, SLOTS_A_DAY, for_each_slot};
use super::outcome::{Outcome, Run};
use crate::study::{BranchId, StakeholderId};
use crate::time::{Minute, Minutes, Period, Span, SpanSet};

/// A half hour of the week in which stakeholders could meet and the library is closed, wholly or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursOption {
    /// Where.
    pub branch: BranchId,
    /// The day of the week, 0 is Monday.
    pub weekday: usize,
    /// The half hour of the day, 0 to 47.
    pub slot: usize,
    /// Stakeholder-minutes that are lost because the library is closed, over the period.
    pub lost_closed: Minutes,
    /// Stakeholder-minutes of firm windows outside open hours, lost or not.
    pub outside_open: Minutes,
    /// The stakeholders that have time then.
    pub stakeholders: Vec<StakeholderId>,
}

/// Adds up half hours of one branch.
#[derive(Debug)]
pub struct HoursTally {
    lost: Vec<i64>,
    outside: Vec<i64>,
    who: Vec<Vec<StakeholderId>>,
}

impl Default for HoursTally {
    fn default() -> HoursTally {
        HoursTally { lost: vec![0; N_SLOTS], outside: vec![0; N_SLOTS], who: vec![Vec::new(); N_SLOTS] }
    }
}

impl HoursTally {
    /// Counts the firm windows of one stakeholder.
    pub fn add(&mut self, stakeholder: StakeholderId, runs: &[Run], open: &SpanSet) {
        let mut open = open.walk();
        for run in runs {
            if run.outcome == Outcome::Closed {
                for_each_slot(run.start, run.end, |slot, minutes| self.lost[slot] += minutes);
            }
            let span = Span { start: Minute(run.start), end: Minute(run.end) };
            for gap in open.gaps_within(span) {
                for_each_slot(gap.start.0, gap.end.0, |slot, minutes| {
                    self.outside[slot] += minutes;
                    if self.who[slot].last() != Some(&stakeholder) {
                        self.who[slot].push(stakeholder);
                    }
                });
            }
        }
    }

    /// The half hours that are closed on at least half of their dates and in which time is lost or outside open hours,
    /// best first.
    #[must_use]
    pub fn options(self, branch: BranchId, open: &Grid, period: &Period) -> Vec<HoursOption> {
        let slots = self.lost.into_iter().zip(self.outside).zip(self.who).enumerate();
        let mut options: Vec<HoursOption> = slots
            .filter(|(_, ((lost, outside), _))| *lost > 0 || *outside > 0)
            .filter(|(at, _)| {
                let (weekday, slot) = (at / SLOTS_A_DAY, at % SLOTS_A_DAY);
                open.average(weekday, slot, period.n_weekdays(weekday)) <= 0.5
            })
            .map(|(at, ((lost, outside), mut who))| {
                who.dedup();
                HoursOption {
                    branch,
                    weekday: at / SLOTS_A_DAY,
                    slot: at % SLOTS_A_DAY,
                    lost_closed: Minutes(lost),
                    outside_open: Minutes(outside),
                    stakeholders: who,
                }
            })
            .collect();
        options.sort_by_key(|option| {
            (std::cmp::Reverse((option.lost_closed, option.outside_open)), option.weekday, option.slot)
        });
        options
    }
}
