//! What do the people of a branch share? One walk through their days, for pairs, departments and the best hours at once.

use super::best_hours::{BestHour, BestHours};
use super::day_bits::{DayBits, longest_unit};
use super::department_meetings::{DepartmentDays, DepartmentMeetings};
use super::department_slots::WeekTally;
use super::departments::Departments;
use super::free_days::{FreeWalk, StartTimes};
use super::results::Blocks;
use crate::time::{Minutes, Period};

/// What is found on the walk.
pub struct Together<'a> {
    /// What each pair of people shares: those of the first person with each after it, then those of the second …
    pub pairs: Vec<Minutes>,
    /// When most people are together.
    pub best: Vec<BestHour>,
    /// The meetings of departments.
    pub meetings: DepartmentMeetings<'a>,
}

impl<'a> Together<'a> {
    /// Finds what people share for at least `min_block` at a stretch; all blocks begin and end with a `unit` of
    /// [`DayBits`]. `tally` is room that is used again.
    pub fn of(
        (blocks, unit): (&[&Blocks], i32),
        min_block: Minutes,
        of: (&'a Departments<'a>, &Period),
        tally: &mut WeekTally,
    ) -> Together<'a> {
        let length = i32::try_from(min_block.0).unwrap_or(i32::MAX).max(1);
        match unit.min(longest_unit(&[length], |length| (0, *length))) {
            DayBits::<1>::UNIT => walk::<1>(blocks, length, of, tally),
            DayBits::<2>::UNIT => walk::<2>(blocks, length, of, tally),
            DayBits::<5>::UNIT => walk::<5>(blocks, length, of, tally),
            _ => walk::<23>(blocks, length, of, tally),
        }
    }
}

fn walk<'a, const W: usize>(
    blocks: &[&Blocks],
    length: i32,
    (departments, period): (&'a Departments<'a>, &Period),
    tally: &mut WeekTally,
) -> Together<'a> {
    let mut walk = FreeWalk::<W>::of(blocks, length);
    let mut pairs = PairStarts::of(blocks.len());
    let mut best = BestHours::new();
    let mut days = DepartmentDays::of(departments);
    while let Some(day) = walk.next_day() {
        pairs.note(&walk.times);
        best.note(day, &walk);
        days.note(day, &walk.times, period);
    }
    Together {
        pairs: pairs.minutes(DayBits::<W>::UNIT, length),
        best: best.found,
        meetings: DepartmentMeetings::of(&days, length, period, tally),
    }
}

/// How many units there are at whose first minute, and at every minute of which, a meeting of two people could start.
struct PairStarts {
    n_people: usize,
    /// The pairs of the first person with each after it, then those of the second …
    counts: Vec<(u32, u32)>,
}

impl PairStarts {
    fn of(n_people: usize) -> PairStarts {
        PairStarts { n_people, counts: vec![(0, 0); n_people * n_people.saturating_sub(1) / 2] }
    }

    /// Takes note of a day.
    fn note<const W: usize>(&mut self, times: &[StartTimes<W>]) {
        let mut counts = &mut self.counts[..];
        for (at, own) in times.iter().enumerate() {
            let (of_own, rest) = counts.split_at_mut(self.n_people - at - 1);
            counts = rest;
            if own.at.is_none() {
                continue;
            }
            for (other, (n_at, n_through)) in times[at + 1..].iter().zip(of_own) {
                let both = own.and(*other);
                *n_at += both.at.n_units();
                *n_through += both.through.n_units();
            }
        }
    }

    /// How many minutes each pair shares. A meeting that could start all through some units, and at the first minute of
    /// the next, takes up these units and its own length; where it could start all through a unit, it could at the first
    /// minute of the next.
    fn minutes(self, unit: i32, length: i32) -> Vec<Minutes> {
        let minutes = |(n_at, n_through): (u32, u32)| {
            Minutes(i64::from(n_through) * i64::from(unit) + i64::from(n_at - n_through) * i64::from(length))
        };
        self.counts.into_iter().map(minutes).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::labels::PersonShown;
    use crate::study::{BranchId, StaffId};
    use crate::time::{Day, Minute, Span};
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// The first minute of any block, and one after the last minute of all.
    const FROM: i32 = 3 * 1440 - 600;
    const UNTIL: i32 = 3 * 1440 - 600 + 4 * 1500;

    /// Until when a person is off-desk from a minute on, where that is long enough.
    fn until(blocks: &Blocks, minute: i32, length: i32) -> Option<i32> {
        let holds = |span: &&Span| span.start.0 <= minute && minute + length <= span.end.0;
        blocks.spans.iter().find(holds).map(|span| span.end.0)
    }

    /// How many minutes meetings take up that start wherever they could.
    fn n_minutes(length: i32, could: impl Fn(i32) -> bool) -> Minutes {
        let starts = (FROM..UNTIL).filter(|minute| could(*minute));
        let minutes: BTreeSet<i32> = starts.flat_map(|start| start..start + length).collect();
        Minutes(i64::try_from(minutes.len()).unwrap())
    }

    prop_compose! {
        /// Blocks of one person, in units of some minutes; past midnight, too.
        fn blocks(unit: i32)(gaps in prop::collection::vec((0..600 / unit, 1..900 / unit), 0..5)) -> Vec<Span> {
            let mut at = FROM;
            gaps.into_iter().map(|(gap, length)| {
                let start = at + gap * unit;
                at = start + length * unit;
                Span { start: Minute(start), end: Minute(at) }
            }).collect()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn what_is_shared_is_what_every_minute_says(
            (unit, people, n_units) in prop::sample::select(vec![1, 5, 15, 30])
                .prop_flat_map(|unit| (Just(unit), prop::collection::vec(blocks(unit), 1..6), 1..6)),
        ) {
            let (n, length) = (people.len(), n_units * unit);
            let person = |at: usize| PersonShown { department: ["Adult", "Teen"][at % 2].to_owned(), ..PersonShown::default() };
            let shown: Vec<PersonShown> = (0..n).map(person).collect();
            let staff: Vec<StaffId> = (0..n).map(StaffId::at).collect();
            let blocks = |(spans, staff): (Vec<Span>, &StaffId)| Blocks { branch: BranchId(0), staff: *staff, spans };
            let people: Vec<Blocks> = people.into_iter().zip(&staff).map(blocks).collect();
            let departments = Departments::of(&staff, &shown);
            let period = Period::between(Day(2), Day(7));
            let found = Together::of(
                (&people.iter().collect::<Vec<_>>(), unit), Minutes(i64::from(length)), (&departments, &period), &mut WeekTally::default(),
            );
            let is_free = |person: usize, minute: i32| until(&people[person], minute, length).is_some();

            let pairs = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b)));
            let expected: Vec<Minutes> = pairs.map(|(a, b)| n_minutes(length, |at| is_free(a, at) && is_free(b, at))).collect();
            prop_assert_eq!(&found.pairs, &expected);

            let n_free = |department: usize, minute: i32| (0..n).filter(|at| at % 2 == department && is_free(*at, minute)).count();
            let n_departments = departments.names.len();
            for (a, b) in [(0, 0), (0, 1), (1, 1)].into_iter().filter(|(_, b)| *b < n_departments) {
                let could = |at: i32| if a == b { n_free(a, at) > 1 } else { n_free(a, at).min(n_free(b, at)) > 0 };
                prop_assert_eq!(found.meetings.any_pair(a * n_departments + b), n_minutes(length, could));
            }

            let mut best: BTreeMap<Day, (usize, i32, i32)> = BTreeMap::new();
            // a block that is too short begins nothing
            let blocks = people.iter().flat_map(|own| &own.spans).filter(|span| span.length().0 >= i64::from(length));
            let begins: BTreeSet<i32> = blocks.map(|span| span.start.0).collect();
            for start in begins {
                let ends: Vec<i32> = people.iter().filter_map(|own| until(own, start, length)).collect();
                let Some(end) = ends.iter().min() else { continue };
                let own = best.entry(Day::of(Minute(start)).monday()).or_default();
                if (ends.len(), end - start) > (own.0, own.2 - own.1) {
                    *own = (ends.len(), start, *end);
                }
            }
            let told: Vec<(usize, i32, i32)> = found.best.iter().map(|best| (best.people.len(), best.span.start.0, best.span.end.0)).collect();
            prop_assert_eq!(told, best.into_values().collect::<Vec<_>>());
            for best in &found.best {
                prop_assert!(best.people.iter().all(|person| is_free(*person, best.span.start.0)));
            }
        }
    }
}
