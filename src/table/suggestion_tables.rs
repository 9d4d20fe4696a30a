//! Tables of what could be changed: single changes that win partner time, and windows to ask partners for.

use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::Results;
use crate::finding::{ask_back_sentence, unlock_sentence};
use crate::scenario::{AskBack, Unlock, sentence};
use crate::time::ClockTime;

/// Single changes, the most partner time for each hour moved first.
///
/// # Errors
/// When polars refuses a frame.
pub fn unlocks_table(results: &Results, unlocks: &[Unlock]) -> Result<Table, TableError> {
    Definition::new("unlocks", "a single change that makes lost time of a partner reachable", unlocks)
        .made("partners", "the partners that gain time by it, the most first", |row| {
            let names = row.winners.iter().map(|(who, _)| results.stakeholder(*who).name.as_str());
            names.collect::<Vec<&str>>().join("; ")
        })
        .made("change", "what is changed", |row| {
            row.changes.iter().map(|change| sentence(change, results)).collect::<Vec<String>>().join(" ")
        })
        .minutes("won_min", "partner time won over the period, all partners together", |row| row.won)
        .minutes("lost_by_others_min", "time that other partners lose by it", |row| {
            row.losers.iter().map(|(_, lost)| *lost).sum()
        })
        .minutes("work_added_min", "hours of work that are added over the period", |row| row.added)
        .minutes("moved_min", "time that is moved over the period; work that is added weighs twice", |row| row.moved)
        .decimal("won_per_hour_moved", "hours of partner time won for each hour moved", |row| Some(row.won_per_hour()))
        .made("sentence", "the same in a sentence", |row| unlock_sentence(results, row))
        .finish()
}

/// Windows that would fit better at another time.
///
/// # Errors
/// When polars refuses a frame.
pub fn ask_back_table(results: &Results, asks: &[AskBack]) -> Result<Table, TableError> {
    let clock = |minute: u16| ClockTime(minute).to_string();
    Definition::new("ask_back", "a window that would fit better if the partner moved it", asks)
        .text("partner", "the partner", |row| &results.stakeholder(row.partner).name)
        .count("line", "the window's line in stakeholders.csv", |row| usize::try_from(row.line).unwrap_or(0))
        .made("start", "when it starts now", move |row| clock(row.window.0))
        .made("end", "when it ends now", move |row| clock(row.window.1))
        .made("new_start", "when it would start", move |row| clock(row.moved_window().0))
        .made("new_end", "when it would end", move |row| clock(row.moved_window().1))
        .count("dates", "on how many dates of the period that wins time", |row| row.days.len())
        .minutes("reachable_now_min", "the partner's reachable time on those dates now", |row| row.now)
        .minutes("reachable_then_min", "the partner's reachable time on those dates then", |row| row.then)
        .minutes("won_min", "time that moving the window wins over the period", AskBack::won)
        .made("sentence", "the same in a sentence", |row| ask_back_sentence(results, row))
        .finish()
}
