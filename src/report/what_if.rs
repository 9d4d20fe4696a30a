//! What would change? The section of the page on scenarios, or on another study or period, as plain data.

use super::document::{Figure, figure};
use crate::chart::Drawn;
use crate::finding::{
    Finding, Turn, amount, comparison_period, difference, findings_of, is_at_least, is_before_after, turn,
    wanted_in_words,
};
use crate::say;
use crate::scenario::{Amount, Comparison, Measure, Robustness};
use crate::table::Table;
use crate::wording::percent_span;

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
    pub word: String,
}

/// One measure on every side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// What is measured.
    pub label: String,
    /// Whether more or less of it is better; may be empty.
    pub wanted: String,
    /// Side by side.
    pub cells: Vec<MeasureCell>,
}

/// The section.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// Its heading.
    pub heading: String,
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
        heading: if is_before_after(comparison) { say!("before-and-after") } else { say!("what-if-heading") },
        about: about(comparison),
        sides: comparison.sides.iter().map(|side| side.title.clone()).collect(),
        scenarios,
        measures: rows(comparison),
        figures,
        left_out,
    }
}

fn about(comparison: &Comparison) -> String {
    if let ([before, after], true) = (&comparison.sides[..], is_before_after(comparison)) {
        return say!("before-after-about", before = &before.title, after = &after.title);
    }
    let is_changes = comparison.sides.iter().skip(1).all(|side| side.moved.is_some());
    let mut said = vec![
        if is_changes { say!("what-if-how-changes") } else { say!("what-if-how-both") },
        say!("what-if-period", period = comparison_period(comparison)),
    ];
    if is_at_least(comparison) {
        said.push(say!("what-if-at-least"));
    }
    said.join(" ")
}

/// Every measure; the least and the greatest desk share as one span, because neither is about a person.
fn rows(comparison: &Comparison) -> Vec<MeasureRow> {
    let mut rows = Vec::new();
    for measure in &comparison.measures {
        match measure.key {
            "least_desk_share" => rows.push(shares(comparison, measure)),
            "greatest_desk_share" => {}
            _ => rows.push(row(comparison, measure)),
        }
    }
    rows
}

fn shares(comparison: &Comparison, least: &Measure) -> MeasureRow {
    let span = |side: usize| {
        let of = |measure: &Measure| match measure.amounts.get(side).copied().flatten() {
            Some(Amount::Share(share)) => Some(share),
            _ => None,
        };
        Some(percent_span(of(least)?, of(comparison.measure("greatest_desk_share")?)?))
    };
    let cell = |side: usize| MeasureCell {
        amount: span(side).unwrap_or_else(|| say!("no-amount")),
        difference: String::new(),
        word: String::new(),
    };
    let label = say!("what-if-measures-shares");
    MeasureRow { label, wanted: String::new(), cells: (0..comparison.sides.len()).map(cell).collect() }
}

fn row(comparison: &Comparison, measure: &Measure) -> MeasureRow {
    let cells = (0..comparison.sides.len())
        .map(|side| {
            let change = if side > 0 { comparison.difference(measure, side) } else { None };
            let turned = change.map(|change| turn(measure, change));
            let said = turned.filter(|turned| *turned != Turn::Same);
            MeasureCell {
                amount: amount(comparison, measure, side).unwrap_or_else(|| say!("no-amount")),
                difference: said.and_then(|_| difference(comparison, measure, side)).unwrap_or_default(),
                word: turned.map_or_else(String::new, Turn::word),
            }
        })
        .collect();
    let wanted = wanted_in_words(measure.wanted);
    MeasureRow { label: measure.label.clone(), wanted, cells }
}
