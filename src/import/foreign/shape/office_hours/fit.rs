//! Is a sheet a table of office hours? A roster looks the same, but for words and places.

use super::super::list::{field_of, plain};
use super::super::ranges::read_ranges;
use super::super::who::{first_rows, with_who};
use super::super::{Fit, Shape};
use super::header::{DayColumn, day_column};
use crate::import::foreign::cell::{CellWord, ClockHint, cell_word};
use crate::import::foreign::draft::Target;
use crate::import::foreign::sheet::Sheet;
use std::collections::BTreeSet;

/// Rows in which a header is looked for, and rows below it that are looked at.
const HEAD: usize = 12;
const SAMPLE: usize = 60;

/// Recognizes a table of office hours.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let columns: Vec<(usize, DayColumn)> =
        (0..sheet.n_cells(row)).filter_map(|column| Some((column, day_column(sheet.cell(row, column))?))).collect();
    let times: Vec<(usize, usize)> = columns
        .iter()
        .filter_map(|(column, what)| if let DayColumn::Times(day) = what { Some((*column, *day)) } else { None })
        .collect();
    let days: BTreeSet<usize> = times.iter().map(|(_, day)| *day).collect();
    // a day of the week stands once or twice; a month of them is a roster
    if days.len() < 2 || times.len() > 14 {
        return None;
    }
    let n_places = columns.len() - times.len();
    let times: Vec<usize> = times.into_iter().map(|(column, _)| column).collect();
    let taken: Vec<usize> = columns.iter().map(|(column, _)| *column).collect();
    let mut fit = with_who(sheet, row, &taken, Fit::new(Shape::OfficeHours, Target::Windows, Some(row), 0))?;
    if let Some(column) =
        (0..sheet.n_cells(row)).find(|column| field_of(sheet.cell(row, *column)) == Some("department"))
    {
        fit = fit.with(column, sheet.cell(row, column), "department");
    }
    fit.score = score(sheet, &fit, &times, n_places)?;
    for (column, what) in columns {
        let field = if matches!(what, DayColumn::Times(_)) { "times" } else { "place" };
        fit = fit.with(column, sheet.cell(row, column), field);
    }
    Some(fit)
}

fn score(sheet: &Sheet, fit: &Fit, times: &[usize], n_places: usize) -> Option<u32> {
    let rows: Vec<usize> = first_rows(sheet, fit, SAMPLE);
    let cells = rows.iter().flat_map(|row| times.iter().map(move |column| sheet.cell(*row, *column)));
    let said: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let n_read = said.iter().filter(|cell| is_times(cell)).count();
    if n_read == 0 || n_read * 10 < said.len() * 6 {
        return None;
    }
    let header = fit.header.unwrap_or(0);
    let words: Vec<String> = (0..=header).flat_map(|row| sheet.row(row).map(plain).collect::<Vec<String>>()).collect();
    let says = |word: &str| words.iter().any(|text| text.contains(word));
    let is_off_duty = |cell: &str| cell_word(cell) == Some(CellWord::Leave) || cell.eq_ignore_ascii_case("off");
    let is_roster = said.iter().any(|cell| is_off_duty(cell))
        || sheet
            .row(header)
            .any(|text| matches!(field_of(text), Some("desk" | "role" | "weekly_hours" | "duration" | "branch")));
    Some(match (n_places >= 2, says("officehour"), says("avail"), fit.column("department").is_some()) {
        _ if is_roster => 20,
        (true, ..) => 93,
        (false, true, ..) => 90,
        (false, false, true, _) => 78,
        (false, false, false, true) => 45,
        (false, false, false, false) => 25,
    })
}

fn is_times(cell: &str) -> bool {
    cell_word(cell).is_some() || read_ranges(cell, ClockHint::default()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::sheet;
    use super::fit;

    fn score(lines: &[&str]) -> u32 {
        fit(&sheet(lines)).map_or(0, |fit| fit.score)
    }

    #[test]
    fn places_and_words_make_office_hours() {
        assert_eq!(score(&["Name|MonTime|MonPlace|TueTime|TuePlace", "Ana|2~4PM|Room 1|NONE|"]), 93);
        assert_eq!(score(&["Office hours", "Name|Mon|Tue", "Ana|2-4pm|9-11"]), 90);
        assert_eq!(score(&["Name|Mon availability|Tue availability", "Ana|2-4pm|9-11"]), 78);
    }

    #[test]
    fn a_roster_is_left_to_its_own_reader() {
        assert!(score(&["Name|Mon|Tue|Wed", "Ana|9-5|1-5|9-5"]) <= 25);
        assert!(score(&["Name|Position|Mon|Tue", "Ana|Page|9-5|OFF"]) <= 20);
        assert_eq!(score(&["Branch|Mon|Tue", "Main|9-5|9-5"]), 0);
        assert_eq!(score(&["Shift|Mon|Tue", "9-11|Ana|Ben"]), 0);
    }
}
