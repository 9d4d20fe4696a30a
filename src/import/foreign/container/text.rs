//! How is a text cut into cells? The delimiter that makes rows of the same width; quotation marks as RFC 4180 has them.

use super::super::sheet::Sheet;
use crate::problem::{Code, Problem, Problems};
use crate::text::Location;
use memchr::memchr3;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The delimiter of a text: the one that its first line names, or the one that cuts most of the first lines into the
/// same number of cells.
#[must_use]
pub fn find_delimiter(text: &str) -> u8 {
    if let Some(named) = named_delimiter(text) {
        return named;
    }
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).take(60).collect();
    let score = |delimiter: u8| {
        let widths: Vec<usize> = lines.iter().map(|line| crate::text::cell_ranges(line, delimiter).len()).collect();
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        widths.iter().filter(|width| **width > 1).map(|width| (alike(*width), *width)).max().unwrap_or((0, 0))
    };
    let mut best = (b',', score(b','));
    for delimiter in DELIMITERS {
        let found = score(delimiter);
        if found > best.1 {
            best = (delimiter, found);
        }
    }
    best.0
}

fn named_delimiter(text: &str) -> Option<u8> {
    let first = text.lines().next()?.trim().trim_matches('"');
    let rest = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?;
    rest.bytes().next().or(Some(b'\t')).filter(u8::is_ascii)
}

/// Cuts a text into a sheet.
#[must_use]
pub fn read_text(file: &str, text: &str, delimiter: u8, problems: &mut Problems) -> Sheet {
    let mut sheet = Sheet::new(file, "");
    sheet.reserve(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    if named_delimiter(text).is_some() {
        // the line stays a row, so that rows keep their numbers; a comment is never read
        at = text.find('\n').map_or(text.len(), |end| end + 1);
        sheet.push_cell("#");
        sheet.end_row();
    }
    while at < bytes.len() {
        at = match read_cell(text, at, delimiter, &mut sheet) {
            Ended::Cell(next) => {
                if next >= bytes.len() {
                    sheet.push_cell("");
                    sheet.end_row();
                }
                next
            }
            Ended::Row(next) => {
                sheet.end_row();
                next
            }
            Ended::NeverClosed(next) => {
                sheet.end_row();
                problems.push(
                    Problem::new(Code::E109, sheet_place(file, &sheet))
                        .says("a quotation mark is never closed")
                        .done("what follows it in the row is read as it stands")
                        .help("close the quotation mark, or delete it"),
                );
                next
            }
        };
    }
    sheet
}

fn sheet_place(file: &str, sheet: &Sheet) -> Location {
    let row = sheet.n_rows().saturating_sub(1);
    Location { file: file.to_owned(), ..sheet.row_location(row) }
}

enum Ended {
    Cell(usize),
    Row(usize),
    NeverClosed(usize),
}

/// Reads the cell at `at`, and says where the next one starts.
fn read_cell(text: &str, at: usize, delimiter: u8, sheet: &mut Sheet) -> Ended {
    let bytes = text.as_bytes();
    let blanks = bytes[at..].iter().take_while(|byte| **byte == b' ').count();
    if bytes.get(at + blanks) == Some(&b'"') {
        return read_quoted(text, at + blanks + 1, delimiter, sheet);
    }
    let end = memchr3(delimiter, b'\n', b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n);
    end_cell(text, &text[at..end], end, sheet)
}

/// Ends a cell whose delimiter or line end stands at `end`.
fn end_cell(text: &str, cell: &str, end: usize, sheet: &mut Sheet) -> Ended {
    sheet.push_cell(cell.strip_suffix('\r').unwrap_or(cell));
    match text.as_bytes().get(end) {
        Some(b'\n') | None => Ended::Row(end + 1),
        Some(_) => Ended::Cell(end + 1),
    }
}

/// A quoted cell; text after its closing mark is kept, as a spreadsheet keeps it.
fn read_quoted(text: &str, start: usize, delimiter: u8, sheet: &mut Sheet) -> Ended {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        match memchr::memchr(b'"', &bytes[at..]).map(|n| at + n) {
            Some(mark) if bytes.get(mark + 1) == Some(&b'"') => at = mark + 2,
            Some(mark) => {
                let end = memchr3(delimiter, b'\n', b'\n', &bytes[mark + 1..]).map_or(bytes.len(), |n| mark + 1 + n);
                let inner = text[start..mark].replace("\"\"", "\"");
                let rest = text[mark + 1..end].trim_end_matches('\r');
                return end_cell(text, &format!("{inner}{rest}"), end, sheet);
            }
            None => {
                // the mark closes nowhere: the cell ends with its line
                let end = memchr::memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |n| start + n);
                for cell in text[start..end].split(char::from(delimiter)) {
                    sheet.push_cell(cell);
                }
                return Ended::NeverClosed(end + 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{find_delimiter, read_text};
    use crate::problem::Problems;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let sheet = read_text("a.csv", text, find_delimiter(text), &mut Problems::default());
        (0..sheet.n_rows()).map(|row| sheet.row(row).map(ToOwned::to_owned).collect()).collect()
    }

    #[test]
    fn delimiters_are_found_and_quoted_cells_kept_whole() {
        assert_eq!(rows("a;b\n1,5;2\n"), [["a", "b"], ["1,5", "2"]]);
        assert_eq!(rows("a\tb, c\n1\t2\n"), [["a", "b, c"], ["1", "2"]]);
        assert_eq!(rows("a,b\r\n\"x, \"\"y\"\"\nz\", w\r\n"), [["a", "b"], ["x, \"y\"\nz", "w"]]);
        assert_eq!(rows("sep=;\nName;Day\n"), [vec!["#"], vec!["Name", "Day"]]);
    }

    #[test]
    fn blank_lines_are_rows_and_an_end_without_a_line_end_is_one() {
        assert_eq!(rows("a,b\n\n1,"), [vec!["a", "b"], vec![""], vec!["1", ""]]);
    }

    #[test]
    fn a_mark_that_is_never_closed_ends_with_its_line() {
        let mut problems = Problems::default();
        let sheet = read_text("a.csv", "a,b\n\"x,1\ny,2\n", b',', &mut problems);
        assert_eq!((sheet.n_rows(), sheet.cell(2, 0), sheet.cell(1, 1)), (3, "y", "1"));
        assert_eq!(problems.iter().count(), 1);
    }
}
