//! What do the shown branches add up to? The sums that sentences and charts are made of.

use super::outcome::{OutcomeMinutes, StakeholderOutcomes};
use super::results::{BranchGrids, Results};
use super::staff_time::StaffTime;
use crate::say;
use crate::study::{Activity, BranchId};
use crate::time::Minutes;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Sums over accounts of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct TimeTotals {
    /// At work.
    pub on_shift: Minutes,
    /// On desks and on each other duty, in the order of [`Activity::ALL`].
    pub by_activity: [Minutes; Activity::N_COUNTED],
    /// Off-desk time in usable blocks.
    pub usable: Minutes,
    /// Off-desk time in fragments.
    pub fragments: Minutes,
    /// How many people; 0 where nobody counted them.
    pub n_people: usize,
    /// How many usable blocks.
    pub n_usable_blocks: usize,
    /// How many blocks.
    pub n_blocks: usize,
    /// Off-desk time in blocks of at least 90 minutes.
    pub in_blocks_of_90: Minutes,
    /// Off-desk time in blocks of at least 120 minutes.
    pub in_blocks_of_120: Minutes,
    /// The longest block.
    pub longest_block: Minutes,
    /// Dates on which working hours are not given, person by person.
    pub n_assumed_dates: usize,
}

impl TimeTotals {
    /// Adds one account.
    pub fn add(&mut self, account: &StaffTime) {
        self.on_shift += account.on_shift;
        for (own, more) in self.by_activity.iter_mut().zip(account.by_activity) {
            *own += more;
        }
        self.usable += account.usable;
        self.fragments += account.fragments;
        self.n_usable_blocks += account.n_usable_blocks;
        self.n_blocks += account.n_blocks;
        self.in_blocks_of_90 += account.in_blocks_of_90;
        self.in_blocks_of_120 += account.in_blocks_of_120;
        self.longest_block = self.longest_block.max(account.longest_block);
        self.n_assumed_dates += account.n_assumed_dates;
    }

    /// On desks.
    #[must_use]
    pub fn desk(&self) -> Minutes {
        self.by_activity[Activity::Desk.index()]
    }

    /// On other duties.
    #[must_use]
    pub fn other_duties(&self) -> Minutes {
        self.by_activity[1..].iter().copied().sum()
    }

    /// On shift, and neither on a desk nor on another duty.
    #[must_use]
    pub fn off_desk(&self) -> Minutes {
        self.usable + self.fragments
    }

    /// Planning and assessment.
    #[must_use]
    pub fn planning_and_assessment(&self) -> Minutes {
        self.by_activity[Activity::Planning.index()] + self.by_activity[Activity::Assessment.index()]
    }
}

/// Sums over the desks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DeskTotals {
    /// Person-minutes on desks.
    pub person: Minutes,
    /// Desk-minutes under the minimum.
    pub under_minimum: Minutes,
    /// Person-minutes above the minimum.
    pub above_minimum_person: Minutes,
    /// Person-minutes while closed.
    pub while_closed_person: Minutes,
    /// Desk-minutes open.
    pub open: Minutes,
}

impl Results {
    /// Sums over everybody shown.
    #[must_use]
    pub fn time_totals(&self) -> TimeTotals {
        totals_of(self.staff_time.iter())
    }

    /// Sums over everybody shown who may meet stakeholders.
    #[must_use]
    pub fn time_totals_of_eligible(&self) -> TimeTotals {
        totals_of(self.staff_time.iter().filter(|account| self.person(account.staff).is_eligible))
    }

    /// The same, where working hours that are not given are all open hours.
    #[must_use]
    pub fn time_totals_at_most(&self) -> Option<TimeTotals> {
        self.at_most.as_ref()?;
        Some(totals_of(self.staff_time.iter().filter_map(|account| self.staff_time_at_most(account))))
    }

    /// Sums by role, in the order of the roles' names.
    #[must_use]
    pub fn time_by_role(&self) -> Vec<(String, TimeTotals)> {
        let role = |account: &StaffTime| self.person(account.staff).role.clone();
        totals_by(&self.staff_time, role).into_iter().collect()
    }

    /// Sums by branch and role. Not for the public: at one branch, a role may be one person.
    #[must_use]
    pub fn time_by_branch_and_role(&self) -> Vec<(BranchId, String, TimeTotals)> {
        let key = |account: &StaffTime| (account.branch, self.person(account.staff).role.clone());
        totals_by(&self.staff_time, key).into_iter().map(|((branch, role), totals)| (branch, role, totals)).collect()
    }

    /// Sums by branch; branches that are merged come last, as one.
    #[must_use]
    pub fn time_by_branch(&self) -> Vec<(String, TimeTotals)> {
        let key = |account: &StaffTime| (self.is_merged(account.branch), self.people_branch(account.branch));
        totals_by(&self.staff_time, key).into_iter().map(|((_, label), totals)| (label, totals)).collect()
    }

    /// Half-hour grids by branch; those of branches that are merged come last, as one.
    #[must_use]
    pub fn grids_by_branch(&self) -> Vec<(String, Cow<'_, BranchGrids>)> {
        let mut merged: Option<BranchGrids> = None;
        let mut found: Vec<(String, Cow<'_, BranchGrids>)> = Vec::with_capacity(self.grids.len());
        for grids in &self.grids {
            if self.is_merged(grids.branch) {
                merged.get_or_insert_with(|| BranchGrids::new(grids.branch)).add(grids);
            } else {
                found.push((self.branch_name(grids.branch).to_owned(), Cow::Borrowed(grids)));
            }
        }
        found.extend(merged.map(|grids| (self.people_branch(grids.branch), Cow::Owned(grids))));
        found
    }

    /// Everybody's time on an activity.
    #[must_use]
    pub fn time_on(&self, activity: Activity) -> Minutes {
        self.staff_time.iter().map(|account| account.by_activity[activity.index()]).sum()
    }

    /// Whether people's time at a branch is shown with that of others only.
    pub(super) fn is_merged(&self, branch: BranchId) -> bool {
        self.merged.branches.contains(&branch)
    }

    /// The branch under which people's time is shown: its name, or that of the merged ones.
    #[must_use]
    pub fn people_branch(&self, branch: BranchId) -> String {
        let is_any_other = || self.staff_time.iter().any(|account| !self.is_merged(account.branch));
        match self.is_merged(branch) {
            false => self.branch_name(branch).to_owned(),
            true if is_any_other() => say!("other-branches"),
            true => say!("all-branches"),
        }
    }

    /// The branch of a row that covers everybody shown.
    #[must_use]
    pub fn whole_branch(&self) -> String {
        match self.shown[..] {
            [branch] => self.branch_name(branch).to_owned(),
            _ => say!("all-branches"),
        }
    }

    /// Where working hours are not given and contracted hours are: those hours less desk and other duties, over the
    /// period, at this branch and all others. Exact in total; its place in the week is not known. (Domain, section 4.)
    #[must_use]
    pub fn off_desk_by_contract(&self, account: &StaffTime, n_days: usize) -> Option<Minutes> {
        let weekly = self.person(account.staff).weekly.filter(|_| account.is_at_least())?;
        let n_days = i64::try_from(n_days).ok()?;
        let all = self.staff_time.iter().filter(|other| other.staff == account.staff);
        let busy: Minutes = all.map(|other| other.desk() + other.other_duties()).sum();
        Some(Minutes((weekly.0 * n_days / 7 - busy.0).max(0)))
    }

    /// Outcomes of all firm windows.
    #[must_use]
    pub fn outcome_totals(&self) -> OutcomeMinutes {
        sum_outcomes(self.outcomes.iter())
    }

    /// The same, where working hours that are not given are all open hours.
    #[must_use]
    pub fn outcome_totals_at_most(&self) -> Option<OutcomeMinutes> {
        self.at_most.as_ref()?;
        Some(sum_outcomes(self.outcomes.iter().filter_map(|outcomes| self.outcomes_at_most(outcomes))))
    }

    /// Firm window time inside and outside open hours.
    #[must_use]
    pub fn inside_and_outside(&self) -> (Minutes, Minutes) {
        let sum = |days: &[Minutes; 7]| days.iter().copied().sum::<Minutes>();
        let inside = self.outcomes.iter().map(|outcomes| sum(&outcomes.inside_open)).sum();
        (inside, self.outcomes.iter().map(|outcomes| sum(&outcomes.outside_open)).sum())
    }

    /// Sums over the desks shown.
    #[must_use]
    pub fn desk_totals(&self) -> DeskTotals {
        let mut totals = DeskTotals::default();
        for cover in &self.desk_cover {
            totals.person += cover.person;
            totals.under_minimum += cover.under_minimum;
            totals.above_minimum_person += cover.above_minimum_person;
            totals.while_closed_person += cover.while_closed_person;
            totals.open += cover.open;
        }
        totals
    }
}

fn totals_of<'a>(accounts: impl Iterator<Item = &'a StaffTime>) -> TimeTotals {
    let mut people = Vec::new();
    let mut totals = TimeTotals::default();
    for account in accounts {
        people.push(account.staff);
        totals.add(account);
    }
    people.sort_unstable();
    people.dedup();
    TimeTotals { n_people: people.len(), ..totals }
}

/// Sums by a key; a person who has several accounts under it is one.
fn totals_by<K: Ord>(accounts: &[StaffTime], key: impl Fn(&StaffTime) -> K) -> BTreeMap<K, TimeTotals> {
    let mut of_key: BTreeMap<K, Vec<&StaffTime>> = BTreeMap::new();
    for account in accounts {
        of_key.entry(key(account)).or_default().push(account);
    }
    of_key.into_iter().map(|(key, accounts)| (key, totals_of(accounts.into_iter()))).collect()
}

fn sum_outcomes<'a>(all: impl Iterator<Item = &'a StakeholderOutcomes>) -> OutcomeMinutes {
    all.fold(OutcomeMinutes::default(), |mut sum, outcomes| {
        sum.add_all(&outcomes.total);
        sum
    })
}
