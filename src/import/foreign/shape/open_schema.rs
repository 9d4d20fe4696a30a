//! The open library data schema of the United Kingdom: staffed and unstaffed hours day by day, special hours, and the year
//! in which a library was closed. Open is not staffed: hours when nobody is on duty are kept out, and counted.

use super::hours::{
    DayHours, Side, Specials, Week, branch_name, data_rows, day_columns, header_words, push_hours, read_day_hours,
};
use super::list::plain;
use super::{Fit, Shape};
use crate::import::foreign::cell::{ClockHint, Rule, read_weekday};
use crate::import::foreign::draft::{Draft, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::WEEKDAY_NAMES;

/// Rows in which the header is looked for.
const HEAD: usize = 20;
/// Columns of staffed hours that make a header.
const FEWEST_DAYS: usize = 5;
const UNSTAFFED: &str = "_unstaffed";

/// Recognizes a file of the schema, of the edition with staffed hours or of the one before it.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let mut fit = Fit::new(Shape::OpenSchema, Target::Hours, Some(row), 97);
    for column in 0..sheet.n_cells(row) {
        let header = sheet.cell(row, column);
        if let Some(field) = staffed_field(header).or_else(|| other_field(header)) {
            fit = fit.with(column, header, &field);
        }
    }
    let n_staffed = fit.columns.iter().filter(|mapped| staffed_field(&mapped.header).is_some()).count();
    if n_staffed >= FEWEST_DAYS {
        return Some(fit);
    }
    let days = day_columns(sheet, row);
    let is_of_schema = ["Local authority", "Library name", "Year closed"]
        .iter()
        .all(|name| sheet.row(row).any(|cell| plain(cell) == plain(name)));
    if !is_of_schema || days.len() < FEWEST_DAYS || days.iter().any(|day| day.side != Side::Whole) {
        return None;
    }
    Some(days.iter().fold(fit, |fit, day| fit.with(day.column, sheet.cell(row, day.column), &day.field())))
}

/// `Monday staffed hours` is `mon`, `Monday unstaffed hours` is `mon_unstaffed`.
fn staffed_field(header: &str) -> Option<String> {
    let words = header_words(header);
    let [day, kind, _] = words.as_slice() else { return None };
    let name = WEEKDAY_NAMES[read_weekday(day)?].to_lowercase();
    match kind.as_str() {
        "staffed" => Some(name),
        "unstaffed" => Some(format!("{name}{UNSTAFFED}")),
        _ => None,
    }
}

fn other_field(header: &str) -> Option<String> {
    let field = match plain(header).as_str() {
        "libraryname" => "branch",
        "specialhours" => "special",
        "yearclosed" => "year_closed",
        _ => return None,
    };
    Some(field.to_owned())
}

/// Reads a file of the schema.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let mut week = Week::of(sheet, fit, context);
    let specials = Specials::of(sheet, fit, week.hint, context, &mut reading);
    let mut n_closed_down = 0;
    for row in data_rows(sheet, fit) {
        reading.n_read += 1;
        let before = reading.drafts.len();
        let branch = branch_name(sheet, fit, row, context, &mut reading);
        match (branch, standing(sheet, fit, row, context, &mut reading)) {
            (Some(branch), Standing::Open) => {
                take_week(sheet, fit, row, (branch.as_str(), &mut week), &mut reading);
                specials.take(row, &branch, &mut reading);
            }
            (Some(_), Standing::ClosedDown) => n_closed_down += 1,
            _ => {}
        }
        reading.n_left_out += usize::from(reading.drafts.len() == before);
    }
    if n_closed_down > 0 {
        let says = "have a year in which they were closed for good: they have no hours";
        reading.remarks.push(format!("{n_closed_down} libraries {says}"));
    }
    reading
}

/// Whether a library still stands.
enum Standing {
    Open,
    ClosedDown,
    Unknown,
}

/// What `Year closed` says: nothing, a year, or something that is neither.
fn standing(sheet: &Sheet, fit: &Fit, row: usize, context: &ImportContext, reading: &mut SheetReading) -> Standing {
    let Some(column) = fit.column("year_closed") else { return Standing::Open };
    let text = sheet.cell(row, column);
    let year = text.split(['-', '/']).next().filter(|year| year.len() == 4).and_then(|year| year.parse::<u16>().ok());
    let this_year = context.today.to_string().get(..4).and_then(|year| year.parse::<u16>().ok());
    match (text.is_empty(), year) {
        (true, _) => Standing::Open,
        (false, Some(year)) if this_year.is_some_and(|today| year > today) => {
            reading
                .remarks
                .push(format!("{} is to be closed in {year}: its hours are taken", At { row, column }.address()));
            Standing::Open
        }
        (false, Some(_)) => Standing::ClosedDown,
        (false, None) => {
            let says = format!("`{text}` is not a year: is the library closed for good?");
            reading.problem(sheet, At { row, column }, Code::W509, says, "write the year, or leave the cell blank");
            Standing::Unknown
        }
    }
}

/// The staffed hours of a week; on its unstaffed hours nobody is there.
fn take_week(sheet: &Sheet, fit: &Fit, row: usize, (branch, week): (&str, &mut Week<'_>), reading: &mut SheetReading) {
    let unstaffed: Vec<usize> = fit
        .columns
        .iter()
        .filter(|mapped| mapped.field.ends_with(UNSTAFFED) && !sheet.cell(row, mapped.column).is_empty())
        .map(|mapped| mapped.column)
        .collect();
    if week.is_blank(row) && !unstaffed.is_empty() {
        let at = At { row, column: unstaffed[0] };
        let says = format!("`{branch}` is open on some days and never staffed: its opening hours are not taken");
        reading.problem(sheet, at, Code::W509, says, "if somebody is there, add the hours to library-hours.csv");
    } else {
        week.take(row, branch, reading);
    }
    for column in unstaffed {
        keep_out(sheet, At { row, column }, week.hint, reading);
    }
}

fn keep_out(sheet: &Sheet, at: At, hint: ClockHint, reading: &mut SheetReading) {
    let text = sheet.cell(at.row, at.column);
    match read_day_hours(text, hint) {
        DayHours::Open(ranges) => {
            let minutes: u32 = ranges.iter().map(|range| u32::from(range.end - range.start)).sum();
            reading.assume(Rule::Unstaffed, at, text, || "kept out of the opening hours".to_owned(), minutes);
        }
        refused @ DayHours::Refused(_) => push_hours(sheet, &Draft::of(at), &[], text, &refused, reading),
        DayHours::Blank | DayHours::Closed | DayHours::Unknown => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context, n_assumed};
    use super::super::hours::cases::hours_rows;
    use super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::SheetReading;
    use crate::import::foreign::sheet::Sheet;

    /// Rows of name, year closed, seven staffed days, one unstaffed day and special hours.
    fn of(rows: &[[&str; 11]]) -> SheetReading {
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let mut header = vec!["Library name".to_owned(), "Year closed".to_owned()];
        header.extend(days.map(|day| format!("{day} staffed hours")));
        header.extend(["Monday unstaffed hours".to_owned(), "Special hours".to_owned()]);
        let mut sheet = Sheet::new("libraries.csv", "");
        header.iter().for_each(|cell| sheet.push_cell(cell));
        sheet.end_row();
        for row in rows {
            row.iter().for_each(|cell| sheet.push_cell(cell));
            sheet.end_row();
        }
        fit(&sheet).map_or_else(SheetReading::default, |fit| read(&sheet, &fit, &context()))
    }

    const MAPLE: [&str; 11] = [
        "Maple Street",
        "",
        "08:30-18:00",
        "09:00-12:00,13:00-17:00",
        "",
        "08.30-20:00",
        "09:00-17:00",
        "",
        "",
        "07:00-08:30",
        "2026-12-25: X,2026-12-24: 10:00-13:00",
    ];

    #[test]
    fn staffed_hours_are_the_opening_hours_and_unstaffed_ones_are_counted() {
        let reading = of(&[MAPLE]);
        let rows = hours_rows(&reading);
        assert_eq!(
            rows[..4],
            [
                "Maple Street Mon 08:30-18:00",
                "Maple Street Tue 09:00-12:00",
                "Maple Street Tue 13:00-17:00",
                "Maple Street Wed closed"
            ]
        );
        assert_eq!(rows[rows.len() - 2..], ["Maple Street 2026-12-25 closed", "Maple Street 2026-12-24 10:00-13:00"]);
        assert_eq!(n_assumed(&reading, Rule::Unstaffed), 1);
        assert!(codes(&reading).is_empty());
    }

    #[test]
    fn a_library_that_was_closed_has_no_hours_and_no_problem() {
        let reading = of(&[MAPLE, ["Old Mill", "2017", "", "", "", "", "", "", "", "", ""]]);
        assert!(hours_rows(&reading).iter().all(|row| row.starts_with("Maple Street")));
        assert_eq!((codes(&reading).len(), reading.n_read, reading.n_left_out), (0, 2, 1));
        assert!(reading.remarks.iter().any(|remark| remark.starts_with("1 libraries")));
    }

    #[test]
    fn a_row_that_says_nothing_fails_with_its_places() {
        let blank = of(&[["", "Closing next year", "", "", "", "", "", "", "", "", ""]]);
        let places: Vec<Option<String>> = blank.problems.iter().map(|problem| problem.location.address()).collect();
        assert_eq!(places, [Some("A2".to_owned()), Some("B2".to_owned())]);
        assert_eq!(codes(&of(&[["Eastgate", "", "", "", "", "", "", "", "", "", ""]])), ["W509"]);
        assert_eq!(codes(&of(&[["Eastgate", "", "", "", "", "", "", "", "", "24 hours", ""]])), ["W509"]);
        assert_eq!(
            codes(&of(&[["Eastgate", "", "18:00-08:30", "", "", "", "", "", "", "soon", ""]])),
            ["E506", "E505"]
        );
    }

    #[test]
    fn the_edition_without_staffed_hours_is_read_too() {
        let header = [
            "Local authority",
            "Library name",
            "Year closed",
            "Monday hours",
            "Tuesday hours",
            "Wednesday hours",
            "Thursday hours",
            "Friday hours",
            "Special hours",
        ];
        let row = ["Springfield", "Maple Street", "", "08:30-18:00", "", "", "", "", ""];
        let sheet = Sheet::of_rows("a.csv", &[&header, &row]);
        let reading = fit(&sheet).map_or_else(SheetReading::default, |fit| read(&sheet, &fit, &context()));
        assert_eq!(hours_rows(&reading)[0], "Maple Street Mon 08:30-18:00");
    }
}
