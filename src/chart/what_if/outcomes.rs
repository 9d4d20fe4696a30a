//! From window time, loss by loss, to what is reachable: one waterfall for each side, row beside row on one scale.

use super::measure_cells::side_said;
use super::panels::{Panels, label_width, row_height};
use crate::analysis::{Outcome, OutcomeMinutes};
use crate::chart::frame::{Frame, Words};
use crate::chart::scene::{Area, Type, whole};
use crate::chart::style::{INK, LINE, LOST, PAPER, QUIET, REACH, SMALL_PX, between};
use crate::chart::{ChartError, Drawn};
use crate::finding::{
    Turn, amount, comparison_period, comparison_source, difference, hours_a_week, in_first, named, quoted, turn,
};
use crate::say;
use crate::scenario::{Comparison, Measure, Side, Wanted};
use crate::wording::{comma_list, hours};

const NAME: &str = "what-if-outcomes";

/// One row: window time (no outcome), a loss, or what is reachable.
type Step = (String, Option<Outcome>);

/// Draws it.
pub fn draw(comparison: &Comparison, width_px: i32) -> Result<Drawn, ChartError> {
    let totals: Vec<OutcomeMinutes> = comparison.sides.iter().map(|side| side.results.outcome_totals()).collect();
    if totals.iter().all(|totals| totals.window().is_zero()) {
        return Ok(Drawn::LeftOut(NAME, say!("what-if-outcomes-no-windows")));
    }
    if !is_any_changed(comparison) {
        return Ok(Drawn::LeftOut(NAME, say!("what-if-outcomes-left-out", side = in_first(comparison))));
    }
    let mut steps: Vec<Step> = vec![(say!("partners-can-meet"), None)];
    let is_used =
        |outcome: &Outcome| *outcome != Outcome::Reachable && totals.iter().any(|all| !all.of(*outcome).is_zero());
    steps.extend(Outcome::ALL.into_iter().rev().filter(is_used).map(|one| (one.label(), Some(one))));
    steps.push((Outcome::Reachable.label(), Some(Outcome::Reachable)));
    let mut frame = Frame::with_source(width_px, words(comparison), comparison_source(comparison));
    let sides: Vec<usize> = (0..comparison.sides.len()).collect();
    let label_w = label_width(steps.iter().map(|step| step.0.as_str()), 120, if sides.len() > 3 { 170 } else { 250 });
    for panels in Panels::rows(frame.inner(), label_w, &sides) {
        panels.headings(&mut frame, comparison, false);
        rows(&mut frame, comparison, &totals, &panels, &steps);
        frame.y += 12;
    }
    frame.finish().map(Drawn::of)
}

/// Whether any outcome differs on any side.
fn is_any_changed(comparison: &Comparison) -> bool {
    let outcomes = Outcome::ALL.iter().filter_map(|outcome| comparison.measure(outcome.name()));
    let sides = 1..comparison.sides.len();
    let differs = |measure: &Measure, side: usize| {
        comparison.difference(measure, side).is_some_and(|difference| turn(measure, difference) != Turn::Same)
    };
    outcomes.into_iter().any(|measure| sides.clone().any(|side| differs(measure, side)))
}

fn rows(frame: &mut Frame, comparison: &Comparison, totals: &[OutcomeMinutes], panels: &Panels, steps: &[Step]) {
    let week = |side: usize, outcome: Option<Outcome>| {
        let minutes = outcome.map_or(totals[side].window(), |outcome| totals[side].of(outcome));
        comparison.sides[side].results.period.hours_a_week(minutes)
    };
    let most = (0..totals.len()).map(|side| week(side, None)).fold(0.0, f64::max);
    let is_wide = panels.w >= 230;
    let labels: Vec<(String, String)> = steps.iter().map(|step| (step.0.clone(), String::new())).collect();
    let h = row_height(&labels, panels.label_w).max(if is_wide { 32 } else { 46 });
    let mut right: Vec<f64> = (0..totals.len()).map(|side| week(side, None)).collect();
    for (n, (label, outcome)) in steps.iter().enumerate() {
        Panels::stripe(frame, n, h);
        panels.label(frame, h, label, "");
        for (nth, side) in panels.sides.iter().enumerate() {
            let is_end = outcome.is_none() || *outcome == Some(Outcome::Reachable);
            let own = week(*side, *outcome);
            let span = if is_end { (0.0, own) } else { ((right[*side] - own).max(0.0), right[*side]) };
            let cell = Area { x: panels.x(nth), y: frame.y, w: panels.w, h };
            bar(frame, comparison, cell, (is_wide, most), (*side, *outcome, span));
            let first = hours(week(0, *outcome));
            frame.scene.hint(cell, side_said(comparison, label, (*side, &hours(own)), Some(&first)));
            if !is_end {
                right[*side] = span.0;
            }
        }
        frame.y += h;
    }
}

/// One bar with its hours and, where it differs from the first side's, by how much.
fn bar(
    frame: &mut Frame,
    comparison: &Comparison,
    cell: Area,
    (is_wide, most): (bool, f64),
    (side, outcome, span): (usize, Option<Outcome>, (f64, f64)),
) {
    let measure = outcome.and_then(|outcome| comparison.measure(outcome.name()));
    let changed = measure.and_then(|measure| comparison.difference(measure, side));
    let turned = match (measure, changed) {
        (Some(measure), Some(changed)) if side > 0 => turn(measure, changed),
        _ => Turn::Same,
    };
    let text_w = if is_wide { 118 } else { 0 };
    let bars_w = cell.w - text_w - 12;
    let px = |hours: f64| if most > 0.0 { whole(hours / most * f64::from(bars_w)) } else { 0 };
    let (from, to) = (px(span.0), px(span.1));
    let bar =
        Area { x: cell.x + 4 + from, y: cell.y + 6, w: (to - from).max(1), h: if is_wide { cell.h - 12 } else { 14 } };
    let full = match outcome {
        None => INK,
        Some(Outcome::Reachable) => REACH,
        Some(_) => LOST,
    };
    let is_as_before = side > 0 && turned == Turn::Same;
    frame.scene.fill(bar, if is_as_before { between(full, PAPER, 0.55) } else { full });
    if is_as_before {
        frame.scene.outline(bar, full, 1);
    }
    frame.scene.line((cell.x + 4, cell.y), (cell.x + 4, cell.y + cell.h), LINE, 1);
    let hours = hours(span.1 - span.0);
    let (x, y) = if is_wide { (bar.x + bar.w + 8, cell.y + cell.h / 2) } else { (cell.x + 8, cell.y + 33) };
    let how = if is_as_before { Type::of(SMALL_PX).color(QUIET) } else { Type::of(SMALL_PX) };
    match measure.and_then(|measure| difference(comparison, measure, side)).filter(|_| turned != Turn::Same) {
        Some(said) => frame.scene.text(x, y, say!("amount-changed", hours = hours, difference = said), how.bold()),
        None => frame.scene.text(x, y, hours, how),
    }
}

/// The loss that shrinks most, with its measure, on which side.
fn greatest_gain(comparison: &Comparison) -> Option<(Outcome, &Measure, usize)> {
    let losses = || {
        let all = Outcome::ALL.into_iter().filter_map(|loss| Some((loss, comparison.measure(loss.name())?)));
        all.filter(|(_, measure)| measure.wanted == Wanted::Less)
    };
    let changes = (1..comparison.sides.len()).flat_map(|side| {
        losses().filter_map(move |(loss, measure)| Some((comparison.difference(measure, side)?, loss, measure, side)))
    });
    let best = changes.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 <= -0.005).then_some((best.1, best.2, best.3))
}

fn words(comparison: &Comparison) -> Words {
    let title = match greatest_gain(comparison) {
        Some((loss, measure, side)) => {
            let of = |side: usize| amount(comparison, measure, side).unwrap_or_default();
            say!(
                "what-if-outcomes-title",
                loss = quoted(&loss.in_text()),
                by = say!("what-if-from-to", from = of(0), to = of(side)),
                with = named(comparison, side),
            )
        }
        None => say!("what-if-outcomes-title-none", side = in_first(comparison)),
    };
    let told: Vec<String> = comparison.sides.iter().map(told).collect();
    Words {
        name: NAME,
        title,
        subtitle: say!(
            "what-if-outcomes-subtitle",
            period = comparison_period(comparison),
            side = in_first(comparison)
        ),
        description: say!("what-if-outcomes-description", told = told.join(" ")),
        table: "comparison",
    }
}

/// What becomes of partner time on one side, as a sentence.
fn told(side: &Side) -> String {
    let totals = side.results.outcome_totals();
    let used = Outcome::ALL.into_iter().filter(|outcome| !totals.of(*outcome).is_zero());
    let parts = used.map(|outcome| {
        say!("bar-part", what = outcome.in_text(), hours = hours_a_week(&side.results, totals.of(outcome)))
    });
    let told = say!("side-told", title = &side.title, what = comma_list(parts));
    say!("sentence", clause = told)
}
