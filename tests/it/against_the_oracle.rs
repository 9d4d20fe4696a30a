//! Does the whole analysis, from the text of the files on, agree with a grid of minutes that shares no code with it?

use crate::oracle::{self, Expected, Figures, OUTCOMES, World};
use crate::worlds;
use offdesk::analysis::{Outcome, Results, StakeholderOutcomes, analyze};
use offdesk::import::{MemoryFolder, read_study};
use offdesk::study::{Activity, BranchId, PeopleShown};
use offdesk::time::Minutes;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The results of a world, read from its files.
pub fn results_of(files: Vec<(String, String)>) -> Results {
    let folder = MemoryFolder::of(files);
    let reading = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Names);
    let errors: Vec<String> = reading
        .problems
        .iter()
        .filter(|problem| problem.code.name().starts_with('E') && problem.code != offdesk::problem::Code::E103)
        .map(offdesk::problem::render_plain)
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    analyze(&reading.study)
}

fn number(minutes: Minutes) -> usize {
    usize::try_from(minutes.0).expect("no figure is negative")
}

fn add(figures: &mut Figures, name: &'static str, minutes: Minutes) {
    if !minutes.is_zero() {
        *figures.entry(name).or_default() += number(minutes);
    }
}

/// The results in the oracle's form.
fn as_figures(world: &World, results: &Results) -> Expected {
    let mut found = Expected::default();
    let name = |branch: BranchId| results.branch_name(branch).to_owned();
    for account in &results.staff_time {
        let mut time = Figures::new();
        add(&mut time, "on_shift", account.on_shift);
        add(&mut time, "desk", account.desk());
        add(&mut time, "other_duties", account.other_duties());
        add(&mut time, "off_desk", account.off_desk());
        for activity in &Activity::ALL[1..Activity::N_COUNTED] {
            add(&mut time, activity.name(), account.by_activity[activity.index()]);
        }
        add(&mut time, "usable", account.usable);
        add(&mut time, "fragments", account.fragments);
        add(&mut time, "at_least_90", account.in_blocks_of_90);
        add(&mut time, "at_least_120", account.in_blocks_of_120);
        add(&mut time, "blocks", Minutes(i64::try_from(account.n_blocks).unwrap()));
        add(&mut time, "usable_blocks", Minutes(i64::try_from(account.n_usable_blocks).unwrap()));
        add(&mut time, "longest_block", account.longest_block);
        found.time.insert((name(account.branch), results.person(account.staff).label.clone()), time);
    }
    for outcomes in results.outcomes.iter().chain(&results.tentative) {
        let key = (
            results.stakeholder_branch(outcomes.stakeholder).to_owned(),
            results.stakeholder(outcomes.stakeholder).name.clone(),
            outcomes.is_tentative,
        );
        found.reach.insert(key, reach_of(outcomes));
    }
    found.reach.retain(|_, reach| !reach[7].is_empty());
    for slot in results.slots.iter() {
        found.slots.insert((
            results.stakeholder_branch(slot.stakeholder).to_owned(),
            results.stakeholder(slot.stakeholder).name.clone(),
            slot.is_tentative,
            results.person(slot.staff).label.clone(),
            usize::try_from(slot.span.start.0).unwrap(),
            usize::try_from(slot.span.end.0).unwrap(),
        ));
    }
    for pair in results.pairs.iter().filter(|pair| !pair.shared.is_zero()) {
        let names = [results.person(pair.a).label.clone(), results.person(pair.b).label.clone()];
        let (a, b) = (names[0].clone().min(names[1].clone()), names[0].clone().max(names[1].clone()));
        found.shared.insert((name(pair.branch), a, b), number(pair.shared));
    }
    add_desks_and_grids(world, results, &mut found);
    found
}

fn reach_of(outcomes: &StakeholderOutcomes) -> [Figures; 8] {
    let mut reach: [Figures; 8] = std::array::from_fn(|_| Figures::new());
    for day in 0..7 {
        for (place, minutes) in
            [("inside_open", outcomes.inside_open[day]), ("outside_open", outcomes.outside_open[day])]
        {
            add(&mut reach[day], place, minutes);
            add(&mut reach[7], place, minutes);
        }
        add(&mut reach[day], "window", outcomes.by_weekday[day].window());
        for (word, outcome) in OUTCOMES.into_iter().zip(Outcome::ALL) {
            assert_eq!(word, outcome.name());
            add(&mut reach[day], word, outcomes.by_weekday[day].of(outcome));
        }
    }
    add(&mut reach[7], "window", outcomes.total.window());
    for (word, outcome) in OUTCOMES.into_iter().zip(Outcome::ALL) {
        add(&mut reach[7], word, outcomes.total.of(outcome));
    }
    reach
}

fn add_desks_and_grids(world: &World, results: &Results, found: &mut Expected) {
    let grid = |grid: &offdesk::analysis::Grid| {
        grid.slots().iter().map(|minutes| usize::try_from(*minutes).unwrap()).collect::<Vec<usize>>()
    };
    for cover in &results.desk_cover {
        let branch = results.branch_name(cover.branch).to_owned();
        let desk = match results.desk_name(cover.desk) {
            "Desk" => String::new(),
            desk => desk.to_owned(),
        };
        let mut figures = Figures::new();
        add(&mut figures, "open", cover.open);
        add(&mut figures, "staffed", cover.staffed);
        add(&mut figures, "person", cover.person);
        add(&mut figures, "while_closed_person", cover.while_closed_person);
        add(&mut figures, "under_minimum", cover.under_minimum);
        add(&mut figures, "missing_person", cover.missing_person);
        // the oracle counts everybody on a desk while closed as above its minimum of 0
        add(&mut figures, "above_minimum_person", cover.above_minimum_person + cover.while_closed_person);
        found.desks.insert((branch.clone(), desk.clone()), figures);
        found.grids.insert(("desk", branch, desk), grid(&cover.people));
    }
    let has_anywhere = world.windows.iter().any(|row| row.branch.is_none());
    for grids in &results.grids {
        let branch = results.branch_name(grids.branch).to_owned();
        found.grids.insert(("staff_releasable", branch.clone(), String::new()), grid(&grids.releasable));
        if !has_anywhere {
            found.grids.insert(("stakeholders_available", branch, String::new()), grid(&grids.partners));
        }
    }
    found.grids.retain(|_, grid| grid.iter().any(|minutes| *minutes > 0));
}

/// What the oracle says, without what the results do not say in the same form.
fn expected(world: &World) -> Expected {
    let mut expected = oracle::expected(world);
    let has_anywhere = world.windows.iter().any(|row| row.branch.is_none());
    expected.grids.retain(|key, _| !(has_anywhere && key.0 == "stakeholders_available"));
    for figures in expected.desks.values_mut() {
        figures.remove("staffed_while_closed");
    }
    for time in expected.time.values_mut() {
        time.retain(|_, minutes| *minutes > 0);
    }
    expected
}

/// Desks that only rows outside the period name, or that nobody is ever on and no minimum names, are in no figure.
fn without_empty_desks(
    mut desks: BTreeMap<(String, String), Figures>,
    keep: &BTreeMap<(String, String), Figures>,
) -> BTreeMap<(String, String), Figures> {
    desks.retain(|key, figures| keep.contains_key(key) || figures.contains_key("person"));
    desks
}

fn compare(world: &World) {
    let results = results_of(worlds::files(world));
    let found = as_figures(world, &results);
    let expected = expected(world);
    assert_eq!(found.time, expected.time, "where time goes");
    assert_eq!(found.desks, without_empty_desks(expected.desks, &found.desks), "desk cover");
    assert_eq!(found.slots, expected.slots, "contact slots");
    assert_eq!(found.reach, expected.reach, "outcomes");
    assert_eq!(found.shared, expected.shared, "shared time");
    assert_eq!(found.grids, expected.grids, "grids");
}

#[test]
fn the_worked_example_agrees_with_the_grid_of_minutes() {
    compare(&worlds::worked_example());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_figure_of_a_small_world_agrees_with_the_grid_of_minutes(world in worlds::world()) {
        compare(&world);
    }
}
