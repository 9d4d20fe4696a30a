//! A calendar file: free times and events become windows, or busy events leave windows within working hours.

use super::free_between::free_between;
use super::united::{Slot, SlotDay, Slots};
use super::{Fit, Shape};
use crate::import::foreign::calendar::{
    CalendarIssue, CalendarReading, ClockShows, IssueKind, Occurrence, OccurrenceKind, read_calendar,
};
use crate::import::foreign::cell::Rule;
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::{Code, Problem};
use crate::text::Location;
use crate::time::Day;
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::Tz;

/// Whether a text is a calendar.
#[must_use]
pub fn is_calendar(text: &str) -> bool {
    let head = text.trim_start_matches('\u{feff}').trim_start();
    let begins = |name: &str| head.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    ["BEGIN:VCALENDAR", "BEGIN:VAVAILABILITY", "BEGIN:VEVENT", "BEGIN:VFREEBUSY"].iter().any(|name| begins(name))
}

/// Reads a calendar: how it was understood, its lines, and what came of it.
#[must_use]
pub fn read(file: &str, text: &str, context: &ImportContext) -> (Fit, Sheet, SheetReading) {
    let mut sheet = Sheet::new(file, "");
    for line in text.lines() {
        sheet.push_cell(line);
        sheet.end_row();
    }
    let fit = Fit::new(Shape::Calendar, Target::Windows, None, 100);
    let mut reading = SheetReading::default();
    let Some((first, last)) = context.period else {
        ask(
            file,
            "a calendar has no end: which dates are wanted?",
            "say which: --from 2026-10-01 --to 2026-12-31, or the same under [period] in offdesk.toml",
            &mut reading,
        );
        return (fit, sheet, reading);
    };
    let Some(zone) = zone_of(file, text, context, (first, last), &mut reading) else { return (fit, sheet, reading) };
    let calendar = read_calendar(text, date(first), date(last), zone);
    reading.n_read = calendar.n_components;
    tell_all(&sheet, &calendar.issues, &mut reading);
    let mut windows =
        Windows { sheet: &sheet, context, who: who(file, &calendar, context, &mut reading), slots: Slots::default() };
    windows.take(&calendar.occurrences, (first, last), &mut reading);
    windows.slots.write(&mut reading);
    (fit, sheet, reading)
}

fn ask(file: &str, says: &str, help: &str, reading: &mut SheetReading) {
    let problem = Problem::new(Code::E504, Location::of_file(file))
        .says(says)
        .done("nothing is taken from the calendar")
        .help(help);
    reading.problems.push(problem);
}

/// The library's zone, or else that of the calendar itself.
fn zone_of(
    file: &str,
    text: &str,
    context: &ImportContext,
    (first, last): (Day, Day),
    reading: &mut SheetReading,
) -> Option<Tz> {
    if let Some(zone) = context.zone {
        return Some(zone);
    }
    if let Some(zone) = read_calendar(text, date(first), date(last), Tz::UTC).zone {
        reading.remarks.push(format!("times are of the calendar's own zone, {zone}: the study names none"));
        return Some(zone);
    }
    ask(
        file,
        "the library's time zone is not known",
        "say it: --zone America/New_York, or time_zone in offdesk.toml",
        reading,
    );
    None
}

/// Whose calendar it is: as it was asked for, or as it calls itself, or as its file is named.
fn who(file: &str, calendar: &CalendarReading, context: &ImportContext, reading: &mut SheetReading) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if let Some(name) = &context.name {
        return name.clone();
    }
    let name = calendar.name.clone().filter(|name| !name.trim().is_empty()).unwrap_or_else(|| stem.to_owned());
    reading.assume(Rule::NamedByFile, At { row: 0, column: 0 }, "", || name.clone(), 0);
    name
}

struct Windows<'s> {
    sheet: &'s Sheet,
    context: &'s ImportContext,
    who: String,
    slots: Slots,
}

impl Windows<'_> {
    fn take(&mut self, occurrences: &[Occurrence], period: (Day, Day), reading: &mut SheetReading) {
        let has_offers = occurrences.iter().any(|one| is_offer(one.kind));
        if !has_offers && !self.context.working_hours.is_empty() {
            self.take_free(occurrences, period, reading);
            return;
        }
        for one in occurrences {
            match one.kind {
                OccurrenceKind::Available | OccurrenceKind::FreePeriod => self.push(one, false),
                OccurrenceKind::BusyPeriod { .. } => self.leave_out(one, "a busy time is no window", reading),
                OccurrenceKind::Event { .. } if has_offers => {
                    self.leave_out(one, "the calendar offers times of its own; the event is none of them", reading);
                }
                OccurrenceKind::Event { .. } if one.is_all_day => {
                    self.leave_out(one, "an event of whole days is no time to meet", reading);
                }
                OccurrenceKind::Event { is_tentative, .. } => {
                    let at = at_line(one.line);
                    let minutes = u32::try_from((one.end - one.start).num_minutes()).unwrap_or(0);
                    reading.assume(
                        Rule::EventsAsWindows,
                        at,
                        &one.summary,
                        || one.start.format("%Y-%m-%d %H:%M").to_string(),
                        minutes,
                    );
                    self.push(one, is_tentative);
                }
            }
        }
    }

    /// What working hours leave free between events.
    fn take_free(&mut self, occurrences: &[Occurrence], (first, last): (Day, Day), reading: &mut SheetReading) {
        let is_busy = |one: &&Occurrence| !matches!(one.kind, OccurrenceKind::Event { is_transparent: true, .. });
        let busy: Vec<(Day, u16, u16)> =
            occurrences.iter().filter(is_busy).flat_map(|one| days_of(one.start, one.end)).collect();
        let at = At { row: 0, column: 0 };
        for (day, start, end) in free_between(&busy, &self.context.working_hours, first, last) {
            let minutes = u32::from(end - start);
            reading.assume(
                Rule::FreeBetweenEvents,
                at,
                "",
                || format!("{day} {}", crate::import::foreign::reading::shown(start, end)),
                minutes,
            );
            self.slots.push(Slot::new(&self.who, SlotDay::On(day), (start, end), at));
        }
    }

    fn push(&mut self, one: &Occurrence, is_tentative: bool) {
        for (day, start, end) in days_of(one.start, one.end) {
            let slot = Slot::new(&self.who, SlotDay::On(day), (start, end), at_line(one.line));
            self.slots.push(Slot { is_tentative, ..slot });
        }
    }

    fn leave_out(&self, one: &Occurrence, why: &str, reading: &mut SheetReading) {
        let says = format!("`{}` on {}: {why}", one.summary, one.start.format("%Y-%m-%d"));
        let help =
            "nothing to do, if that is right; where events are busy times, give --working-hours \"Mon-Fri 9:00-17:00\"";
        reading.problem(self.sheet, at_line(one.line), Code::W514, says, help);
    }
}

const fn is_offer(kind: OccurrenceKind) -> bool {
    matches!(kind, OccurrenceKind::Available | OccurrenceKind::FreePeriod)
}

fn at_line(line: u32) -> At {
    At { row: usize::try_from(line.saturating_sub(1)).unwrap_or(0), column: 0 }
}

fn date(day: Day) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(day.0.saturating_add(719_163)).unwrap_or_default()
}

/// A span of time as rows: a short night is one row, what is longer than a day is cut at midnight.
fn days_of(start: NaiveDateTime, end: NaiveDateTime) -> Vec<(Day, u16, u16)> {
    let day = |at: NaiveDateTime| Day(at.date().num_days_from_ce() - 719_163);
    let minute = |at: NaiveDateTime| u16::try_from(at.num_seconds_from_midnight() / 60).unwrap_or(0);
    let (first, last) = (day(start), day(end));
    let mut rows = Vec::new();
    for on in first.0..=last.0 {
        let from = if on == first.0 { minute(start) } else { 0 };
        let to = if on == last.0 { minute(end) } else { 1440 };
        if from < to {
            rows.push((Day(on), from, to));
        }
    }
    match rows[..] {
        [(on, from, 1440), (_, 0, to)] if to <= 360 => vec![(on, from, 1440 + to)],
        _ => rows,
    }
}

/// The issues of a calendar; one that is the same for many events is told once, with their number.
fn tell_all(sheet: &Sheet, issues: &[CalendarIssue], reading: &mut SheetReading) {
    let is_harmless = |issue: &IssueKind| matches!(issue, IssueKind::EmptyRule | IssueKind::EndlessSeries);
    let mut told: Vec<&IssueKind> = Vec::new();
    for issue in issues {
        let is_shared = is_harmless(&issue.what);
        if is_shared && told.contains(&&issue.what) {
            continue;
        }
        let n_same = if is_shared {
            told.push(&issue.what);
            issues.iter().filter(|other| other.what == issue.what).count()
        } else {
            1
        };
        let (says, help) = in_words(&issue.what);
        let more = if n_same > 1 { format!(" (so are {} more)", n_same - 1) } else { String::new() };
        let done = if says.contains("left out") || says.contains("cannot be read") {
            "it is left out"
        } else {
            "it is read as said here"
        };
        let problem = Problem::new(Code::W514, sheet.location(at_line(issue.line))).says(format!("{says}{more}"));
        reading.problems.push(problem.done(done).help(help));
    }
}

fn in_words(issue: &IssueKind) -> (String, &'static str) {
    let check = "check the event in its calendar";
    match issue {
        IssueKind::UnreadableComponent { name } => {
            (format!("{name} is not closed, or cannot be read"), "export the calendar again")
        }
        IssueKind::NoStart => ("an event without a start is left out".to_owned(), check),
        IssueKind::NoLength { start } => (format!("the event at {start} has no length, and is left out"), check),
        IssueKind::EndBeforeStart { start } => {
            (format!("the event at {start} ends before it starts, and is left out"), check)
        }
        IssueKind::UnreadableTime { property, text } => (format!("{property} `{text}` cannot be read"), check),
        IssueKind::UnknownZone { id } => (
            format!("the time zone `{id}` is not known; its times are taken as the library's own"),
            "check the times against the calendar",
        ),
        IssueKind::EmptyRule => {
            ("a rule of recurrence is empty, and the event is taken once".to_owned(), "nothing to do")
        }
        IssueKind::UnreadableRule { rule, part } => {
            (format!("`{part}` of the rule {rule} cannot be followed; the event is taken once"), check)
        }
        IssueKind::RuleTooFrequent { rule } => {
            (format!("the rule {rule} recurs too often for a schedule; the event is taken once"), check)
        }
        IssueKind::StartOutsideRule { start } => {
            (format!("the first date, {start}, is none that the rule of the event names; it is not taken"), check)
        }
        IssueKind::EndlessSeries => {
            ("the series has no end, and is taken to the end of the period".to_owned(), "nothing to do")
        }
        IssueKind::ThisAndFuture { from } => {
            (format!("a change of this and all later events from {from} is taken for that one event"), check)
        }
        IssueKind::ClockChange { written, zone, shows, taken } => {
            let why = match shows {
                ClockShows::Never => "does not exist",
                ClockShows::Twice => "comes twice",
            };
            (format!("{written} {why} in {zone} when the clock changes; {taken} is taken"), check)
        }
        IssueKind::TooManyOccurrences { limit } => (
            format!("the calendar holds more than {limit} events in the period; the rest is left out"),
            "import a shorter period",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{days_of, is_calendar, read};
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::options::Options;
    use crate::import::foreign::reading::shown;
    use crate::time::Day;
    use chrono::NaiveDate;

    fn rows(text: &str, options: &Options) -> Vec<String> {
        let day = |day| Day::from_ymd(2026, 10, day).unwrap_or_default();
        let Ok(mut context) = options.context(day(1), Some((day(5), day(9))), Some("America/New_York")) else {
            return Vec::new();
        };
        context.target = Target::Windows;
        let (_, _, reading) = read("clinic.ics", text, &context);
        let row = |draft: &crate::import::foreign::Draft| {
            let (start, end) = draft.span.unwrap_or_default();
            format!("{} {} {}", draft.get("stakeholder"), draft.cell("date", Target::Windows), shown(start, end))
        };
        reading.drafts.iter().map(row).collect()
    }

    const EVENT: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Board\nDTSTART:20261005T140000Z\nDTEND:20261005T150000Z\nEND:VEVENT\nEND:VCALENDAR\n";

    #[test]
    fn events_are_windows_unless_working_hours_make_them_busy_times() {
        assert_eq!(rows(EVENT, &Options::default()), ["clinic 2026-10-05 10:00-11:00"]);
        let busy = Options {
            working_hours: Some("Mon 9-12".to_owned()),
            name: Some("Clinic".to_owned()),
            ..Options::default()
        };
        assert_eq!(rows(EVENT, &busy), ["Clinic 2026-10-05 09:00-10:00", "Clinic 2026-10-05 11:00-12:00"]);
        assert!(is_calendar("\u{feff}begin:vcalendar\r\n") && !is_calendar("Name,Day"));
    }

    #[test]
    fn long_events_are_cut_at_midnight_and_short_nights_are_not() {
        let at = |day, hour| {
            NaiveDate::from_ymd_opt(2026, 10, day).and_then(|date| date.and_hms_opt(hour, 0, 0)).unwrap_or_default()
        };
        let said = |start, end| {
            days_of(start, end)
                .iter()
                .map(|(day, from, to)| format!("{day} {}", shown(*from, *to)))
                .collect::<Vec<String>>()
        };
        assert_eq!(said(at(5, 22), at(6, 2)), ["2026-10-05 22:00-26:00"]);
        assert_eq!(
            said(at(5, 17), at(7, 9)),
            ["2026-10-05 17:00-24:00", "2026-10-06 00:00-24:00", "2026-10-07 00:00-09:00"]
        );
        assert_eq!(said(at(5, 9), at(6, 0)), ["2026-10-05 09:00-24:00"]);
    }
}
