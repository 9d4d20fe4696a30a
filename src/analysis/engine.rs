//! Runs the whole analysis: people, branches, windows; components of branches side by side.

use super::assemble::assemble;
use super::at_most::at_most;
use super::branch_spans::BranchSpans;
use super::branch_sweep::{BranchSwept, SweepInput, sweep_branch};
use super::branch_windows::{BranchWindows, Groups};
use super::component::{Batches, Component, components};
use super::conflict::Conflict;
use super::counting_sort::sort_by_number;
use super::day_bits::DayBits;
use super::day_plan::DayPlan;
use super::department_slots::WeekTally;
use super::labels::{PersonShown, people_shown};
use super::offer::{Offer, OffersByBranch};
use super::outcome::{Run, StakeholderOutcomes};
use super::partner_groups::partner_groups;
use super::period_choice::choose_period;
use super::person_time::{PersonTime, Scratch, Stretch, person_time};
use super::public::show_to_public;
use super::quiet_desk::quiet_desk;
use super::reach::ContactSlot;
use super::results::{BranchGrids, DeskWhileClosed, Results};
use super::shared_time::{Shared, shared_time};
use super::staff_time::{Account, account};
use super::{HoursOption, QuietDesk};
use crate::study::{Assume, BranchId, DeskId, PeopleShown, StaffId, StakeholderId, Study};
use crate::time::{Period, Span};
use rayon::prelude::*;

/// Analyzes a study over the period that its settings and rows ask for.
#[must_use]
pub fn analyze(study: &Study) -> Results {
    analyze_in(study, choose_period(study))
}

/// Analyzes a study over a period.
#[must_use]
pub fn analyze_in(study: &Study, period: Period) -> Results {
    let plan = DayPlan::new(study, period, study.settings.assume);
    let found = run(&plan);
    let mut results = assemble(&plan, found);
    if results.is_at_least() {
        let wider = DayPlan::new(study, plan.period.clone(), Assume::OpenHours);
        let found = run(&wider);
        results.at_most = Some(at_most(assemble(&wider, found)));
    }
    if let Some(branch) = &study.settings.branch {
        results.show_branch(branch);
    }
    results.set_descriptions(study);
    if study.settings.branch.is_some() {
        results.duties.retain(|duty| !duty.on_shift.is_zero());
    }
    if study.settings.people_shown == PeopleShown::Public {
        show_to_public(&mut results);
    }
    results.groups = partner_groups(&results);
    results
}

/// What is found at one branch.
pub struct BranchFound {
    pub accounts: Vec<Account>,
    pub slots: Vec<ContactSlot>,
    pub outcomes: Vec<StakeholderOutcomes>,
    pub swept: BranchSwept,
    pub options: Vec<HoursOption>,
    pub shared: Shared,
    pub quiet: Vec<QuietDesk>,
    /// Runs of stakeholders that any branch may meet.
    pub anywhere: Vec<(StakeholderId, bool, Vec<Run>)>,
}

/// What is found in one component.
pub struct Found {
    pub branches: Vec<BranchFound>,
    /// Each person's, in order of time.
    pub conflicts: Vec<Vec<Conflict>>,
    /// Each person's, in the order of the file.
    pub while_closed: Vec<Vec<DeskWhileClosed>>,
    pub week: Vec<(StaffId, Stretch)>,
    pub n_assumed: Vec<(StaffId, usize)>,
}

/// One pass.
fn run(plan: &DayPlan<'_>) -> (Vec<PersonShown>, Vec<Offer>, Vec<Found>) {
    let study = plan.study;
    let (offers, batches) = rayon::join(|| OffersByBranch::of(plan), || Batches::of(study));
    let works_at: Vec<Vec<BranchId>> =
        (0..study.staff.len()).map(|staff| batches.branches_of(StaffId::at(staff))).collect();
    let shown = people_shown(study, &works_at);
    let components = components(study.branches.len(), &works_at);
    // each processor takes the next one as soon as it is free, into room that it uses again
    let mut found: Vec<(usize, Found)> = components
        .into_iter()
        .enumerate()
        .par_bridge()
        .map_init(Room::default, |room, (n, component)| {
            (n, ComponentRun { plan, offers: &offers, batches: &batches, shown: &shown, component }.run(room))
        })
        .collect();
    found.sort_by_key(|(n, _)| *n);
    (shown, offers.all, found.into_iter().map(|(_, found)| found).collect())
}

/// Room that is used again for the next component.
#[derive(Default)]
struct Room {
    scratch: Scratch,
    times: Vec<PersonTime>,
    tally: WeekTally,
    slots: Vec<ContactSlot>,
}

/// Of so many people, each processor takes some.
const MANY: usize = 50;

struct ComponentRun<'p, 's> {
    plan: &'p DayPlan<'s>,
    offers: &'p OffersByBranch,
    batches: &'p Batches,
    shown: &'p [PersonShown],
    component: Component,
}

impl ComponentRun<'_, '_> {
    fn run(&self, room: &mut Room) -> Found {
        let Component { branches, people, .. } = &self.component;
        let mut room_of_times = std::mem::take(&mut room.times);
        room_of_times.resize_with(people.len().max(room_of_times.len()), PersonTime::default);
        let times = &mut room_of_times[..people.len()];
        let fill = |scratch: &mut Scratch, (staff, time): (&StaffId, &mut PersonTime)| {
            let rows = self.batches.rows_of(*staff, self.plan.study);
            person_time(*staff, rows, self.plan, (scratch, time));
        };
        // few people are done here, while other processors are at other components
        let branches = if people.len() < MANY {
            people.iter().zip(&mut *times).for_each(|of| fill(&mut room.scratch, of));
            (0..branches.len()).map(|at| self.branch(at, times, room)).collect()
        } else {
            people.par_iter().zip(&mut *times).for_each_init(Scratch::default, fill);
            let branches = (0..branches.len()).into_par_iter();
            branches.map_init(Room::default, |room, at| self.branch(at, times, room)).collect()
        };
        let found = self.found(branches, times);
        room.times = room_of_times;
        found
    }

    fn found(&self, branches: Vec<BranchFound>, times: &mut [PersonTime]) -> Found {
        let week = week_span(&self.plan.period);
        let of_week = |time: &PersonTime| {
            let first = time.stretches.partition_point(|stretch| stretch.start < week.start.0);
            let last = time.stretches.partition_point(|stretch| stretch.start < week.end.0);
            time.stretches[first..last].iter().map(|stretch| (time.staff, *stretch)).collect::<Vec<_>>()
        };
        Found {
            branches,
            week: times.iter().flat_map(of_week).collect(),
            n_assumed: times
                .iter()
                .filter(|time| !time.assumed.is_empty())
                .map(|time| (time.staff, time.assumed.len()))
                .collect(),
            conflicts: times.iter_mut().map(PersonTime::take_conflicts).collect(),
            while_closed: times.iter_mut().map(PersonTime::rows_while_closed).collect(),
        }
    }

    /// What is found at the branch with this place in the component.
    fn branch(&self, at: usize, times: &[PersonTime], room: &mut Room) -> BranchFound {
        let (study, branch) = (self.plan.study, self.component.branches[at]);
        let with_rows = self.component.people_at[at].iter().map(|person| &times[*person]);
        let people: Vec<&PersonTime> = with_rows.filter(|time| is_ever_at(time, branch)).collect();
        let own: Vec<&Offer> = self.offers.at(branch);
        let groups = Groups::of(&own, &people, study);
        let desks = desks_of(branch, &people, study);
        let unit = people.iter().map(|time| time.unit).min().unwrap_or(DayBits::<1>::UNIT);
        let swept = self.sweep((branch, &desks), (&people, unit), &own, &groups);
        let accounts: Vec<Account> =
            people.iter().filter_map(|time| account(time, branch, &study.settings, &self.plan.period)).collect();
        let shared = shared_time(branch, (&accounts, unit), self.shown, (study, &self.plan.period), &mut room.tally);
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
        sort_by_number(&mut found.slots, &mut room.slots, |slot| slot.span.start.0);
        found.slots.sort_by_key(|slot| (slot.span.start, slot.stakeholder, slot.staff));
        // what only the windows read is dropped where it was made
        found.swept = BranchSwept { standings: Vec::new(), held: Vec::new(), levels: Vec::new(), ..swept };
        found
    }

    fn sweep(
        &self,
        (branch, desks): (BranchId, &[DeskId]),
        (people, unit): (&[&PersonTime], i32),
        own: &[&Offer],
        groups: &Groups,
    ) -> BranchSwept {
        let study = self.plan.study;
        let counts_traffic = |desk: &DeskId| study.traffic.iter().any(|row| row.branch == branch && row.desk == *desk);
        let input = SweepInput {
            branch,
            people,
            unit,
            groups_of: &groups.of_person,
            n_groups: groups.roles.len(),
            spans: &BranchSpans::of(self.plan, branch, desks, own),
            desks,
            has_traffic: &desks.iter().map(counts_traffic).collect::<Vec<bool>>(),
        };
        sweep_branch(&input)
    }
}

/// Whether a person has any time, or any desk, at a branch.
fn is_ever_at(time: &PersonTime, branch: BranchId) -> bool {
    let has_time = time.stretches.iter().any(|stretch| stretch.branch == branch);
    has_time || time.desks.iter().any(|desk| desk.branch == branch)
}

/// Desks of a branch: those that are staffed, and those that only a minimum or traffic names.
fn desks_of(branch: BranchId, people: &[&PersonTime], study: &Study) -> Vec<DeskId> {
    let staffed =
        people.iter().flat_map(|time| time.desks.iter()).filter(|span| span.branch == branch).map(|span| span.desk);
    let named = study.coverage.iter().filter(|rule| rule.branch == branch).filter_map(|rule| rule.desk);
    let mut is_one = vec![false; study.desks.len()];
    for desk in staffed.chain(named) {
        is_one.resize(is_one.len().max(desk.index() + 1), false);
        is_one[desk.index()] = true;
    }
    (0..is_one.len()).filter(|desk| is_one[*desk]).map(DeskId::at).collect()
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
            both: Vec::new(),
            levels: Vec::new(),
        }
    }
}
