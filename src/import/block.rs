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
        let from = start.saturating_sub(1);
        let mut bytes = read_bytes(folder, name, from, end - from);
        let mut first = 0;
        if start > 0 {
            // the line that is under way at `start` belongs to the block before
            first = memchr::memchr(b'\n', &bytes).map_or(bytes.len(), |at| at + 1);
        }
        let reached = |bytes: &[u8]| from + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if first < bytes.len() && bytes.last() != Some(&b'\n') {
            loop {
                let more = read_bytes(folder, name, reached(&bytes), 4096);
                let line_end = memchr::memchr(b'\n', &more);
                bytes.extend_from_slice(line_end.map_or(&more[..], |at| &more[..=at]));
                if line_end.is_some() || more.is_empty() {
                    break;
                }
            }
        }
        bytes.drain(..first.min(bytes.len()));
        let offset = from + u64::try_from(first).unwrap_or(0);
        match String::from_utf8(bytes) {
            Ok(text) => Block { text, offset, is_recoded: false, is_utf8: true },
            Err(_) => Block { text: String::new(), offset, is_recoded: false, is_utf8: false },
        }
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

fn read_bytes(folder: &dyn Folder, name: &str, offset: u64, n: u64) -> Vec<u8> {
    let mut bytes = vec![0; usize::try_from(n).unwrap_or(0)];
    let n_read = folder.read_at(name, offset, &mut bytes).unwrap_or(0);
    bytes.truncate(n_read);
    bytes
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

/// Cuts a text into records and hands each to `take` with the number of its first line. With `is_whole`, a cell may
/// hold line ends. A quotation mark counts where a cell begins with it, as in RFC 4180.
pub fn split_records(
    text: &str,
    delimiter: u8,
    first_line: u32,
    is_whole: bool,
    take: &mut impl FnMut(&[&str], &str, u32),
) -> Cut {
    let bytes = text.as_bytes();
    let mut cells: Vec<&str> = Vec::with_capacity(16);
    let (mut line, mut record_line) = (first_line, first_line);
    let (mut start, mut cell) = (0, 0);
    let (mut is_quoted, mut is_escaped) = (false, false);
    for at in memchr::memchr3_iter(delimiter, b'\n', b'"', bytes) {
        match bytes[at] {
            b'"' => {
                let is_of_quoted_cell = bytes[cell] == b'"';
                is_escaped |= is_of_quoted_cell && is_quoted && bytes.get(at + 1) == Some(&b'"');
                is_quoted ^= is_of_quoted_cell;
            }
            b'\n' if is_quoted && !is_whole => return Cut::HoldsLineEnd,
            b'\n' if is_quoted => line += 1,
            _ if is_quoted => {}
            b'\n' => {
                let end = if at > cell && bytes[at - 1] == b'\r' { at - 1 } else { at };
                cells.push(unquoted(&text[cell..end]));
                give(&cells, &text[start..end], record_line, delimiter, is_escaped, take);
                cells.clear();
                is_escaped = false;
                line += 1;
                record_line = line;
                start = at + 1;
                cell = at + 1;
            }
            _ => {
                cells.push(unquoted(&text[cell..at]));
                cell = at + 1;
            }
        }
    }
    if is_quoted {
        return if is_whole { Cut::NeverClosed(record_line, line - first_line + 1) } else { Cut::HoldsLineEnd };
    }
    if start < text.len() {
        cells.push(unquoted(&text[cell..]));
        give(&cells, &text[start..], record_line, delimiter, is_escaped, take);
        line += 1;
    }
    Cut::Whole(line - first_line)
}

/// A cell without the quotation marks around it.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
}

/// Doubled quotation marks need a text of their own; the `csv` crate makes it.
fn give(
    cells: &[&str],
    raw: &str,
    line: u32,
    delimiter: u8,
    is_escaped: bool,
    take: &mut impl FnMut(&[&str], &str, u32),
) {
    if is_escaped {
        let cells = cut(raw, delimiter);
        take(&cells.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), raw, line);
    } else {
        take(cells, raw, line);
    }
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

    /// The records as the splitter and as the `csv` crate find them.
    fn both(text: &str) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
        let mut own = Vec::new();
        let _ = split_records(text, b',', 1, true, &mut |cells, raw, _| {
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
        assert_eq!(split_records(text, b',', 1, false, &mut |_, _, _| {}), Cut::HoldsLineEnd);
        let mut lines = Vec::new();
        assert_eq!(split_records(text, b',', 1, true, &mut |_, _, line| lines.push(line)), Cut::Whole(3));
        assert_eq!(lines, [1, 3]);
        assert_eq!(split_records("a,\"b\nc\n", b',', 1, true, &mut |_, _, _| {}), Cut::NeverClosed(1, 3));
    }
}
