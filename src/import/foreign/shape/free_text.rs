//! What stands in columns that are not read? Free text is kept out, and named cell by cell: real limits live in
//! comments.

use super::Fit;
use super::list::plain;
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;

/// Parts of headers that ask for words.
const COMMENT_WORDS: [&str; 18] = [
    "comment",
    "note",
    "remark",
    "description",
    "beschreibung",
    "anything",
    "additional",
    "constraint",
    "explain",
    "other",
    "feedback",
    "specialrequest",
    "pleaselist",
    "elseweshould",
    "limitation",
    "kommentar",
    "commentaire",
    "bemerkung",
];
/// Parts of headers above long cells that limit nothing.
const ADDRESS_WORDS: [&str; 9] =
    ["address", "street", "location", "url", "link", "website", "timetable", "mail", "title"];
/// A cell of so many words is no code and no name.
const MANY_WORDS: usize = 7;
/// How much of a cell is quoted.
const QUOTED: usize = 160;

/// Names the cells of free text in columns that have no meaning, and in one line the other columns that are not used.
pub fn keep_out(sheet: &Sheet, fit: &Fit, rows: &[usize], reading: &mut SheetReading) {
    let mut unused: Vec<String> = Vec::new();
    for column in 0..sheet.n_columns() {
        if fit.columns.iter().any(|mapped| mapped.column == column) {
            continue;
        }
        let header = fit.header.map_or("", |row| sheet.cell(row, column));
        let filled: Vec<usize> = rows.iter().copied().filter(|row| !sheet.cell(*row, column).is_empty()).collect();
        if filled.is_empty() {
            continue;
        }
        let has_long = || filled.iter().any(|row| is_long(sheet.cell(*row, column)));
        if has_word(header, &COMMENT_WORDS) || !has_word(header, &ADDRESS_WORDS) && has_long() {
            name_cells(sheet, (fit.header.unwrap_or(0), column), &filled, reading);
        } else {
            unused.push(if header.is_empty() { format!("column {}", column + 1) } else { format!("`{header}`") });
        }
    }
    if !unused.is_empty() {
        reading.remarks.push(format!("not used: {}", unused.join(", ")));
    }
}

fn has_word(header: &str, words: &[&str]) -> bool {
    let plain = plain(header);
    words.iter().any(|word| plain.contains(word))
}

fn is_long(cell: &str) -> bool {
    cell.split_whitespace().count() >= MANY_WORDS
}

fn name_cells(sheet: &Sheet, (header, column): (usize, usize), rows: &[usize], reading: &mut SheetReading) {
    let addresses: Vec<String> = rows.iter().map(|row| At { row: *row, column }.address()).collect();
    let (n, cells) = (rows.len(), addresses.join(", "));
    let says = format!(
        "column `{}` is free text, and words in {n} of its cells are not read",
        quoted(sheet.cell(header, column))
    );
    let help = format!("read {cells}: what limits the times there has to be changed in the rows");
    reading.problem(sheet, At { row: header, column }, Code::N517, says, help);
    for row in rows {
        let says = format!("`{}` is not read", quoted(sheet.cell(*row, column)));
        reading.problem(
            sheet,
            At { row: *row, column },
            Code::N517,
            says,
            "change the rows of this name, if it limits them",
        );
    }
}

/// A text on one line, its end cut off where it is long.
#[must_use]
pub fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    if line.chars().count() <= QUOTED {
        return line;
    }
    let start: String = line.chars().take(QUOTED).collect();
    format!("{start} …")
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, sheet};
    use super::super::{Fit, Shape};
    use super::keep_out;
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::reading::SheetReading;

    #[test]
    fn comments_are_named_column_by_column_and_cell_by_cell() {
        let sheet = sheet(&[
            "Name|Years|Anything else?|What fits you",
            "Ana|4||",
            "Ben|2|only from 3 on|mornings are better for me than the rest",
        ]);
        let fit = Fit::new(Shape::AvailabilityForm, Target::Windows, Some(0), 90).with(0, "Name", "who");
        let mut reading = SheetReading::default();
        keep_out(&sheet, &fit, &[1, 2], &mut reading);
        assert_eq!(codes(&reading), ["N517", "N517", "N517", "N517"]);
        assert_eq!(reading.remarks, ["not used: `Years`"]);
        assert!(reading.problems.iter().any(|problem| problem.message.contains("only from 3 on")));
    }
}
