//! Who is at a branch, which desks are staffed, who could leave: one walk over everything that changes there.
//! (Domain, sections 5 and 6.)

use super::desk_cover::DeskCover;
use super::desk_steps::{DeskLevel, DeskSteps};
use super::events::{Change, Events, Layout, LocalMinimum, Presence};
use super::results::BranchGrids;
use super::steps::{Steps, WeekPlace};
use crate::study::{BranchId, DeskId};
use crate::time::{Minute, Span};

/// What the eligible people of a group are, in the order of nearness to success. (Domain, section 5.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// One of them is off-desk and may leave.
    Releasable,
    /// One of them is off-desk; the building minimum keeps everybody in, or that one is on call.
    Held,
    /// One of them is on another duty.
    OtherDuty,
    /// They are at desks, one of which has more people than its minimum.
    DeskSpare,
    /// They are at desks, none of which has.
    DeskNeeded,
    /// Working hours of one of them are not given.
    Unknown,
    /// None of them is on shift.
    Nobody,
}

/// From this minute on, until the next of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandingFrom {
    /// The first minute.
    pub at: i32,
    /// What the group's people are.
    pub standing: Standing,
    /// Whether the branch is open.
    pub is_open: bool,
}

/// What one walk finds.
pub struct BranchSwept {
    /// Every desk's cover.
    pub desks: Vec<DeskCover>,
    /// Half-hour grids.
    pub grids: BranchGrids,
    /// By group of eligible people: what they are, from when on.
    pub standings: Vec<Vec<StandingFrom>>,
    /// Spans in which the building minimum keeps everybody in.
    pub held: Vec<Span>,
    /// Spans in which a stakeholder can meet and somebody eligible is releasable.
    pub both: Vec<Span>,
    /// Levels of the desks that traffic is counted at.
    pub levels: Vec<Vec<DeskLevel>>,
}

/// A desk between two changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct DeskState {
    n_people: i64,
    minimum: i64,
}

/// What holds between two changes.
struct State<'a> {
    input: &'a SweepInput<'a>,
    layout: &'a Layout,
    /// How many people, by the places of the layout.
    counts: Vec<i32>,
    /// By group: the classes of people in it.
    classes_of: Vec<Vec<usize>>,
    is_open: bool,
    desks: Vec<DeskState>,
    active: Vec<i32>,
    n_partners: i64,
    building_minimum: i64,
}

/// What a walk is given.
pub struct SweepInput<'a> {
    /// Which branch.
    pub branch: BranchId,
    /// All changes.
    pub events: &'a Events,
    /// How many groups of eligible people there are. Group 0 is everybody eligible.
    pub n_groups: usize,
    /// The branch's desks.
    pub desks: &'a [DeskId],
    /// Whether traffic is counted, by desk.
    pub has_traffic: &'a [bool],
    /// People that a desk needs where no minimum is active.
    pub default_minimum: i64,
    /// People that the building needs where no minimum is active.
    pub building_default: i64,
}

/// Walks over all changes of a branch, from minute to minute.
#[must_use]
pub fn sweep_branch(input: &SweepInput<'_>) -> BranchSwept {
    let mut state = State::of(input);
    let mut counted = Counted::of(input);
    let (mut steps, mut rest) = (&input.events.steps[..], &input.events.rest[..]);
    loop {
        let of_step = steps.first().map_or(i32::MAX, |step| step.at);
        let at = of_step.min(rest.first().map_or(i32::MAX, |event| event.0));
        if at == i32::MAX {
            return counted.finish();
        }
        while let Some((step, later)) = steps.split_first().filter(|(step, _)| step.at == at) {
            state.count(step.from, -1);
            state.count(step.to, 1);
            steps = later;
        }
        if rest.first().is_some_and(|event| event.0 == at) {
            while let Some(((_, change), later)) = rest.split_first().filter(|(event, _)| event.0 == at) {
                state.change(*change);
                rest = later;
            }
            state.renew_minimums();
        }
        state.count_desks();
        counted.settle(at, &state);
    }
}

impl<'a> State<'a> {
    fn of(input: &'a SweepInput<'a>) -> State<'a> {
        let layout = &input.events.layout;
        let in_group = |group: usize| {
            let is_in = |class: &usize| layout.classes[*class].iter().any(|own| usize::from(*own) == group);
            (0..layout.classes.len()).filter(is_in).collect()
        };
        State {
            input,
            layout,
            counts: vec![0; layout.n_counts()],
            classes_of: (0..input.n_groups).map(in_group).collect(),
            is_open: false,
            desks: vec![DeskState::default(); input.desks.len()],
            active: vec![0; input.events.minimums.len()],
            n_partners: 0,
            building_minimum: 0,
        }
    }

    fn count(&mut self, place: u32, more: i32) {
        if let Some(count) = usize::try_from(place).ok().and_then(|place| self.counts.get_mut(place)) {
            *count += more;
        }
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Open(is_open) => self.is_open = is_open,
            Change::Minimum(number, is_on) => self.active[usize::from(number)] += if is_on { 1 } else { -1 },
            Change::Partner(is_on) => self.n_partners += if is_on { 1 } else { -1 },
        }
    }

    fn count_desks(&mut self) {
        let n_classes = self.layout.classes.len();
        let mut rest = &self.counts[self.layout.of_desk(0, 0)..];
        for desk in &mut self.desks {
            let counts;
            (counts, rest) = rest.split_at(n_classes);
            desk.n_people = counts.iter().copied().map(i64::from).sum();
        }
    }

    /// How many people of all classes are what, by the places of [`Presence`].
    fn presences(&self) -> [i32; Presence::N] {
        let (classes, _) = self.counts.as_chunks();
        sum(classes[..self.layout.classes.len()].iter())
    }

    /// How many people of a group are what.
    fn presences_in(&self, group: usize) -> [i32; Presence::N] {
        let (classes, _) = self.counts.as_chunks();
        sum(self.classes_of[group].iter().map(|class| &classes[*class]))
    }

    fn renew_minimums(&mut self) {
        for desk in 0..self.desks.len() {
            self.desks[desk].minimum = self.minimum(Some(desk));
        }
        self.building_minimum = self.minimum(None);
    }

    /// The minimum of a desk, or of the building: 0 while closed; the greatest of the active rules, else the default.
    fn minimum(&self, desk: Option<usize>) -> i64 {
        if !self.is_open {
            return 0;
        }
        let is_of = |minimum: &LocalMinimum| minimum.desk.map(usize::from) == desk;
        let all = self.input.events.minimums.iter().zip(&self.active);
        let rules = all.filter(|(minimum, active)| **active > 0 && is_of(minimum));
        let default = if desk.is_some() { self.input.default_minimum } else { self.input.building_default };
        rules.map(|(minimum, _)| minimum.minimum).max().unwrap_or(default)
    }

    /// Whether the building minimum keeps everybody in. Whoever is on leave or away is not there.
    fn is_held(&self, all: &[i32; Presence::N]) -> bool {
        let present = [Presence::OFF_DESK, Presence::ON_CALL, Presence::DUTY, Presence::DESK];
        let n_present: i32 = present.into_iter().map(|is| all[is.place()]).sum();
        self.is_open && i64::from(n_present) <= self.building_minimum
    }

    fn standing(&self, group: usize, own: &[i32; Presence::N], is_held: bool) -> Standing {
        let is_any = |is: Presence| own[is.place()] > 0;
        if is_any(Presence::OFF_DESK) {
            return if is_held { Standing::Held } else { Standing::Releasable };
        }
        if is_any(Presence::ON_CALL) {
            return Standing::Held;
        }
        if is_any(Presence::DUTY) || is_any(Presence::AWAY) {
            return Standing::OtherDuty;
        }
        if is_any(Presence::DESK) {
            let is_eligible = |desk: usize| {
                self.classes_of[group].iter().any(|class| self.counts[self.layout.of_desk(desk, *class)] > 0)
            };
            let mut desks = self.desks.iter().enumerate();
            let is_spare = desks.any(|(number, desk)| desk.n_people > desk.minimum && is_eligible(number));
            return if is_spare { Standing::DeskSpare } else { Standing::DeskNeeded };
        }
        if is_any(Presence::UNKNOWN) { Standing::Unknown } else { Standing::Nobody }
    }
}

/// The sums of counts, place by place.
fn sum<'c>(counts: impl Iterator<Item = &'c [i32; Presence::N]>) -> [i32; Presence::N] {
    counts.fold([0; Presence::N], |sum, more| std::array::from_fn(|at| sum[at] + more[at]))
}

/// What is counted on the way.
struct Counted<'a> {
    input: &'a SweepInput<'a>,
    desks: Vec<DeskSteps>,
    /// Releasable and off-desk people, which change often.
    people: Steps<2>,
    /// Open, partners and both, which do not.
    times: Steps<3>,
    standings: Vec<Vec<StandingFrom>>,
    held_spans: Spans,
    both_spans: Spans,
    last: i32,
}

impl<'a> Counted<'a> {
    fn of(input: &'a SweepInput<'a>) -> Counted<'a> {
        let start = StandingFrom { at: i32::MIN, standing: Standing::Nobody, is_open: false };
        Counted {
            input,
            desks: input.has_traffic.iter().map(|has_traffic| DeskSteps::new(*has_traffic)).collect(),
            people: Steps::default(),
            times: Steps::default(),
            standings: (0..input.n_groups).map(|_| of_one(start, input.events.steps.len() / 4)).collect(),
            held_spans: Spans::default(),
            both_spans: Spans::default(),
            last: 0,
        }
    }

    /// Takes note of what holds from `at` on.
    fn settle(&mut self, at: i32, state: &State<'_>) {
        let place = WeekPlace::of(at);
        let (all, eligible) = (state.presences(), state.presences_in(0));
        let is_held = state.is_held(&all);
        let n_releasable = if is_held { 0 } else { i64::from(eligible[Presence::OFF_DESK.place()]) };
        let is_both = state.n_partners > 0 && n_releasable > 0;
        self.held_spans.set(at, is_held);
        self.both_spans.set(at, is_both);
        let n_off_desk = all[Presence::OFF_DESK.place()] + all[Presence::ON_CALL.place()];
        self.people.set(&place, [n_releasable, i64::from(n_off_desk)]);
        self.times.set_if_new(&place, [i64::from(state.is_open), state.n_partners, i64::from(is_both)]);
        for (steps, desk) in self.desks.iter_mut().zip(&state.desks) {
            steps.set(at, &place, desk.n_people, desk.minimum, state.is_open);
        }
        for (group, list) in self.standings.iter_mut().enumerate() {
            let own = if group == 0 { eligible } else { state.presences_in(group) };
            let standing = state.standing(group, &own, is_held);
            push_standing(list, StandingFrom { at, standing, is_open: state.is_open });
        }
        self.last = at;
    }

    fn finish(mut self) -> BranchSwept {
        // nothing lasts beyond the last change
        for list in &mut self.standings {
            push_standing(list, StandingFrom { at: self.last, standing: Standing::Nobody, is_open: false });
        }
        let branch = self.input.branch;
        let ([open, partners, both], [releasable, off_desk]) = (self.times.grids(), self.people.grids());
        let grids = BranchGrids { branch, open, partners, releasable, off_desk, both };
        let desks = self.desks.iter().zip(self.input.desks);
        BranchSwept {
            desks: desks.map(|(steps, desk)| steps.cover(branch, *desk, &grids.open)).collect(),
            grids,
            standings: self.standings,
            held: self.held_spans.found,
            both: self.both_spans.found,
            levels: self.desks.into_iter().map(|steps| steps.levels).collect(),
        }
    }
}

/// The spans in which something holds.
#[derive(Debug, Default)]
struct Spans {
    found: Vec<Span>,
    since: Option<i32>,
}

impl Spans {
    /// From now on, it holds or does not.
    fn set(&mut self, at: i32, holds: bool) {
        match self.since {
            None if holds => self.since = Some(at),
            Some(since) if !holds => {
                self.found.push(Span { start: Minute(since), end: Minute(at) });
                self.since = None;
            }
            _ => {}
        }
    }
}

/// A list of one, with room for some more.
fn of_one(first: StandingFrom, n_more: usize) -> Vec<StandingFrom> {
    let mut list = Vec::with_capacity(n_more + 1);
    list.push(first);
    list
}

fn push_standing(list: &mut Vec<StandingFrom>, new: StandingFrom) {
    match list.last() {
        Some(last) if (last.standing, last.is_open) == (new.standing, new.is_open) => {}
        _ => list.push(new),
    }
}
