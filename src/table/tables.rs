//! Which tables are there, in which order, and which are left out?

use super::community_tables::{department_slots, groups, practice};
use super::define::Definition;
use super::desk_tables::{desk_cover, desk_grid, quiet_desk, week_grid};
use super::partner_tables::{contact_slots, hours_options, outcomes, outcomes_by_weekday};
use super::people_tables::{
    blocks, common_slots, conflicts, department_overlap, public_staff_time, role_time, sources, staff_overlap,
    staff_time, staff_weeks,
};
use super::rows_of::{RowsOf, rows_of};
use super::work_tables::{duties, planning, role_descriptions};
use super::{Table, TableError};
use crate::analysis::Results;
use crate::finding::Finding;
use crate::say;
use crate::study::PeopleShown;
use rayon::prelude::*;

/// The names of all tables, in order.
pub const TABLE_NAMES: [&str; 25] = [
    "findings",
    "staff_time",
    "role_time",
    "practice",
    "staff_weeks",
    "blocks",
    "stakeholder_outcomes",
    "tentative_outcomes",
    "outcomes_by_weekday",
    "groups",
    "contact_slots",
    "desk_cover",
    "desk_grid",
    "week_grid",
    "conflicts",
    "staff_overlap",
    "department_overlap",
    "department_slots",
    "common_slots",
    "hours_options",
    "quiet_desk",
    "duties",
    "role_descriptions",
    "planning",
    "sources",
];

/// Lists of single events longer than this are left out unless they are asked for by name: nobody reads them, and past
/// a million rows no spreadsheet opens them.
const LIST_ROWS: usize = 100_000;

/// The tables of the results; with `only`, just those. Sentences say which are left out and why.
///
/// # Errors
/// When polars refuses a frame.
pub fn tables(
    results: &Results,
    findings: &[Finding],
    only: &[String],
) -> Result<(Vec<Table>, Vec<String>), TableError> {
    let mut chosen = Vec::new();
    let mut left_out = Vec::new();
    let is_public = results.settings.people_shown == PeopleShown::Public;
    for name in TABLE_NAMES {
        let is_asked = only.iter().any(|asked| asked == name);
        if !only.is_empty() && !is_asked {
            continue;
        }
        let n_rows = list_length(results, name);
        if is_public && rows_of(name) == Some(RowsOf::SinglePeople) {
            left_out.push(say!("tables-public", table = name));
        } else if n_rows > LIST_ROWS && !is_asked {
            left_out.push(say!("tables-many", table = name, n = n_rows));
        } else {
            chosen.push(name);
        }
    }
    let tables: Vec<Result<Table, TableError>> =
        chosen.into_par_iter().map(|name| table(results, findings, name)).collect();
    Ok((tables.into_iter().collect::<Result<_, _>>()?, left_out))
}

fn list_length(results: &Results, name: &str) -> usize {
    match name {
        "blocks" => results.blocks.iter().map(|blocks| blocks.spans.len()).sum(),
        "contact_slots" => results.slots.len(),
        "conflicts" => results.conflicts.len(),
        "staff_weeks" => results.staff_weeks.len(),
        "common_slots" => results.common.len(),
        "sources" => results.sources.len(),
        // at most, and near enough: a branch is open for some twenty half hours a day
        "desk_grid" => results.desk_cover.len() * 7 * 20,
        "week_grid" => results.grids.len() * 7 * 24,
        _ => 0,
    }
}

fn table(results: &Results, findings: &[Finding], name: &str) -> Result<Table, TableError> {
    match name {
        "findings" => findings_table("findings", findings),
        "staff_time" if results.settings.people_shown == PeopleShown::Public => public_staff_time(results),
        "staff_time" => staff_time(results),
        "role_time" => role_time(results),
        "staff_weeks" => staff_weeks(results),
        "blocks" => blocks(results),
        "stakeholder_outcomes" => outcomes(results, "stakeholder_outcomes", &results.outcomes),
        "tentative_outcomes" => outcomes(results, "tentative_outcomes", &results.tentative),
        "outcomes_by_weekday" => outcomes_by_weekday(results),
        "practice" => practice(results),
        "groups" => groups(results),
        "contact_slots" => contact_slots(results),
        "desk_cover" => desk_cover(results),
        "desk_grid" => desk_grid(results),
        "week_grid" => week_grid(results),
        "conflicts" => conflicts(results),
        "staff_overlap" => staff_overlap(results),
        "department_overlap" => department_overlap(results),
        "department_slots" => department_slots(results),
        "common_slots" => common_slots(results),
        "hours_options" => hours_options(results),
        "quiet_desk" => quiet_desk(results),
        "sources" => sources(results),
        "role_descriptions" => role_descriptions(results),
        "planning" => planning(results),
        _ => duties(results),
    }
}

/// A table of claims.
///
/// # Errors
/// When polars refuses the frame.
pub fn findings_table(name: &'static str, findings: &[Finding]) -> Result<Table, TableError> {
    Definition::new(name, say!("table-findings"), findings)
        .text("finding", say!("column-findings-finding"), |finding| finding.key)
        .text("sentence", say!("column-findings-sentence"), |finding| &finding.sentence)
        .decimal("value", say!("column-findings-value"), |finding| Some(finding.value))
        .decimal("at_most", say!("column-findings-at-most"), |finding| finding.at_most)
        .text("unit", say!("column-findings-unit"), |finding| finding.unit)
        .text("table", say!("column-findings-table"), |finding| finding.table)
        .finish()
}
