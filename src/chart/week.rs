//! The week as it is: a row for each person and day, with desk, duties, blocks and contact slots.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::measure::{fit, width};
use super::scene::{Anchor, Area, Type, whole};
use super::style::{
    Color, DESK, DUTY, FRAGMENT, LINE, MARGIN, PAPER, QUIET, REACH, SHADE, SMALL_PX, TINY_PX, USABLE, readable_on,
};
use crate::analysis::{ContactSlot, Doing, Results, Stretch};
use crate::say;
use crate::study::{Activity, PeopleShown, StaffId, date_in_words, time_span};
use crate::time::{ClockTime, Day, Minute, Minutes, Span};
use crate::wording::{and_list, weekday_name};
use std::collections::BTreeMap;

const MOST_PEOPLE: usize = 60;
const ROW_H: i32 = 20;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let name = "week";
    if results.settings.people_shown == PeopleShown::Public {
        return Ok(Drawn::LeftOut(name, say!("week-left-out-public")));
    }
    let mut people: Vec<StaffId> = results.week.iter().map(|(staff, _)| *staff).collect();
    people.dedup();
    if people.is_empty() {
        return Ok(Drawn::LeftOut(name, say!("week-left-out")));
    }
    if people.len() > MOST_PEOPLE {
        return Ok(Drawn::LeftOut(name, say!("week-many", n = people.len())));
    }
    let mut frame = Frame::new(results, width_px, words(results));
    frame.keys(&[
        (Swatch::Filled(DESK), say!("key-desk")),
        (Swatch::Filled(DUTY), say!("key-other-duties")),
        (Swatch::Filled(USABLE), say!("key-usable-block")),
        (Swatch::Hatched(PAPER, FRAGMENT), say!("key-fragment")),
        (Swatch::Bar(REACH), say!("key-could-be-met")),
    ]);
    frame.y += 8;
    let scale = Scale::of(results, &frame, &people);
    for day in (0..7).map(|n| results.week_of.plus(n)) {
        draw_day(&mut frame, results, day, &scale);
    }
    frame.finish().map(Drawn::of)
}

fn words(results: &Results) -> Words {
    let sunday = results.week_of.plus(6);
    let in_week =
        |slot: &&ContactSlot| results.week_of <= slot.span.day() && slot.span.day() <= sunday && !slot.is_tentative;
    let n_slots = results.slots.iter().filter(in_week).count();
    let week = if results.period.is_typical {
        say!("week-typical")
    } else {
        say!("week-of", date = date_in_words(results.week_of))
    };
    Words {
        name: "week",
        title: say!("week-title", week = week, n = n_slots),
        subtitle: say!("week-subtitle"),
        description: say!("week-description", n = n_slots),
        table: "contact_slots",
    }
}

/// From minutes of the day to pixels.
struct Scale {
    first: i32,
    last: i32,
    x0: i32,
    w: i32,
    label_w: i32,
}

impl Scale {
    fn of(results: &Results, frame: &Frame, people: &[StaffId]) -> Scale {
        let of_day = |minute: i32, stretch: &Stretch| minute - Day::of(Minute(stretch.start)).start().0;
        let first = results.week.iter().map(|(_, stretch)| of_day(stretch.start, stretch)).min().unwrap_or(0);
        let last = results.week.iter().map(|(_, stretch)| of_day(stretch.end, stretch)).max().unwrap_or(1440);
        let longest = people.iter().map(|staff| width(&label_of(results, *staff), SMALL_PX, false)).fold(0.0, f64::max);
        let label_w = whole(longest * 1.05).clamp(80, 260) + 10;
        let (first, last) = (first / 60 * 60, (last + 59) / 60 * 60);
        Scale { first, last, x0: MARGIN + label_w, w: frame.inner() - label_w, label_w }
    }

    fn x(&self, minute_of_day: i32) -> i32 {
        let share = f64::from(minute_of_day - self.first) / f64::from((self.last - self.first).max(1));
        self.x0 + whole(share * f64::from(self.w))
    }
}

/// The person; before it the home branch, where several are shown.
fn label_of(results: &Results, staff: StaffId) -> String {
    let person = results.person(staff);
    match person.home.filter(|_| results.shown.len() > 1) {
        Some(home) if !person.label.contains(results.branch_name(home)) => {
            say!("label-of-branch", branch = results.branch_name(home), what = &person.label)
        }
        _ => person.label.clone(),
    }
}

fn draw_day(frame: &mut Frame, results: &Results, day: Day, scale: &Scale) {
    let mut on_day: Vec<&(StaffId, Stretch)> =
        results.week.iter().filter(|(_, stretch)| Day::of(Minute(stretch.start)) == day).collect();
    if on_day.is_empty() {
        return;
    }
    on_day.sort_by_cached_key(|(staff, stretch)| (label_of(results, *staff), *staff, stretch.start));
    frame.cut();
    let weekday = weekday_name(day.weekday());
    let heading =
        if results.period.is_typical { weekday } else { say!("week-day", weekday = weekday, date = day.to_string()) };
    let heading_end = MARGIN + whole(width(&heading, SMALL_PX, true)) + 6;
    frame.scene.text(MARGIN, frame.y, heading, Type::of(SMALL_PX).bold());
    for hour in (scale.first / 60..=scale.last / 60).step_by(2) {
        let time = ClockTime(u16::try_from(hour * 60).unwrap_or(0));
        let x = scale.x(hour * 60);
        let anchor = if x + 20 > frame.scene.width - MARGIN { Anchor::Right } else { Anchor::Middle };
        if x - 20 > heading_end {
            frame.scene.text(x, frame.y, time.to_string(), Type::of(TINY_PX).color(QUIET).anchor(anchor));
        }
    }
    frame.y += 11;
    let top = frame.y;
    for (n, stretches) in on_day.chunk_by(|a, b| a.0 == b.0).enumerate() {
        let row = Area { x: scale.x0, y: frame.y, w: scale.w, h: ROW_H };
        if n % 2 == 0 {
            frame.scene.fill(Area { x: MARGIN - 4, w: frame.scene.width - 2 * MARGIN + 8, ..row }, SHADE);
        }
        let staff = stretches[0].0;
        let label = fit(&label_of(results, staff), SMALL_PX, false, scale.label_w - 8);
        frame.scene.text(MARGIN, frame.y + ROW_H / 2, label, Type::of(SMALL_PX));
        for (_, stretch) in stretches {
            let area = draw_stretch(frame, results, stretch, day, row, scale);
            frame.scene.hint(area, said(results, staff, stretch));
        }
        mark_slots(frame, results, staff, day, row, scale);
        frame.y += ROW_H;
    }
    for hour in (scale.first / 60..=scale.last / 60).step_by(2) {
        frame.scene.line((scale.x(hour * 60), top - 3), (scale.x(hour * 60), top), LINE, 1);
    }
    frame.y += 16;
}

/// What somebody does, in a sentence.
fn said(results: &Results, staff: StaffId, stretch: &Stretch) -> String {
    let doing = match stretch.doing {
        Doing::Desk => Activity::Desk.in_text(),
        Doing::Duty(duty) => duty.in_text(),
        Doing::OffDesk if is_usable(results, stretch) => say!("hint-doing-usable"),
        Doing::OffDesk => say!("hint-doing-fragment"),
        Doing::Unknown => say!("hint-doing-unknown"),
    };
    let span = Span { start: Minute(stretch.start), end: Minute(stretch.end) };
    let (day, time) = when(span);
    say!("hint-stretch", who = label_of(results, staff), day = day, time = time, doing = doing)
}

/// The weekday of a span, and its times.
fn when(span: Span) -> (String, String) {
    let (start, end) = span.clock_times();
    (weekday_name(span.day().weekday()), time_span(start.0, end.0))
}

fn is_usable(results: &Results, stretch: &Stretch) -> bool {
    Minutes(i64::from(stretch.end - stretch.start)) >= Minutes(i64::from(results.settings.min_block))
}

fn draw_stretch(frame: &mut Frame, results: &Results, stretch: &Stretch, day: Day, row: Area, scale: &Scale) -> Area {
    let midnight = day.start().0;
    let (from, to) = (scale.x(stretch.start - midnight), scale.x(stretch.end - midnight));
    let area = Area { x: from, y: row.y + 2, w: to - from, h: row.h - 5 };
    let is_usable = is_usable(results, stretch);
    let (color, label): (Color, &str) = match stretch.doing {
        Doing::Desk => (DESK, Activity::Desk.name()),
        Doing::Duty(duty) => (DUTY, duty.name()),
        Doing::OffDesk if is_usable => (USABLE, ""),
        Doing::OffDesk => (PAPER, ""),
        Doing::Unknown => (PAPER, "?"),
    };
    frame.scene.fill(area, color);
    match stretch.doing {
        Doing::OffDesk if !is_usable => {
            frame.scene.hatch(area, FRAGMENT, 5);
            frame.scene.outline(area, FRAGMENT, 1);
        }
        Doing::Unknown => frame.scene.outline(area, LINE, 1),
        _ => frame.scene.outline(area, PAPER, 1),
    }
    if whole(width(label, TINY_PX, false)) + 6 <= area.w {
        frame.scene.text(
            area.x + area.w / 2,
            area.y + area.h / 2,
            label,
            Type::of(TINY_PX).color(readable_on(color)).anchor(Anchor::Middle),
        );
    }
    area
}

/// A thick line under the time at which this person could meet a partner.
fn mark_slots(frame: &mut Frame, results: &Results, staff: StaffId, day: Day, row: Area, scale: &Scale) {
    let midnight = day.start().0;
    let mut spans: BTreeMap<(Minute, Minute), (Area, Vec<&str>)> = BTreeMap::new();
    for slot in results.slots.iter().filter(|slot| slot.staff == staff && slot.span.day() == day && !slot.is_tentative)
    {
        let (from, to) = (scale.x(slot.span.start.0 - midnight), scale.x(slot.span.end.0 - midnight));
        frame.scene.fill(Area { x: from, y: row.y + row.h - 4, w: (to - from).max(2), h: 4 }, REACH);
        frame
            .scene
            .polygon(vec![(from, row.y + row.h), (from, row.y + row.h - 9), (from + 5, row.y + row.h - 4)], REACH);
        frame.scene.polygon(vec![(to, row.y + row.h), (to, row.y + row.h - 9), (to - 5, row.y + row.h - 4)], REACH);
        let area = Area { x: from, y: row.y + row.h - 9, w: (to - from).max(6), h: 9 };
        spans
            .entry((slot.span.start, slot.span.end))
            .or_insert((area, Vec::new()))
            .1
            .push(&results.stakeholder(slot.stakeholder).name);
    }
    for ((start, end), (area, partners)) in spans {
        let (day, time) = when(Span { start, end });
        let partner = and_list(&partners, partners.len());
        frame
            .scene
            .hint(area, say!("hint-slot", who = label_of(results, staff), day = day, time = time, partner = partner));
    }
}
