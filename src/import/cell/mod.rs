//! What does one cell say? Each kind of cell is read in one place, and what cannot be read becomes a problem.

mod date;
mod day;
mod number;
mod time;
mod yes_no;

pub use date::parse_date;
pub use day::{parse_days, parse_weeks, weekday};
pub use time::{is_closed_word, is_plain_span};

use super::record::Record;
use crate::problem::{Code, Problem, Problems};
use crate::time::{Day, Rotation, Validity};

/// What all files of a study need to know to read a cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct CellContext {
    /// The rotation of the settings.
    pub rotation: Option<Rotation>,
    /// Whether a branch is open past midnight.
    pub is_open_overnight: bool,
}

/// The cells of one record while they are read: every problem of the row is found, not only the first.
pub struct Cells<'r, 'p> {
    /// The record.
    pub record: &'r Record<'r>,
    /// What holds for the study.
    pub context: CellContext,
    /// Where problems go.
    pub problems: &'p mut Problems,
    /// Whether the row can be used.
    pub is_sound: bool,
}

impl<'r, 'p> Cells<'r, 'p> {
    /// Starts on a record.
    pub fn new(record: &'r Record<'r>, context: CellContext, problems: &'p mut Problems) -> Cells<'r, 'p> {
        Cells { record, context, problems, is_sound: true }
    }

    /// The text of a cell, trimmed.
    #[must_use]
    pub fn text(&self, column: usize) -> &'r str {
        self.record.cell(column)
    }

    /// The text of a cell that must not be blank.
    pub fn required(&mut self, column: usize) -> &'r str {
        let text = self.record.cell(column);
        if text.is_empty() {
            let name = self.column_name(column);
            self.report(
                self.record
                    .problem(Code::E201, column)
                    .says(format!("the cell `{name}` is blank"))
                    .help(format!("fill in `{name}`, or delete the row")),
            );
        }
        text
    }

    /// The name of a column as the header writes it.
    #[must_use]
    pub fn column_name(&self, column: usize) -> String {
        self.record.header.places[column].map_or_else(String::new, |at| self.record.header.written[at].clone())
    }

    /// Adds a problem; after an error the row cannot be used.
    pub fn report(&mut self, problem: Problem) {
        self.is_sound &= problem.severity() != crate::problem::Severity::Error;
        self.problems.push(problem);
    }

    /// A date that may be blank.
    pub fn date(&mut self, column: usize) -> Option<Day> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        match parse_date(text) {
            Ok(day) => Some(day),
            Err(refusal) => {
                self.report(
                    self.record
                        .problem(refusal.code, column)
                        .says(refusal.message)
                        .label(refusal.label)
                        .help(refusal.help),
                );
                None
            }
        }
    }

    /// The dates from and to which the row holds.
    pub fn validity(&mut self, from: usize, to: usize) -> Validity {
        let validity = Validity { from: self.date(from), to: self.date(to) };
        if let (Some(first), Some(last)) = (validity.from, validity.to)
            && last < first
        {
            let problem = self.record.problem(Code::E220, to);
            self.report(
                problem
                    .says(format!("the row is valid to {last}, and only from {first}"))
                    .help("swap the two dates, or mend the year"),
            );
        }
        validity
    }
}
