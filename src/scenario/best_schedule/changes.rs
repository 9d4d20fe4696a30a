//! How does the best schedule become a scenario like any other? Its reassignments as changes, dates that repeat week after
//! week written once.

use super::answer::Reassignment;
use crate::study::{Action, BranchId, Change, DeskId, StaffId, Study, When};
use crate::text::Location;
use crate::time::{Day, DayRule, Period, Rotation, Validity, WeekSet, WeekdaySet};
use std::collections::BTreeMap;

/// In which order changes are made: whoever changes desks leaves the old one before taking the new one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Leave,
    HandOver(StaffId),
    Take,
}

/// One change, on whichever dates: its step, time of day, branch, desk and person.
type Key = (Step, (u16, u16), BranchId, DeskId, StaffId);

/// The changes of a scenario that make these reassignments, in the order in which they are to be applied. `file` is the
/// scenario file that they will stand in.
#[must_use]
pub fn changes(reassignments: &[Reassignment], study: &Study, period: &Period, file: &str) -> Vec<Change> {
    let mut days: BTreeMap<Key, Vec<Day>> = BTreeMap::new();
    for one in reassignments {
        let (start, end) = one.span.clock_times();
        for (step, staff) in steps(one) {
            days.entry((step, (start.0, end.0), one.branch, one.desk, staff)).or_default().push(one.span.day());
        }
    }
    let mut changes = Vec::new();
    for ((step, time, branch, desk, staff), mut days) in days {
        days.sort_unstable();
        let action = match step {
            Step::Leave => Action::Release { desk: Some(desk), staff: Some(staff) },
            Step::HandOver(to) => Action::Move { desk: Some(desk), from: staff, to },
            Step::Take => Action::Add { desk, staff },
        };
        changes.extend(folded(&days, period, study.settings.rotation).into_iter().map(|(day, validity)| Change {
            action: action.clone(),
            branch,
            when: When { day, time: Some(time), validity },
            origin: Location::of_file(file),
        }));
    }
    changes
}

fn steps(one: &Reassignment) -> Vec<(Step, StaffId)> {
    match one.to {
        None => vec![(Step::Leave, one.from)],
        Some(to) if one.leaves_a_desk => vec![(Step::Leave, one.from), (Step::Take, to)],
        Some(to) => vec![(Step::HandOver(to), one.from)],
    }
}

/// Dates as few rules: a day of the week as long as it holds week after week, then every so many weeks of the rotation,
/// then what is left, date by date.
fn folded(days: &[Day], period: &Period, rotation: Option<Rotation>) -> Vec<(DayRule, Validity)> {
    let mut left = days.to_vec();
    let mut weekly: Vec<(WeekSet, Validity, WeekdaySet)> = Vec::new();
    let n_weeks = rotation.map_or(1, |rotation| rotation.n_weeks);
    let every = std::iter::once(None).chain((0..n_weeks).map(Some).filter(|_| n_weeks > 1));
    for week in every {
        for weekday in 0..7 {
            let is_kind = |day: &Day| {
                day.weekday() == weekday
                    && week.is_none_or(|week| rotation.is_some_and(|rotation| rotation.week_of(*day) == week))
            };
            let all: Vec<Day> = period.days().iter().copied().filter(is_kind).collect();
            let runs: Vec<&[Day]> = all.chunk_by(|a, b| left.contains(a) == left.contains(b)).collect();
            // one date of several is shorter as a date
            let is_taken = |run: &&[Day]| left.contains(&run[0]) && (run.len() > 1 || all.len() == 1);
            for run in runs.into_iter().filter(is_taken).map(<[Day]>::to_vec).collect::<Vec<_>>() {
                let weeks = week.map_or(WeekSet::EVERY, |week| WeekSet::EVERY.with(week));
                let validity = Validity {
                    from: Some(run[0]).filter(|day| *day != all[0]),
                    to: run.last().copied().filter(|day| Some(day) != all.last()),
                };
                weekly.push((weeks, validity, WeekdaySet::range(weekday, weekday)));
                left.retain(|day| !run.contains(day));
            }
        }
    }
    let mut merged: Vec<(WeekSet, Validity, WeekdaySet)> = Vec::new();
    for (weeks, validity, weekdays) in weekly {
        match merged.iter_mut().find(|known| known.0 == weeks && known.1 == validity) {
            Some(known) => known.2 = known.2.union(weekdays),
            None => merged.push((weeks, validity, weekdays)),
        }
    }
    let dated = left.into_iter().map(|day| (DayRule::On(day), Validity::default()));
    merged.into_iter().map(|(weeks, validity, days)| (DayRule::Weekly(days, weeks), validity)).chain(dated).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folded_dates_are_the_dates(mask in prop::collection::vec(prop::bool::weighted(0.7), 28), n_weeks in 1..4_u8) {
            let period = Period::between(Day(20_514), Day(20_541));
            let rotation = (n_weeks > 1).then_some(Rotation { n_weeks, starts: Day(20_507) });
            let days: Vec<Day> = period.days().iter().zip(&mask).filter(|(_, is_in)| **is_in).map(|(day, _)| *day).collect();
            let mut back: Vec<Day> = folded(&days, &period, rotation)
                .into_iter()
                .flat_map(|(day, validity)| {
                    When { day, time: None, validity }.days(&period, rotation).collect::<Vec<Day>>()
                })
                .collect();
            back.sort_unstable();
            prop_assert_eq!(back, days);
        }
    }
}
