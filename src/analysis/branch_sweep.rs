//! Who is at a branch, which desks are staffed, who could leave: one walk over the days on which anything happens there.
//! (Domain, sections 5 and 6.)

use super::branch_spans::{BranchSpans, SpansOfDay};
use super::day_bits::DayBits;
use super::desk_cover::DeskCover;
use super::desk_week::{DeskLevel, DeskWeek};
use super::people_of_day::{PeopleOfDay, PeopleWalk};
use super::person_time::PersonTime;
use super::results::BranchGrids;
use super::standing::{StandingFrom, Standings, StandingsOfDay};
use super::week_counts::WeekCounts;
use crate::study::{BranchId, DeskId};
use crate::time::{Day, Minute, Span};

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

/// What a walk is given.
pub struct SweepInput<'a> {
    /// Which branch.
    pub branch: BranchId,
    /// Everybody who is ever there.
    pub people: &'a [&'a PersonTime],
    /// The longest unit of [`DayBits`] in which all of their time begins and ends.
    pub unit: i32,
    /// The groups of eligible people that each of them is in.
    pub groups_of: &'a [Vec<u16>],
    /// How many groups there are. Group 0 is everybody eligible.
    pub n_groups: usize,
    /// All that is not of the people.
    pub spans: &'a BranchSpans<'a>,
    /// The branch's desks.
    pub desks: &'a [DeskId],
    /// Whether traffic is counted, by desk.
    pub has_traffic: &'a [bool],
}

/// Walks over all days of a branch, in the longest units in which all its times are whole.
#[must_use]
pub fn sweep_branch(input: &SweepInput<'_>) -> BranchSwept {
    match input.unit.min(input.spans.unit()) {
        DayBits::<1>::UNIT => sweep::<1>(input),
        DayBits::<2>::UNIT => sweep::<2>(input),
        DayBits::<5>::UNIT => sweep::<5>(input),
        _ => sweep::<23>(input),
    }
}

fn sweep<const W: usize>(input: &SweepInput<'_>) -> BranchSwept {
    let mut people = PeopleWalk::of(input.people, input.groups_of, input.branch, input.desks);
    let mut spans = input.spans.walk();
    let mut people_of_day = PeopleOfDay::<W>::of(input.desks.len(), input.n_groups);
    let mut spans_of_day = SpansOfDay::<W>::of(input.desks.len());
    let mut found = Found::<W>::of(input);
    let mut next = people.next(i32::MIN).min(spans.next(i32::MIN));
    while next < i32::MAX {
        let date = Day::of(Minute(next));
        next = people.note(date, &mut people_of_day).min(spans.note(date, &mut spans_of_day));
        found.note(date, &mut people_of_day, &spans_of_day);
    }
    found.finish()
}

/// What is counted on the way.
struct Found<'a, const W: usize> {
    input: &'a SweepInput<'a>,
    desks: Vec<DeskWeek<W>>,
    open: WeekCounts<W>,
    partners: WeekCounts<W>,
    releasable: WeekCounts<W>,
    off_desk: WeekCounts<W>,
    both: WeekCounts<W>,
    standings: Vec<Standings>,
    held_spans: Spans,
    both_spans: Spans,
    /// By desk: when it has more people than its minimum.
    spare: Vec<DayBits<W>>,
    /// Where the last day ends.
    end: i32,
}

impl<'a, const W: usize> Found<'a, W> {
    fn of(input: &'a SweepInput<'a>) -> Found<'a, W> {
        let n_stretches: usize = input.people.iter().map(|time| time.stretches.len()).sum();
        Found {
            input,
            desks: input.has_traffic.iter().map(|has_traffic| DeskWeek::new(*has_traffic)).collect(),
            open: WeekCounts::default(),
            partners: WeekCounts::default(),
            releasable: WeekCounts::default(),
            off_desk: WeekCounts::default(),
            both: WeekCounts::default(),
            standings: (0..input.n_groups).map(|_| Standings::with_room_for(n_stretches / 4)).collect(),
            held_spans: Spans::default(),
            both_spans: Spans::default(),
            spare: Vec::new(),
            end: i32::MIN,
        }
    }

    /// Takes note of a day.
    fn note(&mut self, date: Day, people: &mut PeopleOfDay<W>, spans: &SpansOfDay<W>) {
        if date.start().0 != self.end {
            self.end_day();
        }
        self.end = date.plus(1).start().0;
        let held = spans.open.without(spans.building.is_less(&people.present));
        people.free.leave_out(held);
        let both = spans.partners.is_any() & people.free.is_any();
        self.held_spans.note(date, held);
        self.both_spans.note(date, both);
        let weekday = date.weekday();
        self.open.add(weekday, spans.open);
        self.partners.add_all(weekday, &spans.partners);
        self.releasable.add_all(weekday, &people.free);
        self.off_desk.add_all(weekday, &people.off_desk);
        self.both.add(weekday, both);
        self.spare.clear();
        for (week, (on_desk, minimum)) in self.desks.iter_mut().zip(people.on_desks.iter().zip(&spans.desks)) {
            self.spare.push(week.note(date, on_desk, minimum, spans.open));
        }
        for (standings, group) in self.standings.iter_mut().zip(&people.groups) {
            standings.note(date, &StandingsOfDay::of(group, held, &self.spare, spans.open));
        }
    }

    /// Nothing lasts beyond the last day that was noted.
    fn end_day(&mut self) {
        self.held_spans.end_at(self.end);
        self.both_spans.end_at(self.end);
        self.standings.iter_mut().for_each(|standings| standings.end_at(self.end));
    }

    fn finish(mut self) -> BranchSwept {
        self.end_day();
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
            desks: desks.map(|(week, desk)| week.cover(branch, *desk, &grids.open)).collect(),
            grids,
            standings: self.standings.into_iter().map(|standings| standings.list).collect(),
            held: self.held_spans.found,
            both: self.both_spans.found,
            levels: self.desks.into_iter().map(|week| week.levels).collect(),
        }
    }
}

/// The spans in which something holds.
#[derive(Debug, Default)]
struct Spans {
    found: Vec<Span>,
    since: Option<Minute>,
}

impl Spans {
    /// Takes note of the day that follows.
    fn note<const W: usize>(&mut self, date: Day, times: DayBits<W>) {
        times.changes(self.since.is_some()).units().for_each(|minute| {
            let at = Minute(date.start().0 + minute);
            match self.since.take() {
                Some(start) => self.found.push(Span { start, end: at }),
                None => self.since = Some(at),
            }
        });
    }

    /// It does not last beyond a minute.
    fn end_at(&mut self, at: i32) {
        if let Some(start) = self.since.take() {
            self.found.push(Span { start, end: Minute(at) });
        }
    }
}
