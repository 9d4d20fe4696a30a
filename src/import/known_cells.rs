//! Does a row say nothing but what rows before it said, cell by cell? Then it need not be cut and checked again.
//!
//! Holds no rule of its own on what a cell may say: it learns what the careful reading made of a cell, byte for byte, and
//! repeats that. Whatever it has not seen, and whatever might be a problem, is left to the careful reading.

use super::cell::is_plain_span;
use super::known_column::{Known, is_end, length};
use super::known_endings::KnownEndings;
use super::record::Record;
use super::schedule::column;
use crate::study::{Activity, BranchId, DeskId, SchedulePart, ScheduleRow, StaffId};
use crate::time::{ClockTime, Day, DayRule};

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
    /// What the cells after them say together.
    endings: KnownEndings,
    /// Whether endings are looked at: not where they, too, say who and on which day.
    learns_endings: bool,
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
        let n_first = if n_first < places.len() { n_first } else { 0 };
        let learns_endings = !places[n_first..].iter().any(|place| is_of_group(&place));
        KnownCells {
            delimiter: header.delimiter,
            n_first,
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
            endings: KnownEndings::default(),
            learns_endings,
        }
    }

    /// Adds the row at the start of `text`, and says how long it is with its line end; none where a cell is new, or might
    /// be a problem.
    pub fn push_row(&mut self, text: &[u8], line: u32, rows: &mut SchedulePart) -> Option<usize> {
        if !text.starts_with(&self.first.0) {
            self.read_first(text)?;
        }
        let n_first = self.first.0.len();
        if self.learns_endings
            && let Some((says, n)) = self.endings.ending(&text[n_first..])
        {
            self.first.2?;
            rows.push_beside(&self.first.1, line, says);
            return Some(n_first + n);
        }
        let (mut row, mut day) = (ScheduleRow { line, ..self.first.1 }, self.first.2);
        let (at, desk) = self.cells((self.n_first, self.places.len()), text, n_first, (&mut row, &mut day))?;
        row.day = day?;
        self.find_desk(&mut row, &text[desk..])?;
        if !is_plain_span(row.start, row.end) {
            return None;
        }
        if self.learns_endings {
            self.endings.learn(&text[n_first..at], row.of_day());
        }
        rows.push(row);
        Some(at)
    }

    /// Reads the cells before the first that says when or what.
    fn read_first(&mut self, text: &[u8]) -> Option<()> {
        let (mut row, mut day) = (blank_row(0), None);
        let (at, _) = self.cells((0, self.n_first), text, 0, (&mut row, &mut day))?;
        if self.missing.contains(&Place::Branch) {
            row.branch = self.branches.cell(b"\n", self.delimiter)?.0;
        }
        row.day = day.unwrap_or(row.day);
        self.first.0.clear();
        self.first.0.extend_from_slice(&text[..at]);
        (self.first.1, self.first.2) = (row, day);
        Some(())
    }

    /// Reads the cells of some places from `at` on; where the next cell starts, and the cell of the desk.
    fn cells(
        &mut self,
        (first, end): (usize, usize),
        text: &[u8],
        mut at: usize,
        (row, day): (&mut ScheduleRow, &mut Option<DayRule>),
    ) -> Option<(usize, usize)> {
        let last = self.places.len().checked_sub(1)?;
        let mut desk = 0;
        for place in first..end {
            let rest = &text[at..];
            at += match self.places[place] {
                Place::Staff => put(&mut row.staff, self.staff.cell(rest, self.delimiter)?),
                Place::Branch => put(&mut row.branch, self.branches.cell(rest, self.delimiter)?),
                Place::Day => self.day(rest, day, |known| &mut known.days)?,
                Place::Date => self.day(rest, day, |known| &mut known.dates)?,
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
        Some((at, desk))
    }

    /// The desk of a row, whose cell `text` begins with, and what columns say that the file does not have.
    fn find_desk(&mut self, row: &mut ScheduleRow, text: &[u8]) -> Option<()> {
        let mut has_no_desks = false;
        if !self.missing.is_empty() {
            has_no_desks = self.missing.contains(&Place::Desk);
            self.read_missing(row)?;
        }
        row.desk = match row.activity {
            Activity::Desk if has_no_desks => self.desks.cell(b"\n", self.delimiter)?.0,
            Activity::Desk => self.desks.cell(text, self.delimiter)?.0,
            _ => self.no_desk?,
        };
        Some(())
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

fn is_blank_cell(cell: &[u8]) -> bool {
    cell.is_empty() || cell == b"\"\""
}

/// The length of the cell at the start of `text`, if it is blank.
fn n_blank(text: &[u8], delimiter: u8) -> Option<usize> {
    let n = if text.starts_with(b"\"\"") { 2 } else { 0 };
    text.get(n).is_none_or(|byte| is_end(*byte, delimiter)).then_some(n)
}

#[cfg(test)]
mod tests {
    use crate::import::block::{TakesRecords, split_records};
    use crate::import::canonical::SCHEDULE;
    use crate::import::cell::CellContext;
    use crate::import::header::Header;
    use crate::import::record::Record;
    use crate::import::schedule::{ScheduleReader, Words};
    use crate::import::sheet::RowReader;
    use crate::problem::Problems;
    use crate::text::Location;
    use proptest::prelude::*;

    struct Taking<'a> {
        header: &'a Header,
        reader: ScheduleReader<'a>,
        problems: Problems,
        is_careful: bool,
        n_known: usize,
    }

    impl TakesRecords for Taking<'_> {
        fn take_known(&mut self, text: &[u8], line: u32) -> Option<usize> {
            let n_bytes = if self.is_careful { None } else { self.reader.take_known(text, line) };
            self.n_known += usize::from(n_bytes.is_some());
            n_bytes
        }

        fn take(&mut self, cells: &[&str], raw: &str, line: u32) {
            let record = Record { file: SCHEDULE.name, header: self.header, cells, raw, line };
            if !record.is_blank() && !cells[0].trim_start().starts_with('#') {
                self.reader.take(&record, &mut self.problems);
            }
        }
    }

    /// What is read of some rows, with or without what rows before said; and how many rows were known.
    fn read(columns: &str, rows: &str, is_careful: bool) -> (String, usize) {
        let columns: Vec<&str> = columns.split(',').collect();
        let place = Location::of_line(SCHEDULE.name, 1, "");
        let header = Header::read(&columns, b',', &SCHEDULE, &place, &mut Problems::default());
        let words = Words::default();
        let reader = ScheduleReader::new(CellContext::default(), &words);
        let mut taking = Taking { header: &header, reader, problems: Problems::default(), is_careful, n_known: 0 };
        let cut = split_records(rows, b',', 2, true, &mut taking);
        let Taking { reader, problems, n_known, .. } = taking;
        let names = (reader.staff.names, reader.branches.names, reader.desks.names, reader.validities);
        (format!("{cut:?} {:?} {names:?} {:?}", reader.rows, problems.iter().collect::<Vec<_>>()), n_known)
    }

    fn cell() -> impl Strategy<Value = String> {
        prop_oneof![
            6 => prop::sample::select(vec![
                "Ana", "Ben Ruiz", "Main", "A branch with a long name", "Mon", "Mon-Fri", "2026-01-05", "2026-01-06",
                "09:00", "9:00", "12:30", "17:00", "22:00", "02:00", "24:00", "30:00", "5pm", "shift", "desk", "meal", "Desk 1",
                "", "A",
            ]).prop_map(str::to_owned),
            1 => prop::sample::select(vec!["\"\"", " Ana ", "\"Ruiz, Ana\"", "\"5\"\" desk\"", "#", "é\u{a0}", "x\ry", "\0", "Ana\0"])
                .prop_map(str::to_owned),
        ]
    }

    /// A row as people write them: the right kind of cell in most places.
    fn row(n_columns: usize) -> impl Strategy<Value = String> {
        let pick = |words: &'static [&'static str]| prop::sample::select(words.to_vec()).prop_map(str::to_owned);
        let likely = (
            pick(&["Ana", "\"Ana\"", "Ben Ruiz", "A person of many names"]),
            pick(&["2026-01-05", "2026-01-06", "Mon"]),
            pick(&["09:00", "9:00", "13:00", "22:00"]),
            pick(&["12:00", "17:30", "5pm", "24:00", "02:00"]),
            pick(&["shift", "desk", "", "\"\"", "Meal"]),
            pick(&["Reference", "", "\"\"", "Children"]),
            pick(&["Main", "", "\"Main\""]),
        )
            .prop_map(|(a, b, c, d, e, f, g)| vec![a, b, c, d, e, f, g]);
        let rest = prop::collection::vec(prop_oneof![4 => Just(String::new()), 1 => cell()], n_columns - 7);
        let cells = (likely, rest, any::<prop::sample::Index>(), prop::option::weighted(0.2, cell()), 0..20_usize);
        cells.prop_map(|(likely, rest, at, other, n_less)| {
            let mut cells: Vec<String> = likely.into_iter().chain(rest).collect();
            if let Some(other) = other {
                let at = at.index(cells.len());
                cells[at] = other;
            }
            // a row that is too short now and then, or too long
            match n_less {
                0 => cells.truncate(5),
                1 => cells.push("more".to_owned()),
                _ => {}
            }
            cells.join(",")
        })
    }

    proptest! {
        #[test]
        fn rows_say_the_same_whether_or_not_their_cells_are_known(
            rows in prop::collection::vec(row(10), 0..60),
            columns in prop::sample::select(vec![
                "staff,date,start,end,activity,desk,branch,week,from,note",
                "staff,day,start,end,activity,desk,branch,date,to,note",
                "staff,date,start,end,activity,desk,branch,week,from,to",
            ]),
            line_end in prop::sample::select(vec!["\n", "\r\n", "\n\n"]),
        ) {
            let text: String = rows.iter().map(|row| format!("{row}{line_end}")).collect();
            prop_assert_eq!(read(columns, &text, false).0, read(columns, &text, true).0);
        }
    }

    #[test]
    fn a_plain_schedule_is_known_after_its_first_rows() {
        let row = |n: usize| {
            format!("Main,Ana,2026-01-05,{:02}:00,{:02}:00,{}\n", 9 + n % 8, 10 + n % 8, ["desk,A", "meal,"][n % 2])
        };
        let text: String = (0..100).map(row).collect();
        let columns = "branch,staff,date,start,end,activity,desk";
        assert_eq!(read(columns, &text, false).1, 98);
        assert_eq!(read(columns, &text, false).0, read(columns, &text, true).0);
    }
}
