//! When could people of two departments, or of all, meet? Found for all of them day by day. (Domain, section 6.)
//!
//! A meeting of `min_block` could start wherever somebody of each department is off-desk from then on for so long. So
//! each block is looked at alone, for when a meeting could start in it; no two of them need to be set side by side.

use super::day_bits::{A_DAY, DayBits, are_whole, for_day};
use super::department_slots::{DepartmentSlot, MeetingDay, Starts, WeekTally};
use super::departments::Departments;
use super::usable_blocks::Usable;
use crate::study::BranchId;
use crate::time::{Day, Minute, Minutes, Period};
use std::sync::Arc;

/// Room that is used again for the next branch.
#[derive(Debug, Default)]
pub struct MeetingRoom {
    starts: Vec<Starts>,
    tally: WeekTally,
}

/// The meetings that the departments of a branch could hold.
pub struct DepartmentMeetings<'a> {
    departments: &'a Departments<'a>,
    period: &'a Period,
    /// By pair of departments, in a square, the first by name first; at the end, those of all departments at once.
    starts: &'a mut [Starts],
    tally: &'a mut WeekTally,
}

impl<'a> DepartmentMeetings<'a> {
    /// Finds the meetings of `min_block` minutes; `usable` is in the order of starts.
    pub fn of(
        (departments, period): (&'a Departments<'a>, &'a Period),
        usable: &[Usable],
        min_block: Minutes,
        room: &'a mut MeetingRoom,
    ) -> DepartmentMeetings<'a> {
        let min_block = i32::try_from(min_block.0).unwrap_or(i32::MAX).max(1);
        let n_starts = departments.names.len().pow(2) + 1;
        room.starts.resize(n_starts.max(room.starts.len()), Starts::of(min_block));
        let starts = &mut room.starts[..n_starts];
        starts.iter_mut().for_each(|starts| starts.begin(min_block));
        let mut found = DepartmentMeetings { departments, period, starts, tally: &mut room.tally };
        if is_whole::<1>(usable, min_block) {
            found.walk::<1>(usable, min_block);
        } else if is_whole::<2>(usable, min_block) {
            found.walk::<2>(usable, min_block);
        } else if is_whole::<5>(usable, min_block) {
            found.walk::<5>(usable, min_block);
        } else {
            found.walk::<23>(usable, min_block);
        }
        found
    }

    /// From one day on which a meeting could start to the next.
    fn walk<const W: usize>(&mut self, usable: &[Usable], min_block: i32) {
        let mut of_day = vec![DepartmentOfDay::<W>::NONE; self.departments.names.len()];
        let (mut rest, mut next) = (usable, Minute(i32::MIN));
        while let Some(first) = rest.first() {
            let day = Day::of(first.start.max(next));
            let midnight = day.start().0;
            next = day.plus(1).start();
            of_day.fill(DepartmentOfDay::NONE);
            let last = |block: &Usable| block.end.0 - min_block;
            // the last meeting starts at a unit, too
            let span = |block: &Usable| (block.start.0, last(block) + DayBits::<W>::UNIT);
            for_day(&mut rest, midnight, span, |block, at| {
                let through = DayBits::between(block.start.0 - midnight, last(block) - midnight);
                of_day[self.departments.of_person[block.person()]].add(StartTimes { at, through });
            });
            self.note(MeetingDay::of(day, self.period), &of_day);
        }
    }

    /// Takes note of a day.
    fn note<const W: usize>(&mut self, day: MeetingDay, of_day: &[DepartmentOfDay<W>]) {
        let n = of_day.len();
        for (a, own) in of_day.iter().enumerate().filter(|(_, own)| !own.anybody.is_none()) {
            own.two.note(day, self.period, &mut self.starts[a * n + a]);
            for (b, other) in of_day.iter().enumerate().skip(a + 1) {
                own.anybody.and(other.anybody).note(day, self.period, &mut self.starts[a * n + b]);
            }
        }
        let Departments { is_named, n_named, .. } = self.departments;
        // where two departments are all, they are a pair
        if *n_named > 2 {
            let named = of_day.iter().zip(is_named).filter(|(_, is_named)| **is_named).map(|(own, _)| own.anybody);
            if let (Some(all), Some(starts)) = (named.reduce(StartTimes::and), self.starts.last_mut()) {
                all.note(day, self.period, starts);
            }
        }
    }

    /// When departments could plan together: two that are named, and all of them where they are more than two.
    pub fn slots(&mut self, branch: BranchId) -> Vec<DepartmentSlot> {
        let Departments { names, is_named, .. } = self.departments;
        let named: Vec<(usize, Arc<str>)> =
            (0..).zip(names).filter(|(at, _)| is_named[*at]).map(|(at, name)| (at, Arc::from(*name))).collect();
        let mut slots = Vec::new();
        for (nth, (a, name_a)) in named.iter().enumerate() {
            for (b, name_b) in &named[nth + 1..] {
                let pair = (name_a.clone(), name_b.clone());
                slots.extend(self.starts[a * names.len() + b].slots(branch, Some(&pair), self.period, self.tally));
            }
        }
        let of_all = self.starts.last_mut().map(|starts| starts.slots(branch, None, self.period, self.tally));
        slots.extend(of_all.unwrap_or_default());
        slots
    }

    /// How many minutes any of the meetings of a pair of departments could take up; by the pair's place in the square.
    pub fn any_pair(&mut self, place: usize) -> Minutes {
        self.starts[place].total(self.period)
    }
}

/// Whether all times, and the length of a meeting, are whole units of [`DayBits::UNIT`] minutes.
fn is_whole<const W: usize>(usable: &[Usable], min_block: i32) -> bool {
    min_block % DayBits::<W>::UNIT == 0 && are_whole::<W, _>(usable, |block| (block.start.0, block.end.0))
}

/// The times of a day at which a meeting could start.
#[derive(Clone, Copy, Debug)]
struct StartTimes<const W: usize> {
    /// The units at whose first minute it could.
    at: DayBits<W>,
    /// The units at every minute of which it could, up to the first one of the next unit.
    through: DayBits<W>,
}

impl<const W: usize> StartTimes<W> {
    const NONE: StartTimes<W> = StartTimes { at: DayBits::NONE, through: DayBits::NONE };

    fn is_none(self) -> bool {
        self.at.is_none()
    }

    /// When both could start.
    fn and(self, other: StartTimes<W>) -> StartTimes<W> {
        StartTimes { at: self.at & other.at, through: self.through & other.through }
    }

    /// When either could start.
    fn or(self, other: StartTimes<W>) -> StartTimes<W> {
        StartTimes { at: self.at | other.at, through: self.through | other.through }
    }

    /// Adds the ranges of these times.
    fn note(self, day: MeetingDay, period: &Period, starts: &mut Starts) {
        let firsts = self.at.without(self.through.one_later(false));
        let lasts = self.at.without(self.through);
        // what goes on after midnight has its last start on the next day
        for (first, last) in firsts.units().zip(lasts.units().chain(std::iter::once(A_DAY - 1))) {
            starts.add((first, last), day, period);
        }
    }
}

/// When a meeting could start for the people of one department on one day.
#[derive(Clone, Copy, Debug)]
struct DepartmentOfDay<const W: usize> {
    /// For anybody of it.
    anybody: StartTimes<W>,
    /// For any two of it.
    two: StartTimes<W>,
}

impl<const W: usize> DepartmentOfDay<W> {
    const NONE: DepartmentOfDay<W> = DepartmentOfDay { anybody: StartTimes::NONE, two: StartTimes::NONE };

    /// Somebody more; a person's own blocks have no start in common.
    fn add(&mut self, times: StartTimes<W>) {
        self.two = self.two.or(self.anybody.and(times));
        self.anybody = self.anybody.or(times);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::labels::PersonShown;
    use crate::analysis::results::Blocks;
    use crate::analysis::usable_blocks::UsableBlocks;
    use crate::study::StaffId;
    use crate::time::Span;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// How many minutes any meeting of somebody of one department with somebody else of another could take up, asked of
    /// every minute.
    fn any_pair(people: &[Blocks], of_person: &[usize], (a, b): (usize, usize), length: i32) -> Minutes {
        let is_free = |person: usize, minute: i32| {
            people[person].spans.iter().any(|span| span.start.0 <= minute && minute + length <= span.end.0)
        };
        let n_free = |department: usize, minute: i32| {
            (0..people.len()).filter(|person| of_person[*person] == department && is_free(*person, minute)).count()
        };
        let could =
            |minute: &i32| if a == b { n_free(a, *minute) > 1 } else { n_free(a, *minute).min(n_free(b, *minute)) > 0 };
        let minutes: BTreeSet<i32> = (-600..4 * 1440).filter(could).flat_map(|start| start..start + length).collect();
        Minutes(i64::try_from(minutes.len()).unwrap())
    }

    prop_compose! {
        /// Blocks of one person, in units of some minutes; past midnight, too.
        fn blocks(unit: i32)(gaps in prop::collection::vec((0..600 / unit, 1..900 / unit), 0..5)) -> Vec<Span> {
            let mut at = -600;
            gaps.into_iter().map(|(gap, length)| {
                let start = at + gap * unit;
                at = start + length * unit;
                Span { start: Minute(start), end: Minute(at) }
            }).collect()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn meetings_are_those_of_every_minute(
            (people, min_block) in prop::sample::select(vec![1, 5, 15, 30])
                .prop_flat_map(|unit| (prop::collection::vec(blocks(unit), 1..6), 1..6).prop_map(move |(people, n)| (people, n * unit))),
        ) {
            let names = ["Adult", "Children", "Teen"];
            let person = |at: usize| PersonShown { department: names[at % 3].to_owned(), ..PersonShown::default() };
            let shown: Vec<PersonShown> = (0..people.len()).map(person).collect();
            let staff: Vec<StaffId> = (0..people.len()).map(StaffId::at).collect();
            let branch = BranchId(0);
            let people: Vec<Blocks> =
                people.into_iter().zip(&staff).map(|(spans, staff)| Blocks { branch, staff: *staff, spans }).collect();
            let departments = Departments::of(&staff, &shown);
            let period = Period::between(Day(-1), Day(2));
            let length = Minutes(i64::from(min_block));
            let mut usable = UsableBlocks::default();
            usable.find(people.iter(), length);
            let mut room = MeetingRoom::default();
            let mut found = DepartmentMeetings::of((&departments, &period), &usable.all, length, &mut room);
            let n = departments.names.len();
            for (a, b) in (0..n).flat_map(|a| (a..n).map(move |b| (a, b))) {
                let expected = any_pair(&people, &departments.of_person, (a, b), min_block);
                prop_assert_eq!(found.any_pair(a * n + b), expected, "{} {}", a, b);
            }
        }
    }
}
