//! Which column names the branches, and are they branches at all? A sheet of people looks much the same.

use super::super::Fit;
use super::super::list::{field_of, plain};
use super::rows::one_line;
use crate::import::foreign::cell::{CellWord, cell_word, read_weekdays};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;

/// Rows that are looked at.
const SAMPLE: usize = 80;
/// Headers of a column of branches, the surest first.
const BRANCH_HEADERS: [&str; 20] = [
    "branch",
    "branchname",
    "librarybranch",
    "branchlibrary",
    "libraryname",
    "library",
    "nameoflibrary",
    "businessname",
    "facilityname",
    "facility",
    "building",
    "buildingname",
    "site",
    "sitename",
    "locationname",
    "name",
    "location",
    "place",
    "outlet",
    "title",
];
/// So many of them are said of nobody.
const N_SURE: usize = 15;
/// Headers that stand beside branches.
const PLACE_HEADERS: [&str; 24] = [
    "address",
    "address1",
    "addressline1",
    "streetaddress",
    "street",
    "addrstreet",
    "city",
    "town",
    "locality",
    "zip",
    "zipcode",
    "postcode",
    "postalcode",
    "latitude",
    "longitude",
    "lat",
    "lon",
    "lng",
    "thegeom",
    "geom",
    "borough",
    "neighborhood",
    "county",
    "uprn",
];
const CONTACT_HEADERS: [&str; 6] = ["phone", "phonenumber", "telephone", "website", "url", "primaryphone"];
/// Headers that stand beside people.
const PEOPLE_HEADERS: [&str; 14] = [
    "firstname",
    "lastname",
    "surname",
    "employee",
    "employeename",
    "employeeid",
    "staff",
    "staffname",
    "staffmember",
    "position",
    "role",
    "jobtitle",
    "seniority",
    "weeklyhours",
];
/// Parts of the names of places that lend books.
const PLACE_WORDS: [&str; 10] =
    ["library", "libraries", "branch", "center", "centre", "bookmobile", "kiosk", "reading room", "biblio", "bücherei"];
/// Words that are said of people, and of no building.
const OFF_WORDS: [&str; 6] = ["off", "day off", "rdo", "nwh", "no shift", "not working"];

/// A column of branches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Branches {
    /// The column.
    pub column: usize,
    /// How much says that its names are branches; two and more is enough.
    pub points: i32,
}

/// Finds the column that names the branches, beside the columns of their hours.
#[must_use]
pub fn find_branches(sheet: &Sheet, header: Option<usize>, hours: &[usize]) -> Option<Branches> {
    let first = header.map_or(0, |row| row + 1);
    let rows: Vec<usize> = (first..sheet.n_rows().min(first + SAMPLE))
        .filter(|row| !sheet.is_blank_row(*row) && !sheet.is_comment(*row))
        .collect();
    let columns: Vec<usize> =
        (0..sheet.n_columns()).filter(|column| !hours.contains(column) && holds_names(sheet, &rows, *column)).collect();
    let called = |word: &str| {
        let header = header?;
        columns.iter().copied().find(|column| plain(sheet.cell(header, *column)) == word)
    };
    let by_header = BRANCH_HEADERS.iter().enumerate().find_map(|(rank, word)| Some((called(word)?, rank < N_SURE)));
    let by_words = || columns.iter().copied().find(|column| are_places(sheet, &rows, *column));
    let (column, is_sure) =
        by_header.or_else(|| by_words().or_else(|| columns.first().copied()).map(|column| (column, false)))?;
    let headers: Vec<String> = header.map_or_else(Vec::new, |row| sheet.row(row).map(plain).collect());
    let is_person = |other: &usize| {
        *other != column && header.is_some_and(|row| field_of(sheet.cell(row, *other)) == Some("staff"))
    };
    // what a partner is called is no branch
    let is_partner = !is_sure && header.is_some_and(|row| field_of(sheet.cell(row, column)) == Some("stakeholder"));
    let points =
        i32::from(is_sure) * 3 - i32::from(is_partner) * 4 - i32::from(is_sure && columns.iter().any(is_person)) * 4
            + i32::from(are_places(sheet, &rows, column)) * 2
            + of_headers(&headers)
            + of_cells(sheet, &rows, hours)
            + i32::from(is_called_hours(sheet));
    Some(Branches { column, points })
}

/// Different texts with letters in them, none of them a day or a word for closed.
fn holds_names(sheet: &Sheet, rows: &[usize], column: usize) -> bool {
    let mut cells: Vec<&str> =
        rows.iter().map(|row| sheet.cell(*row, column)).filter(|cell| !cell.is_empty()).collect();
    let n = cells.len();
    let n_names = cells.iter().filter(|cell| is_name(cell)).count();
    cells.sort_unstable();
    cells.dedup();
    n_names * 2 > n && cells.len() * 2 > n
}

fn is_name(cell: &str) -> bool {
    cell.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !cell.contains("://")
        && !cell.contains('@')
        && cell_word(cell).is_none()
        && read_weekdays(cell).is_none()
}

fn are_places(sheet: &Sheet, rows: &[usize], column: usize) -> bool {
    let is_place = |cell: &str| {
        let lower = cell.to_lowercase();
        PLACE_WORDS.iter().any(|word| lower.contains(word))
    };
    let cells = rows.iter().map(|row| sheet.cell(*row, column)).filter(|cell| !cell.is_empty());
    cells.clone().filter(|cell| is_place(cell)).count() * 10 >= cells.count() * 3
}

fn of_headers(headers: &[String]) -> i32 {
    let n_of = |known: &[&str]| headers.iter().filter(|header| known.contains(&header.as_str())).count();
    let n_places = n_of(&PLACE_HEADERS);
    let places = if n_places > 1 { 2 } else { i32::from(n_places == 1) };
    places + i32::from(n_of(&CONTACT_HEADERS) > 0) - i32::from(n_of(&PEOPLE_HEADERS) > 0) * 4
}

/// Branches are closed, people are off or on leave.
fn of_cells(sheet: &Sheet, rows: &[usize], hours: &[usize]) -> i32 {
    let cells = rows.iter().flat_map(|row| hours.iter().map(move |column| sheet.cell(*row, *column)));
    let (mut says_closed, mut says_off) = (false, false);
    for cell in cells {
        let lower = cell.to_lowercase();
        says_closed |= lower.contains("closed");
        says_off |= OFF_WORDS.contains(&lower.as_str())
            || cell_word(cell) == Some(CellWord::Leave) && !["holiday", "ph"].contains(&lower.as_str());
    }
    i32::from(says_closed) - i32::from(says_off) * 4
}

/// The file or the sheet is called `library-hours`, `Branches` or so; `office hours` are those of people.
fn is_called_hours(sheet: &Sheet) -> bool {
    let names = format!("{} {}", sheet.file, sheet.name).to_lowercase();
    let has = |word: &str| names.contains(word);
    ["hours", "branches", "libraries", "opening", "locations"].into_iter().any(has)
        && !["office", "staff", "shift", "desk"].into_iter().any(has)
}

/// The branch of a row; where the sheet has no such column, the name that was given. None, and a problem, where the
/// cell is blank.
pub fn branch_name(
    sheet: &Sheet,
    fit: &Fit,
    row: usize,
    context: &ImportContext,
    reading: &mut SheetReading,
) -> Option<String> {
    let Some(column) = fit.column("branch") else { return Some(context.name.clone().unwrap_or_default()) };
    let name = sheet.cell(row, column).split_whitespace().collect::<Vec<&str>>().join(" ");
    if name.is_empty() {
        reading.problem(sheet, At { row, column }, Code::E505, "the row does not name its branch", "fill in the name");
        return None;
    }
    Some(name)
}

/// Says that a branch has no hours at all, and quotes the cell that may be the reason.
pub fn say_no_hours(sheet: &Sheet, fit: &Fit, at: At, branch: &str, reading: &mut SheetReading) {
    let is_read = |column: &usize| fit.columns.iter().any(|mapped| mapped.column == *column);
    let reason = (0..sheet.n_cells(at.row))
        .filter(|column| !is_read(column))
        .find(|column| sheet.cell(at.row, *column).to_lowercase().contains("closed"));
    let of_branch = if branch.is_empty() { String::new() } else { format!(" for `{branch}`") };
    let mut says = format!("no hours are given{of_branch}: open or closed is not known");
    if let Some(column) = reason {
        let place = At { row: at.row, column }.address();
        says.push_str(&format!("; {place} says `{}`", one_line(sheet.cell(at.row, column))));
    }
    reading.problem(sheet, at, Code::W509, says, "find out the hours, and write them or `closed`");
}

#[cfg(test)]
mod tests {
    use super::find_branches;
    use crate::import::foreign::sheet::Sheet;

    fn found(rows: &[&[&str]], header: Option<usize>, hours: &[usize]) -> String {
        find_branches(&Sheet::of_rows("a.csv", rows), header, hours).map_or("none".to_owned(), |branches| {
            format!("{}{}", branches.column, if branches.points >= 2 { " places" } else { "" })
        })
    }

    #[test]
    fn a_column_of_branches_is_known_by_its_header() {
        let rows: &[&[&str]] = &[
            &["NAME", "Mon", "ADDRESS", "CITY", "LOCATION"],
            &["Maple Street", "9-5", "1 Maple St.", "Springfield", "(41.7, -87.5)"],
            &["Eastgate", "Closed", "2 Gate Rd.", "Springfield", "(41.8, -87.6)"],
        ];
        assert_eq!(found(rows, Some(0), &[1]), "0 places");
        let rows: &[&[&str]] = &[&["Phone", "Branch", "Mon"], &["555 0100", "Maple Street", "9-5"]];
        assert_eq!(found(rows, Some(0), &[2]), "1 places");
    }

    #[test]
    fn without_a_header_names_of_places_are_preferred() {
        let rows: &[&[&str]] = &[&["MPL", "Maple Street Branch", "10:00"], &["EST", "Eastgate Library", "CLOSED"]];
        assert_eq!(found(rows, None, &[2]), "1 places");
    }

    #[test]
    fn people_are_no_places() {
        let rows: &[&[&str]] =
            &[&["Name", "Position", "Mon"], &["Ana Ruiz", "Page", "9-5"], &["Ben Okoro", "Clerk", "OFF"]];
        assert_eq!(found(rows, Some(0), &[2]), "0");
        let rows: &[&[&str]] = &[&["Name", "Mon"], &["Ana Ruiz", "9-5"], &["Ben Okoro", "1-5"]];
        assert_eq!(found(rows, Some(0), &[1]), "0");
        let rows: &[&[&str]] =
            &[&["Name", "Branch", "Mon"], &["Ana Ruiz", "Eastgate", "9-5"], &["Ben Okoro", "Maple Street", "1-5"]];
        assert_eq!(found(rows, Some(0), &[2]), "1");
        let rows: &[&[&str]] =
            &[&["Partner", "Hours", "Street", "City"], &["Elm Club", "9-5", "1 Elm St.", "Springfield"]];
        assert_eq!(found(rows, Some(0), &[1]), "0");
    }
}
