//! What stands in which cell? One sheet of a source file as rows of texts, numbered as a spreadsheet numbers them.

use crate::text::{Cell, Location, spreadsheet_column};

/// A rectangle of merged cells, both ends included, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The first row.
    pub top: usize,
    /// The first column.
    pub left: usize,
    /// The last row.
    pub bottom: usize,
    /// The last column.
    pub right: usize,
}

/// One sheet. All its texts stand in one string, so that a million rows are no burden.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The source file's name.
    pub file: String,
    /// The sheet's name; empty for a text file.
    pub name: String,
    /// Merged cells.
    pub merged: Vec<Merged>,
    /// The row that names the columns, once it is known.
    pub header: Option<usize>,
    text: String,
    cell_ends: Vec<usize>,
    row_ends: Vec<usize>,
}

/// One cell of a sheet, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

impl At {
    /// The cell's address as a spreadsheet names it, such as `E14`.
    #[must_use]
    pub fn address(self) -> String {
        format!("{}{}", spreadsheet_column(self.column), self.row + 1)
    }
}

impl Sheet {
    /// An empty sheet.
    #[must_use]
    pub fn new(file: &str, name: &str) -> Sheet {
        Sheet { file: file.to_owned(), name: name.to_owned(), ..Sheet::default() }
    }

    /// Makes room for a text of so many bytes.
    pub fn reserve(&mut self, n_bytes: usize) {
        self.text.reserve(n_bytes);
        self.cell_ends.reserve(n_bytes / 7);
        self.row_ends.reserve(n_bytes / 64);
    }

    /// A sheet of these rows.
    #[must_use]
    pub fn of_rows(file: &str, rows: &[&[&str]]) -> Sheet {
        let mut sheet = Sheet::new(file, "");
        for row in rows {
            row.iter().for_each(|cell| sheet.push_cell(cell));
            sheet.end_row();
        }
        sheet
    }

    /// Adds a cell to the row that is being written.
    pub fn push_cell(&mut self, text: &str) {
        self.text.push_str(text);
        self.cell_ends.push(self.text.len());
    }

    /// Ends the row that is being written.
    pub fn end_row(&mut self) {
        self.row_ends.push(self.cell_ends.len());
    }

    /// How many rows, blank ones included.
    #[must_use]
    pub fn n_rows(&self) -> usize {
        self.row_ends.len()
    }

    /// How many cells a row has.
    #[must_use]
    pub fn n_cells(&self, row: usize) -> usize {
        let first = self.first_cell(row);
        self.row_ends.get(row).map_or(0, |end| end - first)
    }

    /// How many columns the widest of the first thousand rows has.
    #[must_use]
    pub fn n_columns(&self) -> usize {
        (0..self.n_rows().min(1000)).map(|row| self.n_cells(row)).max().unwrap_or(0)
    }

    fn first_cell(&self, row: usize) -> usize {
        row.checked_sub(1).and_then(|before| self.row_ends.get(before)).copied().unwrap_or(0)
    }

    /// The text of a cell as it stands; empty beyond the row's end.
    #[must_use]
    pub fn raw(&self, row: usize, column: usize) -> &str {
        if column >= self.n_cells(row) {
            return "";
        }
        let at = self.first_cell(row) + column;
        let start = at.checked_sub(1).map_or(0, |before| self.cell_ends[before]);
        &self.text[start..self.cell_ends[at]]
    }

    /// The text of a cell without what nobody sees around it.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        visible(self.raw(row, column))
    }

    /// The cells of a row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.n_cells(row)).map(move |column| self.cell(row, column))
    }

    /// Whether a row holds nothing.
    #[must_use]
    pub fn is_blank_row(&self, row: usize) -> bool {
        self.row(row).all(str::is_empty)
    }

    /// Whether a row is a comment: its first cell begins with `#`.
    #[must_use]
    pub fn is_comment(&self, row: usize) -> bool {
        self.row(row).find(|cell| !cell.is_empty()).is_some_and(|cell| cell.starts_with('#') && !cell.starts_with("#N"))
    }

    /// The file, and the sheet where it has several, as problems and receipts name it.
    #[must_use]
    pub fn label(&self) -> String {
        if self.name.is_empty() { self.file.clone() } else { format!("{} [{}]", self.file, self.name) }
    }

    /// The place of a row, for a problem.
    #[must_use]
    pub fn row_location(&self, row: usize) -> Location {
        let line = u32::try_from(row + 1).unwrap_or(u32::MAX);
        Location::of_line(&self.label(), line, &self.shown_row(row).0)
    }

    /// The place of a cell, for a problem.
    #[must_use]
    pub fn location(&self, at: At) -> Location {
        let (text, ranges) = self.shown_row(at.row);
        let cell = Cell {
            index: at.column,
            column: self.column_name(at.column),
            range: ranges.get(at.column).copied().unwrap_or((text.len(), text.len())),
            value: self.cell(at.row, at.column).to_owned(),
        };
        let mut location = self.row_location(at.row);
        location.text = text;
        location.cell = Some(cell);
        location
    }

    /// What the header calls a column, or else its letters.
    fn column_name(&self, column: usize) -> String {
        let name = self.header.map_or("", |row| self.cell(row, column));
        if name.is_empty() { spreadsheet_column(column) } else { name.replace(['\n', '\r'], " ") }
    }

    /// A row as one line, its cells between commas, and where each cell stands in it.
    fn shown_row(&self, row: usize) -> (String, Vec<(usize, usize)>) {
        let mut text = String::new();
        let mut ranges = Vec::new();
        for (column, cell) in self.row(row).enumerate() {
            if column > 0 {
                text.push_str(", ");
            }
            let start = text.len();
            text.push_str(&cell.replace(['\n', '\r', '\t'], " "));
            ranges.push((start, text.len()));
        }
        (text, ranges)
    }

    /// Writes the text of each merged area's first cell into all its cells, and says which cells were so filled.
    #[must_use]
    pub fn with_merged_filled(&self) -> (Sheet, Vec<At>) {
        let mut filled = Vec::new();
        let mut sheet =
            Sheet { merged: self.merged.clone(), header: self.header, ..Sheet::new(&self.file, &self.name) };
        for row in 0..self.n_rows() {
            let areas: Vec<&Merged> =
                self.merged.iter().filter(|area| (area.top..=area.bottom).contains(&row)).collect();
            let n_cells = areas.iter().map(|area| area.right + 1).max().unwrap_or(0).max(self.n_cells(row));
            for column in 0..n_cells {
                let area = areas.iter().find(|area| (area.left..=area.right).contains(&column));
                match area {
                    Some(area) if (area.top, area.left) != (row, column) => {
                        sheet.push_cell(self.raw(area.top, area.left));
                        filled.push(At { row, column });
                    }
                    _ => sheet.push_cell(self.raw(row, column)),
                }
            }
            sheet.end_row();
        }
        (sheet, filled)
    }
}

/// A text without blanks, no-break blanks, byte-order marks, zero-width characters and NUL around it.
#[must_use]
pub fn visible(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{a0}' | '\u{feff}' | '\u{200b}' | '\u{200e}' | '\0')
    })
}

#[cfg(test)]
mod tests {
    use super::{At, Merged, Sheet};

    #[test]
    fn cells_are_found_by_row_and_column_and_blank_beyond_the_end() {
        let sheet = Sheet::of_rows("a.csv", &[&["Name", " Day\u{a0}"], &[], &["Ana"]]);
        assert_eq!((sheet.cell(0, 1), sheet.cell(1, 0), sheet.cell(2, 0), sheet.cell(2, 7)), ("Day", "", "Ana", ""));
        assert_eq!((sheet.n_rows(), sheet.n_columns()), (3, 2));
        assert!(sheet.is_blank_row(1));
        assert_eq!(At { row: 2, column: 27 }.address(), "AB3");
    }

    #[test]
    fn a_place_underlines_its_cell() {
        let sheet = Sheet::of_rows("a.csv", &[&["Ana", "9-5", "Main"]]);
        let place = sheet.location(At { row: 0, column: 1 });
        assert_eq!(&place.text[place.underlined()], "9-5");
        assert_eq!(place.address().as_deref(), Some("B1"));
    }

    #[test]
    fn a_merged_area_is_filled_from_its_first_cell() {
        let mut sheet = Sheet::of_rows("a.xlsx", &[&["Ana", ""], &["", ""]]);
        sheet.merged.push(Merged { top: 0, left: 0, bottom: 1, right: 1 });
        let (filled, places) = sheet.with_merged_filled();
        assert_eq!((filled.cell(1, 1), places.len()), ("Ana", 3));
    }
}
