//! What do the codes and initials of a grid stand for? A legend in rows of their own says so: `REF = Reference`, or a
//! code and its meaning side by side.

use crate::import::foreign::sheet::Sheet;
use rustc_hash::FxHashMap;

/// Codes in capitals and what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Legend(FxHashMap<String, String>);

impl Legend {
    /// What a code stands for.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&str> {
        self.0.get(&code.trim().to_uppercase()).map(String::as_str)
    }

    /// Reads the legend of a sheet, in the rows that are not the grid's own.
    #[must_use]
    pub fn of(sheet: &Sheet, is_grid_row: &dyn Fn(usize) -> bool) -> (Legend, Vec<usize>) {
        let mut legend = Legend::default();
        let mut rows = Vec::new();
        let mut is_below_heading = false;
        for row in (0..sheet.n_rows()).filter(|row| !is_grid_row(*row)) {
            let cells: Vec<&str> = sheet.row(row).filter(|cell| !cell.is_empty()).collect();
            let before = legend.0.len();
            for cell in &cells {
                let text = without_heading(cell);
                for part in text.split([',', ';', '\n', '|']) {
                    if let Some((code, meaning)) = pair(part) {
                        legend.0.insert(code, meaning);
                    }
                }
            }
            if let [code, meaning] = cells[..]
                && legend.0.len() == before
                && is_below_heading
                && (is_code(code) || is_blank_word(code))
            {
                let code = if is_blank_word(code) { String::new() } else { code.to_uppercase() };
                legend.0.insert(code, meaning.to_owned());
            }
            let is_heading = cells.first().is_some_and(|cell| {
                ["legend", "key", "codes", "initials"].contains(&cell.trim_end_matches(':').to_lowercase().as_str())
            });
            is_below_heading = is_heading || is_below_heading && !cells.is_empty();
            if legend.0.len() > before || is_heading {
                rows.push(row);
            }
        }
        (legend, rows)
    }
}

fn without_heading(cell: &str) -> &str {
    match cell.split_once(':') {
        Some((head, rest)) if ["legend", "key", "codes", "initials"].contains(&head.trim().to_lowercase().as_str()) => {
            rest
        }
        _ => cell,
    }
}

/// `REF = Reference`, `AR: Ana Ruiz`, `L - Lunch`.
fn pair(text: &str) -> Option<(String, String)> {
    let (code, meaning) = ["=", ":", " - ", " – "].iter().find_map(|sign| text.split_once(sign))?;
    let (code, meaning) = (code.trim(), meaning.trim());
    (is_code(code) && meaning.chars().any(char::is_alphabetic)).then(|| (code.to_uppercase(), meaning.to_owned()))
}

/// How a legend names the empty cell.
fn is_blank_word(text: &str) -> bool {
    ["(blank)", "blank", "(empty)", "empty"].contains(&text.to_lowercase().as_str())
}

fn is_code(text: &str) -> bool {
    (1..=5).contains(&text.chars().count())
        && text.chars().all(|c| c.is_alphanumeric() || c == '/')
        && text.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::Legend;
    use crate::import::foreign::sheet::Sheet;

    #[test]
    fn legends_stand_in_one_cell_or_side_by_side() {
        let sheet = Sheet::of_rows(
            "a.csv",
            &[
                &["", "9", "10"],
                &["Ana", "REF", "L"],
                &[],
                &["Legend: REF = Reference desk, L = Lunch"],
                &["Key"],
                &["CH", "Children's desk"],
            ],
        );
        let (legend, rows) = Legend::of(&sheet, &|row| row < 2);
        assert_eq!(
            (legend.get("ref"), legend.get("L"), legend.get("CH")),
            (Some("Reference desk"), Some("Lunch"), Some("Children's desk"))
        );
        assert_eq!(rows, [3, 4, 5]);
    }
}
