//! When partners can meet and who is free: two aligned maps of the week, and a third for both at once.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::heat_map::{Cell, heat_map, slots_of};
use super::style::{Color, DESK, FRAGMENT, INK, PAPER, REACH, between};
use crate::analysis::{BranchGrids, Grid, Results};
use crate::finding::{half_hour, hours_a_week};
use crate::say;
use crate::study::period_in_words;
use crate::wording::{number, percent, short_number, weekday_name};

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let name = "partners-and-staff";
    if results.merged.hides_free_time {
        return Ok(Drawn::LeftOut(name, say!("public-free-time-chart")));
    }
    let all = &results.whole;
    if all.partners.total().is_zero() {
        return Ok(Drawn::LeftOut(name, say!("partners-and-staff-left-out")));
    }
    let used = [&all.partners, &all.releasable, &all.open];
    let Some(slots) = slots_of(&used) else {
        return Ok(Drawn::LeftOut(name, say!("partners-and-staff-no-hours")));
    };
    let days: Vec<usize> = super::heat_map::days_of(&used);
    let mut frame = Frame::new(results, width_px, words(results, all));
    frame.keys(&[
        (Swatch::Outlined(INK), say!("key-library-open")),
        (Swatch::Filled(between(PAPER, FRAGMENT, 0.9)), say!("key-more-partners")),
        (Swatch::Filled(between(PAPER, DESK, 0.8)), say!("key-more-staff")),
        (Swatch::Filled(between(PAPER, REACH, 0.9)), say!("key-more-both")),
    ]);
    frame.heading(&say!("partners-and-staff-partners"));
    numbers(&mut frame, results, &days, slots, all, (&all.partners, FRAGMENT), |day, slot, number| {
        say!("hint-partners", day = weekday_name(day), time = half_hour(slot), number = number)
    });
    frame.heading(&say!("partners-and-staff-staff"));
    numbers(&mut frame, results, &days, slots, all, (&all.releasable, DESK), |day, slot, number| {
        say!("hint-releasable", day = weekday_name(day), time = half_hour(slot), number = number)
    });
    frame.heading(&say!("partners-and-staff-both"));
    heat_map(&mut frame, &days, slots, &all.open, |day, slot| {
        let share = all.both.average(day, slot, results.period.n_weekdays(day));
        let has_partner = !all.partners.at(day, slot).is_zero();
        (share > 0.0 || has_partner).then(|| Cell {
            color: between(PAPER, REACH, 0.1 + 0.85 * share),
            hatch: None,
            label: if share > 0.0 && share < 0.005 { say!("under-one") } else { number(share * 100.0, 0) },
            is_bold: share > 0.0,
            said: say!("hint-both", day = weekday_name(day), time = half_hour(slot), share = percent(share)),
        })
    });
    frame.finish().map(Drawn::of)
}

fn words(results: &Results, all: &BranchGrids) -> Words {
    let (inside, outside) = results.inside_and_outside();
    let title = if outside.is_zero() {
        say!("partners-and-staff-title-inside", hours = hours_a_week(results, inside))
    } else {
        say!("partners-and-staff-title-outside", share = percent(outside.share_of(inside + outside)))
    };
    let mut subtitle = vec![say!("partners-and-staff-subtitle", period = period_in_words(&results.period))];
    if results.shown.len() > 1 {
        subtitle.push(say!("partners-and-staff-branches", n = results.shown.len()));
    }
    Words {
        name: "partners-and-staff",
        title,
        subtitle: subtitle.join(" "),
        description: say!(
            "partners-and-staff-description",
            partners = hours_a_week(results, all.partners.total()),
            both = hours_a_week(results, all.both.total()),
        ),
        table: "week_grid",
    }
}

fn numbers(
    frame: &mut Frame,
    results: &Results,
    days: &[usize],
    slots: (usize, usize),
    all: &BranchGrids,
    (grid, color): (&Grid, Color),
    said: impl Fn(usize, usize, &str) -> String,
) {
    let average = |day: usize, slot: usize| grid.average(day, slot, results.period.n_weekdays(day));
    let most = days
        .iter()
        .flat_map(|day| (slots.0..slots.1).map(move |slot| (*day, slot)))
        .map(|(day, slot)| average(day, slot))
        .fold(1.0, f64::max);
    heat_map(frame, days, slots, &all.open, |day, slot| {
        let value = average(day, slot);
        (value > 0.0).then(|| Cell {
            color: between(PAPER, color, 0.15 + 0.75 * value / most),
            hatch: None,
            label: short_number(value),
            is_bold: false,
            said: said(day, slot, &short_number(value)),
        })
    });
}
