//! Quiet desk time: above-minimum desk time, ordered by how few people it served.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::measure::{fit, width};
use super::scene::{Area, Type, whole};
use super::style::{ABOVE, DUTY, LABEL_PX, MARGIN, QUIET, SMALL_PX};
use crate::analysis::{QuietDesk, Results};
use crate::finding::{desk_label, hours_a_week};
use crate::say;
use crate::study::{period_in_words, rule_days, time_span};
use crate::time::Minutes;
use crate::wording::number;

const MOST_ROWS: usize = 16;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let name = "quiet-desk";
    if results.quiet.is_empty() {
        return Ok(Drawn::LeftOut(name, say!("quiet-desk-no-traffic")));
    }
    let mut rows: Vec<&QuietDesk> = results.quiet.iter().filter(|row| !row.above_minimum_person.is_zero()).collect();
    if rows.is_empty() {
        return Ok(Drawn::LeftOut(name, say!("quiet-desk-left-out")));
    }
    rows.sort_by(|a, b| served(a).total_cmp(&served(b)).then(b.above_minimum_person.cmp(&a.above_minimum_person)));
    let n_more = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let mut frame = Frame::new(results, width_px, words(results, rows[0]));
    frame.keys(&[(Swatch::Filled(DUTY), say!("key-transactions")), (Swatch::Filled(ABOVE), say!("key-hours-above"))]);
    let label = |row: &QuietDesk| {
        let desk = desk_label(results, row.branch, row.desk);
        say!("label-days", what = desk, days = rule_days(row.day), time = time_span(row.start, row.end))
    };
    let longest = rows.iter().map(|row| width(&label(row), LABEL_PX, false)).fold(0.0, f64::max);
    let label_w = whole(longest * 1.05).clamp(140, width_px * 4 / 10) + 12;
    let half = (frame.inner() - label_w) / 2;
    let most_served = rows.iter().map(|row| served(row)).fold(0.1, f64::max);
    let most_above = rows.iter().map(|row| row.above_minimum_person).max().unwrap_or_default();
    for row in &rows {
        bar(&mut frame, results, row, &label(row), (label_w, half), (most_served, most_above));
    }
    if n_more > 0 {
        frame.y += 8;
        frame.scene.text(MARGIN, frame.y, say!("more-rows", n = n_more), Type::of(SMALL_PX).color(QUIET));
        frame.y += 8;
    }
    frame.finish().map(Drawn::of)
}

fn words(results: &Results, first: &QuietDesk) -> Words {
    Words {
        name: "quiet-desk",
        title: say!("quiet-desk-title", served = number(served(first), 1)),
        subtitle: say!("quiet-desk-subtitle", period = period_in_words(&results.period)),
        description: say!("quiet-desk-description"),
        table: "quiet_desk",
    }
}

fn served(row: &QuietDesk) -> f64 {
    row.transactions_an_hour().unwrap_or(0.0)
}

/// Two bars side by side: who was served, and how much of the time is above the minimum.
fn bar(
    frame: &mut Frame,
    results: &Results,
    row: &QuietDesk,
    label: &str,
    (label_w, half): (i32, i32),
    (most_served, most_above): (f64, Minutes),
) {
    let (y, h) = (frame.y, 24);
    frame.scene.text(MARGIN, y + h / 2, fit(label, LABEL_PX, false, label_w - 10), Type::of(LABEL_PX));
    let x = MARGIN + label_w;
    let w = whole(served(row) / most_served * f64::from(half - 60)).max(2);
    frame.scene.fill(Area { x, y: y + 3, w, h: h - 6 }, DUTY);
    frame.scene.text(x + w + 6, y + h / 2, number(served(row), 1), Type::of(LABEL_PX).bold());
    let w = whole(row.above_minimum_person.share_of(most_above) * f64::from(half - 70)).max(2);
    frame.scene.fill(Area { x: x + half, y: y + 3, w, h: h - 6 }, ABOVE);
    frame.scene.text(x + half + w + 6, y + h / 2, hours_a_week(results, row.above_minimum_person), Type::of(LABEL_PX));
    let cell = |x: i32| Area { x, y, w: half - 8, h };
    let number = number(served(row), 1);
    frame.scene.hint(cell(x), say!("hint-served", when = label, number = number));
    let above = hours_a_week(results, row.above_minimum_person);
    frame.scene.hint(cell(x + half), say!("hint-above", when = label, hours = above));
    frame.y += h + 4;
}
