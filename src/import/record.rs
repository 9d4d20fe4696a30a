//! One row of a file: its cells by the names of the canonical columns, and the place of each for a problem.

use super::header::Header;
use crate::problem::{Code, Problem};
use crate::text::{Cell, Location, cell_ranges, is_blank};

/// One row while it is read.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The file's name.
    pub file: &'a str,
    /// The file's header.
    pub header: &'a Header,
    /// The cells, without quotation marks.
    pub cells: &'a [&'a str],
    /// The row as it stands in the file.
    pub raw: &'a str,
    /// The line on which it starts, counted from the start of the block that is read.
    pub line: u32,
}

impl<'a> Record<'a> {
    /// The cell of a column (its number among the canonical file's columns), trimmed; blank where there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &'a str {
        self.header.places[column].and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim_matches(is_trimmed))
    }

    /// Whether no cell holds anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| is_blank(cell))
    }

    /// The place of a column's cell.
    #[must_use]
    pub fn location(&self, column: usize) -> Location {
        match self.header.places[column] {
            Some(at) => {
                let row = Location::of_line(self.file, self.line, self.raw.lines().next().unwrap_or(""));
                let value = self.cells.get(at).copied().unwrap_or("");
                cell_location(&row, at, &self.header.written[at], value, self.header.delimiter)
            }
            None => self.row_location(),
        }
    }

    /// The place of the whole row.
    #[must_use]
    pub fn row_location(&self) -> Location {
        Location::of_line(self.file, self.line, self.raw.lines().next().unwrap_or(""))
    }

    /// A problem of a column's cell.
    #[must_use]
    pub fn problem(&self, code: Code, column: usize) -> Problem {
        Problem::new(code, self.location(column))
    }

    /// Cells beyond the header that hold something.
    #[must_use]
    pub fn has_extra_cells(&self) -> bool {
        let n_columns = self.header.written.len();
        self.cells.len() > n_columns && self.cells[n_columns..].iter().any(|cell| !is_blank(cell))
    }
}

fn is_trimmed(c: char) -> bool {
    c.is_whitespace() || c == '\u{a0}' || c == '\u{feff}'
}

/// The place of the cell at number `at` of a row.
#[must_use]
pub fn cell_location(row: &Location, at: usize, column: &str, value: &str, delimiter: u8) -> Location {
    let ranges = cell_ranges(&row.text, delimiter);
    let end = row.text.len();
    let range = ranges.get(at).copied().unwrap_or((end, end));
    let cell = Cell { index: at, column: column.to_owned(), range, value: value.to_owned() };
    Location { cell: Some(cell), ..row.clone() }
}
