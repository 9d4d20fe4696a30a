//! Does a row say nothing but what rows before it said, cell by cell? Then it need not be cut and checked again.
//!
//! Holds no rule of its own on what a cell may say: it learns what the careful reading made of a cell, byte for byte, and
//! repeats that. Whatever it has not seen, and whatever might be a problem, is left to the careful reading.

use super::cell::is_plain_span;
use super::record::Record;
use super::schedule::column;
use crate::study::{Activity, BranchId, DeskId, ScheduleRow, StaffId};
use crate::time::{ClockTime, Day, DayRule};
use rustc_hash::FxHashMap;

/// What stands at one place of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Staff,
    Branch,
    Day,
    Date,
    Start,
    End,
    Activity,
    Desk,
    /// A cell that a known row leaves blank: a week, or an end of the row's validity.
    Blank,
    /// A cell that is not read.
    Unread,
}

/// How many bytes are looked at in one go.
const N: usize = 16;

/// The cells of one column that were read before, and what they say.
#[derive(Debug)]
struct Known<T> {
    cells: FxHashMap<Box<[u8]>, T>,
    /// Cells of less than 16 bytes, as numbers; a table with empty places, twice as many as cells at least.
    short: Vec<Option<(u128, T)>>,
    n_short: usize,
    /// The last short cell with the byte after it, the bytes it takes up, and what it says.
    last: (u128, u128, usize, Option<T>),
}

impl<T: Copy> Known<T> {
    fn new() -> Known<T> {
        Known { cells: FxHashMap::default(), short: vec![None; N], n_short: 0, last: (0, 0, 0, None) }
    }

    /// What the cell at the start of `text` says, and its length. Rows come grouped: most often the cell is the last
    /// one again.
    fn cell(&mut self, text: &[u8], delimiter: u8) -> Option<(T, usize)> {
        let Some(bytes) = text.first_chunk().map(|bytes| u128::from_le_bytes(*bytes)) else {
            return self.long_cell(text, delimiter);
        };
        let (cell, mask, n, says) = self.last;
        if bytes & mask == cell
            && let Some(says) = says
        {
            return Some((says, n));
        }
        let n = match text[0] {
            b'"' => length(text, delimiter)?,
            _ => n_before_end(bytes, delimiter),
        };
        if n >= N {
            return self.long_cell(text, delimiter);
        }
        let cell = with_length(bytes & first_bytes(n), n);
        let says = self.short[self.place(cell)].filter(|known| known.0 == cell)?.1;
        let mask = first_bytes(n + 1);
        self.last = (bytes & mask, mask, n, Some(says));
        Some((says, n))
    }

    fn long_cell(&self, text: &[u8], delimiter: u8) -> Option<(T, usize)> {
        let n = length(text, delimiter)?;
        self.cells.get(&text[..n]).map(|says| (*says, n))
    }

    /// Where a short cell stands in the table, or would stand.
    fn place(&self, cell: u128) -> usize {
        let last = self.short.len() - 1;
        let mut place = usize::try_from(mixed(cell)).unwrap_or(0) & last;
        while self.short[place].is_some_and(|known| known.0 != cell) {
            place = (place + 1) & last;
        }
        place
    }

    fn learn(&mut self, cell: &[u8], says: T) {
        if !self.cells.contains_key(cell) {
            self.cells.insert(cell.into(), says);
            if cell.len() < N {
                self.learn_short(cell, says);
            }
        }
    }

    fn learn_short(&mut self, cell: &[u8], says: T) {
        self.n_short += 1;
        if self.n_short * 2 > self.short.len() {
            let larger = vec![None; self.short.len() * 2];
            for known in std::mem::replace(&mut self.short, larger).into_iter().flatten() {
                let place = self.place(known.0);
                self.short[place] = Some(known);
            }
        }
        let mut bytes = [0; N];
        bytes[..cell.len()].copy_from_slice(cell);
        let cell = with_length(u128::from_le_bytes(bytes), cell.len());
        let place = self.place(cell);
        self.short[place] = Some((cell, says));
    }
}

/// A mask of the first `n` bytes, up to 16.
const fn first_bytes(n: usize) -> u128 {
    if n >= N { u128::MAX } else { (1 << (8 * n)) - 1 }
}

/// A short cell with its length, so that no two cells are one number.
fn with_length(cell: u128, n: usize) -> u128 {
    cell | u128::try_from(n).unwrap_or(0) << 120
}

/// A number that differs in its last bits where cells differ anywhere.
fn mixed(cell: u128) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let half = |shift: u32| u64::try_from((cell >> shift) & u128::from(u64::MAX)).unwrap_or(0);
    let mixed = (half(0) ^ half(64).wrapping_mul(FACTOR).rotate_left(29)).wrapping_mul(FACTOR);
    mixed ^ (mixed >> 32)
}

/// How many of 16 bytes come before the first that ends a cell; 16 where none does.
fn n_before_end(bytes: u128, delimiter: u8) -> usize {
    const ONES: u128 = u128::MAX / 255;
    const HIGHS: u128 = ONES << 7;
    // the lowest high bit that is set marks the first byte that is zero
    let zeros = |bytes: u128| bytes.wrapping_sub(ONES) & !bytes & HIGHS;
    let is = |byte: u8| zeros(bytes ^ (ONES * u128::from(byte)));
    let ends = is(delimiter) | is(b'\n') | is(b'\r');
    usize::try_from(ends.trailing_zeros() / 8).unwrap_or(N)
}

/// The cells of a schedule that were read before.
#[derive(Debug)]
pub struct KnownCells {
    delimiter: u8,
    /// What stands where, by place; empty where no row can be known.
    places: Vec<Place>,
    staff: Known<StaffId>,
    branches: Known<BranchId>,
    days: Known<DayRule>,
    dates: Known<DayRule>,
    times: Known<u16>,
    activities: Known<Activity>,
    desks: Known<DeskId>,
    /// The desk of rows that are not on one.
    no_desk: Option<DeskId>,
    /// Columns that the file does not have; a cell of theirs is blank.
    missing: Vec<Place>,
    /// How many places come before the first that says when or what: those often stand as in the row before.
    n_first: usize,
    /// These cells of the row before, with the separators after them, and what they say.
    first: (Vec<u8>, ScheduleRow, Option<DayRule>),
}

const READ: [(usize, Place); 11] = [
    (column::STAFF, Place::Staff),
    (column::BRANCH, Place::Branch),
    (column::DAY, Place::Day),
    (column::DATE, Place::Date),
    (column::WEEK, Place::Blank),
    (column::START, Place::Start),
    (column::END, Place::End),
    (column::ACTIVITY, Place::Activity),
    (column::DESK, Place::Desk),
    (column::FROM, Place::Blank),
    (column::TO, Place::Blank),
];

impl KnownCells {
    /// Nothing known yet of the columns of a record's header.
    pub fn new(record: &Record<'_>) -> KnownCells {
        let header = record.header;
        let mut places = vec![Place::Unread; header.written.len()];
        let mut missing = Vec::new();
        for (column, place) in READ {
            match header.places[column] {
                Some(at) => places[at] = place,
                None if matches!(place, Place::Branch | Place::Activity | Place::Desk) => missing.push(place),
                None => {}
            }
        }
        // a cell that is not looked up may begin a comment
        if matches!(places.first(), Some(Place::Unread | Place::Desk)) {
            places.clear();
        }
        let is_of_group = |place: &&Place| matches!(place, Place::Staff | Place::Branch | Place::Day | Place::Date);
        let n_first = places.iter().take_while(is_of_group).count();
        KnownCells {
            delimiter: header.delimiter,
            n_first: if n_first < places.len() { n_first } else { 0 },
            // no text begins with this byte
            first: (vec![0xff], blank_row(0), None),
            places,
            staff: Known::new(),
            branches: Known::new(),
            days: Known::new(),
            dates: Known::new(),
            times: Known::new(),
            activities: Known::new(),
            desks: Known::new(),
            no_desk: None,
            missing,
        }
    }

    /// The row at the start of `text` and its length with its line end; none where a cell is new, or might be a problem.
    pub fn row(&mut self, text: &[u8], line: u32) -> Option<(ScheduleRow, usize)> {
        let last = self.places.len().checked_sub(1)?;
        let (mut desk, mut at, mut n_known) = (0, 0, 0);
        let (mut row, mut day) = (blank_row(line), None);
        if text.starts_with(&self.first.0) {
            (at, n_known) = (self.first.0.len(), self.n_first);
            (row, day) = (ScheduleRow { line, ..self.first.1 }, self.first.2);
        }
        for place in n_known..=last {
            if place == self.n_first && n_known < place {
                self.first.0.clear();
                self.first.0.extend_from_slice(&text[..at]);
                (self.first.1, self.first.2) = (row, day);
            }
            let rest = &text[at..];
            at += match self.places[place] {
                Place::Staff => put(&mut row.staff, self.staff.cell(rest, self.delimiter)?),
                Place::Branch => put(&mut row.branch, self.branches.cell(rest, self.delimiter)?),
                Place::Day => self.day(rest, &mut day, |known| &mut known.days)?,
                Place::Date => self.day(rest, &mut day, |known| &mut known.dates)?,
                Place::Start => put(&mut row.start, self.time(rest)?),
                Place::End => put(&mut row.end, self.time(rest)?),
                Place::Activity => put(&mut row.activity, self.activities.cell(rest, self.delimiter)?),
                Place::Desk => {
                    desk = at;
                    length(rest, self.delimiter)?
                }
                Place::Blank => n_blank(rest, self.delimiter)?,
                Place::Unread => length(rest, self.delimiter)?,
            };
            at += match text.get(at)? {
                byte if place < last && *byte == self.delimiter => 1,
                b'\n' if place == last => 1,
                b'\r' if place == last && text.get(at + 1) == Some(&b'\n') => 2,
                _ => return None,
            };
        }
        row.day = day?;
        let mut has_no_desks = false;
        if !self.missing.is_empty() {
            has_no_desks = self.missing.contains(&Place::Desk);
            self.read_missing(&mut row)?;
        }
        row.desk = match row.activity {
            Activity::Desk if has_no_desks => self.desks.cell(b"\n", self.delimiter)?.0,
            Activity::Desk => self.desks.cell(&text[desk..], self.delimiter)?.0,
            _ => self.no_desk?,
        };
        is_plain_span(row.start, row.end).then_some((row, at))
    }

    fn read_missing(&mut self, row: &mut ScheduleRow) -> Option<()> {
        for place in &self.missing {
            match place {
                Place::Branch => row.branch = self.branches.cell(b"\n", self.delimiter)?.0,
                Place::Activity => row.activity = self.activities.cell(b"\n", self.delimiter)?.0,
                _ => {}
            }
        }
        Some(())
    }

    /// A day or a date, of which a row has one.
    fn day(
        &mut self,
        text: &[u8],
        day: &mut Option<DayRule>,
        of: impl Fn(&mut KnownCells) -> &mut Known<DayRule>,
    ) -> Option<usize> {
        let delimiter = self.delimiter;
        if let Some(n) = n_blank(text, delimiter) {
            return Some(n);
        }
        let (says, n) = of(self).cell(text, delimiter)?;
        let is_first = day.replace(says).is_none();
        is_first.then_some(n)
    }

    fn time(&mut self, text: &[u8]) -> Option<(u16, usize)> {
        if let Some(ClockTime(minutes)) = text.first_chunk().and_then(ClockTime::of_five_characters)
            && text.get(5).is_some_and(|byte| is_end(*byte, self.delimiter))
        {
            return Some((minutes, 5));
        }
        self.times.cell(text, self.delimiter)
    }

    /// Takes note of the cells of a row in which nothing was wrong.
    pub fn learn(&mut self, record: &Record<'_>, row: &ScheduleRow) {
        let Some(cells) = self.cut(record.raw.as_bytes()) else { return };
        let cell_of = |place: Place| self.places.iter().position(|own| *own == place).map_or(&b""[..], |at| cells[at]);
        let is_blank = |place: Place| n_blank(cell_of(place), self.delimiter).is_some();
        if self.places.iter().zip(&cells).any(|(place, cell)| *place == Place::Blank && !is_blank_cell(cell)) {
            return;
        }
        let (day, date) = (is_blank(Place::Day), is_blank(Place::Date));
        self.staff.learn(cell_of(Place::Staff), row.staff);
        self.branches.learn(cell_of(Place::Branch), row.branch);
        self.activities.learn(cell_of(Place::Activity), row.activity);
        if date && !day {
            self.days.learn(cell_of(Place::Day), row.day);
        }
        if day && !date {
            self.dates.learn(cell_of(Place::Date), row.day);
        }
        self.times.learn(cell_of(Place::Start), row.start);
        // later, it may be an end on the next day that the row turned into this
        if row.end < 1440 {
            self.times.learn(cell_of(Place::End), row.end);
        }
        if row.activity == Activity::Desk {
            self.desks.learn(cell_of(Place::Desk), row.desk);
        } else {
            self.no_desk = Some(row.desk);
        }
    }

    /// The cells of a row, with their quotation marks; none where it has fewer or more than the header.
    fn cut<'t>(&self, row: &'t [u8]) -> Option<Vec<&'t [u8]>> {
        let mut cells = Vec::with_capacity(self.places.len());
        let mut at = 0;
        for place in 0..self.places.len() {
            let n = length(row.get(at..)?, self.delimiter)?;
            cells.push(&row[at..at + n]);
            at += n;
            if place + 1 < self.places.len() && row.get(at) != Some(&self.delimiter) {
                return None;
            }
            at += 1;
        }
        (at == row.len() + 1 && !cells.is_empty()).then_some(cells)
    }
}

fn blank_row(line: u32) -> ScheduleRow {
    ScheduleRow {
        staff: StaffId(0),
        day: DayRule::On(Day(0)),
        line,
        branch: BranchId(0),
        desk: DeskId(0),
        start: 0,
        end: 0,
        validity: 0,
        activity: Activity::Desk,
    }
}

/// Puts what a cell says into its place; the length of the cell.
fn put<T>(place: &mut T, (says, length): (T, usize)) -> usize {
    *place = says;
    length
}

/// Whether a cell that begins without a quotation mark ends before this byte.
const fn is_end(byte: u8, delimiter: u8) -> bool {
    byte == delimiter || byte == b'\n' || byte == b'\r'
}

fn is_blank_cell(cell: &[u8]) -> bool {
    cell.is_empty() || cell == b"\"\""
}

/// The length of the cell at the start of `text`, if it is blank.
fn n_blank(text: &[u8], delimiter: u8) -> Option<usize> {
    let n = if text.starts_with(b"\"\"") { 2 } else { 0 };
    text.get(n).is_none_or(|byte| is_end(*byte, delimiter)).then_some(n)
}

/// The length of the cell at the start of `text`, with its quotation marks; none where it holds a doubled one, or a line
/// end.
fn length(text: &[u8], delimiter: u8) -> Option<usize> {
    if text.first() == Some(&b'"') {
        let n = text[1..].iter().position(|byte| matches!(byte, b'"' | b'\n'))? + 1;
        let is_closed = text[n] == b'"' && text.get(n + 1).is_none_or(|byte| is_end(*byte, delimiter));
        return is_closed.then_some(n + 1);
    }
    if let Some(bytes) = text.first_chunk() {
        let n = n_before_end(u128::from_le_bytes(*bytes), delimiter);
        if n < N {
            return Some(n);
        }
    }
    Some(text.iter().position(|byte| is_end(*byte, delimiter)).unwrap_or(text.len()))
}
