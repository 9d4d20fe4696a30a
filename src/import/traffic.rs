//! Reads `desk-traffic.csv`.

use super::cell::{CellContext, Cells};
use super::record::Record;
use super::sheet::RowReader;
use crate::problem::Problems;
use crate::time::DayRule;

const BRANCH: usize = 0;
const DESK: usize = 1;
const DAY: usize = 2;
const DATE: usize = 3;
const START: usize = 4;
const END: usize = 5;
const COUNT: usize = 6;

/// One row, its names still names.
#[derive(Clone, Debug)]
pub struct TrafficLine {
    pub branch: String,
    pub desk: String,
    pub day: DayRule,
    pub start: u16,
    pub end: u16,
    pub count: u32,
    pub line: u32,
}

/// The rows of one block.
#[derive(Debug)]
pub struct TrafficReader {
    pub context: CellContext,
    pub rows: Vec<TrafficLine>,
}

impl RowReader for TrafficReader {
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let mut cells = Cells::new(record, self.context, problems);
        let day = cells.day_rule(DAY, DATE, None);
        let span = cells.span(START, END);
        cells.required(COUNT);
        let count = cells.whole_number(COUNT, &(0..=1_000_000));
        let is_sound = cells.is_sound;
        if let (true, Some(day), Some((start, end)), Some(count)) = (is_sound, day, span, count) {
            let (branch, desk) = (record.cell(BRANCH).to_owned(), record.cell(DESK).to_owned());
            self.rows.push(TrafficLine { branch, desk, day, start, end, count, line: record.line });
        }
        is_sound
    }
}
