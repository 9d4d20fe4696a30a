//! Each change of a scenario: a worked example in words, and laws that hold for all of them.

use crate::study::folder;
use offdesk::analysis::{Outcome, Results, analyze_in, choose_period};
use offdesk::import::{parse_scenario, read_study};
use offdesk::problem::{Problems, render_plain};
use offdesk::scenario::{Applied, Comparison, Moved, Side, apply, sentence};
use offdesk::study::{PeopleShown, Study};
use offdesk::time::Minutes;

/// The Tuesday of the domain's worked example, with a second desk, and a Wednesday on which Ana is alone.
const SCHEDULE: &str = "staff,day,start,end,activity,desk
Ana,Tue,09:00,17:00,shift,
Ana,Tue,10:00,12:00,desk,Info
Ana,Tue,15:00,16:00,desk,Info
Ana,Tue,12:00,12:30,meal,
Ben,Tue,10:00,18:00,shift,
Ben,Tue,12:00,15:00,desk,Info
Ben,Tue,15:00,15:30,meal,
Cy,Tue,10:00,18:00,shift,
Cy,Tue,10:00,11:00,desk,Loans
Cy,Tue,15:00,18:00,desk,Loans
Dee,Tue,11:00,15:00,desk,Loans
";
const HOURS: &str = "day,open,close\nTue,10:00,18:00\n";
const STAFF: &str = "staff,role,outreach\nAna,Librarian,yes\nBen,Librarian,yes\nCy,Clerk,no\nDee,Clerk,no\n";
const SETTINGS: &str = "[outreach]\nmin_visit = 60\nmin_block = 60\ntravel = 15\n[desks]\nbuilding_minimum = 2\n";
const PARTNERS: &str = "stakeholder,day,start,end,mode,min_visit
School,Tue,11:00,13:30,go,60
Club,Tue,17:00,19:00,host,60
";

fn files(schedule: &str) -> Vec<(&'static str, String)> {
    [
        ("desk-schedule.csv", schedule),
        ("library-hours.csv", HOURS),
        ("staff.csv", STAFF),
        ("stakeholders.csv", PARTNERS),
        ("offdesk.toml", SETTINGS),
    ]
    .into_iter()
    .map(|(name, text)| (name, text.to_owned()))
    .collect()
}

fn study_of(files: &[(&str, String)]) -> Study {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let folder = folder(&files);
    let reading = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Names);
    reading.study
}

fn example() -> Study {
    study_of(&files(SCHEDULE))
}

fn all(problems: &Problems) -> String {
    problems.iter().map(render_plain).collect::<Vec<String>>().join("\n")
}

/// A study after changes, which must all be possible.
fn after(study: &Study, changes: &str) -> (Study, Results, Moved) {
    let (scenario, problems) = parse_scenario(changes, "scenarios/test.toml", "test", study);
    assert_eq!(all(&problems), "");
    let period = choose_period(study);
    let Applied { study, moved, problems } = apply(study, &period, &scenario);
    assert_eq!(all(&problems), "");
    let results = analyze_in(&study, period);
    (study, results, moved)
}

/// What is wrong with changes.
fn wrong(study: &Study, changes: &str) -> String {
    let (scenario, mut problems) = parse_scenario(changes, "scenarios/test.toml", "test", study);
    if problems.iter().count() == 0 {
        problems.append(apply(study, &choose_period(study), &scenario).problems);
    }
    problems
        .iter()
        .map(|problem| format!("{} {}: {}", problem.code.name(), problem.location.line, problem.message))
        .collect::<Vec<String>>()
        .join("\n")
}

/// What is on each desk and off it, in the order of people: `Ana: Info 10:00-12:00; off 09:00-10:00`.
fn desks(study: &Study, results: &Results) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, member) in study.staff.iter().enumerate() {
        let mut rows: Vec<_> = study
            .schedule_rows()
            .filter(|row| row.staff.index() == at && row.activity == offdesk::study::Activity::Desk)
            .collect();
        rows.sort_by_key(|row| row.start);
        let spans: Vec<String> = rows
            .iter()
            .map(|row| {
                let clock = offdesk::time::ClockTime;
                format!("{} {}-{}", study.desk_name(row.desk), clock(row.start), clock(row.end))
            })
            .collect();
        if !spans.is_empty() {
            lines.push(format!("{}: {}", member.name, spans.join(", ")));
        }
    }
    assert!(!results.staff_time.is_empty());
    lines
}

fn reached(results: &Results, partner: &str) -> i64 {
    let of = results.outcomes.iter().find(|outcomes| results.stakeholder(outcomes.stakeholder).name == partner);
    of.unwrap().total.of(Outcome::Reachable).0
}

fn desk_time(results: &Results, who: &str) -> i64 {
    let of = results.staff_time.iter().find(|account| results.person(account.staff).label == who);
    of.map_or(0, |account| account.desk().0)
}

#[test]
fn today_nobody_can_visit_the_school_and_ben_meets_the_club() {
    let study = example();
    let results = analyze_in(&study, choose_period(&study));
    assert_eq!((reached(&results, "School"), reached(&results, "Club")), (0, 60));
}

#[test]
fn move_hands_a_desk_hour_to_somebody_who_is_free() {
    let study = example();
    let (changed, results, moved) = after(
        &study,
        "[[change]]\ndo = \"move\"\nstaff = \"Ben\"\nto_staff = \"Cy\"\ndesk = \"Info\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"13:30\"\n",
    );
    assert_eq!(
        desks(&changed, &results),
        [
            "Ana: Info 10:00-12:00, Info 15:00-16:00",
            "Ben: Info 13:30-15:00",
            "Cy: Loans 10:00-11:00, Info 12:00-13:30, Loans 15:00-18:00",
            "Dee: Loans 11:00-15:00",
        ]
    );
    // Ben is off the desk 10:00-13:30: less travel 10:15-13:15, with the window 11:00-13:15
    assert_eq!(reached(&results, "School"), 135);
    assert_eq!((moved.desk_given, moved.desk_taken), (Minutes(90), Minutes(90)));
    assert_eq!((moved.work_added, moved.work_removed), (Minutes(0), Minutes(0)));
}

#[test]
fn move_refuses_somebody_who_is_busy_and_says_with_what() {
    let study = example();
    let to = |who: &str, start: &str, end: &str| {
        wrong(
            &study,
            &format!(
                "[[change]]\ndo = \"move\"\nstaff = \"Ben\"\nto_staff = \"{who}\"\nstart = \"{start}\"\nend = \"{end}\"\nday = \"Tue\"\n"
            ),
        )
    };
    assert!(to("Ana", "12:00", "13:00").contains("E603 1: the change `move` cannot be made on"));
    assert!(to("Ana", "12:00", "13:00").contains("Ana has a row `meal` from 12:00 to 12:30"));
    assert!(to("Dee", "12:00", "13:00").contains("Dee is on a desk already from 12:00 to 13:00"));
    assert!(to("Cy", "09:00", "10:00").contains("Ben has no desk time there from 09:00 to 10:00"));
    assert!(to("Cyy", "12:00", "13:00").contains("E602 4: there is nobody called `Cyy`"));
}

#[test]
fn swap_exchanges_two_hours() {
    let study = example();
    let (changed, results, _) = after(
        &study,
        "[[change]]\ndo = \"swap\"\nstaff = \"Ben\"\nwith = \"Cy\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"13:00\"\nwith_start = \"17:00\"\nwith_end = \"18:00\"\n",
    );
    assert_eq!(
        desks(&changed, &results)[1..3],
        ["Ben: Info 13:00-15:00, Loans 17:00-18:00", "Cy: Loans 10:00-11:00, Info 12:00-13:00, Loans 15:00-17:00"]
    );
    assert_eq!((desk_time(&results, "Ben"), desk_time(&results, "Cy")), (180, 240));
    assert_eq!((reached(&results, "School"), reached(&results, "Club")), (105, 0));
}

#[test]
fn release_and_add_undo_each_other() {
    let study = example();
    let before = analyze_in(&study, choose_period(&study));
    let hour = "desk = \"Info\"\nstaff = \"Ana\"\nday = \"Tue\"\nstart = \"10:30\"\nend = \"11:15\"\n";
    let (_, released, moved) = after(&study, &format!("[[change]]\ndo = \"release\"\n{hour}"));
    assert_eq!((desk_time(&released, "Ana"), moved.desk_given), (135, Minutes(45)));
    let (_, back, moved) =
        after(&study, &format!("[[change]]\ndo = \"release\"\n{hour}[[change]]\ndo = \"add\"\n{hour}"));
    assert_eq!(moved, Moved::default());
    assert_eq!((back.staff_time, back.outcomes), (before.staff_time, before.outcomes));
}

#[test]
fn releasing_the_first_hour_of_a_day_without_a_shift_keeps_the_day_as_long_and_an_at_least() {
    let study = example();
    let (_, results, _) = after(
        &study,
        "[[change]]\ndo = \"release\"\nstaff = \"Dee\"\nday = \"Tue\"\nstart = \"11:00\"\nend = \"12:00\"\n",
    );
    let dee = results.staff_time.iter().find(|account| results.person(account.staff).label == "Dee").unwrap();
    assert_eq!(
        (dee.on_shift, dee.desk(), dee.off_desk(), dee.is_at_least()),
        (Minutes(240), Minutes(180), Minutes(60), true)
    );
}

#[test]
fn release_above_minimum_frees_whoever_may_meet_partners_first() {
    let study = study_of(&files(&SCHEDULE.replace("Ana,Tue,15:00,16:00,desk,Info", "Ana,Tue,13:00,16:00,desk,Info")));
    let (changed, results, _) =
        after(&study, "[[change]]\ndo = \"release\"\ndesk = \"Info\"\nday = \"Tue\"\nabove_minimum = true\n");
    assert_eq!(desks(&changed, &results)[..2], ["Ana: Info 10:00-12:00, Info 15:00-16:00", "Ben: Info 12:00-15:00"]);
}

#[test]
fn minimum_replaces_what_holds_at_that_time() {
    let mut with_coverage = files(SCHEDULE);
    with_coverage.push(("coverage.csv", "desk,day,start,end,minimum\nLoans,Tue,10:00,18:00,2\n".to_owned()));
    let study = study_of(&with_coverage);
    let missing = |results: &Results| results.desk_totals().under_minimum.0;
    let before = analyze_in(&study, choose_period(&study));
    assert_eq!(missing(&before), 8 * 60 + 120);
    let (_, results, _) = after(
        &study,
        "[[change]]\ndo = \"minimum\"\ndesk = \"Loans\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"14:00\"\nminimum = 1\n",
    );
    assert_eq!(missing(&results), 6 * 60 + 120);
    let (_, freer, _) = after(&study, "[[change]]\ndo = \"minimum\"\nminimum = 0\n");
    assert_eq!(freer.outcome_totals().of(Outcome::Pinned), Minutes(0));
}

#[test]
fn merge_desks_puts_everybody_on_one_desk_with_its_own_minimum() {
    let study = example();
    let (_, results, _) = after(
        &study,
        "[[change]]\ndo = \"merge_desks\"\ndesks = [\"Info\", \"Loans\"]\ninto = \"Welcome\"\nminimum = 2\n",
    );
    let names: Vec<&str> = results.desk_cover.iter().map(|cover| results.desk_name(cover.desk)).collect();
    assert_eq!(names, ["Welcome"]);
    // 10-11 Ana, Cy; 11-15 two; 15-16 Ana, Cy; 16-18 Cy alone
    assert_eq!((results.desk_cover[0].person, results.desk_cover[0].under_minimum), (Minutes(840), Minutes(120)));
}

#[test]
fn merging_desks_for_part_of_the_day_leaves_the_rest_as_it_is() {
    let study = example();
    let (_, results, _) = after(
        &study,
        "[[change]]\ndo = \"merge_desks\"\ndesks = [\"Info\", \"Loans\"]\ninto = \"Welcome\"\nminimum = 2\nday = \"Tue\"\nend = \"12:00\"\n",
    );
    let cover = |name: &str| results.desk_cover.iter().find(|cover| results.desk_name(cover.desk) == name).unwrap();
    assert_eq!((cover("Welcome").person, cover("Welcome").under_minimum), (Minutes(240), Minutes(0)));
    assert_eq!((cover("Info").person, cover("Info").under_minimum), (Minutes(240), Minutes(120)));
    assert_eq!((cover("Loans").person, cover("Loans").under_minimum), (Minutes(360), Minutes(0)));
}

#[test]
fn people_on_call_can_host_and_answer_online_and_cannot_go() {
    let mut online = files(SCHEDULE);
    online[3].1.push_str("Tutor,Tue,10:00,12:00,online,60\n");
    let study = study_of(&online);
    let on_call = |who: &str| {
        format!(
            "[[change]]\ndo = \"on_call\"\ndesk = \"Info\"\nstaff = [{who}]\nday = \"Tue\"\nstart = \"10:00\"\nend = \"15:00\"\n"
        )
    };
    let (changed, results, _) = after(&study, &on_call("\"Ana\", \"Cy\""));
    assert_eq!(desks(&changed, &results)[..2], ["Ana: Info 15:00-16:00", "Cy: Loans 10:00-11:00, Loans 15:00-18:00"]);
    assert_eq!(results.desk_totals().under_minimum, Minutes(120));
    // Ben is not on call and free: 10:15-14:45 within the window; Ana may not leave
    assert_eq!((reached(&results, "School"), reached(&results, "Tutor")), (150, 120));
    let (_, both, _) = after(&study, &on_call("\"Ana\", \"Ben\", \"Cy\""));
    assert_eq!((reached(&both, "School"), reached(&both, "Tutor")), (0, 120));
    let school = both.outcomes.iter().find(|row| both.stakeholder(row.stakeholder).name == "School").unwrap();
    assert_eq!(school.total.of(Outcome::Pinned), Minutes(150));
    let alone = wrong(&study, &on_call("\"Ana\""));
    assert!(
        alone.starts_with("W604 1: the change `on_call`")
            && alone.ends_with("none of the people on call is off the desk from 12:00 to 12:30"),
        "{alone}"
    );
}

#[test]
fn block_days_joins_turns_and_keeps_everybodys_desk_time_and_every_desks_cover() {
    let alternating = "staff,day,start,end,activity,desk
Ana,Tue,10:00,18:00,shift,
Ana,Tue,10:00,11:00,desk,Info
Ana,Tue,12:00,13:00,desk,Info
Ana,Tue,14:00,15:00,desk,Info
Ana,Tue,16:00,17:00,desk,Info
Ben,Tue,10:00,18:00,shift,
Ben,Tue,11:00,12:00,desk,Info
Ben,Tue,13:00,14:00,desk,Info
Ben,Tue,15:00,16:00,desk,Info
Ben,Tue,17:00,18:00,desk,Info
";
    let study = study_of(&files(alternating));
    let (changed, results, _) = after(&study, "[[change]]\ndo = \"block_days\"\nday = \"Tue\"\n");
    assert_eq!(desks(&changed, &results), ["Ana: Info 10:00-14:00", "Ben: Info 14:00-18:00"]);
    let (changed, results, _) = after(&study, "[[change]]\ndo = \"block_days\"\nday = \"Tue\"\nminutes = 120\n");
    assert_eq!(
        desks(&changed, &results),
        ["Ana: Info 10:00-12:00, Info 14:00-16:00", "Ben: Info 12:00-14:00, Info 16:00-18:00"]
    );
}

#[test]
fn max_stint_hands_the_rest_of_a_long_stint_to_whoever_can_take_it() {
    let study = example();
    let (changed, results, _) =
        after(&study, "[[change]]\ndo = \"max_stint\"\nstaff = \"Ben\"\nminutes = 120\nday = \"Tue\"\n");
    // Cy could only stay until 14:45, because a long turn follows at once; Ana's two hours then are not too long
    assert_eq!(desks(&changed, &results)[..2], ["Ana: Info 10:00-12:00, Info 14:00-16:00", "Ben: Info 12:00-14:00"]);
}

#[test]
fn protect_keeps_a_span_free_for_outreach() {
    let study = example();
    let (changed, results, _) = after(
        &study,
        "[[change]]\ndo = \"protect\"\nstaff = \"Ben\"\nday = \"Tue\"\nstart = \"10:30\"\nend = \"13:45\"\n",
    );
    assert_eq!(
        desks(&changed, &results)[1..3],
        ["Ben: Info 13:45-15:00", "Cy: Loans 10:00-11:00, Info 12:00-13:45, Loans 15:00-18:00"]
    );
    assert_eq!(reached(&results, "School"), 150);
}

#[test]
fn add_hours_brings_somebody_more_and_counts_what_it_costs() {
    let study = example();
    let (changed, results, moved) = after(
        &study,
        "[[change]]\ndo = \"add_hours\"\nrole = \"Page\"\ndesk = \"Info\"\nday = \"Tue\"\nstart = \"16:00\"\nend = \"18:00\"\nhourly_rate = 15.5\n",
    );
    assert_eq!(desks(&changed, &results).last().unwrap(), "Page: Info 16:00-18:00");
    assert_eq!(results.desk_totals().under_minimum, Minutes(0));
    assert_eq!((moved.work_added, moved.cost), (Minutes(120), Some(31.0)));
    let (_, limited, moved) = after(
        &study,
        "[[change]]\ndo = \"add_hours\"\nhours = 1.5\ndesk = \"Info\"\nday = \"Tue\"\nstart = \"16:00\"\nend = \"18:00\"\n",
    );
    assert_eq!((limited.desk_totals().under_minimum, moved.work_added, moved.cost), (Minutes(30), Minutes(90), None));
}

#[test]
fn shift_moves_working_hours_and_not_what_is_in_them() {
    let study = example();
    let (_, results, moved) =
        after(&study, "[[change]]\ndo = \"shift\"\nstaff = \"Ben\"\nday = \"Tue\"\nstart_later = 60\nend_later = 60\n");
    assert_eq!(reached(&results, "Club"), 60);
    assert_eq!((moved.work_added, moved.work_removed), (Minutes(60), Minutes(60)));
    assert!(
        wrong(&study, "[[change]]\ndo = \"shift\"\nstaff = \"Ana\"\nday = \"Tue\"\nstart_later = 90\n")
            .contains("Ana has a row `desk` from 10:00 to 12:00, outside the new shift")
    );
    assert!(
        wrong(&study, "[[change]]\ndo = \"shift\"\nstaff = \"Dee\"\nday = \"Tue\"\nstart_later = 90\n")
            .contains("Dee has no row `shift` on that date")
    );
}

#[test]
fn hours_open_and_close_at_another_time() {
    let study = example();
    let (_, results, _) = after(
        &study,
        "[[change]]\ndo = \"hours\"\nday = \"Tue\"\nclose = \"19:00\"\n[[change]]\ndo = \"shift\"\nstaff = \"Ben\"\nday = \"Tue\"\nend_later = 60\n",
    );
    assert_eq!(reached(&results, "Club"), 120);
    assert!(
        wrong(&study, "[[change]]\ndo = \"hours\"\nday = \"Wed\"\nopen = \"09:00\"\n")
            .contains("both `open` and `close` are needed")
    );
    let (_, closed, _) = after(&study, "[[change]]\ndo = \"hours\"\nday = \"Tue\"\nclosed = true\n");
    assert_eq!(closed.desk_totals().open, Minutes(0));
}

#[test]
fn buddy_lends_a_person_to_another_branch() {
    let schedule = "staff,branch,day,start,end,activity,desk
Ana,Main,Tue,09:00,17:00,shift,
Ben,East,Tue,09:00,17:00,shift,
Ben,East,Tue,09:00,12:00,desk,Info
";
    let study = study_of(&[
        ("desk-schedule.csv", schedule.to_owned()),
        ("library-hours.csv", "branch,day,open,close\nMain,Tue,09:00,17:00\nEast,Tue,09:00,17:00\n".to_owned()),
        ("staff.csv", "staff,branch\nAna,Main\nBen,East\n".to_owned()),
    ]);
    let lent = "[[change]]\ndo = \"buddy\"\nstaff = \"Ana\"\nbranch = \"East\"\nday = \"Tue\"\nstart = \"10:00\"\nend = \"12:00\"\n";
    let (_, results, moved) = after(&study, &format!("{lent}desk = \"Info\"\n"));
    let east: i64 = results
        .staff_time
        .iter()
        .filter(|account| results.branch_name(account.branch) == "East")
        .map(|account| account.desk().0)
        .sum();
    assert_eq!((east, moved.work_added), (300, Minutes(0)));
    assert_eq!(results.conflicts.len(), 0);
    let (_, off_desk, _) = after(&study, lent);
    let there = off_desk.blocks.iter().filter(|blocks| off_desk.branch_name(blocks.branch) == "East");
    assert_eq!(there.map(|blocks| blocks.spans.len()).sum::<usize>(), 2);
}

#[test]
fn absence_takes_a_person_out_and_leaves_the_desk_short() {
    let study = example();
    let (_, results, moved) = after(&study, "[[change]]\ndo = \"absence\"\nstaff = \"Ben\"\n");
    assert_eq!((results.desk_totals().under_minimum, moved.work_removed), (Minutes(120 + 180), Minutes(480)));
    let (_, part, moved) = after(
        &study,
        "[[change]]\ndo = \"absence\"\nstaff = \"Ben\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"13:00\"\n",
    );
    assert_eq!((part.desk_totals().under_minimum, moved.work_removed), (Minutes(120 + 60), Minutes(60)));
}

#[test]
fn absence_for_some_hours_of_a_day_without_a_shift_takes_those_hours_only() {
    let study = example();
    let (_, results, moved) = after(
        &study,
        "[[change]]\ndo = \"absence\"\nstaff = \"Dee\"\nday = \"Tue\"\nstart = \"14:00\"\nend = \"16:00\"\n",
    );
    assert_eq!((moved.work_removed, moved.desk_given, desk_time(&results, "Dee")), (Minutes(60), Minutes(60), 180));
}

#[test]
fn a_desk_that_nobody_on_call_could_answer_stays_staffed() {
    let study = example();
    let text = "[[change]]\ndo = \"on_call\"\ndesk = \"Info\"\nstaff = \"Ana\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"13:00\"\n";
    let (scenario, _) = parse_scenario(text, "scenarios/test.toml", "test", &study);
    let applied = apply(&study, &choose_period(&study), &scenario);
    let results = analyze_in(&applied.study, choose_period(&study));
    // until 12:30 Ana is at her meal, and Ben stays on the desk
    assert_eq!(desks(&applied.study, &results)[1], "Ben: Info 12:00-12:30, Info 13:00-15:00");
    assert_eq!(results.desk_totals().under_minimum, Minutes(120));
    assert!(wrong(&study, &text.replace("Ana", "Dee")).starts_with("E603 1: the change `on_call` cannot be made"));
}

#[test]
fn a_swap_with_another_day_stays_within_the_week() {
    let schedule = "staff,day,start,end,activity,desk\nAna,Mon/Wed,09:00,17:00,shift,\nAna,Mon,10:00,12:00,desk,Info\nBen,Mon/Wed,09:00,17:00,shift,\nBen,Wed,10:00,12:00,desk,Info\n";
    let mut weeks = files(schedule);
    weeks[4].1.push_str("[period]\nfrom = 2026-09-16\nto = 2026-09-30\n");
    let study = study_of(&weeks);
    let text = "[[change]]\ndo = \"swap\"\nstaff = \"Ana\"\nwith = \"Ben\"\nday = \"Mon\"\nstart = \"10:00\"\nend = \"12:00\"\nwith_day = \"Wed\"\n";
    let (changed, results, _) = after(&study, text);
    let bens: Vec<String> = changed
        .schedule_rows()
        .filter(|row| changed.member(row.staff).name == "Ben" && row.activity == offdesk::study::Activity::Desk)
        .filter_map(|row| row.day.date().map(|day| day.to_string()))
        .collect();
    // the first Wednesday has no Monday in the period: it stays Ben's
    assert_eq!(bens, ["2026-09-16", "2026-09-21", "2026-09-28"]);
    assert_eq!((desk_time(&results, "Ana"), desk_time(&results, "Ben")), (240, 360));
}

#[test]
fn reschedule_moves_a_meal_to_another_hour() {
    let study = example();
    let (_, results, moved) = after(
        &study,
        "[[change]]\ndo = \"reschedule\"\nstaff = \"Ana\"\nactivity = \"meal\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"13:00\"\nnew_start = \"14:00\"\n",
    );
    // Ana is off the desk 12:00-14:00: less travel 12:15-13:45
    assert_eq!((reached(&results, "School"), moved), (75, Moved::default()));
}

#[test]
fn sentences_say_what_is_changed() {
    let study = example();
    let results = analyze_in(&study, choose_period(&study));
    let text = "[[change]]\ndo = \"move\"\nstaff = \"Ben\"\nto_staff = \"Cy\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"13:30\"\n[[change]]\ndo = \"minimum\"\nminimum = 1\nend = \"12:00\"\n[[change]]\ndo = \"shift\"\nrole = \"Librarian\"\nday = \"Mon-Fri\"\nstart_earlier = 30\nend_earlier = 30\n";
    let (scenario, problems) = parse_scenario(text, "scenarios/test.toml", "test", &study);
    assert_eq!(all(&problems), "");
    let said: Vec<String> = scenario.changes.iter().map(|change| sentence(change, &results)).collect();
    assert_eq!(
        said,
        [
            "Cy takes over desk time from Ben on Tue from 12:00 to 13:30.",
            "The building needs 1 person until 12:00.",
            "Shifts of Ana and Ben start and end 30 min earlier on Mon-Fri.",
        ]
    );
}

#[test]
fn a_scenario_that_cannot_be_read_says_where_and_what_to_do() {
    let study = example();
    assert!(wrong(&study, "[[change]]\ndo = \"mov\"\n").contains("E602 2: `mov` is not a change"));
    assert!(wrong(&study, "[[change]]\ndo = \"move\"\nstaff = \"Ana\"\n").contains("does not say `to_staff`"));
    assert!(
        wrong(&study, "[[change]]\ndo = \"absence\"\nstaff = \"Ana\"\nstrat = \"10:00\"\n")
            .contains("E602 4: the change `absence` has no `strat`")
    );
    assert!(wrong(&study, "[[change]\n").contains("E601 1:"));
    assert!(wrong(&study, "title = \"x\"\n").contains("E601 0: the scenario changes nothing"));
    assert!(wrong(&study, "[[change]]\ndo = \"absence\"\nstaff = \"Ana\"\nday = \"Sun\"\n").contains("E603 1:"));
    assert!(
        wrong(&study, "[[change]]\ndo = \"absence\"\nstaff = \"Ana\"\nstart = 9\n")
            .contains("E602 4: `start` is not a clock time")
    );
}

#[test]
fn a_comparison_is_the_difference_of_the_two_results() {
    let study = example();
    let before = analyze_in(&study, choose_period(&study));
    let (_, results, moved) = after(
        &study,
        "[[change]]\ndo = \"move\"\nstaff = \"Ben\"\nto_staff = \"Cy\"\nday = \"Tue\"\nstart = \"12:00\"\nend = \"13:30\"\n",
    );
    let side = |title: &str, results: &Results, moved| Side {
        title: title.to_owned(),
        why: String::new(),
        changes: Vec::new(),
        results: results.clone(),
        moved,
    };
    let comparison = Comparison::of(vec![side("Today", &before, None), side("Then", &results, Some(moved))]);
    let reach = comparison.measure("reachable").unwrap();
    assert_eq!(comparison.difference(reach, 1), Some(135.0 / 60.0));
    let school = comparison.partners.iter().find(|partner| partner.name == "School").unwrap();
    assert_eq!(comparison.reach_gained(school, 1), Some(135.0 / 60.0));
    let sum: f64 =
        ["reachable", "too_short", "pinned", "other_duties", "desk_spare", "desk_needed", "unstaffed", "closed"]
            .iter()
            .filter_map(|key| comparison.difference(comparison.measure(key)?, 1))
            .sum();
    assert!(sum.abs() < 1e-9, "window time stays the same");
}
