//! Who is at a branch, which desks are staffed, who could leave: one walk over everything that changes there.
//! (Domain, sections 5 and 6.)

use super::desk_cover::DeskCover;
use super::desk_steps::{DeskLevel, DeskSteps};
use super::events::{Change, DeskChange, Events, LocalMinimum, Presence};
use super::results::BranchGrids;
use super::steps::{Steps, WeekPlace};
use crate::study::{BranchId, DeskId};

/// What the eligible people of a group are, in the order of nearness to success. (Domain, section 5.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// One of them is off-desk and may leave.
    Releasable,
    /// One of them is off-desk; the building minimum keeps everybody in.
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
    pub held: Vec<(i32, i32)>,
    /// Spans in which a stakeholder can meet and somebody eligible is releasable.
    pub both: Vec<(i32, i32)>,
    /// Levels of the desks that traffic is counted at.
    pub levels: Vec<Vec<DeskLevel>>,
}

/// How many people are what, by the place of their presence.
type Counts = [i32; Presence::N];

/// A desk between two changes.
#[derive(Clone, Debug, Default)]
struct DeskState {
    n_people: i64,
    minimum: i64,
    /// How many of the people are eligible, by group.
    eligible: Vec<i32>,
    /// Whether something of it changed at this minute.
    is_changed: bool,
}

/// What holds between two changes.
struct State<'a> {
    input: &'a SweepInput<'a>,
    people: Vec<Presence>,
    everybody: Counts,
    /// Eligible people, by group.
    groups: Vec<Counts>,
    is_open: bool,
    desks: Vec<DeskState>,
    changed: Vec<usize>,
    active: Vec<i32>,
    n_partners: i64,
    building_minimum: i64,
    /// Whether minimums must be looked up again.
    are_minimums_stale: bool,
}

/// What a walk is given.
pub struct SweepInput<'a> {
    /// Which branch.
    pub branch: BranchId,
    /// All changes.
    pub events: &'a Events,
    /// For each person of the branch, the groups of eligible people that the person is in. Group 0 is everybody
    /// eligible.
    pub groups_of: &'a [Vec<u16>],
    /// How many groups there are.
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
    let Events { people, desks, rest, .. } = input.events;
    let (mut people, mut desks, mut rest) = (&people[..], &desks[..], &rest[..]);
    loop {
        let of_person = people.first().map_or(i32::MAX, |event| event.at);
        let of_desk = desks.first().map_or(i32::MAX, |event| event.at);
        let at = of_person.min(of_desk).min(rest.first().map_or(i32::MAX, |event| event.0));
        if at == i32::MAX {
            return counted.finish();
        }
        while let Some((event, later)) = people.split_first().filter(|(event, _)| event.at == at) {
            state.change_person(usize::from(event.person), event.is);
            people = later;
        }
        while let Some((event, later)) = desks.split_first().filter(|(event, _)| event.at == at) {
            state.change_desk(event);
            desks = later;
        }
        while let Some(((_, change), later)) = rest.split_first().filter(|(event, _)| event.0 == at) {
            state.change(*change);
            rest = later;
        }
        state.renew_minimums();
        counted.settle(at, &mut state);
    }
}

impl<'a> State<'a> {
    fn of(input: &'a SweepInput<'a>) -> State<'a> {
        State {
            input,
            people: vec![Presence::ABSENT; input.groups_of.len()],
            everybody: Counts::default(),
            groups: vec![Counts::default(); input.n_groups],
            is_open: false,
            desks: vec![DeskState { eligible: vec![0; input.n_groups], ..DeskState::default() }; input.desks.len()],
            changed: Vec::new(),
            active: vec![0; input.events.minimums.len()],
            n_partners: 0,
            building_minimum: 0,
            are_minimums_stale: false,
        }
    }

    fn change_person(&mut self, person: usize, is: Presence) {
        let was = std::mem::replace(&mut self.people[person], is);
        self.everybody[was.place()] -= 1;
        self.everybody[is.place()] += 1;
        for &group in &self.input.groups_of[person] {
            let group = &mut self.groups[usize::from(group)];
            group[was.place()] -= 1;
            group[is.place()] += 1;
        }
    }

    fn change_desk(&mut self, event: &DeskChange) {
        let (at, sign) = (usize::from(event.desk), if event.is_on { 1 } else { -1 });
        self.note_change(at);
        self.desks[at].n_people += i64::from(sign);
        if event.is_accounted {
            for &group in &self.input.groups_of[usize::from(event.person)] {
                self.desks[at].eligible[usize::from(group)] += sign;
            }
        }
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Open(is_open) => {
                self.is_open = is_open;
                self.are_minimums_stale = true;
            }
            Change::Minimum(number, is_on) => {
                self.active[usize::from(number)] += if is_on { 1 } else { -1 };
                self.are_minimums_stale = true;
            }
            Change::Partner(is_on) => self.n_partners += if is_on { 1 } else { -1 },
        }
    }

    fn note_change(&mut self, desk: usize) {
        if !std::mem::replace(&mut self.desks[desk].is_changed, true) {
            self.changed.push(desk);
        }
    }

    fn renew_minimums(&mut self) {
        if !std::mem::replace(&mut self.are_minimums_stale, false) {
            return;
        }
        for desk in 0..self.desks.len() {
            self.note_change(desk);
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
    fn is_held(&self) -> bool {
        let there = [Presence::OFF_DESK, Presence::DUTY, Presence::DESK];
        let n_present: i32 = there.iter().map(|presence| self.everybody[presence.place()]).sum();
        self.is_open && i64::from(n_present) <= self.building_minimum
    }

    fn standing(&self, group: usize, is_held: bool) -> Standing {
        let n_of = |presence: Presence| self.groups[group][presence.place()];
        if n_of(Presence::OFF_DESK) > 0 {
            return if is_held { Standing::Held } else { Standing::Releasable };
        }
        if n_of(Presence::DUTY) + n_of(Presence::AWAY) > 0 {
            return Standing::OtherDuty;
        }
        if n_of(Presence::DESK) > 0 {
            let is_spare = |desk: &DeskState| desk.eligible[group] > 0 && desk.n_people > desk.minimum;
            return if self.desks.iter().any(is_spare) { Standing::DeskSpare } else { Standing::DeskNeeded };
        }
        if n_of(Presence::UNKNOWN) > 0 { Standing::Unknown } else { Standing::Nobody }
    }
}

/// What is counted on the way.
struct Counted<'a> {
    input: &'a SweepInput<'a>,
    desks: Vec<DeskSteps>,
    /// Open, partners, releasable, off-desk, both.
    by_slot: Steps<5>,
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
            by_slot: Steps::default(),
            standings: vec![vec![start]; input.n_groups],
            held_spans: Spans::default(),
            both_spans: Spans::default(),
            last: 0,
        }
    }

    /// Takes note of what holds from `at` on.
    fn settle(&mut self, at: i32, state: &mut State<'_>) {
        let place = WeekPlace::of(at);
        let is_held = state.is_held();
        let n_releasable = if is_held { 0 } else { i64::from(state.groups[0][Presence::OFF_DESK.place()]) };
        let is_both = state.n_partners > 0 && n_releasable > 0;
        self.held_spans.set(at, is_held);
        self.both_spans.set(at, is_both);
        let n_off_desk = i64::from(state.everybody[Presence::OFF_DESK.place()]);
        let numbers = [i64::from(state.is_open), state.n_partners, n_releasable, n_off_desk, i64::from(is_both)];
        self.by_slot.set(&place, numbers);
        while let Some(desk) = state.changed.pop() {
            let now = &mut state.desks[desk];
            now.is_changed = false;
            self.desks[desk].set(at, &place, now.n_people, now.minimum, state.is_open);
        }
        for (group, list) in self.standings.iter_mut().enumerate() {
            let standing = state.standing(group, is_held);
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
        let [open, partners, releasable, off_desk, both] = self.by_slot.grids();
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
    found: Vec<(i32, i32)>,
    since: Option<i32>,
}

impl Spans {
    /// From now on, it holds or does not.
    fn set(&mut self, at: i32, holds: bool) {
        match self.since {
            None if holds => self.since = Some(at),
            Some(since) if !holds => {
                self.found.push((since, at));
                self.since = None;
            }
            _ => {}
        }
    }
}

fn push_standing(list: &mut Vec<StandingFrom>, new: StandingFrom) {
    match list.last() {
        Some(last) if (last.standing, last.is_open) == (new.standing, new.is_open) => {}
        _ => list.push(new),
    }
}
