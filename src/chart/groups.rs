//! Which groups of partners are out of reach: a bar for each group, reachable and lost, and how many partners nobody can
//! meet.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::measure::{fit, width};
use super::scene::{Anchor, Area, Type, whole};
use super::style::{Color, LABEL_PX, LOST, MARGIN, PAPER, QUIET, REACH, SMALL_PX, TINY_PX, readable_on};
use crate::analysis::{GroupReach, Outcome, Results};
use crate::finding::{group_name, groups_compared, groups_title, hours_a_week};
use crate::say;
use crate::study::period_in_words;
use crate::text::lower_first;
use crate::time::Minutes;
use crate::wording::{at_most_word, percent, semicolon_list};

const MOST_ROWS: usize = 24;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let mut groups = groups_compared(results);
    if groups.is_empty() {
        return Ok(Drawn::LeftOut(
            "groups",
            say!("groups-left-out", n = results.groups.iter().filter(|group| !group.group.is_empty()).count()),
        ));
    }
    let words = words(results, &groups);
    let n_more = groups.len().saturating_sub(MOST_ROWS);
    groups.truncate(MOST_ROWS);
    let mut frame = Frame::new(results, width_px, words);
    frame.keys(&[
        (Swatch::Filled(REACH), say!("key-reachable")),
        (Swatch::Filled(LOST), say!("key-main-reason")),
        (Swatch::Hatched(PAPER, LOST), say!("key-other-reasons")),
    ]);
    let columns = Columns::of(results, &frame, &groups);
    for group in &groups {
        row(&mut frame, results, group, &columns);
    }
    if n_more > 0 {
        frame.y += 10;
        frame.scene.text(MARGIN, frame.y, say!("groups-more", n = n_more), Type::of(SMALL_PX).color(QUIET));
        frame.y += 8;
    }
    frame.finish().map(Drawn::of)
}

fn words(results: &Results, groups: &[&GroupReach]) -> Words {
    let described: Vec<String> = groups
        .iter()
        .map(|group| {
            say!(
                "groups-described",
                group = group_name(group),
                reachable = hours_a_week(results, group.total.of(Outcome::Reachable)),
                window = hours_a_week(results, group.total.window()),
                n = group.n_out_of_reach,
                all = group.n_partners,
            )
        })
        .collect();
    let is_weighted = groups.iter().any(|group| group.weighted.is_some());
    let weighted = if is_weighted { say!("groups-weights") } else { String::new() };
    Words {
        name: "groups",
        title: groups_title(results),
        subtitle: say!("groups-subtitle", period = period_in_words(&results.period), weighted = weighted),
        description: say!("groups-description", groups = semicolon_list(described)),
        table: "groups",
    }
}

/// Where names, bars and counts stand.
struct Columns {
    label_w: i32,
    bars_w: i32,
    most: Minutes,
}

impl Columns {
    fn of(results: &Results, frame: &Frame, groups: &[&GroupReach]) -> Columns {
        let longest = |texts: &mut dyn Iterator<Item = String>, px: i32, is_bold: bool| {
            whole(texts.map(|text| width(&text, px, is_bold)).fold(0.0, f64::max) * 1.05)
        };
        let label_w = longest(&mut groups.iter().map(|group| group_name(group)), LABEL_PX, false).clamp(90, 230) + 16;
        let counts_w = longest(&mut groups.iter().map(|group| out_of_reach(results, group)), SMALL_PX, true)
            .max(longest(&mut groups.iter().map(|group| by_priority(group)), TINY_PX, false));
        Columns {
            label_w,
            bars_w: frame.inner() - label_w - counts_w - 24,
            most: groups.iter().map(|group| group.total.window()).max().unwrap_or_default(),
        }
    }
}

/// How many of a group's partners nobody can meet.
fn out_of_reach(results: &Results, group: &GroupReach) -> String {
    match group.n_out_of_reach {
        0 => say!("group-none-out", all = group.n_partners),
        n => say!("group-out", most = at_most_word(results.is_at_least()), n = n, all = group.n_partners),
    }
}

/// The reachable share by weight; nothing where no priorities are given.
fn by_priority(group: &GroupReach) -> String {
    group
        .weighted
        .map_or_else(String::new, |weighted| say!("group-by-priority", share = percent(weighted.reachable_share())))
}

fn row(frame: &mut Frame, results: &Results, group: &GroupReach, columns: &Columns) {
    let (y, h) = (frame.y, 26);
    let name = group_name(group);
    frame.scene.text(MARGIN, y + 8, fit(&name, LABEL_PX, false, columns.label_w - 10), Type::of(LABEL_PX));
    frame.scene.text(MARGIN, y + 24, say!("group-partners", n = group.n_partners), Type::of(TINY_PX).color(QUIET));
    let reachable = group.total.of(Outcome::Reachable);
    let main = group.main_reason().map_or(Minutes::ZERO, |reason| group.total.of(reason));
    let other = group.total.lost() - main;
    let x0 = MARGIN + columns.label_w;
    let px = |minutes: Minutes| whole(minutes.share_of(columns.most) * f64::from(columns.bars_w));
    let mut sum = Minutes::ZERO;
    for (minutes, color, is_hatched) in [(reachable, REACH, false), (main, LOST, false), (other, PAPER, true)] {
        let (from, to) = (px(sum), px(sum + minutes));
        sum += minutes;
        let area = Area { x: x0 + from, y, w: (to - from).max(i32::from(!minutes.is_zero())), h };
        segment(frame, area, color, is_hatched, &hours_a_week(results, minutes));
    }
    frame.scene.text(x0, y + h + 10, parts(results, group, (reachable, main, other)), Type::of(TINY_PX).color(QUIET));
    let said = say!(
        "hint-group",
        group = name,
        parts = parts(results, group, (reachable, main, other)),
        out = out_of_reach(results, group),
    );
    frame.scene.hint(Area { x: MARGIN, y, w: frame.inner(), h: h + 16 }, said);
    let right = frame.scene.width - MARGIN;
    let out = Type::of(SMALL_PX).anchor(Anchor::Right);
    let out = if group.n_out_of_reach > 0 { out.bold() } else { out };
    frame.scene.text(right, y + 8, out_of_reach(results, group), out);
    frame.scene.text(right, y + 24, by_priority(group), Type::of(TINY_PX).color(QUIET).anchor(Anchor::Right));
    frame.y += h + 26;
}

fn segment(frame: &mut Frame, area: Area, color: Color, is_hatched: bool, amount: &str) {
    if area.w <= 0 {
        return;
    }
    frame.scene.segment(area, color, is_hatched.then_some(LOST));
    let needed = whole(width(amount, SMALL_PX, false) * 1.05) + 8;
    if area.w >= needed && !is_hatched {
        let how = Type::of(SMALL_PX).color(readable_on(color)).anchor(Anchor::Middle);
        frame.scene.text(area.x + area.w / 2, area.y + area.h / 2, amount, how);
    }
}

/// The parts of a bar in words, for the line under it.
fn parts(results: &Results, group: &GroupReach, (reachable, main, other): (Minutes, Minutes, Minutes)) -> String {
    let main_reason = group.main_reason().map_or_else(String::new, |reason| {
        say!("group-main-reason", hours = hours_a_week(results, main), reason = lower_first(&reason.label()))
    });
    let rest =
        if other.is_zero() { String::new() } else { say!("group-other-reasons", hours = hours_a_week(results, other)) };
    say!(
        "group-parts",
        reachable = hours_a_week(results, reachable),
        share = percent(reachable.share_of(group.total.window())),
        lost = main_reason + &rest,
    )
}
