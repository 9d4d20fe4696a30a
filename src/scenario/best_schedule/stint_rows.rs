//! Which rows of a [`Model`] keep time on desks from being too long without a pause, or too short to be worth it?

use super::day_problem::{DayProblem, Place, runs};
use super::model::{Model, Relation, Term};

impl Model {
    /// No run of intervals that is too long is wholly on desks, unless it is part of a stint of today.
    pub(super) fn add_longest_stint(&mut self, problem: &DayProblem, person: usize) {
        let n_intervals = problem.n_intervals();
        for first in 0..n_intervals {
            let is_too_long = |last: &usize| {
                problem.cuts[last + 1] - problem.cuts[first] > problem.rules.max_stint
                    && !problem.is_one_stint_today(person, first, *last)
            };
            let Some(last) = (first..n_intervals).find(is_too_long) else { continue };
            let (mut terms, mut bound) = (Vec::new(), 0.0);
            let mut is_possible = true;
            for at in first..=last {
                let before = terms.len();
                let mut is_known_on_desk = false;
                for desk in 0..problem.desks.len() {
                    match self.on_desk(problem, person, desk, at) {
                        Term::Variable(x) => terms.push((x, 1.0)),
                        Term::Known(known) => is_known_on_desk |= known > 0.5,
                    }
                }
                is_possible &= is_known_on_desk || terms.len() > before;
                bound += if is_known_on_desk { 0.0 } else { 1.0 };
            }
            if is_possible {
                self.add_row(terms, Relation::AtMost, bound - 1.0);
            }
        }
    }

    /// A stint on a desk that begins goes on until it is long enough, or is a short one of today. With a variable for the
    /// beginning, the rows are those of Rajan and Takriti (2005) for the least time that a machine runs: the tightest
    /// there are for one person and desk.
    pub(super) fn add_shortest_stint(&mut self, problem: &DayProblem, person: usize, desk: usize) {
        let n_intervals = problem.n_intervals();
        let of_today = runs(n_intervals, |at| problem.people[person].today[at] == Place::Desk(desk));
        let place = |at: usize| {
            if at < n_intervals { self.on_desk(problem, person, desk, at) } else { Term::Known(0.0) }
        };
        let places: Vec<Term> = (0..=n_intervals).map(place).collect();
        let mut begins: Vec<Term> = Vec::new();
        for first in 0..n_intervals {
            let before = first.checked_sub(1).map_or(Term::Known(0.0), |before| places[before]);
            begins.push(match (places[first], before) {
                (Term::Known(known), _) if known < 0.5 => Term::Known(0.0),
                (_, Term::Known(known)) if known > 0.5 => Term::Known(0.0),
                (now, Term::Known(_)) => now,
                (now, Term::Variable(earlier)) => {
                    let variable = self.add_variable(0.0, 0.0);
                    self.begins.push((variable, now, earlier));
                    let begin = Term::Variable(variable);
                    self.add_sum_at_most_zero(vec![(now, 1.0), (before, -1.0), (begin, -1.0)]);
                    begin
                }
            });
        }
        for at in 1..=n_intervals {
            let lasts = |first: &usize| problem.cuts[at] - problem.cuts[*first] < problem.rules.min_stint;
            let mut sum: Vec<(Term, f64)> = Vec::new();
            for first in (0..at).filter(lasts) {
                let is_short = |run: &&(usize, usize)| {
                    run.0 == first && problem.cuts[run.1 + 1] - problem.cuts[first] < problem.rules.min_stint
                };
                match of_today.iter().find(is_short) {
                    // exactly the stint of today may end here; where it does not, it goes on like any other
                    Some(run) if at > run.1 => {
                        if at > run.1 + 1 {
                            let own = vec![(begins[first], 1.0), (places[run.1 + 1], 1.0), (Term::Known(-1.0), 1.0)];
                            self.add_sum_at_most_zero([own, vec![(places[at], -1.0)]].concat());
                        }
                    }
                    _ => sum.push((begins[first], 1.0)),
                }
            }
            if at < n_intervals {
                sum.push((begins[at], 1.0));
            }
            sum.push((places[at], -1.0));
            self.add_sum_at_most_zero(sum);
        }
    }
}
