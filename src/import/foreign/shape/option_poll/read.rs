//! Reads a poll of options: each row's answers, option by option.

use super::super::Fit;
use super::super::answer::{answered, is_answer, read_answer};
use super::super::free_text::keep_out;
use super::super::sheet_dates::SheetDates;
use super::super::united::{Slot, SlotDay, Slots};
use super::super::who::{columns_of, data_rows, name_in};
use super::options::{OptionTime, PollOption, n_surplus, options_above};
use crate::import::foreign::cell::{Rule, WrittenDate};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::import::lexicon;
use crate::problem::{Code, Problem};
use crate::time::Day;

/// First cells of rows that count the answers.
const COUNTS: [&str; 14] = [
    "count", "total", "sum", "totals", "anzahl", "summe", "nombre", "recuento", "totale", "aantal", "totaal",
    "contagem", "antal", "number",
];

/// An option with its day and times settled.
struct Settled {
    column: usize,
    day: Day,
    span: (u16, u16),
}

/// Reads a poll of options.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let (filled, places) = sheet.with_merged_filled();
    let header = fit.header.unwrap_or(0);
    let offered = columns_of(fit, "option");
    let options: Vec<PollOption> =
        options_above(&filled, header).into_iter().filter(|option| offered.contains(&option.at.column)).collect();
    note_merged(&filled, header, &places, &options, &mut reading);
    let settled = settle(&filled, &options, context, &mut reading);
    let mut slots = Slots::default();
    for row in data_rows(&filled, fit) {
        let first = filled.row(row).find(|cell| !cell.is_empty()).unwrap_or("").trim_end_matches(':').to_lowercase();
        if COUNTS.contains(&first.as_str()) {
            reading.remarks.push(format!("row {} counts the answers and is nobody's", row + 1));
            continue;
        }
        reading.n_read += 1;
        take_row(&filled, fit, row, &settled, &mut slots, &mut reading);
    }
    if settled.is_empty() {
        reading.n_left_out = reading.n_read;
    }
    let in_place = |row: &usize| n_surplus(&filled, header, *row, &offered) == 0;
    let rows: Vec<usize> = data_rows(&filled, fit).into_iter().filter(in_place).collect();
    keep_out(&filled, fit, &rows, &mut reading);
    slots.write(&mut reading);
    reading
}

/// Months and days that hold for several columns.
fn note_merged(sheet: &Sheet, header: usize, places: &[At], options: &[PollOption], reading: &mut SheetReading) {
    let by_area =
        places.iter().filter(|at| at.row <= header && options.iter().any(|option| option.at.column == at.column));
    for at in by_area {
        let text = sheet.cell(at.row, at.column);
        reading.assume(Rule::Merged, *at, "", || text.to_owned(), 0);
    }
    for (at, text) in options.iter().flat_map(|option| &option.merged) {
        reading.assume(Rule::Merged, *at, "", || text.clone(), 0);
    }
}

fn settle(sheet: &Sheet, options: &[PollOption], context: &ImportContext, reading: &mut SheetReading) -> Vec<Settled> {
    let written: Vec<(At, WrittenDate)> = options.iter().map(|option| (option.at, option.date)).collect();
    let dates = SheetDates::settle(sheet, &written, context, reading);
    let has_ranges = options.iter().any(|option| matches!(option.time, OptionTime::Range(_)));
    let mut settled = Vec::new();
    let mut has_asked = false;
    for option in options {
        let OptionTime::Range(range) = option.time else {
            // one question for all, where no option has an end
            if has_ranges || !std::mem::replace(&mut has_asked, true) {
                ask_for_times(sheet, option, has_ranges, reading);
            }
            continue;
        };
        if let Some(day) = dates.day(sheet, option.at, (option.date, option.text.as_str()), reading) {
            reading.assume_range(range, option.at, &option.text);
            settled.push(Settled { column: option.at.column, day, span: (range.start, range.end) });
        }
    }
    settled
}

fn ask_for_times(sheet: &Sheet, option: &PollOption, has_ranges: bool, reading: &mut SheetReading) {
    let text = &option.text;
    let lacks = if option.time == OptionTime::Start { "gives a start and no end" } else { "gives a date and no times" };
    let others = if has_ranges { "" } else { ", and so do the other options" };
    let says = format!("`{text}` {lacks}{others}: from when to when?");
    reading.problem(sheet, option.at, Code::E505, says, "write it as 1:00 PM - 2:00 PM");
}

fn take_row(sheet: &Sheet, fit: &Fit, row: usize, options: &[Settled], slots: &mut Slots, reading: &mut SheetReading) {
    let offered = columns_of(fit, "option");
    let Some((name, moved)) = name_and_shift(sheet, fit, row, &offered, reading) else {
        reading.n_left_out += 1;
        return;
    };
    let answers: Vec<&str> = offered.iter().map(|column| sheet.cell(row, column + moved)).collect();
    if name.is_empty() {
        if answers.iter().any(|text| is_answer(text)) {
            let at = At { row, column: fit.column("who").unwrap_or(0) };
            reading.problem(sheet, at, Code::E504, "the row does not say whose answers these are", "fill in the name");
        }
        reading.n_left_out += 1;
        return;
    }
    let mut n_taken = 0;
    for option in options {
        let at = At { row, column: option.column + moved };
        let slot = Slot::new(&name, SlotDay::On(option.day), option.span, at);
        if let Some(slot) = answered(sheet, at, slot, reading) {
            slots.push(slot);
            n_taken += 1;
        }
    }
    if n_taken == 0 && !options.is_empty() {
        reading.remarks.push(format!("`{name}` (row {}) says yes to no option", row + 1));
    }
}

/// The name of a row, and by how many cells a comma in it moved the answers to the right.
fn name_and_shift(
    sheet: &Sheet,
    fit: &Fit,
    row: usize,
    offered: &[usize],
    reading: &mut SheetReading,
) -> Option<(String, usize)> {
    let moved = n_surplus(sheet, fit.header.unwrap_or(0), row, offered);
    if moved == 0 {
        return Some((name_in(sheet, row, fit), 0));
    }
    let fits = offered.iter().all(|column| read_answer(sheet.cell(row, column + moved)).is_some());
    let at = At { row, column: fit.column("who").unwrap_or(0) };
    if !fits || at.column != 0 {
        let says = format!("the row is longer than the header by {moved}, and its last cells are not all answers");
        reading.problem(sheet, at, Code::E504, says, "put cells that hold commas between quotation marks");
        return None;
    }
    let pieces: Vec<&str> = (0..=moved).map(|column| sheet.cell(row, column)).collect();
    let name = lexicon::shown(&pieces.join(", ")).into_owned();
    let problem = Problem::new(Code::W510, sheet.location(at))
        .says(format!("a comma in the name parted it: the row is longer than the header by {moved}"))
        .done(format!("the name is read as `{name}`, and the answers from the right end of the row"))
        .help("put the name between quotation marks");
    reading.problems.push(problem);
    Some((name, moved))
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context, n_assumed, rows, sheet};
    use super::super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::SheetReading;
    use crate::import::foreign::sheet::Sheet;

    fn reading_of(sheet: &Sheet) -> SheetReading {
        read(sheet, &fit(sheet).expect("a poll"), &context())
    }

    fn reading(lines: &[&str]) -> SheetReading {
        reading_of(&sheet(lines))
    }

    #[test]
    fn answers_become_windows_firm_or_tentative() {
        let reading = reading(&[
            "Name|Email|Responded on (Europe/Paris)|Mon 5 October 2026 10:00 AM - 11:00 AM|Tue 6 October 2026 1:00 PM - 2:30 PM",
            "Elm Club|e@elm.example|2026-10-01 09:00:00|Yes|If need be",
            "Rose School|r@rose.example|2026-10-01 09:10:00|No|Oui",
            "Ash House||2026-10-01 09:20:00|No|No",
        ]);
        assert_eq!(
            rows(&reading),
            [
                "Elm Club 2026-10-05 10:00-11:00",
                "Elm Club 2026-10-06 13:00-14:30 tentative",
                "Rose School 2026-10-06 13:00-14:30",
            ]
        );
        assert_eq!((n_assumed(&reading, Rule::Graded), reading.n_read, reading.remarks.len()), (1, 3, 2));
    }

    #[test]
    fn a_comma_in_a_name_is_put_right_from_the_right_end() {
        let reading = reading(&[
            "Name|Email|Mon 5 October 2026 10:00 AM - 11:00 AM|Tue 6 October 2026 10:00 AM - 11:00 AM",
            "Elm Club| youth room|e@elm.example|No|Yes",
        ]);
        assert_eq!(rows(&reading), ["Elm Club, youth room 2026-10-06 10:00-11:00"]);
        assert_eq!(codes(&reading), ["W510"]);
    }

    #[test]
    fn a_row_that_fits_neither_way_is_left_out() {
        let reading = reading(&[
            "Name|Email|Mon 5 October 2026 10:00 AM - 11:00 AM",
            "Elm Club|e@elm.example|Yes",
            "Ash|a@ash.example|Yes|see mail",
        ]);
        assert_eq!((rows(&reading).len(), codes(&reading), reading.n_left_out), (1, vec!["E504"], 1));
    }

    #[test]
    fn months_days_and_times_may_stand_in_three_rows_with_a_count_below() {
        let reading = reading(&[
            "Poll \"Device help\"",
            "",
            "|October 2026||",
            "|Tue 27||Fri 30",
            "|10:00 AM – 11:00 AM|11:00 AM – 12:00 PM|1:00 PM – 2:00 PM",
            "Elm Club|OK|OK|",
            "Rose School||(OK)|OK",
            "Count|1|2|1",
        ]);
        assert_eq!(
            rows(&reading),
            [
                "Elm Club 2026-10-27 10:00-12:00",
                "Rose School 2026-10-27 11:00-12:00 tentative",
                "Rose School 2026-10-30 13:00-14:00",
            ]
        );
        assert_eq!((reading.n_read, n_assumed(&reading, Rule::Merged)), (2, 3));
    }

    #[test]
    fn options_with_a_start_only_are_asked_about_once() {
        let reading = reading(&["|Mon 5 October 2026 1:00 PM|Tue 6 October 2026 1:00 PM", "Elm Club|OK|OK"]);
        assert_eq!((rows(&reading).len(), codes(&reading)), (0, vec!["E505"]));
    }

    #[test]
    fn an_answer_in_words_is_a_problem() {
        let reading = reading(&[
            "Name|Mon 5 October 2026 1:00 PM - 2:00 PM|Tue 6 October 2026 1:00 PM - 2:00 PM",
            "Elm Club|Yes|Yes, from half past",
            "Rose School|No|No",
        ]);
        assert_eq!((rows(&reading).len(), codes(&reading)), (1, vec!["E508"]));
    }
}
