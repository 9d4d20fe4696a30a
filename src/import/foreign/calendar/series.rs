//! When does each event take place? Series are repeated, days left out, changed occurrences put in their place.

use super::context::Context;
use super::event::Event;
use super::expand::expand;
use super::issue::IssueKind;
use super::length::Length;
use super::moment::Moment;
use super::occurrence::{Occurrence, OccurrenceKind};
use super::place::local_span;
use super::rule::Rule;
use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// All occurrences of some events that touch the days asked for. Events of one `UID` are one series and its changes.
pub fn repeat(events: Vec<Event>, context: &mut Context) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for set in sets(events) {
        repeat_set(&set, context, &mut found);
    }
    found
}

/// The events of each `UID`, in the order of the file; one without is a set of its own.
fn sets(events: Vec<Event>) -> Vec<Vec<Event>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut sets: Vec<Vec<Event>> = Vec::new();
    for event in events {
        let uid = event.label.uid.clone();
        let place = if uid.is_empty() { sets.len() } else { *places.entry(uid).or_insert(sets.len()) };
        if place == sets.len() {
            sets.push(Vec::new());
        }
        sets[place].push(event);
    }
    sets
}

fn repeat_set(set: &[Event], context: &mut Context, found: &mut Vec<Occurrence>) {
    let (changes, series): (Vec<&Event>, Vec<&Event>) = set.iter().partition(|event| event.replaces.is_some());
    let newest = series.iter().map(|event| event.sequence).max();
    let series: Vec<&Event> = series.into_iter().filter(|event| Some(event.sequence) == newest).collect();
    if !series.is_empty() && series.iter().all(|event| event.is_cancelled) {
        return;
    }
    let changes = newest_changes(&changes);
    for event in series.into_iter().filter(|event| !event.is_cancelled) {
        repeat_event(event, &changes, context, found);
    }
    for event in changes.into_iter().filter(|event| !event.is_cancelled) {
        let length = event.length;
        found.extend(length.and_then(|length| event.label.place(event.start, length, context)));
    }
}

/// Of several changes of one occurrence the newest holds; of equal ones the last in the file.
fn newest_changes<'e>(changes: &[&'e Event]) -> Vec<&'e Event> {
    let mut newest: BTreeMap<(bool, NaiveDateTime, String), &'e Event> = BTreeMap::new();
    for &event in changes {
        let Some(replaced) = event.replaces else { continue };
        let zone = replaced.zone.map_or_else(String::new, |zone| zone.to_string());
        let held = newest.entry((replaced.is_date, replaced.wall, zone)).or_insert(event);
        if held.sequence <= event.sequence {
            *held = event;
        }
    }
    newest.into_values().collect()
}

fn repeat_event(event: &Event, changes: &[&Event], context: &mut Context, found: &mut Vec<Occurrence>) {
    let home = event.start.zone.unwrap_or(context.asked);
    let starts = starts_of(event, home, context);
    let left_out = LeftOut::of(event, changes, home, context);
    let n_before = found.len();
    for (&wall, &length) in starts.iter().filter(|(wall, _)| !left_out.contains(**wall)) {
        let start = Moment { wall, ..event.start };
        found.extend(length.and_then(|length| event.label.place(start, length, context)));
    }
    context.tell_limit(event.label.line);
    if event.rules.is_empty() || event.label.kind == OccurrenceKind::Available {
        return;
    }
    if found.len() > n_before && event.rules.iter().any(Rule::is_endless) {
        context.raise(event.label.line, IssueKind::EndlessSeries);
    }
    let start = event.start.wall;
    let is_outside = !context.effort.is_over && !starts.contains_key(&start) && !left_out.contains(start);
    if is_outside && is_wanted(event, context) {
        context.raise(event.label.line, IssueKind::StartOutsideRule { start });
    }
}

/// Whether the first occurrence of a series would touch the days asked for.
fn is_wanted(event: &Event, context: &Context) -> bool {
    let span = event.length.and_then(|length| local_span(event.start, length, context.asked));
    span.is_some_and(|span| context.touches(span.start, span.end))
}

/// When the occurrences of a series start on the clock of its home, and how long each lasts.
fn starts_of(event: &Event, home: Tz, context: &mut Context) -> BTreeMap<NaiveDateTime, Option<Length>> {
    let mut starts: BTreeMap<NaiveDateTime, Option<Length>> = BTreeMap::new();
    if event.rules.is_empty() {
        starts.insert(event.start.wall, event.length);
    }
    starts.extend(named_by(&event.rules, event, context).into_iter().map(|wall| (wall, event.length)));
    for &(moment, length) in &event.added {
        let wall = moment.wall_in(home);
        let is_day_of_timed = moment.is_date && !event.start.is_date;
        let wall = if is_day_of_timed { wall.date().and_time(event.start.wall.time()) } else { wall };
        starts.insert(wall, length.or(event.length));
    }
    starts
}

fn named_by(rules: &[Rule], event: &Event, context: &mut Context) -> Vec<NaiveDateTime> {
    let window = context.window(event.longest());
    let (start, asked) = (event.start, context.asked);
    let named = rules.iter().map(|rule| {
        let until = rule.last_wall(start, asked);
        expand(rule, start.wall, until, window, &mut context.effort)
    });
    named.flatten().collect()
}

/// The starts that a series is not to have: days left out, and occurrences in whose place something else stands.
struct LeftOut {
    walls: BTreeSet<NaiveDateTime>,
    days: BTreeSet<NaiveDate>,
}

impl LeftOut {
    fn of(event: &Event, changes: &[&Event], home: Tz, context: &mut Context) -> LeftOut {
        let mut left_out = LeftOut { walls: BTreeSet::new(), days: BTreeSet::new() };
        let replaced = changes.iter().filter_map(|change| change.replaces);
        for moment in event.left_out.iter().copied().chain(replaced) {
            if moment.is_date || event.start.is_date {
                left_out.days.insert(moment.wall_in(home).date());
            } else {
                left_out.walls.insert(moment.wall_in(home));
            }
        }
        left_out.walls.extend(named_by(&event.exception_rules, event, context));
        left_out
    }

    fn contains(&self, wall: NaiveDateTime) -> bool {
        self.walls.contains(&wall) || self.days.contains(&wall.date())
    }
}
