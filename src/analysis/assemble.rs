//! How do the parts of one pass become one result? Joined, sorted, and cut to the branch that is shown.

use super::DeskCover;
use super::branch_windows::stakeholder_outcomes;
use super::day_plan::DayPlan;
use super::duty_time::{duty_times, role_descriptions};
use super::engine::{BranchFound, Found};
use super::grid::Grid;
use super::labels::PersonShown;
use super::lists::Lists;
use super::minute_set::MinuteSet;
use super::offer::{Offer, firm_time};
use super::outcome::{Run, StakeholderOutcomes, best_of};
use super::partner_groups::shortest_visits;
use super::public::Merged;
use super::results::{BranchGrids, Results};
use super::staff_time::StaffTime;
use crate::study::{BranchId, StaffId, Stakeholder, StakeholderId, Story, Study};
use crate::time::SpanSet;
use rustc_hash::FxHashMap;

/// Puts what the components found into one order.
pub fn assemble(plan: &DayPlan<'_>, (shown, offers, mut found): (Vec<PersonShown>, Vec<Offer>, Vec<Found>)) -> Results {
    let both = lists(&mut found, |branch| &mut branch.swept.both);
    // what is not of one branch alone is found beside all other lists
    let whole = || {
        let visits = shortest_visits(plan.study.stakeholders.len(), &offers);
        (MinuteSet::of(both.iter().flatten()).spans(), whole_partners(&offers), visits)
    };
    let ((both, partners, visits), mut results) =
        rayon::join(whole, || joined(plan, empty_results(plan, shown), found));
    results.whole = whole_grids(&results.grids, partners, &both);
    results.shortest_visits = visits;
    results.sort();
    results
}

/// One kind of list of all branches, one after the other.
fn taken<T>(found: &mut [Found], list: impl Fn(&mut BranchFound) -> &mut Vec<T>) -> Vec<T> {
    one_after_the_other(lists(found, list))
}

/// One kind of list of all branches.
fn lists<T>(found: &mut [Found], list: impl Fn(&mut BranchFound) -> &mut Vec<T>) -> Vec<Vec<T>> {
    let branches = found.iter_mut().flat_map(|part| &mut part.branches);
    branches.map(|branch| std::mem::take(list(branch))).collect()
}

/// One kind of list of all people, each as it was found.
fn by_person<T, K: Ord>(
    found: &mut [Found],
    lists: impl Fn(&mut Found) -> &mut Vec<Vec<T>>,
    order: impl Fn(&T) -> K,
) -> Lists<T> {
    Lists::of(found.iter_mut().flat_map(|part| std::mem::take(lists(part))).collect(), order)
}

fn one_after_the_other<T>(lists: Vec<Vec<T>>) -> Vec<T> {
    let mut all = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    lists.into_iter().for_each(|list| all.extend(list));
    all
}

/// All other lists of all branches.
fn joined(plan: &DayPlan<'_>, mut results: Results, mut found: Vec<Found>) -> Results {
    results.conflicts = by_person(&mut found, |part| &mut part.conflicts, |conflict| conflict.staff);
    results.while_closed = by_person(&mut found, |part| &mut part.while_closed, |row| row.line);
    results.week = one_after_the_other(found.iter_mut().map(|part| std::mem::take(&mut part.week)).collect());
    results.n_assumed_dates = found.iter().flat_map(|part| &part.n_assumed).map(|(_, n)| n).sum();
    results.n_assumed_people = found.iter().map(|part| part.n_assumed.len()).sum();
    let accounts = taken(&mut found, |branch| &mut branch.accounts);
    let mut weeks = Vec::with_capacity(accounts.len());
    for account in accounts {
        results.staff_time.push(account.total);
        results.blocks.push(account.blocks);
        weeks.push(account.weeks);
    }
    results.staff_weeks = Lists::of(weeks, |week| (week.branch, week.staff));
    results.slots = Lists::of(lists(&mut found, |branch| &mut branch.slots), |slot| slot.branch);
    (results.tentative, results.outcomes) = taken(&mut found, |branch| &mut branch.outcomes)
        .into_iter()
        .partition(|outcomes: &StakeholderOutcomes| outcomes.is_tentative);
    results.desk_cover = taken(&mut found, |branch| &mut branch.swept.desks);
    results.hours_options = taken(&mut found, |branch| &mut branch.options);
    results.pairs = taken(&mut found, |branch| &mut branch.shared.pairs);
    results.departments = taken(&mut found, |branch| &mut branch.shared.departments);
    results.department_slots = taken(&mut found, |branch| &mut branch.shared.department_slots);
    results.common = taken(&mut found, |branch| &mut branch.shared.common);
    results.quiet = taken(&mut found, |branch| &mut branch.quiet);
    let mut anywhere: FxHashMap<(StakeholderId, bool), Vec<Vec<Run>>> = FxHashMap::default();
    for (stakeholder, is_tentative, runs) in taken(&mut found, |branch| &mut branch.anywhere) {
        anywhere.entry((stakeholder, is_tentative)).or_default().push(runs);
    }
    add_anywhere(&mut results, plan, anywhere);
    results.grids = found.into_iter().flat_map(|part| part.branches).map(|branch| branch.swept.grids).collect();
    results
}

/// Firm windows of all stakeholders, each counted once.
fn whole_partners(offers: &[Offer]) -> Grid {
    let mut partners = Grid::default();
    for of_one in offers.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
        firm_time(of_one.iter()).spans().iter().for_each(|span| partners.add(span.start.0, span.end.0, 1));
    }
    partners
}

/// All branches as one.
fn whole_grids(branches: &[BranchGrids], partners: Grid, both: &SpanSet) -> BranchGrids {
    let mut whole = BranchGrids { partners, ..BranchGrids::new(BranchId(0)) };
    for grids in branches {
        whole.open.add_grid(&grids.open);
        whole.releasable.add_grid(&grids.releasable);
        whole.off_desk.add_grid(&grids.off_desk);
    }
    for span in both.spans() {
        whole.both.add(span.start.0, span.end.0, 1);
    }
    whole
}

fn empty_results(plan: &DayPlan<'_>, people: Vec<PersonShown>) -> Results {
    let study = plan.study;
    Results {
        period: plan.period.clone(),
        settings: study.settings.clone(),
        branches: study.branches.clone(),
        shown: (0..study.branches.len()).map(BranchId::at).collect(),
        desks: study.desks.clone(),
        stakeholders: study.stakeholders.clone(),
        stories: study.stories.clone(),
        people,
        staff_time: Vec::new(),
        staff_weeks: Lists::default(),
        blocks: Vec::new(),
        outcomes: Vec::new(),
        tentative: Vec::new(),
        groups: Vec::new(),
        shortest_visits: Vec::new(),
        slots: Lists::default(),
        desk_cover: Vec::<DeskCover>::new(),
        grids: Vec::new(),
        whole: BranchGrids::new(BranchId(0)),
        hours_options: Vec::new(),
        conflicts: Lists::default(),
        while_closed: Lists::default(),
        pairs: Vec::new(),
        departments: Vec::new(),
        department_slots: Vec::new(),
        common: Vec::new(),
        quiet: Vec::new(),
        duties: Vec::new(),
        role_descriptions: Vec::new(),
        week: Vec::new(),
        week_of: plan.period.first().monday(),
        n_assumed_dates: 0,
        n_assumed_people: 0,
        at_most: None,
        merged: Merged::default(),
        n_left_out: study.n_left_out(),
        sources: study.sources.clone(),
    }
}

/// Stakeholders that any branch may meet: of each minute the outcome that stands first over all branches. Their time
/// is inside open hours where any branch is open.
fn add_anywhere(results: &mut Results, plan: &DayPlan<'_>, anywhere: FxHashMap<(StakeholderId, bool), Vec<Vec<Run>>>) {
    if anywhere.is_empty() {
        return;
    }
    let open = plan.open.iter().fold(SpanSet::default(), |all, open| all.union(open));
    let is_at_least = results.n_assumed_dates > 0;
    let mut parts: Vec<_> = anywhere.into_iter().collect();
    parts.sort_unstable_by_key(|(key, _)| *key);
    for ((stakeholder, is_tentative), accounts) in parts {
        let outcomes = stakeholder_outcomes(stakeholder, is_tentative, &best_of(accounts), &open, is_at_least);
        if is_tentative { &mut results.tentative } else { &mut results.outcomes }.push(outcomes);
    }
}

impl Results {
    fn sort(&mut self) {
        self.staff_time.sort_by_key(|account| (account.branch, account.staff));
        self.blocks.sort_by_key(|blocks| (blocks.branch, blocks.staff));
        self.outcomes.sort_by_key(|outcomes| outcomes.stakeholder);
        self.tentative.sort_by_key(|outcomes| outcomes.stakeholder);
        self.desk_cover.sort_by_key(|cover| (cover.branch, cover.desk));
        self.grids.sort_by_key(|grids| grids.branch);
        self.departments.sort_by_key(|pair| pair.branch);
        self.department_slots.sort_by_key(|slot| slot.branch);
        self.week.sort_by_key(|(staff, stretch)| (*staff, stretch.start));
    }

    /// Sets job descriptions beside the accounts of time.
    pub(super) fn set_descriptions(&mut self, study: &Study) {
        self.duties = duty_times(study, &self.staff_time, &self.people);
        self.role_descriptions = role_descriptions(study, &self.staff_time, &self.people);
    }

    /// Keeps what belongs to one branch, and stakeholders that any branch may meet.
    pub(super) fn show_branch(&mut self, name: &str) {
        let Some(at) = self.branches.iter().position(|branch| branch.to_lowercase() == name.to_lowercase()) else {
            return;
        };
        let branch = BranchId::at(at);
        self.shown = vec![branch];
        self.staff_time.retain(|account| account.branch == branch);
        self.staff_weeks.retain(|week| week.branch == branch);
        self.blocks.retain(|blocks| blocks.branch == branch);
        let stakeholders = &self.stakeholders;
        let is_of = |id: StakeholderId| stakeholders[id.index()].branch.is_none_or(|at| at == branch);
        let is_told = |story: &Story| {
            let is_own = |(id, partner): (usize, &Stakeholder)| {
                story.partners.contains(&partner.name) && is_of(StakeholderId::at(id))
            };
            story.partners.is_empty() || stakeholders.iter().enumerate().any(is_own)
        };
        self.stories.retain(is_told);
        self.outcomes.retain(|outcomes| is_of(outcomes.stakeholder));
        self.tentative.retain(|outcomes| is_of(outcomes.stakeholder));
        self.slots.retain(|slot| slot.branch == branch);
        self.desk_cover.retain(|cover| cover.branch == branch);
        self.grids.retain(|grids| grids.branch == branch);
        self.whole = self.grids.first().cloned().unwrap_or_else(|| BranchGrids::new(branch));
        self.hours_options.retain(|option| option.branch == branch);
        self.pairs.retain(|pair| pair.branch == branch);
        self.departments.retain(|pair| pair.branch == branch);
        self.department_slots.retain(|slot| slot.branch == branch);
        self.common.retain(|slot| slot.branch == branch);
        self.quiet.retain(|quiet| quiet.branch == branch);
        self.week.retain(|(_, stretch)| stretch.branch == branch);
        self.sources.retain(|source| source.branch.is_none_or(|at| at == branch));
        let works_here: Vec<StaffId> = self.staff_time.iter().map(|account: &StaffTime| account.staff).collect();
        self.conflicts.retain(|conflict| works_here.contains(&conflict.staff));
    }
}
