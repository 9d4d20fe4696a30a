//! Which groups are out of reach? A worked example by hand, and every figure of small worlds against the grid of minutes.

use crate::against_the_oracle::results_of;
use crate::oracle::{self, OUTCOMES, World};
use crate::study::{results, sample};
use crate::worlds;
use offdesk::analysis::{GroupReach, Outcome, Results, Weighted, analyze};
use offdesk::chart::{Drawn, draw};
use offdesk::finding::{Topic, topic_findings};
use offdesk::import::{MemoryFolder, read_study};
use offdesk::study::Settings;
use proptest::prelude::*;
use std::collections::BTreeMap;

const HOURS: (&str, &str) = ("library-hours.csv", "day,open,close\nMon-Fri,09:00,17:00\n");

/// Ana is off the desk on Tuesday from 09:00 to 12:00, and at desks for the rest of the week.
const SCHEDULE: (&str, &str) = (
    "desk-schedule.csv",
    "staff,day,start,end,activity\nAna,Mon-Fri,09:00,17:00,shift\nAna,Mon/Wed/Thu/Fri,09:00,17:00,desk\nAna,Tue,12:00,17:00,desk\n",
);

fn settings(more: &str) -> String {
    format!("[period]\nfrom = 2026-03-02\nto = 2026-03-15\n[desks]\nbuilding_minimum = 0\n{more}")
}

/// Over two weeks:
/// - Oak School (priority 1): Tue 10:00-12:00 online, 2 h a week, all reachable; Mon 10:00-11:00 never.
/// - Elm School (2): Mon 10:00-12:00 online, never: out of reach.
/// - Shelter (4): Tue 08:00-10:00 online: 09:00-10:00 reachable, 08:00-09:00 closed; in the first week only.
/// - a club without group and priority: Wed 10:00-11:00, never; it weighs as the lowest priority, 1/4.
const PARTNERS: &str = "stakeholder,group,day,start,end,mode,min_visit,priority,to\n\
    Oak School,School,Tue,10:00,12:00,online,60,1,\n\
    Oak School,School,Mon,10:00,11:00,online,60,1,\n\
    Elm School,school,Mon,10:00,12:00,online,60,2,\n\
    Shelter,shelter,Tue,08:00,10:00,online,60,4,2026-03-08\n\
    Club,,Wed,10:00,11:00,online,60,,\n";

fn example() -> Results {
    results(&[SCHEDULE, HOURS, ("stakeholders.csv", PARTNERS), ("offdesk.toml", &settings(""))])
}

#[test]
fn the_worked_example_is_counted_by_hours_by_partners_and_by_weight() {
    let found = example();
    let names: Vec<&str> = found.groups.iter().map(|group| group.group.as_str()).collect();
    assert_eq!(names, ["school", "shelter", ""], "spellings of a group are one; no group comes last");
    let figures = |group: &GroupReach| {
        let minutes = |outcome| group.total.of(outcome).0;
        (
            (group.n_partners, group.n_out_of_reach, group.n_seldom),
            (
                group.total.window().0,
                minutes(Outcome::Reachable),
                minutes(Outcome::DeskNeeded),
                minutes(Outcome::Closed),
            ),
            (group.n_weekdays, group.n_weekdays_out_of_reach),
        )
    };
    // schools: Oak 2 x (120 + 60), Elm 2 x 120; the three weekdays are Oak's Tuesday and Monday, and Elm's Monday
    assert_eq!(figures(&found.groups[0]), ((2, 1, 0), (600, 240, 360, 0), (3, 2)));
    // the shelter: 60 minutes in two weeks are less than one visit of 60 minutes a week
    assert_eq!(figures(&found.groups[1]), ((1, 0, 1), (120, 60, 0, 60), (1, 0)));
    assert_eq!(figures(&found.groups[2]), ((1, 1, 0), (120, 0, 120, 0), (1, 1)));
    let reasons: Vec<Option<Outcome>> = found.groups.iter().map(GroupReach::main_reason).collect();
    assert_eq!(reasons, [Some(Outcome::DeskNeeded), Some(Outcome::Closed), Some(Outcome::DeskNeeded)]);
    // schools: window 6 + 4/2 = 8, reachable 4; partners 1 + 1/2, out of reach 1/2
    let weighted = found.groups[0].weighted.unwrap();
    let said = |one: Weighted| {
        let all = [one.window_hours, one.reachable_hours, one.partners, one.out_of_reach, one.reachable_share()];
        all.map(|number| format!("{number}"))
    };
    assert_eq!(said(weighted), ["8", "4", "1.5", "0.5", "0.5"]);
    assert_eq!(said(found.groups[2].weighted.unwrap()), ["0.5", "0", "0.25", "0.25", "0"]);
}

#[test]
fn the_findings_say_what_the_table_holds() {
    let said: Vec<String> =
        topic_findings(&example(), Topic::Groups).into_iter().map(|finding| finding.sentence).collect();
    assert_eq!(
        said,
        [
            "2 of 4 partners are out of reach: on no day of the week, in no week, could anybody meet them. By group: school (1 of 2) and no group given (1 of 1).",
            "School: of 5.0 h a week in which these partners can meet, 2.0 h are within reach (40 %). Most of the rest is lost to desks that have no more people than they need.",
            "Shelter: of 1.0 h a week in which these partners can meet, 0.5 h are within reach (50 %). Most of the rest is lost because the library is closed.",
            "Partners can meet on 5 days of the week, counted for each of them. On 3 of these nobody could meet the partner, in any week.",
            "One more partner is within reach for less than one visit a week: shelter (1 of 1).",
            "By priority (1 counts in full, 2 a half, 3 a third), 47 % of partners’ time is within reach. Without weights it is 36 %.",
        ]
    );
}

#[test]
fn one_group_is_compared_with_nothing() {
    let one = PARTNERS.replace("shelter,", "school,").replace("Shelter,school", "Shelter,SCHOOL");
    let found = results(&[SCHEDULE, HOURS, ("stakeholders.csv", &one), ("offdesk.toml", &settings(""))]);
    assert!(topic_findings(&found, Topic::Groups).is_empty());
    let drawn = draw(&found, &["groups".to_owned()], 960).unwrap();
    assert!(
        matches!(&drawn[..], [Drawn::LeftOut("groups", why)] if why.contains("only one group is named")),
        "{drawn:?}"
    );
}

#[test]
fn where_working_hours_are_assumed_partners_out_of_reach_are_an_at_most() {
    let schedule = ("desk-schedule.csv", "staff,day,start,end,activity\nAna,Mon-Fri,10:00,16:00,desk\n");
    let partners = "stakeholder,group,day,start,end,mode\nA,one,Mon,16:00,17:00,online\nB,two,Mon,10:00,11:00,online\n";
    let found = results(&[schedule, HOURS, ("stakeholders.csv", partners), ("offdesk.toml", &settings(""))]);
    assert!(found.is_at_least());
    let counts: Vec<(usize, usize)> =
        found.groups.iter().map(|group| (group.n_out_of_reach, group.at_most.unwrap().n_out_of_reach)).collect();
    assert_eq!(counts, [(1, 0), (1, 1)]);
    let first = topic_findings(&found, Topic::Groups).swap_remove(0);
    assert!(first.sentence.starts_with("At most 2 of 2 partners are out of reach"), "{}", first.sentence);
    assert!(found.groups.iter().all(|group| group.weighted.is_none()), "no priorities are given");
}

#[test]
fn groups_of_a_branch_are_those_of_its_own_partners_and_of_those_that_any_branch_may_meet() {
    let folder = MemoryFolder::of(sample("river-county"));
    let shown = |branch: Option<&str>| {
        let shape = |settings: &mut Settings| settings.branch = branch.map(str::to_owned);
        let found = analyze(&read_study(&folder, &toml::Table::new(), &shape).study);
        found.groups.iter().map(|group| (group.group.clone(), group.n_partners)).collect::<Vec<_>>()
    };
    let of = |groups: &[(&str, usize)]| groups.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect::<Vec<_>>();
    assert_eq!(shown(Some("Tamber Falls")), of(&[("employer", 1), ("health", 1), ("school", 1), ("seniors", 1)]));
    let all = of(&[
        ("after-school", 2),
        ("employer", 3),
        ("food", 1),
        ("health", 1),
        ("school", 4),
        ("seniors", 2),
        ("shelter", 1),
    ]);
    assert_eq!(shown(None), all);
}

/// Groups and priorities for a world's partners, added to its file by hand: schools are a group, shelters have none.
fn files(world: &World) -> Vec<(String, String)> {
    let with_group = |line: &str| match line.split(',').next() {
        Some("stakeholder") => format!("{line},group,priority\n"),
        Some("School") => format!("{line},schools,3\n"),
        _ => format!("{line},,\n"),
    };
    let files = worlds::files(world).into_iter().map(|(name, text)| {
        let text = if name == "stakeholders.csv" { text.lines().map(with_group).collect() } else { text };
        (name, text)
    });
    files.collect()
}

/// Partners, out of reach, seldom; weekdays, of them out of reach; minutes by outcome.
type Counted = ([usize; 3], [usize; 2], Vec<usize>);

/// The same from the grid of minutes: one loop over its partners.
fn by_hand(world: &World) -> BTreeMap<&'static str, Counted> {
    let mut groups: BTreeMap<&'static str, Counted> = BTreeMap::new();
    for ((branch, name, is_tentative), reach) in oracle::expected(world).reach {
        if is_tentative {
            continue;
        }
        let figure = |day: usize, name: &str| reach[day].get(name).copied().unwrap_or(0);
        let group = groups.entry(if name == "School" { "schools" } else { "" }).or_default();
        let reachable = figure(7, "reachable");
        let shortest = shortest_visit(world, &branch, &name);
        group.0[0] += 1;
        group.0[1] += usize::from(reachable == 0);
        // less than one visit a week, without a division
        group.0[2] += usize::from(reachable > 0 && reachable * 7 < shortest * world.dates.len());
        group.1[0] += (0..7).filter(|day| figure(*day, "window") > 0).count();
        group.1[1] += (0..7).filter(|day| figure(*day, "window") > 0 && figure(*day, "reachable") == 0).count();
        group.2.resize(OUTCOMES.len(), 0);
        OUTCOMES.iter().zip(&mut group.2).for_each(|(outcome, sum)| *sum += figure(7, outcome));
    }
    groups
}

/// The smallest `min_visit` of a partner's windows in the period, or the length of a window where that is less.
fn shortest_visit(world: &World, branch: &str, name: &str) -> usize {
    oracle::firm_windows(world, branch, name)
        .into_iter()
        .map(|(length, min_visit)| min_visit.min(length).max(1))
        .min()
        .unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn groups_of_a_small_world_agree_with_the_grid_of_minutes(world in worlds::world()) {
        let found = results_of(files(&world));
        let counted: BTreeMap<&str, Counted> = found
            .groups
            .iter()
            .map(|group| {
                let minutes = |outcome| usize::try_from(group.total.of(outcome).0).unwrap();
                let partners = [group.n_partners, group.n_out_of_reach, group.n_seldom];
                let weekdays = [group.n_weekdays, group.n_weekdays_out_of_reach];
                (group.group.as_str(), (partners, weekdays, Outcome::ALL.into_iter().map(minutes).collect()))
            })
            .collect();
        prop_assert_eq!(counted, by_hand(&world));
        // the law: groups add up to everybody
        let windows: i64 = found.groups.iter().map(|group| group.total.window().0).sum();
        prop_assert_eq!(windows, found.outcome_totals().window().0);
    }
}
