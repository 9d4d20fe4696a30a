//! Measure by measure: the first side and each other one on a track, with numbers, differences and what is wanted.

use super::dumbbell::number_room;
use super::measure_cells::{MeasureCells, shares};
use super::panels::{Panels, label_width, remark, row_height};
use crate::analysis::Outcome;
use crate::chart::frame::{Frame, Words};
use crate::chart::scene::{Area, Type};
use crate::chart::style::{MARGIN, QUIET, SMALL_PX};
use crate::chart::{ChartError, Drawn};
use crate::finding::{
    Turn, amount, bare_amount, comparison_period, comparison_source, first_name, in_first, reach_title, turn,
    wanted_in_words,
};
use crate::say;
use crate::scenario::{Amount, Comparison, Measure};
use crate::text::lower_first;
use crate::wording::semicolon_list;

const NAME: &str = "what-if-measures";
/// The row of desk shares, which is two measures.
pub const SHARES: &str = "shares";

/// Measures that are shown together: a heading, their keys, and whether they share one scale.
struct Group {
    heading: fn() -> String,
    keys: &'static [&'static str],
    is_one_scale: bool,
}

const GROUPS: [Group; 3] = [
    Group {
        heading: || say!("what-if-measures-partners"),
        keys: &[
            "reachable",
            "too_short",
            "pinned",
            "other_duties",
            "desk_spare",
            "desk_needed",
            "unknown",
            "unstaffed",
            "closed",
        ],
        is_one_scale: true,
    },
    Group {
        heading: || say!("what-if-measures-desks"),
        keys: &[
            "contact_slots",
            "usable",
            "fragments",
            "desk",
            "under_minimum",
            "above_minimum",
            "long_stints",
            SHARES,
        ],
        is_one_scale: false,
    },
    Group {
        heading: || say!("what-if-measures-takes"),
        keys: &["desk_moved", "work_added", "work_removed", "cost"],
        is_one_scale: false,
    },
];

/// Draws it.
pub fn draw(comparison: &Comparison, width_px: i32) -> Result<Drawn, ChartError> {
    let sides: Vec<usize> = (1..comparison.sides.len()).collect();
    let rows: Vec<Vec<&str>> = GROUPS
        .iter()
        .map(|group| group.keys.iter().copied().filter(|key| differs(comparison, key, &sides)).collect())
        .collect();
    if rows.iter().all(Vec::is_empty) {
        let why = say!("what-if-measures-left-out", side = in_first(comparison));
        return Ok(Drawn::LeftOut(NAME, why));
    }
    let mut frame = Frame::with_source(width_px, words(comparison), comparison_source(comparison));
    let labels: Vec<String> = rows.iter().flatten().map(|key| label(comparison, key).0).collect();
    let label_w = label_width(labels.iter().map(String::as_str), 150, if sides.len() > 2 { 196 } else { 270 });
    for panels in Panels::rows(frame.inner(), label_w, &sides) {
        panels.headings(&mut frame, comparison, true);
        for (group, keys) in GROUPS.iter().zip(&rows).filter(|(_, keys)| !keys.is_empty()) {
            draw_group(&mut frame, comparison, &panels, group, keys);
        }
        frame.y += 14;
    }
    let same = unchanged(comparison, &rows);
    if !same.is_empty() {
        remark(&mut frame, &say!("what-if-measures-unchanged", measures = semicolon_list(&same)));
    }
    frame.finish().map(Drawn::of)
}

/// Measures that are alike on every side, and what they are.
fn unchanged(comparison: &Comparison, rows: &[Vec<&str>]) -> Vec<String> {
    let is_shown = |key: &str| rows.iter().flatten().any(|shown| *shown == key);
    let is_of_a_group = |key: &str| GROUPS.iter().any(|group| group.keys.contains(&key));
    comparison
        .measures
        .iter()
        .filter(|measure| is_of_a_group(measure.key) && !is_shown(measure.key))
        .filter_map(|measure| {
            let amount = amount(comparison, measure, 0)?;
            Some(say!("amount-told", what = lower_first(&measure.label), amount = amount))
        })
        .collect()
}

/// Whether a row says something: a measure that differs on some side, or is there on some side only.
fn differs(comparison: &Comparison, key: &str, sides: &[usize]) -> bool {
    if key == SHARES {
        let first = shares(comparison, 0).map(|first| first.1);
        return sides.iter().any(|side| shares(comparison, *side).is_some_and(|own| Some(own.1) != first));
    }
    let Some(measure) = comparison.measure(key) else { return false };
    let is_there = |side: usize| match measure.amounts.get(side).copied().flatten() {
        Some(Amount::Minutes(minutes)) => !minutes.is_zero(),
        other => other.is_some(),
    };
    sides.iter().any(|side| match comparison.difference(measure, *side) {
        Some(difference) => turn(measure, difference) != Turn::Same,
        None => is_there(*side),
    })
}

/// What a row is, and what is wanted.
fn label(comparison: &Comparison, key: &str) -> (String, String) {
    if key == SHARES {
        let first = shares(comparison, 0);
        let first = first.map_or(String::new(), |first| say!("what-if-measures-shares-first", span = first.1));
        return (say!("what-if-measures-shares"), first);
    }
    let Some(measure) = comparison.measure(key) else { return (String::new(), String::new()) };
    (measure.label.clone(), wanted_in_words(measure.wanted))
}

/// The greatest amount of a measure on any side, for a week.
fn most_of(comparison: &Comparison, key: &str) -> f64 {
    let of = |measure: &Measure| {
        let all = measure.amounts.iter().zip(&comparison.sides);
        all.filter_map(|(own, side)| Some((*own)?.a_week(&side.results.period))).fold(0.0, f64::max)
    };
    comparison.measure(key).map_or(1.0, of)
}

fn draw_group(frame: &mut Frame, comparison: &Comparison, panels: &Panels, group: &Group, keys: &[&str]) {
    frame.y += 16;
    frame.scene.text(MARGIN, frame.y, (group.heading)(), Type::of(SMALL_PX).bold().color(QUIET));
    frame.y += 14;
    let most_of_all = keys.iter().map(|key| most_of(comparison, key)).fold(0.0, f64::max);
    let labels: Vec<(String, String)> = keys.iter().map(|key| label(comparison, key)).collect();
    let h = row_height(&labels, panels.label_w).max(panels.least_row_h());
    let cells = MeasureCells { comparison, panels, room: panels.room(room(comparison)) };
    for (n, (key, (label, small))) in keys.iter().zip(&labels).enumerate() {
        let behind = Panels::stripe(frame, n, h);
        panels.separators(frame, h);
        panels.label(frame, h, label, small);
        let most = if group.is_one_scale { most_of_all } else { most_of(comparison, key) };
        for (nth, side) in panels.sides.iter().enumerate() {
            let cell = Area { x: panels.x(nth), y: frame.y, w: panels.w, h };
            if *key == SHARES {
                cells.draw_shares(&mut frame.scene, cell, (label, *side));
            } else {
                cells.draw(&mut frame.scene, cell, (key, *side, most), behind);
            }
        }
        frame.y += h;
    }
}

/// The room that the numbers of all rows need, so that all tracks begin below each other; money, which may be much
/// wider, gets its own.
fn room(comparison: &Comparison) -> i32 {
    let numbers: Vec<String> = comparison
        .measures
        .iter()
        .filter(|measure| measure.key != "cost" && GROUPS.iter().any(|group| group.keys.contains(&measure.key)))
        .flat_map(|measure| (0..comparison.sides.len()).filter_map(|side| bare_amount(comparison, measure, side)))
        .collect();
    number_room(numbers.iter().map(String::as_str))
}

fn words(comparison: &Comparison) -> Words {
    let reach = comparison.measure(Outcome::Reachable.name());
    let of = |side: usize| reach.and_then(|measure| amount(comparison, measure, side)).unwrap_or_default();
    let told = comparison.sides.iter().enumerate();
    let told = told.map(|(n, side)| say!("amount-told", what = &side.title, amount = of(n)));
    Words {
        name: NAME,
        title: reach_title(comparison),
        subtitle: say!(
            "what-if-measures-subtitle",
            first = first_name(comparison),
            period = comparison_period(comparison)
        ),
        description: say!("what-if-measures-description", told = semicolon_list(told)),
        table: "comparison",
    }
}
