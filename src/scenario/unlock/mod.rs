//! Which single change would make a partner's lost time reachable, and what is the cheapest? Every candidate is tried
//! on its day by the analysis itself, and what is offered is tried again on the whole study.

mod candidates;
mod trial;

use super::day_study::{DayStudy, day_studies};
use super::on_days::on_days;
use super::parts::{Part, parts};
use crate::analysis::{Outcome, Results, analyze_in};
use crate::study::{Action, BranchId, Change, StakeholderId, Study};
use crate::time::{Day, DayRule, Minutes, WeekSet, WeekdaySet};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
pub(super) use trial::Trial;

/// A change that makes lost partner time reachable.
#[derive(Clone, Debug, PartialEq)]
pub struct Unlock {
    /// The change, once for each kind of date on which it holds.
    pub changes: Vec<Change>,
    /// Partner time won over the period, all partners together.
    pub won: Minutes,
    /// Partners that gain time by it, and how much, the most first.
    pub winners: Vec<(StakeholderId, Minutes)>,
    /// Partners that lose time by it, and how much.
    pub losers: Vec<(StakeholderId, Minutes)>,
    /// Hours of work that it adds over the period.
    pub added: Minutes,
    /// How much time it moves over the period: desk time, working hours, opening hours, a minimum, a duty.
    pub moved: Minutes,
}

impl Unlock {
    /// Partner time won for each hour moved.
    #[must_use]
    pub fn won_per_hour(&self) -> f64 {
        if self.moved.is_zero() { 0.0 } else { self.won.hours() / self.moved.hours() }
    }
}

/// The cheapest change for each partner and kind of day on which time of it is lost, the most won for each hour moved
/// first.
#[must_use]
pub fn unlocks(study: &Study, results: &Results) -> Vec<Unlock> {
    let tried: Vec<Unlock> =
        parts(study, &results.shown).into_par_iter().flat_map_iter(|part| of_part(&part, results)).collect();
    let mut unlocks: Vec<Unlock> = Vec::new();
    for unlock in tried {
        // one change may be the cheapest for several partners
        if !unlocks.iter().any(|other| other.changes == unlock.changes) {
            unlocks.push(unlock);
        }
    }
    unlocks.sort_by(|a, b| b.won_per_hour().total_cmp(&a.won_per_hour()).then(b.won.cmp(&a.won)));
    unlocks
}

/// The same for branches that hang together: each change is tried on all of them.
fn of_part(part: &Part, results: &Results) -> Vec<Unlock> {
    let period = &results.period;
    let shown = part.branches.iter().filter(|branch| results.shown.contains(branch));
    let days: Vec<DayStudy> = shown.flat_map(|branch| day_studies(&part.study, period, *branch)).collect();
    let found: Vec<(StakeholderId, Change, Vec<Day>)> = days
        .into_par_iter()
        .flat_map_iter(|day| {
            let best = best_of_day(&day);
            best.into_iter().map(move |(partner, change)| whole(&day, partner, change)).collect::<Vec<_>>()
        })
        .collect();
    let before = analyze_in(&part.study, period.clone());
    joined(found)
        .into_par_iter()
        .filter_map(|(partner, change, days)| verified(&part.study, &before, partner, &change, &days))
        .collect()
}

/// The best change of one day for each of its partners, in the ids of the small study. Of changes that win as much for
/// each hour the one that wins more comes first, then the one that was found first.
#[must_use]
pub fn best_of_day(day: &DayStudy) -> Vec<(StakeholderId, Change)> {
    let Some(base) = Trial::of(day, None) else { return Vec::new() };
    let mut best: BTreeMap<StakeholderId, (f64, Minutes, Change)> = BTreeMap::new();
    for (partner, change) in candidates::candidates(day, &base) {
        let Some(trial) = Trial::of(day, Some(&change)) else { continue };
        let won = trial.reach() - base.reach();
        let own = trial.reach_of(partner) - base.reach_of(partner);
        if won.0 <= 0 || own.0 <= 0 || !trial.is_no_worse_than(&base) || trial.moved.is_zero() {
            continue;
        }
        let ratio = won.hours() / trial.moved.hours();
        let is_better = best
            .get(&partner)
            .is_none_or(|(best, most, _)| ratio > best + 1e-9 || (ratio > best - 1e-9 && won > *most));
        if is_better {
            best.insert(partner, (ratio, won, change));
        }
    }
    best.into_iter().map(|(partner, (_, _, change))| (partner, change)).collect()
}

/// The same with its partner and its days.
fn whole(day: &DayStudy, partner: StakeholderId, change: Change) -> (StakeholderId, Change, Vec<Day>) {
    (day.partners[partner.index()], whole_change(day, change), day.days.clone())
}

/// A change of a small study in the ids of the whole one.
pub(super) fn whole_change(day: &DayStudy, mut change: Change) -> Change {
    let person = |staff: &mut crate::study::StaffId| *staff = day.people[staff.index()];
    match &mut change.action {
        Action::Move { from, to, .. } => [from, to].into_iter().for_each(person),
        Action::Swap { a, b, .. } => [a, b].into_iter().for_each(person),
        Action::Release { staff: Some(staff), .. } | Action::Reschedule { staff, .. } => person(staff),
        Action::Shift { people, .. } => people.iter_mut().for_each(person),
        _ => {}
    }
    change.branch = day.branches.get(change.branch.index()).copied().unwrap_or(BranchId(0));
    change
}

/// The same change on several kinds of days is one.
fn joined(found: Vec<(StakeholderId, Change, Vec<Day>)>) -> Vec<(StakeholderId, Change, Vec<Day>)> {
    let mut joined: Vec<(StakeholderId, Change, Vec<Day>)> = Vec::new();
    for (partner, change, days) in found {
        let same = joined.iter_mut().find(|(other_partner, other, _)| {
            *other_partner == partner
                && (other.branch, &timeless(other).action, other.when.time)
                    == (change.branch, &timeless(&change).action, change.when.time)
        });
        match same {
            Some((.., other_days)) => {
                other_days.extend(days);
                other_days.sort_unstable();
            }
            None => joined.push((partner, change, days)),
        }
    }
    joined
}

/// The change with the day of a swap's other hour left out.
pub(super) fn timeless(change: &Change) -> Change {
    let mut change = change.clone();
    if let Action::Swap { other, .. } = &mut change.action {
        other.day = DayRule::Weekly(WeekdaySet::DAILY, WeekSet::EVERY);
    }
    change
}

/// Tries a change on the whole study, on all its dates; none where it wins nothing there.
fn verified(study: &Study, results: &Results, partner: StakeholderId, change: &Change, days: &[Day]) -> Option<Unlock> {
    let (changes, applied) = on_days(study, &results.period, change, days)?;
    let after = analyze_in(&applied.study, results.period.clone());
    let won = after.outcome_totals().of(Outcome::Reachable) - results.outcome_totals().of(Outcome::Reachable);
    let differences: Vec<(StakeholderId, Minutes)> = results
        .outcomes
        .iter()
        .zip(&after.outcomes)
        .map(|(before, after)| {
            let of = |outcomes: &crate::analysis::StakeholderOutcomes| outcomes.total.of(Outcome::Reachable);
            (before.stakeholder, of(after) - of(before))
        })
        .collect();
    let mut winners: Vec<(StakeholderId, Minutes)> = differences.iter().filter(|(_, won)| won.0 > 0).copied().collect();
    winners.sort_by_key(|(who, won)| (Reverse(*won), *who));
    let helps = winners.iter().any(|(who, _)| *who == partner);
    let losers: Vec<(StakeholderId, Minutes)> =
        differences.iter().filter(|(_, won)| won.0 < 0).map(|(who, won)| (*who, Minutes(-won.0))).collect();
    let n_days = i64::try_from(days.len()).unwrap_or(1);
    let moved = Minutes(trial::moved_by(&change.action, change.when.time).0 * n_days);
    let added = applied.moved.work_added - applied.moved.work_removed;
    (won.0 > 0 && helps).then_some(Unlock { changes, won, winners, losers, added, moved })
}
