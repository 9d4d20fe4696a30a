//! May a packet that leaves the library show what it shows? Over random small libraries: no row of any table is of one
//! person, and nothing that is shown gives one person's hours away by subtraction. Who works where, and how long, is
//! known here from the rows that are written, not from the analysis.

use crate::study::{results_shown, sample_results};
use offdesk::analysis::Results;
use offdesk::chart::{Drawn, draw};
use offdesk::finding::findings;
use offdesk::import::{MemoryFolder, read_scenario, read_study};
use offdesk::scenario::{Comparison, Side, apply, robustness, sentence};
use offdesk::study::PeopleShown;
use offdesk::table::{COMPARISON_TABLE_NAMES, Format, RowsOf, TABLE_NAMES, Table, rows_of, tables, write_table};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};

const BRANCHES: [&str; 3] = ["Main", "East", "Kiosk"];
const DAYS: [&str; 4] = ["Mon", "Tue", "Wed", "Thu"];

/// A person, with a shift for each day on which they work: the branch and the hours.
#[derive(Clone, Debug)]
struct Person {
    role: &'static str,
    department: &'static str,
    is_eligible: bool,
    shifts: Vec<(usize, u32, u32)>,
}

fn person(n_branches: usize) -> impl Strategy<Value = Person> {
    let role = select(vec!["Librarian", "Clerk", "Page", "Manager"]);
    let department = select(vec!["Adult", "Youth", "Circulation", ""]);
    let home = 0..n_branches;
    let shift = (prop::bool::weighted(0.2), 0..n_branches, select(vec![8, 9, 12]), select(vec![4, 5, 8]));
    (role, department, prop::bool::weighted(0.6), home, vec(shift, 1..=4)).prop_map(
        |(role, department, is_eligible, home, shifts)| {
            let at = |(is_away, other, start, length): (bool, usize, u32, u32)| {
                (if is_away { other } else { home }, start, start + length)
            };
            Person { role, department, is_eligible, shifts: shifts.into_iter().map(at).collect() }
        },
    )
}

fn library() -> impl Strategy<Value = Vec<Person>> {
    (1..=BRANCHES.len()).prop_flat_map(|n_branches| vec(person(n_branches), 2..=8))
}

fn files(people: &[Person]) -> Vec<(&'static str, String)> {
    let mut schedule = "staff,branch,day,start,end,activity\n".to_owned();
    let mut staff = "staff,role,department,outreach\n".to_owned();
    for (n, person) in people.iter().enumerate() {
        let outreach = if person.is_eligible { "yes" } else { "no" };
        staff += &format!("Person {n},{},{},{outreach}\n", person.role, person.department);
        for (day, (branch, start, end)) in person.shifts.iter().enumerate() {
            schedule += &format!("Person {n},{},{},{start}:00,{end}:00,shift\n", BRANCHES[*branch], DAYS[day]);
        }
    }
    let mut hours = "branch,day,open,close\n".to_owned();
    for branch in places(people) {
        hours += &format!("{branch},Mon-Thu,09:00,17:00\n");
    }
    let partners = "stakeholder,day,start,end\nSchool,Mon-Thu,09:00,17:00\n".to_owned();
    vec![
        ("desk-schedule.csv", schedule),
        ("staff.csv", staff),
        ("library-hours.csv", hours),
        ("stakeholders.csv", partners),
    ]
}

/// The branches at which anybody works.
fn places(people: &[Person]) -> BTreeSet<&'static str> {
    people.iter().flat_map(|person| person.shifts.iter().map(|shift| BRANCHES[shift.0])).collect()
}

fn works_at(person: &Person, branch: &str) -> bool {
    person.shifts.iter().any(|shift| BRANCHES[shift.0] == branch)
}

/// Minutes of a person at some branches.
fn minutes(person: &Person, is_counted: impl Fn(&str) -> bool) -> u32 {
    person.shifts.iter().filter(|shift| is_counted(BRANCHES[shift.0])).map(|shift| (shift.2 - shift.1) * 60).sum()
}

fn public(people: &[Person]) -> Results {
    let files = files(people);
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    results_shown(&files, PeopleShown::Public)
}

type Row = BTreeMap<String, String>;

fn rows(table: &Table) -> Vec<Row> {
    let mut bytes = Vec::new();
    write_table(table, Format::Csv, &mut bytes).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn tables_of(results: &Results) -> BTreeMap<&'static str, Vec<Row>> {
    let (tables, _) = tables(results, &findings(results), &[]).unwrap();
    tables.iter().map(|table| (table.name, rows(table))).collect()
}

/// The people behind each label of a column of groups: those whose own word is shown, and all others together.
fn behind<'p>(
    rows: &[Row],
    column: &str,
    people: &'p [Person],
    own: impl Fn(&'p Person) -> Vec<&'static str>,
) -> BTreeMap<String, Vec<usize>> {
    let shown: BTreeSet<&str> = rows.iter().map(|row| row[column].as_str()).collect();
    let of = |label: &str| {
        let words: BTreeSet<&str> = people.iter().flat_map(&own).collect();
        let is_word = words.contains(label);
        let is_of = |person: &&'p Person| {
            own(person).iter().any(|word| if is_word { *word == label } else { !shown.contains(word) })
        };
        people.iter().enumerate().filter(|(_, person)| is_of(person)).map(|(n, _)| n).collect::<Vec<usize>>()
    };
    shown.iter().map(|label| ((*label).to_owned(), of(label))).collect()
}

fn number(row: &Row, column: &str) -> usize {
    row[column].parse().unwrap()
}

/// The rank of a matrix, over the field of a large prime.
fn rank(matrix: &[Vec<i64>]) -> usize {
    const PRIME: i64 = 1_000_003;
    let power = |base: i64, exponent: i64| {
        let (mut result, mut base, mut exponent) = (1, base, exponent);
        while exponent > 0 {
            if exponent % 2 == 1 {
                result = result * base % PRIME;
            }
            base = base * base % PRIME;
            exponent /= 2;
        }
        result
    };
    let mut rows: Vec<Vec<i64>> = matrix.to_vec();
    let n_columns = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..n_columns {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(rank, pivot);
        let inverse = power(rows[rank][column], PRIME - 2);
        let own = rows[rank].clone();
        for row in rows.iter_mut().skip(rank + 1) {
            let factor = row[column] * inverse % PRIME;
            for (cell, above) in row.iter_mut().zip(&own) {
                *cell = (*cell - factor * above % PRIME).rem_euclid(PRIME);
            }
        }
        rank += 1;
    }
    rank
}

/// Which accounts a sum is made of, by person and branch.
type Sum<'a> = Box<dyn Fn(usize, &str) -> bool + 'a>;

/// Nobody's hours follow from sums: whatever combination cancels all others cancels this person, too.
fn check_differences(people: &[Person], sums: &[Sum<'_>]) {
    let accounts: Vec<(usize, &str)> = (0..people.len())
        .flat_map(|n| BRANCHES.into_iter().map(move |branch| (n, branch)))
        .filter(|(n, branch)| works_at(&people[*n], branch))
        .collect();
    let matrix = |without: Option<usize>| -> Vec<Vec<i64>> {
        let kept = || accounts.iter().filter(|(n, _)| Some(*n) != without);
        sums.iter().map(|is_in| kept().map(|(n, branch)| i64::from(is_in(*n, branch))).collect()).collect()
    };
    let all = rank(&matrix(None));
    for n in 0..people.len() {
        assert_eq!(rank(&matrix(Some(n))), all, "sums that are shown give away the hours of person {n}");
    }
}

fn check_roles_and_branches(people: &[Person], found: &BTreeMap<&'static str, Vec<Row>>) {
    let roles = behind(&found["role_time"], "role", people, |person| vec![person.role]);
    for row in &found["role_time"] {
        let group = &roles[&row["role"]];
        assert!(group.len() >= 2, "{row:?}");
        assert_eq!(number(row, "people"), group.len(), "{row:?}");
        let on_shift: u32 = group.iter().map(|n| minutes(&people[*n], |_| true)).sum();
        assert_eq!(row["on_shift_min"], on_shift.to_string(), "{row:?}");
    }
    let all_places = |person: &Person| places(std::slice::from_ref(person)).into_iter().collect::<Vec<&'static str>>();
    let branches = behind(&found["staff_time"], "branch", people, all_places);
    let words = places(people);
    let shown: BTreeSet<&str> = found["staff_time"].iter().map(|row| row["branch"].as_str()).collect();
    let is_counted =
        |label: &str, branch: &str| if words.contains(label) { label == branch } else { !shown.contains(branch) };
    for row in &found["staff_time"] {
        let group = &branches[&row["branch"]];
        assert!(group.len() >= 2 && number(row, "people") == group.len(), "{row:?}");
        let on_shift: u32 =
            group.iter().map(|n| minutes(&people[*n], |branch| is_counted(&row["branch"], branch))).sum();
        assert_eq!(row["on_shift_min"], on_shift.to_string(), "{row:?}");
    }
    let mut sums: Vec<Sum<'_>> = vec![Box::new(|_, _| true)];
    for group in roles.values() {
        sums.push(Box::new(|n, _| group.contains(&n)));
    }
    for label in branches.keys() {
        sums.push(Box::new(move |_, branch| is_counted(label, branch)));
    }
    check_differences(people, &sums);
    for row in &found["week_grid"] {
        let group = &branches[&row["branch"]];
        let n_eligible = group.iter().filter(|n| people[**n].is_eligible).count();
        let is_shown = !row["releasable_person_min"].is_empty() || !row["both_min"].is_empty();
        assert!(!is_shown || n_eligible != 1, "one person's free time: {row:?}");
    }
}

/// How many people of each department there are at a branch follows from the pairs within and between them.
fn check_departments(people: &[Person], rows: &[Row]) {
    for branch in places(people) {
        let here: Vec<&Row> = rows.iter().filter(|row| row["branch"] == branch).collect();
        let labels: BTreeSet<&str> =
            here.iter().flat_map(|row| [row["department"].as_str(), row["with"].as_str()]).collect();
        let pairs = |a: &str, b: &str| {
            here.iter().find(|row| row["department"] == a && row["with"] == b).map_or(0, |row| number(row, "pairs"))
        };
        let mut n_people = 0;
        for label in &labels {
            let n_within = pairs(label, label);
            assert!(n_within > 0, "{label} is one person at {branch}: {here:?}");
            n_people += (1..20).find(|n| n * (n - 1) / 2 == n_within).unwrap();
        }
        let n_here = people.iter().filter(|person| works_at(person, branch)).count();
        assert!(n_people == n_here || n_here < 2 && labels.is_empty(), "{n_people} of {n_here} at {branch}");
    }
}

/// What every table must keep, whoever adds it.
fn check_labels(people: &[Person], found: &BTreeMap<&'static str, Vec<Row>>) {
    let of = |table: &str, column: &str| -> BTreeSet<String> {
        found[table].iter().map(|row| row[column].clone()).collect()
    };
    let (roles, branches) = (of("role_time", "role"), of("staff_time", "branch"));
    for (name, rows) in found {
        if rows_of(name) != Some(RowsOf::Groups) || *name == "department_overlap" {
            continue;
        }
        for row in rows {
            let role = row.get("role").filter(|role| *role != "every role" && *role != "All staff");
            let branch = row.get("branch").filter(|branch| *branch != "All branches");
            assert!(role.is_none_or(|role| roles.contains(role)), "{name}: {row:?}");
            assert!(branch.is_none_or(|branch| branches.contains(branch)), "{name}: {row:?}");
            let is_crossed = role.is_some() && branch.is_some() && places(people).len() > 1;
            assert!(!is_crossed, "{name} splits roles by branch: {row:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_row_is_of_one_person_and_no_difference_gives_one_away(people in library()) {
        let results = public(&people);
        let found = tables_of(&results);
        for name in found.keys() {
            prop_assert_ne!(rows_of(name), Some(RowsOf::SinglePeople), "{} is there", name);
        }
        check_roles_and_branches(&people, &found);
        check_departments(&people, &found["department_overlap"]);
        check_labels(&people, &found);
    }
}

#[test]
fn every_table_says_of_whom_its_rows_are() {
    let others = ["best_schedule_changes", "unlocks", "ask_back", "trade_off"];
    for name in TABLE_NAMES.into_iter().chain(COMPARISON_TABLE_NAMES).chain(others) {
        assert!(rows_of(name).is_some(), "say in table/rows_of.rs of whom the rows of `{name}` are");
    }
    for people_shown in [PeopleShown::Roles, PeopleShown::Names, PeopleShown::Public] {
        let results = sample_results("river-county", people_shown);
        let (tables, _) = tables(&results, &findings(&results), &[]).unwrap();
        for table in tables {
            let has = |name: &str| table.columns.iter().any(|(column, _)| *column == name);
            let rows_of = rows_of(table.name).unwrap();
            let is_of_groups = has("role") || has("department");
            assert!(!has("staff") || rows_of == RowsOf::SinglePeople || table.name == "staff_time", "{}", table.name);
            assert!(!is_of_groups || rows_of != RowsOf::Nobody, "{}", table.name);
        }
    }
}

fn labels(results: &Results, table: &str, column: &str) -> Vec<String> {
    let mut labels: Vec<String> = tables_of(results)[table].iter().map(|row| row[column].clone()).collect();
    labels.dedup();
    labels
}

fn worked(people: &[(&str, &str, &str, &str)], outreach: &[&str]) -> Results {
    let mut schedule = "staff,branch,day,start,end,activity\n".to_owned();
    let mut staff = "staff,role,department,outreach\n".to_owned();
    let mut places = BTreeSet::new();
    for (name, role, department, branch) in people {
        let may = if outreach.contains(name) { "yes" } else { "no" };
        staff += &format!("{name},{role},{department},{may}\n");
        schedule += &format!("{name},{branch},Mon,09:00,17:00,shift\n");
        places.insert(*branch);
    }
    let hours: String = places.iter().map(|branch| format!("{branch},Mon,09:00,17:00\n")).collect();
    let hours = format!("branch,day,open,close\n{hours}");
    let partners = "stakeholder,day,start,end\nSchool,Mon,10:00,12:00\n";
    results_shown(
        &[
            ("desk-schedule.csv", &schedule),
            ("staff.csv", &staff),
            ("library-hours.csv", &hours),
            ("stakeholders.csv", partners),
        ],
        PeopleShown::Public,
    )
}

#[test]
fn a_role_of_one_person_takes_the_smallest_other_role_along() {
    let results = worked(
        &[
            ("Ana", "Manager", "Adult", "Main"),
            ("Ben", "Page", "Adult", "Main"),
            ("Cy", "Page", "Youth", "Main"),
            ("Dee", "Clerk", "Youth", "Main"),
            ("Eve", "Clerk", "Youth", "Main"),
            ("Flo", "clerk", "Adult", "Main"),
        ],
        &["Ana", "Ben"],
    );
    assert_eq!(labels(&results, "role_time", "role"), ["Clerk", "Other roles"]);
    assert_eq!(results.merged.roles, ["Manager", "Page"]);
}

#[test]
fn what_a_branch_less_a_role_would_give_away_is_merged() {
    // both clerks are at Main, with one librarian: Main less the clerks would be that librarian
    let results = worked(
        &[
            ("Ana", "Clerk", "", "Main"),
            ("Ben", "Clerk", "", "Main"),
            ("Cy", "Librarian", "", "Main"),
            ("Dee", "Librarian", "", "East"),
            ("Eve", "Librarian", "", "East"),
        ],
        &["Ana", "Ben", "Dee", "Eve"],
    );
    assert_eq!(labels(&results, "role_time", "role"), ["All staff"]);
    assert_eq!(labels(&results, "staff_time", "branch"), ["East", "Main"]);
}

#[test]
fn a_branch_of_one_person_stands_with_the_smallest_other_branch() {
    let people = [
        ("Ana", "Clerk", "Adult", "Main"),
        ("Ben", "Clerk", "Adult", "Main"),
        ("Cy", "Clerk", "Youth", "Main"),
        ("Dee", "Clerk", "Youth", "East"),
        ("Eve", "Clerk", "Youth", "East"),
        ("Flo", "Clerk", "Youth", "Kiosk"),
    ];
    let results = worked(&people, &["Ana", "Ben", "Dee", "Eve", "Flo"]);
    assert_eq!(labels(&results, "staff_time", "branch"), ["Main", "Other branches"]);
    assert_eq!(labels(&results, "week_grid", "branch"), ["Main", "Other branches"]);
    // desks and partners stay with their branch; one person of Youth at Main stands with Adult
    assert_eq!(labels(&results, "department_overlap", "department"), ["Youth", "Other departments"]);
}

#[test]
fn the_free_time_of_the_one_person_who_may_meet_partners_is_not_drawn() {
    let people = [("Ana", "Clerk", "", "Main"), ("Ben", "Clerk", "", "Main"), ("Cy", "Clerk", "", "Main")];
    let results = worked(&people, &["Ana"]);
    let grid = &tables_of(&results)["week_grid"];
    assert!(
        !grid.is_empty()
            && grid.iter().all(|row| row["releasable_person_min"].is_empty() && row["both_min"].is_empty())
    );
    let drawn = draw(&results, &["partners-and-staff".to_owned()], 960).unwrap();
    assert!(matches!(&drawn[..], [Drawn::LeftOut(_, why)] if why.contains("one person alone")));
    let both = worked(&people, &["Ana", "Ben"]);
    assert!(tables_of(&both)["week_grid"].iter().all(|row| !row["both_min"].is_empty()));
}

#[test]
fn the_samples_are_merged_as_they_should_be() {
    let maple = sample_results("maple-street", PeopleShown::Public);
    assert_eq!(labels(&maple, "role_time", "role"), ["Circulation Clerk", "Library Assistant", "Other roles"]);
    assert!(maple.merged.departments.is_empty());
    let river = sample_results("river-county", PeopleShown::Public);
    let branches = labels(&river, "staff_time", "branch");
    assert_eq!(branches, ["Ashgrove Central", "Oxbow Bend", "Pell Landing", "Quarry Hill", "Tamber Falls"]);
    assert!(river.duties.iter().all(|duty| duty.role != "Teen Services Librarian"));
    assert!(river.duties.iter().any(|duty| duty.role == "Library Associate"));
}

#[test]
fn a_scenario_does_not_take_a_group_apart() {
    let schedule = "staff,branch,day,start,end,activity\nAna,Main,Mon,09:00,17:00,shift\nBen,Main,Mon,09:00,13:00,shift\n\
                    Cy,Main,Mon,09:00,17:00,shift\nDee,Main,Mon,09:00,17:00,shift\nEve,Main,Mon,09:00,17:00,shift\n";
    let staff = "staff,role\nAna,Clerk\nBen,Clerk\nCy,Page\nDee,Page\nEve,Page\n";
    let away = "title = \"One away\"\n[[change]]\ndo = \"absence\"\nstaff = \"Ana\"\nday = \"Mon\"\n";
    let folder = MemoryFolder::of([
        ("desk-schedule.csv", schedule),
        ("staff.csv", staff),
        ("library-hours.csv", "branch,day,open,close\nMain,Mon,09:00,17:00\n"),
        ("scenarios/away.toml", away),
    ]);
    let study = read_study(&folder, &toml::Table::new(), &|own| own.people_shown = PeopleShown::Public).study;
    let today = offdesk::analysis::analyze(&study);
    assert_eq!(labels(&today, "role_time", "role"), ["Clerk", "Page"], "today, there are two clerks");
    let (scenario, problems) = read_scenario(&folder, "away", &study);
    assert_eq!(problems.n_in_all(), 0, "{problems:?}");
    let applied = apply(&study, &today.period, &scenario);
    let then = offdesk::analysis::analyze_in(&applied.study, today.period.clone());
    let changes: Vec<String> = scenario.changes.iter().map(|change| sentence(change, &then)).collect();
    assert_eq!(changes, ["Somebody is not there on Mon."]);
    let side = |results: Results, moved| Side {
        title: String::new(),
        why: String::new(),
        changes: Vec::new(),
        results,
        moved,
    };
    let robust = robustness(&[("Today".to_owned(), &study), ("Then".to_owned(), &applied.study)], &today.period);
    let comparison = Comparison::of(vec![side(today, None), side(then, Some(applied.moved))]);
    let roles: Vec<&str> = comparison.roles.iter().map(|role| role.role.as_str()).collect();
    assert_eq!(roles, ["All staff"], "one clerk is left then: clerks and pages stand together on both sides");
    assert!(robust.rows.iter().all(|row| row.range.is_none()), "the least and the most are one person's");
}
