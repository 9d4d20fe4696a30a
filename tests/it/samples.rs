//! Do the sample studies say what their stories say? Figures found by a separate script over a grid of minutes.

use crate::study::sample_results;
use offdesk::analysis::{Outcome, Results};
use offdesk::study::PeopleShown;

fn hours_a_week(results: &Results, outcome: Outcome) -> String {
    format!("{:.2}", results.period.hours_a_week(results.outcome_totals().of(outcome)))
}

#[test]
fn maple_street_shows_every_outcome() {
    let results = sample_results("maple-street", PeopleShown::Roles);
    let found: Vec<String> = Outcome::ALL.iter().map(|outcome| hours_a_week(&results, *outcome)).collect();
    assert_eq!(found, ["7.96", "5.33", "1.00", "1.54", "2.50", "4.42", "0.00", "1.00", "3.58"]);
    let time = results.time_totals();
    assert_eq!(format!("{:.1}", results.period.hours_a_week(time.on_shift)), "275.0");
    assert_eq!(format!("{:.1}", time.desk().share_of(time.on_shift) * 100.0), "59.3");
    assert!(!results.is_at_least() && results.conflicts.is_empty());
}

#[test]
fn river_county_has_floaters_and_a_partner_of_the_whole_county() {
    let results = sample_results("river-county", PeopleShown::Roles);
    let found: Vec<String> = Outcome::ALL.iter().map(|outcome| hours_a_week(&results, *outcome)).collect();
    assert_eq!(found, ["16.25", "15.25", "4.00", "5.25", "6.25", "0.50", "0.00", "2.50", "2.50"]);
    assert_eq!(results.branches.len(), 5);
    let floaters = results.staff_time.windows(2).filter(|pair| pair[0].staff == pair[1].staff).count();
    let mut accounts: Vec<_> = results.staff_time.iter().map(|account| account.staff).collect();
    accounts.sort_unstable();
    accounts.dedup();
    assert!(floaters > 0 || accounts.len() < results.staff_time.len());
    assert!(results.outcomes.iter().any(|outcomes| results.stakeholder(outcomes.stakeholder).branch.is_none()));
}

#[test]
fn one_room_gives_at_least_and_at_most() {
    let results = sample_results("one-room", PeopleShown::Roles);
    assert!(results.is_at_least() && results.period.is_typical);
    let (least, most) = (results.outcome_totals(), results.outcome_totals_at_most().expect("a second pass"));
    assert!(least.of(Outcome::Reachable) <= most.of(Outcome::Reachable));
    assert_eq!(least.window(), most.window());
    let (least, most) = (results.time_totals(), results.time_totals_at_most().expect("a second pass"));
    assert!(least.off_desk() < most.off_desk());
}

#[test]
fn a_branch_shown_alone_has_the_figures_it_has_among_all() {
    let all = sample_results("river-county", PeopleShown::Roles);
    for branch in all.branches.iter() {
        let folder = offdesk::import::MemoryFolder::of(crate::study::sample("river-county"));
        let reading = offdesk::import::read_study(&folder, &toml::Table::new(), &|settings| {
            settings.branch = Some(branch.to_owned());
        });
        let alone = offdesk::analysis::analyze(&reading.study);
        assert!(!alone.staff_time.is_empty());
        assert!(alone.staff_time.iter().all(|account| all.staff_time.contains(account)));
        assert!(alone.desk_cover.iter().all(|cover| all.desk_cover.contains(cover)));
        assert!(alone.outcomes.iter().all(|outcomes| all.outcomes.contains(outcomes)));
    }
}
