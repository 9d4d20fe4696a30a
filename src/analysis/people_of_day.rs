//! Who is at a branch, and on a desk or off it, at each time of a day?

use super::day_bits::{DayBits, for_day};
use super::day_counts::DayCounts;
use super::on_call::OnCall;
use super::person_time::{DeskSpan, Doing, PersonTime, Stretch};
use crate::study::{BranchId, DeskId};
use crate::time::Day;

/// The people of a branch on one day.
#[derive(Debug)]
pub struct PeopleOfDay<const W: usize> {
    /// How many are in the building: whoever is on leave or away is not.
    pub present: DayCounts<W>,
    /// How many are off-desk.
    pub off_desk: DayCounts<W>,
    /// How many eligible people are off-desk and not on call.
    pub free: DayCounts<W>,
    /// By desk: how many are on it.
    pub on_desks: Vec<DayCounts<W>>,
    /// By group of eligible people: what any of them is.
    pub groups: Vec<GroupOfDay<W>>,
}

/// When any of a group of eligible people is what.
#[derive(Clone, Debug)]
pub struct GroupOfDay<const W: usize> {
    /// Off-desk, and not on call.
    pub off_desk: DayBits<W>,
    /// Off-desk, and kept in the building to answer a desk.
    pub on_call: DayBits<W>,
    /// On another duty, in the building or away.
    pub duty: DayBits<W>,
    /// On a desk.
    pub desk: DayBits<W>,
    /// On a desk of this branch to which their time is accounted, by desk.
    pub on_desks: Vec<DayBits<W>>,
    /// Working hours are not given.
    pub unknown: DayBits<W>,
}

impl<const W: usize> PeopleOfDay<W> {
    /// Room for the people of a branch with so many desks and groups.
    pub fn of(n_desks: usize, n_groups: usize) -> PeopleOfDay<W> {
        PeopleOfDay {
            present: DayCounts::default(),
            off_desk: DayCounts::default(),
            free: DayCounts::default(),
            on_desks: vec![DayCounts::default(); n_desks],
            groups: vec![GroupOfDay::of(n_desks); n_groups],
        }
    }

    fn clear(&mut self) {
        self.present.clear();
        self.off_desk.clear();
        self.free.clear();
        self.on_desks.iter_mut().for_each(DayCounts::clear);
        self.groups.iter_mut().for_each(GroupOfDay::clear);
    }
}

impl<const W: usize> GroupOfDay<W> {
    fn of(n_desks: usize) -> GroupOfDay<W> {
        let none = DayBits::NONE;
        let on_desks = vec![none; n_desks];
        GroupOfDay { off_desk: none, on_call: none, duty: none, desk: none, on_desks, unknown: none }
    }

    fn clear(&mut self) {
        self.on_desks.fill(DayBits::NONE);
        *self = GroupOfDay { on_desks: std::mem::take(&mut self.on_desks), ..GroupOfDay::of(0) };
    }
}

/// The people of a branch on the way through their time, day by day.
pub struct PeopleWalk<'a> {
    branch: BranchId,
    desks: &'a [DeskId],
    people: Vec<PersonWalk<'a>>,
}

/// What is left of one person's time.
struct PersonWalk<'a> {
    groups: &'a [u16],
    stretches: &'a [Stretch],
    on_call: &'a [OnCall],
    desks: &'a [DeskSpan],
}

impl<'a> PeopleWalk<'a> {
    /// People at the start of their time, with the groups of each.
    pub fn of(
        people: &[&'a PersonTime],
        groups_of: &'a [Vec<u16>],
        branch: BranchId,
        desks: &'a [DeskId],
    ) -> PeopleWalk<'a> {
        let person = |(time, groups): (&&'a PersonTime, &'a Vec<u16>)| PersonWalk {
            groups,
            stretches: &time.stretches,
            on_call: &time.on_call,
            desks: &time.desks,
        };
        PeopleWalk { branch, desks, people: people.iter().zip(groups_of).map(person).collect() }
    }

    /// The first minute that is left, not before `end`.
    pub fn next(&self, end: i32) -> i32 {
        self.people.iter().map(|person| person.next(end)).min().unwrap_or(i32::MAX)
    }

    /// Takes note of a day. When it goes on after it, at the earliest.
    pub fn note<const W: usize>(&mut self, date: Day, day: &mut PeopleOfDay<W>) -> i32 {
        day.clear();
        for person in &mut self.people {
            person.note(self.branch, date.start().0, day);
            person.note_desks(self.branch, self.desks, date.start().0, day);
        }
        self.next(date.plus(1).start().0)
    }
}

impl PersonWalk<'_> {
    /// The first minute that is left, not before `end`.
    fn next(&self, end: i32) -> i32 {
        let start = |start: Option<i32>| start.map_or(i32::MAX, |start| start.max(end));
        let stretch = start(self.stretches.first().map(|stretch| stretch.start));
        let on_call = start(self.on_call.first().map(|span| span.start));
        stretch.min(on_call).min(start(self.desks.first().map(|span| span.start)))
    }

    fn note<const W: usize>(&mut self, branch: BranchId, midnight: i32, day: &mut PeopleOfDay<W>) {
        // by what the person is, so that nothing has to be decided on the way
        let mut times = [DayBits::<W>::NONE; 5];
        for_day(
            &mut self.stretches,
            midnight,
            |stretch| (stretch.start, stretch.end),
            |stretch, own| {
                if stretch.branch == branch {
                    times[place(stretch)] |= own;
                }
            },
        );
        let [off_desk, duty, away, desk, unknown] = times;
        let mut on_call = DayBits::NONE;
        for_day(
            &mut self.on_call,
            midnight,
            |span| (span.start, span.end),
            |span, own| {
                if span.branch == branch {
                    on_call |= own;
                }
            },
        );
        let free = off_desk.without(on_call);
        day.present.add(off_desk | duty | desk);
        day.off_desk.add(off_desk);
        for group in self.groups {
            let group = usize::from(*group);
            if group == 0 {
                day.free.add(free);
            }
            let own = &mut day.groups[group];
            own.off_desk |= free;
            own.on_call |= on_call;
            own.duty |= duty | away;
            own.desk |= desk;
            own.unknown |= unknown;
        }
    }

    fn note_desks<const W: usize>(
        &mut self,
        branch: BranchId,
        desks: &[DeskId],
        midnight: i32,
        day: &mut PeopleOfDay<W>,
    ) {
        for_day(
            &mut self.desks,
            midnight,
            |span| (span.start, span.end),
            |span, own| {
                let place = desks.iter().position(|desk| *desk == span.desk);
                let Some(desk) = place.filter(|_| span.branch == branch) else { return };
                day.on_desks[desk].add(own);
                for group in self.groups.iter().filter(|_| span.is_accounted) {
                    day.groups[usize::from(*group)].on_desks[desk] |= own;
                }
            },
        );
    }
}

/// The place of what a person is in a stretch: off-desk, on a duty, away for one, on a desk, or not known.
fn place(stretch: &Stretch) -> usize {
    match stretch.doing {
        Doing::OffDesk => 0,
        Doing::Duty(_) => 1 + usize::from(stretch.is_away),
        Doing::Desk => 3,
        Doing::Unknown => 4,
    }
}
