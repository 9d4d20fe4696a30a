//! When partners can meet and who is free: two aligned maps of the week, and a third for both at once.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::heat_map::{Cell, heat_map, short, slots_of};
use super::style::{Color, DESK, FRAGMENT, INK, PAPER, REACH, between};
use crate::analysis::{BranchGrids, Grid, Results};
use crate::finding::{half_hour, hours_a_week, percent, weekday_name};
use crate::say;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let name = "partners-and-staff";
    if results.merged.hides_free_time {
        return Ok(Drawn::LeftOut(name, say!("public-free-time-chart")));
    }
    let all = &results.whole;
    if all.partners.total().is_zero() {
        let why = "When partners can meet and who is free is not drawn: no stakeholder has a window in the period.";
        return Ok(Drawn::LeftOut(name, why.to_owned()));
    }
    let used = [&all.partners, &all.releasable, &all.open];
    let Some(slots) = slots_of(&used) else {
        return Ok(Drawn::LeftOut(
            name,
            "When partners can meet is not drawn: the period has no open hours.".to_owned(),
        ));
    };
    let days: Vec<usize> = super::heat_map::days_of(&used);
    let mut frame = Frame::new(results, width_px, words(results, all));
    frame.keys(&[
        (Swatch::Outlined(INK), "library open"),
        (Swatch::Filled(between(PAPER, FRAGMENT, 0.9)), "more partners: darker"),
        (Swatch::Filled(between(PAPER, DESK, 0.8)), "more staff: darker"),
        (Swatch::Filled(between(PAPER, REACH, 0.9)), "more of the half hour: darker"),
    ]);
    frame.heading("Partners who can meet, on average");
    numbers(&mut frame, results, &days, slots, all, (&all.partners, FRAGMENT), |day, slot, number| {
        say!("hint-partners", day = weekday_name(day), time = half_hour(slot), number = number)
    });
    frame.heading("Staff for outreach who are off the desk and may leave the building, on average");
    numbers(&mut frame, results, &days, slots, all, (&all.releasable, DESK), |day, slot, number| {
        say!("hint-releasable", day = weekday_name(day), time = half_hour(slot), number = number)
    });
    frame.heading("Both at once: percent of the half hour in which a partner can meet and somebody may leave");
    heat_map(&mut frame, &days, slots, &all.open, |day, slot| {
        let share = all.both.average(day, slot, results.period.n_weekdays(day));
        let has_partner = !all.partners.at(day, slot).is_zero();
        (share > 0.0 || has_partner).then(|| Cell {
            color: between(PAPER, REACH, 0.1 + 0.85 * share),
            hatch: None,
            label: percent(share).replace(" %", "").replace("under ", "<"),
            is_bold: share > 0.0,
            said: say!("hint-both", day = weekday_name(day), time = half_hour(slot), share = percent(share)),
        })
    });
    frame.finish().map(Drawn::of)
}

fn words(results: &Results, all: &BranchGrids) -> Words {
    let (inside, outside) = results.inside_and_outside();
    let title = if outside.is_zero() {
        format!("Partners can meet for {} a week, all of it while the library is open", hours_a_week(results, inside))
    } else {
        format!("{} of partner time falls outside opening hours", percent(outside.share_of(inside + outside)))
    };
    let several = if results.shown.len() > 1 {
        format!(
            " The maps show {} branches as one; a line is drawn where at least half of the most are open.",
            results.shown.len()
        )
    } else {
        String::new()
    };
    Words {
        name: "partners-and-staff",
        title,
        subtitle: format!("By weekday and half hour, averages over {}.{several}", results.period),
        description: format!(
            "Three maps of the week: partners who can meet ({} a week in all), staff who may leave, and both at once ({} a week).",
            hours_a_week(results, all.partners.total()),
            hours_a_week(results, all.both.total())
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
            label: short(value),
            is_bold: false,
            said: said(day, slot, &short(value)),
        })
    });
}
