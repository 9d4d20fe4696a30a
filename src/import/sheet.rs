//! Reads one CSV file, from a few rows to gigabytes: blocks of lines side by side, or the whole text in one piece
//! where a quotation mark makes cuts at line ends unsafe.
//!
//! Knows records; what the cells mean is the business of the row readers.

use super::block::{Block, Cut, TakesRecords, split_records};
use super::canonical::CanonicalFile;
use super::folder::Folder;
use super::header::{Header, sniff_delimiter};
use super::record::Record;
use crate::problem::{Code, Problem, Problems};
use crate::text::Location;
use rayon::prelude::*;

/// How many bytes are read at a time: few enough to stay near the processor.
pub const BLOCK_BYTES: u64 = 1 << 20;
/// No stretch of a large file is shorter than this part of what each processor has to read: each learns all names anew.
const SHORTEST_PART: u64 = 20;

/// What makes rows of records; one for each stretch of a file.
pub trait RowReader: Send {
    /// Makes room for the rows of so many bytes.
    fn expect(&mut self, _n_bytes: usize) {}

    /// Takes the record that `text` begins with, if it says nothing but what records before it said, cell by cell; how
    /// many bytes it takes up, line end included.
    fn take_known(&mut self, _text: &[u8], _line: u32) -> Option<usize> {
        None
    }

    /// Takes one record; false where it cannot be used.
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool;

    /// Lets go of what was only needed to take records.
    fn finish(&mut self) {}
}

/// What came of one stretch of a file: some blocks in a row.
#[derive(Debug)]
pub struct StretchRead<R> {
    /// The row reader with its rows.
    pub reader: R,
    /// Problems, with lines counted from the start of the file.
    pub problems: Problems,
    /// The number of lines before the stretch.
    pub first_line: u32,
    /// Rows of data in it.
    pub n_rows: usize,
    /// Rows that cannot be used.
    pub n_left_out: usize,
    /// The number of lines before each block, and where it starts in the file.
    pub blocks: Vec<(u32, u64)>,
    /// How many lines it has.
    n_lines: u32,
}

/// What came of a file.
#[derive(Debug)]
pub struct SheetRead<R> {
    /// The stretches, in the order of the file.
    pub stretches: Vec<StretchRead<R>>,
    /// Problems of the file as a whole.
    pub problems: Problems,
}

/// Reads a file with one row reader a stretch.
pub fn read_sheet<R: RowReader>(
    folder: &dyn Folder,
    file: &'static CanonicalFile,
    make: impl Fn() -> R + Sync,
) -> SheetRead<R> {
    let mut problems = Problems::default();
    let nothing = |problems| SheetRead { stretches: Vec::new(), problems };
    let Ok(size) = folder.size(file.name) else { return nothing(problems) };
    let mut head = Block::read(folder, file.name, 0, BLOCK_BYTES.min(size));
    let whole =
        if size <= BLOCK_BYTES || head.needs_whole_file() { Some(Block::whole(folder, file.name)) } else { None };
    if let Some(whole) = &whole {
        if whole.is_recoded {
            problems.push(not_utf8(file.name));
        }
        head = whole.clone();
    }
    let Some(start) = head.header_line() else {
        problems.push(no_rows(file.name));
        return nothing(problems);
    };
    let delimiter = sniff_delimiter(start.text, file);
    let place = Location::of_line(file.name, start.line, start.text);
    if delimiter != b',' {
        problems.push(other_delimiter(&place, delimiter));
    }
    let cells = super::block::cut(start.text, delimiter);
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    let header = Header::read(&cells, delimiter, file, &place, &mut problems);
    if !header.is_complete(file) {
        return SheetRead { stretches: Vec::new(), problems };
    }
    let reading = Reading { folder, name: file.name, header: &header, data_start: start.end };
    let read_whole = |whole: &Block| {
        let mut read = StretchRead::of(make());
        let is_read = reading.read_block(whole, true, &mut read);
        is_read.then_some(read).into_iter().collect()
    };
    let stretches = match &whole {
        Some(whole) => read_whole(whole),
        None => reading.side_by_side(size, &make).unwrap_or_else(|| {
            let whole = Block::whole(folder, file.name);
            if whole.is_recoded {
                problems.push(not_utf8(file.name));
            }
            read_whole(&whole)
        }),
    };
    SheetRead { stretches: with_line_numbers(stretches), problems }
}

impl<R> StretchRead<R> {
    fn of(reader: R) -> StretchRead<R> {
        let problems = Problems::default();
        StretchRead { reader, problems, first_line: 0, n_rows: 0, n_left_out: 0, blocks: Vec::new(), n_lines: 0 }
    }
}

/// A file while it is read.
struct Reading<'a> {
    folder: &'a dyn Folder,
    name: &'a str,
    header: &'a Header,
    data_start: usize,
}

impl Reading<'_> {
    /// None where a block needs the file in one piece.
    fn side_by_side<R: RowReader>(&self, size: u64, make: &(impl Fn() -> R + Sync)) -> Option<Vec<StretchRead<R>>> {
        let n_processors = u64::try_from(rayon::current_num_threads()).unwrap_or(1);
        // each processor takes the next one as soon as it is free
        let read: Option<Vec<_>> = stretches(size, n_processors)
            .into_iter()
            .par_bridge()
            .map(|(start, end)| Some((start, self.read_stretch(start, end, make())?)))
            .collect();
        let mut read = read?;
        read.sort_by_key(|(start, _)| *start);
        Some(read.into_iter().map(|(_, read)| read).collect())
    }

    fn read_stretch<R: RowReader>(&self, start: u64, end: u64, mut reader: R) -> Option<StretchRead<R>> {
        reader.expect(usize::try_from(end - start).unwrap_or(0));
        let mut read = StretchRead::of(reader);
        let mut block = Block::read(self.folder, self.name, start, (start + BLOCK_BYTES).min(end));
        loop {
            if block.needs_whole_file() || !self.read_block(&block, false, &mut read) {
                return None;
            }
            let (reached, buffer) = block.into_end_and_buffer();
            if reached >= end {
                read.reader.finish();
                return Some(read);
            }
            block = Block::lines(self.folder, self.name, (reached, (reached + BLOCK_BYTES).min(end)), buffer);
        }
    }

    /// False where a quotation mark holds a line end and the block is not the whole file.
    fn read_block<R: RowReader>(&self, block: &Block, is_whole: bool, read: &mut StretchRead<R>) -> bool {
        read.blocks.push((read.n_lines, block.offset));
        let start = if block.offset == 0 { self.data_start } else { 0 };
        let first_line = read.n_lines + 1 + count_lines(&block.text[..start]);
        let mut taking = Taking { name: self.name, header: self.header, read };
        let cut = split_records(&block.text[start..], self.header.delimiter, first_line, is_whole, &mut taking);
        let n_lines = match cut {
            Cut::Whole(n_lines) => n_lines,
            Cut::HoldsLineEnd => return false,
            Cut::NeverClosed(line, n_lines) => {
                let text = block.text.lines().nth(usize::try_from(line - 1).unwrap_or(0)).unwrap_or("");
                read.problems.push(never_closed(Location::of_line(self.name, line, text)));
                n_lines
            }
        };
        read.n_lines = first_line - 1 + n_lines;
        true
    }
}

/// Records on their way into a row reader.
struct Taking<'a, R> {
    name: &'a str,
    header: &'a Header,
    read: &'a mut StretchRead<R>,
}

impl<R: RowReader> TakesRecords for Taking<'_, R> {
    fn take_known(&mut self, text: &[u8], line: u32) -> Option<usize> {
        let n_bytes = self.read.reader.take_known(text, line);
        self.read.n_rows += usize::from(n_bytes.is_some());
        n_bytes
    }

    fn take(&mut self, cells: &[&str], raw: &str, line: u32) {
        let record = Record { file: self.name, header: self.header, cells, raw, line };
        if record.is_blank() || record.cells[0].trim_start().starts_with('#') {
            return;
        }
        self.read.n_rows += 1;
        if record.has_extra_cells() {
            self.read.problems.push(extra_cells(&record));
        }
        if !self.read.reader.take(&record, &mut self.read.problems) {
            self.read.n_left_out += 1;
        }
    }
}

/// Where stretches of a file start and end: long ones first and shorter ones after them, so that all processors finish at
/// about the same time.
fn stretches(size: u64, n_processors: u64) -> Vec<(u64, u64)> {
    let shortest = size / (n_processors * SHORTEST_PART);
    let mut ends = Vec::new();
    let mut start = 0;
    while start < size {
        let n_bytes = ((size - start) / (2 * n_processors)).max(shortest).max(1).next_multiple_of(BLOCK_BYTES);
        for _ in 0..n_processors {
            let end = (start + n_bytes).min(size);
            if start < end {
                ends.push((start, end));
            }
            start = end;
        }
    }
    ends
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text.as_bytes()).count()).unwrap_or(u32::MAX)
}

/// Turns lines counted from the start of each stretch into lines of the file.
fn with_line_numbers<R>(mut stretches: Vec<StretchRead<R>>) -> Vec<StretchRead<R>> {
    let mut before = 0_u32;
    for read in &mut stretches {
        read.first_line = before;
        read.problems.move_lines(before);
        read.blocks.iter_mut().for_each(|block| block.0 += before);
        before += read.n_lines;
    }
    stretches
}

fn not_utf8(name: &str) -> Problem {
    Problem::new(Code::W104, Location::of_file(name))
        .says(format!("{name} is not UTF-8"))
        .done("it is read as Windows-1252, what older spreadsheets write; accents may be wrong")
        .help("save it as \"CSV UTF-8\" and check the names with accents")
}

fn no_rows(name: &str) -> Problem {
    Problem::new(Code::E103, Location::of_file(name))
        .says(format!("{name} has no header row"))
        .help("the first row must hold the names of the columns; `offdesk init DIR` writes templates")
}

fn other_delimiter(place: &Location, delimiter: u8) -> Problem {
    let name = match delimiter {
        b';' => "semicolons",
        b'\t' => "tabs",
        _ => "vertical bars",
    };
    Problem::new(Code::N111, place.clone())
        .says(format!("the cells are separated by {name}"))
        .done(format!("the file is read with {name} between the cells"))
}

fn extra_cells(record: &Record<'_>) -> Problem {
    let n = record.cells.len() - record.header.written.len();
    Problem::new(Code::W108, record.row_location())
        .says(format!("the row has {n} more cell{} than the header", if n == 1 { "" } else { "s" }))
        .done("the extra cells are not read")
        .help("a comma inside a note or a name splits it: put quotation marks around that cell")
}

fn never_closed(place: Location) -> Problem {
    Problem::new(Code::E109, place)
        .says("a quotation mark is opened and never closed; everything after it is one cell")
        .done("this row and all rows after it are left out of every figure")
        .help("close the quotation mark, or delete it")
}

#[cfg(test)]
mod tests {
    use super::{BLOCK_BYTES, stretches};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stretches_are_the_whole_file_and_never_get_longer(size in 1..(1_u64 << 33), n_processors in 1..100_u64) {
            let found = stretches(size, n_processors);
            prop_assert_eq!((found[0].0, found[found.len() - 1].1), (0, size));
            prop_assert!(found.windows(2).all(|pair| pair[0].1 == pair[1].0));
            let lengths: Vec<u64> = found.iter().map(|(start, end)| end - start).collect();
            prop_assert!(lengths.windows(2).all(|pair| pair[0] >= pair[1]));
            prop_assert!(lengths.iter().rev().skip(1).all(|length| length % BLOCK_BYTES == 0));
        }
    }
}
