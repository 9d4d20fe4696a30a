//! One measure of one side beside that of the first: a dumbbell, or two spans of shares.

use super::dumbbell::{Dumbbell, difference_words, number_room};
use super::panels::Panels;
use crate::chart::measure::fit;
use crate::chart::scene::{Area, Scene, Type, whole};
use crate::chart::style::{Color, DESK, INK, LINE, QUIET, SMALL_PX};
use crate::finding::{Turn, amount, bare_amount, difference, turn};
use crate::say;
use crate::scenario::{Amount, Comparison, Measure};
use crate::wording::percent_span;

/// What the cells of a table of measures share.
pub struct MeasureCells<'c> {
    /// The comparison.
    pub comparison: &'c Comparison,
    /// Where the panels are.
    pub panels: &'c Panels,
    /// The room for numbers at the ends of tracks.
    pub room: (i32, i32),
}

impl MeasureCells<'_> {
    /// A measure's amount for a week on a side, and how it is written.
    fn value(&self, measure: &Measure, side: usize) -> Option<(f64, String)> {
        let own = measure.amounts.get(side).copied().flatten()?;
        let text = bare_amount(self.comparison, measure, side)?;
        Some((own.a_week(&self.comparison.sides.get(side)?.results.period), text))
    }

    /// Draws a measure of a side on a track up to `most`.
    pub fn draw(&self, scene: &mut Scene, cell: Area, (key, side, most): (&str, usize, f64), behind: Color) {
        let (track, words_at, words_w) = self.panels.parts(cell);
        let Some(measure) = self.comparison.measure(key) else { return };
        let Some(own) = self.value(measure, side) else {
            let why = fit(&self.why_none(key, side), SMALL_PX, false, track.w - 12);
            scene.text(track.x + 8, track.y + track.h / 2, why, Type::of(SMALL_PX).color(QUIET));
            return;
        };
        let changed = self.comparison.difference(measure, side);
        let turn = changed.map_or(Turn::Other, |changed| turn(measure, changed));
        let room = (self.room.0, self.room.1.max(number_room([own.1.as_str()].into_iter())));
        Dumbbell { first: self.value(measure, 0), own, most, turn, side, ranges: None, behind }
            .draw(scene, track, room);
        if let Some(own) = amount(self.comparison, measure, side) {
            let first = amount(self.comparison, measure, 0);
            scene.hint(cell, side_said(self.comparison, &measure.label, (side, &own), first.as_deref()));
        }
        if let Some(said) = difference(self.comparison, measure, side) {
            difference_words(scene, words_at, &said, (turn, &turn.word()), words_w);
        }
    }

    /// Why a side has no amount of a measure that another has.
    fn why_none(&self, key: &str, side: usize) -> String {
        let added = self.comparison.measure("work_added").and_then(|added| added.amounts.get(side).copied().flatten());
        match added {
            Some(Amount::Minutes(minutes)) if key == "cost" && !minutes.is_zero() => say!("amount-no-rate"),
            Some(_) if key == "cost" => say!("amount-none"),
            _ => say!("amount-not-known"),
        }
    }

    /// Draws the span of desk shares: the first side's hollow, and below it the other's filled. Never whose.
    pub fn draw_shares(&self, scene: &mut Scene, cell: Area, (label, side): (&str, usize)) {
        let (track, words_at, words_w) = self.panels.parts(cell);
        let Some((own, own_text)) = shares(self.comparison, side) else { return };
        let x0 = track.x + self.room.0;
        let w = f64::from((track.w - self.room.0 - self.room.1).max(10));
        let x = |share: f64| x0 + whole(share.clamp(0.0, 1.0) * w);
        let y = track.y + track.h / 2;
        scene.line((x0, y), (x(1.0), y), LINE, 1);
        let first = shares(self.comparison, 0);
        let first_text = first.as_ref().map(|first| first.1.as_str());
        scene.hint(cell, side_said(self.comparison, label, (side, &own_text), first_text));
        if let Some((first, _)) = &first {
            scene.outline(Area { x: x(first.0), y: y - 9, w: (x(first.1) - x(first.0)).max(2), h: 7 }, INK, 1);
        }
        scene.fill(Area { x: x(own.0), y: y + 2, w: (x(own.1) - x(own.0)).max(2), h: 8 }, DESK);
        if first.is_some_and(|first| first.1 == own_text) {
            difference_words(scene, words_at, "", (Turn::Same, &Turn::Same.word()), words_w);
        } else {
            scene.text(words_at.0, words_at.1, fit(&own_text, SMALL_PX, true, words_w), Type::of(SMALL_PX).bold());
        }
    }
}

/// A figure of a side beside that of the first, in a sentence.
#[must_use]
pub fn side_said(comparison: &Comparison, what: &str, (side, own): (usize, &str), first: Option<&str>) -> String {
    let title = |at: usize| comparison.sides.get(at).map_or("", |side| side.title.as_str());
    match first.filter(|_| side > 0) {
        Some(first) => {
            say!("hint-side", what = what, side = title(side), own = own, first_side = title(0), first = first)
        }
        None => say!("hint-side-alone", what = what, side = title(side), own = own),
    }
}

/// The least and the greatest desk share on a side, and how they are written.
#[must_use]
pub fn shares(comparison: &Comparison, side: usize) -> Option<((f64, f64), String)> {
    let of = |key: &str| {
        let own = comparison.measure(key)?.amounts.get(side).copied().flatten()?;
        Some(own.a_week(&comparison.sides.get(side)?.results.period))
    };
    let (least, most) = (of("least_desk_share")?, of("greatest_desk_share")?);
    Some(((least, most), percent_span(least, most)))
}
