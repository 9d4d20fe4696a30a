//! What came of a source sheet? Rows, problems, and everything that was assumed, counted rule by rule.

use super::cell::{Confidence, RangeRefusal, Rule, TimeRange};
use super::draft::{Draft, Target};
use super::sheet::{At, Sheet};
use crate::problem::{Code, Problem, Problems};
use crate::time::ClockTime;
use std::collections::BTreeMap;

/// How many examples of a rule are kept.
const EXAMPLES: usize = 5;

/// One rule by which more was read than is written, and all that rests on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assumed {
    /// How many cells.
    pub n_cells: usize,
    /// How many minutes of rows rest on it.
    pub minutes: u64,
    /// The first of them: the cell's address, what it says, what it was taken for.
    pub examples: Vec<(String, String, String)>,
}

/// A total in the source that was compared with the rows that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedTotal {
    /// Its cell.
    pub at: At,
    /// Whose total.
    pub of: String,
    /// What the source says, in minutes.
    pub says_min: u32,
    /// What the rows come to, in minutes.
    pub found_min: u32,
}

/// What came of one sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetReading {
    /// The rows.
    pub drafts: Vec<Draft>,
    /// What could not be read, and what to look at.
    pub problems: Problems,
    /// What was assumed.
    pub assumed: BTreeMap<Rule, Assumed>,
    /// Totals that were checked.
    pub totals: Vec<CheckedTotal>,
    /// Rows (or events) of the source that hold data.
    pub n_read: usize,
    /// Rows of the source of which nothing was taken, with their reasons in `problems`.
    pub n_left_out: usize,
    /// The order of day and month that its dates prove.
    pub date_order: Option<super::cell::DateOrder>,
    /// Lines for the person who reads along: what was skipped, and why.
    pub remarks: Vec<String>,
}

impl SheetReading {
    /// Notes that a rule was used on a cell.
    pub fn assume(&mut self, rule: Rule, at: At, written: &str, taken: impl FnOnce() -> String, minutes: u32) {
        let assumed = self.assumed.entry(rule).or_default();
        assumed.n_cells += 1;
        assumed.minutes += u64::from(minutes);
        if assumed.examples.len() < EXAMPLES {
            assumed.examples.push((at.address(), written.to_owned(), taken()));
        }
    }

    /// Notes the rule of a range that was read, if it needed one.
    pub fn assume_range(&mut self, range: TimeRange, at: At, written: &str) {
        if let Some(rule) = range.rule {
            self.assume(rule, at, written, || shown(range.start, range.end), u32::from(range.end - range.start));
        }
    }

    /// Adds what came of later rows of the same sheet.
    pub fn append(&mut self, other: SheetReading) {
        self.drafts.extend(other.drafts);
        self.problems.append(other.problems);
        for (rule, more) in other.assumed {
            let assumed = self.assumed.entry(rule).or_default();
            assumed.n_cells += more.n_cells;
            assumed.minutes += more.minutes;
            let room = EXAMPLES.saturating_sub(assumed.examples.len());
            assumed.examples.extend(more.examples.into_iter().take(room));
        }
        self.date_order = self.date_order.or(other.date_order);
        self.totals.extend(other.totals);
        self.n_read += other.n_read;
        self.n_left_out += other.n_left_out;
        self.remarks.extend(other.remarks);
    }

    /// Adds a row.
    pub fn push(&mut self, draft: Draft) {
        self.drafts.push(draft);
    }

    /// Adds a problem about a cell.
    pub fn problem(&mut self, sheet: &Sheet, at: At, code: Code, says: impl Into<String>, help: impl Into<String>) {
        let done = match code {
            Code::W509 | Code::W514 => "no row is made of it",
            Code::W510 => "this reading is taken",
            Code::W511 => "the rows are taken, and the total is not",
            Code::W512 => "no name is changed",
            Code::W513 => "both rows are taken",
            Code::W516 => "it is taken once",
            Code::N517 => "the text is not read",
            Code::W518 => "shifts are taken without their breaks",
            _ => "nothing is taken from this cell",
        };
        self.problems.push(Problem::new(code, sheet.location(at)).says(says).done(done).help(help));
    }

    /// Adds the problem of a range that cannot be read.
    pub fn refuse(&mut self, sheet: &Sheet, at: At, refusal: RangeRefusal) {
        let text = sheet.cell(at.row, at.column).to_owned();
        self.refuse_text(sheet, at, &text, refusal);
    }

    /// The same for a part of a cell.
    pub fn refuse_text(&mut self, sheet: &Sheet, at: At, text: &str, refusal: RangeRefusal) {
        let (says, help) = words_of(refusal, &text.replace(['\n', '\r'], " "));
        let code = if matches!(refusal, RangeRefusal::EndsBeforeStart(..)) { Code::E506 } else { Code::E505 };
        self.problem(sheet, at, code, says, help);
    }

    /// How sure the least sure assumption is.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.assumed.keys().map(|rule| rule.confidence()).min().unwrap_or(Confidence::Sure)
    }

    /// How many minutes its rows come to.
    #[must_use]
    pub fn minutes(&self) -> u64 {
        self.drafts.iter().map(|draft| u64::from(draft.minutes())).sum()
    }
}

/// A span of the day as people read it.
#[must_use]
pub fn shown(start: u16, end: u16) -> String {
    format!("{}-{}", ClockTime(start), ClockTime(end))
}

fn words_of(refusal: RangeRefusal, text: &str) -> (String, &'static str) {
    match refusal {
        RangeRefusal::NotARange => (format!("`{text}` is not a time range"), "write it as 9:00-17:00 or 9am-5pm"),
        RangeRefusal::EndsBeforeStart(start, end) => (
            format!("`{text}` ends at {} and starts at {}", ClockTime(end), ClockTime(start)),
            "check am and pm, and whether the two times are swapped",
        ),
        RangeRefusal::Empty(at) => (
            format!("`{text}` starts and ends at {}", ClockTime(at)),
            "all day, or nothing? write 0:00-24:00, or leave it blank",
        ),
        RangeRefusal::NoonOrMidnight => (format!("`{text}`: is noon meant or midnight?"), "write noon or midnight"),
        RangeRefusal::OneTime => (format!("`{text}` gives one time only"), "write the start and the end"),
    }
}

/// What every reader of a sheet is given.
#[derive(Clone, Debug)]
pub struct ImportContext {
    /// The first and the last date of the study's period, where it has one.
    pub period: Option<(crate::time::Day, crate::time::Day)>,
    /// Today's date, for dates without a year.
    pub today: crate::time::Day,
    /// The library's time zone.
    pub zone: Option<chrono_tz::Tz>,
    /// The order of day and month that was asked for.
    pub date_order: Option<super::cell::DateOrder>,
    /// The first day of the week for day numbers; 0 is Monday.
    pub week_start: Option<usize>,
    /// The name that a calendar's owner or a nameless source stands for: a stakeholder, a branch, a person.
    pub name: Option<String>,
    /// The hours between which a busy calendar leaves free time, by day of the week.
    pub working_hours: Vec<(crate::time::WeekdaySet, u16, u16)>,
    /// The country whose public holidays `PH` stands for, as two letters.
    pub country: Option<String>,
    /// The length of breaks that are given as a start only.
    pub break_minutes: Option<u16>,
    /// The day of a grid that names none.
    pub day: Option<super::draft::DraftDays>,
    /// What is read: the canonical file.
    pub target: Target,
}
