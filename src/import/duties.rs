//! Reads `duties.csv`.

use super::cell::Cells;
use super::record::Record;
use super::schedule::Words;
use super::sheet::RowReader;
use crate::problem::Problems;
use crate::study::Duty;

const ROLE: usize = 0;
const DUTY: usize = 1;
const PERCENT: usize = 2;
const ACTIVITY: usize = 3;

/// The rows of one block.
#[derive(Debug)]
pub struct DutyReader<'w> {
    pub words: &'w Words,
    pub rows: Vec<Duty>,
}

impl RowReader for DutyReader<'_> {
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let mut cells = Cells::new(record, super::cell::CellContext::default(), problems);
        let duty = super::lexicon::shown(cells.required(DUTY)).into_owned();
        cells.required(PERCENT);
        let percent = cells.decimal(PERCENT, 0.0, 100.0);
        let activity = if cells.text(ACTIVITY).is_empty() { None } else { self.words.activity(&mut cells, ACTIVITY) };
        let is_sound = cells.is_sound;
        if let (true, Some(percent)) = (is_sound, percent) {
            let role = super::lexicon::shown(record.cell(ROLE)).into_owned();
            self.rows.push(Duty { role, duty, percent, activity, line: record.line });
        }
        is_sound
    }
}
