//! Does a change help only if everything is as assumed? A row for each assumption, a panel for each change.

use super::dumbbell::{Dumbbell, difference_words, number_room};
use super::panels::{Panels, bare, label_width, reach_turn, row_height, short_lines};
use crate::chart::frame::{Frame, Words};
use crate::chart::scene::{Area, Type};
use crate::chart::style::{Color, QUIET, SMALL_PX};
use crate::chart::{ChartError, Drawn};
use crate::finding::{Turn, comparison_period, comparison_source, first_name, held_against, quoted, signed};
use crate::say;
use crate::scenario::{Comparison, RobustRow, Robustness};
use crate::text::capital;
use crate::wording::{hours, sentences};

const NAME: &str = "what-if-robust";
const MOST_NAMES: usize = 6;

/// Draws it.
pub fn draw(comparison: &Comparison, robustness: Option<&Robustness>, width_px: i32) -> Result<Drawn, ChartError> {
    let sides: Vec<usize> = (1..comparison.sides.len()).collect();
    let Some(robustness) = robustness.filter(|robustness| !robustness.rows.is_empty() && !sides.is_empty()) else {
        return Ok(Drawn::LeftOut(NAME, say!("what-if-robust-left-out")));
    };
    let mut frame = Frame::with_source(width_px, words(comparison, robustness), comparison_source(comparison));
    let labels: Vec<(String, String)> = robustness.rows.iter().map(label).collect();
    let label_w =
        label_width(labels.iter().map(|label| label.0.as_str()), 140, if sides.len() > 2 { 190 } else { 250 });
    for panels in Panels::rows(frame.inner(), label_w, &sides) {
        panels.headings(&mut frame, comparison, true);
        panel_remarks(&mut frame, robustness, &panels);
        rows(&mut frame, robustness, &panels, &labels);
        frame.y += 14;
    }
    frame.finish().map(Drawn::of)
}

/// The setting; where figures are means, what the thin lines are.
fn label(row: &RobustRow) -> (String, String) {
    let small = if row.range.is_some() { say!("what-if-robust-range") } else { String::new() };
    (row.setting.label(), small)
}

/// Under each title: in how many settings, and in which not.
fn panel_remarks(frame: &mut Frame, robustness: &Robustness, panels: &Panels) {
    let remarks: Vec<Vec<String>> = panels
        .sides
        .iter()
        .map(|side| {
            short_lines(&capital(&held_against(robustness, *side, MOST_NAMES)), SMALL_PX, false, panels.w - 6, 5)
        })
        .collect();
    let n_lines = remarks.iter().map(Vec::len).max().unwrap_or(0);
    for (nth, lines) in remarks.iter().enumerate() {
        for (n, line) in lines.iter().enumerate() {
            let y = frame.y + i32::try_from(n).unwrap_or(0) * 17;
            frame.scene.text(panels.x(nth), y, line.clone(), Type::of(SMALL_PX).color(QUIET));
        }
    }
    frame.y += i32::try_from(n_lines).unwrap_or(0) * 17;
}

fn rows(frame: &mut Frame, robustness: &Robustness, panels: &Panels, labels: &[(String, String)]) {
    let reached = robustness.rows.iter().flat_map(|row| row.reachable.iter().copied());
    let ranges = robustness.rows.iter().filter_map(|row| row.range.as_ref()).flatten().map(|range| range.1);
    let most = reached.chain(ranges).fold(0.0, f64::max);
    let room = panels.room(number_room([bare(most).as_str()].into_iter()));
    let h = row_height(labels, panels.label_w).max(panels.least_row_h());
    for (n, (row, (label, small))) in robustness.rows.iter().zip(labels).enumerate() {
        let behind = Panels::stripe(frame, n, h);
        panels.separators(frame, h);
        panels.label(frame, h, label, small);
        for (nth, side) in panels.sides.iter().enumerate() {
            let cell = Area { x: panels.x(nth), y: frame.y, w: panels.w, h };
            setting_cell(frame, panels, (cell, behind), row, (*side, most, room));
            if let (Some(own), Some(first)) = (row.reachable.get(*side), row.reachable.first()) {
                let title = |at: usize| robustness.sides.get(at).map_or("", String::as_str);
                let what = say!("hint-reachable", what = label);
                let (own, first) = (hours(*own), hours(*first));
                let said = say!(
                    "hint-side",
                    what = what,
                    side = title(*side),
                    own = own,
                    first_side = title(0),
                    first = first
                );
                frame.scene.hint(cell, said);
            }
        }
        frame.y += h;
    }
}

fn setting_cell(
    frame: &mut Frame,
    panels: &Panels,
    (cell, behind): (Area, Color),
    row: &RobustRow,
    (side, most, room): (usize, f64, (i32, i32)),
) {
    let (track, words_at, words_w) = panels.parts(cell);
    let (Some(own), Some(first)) = (row.reachable.get(side).copied(), row.reachable.first().copied()) else { return };
    let turn = reach_turn(own - first);
    let range = |at: usize| row.range.as_ref().and_then(|ranges| ranges.get(at).copied());
    let ranges = match (range(0), range(side)) {
        (Some(first), Some(own)) => Some([first, own]),
        _ => None,
    };
    Dumbbell { first: Some((first, bare(first))), own: (own, bare(own)), most, turn, side, ranges, behind }.draw(
        &mut frame.scene,
        track,
        room,
    );
    if turn == Turn::Same {
        frame.scene.text(words_at.0, words_at.1, say!("difference-same"), Type::of(SMALL_PX).color(QUIET));
    } else {
        difference_words(&mut frame.scene, words_at, &signed(own - first), (turn, &turn.word()), words_w);
    }
}

/// With one change, how it holds; with several, how many of them hold everywhere, or which holds best.
fn title(comparison: &Comparison, robustness: &Robustness) -> String {
    let sides: Vec<usize> = (1..comparison.sides.len()).collect();
    let n_of = |side: usize| robustness.better_and_worse(side).0;
    let best = sides.iter().copied().max_by_key(|side| (n_of(*side), std::cmp::Reverse(*side))).unwrap_or(1);
    let name = quoted(comparison.sides.get(best).map_or("", |side| side.title.as_str()));
    let n = robustness.rows.len();
    let everywhere = sides.iter().filter(|side| n_of(**side) == n).count();
    match (sides.len(), everywhere, n_of(best)) {
        (1, ..) => {
            say!("what-if-robust-title", title = name, held = held_against(robustness, 1, MOST_NAMES))
        }
        (all, _, 0) => say!("what-if-robust-title-none", all = all, n = n),
        (_, 0, best) => say!("what-if-robust-title-most", n = n, title = name, best = best),
        (_, 1, _) => say!("what-if-robust-title-alone", title = name, n = n),
        (2, 2, _) => say!("what-if-robust-title-both", n = n),
        (all, some, _) if all == some => say!("what-if-robust-title-all", all = all, n = n),
        (all, some, _) => say!("what-if-robust-title-some", some = some, all = all, n = n),
    }
}

fn words(comparison: &Comparison, robustness: &Robustness) -> Words {
    let told: Vec<String> = comparison
        .sides
        .iter()
        .enumerate()
        .skip(1)
        .map(|(n, side)| say!("side-told", title = &side.title, what = held_against(robustness, n, MOST_NAMES)))
        .collect();
    Words {
        name: NAME,
        title: title(comparison, robustness),
        subtitle: say!(
            "what-if-robust-subtitle",
            first = first_name(comparison),
            period = comparison_period(comparison)
        ),
        description: say!("what-if-robust-description", told = sentences(&told)),
        table: "robustness",
    }
}
