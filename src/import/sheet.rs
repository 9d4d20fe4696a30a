//! Reads one CSV file, from a few rows to gigabytes: blocks of lines side by side, or the whole text in one piece
//! where a quotation mark makes cuts at line ends unsafe.
//!
//! Knows records; what the cells mean is the business of the row readers.

use super::block::{Block, Cut, split_records};
use super::canonical::CanonicalFile;
use super::folder::Folder;
use super::header::{Header, sniff_delimiter};
use super::record::Record;
use crate::problem::{Code, Problem, Problems};
use crate::text::Location;
use rayon::prelude::*;

/// How many bytes are read at a time.
pub const BLOCK_BYTES: u64 = 4 << 20;

/// What makes rows of records; one for each block.
pub trait RowReader: Send {
    /// Takes one record; false where it cannot be used.
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool;
}

/// What came of one block.
#[derive(Debug)]
pub struct BlockRead<R> {
    /// The row reader with its rows.
    pub reader: R,
    /// Problems, with lines counted from the start of the file.
    pub problems: Problems,
    /// The number of lines before the block.
    pub first_line: u32,
    /// Where the block starts in the file.
    pub offset: u64,
    /// Rows of data in it.
    pub n_rows: usize,
    /// Rows that cannot be used.
    pub n_left_out: usize,
}

/// What came of a file.
#[derive(Debug)]
pub struct SheetRead<R> {
    /// The blocks, in the order of the file.
    pub blocks: Vec<BlockRead<R>>,
    /// Problems of the file as a whole.
    pub problems: Problems,
}

/// Reads a file with one row reader a block.
pub fn read_sheet<R: RowReader>(
    folder: &dyn Folder,
    file: &'static CanonicalFile,
    make: impl Fn() -> R + Sync,
) -> SheetRead<R> {
    let mut problems = Problems::default();
    let nothing = |problems| SheetRead { blocks: Vec::new(), problems };
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
        return SheetRead { blocks: Vec::new(), problems };
    }
    let data_start = start.end;
    let read_whole =
        |whole: &Block| read_block(file.name, &header, whole, data_start, true, &make).into_iter().collect();
    let blocks = match &whole {
        Some(whole) => read_whole(whole),
        None => read_side_by_side(folder, file.name, size, &header, data_start, &make).unwrap_or_else(|| {
            let whole = Block::whole(folder, file.name);
            if whole.is_recoded {
                problems.push(not_utf8(file.name));
            }
            read_whole(&whole)
        }),
    };
    SheetRead { blocks: with_line_numbers(blocks), problems }
}

/// A block that was read, with the number of its lines.
struct Numbered<R> {
    read: BlockRead<R>,
    n_lines: u32,
}

/// None where a block needs the file in one piece.
fn read_side_by_side<R: RowReader>(
    folder: &dyn Folder,
    name: &str,
    size: u64,
    header: &Header,
    data_start: usize,
    make: &(impl Fn() -> R + Sync),
) -> Option<Vec<Numbered<R>>> {
    (0..size.div_ceil(BLOCK_BYTES))
        .into_par_iter()
        .map(|n| {
            let block = Block::read(folder, name, n * BLOCK_BYTES, ((n + 1) * BLOCK_BYTES).min(size));
            let start = if n == 0 { data_start } else { 0 };
            if block.needs_whole_file() { None } else { read_block(name, header, &block, start, false, make) }
        })
        .collect()
}

/// None where a quotation mark holds a line end and the block is not the whole file.
fn read_block<R: RowReader>(
    name: &str,
    header: &Header,
    block: &Block,
    start: usize,
    is_whole: bool,
    make: &impl Fn() -> R,
) -> Option<Numbered<R>> {
    let mut read = BlockRead {
        reader: make(),
        problems: Problems::default(),
        first_line: 0,
        offset: block.offset,
        n_rows: 0,
        n_left_out: 0,
    };
    let first_line = 1 + count_lines(&block.text[..start]);
    let mut take = |cells: &[&str], raw: &str, line: u32| {
        let record = Record { file: name, header, cells, raw, line };
        if record.is_blank() || record.cells[0].trim_start().starts_with('#') {
            return;
        }
        read.n_rows += 1;
        if record.has_extra_cells() {
            read.problems.push(extra_cells(&record));
        }
        if !read.reader.take(&record, &mut read.problems) {
            read.n_left_out += 1;
        }
    };
    let n_lines = match split_records(&block.text[start..], header.delimiter, first_line, is_whole, &mut take) {
        Cut::Whole(n_lines) => n_lines,
        Cut::HoldsLineEnd => return None,
        Cut::NeverClosed(line, n_lines) => {
            let text = block.text.lines().nth(usize::try_from(line - 1).unwrap_or(0)).unwrap_or("");
            read.problems.push(never_closed(Location::of_line(name, line, text)));
            n_lines
        }
    };
    Some(Numbered { read, n_lines: first_line - 1 + n_lines })
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', text.as_bytes()).count()).unwrap_or(u32::MAX)
}

/// Turns lines counted from the start of each block into lines of the file.
fn with_line_numbers<R>(blocks: Vec<Numbered<R>>) -> Vec<BlockRead<R>> {
    let mut before = 0_u32;
    blocks
        .into_iter()
        .map(|Numbered { mut read, n_lines }| {
            read.first_line = before;
            read.problems.move_lines(before);
            before += n_lines;
            read
        })
        .collect()
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
