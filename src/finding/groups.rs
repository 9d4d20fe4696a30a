//! Which groups of partners are out of reach? Claims by hours, by number of partners, and by priority.

use super::finding::{Finding, count};
use super::wording::hours_a_week;
use crate::analysis::{GroupReach, Outcome, Results, Weighted};
use crate::say;
use crate::text::capital;
use crate::wording::{and_list, at_least_word, at_most_word, percent};

/// Groups that one sentence names.
const MOST_GROUPS: usize = 6;
/// Groups of which the largest loss is told.
const MOST_TOLD: usize = 2;

/// The name of a group as it is shown.
#[must_use]
pub fn group_name(group: &GroupReach) -> String {
    if group.group.is_empty() { say!("no-group") } else { group.group.clone() }
}

/// The groups that can be set beside each other, the one with the smallest share of its time within reach first; nothing
/// where fewer than two are named.
#[must_use]
pub fn groups_compared(results: &Results) -> Vec<&GroupReach> {
    let n_named = results.groups.iter().filter(|group| !group.group.is_empty()).count();
    let mut groups: Vec<&GroupReach> = results.groups.iter().filter(|_| n_named > 1).collect();
    groups.sort_by(|a, b| {
        let lost = |group: &GroupReach| group.total.lost();
        // partners without a group are no group: they come last
        (a.group.is_empty().cmp(&b.group.is_empty()))
            .then(reachable_share(a).total_cmp(&reachable_share(b)))
            .then(lost(b).cmp(&lost(a)))
    });
    groups
}

/// The reachable share (0 to 1) of a group's window time.
fn reachable_share(group: &GroupReach) -> f64 {
    group.total.of(Outcome::Reachable).share_of(group.total.window())
}

/// Why time is lost, as the end of a sentence.
#[must_use]
pub fn lost_because(outcome: Outcome) -> String {
    say!("lost-because", reason = outcome.name())
}

fn at_most_start(results: &Results) -> String {
    if results.is_at_least() { say!("at-most-start") } else { String::new() }
}

/// Partners out of reach, and all partners of the groups.
fn counts(groups: &[&GroupReach]) -> (usize, usize) {
    (groups.iter().map(|group| group.n_out_of_reach).sum(), groups.iter().map(|group| group.n_partners).sum())
}

/// The chart's title.
#[must_use]
pub fn groups_title(results: &Results) -> String {
    let groups = groups_compared(results);
    let least = groups.first().map_or_else(String::new, |group| group_name(group));
    match counts(&groups) {
        (0, _) => say!("groups-title-reached", group = least),
        (n, all) => say!("groups-title", most = at_most_start(results), n = n, all = all, group = least),
    }
}

/// The claims about groups.
#[must_use]
pub fn group_findings(results: &Results) -> Vec<Finding> {
    let groups = groups_compared(results);
    if groups.is_empty() {
        return Vec::new();
    }
    let mut findings = vec![out_of_reach(results, &groups)];
    let told = groups.iter().filter(|group| !group.group.is_empty() && group.main_reason().is_some()).take(MOST_TOLD);
    findings.extend(told.map(|group| least_reached(results, group)));
    findings.extend(weekdays(results, &groups));
    findings.extend(seldom(&groups));
    findings.extend(by_priority(results, &groups));
    findings
}

/// Partners of each group that are counted by `n_of`, the group with most first.
fn listed(groups: &[&GroupReach], n_of: impl Fn(&GroupReach) -> usize) -> String {
    let mut counted: Vec<&&GroupReach> = groups.iter().filter(|group| n_of(group) > 0).collect();
    counted.sort_by_key(|group| (group.group.is_empty(), std::cmp::Reverse(n_of(group)), group.n_partners));
    let said = counted
        .iter()
        .map(|group| say!("group-of", group = group_name(group), n = n_of(group), all = group.n_partners));
    and_list(said, MOST_GROUPS)
}

fn out_of_reach(results: &Results, groups: &[&GroupReach]) -> Finding {
    let (n, all) = counts(groups);
    let sentence = if n == 0 {
        let share = percent(groups.first().map_or(0.0, |group| reachable_share(group)));
        let least = groups.first().map_or_else(String::new, |group| group_name(group));
        say!("groups-all-reached", group = least, least = at_least_word(results.is_at_least()), share = share)
    } else {
        let groups = listed(groups, |group| group.n_out_of_reach);
        say!("groups-out-of-reach", most = at_most_start(results), n = n, all = all, groups = groups)
    };
    finding("groups_out_of_reach", sentence, count(n), "partners")
}

/// Whether more of a group's time is reachable, as it is said, where working hours that are not given are open hours.
fn is_at_least(results: &Results, group: &GroupReach) -> bool {
    let reachable = hours_a_week(results, group.total.of(Outcome::Reachable));
    group.at_most.is_some_and(|most| hours_a_week(results, most.reachable) != reachable)
}

fn least_reached(results: &Results, group: &GroupReach) -> Finding {
    let reachable = group.total.of(Outcome::Reachable);
    let sentence = say!(
        "groups-least",
        group = capital(&group_name(group)),
        window = hours_a_week(results, group.total.window()),
        least = at_least_word(is_at_least(results, group)),
        reachable = hours_a_week(results, reachable),
        number = number_of(results.period.hours_a_week(reachable)),
        share = percent(reachable_share(group)),
        because = group.main_reason().map_or_else(String::new, lost_because),
    );
    let most = group.at_most.map(|most| results.period.hours_a_week(most.reachable));
    finding("groups_least", sentence, results.period.hours_a_week(reachable), "hours a week").up_to(most)
}

/// The number by which a sentence about hours chooses its words: 0 for none, 1 for what is said as `1.0 h`.
fn number_of(hours: f64) -> usize {
    if hours == 0.0 {
        0
    } else if (hours - 1.0).abs() < 0.05 {
        1
    } else {
        2
    }
}

fn weekdays(results: &Results, groups: &[&GroupReach]) -> Option<Finding> {
    let n: usize = groups.iter().map(|group| group.n_weekdays_out_of_reach).sum();
    let all: usize = groups.iter().map(|group| group.n_weekdays).sum();
    let sentence = say!("groups-weekdays", most = at_most_word(results.is_at_least()), n = n, all = all);
    (n > 0).then(|| finding("groups_weekdays", sentence, count(n), "weekdays"))
}

fn seldom(groups: &[&GroupReach]) -> Option<Finding> {
    let n: usize = groups.iter().map(|group| group.n_seldom).sum();
    // "more": after those that are out of reach
    let after: usize = groups.iter().map(|group| group.n_out_of_reach).sum();
    let sentence = say!("groups-seldom", n = n, after = after, groups = listed(groups, |group| group.n_seldom));
    (n > 0).then(|| finding("groups_seldom", sentence, count(n), "partners"))
}

fn by_priority(results: &Results, groups: &[&GroupReach]) -> Option<Finding> {
    let mut all = Weighted::default();
    for weighted in groups.iter().filter_map(|group| group.weighted) {
        all.add(&weighted);
    }
    let totals = results.outcome_totals();
    let share = totals.of(Outcome::Reachable).share_of(totals.window());
    (all.window_hours > 0.0).then(|| {
        let sentence = say!(
            "groups-weighted",
            least = at_least_word(results.is_at_least()),
            weighted = percent(all.reachable_share()),
            share = percent(share),
        );
        finding("groups_weighted", sentence, all.reachable_share() * 100.0, "percent")
    })
}

fn finding(key: &'static str, sentence: String, value: f64, unit: &'static str) -> Finding {
    Finding::new(key, "groups", (value, unit), sentence)
}
