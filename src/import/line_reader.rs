//! What stands on a line? For problems that are found after the reading, in files of any size.

use super::block::Block;
use super::folder::Folder;
use super::sheet::BLOCK_BYTES;
use crate::text::Location;
use std::collections::BTreeMap;

/// Where the blocks of a file start, and its lines on demand.
pub struct LineReader<'f> {
    folder: &'f dyn Folder,
    starts: BTreeMap<String, Vec<(u32, u64)>>,
    held: Option<Held>,
    headers: BTreeMap<String, (u8, Vec<String>)>,
}

/// The block that was read last, and where its lines start.
struct Held {
    file: String,
    number: usize,
    block: Block,
    lines: Vec<usize>,
}

impl<'f> LineReader<'f> {
    /// A reader of a folder's lines.
    #[must_use]
    pub fn new(folder: &'f dyn Folder) -> LineReader<'f> {
        LineReader { folder, starts: BTreeMap::new(), held: None, headers: BTreeMap::new() }
    }

    /// Takes note of where the blocks of a file start: the number of lines before each, and its offset.
    pub fn note_blocks(&mut self, file: &str, starts: Vec<(u32, u64)>) {
        self.starts.insert(file.to_owned(), starts);
    }

    /// The place of a line, with its text. Lines asked for in order are read once.
    pub fn location(&mut self, file: &str, line: u32) -> Location {
        let starts = self.starts.get(file).map_or(&[(0, 0)][..], Vec::as_slice);
        let n = starts.partition_point(|(before, _)| *before < line).saturating_sub(1);
        let (before, offset) = starts.get(n).copied().unwrap_or((0, 0));
        if !self.held.as_ref().is_some_and(|held| held.file == file && held.number == n) {
            let block = if starts.len() <= 1 {
                Block::whole(self.folder, file)
            } else {
                Block::read(self.folder, file, offset, offset + BLOCK_BYTES)
            };
            let mut lines = vec![0];
            lines.extend(memchr::memchr_iter(b'\n', block.text.as_bytes()).map(|at| at + 1));
            self.held = Some(Held { file: file.to_owned(), number: n, block, lines });
        }
        let at = usize::try_from(line.saturating_sub(before + 1)).unwrap_or(0);
        let text = self.held.as_ref().and_then(|held| held.block.text.get(*held.lines.get(at)?..)).unwrap_or("");
        let text = text.lines().next().unwrap_or("");
        Location::of_line(file, line, text.trim_start_matches('\u{feff}'))
    }

    /// The place of a cell of a line, by the name of its column in the header (the file's first line that is neither
    /// blank nor a comment); the whole line where there is no such column.
    pub fn cell(&mut self, file: &str, line: u32, column: &str) -> Location {
        let (delimiter, names) = self.header(file);
        let at = names.iter().position(|name| super::header::plain(name) == super::header::plain(column));
        let name = at.map_or_else(String::new, |at| names[at].clone());
        let place = self.location(file, line);
        let Some(at) = at else { return place };
        let cells = super::block::cut(&place.text, delimiter);
        let value = cells.get(at).map_or("", |cell| cell.as_ref());
        super::record::cell_location(&place, at, &name, value, delimiter)
    }

    /// The separator and the columns of a file's header; read once.
    fn header(&mut self, file: &str) -> (u8, &[String]) {
        if !self.headers.contains_key(file) {
            let is_passed_over =
                |text: &str| text.trim().is_empty() || text.trim_start_matches('"').trim_start().starts_with('#');
            let mut line = 1;
            while line < 50 && is_passed_over(&self.location(file, line).text) {
                line += 1;
            }
            let text = self.location(file, line).text;
            let n_of = |delimiter: &u8| text.bytes().filter(|byte| byte == delimiter).count();
            let delimiter = [b'|', b'\t', b';', b','].into_iter().max_by_key(n_of).unwrap_or(b',');
            let names = super::block::cut(&text, delimiter).iter().map(|name| name.trim().to_owned()).collect();
            self.headers.insert(file.to_owned(), (delimiter, names));
        }
        self.headers.get(file).map_or((b',', &[]), |(delimiter, names)| (*delimiter, names.as_slice()))
    }
}
