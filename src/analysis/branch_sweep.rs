//! Who is at a branch, which desks are staffed, who could leave: one walk over everything that changes there.
//! (Domain, sections 5 and 6.)

use super::desk_cover::DeskCover;
use super::events::{Change, Event, LocalMinimum};
use super::grid::for_each_slot;
use super::person_time::Doing;
use super::results::BranchGrids;
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

/// People at a desk from one minute to another, against its minimum.
#[derive(Clone, Copy, Debug)]
pub struct DeskLevel {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// How many people.
    pub n_people: i64,
    /// How many it needs.
    pub minimum: i64,
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

/// Counts of eligible people in one group.
#[derive(Clone, Copy, Debug, Default)]
struct GroupCount {
    off_desk: i32,
    other: i32,
    desk: i32,
    unknown: i32,
}

/// What holds between two changes.
struct State<'a> {
    people: Vec<(Option<Doing>, bool)>,
    groups_of: &'a [Vec<u16>],
    groups: Vec<GroupCount>,
    n_present: i32,
    n_off_desk: i32,
    is_open: bool,
    on_desk: Vec<i64>,
    eligible_on_desk: Vec<Vec<i32>>,
    minimums: &'a [LocalMinimum],
    active: Vec<i32>,
    n_partners: i64,
    default_minimum: i64,
    building_default: i64,
    /// The minimum of each desk now.
    desk_minimums: Vec<i64>,
    /// The minimum of the building now.
    building_minimum: i64,
}

/// What a walk is given.
pub struct SweepInput<'a> {
    /// Which branch.
    pub branch: BranchId,
    /// All changes; sorted by the walk.
    pub events: Vec<Event>,
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
pub fn sweep_branch(input: SweepInput<'_>) -> BranchSwept {
    let n_desks = input.desks.len();
    let mut events = input.events;
    events.sort_by_key(|event| event.at);
    let mut state = State {
        people: vec![(None, false); input.groups_of.len()],
        groups_of: input.groups_of,
        groups: vec![GroupCount::default(); input.n_groups],
        n_present: 0,
        n_off_desk: 0,
        is_open: false,
        on_desk: vec![0; n_desks],
        eligible_on_desk: vec![vec![0; input.n_groups]; n_desks],
        minimums: input.minimums,
        active: vec![0; input.minimums.len()],
        n_partners: 0,
        default_minimum: input.default_minimum,
        building_default: input.building_default,
        desk_minimums: vec![0; n_desks],
        building_minimum: 0,
    };
    let start = StandingFrom { at: i32::MIN, standing: Standing::Nobody, is_open: false };
    let mut swept = BranchSwept {
        desks: input.desks.iter().map(|desk| DeskCover::new(input.branch, *desk)).collect(),
        grids: BranchGrids::new(input.branch),
        standings: vec![vec![start]; input.n_groups],
        held: Vec::new(),
        both: Vec::new(),
        levels: vec![Vec::new(); n_desks],
    };
    let mut at = events.first().map_or(0, |event| event.at);
    for event in &events {
        if event.at > at {
            swept.count(at, event.at, &state, input.has_traffic);
            at = event.at;
        }
        state.change(event.change);
    }
    // nothing lasts beyond the last change
    for list in &mut swept.standings {
        push_standing(list, StandingFrom { at, standing: Standing::Nobody, is_open: false });
    }
    swept
}

impl State<'_> {
    fn change(&mut self, change: Change) {
        match change {
            Change::Person(person, doing, is_away) => self.change_person(usize::from(person), doing, is_away),
            Change::Desk(desk, person, is_on, is_accounted) => {
                let (desk, sign) = (usize::from(desk), if is_on { 1 } else { -1 });
                self.on_desk[desk] += i64::from(sign);
                for &group in self.groups_of[usize::from(person)].iter().filter(|_| is_accounted) {
                    self.eligible_on_desk[desk][usize::from(group)] += sign;
                }
            }
            Change::Open(is_open) => {
                self.is_open = is_open;
                self.renew_minimums();
            }
            Change::Minimum(number, is_on) => {
                self.active[usize::from(number)] += if is_on { 1 } else { -1 };
                self.renew_minimums();
            }
            Change::Partner(is_on) => self.n_partners += if is_on { 1 } else { -1 },
        }
    }

    fn change_person(&mut self, person: usize, doing: Option<Doing>, is_away: bool) {
        let before = std::mem::replace(&mut self.people[person], (doing, is_away));
        for ((doing, is_away), sign) in [(before, -1), ((doing, is_away), 1)] {
            let Some(doing) = doing else { continue };
            if doing != Doing::Unknown && !is_away {
                self.n_present += sign;
            }
            if doing == Doing::OffDesk {
                self.n_off_desk += sign;
            }
            for &group in &self.groups_of[person] {
                let count = &mut self.groups[usize::from(group)];
                let of_kind = match doing {
                    Doing::OffDesk => &mut count.off_desk,
                    Doing::Duty(_) => &mut count.other,
                    Doing::Desk => &mut count.desk,
                    Doing::Unknown => &mut count.unknown,
                };
                *of_kind += sign;
            }
        }
    }

    fn renew_minimums(&mut self) {
        for desk in 0..self.desk_minimums.len() {
            self.desk_minimums[desk] = self.minimum(Some(desk));
        }
        self.building_minimum = self.minimum(None);
    }

    /// The minimum of a desk, or of the building: 0 while closed; the greatest of the active rules, else the default.
    fn minimum(&self, desk: Option<usize>) -> i64 {
        if !self.is_open {
            return 0;
        }
        let is_of = |minimum: &LocalMinimum| minimum.desk.map(usize::from) == desk;
        let rules = self.minimums.iter().zip(&self.active).filter(|(minimum, active)| **active > 0 && is_of(minimum));
        let default = if desk.is_some() { self.default_minimum } else { self.building_default };
        rules.map(|(minimum, _)| minimum.minimum).max().unwrap_or(default)
    }

    fn standing(&self, group: usize, is_held: bool, minimums: &[i64]) -> Standing {
        let count = self.groups[group];
        if count.off_desk > 0 {
            return if is_held { Standing::Held } else { Standing::Releasable };
        }
        if count.other > 0 {
            return Standing::OtherDuty;
        }
        if count.desk > 0 {
            let mut desks = self.on_desk.iter().zip(&self.eligible_on_desk).zip(minimums);
            let is_spare = desks.any(|((n_people, eligible), minimum)| eligible[group] > 0 && n_people > minimum);
            return if is_spare { Standing::DeskSpare } else { Standing::DeskNeeded };
        }
        if count.unknown > 0 { Standing::Unknown } else { Standing::Nobody }
    }

    /// Nobody is here in any way, and nothing is open or wanted.
    fn is_empty(&self) -> bool {
        let is_quiet = !self.is_open && self.n_present == 0 && self.n_partners == 0;
        is_quiet
            && self.people.iter().all(|(doing, _)| doing.is_none())
            && self.on_desk.iter().all(|n_people| *n_people == 0)
    }
}

impl BranchSwept {
    /// Counts what holds from `start` to `end`.
    fn count(&mut self, start: i32, end: i32, state: &State<'_>, has_traffic: &[bool]) {
        if state.is_empty() {
            for list in &mut self.standings {
                push_standing(list, StandingFrom { at: start, standing: Standing::Nobody, is_open: false });
            }
            return;
        }
        let is_held = state.is_open && i64::from(state.n_present) <= state.building_minimum;
        if is_held {
            match self.held.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => self.held.push((start, end)),
            }
        }
        let minimums = &state.desk_minimums;
        for (desk, levels) in self.levels.iter_mut().enumerate().filter(|(desk, _)| has_traffic[*desk]) {
            levels.push(DeskLevel { start, end, n_people: state.on_desk[desk], minimum: minimums[desk] });
        }
        for (group, list) in self.standings.iter_mut().enumerate() {
            push_standing(
                list,
                StandingFrom { at: start, standing: state.standing(group, is_held, minimums), is_open: state.is_open },
            );
        }
        let n_releasable = if is_held { 0 } else { i64::from(state.groups[0].off_desk) };
        let is_both = i64::from(state.n_partners > 0 && n_releasable > 0);
        if is_both > 0 {
            self.both.push((start, end));
        }
        let numbers = [i64::from(state.is_open), state.n_partners, n_releasable, i64::from(state.n_off_desk), is_both];
        for_each_slot(start, end, |slot, length| {
            for (desk, cover) in self.desks.iter_mut().enumerate() {
                cover.add(slot, length, state.on_desk[desk], minimums[desk], state.is_open);
            }
            self.grids.add(slot, length, numbers);
        });
    }
}

impl BranchGrids {
    /// Counts so many minutes of one half hour, with what holds in them: open, partners, releasable, off-desk, both.
    fn add(&mut self, slot: usize, length: i64, numbers: [i64; 5]) {
        let grids = [&mut self.open, &mut self.partners, &mut self.releasable, &mut self.off_desk, &mut self.both];
        for (grid, number) in grids.into_iter().zip(numbers) {
            if number > 0 {
                grid.add_at(slot, number * length);
            }
        }
    }
}

fn push_standing(list: &mut Vec<StandingFrom>, new: StandingFrom) {
    match list.last() {
        Some(last) if (last.standing, last.is_open) == (new.standing, new.is_open) => {}
        _ => list.push(new),
    }
}
