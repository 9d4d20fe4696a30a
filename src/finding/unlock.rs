//! What does a single change win, and what does it move? One sentence each.

use super::wording::{and_list, hours};
use crate::analysis::Results;
use crate::scenario::{Unlock, sentence};
use crate::study::Action;

/// The changes of an unlock, then what they win.
#[must_use]
pub fn unlock_sentence(results: &Results, unlock: &Unlock) -> String {
    let changes: Vec<String> = unlock.changes.iter().map(|change| sentence(change, results)).collect();
    let week = |minutes| hours(results.period.hours_a_week(minutes));
    let least = if results.is_at_least() { "at least " } else { "" };
    let winners: Vec<String> = match &unlock.winners[..] {
        [(who, _)] => vec![results.stakeholder(*who).name.clone()],
        all => all.iter().map(|(who, won)| format!("{} ({})", results.stakeholder(*who).name, week(*won))).collect(),
    };
    let winners: Vec<&str> = winners.iter().map(String::as_str).collect();
    let losers: Vec<String> = unlock
        .losers
        .iter()
        .map(|(who, lost)| format!("{} ({} less)", results.stakeholder(*who).name, week(*lost)))
        .collect();
    let loses = if losers.is_empty() {
        String::new()
    } else {
        let names: Vec<&str> = losers.iter().map(String::as_str).collect();
        format!(" It takes time from {}.", and_list(&names, 4))
    };
    let is_minimum = unlock.changes.iter().any(|change| matches!(change.action, Action::Minimum { .. }));
    let takes = if is_minimum {
        format!("lowers a minimum for {} a week", week(unlock.moved))
    } else if unlock.added.0 > 0 {
        format!("adds {} of work a week", week(unlock.added))
    } else {
        format!("moves {} a week", week(unlock.moved))
    };
    format!(
        "{} That brings {least}{} a week more within reach for {}, and {takes}.{loses}",
        changes_in_words(&changes),
        week(unlock.won),
        and_list(&winners, 4),
    )
}

/// A change that holds by several rules is said by its first, and the others are counted.
fn changes_in_words(changes: &[String]) -> String {
    match changes {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} {other}"),
        [first, rest @ ..] => format!("{first} The same on {} other days.", rest.len()),
    }
}
