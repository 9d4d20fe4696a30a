//! Which rules hold on just these dates? A change that repeats week after week is written once.

use crate::time::{Day, DayRule, Period, Rotation, Validity, WeekSet, WeekdaySet};

/// Dates as few rules: a day of the week as long as it holds week after week, then every so many weeks of the rotation,
/// then what is left, date by date.
#[must_use]
pub fn day_rules(days: &[Day], period: &Period, rotation: Option<Rotation>) -> Vec<(DayRule, Validity)> {
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
    use crate::study::When;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_rules_hold_on_the_dates_and_on_no_others(mask in prop::collection::vec(prop::bool::weighted(0.7), 28), n_weeks in 1..4_u8) {
            let period = Period::between(Day(20_514), Day(20_541));
            let rotation = (n_weeks > 1).then_some(Rotation { n_weeks, starts: Day(20_507) });
            let days: Vec<Day> = period.days().iter().zip(&mask).filter(|(_, is_in)| **is_in).map(|(day, _)| *day).collect();
            let mut back: Vec<Day> = day_rules(&days, &period, rotation)
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
