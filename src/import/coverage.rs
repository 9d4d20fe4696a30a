//! Reads `coverage.csv`.

use super::cell::{CellContext, Cells};
use super::record::Record;
use super::sheet::RowReader;
use crate::problem::Problems;
use crate::time::{DayRule, WeekSet, WeekdaySet};

const BRANCH: usize = 0;
const DESK: usize = 1;
const DAY: usize = 2;
const DATE: usize = 3;
const START: usize = 4;
const END: usize = 5;
const MINIMUM: usize = 6;

/// One row, its names still names.
#[derive(Clone, Debug)]
pub struct CoverageLine {
    pub branch: String,
    pub desk: String,
    pub day: DayRule,
    pub start: u16,
    pub end: u16,
    pub minimum: u16,
    pub line: u32,
}

/// The rows of one block.
#[derive(Debug)]
pub struct CoverageReader {
    pub context: CellContext,
    pub rows: Vec<CoverageLine>,
}

impl RowReader for CoverageReader {
    /// A row without a day holds every day; without times, all day.
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let mut cells = Cells::new(record, self.context, problems);
        let is_daily = cells.text(DAY).is_empty() && cells.text(DATE).is_empty();
        let day = if is_daily {
            Some(DayRule::Weekly(WeekdaySet::DAILY, WeekSet::EVERY))
        } else {
            cells.day_rule(DAY, DATE, None)
        };
        let is_all_day = cells.text(START).is_empty() && cells.text(END).is_empty();
        let span = if is_all_day { Some((0, 1440)) } else { cells.span(START, END) };
        cells.required(MINIMUM);
        let minimum = cells.whole_number(MINIMUM, &(0..=999));
        let is_sound = cells.is_sound;
        if let (true, Some(day), Some((start, end)), Some(minimum)) = (is_sound, day, span, minimum) {
            let minimum = u16::try_from(minimum).unwrap_or(u16::MAX);
            let (branch, desk) = (record.cell(BRANCH).to_owned(), record.cell(DESK).to_owned());
            self.rows.push(CoverageLine { branch, desk, day, start, end, minimum, line: record.line });
        }
        is_sound
    }
}
