//! Which few people could, among themselves, make a visit possible? Small parts of a large date, to be searched while
//! everybody else stays where they are.

use super::day_problem::{Assignment, DayProblem, Person, Place, Visit, runs};
use super::measure::{piece, reached, union, without};
use super::slack::{least_desk_time, most_desk_time};

/// Ways to meet a partner for longer: each a few people, one of whom could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighborhood {
    /// How much more partner time one of them could reach, in minutes.
    pub could_win: i64,
    /// The groups, each by place in order.
    pub groups: Vec<Vec<usize>>,
}

/// All groups of all visits, those first one of whom could reach the most that is not reachable now.
#[must_use]
pub fn most_promising(problem: &DayProblem, assignment: &Assignment, n_people: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<(i64, Vec<usize>)> = Vec::new();
    for partner in &problem.partners {
        let settled = union([reached(problem, partner, assignment), partner.elsewhere.clone()].concat());
        for visit in &partner.visits {
            for &person in &visit.people {
                if let Some((could_win, block)) = most_winning_block(problem, visit, person, &settled) {
                    let own = groups(problem, assignment, (person, block), n_people);
                    all.extend(own.into_iter().map(|group| (could_win, group)));
                }
            }
        }
    }
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    all.into_iter().map(|(_, group)| group).collect()
}

/// For each visit that is not wholly reachable in a schedule, the groups of so many people that could make it so;
/// those visits first that could win the most.
#[must_use]
pub fn neighborhoods(problem: &DayProblem, assignment: &Assignment, n_people: usize) -> Vec<Neighborhood> {
    let mut found: Vec<Neighborhood> = Vec::new();
    for partner in &problem.partners {
        let settled = union([reached(problem, partner, assignment), partner.elsewhere.clone()].concat());
        for visit in &partner.visits {
            let mut near = Neighborhood { could_win: 0, groups: Vec::new() };
            for &person in &visit.people {
                if let Some((could_win, block)) = most_winning_block(problem, visit, person, &settled) {
                    near.could_win = near.could_win.max(could_win);
                    near.groups.extend(groups(problem, assignment, (person, block), n_people));
                }
            }
            near.groups.sort_unstable();
            near.groups.dedup();
            found.push(near);
        }
    }
    found.retain(|near| !near.groups.is_empty());
    found.sort_by(|a, b| b.could_win.cmp(&a.could_win).then_with(|| a.groups.cmp(&b.groups)));
    found
}

/// Groups of people whose day is not as it is today: together they may do with fewer changes.
#[must_use]
pub fn changed_people(problem: &DayProblem, assignment: &Assignment, n_people: usize) -> Vec<Vec<usize>> {
    let first_change = |n: &usize| {
        let today = &problem.people[*n].today;
        (0..today.len()).find(|at| today[*at] != assignment[*n][*at])
    };
    let mut changed: Vec<usize> = (0..problem.people.len()).filter(|n| first_change(n).is_some()).collect();
    changed.sort_by_key(|n| (first_change(n), *n));
    let step = n_people.div_ceil(2);
    (0..changed.len())
        .step_by(step)
        .map(|from| {
            let mut group: Vec<usize> = changed[from..].iter().take(n_people).copied().collect();
            group.sort_unstable();
            group
        })
        .collect()
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
fn groups(
    problem: &DayProblem,
    now: &Assignment,
    (person, block): (usize, (usize, usize)),
    n_people: usize,
) -> Vec<Vec<usize>> {
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
    let of_helpers = helpers.chunks(n_people - 1).take(2);
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
        for (at, place) in now[n].iter().enumerate() {
            if let (Place::Desk(desk), false) = (*place, problem.people[n].is_fixed[at]) {
                part.desks[desk].needed[at] = (part.desks[desk].needed[at] - 1).max(0);
                part.desks[desk].most[at] -= 1;
            }
        }
        person.today.clone_from(&now[n]);
        person.is_fixed = vec![true; now[n].len()];
    }
    part
}
