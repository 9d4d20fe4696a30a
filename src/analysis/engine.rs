//! Runs the whole analysis: people, branches, windows; components of branches side by side.

use super::at_most::at_most;
use super::branch_sweep::{BranchSwept, SweepInput, sweep_branch};
use super::component::{Component, RowsByPerson, components};
use super::conflict::Conflict;
use super::day_plan::DayPlan;
use super::duty_time::duty_times;
use super::events::{Change, Event, push_desks, push_hours, push_minimums, push_people};
use super::hours_options::HoursTally;
use super::labels::{PersonShown, people_shown};
use super::offer::{Offer, offers};
use super::outcome::{OutcomeMinutes, Run, StakeholderOutcomes, account_runs, best_of, outcomes};
use super::period_choice::choose_period;
use super::person_time::{PersonTime, Scratch, Stretch, person_time};
use super::quiet_desk::quiet_desk;
use super::reach::{ContactSlot, FreeTime, cut, pieces, union};
use super::results::{Block, BranchGrids, DeskWhileClosed, Results};
use super::shared_time::{Shared, shared_time};
use super::staff_time::{Account, StaffTime, StaffWeek, account};
use super::{DeskCover, HoursOption, QuietDesk};
use crate::study::{Assume, BranchId, DeskId, StaffId, StakeholderId, Study};
use crate::time::{Day, Minute, Minutes, Period, Span, SpanSet};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Analyzes a study.
#[must_use]
pub fn analyze(study: &Study) -> Results {
    let period = choose_period(study);
    let plan = DayPlan::new(study, period, study.settings.assume);
    let found = run(&plan);
    let mut results = assemble(&plan, found);
    if results.is_at_least() {
        let wider = DayPlan::new(study, plan.period.clone(), Assume::OpenHours);
        let found = run(&wider);
        results.at_most = Some(at_most(assemble(&wider, found)));
    }
    results.show_branch(study.settings.branch.as_deref());
    results
}

/// What is found at one branch.
pub struct BranchFound {
    accounts: Vec<Account>,
    slots: Vec<ContactSlot>,
    outcomes: Vec<StakeholderOutcomes>,
    swept: BranchSwept,
    options: Vec<HoursOption>,
    shared: Shared,
    quiet: Vec<QuietDesk>,
    /// Runs of stakeholders that any branch may meet.
    anywhere: Vec<(StakeholderId, bool, Vec<Run>)>,
}

/// What is found in one component.
pub struct Found {
    branches: Vec<BranchFound>,
    conflicts: Vec<Conflict>,
    while_closed: Vec<(u32, Day, i64)>,
    week: Vec<(StaffId, Stretch)>,
    n_assumed: Vec<(StaffId, usize)>,
}

/// One pass.
fn run(plan: &DayPlan<'_>) -> (Vec<PersonShown>, Vec<Offer>, Vec<Found>) {
    let study = plan.study;
    let offers = offers(plan);
    let by_person = RowsByPerson::of(study);
    let shown = people_shown(study, &works_at(study));
    let found = components(study)
        .into_par_iter()
        .map(|component| ComponentRun { plan, offers: &offers, by_person: &by_person, shown: &shown, component }.run())
        .collect();
    (shown, offers, found)
}

/// The branches at which each person has schedule rows.
fn works_at(study: &Study) -> FxHashMap<StaffId, Vec<BranchId>> {
    let mut works_at: FxHashMap<StaffId, Vec<BranchId>> = FxHashMap::default();
    let mut last = None;
    for row in study.schedule_rows() {
        if last == Some((row.staff, row.branch)) {
            continue;
        }
        last = Some((row.staff, row.branch));
        let branches = works_at.entry(row.staff).or_default();
        if !branches.contains(&row.branch) {
            branches.push(row.branch);
        }
    }
    works_at
}

struct ComponentRun<'p, 's> {
    plan: &'p DayPlan<'s>,
    offers: &'p [Offer],
    by_person: &'p RowsByPerson,
    shown: &'p [PersonShown],
    component: Component,
}

impl ComponentRun<'_, '_> {
    fn run(&self) -> Found {
        let (mut scratch, mut rows) = (Scratch::default(), Vec::new());
        let times: Vec<PersonTime> = self
            .component
            .people
            .iter()
            .map(|staff| {
                self.by_person.rows_of(*staff, self.plan.study, &mut rows);
                person_time(*staff, &rows, self.plan, &mut scratch)
            })
            .collect();
        let branches = self.component.branches.iter().map(|branch| self.branch(*branch, &times)).collect();
        let week = week_span(&self.plan.period);
        let in_week = |stretch: &&Stretch| week.start.0 <= stretch.start && stretch.start < week.end.0;
        Found {
            branches,
            conflicts: times.iter().flat_map(|time| time.conflicts.iter().copied()).collect(),
            while_closed: times.iter().flat_map(|time| time.while_closed.iter().copied()).collect(),
            week: times
                .iter()
                .flat_map(|time| time.stretches.iter().filter(in_week).map(|stretch| (time.staff, *stretch)))
                .collect(),
            n_assumed: times
                .iter()
                .filter(|time| !time.assumed.is_empty())
                .map(|time| (time.staff, time.assumed.len()))
                .collect(),
        }
    }

    fn branch(&self, branch: BranchId, times: &[PersonTime]) -> BranchFound {
        let study = self.plan.study;
        let people: Vec<&PersonTime> = times
            .iter()
            .filter(|time| {
                time.stretches.iter().any(|stretch| stretch.branch == branch)
                    || time.desks.iter().any(|desk| desk.branch == branch)
            })
            .collect();
        let own: Vec<&Offer> = self.offers.iter().filter(|offer| offer.branch.is_none_or(|at| at == branch)).collect();
        let groups = Groups::of(&own, &people, study);
        let desks = desks_of(branch, &people, study);
        let has_traffic: Vec<bool> = desks
            .iter()
            .map(|desk| study.traffic.iter().any(|row| row.branch == branch && row.desk == *desk))
            .collect();
        let mut events = Vec::new();
        push_people(&people, branch, &mut events);
        push_desks(&people, branch, &desks, &mut events);
        push_hours(self.plan, branch, &mut events);
        let minimums = push_minimums(self.plan, branch, &desks, &mut events);
        push_partners(&own, &mut events);
        let swept = sweep_branch(SweepInput {
            branch,
            events,
            groups_of: &groups.of_person,
            n_groups: groups.roles.len(),
            desks: &desks,
            has_traffic: &has_traffic,
            minimums: &minimums,
            default_minimum: i64::from(study.settings.default_minimum),
            building_default: i64::from(study.settings.building_minimum),
        });
        let min_block = Minutes(i64::from(study.settings.min_block));
        let accounts: Vec<Account> =
            people.iter().filter_map(|time| account(time, branch, min_block, &self.plan.period)).collect();
        let blocks: Vec<Block> = accounts.iter().flat_map(|account| account.blocks.iter().copied()).collect();
        let staff: Vec<StaffId> = accounts.iter().map(|account| account.total.staff).collect();
        let shared = shared_time(branch, &staff, &blocks, self.shown, study);
        let traffic = study.traffic.iter().filter(|row| row.branch == branch);
        let quiet = traffic
            .map(|row| {
                quiet_desk(row, desks.binary_search(&row.desk).map_or(&[], |desk| &swept.levels[desk]), self.plan)
            })
            .collect();
        let windows =
            BranchWindows { branch, plan: self.plan, people: &people, own: &own, groups: &groups, swept: &swept };
        let mut found = BranchFound {
            accounts,
            slots: Vec::new(),
            outcomes: Vec::new(),
            options: Vec::new(),
            shared,
            quiet,
            anywhere: Vec::new(),
            swept: BranchSwept::empty(branch),
        };
        windows.meet(&mut found);
        found.slots.sort_unstable_by_key(slot_order);
        found.swept = swept;
        found
    }
}

/// Desks of a branch: those that are staffed, and those that only a minimum or traffic names.
fn desks_of(branch: BranchId, people: &[&PersonTime], study: &Study) -> Vec<DeskId> {
    let staffed =
        people.iter().flat_map(|time| time.desks.iter()).filter(|span| span.branch == branch).map(|span| span.desk);
    let mut desks: Vec<DeskId> = staffed.collect();
    desks.sort_unstable();
    desks.dedup();
    desks.extend(study.coverage.iter().filter(|rule| rule.branch == branch).filter_map(|rule| rule.desk));
    desks.sort_unstable();
    desks.dedup();
    desks
}

/// A stakeholder is available while any of its firm windows lasts.
fn push_partners(own: &[&Offer], events: &mut Vec<Event>) {
    for offers in own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
        let firm = offers.iter().filter(|offer| !offer.is_tentative).flat_map(|offer| offer.windows.iter());
        for span in
            SpanSet::from_spans(firm.map(|&(start, end)| Span { start: Minute(start), end: Minute(end) }).collect())
                .spans()
        {
            events.push(Event { at: span.start.0, change: Change::Partner(true) });
            events.push(Event { at: span.end.0, change: Change::Partner(false) });
        }
    }
}

/// Eligible people by the role that an offer needs; group 0 is everybody eligible.
struct Groups {
    roles: Vec<String>,
    of_person: Vec<Vec<u16>>,
}

impl Groups {
    fn of(own: &[&Offer], people: &[&PersonTime], study: &Study) -> Groups {
        let mut roles = vec![String::new()];
        for offer in own {
            let role = offer.needs_role.to_lowercase();
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        let of_person = people
            .iter()
            .map(|time| {
                let member = study.member(time.staff);
                let is_in =
                    |role: &String| member.does_outreach && (role.is_empty() || member.role.to_lowercase() == *role);
                roles
                    .iter()
                    .enumerate()
                    .filter(|(_, role)| is_in(role))
                    .filter_map(|(n, _)| u16::try_from(n).ok())
                    .collect()
            })
            .collect();
        Groups { roles, of_person }
    }

    fn of_offer(&self, offer: &Offer) -> usize {
        let role = offer.needs_role.to_lowercase();
        self.roles.iter().position(|known| *known == role).unwrap_or(0)
    }

    fn contains(&self, group: usize, person: usize) -> bool {
        self.of_person[person].iter().any(|own| usize::from(*own) == group)
    }
}

/// The windows of a branch against its people.
struct BranchWindows<'a, 's> {
    branch: BranchId,
    plan: &'a DayPlan<'s>,
    people: &'a [&'a PersonTime],
    own: &'a [&'a Offer],
    groups: &'a Groups,
    swept: &'a BranchSwept,
}

impl BranchWindows<'_, '_> {
    fn meet(&self, found: &mut BranchFound) {
        let open = &self.plan.open[self.branch.index()];
        let open_spans: Vec<(i32, i32)> = open.spans().iter().map(|span| (span.start.0, span.end.0)).collect();
        let free: Vec<FreeTime> =
            self.people.iter().enumerate().map(|(n, time)| self.free_time(n, time, &open_spans)).collect();
        let mut tally = HoursTally::default();
        for offers in self.own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
            for is_tentative in [false, true] {
                let chosen: Vec<&&Offer> = offers.iter().filter(|offer| offer.is_tentative == is_tentative).collect();
                let Some(first) = chosen.first() else { continue };
                let runs =
                    best_of(chosen.iter().map(|offer| self.meet_offer(offer, &free, &mut found.slots)).collect());
                if first.branch.is_none() {
                    found.anywhere.push((first.stakeholder, is_tentative, runs));
                    continue;
                }
                if !is_tentative {
                    tally.add(first.stakeholder, &runs, open);
                }
                let is_at_least = self.rests_on_assumed(&chosen);
                found.outcomes.push(stakeholder_outcomes(first.stakeholder, is_tentative, &runs, open, is_at_least));
            }
        }
        found.options = tally.options(self.branch);
    }

    fn rests_on_assumed(&self, offers: &[&&Offer]) -> bool {
        offers.iter().any(|offer| {
            let group = self.groups.of_offer(offer);
            self.people.iter().enumerate().any(|(n, time)| self.groups.contains(group, n) && !time.assumed.is_empty())
        })
    }

    fn free_time(&self, person: usize, time: &PersonTime, open: &[(i32, i32)]) -> FreeTime {
        if self.own.is_empty() || self.groups.of_person[person].is_empty() {
            return FreeTime::default();
        }
        let off_desk = |stretch: &&Stretch| stretch.branch == self.branch && stretch.doing == super::Doing::OffDesk;
        let blocks: Vec<(i32, i32)> =
            time.stretches.iter().filter(off_desk).map(|stretch| (stretch.start, stretch.end)).collect();
        FreeTime { releasable: cut(&blocks, &self.swept.held, false), while_open: cut(&blocks, open, true), blocks }
    }

    /// The outcome of every minute of an offer's windows; each piece that counts is a contact slot.
    fn meet_offer(&self, offer: &Offer, free: &[FreeTime], slots: &mut Vec<ContactSlot>) -> Vec<Run> {
        let group = self.groups.of_offer(offer);
        let mut reached = Vec::new();
        for (n, time) in self.people.iter().enumerate().filter(|(n, _)| self.groups.contains(group, *n)) {
            let first = reached.len();
            pieces(offer, &free[n], &mut reached);
            slots.extend(reached[first..].iter().map(|&(start, end)| ContactSlot {
                stakeholder: offer.stakeholder,
                staff: time.staff,
                branch: self.branch,
                span: Span { start: Minute(start), end: Minute(end) },
                mode: offer.mode,
                is_tentative: offer.is_tentative,
            }));
        }
        union(&mut reached);
        let mut runs = Vec::new();
        outcomes(&offer.windows, &reached, &self.swept.standings[group], offer.mode, &mut runs);
        runs
    }
}

fn stakeholder_outcomes(
    stakeholder: StakeholderId,
    is_tentative: bool,
    runs: &[Run],
    open: &SpanSet,
    is_at_least: bool,
) -> StakeholderOutcomes {
    let mut by_weekday = [OutcomeMinutes::default(); 7];
    account_runs(runs, &mut by_weekday);
    let mut total = OutcomeMinutes::default();
    by_weekday.iter().for_each(|day| total.add_all(day));
    let (mut inside_open, mut outside_open) = ([Minutes::ZERO; 7], [Minutes::ZERO; 7]);
    for run in runs {
        let mut at = run.start;
        while at < run.end {
            let until = run.end.min((at.div_euclid(1440) + 1) * 1440);
            let span = Span { start: Minute(at), end: Minute(until) };
            let inside = open.length_within(span);
            let weekday = span.day().weekday();
            inside_open[weekday] += inside;
            outside_open[weekday] += span.length() - inside;
            at = until;
        }
    }
    StakeholderOutcomes { stakeholder, is_tentative, total, by_weekday, inside_open, outside_open, is_at_least }
}

/// The first week of the period.
fn week_span(period: &Period) -> Span {
    let monday = period.first().monday();
    Span { start: monday.start(), end: monday.plus(7).start() }
}

impl BranchSwept {
    fn empty(branch: BranchId) -> BranchSwept {
        BranchSwept {
            desks: Vec::new(),
            grids: BranchGrids::new(branch),
            standings: Vec::new(),
            held: Vec::new(),
            levels: Vec::new(),
        }
    }
}

/// Puts what the components found into one order.
fn assemble(plan: &DayPlan<'_>, (shown, _, found): (Vec<PersonShown>, Vec<Offer>, Vec<Found>)) -> Results {
    let study = plan.study;
    let mut results = empty_results(plan, shown);
    let mut anywhere: FxHashMap<(StakeholderId, bool), Vec<Vec<Run>>> = FxHashMap::default();
    let mut while_closed: Vec<(u32, Day, i64)> = Vec::new();
    for part in found {
        results.conflicts.extend(part.conflicts);
        results.week.extend(part.week);
        results.n_assumed_dates += part.n_assumed.iter().map(|(_, n)| n).sum::<usize>();
        results.n_assumed_people += part.n_assumed.len();
        while_closed.extend(part.while_closed);
        for branch in part.branches {
            for (stakeholder, is_tentative, runs) in branch.anywhere {
                anywhere.entry((stakeholder, is_tentative)).or_default().push(runs);
            }
            for account in branch.accounts {
                results.staff_time.push(account.total);
                results.staff_weeks.extend(account.weeks);
                results.blocks.extend(account.blocks);
            }
            let (firm, tentative): (Vec<_>, Vec<_>) =
                branch.outcomes.into_iter().partition(|outcomes| !outcomes.is_tentative);
            results.outcomes.extend(firm);
            results.tentative.extend(tentative);
            results.slots.extend(branch.slots);
            results.desk_cover.extend(branch.swept.desks);
            results.grids.push(branch.swept.grids);
            results.hours_options.extend(branch.options);
            results.pairs.extend(branch.shared.pairs);
            results.departments.extend(branch.shared.departments);
            results.common.extend(branch.shared.common);
            results.quiet.extend(branch.quiet);
        }
    }
    results.while_closed = by_line(while_closed);
    add_anywhere(&mut results, plan, anywhere);
    results.duties = duty_times(study, &results.staff_time, &results.people);
    results.sort();
    results
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
        slots: Vec::new(),
        desk_cover: Vec::<DeskCover>::new(),
        grids: Vec::new(),
        hours_options: Vec::new(),
        conflicts: Vec::new(),
        while_closed: Vec::new(),
        pairs: Vec::new(),
        departments: Vec::new(),
        common: Vec::new(),
        quiet: Vec::new(),
        duties: Vec::new(),
        week: Vec::new(),
        week_of: plan.period.first().monday(),
        n_assumed_dates: 0,
        n_assumed_people: 0,
        at_most: None,
        n_left_out: study.n_left_out(),
    }
}

fn by_line(mut rows: Vec<(u32, Day, i64)>) -> Vec<DeskWhileClosed> {
    rows.sort_unstable();
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
    let mut parts: Vec<((StakeholderId, bool), Vec<Vec<Run>>)> = anywhere.into_iter().collect();
    parts.sort_unstable_by_key(|(key, _)| *key);
    for ((stakeholder, is_tentative), accounts) in parts {
        let outcomes = stakeholder_outcomes(stakeholder, is_tentative, &best_of(accounts), &open, is_at_least);
        if is_tentative { &mut results.tentative } else { &mut results.outcomes }.push(outcomes);
    }
}

/// Slots are read branch by branch in the order of time.
fn slot_order(slot: &ContactSlot) -> (BranchId, Minute, StakeholderId, StaffId) {
    (slot.branch, slot.span.start, slot.stakeholder, slot.staff)
}

impl Results {
    fn sort(&mut self) {
        self.staff_time.sort_by_key(|account| (account.branch, account.staff));
        self.staff_weeks.sort_by_key(|week| (week.branch, week.staff, week.monday));
        self.blocks.sort_unstable();
        self.outcomes.sort_by_key(|outcomes| outcomes.stakeholder);
        self.tentative.sort_by_key(|outcomes| outcomes.stakeholder);
        self.slots.sort_by_key(slot_order);
        self.desk_cover.sort_by_key(|cover| (cover.branch, cover.desk));
        self.grids.sort_by_key(|grids| grids.branch);
        self.conflicts.sort_by_key(|conflict| (conflict.staff, conflict.span.start, conflict.lines));
        self.week.sort_by_key(|(staff, stretch)| (*staff, stretch.start));
    }

    /// Keeps what belongs to one branch, where one is asked for.
    fn show_branch(&mut self, name: Option<&str>) {
        let Some(name) = name else { return };
        let Some(at) = self.branches.iter().position(|branch| branch.to_lowercase() == name.to_lowercase()) else {
            return;
        };
        let branch = BranchId::at(at);
        self.shown = vec![branch];
        self.staff_time.retain(|account| account.branch == branch);
        self.staff_weeks.retain(|week| week.branch == branch);
        self.blocks.retain(|block| block.branch == branch);
        let stakeholders = &self.stakeholders;
        let is_of = |id: StakeholderId| stakeholders[id.index()].branch == Some(branch);
        self.outcomes.retain(|outcomes| is_of(outcomes.stakeholder));
        self.tentative.retain(|outcomes| is_of(outcomes.stakeholder));
        self.slots.retain(|slot| slot.branch == branch);
        self.desk_cover.retain(|cover| cover.branch == branch);
        self.grids.retain(|grids| grids.branch == branch);
        self.hours_options.retain(|option| option.branch == branch);
        self.pairs.retain(|pair| pair.branch == branch);
        self.departments.retain(|pair| pair.branch == branch);
        self.common.retain(|slot| slot.branch == branch);
        self.quiet.retain(|quiet| quiet.branch == branch);
        self.week.retain(|(_, stretch)| stretch.branch == branch);
        let works_here: Vec<StaffId> = self.staff_time.iter().map(|account: &StaffTime| account.staff).collect();
        self.conflicts.retain(|conflict| works_here.contains(&conflict.staff));
    }
}
