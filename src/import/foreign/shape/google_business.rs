//! The bulk sheet of business profiles: `Sunday hours` to `Saturday hours`, and `Special hours` for single dates.

use super::hours::{Side, Specials, Week, branch_name, data_rows, day_columns};
use super::list::plain;
use super::{Fit, Shape};
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::Sheet;

/// Rows in which the header is looked for.
const HEAD: usize = 20;
/// Columns that tell the profiles apart, those that people know them by first.
const NAMES: [&str; 4] = ["businessname", "storecode", "labels", "addressline1"];

/// Recognizes a bulk sheet.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let column_of = |name: &str| (0..sheet.n_cells(row)).find(|column| plain(sheet.cell(row, *column)) == name);
    if column_of("businessname").is_none() && column_of("storecode").is_none() {
        return None;
    }
    let days = day_columns(sheet, row);
    if days.len() != 7 || days.iter().any(|day| day.side != Side::Whole) {
        return None;
    }
    let mut fit = Fit::new(Shape::GoogleBusiness, Target::Hours, Some(row), 96);
    let names: Vec<usize> = NAMES.iter().filter_map(|name| column_of(name)).collect();
    // profiles of one library often share its name
    let name = names.iter().copied().find(|column| is_distinct(sheet, row, *column)).or_else(|| names.first().copied());
    if let Some(column) = name {
        fit = fit.with(column, sheet.cell(row, column), "branch");
    }
    if let Some(column) = column_of("specialhours") {
        fit = fit.with(column, sheet.cell(row, column), "special");
    }
    Some(days.iter().fold(fit, |fit, day| fit.with(day.column, sheet.cell(row, day.column), &day.field())))
}

fn is_distinct(sheet: &Sheet, header: usize, column: usize) -> bool {
    let mut cells: Vec<&str> =
        (header + 1..sheet.n_rows()).map(|row| sheet.cell(row, column)).filter(|cell| !cell.is_empty()).collect();
    let n = cells.len();
    cells.sort_unstable();
    cells.dedup();
    n > 0 && cells.len() == n
}

/// Reads a bulk sheet.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let mut week = Week::of(sheet, fit, context);
    let specials = Specials::of(sheet, fit, week.hint, context, &mut reading);
    for row in data_rows(sheet, fit) {
        reading.n_read += 1;
        let before = reading.drafts.len();
        if let Some(branch) = branch_name(sheet, fit, row, context, &mut reading) {
            week.take(row, &branch, &mut reading);
            specials.take(row, &branch, &mut reading);
        }
        reading.n_left_out += usize::from(reading.drafts.len() == before);
    }
    reading
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context};
    use super::super::hours::cases::hours_rows;
    use super::{fit, read};
    use crate::import::foreign::reading::SheetReading;
    use crate::import::foreign::sheet::Sheet;

    const HEADER: [&str; 11] = [
        "Store code",
        "Business name",
        "Primary phone",
        "Sunday hours",
        "Monday hours",
        "Tuesday hours",
        "Wednesday hours",
        "Thursday hours",
        "Friday hours",
        "Saturday hours",
        "Special hours",
    ];

    fn of(rows: &[&[&str]]) -> SheetReading {
        let sheet = Sheet::of_rows("profiles.csv", rows);
        fit(&sheet).map_or_else(SheetReading::default, |fit| read(&sheet, &fit, &context()))
    }

    #[test]
    fn regular_and_special_hours_are_rows() {
        let reading = of(&[
            &HEADER,
            &[
                "MPL1",
                "Springfield Public Library",
                "555 0100",
                "x",
                "9:00 AM-5:00 PM",
                "9:00 AM-12:00 PM, 1:00 PM-5:00 PM",
                "9:00 AM-5:00 PM",
                "9:00 AM-5:00 PM",
                "9:00 AM-5:00 PM",
                "x",
                "2026-12-25: x, 2026-12-24: 9:00 AM-1:00 PM",
            ],
            &["EST1", "Springfield Public Library", "555 0101", "x", "x", "9:00AM-5:00PM", "x", "x", "x", "x", ""],
        ]);
        let rows = hours_rows(&reading);
        assert_eq!(rows[..3], ["MPL1 Mon 09:00-17:00", "MPL1 Tue 09:00-12:00", "MPL1 Tue 13:00-17:00"]);
        assert!(rows.contains(&"MPL1 2026-12-25 closed".to_owned()));
        assert!(rows.contains(&"MPL1 2026-12-24 09:00-13:00".to_owned()));
        assert!(rows.contains(&"EST1 Sun closed".to_owned()));
        assert!(codes(&reading).is_empty());
    }

    #[test]
    fn a_profile_without_hours_is_not_taken_for_closed() {
        let blank: [&str; 11] = ["EST1", "Eastgate Library", "", "", "", "", "", "", "", "", ""];
        let reading = of(&[&HEADER, &blank]);
        assert_eq!((codes(&reading), reading.n_left_out), (vec!["W509"], 1));
    }

    #[test]
    fn other_sheets_are_not_claimed() {
        assert_eq!(fit(&Sheet::of_rows("a.csv", &[&["Name", "Monday hours", "Special hours"]])), None);
    }
}
