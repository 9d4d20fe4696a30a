//! What would a swap of two desk hours give departments that cannot plan together? A sentence for each two of them.

use super::departments::{at_branch, listed};
use super::finding::Finding;
use super::wording::hours_a_week;
use crate::analysis::Results;
use crate::say;
use crate::scenario::{DepartmentPair, DepartmentSwap, DepartmentSwaps, sentence};
use crate::study::{Action, Change, PeopleShown, When, rule_days, time_span};
use crate::time::Minutes;
use crate::wording::at_least_word;

/// Dates that the changes of a swap are told for; more are said to be alike.
const MOST_CHANGES: usize = 2;

/// What a swap changes, in words; nothing in a packet for the public, because it is about single people.
#[must_use]
pub fn swap_change(results: &Results, swap: &DepartmentSwap) -> String {
    if results.settings.people_shown == PeopleShown::Public {
        return String::new();
    }
    let told: Vec<String> = swap.changes.iter().take(MOST_CHANGES).map(|change| sentence(change, results)).collect();
    match n_dates(results, swap.changes.iter().skip(MOST_CHANGES)) {
        0 => told.join(" "),
        rest => say!("swap-more-dates", change = told.join(" "), n = rest),
    }
}

/// On how many dates of the period changes are made.
pub(super) fn n_dates<'a>(results: &Results, changes: impl Iterator<Item = &'a Change>) -> usize {
    changes.map(|change| change.when.days(&results.period, results.settings.rotation).count()).sum()
}

/// At which desk and at which hours desk time is handed on; who does is in the table.
fn when(results: &Results, swap: &DepartmentSwap) -> String {
    let Some(change) = swap.changes.first().filter(|_| results.settings.people_shown != PeopleShown::Public) else {
        return String::new();
    };
    let time = |when: &When| when.time.map_or_else(String::new, |(start, end)| time_span(start, end));
    let day = rule_days(change.when.day);
    match &change.action {
        Action::Move { desk: Some(desk), .. } => {
            say!("swap-when", desk = results.desk_name(*desk), day = day, time = time(&change.when))
        }
        Action::Swap { other, .. } => say!("swap-when-both", day = day, time = time(&change.when), back = time(other)),
        _ => String::new(),
    }
}

/// What a swap gives, in a sentence about departments, hours and desks.
#[must_use]
pub fn swap_sentence(results: &Results, swap: &DepartmentSwap) -> String {
    let week = |minutes: Minutes| hours_a_week(results, minutes);
    let DepartmentPair { branch, a, b, before } = &swap.wish;
    let today = if before.is_zero() { say!("swap-none-today") } else { say!("swap-today", hours = week(*before)) };
    say!(
        "swap-gives",
        moved = week(swap.moved),
        when = when(results, swap),
        a = a,
        b = b,
        place = at_branch(results, *branch),
        least = at_least_word(results.is_at_least()),
        after = week(swap.after),
        today = today,
    )
}

/// The claims about swaps: the best for each two departments, and for whom none was found.
#[must_use]
pub fn department_swap_findings(results: &Results, swaps: &DepartmentSwaps) -> Vec<Finding> {
    let finding = |key, sentence, total: Minutes, table| {
        Finding::new(key, table, (results.period.hours_a_week(total), "hours a week"), sentence)
    };
    let mut findings: Vec<Finding> = swaps
        .found
        .iter()
        .map(|swap| finding("department_swap", swap_sentence(results, swap), swap.after, "department_swaps"))
        .collect();
    let others = [("department_swap_none", without(results, swaps)), ("department_swap_tried", tried(swaps))];
    findings.extend(
        others
            .into_iter()
            .filter_map(|(key, sentence)| Some(finding(key, sentence?, Minutes::ZERO, "department_overlap"))),
    );
    findings
}

fn without(results: &Results, swaps: &DepartmentSwaps) -> Option<String> {
    let pair = |pair: &DepartmentPair| {
        say!("departments-never-of", a = &pair.a, b = &pair.b, place = at_branch(results, pair.branch))
    };
    let said: Vec<String> = swaps.without.iter().map(pair).collect();
    (!said.is_empty()).then(|| say!("swap-none", n = said.len(), list = listed(&said)))
}

/// What was left out of the search, where anything was.
fn tried(swaps: &DepartmentSwaps) -> Option<String> {
    if swaps.is_too_large {
        return Some(say!("swap-too-large"));
    }
    match (swaps.n_pairs_left_out, swaps.is_whole) {
        (0, true) => None,
        (0, false) => Some(say!("swap-in-part", n = swaps.n_weighed)),
        (left_out, _) => {
            let n = swaps.found.len() + swaps.without.len();
            Some(say!("swap-pairs-left-out", n = n, left_out = left_out))
        }
    }
}
