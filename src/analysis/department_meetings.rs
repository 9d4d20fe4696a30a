//! When could people of two departments, or of all, meet? Found for all of them day by day. (Domain, section 6.)
//!
//! A meeting of `min_block` could start wherever somebody of each department is off-desk from then on for so long. So
//! each block is looked at alone, for when a meeting could start in it; no two of them need to be set side by side.

use super::day_bits::{A_DAY, DayBits, are_whole, for_day};
use super::department_slots::{DepartmentSlot, MeetingDay, Meetings, Starts, WeekTally};
use super::departments::Departments;
use super::usable_blocks::Usable;
use crate::study::BranchId;
use crate::time::{Day, Minute, Minutes, Period};
use std::sync::Arc;

/// The meetings that the departments of a branch could hold.
pub struct DepartmentMeetings<'a> {
    departments: &'a Departments<'a>,
    /// How long a meeting is, in minutes.
    length: i32,
    /// By pair of departments, in a square, the first by name first.
    of_pairs: Vec<Option<Meetings>>,
    /// Of all departments at once, where they are more than two.
    of_all: Option<Meetings>,
}

impl<'a> DepartmentMeetings<'a> {
    /// Finds the meetings of `min_block` minutes; `usable` is in the order of starts. `tally` is room that is used again.
    pub fn of(
        (departments, period): (&'a Departments<'a>, &Period),
        usable: &[Usable],
        min_block: Minutes,
        tally: &mut WeekTally,
    ) -> DepartmentMeetings<'a> {
        let length = i32::try_from(min_block.0).unwrap_or(i32::MAX).max(1);
        let mut found = DepartmentMeetings { departments, length, of_pairs: Vec::new(), of_all: None };
        if is_whole::<1>(usable, length) {
            found.walk::<1>(usable, period, tally);
        } else if is_whole::<2>(usable, length) {
            found.walk::<2>(usable, period, tally);
        } else if is_whole::<5>(usable, length) {
            found.walk::<5>(usable, period, tally);
        } else {
            found.walk::<23>(usable, period, tally);
        }
        found
    }

    /// Looks at every day for each pair of departments.
    fn walk<const W: usize>(&mut self, usable: &[Usable], period: &Period, tally: &mut WeekTally) {
        let Departments { names, is_named, n_named, .. } = self.departments;
        let n = names.len();
        let days = self.days::<W>(usable, period);
        let length = self.length;
        self.of_pairs = vec![None; n * n];
        for a in 0..n {
            self.of_pairs[a * n + a] = Some(days.meetings(Starts::of(length, period, tally), |of_day| of_day[a].two));
            for b in a + 1..n {
                let both = |of_day: &[DepartmentOfDay<W>]| of_day[a].anybody.and(of_day[b].anybody);
                self.of_pairs[a * n + b] = Some(days.meetings(Starts::of(length, period, tally), both));
            }
        }
        // where two departments are all, they are a pair
        if *n_named > 2 {
            self.of_all = Some(days.meetings(Starts::of(length, period, tally), |of_day| {
                let named = of_day.iter().zip(is_named).filter(|(_, is_named)| **is_named);
                named.map(|(own, _)| own.anybody).reduce(StartTimes::and).unwrap_or(StartTimes::NONE)
            }));
        }
    }

    /// The days on which a meeting could start.
    fn days<const W: usize>(&self, usable: &[Usable], period: &Period) -> Days<W> {
        let n = self.departments.names.len();
        let mut days = Days { days: Vec::new(), departments: Vec::new() };
        let (mut rest, mut next) = (usable, Minute(i32::MIN));
        while let Some(first) = rest.first() {
            let day = Day::of(first.start.max(next));
            next = day.plus(1).start();
            let n_before = days.departments.len();
            days.days.push(MeetingDay::of(day, period));
            days.departments.resize(n_before + n, DepartmentOfDay::NONE);
            let of_day = &mut days.departments[n_before..];
            let last = |block: &Usable| block.end.0 - self.length;
            // the last meeting starts at a unit, too
            let span = |block: &Usable| (block.start.0, last(block) + DayBits::<W>::UNIT);
            for_day(&mut rest, day.start().0, span, |block, at| {
                let through = at & at.one_earlier(last(block) >= next.0);
                of_day[self.departments.of_person[block.person()]].add(StartTimes { at, through });
            });
        }
        days
    }

    /// When departments could plan together: two that are named, and all of them where they are more than two.
    pub fn slots(&self, branch: BranchId) -> Vec<DepartmentSlot> {
        let Departments { names, is_named, .. } = self.departments;
        let named: Vec<(usize, Arc<str>)> =
            (0..).zip(names).filter(|(at, _)| is_named[*at]).map(|(at, name)| (at, Arc::from(*name))).collect();
        let mut slots = Vec::new();
        for (nth, (a, name_a)) in named.iter().enumerate() {
            for (b, name_b) in &named[nth + 1..] {
                let of_pair = self.of_pairs[a * names.len() + b].iter();
                slots.extend(of_pair.flat_map(|pair| pair.slots(branch, Some((name_a, name_b)), self.length)));
            }
        }
        slots.extend(self.of_all.iter().flat_map(|all| all.slots(branch, None, self.length)));
        slots
    }

    /// How many minutes any of the meetings of a pair of departments could take up; by the pair's place in the square.
    pub fn any_pair(&self, place: usize) -> Minutes {
        self.of_pairs[place].as_ref().map_or(Minutes::ZERO, |pair| pair.total)
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

    /// When both could start.
    fn and(self, other: StartTimes<W>) -> StartTimes<W> {
        StartTimes { at: self.at & other.at, through: self.through & other.through }
    }

    /// When either could start.
    fn or(self, other: StartTimes<W>) -> StartTimes<W> {
        StartTimes { at: self.at | other.at, through: self.through | other.through }
    }

    /// Adds the ranges of these times.
    fn note(self, day: MeetingDay, starts: &mut Starts<'_>) {
        let firsts = self.at.without(self.through.one_later(false));
        let lasts = self.at.without(self.through);
        // what goes on after midnight has its last start on the next day
        for (first, last) in firsts.units().zip(lasts.units().chain(std::iter::once(A_DAY - 1))) {
            starts.add((first, last), day);
        }
    }
}

/// The days on which a meeting could start.
struct Days<const W: usize> {
    days: Vec<MeetingDay>,
    /// By day, and then by department.
    departments: Vec<DepartmentOfDay<W>>,
}

impl<const W: usize> Days<W> {
    /// The meetings that could start at some times of each day.
    fn meetings(&self, mut starts: Starts<'_>, times: impl Fn(&[DepartmentOfDay<W>]) -> StartTimes<W>) -> Meetings {
        let n_departments = self.departments.len() / self.days.len().max(1);
        for (day, of_day) in self.days.iter().zip(self.departments.chunks(n_departments.max(1))) {
            times(of_day).note(*day, &mut starts);
        }
        starts.meetings()
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
            let found = DepartmentMeetings::of((&departments, &period), &usable.all, length, &mut WeekTally::default());
            let n = departments.names.len();
            for (a, b) in (0..n).flat_map(|a| (a..n).map(move |b| (a, b))) {
                let expected = any_pair(&people, &departments.of_person, (a, b), min_block);
                prop_assert_eq!(found.any_pair(a * n + b), expected, "{} {}", a, b);
            }
        }
    }
}
