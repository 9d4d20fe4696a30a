//! Which schedule of one date is best? A start, the solver, and the trade-off between what is moved and what is won.

use super::day_problem::{Assignment, DayProblem};
use super::measure::{Worth, is_sound, worth};
use super::model::Model;
use super::neighborhood::{changed_people, confined, most_promising, neighborhoods};
use super::solver::{Solver, Task};

/// A schedule of one date, and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Where everybody is.
    pub assignment: Assignment,
    /// What it comes to.
    pub worth: Worth,
}

/// One date's search, as far as it has come.
pub struct DaySearch {
    /// The problem.
    pub problem: DayProblem,
    /// Its program.
    model: Model,
    /// The best schedule so far, by the weight of the search.
    pub best: Candidate,
    /// What a moved minute takes, where a reachable minute gives one.
    weight: f64,
    /// No schedule has more reach less weighted moves than this; none where that is not known.
    ceiling: Option<f64>,
    /// Schedules that move less, from today on: more moved and more reachable from one to the next, the best last.
    pub steps: Vec<Candidate>,
}

impl DaySearch {
    /// The search of one date, starting from today.
    #[must_use]
    pub fn new(problem: DayProblem, weight: f64) -> DaySearch {
        let today = Candidate::of(&problem, problem.today());
        let model = Model::of(&problem);
        DaySearch { model, best: today.clone(), weight, ceiling: None, steps: vec![today], problem }
    }

    /// How large the program is: the number of places that are open.
    #[must_use]
    pub fn size(&self) -> usize {
        self.model.n_binary
    }

    /// No schedule that moves as little reaches more than this, in minutes; none where that is not known.
    #[must_use]
    pub fn bound(&self) -> Option<i64> {
        let reach = self.ceiling? + self.weight * minutes(self.best.worth.moved);
        let sure = self.model.sure_reach;
        // reach comes in whole grains: what is between two of them is no reach of any schedule
        let grains = ((reach - sure + TINY) / self.model.grain()).floor();
        Some(whole(sure + grains * self.model.grain()).max(self.best.worth.reach))
    }

    /// Whether no schedule within the rules is better.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.bound() == Some(self.best.worth.reach)
    }

    /// Searches for the best schedule from the best so far.
    pub fn improve(&mut self, solver: Solver, seconds: f64) {
        if let Some((found, ceiling)) = self.solve(solver, self.weight, seconds) {
            self.offer(found);
            self.ceiling = match (self.ceiling, ceiling) {
                (Some(old), Some(new)) => Some(old.min(new)),
                (old, new) => old.or(new),
            };
        }
    }

    /// Searches a few people at a time, until nothing is won or the work is done. Twice from the best so far, as either
    /// way may end where the other does not: visit by visit, and with whoever could win the most at the moment. The work
    /// is counted in steps of microlp, so that the same problem comes to the same schedule; `seconds` bounds a single run.
    pub fn search_nearby(&mut self, most_steps: f64, seconds: f64) {
        let start = self.best.clone();
        let half = Work { seconds, left: most_steps / 2.0 };
        self.sweep_all(&mut half.clone());
        let by_visit = std::mem::replace(&mut self.best, start);
        let mut work = half;
        self.take_most_promising(&mut work);
        self.sweep_all(&mut work);
        self.offer(by_visit);
    }

    /// Takes whatever the most promising group wins, again and again.
    fn take_most_promising(&mut self, work: &mut Work) {
        let mut tried: Vec<Vec<usize>> = Vec::new();
        while work.left > 0.0 {
            let all = most_promising(&self.problem, &self.best.assignment, GROUPS[1] - 1);
            let Some(group) = all.into_iter().find(|group| !tried.contains(group)) else { return };
            self.search_groups(&[group], &mut tried, work);
        }
    }

    /// For each visit the group that wins the most, then those whose day has changed, for fewer changes; and the same
    /// with larger groups.
    fn sweep_all(&mut self, work: &mut Work) {
        for n_people in GROUPS {
            let mut tried: Vec<Vec<usize>> = Vec::new();
            loop {
                let before = self.best.worth;
                self.sweep(n_people, &mut tried, work);
                if work.left <= 0.0 {
                    return;
                }
                if self.best.worth == before {
                    break;
                }
            }
        }
    }

    /// Goes through all visits once, then through those whose day has changed.
    fn sweep(&mut self, n_people: usize, tried: &mut Vec<Vec<usize>>, work: &mut Work) {
        let now = |search: &DaySearch| neighborhoods(&search.problem, &search.best.assignment, n_people);
        for visit in 0..now(self).len() {
            // the visits are looked at anew: what one of them took may be another's no longer
            let Some(near) = now(self).into_iter().nth(visit) else { break };
            self.search_groups(&near.groups, tried, work);
        }
        for group in changed_people(&self.problem, &self.best.assignment, n_people) {
            self.search_groups(&[group], tried, work);
        }
    }

    /// Searches several groups from the same schedule, and takes the best that is found.
    fn search_groups(&mut self, groups: &[Vec<usize>], tried: &mut Vec<Vec<usize>>, work: &mut Work) {
        let mut best: Option<Candidate> = None;
        for group in groups {
            if work.left <= 0.0 || tried.contains(group) {
                continue;
            }
            let found = self.search_group(group, work);
            let is_better = |found: &Candidate| {
                let least = best.as_ref().map_or(self.best.worth, |best| best.worth);
                value(found.worth, self.weight) > value(least, self.weight) + TINY
            };
            if let Some(found) = found.filter(is_better) {
                best = Some(found);
            }
            tried.push(group.clone());
        }
        if let Some(best) = best {
            // what was tried with any of the people whose day changes may be worth another try
            let is_same = |person: &usize| best.assignment[*person] == self.best.assignment[*person];
            tried.retain(|group| group.iter().all(is_same));
            self.best = best;
        }
    }

    fn search_group(&self, group: &[usize], work: &mut Work) -> Option<Candidate> {
        let part = confined(&self.problem, &self.best.assignment, group);
        let model = Model::of(&part);
        let start = model.values(&self.best.assignment);
        let task = Task { model: &model, weight: self.weight, start, seconds: work.seconds };
        let answer = task.solve(Solver::Microlp)?;
        work.left -= answer.n_steps;
        let assignment = model.assignment(&part, |variable| answer.values[variable]);
        is_sound(&self.problem, &assignment).then(|| Candidate::of(&self.problem, assignment))
    }

    /// Takes a schedule that is better than the best so far.
    fn offer(&mut self, found: Candidate) {
        if value(found.worth, self.weight) > value(self.best.worth, self.weight) + TINY {
            self.best = found;
        }
    }

    /// Finds the schedules between today and the best: what is worth moving where a moved minute weighs more.
    pub fn trade_off(&mut self, solver: Solver, weights: &[f64], seconds: f64) {
        let mut steps = vec![self.steps[0].clone()];
        let own = self.weight;
        for weight in weights.iter().filter(|weight| **weight > own) {
            if self.best.worth.moved == 0 {
                break;
            }
            if let Some((found, _)) = self.solve(solver, *weight, seconds) {
                steps.push(found.clone());
                self.offer(found);
            }
        }
        let most = self.best.worth.moved;
        steps.retain(|step| step.worth.moved < most);
        steps.push(self.best.clone());
        self.steps = hull(steps);
    }

    /// A schedule of a solver and its bound on the objective, with the weight of a moved minute.
    fn solve(&self, solver: Solver, weight: f64, seconds: f64) -> Option<(Candidate, Option<f64>)> {
        let start = self.model.values(&self.best.assignment);
        let task = Task { model: &self.model, weight, start, seconds };
        let answer = task.solve(solver)?;
        let assignment = self.model.assignment(&self.problem, |variable| answer.values[variable]);
        is_sound(&self.problem, &assignment).then(|| (Candidate::of(&self.problem, assignment), answer.bound))
    }
}

/// What a search of groups may still do.
#[derive(Clone)]
struct Work {
    seconds: f64,
    left: f64,
}

impl Candidate {
    /// A schedule with what it comes to.
    #[must_use]
    pub fn of(problem: &DayProblem, assignment: Assignment) -> Candidate {
        Candidate { worth: worth(problem, &assignment), assignment }
    }
}

/// How many people are searched together, one size after the other.
const GROUPS: [usize; 3] = [4, 6, 9];
/// Less than any difference between two schedules that matters.
const TINY: f64 = 1e-6;

fn value(worth: Worth, weight: f64) -> f64 {
    minutes(worth.reach) - weight * minutes(worth.moved)
}

fn minutes(minutes: i64) -> f64 {
    i32::try_from(minutes).map_or(f64::MAX, f64::from)
}

/// The whole minutes in a bound, with room for what a solver's arithmetic leaves.
fn whole(bound: f64) -> i64 {
    let floor = (bound + TINY).floor();
    let is_in_range = (0.0..=f64::from(i32::MAX)).contains(&floor);
    if is_in_range { to_i64(floor) } else { i64::from(i32::MAX) }
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "a whole number in the range of an i32")]
fn to_i64(whole: f64) -> i64 {
    whole as i64
}

/// Of several schedules, those on the upper edge: each step wins more for what it moves than the next.
fn hull(mut steps: Vec<Candidate>) -> Vec<Candidate> {
    steps.sort_by_key(|step| (step.worth.moved, std::cmp::Reverse(step.worth.reach)));
    let mut edge: Vec<Candidate> = Vec::new();
    for step in steps {
        if edge.last().is_some_and(|last| step.worth.reach <= last.worth.reach) {
            continue;
        }
        while edge.len() >= 2 && !is_steeper(&edge[edge.len() - 2], &edge[edge.len() - 1], &step) {
            edge.pop();
        }
        edge.push(step);
    }
    edge
}

/// Whether the first of two steps wins more a moved minute than the second.
fn is_steeper(a: &Candidate, b: &Candidate, c: &Candidate) -> bool {
    let (first, second) = (gain(a, b), gain(b, c));
    first.0 * second.1 > second.0 * first.1
}

/// What one step wins and moves.
fn gain(from: &Candidate, to: &Candidate) -> (i64, i64) {
    (to.worth.reach - from.worth.reach, to.worth.moved - from.worth.moved)
}
