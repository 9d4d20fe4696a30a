//! Whose time comes within reach, and whose leaves it? Partner by partner, those who gain most first.

use super::dumbbell::{Dumbbell, difference_words, number_room};
use super::measure_cells::side_said;
use super::panels::{Panels, bare, label_width, reach_turn, remark, row_height};
use crate::analysis::Outcome;
use crate::chart::frame::{Frame, Words};
use crate::chart::scene::{Area, Type};
use crate::chart::style::{QUIET, SMALL_PX};
use crate::chart::{ChartError, Drawn};
use crate::finding::{Turn, comparison_period, comparison_source, first_name, in_first, named, quoted, signed};
use crate::say;
use crate::scenario::{Comparison, PartnerChange};
use crate::text::capital;
use crate::wording::{and_list, comma_list, hours, sentences};

const NAME: &str = "what-if-partners";
const MOST_ROWS: usize = 30;
const MOST_NAMES: usize = 6;

/// Draws it.
pub fn draw(comparison: &Comparison, width_px: i32) -> Result<Drawn, ChartError> {
    let sides: Vec<usize> = (1..comparison.sides.len()).collect();
    let gain = |partner: &PartnerChange, side: &usize| comparison.reach_gained(partner, *side).unwrap_or(0.0);
    let greatest = |partner: &PartnerChange| sides.iter().map(|side| gain(partner, side).abs()).fold(0.0, f64::max);
    let mut changed: Vec<&PartnerChange> =
        comparison.partners.iter().filter(|partner| greatest(partner) >= 0.005).collect();
    if changed.is_empty() {
        return Ok(Drawn::LeftOut(NAME, say!("what-if-partners-left-out", side = in_first(comparison))));
    }
    changed.sort_by(|a, b| greatest(b).total_cmp(&greatest(a)).then(a.name.cmp(&b.name)));
    let n_more = changed.len().saturating_sub(MOST_ROWS);
    changed.truncate(MOST_ROWS);
    let sum = |partner: &PartnerChange| sides.iter().map(|side| gain(partner, side)).sum::<f64>();
    changed.sort_by(|a, b| sum(b).total_cmp(&sum(a)).then(a.name.cmp(&b.name)));
    let mut frame = Frame::with_source(width_px, words(comparison), comparison_source(comparison));
    let labels: Vec<String> = changed.iter().map(|partner| label(comparison, partner)).collect();
    let label_w = label_width(labels.iter().map(String::as_str), 120, if sides.len() > 2 { 190 } else { 270 });
    for panels in Panels::rows(frame.inner(), label_w, &sides) {
        panels.headings(&mut frame, comparison, true);
        rows(&mut frame, comparison, &panels, &changed, &labels);
        frame.y += 12;
    }
    if n_more > 0 {
        remark(&mut frame, &say!("what-if-partners-more", n = n_more));
    }
    for text in rest_in_words(comparison, &sides) {
        remark(&mut frame, &text);
    }
    frame.finish().map(Drawn::of)
}

fn label(comparison: &Comparison, partner: &PartnerChange) -> String {
    let has_branches = comparison.sides.iter().any(|side| side.results.shown.len() > 1);
    if has_branches && !partner.branch.is_empty() {
        comma_list([&partner.name, &partner.branch])
    } else {
        partner.name.clone()
    }
}

fn rows(frame: &mut Frame, comparison: &Comparison, panels: &Panels, partners: &[&PartnerChange], labels: &[String]) {
    let reach = |partner: &PartnerChange, side: usize| comparison.outcome_a_week(partner, Outcome::Reachable, side);
    let all_sides = 0..comparison.sides.len();
    let most = partners
        .iter()
        .flat_map(|partner| all_sides.clone().filter_map(|side| reach(partner, side)))
        .fold(0.0, f64::max);
    let room = panels.room(number_room([bare(most).as_str()].into_iter()));
    let two_lines: Vec<(String, String)> = labels.iter().map(|label| (label.clone(), String::new())).collect();
    let h = row_height(&two_lines, panels.label_w).max(panels.least_row_h());
    for (n, (partner, label)) in partners.iter().zip(labels).enumerate() {
        let behind = Panels::stripe(frame, n, h);
        panels.separators(frame, h);
        panels.label(frame, h, label, "");
        for (nth, side) in panels.sides.iter().enumerate() {
            let cell = Area { x: panels.x(nth), y: frame.y, w: panels.w, h };
            let (track, words_at, words_w) = panels.parts(cell);
            let Some(own) = reach(partner, *side) else {
                frame.scene.text(
                    track.x + 6,
                    track.y + track.h / 2,
                    say!("side-not-there"),
                    Type::of(SMALL_PX).color(QUIET),
                );
                continue;
            };
            let gained = comparison.reach_gained(partner, *side);
            let turn = gained.map_or(Turn::Other, reach_turn);
            let first = reach(partner, 0).map(|first| (first, bare(first)));
            let first_said = first.as_ref().map(|first| hours(first.0));
            let what = say!("hint-reachable", what = label);
            frame.scene.hint(cell, side_said(comparison, &what, (*side, &hours(own)), first_said.as_deref()));
            Dumbbell { first, own: (own, bare(own)), most, turn, side: *side, ranges: None, behind }.draw(
                &mut frame.scene,
                track,
                room,
            );
            let said = gained.map_or_else(|| say!("side-new"), signed);
            let word = match turn {
                Turn::Better => say!("difference-more"),
                Turn::Worse => say!("difference-less"),
                other => other.word(),
            };
            difference_words(&mut frame.scene, words_at, &said, (turn, &word), words_w);
        }
        frame.y += h;
    }
}

/// Partners without a difference, and partners that one side alone knows.
fn rest_in_words(comparison: &Comparison, sides: &[usize]) -> Vec<String> {
    let is_same = |partner: &&PartnerChange| {
        partner.outcomes.iter().all(Option::is_some)
            && sides.iter().all(|side| comparison.reach_gained(partner, *side).is_some_and(|gain| gain.abs() < 0.005))
    };
    let same: Vec<&str> = comparison.partners.iter().filter(is_same).map(|partner| partner.name.as_str()).collect();
    let mut said = Vec::new();
    if !same.is_empty() {
        said.push(say!("what-if-partners-same", partners = and_list(&same, MOST_NAMES)));
    }
    for (at, side) in comparison.sides.iter().enumerate() {
        let lacks: Vec<&str> = comparison
            .partners
            .iter()
            .filter(|partner| partner.outcomes.get(at).is_some_and(Option::is_none))
            .map(|partner| partner.name.as_str())
            .collect();
        if !lacks.is_empty() {
            said.push(say!(
                "what-if-partners-not-in",
                title = quoted(&side.title),
                partners = and_list(&lacks, MOST_NAMES)
            ));
        }
    }
    said
}

fn words(comparison: &Comparison) -> Words {
    let counts = |side: usize| {
        let gains = comparison.partners.iter().filter_map(|partner| comparison.reach_gained(partner, side));
        gains.fold((0, 0), |(more, less), gain| (more + usize::from(gain >= 0.005), less + usize::from(gain <= -0.005)))
    };
    let told: Vec<String> = (1..comparison.sides.len())
        .map(|side| {
            let with = capital(&named(comparison, side));
            match counts(side) {
                (0, 0) => say!("what-if-partners-none", with = with),
                (more, less) => say!("what-if-partners-title", with = with, more = more, less = less),
            }
        })
        .collect();
    let net = |side: usize| {
        let gains = comparison.partners.iter().filter_map(|partner| comparison.reach_gained(partner, side));
        gains.sum::<f64>()
    };
    let most = (1..comparison.sides.len()).max_by(|a, b| net(*a).total_cmp(&net(*b)).then(b.cmp(a))).unwrap_or(1);
    Words {
        name: NAME,
        title: told.get(most - 1).cloned().unwrap_or_default(),
        subtitle: say!(
            "what-if-partners-subtitle",
            first = first_name(comparison),
            period = comparison_period(comparison)
        ),
        description: say!("what-if-partners-description", told = sentences(&told)),
        table: "comparison_partners",
    }
}
