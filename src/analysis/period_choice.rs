//! Which dates are analyzed? The settings' period; else every week with a dated schedule row; else a typical cycle.
//! (Domain, section 2.)

use crate::study::{SchedulePart, Study};
use crate::time::{Day, Period, Validity};
use rayon::prelude::*;

/// The period of a study.
#[must_use]
pub fn choose_period(study: &Study) -> Period {
    let settings = &study.settings;
    let mut dated: Vec<Day> = dated_mondays(study);
    match (settings.from, settings.to) {
        (Some(from), Some(to)) => return Period::between(from, to),
        (from, to) => {
            dated.retain(|monday| from.is_none_or(|from| from.0 < monday.0 + 7) && to.is_none_or(|to| *monday <= to));
            if let (Some(&first), Some(&last)) = (dated.first(), dated.last()) {
                match (from, to) {
                    (Some(from), _) => return Period::between(from, last.plus(6)),
                    (_, Some(to)) => return Period::between(first, to),
                    _ => return Period::weeks(dated),
                }
            }
        }
    }
    typical_cycle(study, settings.from.or(settings.to))
}

/// The Mondays of the weeks that hold a dated schedule row.
fn dated_mondays(study: &Study) -> Vec<Day> {
    let of_part = |part: &SchedulePart| {
        let mut mondays: Vec<Day> = Vec::new();
        for date in part.days().iter().filter_map(|day| day.day.date()) {
            let is_same_week = |monday: &Day| (0..7).contains(&(date.0 - monday.0));
            if !mondays.last().is_some_and(is_same_week) {
                mondays.push(date.monday());
            }
        }
        mondays
    };
    let mut mondays: Vec<Day> = study.schedule.par_iter().flat_map_iter(of_part).collect();
    mondays.sort_unstable();
    mondays.dedup();
    mondays
}

/// One cycle of the rotation in which the most rows with a validity are valid and the fewest dated rows fall; its
/// dates stand for days of the week. Without such rows it does not matter which.
fn typical_cycle(study: &Study, wanted: Option<Day>) -> Period {
    let n_weeks = study.settings.rotation.map_or(1, |rotation| i32::from(rotation.n_weeks));
    let anchor = study
        .settings
        .rotation
        .map_or(Day::from_ymd(2024, 1, 1).unwrap_or_default(), |rotation| rotation.starts.monday());
    let validities: Vec<Validity> = validities(study);
    let dates: Vec<Day> = study
        .hours
        .iter()
        .filter_map(|row| row.day.date())
        .chain(study.windows.iter().filter_map(|row| row.day.date()))
        .collect();
    let on_anchor = |day: Day| {
        let weeks = (day.monday().0 - anchor.0).div_euclid(7);
        anchor.plus(7 * weeks.div_euclid(n_weeks) * n_weeks)
    };
    let mut starts: Vec<Day> = vec![wanted.map_or(anchor, on_anchor)];
    if wanted.is_none() {
        let near = validities.iter().flat_map(|validity| [validity.from, validity.to]).flatten();
        starts.extend(near.flat_map(|day| (-1..=2).map(move |n| on_anchor(day.plus(7 * n * n_weeks)))));
        starts.sort_unstable();
        starts.dedup();
    }
    let score = |start: Day| {
        let last = start.plus(7 * n_weeks - 1);
        let n_valid = validities.iter().filter(|validity| validity.contains(start) && validity.contains(last)).count();
        let n_dated = dates.iter().filter(|date| start <= **date && **date <= last).count();
        (n_valid, std::cmp::Reverse(n_dated))
    };
    let best = starts.iter().copied().max_by(|a, b| score(*a).cmp(&score(*b)).then(b.cmp(a))).unwrap_or(anchor);
    let mut period = Period::between(best, best.plus(7 * n_weeks - 1));
    period.is_typical = true;
    period
}

fn validities(study: &Study) -> Vec<Validity> {
    let schedule = study.schedule_rows().map(|row| study.validity(row.validity));
    let others = study.hours.iter().map(|row| row.validity).chain(study.windows.iter().map(|row| row.validity));
    schedule.chain(others).filter(|validity| !validity.is_always()).collect()
}
