//! Desk cover: people on each desk by weekday and half hour, against the minimum.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::heat_map::{Cell, days_of, heat_map, slots_of};
use super::style::{ABOVE, AT, BELOW, BELOW_LINE, INK, between};
use crate::analysis::{DeskCover, Grid, Results};
use crate::finding::{desk_label, half_hour, hours_a_week};
use crate::say;
use crate::study::period_in_words;
use crate::wording::{short_number, weekday_name};

const MOST_PANELS: usize = 16;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let name = "desk-cover";
    let shown: Vec<&DeskCover> =
        results.desk_cover.iter().filter(|cover| !cover.person.is_zero() || !cover.missing_person.is_zero()).collect();
    if shown.is_empty() {
        return Ok(Drawn::LeftOut(name, say!("desk-cover-left-out")));
    }
    if shown.len() > MOST_PANELS {
        return Ok(Drawn::LeftOut(name, say!("desk-cover-many", n = shown.len())));
    }
    let mut frame = Frame::new(results, width_px, words(results));
    frame.keys(&[
        (Swatch::Hatched(BELOW, BELOW_LINE), say!("key-under-minimum")),
        (Swatch::Filled(AT), say!("key-at-minimum")),
        (Swatch::Filled(between(AT, ABOVE, 1.0)), say!("key-above-minimum")),
        (Swatch::Outlined(INK), say!("key-library-open")),
    ]);
    for cover in shown {
        panel(&mut frame, results, cover);
    }
    frame.finish().map(Drawn::of)
}

fn words(results: &Results) -> Words {
    let totals = results.desk_totals();
    let (above, under) = (totals.above_minimum_person, totals.under_minimum);
    let (n_above, n_under) = (hours_a_week(results, above), hours_a_week(results, under));
    let title = match (above.is_zero(), under.is_zero()) {
        (true, true) => say!("desk-cover-title-at"),
        (false, true) => say!("desk-cover-title-above", above = &n_above),
        (true, false) => say!("desk-cover-title-under", under = &n_under),
        (false, false) => say!("desk-cover-title-both", above = &n_above, under = &n_under),
    };
    Words {
        name: "desk-cover",
        title,
        subtitle: say!("desk-cover-subtitle", period = period_in_words(&results.period)),
        description: say!("desk-cover-description", above = n_above, under = n_under),
        table: "desk_grid",
    }
}

fn panel(frame: &mut Frame, results: &Results, cover: &DeskCover) {
    let none = Grid::default();
    let open = results.grids.iter().find(|grids| grids.branch == cover.branch).map_or(&none, |grids| &grids.open);
    let desk = desk_label(results, cover.branch, cover.desk);
    let above = hours_a_week(results, cover.above_minimum_person);
    let under = hours_a_week(results, cover.under_minimum);
    frame.cut();
    frame.heading(&say!("desk-cover-panel", desk = desk, above = above, under = under));
    let used = [&cover.people, &cover.minimum, &cover.open_grid];
    let Some(slots) = slots_of(&used) else { return };
    heat_map(frame, &days_of(&used), slots, open, |day, slot| {
        let n_dates = results.period.n_weekdays(day);
        let (people, under, above) = (cover.people.at(day, slot), cover.under.at(day, slot), cover.above.at(day, slot));
        if people.is_zero() && cover.open_grid.at(day, slot).is_zero() {
            return None;
        }
        let label = short_number(cover.average(day, slot, n_dates));
        let said = said(results, cover, (day, slot), &label);
        if !under.is_zero() {
            return Some(Cell { color: BELOW, hatch: Some(BELOW_LINE), label, is_bold: false, said });
        }
        let share = above.share_of(cover.open_grid.at(day, slot));
        let color = if above.is_zero() { AT } else { between(AT, ABOVE, 0.45 + 0.55 * share) };
        Some(Cell { color, hatch: None, label, is_bold: !above.is_zero(), said })
    });
}

/// What a half hour at a desk says.
fn said(results: &Results, cover: &DeskCover, (day, slot): (usize, usize), people: &str) -> String {
    let (open, under) = (cover.open_grid.at(day, slot), cover.under.at(day, slot));
    let minimum = short_number(cover.minimum.at(day, slot).share_of(open));
    let (desk, day, time) = (results.desk_name(cover.desk), weekday_name(day), half_hour(slot));
    match (open.is_zero(), under.is_zero()) {
        (true, _) => say!("hint-desk-closed", desk = desk, day = day, time = time, people = people),
        (_, true) => say!("hint-desk", desk = desk, day = day, time = time, people = people, minimum = minimum),
        _ => say!(
            "hint-desk-under",
            desk = desk,
            day = day,
            time = time,
            people = people,
            minimum = minimum,
            minutes = under.0
        ),
    }
}
