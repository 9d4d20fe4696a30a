//! How are the results' own figures said? Totals as hours a week, half hours, and where figures come from.

use crate::analysis::{Outcome, OutcomeMinutes, Results, SLOT_MINUTES};
use crate::say;
use crate::study::{BranchId, DeskId, period_in_words, time_span};
use crate::time::Minutes;
use crate::wording::hours;

/// A total as hours a week.
#[must_use]
pub fn hours_a_week(results: &Results, total: Minutes) -> String {
    hours(results.period.hours_a_week(total))
}

/// Whether more partner time is reachable, as hours a week are said, where working hours that are not given are all open
/// hours.
#[must_use]
pub fn reachable_is_at_least(results: &Results) -> bool {
    let reachable = |totals: OutcomeMinutes| hours_a_week(results, totals.of(Outcome::Reachable));
    let most = results.outcome_totals_at_most().map(reachable);
    most.is_some_and(|most| most != reachable(results.outcome_totals()))
}

/// A desk, with its branch where several are shown.
#[must_use]
pub fn desk_label(results: &Results, branch: BranchId, desk: DeskId) -> String {
    let desk = results.desk_name(desk);
    if results.shown.len() > 1 {
        say!("label-at-branch", branch = results.branch_name(branch), what = desk)
    } else {
        desk.to_owned()
    }
}

/// A half hour of the day, such as `07:30-08:00`.
#[must_use]
pub fn half_hour(slot: usize) -> String {
    let start = u16::try_from(slot).unwrap_or(0) * u16::try_from(SLOT_MINUTES).unwrap_or(30);
    time_span(start, start + 30)
}

/// Where the figures of a chart or table come from.
#[must_use]
pub fn source_line(results: &Results) -> String {
    say!("source", source = source_of(results))
}

/// The same without the word for it.
pub(super) fn source_of(results: &Results) -> String {
    let library = match &results.settings.library {
        library if library.is_empty() => say!("the-library"),
        library => library.clone(),
    };
    let mut sentences = vec![say!("source-of", library = library, period = period_in_words(&results.period))];
    if results.is_at_least() {
        sentences.push(say!("source-assumed", n = results.n_assumed_dates));
    }
    if results.n_left_out > 0 {
        sentences.push(say!("source-left-out", n = results.n_left_out));
    }
    sentences.join(" ")
}
