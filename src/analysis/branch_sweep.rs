//! Who is at a branch, which desks are staffed, who could leave: one walk over everything that changes there.
//! (Domain, sections 5 and 6.)

use super::desk_cover::DeskCover;
use super::desk_steps::{DeskLevel, DeskSteps};
use super::events::{Change, Event, LocalMinimum};
use super::person_time::Doing;
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

/// Eligible people of one group: how many do what, in the order of [`kind`].
type GroupCount = [i32; 4];

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
    people: Vec<(Option<Doing>, bool)>,
    groups: Vec<GroupCount>,
    n_present: i64,
    n_off_desk: i64,
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
    /// All changes, in the order of time.
    pub events: &'a [Event],
    /// For each person of the branch, the groups of eligible people that the person is in. Group 0 is everybody
    /// eligible.
    pub groups_of: &'a [Vec<u16>],
    /// How many groups there are.
    pub n_groups: usize,
    /// The branch's desks.
    pub desks: &'a [DeskId],
    /// Whether traffic is counted, by desk.
    pub has_traffic: &'a [bool],
    /// Minimums of `coverage.csv`.
    pub minimums: &'a [LocalMinimum],
    /// People that a desk needs where no minimum is active.
    pub default_minimum: i64,
    /// People that the building needs where no minimum is active.
    pub building_default: i64,
}

/// Walks over all changes of a branch.
#[must_use]
pub fn sweep_branch(input: &SweepInput<'_>) -> BranchSwept {
    let mut state = State::of(input);
    let mut counted = Counted::of(input);
    for events in input.events.chunk_by(|a, b| a.at == b.at) {
        events.iter().for_each(|event| state.change(event.change));
        state.renew_minimums();
        counted.settle(events[0].at, &mut state);
    }
    counted.finish()
}

/// What a person does, by number.
const fn kind(doing: Doing) -> usize {
    match doing {
        Doing::OffDesk => OFF_DESK,
        Doing::Duty(_) => DUTY,
        Doing::Desk => DESK,
        Doing::Unknown => UNKNOWN,
    }
}

const OFF_DESK: usize = 0;
const DUTY: usize = 1;
const DESK: usize = 2;
const UNKNOWN: usize = 3;

impl<'a> State<'a> {
    fn of(input: &'a SweepInput<'a>) -> State<'a> {
        State {
            input,
            people: vec![(None, false); input.groups_of.len()],
            groups: vec![GroupCount::default(); input.n_groups],
            n_present: 0,
            n_off_desk: 0,
            is_open: false,
            desks: vec![DeskState { eligible: vec![0; input.n_groups], ..DeskState::default() }; input.desks.len()],
            changed: Vec::new(),
            active: vec![0; input.minimums.len()],
            n_partners: 0,
            building_minimum: 0,
            are_minimums_stale: false,
        }
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Person(person, doing, is_away) => self.change_person(usize::from(person), doing, is_away),
            Change::Desk(desk, person, is_on, is_accounted) => {
                let (at, sign) = (usize::from(desk), if is_on { 1 } else { -1 });
                self.note_change(at);
                self.desks[at].n_people += i64::from(sign);
                if is_accounted {
                    for &group in &self.input.groups_of[usize::from(person)] {
                        self.desks[at].eligible[usize::from(group)] += sign;
                    }
                }
            }
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

    fn change_person(&mut self, person: usize, doing: Option<Doing>, is_away: bool) {
        let before = std::mem::replace(&mut self.people[person], (doing, is_away));
        for ((doing, is_away), sign) in [(before, -1), ((doing, is_away), 1)] {
            let Some(doing) = doing else { continue };
            self.n_present += i64::from(sign) * i64::from(doing != Doing::Unknown && !is_away);
            self.n_off_desk += i64::from(sign) * i64::from(doing == Doing::OffDesk);
            for &group in &self.input.groups_of[person] {
                self.groups[usize::from(group)][kind(doing)] += sign;
            }
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
        let all = self.input.minimums.iter().zip(&self.active);
        let rules = all.filter(|(minimum, active)| **active > 0 && is_of(minimum));
        let default = if desk.is_some() { self.input.default_minimum } else { self.input.building_default };
        rules.map(|(minimum, _)| minimum.minimum).max().unwrap_or(default)
    }

    /// Whether the building minimum keeps everybody in.
    fn is_held(&self) -> bool {
        self.is_open && self.n_present <= self.building_minimum
    }

    fn standing(&self, group: usize, is_held: bool) -> Standing {
        let count = self.groups[group];
        if count[OFF_DESK] > 0 {
            return if is_held { Standing::Held } else { Standing::Releasable };
        }
        if count[DUTY] > 0 {
            return Standing::OtherDuty;
        }
        if count[DESK] > 0 {
            let is_spare = |desk: &DeskState| desk.eligible[group] > 0 && desk.n_people > desk.minimum;
            return if self.desks.iter().any(is_spare) { Standing::DeskSpare } else { Standing::DeskNeeded };
        }
        if count[UNKNOWN] > 0 { Standing::Unknown } else { Standing::Nobody }
    }
}

/// What is counted on the way.
struct Counted<'a> {
    input: &'a SweepInput<'a>,
    desks: Vec<DeskSteps>,
    open: Steps,
    partners: Steps,
    releasable: Steps,
    off_desk: Steps,
    both: Steps,
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
            open: Steps::default(),
            partners: Steps::default(),
            releasable: Steps::default(),
            off_desk: Steps::default(),
            both: Steps::default(),
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
        let n_releasable = if is_held { 0 } else { i64::from(state.groups[0][OFF_DESK]) };
        let is_both = state.n_partners > 0 && n_releasable > 0;
        self.held_spans.set(at, is_held);
        self.both_spans.set(at, is_both);
        self.open.set(&place, i64::from(state.is_open));
        self.partners.set(&place, state.n_partners);
        self.releasable.set(&place, n_releasable);
        self.off_desk.set(&place, state.n_off_desk);
        self.both.set(&place, i64::from(is_both));
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
        let grids = BranchGrids {
            branch,
            open: self.open.grid(),
            partners: self.partners.grid(),
            releasable: self.releasable.grid(),
            off_desk: self.off_desk.grid(),
            both: self.both.grid(),
        };
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
