//! What is a schedule of one date worth, and does it keep to the rules? Knows no solver.

use super::day_problem::{Assignment, DayProblem, Partner, Place, Visit, runs};

/// What a schedule of one date comes to, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Worth {
    /// Partner time that is reachable.
    pub reach: i64,
    /// Desk time of today that somebody else has, or nobody.
    pub moved: i64,
}

/// What a schedule comes to.
#[must_use]
pub fn worth(problem: &DayProblem, assignment: &Assignment) -> Worth {
    let reach = problem.partners.iter().map(|partner| length(&reached(problem, partner, assignment))).sum();
    Worth { reach, moved: moved(problem, assignment) }
}

/// Desk time of today that somebody else has, or nobody, in minutes.
#[must_use]
pub fn moved(problem: &DayProblem, assignment: &Assignment) -> i64 {
    let is_moved = |today: &Place, now: &Place| matches!(today, Place::Desk(_)) && today != now;
    let of_person = |(person, now): (&super::day_problem::Person, &Vec<Place>)| {
        let pairs = person.today.iter().zip(now).enumerate();
        pairs.filter(|(_, (today, now))| is_moved(today, now)).map(|(at, _)| i64::from(problem.length(at))).sum::<i64>()
    };
    problem.people.iter().zip(assignment).map(of_person).sum()
}

fn length(spans: &[(i32, i32)]) -> i64 {
    spans.iter().map(|span| i64::from(span.1 - span.0)).sum()
}

/// When a partner is reachable, without what another branch reaches: sorted and disjoint.
#[must_use]
pub fn reached(problem: &DayProblem, partner: &Partner, assignment: &Assignment) -> Vec<(i32, i32)> {
    let mut pieces = Vec::new();
    for visit in &partner.visits {
        for &person in &visit.people {
            let places = &assignment[person];
            let blocks = runs(problem.n_intervals(), |at| places[at] == Place::Free && visit.is_usable[at]);
            pieces.extend(blocks.into_iter().filter_map(|block| piece(problem, visit, block)));
        }
    }
    without(&union(pieces), &partner.elsewhere)
}

/// The piece of a window that a block of off-desk time, from its first to its last interval, would reach; none where
/// it is too short to count. (Domain, section 5.)
#[must_use]
pub fn piece(problem: &DayProblem, visit: &Visit, (first, last): (usize, usize)) -> Option<(i32, i32)> {
    let start = (problem.cuts[first] + visit.travel).max(visit.window.0);
    let end = (problem.cuts[last + 1] - visit.travel).min(visit.window.1);
    (end - start >= visit.need).then_some((start, end))
}

/// The union of spans, sorted and disjoint.
#[must_use]
pub fn union(mut spans: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    spans.sort_unstable();
    let mut union: Vec<(i32, i32)> = Vec::new();
    for span in spans {
        match union.last_mut() {
            Some(last) if span.0 <= last.1 => last.1 = last.1.max(span.1),
            _ => union.push(span),
        }
    }
    union
}

/// The parts of spans that lie outside others; both are sorted and disjoint.
#[must_use]
pub fn without(spans: &[(i32, i32)], others: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let mut parts = Vec::new();
    for &(start, end) in spans {
        let mut at = start;
        for other in others.iter().filter(|other| other.0 < end && start < other.1) {
            if other.0 > at {
                parts.push((at, other.0));
            }
            at = at.max(other.1);
        }
        if at < end {
            parts.push((at, end));
        }
    }
    parts
}

/// Whether a schedule keeps to every rule: places that can be changed alone are, desks have who they need and no more
/// than today, desk time and stints within their bounds.
#[must_use]
pub fn is_sound(problem: &DayProblem, assignment: &Assignment) -> bool {
    (0..problem.people.len()).all(|person| is_sound_for(problem, person, &assignment[person]))
        && (0..problem.n_intervals()).all(|at| is_covered(problem, assignment, at))
}

fn is_covered(problem: &DayProblem, assignment: &Assignment, at: usize) -> bool {
    problem.desks.iter().enumerate().all(|(desk, needs)| {
        let own = problem.people.iter().zip(assignment);
        let n_people = own.filter(|(person, now)| !person.is_fixed[at] && now[at] == Place::Desk(desk)).count();
        let n_people = i32::try_from(n_people).unwrap_or(i32::MAX);
        needs.needed[at] <= n_people && n_people <= needs.most[at]
    })
}

/// Whether one person's places keep to the rules.
#[must_use]
pub fn is_sound_for(problem: &DayProblem, person: usize, now: &[Place]) -> bool {
    let of = &problem.people[person];
    let is_allowed = (0..now.len()).all(|at| match now[at] {
        Place::Gone => of.today[at] == Place::Gone,
        Place::Free => of.could_be_free(at),
        Place::Desk(desk) => of.could_be_at(desk, at),
    });
    if !is_allowed || now == of.today {
        return is_allowed;
    }
    let desk_time = |places: &[Place]| {
        let on_desk = (0..places.len()).filter(|at| matches!(places[*at], Place::Desk(_)));
        on_desk.map(|at| problem.length(at)).sum::<i32>()
    };
    (desk_time(now) - desk_time(&of.today)).abs() <= problem.rules.tolerance && has_sound_stints(problem, person, now)
}

fn has_sound_stints(problem: &DayProblem, person: usize, now: &[Place]) -> bool {
    let today = &problem.people[person].today;
    let lasts = |(first, last): (usize, usize)| problem.cuts[last + 1] - problem.cuts[first];
    let is_on_desk = |at: usize| matches!(now[at], Place::Desk(_));
    let is_short_enough = runs(now.len(), is_on_desk)
        .into_iter()
        .all(|stint| lasts(stint) <= problem.rules.max_stint || problem.is_one_stint_today(person, stint.0, stint.1));
    is_short_enough
        && (0..problem.desks.len()).all(|desk| {
            let of_today = runs(now.len(), |at| today[at] == Place::Desk(desk));
            runs(now.len(), |at| now[at] == Place::Desk(desk))
                .into_iter()
                .all(|stint| lasts(stint) >= problem.rules.min_stint || of_today.contains(&stint))
        })
}
