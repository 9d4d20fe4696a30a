//! When could departments plan together, and what would a swap of two desk hours give? By hand, against the grid of
//! minutes, and by trying every move on a grid of half hours.

use crate::against_the_oracle::results_of;
use crate::oracle::{self, World};
use crate::study::{folder, results, results_shown, sample};
use crate::unlocks::tuesday;
use crate::worlds;
use offdesk::analysis::{DepartmentSlot, Results, analyze, analyze_in};
use offdesk::finding::{Topic, department_swap_findings, swap_change, topic_findings};
use offdesk::import::{MemoryFolder, read_study};
use offdesk::scenario::{DepartmentSwaps, apply, department_swaps};
use offdesk::study::{PeopleShown, Scenario, Study};
use proptest::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

const HOURS: (&str, &str) = ("library-hours.csv", "day,open,close\nMon-Fri,09:00,17:00\n");
const SETTINGS: (&str, &str) = (
    "offdesk.toml",
    "[period]\nfrom = 2026-03-02\nto = 2026-03-15\n[desks]\nbuilding_minimum = 0\ndefault_minimum = 1\n",
);

/// Teen (Ana, Ben) and Adult (Cy, Dora) take turns at one desk; Tech (Eve) is never at one, and there on Tuesday only.
const STAFF: (&str, &str) = (
    "staff.csv",
    "staff,role,department\nAna,Librarian,Teen\nBen,Page,Teen\nCy,Librarian,Adult\nDora,Page,Adult\nEve,Cataloger,Tech\n",
);

#[test]
fn the_hours_at_which_departments_could_plan_together_are_found_by_hand() {
    // Tuesday: Ana is off from 11:00 to 13:00, Cy from 12:00 to 13:30, Eve from 12:00 to 17:00; on the second Monday Ana
    // and Cy share 09:00-10:00
    let schedule = "staff,day,start,end,activity\nAna,Tue,09:00,13:00,shift\nAna,Tue,09:00,11:00,desk\nCy,Tue,11:00,13:30,shift\nCy,Tue,11:00,12:00,desk\nEve,Tue,12:00,17:00,shift\nAna,2026-03-09,09:00,10:00,shift\nCy,2026-03-09,08:30,10:00,shift\n";
    let found = results(&[("desk-schedule.csv", schedule), HOURS, STAFF, SETTINGS]);
    let said: Vec<(Option<&str>, usize, u16, i64, usize)> = found
        .department_slots
        .iter()
        .map(|slot| {
            let pair = slot
                .departments
                .as_ref()
                .map(|pair| if &*pair.1 == "Teen" && &*pair.0 == "Adult" { "AT" } else { "other" });
            (pair, slot.weekday, slot.start, slot.length.0, slot.n_dates)
        })
        .collect();
    let expected = [
        (Some("other"), 1, 720, 90, 2), // Adult and Tech
        (Some("AT"), 0, 540, 60, 1),
        (Some("AT"), 1, 720, 60, 2),
        (Some("other"), 1, 720, 60, 2), // Tech and Teen
        (None, 1, 720, 60, 2),
    ];
    let mut sorted = said.clone();
    sorted.sort_unstable();
    let mut wanted = expected.to_vec();
    wanted.sort_unstable();
    assert_eq!(sorted, wanted);
    let said: Vec<String> =
        topic_findings(&found, Topic::Departments).into_iter().map(|finding| finding.sentence).collect();
    assert_eq!(
        said,
        [
            "All 3 departments can plan together. The best time is Tuesday 12:00-13:00 (2 of 2 weeks).",
            "There are times at which two departments could plan together, for 60 minutes at any time of them. The best for Tech and Teen is Tuesday 12:00-13:00 (2 of 2 weeks). The best for Adult and Tech is Tuesday 12:00-13:30 (2 of 2 weeks). The best for Adult and Teen is Tuesday 12:00-13:00 (2 of 2 weeks).",
        ]
    );
}

#[test]
fn a_night_belongs_to_the_date_on_which_it_begins_and_dates_that_are_not_analyzed_do_not_count() {
    let one_day = ("offdesk.toml", "[period]\nfrom = 2026-01-07\nto = 2026-01-07\n[desks]\nbuilding_minimum = 0\n");
    let staff = ("staff.csv", "staff,role,department\nAna,Librarian,Youth\nBen,Librarian,Adult\n");
    let slots = |schedule: &str| -> Vec<(usize, u16, i64, usize)> {
        let found = results(&[("desk-schedule.csv", schedule), HOURS, staff, one_day]);
        found.department_slots.iter().map(|slot| (slot.weekday, slot.start, slot.length.0, slot.n_dates)).collect()
    };
    let night = "staff,date,start,end,activity\nAna,2026-01-07,22:00,06:00,shift\nBen,2026-01-07,22:00,06:00,shift\n";
    assert_eq!(slots(night), [(2, 1320, 480, 1)]);
    // the desk until after midnight: what is left begins on a date that is not analyzed
    let later = format!("{night}Ana,2026-01-07,22:00,01:00,desk\n");
    assert_eq!(slots(&later), []);
}

#[test]
fn hours_of_the_week_are_not_for_the_public() {
    // everybody is free all Tuesday morning; Tech is one person, and stands with Adult, the smallest other department
    let people = ["Ana", "Ben", "Cy", "Dora", "Eve", "Fay", "Gil", "Hal", "Ida"];
    let departments = ["Teen", "Teen", "Adult", "Adult", "Tech", "Teen", "Kids", "Kids", "Kids"];
    let schedule: String = people.iter().map(|name| format!("{name},Tue,09:00,13:00,shift\n")).collect();
    let schedule = format!("staff,day,start,end,activity\n{schedule}");
    let rows = people.iter().zip(departments).enumerate();
    let staff: String = rows
        .map(|(n, (name, department))| {
            format!("{name},{},{department}\n", if n % 2 == 0 { "Librarian" } else { "Page" })
        })
        .collect();
    let staff = format!("staff,role,department\n{staff}");
    let files = [("desk-schedule.csv", schedule.as_str()), HOURS, ("staff.csv", &staff), SETTINGS];
    let shown = |shown: PeopleShown| {
        let found = results_shown(&files, shown);
        let pairs: Vec<Option<(String, String)>> = found.department_slots.iter().map(departments_of).collect();
        (pairs, topic_findings(&found, Topic::Departments).len())
    };
    let (pairs, n_claims) = shown(PeopleShown::Roles);
    assert_eq!((pairs.len(), n_claims), (7, 2), "six pairs, and all four together");
    assert_eq!(shown(PeopleShown::Public), (Vec::new(), 0));
}

/// A world's files, its people dealt to departments.
fn files(world: &World) -> Vec<(String, String)> {
    let with_department = |line: &str| {
        let department = match line.split(',').next() {
            Some("staff") => "department",
            Some("Zoe" | "Ben") => "Teen",
            Some("Ana") => "Adult",
            _ => "Tech",
        };
        format!("{line},{department}\n")
    };
    let files = worlds::files(world).into_iter().map(|(name, text)| {
        let text = if name == "staff.csv" { text.lines().map(with_department).collect() } else { text };
        (name, text)
    });
    files.collect()
}

/// Two departments; none for all of a branch.
type Departments = Option<(String, String)>;
/// Branch, departments and weekday: on how many dates, how long, and from which minute.
type Slots = BTreeMap<(String, Departments, usize), (usize, i64, u16)>;

fn by_hand(world: &World) -> Slots {
    let mut slots = Slots::new();
    for (branch, name) in world.branches.iter().enumerate() {
        let mut teams: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (person, member) in world.staff.iter().enumerate().filter(|(_, member)| member.listed) {
            let department = match member.name {
                "Zoe" | "Ben" => "Teen",
                "Ana" => "Adult",
                _ => "Tech",
            };
            if oracle::is_ever_at(world, person, branch) {
                teams.entry(department).or_default().push(person);
            }
        }
        let named: Vec<(&str, Vec<usize>)> = teams.into_iter().collect();
        let mut wanted: Vec<(Departments, Vec<Vec<usize>>)> = Vec::new();
        for (n, one) in named.iter().enumerate() {
            for other in &named[n + 1..] {
                wanted.push((Some((one.0.to_owned(), other.0.to_owned())), vec![one.1.clone(), other.1.clone()]));
            }
        }
        if named.len() > 2 {
            wanted.push((None, named.iter().map(|team| team.1.clone()).collect()));
        }
        for (departments, teams) in wanted {
            // by weekday and minute, the dates on which a meeting could start; a night belongs to the day on which it begins
            let mut dates = vec![vec![BTreeSet::new(); 2880]; 7];
            let starts = oracle::starts_together(world, branch, &teams);
            for range in starts.chunk_by(|a, b| a + 1 == *b) {
                let mut first = range[0] / 1440;
                for start in range {
                    if start - first * 1440 >= 2880 {
                        first = start / 1440;
                    }
                    if world.dates.contains(&(world.dates[0] + i32::try_from(first).unwrap())) {
                        dates[first % 7][start - first * 1440].insert(first);
                    }
                }
            }
            for (weekday, dates) in dates.iter().enumerate() {
                // minutes at which a meeting fits on the same dates
                let mut found: Vec<(usize, i64, Reverse<u16>)> = Vec::new();
                let mut start = 0;
                for same in dates.chunk_by(|a, b| a == b) {
                    let length = i64::try_from(same.len() - 1 + world.min_block).unwrap();
                    found.push((same[0].len(), length, Reverse(u16::try_from(start).unwrap())));
                    start += same.len();
                }
                if let Some((n_dates, length, start)) = found.into_iter().filter(|found| found.0 > 0).max() {
                    slots.insert(((*name).to_owned(), departments.clone(), weekday), (n_dates, length, start.0));
                }
            }
        }
    }
    slots
}

fn departments_of(slot: &DepartmentSlot) -> Option<(String, String)> {
    slot.departments.as_ref().map(|(a, b)| (a.to_string(), b.to_string()))
}

fn found_slots(results: &Results) -> Slots {
    let key = |slot: &DepartmentSlot| (results.branch_name(slot.branch).to_owned(), departments_of(slot), slot.weekday);
    let slots = results.department_slots.iter();
    slots.map(|slot| (key(slot), (slot.n_dates, slot.length.0, slot.start))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn department_slots_of_a_small_world_agree_with_the_grid_of_minutes(world in worlds::world()) {
        let results = results_of(files(&world));
        prop_assert_eq!(found_slots(&results), by_hand(&world));
        // the law: a pair has a slot where it shares time, and nowhere else
        for pair in results.departments.iter().filter(|pair| pair.a != pair.b && pair.a != "No department" && pair.b != "No department") {
            let has_slot = results.department_slots.iter().any(|slot| {
                slot.branch == pair.branch && departments_of(slot) == Some((pair.a.clone(), pair.b.clone()))
            });
            prop_assert_eq!(has_slot, !pair.any_pair.is_zero());
        }
    }
}

fn read(files: &[(&str, &str)], shown: PeopleShown) -> (Study, Results) {
    let folder = folder(files);
    let study = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = shown).study;
    let results = analyze(&study);
    (study, results)
}

/// On Tuesdays Ana (Teen) is at the desk all morning, Fay, who has no department, all afternoon.
const TURNS: &str = "staff,day,start,end,activity,desk\nAna,Tue,09:00,17:00,shift,\nAna,Tue,09:00,13:00,desk,Info\nCy,Tue,09:00,13:00,shift,\nCy,Tue,09:00,10:00,meeting,\nCy,Tue,11:00,12:00,meeting,\nDora,Mon,09:00,17:00,shift,\nDora,Mon,09:00,13:00,desk,Info\nFay,Tue,09:00,17:00,shift,\nFay,Tue,13:00,17:00,desk,Info\n";

#[test]
fn the_best_move_gives_the_departments_an_hour_and_is_verified() {
    // Ana is at the desk when Cy is free (10:00-11:00, 12:00-13:00); Fay, who staffs the desk, is free then
    let (study, before) = read(&[("desk-schedule.csv", TURNS), HOURS, STAFF, SETTINGS], PeopleShown::Names);
    let swaps = department_swaps(&study, &before);
    let swap = swaps
        .found
        .iter()
        .find(|swap| (swap.wish.a.as_str(), swap.wish.b.as_str()) == ("Adult", "Teen"))
        .expect("a swap");
    // one turn is handed on: an hour a week together, in two weeks
    assert_eq!((swap.wish.before.0, swap.after.0, swap.moved.0, swap.n_dates), (0, 120, 120, 2));
    check(&study, &before, &swaps);
    let said: Vec<String> = department_swap_findings(&before, &swaps).into_iter().map(|one| one.sentence).collect();
    let of_pair = said.iter().find(|sentence| sentence.contains("Adult and Teen")).expect("a sentence");
    assert!(of_pair.contains("would give Adult and Teen 1.0 h a week together; today they have none"), "{of_pair}");
    assert!(of_pair.contains("(Info, Tue 10:00-11:00)"), "{of_pair}");
    // who takes over stands in the table
    let change = swap_change(&before, swap);
    assert!(change.contains("Fay takes over desk time at Info from Ana"), "{change}");
}

#[test]
fn a_packet_for_the_public_says_no_hour_and_nobody() {
    let folder = MemoryFolder::of(sample("maple-street"));
    let study = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Public).study;
    let results = analyze(&study);
    let swaps = department_swaps(&study, &results);
    assert!(!swaps.found.is_empty());
    for swap in &swaps.found {
        assert_eq!(swap_change(&results, swap), "");
    }
    for finding in department_swap_findings(&results, &swaps) {
        for told in ["Assistant", "Clerk", "Manager", "Tue", "14:00", "Circulation,"] {
            assert!(!finding.sentence.contains(told), "{}", finding.sentence);
        }
    }
}

/// Every swap, applied and analyzed again: it gives what it says, and nothing is lost.
fn check(study: &Study, before: &Results, swaps: &DepartmentSwaps) {
    for swap in &swaps.found {
        let changes = swap.changes.clone();
        let scenario =
            Scenario { name: String::new(), title: String::new(), why: String::new(), new_desks: Vec::new(), changes };
        let applied = apply(study, &before.period, &scenario);
        assert_eq!(applied.problems.iter().count(), 0);
        assert_eq!(applied.moved.desk_given, applied.moved.desk_taken);
        let after = analyze_in(&applied.study, before.period.clone());
        let own = after
            .departments
            .iter()
            .find(|pair| (pair.branch, &pair.a, &pair.b) == (swap.wish.branch, &swap.wish.a, &swap.wish.b))
            .expect("the pair");
        assert_eq!(own.any_pair, swap.after);
        assert!(swap.after > swap.wish.before);
        for (now, then) in after.desk_cover.iter().zip(&before.desk_cover) {
            assert!(now.missing_person <= then.missing_person);
        }
        for (now, then) in after.departments.iter().zip(&before.departments) {
            let is_unnamed = now.a == "No department" || now.b == "No department";
            assert!(is_unnamed || now.a == now.b || now.any_pair >= then.any_pair, "{} and {} lose time", now.a, now.b);
        }
        for (now, then) in after.outcomes.iter().zip(&before.outcomes) {
            let reachable =
                |one: &offdesk::analysis::StakeholderOutcomes| one.total.of(offdesk::analysis::Outcome::Reachable);
            assert!(reachable(now) >= reachable(then));
        }
        assert!(after.conflicts.len() <= before.conflicts.len());
        // at most two desk hours a week
        let n_weeks = i64::try_from(before.period.mondays().len()).unwrap();
        assert!(swap.moved.0 <= 120 * n_weeks, "{} moved in {n_weeks} weeks", swap.moved);
    }
}

#[test]
fn swaps_of_the_samples_hold() {
    for name in ["maple-street", "river-county"] {
        let folder = MemoryFolder::of(sample(name));
        let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
        let before = analyze(&study);
        let swaps = department_swaps(&study, &before);
        assert!(swaps.is_whole && !swaps.is_too_large && !swaps.found.is_empty(), "{name}: {swaps:?}");
        check(&study, &before, &swaps);
    }
}

/// The most time together that handing one turn (on a grid of half hours, up to two hours) to somebody free could give.
fn best_by_hand(world: &World) -> usize {
    let teams = |world: &World| {
        let shared = oracle::free_together(world, 0, &[vec![0], vec![1]]);
        shared.into_iter().map(|(start, end)| end - start).sum::<usize>()
    };
    let mut best = 0;
    for (at, row) in world.schedule.iter().enumerate().filter(|(_, row)| row.activity == "desk") {
        for start in (row.start..row.end).step_by(30) {
            for end in (start + 30..=row.end.min(start + 120)).step_by(30) {
                for to in (0..world.staff.len()).filter(|to| *to != row.person) {
                    let staffs = world
                        .schedule
                        .iter()
                        .any(|other| other.person == to && other.activity == "desk" && other.desk == row.desk);
                    let Some(changed) = crate::unlocks::handed(world, at, (start, end), Some(to)).filter(|_| staffs)
                    else {
                        continue;
                    };
                    let is_long = crate::unlocks::n_long_stints(&changed) > crate::unlocks::n_long_stints(world);
                    let loses = crate::unlocks::reach(&oracle::expected(&changed), "")
                        < crate::unlocks::reach(&oracle::expected(world), "");
                    if !is_long && !loses {
                        best = best.max(teams(&changed));
                    }
                }
            }
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_move_by_hand_gives_more_time_together(world in tuesday()) {
        let mut world = world;
        world.windows.clear();
        let shared: usize = oracle::free_together(&world, 0, &[vec![0], vec![1]]).into_iter().map(|(start, end)| end - start).sum();
        let departments = |line: &str| match line.split(',').next() {
            Some("staff") => format!("{line},department\n"),
            Some("Ana") => format!("{line},Teen\n"),
            Some("Ben") => format!("{line},Adult\n"),
            _ => format!("{line},\n"),
        };
        let files: Vec<(String, String)> = worlds::files(&world)
            .into_iter()
            .map(|(name, text)| {
                let text = if name == "staff.csv" { text.lines().map(departments).collect() } else { text };
                (name, text)
            })
            .collect();
        let folder = MemoryFolder::of(files);
        let study = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Names).study;
        let before = analyze(&study);
        let swaps = department_swaps(&study, &before);
        check(&study, &before, &swaps);
        let found = swaps.found.first().map_or(shared, |swap| usize::try_from(swap.after.0).unwrap());
        prop_assert!(found >= best_by_hand(&world), "by hand {}, found {found}: {swaps:?}", best_by_hand(&world));
    }
}
