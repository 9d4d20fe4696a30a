//! Which number does a cell hold? Whole numbers within bounds, and percentages.

use super::Cells;
use crate::problem::Code;
use std::ops::RangeInclusive;

impl Cells<'_, '_> {
    /// A whole number within bounds; none where the cell is blank or cannot be read.
    pub fn whole_number(&mut self, column: usize, bounds: &RangeInclusive<u32>) -> Option<u32> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let plain: String =
            text.strip_suffix(".0").unwrap_or(text).chars().filter(|c| *c != ' ' && *c != '\u{a0}').collect();
        let without_thousands = if is_grouped(&plain) { plain.replace(',', "") } else { plain };
        match without_thousands.parse::<i64>() {
            Ok(number) => match u32::try_from(number).ok().filter(|number| bounds.contains(number)) {
                Some(number) => Some(number),
                None => {
                    self.out_of_range(column, text, f64::from(*bounds.start()), f64::from(*bounds.end()));
                    None
                }
            },
            Err(_) => {
                self.report(
                    self.record
                        .problem(Code::E208, column)
                        .says(format!("`{text}` is not a whole number"))
                        .help("write digits alone, such as 45"),
                );
                None
            }
        }
    }

    /// A number that may have decimals, within bounds; a `%` sign after it does not hurt.
    pub fn decimal(&mut self, column: usize, least: f64, most: f64) -> Option<f64> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let plain = text.trim_end_matches('%').trim();
        match plain.parse::<f64>().or_else(|_| plain.replace(',', ".").parse::<f64>()) {
            Ok(number) if number >= least && number <= most => Some(number),
            Ok(_) => {
                self.out_of_range(column, text, least, most);
                None
            }
            Err(_) => {
                self.report(
                    self.record
                        .problem(Code::E208, column)
                        .says(format!("`{text}` is not a number"))
                        .help("write digits alone, such as 37.5"),
                );
                None
            }
        }
    }

    fn out_of_range(&mut self, column: usize, text: &str, least: f64, most: f64) {
        let name = self.column_name(column);
        self.report(
            self.record
                .problem(Code::E209, column)
                .says(format!("`{name}` cannot be {text}"))
                .help(format!("write a number from {least} to {most}")),
        );
    }
}

/// Whether commas part the digits into thousands, as in `1,250`.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split(',');
    let is_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()));
    is_first && text.contains(',') && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}
