//! Does the best desk schedule hold what it promises? Its answer is applied like any scenario, and the analysis says.

use offdesk::analysis::{Outcome, Results, analyze, analyze_in};
use offdesk::import::{MemoryFolder, read_study};
use offdesk::scenario::apply;
use offdesk::scenario::best_schedule::{Ask, BestSchedule, Status, best_schedule, changes};
use offdesk::study::{Scenario, Study};
use offdesk::time::Minutes;

fn read(name: &str) -> Study {
    let folder = MemoryFolder::of(crate::study::sample(name));
    read_study(&folder, &toml::Table::new(), &|_| {}).study
}

/// The results of the study with the answer applied; nothing of it may be refused.
fn applied(study: &Study, results: &Results, best: &BestSchedule) -> Results {
    let scenario = Scenario {
        name: "best".to_owned(),
        title: String::new(),
        why: String::new(),
        new_desks: Vec::new(),
        changes: changes(&best.reassignments, study, &results.period, "best.toml"),
    };
    let applied = apply(study, &results.period, &scenario);
    let refused: Vec<String> = applied.problems.iter().map(offdesk::problem::render_plain).collect();
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    analyze_in(&applied.study, results.period.clone())
}

fn reach(results: &Results) -> Minutes {
    results.outcome_totals().of(Outcome::Reachable)
}

#[test]
fn maple_street_has_a_best_schedule_and_its_proof() {
    let study = read("maple-street");
    let results = analyze(&study);
    let best = best_schedule(&study, &results, &Ask { seconds: 300.0, ..Ask::default() });
    assert_eq!(best.status, Status::Proven);
    assert_eq!((best.reach_today, best.reach_best), (reach(&results), Minutes(78 * 60)));
    let then = applied(&study, &results, &best);
    assert_eq!(reach(&then), best.reach_best);
    let (before, after) = (results.desk_totals(), then.desk_totals());
    assert!(after.under_minimum <= before.under_minimum && after.person <= before.person);
    for (before, after) in results.staff_time.iter().zip(&then.staff_time) {
        assert_eq!((before.on_shift, before.other_duties()), (after.on_shift, after.other_duties()));
    }
}

#[test]
fn every_change_of_maple_street_names_the_partner_time_it_wins() {
    let study = read("maple-street");
    let best = best_schedule(&study, &analyze(&study), &Ask { seconds: 300.0, ..Ask::default() });
    assert!(!best.reassignments.is_empty());
    assert!(best.reassignments.iter().all(|one| !one.wins.is_empty() || !one.supports.is_empty()));
}

#[test]
fn more_moved_desk_time_never_reaches_less_along_the_curve() {
    let study = read("maple-street");
    let best = best_schedule(&study, &analyze(&study), &Ask { seconds: 300.0, ..Ask::default() });
    let (first, last) = (best.curve[0], best.curve[best.curve.len() - 1]);
    assert_eq!((first.moved, first.reach), (Minutes::ZERO, best.reach_today));
    assert_eq!((last.moved, last.reach), (best.moved, best.reach_best));
    assert!(best.curve.windows(2).all(|pair| pair[0].moved < pair[1].moved && pair[0].reach < pair[1].reach));
}

#[test]
fn branches_that_share_people_and_partners_gain_what_the_search_says_or_more() {
    let study = read("river-county");
    let results = analyze(&study);
    let best = best_schedule(&study, &results, &Ask { seconds: 120.0, ..Ask::default() });
    let then = applied(&study, &results, &best);
    assert!(reach(&then) > reach(&results));
    assert!(then.desk_totals().under_minimum <= results.desk_totals().under_minimum);
}

#[test]
fn the_same_study_has_the_same_answer() {
    let study = read("one-room");
    let results = analyze(&study);
    let ask = Ask { seconds: 60.0, ..Ask::default() };
    assert_eq!(best_schedule(&study, &results, &ask), best_schedule(&study, &results, &ask));
}
