//! The laws of the domain (section 8) over small worlds: what must not change a figure, and what may change it only
//! one way.

use crate::against_the_oracle::results_of;
use crate::oracle::World;
use crate::study::results;
use crate::worlds;
use offdesk::analysis::{Outcome, Results};
use offdesk::time::Minutes;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Every figure that the laws speak of, by names.
pub fn figures(results: &Results) -> BTreeMap<String, String> {
    let mut figures = BTreeMap::new();
    for account in &results.staff_time {
        let key = format!("time {} {}", results.branch_name(account.branch), results.person(account.staff).label);
        figures.insert(
            key,
            format!("{:?} {:?} {:?} {:?}", account.on_shift, account.by_activity, account.usable, account.fragments),
        );
    }
    for outcomes in results.outcomes.iter().chain(&results.tentative) {
        let stakeholder = results.stakeholder(outcomes.stakeholder);
        let key = format!(
            "reach {} {} {}",
            results.stakeholder_branch(outcomes.stakeholder),
            stakeholder.name,
            outcomes.is_tentative
        );
        figures.insert(key, format!("{:?}", outcomes.by_weekday));
    }
    for cover in &results.desk_cover {
        let key = format!("desk {} {}", results.branch_name(cover.branch), results.desk_name(cover.desk));
        figures.insert(
            key,
            format!(
                "{:?}",
                (
                    cover.open,
                    cover.staffed,
                    cover.person,
                    cover.under_minimum,
                    cover.missing_person,
                    cover.above_minimum_person
                )
            ),
        );
    }
    figures
}

fn of(world: &World) -> Results {
    results_of(worlds::files(world))
}

fn reachable(results: &Results) -> Minutes {
    results.outcomes.iter().chain(&results.tentative).map(|outcomes| outcomes.total.of(Outcome::Reachable)).sum()
}

/// The same world with every row of at least two minutes that ends on its day cut into two that touch.
fn with_split_rows(world: &World) -> World {
    let mut split = world.clone();
    split.schedule = world
        .schedule
        .iter()
        .flat_map(|row| {
            let middle =
                if row.end - row.start >= 2 && row.end <= 1440 { i32::midpoint(row.start, row.end) } else { row.end };
            let (mut first, mut second) = (row.clone(), row.clone());
            first.end = middle;
            second.start = middle;
            [first, second]
        })
        .filter(|row| row.start < row.end)
        .collect();
    split
}

/// A week at many branches: three people each, whose hours differ from branch to branch, and a partner.
fn many_branches(more_rows: impl Fn(usize) -> String) -> Results {
    let (mut schedule, mut partners) = ("branch,staff,date,start,end,activity,desk\n".to_owned(), String::new());
    for branch in 0..24 {
        for person in 0..3 {
            for date in 2..7 {
                let (start, desk) = (8 + (branch + person) % 4, 10 + (branch * person + date) % 5);
                let who = format!("B{branch:02},Person {branch:02}{person},2026-03-0{date}");
                schedule +=
                    &format!("{who},{start}:00,{}:30,shift,\n{who},{desk}:15,{}:00,desk,Front\n", start + 8, desk + 2);
            }
        }
        schedule += &more_rows(branch);
        partners += &format!("B{branch:02},Partner,Tue-Thu,{}:00,{}:00,go,20\n", 9 + branch % 3, 12 + branch % 4);
    }
    results(&[
        ("desk-schedule.csv", &schedule),
        ("library-hours.csv", "day,open,close\nMon-Fri,09:00,18:00\n"),
        ("stakeholders.csv", &format!("branch,stakeholder,day,start,end,mode,travel\n{partners}")),
    ])
}

#[test]
fn branches_that_share_people_are_as_they_would_be_alone() {
    let alone = many_branches(|_| String::new());
    // they hang together by one person, who is never there
    let together = many_branches(|branch| format!("B{branch:02},Zoe,2026-03-04,09:00,17:00,leave,\n"));
    assert_eq!((alone.staff_time.len(), alone.outcomes.len(), alone.desk_cover.len()), (72, 24, 24));
    assert_eq!(figures(&together), figures(&alone));
    assert_eq!(together.grids, alone.grids);
    assert_eq!(together.pairs, alone.pairs);
    assert_eq!(together.common, alone.common);
    assert_eq!(together.slots, alone.slots);
    assert_eq!(together.staff_weeks, alone.staff_weeks);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parts_sum_to_shifts_and_outcomes_to_windows(world in worlds::world()) {
        let results = of(&world);
        for account in &results.staff_time {
            prop_assert_eq!(account.on_shift, account.desk() + account.other_duties() + account.usable + account.fragments);
        }
        for outcomes in results.outcomes.iter().chain(&results.tentative) {
            let days: Minutes = outcomes.by_weekday.iter().map(offdesk::analysis::OutcomeMinutes::window).sum();
            prop_assert_eq!(outcomes.total.window(), days);
            let hours: Minutes = outcomes.inside_open.iter().chain(&outcomes.outside_open).copied().sum();
            prop_assert_eq!(outcomes.total.window(), hours);
        }
        let weeks: Minutes = results.staff_weeks.iter().map(|week| week.on_shift).sum();
        prop_assert_eq!(weeks, results.time_totals().on_shift);
    }

    #[test]
    fn the_order_of_rows_changes_no_figure(world in worlds::world()) {
        let mut turned = world.clone();
        turned.schedule.reverse();
        turned.hours.reverse();
        turned.windows.reverse();
        turned.coverage.reverse();
        prop_assert_eq!(figures(&of(&world)), figures(&of(&turned)));
    }

    #[test]
    fn splitting_a_row_into_two_that_touch_changes_no_figure(world in worlds::world()) {
        prop_assert_eq!(figures(&of(&world)), figures(&of(&with_split_rows(&world))));
    }

    #[test]
    fn less_travel_shorter_visits_and_a_lower_building_minimum_never_lower_reach(world in worlds::world()) {
        let before = reachable(&of(&world));
        let mut nearer = world.clone();
        nearer.windows.iter_mut().for_each(|row| row.travel /= 2);
        prop_assert!(reachable(&of(&nearer)) >= before);
        let mut shorter = world.clone();
        shorter.windows.iter_mut().for_each(|row| row.min_visit /= 2);
        prop_assert!(reachable(&of(&shorter)) >= before);
        let mut freer = world.clone();
        freer.building_minimum = freer.building_minimum.saturating_sub(1);
        freer.coverage.iter_mut().filter(|row| row.desk.is_empty()).for_each(|row| row.minimum = row.minimum.saturating_sub(1));
        prop_assert!(reachable(&of(&freer)) >= before);
    }

    #[test]
    fn more_desk_time_never_raises_off_desk_time(world in worlds::world()) {
        let off_desk = |results: &Results| results.time_totals().off_desk();
        let mut busier = world.clone();
        for row in busier.schedule.iter_mut().filter(|row| row.activity == "off-desk") {
            row.activity = "desk";
        }
        // a desk row says where somebody is; on a date without a shift it says nothing of the rest of the day
        if world.assume == crate::oracle::Assume::Unknown {
            prop_assert!(off_desk(&of(&busier)) <= off_desk(&of(&world)));
        }
    }
}
