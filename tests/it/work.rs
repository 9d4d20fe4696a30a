//! Do job descriptions and planning come out as they do by hand, and as a grid of minutes finds them?

use crate::against_the_oracle::results_of;
use crate::charts::check_charts;
use crate::oracle;
use crate::study::{results_shown, sample_results};
use crate::worlds;
use offdesk::analysis::{JobPart, Outcome, Planning, Results};
use offdesk::chart::{Chart, Drawn, draw};
use offdesk::finding::{Topic, topic_findings};
use offdesk::study::{Activity, PeopleShown};
use offdesk::time::Minutes;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Ana may meet partners, Ben may not; both are librarians, Cy is a clerk. One Monday a week.
const SCHEDULE: &str = "staff,day,start,end,activity
Ana,Mon,09:00,17:00,shift
Ana,Mon,10:00,12:00,desk
Ana,Mon,13:00,13:30,planning
Ben,Mon,09:00,11:00,shift
Cy,Mon,09:00,17:00,shift
Cy,Mon,09:00,17:00,desk
";
const HOURS: &str = "day,open,close\nMon,09:00,17:00\n";
const STAFF: &str = "staff,role,outreach\nAna,Librarian,yes\nBen,Librarian,no\nCy,Clerk,yes\n";
const DUTIES: &str = "role,duty,percent,activity
Librarian,Serves at the desk,40,desk
librarian,Meets partners,30,outreach
Librarian,Plans,20,planning
Librarian,Measures results,10,assessment
,Answers from the back room,5,on-call
";
const PARTNERS: &str = "stakeholder,day,start,end,mode,travel
School,Mon,14:00,16:00,go,15
Job club,Mon,15:00,16:00,online,
";

fn files<'a>(duties: &'a str, settings: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("desk-schedule.csv", SCHEDULE),
        ("library-hours.csv", HOURS),
        ("staff.csv", STAFF),
        ("stakeholders.csv", PARTNERS),
        ("duties.csv", duties),
        ("offdesk.toml", settings),
    ]
}

const ONE_IN: &str = "[desks]\nbuilding_minimum = 1\n";

fn monday() -> Results {
    results_shown(&files(DUTIES, ONE_IN), PeopleShown::Roles)
}

#[test]
fn a_duty_has_its_scheduled_share_and_what_usable_blocks_make_possible() {
    let results = monday();
    let shares = |activity: Activity| {
        let duty = results.duties.iter().find(|duty| duty.activity == Some(activity)).unwrap();
        let whole = |percent: f64| (percent * 1e6).round() / 1e6;
        (duty.scheduled_percent().map(whole), duty.possible_percent().map(whole), duty.has_no_time())
    };
    // of 600 minutes on shift, 120 are desk and 30 planning; Ana's blocks hold 330 minutes, Ben's 120
    assert_eq!(shares(Activity::Desk), (Some(20.0), None, false));
    assert_eq!(shares(Activity::Planning), (Some(5.0), Some(80.0), false));
    assert_eq!(shares(Activity::Assessment), (Some(0.0), Some(75.0), true));
    // Ben may not meet partners: his blocks are no room for it
    assert_eq!(shares(Activity::Outreach), (Some(0.0), Some(55.0), true));
    // time on call is not counted apart
    assert_eq!(shares(Activity::OnCall), (None, None, false));
}

#[test]
fn each_role_has_what_its_description_says_of_relationships() {
    let results = monday();
    let [clerk, librarian] = &results.role_descriptions[..] else { panic!("two roles") };
    assert_eq!((librarian.n_people, librarian.n_eligible, librarian.n_duties), (2, 1, 5));
    assert_eq!(
        (librarian.percent, librarian.described, librarian.usable),
        (Some(30.0), Minutes(180), Some(Minutes(330)))
    );
    assert!(!librarian.is_silent() && !librarian.is_out_of_reach());
    assert_eq!((clerk.role.as_str(), clerk.percent, clerk.n_duties), ("Clerk", None, 1));
    assert!(clerk.is_silent());
    let only_own = DUTIES.replace(",Answers from the back room,5,on-call\n", "");
    let results = results_shown(&files(&only_own, ONE_IN), PeopleShown::Roles);
    assert_eq!((results.role_descriptions[0].n_duties, results.role_descriptions[0].is_silent()), (0, false));
    // one clerk: for the public, the role is merged, and then so is the other
    assert!(results_shown(&files(DUTIES, ONE_IN), PeopleShown::Public).role_descriptions.is_empty());
}

#[test]
fn a_public_packet_does_not_tell_those_who_may_meet_partners_from_the_others() {
    let two_clerks = STAFF.to_owned() + "Di,Clerk,yes\n";
    let schedule = SCHEDULE.to_owned() + "Di,Mon,09:00,11:00,shift\n";
    let mut files = files(DUTIES, ONE_IN);
    files[0].1 = &schedule;
    files[2].1 = &two_clerks;
    let of = |shown: PeopleShown| {
        let results = results_shown(&files, shown);
        let roles: Vec<_> = results.role_descriptions.iter().map(|role| (role.role.clone(), role.usable)).collect();
        let duty = results.duties.iter().find(|duty| duty.activity == Some(Activity::Outreach)).unwrap();
        (roles, duty.usable)
    };
    let (clerk, librarian) = (("Clerk".to_owned(), Some(Minutes(120))), "Librarian".to_owned());
    let inside = (vec![clerk.clone(), (librarian.clone(), Some(Minutes(330)))], Some(Minutes(330)));
    assert_eq!(of(PeopleShown::Roles), inside);
    // of the two librarians one may meet partners: beside the role's 450 minutes, 330 would be hers
    assert_eq!(of(PeopleShown::Public), (vec![clerk, (librarian, None)], None));
}

#[test]
fn findings_name_what_is_missing() {
    let said = |results: &Results, topic: Topic| -> Vec<String> {
        topic_findings(results, topic).into_iter().map(|finding| finding.sentence).collect()
    };
    let results = monday();
    assert_eq!(
        said(&results, Topic::JobDescriptions),
        [
            "Job descriptions give relationships with the community 3.0 h a week; the schedule gives them 0.0 h. Blocks off the desk, long enough to use, have room for up to 5.5 h a week of it, shared with every other duty that has no time of its own.",
            "2 duties of the descriptions have no hour on the schedule; among them “Meets partners” (Librarian) and “Measures results” (Librarian).",
            "One description gives relationships with the community no time: Clerk.",
        ]
    );
    assert_eq!(
        said(&results, Topic::Planning),
        [
            "Visits that the schedule allows, 3.0 h a week, need 3.0 h of planning and assessment, at 1.0 h for each hour of a visit.",
            "0.5 h a week of planning and assessment are scheduled, 2.5 h less than these visits alone need. Assessment has no hours on the schedule.",
            "Beside these visits, usable blocks off the desk have room for 4.0 h a week of planning and assessment.",
        ]
    );
    let without = results_shown(&files("role,duty,percent\n", ONE_IN), PeopleShown::Roles);
    assert!(said(&without, Topic::JobDescriptions).is_empty());
}

#[test]
fn planning_is_what_visits_need_beside_what_is_scheduled_and_possible() {
    let all = monday().planning().remove(0);
    // Ana's block from 13:30 to 17:00 reaches the school for two hours and the club for one; the way is half an hour
    assert_eq!((all.n_visits, all.reachable, all.way, all.offered), (2, Minutes(180), Minutes(30), Minutes(180)));
    assert_eq!((all.needed(), all.scheduled(), all.missing()), (Minutes(180), Minutes(30), Minutes(150)));
    // blocks hold 330 and 120 minutes, less 180 of visits and 30 on the way
    assert_eq!((all.usable, all.room()), (Minutes(450), Minutes(240)));
    let with = |ratio: &str| {
        let settings = format!("[outreach]\nplanning_per_visit_hour = {ratio}\n{ONE_IN}");
        results_shown(&files(DUTIES, &settings), PeopleShown::Roles).planning().remove(0)
    };
    assert_eq!(with("0.5").needed(), Minutes(90));
    assert_eq!(with("0").needed(), Minutes::ZERO);
    assert_eq!(with("2").needed(), Minutes(360));
    // a third of an hour is 20 minutes
    assert_eq!(with("0.333").needed(), Minutes(60));
}

#[test]
fn branches_that_are_all_merged_for_the_public_count_once() {
    let schedule = "staff,branch,day,start,end,activity\n\
        A,East,Mon,09:00,12:00,shift\nB,East,Mon,09:00,12:00,shift\nC,West,Mon,09:00,12:00,shift\n";
    let hours = "branch,day,open,close\nEast,Mon,09:00,12:00\nWest,Mon,09:00,12:00\n";
    let files = [("desk-schedule.csv", schedule), ("library-hours.csv", hours)];
    let results = results_shown(&files, PeopleShown::Public);
    let rows = results.planning();
    assert_eq!(rows.len(), 1, "all branches are one group");
    assert_eq!(rows[0].usable, results.time_totals().usable);
    assert_eq!(rows[0].usable, Minutes(3 * 180));
}

#[test]
fn usable_blocks_of_a_job_go_to_relationships_and_the_planning_behind_them() {
    let results = monday();
    let people: Vec<_> = results.staff_time.iter().map(|account| account.staff).take(2).collect();
    let job = results.job_time(&people).unwrap();
    let share = |part| job.share(part).map(|share| (share.given, share.percent, share.tenths)).unwrap();
    // 450 minutes of blocks and 30 of planning, one for one: 240 each
    assert_eq!((job.n_people, job.n_eligible, job.working, job.usable), (2, 1, Minutes(600), Minutes(450)));
    assert_eq!(share(JobPart::Relationships), (Minutes(240), 40, 20));
    assert_eq!(share(JobPart::Planning), (Minutes(210), 40, 20));
    assert_eq!(share(JobPart::Desk), (Minutes::ZERO, 20, 10));
    assert_eq!((job.working_tenths, job.usable_percent), (50, 75));
    // Ben alone may not meet partners: all his time goes to planning
    let ben = results.job_time(&people[1..]).unwrap();
    assert_eq!(ben.share(JobPart::Relationships).unwrap().given, Minutes::ZERO);
    assert_eq!(ben.share(JobPart::Planning).unwrap().percent, 100);
    assert_eq!(results.job_time(&[]), None);
}

/// Visits found minute by minute: how many there are, and how long.
fn visits(world: &oracle::World) -> (usize, i64) {
    let mut minutes: BTreeMap<(String, String), BTreeSet<usize>> = BTreeMap::new();
    for (branch, stakeholder, is_tentative, _, start, end) in oracle::expected(world).slots {
        if !is_tentative {
            minutes.entry((branch, stakeholder)).or_default().extend(start..end);
        }
    }
    let mut found = (0, 0);
    for one in minutes.values() {
        found.0 += one.iter().filter(|minute| !one.contains(&(*minute - 1))).count();
        found.1 += i64::try_from(one.len()).unwrap();
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn planning_agrees_with_a_grid_of_minutes(world in worlds::world(), travel in 0_usize..40) {
        let mut world = world;
        for row in &mut world.windows {
            row.mode = "go";
            row.travel = travel;
        }
        let results = results_of(worlds::files(&world));
        let rows = results.planning();
        let (n_visits, reachable) = visits(&world);
        let way = i64::try_from(2 * travel * n_visits).unwrap();
        prop_assert_eq!((rows[0].n_visits, rows[0].reachable.0, rows[0].way.0), (n_visits, reachable, way));
        let time = oracle::expected(&world).time;
        let on = |duty: &str| -> usize { time.values().filter_map(|figures| figures.get(duty)).sum() };
        let scheduled = usize::try_from(rows[0].scheduled().0).unwrap();
        prop_assert_eq!(scheduled, on("planning") + on("assessment"));
        let room = (i64::try_from(on("usable")).unwrap() - reachable - way).max(0);
        prop_assert_eq!(rows[0].room().0, room);
    }

    #[test]
    fn branches_and_partners_of_no_branch_add_up_to_all(world in worlds::world()) {
        let results = results_of(worlds::files(&world));
        let rows = results.planning();
        let totals = results.outcome_totals();
        prop_assert_eq!((rows[0].reachable, rows[0].offered), (totals.of(Outcome::Reachable), totals.window()));
        if world.windows.iter().all(|row| row.branch.is_some()) && rows.len() > 1 {
            let sum = |figure: fn(&Planning) -> Minutes| rows[1..].iter().map(figure).sum::<Minutes>();
            prop_assert_eq!(sum(|row| row.reachable), rows[0].reachable);
            prop_assert_eq!(sum(|row| row.way), rows[0].way);
            prop_assert_eq!(sum(|row| row.usable), rows[0].usable);
            prop_assert_eq!(sum(Planning::scheduled), rows[0].scheduled());
        }
    }

    #[test]
    fn a_job_is_all_of_the_working_time(world in worlds::world()) {
        let results = results_of(worlds::files(&world));
        let people: Vec<_> = results.staff_time.iter().map(|account| account.staff).collect();
        let Some(job) = results.job_time(&people) else { return Ok(()) };
        let whole: Minutes = job.shares.iter().map(|share| share.scheduled + share.given).sum();
        prop_assert_eq!(whole, job.working);
        prop_assert_eq!(job.shares.iter().map(|share| share.percent).sum::<u32>(), 100);
        prop_assert_eq!(job.shares.iter().map(|share| share.scheduled_percent).sum::<u32>() + job.usable_percent, 100);
        prop_assert_eq!(job.shares.iter().map(|share| share.tenths).sum::<u32>(), job.working_tenths);
    }
}

/// A branch with so many roles of long names, two people each.
fn roles(n: usize) -> Results {
    let (mut schedule, mut staff) = ("staff,day,start,end,activity\n".to_owned(), "staff,role,outreach\n".to_owned());
    let mut duties = "role,duty,percent,activity\n".to_owned();
    for role in 0..n {
        let name = format!("Senior Community and Learning Partnerships Librarian, Level {role}");
        for person in 0..2 {
            schedule.push_str(&format!("P{role}-{person},Mon-Fri,09:00,17:00,shift\n"));
            schedule.push_str(&format!("P{role}-{person},Mon-Fri,{}:00,17:00,desk\n", 10 + role % 7));
            if role % 5 == 2 {
                schedule.push_str(&format!("P{role}-{person},Mon-Fri,09:00,09:{}0,outreach\n", 1 + role % 4));
            }
            staff.push_str(&format!("P{role}-{person},\"{name}\",{}\n", if role % 6 == 5 { "no" } else { "yes" }));
        }
        if role % 4 != 3 {
            duties.push_str(&format!("\"{name}\",Community partners,{},outreach\n", 5 + 7 * role % 60));
        } else if role % 8 == 3 {
            duties.push_str(&format!("\"{name}\",Desk,100,desk\n"));
        }
    }
    let files = [
        ("desk-schedule.csv", schedule.as_str()),
        ("library-hours.csv", "day,open,close\nMon-Fri,09:00,17:00\n"),
        ("staff.csv", &staff),
        ("stakeholders.csv", "stakeholder,day,start,end,mode\nSchool,Tue,09:00,12:00,go\n"),
        ("duties.csv", &duties),
    ];
    results_shown(&files, PeopleShown::Roles)
}

fn drawn(results: &Results, width: i32) -> Vec<Chart> {
    let names = ["job-descriptions".to_owned(), "planning".to_owned()];
    let drawn = draw(results, &names, width).unwrap().into_iter();
    drawn.filter_map(|one| if let Drawn::Chart(chart) = one { Some(*chart) } else { None }).collect()
}

#[test]
fn charts_are_whole_with_2_8_and_40_roles() {
    for n in [2, 8, 40, 70] {
        for width in [480, 960, 1920] {
            let charts = drawn(&roles(n), width);
            assert_eq!(charts.len(), 2);
            check_charts(&charts);
        }
    }
    let more = drawn(&roles(70), 960);
    assert!(more[0].svg.contains("10 more roles are in the table."));
}

#[test]
fn charts_without_anything_to_show_are_left_out_with_a_sentence() {
    let why = |results: &Results, name: &str| match &draw(results, &[name.to_owned()], 960).unwrap()[..] {
        [Drawn::LeftOut(_, why)] => why.clone(),
        _ => panic!("{name} is drawn"),
    };
    assert!(why(&sample_results("one-room", PeopleShown::Roles), "job-descriptions").contains("duties.csv"));
    let merged = results_shown(&files(DUTIES, ONE_IN), PeopleShown::Public);
    assert!(why(&merged, "job-descriptions").contains("every role is merged"));
    let desks = [("desk-schedule.csv", "staff,day,start,end\nAna,Mon,09:00,17:00\n"), ("library-hours.csv", HOURS)];
    assert!(why(&results_shown(&desks, PeopleShown::Roles), "planning").starts_with("Planning is not drawn"));
}
