//! What does desk time that changes hands buy? Reachable partner time over moved desk time, as a curve.

use super::dumbbell::Mark;
use super::panels::{bare, remark};
use crate::chart::frame::{Frame, Words};
use crate::chart::measure::{fit, width};
use crate::chart::scene::{Anchor, Area, Type, whole};
use crate::chart::style::{LINE, MARGIN, QUIET, REACH, SMALL_PX};
use crate::chart::{ChartError, Drawn};
use crate::finding::{against_first, comparison_period, comparison_source, first_name, in_first, is_at_least};
use crate::say;
use crate::scenario::Comparison;
use crate::time::Minutes;
use crate::wording::{at_least, hours, number, semicolon_list};

const NAME: &str = "what-if-trade-off";
const PLOT_H: i32 = 330;

/// What a schedule moves and reaches, over the period of the comparison's first side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeOffPoint {
    /// Desk time that changes hands.
    pub moved: Minutes,
    /// Partner time that is reachable then.
    pub reachable: Minutes,
    /// A few words for it.
    pub label: String,
}

/// A point in hours a week.
struct Point {
    moved: f64,
    reachable: f64,
    label: String,
}

/// Draws it.
pub fn draw(comparison: &Comparison, points: &[TradeOffPoint], width_px: i32) -> Result<Drawn, ChartError> {
    let Some(first) = comparison.sides.first().filter(|_| points.iter().any(|point| !point.moved.is_zero())) else {
        return Ok(Drawn::LeftOut(NAME, say!("trade-off-left-out")));
    };
    let week = |minutes: Minutes| first.results.period.hours_a_week(minutes);
    let mut all: Vec<Point> = points
        .iter()
        .map(|point| Point { moved: week(point.moved), reachable: week(point.reachable), label: point.label.clone() })
        .collect();
    if points.iter().all(|point| !point.moved.is_zero()) {
        let reachable = first.results.outcome_totals().of(crate::analysis::Outcome::Reachable);
        all.push(Point { moved: 0.0, reachable: week(reachable), label: first.title.clone() });
    }
    all.sort_by(|a, b| a.moved.total_cmp(&b.moved).then(a.reachable.total_cmp(&b.reachable)));
    let mut frame = Frame::with_source(width_px, words(comparison, &all), comparison_source(comparison));
    let unplaced = plot(&mut frame, &all);
    if !unplaced.is_empty() {
        remark(&mut frame, &say!("trade-off-unplaced", points = semicolon_list(&unplaced)));
    }
    frame.finish().map(Drawn::of)
}

fn words(comparison: &Comparison, points: &[Point]) -> Words {
    let (first, best) = (
        points.first(),
        points.iter().max_by(|a, b| a.reachable.total_cmp(&b.reachable).then(b.moved.total_cmp(&a.moved))),
    );
    let title = match (first, best) {
        (Some(first), Some(best)) if best.reachable > first.reachable + 0.005 => say!(
            "trade-off-title",
            moved = hours(best.moved),
            reachable = at_least(is_at_least(comparison), hours(best.reachable)),
            against = against_first(comparison, best.reachable - first.reachable, first.reachable),
        ),
        _ => say!("trade-off-title-none", side = in_first(comparison)),
    };
    let told = points.iter().map(|point| {
        let said = said(point);
        if point.label.is_empty() { said } else { say!("side-told", title = &point.label, what = said) }
    });
    Words {
        name: NAME,
        title,
        subtitle: say!("trade-off-subtitle", period = comparison_period(comparison), first = first_name(comparison)),
        description: say!("trade-off-description", told = semicolon_list(told)),
        table: "trade_off",
    }
}

/// What a point moves and reaches.
fn said(point: &Point) -> String {
    say!("trade-off-point", moved = hours(point.moved), reachable = hours(point.reachable))
}

/// A round step that cuts a range into about five.
fn step(most: f64) -> f64 {
    let rough = (most / 5.0).max(1e-6);
    let ten = 10f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * ten >= rough * 0.999).unwrap_or(10.0);
    (factor * ten).max(0.1)
}

fn tick(value: f64, step: f64) -> String {
    number(value, u8::from(step < 1.0))
}

/// Axes, curve, points and labels; the labels for which there is no room.
fn plot(frame: &mut Frame, points: &[Point]) -> Vec<String> {
    let most_x = points.iter().map(|point| point.moved).fold(0.0, f64::max);
    let most_y = points.iter().map(|point| point.reachable).fold(0.0, f64::max);
    let (step_x, step_y) = (step(most_x), step(most_y));
    let (end_x, end_y) = ((most_x / step_x).ceil() * step_x, ((most_y * 1.08) / step_y).ceil() * step_y);
    frame.scene.text(MARGIN, frame.y, say!("trade-off-y"), Type::of(SMALL_PX).color(QUIET));
    frame.y += 16;
    let area = Area { x: MARGIN + 44, y: frame.y, w: frame.inner() - 44 - 24, h: PLOT_H };
    let x = |value: f64| area.x + whole(value / end_x.max(1e-9) * f64::from(area.w));
    let y = |value: f64| area.y + area.h - whole(value / end_y.max(1e-9) * f64::from(area.h));
    let quiet = Type::of(SMALL_PX).color(QUIET);
    let mut at = 0.0;
    while at <= end_y + step_y / 2.0 {
        frame.scene.line((area.x, y(at)), (area.x + area.w, y(at)), LINE, 1);
        frame.scene.text(area.x - 8, y(at), tick(at, step_y), quiet.anchor(Anchor::Right));
        at += step_y;
    }
    at = 0.0;
    while at <= end_x + step_x / 2.0 {
        frame.scene.line((x(at), area.y + area.h), (x(at), area.y + area.h + 5), QUIET, 1);
        frame.scene.text(x(at), area.y + area.h + 15, tick(at, step_x), quiet.anchor(Anchor::Middle));
        at += step_x;
    }
    let places: Vec<(i32, i32)> = points.iter().map(|point| (x(point.moved), y(point.reachable))).collect();
    for pair in places.windows(2) {
        frame.scene.line(pair[0], pair[1], REACH, 3);
    }
    for (n, place) in places.iter().enumerate() {
        let mark = if n == 0 { Mark::First } else { Mark::Diamond };
        mark.draw(&mut frame.scene, *place, 6);
        let (moved, reachable) = (hours(points[n].moved), hours(points[n].reachable));
        let said = match points[n].label.as_str() {
            "" => say!("hint-point", moved = moved, reachable = reachable),
            label => say!("hint-point-named", label = label, moved = moved, reachable = reachable),
        };
        frame.scene.hint(Area { x: place.0 - 10, y: place.1 - 10, w: 20, h: 20 }, said);
    }
    let unplaced = labels(frame, area, points, &places);
    frame.y = area.y + area.h + 34;
    frame.scene.text(area.x + area.w, frame.y, say!("trade-off-x"), quiet.anchor(Anchor::Right));
    frame.y += 8;
    unplaced
}

/// Sets each label where it meets neither the curve nor another label.
fn labels(frame: &mut Frame, area: Area, points: &[Point], places: &[(i32, i32)]) -> Vec<String> {
    let mut taken: Vec<Area> = places.iter().map(|(x, y)| Area { x: x - 7, y: y - 7, w: 14, h: 14 }).collect();
    for pair in places.windows(2) {
        let n = ((pair[1].0 - pair[0].0).abs() + (pair[1].1 - pair[0].1).abs()) / 5 + 1;
        let between = |from: i32, to: i32, k: i32| from + (to - from) * k / n;
        taken.extend((0..=n).map(|k| Area {
            x: between(pair[0].0, pair[1].0, k) - 2,
            y: between(pair[0].1, pair[1].1, k) - 2,
            w: 4,
            h: 4,
        }));
    }
    // points with a name first; a number that has no room beside its point is left to the table
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(|at| points[*at].label.is_empty());
    let mut unplaced = Vec::new();
    for at in order {
        let (point, (x, y)) = (&points[at], places[at]);
        let number = bare(point.reachable);
        let label = fit(&point.label, SMALL_PX, false, 190);
        let w = whole(width(&label, SMALL_PX, false).max(width(&number, SMALL_PX, true)) * 1.06) + 4;
        let h = if label.is_empty() { 16 } else { 32 };
        let tries = [8, 14, 20]
            .into_iter()
            .flat_map(|d| [(8, d), (-w / 2, d), (-w - 8, -h - d + 6), (-w / 2, -h - d), (8, -h - d), (-w - 8, d)]);
        let free = tries.map(|(dx, dy)| Area { x: x + dx, y: y + dy, w, h }).find(|place| {
            let is_inside = place.x >= area.x + 2
                && place.x + place.w <= area.x + area.w + 22
                && place.y >= area.y - 2
                && place.y + place.h <= area.y + area.h - 2;
            is_inside && !taken.iter().any(|other| meet(place, other))
        });
        if let Some(place) = free {
            frame.scene.text(place.x + 2, place.y + 8, number, Type::of(SMALL_PX).bold());
            frame.scene.text(place.x + 2, place.y + 23, label, Type::of(SMALL_PX));
            taken.push(place);
        } else if !point.label.is_empty() {
            unplaced.push(say!("in-brackets", what = &point.label, more = said(point)));
        }
    }
    unplaced
}

fn meet(a: &Area, b: &Area) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
