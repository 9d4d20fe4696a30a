//! Desk hours in a full-time week: the study's own, the library's target, and what published sources report, as context.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Words};
use super::measure::{fit, width};
use super::scene::{Anchor, Area, Type, whole};
use super::style::{DESK, DUTY, INK, LABEL_PX, LINE, MARGIN, QUIET, SHADE, SMALL_PX, USABLE};
use crate::analysis::Results;
use crate::finding::{DeskWeek, desk_weeks, practice_title, shows_practice, target_hours};
use crate::say;
use crate::study::period_in_words;
use crate::wording::{hours, number, percent, semicolon_list};

/// Hours to which the axis runs.
const AXIS_HOURS: f64 = 40.0;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let weeks = desk_weeks(results);
    let target = target_hours(&results.settings);
    if weeks.is_empty() {
        return Ok(Drawn::LeftOut("practice", say!("practice-left-out-nobody")));
    }
    if target.is_none() && !shows_practice(&results.settings) {
        return Ok(Drawn::LeftOut("practice", say!("practice-left-out")));
    }
    let mut frame = Frame::new(results, width_px, words(results, &weeks));
    rows(&mut frame, results, &weeks, target);
    frame.finish().map(Drawn::of)
}

fn words(results: &Results, weeks: &[DeskWeek]) -> Words {
    let described: Vec<String> =
        weeks.iter().map(|week| say!("practice-described", name = &week.name, hours = week.in_words())).collect();
    let period = period_in_words(&results.period);
    Words {
        name: "practice",
        title: practice_title(results),
        subtitle: if shows_practice(&results.settings) {
            say!("practice-subtitle", period = period)
        } else {
            say!("practice-subtitle-target", period = period)
        },
        description: say!("practice-description", rows = semicolon_list(described)),
        table: "practice",
    }
}

fn rows(frame: &mut Frame, results: &Results, weeks: &[DeskWeek], target: Option<f64>) {
    let widest = |texts: &mut dyn Iterator<Item = (&str, bool)>| {
        whole(texts.map(|(text, is_bold)| width(text, LABEL_PX, is_bold)).fold(0.0, f64::max) * 1.05)
    };
    let label_w = widest(&mut weeks.iter().map(|week| (week.name.as_str(), week.is_own))).clamp(120, 330) + 20;
    let amounts: Vec<String> = weeks.iter().map(DeskWeek::in_words).collect();
    let amount_w = widest(&mut amounts.iter().map(|text| (text.as_str(), true))) + 12;
    let (x0, axis_w) = (MARGIN + label_w, frame.inner() - label_w - amount_w);
    let px = |at: f64| x0 + whole(at.min(AXIS_HOURS) / AXIS_HOURS * f64::from(axis_w));
    let row_h = 30;
    let top = frame.y + 22;
    let bottom = top + row_h * i32::try_from(weeks.len()).unwrap_or(0);
    let n_own = i32::try_from(weeks.iter().filter(|week| week.is_own).count()).unwrap_or(0);
    // the study's own rows come first
    frame.scene.fill(Area { x: MARGIN - 6, y: top, w: frame.inner() + 12, h: row_h * n_own }, SHADE);
    for (n, tick) in [0.0, 10.0, 20.0, 30.0, 40.0].into_iter().enumerate() {
        frame.scene.line((px(tick), top - 4), (px(tick), bottom), LINE, 1);
        let how = Type::of(SMALL_PX).color(QUIET).anchor(if n == 0 { Anchor::Left } else { Anchor::Middle });
        frame.scene.text(px(tick), frame.y + 6, say!("practice-tick", hours = number(tick, 0)), how);
    }
    for (n, week) in weeks.iter().enumerate() {
        let y = top + row_h * i32::try_from(n).unwrap_or(0);
        let how = if week.is_own { Type::of(LABEL_PX).bold() } else { Type::of(LABEL_PX) };
        let name = fit(&week.name, LABEL_PX, week.is_own, label_w - 12);
        frame.scene.text(MARGIN, y + row_h / 2, name, how);
        mark(frame, week, y + row_h / 2, &px);
        let said = say!("hint-practice", name = &week.name, hours = &amounts[n], how = &week.conversion);
        frame.scene.hint(Area { x: MARGIN, y, w: frame.inner(), h: row_h }, said);
        let right = frame.scene.width - MARGIN;
        frame.scene.text(right, y + row_h / 2, &amounts[n], how.anchor(Anchor::Right));
    }
    frame.y = bottom + 6;
    if let (Some(target), Some(share)) = (target, results.settings.desk_share_target) {
        let x = px(target);
        frame.scene.line((x, top - 4), (x, bottom + 8), INK, 3);
        frame.y += 16;
        let label = say!("practice-target", share = percent(f64::from(share) / 100.0), hours = hours(target));
        frame.scene.text(x, frame.y, label, Type::of(SMALL_PX).bold().anchor(Anchor::Middle));
        frame.y += 10;
    }
}

/// A range as a band with its mean, a number as a disk.
fn mark(frame: &mut Frame, week: &DeskWeek, y: i32, px: &impl Fn(f64) -> i32) {
    let (low, high) = (px(week.low), px(week.high));
    if week.low < week.high {
        frame.scene.fill(Area { x: low, y: y - 6, w: high - low, h: 12 }, DUTY);
        if let Some(mean) = week.mean {
            frame.scene.fill(Area { x: px(mean) - 2, y: y - 9, w: 4, h: 18 }, DESK);
        }
    } else if week.is_own {
        frame.scene.disk((low, y), 9, DESK);
        frame.scene.disk((low, y), 5, USABLE);
    } else {
        frame.scene.disk((low, y), 6, DUTY);
    }
}
