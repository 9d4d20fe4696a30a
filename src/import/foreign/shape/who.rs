//! Whose times does a row hold? The column of the name, whatever it is called; or a first and a last name in two.

use super::Fit;
use super::list::{field_of, plain};
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::sheet::{At, Sheet};
use crate::import::lexicon;
use crate::problem::Code;

/// Parts of headers that ask for a name, those that matter most first.
const NAME_WORDS: [&str; 11] = [
    "stakeholder",
    "organization",
    "organisation",
    "partner",
    "agency",
    "school",
    "participant",
    "respondent",
    "initials",
    "contact",
    "name",
];
/// Headers of programs in other languages.
const OTHER_NAMES: [&str; 9] = ["nom", "nombre", "nome", "naam", "navn", "namn", "nimi", "imię", "jméno"];

/// Adds the columns of the name to a fit; none where no column is one. Columns that have a meaning are not looked at.
#[must_use]
pub fn with_who(sheet: &Sheet, header: usize, taken: &[usize], fit: Fit) -> Option<Fit> {
    let text = |column: usize| sheet.cell(header, column);
    let free: Vec<usize> = (0..sheet.n_cells(header)).filter(|column| !taken.contains(column)).collect();
    let of_field = |field: &str| free.iter().copied().find(|column| field_of(text(*column)) == Some(field));
    if let (None, Some(first), Some(last)) = (of_field("stakeholder"), of_field("first_name"), of_field("last_name")) {
        return Some(fit.with(first, text(first), "first_name").with(last, text(last), "last_name"));
    }
    let by_word = || {
        let is_place = |column: usize| field_of(text(column)) == Some("branch");
        NAME_WORDS.iter().find_map(|word| {
            free.iter().copied().find(|column| plain(text(*column)).contains(word) && !is_place(*column))
        })
    };
    let other = || free.iter().copied().find(|column| OTHER_NAMES.contains(&plain(text(*column)).as_str()));
    let nameless =
        || free.first().copied().filter(|column| *column == 0 && text(0).is_empty() && has_words(sheet, header));
    let column = of_field("stakeholder")
        .or_else(|| of_field("staff"))
        .or_else(by_word)
        .or_else(other)
        .or_else(|| of_field("first_name"))
        .or_else(nameless)
        .or_else(|| of_field("email"))?;
    Some(fit.with(column, text(column), "who"))
}

/// Whether words stand in the first column below a header that is blank there.
fn has_words(sheet: &Sheet, header: usize) -> bool {
    (header + 1..sheet.n_rows().min(header + 40)).any(|row| sheet.cell(row, 0).chars().any(char::is_alphabetic))
}

/// The name of a row; empty where it has none.
#[must_use]
pub fn name_in(sheet: &Sheet, row: usize, fit: &Fit) -> String {
    let cell = |field: &str| fit.column(field).map_or("", |column| sheet.cell(row, column));
    let name = match cell("who") {
        "" => format!("{} {}", cell("first_name"), cell("last_name")),
        who => who.to_owned(),
    };
    lexicon::shown(name.trim()).into_owned()
}

/// The name of a row that holds times; a problem where it has none.
pub fn required_name(sheet: &Sheet, row: usize, fit: &Fit, reading: &mut SheetReading) -> Option<String> {
    let name = name_in(sheet, row, fit);
    if !name.is_empty() {
        return Some(name);
    }
    let column = fit.column("who").or_else(|| fit.column("first_name")).unwrap_or(0);
    reading.problem(
        sheet,
        At { row, column },
        Code::E504,
        "the row does not say whose times these are",
        "fill in the name",
    );
    reading.n_left_out += 1;
    None
}

/// The rows below a header that hold something.
#[must_use]
pub fn data_rows(sheet: &Sheet, fit: &Fit) -> Vec<usize> {
    first_rows(sheet, fit, usize::MAX)
}

/// The first so many of them.
#[must_use]
pub fn first_rows(sheet: &Sheet, fit: &Fit, n: usize) -> Vec<usize> {
    let is_data = |row: &usize| !sheet.is_blank_row(*row) && !sheet.is_comment(*row);
    (fit.first_row()..sheet.n_rows()).filter(is_data).take(n).collect()
}

/// The columns of a field, in order.
#[must_use]
pub fn columns_of(fit: &Fit, field: &str) -> Vec<usize> {
    fit.columns.iter().filter(|mapped| mapped.field == field).map(|mapped| mapped.column).collect()
}

#[cfg(test)]
mod tests {
    use super::super::cases::sheet;
    use super::super::{Fit, Shape};
    use super::{name_in, with_who};
    use crate::import::foreign::draft::Target;

    fn check(lines: &[&str], name: &str) {
        let sheet = sheet(lines);
        let fit = with_who(&sheet, 0, &[], Fit::new(Shape::OfficeHours, Target::Windows, Some(0), 50));
        assert_eq!(fit.map(|fit| name_in(&sheet, 1, &fit)).unwrap_or_default(), name, "{lines:?}");
    }

    #[test]
    fn the_name_is_found_under_many_headers() {
        check(&["Timestamp|Name|Mon", "2026-10-01|Ana Ruiz|9-5"], "Ana Ruiz");
        check(&["Organization|Contact|Mon", "Bridge Club|Ana|9-5"], "Bridge Club");
        check(&["First Name|Last Name|Mon", "Ana|Ruiz|9-5"], "Ana Ruiz");
        check(&["What is your name?|Mon", "Ana  Ruiz|9-5"], "Ana Ruiz");
        check(&["|Mon", "Ana|9-5"], "Ana");
        check(&["Initials|Mon", "AR|9-5"], "AR");
        check(&["Seniority|Mon", "4|9-5"], "");
    }
}
