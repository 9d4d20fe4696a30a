//! A poll with slots down and people across, as a bookmarklet of when2meet writes it: a day, a time, and 1 or 0 for
//! each name.

use super::answer::{answered, is_answer};
use super::list::{field_of, plain};
use super::sheet_dates::SheetDates;
use super::united::{Slot, SlotDay, Slots};
use super::who::{columns_of, data_rows, first_rows};
use super::{Fit, Shape};
use crate::import::foreign::cell::{
    ClockHint, Half, Rule, WrittenDate, WrittenTime, read_date, read_range, read_time, read_weekday,
};
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::ClockTime;
use std::collections::{BTreeMap, BTreeSet};

/// Rows in which a header is looked for, and rows below it that are looked at.
const HEAD: usize = 15;
const SAMPLE: usize = 60;
const DAY_HEADERS: [&str; 4] = ["day", "date", "weekday", "dayofweek"];
const TIME_HEADERS: [&str; 9] =
    ["time", "times", "start", "starttime", "slot", "timeslot", "slots", "datetime", "daytime"];
/// Columns that add up the others.
const TOTALS: [&str; 6] = ["total", "count", "sum", "totalavailable", "n", "numberavailable"];

/// Recognizes a poll of slots.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let header = |column: usize| plain(sheet.cell(row, column));
    let find = |known: &[&str]| (0..sheet.n_cells(row).min(4)).find(|column| known.contains(&header(*column).as_str()));
    let time = find(&TIME_HEADERS)?;
    // a poll has slots and people; a row with an end of its own is a shift or a window
    if (0..sheet.n_cells(row)).any(|column| field_of(sheet.cell(row, column)) == Some("end")) {
        return None;
    }
    let mut fit = Fit::new(Shape::SlotPoll, Target::Windows, Some(row), 0);
    if let Some(day) = find(&DAY_HEADERS) {
        fit = fit.with(day, sheet.cell(row, day), "day");
    }
    fit = fit.with(time, sheet.cell(row, time), "time");
    let sample: Vec<usize> = first_rows(sheet, &fit, SAMPLE);
    let n_slots = sample.iter().filter(|row| when(sheet, **row, &fit).is_some()).count();
    if n_slots == 0 || n_slots * 10 < sample.len() * 8 {
        return None;
    }
    let mut is_in_numbers = true;
    for column in 0..sheet.n_cells(row) {
        let is_known = fit.columns.iter().any(|mapped| mapped.column == column);
        if is_known || TOTALS.contains(&header(column).as_str()) || !is_of_answers(sheet, &sample, column) {
            continue;
        }
        if matches!(field_of(sheet.cell(row, column)), Some("count" | "open" | "close" | "is_open_shift")) {
            return None;
        }
        is_in_numbers &= sample.iter().all(|row| ["", "0", "1"].contains(&sheet.cell(*row, column)));
        fit = fit.with(column, sheet.cell(row, column), "name");
    }
    fit.score = if is_in_numbers { 95 } else { 84 };
    fit.column("name").is_some().then_some(fit)
}

fn is_of_answers(sheet: &Sheet, rows: &[usize], column: usize) -> bool {
    let mut cells = rows.iter().map(|row| sheet.cell(*row, column)).filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(is_answer)
}

/// The day of a slot as it is written.
#[derive(Clone, Copy, Debug)]
enum WrittenDay {
    Weekday(usize),
    Date(WrittenDate),
}

/// The time of a slot as it is written.
#[derive(Clone, Copy, Debug)]
enum WrittenSlot {
    Start(WrittenTime),
    Range(u16, u16),
}

fn written_day(text: &str) -> Option<WrittenDay> {
    read_weekday(text).map(WrittenDay::Weekday).or_else(|| read_date(text).map(WrittenDay::Date))
}

fn written_slot(text: &str) -> Option<WrittenSlot> {
    if let Some(time) = read_time(text) {
        return Some(WrittenSlot::Start(time));
    }
    read_range(text, ClockHint::default()).ok().map(|range| WrittenSlot::Range(range.start, range.end))
}

/// The day and the time of a row: in two cells, or in one (`Monday 09:00:00 AM`).
fn when(sheet: &Sheet, row: usize, fit: &Fit) -> Option<(WrittenDay, WrittenSlot)> {
    let time = sheet.cell(row, fit.column("time")?);
    if let Some(day) = fit.column("day") {
        return Some((written_day(sheet.cell(row, day))?, written_slot(time)?));
    }
    time.char_indices().filter(|(_, c)| c.is_whitespace()).find_map(|(at, _)| {
        let (day, rest) = (time.get(..at)?, time.get(at..)?.trim());
        // a date is not a range that a spreadsheet changed, where a day stands before it
        let is_date =
            rest.split_whitespace().next().is_some_and(|word| word.contains(['-', '/']) && read_date(word).is_some());
        let slot = if is_date { None } else { written_slot(rest) };
        Some((written_day(day)?, slot?))
    })
}

/// A row of the poll: from when, and to when if that is written.
struct PollRow {
    row: usize,
    day: SlotDay,
    start: u16,
    end: Option<u16>,
}

/// Reads a poll of slots.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    if has_names_without_cells(sheet, fit, &mut reading) {
        return reading;
    }
    let mut rows = poll_rows(sheet, fit, context, &mut reading);
    leave_out_repeated(sheet, fit, &mut rows, &mut reading);
    let Some(length) = slot_length(sheet, fit, &rows, &mut reading) else { return reading };
    let names = columns_of(fit, "name");
    let mut slots = Slots::default();
    for poll_row in &rows {
        for &column in &names {
            let at = At { row: poll_row.row, column };
            let name = sheet.cell(fit.header.unwrap_or(0), column);
            let span = (poll_row.start, poll_row.end.unwrap_or(poll_row.start + length));
            let slot = Slot::new(name, poll_row.day, span, at);
            if !name.is_empty()
                && let Some(slot) = answered(sheet, at, slot, &mut reading)
            {
                slots.push(slot);
            }
        }
    }
    note_nameless(sheet, fit, &names, &mut reading);
    slots.write(&mut reading);
    reading
}

/// A name that holds a comma makes the header longer than every row: then no column is surely anybody's.
fn has_names_without_cells(sheet: &Sheet, fit: &Fit, reading: &mut SheetReading) -> bool {
    let header = fit.header.unwrap_or(0);
    let n_named = (0..sheet.n_cells(header))
        .rev()
        .find(|column| !sheet.cell(header, *column).is_empty())
        .map_or(0, |last| last + 1);
    let rows = data_rows(sheet, fit);
    let n_cells = rows.iter().map(|row| sheet.n_cells(*row)).max().unwrap_or(0);
    if n_named <= n_cells {
        return false;
    }
    let says = format!("the header has {n_named} cells and no row has more than {n_cells}: does a name hold a comma?");
    let at = At { row: header, column: n_named - 1 };
    reading.problem(
        sheet,
        at,
        Code::E504,
        says,
        "take the comma out of the name, or put the name between quotation marks",
    );
    reading.n_read = rows.len();
    reading.n_left_out = rows.len();
    true
}

fn note_nameless(sheet: &Sheet, fit: &Fit, names: &[usize], reading: &mut SheetReading) {
    let header = fit.header.unwrap_or(0);
    for column in names.iter().copied().filter(|column| sheet.cell(header, *column).is_empty()) {
        let at = At { row: header, column };
        reading.problem(
            sheet,
            at,
            Code::E504,
            "a column of answers has no name above it",
            "write whose answers these are",
        );
    }
}

/// The rows whose day and time can be read.
fn poll_rows(sheet: &Sheet, fit: &Fit, context: &ImportContext, reading: &mut SheetReading) -> Vec<PollRow> {
    let at = |row: usize| At { row, column: fit.column("day").or_else(|| fit.column("time")).unwrap_or(0) };
    let mut written = Vec::new();
    for row in data_rows(sheet, fit) {
        reading.n_read += 1;
        match when(sheet, row, fit) {
            Some(when) => written.push((row, when)),
            None => {
                reading.n_left_out += 1;
                let help = "write the day as Mon or 2026-10-05, and the time as 9:00 AM";
                reading.problem(sheet, at(row), Code::E507, "the row does not say which day and which time", help);
            }
        }
    }
    let dates: Vec<(At, WrittenDate)> = written
        .iter()
        .filter_map(|(row, (day, _))| if let WrittenDay::Date(date) = day { Some((at(*row), *date)) } else { None })
        .collect();
    let dates = SheetDates::settle(sheet, &dates, context, reading);
    let mut clock = Clock::of(&written);
    let mut rows = Vec::new();
    for (row, (day, slot)) in written {
        let place = at(row);
        let day = match day {
            WrittenDay::Weekday(weekday) => Some(SlotDay::Weekly(weekday)),
            WrittenDay::Date(date) => {
                dates.day(sheet, place, (date, sheet.cell(place.row, place.column)), reading).map(SlotDay::On)
            }
        };
        let Some(day) = day else {
            reading.n_left_out += 1;
            continue;
        };
        rows.push(match slot {
            WrittenSlot::Range(start, end) => PollRow { row, day, start, end: Some(end) },
            WrittenSlot::Start(time) => {
                let place = At { row, column: fit.column("time").unwrap_or(0) };
                let start = clock.minutes(day, time, (place, sheet.cell(place.row, place.column)), reading);
                PollRow { row, day, start, end: None }
            }
        });
    }
    rows
}

/// Which half of the day a bare time is in: on a 24-hour clock where some are, else after the slot before it.
struct Clock {
    is_full_day: bool,
    last: BTreeMap<SlotDay, u16>,
}

impl Clock {
    fn of(written: &[(usize, (WrittenDay, WrittenSlot))]) -> Clock {
        let times: Vec<WrittenTime> = written
            .iter()
            .filter_map(|(_, (_, slot))| if let WrittenSlot::Start(time) = slot { Some(*time) } else { None })
            .collect();
        let is_late = |time: &WrittenTime| time.minutes >= 780 || time.minutes < 60;
        let is_full_day = times.iter().any(is_late) && times.iter().all(|time| time.half.is_none());
        Clock { is_full_day, last: BTreeMap::new() }
    }

    fn minutes(&mut self, day: SlotDay, time: WrittenTime, (at, text): (At, &str), reading: &mut SheetReading) -> u16 {
        let before = self.last.get(&day).copied();
        let minutes = match time.is_known() {
            // some clocks write midnight, the start of the day, as 24:00
            Some(minutes) => minutes % 1440,
            None if self.is_full_day => {
                reading.assume(Rule::FullDayClock, at, text, || ClockTime(time.minutes).to_string(), 0);
                time.minutes
            }
            None => {
                let morning = time.in_half(Half::Am);
                let is_afternoon = morning < 7 * 60 || before.is_some_and(|before| morning <= before);
                let minutes = if is_afternoon { time.in_half(Half::Pm) } else { morning };
                reading.assume(Rule::SlotsWrap, at, text, || ClockTime(minutes).to_string(), 0);
                minutes
            }
        };
        self.last.insert(day, minutes);
        minutes
    }
}

/// Days of the week whose slots stand twice: the poll goes over several weeks, and nothing says which is which.
fn leave_out_repeated(sheet: &Sheet, fit: &Fit, rows: &mut Vec<PollRow>, reading: &mut SheetReading) {
    let (mut seen, mut repeated) = (BTreeSet::new(), BTreeMap::new());
    for row in rows.iter().filter(|row| matches!(row.day, SlotDay::Weekly(_))) {
        if !seen.insert((row.day, row.start)) {
            repeated.entry(row.day).or_insert(row.row);
        }
    }
    let before = rows.len();
    rows.retain(|row| !repeated.contains_key(&row.day));
    reading.n_left_out += before - rows.len();
    let column = fit.column("day").or_else(|| fit.column("time")).unwrap_or(0);
    for row in repeated.into_values() {
        let at = At { row, column };
        let says = format!("`{}` has this slot twice: which week is which?", sheet.cell(row, column));
        reading.problem(sheet, at, Code::E507, says, "write dates in place of days of the week");
    }
}

/// How long a slot is: the smallest step from one to the next.
fn slot_length(sheet: &Sheet, fit: &Fit, rows: &[PollRow], reading: &mut SheetReading) -> Option<u16> {
    let Some(first) = rows.iter().find(|row| row.end.is_none()) else { return Some(0) };
    let mut starts: Vec<(SlotDay, u16)> = rows.iter().map(|row| (row.day, row.start)).collect();
    starts.sort_unstable();
    let steps = starts.windows(2).filter_map(|two| match two {
        [(day, from), (same, to)] if day == same && to > from => Some(to - from),
        _ => None,
    });
    let at = At { row: first.row, column: fit.column("time").unwrap_or(0) };
    let text = sheet.cell(at.row, at.column);
    let Some(length) = steps.min() else {
        let says = format!("`{text}` is the only slot of its day: how long is it?");
        reading.problem(sheet, at, Code::E505, says, "write slots as 9:00 AM - 10:00 AM");
        reading.n_left_out = reading.n_read;
        return None;
    };
    reading.assume(Rule::SlotEnds, at, text, || format!("each slot lasts {length} minutes, the smallest step"), 0);
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context, n_assumed, rows, sheet};
    use super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::SheetReading;

    fn reading(lines: &[&str]) -> SheetReading {
        let sheet = sheet(lines);
        let fit = fit(&sheet).expect("a poll");
        assert!(fit.score >= 84);
        read(&sheet, &fit, &context())
    }

    #[test]
    fn quarter_hours_are_joined_and_gaps_stay() {
        let reading = reading(&[
            "Day|Time|Rose School|Elm Club",
            "Mon|02:30 PM|1|0",
            "Mon|02:45 PM|1|0",
            "Mon|03:00 PM|0|1",
            "Thu|08:30 AM|1|0",
            "Thu|09:00 AM|1|0",
        ]);
        assert_eq!(
            rows(&reading),
            [
                "Rose School Mon 14:30-15:00",
                "Rose School Thu 08:30-08:45",
                "Rose School Thu 09:00-09:15",
                "Elm Club Mon 15:00-15:15",
            ]
        );
        assert_eq!(n_assumed(&reading, Rule::SlotsUnited), 1);
        assert_eq!((reading.n_read, reading.n_left_out), (5, 0));
    }

    #[test]
    fn days_may_be_dates_and_stand_in_the_cell_of_the_time() {
        let reading = reading(&[
            "Time|Rose School",
            "Monday 5 October 2026 09:00:00 AM|1",
            "Monday 5 October 2026 09:30:00 AM|1",
            "Tuesday 6 October 2026 09:30:00 AM|0",
        ]);
        assert_eq!(rows(&reading), ["Rose School 2026-10-05 09:00-10:00"]);
        let reading = super::tests::reading(&["Time|Elm Club", "Monday 09:00:00 AM|1", "Monday 09:15:00 AM|1"]);
        assert_eq!(rows(&reading), ["Elm Club Mon 09:00-09:30"]);
    }

    #[test]
    fn bare_times_go_on_after_noon() {
        let reading = reading(&["Day|Time|Elm Club", "Mon|11:00|1", "Mon|12:00|1", "Mon|1:00|1"]);
        assert_eq!(rows(&reading), ["Elm Club Mon 11:00-14:00"]);
        assert_eq!(n_assumed(&reading, Rule::SlotsWrap), 3);
    }

    #[test]
    fn a_day_of_the_week_that_comes_twice_is_asked_about() {
        let reading = reading(&["Day|Time|Elm", "Mon|9:00 AM|1", "Mon|9:15 AM|1", "Mon|9:00 AM|0", "Tue|9:00 AM|1"]);
        assert_eq!((codes(&reading), reading.n_left_out), (vec!["E507", "E505"], 4));
    }

    #[test]
    fn a_comma_in_a_name_is_not_guessed_at() {
        let reading = reading(&["Day|Time|Elm|Oak|Ash, Ben", "Mon|9:00 AM|1|0", "Mon|9:15 AM|1|0"]);
        assert_eq!((rows(&reading).len(), codes(&reading)), (0, vec!["E504"]));
    }

    #[test]
    fn rosters_and_counts_are_no_polls() {
        for lines in [
            ["Day|Time|Desk", "Mon|9:00 AM|Ana", "Mon|10:00 AM|Ben"],
            ["Date|Time|Count", "2026-10-05|9:00 AM|1", "2026-10-05|10:00 AM|0"],
            ["Name|Mon|Tue", "Ana|9-5|OFF", "Ben|1-5|9-5"],
        ] {
            assert!(fit(&sheet(&lines)).is_none(), "{lines:?}");
        }
    }
}
