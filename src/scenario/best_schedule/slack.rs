//! How much desk time could one person have in the rest of a day, if kept off the desk in some of it? What cannot be
//! made up for within the rules need not be searched.

use super::day_problem::{DayProblem, Place};

/// The most desk time of a person in minutes, kept off the desk in some intervals, with pauses as the rules ask: at
/// least what any sound schedule could have.
#[must_use]
pub fn most_desk_time(problem: &DayProblem, person: usize, is_kept_off: impl Fn(usize) -> bool) -> i32 {
    let of = &problem.people[person];
    let n_intervals = problem.n_intervals();
    let is_fixed_desk = |at: usize| of.is_fixed[at] && matches!(of.today[at], Place::Desk(_));
    let could_sit = |at: usize| {
        is_fixed_desk(at)
            || (!is_kept_off(at) && !of.is_fixed[at] && of.may.iter().any(|desk| problem.desks[*desk].most[at] > 0))
    };
    // `paused[at]`: the most before `cuts[at]`, where the interval before it is a pause; `any[at]`: paused or not
    let (mut paused, mut any) = (vec![None; n_intervals + 1], vec![None; n_intervals + 1]);
    (paused[0], any[0]) = (Some(0), Some(0));
    for at in 0..n_intervals {
        // a stint that begins at `at`, however long
        if let Some(before) = paused[at] {
            for last in (at..n_intervals).take_while(|last| could_sit(*last)) {
                let lasts = problem.cuts[last + 1] - problem.cuts[at];
                let is_today = problem.is_one_stint_today(person, at, last);
                if is_today || (problem.rules.min_stint <= lasts && lasts <= problem.rules.max_stint) {
                    any[last + 1] = any[last + 1].max(Some(before + lasts));
                }
            }
        }
        if !is_fixed_desk(at) {
            paused[at + 1] = any[at];
            any[at + 1] = any[at + 1].max(any[at]);
        }
    }
    any[n_intervals].unwrap_or(0)
}

/// The least desk time that the rules leave a person, in minutes.
#[must_use]
pub fn least_desk_time(problem: &DayProblem, person: usize) -> i32 {
    let today = &problem.people[person].today;
    let on_desk = (0..today.len()).filter(|at| matches!(today[*at], Place::Desk(_)));
    on_desk.map(|at| problem.length(at)).sum::<i32>() - problem.rules.tolerance
}
