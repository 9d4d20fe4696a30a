//! The table of the best schedule: desk time that is handed on, date by date.

use super::cell::{end_time, start_time, weekday};
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::Results;
use crate::scenario::best_schedule::Reassignment;

/// Desk time that goes from one person to another or ends, by branch, date and time.
///
/// # Errors
/// When polars refuses a frame.
pub fn reassignment_table(results: &Results, rows: &[Reassignment]) -> Result<Table, TableError> {
    Definition::new("best_schedule_changes", "desk time of one person on one date that goes to another, or ends", rows)
        .text("branch", "the branch", |row| results.branch_name(row.branch))
        .date("date", "the date", |row| row.span.day())
        .text("weekday", "its day of the week", |row| weekday(row.span.day().weekday()))
        .made("start", "when the change begins", |row| start_time(row.span))
        .made("end", "when it ends", |row| end_time(row.span))
        .text("desk", "the desk", |row| results.desk_name(row.desk))
        .text("from", "whose desk time it is today", |row| &results.person(row.from).label)
        .text("to", "whose it becomes; blank where the desk is above its minimum and needs nobody", |row| {
            row.to.map_or("", |to| results.person(to).label.as_str())
        })
        .minutes("won_min", "partner time that would be lost, were this change alone undone", Reassignment::won)
        .made("partners", "whose time that is; in brackets, for whom other changes of the date need this one", |row| {
            let name = |id: &crate::study::StakeholderId| results.stakeholder(*id).name.clone();
            let wins = row.wins.iter().map(|(id, _)| name(id));
            let supports = row.supports.iter().filter(|_| row.wins.is_empty()).map(|id| format!("({})", name(id)));
            wins.chain(supports).collect::<Vec<String>>().join("; ")
        })
        .finish()
}
