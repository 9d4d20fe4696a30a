//! What do the tests of opening hours share? A reading of hours as lines of text.

use crate::import::foreign::draft::{Draft, Target};
use crate::import::foreign::reading::SheetReading;

/// The rows of a reading, each as a line.
pub fn hours_rows(reading: &SheetReading) -> Vec<String> {
    reading.drafts.iter().map(hours_row).collect()
}

fn hours_row(draft: &Draft) -> String {
    let cell = |column: &str| draft.cell(column, Target::Hours);
    let close = cell("close");
    let times = if close.is_empty() { cell("open") } else { format!("{}-{close}", cell("open")) };
    let from = draft.validity.from.map_or_else(String::new, |day| format!("from {day}"));
    let to = draft.validity.to.map_or_else(String::new, |day| format!("to {day}"));
    let words = [cell("branch"), cell("day"), cell("date"), times, from, to, cell("note")];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<String>>().join(" ")
}
