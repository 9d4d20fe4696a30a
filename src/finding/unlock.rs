//! What does a single change win, and what does it move? One sentence each.

use super::department_swaps::n_dates;
use super::wording::hours_a_week;
use crate::analysis::Results;
use crate::say;
use crate::scenario::{Unlock, sentence};
use crate::study::Action;
use crate::wording::{and_list, at_least};

/// Partners that one sentence names.
const MOST_NAMES: usize = 4;

/// The changes of an unlock, then what they win.
#[must_use]
pub fn unlock_sentence(results: &Results, unlock: &Unlock) -> String {
    let mut sentences = vec![say!(
        "unlock",
        changes = changes_in_words(results, unlock),
        won = at_least(results.is_at_least(), hours_a_week(results, unlock.won)),
        partners = and_list(winners(results, unlock), MOST_NAMES),
        takes = takes(results, unlock),
    )];
    let losers = unlock.losers.iter().map(|(who, lost)| {
        let partner = &results.stakeholder(*who).name;
        say!("unlock-loser", partner = partner, hours = hours_a_week(results, *lost))
    });
    if !unlock.losers.is_empty() {
        sentences.push(say!("unlock-loses", partners = and_list(losers, MOST_NAMES)));
    }
    sentences.join(" ")
}

/// Who wins; with how much, where there are several.
fn winners(results: &Results, unlock: &Unlock) -> Vec<String> {
    let name = |who| results.stakeholder(who).name.clone();
    match &unlock.winners[..] {
        [(who, _)] => vec![name(*who)],
        all => all
            .iter()
            .map(|(who, won)| say!("in-brackets", what = name(*who), more = hours_a_week(results, *won)))
            .collect(),
    }
}

/// What is moved, lowered or added for it.
fn takes(results: &Results, unlock: &Unlock) -> String {
    let moved = hours_a_week(results, unlock.moved);
    if unlock.changes.iter().any(|change| matches!(change.action, Action::Minimum { .. })) {
        say!("unlock-takes-minimum", hours = moved)
    } else if unlock.added.0 > 0 {
        say!("unlock-takes-work", hours = hours_a_week(results, unlock.added))
    } else {
        say!("unlock-takes-move", hours = moved)
    }
}

/// A change that holds by several rules is said by its first, and the others are counted.
fn changes_in_words(results: &Results, unlock: &Unlock) -> String {
    match &unlock.changes[..] {
        [first, rest @ ..] if rest.len() > 1 => {
            say!("unlock-same-days", first = sentence(first, results), n = n_dates(results, rest.iter()))
        }
        few => few.iter().map(|change| sentence(change, results)).collect::<Vec<String>>().join(" "),
    }
}
