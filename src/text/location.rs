//! Where is it? A file, a line, a cell, as a person finds it in an editor or a spreadsheet.

use std::ops::Range;

/// A place in a file: the whole file, a line of it, or one cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file's name within the study.
    pub file: String,
    /// The line, from 1; 0 for the file as a whole.
    pub line: u32,
    /// The cell within the line, if it is about one.
    pub cell: Option<Cell>,
    /// The line as it stands in the file (for a row over several lines, its first), empty for a whole file.
    pub text: String,
}

/// One cell of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Its place among the cells of the row, from 0.
    pub index: usize,
    /// The name of its column in the header, as written there.
    pub column: String,
    /// Where it stands in the line, in bytes; quotation marks included.
    pub range: (usize, usize),
    /// The cell as it was written.
    pub value: String,
}

impl Location {
    /// A whole file.
    #[must_use]
    pub fn of_file(file: &str) -> Location {
        Location { file: file.to_owned(), line: 0, cell: None, text: String::new() }
    }

    /// A line of a file.
    #[must_use]
    pub fn of_line(file: &str, line: u32, text: &str) -> Location {
        Location { file: file.to_owned(), line, cell: None, text: text.to_owned() }
    }

    /// The cell's address as a spreadsheet names it, such as `E14`.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.cell.as_ref().map(|cell| format!("{}{}", spreadsheet_column(cell.index), self.line))
    }

    /// The column of the cell's first character in its line, from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.cell.as_ref().map(|cell| self.text.get(..cell.range.0).map_or(1, |before| before.chars().count() + 1))
    }

    /// The range of bytes to underline in the line.
    #[must_use]
    pub fn underlined(&self) -> Range<usize> {
        let length = self.text.len();
        match &self.cell {
            Some(cell) if cell.range.1 <= length => cell.range.0..cell.range.1,
            _ => 0..length,
        }
    }
}

/// The letters of a spreadsheet column: 0 is `A`, 25 is `Z`, 26 is `AA`.
#[must_use]
pub fn spreadsheet_column(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    if index < 26 { letter.to_string() } else { format!("{}{letter}", spreadsheet_column(index / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::spreadsheet_column;

    #[test]
    fn columns_are_named_as_a_spreadsheet_names_them() {
        let names: Vec<String> = [0, 4, 25, 26, 51, 52, 701, 702].into_iter().map(spreadsheet_column).collect();
        assert_eq!(names, ["A", "E", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
