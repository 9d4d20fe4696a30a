//! The worked example of the domain, in its own words: a Tuesday; building minimum 2, travel 15, shortest visit 60.

use crate::study::results;
use offdesk::analysis::{Outcome, Results, StakeholderOutcomes};
use offdesk::time::Minutes;

const SCHEDULE: &str = "staff,day,start,end,activity,desk
Ana,Tue,09:00,17:00,shift,
Ana,Tue,10:00,12:00,desk,Desk
Ana,Tue,15:00,16:00,desk,Desk
Ana,Tue,12:00,12:30,meal,
Ben,Tue,10:00,18:00,shift,
Ben,Tue,12:00,15:00,desk,Desk
Ben,Tue,15:00,15:30,meal,
Cy,Tue,10:00,18:00,shift,
Cy,Tue,15:00,18:00,desk,Desk
";
const HOURS: &str = "day,open,close\nTue,10:00,18:00\n";
const STAFF: &str = "staff,role,outreach\nAna,Librarian,yes\nBen,Librarian,yes\nCy,Clerk,no\n";
const SETTINGS: &str = "[outreach]\nmin_visit = 60\nmin_block = 60\ntravel = 15\n[desks]\nbuilding_minimum = 2\n";

fn example(stakeholders: &str) -> Results {
    let windows = format!("stakeholder,day,start,end,mode,min_visit\n{stakeholders}");
    results(&[
        ("desk-schedule.csv", SCHEDULE),
        ("library-hours.csv", HOURS),
        ("staff.csv", STAFF),
        ("stakeholders.csv", &windows),
        ("offdesk.toml", SETTINGS),
    ])
}

/// The outcomes that are not zero, in words.
fn in_words(outcomes: &StakeholderOutcomes) -> String {
    let parts = Outcome::ALL
        .iter()
        .map(|outcome| (outcome, outcomes.total.of(*outcome)))
        .filter(|(_, minutes)| !minutes.is_zero());
    parts.map(|(outcome, minutes)| format!("{} {}", outcome.name(), minutes.0)).collect::<Vec<String>>().join(", ")
}

fn check(window: &str, expected: &str) {
    let results = example(window);
    assert_eq!(in_words(&results.outcomes[0]), expected, "{window}");
}

#[test]
fn ana_and_ben_are_480_minutes_on_shift_of_which_270_are_off_desk() {
    let results = example("");
    for (name, blocks) in
        [("Ana", ["09:00-10:00", "12:30-15:00", "16:00-17:00"].as_slice()), ("Ben", &["10:00-12:00", "15:30-18:00"])]
    {
        let account = results.staff_time.iter().find(|account| results.person(account.staff).label == name).unwrap();
        assert_eq!(
            (account.on_shift, account.desk(), account.other_duties()),
            (Minutes(480), Minutes(180), Minutes(30))
        );
        assert_eq!((account.off_desk(), account.usable, account.fragments), (Minutes(270), Minutes(270), Minutes(0)));
        let own = results.blocks.iter().filter(|blocks| blocks.staff == account.staff);
        let spans = own.flat_map(|blocks| blocks.spans.iter()).map(|span| span.clock_times());
        assert_eq!(spans.map(|(start, end)| format!("{start}-{end}")).collect::<Vec<String>>(), blocks);
    }
}

#[test]
fn lincoln_middle_school_cannot_be_visited_for_an_hour() {
    check("Lincoln Middle School,Tue,11:00,13:30,go,60\n", "too_short 120, other_duties 30");
}

#[test]
fn lincoln_middle_school_can_be_visited_for_three_quarters_of_an_hour() {
    check("Lincoln Middle School,Tue,11:00,13:30,go,45\n", "reachable 90, too_short 30, other_duties 30");
}

#[test]
fn lincoln_middle_school_can_be_met_online() {
    check("Lincoln Middle School,Tue,11:00,13:30,online,60\n", "reachable 120, other_duties 30");
}

#[test]
fn the_food_bank_meets_before_anybody_is_there() {
    check("Food bank,Tue,07:30,09:30,go,60\n", "too_short 30, closed 90");
}

#[test]
fn the_parent_group_is_hosted_until_closing_time() {
    check("Parent group,Tue,17:00,19:00,host,60\n", "reachable 60, closed 60");
}

#[test]
fn the_contact_slots_say_who_and_when() {
    let results = example("Lincoln Middle School,Tue,11:00,13:30,go,45\n");
    let slots: Vec<String> = results
        .slots
        .iter()
        .map(|slot| {
            let (start, end) = slot.span.clock_times();
            format!("{} {start}-{end}", results.person(slot.staff).label)
        })
        .collect();
    assert_eq!(slots, ["Ben 11:00-11:45", "Ana 12:45-13:30"]);
}
