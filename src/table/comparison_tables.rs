//! Tables of a comparison: measures, partners, roles, what was changed, other assumptions, and what desk time buys.

use super::cell::round;
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Outcome, Results};
use crate::finding::{Finding, Turn, turn};
use crate::say;
use crate::scenario::{Amount, Comparison, Measure, PartnerChange, RobustRow, Robustness, RoleChange, Wanted};
use crate::time::Minutes;

/// The names of the tables of a comparison, in order.
pub const COMPARISON_TABLE_NAMES: [&str; 6] = [
    "comparison",
    "comparison_findings",
    "comparison_partners",
    "comparison_roles",
    "comparison_changes",
    "robustness",
];

/// The tables of a comparison; that of other assumptions where they were computed.
///
/// # Errors
/// When polars refuses a frame.
pub fn comparison_tables(
    comparison: &Comparison,
    robustness: Option<&Robustness>,
    findings: &[Finding],
) -> Result<Vec<Table>, TableError> {
    let mut tables = vec![
        measures(comparison)?,
        super::tables::findings_table("comparison_findings", findings)?,
        partners(comparison)?,
        roles(comparison)?,
        changes(comparison)?,
    ];
    if let Some(robustness) = robustness {
        tables.push(other_assumptions(robustness)?);
    }
    Ok(tables)
}

/// One row for each side but the first, and each of some things.
fn by_side<T>(comparison: &Comparison, things: &[T]) -> Vec<(usize, usize)> {
    (1..comparison.sides.len()).flat_map(|side| (0..things.len()).map(move |thing| (side, thing))).collect()
}

fn title(comparison: &Comparison, side: usize) -> &str {
    comparison.sides.get(side).map_or("", |side| side.title.as_str())
}

fn unit(measure: &Measure) -> &'static str {
    match measure.amounts.iter().flatten().next() {
        Some(Amount::Minutes(_)) => "hours a week",
        Some(Amount::Count(_)) => "a week",
        Some(Amount::Money(_)) => "money a week",
        Some(Amount::Share(_)) | None => "share, 0 to 1",
    }
}

const fn wanted(measure: &Measure) -> &'static str {
    match measure.wanted {
        Wanted::More => "more",
        Wanted::Less => "less",
        Wanted::Neither => "",
    }
}

fn measures(comparison: &Comparison) -> Result<Table, TableError> {
    let rows = by_side(comparison, &comparison.measures);
    let measure = |at: usize| &comparison.measures[at];
    let week = |at: usize, side: usize| {
        let own = measure(at).amounts.get(side).copied().flatten()?;
        let week = own.a_week(&comparison.sides.get(side)?.results.period);
        Some(if matches!(own, Amount::Share(_)) { (week * 10_000.0).round() / 10_000.0 } else { round(week) })
    };
    Definition::new("comparison", say!("table-comparison"), &rows)
        .text("scenario", say!("column-scenario"), |row| title(comparison, row.0))
        .text("key", say!("column-comparison-key"), move |row| measure(row.1).key)
        .text("measure", say!("column-comparison-measure"), move |row| &measure(row.1).label)
        .text("unit", say!("column-comparison-unit"), move |row| unit(measure(row.1)))
        .text("wanted", say!("column-comparison-wanted"), move |row| wanted(measure(row.1)))
        .decimal("first", say!("column-comparison-first"), move |row| week(row.1, 0))
        .decimal("then", say!("column-comparison-then"), move |row| week(row.1, row.0))
        .decimal("difference", say!("column-comparison-difference"), move |row| {
            comparison.difference(measure(row.1), row.0).map(|more| (more * 10_000.0).round() / 10_000.0)
        })
        .made("better", say!("column-comparison-better"), move |row| {
            let difference = comparison.difference(measure(row.1), row.0);
            difference.map_or_else(String::new, |more| turn(measure(row.1), more).word())
        })
        .maybe_minutes("first_min", say!("column-comparison-first-min"), move |row| {
            comparison.minutes(measure(row.1), 0).filter(|_| comparison.is_one_period(row.0))
        })
        .maybe_minutes("then_min", say!("column-comparison-then-min"), move |row| {
            comparison.minutes(measure(row.1), row.0)
        })
        .maybe_minutes("difference_min", say!("column-comparison-difference-min"), move |row| {
            comparison.minutes_gained(measure(row.1), row.0)
        })
        .text("basis", say!("column-comparison-basis"), |row| {
            if comparison.sides[row.0].results.is_at_least() { "at least" } else { "given" }
        })
        .finish()
}

/// Column names of an outcome: on the first side, and then.
const fn columns_of(outcome: Outcome) -> (&'static str, &'static str) {
    match outcome {
        Outcome::Reachable => ("reachable_first_min", "reachable_then_min"),
        Outcome::TooShort => ("too_short_first_min", "too_short_then_min"),
        Outcome::Pinned => ("pinned_first_min", "pinned_then_min"),
        Outcome::OtherDuties => ("other_duties_first_min", "other_duties_then_min"),
        Outcome::DeskSpare => ("desk_spare_first_min", "desk_spare_then_min"),
        Outcome::DeskNeeded => ("desk_needed_first_min", "desk_needed_then_min"),
        Outcome::Unknown => ("unknown_first_min", "unknown_then_min"),
        Outcome::Unstaffed => ("unstaffed_first_min", "unstaffed_then_min"),
        Outcome::Closed => ("closed_first_min", "closed_then_min"),
    }
}

fn partners(comparison: &Comparison) -> Result<Table, TableError> {
    let rows = by_side(comparison, &comparison.partners);
    let partner = |at: usize| -> &PartnerChange { &comparison.partners[at] };
    let reach = |at: usize, side: usize| comparison.outcome_a_week(partner(at), Outcome::Reachable, side).map(round);
    let window = |at: usize, side: usize| {
        let outcomes = partner(at).outcomes.get(side)?.as_ref()?;
        Some(outcomes.window()).filter(|_| comparison.is_one_period(side))
    };
    let mut table = Definition::new("comparison_partners", say!("table-comparison-partners"), &rows)
        .text("scenario", say!("column-scenario"), |row| title(comparison, row.0))
        .text("branch", say!("column-comparison-partners-branch"), move |row| &partner(row.1).branch)
        .text("partner", say!("column-partner"), move |row| &partner(row.1).name)
        .decimal("reachable_first_h", say!("column-comparison-partners-reachable-first-h"), move |row| reach(row.1, 0))
        .decimal("reachable_then_h", say!("column-comparison-partners-reachable-then-h"), move |row| {
            reach(row.1, row.0)
        })
        .decimal("gained_h", say!("column-comparison-partners-gained-h"), move |row| {
            comparison.reach_gained(partner(row.1), row.0).map(round)
        })
        .maybe_minutes("window_min", say!("column-comparison-partners-window-min"), move |row| window(row.1, row.0))
        .maybe_minutes("gained_min", say!("column-comparison-partners-gained-min"), move |row| {
            comparison.reach_minutes_gained(partner(row.1), row.0)
        });
    for outcome in Outcome::ALL {
        let (first, then) = columns_of(outcome);
        let minutes = move |at: usize, side: usize| comparison.outcome_minutes(partner(at), outcome, side);
        table = table
            .maybe_minutes(first, outcome.label(), move |row| {
                minutes(row.1, 0).filter(|_| comparison.is_one_period(row.0))
            })
            .maybe_minutes(then, outcome.label(), move |row| minutes(row.1, row.0));
    }
    table.finish()
}

fn roles(comparison: &Comparison) -> Result<Table, TableError> {
    let rows = by_side(comparison, &comparison.roles);
    let role = |at: usize| -> &RoleChange { &comparison.roles[at] };
    let minutes = |at: usize, side: usize, of: fn(&(Minutes, Minutes)) -> Minutes| {
        role(at).desk_and_shift.get(side).map(of).filter(|_| comparison.is_one_period(side))
    };
    let week = |at: usize, side: usize| Some(round(role(at).desk_a_week(comparison, side)));
    Definition::new("comparison_roles", say!("table-comparison-roles"), &rows)
        .text("scenario", say!("column-scenario"), |row| title(comparison, row.0))
        .text("role", say!("column-role"), move |row| &role(row.1).role)
        .decimal("desk_first_h", say!("column-comparison-roles-desk-first-h"), move |row| week(row.1, 0))
        .decimal("desk_then_h", say!("column-comparison-roles-desk-then-h"), move |row| week(row.1, row.0))
        .maybe_minutes("desk_first_min", say!("column-comparison-roles-desk-first-min"), move |row| {
            minutes(row.1, 0, |both| both.0).filter(|_| comparison.is_one_period(row.0))
        })
        .maybe_minutes("desk_then_min", say!("column-comparison-roles-desk-then-min"), move |row| {
            minutes(row.1, row.0, |both| both.0)
        })
        .maybe_minutes("shift_first_min", say!("column-comparison-roles-shift-first-min"), move |row| {
            minutes(row.1, 0, |both| both.1).filter(|_| comparison.is_one_period(row.0))
        })
        .maybe_minutes("shift_then_min", say!("column-comparison-roles-shift-then-min"), move |row| {
            minutes(row.1, row.0, |both| both.1)
        })
        .finish()
}

fn changes(comparison: &Comparison) -> Result<Table, TableError> {
    let rows: Vec<(usize, usize, &str)> = comparison
        .sides
        .iter()
        .enumerate()
        .skip(1)
        .flat_map(|(side, own)| own.changes.iter().enumerate().map(move |(n, change)| (side, n + 1, change.as_str())))
        .collect();
    Definition::new("comparison_changes", say!("table-comparison-changes"), &rows)
        .text("scenario", say!("column-comparison-changes-scenario"), |row| title(comparison, row.0))
        .count("number", say!("column-comparison-changes-number"), |row| row.1)
        .text("change", say!("column-change"), |row| row.2)
        .finish()
}

fn other_assumptions(robustness: &Robustness) -> Result<Table, TableError> {
    let rows: Vec<(&RobustRow, usize)> =
        robustness.rows.iter().flat_map(|row| (1..robustness.sides.len()).map(move |side| (row, side))).collect();
    let reach = |row: &RobustRow, side: usize| row.reachable.get(side).copied().map(round);
    let range = |row: &RobustRow, side: usize| row.range.as_ref()?.get(side).copied();
    let word = |row: &RobustRow, side: usize| match (row.reachable.get(side), row.reachable.first()) {
        (Some(own), Some(first)) if *own > first + 1e-9 => Turn::Better.word(),
        (Some(own), Some(first)) if *own < first - 1e-9 => Turn::Worse.word(),
        (Some(_), Some(_)) => Turn::Same.word(),
        _ => String::new(),
    };
    Definition::new("robustness", say!("table-robustness"), &rows)
        .made("setting", say!("column-robustness-setting"), |row| row.0.setting.label())
        .text("scenario", say!("column-comparison-changes-scenario"), |row| {
            robustness.sides.get(row.1).map_or("", String::as_str)
        })
        .decimal("first_h", say!("column-robustness-first-h"), move |row| reach(row.0, 0))
        .decimal("then_h", say!("column-robustness-then-h"), move |row| reach(row.0, row.1))
        .made("better", say!("column-robustness-better"), move |row| word(row.0, row.1))
        .decimal("first_least_h", say!("column-robustness-first-least-h"), move |row| Some(round(range(row.0, 0)?.0)))
        .decimal("first_most_h", say!("column-robustness-first-most-h"), move |row| Some(round(range(row.0, 0)?.1)))
        .decimal("then_least_h", say!("column-robustness-then-least-h"), move |row| Some(round(range(row.0, row.1)?.0)))
        .decimal("then_most_h", say!("column-robustness-then-most-h"), move |row| Some(round(range(row.0, row.1)?.1)))
        .finish()
}

/// What desk time that changes hands buys: a label, moved and reachable minutes over the period of some results.
///
/// # Errors
/// When polars refuses the frame.
pub fn trade_off_table(results: &Results, points: &[(String, Minutes, Minutes)]) -> Result<Table, TableError> {
    Definition::new("trade_off", say!("table-trade-off"), points)
        .text("schedule", say!("column-trade-off-schedule"), |point| &point.0)
        .decimal("moved_h", say!("column-trade-off-moved-h"), |point| Some(round(results.period.hours_a_week(point.1))))
        .decimal("reachable_h", say!("column-trade-off-reachable-h"), |point| {
            Some(round(results.period.hours_a_week(point.2)))
        })
        .minutes("moved_min", say!("column-trade-off-moved-min"), |point| point.1)
        .minutes("reachable_min", say!("column-trade-off-reachable-min"), |point| point.2)
        .finish()
}
