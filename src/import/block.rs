//! A stretch of a file's text, cut at line ends, and the cutting of its lines into cells.

use super::folder::Folder;
use encoding_rs::{Encoding, WINDOWS_1252};
use std::borrow::Cow;

/// Some whole lines of a file.
#[derive(Clone, Debug)]
pub struct Block {
    /// The text; empty where the bytes are not UTF-8.
    pub text: String,
    /// Where it starts in the file.
    pub offset: u64,
    /// Whether the file was not UTF-8 and was recoded.
    pub is_recoded: bool,
    is_utf8: bool,
}

/// The header's line.
#[derive(Clone, Copy, Debug)]
pub struct HeaderLine<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its number, from 1.
    pub line: u32,
    /// Where the next line starts.
    pub end: usize,
}

impl Block {
    /// The lines that start from `start` on and before `end`; the last may reach beyond.
    #[must_use]
    pub fn read(folder: &dyn Folder, name: &str, start: u64, end: u64) -> Block {
        let start = line_start(folder, name, start).min(end);
        Block::lines(folder, name, (start, end), Vec::new())
    }

    /// The same where a line starts at `start`, in a buffer that was used before.
    #[must_use]
    pub fn lines(folder: &dyn Folder, name: &str, (start, end): (u64, u64), mut buffer: Vec<u8>) -> Block {
        read_bytes(folder, name, start, end - start, &mut buffer);
        let mut more = Vec::new();
        while buffer.last().is_some_and(|byte| *byte != b'\n') {
            let reached = start + u64::try_from(buffer.len()).unwrap_or(u64::MAX);
            read_bytes(folder, name, reached, 4096, &mut more);
            let line_end = memchr::memchr(b'\n', &more);
            buffer.extend_from_slice(line_end.map_or(&more[..], |at| &more[..=at]));
            if more.is_empty() {
                break;
            }
        }
        match String::from_utf8(buffer) {
            Ok(text) => Block { text, offset: start, is_recoded: false, is_utf8: true },
            Err(_) => Block { text: String::new(), offset: start, is_recoded: false, is_utf8: false },
        }
    }

    /// Where the block ends in the file, and its buffer.
    #[must_use]
    pub fn into_end_and_buffer(self) -> (u64, Vec<u8>) {
        (self.offset + u64::try_from(self.text.len()).unwrap_or(u64::MAX), self.text.into_bytes())
    }

    /// The whole file, recoded where it is not UTF-8.
    #[must_use]
    pub fn whole(folder: &dyn Folder, name: &str) -> Block {
        let bytes = folder.read(name).unwrap_or_default();
        if let Some((encoding, _)) = Encoding::for_bom(&bytes).filter(|(encoding, _)| *encoding != encoding_rs::UTF_8) {
            let text = encoding.decode(&bytes).0.into_owned();
            return Block { text, offset: 0, is_recoded: false, is_utf8: true };
        }
        match String::from_utf8(bytes) {
            Ok(text) => Block { text, offset: 0, is_recoded: false, is_utf8: true },
            Err(error) => {
                let text = WINDOWS_1252.decode(error.as_bytes()).0.into_owned();
                Block { text, offset: 0, is_recoded: true, is_utf8: true }
            }
        }
    }

    /// Whether a block cannot be read by itself: it is not UTF-8.
    #[must_use]
    pub const fn needs_whole_file(&self) -> bool {
        !self.is_utf8
    }

    /// The first line that is neither blank nor a comment.
    #[must_use]
    pub fn header_line(&self) -> Option<HeaderLine<'_>> {
        let mut at = 0;
        for (n, line) in self.text.split_inclusive('\n').enumerate() {
            at += line.len();
            let text = line.trim_end_matches(['\r', '\n']).trim_start_matches('\u{feff}');
            let is_empty = text.chars().all(|c| c.is_whitespace() || ",;|\t\"".contains(c));
            if !is_empty && !text.trim_start_matches('"').trim_start().starts_with('#') {
                return Some(HeaderLine { text, line: u32::try_from(n + 1).unwrap_or(u32::MAX), end: at });
            }
        }
        None
    }
}

/// Where the first line starts that does not start before `at`.
fn line_start(folder: &dyn Folder, name: &str, at: u64) -> u64 {
    let Some(mut from) = at.checked_sub(1) else { return 0 };
    let mut bytes = Vec::new();
    loop {
        read_bytes(folder, name, from, 4096, &mut bytes);
        let line_end = memchr::memchr(b'\n', &bytes);
        from += u64::try_from(line_end.map_or(bytes.len(), |at| at + 1)).unwrap_or(0);
        if line_end.is_some() || bytes.is_empty() {
            return from;
        }
    }
}

fn read_bytes(folder: &dyn Folder, name: &str, offset: u64, n: u64, bytes: &mut Vec<u8>) {
    bytes.resize(usize::try_from(n).unwrap_or(0), 0);
    let n_read = folder.read_at(name, offset, bytes).unwrap_or(0);
    bytes.truncate(n_read);
}

/// How a text ended while it was cut into records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// After so many line ends.
    Whole(u32),
    /// A quotation mark holds a line end; cuts at line ends are not safe.
    HoldsLineEnd,
    /// The quotation mark of the record on this line is never closed.
    NeverClosed(u32, u32),
}

/// What is given the records of a text, each with the number of its first line.
pub trait TakesRecords {
    /// Takes the record that `text` begins with before it is cut, and says how many bytes it took up, line end included;
    /// none where it must be cut.
    fn take_known(&mut self, _text: &[u8], _line: u32) -> Option<usize> {
        None
    }

    /// Takes a record: its cells, and the record as it stands in the text.
    fn take(&mut self, cells: &[&str], raw: &str, line: u32);
}

impl<F: FnMut(&[&str], &str, u32)> TakesRecords for F {
    fn take(&mut self, cells: &[&str], raw: &str, line: u32) {
        self(cells, raw, line);
    }
}

/// Cuts a text into records and hands each to `taker` with the number of its first line. With `is_whole`, a cell may
/// hold line ends. A quotation mark counts where a cell begins with it, as in RFC 4180.
pub fn split_records(text: &str, delimiter: u8, first_line: u32, is_whole: bool, taker: &mut impl TakesRecords) -> Cut {
    let mut cells: Vec<&str> = Vec::with_capacity(16);
    let (mut line, mut start) = (first_line, 0);
    loop {
        while let Some(n_bytes) = taker.take_known(&text.as_bytes()[start..], line) {
            start += n_bytes;
            line += 1;
        }
        if start >= text.len() {
            return Cut::Whole(line - first_line);
        }
        cells.clear();
        let record = cut_record(text, start, delimiter, is_whole, &mut cells);
        if record.is_open {
            let n_lines = line + record.n_lines - first_line + 1;
            return if is_whole { Cut::NeverClosed(line, n_lines) } else { Cut::HoldsLineEnd };
        }
        let raw = &text[start..record.end];
        if record.is_escaped {
            // doubled quotation marks need a text of their own; the `csv` crate makes it
            let cells = cut(raw, delimiter);
            taker.take(&cells.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), raw, line);
        } else {
            taker.take(&cells, raw, line);
        }
        line += record.n_lines;
        start = record.next;
    }
}

/// A record while it is cut.
#[derive(Default)]
struct Record {
    /// Where it ends, without its line end.
    end: usize,
    /// Where the next one starts.
    next: usize,
    /// How many lines it takes up.
    n_lines: u32,
    /// Whether a quotation mark is doubled.
    is_escaped: bool,
    /// Whether a quotation mark is never closed, or holds a line end where it must not.
    is_open: bool,
}

/// Cuts the record at `start`.
fn cut_record<'t>(text: &'t str, start: usize, delimiter: u8, is_whole: bool, cells: &mut Vec<&'t str>) -> Record {
    let bytes = text.as_bytes();
    let mut record = Record::default();
    let mut cell = start;
    for at in memchr::memchr3_iter(delimiter, b'\n', b'"', &bytes[start..]).map(|at| start + at) {
        match bytes[at] {
            b'"' => {
                let is_of_quoted_cell = bytes[cell] == b'"';
                record.is_escaped |= is_of_quoted_cell && record.is_open && bytes.get(at + 1) == Some(&b'"');
                record.is_open ^= is_of_quoted_cell;
            }
            b'\n' if record.is_open && !is_whole => return record,
            b'\n' if record.is_open => record.n_lines += 1,
            _ if record.is_open => {}
            b'\n' => {
                record.end = if at > cell && bytes[at - 1] == b'\r' { at - 1 } else { at };
                cells.push(unquoted(&text[cell..record.end]));
                return Record { next: at + 1, n_lines: record.n_lines + 1, ..record };
            }
            _ => {
                cells.push(unquoted(&text[cell..at]));
                cell = at + 1;
            }
        }
    }
    if !record.is_open {
        cells.push(unquoted(&text[cell..]));
        record = Record { end: text.len(), next: text.len(), n_lines: record.n_lines + 1, ..record };
    }
    record
}

/// A cell without the quotation marks around it.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
}

/// The cells of one record, without quotation marks, as the `csv` crate reads them.
#[must_use]
pub fn cut(record: &str, delimiter: u8) -> Vec<Cow<'_, str>> {
    if memchr::memchr(b'"', record.as_bytes()).is_none() {
        return record.split(char::from(delimiter)).map(Cow::Borrowed).collect();
    }
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(record.as_bytes());
    let cells = reader.records().next().and_then(Result::ok).unwrap_or_default();
    cells.iter().map(|cell| Cow::Owned(cell.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cuts a text with commas; nothing is known of any record.
    fn split(text: &str, is_whole: bool, mut take: impl FnMut(&[&str], &str, u32)) -> Cut {
        split_records(text, b',', 1, is_whole, &mut |cells: &[&str], raw: &str, line: u32| take(cells, raw, line))
    }

    /// The records as the splitter and as the `csv` crate find them.
    fn both(text: &str) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
        let mut own = Vec::new();
        let _ = split(text, true, |cells, raw, _| {
            if !raw.is_empty() {
                own.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
            }
        });
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let theirs = reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
        (own, theirs)
    }

    proptest! {
        #[test]
        fn records_are_cut_as_the_csv_crate_cuts_them(
            rows in prop::collection::vec(prop::collection::vec("[a,\"é \n]{0,4}", 1..5), 1..6),
            crlf in any::<bool>(),
        ) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let is_plain = |cell: &String| !cell.contains([',', '"', '\n']) && !cell.is_empty();
            let written = |cell: &String| if is_plain(cell) { cell.clone() } else { quoted(cell) };
            let end = if crlf { "\r\n" } else { "\n" };
            let text: String = rows.iter().map(|row| row.iter().map(written).collect::<Vec<_>>().join(",") + end).collect();
            let (own, theirs) = both(&text);
            prop_assert_eq!(&own, &theirs);
            prop_assert_eq!(own, rows);
        }
    }

    #[test]
    fn a_quotation_mark_inside_a_cell_is_a_character() {
        let (own, theirs) = both("5\" desk,a\nb,\"c\"\n");
        assert_eq!(own, theirs);
    }

    #[test]
    fn a_line_end_in_a_cell_asks_for_the_whole_text() {
        let text = "a,\"b\nc\"\nd,e\n";
        assert_eq!(split(text, false, |_, _, _| {}), Cut::HoldsLineEnd);
        let mut lines = Vec::new();
        assert_eq!(split(text, true, |_, _, line| lines.push(line)), Cut::Whole(3));
        assert_eq!(lines, [1, 3]);
        assert_eq!(split("a,\"b\nc\n", true, |_, _, _| {}), Cut::NeverClosed(1, 3));
    }
}
