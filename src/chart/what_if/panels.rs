//! Where does each side stand? A column of labels and a panel for each side; where they have no room beside each other,
//! they stand below each other.

use super::dumbbell::Mark;
use crate::chart::frame::Frame;
use crate::chart::measure::{fit, width, wrap};
use crate::chart::scene::{Area, Type, whole};
use crate::chart::style::{Color, LABEL_PX, LINE, MARGIN, PAPER, QUIET, SHADE, SMALL_PX};
use crate::finding::Turn;
use crate::scenario::Comparison;
use crate::wording::number;

/// The space between panels.
const GAP: i32 = 14;
/// A panel with less room than this stands below the others.
const LEAST_W: i32 = 126;
/// A panel with so much room sets its words beside its marks.
const WIDE_W: i32 = 290;

/// Panels beside each other, one for each of some sides.
#[derive(Clone, Debug)]
pub struct Panels {
    /// The width of the labels.
    pub label_w: i32,
    /// The width of one panel.
    pub w: i32,
    /// The sides.
    pub sides: Vec<usize>,
}

impl Panels {
    /// Lays sides out, in as many rows of panels as they need.
    #[must_use]
    pub fn rows(inner_w: i32, label_w: i32, sides: &[usize]) -> Vec<Panels> {
        let label_w = label_w.min(inner_w * 45 / 100);
        let n = |count: usize| i32::try_from(count).unwrap_or(1).max(1);
        let n_fit = usize::try_from((inner_w - label_w) / (LEAST_W + GAP)).unwrap_or(1).max(1);
        let n_rows = sides.len().div_ceil(n_fit).max(1);
        let n_columns = sides.len().div_ceil(n_rows).max(1);
        let w = (inner_w - label_w - GAP * n(n_columns)) / n(n_columns);
        sides.chunks(n_columns).map(|sides| Panels { label_w, w, sides: sides.to_vec() }).collect()
    }

    /// The left edge of a panel.
    #[must_use]
    pub fn x(&self, nth: usize) -> i32 {
        MARGIN + self.label_w + GAP + i32::try_from(nth).unwrap_or(0) * (self.w + GAP)
    }

    /// Whether words have room beside the marks.
    #[must_use]
    pub const fn is_wide(&self) -> bool {
        self.w >= WIDE_W
    }

    /// How high a row must be for marks and words.
    #[must_use]
    pub const fn least_row_h(&self) -> i32 {
        if self.is_wide() { 34 } else { 50 }
    }

    /// Where the track and the words of a cell go, and how much room the words have: beside the track where there is
    /// room, below it where not.
    #[must_use]
    pub const fn parts(&self, cell: Area) -> (Area, (i32, i32), i32) {
        if self.is_wide() {
            let words_w = 128;
            let track = Area { w: cell.w - words_w, ..cell };
            (track, (cell.x + track.w + 8, cell.y + cell.h / 2), words_w - 8)
        } else {
            (Area { h: cell.h / 2 + 4, ..cell }, (cell.x + 6, cell.y + cell.h * 3 / 4 + 2), cell.w - 6)
        }
    }

    /// The room for numbers at the left and the right end of tracks, where the widest number needs `widest`. In narrow
    /// panels the left end has less: only a small number stands near 0.
    #[must_use]
    pub fn room(&self, widest: i32) -> (i32, i32) {
        if self.is_wide() { (widest, widest) } else { (widest.min(32), widest) }
    }

    /// The titles of the sides with their marks; above the labels, the first side's.
    pub fn headings(&self, frame: &mut Frame, comparison: &Comparison, has_first: bool) {
        let title = |side: usize| comparison.sides.get(side).map_or("", |side| side.title.as_str());
        let headings: Vec<Vec<String>> = self.sides.iter().map(|side| lines(title(*side), self.w - 24)).collect();
        let first = if has_first { lines(title(0), self.label_w - 24) } else { Vec::new() };
        let n_lines = headings.iter().chain([&first]).map(Vec::len).max().unwrap_or(1);
        let step = LABEL_PX * 13 / 10;
        frame.y += 8;
        let top = frame.y;
        let set = |frame: &mut Frame, x: i32, mark: Mark, lines: &[String]| {
            if !lines.is_empty() {
                mark.draw(&mut frame.scene, (x + 6, top), 6);
            }
            for (n, line) in lines.iter().enumerate() {
                let y = top + i32::try_from(n).unwrap_or(0) * step;
                frame.scene.text(x + 18, y, line.clone(), Type::of(LABEL_PX).bold());
            }
        };
        set(frame, MARGIN, Mark::First, &first);
        for (nth, (side, heading)) in self.sides.iter().zip(&headings).enumerate() {
            set(frame, self.x(nth), Mark::of(*side), heading);
        }
        frame.y += i32::try_from(n_lines).unwrap_or(1) * step + 2;
    }

    /// A shade behind every other row; which color the row has.
    pub fn stripe(frame: &mut Frame, n: usize, h: i32) -> Color {
        let behind = if n.is_multiple_of(2) { SHADE } else { PAPER };
        let row = Area { x: MARGIN - 6, y: frame.y, w: frame.inner() + 12, h };
        frame.scene.fill(row, behind);
        behind
    }

    /// Thin lines left of the panels.
    pub fn separators(&self, frame: &mut Frame, h: i32) {
        for nth in 0..self.sides.len() {
            let x = self.x(nth) - GAP / 2;
            frame.scene.line((x, frame.y), (x, frame.y + h), LINE, 1);
        }
    }

    /// A label of at most two lines and a small one below them, in the middle of a row of a height.
    pub fn label(&self, frame: &mut Frame, h: i32, label: &str, small: &str) {
        let room = self.label_w - 6;
        let lines = short_lines(label, LABEL_PX, false, room, 2);
        let n = i32::try_from(lines.len()).unwrap_or(1) + i32::from(!small.is_empty());
        let step = 17;
        let mut y = frame.y + h / 2 - (n - 1) * step / 2;
        for line in lines {
            frame.scene.text(MARGIN, y, line, Type::of(LABEL_PX));
            y += step;
        }
        let small = fit(small, SMALL_PX, false, room);
        frame.scene.text(MARGIN, y, small, Type::of(SMALL_PX).color(QUIET));
    }
}

/// How high a row is whose labels have two lines and a small one, or less.
#[must_use]
pub fn row_height(labels: &[(String, String)], label_w: i32) -> i32 {
    let of = |(label, small): &(String, String)| {
        let n = short_lines(label, LABEL_PX, false, label_w - 6, 2).len() + usize::from(!small.is_empty());
        i32::try_from(n).unwrap_or(1) * 17 + 10
    };
    labels.iter().map(of).max().unwrap_or(28)
}

/// The width that labels need, within bounds.
#[must_use]
pub fn label_width<'a>(labels: impl Iterator<Item = &'a str>, least: i32, most: i32) -> i32 {
    let longest = labels.map(|label| width(label, LABEL_PX, false)).fold(0.0, f64::max);
    (whole(longest * 1.05) + 12).clamp(least, most)
}

/// A heading in at most three lines.
fn lines(text: &str, width_px: i32) -> Vec<String> {
    short_lines(text, LABEL_PX, true, width_px, 3)
}

/// A text in at most so many lines, the last one shortened where it is too long.
#[must_use]
pub fn short_lines(text: &str, size_px: i32, is_bold: bool, width_px: i32, most: usize) -> Vec<String> {
    let room = width_px * 97 / 100;
    let all = wrap(text, size_px, is_bold, room);
    let kept = all.len().min(most);
    let mut lines: Vec<String> = all[..kept.saturating_sub(1)].to_vec();
    lines.push(all[kept.saturating_sub(1)..].join(" "));
    lines.iter().map(|line| fit(line, size_px, is_bold, room)).collect()
}

/// A sentence below the panels, in as many lines as it needs.
pub fn remark(frame: &mut Frame, text: &str) {
    frame.y += 14;
    for line in wrap(text, SMALL_PX, false, frame.inner() * 95 / 100) {
        frame.scene.text(MARGIN, frame.y, line, Type::of(SMALL_PX).color(QUIET));
        frame.y += SMALL_PX * 14 / 10;
    }
    frame.y -= 8;
}

/// Hours a week as a bare number.
#[must_use]
pub fn bare(hours: f64) -> String {
    number(hours, 1)
}

/// Which way hours within reach go.
#[must_use]
pub fn reach_turn(gained: f64) -> Turn {
    match gained {
        gained if gained >= 0.005 => Turn::Better,
        gained if gained <= -0.005 => Turn::Worse,
        _ => Turn::Same,
    }
}
