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

    /// Whether a block cannot be read by itself: it is not UTF-8, or a quotation mark may hold a line end.
    #[must_use]
    pub fn needs_whole_file(&self) -> bool {
        !self.is_utf8 || memchr::memchr(b'"', self.text.as_bytes()).is_some()
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

/// Cuts lines without quotation marks; hands each to `take` with its number. Returns how many line ends it saw.
pub fn split_lines<'a>(
    text: &'a str,
    delimiter: u8,
    first_line: u32,
    take: &mut impl FnMut(&[&'a str], &'a str, u32),
) -> u32 {
    let mut cells: Vec<&'a str> = Vec::with_capacity(16);
    let (mut line, mut line_start, mut cell_start) = (first_line, 0, 0);
    for at in memchr::memchr2_iter(delimiter, b'\n', text.as_bytes()) {
        if text.as_bytes()[at] == delimiter {
            cells.push(&text[cell_start..at]);
        } else {
            let end = if at > cell_start && text.as_bytes()[at - 1] == b'\r' { at - 1 } else { at };
            cells.push(&text[cell_start..end]);
            take(&cells, &text[line_start..end], line);
            cells.clear();
            line += 1;
            line_start = at + 1;
        }
        cell_start = at + 1;
    }
    if line_start < text.len() {
        cells.push(&text[cell_start..]);
        take(&cells, &text[line_start..], line);
        line += 1;
    }
    line - first_line
}

/// Cuts records that may hold quotation marks. Returns how many line ends it saw and the record whose quotation mark
/// is never closed, if there is one.
pub fn split_quoted(
    text: &str,
    delimiter: u8,
    first_line: u32,
    take: &mut impl FnMut(&[&str], &str, u32),
) -> (u32, Option<(u32, String)>) {
    let mut rest = text;
    let mut line = first_line;
    while !rest.is_empty() {
        let Some(length) = record_length(rest) else {
            return (line - first_line, Some((line, rest.lines().next().unwrap_or("").to_owned())));
        };
        let raw = rest[..length].trim_end_matches(['\r', '\n']);
        let cells = cut(raw, delimiter);
        let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
        take(&cells, raw, line);
        line += u32::try_from(memchr::memchr_iter(b'\n', &rest.as_bytes()[..length]).count()).unwrap_or(0);
        rest = &rest[length..];
    }
    (line - first_line, None)
}

/// The length of the first record, its line end included; none where a quotation mark is never closed.
fn record_length(text: &str) -> Option<usize> {
    let mut is_quoted = false;
    for at in memchr::memchr2_iter(b'"', b'\n', text.as_bytes()) {
        match text.as_bytes()[at] {
            b'"' => is_quoted = !is_quoted,
            _ if !is_quoted => return Some(at + 1),
            _ => {}
        }
    }
    (!is_quoted).then_some(text.len())
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
