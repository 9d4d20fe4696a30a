//! Hours to ask partners for, and proposed visits: worked examples.

use crate::study::folder;
use offdesk::analysis::{Results, analyze};
use offdesk::finding::{ask_back_message, ask_back_sentence};
use offdesk::import::read_study;
use offdesk::report::render_visits;
use offdesk::scenario::{AskBack, ask_back};
use offdesk::study::{PeopleShown, Study};
use offdesk::time::Minutes;

const SCHEDULE: &str = "staff,day,start,end,activity,desk
Ana,Mon-Wed,09:00,17:00,shift,
Ana,Mon-Wed,10:00,12:00,desk,Info
Ben,Mon-Wed,10:00,17:00,shift,
Ben,Mon-Wed,12:00,17:00,desk,Info
";

fn example(partners: &str) -> (Study, Results) {
    let partners = format!("stakeholder,day,start,end,mode,travel,min_visit\n{partners}");
    let folder = folder(&[
        ("desk-schedule.csv", SCHEDULE),
        ("library-hours.csv", "day,open,close\nMon-Wed,10:00,17:00\n"),
        ("stakeholders.csv", &partners),
        (
            "offdesk.toml",
            "library = \"Elm Library\"\ntime_zone = \"America/New_York\"\n[desks]\nbuilding_minimum = 1\n[period]\nfrom = 2026-09-14\nto = 2026-09-20\n",
        ),
    ]);
    let study = read_study(&folder, &toml::Table::new(), &|settings| settings.people_shown = PeopleShown::Names).study;
    let results = analyze(&study);
    (study, results)
}

#[test]
fn a_call_before_anybody_is_there_would_fit_an_hour_later() {
    let (study, results) = example("Shelter,Mon-Wed,08:00,09:00,online,0,60\n");
    let asks = ask_back(&study, &results);
    // half an hour later only half of it would lie in Ana's day, which is too short for a visit of an hour
    let found: Vec<(i16, usize, Minutes, Minutes)> =
        asks.iter().map(|ask: &AskBack| (ask.by, ask.days.len(), ask.now, ask.then)).collect();
    assert_eq!(found, [(60, 3, Minutes(0), Minutes(180))]);
    assert_eq!(
        ask_back_sentence(&results, &asks[0]),
        "Shelter, Mondays to Wednesdays 08:00-09:00: 60 minutes later to 09:00-10:00 would bring 3.0 h a week more within reach."
    );
    let message = ask_back_message(&results, &asks[0]);
    assert!(message.contains("an hour later, from 09:00 to 10:00") && message.contains("Elm Library"), "{message}");
}

#[test]
fn a_window_that_is_reached_as_it_is_is_not_asked_about() {
    let (study, results) = example("Shelter,Mon-Wed,12:30,13:30,online,0,60\n");
    assert_eq!(ask_back(&study, &results), []);
}

#[test]
fn a_contact_slot_becomes_a_proposed_visit_in_the_time_of_the_world() {
    let (_, results) = example(
        "School; the \"Annex\",Tue,13:00,15:00,go,15,60\n"
            .replace("School; the \"Annex\"", "\"School; the Annex\"")
            .as_str(),
    );
    assert_eq!(results.slots.len(), 1);
    let text = render_visits(&results, &results.slots.to_vec());
    for line in [
        "BEGIN:VCALENDAR\r\n",
        "METHOD:PUBLISH\r\n",
        "DTSTART:20260915T170000Z\r\n",
        "DTEND:20260915T190000Z\r\n",
        "SUMMARY:Visit: School\\; the Annex (proposed)\r\n",
        "STATUS:TENTATIVE\r\n",
        "END:VCALENDAR\r\n",
    ] {
        assert!(text.contains(line), "no {line:?} in {text}");
    }
    assert_eq!(text, render_visits(&results, &results.slots.to_vec()));
}
