//! Why partner time is lost: a row for each stakeholder, cut into its outcomes, each in a column of its own; and a
//! waterfall from window time to reachable time.

use super::ChartError;
use super::chart::{Chart, Drawn};
use super::frame::{Frame, Words};
use super::measure::{fit, width, wrap};
use super::scene::{Anchor, Area, Type, whole};
use super::style::{Color, INK, LABEL_PX, LINE, LOST, MARGIN, QUIET, REACH, SHADE, SMALL_PX, TINY_PX, readable_on};
use crate::analysis::{Outcome, OutcomeMinutes, Results, StakeholderOutcomes};
use crate::finding::{hours_a_week, reachable_is_at_least};
use crate::say;
use crate::study::period_in_words;
use crate::time::Minutes;
use crate::wording::{at_least, comma_list, number, percent};

const MOST_ROWS: usize = 40;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let all = results.outcome_totals();
    if all.window().is_zero() {
        return Ok(Drawn::LeftOut("partner-time", say!("partner-time-left-out")));
    }
    let mut frame = Frame::new(results, width_px, words(results, &all));
    waterfall(&mut frame, results, &all);
    lanes(&mut frame, results);
    frame.finish().map(Drawn::of)
}

/// The waterfall alone, for a page that has room for one picture; none without partners.
///
/// # Errors
/// When plotters refuses.
pub fn draw_waterfall(results: &Results, width_px: i32) -> Result<Option<Chart>, ChartError> {
    let all = results.outcome_totals();
    if all.window().is_zero() {
        return Ok(None);
    }
    let mut frame = Frame::new(results, width_px, Words { name: "partner-time-waterfall", ..words(results, &all) });
    waterfall(&mut frame, results, &all);
    frame.finish().map(Some)
}

fn words(results: &Results, all: &OutcomeMinutes) -> Words {
    let reachable = all.of(Outcome::Reachable);
    let said = hours_a_week(results, reachable);
    let title = say!(
        "partner-time-title",
        window = hours_a_week(results, all.window()),
        reachable = at_least(reachable_is_at_least(results), said),
    );
    let mut subtitle = vec![say!("partner-time-subtitle", period = period_in_words(&results.period))];
    if !results.tentative.is_empty() {
        subtitle.push(say!("partner-time-tentative"));
    }
    let parts = Outcome::ALL
        .iter()
        .filter(|outcome| !all.of(**outcome).is_zero())
        .map(|outcome| say!("bar-part", what = outcome.in_text(), hours = hours_a_week(results, all.of(*outcome))));
    Words {
        name: "partner-time",
        title,
        subtitle: subtitle.join(" "),
        description: say!("partner-time-description", parts = comma_list(parts)),
        table: "stakeholder_outcomes",
    }
}

/// From all window time, loss by loss (the farthest from success first), to what is reachable.
fn waterfall(frame: &mut Frame, results: &Results, all: &OutcomeMinutes) {
    let window = all.window();
    let mut steps: Vec<(String, Minutes, Option<Outcome>)> = vec![(say!("partners-can-meet"), window, None)];
    let losses =
        Outcome::ALL.iter().rev().filter(|outcome| **outcome != Outcome::Reachable && !all.of(**outcome).is_zero());
    steps.extend(losses.map(|outcome| (outcome.label(), all.of(*outcome), Some(*outcome))));
    steps.push((Outcome::Reachable.label(), all.of(Outcome::Reachable), Some(Outcome::Reachable)));
    let label_w = 250;
    let bars_w = frame.inner() - label_w - 120;
    let row_w = frame.inner();
    let px = |minutes: Minutes| whole(minutes.share_of(window) * f64::from(bars_w));
    let x0 = MARGIN + label_w;
    let (h, gap) = (22, 6);
    let mut right = window;
    for (label, minutes, outcome) in steps {
        let y = frame.y;
        let is_end = outcome.is_none() || outcome == Some(Outcome::Reachable);
        let how = if is_end { Type::of(LABEL_PX).bold() } else { Type::of(LABEL_PX) };
        frame.scene.text(MARGIN, y + h / 2, label, how);
        let (from, to) = if is_end { (0, px(minutes)) } else { (px(right) - px(minutes), px(right)) };
        let color = match outcome {
            None => INK,
            Some(Outcome::Reachable) => REACH,
            Some(_) => LOST,
        };
        frame.scene.fill(Area { x: x0 + from, y, w: (to - from).max(1), h }, color);
        let (hours, whole_window) = (hours_a_week(results, minutes), hours_a_week(results, window));
        let said = match outcome {
            None => say!("hint-window", window = whole_window),
            Some(outcome) => say!("hint-outcome", outcome = outcome.label(), hours = &hours, window = whole_window),
        };
        frame.scene.hint(Area { x: MARGIN, y, w: row_w, h }, said);
        let amount = say!("in-brackets", what = hours, more = percent(minutes.share_of(window)));
        let needed = whole(width(&amount, SMALL_PX, false) * 1.04) + 8;
        let amount = if is_end { amount } else { say!("loss-amount", amount = amount) };
        if to + needed + 12 <= bars_w + 120 {
            frame.scene.text(x0 + to + 8, y + h / 2, amount, Type::of(SMALL_PX));
        } else {
            frame.scene.text(x0 + from - 8, y + h / 2, amount, Type::of(SMALL_PX).anchor(Anchor::Right));
        }
        if !is_end {
            right = right - minutes;
            frame.scene.line((x0 + from, y + h), (x0 + from, y + h + gap), LINE, 1);
        } else if outcome.is_none() {
            frame.scene.line((x0 + to, y + h), (x0 + to, y + h + gap), LINE, 1);
        }
        frame.y += h + gap;
    }
    frame.y += 12;
}

/// A row for each stakeholder; each outcome has its own column, so that no color must be looked up.
fn lanes(frame: &mut Frame, results: &Results) {
    let mut rows: Vec<&StakeholderOutcomes> =
        results.outcomes.iter().filter(|row| !row.total.window().is_zero()).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.total.window()));
    let used: Vec<Outcome> =
        Outcome::ALL.into_iter().filter(|outcome| rows.iter().any(|row| !row.total.of(*outcome).is_zero())).collect();
    let n_more = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let name = |row: &StakeholderOutcomes| results.stakeholder(row.stakeholder).name.clone();
    let longest = rows.iter().map(|row| width(&name(row), LABEL_PX, false)).fold(0.0, f64::max);
    let label_w = whole(longest * 1.05).clamp(120, 270) + 12;
    let lane_w = (frame.inner() - label_w - 58) / i32::try_from(used.len()).unwrap_or(1).max(1);
    let most = rows.iter().flat_map(|row| used.iter().map(|outcome| row.total.of(*outcome))).max().unwrap_or_default();
    frame.heading(&say!("partner-time-lanes"));
    lane_headings(frame, &used, label_w, lane_w);
    for (n, row) in rows.iter().enumerate() {
        let (y, h) = (frame.y, 30);
        if n % 2 == 0 {
            frame.scene.fill(Area { x: MARGIN - 6, y, w: frame.inner() + 12, h }, SHADE);
        }
        frame.scene.text(MARGIN, y + h / 2, fit(&name(row), LABEL_PX, false, label_w - 10), Type::of(LABEL_PX));
        for (lane, outcome) in used.iter().enumerate() {
            let x = MARGIN + label_w + i32::try_from(lane).unwrap_or(0) * lane_w;
            let lane = Area { x, y, w: lane_w, h };
            let (minutes, color) = (row.total.of(*outcome), if *outcome == Outcome::Reachable { REACH } else { LOST });
            lane_bar(frame, lane, minutes, most, color, results);
            if !minutes.is_zero() {
                let (hours, window) = (hours_a_week(results, minutes), hours_a_week(results, row.total.window()));
                let outcome = outcome.in_text();
                let said = say!("hint-partner", partner = name(row), outcome = outcome, hours = hours, window = window);
                frame.scene.hint(lane, said);
            }
        }
        let total = hours_a_week(results, row.total.window());
        frame.scene.text(frame.scene.width - MARGIN, y + h / 2, total, Type::of(LABEL_PX).bold().anchor(Anchor::Right));
        frame.y += h;
    }
    if n_more > 0 {
        frame.y += 14;
        frame.scene.text(MARGIN, frame.y, say!("partner-time-more", n = n_more), Type::of(SMALL_PX).color(QUIET));
        frame.y += 8;
    }
    frame.y += 6;
}

fn lane_headings(frame: &mut Frame, used: &[Outcome], label_w: i32, lane_w: i32) {
    let headings: Vec<Vec<String>> =
        used.iter().map(|outcome| wrap(&outcome.label(), TINY_PX + 1, false, lane_w - 8)).collect();
    let n_lines = headings.iter().map(Vec::len).max().unwrap_or(1);
    let line_h = 14;
    let bottom = frame.y + i32::try_from(n_lines).unwrap_or(1) * line_h;
    for (lane, lines) in headings.iter().enumerate() {
        let x = MARGIN + label_w + i32::try_from(lane).unwrap_or(0) * lane_w;
        for (n, line) in lines.iter().rev().enumerate() {
            let y = bottom - line_h / 2 - i32::try_from(n).unwrap_or(0) * line_h;
            frame.scene.text(x, y, line.clone(), Type::of(TINY_PX + 1).color(QUIET));
        }
    }
    frame.scene.text(
        frame.scene.width - MARGIN,
        bottom - line_h / 2,
        say!("in-all"),
        Type::of(TINY_PX + 1).color(QUIET).anchor(Anchor::Right),
    );
    frame.y = bottom + 4;
}

fn lane_bar(frame: &mut Frame, lane: Area, minutes: Minutes, most: Minutes, color: Color, results: &Results) {
    frame.scene.line((lane.x, lane.y + 4), (lane.x, lane.y + lane.h - 4), LINE, 1);
    if minutes.is_zero() {
        return;
    }
    let w = whole(minutes.share_of(most) * f64::from(lane.w - 12)).max(2);
    let bar = Area { x: lane.x, y: lane.y + 6, w, h: lane.h - 12 };
    frame.scene.fill(bar, color);
    let amount = number(results.period.hours_a_week(minutes), 1);
    let needed = whole(width(&amount, SMALL_PX, false)) + 6;
    if w >= needed {
        frame.scene.text(
            lane.x + w - 4,
            lane.y + lane.h / 2,
            amount,
            Type::of(SMALL_PX).color(readable_on(color)).anchor(Anchor::Right),
        );
    } else {
        let how = Type::of(SMALL_PX);
        let after = lane.x + w + 4;
        frame.scene.text(after, lane.y + lane.h / 2, amount, how);
    }
}
