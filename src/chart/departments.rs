//! Departments × departments: when could they plan together?

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Words};
use super::measure::{fit, width, wrap};
use super::scene::{Anchor, Area, Type, whole};
use super::style::{BELOW, BELOW_LINE, LABEL_PX, MARGIN, PAPER, REACH, SHADE, SMALL_PX, between, readable_on};
use crate::analysis::{DepartmentTime, Results, is_named_department};
use crate::finding::hours_a_week;
use crate::say;
use crate::study::period_in_words;
use crate::time::Minutes;
use std::collections::BTreeMap;

const MOST_DEPARTMENTS: usize = 12;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let name = "departments";
    let mut shared: BTreeMap<(&str, &str), Minutes> = BTreeMap::new();
    for DepartmentTime { a, b, any_pair, .. } in &results.departments {
        if !is_named_department(a) || !is_named_department(b) {
            continue;
        }
        *shared.entry((a, b)).or_default() += *any_pair;
    }
    let mut departments: Vec<&str> = shared.keys().flat_map(|(a, b)| [*a, *b]).collect();
    departments.sort_unstable();
    departments.dedup();
    if departments.len() < 2 || departments.len() > MOST_DEPARTMENTS {
        let why = match departments.len() {
            0 | 1 => say!("departments-left-out"),
            n => say!("departments-many", n = n),
        };
        return Ok(Drawn::LeftOut(name, why));
    }
    let mut frame = Frame::new(results, width_px, words(results, &shared));
    matrix(&mut frame, results, &departments, &shared);
    frame.finish().map(Drawn::of)
}

fn words(results: &Results, shared: &BTreeMap<(&str, &str), Minutes>) -> Words {
    let between: Vec<_> = shared.iter().filter(|((a, b), _)| a != b).collect();
    let n_never = between.iter().filter(|(_, minutes)| minutes.is_zero()).count();
    let least = between.iter().min_by_key(|(_, minutes)| **minutes);
    let pair = least.map_or_else(String::new, |((a, b), _)| say!("department-pair", one = *a, other = *b));
    let title = match (n_never, least) {
        (0, Some((_, least))) => {
            say!("departments-title-least", pair = pair, hours = hours_a_week(results, **least))
        }
        (n, _) => say!("departments-title-never", n = n, pair = pair),
    };
    Words {
        name: "departments",
        title,
        subtitle: say!(
            "departments-subtitle",
            min_block = results.settings.min_block,
            period = period_in_words(&results.period)
        ),
        description: say!("departments-description"),
        table: "department_overlap",
    }
}

/// What two departments have, or two people of one, in a sentence.
fn said(results: &Results, a: &str, b: &str, minutes: Minutes) -> String {
    let hours = hours_a_week(results, minutes);
    match (a == b, minutes.is_zero()) {
        (false, false) => say!("hint-departments", a = a, b = b, hours = hours),
        (false, true) => say!("hint-departments-never", a = a, b = b),
        (true, false) => say!("hint-department", a = a, hours = hours),
        (true, true) => say!("hint-department-never", a = a),
    }
}

fn matrix(frame: &mut Frame, results: &Results, departments: &[&str], shared: &BTreeMap<(&str, &str), Minutes>) {
    let most = shared.values().copied().max().unwrap_or_default();
    let longest = departments.iter().map(|name| width(name, LABEL_PX, false)).fold(0.0, f64::max);
    let label_w = whole(longest * 1.05).clamp(80, 220) + 12;
    let n = i32::try_from(departments.len()).unwrap_or(1);
    let cell_w = ((frame.inner() - label_w) / n).min(150);
    let cell_h = 38;
    let x = |column: usize| MARGIN + label_w + i32::try_from(column).unwrap_or(0) * cell_w;
    let headings: Vec<Vec<String>> = departments.iter().map(|name| wrap(name, SMALL_PX, false, cell_w - 8)).collect();
    let n_lines = i32::try_from(headings.iter().map(Vec::len).max().unwrap_or(1)).unwrap_or(1);
    for (column, lines) in headings.iter().enumerate() {
        for (n, line) in lines.iter().rev().enumerate() {
            let y = frame.y + n_lines * 15 - 10 - i32::try_from(n).unwrap_or(0) * 15;
            frame.scene.text(
                x(column) + cell_w / 2,
                y,
                fit(line, SMALL_PX, false, cell_w - 6),
                Type::of(SMALL_PX).anchor(Anchor::Middle),
            );
        }
    }
    frame.y += n_lines * 15 + 2;
    for (row, a) in departments.iter().enumerate() {
        let y = frame.y;
        frame.scene.text(MARGIN, y + cell_h / 2, fit(a, LABEL_PX, false, label_w - 10), Type::of(LABEL_PX));
        for (column, b) in departments.iter().enumerate() {
            let area = Area { x: x(column) + 1, y: y + 1, w: cell_w - 2, h: cell_h - 2 };
            let Some(minutes) = shared.get(&(*a.min(b), *a.max(b))) else {
                frame.scene.fill(area, SHADE);
                let text = if row == column { say!("one-person") } else { "–".to_owned() };
                frame.scene.text(
                    area.x + area.w / 2,
                    area.y + area.h / 2,
                    fit(&text, SMALL_PX, false, area.w - 4),
                    Type::of(SMALL_PX).anchor(Anchor::Middle),
                );
                continue;
            };
            let color =
                if minutes.is_zero() { BELOW } else { between(PAPER, REACH, 0.15 + 0.8 * minutes.share_of(most)) };
            frame.scene.fill(area, color);
            let label = if minutes.is_zero() { say!("never") } else { hours_a_week(results, *minutes) };
            if minutes.is_zero() {
                frame.scene.hatch(area, BELOW_LINE, 8);
                frame.scene.fill(Area { x: area.x + area.w / 2 - 24, y: area.y + 9, w: 48, h: area.h - 18 }, BELOW);
            }
            frame.scene.text(
                area.x + area.w / 2,
                area.y + area.h / 2,
                label,
                Type::of(LABEL_PX).bold().color(readable_on(color)).anchor(Anchor::Middle),
            );
            frame.scene.hint(area, said(results, a, b, *minutes));
        }
        frame.y += cell_h;
    }
    frame.y += 8;
}
