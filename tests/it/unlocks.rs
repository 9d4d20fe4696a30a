//! Is the cheapest single change really the cheapest? Every move and every release of desk time on a grid of fifteen
//! minutes is tried by hand and judged by the grid of minutes, which shares no code with the search.

use crate::oracle::{self, Assume, CoverageRow, DayRule, Expected, HoursRow, Person, ScheduleRow, WindowRow, World};
use crate::worlds;
use offdesk::analysis::{Outcome, Results, analyze, analyze_in};
use offdesk::import::{MemoryFolder, read_study};
use offdesk::scenario::{Unlock, apply, unlocks};
use offdesk::study::{Activity, PeopleShown, Scenario};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Monday 2026-03-02; everything happens on the Tuesday.
const FIRST: i32 = 20_514;
const TUESDAY: DayRule = DayRule::Date(FIRST + 1);
const STAFF: [&str; 3] = ["Ana", "Ben", "Cy"];
const MAX_STINT: i32 = 120;

/// A Tuesday of up to three people from 09:00 to 17:00: what each does in each half hour.
pub fn tuesday() -> impl Strategy<Value = World> {
    let doing = select(vec!["shift", "shift", "desk Info", "desk Info", "desk Loans", "meal"]);
    let person = (vec(doing, 16), any::<bool>());
    let start = select(vec![540, 570, 600, 660, 735, 840]);
    let mode = select(vec!["go", "host", "online"]);
    let window = (start, select(vec![45, 60, 120, 150]), mode, select(vec![0, 15]), select(vec![30, 60]));
    let minimum = option_of_minimum();
    (vec(person, 2..=3), vec(window, 1..=2), 0..3_usize, minimum).prop_map(|(people, windows, building, minimum)| {
        let staff = people.iter().zip(STAFF).map(|((_, outreach), name)| Person {
            name,
            role: "",
            home: 0,
            outreach: *outreach,
            listed: true,
        });
        let schedule = people.iter().enumerate().flat_map(|(person, (slots, _))| rows(person, slots));
        let windows = windows.iter().enumerate().map(|(n, (start, length, mode, travel, min_visit))| WindowRow {
            stakeholder: ["School", "Club"][n],
            branch: Some(0),
            day: TUESDAY,
            span: Some((*start, start + length)),
            mode,
            travel: if *mode == "go" { *travel } else { 0 },
            min_visit: *min_visit,
            tentative: false,
            needs_role: "",
        });
        World {
            dates: (FIRST..FIRST + 7).collect(),
            rotation_weeks: 1,
            rotation_start: FIRST,
            branches: vec!["Main"],
            staff: staff.collect(),
            schedule: schedule.collect(),
            hours: vec![HoursRow { branch: 0, day: TUESDAY, span: Some((570, 1020)) }],
            windows: windows.collect(),
            coverage: minimum.into_iter().collect(),
            min_block: 60,
            default_minimum: 1,
            building_minimum: building,
            assume: Assume::DeskSpan,
        }
    })
}

fn option_of_minimum() -> impl Strategy<Value = Option<CoverageRow>> {
    let row = (select(vec!["Info", "Loans", ""]), select(vec![(600, 780), (540, 1020)]), 0..3_usize);
    let row = row.prop_map(|(desk, (start, end), minimum)| CoverageRow {
        branch: 0,
        desk,
        days: 0b111_1111,
        start,
        end,
        minimum,
    });
    proptest::option::of(row)
}

/// One shift, and a row for each run of half hours.
fn rows(person: usize, slots: &[&'static str]) -> Vec<ScheduleRow> {
    let row = |start: usize, end: usize, what: &'static str| {
        let (activity, desk) = what.split_once(' ').unwrap_or((what, ""));
        let minute = |slot: usize| 540 + 30 * i32::try_from(slot).unwrap();
        ScheduleRow { person, branch: Some(0), day: TUESDAY, start: minute(start), end: minute(end), activity, desk }
    };
    let mut rows = vec![row(0, 16, "shift")];
    let mut start = 0;
    for slot in 1..=slots.len() {
        if slots.get(slot) != Some(&slots[start]) {
            if slots[start] != "shift" {
                rows.push(row(start, slot, slots[start]));
            }
            start = slot;
        }
    }
    rows
}

pub fn reach(figures: &Expected, partner: &str) -> i64 {
    let of = figures.reach.iter().filter(|((_, name, _), _)| name == partner || partner.is_empty());
    of.map(|(_, days)| i64::try_from(days[7].get("reachable").copied().unwrap_or(0)).unwrap()).sum()
}

fn missing(figures: &Expected, desk: &str) -> usize {
    figures
        .desks
        .get(&("Main".to_owned(), desk.to_owned()))
        .and_then(|desk| desk.get("missing_person"))
        .copied()
        .unwrap_or(0)
}

/// How many stints of everybody are longer than two hours.
pub fn n_long_stints(world: &World) -> usize {
    (0..world.staff.len())
        .map(|person| {
            let on = |minute: i32| {
                let holds = |row: &&ScheduleRow| row.start <= minute && minute < row.end;
                let mut own = world.schedule.iter().filter(|row| row.person == person && row.activity == "desk");
                own.any(|row| holds(&row))
            };
            let (mut n_long, mut length) = (0, 0);
            for minute in 540..=1020 {
                if on(minute) {
                    length += 1;
                } else {
                    n_long += usize::from(length > MAX_STINT);
                    length = 0;
                }
            }
            n_long
        })
        .sum()
}

/// The world with [start, end) of a desk row ended, or handed to somebody who is free all that time.
pub fn handed(world: &World, at: usize, (start, end): (i32, i32), to: Option<usize>) -> Option<World> {
    let row = world.schedule[at].clone();
    let is_busy = |other: &ScheduleRow, person: usize| {
        other.person == person && other.activity != "shift" && other.start < end && start < other.end
    };
    if to.is_some_and(|person| world.schedule.iter().any(|other| is_busy(other, person))) {
        return None;
    }
    let mut changed = world.clone();
    changed.schedule.remove(at);
    for (start, end, person) in
        [(row.start, start, Some(row.person)), (start, end, to), (end, row.end, Some(row.person))]
    {
        if let (Some(person), true) = (person, start < end) {
            changed.schedule.push(ScheduleRow { person, start, end, ..row.clone() });
        }
    }
    Some(changed)
}

/// The most partner time for each minute moved, over every move and release on the grid.
fn best_by_hand(world: &World, partner: &str) -> f64 {
    let before = oracle::expected(world);
    let mut best = 0.0_f64;
    for (at, row) in world.schedule.iter().enumerate().filter(|(_, row)| row.activity == "desk") {
        for start in (row.start..row.end).step_by(15) {
            for end in (start + 15..=row.end).step_by(15) {
                let to = std::iter::once(None).chain((0..world.staff.len()).filter(|to| *to != row.person).map(Some));
                for to in to {
                    // whoever never is on a desk is not handed it
                    let is_on_it = |person: usize| {
                        let is_desk = |other: &ScheduleRow| other.activity == "desk" && other.desk == row.desk;
                        world.schedule.iter().any(|other| other.person == person && is_desk(other))
                    };
                    if to.is_some_and(|person| !is_on_it(person)) {
                        continue;
                    }
                    let Some(changed) = handed(world, at, (start, end), to) else { continue };
                    let after = oracle::expected(&changed);
                    let won = reach(&after, "") - reach(&before, "");
                    let own = reach(&after, partner) - reach(&before, partner);
                    let is_short = ["Info", "Loans"].iter().any(|desk| missing(&after, desk) > missing(&before, desk));
                    if won > 0 && own > 0 && !is_short && n_long_stints(&changed) <= n_long_stints(world) {
                        let ratio = f64::from(i32::try_from(won).unwrap()) / f64::from(end - start);
                        best = best.max(ratio);
                    }
                }
            }
        }
    }
    best
}

fn found(world: &World) -> (Vec<Unlock>, Vec<String>) {
    let folder = MemoryFolder::of(worlds::files(world));
    let reading = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Names);
    let results = analyze(&reading.study);
    let names = results.stakeholders.iter().map(|partner| partner.name.clone()).collect();
    (unlocks(&reading.study, &results), names)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_suggested_breaks_nothing(world in tuesday()) {
        let folder = MemoryFolder::of(worlds::files(&world));
        let study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
        let before = analyze(&study);
        for unlock in unlocks(&study, &before) {
            let changes = unlock.changes.clone();
            let scenario = Scenario { name: String::new(), title: String::new(), why: String::new(), new_desks: Vec::new(), changes };
            let applied = apply(&study, &before.period, &scenario);
            prop_assert_eq!(applied.problems.iter().count(), 0);
            let after = analyze_in(&applied.study, before.period.clone());
            let reach = |results: &Results| results.outcome_totals().of(Outcome::Reachable);
            prop_assert_eq!(reach(&after) - reach(&before), unlock.won);
            for (before, after) in before.desk_cover.iter().zip(&after.desk_cover) {
                prop_assert!(after.missing_person <= before.missing_person);
            }
            prop_assert!(after.conflicts.len() <= before.conflicts.len());
            let long = |results: &Results| results.staff_time.iter().map(|account| account.n_long_stints).sum::<usize>();
            prop_assert!(long(&after) <= long(&before));
            let meals = |results: &Results| results.time_totals().by_activity[Activity::Meal.index()];
            prop_assert_eq!(meals(&after), meals(&before));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_move_or_release_wins_more_for_each_hour_than_what_is_suggested(world in tuesday()) {
        let (unlocks, names) = found(&world);
        for partner in ["School", "Club"] {
            let by_hand = best_by_hand(&world, partner);
            let helps = |unlock: &&Unlock| unlock.winners.iter().any(|(who, _)| names[who.index()] == partner);
            let suggested = unlocks.iter().filter(helps).map(Unlock::won_per_hour).fold(0.0, f64::max);
            prop_assert!(suggested >= by_hand - 1e-9, "{partner}: by hand {by_hand}, suggested {suggested}: {unlocks:?}");
        }
    }
}
