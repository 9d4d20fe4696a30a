//! Is the program's answer the best there is? Tiny dates, every schedule of them, and what each comes to counted minute
//! by minute: shares no code with the program or its measures.

use super::day_problem::{Assignment, DayProblem, DeskNeeds, Partner, Person, Place, Rules, Visit};
use super::day_search::DaySearch;
use super::solver::Solver;
use crate::study::{DeskId, StaffId, StakeholderId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const WEIGHT: f64 = 0.05;

/// What one schedule comes to: reach and moved, in minutes.
fn count(problem: &DayProblem, schedule: &Assignment) -> (i32, i32) {
    let (first, last) = (problem.cuts[0], problem.cuts[problem.cuts.len() - 1]);
    let interval_of =
        |minute: i32| (0..problem.n_intervals()).find(|at: &usize| minute < problem.cuts[at + 1]).unwrap();
    let mut reach = 0;
    for partner in &problem.partners {
        let mut is_met = vec![false; 1440];
        for visit in &partner.visits {
            for &person in &visit.people {
                let mut minute = first;
                while minute < last {
                    let is_free = |minute: i32| {
                        minute < last
                            && schedule[person][interval_of(minute)] == Place::Free
                            && visit.is_usable[interval_of(minute)]
                    };
                    let start = minute;
                    while is_free(minute) {
                        minute += 1;
                    }
                    let meets: Vec<i32> = (start + visit.travel..minute - visit.travel)
                        .filter(|minute| visit.window.0 <= *minute && *minute < visit.window.1)
                        .collect();
                    if i32::try_from(meets.len()).unwrap() >= visit.need {
                        meets.iter().for_each(|minute| is_met[usize::try_from(*minute).unwrap()] = true);
                    }
                    minute += 1;
                }
            }
        }
        let is_elsewhere = |minute: i32| partner.elsewhere.iter().any(|span| span.0 <= minute && minute < span.1);
        reach += (0..1440).filter(|minute| is_met[usize::try_from(*minute).unwrap()] && !is_elsewhere(*minute)).count();
    }
    let mut moved = 0;
    for (person, places) in problem.people.iter().zip(schedule) {
        for minute in first..last {
            let at = interval_of(minute);
            moved += i32::from(matches!(person.today[at], Place::Desk(_)) && places[at] != person.today[at]);
        }
    }
    (i32::try_from(reach).unwrap(), moved)
}

/// Whether one person's places keep to the rules, counted minute by minute.
fn keeps_own_rules(problem: &DayProblem, person: &Person, places: &[Place]) -> bool {
    let line = |places: &[Place]| -> Vec<Place> {
        let minutes = |at: usize| std::iter::repeat_n(places[at], usize::try_from(problem.length(at)).unwrap());
        (0..places.len()).flat_map(minutes).collect()
    };
    let (today, now) = (line(&person.today), line(places));
    for (at, place) in places.iter().enumerate() {
        let stays = *place == person.today[at];
        let is_open = person.today[at] != Place::Gone && !person.is_fixed[at] && *place != Place::Gone;
        let may = !matches!(place, Place::Desk(desk) if !person.may.contains(desk));
        if !(stays || is_open && may) {
            return false;
        }
    }
    let desk_time =
        |line: &[Place]| i32::try_from(line.iter().filter(|place| matches!(place, Place::Desk(_))).count()).unwrap();
    if (desk_time(&now) - desk_time(&today)).abs() > problem.rules.tolerance {
        return false;
    }
    // every stretch without a pause: its ends, by minute
    let stretches = |line: &[Place], is_in: &dyn Fn(Place) -> bool| -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut start = None;
        for minute in 0..=line.len() {
            let is_on = minute < line.len() && is_in(line[minute]);
            match (start, is_on) {
                (None, true) => start = Some(minute),
                (Some(from), false) => {
                    found.push((from, minute));
                    start = None;
                }
                _ => {}
            }
        }
        found
    };
    let any_desk = |place: Place| matches!(place, Place::Desk(_));
    let old = stretches(&today, &any_desk);
    let is_short = stretches(&now, &any_desk).into_iter().all(|(from, to)| {
        i32::try_from(to - from).unwrap() <= problem.rules.max_stint
            || old.iter().any(|old| old.0 <= from && to <= old.1)
    });
    let is_long = (0..problem.desks.len()).all(|desk| {
        let old = stretches(&today, &|place| place == Place::Desk(desk));
        stretches(&now, &|place| place == Place::Desk(desk))
            .into_iter()
            .all(|stint| i32::try_from(stint.1 - stint.0).unwrap() >= problem.rules.min_stint || old.contains(&stint))
    });
    now == today || (is_short && is_long)
}

fn keeps_rules(problem: &DayProblem, schedule: &Assignment) -> bool {
    let own = problem.people.iter().zip(schedule).all(|(person, places)| keeps_own_rules(problem, person, places));
    own && (0..problem.n_intervals()).all(|at| {
        (0..problem.desks.len()).all(|desk| {
            let mut n = 0;
            for (person, places) in problem.people.iter().zip(schedule) {
                n += i32::from(!person.is_fixed[at] && places[at] == Place::Desk(desk));
            }
            problem.desks[desk].needed[at] <= n && n <= problem.desks[desk].most[at]
        })
    })
}

/// The greatest objective of all schedules that keep to the rules.
fn best_of_all(problem: &DayProblem) -> f64 {
    let of_person = |person: &Person| -> Vec<Vec<Place>> {
        let mut all: Vec<Vec<Place>> = vec![Vec::new()];
        for at in 0..problem.n_intervals() {
            let places: Vec<Place> = if person.is_fixed[at] || person.today[at] == Place::Gone {
                vec![person.today[at]]
            } else {
                (0..problem.desks.len()).map(Place::Desk).chain([Place::Free]).collect()
            };
            let longer = |line: &Vec<Place>, place: &Place| line.iter().chain([place]).copied().collect();
            all = all.iter().flat_map(|line| places.iter().map(move |place| longer(line, place))).collect();
        }
        all.retain(|places| keeps_own_rules(problem, person, places));
        all
    };
    let choices: Vec<Vec<Vec<Place>>> = problem.people.iter().map(of_person).collect();
    let n_all: usize = choices.iter().map(Vec::len).product();
    (0..n_all)
        .filter_map(|mut number| {
            let schedule: Assignment = choices
                .iter()
                .map(|own| {
                    let place = own[number % own.len()].clone();
                    number /= own.len();
                    place
                })
                .collect();
            keeps_rules(problem, &schedule).then(|| {
                let (reach, moved) = count(problem, &schedule);
                f64::from(reach) - WEIGHT * f64::from(moved)
            })
        })
        .fold(f64::MIN, f64::max)
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![1 => Just(Place::Gone), 3 => Just(Place::Free), 3 => (0..2_usize).prop_map(Place::Desk)]
}

fn visit(n_intervals: usize, n_people: usize) -> impl Strategy<Value = Visit> {
    let window = (560..760_i32, select(vec![20, 45, 60, 100, 150])).prop_map(|(start, length)| (start, start + length));
    let lengths = (select(vec![1, 15, 20, 40, 60]), select(vec![0, 0, 5, 15]));
    let usable = vec(prop::bool::weighted(0.85), n_intervals);
    let people = prop::sample::subsequence((0..n_people).collect::<Vec<_>>(), 1..=n_people);
    (window, lengths, usable, people).prop_map(|(window, (need, travel), is_usable, people)| Visit {
        window,
        need: need.min(window.1 - window.0),
        travel,
        is_usable,
        people,
    })
}

/// A date of so many people, intervals and desks, at most.
fn date(most_people: usize, most_intervals: usize) -> impl Strategy<Value = DayProblem> {
    let rules = (select(vec![0, 15, 30, 60]), select(vec![45, 60, 90, 120]), select(vec![1, 15, 30]));
    (2..=most_people, 2..=most_intervals, 1..=2_usize).prop_flat_map(move |(n_people, n_intervals, n_desks)| {
        let lengths = vec(select(vec![10, 15, 30, 30, 45, 60]), n_intervals);
        let person =
            (vec(place(), n_intervals), vec(prop::bool::weighted(0.1), n_intervals), prop::bool::weighted(0.8));
        let spare = vec(vec(prop::bool::weighted(0.3), n_intervals), n_desks);
        let partner = vec(visit(n_intervals, n_people), 1..=2);
        let elsewhere = prop::option::weighted(0.2, 560..760_i32);
        let lists = (vec(person, n_people), spare, vec((partner, elsewhere), 1..=2));
        (lengths, lists, rules.clone()).prop_map(move |(lengths, (people, spare, partners), rules)| {
            build(n_desks, &lengths, people, &spare, partners, rules)
        })
    })
}

type People = Vec<(Vec<Place>, Vec<bool>, bool)>;

fn build(
    n_desks: usize,
    lengths: &[i32],
    people: People,
    spare: &[Vec<bool>],
    partners: Vec<(Vec<Visit>, Option<i32>)>,
    (tolerance, max_stint, min_stint): (i32, i32, i32),
) -> DayProblem {
    let mut cuts = vec![540];
    lengths.iter().for_each(|length| cuts.push(cuts[cuts.len() - 1] + length));
    let people: Vec<Person> = people
        .into_iter()
        .zip(0..)
        .map(|((mut today, mut is_fixed, may_all), staff)| {
            for (place, is_fixed) in today.iter_mut().zip(&mut is_fixed) {
                if let Place::Desk(desk) = place {
                    *desk %= n_desks;
                }
                *is_fixed |= *place == Place::Gone;
            }
            let may = (0..n_desks).filter(|desk| may_all || today.contains(&Place::Desk(*desk))).collect();
            Person { staff: StaffId(staff), today, is_fixed, may }
        })
        .collect();
    let desks = (0..n_desks)
        .map(|desk| {
            let n_today = |at: usize| {
                let is_there = |person: &&Person| !person.is_fixed[at] && person.today[at] == Place::Desk(desk);
                i32::try_from(people.iter().filter(is_there).count()).unwrap()
            };
            let most: Vec<i32> = (0..lengths.len()).map(n_today).collect();
            let needed = most.iter().zip(&spare[desk]).map(|(most, is_spare)| (most - i32::from(*is_spare)).max(0));
            DeskNeeds { desk: DeskId(u16::try_from(desk).unwrap()), needed: needed.collect(), most }
        })
        .collect();
    let partners = partners.into_iter().zip(0..).map(|((visits, elsewhere), stakeholder)| Partner {
        stakeholder: StakeholderId(stakeholder),
        visits,
        elsewhere: elsewhere.map(|start| (start, start + 30)).into_iter().collect(),
    });
    let rules = Rules { tolerance, max_stint, min_stint };
    DayProblem { cuts, people, desks, partners: partners.collect(), rules }
}

fn searched(problem: DayProblem) -> DaySearch {
    let mut search = DaySearch::new(problem, WEIGHT);
    search.improve(Solver::default(), 20.0);
    search
}

/// The program's answer is worth what the best of all schedules is, and is proven.
fn is_the_best_of_all(problem: DayProblem) -> Result<(), TestCaseError> {
    let best = best_of_all(&problem);
    let search = searched(problem);
    let (reach, moved) = count(&search.problem, &search.best.assignment);
    prop_assert!((f64::from(reach) - WEIGHT * f64::from(moved) - best).abs() < 1e-6, "{best}: {:?}", search.best.worth);
    prop_assert!(search.is_proven());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..ProptestConfig::default() })]

    #[test]
    fn the_program_finds_the_best_of_all_schedules_of_two_people(problem in date(2, 6)) {
        is_the_best_of_all(problem)?;
    }

    #[test]
    fn the_program_finds_the_best_of_all_schedules_of_three_people(problem in date(3, 4)) {
        is_the_best_of_all(problem)?;
    }

    #[test]
    fn no_answer_breaks_a_rule_or_reaches_less_than_today(problem in date(5, 10)) {
        let today = count(&problem, &problem.today());
        let mut near = DaySearch::new(problem.clone(), WEIGHT);
        near.search_nearby(20_000.0, 5.0);
        let mut search = searched(problem);
        search.trade_off(Solver::default(), &[0.2, 1.0], 5.0);
        for found in search.steps.iter().chain([&near.best]) {
            prop_assert!(keeps_rules(&search.problem, &found.assignment));
            let (reach, moved) = count(&search.problem, &found.assignment);
            prop_assert_eq!((i64::from(reach), i64::from(moved)), (found.worth.reach, found.worth.moved));
            prop_assert!(reach >= today.0);
        }
        let value = |found: &super::day_search::Candidate| (found.worth.reach * 20) - found.worth.moved;
        prop_assert!(value(&near.best) <= value(&search.best));
        for pair in search.steps.windows(2) {
            prop_assert!(pair[0].worth.moved < pair[1].worth.moved && pair[0].worth.reach < pair[1].worth.reach);
        }
    }
}
