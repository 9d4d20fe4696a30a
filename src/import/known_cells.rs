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

/// The cells of one column that were read before, and what they say.
#[derive(Debug)]
struct Known<T> {
    cells: FxHashMap<Box<[u8]>, T>,
    last: Vec<u8>,
    says: Option<T>,
}

impl<T: Copy> Known<T> {
    fn new() -> Known<T> {
        Known { cells: FxHashMap::default(), last: Vec::new(), says: None }
    }

    /// What the cell at the start of `text` says, and its length. Rows come grouped: most often the cell is the last
    /// one again.
    fn cell(&mut self, text: &[u8], delimiter: u8) -> Option<(T, usize)> {
        let n = self.last.len();
        if let Some(says) = self.says
            && text.get(n).is_some_and(|byte| is_end(*byte, delimiter))
            && text[..n] == self.last[..]
        {
            return Some((says, n));
        }
        let n = length(text, delimiter)?;
        let says = *self.cells.get(&text[..n])?;
        self.says = Some(says);
        self.last.clear();
        self.last.extend_from_slice(&text[..n]);
        Some((says, n))
    }

    fn learn(&mut self, cell: &[u8], says: T) {
        if !self.cells.contains_key(cell) {
            self.cells.insert(cell.into(), says);
        }
    }
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
        KnownCells {
            delimiter: header.delimiter,
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
        let mut row = blank_row(line);
        let (mut day, mut desk) = (None, 0);
        let mut at = 0;
        for place in 0..=last {
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
        if !self.missing.is_empty() {
            self.read_missing(&mut row)?;
        }
        row.desk = match row.activity {
            Activity::Desk if self.missing.contains(&Place::Desk) => self.desks.cell(b"\n", self.delimiter)?.0,
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
    Some(text.iter().position(|byte| is_end(*byte, delimiter)).unwrap_or(text.len()))
}
