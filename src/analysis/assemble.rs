//! How do the parts of one pass become one result? Joined, sorted, and cut to the branch that is shown.

use super::DeskCover;
use super::branch_windows::stakeholder_outcomes;
use super::by_minute::sort_by_minute;
use super::day_plan::DayPlan;
use super::duty_time::{duty_times, role_descriptions};
use super::engine::Found;
use super::labels::PersonShown;
use super::offer::Offer;
use super::outcome::{Run, best_of};
use super::partner_groups::shortest_visits;
use super::public::Merged;
use super::reach::ContactSlot;
use super::results::{BranchGrids, DeskWhileClosed, Results};
use super::staff_time::{StaffTime, StaffWeek};
use crate::study::{BranchId, StaffId, Stakeholder, StakeholderId, Story, Study};
use crate::time::{Day, Minute, Minutes, Span, SpanSet};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Puts what the components found into one order.
pub fn assemble(plan: &DayPlan<'_>, (shown, offers, mut found): (Vec<PersonShown>, Vec<Offer>, Vec<Found>)) -> Results {
    // the longest lists are joined beside all others
    let long = LongLists::taken_from(&mut found);
    let ((slots, while_closed, both), mut results) =
        rayon::join(|| long.joined(), || joined(plan, empty_results(plan, shown), found));
    (results.slots, results.while_closed) = (slots, while_closed);
    results.whole = whole_grids(&results.grids, &offers, &both);
    results.shortest_visits = shortest_visits(plan.study.stakeholders.len(), &offers);
    results.sort();
    results
}

/// The longest lists of all branches, one after the other.
struct LongLists {
    slots: Vec<Vec<ContactSlot>>,
    while_closed: Vec<Vec<(u32, Day, i64)>>,
    both: Vec<Vec<Span>>,
}

impl LongLists {
    fn taken_from(found: &mut [Found]) -> LongLists {
        let while_closed = found.iter_mut().map(|part| std::mem::take(&mut part.while_closed)).collect();
        let branches = found.iter_mut().flat_map(|part| &mut part.branches);
        let (slots, both) =
            branches.map(|branch| (std::mem::take(&mut branch.slots), std::mem::take(&mut branch.swept.both))).unzip();
        LongLists { slots, while_closed, both }
    }

    /// In order; of the spans in which a stakeholder can meet and somebody may leave, the union.
    fn joined(self) -> (Vec<ContactSlot>, Vec<DeskWhileClosed>, SpanSet) {
        let mut both = self.both.concat();
        sort_by_minute(&mut both, &mut Vec::new(), |span| span.start.0);
        let mut slots = self.slots.concat();
        slots.sort_by_key(slot_order);
        (slots, by_line(self.while_closed.concat()), SpanSet::from_sorted(both))
    }
}

/// All other lists of all branches.
fn joined(plan: &DayPlan<'_>, mut results: Results, found: Vec<Found>) -> Results {
    let mut anywhere: FxHashMap<(StakeholderId, bool), Vec<Vec<Run>>> = FxHashMap::default();
    let accounts = found.iter().flat_map(|part| &part.branches).flat_map(|branch| &branch.accounts);
    results.staff_weeks.reserve_exact(accounts.map(|account| account.weeks.len()).sum());
    for part in found {
        results.conflicts.extend(part.conflicts);
        results.week.extend(part.week);
        results.n_assumed_dates += part.n_assumed.iter().map(|(_, n)| n).sum::<usize>();
        results.n_assumed_people += part.n_assumed.len();
        for branch in part.branches {
            for (stakeholder, is_tentative, runs) in branch.anywhere {
                anywhere.entry((stakeholder, is_tentative)).or_default().push(runs);
            }
            for account in branch.accounts {
                results.staff_time.push(account.total);
                results.blocks.push(account.blocks);
                results.staff_weeks.extend(account.weeks);
            }
            let (firm, tentative): (Vec<_>, Vec<_>) =
                branch.outcomes.into_iter().partition(|outcomes| !outcomes.is_tentative);
            results.outcomes.extend(firm);
            results.tentative.extend(tentative);
            results.desk_cover.extend(branch.swept.desks);
            results.grids.push(branch.swept.grids);
            results.hours_options.extend(branch.options);
            results.pairs.extend(branch.shared.pairs);
            results.departments.extend(branch.shared.departments);
            results.department_slots.extend(branch.shared.department_slots);
            results.common.extend(branch.shared.common);
            results.quiet.extend(branch.quiet);
        }
    }
    add_anywhere(&mut results, plan, anywhere);
    results
}

/// All branches as one.
fn whole_grids(branches: &[BranchGrids], offers: &[Offer], both: &SpanSet) -> BranchGrids {
    let mut whole = BranchGrids::new(BranchId(0));
    for grids in branches {
        whole.open.add_grid(&grids.open);
        whole.releasable.add_grid(&grids.releasable);
        whole.off_desk.add_grid(&grids.off_desk);
    }
    let set = |spans: Vec<(i32, i32)>| {
        SpanSet::from_spans(
            spans.into_iter().map(|(start, end)| Span { start: Minute(start), end: Minute(end) }).collect(),
        )
    };
    for of_one in offers.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
        let firm = of_one.iter().filter(|offer| !offer.is_tentative).flat_map(|offer| offer.windows.iter().copied());
        for span in set(firm.collect()).spans() {
            whole.partners.add(span.start.0, span.end.0, 1);
        }
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
        staff_weeks: Vec::<StaffWeek>::new(),
        blocks: Vec::new(),
        outcomes: Vec::new(),
        tentative: Vec::new(),
        groups: Vec::new(),
        shortest_visits: Vec::new(),
        slots: Vec::new(),
        desk_cover: Vec::<DeskCover>::new(),
        grids: Vec::new(),
        whole: BranchGrids::new(BranchId(0)),
        hours_options: Vec::new(),
        conflicts: Vec::new(),
        while_closed: Vec::new(),
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

fn by_line(mut rows: Vec<(u32, Day, i64)>) -> Vec<DeskWhileClosed> {
    rows.par_sort_unstable();
    rows.chunk_by(|a, b| a.0 == b.0)
        .map(|rows| DeskWhileClosed {
            line: rows[0].0,
            first: rows[0].1,
            n_dates: rows.len(),
            minutes: Minutes(rows.iter().map(|row| row.2).sum()),
        })
        .collect()
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

/// Slots are read branch by branch in the order of time.
pub fn slot_order(slot: &ContactSlot) -> (BranchId, Minute, StakeholderId, StaffId) {
    (slot.branch, slot.span.start, slot.stakeholder, slot.staff)
}

impl Results {
    fn sort(&mut self) {
        self.staff_time.sort_by_key(|account| (account.branch, account.staff));
        self.staff_weeks.sort_by_key(|week| (week.branch, week.staff, week.monday));
        self.blocks.sort_by_key(|blocks| (blocks.branch, blocks.staff));
        self.outcomes.sort_by_key(|outcomes| outcomes.stakeholder);
        self.tentative.sort_by_key(|outcomes| outcomes.stakeholder);
        self.desk_cover.sort_by_key(|cover| (cover.branch, cover.desk));
        self.grids.sort_by_key(|grids| grids.branch);
        self.departments.sort_by_key(|pair| pair.branch);
        self.department_slots.sort_by_key(|slot| slot.branch);
        self.conflicts.sort_by_key(|conflict| (conflict.staff, conflict.span.start, conflict.lines));
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
