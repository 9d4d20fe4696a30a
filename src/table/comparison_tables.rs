//! Tables of a comparison: measures, partners, roles, what was changed, other assumptions, and what desk time buys.

use super::cell::round;
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Outcome, Results};
use crate::finding::{Finding, Turn, turn};
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
    Definition::new("comparison", "one measure of one scenario (or study, or period) beside the first", &rows)
        .text("scenario", "the scenario, study or period that is compared with the first", |row| {
            title(comparison, row.0)
        })
        .text("key", "a word for the measure", move |row| measure(row.1).key)
        .text("measure", "what is measured", move |row| &measure(row.1).label)
        .text("unit", "the unit of the next three columns", move |row| unit(measure(row.1)))
        .text("wanted", "whether more or less of it is better; blank where neither is", move |row| {
            wanted(measure(row.1))
        })
        .decimal("first", "how much it is on the first side (today), for a week", move |row| week(row.1, 0))
        .decimal("then", "how much it is with the scenario, for a week", move |row| week(row.1, row.0))
        .decimal("difference", "how much more it is, for a week", move |row| {
            comparison.difference(measure(row.1), row.0).map(|more| (more * 10_000.0).round() / 10_000.0)
        })
        .made("better", "whether the difference is what is wanted", move |row| {
            let difference = comparison.difference(measure(row.1), row.0);
            difference.map_or_else(String::new, |more| turn(measure(row.1), more).word())
        })
        .maybe_minutes(
            "first_min",
            "exact minutes over the period, where it is time and both cover the same dates",
            move |row| comparison.minutes(measure(row.1), 0).filter(|_| comparison.is_one_period(row.0)),
        )
        .maybe_minutes("then_min", "the same with the scenario", move |row| comparison.minutes(measure(row.1), row.0))
        .maybe_minutes("difference_min", "how many minutes more", move |row| {
            comparison.minutes_gained(measure(row.1), row.0)
        })
        .text("basis", "`at least` where partner time rests on assumed working hours", |row| {
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
    let mut table =
        Definition::new("comparison_partners", "what becomes of one partner's time, beside the first", &rows)
            .text("scenario", "the scenario, study or period that is compared with the first", |row| {
                title(comparison, row.0)
            })
            .text("branch", "the branch whose staff would meet the partner; blank where any branch may", move |row| {
                &partner(row.1).branch
            })
            .text("partner", "the partner", move |row| &partner(row.1).name)
            .decimal("reachable_first_h", "hours a week that are reachable on the first side (today)", move |row| {
                reach(row.1, 0)
            })
            .decimal("reachable_then_h", "hours a week that are reachable then", move |row| reach(row.1, row.0))
            .decimal("gained_h", "hours a week that are gained", move |row| {
                comparison.reach_gained(partner(row.1), row.0).map(round)
            })
            .maybe_minutes(
                "window_min",
                "time in which the partner can meet; minutes stand where both cover the same dates",
                move |row| window(row.1, row.0),
            )
            .maybe_minutes("gained_min", "reachable minutes that are gained over the period", move |row| {
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
    Definition::new("comparison_roles", "desk time of one role, beside the first", &rows)
        .text("scenario", "the scenario, study or period that is compared with the first", |row| {
            title(comparison, row.0)
        })
        .text("role", "the role", move |row| &role(row.1).role)
        .decimal("desk_first_h", "hours a week on desks on the first side (today)", move |row| week(row.1, 0))
        .decimal("desk_then_h", "hours a week on desks then", move |row| week(row.1, row.0))
        .maybe_minutes(
            "desk_first_min",
            "minutes on desks over the period, where both cover the same dates",
            move |row| minutes(row.1, 0, |both| both.0).filter(|_| comparison.is_one_period(row.0)),
        )
        .maybe_minutes("desk_then_min", "the same then", move |row| minutes(row.1, row.0, |both| both.0))
        .maybe_minutes("shift_first_min", "minutes at work over the period", move |row| {
            minutes(row.1, 0, |both| both.1).filter(|_| comparison.is_one_period(row.0))
        })
        .maybe_minutes("shift_then_min", "the same then", move |row| minutes(row.1, row.0, |both| both.1))
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
    Definition::new("comparison_changes", "one change of a scenario, in the order in which they are made", &rows)
        .text("scenario", "the scenario", |row| title(comparison, row.0))
        .count("number", "its place in the order", |row| row.1)
        .text("change", "what is changed", |row| row.2)
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
    Definition::new("robustness", "reachable partner time where one thing is assumed otherwise", &rows)
        .made("setting", "what is assumed otherwise", |row| row.0.setting.label())
        .text("scenario", "the scenario", |row| robustness.sides.get(row.1).map_or("", String::as_str))
        .decimal("first_h", "reachable hours a week on the first side (today)", move |row| reach(row.0, 0))
        .decimal("then_h", "reachable hours a week then", move |row| reach(row.0, row.1))
        .made("better", "whether more is reachable then", move |row| word(row.0, row.1))
        .decimal("first_least_h", "the least over the people who are away in turn", move |row| {
            Some(round(range(row.0, 0)?.0))
        })
        .decimal("first_most_h", "the most", move |row| Some(round(range(row.0, 0)?.1)))
        .decimal("then_least_h", "the least then", move |row| Some(round(range(row.0, row.1)?.0)))
        .decimal("then_most_h", "the most then", move |row| Some(round(range(row.0, row.1)?.1)))
        .finish()
}

/// What desk time that changes hands buys: a label, moved and reachable minutes over the period of some results.
///
/// # Errors
/// When polars refuses the frame.
pub fn trade_off_table(results: &Results, points: &[(String, Minutes, Minutes)]) -> Result<Table, TableError> {
    Definition::new("trade_off", "one schedule: the desk time that changes hands, and what is reachable then", points)
        .text("schedule", "a few words for it", |point| &point.0)
        .decimal("moved_h", "desk time that changes hands, hours a week", |point| {
            Some(round(results.period.hours_a_week(point.1)))
        })
        .decimal("reachable_h", "partner time that is reachable, hours a week", |point| {
            Some(round(results.period.hours_a_week(point.2)))
        })
        .minutes("moved_min", "the same in minutes over the period", |point| point.1)
        .minutes("reachable_min", "the same in minutes over the period", |point| point.2)
        .finish()
}
