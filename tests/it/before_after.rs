//! Two periods side by side: are the claims right, by hand, and in the past tense?

use crate::study::folder;
use offdesk::analysis::analyze_in;
use offdesk::finding::{comparison_findings, is_before_after};
use offdesk::import::read_study;
use offdesk::scenario::{Comparison, Side};
use offdesk::study::{Study, period_in_words};
use offdesk::time::{Day, Period};

/// One week each: in the first, Ana is at the desk all Tuesday; in the second, to 13:00.
const SCHEDULE: &str = "staff,date,start,end,activity\nAna,2026-03-03,09:00,17:00,shift\nAna,2026-03-03,09:00,17:00,desk\nAna,2026-03-10,09:00,17:00,shift\nAna,2026-03-10,09:00,13:00,desk\n";

fn comparison(periods: [(u32, u32); 2]) -> Comparison {
    let folder = folder(&[
        ("desk-schedule.csv", SCHEDULE),
        ("library-hours.csv", "day,open,close\nTue,09:00,17:00\n"),
        ("stakeholders.csv", "stakeholder,day,start,end,mode\nOak School,Tue,12:00,15:00,online\n"),
        ("offdesk.toml", "[desks]\nbuilding_minimum = 0\n"),
    ]);
    let study: Study = read_study(&folder, &toml::Table::new(), &|_| {}).study;
    let day = |day: u32| Day::from_ymd(2026, 3, day).unwrap();
    let sides = periods.map(|(from, to)| {
        let period = Period::between(day(from), day(to));
        let results = analyze_in(&study, period.clone());
        Side { title: period_in_words(&period), why: String::new(), changes: Vec::new(), results, moved: None }
    });
    Comparison::of(sides.into())
}

#[test]
fn the_second_week_is_set_beside_the_first() {
    let comparison = comparison([(2, 8), (9, 15)]);
    assert!(is_before_after(&comparison));
    let said: Vec<String> = comparison_findings(&comparison, None).into_iter().map(|one| one.sentence).collect();
    assert_eq!(
        said,
        [
            "Before, 0.0 h of 3.0 h a week of partner time were reachable (0 %); after, it was 2.0 h of 3.0 h (67 %).",
            "The loss “on a desk at its minimum” shrank from 3.0 h to 1.0 h a week.",
            "Desk duty took 100 % of staffed time before, and 50 % after.",
            "Usable blocks off the desk held 0.0 h a week before, and 4.0 h after.",
            "Partners that gained time within reach: Oak School (+2.0 h). None lost any.",
            "Desks were under their minimum for 0.0 h a week before, and for 4.0 h after.",
        ]
    );
}

#[test]
fn turned_around_what_was_won_is_lost() {
    let comparison = comparison([(9, 15), (2, 8)]);
    let said: Vec<String> = comparison_findings(&comparison, None).into_iter().map(|one| one.sentence).collect();
    assert!(said[1].contains("grew from 1.0 h to 3.0 h"), "{}", said[1]);
    assert!(
        said[4].starts_with("Partners that lost time within reach: Oak School (−2.0 h). None gained any."),
        "{}",
        said[4]
    );
}

#[test]
fn periods_of_different_length_are_given_for_a_week() {
    let comparison = comparison([(2, 8), (2, 15)]);
    let first = comparison_findings(&comparison, None).swap_remove(0).sentence;
    assert!(first.ends_with("after, it was 1.0 h of 3.0 h (33 %)."), "{first}");
}
