//! Reads `stakeholders.csv`.

use super::canonical::STAKEHOLDERS;
use super::cell::{CellContext, Cells};
use super::hours::span_or_closed;
use super::record::Record;
use super::sheet::RowReader;
use crate::problem::{Code, Problems, nearest};
use crate::study::Mode;
use crate::time::{DayRule, Validity};

const STAKEHOLDER: usize = 0;
const BRANCH: usize = 1;
const GROUP: usize = 2;
const DAY: usize = 3;
const DATE: usize = 4;
const WEEK: usize = 5;
const START: usize = 6;
const END: usize = 7;
const MODE: usize = 8;
const TRAVEL: usize = 9;
const MIN_VISIT: usize = 10;
const CERTAINTY: usize = 11;
const PRIORITY: usize = 12;
const NEEDS_ROLE: usize = 13;
const FROM: usize = 14;
const TO: usize = 15;

/// One row, its names still names.
#[derive(Clone, Debug)]
pub struct WindowLine {
    pub stakeholder: String,
    pub branch: String,
    pub group: String,
    pub day: DayRule,
    pub window: Option<(u16, u16)>,
    pub mode: Mode,
    pub travel: Option<u16>,
    pub min_visit: Option<u16>,
    pub is_tentative: bool,
    pub priority: Option<u8>,
    pub needs_role: String,
    pub validity: Validity,
    pub line: u32,
}

/// The rows of one block.
#[derive(Debug)]
pub struct WindowReader {
    pub context: CellContext,
    pub rows: Vec<WindowLine>,
}

impl RowReader for WindowReader {
    fn take(&mut self, record: &Record<'_>, problems: &mut Problems) -> bool {
        let mut cells = Cells::new(record, self.context, problems);
        let stakeholder = super::lexicon::shown(cells.required(STAKEHOLDER)).into_owned();
        let day = cells.day_rule(DAY, DATE, Some(WEEK));
        let window = if matches!(day, Some(DayRule::On(_))) {
            span_or_closed(&mut cells, START, END)
        } else {
            cells.span(START, END).map(Some)
        };
        let mode = mode(&mut cells);
        let travel = cells.whole_number(TRAVEL, &(0..=720));
        let min_visit = cells.whole_number(MIN_VISIT, &(0..=1440));
        let certainty = certainty(&mut cells);
        let priority = cells.whole_number(PRIORITY, &(1..=9));
        let validity = cells.validity(FROM, TO);
        let is_sound = cells.is_sound;
        if let (true, Some(day), Some(window), Some(mode), Some(is_tentative)) =
            (is_sound, day, window, mode, certainty)
        {
            let small = |number: Option<u32>| number.and_then(|number| u16::try_from(number).ok());
            self.rows.push(WindowLine {
                stakeholder,
                branch: record.cell(BRANCH).to_owned(),
                group: super::lexicon::shown(record.cell(GROUP)).into_owned(),
                day,
                window,
                mode,
                travel: small(travel),
                min_visit: small(min_visit),
                is_tentative,
                priority: priority.and_then(|number| u8::try_from(number).ok()),
                needs_role: super::lexicon::shown(record.cell(NEEDS_ROLE)).into_owned(),
                validity,
                line: record.line,
            });
        }
        is_sound
    }
}

/// Staff visit, unless the cell says otherwise.
fn mode(cells: &mut Cells<'_, '_>) -> Option<Mode> {
    let text = cells.text(MODE);
    let lower = text.to_lowercase();
    match Mode::ALL.into_iter().find(|mode| mode.name() == lower) {
        Some(mode) => Some(mode),
        None if text.is_empty() => Some(Mode::Go),
        None => {
            let near = nearest(text, Mode::ALL.map(Mode::name));
            let help = near
                .map_or("write go (staff visit), host (they come to the library) or online".to_owned(), |near| {
                    format!("did you mean `{near}`?")
                });
            cells.report(
                cells.record.problem(Code::E212, MODE).says(format!("`{text}` is not a way to meet")).help(help),
            );
            None
        }
    }
}

/// Whether the window is tentative; firm, unless the cell says otherwise.
fn certainty(cells: &mut Cells<'_, '_>) -> Option<bool> {
    let text = cells.text(CERTAINTY);
    match text.to_lowercase().as_str() {
        "" | "firm" | "certain" => Some(false),
        "tentative" => Some(true),
        _ => {
            cells.report(
                cells
                    .record
                    .problem(Code::E213, CERTAINTY)
                    .says(format!("`{text}` is not a certainty"))
                    .help("write firm or tentative; blank is firm"),
            );
            None
        }
    }
}

/// The file's name, for problems that are found later.
pub const FILE: &str = STAKEHOLDERS.name;
