//! Reads a list of events: each a window; or, where working hours are given, what they leave free.

use super::super::Fit;
use super::super::free_between::free_between;
use super::super::free_text::keep_out;
use super::super::sheet_dates::SheetDates;
use super::super::united::{Slot, SlotDay, Slots};
use super::super::who::data_rows;
use super::event::{Event, ShownAs, event, parts_in_words};
use crate::import::foreign::cell::{ClockHint, Rule, TimeForm, WrittenDate, WrittenTime, read_date_time, read_time};
use crate::import::foreign::reading::{ImportContext, SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::{Code, Problem};
use crate::time::Day;

/// Reads a list of events.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let rows = data_rows(sheet, fit);
    let written = written_dates(sheet, fit, &rows);
    let dates = SheetDates::settle(sheet, &written, context, &mut reading);
    let hint = ClockHint { is_full_day: is_full_day(sheet, fit, &rows), ..ClockHint::default() };
    let mut events = Vec::new();
    for &row in &rows {
        reading.n_read += 1;
        match event(sheet, fit, row, (&dates, hint), &mut reading) {
            Some(event) => events.push(event),
            None => reading.n_left_out += 1,
        }
    }
    if rows.iter().any(|row| has_time(sheet, fit, *row)) {
        let at = At { row: fit.first_row(), column: fit.column("start_time").unwrap_or(0) };
        reading.assume(Rule::FloatingTime, at, "", || "the library's own wall-clock times".to_owned(), 0);
    }
    let mut slots = Slots::default();
    if context.working_hours.is_empty() {
        let owner = Owner::of(sheet, fit, (events.as_slice(), context), &mut reading);
        offered(sheet, fit, &owner, &events, &mut slots, &mut reading);
    } else {
        let who = context.name.clone().unwrap_or_else(|| stem(sheet, &mut reading));
        left_free(sheet, fit, &who, (events.as_slice(), context), &mut slots, &mut reading);
    }
    keep_out(sheet, fit, &rows, &mut reading);
    slots.write(&mut reading);
    reading
}

/// Whose calendar it is, where nothing says so: the file's name stands for it.
fn stem(sheet: &Sheet, reading: &mut SheetReading) -> String {
    let name = sheet.file.rsplit(['/', '\\']).next().unwrap_or(&sheet.file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
    reading.assume(Rule::NamedByFile, At { row: 0, column: 0 }, "", || stem.clone(), 0);
    stem
}

/// Whose times are the events?
enum Owner {
    /// One person's or partner's.
    One(String),
    /// Each its own, as a column says.
    InColumn(usize),
    /// Each that of the partner whom its subject names.
    InSubject,
}

impl Owner {
    fn of(
        sheet: &Sheet,
        fit: &Fit,
        (events, context): (&[Event], &ImportContext),
        reading: &mut SheetReading,
    ) -> Owner {
        if let Some(column) = fit.column("stakeholder") {
            return Owner::InColumn(column);
        }
        if let Some(name) = &context.name {
            return Owner::One(name.clone());
        }
        if !events.is_empty() && events.iter().all(|event| is_name(&event.subject)) {
            let line =
                "every subject looks like a name, and is taken for the partner's; if it is none, say whose: --name";
            reading.remarks.push(line.to_owned());
            return Owner::InSubject;
        }
        Owner::One(stem(sheet, reading))
    }

    fn name<'a>(&'a self, sheet: &'a Sheet, event: &'a Event) -> &'a str {
        match self {
            Owner::One(name) => name,
            Owner::InColumn(column) => sheet.cell(event.at.row, *column),
            Owner::InSubject => &event.subject,
        }
    }
}

/// `Elm Street School`, `Tool & Die`: several words, all with capitals but the small ones.
fn is_name(subject: &str) -> bool {
    let is_part = |word: &str| {
        let is_small = ["of", "the", "and", "for", "at", "in", "de", "la", "von", "und"].contains(&word);
        is_small || word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
    };
    subject.split_whitespace().count() > 1 && subject.split_whitespace().all(is_part)
}

fn has_time(sheet: &Sheet, fit: &Fit, row: usize) -> bool {
    fit.column("start_time").is_some_and(|column| !sheet.cell(row, column).is_empty())
}

fn written_dates(sheet: &Sheet, fit: &Fit, rows: &[usize]) -> Vec<(At, WrittenDate)> {
    let columns = ["start_date", "end_date"].into_iter().filter_map(|field| fit.column(field));
    let cells = columns.flat_map(|column| rows.iter().map(move |row| At { row: *row, column }));
    cells.filter_map(|at| Some((at, read_date_time(sheet.cell(at.row, at.column))?.0))).collect()
}

fn is_full_day(sheet: &Sheet, fit: &Fit, rows: &[usize]) -> bool {
    let columns = ["start_time", "end_time"].into_iter().filter_map(|field| fit.column(field));
    let times: Vec<WrittenTime> =
        columns.flat_map(|column| rows.iter().filter_map(move |row| read_time(sheet.cell(*row, column)))).collect();
    let is_late = |time: &WrittenTime| time.form == TimeForm::Full && (time.minutes >= 780 || time.minutes < 60);
    times.iter().any(is_late) && times.iter().all(|time| time.half.is_none())
}

/// Each event is a time that is offered.
fn offered(sheet: &Sheet, fit: &Fit, owner: &Owner, events: &[Event], slots: &mut Slots, reading: &mut SheetReading) {
    for event in events {
        let who = owner.name(sheet, event);
        let why_not = match event.shown_as {
            _ if event.is_all_day => "an event of whole days is no time to meet",
            ShownAs::Away => "an event marked as out of office is no time to meet",
            _ if who.is_empty() => "the row does not say whose time it is",
            _ => "",
        };
        if !why_not.is_empty() {
            leave_out(sheet, event, why_not, reading);
            continue;
        }
        let note = if matches!(owner, Owner::InSubject) { "" } else { event.subject.as_str() };
        let is_tentative = event.shown_as == ShownAs::Tentative;
        for (day, start, end) in &event.parts {
            let slot = Slot::new(who, SlotDay::On(*day), (*start, *end), event.at).text("note", note);
            let taken = || format!("{day} {}", shown(*start, *end));
            reading.assume(Rule::EventsAsWindows, event.at, &event.subject, taken, slot.minutes());
            if is_tentative {
                let taken = || "tentative".to_owned();
                reading.assume(Rule::Graded, event.at, &event.subject, taken, slot.minutes());
            }
            slots.push(Slot { is_tentative, ..slot.text("mode", mode(sheet, fit, event.at.row)) });
        }
    }
}

fn leave_out(sheet: &Sheet, event: &Event, why: &str, reading: &mut SheetReading) {
    let problem = Problem::new(Code::W514, sheet.location(event.at))
        .says(format!("`{}` ({}): {why}", event.subject, parts_in_words(&event.parts)))
        .done("the event is left out")
        .help(
            "nothing to do, if that is right; where events are busy times, give --working-hours \"Mon-Fri 9:00-17:00\"",
        );
    reading.problems.push(problem);
    reading.n_left_out += 1;
}

fn mode(sheet: &Sheet, fit: &Fit, row: usize) -> &'static str {
    let place = fit.column("location").map_or("", |column| sheet.cell(row, column)).to_lowercase();
    if ["online", "zoom", "teams", "video call", "http"].iter().any(|word| place.contains(word)) {
        "online"
    } else {
        ""
    }
}

/// What working hours leave free of the events, on the dates of the period.
fn left_free(
    sheet: &Sheet,
    fit: &Fit,
    who: &str,
    (events, context): (&[Event], &ImportContext),
    slots: &mut Slots,
    reading: &mut SheetReading,
) {
    let at = At { row: fit.header.unwrap_or(0), column: fit.column("start_date").unwrap_or(0) };
    let Some((first, last)) = context.period else {
        let says = "free time is what working hours leave on certain dates, and no period says which";
        let help = "say which: --from 2026-10-01 --to 2026-12-31, or the same under [period] in offdesk.toml";
        reading.problem(sheet, at, Code::E507, says, help);
        reading.n_left_out = reading.n_read;
        return;
    };
    for event in events.iter().filter(|event| event.shown_as == ShownAs::Free) {
        let problem = Problem::new(Code::W514, sheet.location(event.at))
            .says(format!("`{}` is marked as free", event.subject))
            .done("it does not take any working time")
            .help("mark it as busy, if it does");
        reading.problems.push(problem);
    }
    let busy = |test: fn(ShownAs) -> bool| -> Vec<(Day, u16, u16)> {
        events.iter().filter(|event| test(event.shown_as)).flat_map(|event| event.parts.iter().copied()).collect()
    };
    let surely = busy(|shown_as| matches!(shown_as, ShownAs::Busy | ShownAs::Away));
    let perhaps = busy(|shown_as| shown_as != ShownAs::Free);
    for (busy, is_tentative) in [(perhaps, false), (surely, true)] {
        // time that only a tentative event takes is tentative; where both say free, the firm slot wins
        for (day, start, end) in free_between(&busy, &context.working_hours, first, last) {
            let slot = Slot::new(who, SlotDay::On(day), (start, end), at);
            if !is_tentative {
                let written = format!("{} events", events.len());
                let taken = || format!("{day} {}", shown(start, end));
                reading.assume(Rule::FreeBetweenEvents, at, &written, taken, slot.minutes());
            }
            slots.push(Slot { is_tentative, ..slot });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context, n_assumed, october, rows, sheet};
    use super::super::{fit, read};
    use crate::import::foreign::cell::{DateOrder, Rule};
    use crate::import::foreign::reading::{ImportContext, SheetReading};
    use crate::time::WeekdaySet;

    const GOOGLE: &str = "Subject|Start Date|Start Time|End Date|End Time|All Day Event|Description|Location|Private";

    fn reading(lines: &[&str], context: &ImportContext) -> SheetReading {
        let sheet = sheet(lines);
        read(&sheet, &fit(&sheet).expect("a calendar"), context)
    }

    #[test]
    fn events_are_windows_of_the_calendars_owner() {
        let lines = [
            GOOGLE,
            "Walk|10/05/2026|3:30 PM|10/05/2026|5:00 PM|False||Main|False",
            "Noon|10/21/2026|12:15 PM|10/21/2026|12:45 PM|False||Zoom|False",
        ];
        let named = ImportContext { name: Some("Elm Club".to_owned()), ..context() };
        let reading = reading(&lines, &named);
        assert_eq!(rows(&reading), ["Elm Club 2026-10-05 15:30-17:00", "Elm Club 2026-10-21 12:15-12:45 online"]);
        assert_eq!((n_assumed(&reading, Rule::DateOrder), n_assumed(&reading, Rule::FloatingTime)), (1, 1));
        assert_eq!(n_assumed(&reading, Rule::EventsAsWindows), 2);
    }

    #[test]
    fn events_of_whole_days_are_no_windows() {
        let lines = [
            GOOGLE,
            "Fall break: no club|10/22/2026||10/23/2026||True|||",
            "Walk|10/26/2026|3:30 PM|10/26/2026|5:00 PM|False|||",
        ];
        let reading = reading(&lines, &context());
        assert_eq!(rows(&reading), ["answers 2026-10-26 15:30-17:00"]);
        assert_eq!((codes(&reading), reading.n_left_out), (vec!["W514"], 1));
        assert_eq!(n_assumed(&reading, Rule::NamedByFile), 1);
    }

    #[test]
    fn subjects_that_are_names_say_whose_times_they_are() {
        let lines = [
            GOOGLE,
            "Elm Club|10/26/2026|3:30 PM|10/26/2026|5:00 PM|False|||",
            "House of Ash & Oak|10/27/2026|3:30 PM|10/27/2026|5:00 PM|False|||",
        ];
        let names = ["Elm Club 2026-10-26 15:30-17:00", "House of Ash & Oak 2026-10-27 15:30-17:00"];
        assert_eq!(rows(&reading(&lines, &context())), names);
        let named = ImportContext { name: Some("Pine School".to_owned()), ..context() };
        assert!(rows(&reading(&lines, &named)).iter().all(|row| row.starts_with("Pine School")));
    }

    #[test]
    fn an_order_that_nothing_proves_leaves_the_rows_out() {
        let lines = [
            GOOGLE,
            "Walk|10/05/2026|3:30 PM|10/05/2026|5:00 PM|False|||",
            "Walk|10/07/2026|3:30 PM|10/07/2026|5:00 PM|False|||",
        ];
        let asked = reading(&lines, &context());
        assert_eq!((rows(&asked).len(), codes(&asked), asked.n_left_out), (0, vec!["E503"], 2));
        let given = ImportContext { date_order: Some(DateOrder::MonthFirst), ..context() };
        assert_eq!(
            rows(&reading(&lines, &given)),
            ["answers 2026-10-05 15:30-17:00", "answers 2026-10-07 15:30-17:00"]
        );
    }

    #[test]
    fn a_german_short_form_and_the_number_of_show_time_as_are_read() {
        let lines = [
            "Titel|BeginnDatum|BeginnZeit|EndeDatum|EndeZeit|Anzeigen als",
            "Treff|26.10.2026|13:30:00|26.10.2026|14:00:00|2",
            "Kurs|27.10.2026|9:00:00|27.10.2026|10:00:00|1",
            "Fort|28.10.2026|9:00:00|28.10.2026|10:00:00|3",
        ];
        let reading = reading(&lines, &context());
        assert_eq!(rows(&reading), ["answers 2026-10-26 13:30-14:00", "answers 2026-10-27 09:00-10:00 tentative"]);
        assert_eq!(codes(&reading), ["W514"]);
    }

    #[test]
    fn working_hours_make_the_events_busy_time() {
        let lines = [
            "Subject|Start Date|Start Time|End Date|End Time|All day event|Show time as",
            "Visit|2026-10-05|10:00|2026-10-05|12:00|False|2",
            "Perhaps|2026-10-05|15:00|2026-10-05|16:00|False|1",
            "Banner|2026-10-12||2026-10-12||True|0",
            "Leave|2026-10-19||2026-10-19||True|3",
        ];
        let mondays = vec![(WeekdaySet::range(0, 0), 540, 1020)];
        let busy = ImportContext { working_hours: mondays, ..october() };
        let reading = reading(&lines, &busy);
        assert_eq!(
            rows(&reading),
            [
                "answers 2026-10-05 09:00-10:00",
                "answers 2026-10-05 12:00-15:00",
                "answers 2026-10-05 16:00-17:00",
                "answers 2026-10-05 15:00-16:00 tentative",
                "answers 2026-10-12 09:00-17:00",
                "answers 2026-10-26 09:00-17:00",
            ]
        );
        assert_eq!((codes(&reading), n_assumed(&reading, Rule::FreeBetweenEvents)), (vec!["W514"], 5));
    }

    #[test]
    fn without_a_period_free_time_has_no_dates() {
        let lines = [GOOGLE, "Walk|2026-10-05|3:30 PM|2026-10-05|5:00 PM|False|||"];
        let busy = ImportContext { working_hours: vec![(WeekdaySet::DAILY, 540, 1020)], ..context() };
        assert_eq!(codes(&reading(&lines, &busy)), ["E507"]);
    }
}
