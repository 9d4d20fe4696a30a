//! Where the week goes: hours a week by role (by person with names), stacked.

use super::ChartError;
use super::chart::{Chart, Drawn};
use super::frame::{Frame, Swatch, Words};
use super::measure::{fit, width};
use super::scene::{Anchor, Area, Type, guide, whole};
use super::style::{
    Color, DESK, DUTY, FRAGMENT, LABEL_PX, MARGIN, PAPER, QUIET, SMALL_PX, TINY_PX, USABLE, readable_on,
};
use crate::analysis::{Results, TimeTotals};
use crate::finding::hours_a_week;
use crate::say;
use crate::study::{Activity, PeopleShown, period_in_words};
use crate::time::Minutes;
use crate::wording::{at_most, comma_list, hours, number, percent};

const MOST_ROWS: usize = 60;

/// One bar.
struct Row {
    label: String,
    n_people: usize,
    totals: TimeTotals,
}

fn rows(results: &Results) -> Vec<Row> {
    if results.settings.people_shown == PeopleShown::Names {
        let one = |account: &crate::analysis::StaffTime| {
            let mut totals = TimeTotals::default();
            totals.add(account);
            let person = results.person(account.staff).label.as_str();
            let label = if results.shown.len() > 1 {
                comma_list([person, results.branch_name(account.branch)])
            } else {
                person.to_owned()
            };
            Row { label, n_people: 1, totals }
        };
        return results.staff_time.iter().map(one).collect();
    }
    results.time_by_role().into_iter().map(|(label, totals)| Row { label, n_people: totals.n_people, totals }).collect()
}

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let name = "time-use";
    let mut rows = rows(results);
    if rows.is_empty() {
        return Ok(Drawn::LeftOut(name, say!("time-use-left-out")));
    }
    rows.sort_by(|a, b| b.totals.on_shift.cmp(&a.totals.on_shift).then(a.label.cmp(&b.label)));
    let n_more = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let all = results.time_totals();
    let mut frame = Frame::new(results, width_px, words(results, &all, n_more));
    frame.keys(&[
        (Swatch::Filled(DESK), say!("key-desk")),
        (Swatch::Filled(DUTY), say!("key-other-duties")),
        (Swatch::Filled(USABLE), say!("key-usable-blocks")),
        (Swatch::Hatched(PAPER, FRAGMENT), say!("key-fragments")),
    ]);
    let longest = rows.iter().map(|row| width(&row.label, LABEL_PX, false)).fold(0.0, f64::max);
    let label_w = whole(longest * 1.05).clamp(90, width_px * 3 / 10) + 12;
    let bars_w = frame.inner() - label_w - 72;
    let most = rows.iter().map(|row| row.totals.on_shift).max().unwrap_or_default();
    for row in &rows {
        bar(&mut frame, results, row, (label_w, bars_w), most);
    }
    let x0 = MARGIN + label_w;
    guide(&mut frame.scene, (x0, x0 + bars_w), frame.y - 4);
    frame.finish().map(|chart: Chart| Drawn::of(chart))
}

fn words(results: &Results, all: &TimeTotals, n_more: usize) -> Words {
    let min_block = results.settings.min_block;
    let period = period_in_words(&results.period);
    let by = if results.settings.people_shown == PeopleShown::Names { "person" } else { "role" };
    let mut subtitle = vec![say!("time-use-subtitle", by = by, period = period, min_block = min_block)];
    if results.is_at_least() {
        subtitle.push(say!("time-use-at-least"));
    }
    if n_more > 0 {
        subtitle.push(say!("more-rows", n = n_more));
    }
    let share = at_most(results.is_at_least(), percent(all.desk().share_of(all.on_shift)));
    Words {
        name: "time-use",
        title: say!("time-use-title", share = share),
        subtitle: subtitle.join(" "),
        description: say!(
            "time-use-description",
            by = by,
            desk = hours_a_week(results, all.desk()),
            other = hours_a_week(results, all.other_duties()),
            usable = hours_a_week(results, all.usable),
            fragments = hours_a_week(results, all.fragments),
        ),
        table: if results.settings.people_shown == PeopleShown::Names { "staff_time" } else { "role_time" },
    }
}

fn bar(frame: &mut Frame, results: &Results, row: &Row, (label_w, bars_w): (i32, i32), most: Minutes) {
    let (y, h) = (frame.y, 30);
    let label = fit(&row.label, LABEL_PX, false, label_w - 10);
    frame.scene.text(MARGIN, y + if row.n_people > 1 { 9 } else { h / 2 }, label, Type::of(LABEL_PX));
    if row.n_people > 1 {
        frame.scene.text(MARGIN, y + 24, say!("people", n = row.n_people), Type::of(TINY_PX).color(QUIET));
    }
    let parts = parts(&row.totals);
    let px = |minutes: Minutes| minutes.share_of(most) * f64::from(bars_w);
    let mut at = 0.0;
    for Part { label, said, minutes, color, is_hatched } in parts {
        let (from, to) = (whole(at), whole(at + px(minutes)));
        let area = Area { x: MARGIN + label_w + from, y, w: to - from, h };
        frame.scene.segment(area, color, is_hatched.then_some(FRAGMENT));
        let amount = number(results.period.hours_a_week(minutes), 1);
        segment_label(frame, area, (&label, &amount), color, is_hatched);
        frame.scene.hint(
            area,
            say!(
                "hint-time",
                who = &row.label,
                n = row.n_people,
                part = said,
                hours = hours_a_week(results, minutes),
                total = hours_a_week(results, row.totals.on_shift)
            ),
        );
        at += px(minutes);
    }
    let duties = duties_in_words(results, &row.totals, bars_w);
    frame.scene.text(MARGIN + label_w, y + h + 9, duties, Type::of(TINY_PX).color(QUIET));
    let total = hours(results.period.hours_a_week(row.totals.on_shift));
    frame.scene.text(MARGIN + label_w + whole(at) + 8, y + h / 2, total, Type::of(LABEL_PX).bold());
    frame.y += h + 24;
}

/// One part of a bar.
struct Part {
    label: String,
    said: String,
    minutes: Minutes,
    color: Color,
    is_hatched: bool,
}

/// What a bar is made of, from the left.
fn parts(totals: &TimeTotals) -> Vec<Part> {
    let part =
        |label: String, said: String, minutes, color| Part { label, said, minutes, color, is_hatched: color == PAPER };
    let duty =
        |activity: &Activity| part(activity.in_text(), activity.in_text(), totals.by_activity[activity.index()], DUTY);
    let mut parts = vec![part(Activity::Desk.in_text(), Activity::Desk.in_text(), totals.desk(), DESK)];
    parts.extend(Activity::ALL[1..Activity::N_COUNTED].iter().map(duty));
    parts.push(part(say!("bar-usable"), say!("hint-part-usable"), totals.usable, USABLE));
    parts.push(part(say!("bar-fragments"), say!("bar-fragments"), totals.fragments, PAPER));
    parts.retain(|part| !part.minutes.is_zero());
    parts
}

/// The other duties and their hours, for the line under a bar.
fn duties_in_words(results: &Results, totals: &TimeTotals, width_px: i32) -> String {
    let said: Vec<String> = Activity::ALL[1..Activity::N_COUNTED]
        .iter()
        .map(|duty| (duty, totals.by_activity[duty.index()]))
        .filter(|(_, minutes)| !minutes.is_zero())
        .map(|(duty, minutes)| say!("bar-part", what = duty.in_text(), hours = hours_a_week(results, minutes)))
        .collect();
    let line = if said.is_empty() { String::new() } else { say!("bar-other-duties", duties = comma_list(&said)) };
    fit(&line, TINY_PX, false, width_px + 60)
}

/// The name and the hours, or the hours alone, where there is room.
fn segment_label(frame: &mut Frame, area: Area, (label, amount): (&str, &str), color: Color, is_hatched: bool) {
    let how = Type::of(SMALL_PX).color(readable_on(color)).anchor(Anchor::Middle);
    for text in [say!("bar-part", what = label, hours = amount), amount.to_owned()] {
        let needed = whole(width(&text, SMALL_PX, false) * 1.04) + 8;
        if needed <= area.w {
            if is_hatched {
                frame.scene.fill(
                    Area { x: area.x + (area.w - needed) / 2 + 2, y: area.y + 7, w: needed - 4, h: area.h - 14 },
                    PAPER,
                );
            }
            frame.scene.text(area.x + area.w / 2, area.y + area.h / 2, text, how);
            return;
        }
    }
}
