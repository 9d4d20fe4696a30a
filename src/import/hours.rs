//! Reads `library-hours.csv`.

use super::cell::{CellContext, Cells, is_closed_word};
use super::record::Record;
use super::sheet::RowReader;
use crate::problem::{Code, Problems};
use crate::time::{DayRule, Validity};

const BRANCH: usize = 0;
const DAY: usize = 1;
const DATE: usize = 2;
const WEEK: usize = 3;
const OPEN: usize = 4;
const CLOSE: usize = 5;
const FROM: usize = 6;
const TO: usize = 7;

/// One row, its branch still a name.
#[derive(Clone, Debug)]
pub struct HoursLine {
    pub branch: String,
    pub day: DayRule,
    pub open: Option<(u16, u16)>,
    pub validity: Validity,
    pub line: u32,
}

/// The rows of one block.
#[derive(Debug)]
pub struct HoursReader {
    pub context: CellContext,
    pub rows: Vec<HoursLine>,
}

impl RowReader for HoursReader {
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let mut cells = Cells::new(record, self.context, problems);
        let day = cells.day_rule(DAY, DATE, Some(WEEK));
        let open = span_or_closed(&mut cells, OPEN, CLOSE);
        let validity = cells.validity(FROM, TO);
        let is_sound = cells.is_sound;
        if let (true, Some(day), Some(open)) = (is_sound, day, open) {
            self.rows.push(HoursLine {
                branch: record.cell(BRANCH).to_owned(),
                day,
                open,
                validity,
                line: record.line,
            });
        }
        is_sound
    }
}

/// Two times; or, where both cells are blank or say "closed", nothing on that day. None where they cannot be read.
#[expect(clippy::option_option, reason = "not read, closed and open are three things")]
pub fn span_or_closed(cells: &mut Cells<'_, '_>, start: usize, end: usize) -> Option<Option<(u16, u16)>> {
    let is_none = |text: &str| text.is_empty() || is_closed_word(text);
    match (is_none(cells.text(start)), is_none(cells.text(end))) {
        (true, true) => Some(None),
        (false, false) => cells.span(start, end).map(Some),
        (start_is_none, _) => {
            let blank = if start_is_none { start } else { end };
            let (first, last) = (cells.column_name(start), cells.column_name(end));
            let problem = cells
                .record
                .problem(Code::E221, blank)
                .says(format!("one of `{first}` and `{last}` is given, and the other is not"));
            cells.report(problem.help("fill in both; or leave both blank, which says closed"));
            None
        }
    }
}
