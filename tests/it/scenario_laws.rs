//! Laws of all changes, over random small studies: what must cancel out, what must not matter, what must not be lost.

use crate::laws::figures;
use crate::oracle::World;
use crate::study::sample;
use crate::unlocks::tuesday;
use crate::worlds;
use offdesk::analysis::{Results, analyze_in, choose_period};
use offdesk::import::{MemoryFolder, parse_scenario, read_scenario, read_study, render_scenario, scenario_names};
use offdesk::scenario::{Moved, apply, folded};
use offdesk::study::{PeopleShown, Study};
use proptest::prelude::*;

fn study_of(files: Vec<(String, String)>) -> Study {
    let folder = MemoryFolder::of(files);
    read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Names).study
}

fn of(world: &World) -> Study {
    study_of(worlds::files(world))
}

/// The results after changes, and what was moved; none where one of them cannot be made.
fn after(study: &Study, changes: &str) -> Option<(Results, Moved)> {
    let (scenario, problems) = parse_scenario(changes, "scenarios/law.toml", "law", study);
    assert_eq!(problems.iter().count(), 0, "{changes}");
    let period = choose_period(study);
    let applied = apply(study, &period, &scenario);
    (applied.problems.iter().count() == 0).then(|| (analyze_in(&applied.study, period), applied.moved))
}

fn change(what: &str, who: &str, rest: &str) -> String {
    format!("[[change]]\ndo = \"{what}\"\nstaff = \"{who}\"\n{rest}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_folded_schedule_says_the_same_on_every_date(world in worlds::world()) {
        let study = of(&world);
        let period = choose_period(&study);
        let mut written = study.clone();
        written.schedule = vec![folded(&study, &period).into_iter().collect()];
        prop_assert_eq!(figures(&analyze_in(&study, period.clone())), figures(&analyze_in(&written, period)));
    }

    #[test]
    fn independent_changes_may_come_in_any_order(world in worlds::world()) {
        let study = of(&world);
        let scheduled: Vec<&str> = study.staff.iter().map(|member| member.name.as_str()).collect();
        if let [first, second, ..] = scheduled[..] {
            let branch = format!("branch = \"{}\"\n", study.branch_name(offdesk::study::BranchId(0)));
            let absent = |who: &str| change("absence", who, &branch);
            let minimum = format!("[[change]]\ndo = \"minimum\"\nminimum = 1\nday = \"Mon-Wed\"\n{branch}");
            let (a, b) = (absent(first), absent(second));
            let one = after(&study, &format!("{a}{b}{minimum}"));
            let other = after(&study, &format!("{minimum}{b}{a}"));
            let seen = |found: Option<(Results, Moved)>| found.map(|(results, moved)| (figures(&results), moved));
            prop_assert_eq!(seen(one), seen(other));
        }
    }

    #[test]
    fn a_move_and_its_reverse_leave_everything_as_it_was(world in tuesday(), start in 0..12_usize, length in 1..5_usize) {
        let study = of(&world);
        let period = choose_period(&study);
        let clock = |slot: usize| format!("{:02}:{:02}", 9 + slot / 2, slot % 2 * 30);
        let hour = format!("day = \"Tue\"\nstart = \"{}\"\nend = \"{}\"\n", clock(start), clock(start + length));
        let there = change("move", "Ana", &format!("to_staff = \"Ben\"\ndesk = \"Info\"\n{hour}"));
        let back = change("move", "Ben", &format!("to_staff = \"Ana\"\ndesk = \"Info\"\n{hour}"));
        let names_desk = study.desks.iter().any(|desk| desk == "Info");
        let (from, to) = (540 + 30 * i32::try_from(start).unwrap(), 540 + 30 * i32::try_from(start + length).unwrap());
        let is_bens = |row: &crate::oracle::ScheduleRow| row.person == 1 && row.desk == "Info" && row.start < to && from < row.end;
        // what was Ben's before would go to Ana, too
        let is_of_ana_only = !world.schedule.iter().any(is_bens);
        if names_desk && is_of_ana_only && after(&study, &there).is_some() {
            let before = analyze_in(&study, period);
            let (results, moved) = after(&study, &format!("{there}{back}")).expect("the way back is free");
            prop_assert_eq!((figures(&before), Moved::default()), (figures(&results), moved));
        }
    }

    #[test]
    fn a_minimum_that_holds_already_changes_nothing(world in tuesday()) {
        let mut world = world;
        world.coverage.clear();
        let study = of(&world);
        let before = analyze_in(&study, choose_period(&study));
        let same = format!("[[change]]\ndo = \"minimum\"\nminimum = {}\n", world.building_minimum);
        let (results, moved) = after(&study, &same).expect("a minimum can always be set");
        prop_assert_eq!((figures(&before), Moved::default()), (figures(&results), moved));
    }
}

/// A scenario with the kinds of change that the samples do not have.
const EVERY: &str = "title = \"A \\\"quoted\\\" title\"
[[change]]
do = \"swap\"
staff = \"Marisol Núñez\"
with = \"Walter Pruitt\"
day = \"Tue\"
start = \"10:00\"
end = \"11:00\"
with_start = \"16:00\"
with_end = \"17:00\"
[[change]]
do = \"max_stint\"
role = \"Library Assistant\"
minutes = 90
week = \"A\"
day = \"Mon-Fri\"
[[change]]
do = \"protect\"
staff = [\"Devon Achterberg\"]
day = 2026-09-16
start = \"14:00\"
end = \"16:00\"
[[change]]
do = \"add_hours\"
role = \"Page\"
desk = \"Circulation\"
hours = 6.5
hourly_rate = 16.25
day = \"Mon/Wed\"
start = \"13:00\"
end = \"17:00\"
[[change]]
do = \"release\"
staff = \"Walter Pruitt\"
desk = \"Circulation\"
from = 2026-09-21
to = 2026-10-02
[[change]]
do = \"buddy\"
staff = \"Walter Pruitt\"
branch = \"Maple Street\"
[[change]]
do = \"hours\"
closed = true
day = \"Sat\"
";

#[test]
fn a_scenario_is_written_as_it_is_read() {
    let folder = MemoryFolder::of(sample("maple-street"));
    let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    let names = scenario_names(&folder);
    assert_eq!(names, ["early-tuesday", "on-call-reference", "one-desk", "two-hour-blocks"]);
    let mut read: Vec<_> = names.iter().map(|name| read_scenario(&folder, name, &study)).collect();
    read.push(parse_scenario(EVERY, "scenarios/every.toml", "every", &study));
    for (scenario, problems) in read {
        assert_eq!(problems.iter().count(), 0, "{}", scenario.name);
        let text = render_scenario(&scenario, &study);
        let (again, problems) = parse_scenario(&text, "scenarios/again.toml", &scenario.name, &study);
        assert_eq!(problems.iter().count(), 0, "{text}");
        let without_places = |mut scenario: offdesk::study::Scenario| {
            scenario.changes.iter_mut().for_each(|change| change.origin = offdesk::text::Location::of_file(""));
            scenario
        };
        assert_eq!(without_places(scenario), without_places(again), "{text}");
    }
}
