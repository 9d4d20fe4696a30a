//! Which few people could, among themselves, make a visit possible? Small parts of a large date, to be searched while
//! everybody else stays where they are.

use super::day_problem::{Assignment, DayProblem, Person, Place, Visit, runs};
use super::measure::{piece, reached, without};
use super::slack::{least_desk_time, most_desk_time};

/// How many people are searched together.
const N_PEOPLE: usize = 5;

/// A person who could meet a partner for longer, with those who would have to help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighborhood {
    /// How much more partner time the person alone could reach, in minutes.
    pub could_win: i64,
    /// The people, by place, in order.
    pub people: Vec<usize>,
}

/// The neighborhoods of a schedule, those first that could win the most.
#[must_use]
pub fn neighborhoods(problem: &DayProblem, assignment: &Assignment) -> Vec<Neighborhood> {
    let mut found: Vec<Neighborhood> = Vec::new();
    for partner in &problem.partners {
        let mut settled = reached(problem, partner, assignment);
        settled.extend(&partner.elsewhere);
        settled.sort_unstable();
        for visit in &partner.visits {
            for &person in &visit.people {
                if let Some((could_win, block)) = most_winning_block(problem, visit, person, &settled) {
                    for group in groups(problem, assignment, person, block) {
                        found.push(Neighborhood { could_win, people: group });
                    }
                }
            }
        }
    }
    found.sort_by(|a, b| b.could_win.cmp(&a.could_win).then_with(|| a.people.cmp(&b.people)));
    found.dedup_by(|a, b| a.people == b.people);
    found
}

/// The block in which a person could reach the most that is not reached yet, within the person's own rules.
fn most_winning_block(
    problem: &DayProblem,
    visit: &Visit,
    person: usize,
    settled: &[(i32, i32)],
) -> Option<(i64, (usize, usize))> {
    let least = least_desk_time(problem, person);
    let could_be = |at: usize| problem.people[person].could_be_free(at) && visit.is_usable[at];
    let mut best: Option<(i64, (usize, usize))> = None;
    for (from, to) in runs(problem.n_intervals(), could_be) {
        for first in from..=to {
            for last in first..=to {
                let Some(found) = piece(problem, visit, (first, last)) else { continue };
                let wins: i64 = without(&[found], settled).iter().map(|span| i64::from(span.1 - span.0)).sum();
                if wins <= best.map_or(0, |best| best.0) {
                    continue;
                }
                if most_desk_time(problem, person, |at| first <= at && at <= last) < least {
                    break;
                }
                best = Some((wins, (first, last)));
            }
        }
    }
    best
}

/// The person with those who could help most: who are off the desk while the person is on one in the block, and on
/// desks that the person could take outside it. Two groups, so that a second choice of helpers gets its turn.
fn groups(problem: &DayProblem, now: &Assignment, person: usize, block: (usize, usize)) -> Vec<Vec<usize>> {
    let of = &problem.people[person];
    let is_in = |at: usize| block.0 <= at && at <= block.1;
    let mut helpers: Vec<(i32, usize)> = (0..problem.people.len())
        .filter(|other| *other != person)
        .map(|other| {
            let helps = |at: &usize| match (now[person][*at], now[other][*at]) {
                (Place::Desk(desk), Place::Free) => is_in(*at) && can_take(&problem.people[other], desk, *at),
                (Place::Free, Place::Desk(desk)) => {
                    !is_in(*at) && !problem.people[other].is_fixed[*at] && can_take(of, desk, *at)
                }
                _ => false,
            };
            let minutes = (0..problem.n_intervals()).filter(helps).map(|at| {
                // taking over what stands in the way counts more than room to make up for it
                let weight = if is_in(at) { 2 } else { 1 };
                weight * problem.length(at)
            });
            (minutes.sum::<i32>(), other)
        })
        .filter(|helper| helper.0 > 0)
        .collect();
    helpers.sort_by_key(|helper| (std::cmp::Reverse(helper.0), helper.1));
    let of_helpers = helpers.chunks(N_PEOPLE - 1).take(2);
    of_helpers
        .map(|helpers| {
            let mut group: Vec<usize> = helpers.iter().map(|helper| helper.1).chain([person]).collect();
            group.sort_unstable();
            group
        })
        .collect()
}

fn can_take(person: &Person, desk: usize, at: usize) -> bool {
    !person.is_fixed[at] && person.could_be_at(desk, at)
}

/// The problem in which only some people's places may change, and all others stay where they are now.
#[must_use]
pub fn confined(problem: &DayProblem, now: &Assignment, people: &[usize]) -> DayProblem {
    let mut part = problem.clone();
    for (n, person) in part.people.iter_mut().enumerate().filter(|(n, _)| !people.contains(n)) {
        for at in 0..now[n].len() {
            if let (Place::Desk(desk), false) = (now[n][at], problem.people[n].is_fixed[at]) {
                part.desks[desk].needed[at] = (part.desks[desk].needed[at] - 1).max(0);
                part.desks[desk].most[at] -= 1;
            }
        }
        person.today.clone_from(&now[n]);
        person.is_fixed = vec![true; now[n].len()];
    }
    part
}
