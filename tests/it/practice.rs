//! What other libraries report: is each fact told with its source, in honest hours, and only where it is wanted?

use crate::study::{folder, sample_results};
use offdesk::analysis::{Results, analyze};
use offdesk::chart::{Drawn, draw};
use offdesk::finding::{Given, PRACTICE_FACTS, Topic, desk_weeks, findings, topic_findings};
use offdesk::import::read_study;
use offdesk::problem::{Code, Problems};
use offdesk::report::{Parts, document};
use offdesk::scenario::department_swaps;
use offdesk::study::PeopleShown;
use offdesk::table::tables;

const SCHEDULE: &str = "staff,day,start,end,activity\nAna,Tue,09:00,17:00,shift\nAna,Tue,09:00,13:00,desk\nBen,Tue,09:00,17:00,shift\nBen,Tue,09:00,15:00,desk\nCy,Tue,09:00,17:00,shift\nCy,Tue,09:00,17:00,desk\nDora,Tue,09:00,17:00,shift\nDora,Tue,09:00,15:00,desk\n";
const STAFF: &str = "staff,role,outreach\nAna,Librarian,yes\nBen,Librarian,yes\nCy,Clerk,no\nDora,Clerk,no\n";

fn study(settings: &str) -> (Results, Problems) {
    let folder = folder(&[
        ("desk-schedule.csv", SCHEDULE),
        ("library-hours.csv", "day,open,close\nTue,09:00,17:00\n"),
        ("staff.csv", STAFF),
        ("offdesk.toml", settings),
    ]);
    let reading = read_study(&folder, &toml::Table::new(), &|_| {});
    (analyze(&reading.study), reading.problems)
}

fn said(results: &Results) -> Vec<String> {
    topic_findings(results, Topic::Staffing).into_iter().map(|finding| finding.sentence).collect()
}

fn chart(results: &Results) -> Result<String, String> {
    match &draw(results, &["practice".to_owned()], 960).unwrap()[..] {
        [Drawn::Chart(chart)] => Ok(chart.title.clone()),
        [Drawn::LeftOut(_, why)] => Err(why.clone()),
        _ => panic!("one chart"),
    }
}

fn n_notes(results: &Results) -> usize {
    let findings = findings(results);
    let (tables, tables_left_out) = tables(results, &findings, &[]).unwrap();
    let study = offdesk::study::Study::default();
    let document = document(Parts {
        results,
        findings,
        what_if: None,
        department_swaps: &department_swaps(&study, results),
        drawn: draw(results, &[], 960).unwrap(),
        tables: &tables,
        tables_left_out,
        inputs: &[],
        problems: &Problems::default(),
        receipts: Vec::new(),
        fingerprints: Vec::new(),
    });
    document.chapters.iter().map(|chapter| chapter.notes.len()).sum()
}

#[test]
fn every_fact_is_told_with_a_source_and_an_address() {
    for fact in &PRACTICE_FACTS {
        let text = (fact.text)();
        assert!(text.len() > 40 && text.ends_with('.') && text.contains(' '), "{}: {text}", (fact.source)());
        assert!(!(fact.source)().is_empty() && fact.address.starts_with("http"), "{}", (fact.source)());
        if let Some(desk) = fact.desk {
            // the numbers of the range stand in the words
            let digits = |number: f64| format!("{number}");
            let is_said = |number: f64| text.contains(&digits(number)) || desk.given == Given::Percent;
            assert!(
                is_said(desk.low) && is_said(desk.high) && desk.mean.is_none_or(is_said),
                "{}: {text}",
                (fact.source)()
            );
        }
    }
}

#[test]
fn hours_a_week_come_from_what_is_reported_by_hand() {
    let weeks = desk_weeks(&study("").0);
    let hours: Vec<String> = weeks.iter().map(|week| format!("{}: {}", week.name, week.in_words())).collect();
    assert_eq!(
        hours,
        [
            // 24 of 32 hours are desk time: three quarters of 40; of the librarians' 16 hours, 10: 25 of 40
            "Here: everybody: 30.0 h",
            "Here: who may meet partners: 25.0 h",
            "Academic libraries, survey of 32, 1992: 12.5 h",
            "Academic libraries, older survey, 1969: 10.0 to 40.0 h",
            "One library, about half the time, 2009: 20.0 h",
            "Librarians, of a day of 7 hours, 2025: 20.0 to 25.0 h",
            "Librarians, of a day of 8 hours, 2025: 25.0 to 30.0 h",
            "Another library, nearly all the time, 2009: 40.0 h",
        ]
    );
    let means: Vec<String> = weeks.iter().filter_map(|week| week.mean).map(|mean| format!("{mean}")).collect();
    assert_eq!(means, ["22.5"]);
}

#[test]
fn practice_is_context_unless_the_settings_say_no() {
    let (results, _) = study("");
    let sentence = "Desks take 30.0 h of a full-time week of 40 hours here. Published accounts run from 10.0 h to 40.0 h; none of them is a standard.";
    assert_eq!(said(&results), [sentence]);
    assert!(chart(&results).unwrap().contains("published accounts run from 10.0 h to 40.0 h"));
    assert!(n_notes(&results) > 8);
    let (results, _) = study("[desks]\npractice = false\n");
    assert!(said(&results).is_empty());
    assert_eq!(
        chart(&results).unwrap_err(),
        "What other libraries report is not shown: the setting `practice` is false."
    );
    assert_eq!(n_notes(&results), 0);
}

#[test]
fn with_a_target_the_study_is_set_beside_it_instead() {
    let (results, _) = study("[desks]\ndesk_share_target = 60\n");
    assert_eq!(said(&results), ["Desks take 75 % of staffed time; the library’s own target is 60 %."]);
    assert_eq!(chart(&results).unwrap(), "Desk duty takes 75 % of staffed time; the library’s target is 60 %");
    assert_eq!((desk_weeks(&results).len(), n_notes(&results)), (2, 0));
    // both, where both are asked for
    let (results, _) = study("[desks]\ndesk_share_target = 60\npractice = true\n");
    assert_eq!(said(&results), ["Desks take 75 % of staffed time; the library’s own target is 60 %."]);
    assert_eq!(desk_weeks(&results).len(), 8);
    assert!(n_notes(&results) > 8);
}

#[test]
fn settings_that_cannot_be_used_are_said() {
    for settings in ["[desks]\ndesk_share_target = 120\n", "[desks]\npractice = \"perhaps\"\n"] {
        let (_, problems) = study(settings);
        let problem = problems.iter().find(|problem| problem.code == Code::E403).expect("a problem");
        assert_eq!(problem.location.line, 2, "{settings}");
    }
}

#[test]
fn hours_of_one_person_are_not_told_apart() {
    // in the one room, everybody may meet partners
    let weeks = desk_weeks(&sample_results("one-room", PeopleShown::Roles));
    assert_eq!(weeks.iter().filter(|week| week.is_own).count(), 1);
}
