//! Tables of what could be changed: single changes that win partner time, windows to ask partners for, and swaps that
//! give departments time together.

use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::Results;
use crate::finding::{ask_back_sentence, swap_change, swap_sentence, unlock_sentence};
use crate::say;
use crate::scenario::{AskBack, DepartmentSwap, Unlock, sentence};
use crate::time::ClockTime;

/// Single changes, the most partner time for each hour moved first.
///
/// # Errors
/// When polars refuses a frame.
pub fn unlocks_table(results: &Results, unlocks: &[Unlock]) -> Result<Table, TableError> {
    Definition::new("unlocks", say!("table-unlocks"), unlocks)
        .made("partners", say!("column-unlocks-partners"), |row| {
            let names = row.winners.iter().map(|(who, _)| results.stakeholder(*who).name.as_str());
            names.collect::<Vec<&str>>().join("; ")
        })
        .made("change", say!("column-change"), |row| {
            row.changes.iter().map(|change| sentence(change, results)).collect::<Vec<String>>().join(" ")
        })
        .minutes("won_min", say!("column-unlocks-won-min"), |row| row.won)
        .minutes("lost_by_others_min", say!("column-unlocks-lost-by-others-min"), |row| {
            row.losers.iter().map(|(_, lost)| *lost).sum()
        })
        .minutes("work_added_min", say!("column-unlocks-work-added-min"), |row| row.added)
        .minutes("moved_min", say!("column-unlocks-moved-min"), |row| row.moved)
        .decimal("won_per_hour_moved", say!("column-unlocks-won-per-hour-moved"), |row| Some(row.won_per_hour()))
        .made("sentence", say!("column-sentence"), |row| unlock_sentence(results, row))
        .finish()
}

/// Windows that would fit better at another time.
///
/// # Errors
/// When polars refuses a frame.
pub fn ask_back_table(results: &Results, asks: &[AskBack]) -> Result<Table, TableError> {
    let clock = |minute: u16| ClockTime(minute).to_string();
    Definition::new("ask_back", say!("table-ask-back"), asks)
        .text("partner", say!("column-partner"), |row| &results.stakeholder(row.partner).name)
        .count("line", say!("column-ask-back-line"), |row| usize::try_from(row.line).unwrap_or(0))
        .made("start", say!("column-ask-back-start"), move |row| clock(row.window.0))
        .made("end", say!("column-ask-back-end"), move |row| clock(row.window.1))
        .made("new_start", say!("column-ask-back-new-start"), move |row| clock(row.moved_window().0))
        .made("new_end", say!("column-ask-back-new-end"), move |row| clock(row.moved_window().1))
        .count("dates", say!("column-ask-back-dates"), |row| row.days.len())
        .minutes("reachable_now_min", say!("column-ask-back-reachable-now-min"), |row| row.now)
        .minutes("reachable_then_min", say!("column-ask-back-reachable-then-min"), |row| row.then)
        .minutes("won_min", say!("column-ask-back-won-min"), AskBack::won)
        .made("sentence", say!("column-sentence"), |row| ask_back_sentence(results, row))
        .finish()
}

/// Moves and swaps of desk hours that give two departments time together.
///
/// # Errors
/// When polars refuses a frame.
pub fn department_swaps_table(results: &Results, swaps: &[DepartmentSwap]) -> Result<Table, TableError> {
    Definition::new("department_swaps", say!("table-department-swaps"), swaps)
        .text("branch", say!("column-department-swaps-branch"), |row| results.branch_name(row.wish.branch))
        .text("department", say!("column-department-swaps-department"), |row| &row.wish.a)
        .text("with", say!("column-department-swaps-with"), |row| &row.wish.b)
        .made("change", say!("column-department-swaps-change"), |row| swap_change(results, row))
        .minutes("shared_now_min", say!("column-department-swaps-shared-now-min"), |row| row.wish.before)
        .minutes("shared_then_min", say!("column-department-swaps-shared-then-min"), |row| row.after)
        .minutes("moved_min", say!("column-department-swaps-moved-min"), |row| row.moved)
        .count("dates", say!("column-department-swaps-dates"), |row| row.n_dates)
        .made("sentence", say!("column-department-swaps-sentence"), |row| swap_sentence(results, row))
        .finish()
}
