//! What are the eligible people of a group, from when on? Of all that any of them is, what is nearest to success.
//! (Domain, section 5.)

use super::day_bits::DayBits;
use super::people_of_day::GroupOfDay;
use crate::time::Day;

/// What the eligible people of a group are, in the order of nearness to success.
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

/// A number for each standing, so that those of all times of a day are three digits of bits. Nobody is 0: nothing to note.
const NUMBERED: [Standing; 7] = [
    Standing::Nobody,
    Standing::Releasable,
    Standing::Held,
    Standing::OtherDuty,
    Standing::DeskSpare,
    Standing::DeskNeeded,
    Standing::Unknown,
];

/// What the people of a group are at each time of a day, and whether the branch is open.
pub struct StandingsOfDay<const W: usize> {
    digits: [DayBits<W>; 3],
    open: DayBits<W>,
}

impl<const W: usize> StandingsOfDay<W> {
    /// The standings of a group, given when the building minimum keeps everybody in, and by desk when it has more people
    /// than its minimum.
    pub fn of(group: &GroupOfDay<W>, held: DayBits<W>, spare: &[DayBits<W>], open: DayBits<W>) -> StandingsOfDay<W> {
        let can_be_spared =
            group.on_desks.iter().zip(spare).fold(DayBits::NONE, |any, (own, spare)| any | (*own & *spare));
        // as they are numbered
        let in_order = [
            group.off_desk.without(held),
            group.off_desk | group.on_call,
            group.duty,
            group.desk & can_be_spared,
            group.desk,
            group.unknown,
        ];
        let (mut digits, mut settled) = ([DayBits::NONE; 3], DayBits::NONE);
        for (number, times) in (1..).zip(in_order) {
            let times = times.without(settled);
            settled |= times;
            for (_, digit) in digits.iter_mut().enumerate().filter(|(at, _)| number >> at & 1 == 1) {
                *digit |= times;
            }
        }
        StandingsOfDay { digits, open }
    }
}

/// The standings of a group over the period.
#[derive(Debug)]
pub struct Standings {
    /// In order of time; the first is from ever on, neighbors differ.
    pub list: Vec<StandingFrom>,
    /// The number of the last of them.
    number: usize,
}

impl Standings {
    /// Nobody is there yet; with room for so many changes.
    pub fn with_room_for(n_changes: usize) -> Standings {
        let mut list = Vec::with_capacity(n_changes + 1);
        list.push(StandingFrom { at: i32::MIN, standing: Standing::Nobody, is_open: false });
        Standings { list, number: 0 }
    }

    /// Takes note of the day that follows.
    pub fn note<const W: usize>(&mut self, date: Day, day: &StandingsOfDay<W>) {
        let was_open = self.list.last().is_some_and(|last| last.is_open);
        let mut changes = day.open.changes(was_open);
        for (at, digit) in day.digits.iter().enumerate() {
            changes |= digit.changes(self.number >> at & 1 == 1);
        }
        let midnight = date.start().0;
        changes.units().for_each(|minute| {
            let digit = |at: usize| usize::from(day.digits[at].holds_at(minute)) << at;
            self.number = digit(0) | digit(1) | digit(2);
            let standing = NUMBERED.get(self.number).copied().unwrap_or(Standing::Nobody);
            self.list.push(StandingFrom { at: midnight + minute, standing, is_open: day.open.holds_at(minute) });
        });
    }

    /// From a minute on, nobody is there, and the branch is closed.
    pub fn end_at(&mut self, at: i32) {
        let is_noted = self.list.last().is_some_and(|last| last.standing == Standing::Nobody && !last.is_open);
        if !is_noted {
            self.list.push(StandingFrom { at, standing: Standing::Nobody, is_open: false });
            self.number = 0;
        }
    }
}
