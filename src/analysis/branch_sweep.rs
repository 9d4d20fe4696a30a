//! Who is at a branch, which desks are staffed, who could leave: one walk over everything that changes there.
//! (Domain, sections 5 and 6.)

use super::branch_spans::{BranchMinimum, BranchSpans};
use super::day_changes::DayChanges;
use super::desk_cover::DeskCover;
use super::desk_steps::{DeskLevel, DeskSteps};
use super::layout::{Layout, Presence};
use super::people_changes::PeopleChanges;
use super::person_time::PersonTime;
use super::results::BranchGrids;
use super::steps::{DayOfWeek, Steps, WeekPlace};
use crate::study::{BranchId, DeskId};
use crate::time::{Day, Minute, Span};

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

/// What holds between two changes.
struct State<'a> {
    input: &'a SweepInput<'a>,
    layout: &'a Layout,
    /// How many people, by the places of the layout.
    counts: Vec<i32>,
    /// By group: the classes of people in it.
    classes_of: Vec<Vec<usize>>,
    is_open: bool,
    /// By desk: how many people it needs; 0 while closed.
    minimums: Vec<i64>,
    building_minimum: i64,
}

/// What a walk is given.
pub struct SweepInput<'a> {
    /// Which branch.
    pub branch: BranchId,
    /// Everybody who is ever there.
    pub people: &'a [&'a PersonTime],
    /// Where they are counted.
    pub layout: &'a Layout,
    /// All else that changes there.
    pub spans: &'a BranchSpans,
    /// What the minimums ask for.
    pub minimums: &'a [BranchMinimum<'a>],
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

/// Walks over all changes of a branch, from minute to minute; `day` is room for those of a day.
#[must_use]
pub fn sweep_branch(input: &SweepInput<'_>, day: &mut DayChanges) -> BranchSwept {
    let mut state = State::of(input);
    let mut counted = Counted::of(input);
    let mut people = PeopleChanges::of(input.people, input.branch, input.desks, input.layout);
    let mut spans = input.spans.walk();
    day.set_counts(input.layout.n_counts());
    let mut next = people.first().min(spans.first());
    while next < i32::MAX {
        let date = Day::of(Minute(next));
        day.begin(date);
        next = people.note(day).min(spans.note(day)).min(day.first_later());
        let of_week = DayOfWeek::of(date);
        day.take(|at, changes| {
            state.count(changes);
            counted.settle(&of_week.place(at), &state);
        });
    }
    counted.finish()
}

impl<'a> State<'a> {
    fn of(input: &'a SweepInput<'a>) -> State<'a> {
        let layout = input.layout;
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
            minimums: vec![0; input.desks.len()],
            building_minimum: 0,
        }
    }

    fn count(&mut self, changes: &[i32]) {
        for (count, change) in self.counts.iter_mut().zip(changes) {
            *count += change;
        }
        let of_minimums = self.layout.of_open()..self.layout.of_minimums().end;
        if changes[of_minimums].iter().any(|change| *change != 0) {
            self.is_open = self.counts[self.layout.of_open()] > 0;
            self.renew_minimums();
        }
    }

    /// How many stakeholders are available.
    fn n_partners(&self) -> i64 {
        i64::from(self.counts[self.layout.of_partners()])
    }

    /// How many people are on each desk.
    fn on_desks(&self) -> &[i32] {
        &self.counts[self.layout.of_desks()]
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
        for desk in 0..self.minimums.len() {
            self.minimums[desk] = self.minimum(Some(desk));
        }
        self.building_minimum = self.minimum(None);
    }

    /// The minimum of a desk, or of the building: 0 while closed; the greatest of the active rules, else the default.
    fn minimum(&self, desk: Option<usize>) -> i64 {
        if !self.is_open {
            return 0;
        }
        let all = self.input.minimums.iter().zip(&self.counts[self.layout.of_minimums()]);
        let rules = all.filter(|(minimum, active)| **active > 0 && minimum.desk == desk);
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
            let mut desks = self.on_desks().iter().zip(&self.minimums).enumerate();
            let is_spare =
                desks.any(|(desk, (n_people, minimum))| i64::from(*n_people) > *minimum && is_eligible(desk));
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
    /// What these are now.
    time: (bool, i64, bool),
    standings: Vec<Vec<StandingFrom>>,
    held_spans: Spans,
    both_spans: Spans,
    last: i32,
}

impl<'a> Counted<'a> {
    fn of(input: &'a SweepInput<'a>) -> Counted<'a> {
        let n_stretches: usize = input.people.iter().map(|time| time.stretches.len()).sum();
        let start = StandingFrom { at: i32::MIN, standing: Standing::Nobody, is_open: false };
        Counted {
            input,
            desks: input.has_traffic.iter().map(|has_traffic| DeskSteps::new(*has_traffic)).collect(),
            people: Steps::default(),
            times: Steps::default(),
            time: (false, 0, false),
            standings: (0..input.n_groups).map(|_| of_one(start, n_stretches / 4)).collect(),
            held_spans: Spans::default(),
            both_spans: Spans::default(),
            last: 0,
        }
    }

    /// Takes note of what holds from a minute on.
    fn settle(&mut self, place: &WeekPlace, state: &State<'_>) {
        let at = place.at;
        let (all, eligible) = (state.presences(), state.presences_in(0));
        let is_held = state.is_held(&all);
        let n_releasable = if is_held { 0 } else { i64::from(eligible[Presence::OFF_DESK.place()]) };
        let n_partners = state.n_partners();
        let is_both = n_partners > 0 && n_releasable > 0;
        self.held_spans.set(at, is_held);
        self.both_spans.set(at, is_both);
        let n_off_desk = all[Presence::OFF_DESK.place()] + all[Presence::ON_CALL.place()];
        self.people.set(place, [n_releasable, i64::from(n_off_desk)]);
        let time = (state.is_open, n_partners, is_both);
        if self.time != time {
            self.time = time;
            self.times.set(place, [i64::from(time.0), time.1, i64::from(time.2)]);
        }
        for (steps, (n_people, minimum)) in self.desks.iter_mut().zip(state.on_desks().iter().zip(&state.minimums)) {
            steps.set(place, i64::from(*n_people), *minimum, state.is_open);
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
