//! Weekday × half hour: cells with their numbers, open hours outlined.

use super::frame::Frame;
use super::measure::width;
use super::scene::{Anchor, Area, Type};
use super::style::{Color, INK, LABEL_PX, LINE, MARGIN, PAPER, QUIET, SMALL_PX, TINY_PX, readable_on};
use crate::analysis::{Grid, SLOTS_A_DAY};
use crate::time::ClockTime;
use crate::wording::weekday_name;

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its tone.
    pub color: Color,
    /// Lines over it, where tone alone might not tell.
    pub hatch: Option<Color>,
    /// Its number.
    pub label: String,
    /// Whether the number is bold.
    pub is_bold: bool,
    /// What the half hour says when a reader points at it.
    pub said: String,
}

/// The half hours that a map shows, from the first to the last that matter.
#[must_use]
pub fn slots_of(grids: &[&Grid]) -> Option<(usize, usize)> {
    let is_used = |slot: usize| grids.iter().any(|grid| (0..7).any(|day| !grid.at(day, slot).is_zero()));
    let first = (0..SLOTS_A_DAY).find(|slot| is_used(*slot))?;
    let last = (0..SLOTS_A_DAY).rev().find(|slot| is_used(*slot))?;
    // whole hours at both ends
    Some((first / 2 * 2, (last / 2 * 2 + 2).min(SLOTS_A_DAY)))
}

/// The days of the week that a map shows.
#[must_use]
pub fn days_of(grids: &[&Grid]) -> Vec<usize> {
    let is_used = |day: usize| grids.iter().any(|grid| (0..SLOTS_A_DAY).any(|slot| !grid.at(day, slot).is_zero()));
    (0..7).filter(|day| is_used(*day)).collect()
}

/// Draws a map; none for a cell leaves it blank.
pub fn heat_map(
    frame: &mut Frame,
    days: &[usize],
    (first, last): (usize, usize),
    open: &Grid,
    cell: impl Fn(usize, usize) -> Option<Cell>,
) {
    let label_w = 92;
    let n_slots = i32::try_from(last - first).unwrap_or(1).max(1);
    let cell_w = ((frame.inner() - label_w) / n_slots).clamp(8, 46);
    let cell_h = 24;
    let x0 = MARGIN + label_w;
    hour_labels(frame, x0, cell_w, (first, last));
    let y0 = frame.y;
    for (row, &day) in days.iter().enumerate() {
        let y = y0 + i32::try_from(row).unwrap_or(0) * cell_h;
        frame.scene.text(MARGIN, y + cell_h / 2, weekday_name(day), Type::of(LABEL_PX));
        for slot in first..last {
            let area = Area { x: x0 + i32::try_from(slot - first).unwrap_or(0) * cell_w, y, w: cell_w, h: cell_h };
            match cell(day, slot) {
                Some(cell) => {
                    draw_cell(frame, area, &cell);
                    frame.scene.hint(area, cell.said);
                }
                None => frame.scene.outline(area, (0xee, 0xf1, 0xf3), 1),
            }
        }
    }
    for (row, &day) in days.iter().enumerate() {
        let y = y0 + i32::try_from(row).unwrap_or(0) * cell_h;
        outline_open(frame, open, day, (first, last), Area { x: x0, y, w: cell_w, h: cell_h });
    }
    frame.y = y0 + i32::try_from(days.len()).unwrap_or(0) * cell_h + 12;
}

fn hour_labels(frame: &mut Frame, x0: i32, cell_w: i32, (first, last): (usize, usize)) {
    let every = if cell_w * 2 >= 40 { 2 } else { 4 };
    for slot in (first..=last).filter(|slot| (slot - first).is_multiple_of(every)) {
        let time = ClockTime(u16::try_from(slot * 30).unwrap_or(0));
        let x = x0 + i32::try_from(slot - first).unwrap_or(0) * cell_w;
        frame.scene.text(x, frame.y, time.to_string(), Type::of(SMALL_PX).color(QUIET).anchor(Anchor::Middle));
        frame.scene.line((x, frame.y + 8), (x, frame.y + 11), LINE, 1);
    }
    frame.y += 12;
}

fn draw_cell(frame: &mut Frame, area: Area, cell: &Cell) {
    frame.scene.fill(area, cell.color);
    if let Some(lines) = cell.hatch {
        frame.scene.hatch(area, lines, 6);
    }
    frame.scene.outline(area, PAPER, 1);
    let px = if area.w >= 26 { SMALL_PX } else { TINY_PX };
    if width(&cell.label, px, cell.is_bold) + 3.0 > f64::from(area.w) {
        return;
    }
    let how = Type { px, is_bold: cell.is_bold, color: readable_on(cell.color), anchor: Anchor::Middle };
    if cell.hatch.is_some() {
        let half = super::scene::whole(width(&cell.label, px, cell.is_bold) / 2.0) + 2;
        let plate = Area { x: area.x + area.w / 2 - half, y: area.y + area.h / 2 - px / 2 - 1, w: 2 * half, h: px + 2 };
        frame.scene.fill(plate, cell.color);
    }
    frame.scene.text(area.x + area.w / 2, area.y + area.h / 2, cell.label.clone(), how);
}

/// A strong line around the half hours in which the library is open on at least half of their minutes.
fn outline_open(frame: &mut Frame, open: &Grid, day: usize, (first, last): (usize, usize), cell: Area) {
    let most = (0..SLOTS_A_DAY)
        .flat_map(|slot| (0..7).map(move |day| (day, slot)))
        .map(|(day, slot)| open.at(day, slot))
        .max()
        .unwrap_or_default();
    let is_open = |slot: usize| open.at(day, slot).0 * 2 >= most.0 && !open.at(day, slot).is_zero();
    let mut slot = first;
    while slot < last {
        if !is_open(slot) {
            slot += 1;
            continue;
        }
        let from = slot;
        while slot < last && is_open(slot) {
            slot += 1;
        }
        let x = |slot: usize| cell.x + i32::try_from(slot - first).unwrap_or(0) * cell.w;
        frame.scene.outline(Area { x: x(from), y: cell.y + 1, w: x(slot) - x(from), h: cell.h - 2 }, INK, 2);
    }
}
