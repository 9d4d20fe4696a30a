//! Is a sheet a form about weekly times, and which of its columns hold slots, or days?

use super::super::answer::is_answer;
use super::super::list::{field_of, plain};
use super::super::who::{first_rows, with_who};
use super::super::{Fit, Shape};
use super::day_cell::day_cell;
use super::header::{FormHeader, form_header};
use crate::import::foreign::cell::{ClockHint, read_weekdays};
use crate::import::foreign::draft::Target;
use crate::import::foreign::sheet::Sheet;
use std::collections::BTreeSet;

/// Rows in which a header is looked for, and rows below it that are looked at.
const HEAD: usize = 12;
const SAMPLE: usize = 60;
/// Words of headers that ask about time.
const ASKING: [&str; 5] = ["avail", "when", "free", "canyou", "verfügbar"];
/// Words of cells that no roster has.
const FORM_WORDS: [&str; 5] = ["avail", "anytime", "any time", "all day", "prefer"];

/// Recognizes a form.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let rows = (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row));
    rows.filter_map(|row| fit_at(sheet, row)).max_by_key(|fit| (fit.score, std::cmp::Reverse(fit.header)))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let headers: Vec<(usize, FormHeader)> =
        (0..sheet.n_cells(row)).filter_map(|column| Some((column, form_header(sheet.cell(row, column))?))).collect();
    let columns = |test: fn(&FormHeader) -> bool| -> Vec<usize> {
        headers.iter().filter(|(_, header)| test(header)).map(|(column, _)| *column).collect()
    };
    let slots = columns(|header| matches!(header, FormHeader::Slot(..)));
    let times = columns(|header| matches!(header, FormHeader::Times(_)));
    let days = columns(|header| matches!(header, FormHeader::Day(_)));
    let base = Fit::new(Shape::AvailabilityForm, Target::Windows, Some(row), 0);
    if slots.len() >= 2 {
        let score = score_of_slots(sheet, row, &slots)?;
        return with_columns(sheet, base, &slots, "slot", score);
    }
    if times.len() >= 2 && is_most(sheet, row, &times, |cell| read_weekdays(cell).is_some()) {
        return with_columns(sheet, base, &times, "slot", 85);
    }
    let n_days =
        headers.iter().filter_map(|(_, header)| if let FormHeader::Day(day) = header { Some(*day) } else { None });
    if n_days.collect::<BTreeSet<usize>>().len() < 3 {
        return None;
    }
    let score = score_of_days(sheet, row, &days)?;
    with_columns(sheet, base, &days, "day", score)
}

fn with_columns(sheet: &Sheet, fit: Fit, columns: &[usize], field: &str, score: u32) -> Option<Fit> {
    let row = fit.header?;
    let mut fit = with_who(sheet, row, columns, Fit { score, ..fit })?;
    for &column in columns {
        fit = fit.with(column, sheet.cell(row, column), field);
    }
    Some(fit)
}

/// Whether most of the cells below a header pass a test.
fn is_most(sheet: &Sheet, header: usize, columns: &[usize], test: impl Fn(&str) -> bool) -> bool {
    let (n_passed, n) = count(sheet, header, columns, test);
    n > 0 && n_passed * 10 >= n * 6
}

fn count(sheet: &Sheet, header: usize, columns: &[usize], test: impl Fn(&str) -> bool) -> (usize, usize) {
    let fit = Fit::new(Shape::AvailabilityForm, Target::Windows, Some(header), 0);
    let rows: Vec<usize> = first_rows(sheet, &fit, SAMPLE);
    let cells = rows.iter().flat_map(|row| columns.iter().map(move |column| sheet.cell(*row, *column)));
    let said: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    (said.iter().filter(|cell| test(cell)).count(), said.len())
}

fn asks(sheet: &Sheet, row: usize, columns: &[usize]) -> bool {
    columns.iter().any(|column| {
        let plain = plain(sheet.cell(row, *column));
        ASKING.iter().any(|word| plain.contains(word))
    })
}

fn score_of_slots(sheet: &Sheet, row: usize, slots: &[usize]) -> Option<u32> {
    let is_answered = is_most(sheet, row, slots, is_answer);
    match (is_answered, asks(sheet, row, slots)) {
        (true, _) if slots.len() >= 3 => Some(93),
        (true, _) => Some(82),
        (false, true) => Some(70),
        (false, false) => None,
    }
}

/// Days above and times in the cells are a roster too: only words about availability tell the two apart.
fn score_of_days(sheet: &Sheet, row: usize, days: &[usize]) -> Option<u32> {
    if !is_most(sheet, row, days, |cell| day_cell(cell, ClockHint::default()).is_ok()) {
        return None;
    }
    let has_form_word = |cell: &str| {
        let lower = cell.to_lowercase();
        FORM_WORDS.iter().any(|word| lower.contains(word))
    };
    let (n_words, n) = count(sheet, row, days, has_form_word);
    let has_desk = (0..sheet.n_cells(row))
        .any(|column| matches!(field_of(sheet.cell(row, column)), Some("desk" | "role" | "weekly_hours")));
    Some(match (asks(sheet, row, days), n_words * 10 >= n) {
        (true, _) => 82,
        (false, true) if !has_desk => 64,
        _ => 20,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::sheet;
    use super::fit;

    fn score(lines: &[&str]) -> u32 {
        fit(&sheet(lines)).map_or(0, |fit| fit.score)
    }

    #[test]
    fn forms_are_known_by_slots_in_their_headers() {
        assert_eq!(score(&["Name|Mon [9-10]|Mon [10-11]|Tue [9-10]", "Ana|Yes|No|Yes"]), 93);
        assert_eq!(score(&["Name|Free? [9:00-10:00]|Free? [10:00-11:00]", "Ana|Monday, Tuesday|Monday"]), 85);
        assert_eq!(score(&["Name|Mon availability|Tue availability|Wed availability", "Ana|9-11|1-3|All Day"]), 82);
    }

    #[test]
    fn a_roster_is_left_to_its_own_reader() {
        assert!(score(&["Name|Mon|Tue|Wed", "Ana|9-5|OFF|9-5", "Ben|1-5|9-5|9-5"]) <= 20);
        assert_eq!(score(&["Name|9-10|10-11|11-12", "Ana|REF|CIRC|L"]), 0);
        assert_eq!(score(&["Branch|Mon|Tue", "Main|9-5|9-5"]), 0);
        assert_eq!(score(&["Time|Mon|Tue|Wed", "9-10|Ana|Ben|Cy"]), 0);
    }
}
