//! What do the tests of these readers share? An import without settings, and a reading as lines of text.

use crate::import::foreign::cell::Rule;
use crate::import::foreign::draft::{Draft, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading, shown};
use crate::import::foreign::sheet::Sheet;
use crate::time::Day;

/// A date of a test.
pub fn day(year: i32, month: u32, date: u32) -> Day {
    Day::from_ymd(year, month, date).unwrap_or_default()
}

/// An import of windows without any settings.
pub fn context() -> ImportContext {
    ImportContext {
        period: None,
        today: day(2026, 11, 25),
        zone: None,
        date_order: None,
        week_start: None,
        name: None,
        working_hours: Vec::new(),
        country: None,
        break_minutes: None,
        day: None,
        target: Target::Windows,
    }
}

/// The same for a study of October 2026, which begins on a Thursday.
pub fn october() -> ImportContext {
    ImportContext { period: Some((day(2026, 10, 1), day(2026, 10, 31))), ..context() }
}

/// A sheet of lines whose cells stand between bars.
pub fn sheet(lines: &[&str]) -> Sheet {
    let rows: Vec<Vec<&str>> = lines.iter().map(|line| line.split('|').collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    Sheet::of_rows("answers.csv", &rows)
}

/// The rows of a reading, each as a line.
pub fn rows(reading: &SheetReading) -> Vec<String> {
    reading.drafts.iter().map(row).collect()
}

fn row(draft: &Draft) -> String {
    let cell = |column: &str| draft.cell(column, Target::Windows);
    let span = draft.span.map_or("no times".to_owned(), |(start, end)| shown(start, end));
    let from = draft.validity.from.map_or_else(String::new, |day| format!(" from {day}"));
    let to = draft.validity.to.map_or_else(String::new, |day| format!(" to {day}"));
    let words = [cell("certainty"), cell("mode")].join(" ");
    let line = format!("{} {}{} {span}{from}{to} {words}", cell("stakeholder"), cell("day"), cell("date"));
    line.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// The codes of the problems of a reading, in the order in which they were found.
pub fn codes(reading: &SheetReading) -> Vec<&'static str> {
    reading.problems.iter().map(|problem| problem.code.name()).collect()
}

/// How many cells rest on a rule.
pub fn n_assumed(reading: &SheetReading, rule: Rule) -> usize {
    reading.assumed.get(&rule).map_or(0, |assumed| assumed.n_cells)
}
