//! Which windows would fit if the partner moved them a little? Half an hour or an hour, earlier or later, each tried.

use super::day_study::{DayStudy, day_studies};
use super::parts::{Part, parts};
use crate::analysis::{Outcome, Results, analyze_in};
use crate::study::{StakeholderId, Study};
use crate::time::{Day, Minutes};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How far a partner is asked to move, in minutes: the nearer first, later before earlier.
const SHIFTS: [i16; 4] = [30, -30, 60, -60];

/// A window that would fit better at another time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskBack {
    /// Whose window.
    pub partner: StakeholderId,
    /// Its row's line in `stakeholders.csv`.
    pub line: u32,
    /// From and to which minute of the day it is now.
    pub window: (u16, u16),
    /// How much later it would be; earlier, where negative.
    pub by: i16,
    /// The dates on which moving it wins time.
    pub days: Vec<Day>,
    /// Reachable time of the partner on those dates now, over the period.
    pub now: Minutes,
    /// Reachable time on those dates then.
    pub then: Minutes,
}

/// For each window row of a partner the shift that wins most (of equals the smallest), the most won first.
#[must_use]
pub fn ask_back(study: &Study, results: &Results) -> Vec<AskBack> {
    let of_part = |part: Part| {
        let shown = part.branches.iter().filter(|branch| results.shown.contains(branch));
        shown.flat_map(|branch| day_studies(&part.study, &results.period, *branch)).collect::<Vec<DayStudy>>()
    };
    let parts = parts(study, &results.shown);
    let tried: Vec<AskBack> = parts.into_par_iter().flat_map(of_part).flat_map_iter(|day| tries(&day)).collect();
    let mut by_row: BTreeMap<(u32, i16), AskBack> = BTreeMap::new();
    for one in tried {
        match by_row.get_mut(&(one.line, one.by)) {
            Some(sum) => {
                sum.now += one.now;
                sum.then += one.then;
                sum.days.extend(one.days);
            }
            None => {
                by_row.insert((one.line, one.by), one);
            }
        }
    }
    let mut best: BTreeMap<u32, AskBack> = BTreeMap::new();
    for by in SHIFTS {
        for (_, one) in by_row.iter().filter(|((_, shift), _)| *shift == by) {
            if best.get(&one.line).is_none_or(|best| one.won() > best.won()) {
                best.insert(one.line, one.clone());
            }
        }
    }
    let mut found: Vec<AskBack> = best.into_values().collect();
    found.iter_mut().for_each(|one| one.days.sort_unstable());
    found.sort_by_key(|one| (std::cmp::Reverse(one.won()), one.line));
    found
}

impl AskBack {
    /// Time that moving the window wins, over the period.
    #[must_use]
    pub fn won(&self) -> Minutes {
        self.then - self.now
    }

    /// From and to which minute of the day it would be.
    #[must_use]
    pub fn moved_window(&self) -> (u16, u16) {
        (self.window.0.saturating_add_signed(self.by), self.window.1.saturating_add_signed(self.by))
    }
}

/// Every window of a day at every other time, where that wins something.
fn tries(day: &DayStudy) -> Vec<AskBack> {
    let reach = |study: &Study, partner: StakeholderId| -> Minutes {
        let results = analyze_in(study, day.period());
        let own = results.outcomes.iter().filter(|outcomes| outcomes.stakeholder == partner);
        own.map(|outcomes| outcomes.total.of(Outcome::Reachable)).sum()
    };
    let n_days = i64::try_from(day.days.len()).unwrap_or(0);
    let mut found = Vec::new();
    for (at, row) in day.study.windows.iter().enumerate().filter(|(_, row)| !row.is_tentative) {
        let Some((start, end)) = row.window else { continue };
        let now = reach(&day.study, row.stakeholder);
        for by in SHIFTS {
            let (Some(moved_start), Some(moved_end)) = (start.checked_add_signed(by), end.checked_add_signed(by))
            else {
                continue;
            };
            if moved_start >= 1440 {
                continue;
            }
            let mut moved = day.study.clone();
            moved.windows[at].window = Some((moved_start, moved_end));
            let then = reach(&moved, row.stakeholder);
            if then > now {
                found.push(AskBack {
                    partner: day.partners[row.stakeholder.index()],
                    line: row.line,
                    window: (start, end),
                    by,
                    days: day.days.clone(),
                    now: Minutes(now.0 * n_days),
                    then: Minutes(then.0 * n_days),
                });
            }
        }
    }
    found
}
