//! How was this computed? The rules in plain words, for a reader who asks "says who?".

use crate::analysis::Results;
use crate::finding::shows_practice;
use crate::say;
use crate::study::{Assume, period_in_words};

/// The rules, a heading and a paragraph each.
#[must_use]
pub fn method(results: &Results) -> Vec<(String, String)> {
    let settings = &results.settings;
    let not_given = match settings.assume {
        Assume::DeskSpan => say!("method-not-given-at-least"),
        Assume::OpenHours => say!("method-not-given-at-most"),
        Assume::Unknown => say!("method-not-given-unknown"),
    };
    let period = period_in_words(&results.period);
    let (min_block, min_visit, travel) = (settings.min_block, settings.min_visit, settings.travel);
    let mut rules = vec![
        (say!("method-time"), say!("method-time-text")),
        (say!("method-period"), say!("method-period-text", period = period)),
        (say!("method-staff"), say!("method-staff-text", min_block = min_block)),
        (say!("method-not-given"), not_given),
        (say!("method-leave"), say!("method-leave-text", minimum = settings.building_minimum)),
        (say!("method-partners"), say!("method-partners-text", min_visit = min_visit, travel = travel)),
        (say!("method-tentative"), say!("method-tentative-text")),
        (say!("method-desks"), say!("method-desks-text", minimum = settings.default_minimum)),
        (say!("method-together"), say!("method-together-text", min_block = min_block)),
        (say!("method-hours"), say!("method-hours-text")),
        (say!("method-swaps"), say!("method-swaps-text")),
    ];
    if shows_practice(settings) {
        rules.push((say!("method-practice"), say!("method-practice-text")));
    }
    rules
}
