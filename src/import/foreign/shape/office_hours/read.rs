//! Reads office hours: the times of each day, and how to meet there.

use super::super::Fit;
use super::super::free_text::keep_out;
use super::super::ranges::{is_full_day, parts, read_ranges};
use super::super::united::{Slot, SlotDay, Slots};
use super::super::who::{columns_of, data_rows, required_name};
use super::header::{DayColumn, day_column};
use crate::import::foreign::cell::{CellWord, ClockHint, cell_word, is_unknown_word};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::{Code, Problem};

/// The columns of one day.
struct DayColumns {
    day: usize,
    times: usize,
    place: Option<usize>,
}

/// Reads a table of office hours.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, _context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let days = day_columns(sheet, fit);
    let rows = data_rows(sheet, fit);
    let cells = rows.iter().flat_map(|row| days.iter().map(move |day| sheet.cell(*row, day.times)));
    let hint = ClockHint { is_full_day: is_full_day(cells), ..ClockHint::default() };
    let mut slots = Slots::default();
    for &row in &rows {
        reading.n_read += 1;
        let Some(name) = required_name(sheet, row, fit, &mut reading) else { continue };
        let department = fit.column("department").map_or("", |column| sheet.cell(row, column));
        for day in &days {
            let place = day.place.map_or("", |column| sheet.cell(row, column));
            let at = At { row, column: day.times };
            for (start, end) in spans(sheet, at, hint, &mut reading) {
                let slot = Slot::new(&name, SlotDay::Weekly(day.day), (start, end), at).text("group", department);
                slots.push(at_place(slot, place));
            }
        }
    }
    keep_out(sheet, fit, &rows, &mut reading);
    slots.write(&mut reading);
    reading
}

/// The columns of times, each with the place of its day: the next one to its right, where there are several.
fn day_columns(sheet: &Sheet, fit: &Fit) -> Vec<DayColumns> {
    let header = fit.header.unwrap_or(0);
    let of = |field: &str| -> Vec<(usize, DayColumn)> {
        let columns = columns_of(fit, field).into_iter();
        columns.filter_map(|column| Some((column, day_column(sheet.cell(header, column))?))).collect()
    };
    let places = of("place");
    let times = of("times").into_iter().filter_map(|(times, what)| match what {
        DayColumn::Times(day) => Some((times, day)),
        DayColumn::Place(_) => None,
    });
    times
        .map(|(times, day)| {
            let of_day = places.iter().filter(|(_, what)| *what == DayColumn::Place(day)).map(|(column, _)| *column);
            let place = of_day.min_by_key(|column| (*column < times, column.abs_diff(times)));
            DayColumns { day, times, place }
        })
        .collect()
}

/// The spans of a cell; none where it says so, or cannot be read.
fn spans(sheet: &Sheet, at: At, hint: ClockHint, reading: &mut SheetReading) -> Vec<(u16, u16)> {
    let text = sheet.cell(at.row, at.column);
    match cell_word(text) {
        Some(CellWord::Blank | CellWord::Closed | CellWord::Leave) => return Vec::new(),
        Some(CellWord::AllDay) => return vec![(0, 1440)],
        Some(CellWord::Unknown) => {
            say_unknown(sheet, at, text, "nothing is taken from this cell", reading);
            return Vec::new();
        }
        None => {}
    }
    let (open, said): (Vec<&str>, Vec<&str>) = parts(text).into_iter().partition(|part| is_unknown_word(part));
    let times = if open.is_empty() { text.to_owned() } else { said.join(", ") };
    match read_ranges(&times, hint) {
        Ok(ranges) => {
            if let Some(word) = open.first() {
                say_unknown(sheet, at, word, "only the times in the cell are taken", reading);
            }
            ranges.iter().for_each(|range| reading.assume_range(*range, at, text));
            ranges.iter().map(|range| (range.start, range.end)).collect()
        }
        Err(refusal) => {
            reading.refuse(sheet, at, refusal);
            Vec::new()
        }
    }
}

/// `By appointment` is not the same as no.
fn say_unknown(sheet: &Sheet, at: At, word: &str, done: &str, reading: &mut SheetReading) {
    let problem = Problem::new(Code::W509, sheet.location(at))
        .says(format!("`{word}` does not say from when to when"))
        .done(done)
        .help("write the times, or NONE");
    reading.problems.push(problem);
}

/// How to meet there: online where the place says so; all else a place says is kept as a note.
fn at_place(slot: Slot, place: &str) -> Slot {
    let is_online = is_online(place);
    let is_note = !is_online || place.split_whitespace().count() > 1;
    let slot = slot.text("mode", if is_online { "online" } else { "" });
    match cell_word(place) {
        None if is_note => slot.text("note", &place.replace(['\n', '\r'], " ")),
        _ => slot,
    }
}

fn is_online(place: &str) -> bool {
    let lower = place.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    lower.contains("http")
        || words.any(|word| {
            ["zoom", "teams", "meet", "webex", "skype", "online", "virtual", "remote", "video"].contains(&word)
        })
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context, n_assumed, rows, sheet};
    use super::super::{fit, read};
    use super::is_online;
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::SheetReading;

    fn reading(lines: &[&str]) -> SheetReading {
        let sheet = sheet(lines);
        read(&sheet, &fit(&sheet).expect("office hours"), &context())
    }

    #[test]
    fn times_of_each_day_become_windows_with_their_place() {
        let reading = reading(&[
            "First Name|Last Name|Department|MonTime|MonLocation|TueTime|TueLocation",
            "Ana|Ruiz|Youth|2~4PM|Room 109|11AM - 1PM|https://meet.example/x",
            "Ben|Till|Adults|NONE|making tea|5~7AM|ZOOM ID = 12 and Room 3",
        ]);
        assert_eq!(
            rows(&reading),
            ["Ana Ruiz Mon 14:00-16:00", "Ana Ruiz Tue 11:00-13:00 online", "Ben Till Tue 05:00-07:00 online"]
        );
        let said: Vec<&str> = reading.drafts.iter().map(|draft| draft.get("note")).collect();
        assert_eq!(said, ["Room 109", "", "ZOOM ID = 12 and Room 3"]);
        assert_eq!(reading.drafts[0].get("group"), "Youth");
        assert_eq!(n_assumed(&reading, Rule::HalfFromEnd), 2);
    }

    #[test]
    fn by_appointment_is_not_no_and_times_beside_it_are_kept() {
        let reading = reading(&[
            "Office hours",
            "Name|Monday|Tuesday|Wednesday",
            "Ana|By appointment|2-4pm or by appointment|9-11, 1-3",
        ]);
        assert_eq!(rows(&reading), ["Ana Tue 14:00-16:00", "Ana Wed 09:00-11:00", "Ana Wed 13:00-15:00"]);
        assert_eq!(codes(&reading), ["W509", "W509"]);
    }

    #[test]
    fn what_cannot_be_read_is_a_problem_with_its_cell() {
        let reading = reading(&["Office hours|", "Name|Mon|Tue", "Ana|9pm-5pm|2-4pm", "|9-11|"]);
        assert_eq!((rows(&reading).len(), codes(&reading)), (1, vec!["E506", "E504"]));
        assert_eq!((reading.n_read, reading.n_left_out), (2, 1));
    }

    #[test]
    fn a_meeting_room_is_not_online() {
        assert!(is_online("Google Meet") && is_online("https://x.example") && is_online("on Teams"));
        assert!(!is_online("meeting room 2") && !is_online("in the park") && !is_online(""));
    }
}
