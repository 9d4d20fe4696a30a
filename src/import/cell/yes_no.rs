//! Does a cell say yes or no?

use super::Cells;
use crate::problem::Code;

impl Cells<'_, '_> {
    /// Yes or no; `blank` where the cell is blank, none where it cannot be read.
    pub fn yes_no(&mut self, column: usize, blank: bool) -> Option<bool> {
        let text = self.text(column);
        match text.to_lowercase().as_str() {
            "" => Some(blank),
            "yes" | "y" | "true" | "1" | "x" => Some(true),
            "no" | "n" | "false" | "0" => Some(false),
            _ => {
                self.report(
                    self.record
                        .problem(Code::E214, column)
                        .says(format!("`{text}` is neither yes nor no"))
                        .help("write yes or no; blank is yes"),
                );
                None
            }
        }
    }
}
