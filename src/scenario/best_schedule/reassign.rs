//! Which desk time goes from whom to whom, and what partner time does each change win? From two schedules of one date.

use super::day_problem::{Assignment, DayProblem, Place};
use super::measure::reached;

/// Desk time that goes from one person to another, by places in the problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Which desk.
    pub desk: usize,
    /// The first interval.
    pub first: usize,
    /// The last interval.
    pub last: usize,
    /// Whose it is today.
    pub from: usize,
    /// Whose it becomes.
    pub to: Option<usize>,
    /// Minutes of each partner that would be lost, were it alone undone.
    pub wins: Vec<(usize, i64)>,
    /// The partners that changes win with whose people it is bound up.
    pub supports: Vec<usize>,
}

/// What differs between today and another schedule, in order of time.
#[must_use]
pub fn handovers(problem: &DayProblem, best: &Assignment) -> Vec<Handover> {
    let mut all = Vec::new();
    for desk in 0..problem.desks.len() {
        all.extend(at_desk(problem, best, desk));
    }
    all.sort_by_key(|handover| (handover.first, handover.desk, handover.from));
    for n in 0..all.len() {
        all[n].wins = wins(problem, best, &all, n);
    }
    for n in 0..all.len() {
        all[n].supports = supports(&all, n);
    }
    all
}

/// Who gives and who takes at one desk; the same two people stay a pair as long as both may.
fn at_desk(problem: &DayProblem, best: &Assignment, desk: usize) -> Vec<Handover> {
    let mut done: Vec<Handover> = Vec::new();
    let mut pairs: Vec<(usize, Option<usize>)> = Vec::new();
    for at in 0..problem.n_intervals() {
        let here = Place::Desk(desk);
        let is_today = |person: usize| problem.people[person].today[at] == here;
        let is_then = |person: usize| best[person][at] == here;
        let mut givers: Vec<usize> = (0..best.len()).filter(|n| is_today(*n) && !is_then(*n)).collect();
        let mut takers: Vec<usize> = (0..best.len()).filter(|n| !is_today(*n) && is_then(*n)).collect();
        pairs.retain(|(from, to)| givers.contains(from) && to.is_some_and(|to| takers.contains(&to)));
        givers.retain(|person| pairs.iter().all(|pair| pair.0 != *person));
        takers.retain(|person| pairs.iter().all(|pair| pair.1 != Some(*person)));
        let mut takers = takers.into_iter();
        pairs.extend(givers.into_iter().map(|from| (from, takers.next())));
        for &(from, to) in &pairs {
            match done.iter_mut().find(|old| (old.from, old.to, old.last + 1) == (from, to, at)) {
                Some(old) => old.last = at,
                None => {
                    done.push(Handover { desk, first: at, last: at, from, to, wins: Vec::new(), supports: Vec::new() });
                }
            }
        }
    }
    done
}

/// What would be lost, were one change undone: with it all that would put somebody in two places.
fn wins(problem: &DayProblem, best: &Assignment, all: &[Handover], n: usize) -> Vec<(usize, i64)> {
    let mut undone = best.clone();
    let intervals = all[n].first..=all[n].last;
    for (at, person) in intervals.flat_map(|at| bound_up(all, n, at).into_iter().map(move |person| (at, person))) {
        undone[person][at] = problem.people[person].today[at];
    }
    let length = |spans: Vec<(i32, i32)>| spans.iter().map(|span| i64::from(span.1 - span.0)).sum::<i64>();
    let lost = problem.partners.iter().enumerate().map(|(place, partner)| {
        (place, length(reached(problem, partner, best)) - length(reached(problem, partner, &undone)))
    });
    lost.filter(|(_, minutes)| *minutes > 0).collect()
}

/// The people of one change, and of all changes in the same interval that hang together with it by shared people.
fn bound_up(all: &[Handover], n: usize, at: usize) -> Vec<usize> {
    let mut people: Vec<usize> = std::iter::once(all[n].from).chain(all[n].to).collect();
    let mut next = 0;
    while let Some(&person) = people.get(next) {
        for other in all.iter().filter(|other| other.first <= at && at <= other.last && other.involves(person)) {
            let both = std::iter::once(other.from).chain(other.to);
            let new: Vec<usize> = both.filter(|other| !people.contains(other)).collect();
            people.extend(new);
        }
        next += 1;
    }
    people
}

impl Handover {
    fn involves(&self, person: usize) -> bool {
        self.from == person || self.to == Some(person)
    }
}

/// The partners of all changes that are bound up with one by shared people.
fn supports(all: &[Handover], n: usize) -> Vec<usize> {
    if !all[n].wins.is_empty() {
        return Vec::new();
    }
    let mut bound = vec![n];
    let mut next = 0;
    while let Some(&one) = bound.get(next) {
        let people: Vec<usize> = std::iter::once(all[one].from).chain(all[one].to).collect();
        let near = (0..all.len()).filter(|other| people.iter().any(|person| all[*other].involves(*person)));
        let new: Vec<usize> = near.filter(|other| !bound.contains(other)).collect();
        bound.extend(new);
        next += 1;
    }
    let mut partners: Vec<usize> = bound.iter().flat_map(|other| all[*other].wins.iter().map(|win| win.0)).collect();
    partners.sort_unstable();
    partners.dedup();
    partners
}
