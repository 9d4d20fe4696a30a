//! The table of the best schedule: desk time that is handed on, date by date.

use super::cell::{end_time, start_time, weekday};
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::Results;
use crate::say;
use crate::scenario::best_schedule::Reassignment;

/// Desk time that goes from one person to another or ends, by branch, date and time.
///
/// # Errors
/// When polars refuses a frame.
pub fn reassignment_table(results: &Results, rows: &[Reassignment]) -> Result<Table, TableError> {
    Definition::new("best_schedule_changes", say!("table-best-schedule-changes"), rows)
        .text("branch", say!("column-branch"), |row| results.branch_name(row.branch))
        .date("date", say!("column-date"), |row| row.span.day())
        .text("weekday", say!("column-weekday"), |row| weekday(row.span.day().weekday()))
        .made("start", say!("column-best-schedule-changes-start"), |row| start_time(row.span))
        .made("end", say!("column-best-schedule-changes-end"), |row| end_time(row.span))
        .text("desk", say!("column-desk"), |row| results.desk_name(row.desk))
        .text("from", say!("column-best-schedule-changes-from"), |row| &results.person(row.from).label)
        .text("to", say!("column-best-schedule-changes-to"), |row| {
            row.to.map_or("", |to| results.person(to).label.as_str())
        })
        .minutes("won_min", say!("column-best-schedule-changes-won-min"), Reassignment::won)
        .made("partners", say!("column-best-schedule-changes-partners"), |row| {
            let name = |id: &crate::study::StakeholderId| results.stakeholder(*id).name.clone();
            let wins = row.wins.iter().map(|(id, _)| name(id));
            let supports = row.supports.iter().filter(|_| row.wins.is_empty()).map(|id| format!("({})", name(id)));
            wins.chain(supports).collect::<Vec<String>>().join("; ")
        })
        .finish()
}
