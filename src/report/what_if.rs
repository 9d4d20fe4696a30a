//! What would change? The section of the page on scenarios, or on another study or period, as plain data.

use super::document::{Figure, figure};
use crate::chart::Drawn;
use crate::finding::{Finding, amount, comparison_period, difference, findings_of, is_at_least, turn};
use crate::scenario::{Comparison, Measure, Robustness, Wanted};
use crate::table::Table;

/// What the section is made from.
pub struct WhatIfParts<'a> {
    /// The sides and what differs.
    pub comparison: &'a Comparison,
    /// The same under other assumptions, where it was computed.
    pub robustness: Option<&'a Robustness>,
    /// The charts.
    pub drawn: Vec<Drawn>,
}

/// One scenario, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioPart {
    /// Its title.
    pub title: String,
    /// Why somebody would want it; may be empty.
    pub why: String,
    /// What is changed, a sentence each.
    pub changes: Vec<String>,
    /// What it wins and costs.
    pub findings: Vec<Finding>,
}

/// One measure on one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureCell {
    /// How much, with its unit.
    pub amount: String,
    /// How much more or less than on the first side, with its sign; may be empty.
    pub difference: String,
    /// Whether that is what is wanted; may be empty.
    pub word: &'static str,
}

/// One measure on every side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// What is measured.
    pub label: String,
    /// Whether more or less of it is better; may be empty.
    pub wanted: &'static str,
    /// Side by side.
    pub cells: Vec<MeasureCell>,
}

/// The section.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// What is compared, over which dates.
    pub about: String,
    /// The titles of the sides, the first one first.
    pub sides: Vec<String>,
    /// Every side but the first.
    pub scenarios: Vec<ScenarioPart>,
    /// Measure by measure.
    pub measures: Vec<MeasureRow>,
    /// Charts with their tables.
    pub figures: Vec<Figure>,
    /// Why charts are left out.
    pub left_out: Vec<String>,
}

/// Puts the section together.
#[must_use]
pub fn what_if(parts: WhatIfParts<'_>, tables: &[Table]) -> WhatIf {
    let comparison = parts.comparison;
    let mut figures = Vec::new();
    let mut left_out = Vec::new();
    for drawn in parts.drawn {
        match drawn {
            Drawn::Chart(chart) => figures.push(figure(*chart, tables)),
            Drawn::LeftOut(_, why) => left_out.push(why),
        }
    }
    let scenarios = comparison
        .sides
        .iter()
        .enumerate()
        .skip(1)
        .map(|(n, side)| ScenarioPart {
            title: side.title.clone(),
            why: side.why.clone(),
            changes: side.changes.clone(),
            findings: findings_of(comparison, parts.robustness, n),
        })
        .collect();
    WhatIf {
        about: about(comparison),
        sides: comparison.sides.iter().map(|side| side.title.clone()).collect(),
        scenarios,
        measures: comparison.measures.iter().map(|measure| row(comparison, measure)).collect(),
        figures,
        left_out,
    }
}

fn about(comparison: &Comparison) -> String {
    let how = if comparison.sides.iter().skip(1).all(|side| side.moved.is_some()) {
        "Each change was made to the schedules on paper, and the whole was computed again in the same way."
    } else {
        "Both were computed in the same way, and are given for a week."
    };
    let least = if is_at_least(comparison) {
        " Where working hours are not given, time off the desk and partner time are an “at least” on each side, and so differences hold under the same assumption only."
    } else {
        ""
    };
    format!("{how} Figures are for a week, {}.{least}", comparison_period(comparison))
}

fn row(comparison: &Comparison, measure: &Measure) -> MeasureRow {
    let cells = (0..comparison.sides.len())
        .map(|side| {
            let change = if side > 0 { comparison.difference(measure, side) } else { None };
            MeasureCell {
                amount: amount(comparison, measure, side).unwrap_or_else(|| "–".to_owned()),
                difference: change
                    .and_then(|_| difference(comparison, measure, side))
                    .filter(|said| said != "no change")
                    .unwrap_or_default(),
                word: change.map_or("", |change| turn(measure, change).word()),
            }
        })
        .collect();
    let wanted = match measure.wanted {
        Wanted::More => "more is better",
        Wanted::Less => "less is better",
        Wanted::Neither => "",
    };
    MeasureRow { label: measure.label.clone(), wanted, cells }
}
