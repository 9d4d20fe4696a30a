//! What do words in a roster mean that are neither times nor people? Headings between the rows name weeks; a word beside
//! times is a desk where several cells say it, and else a remark.

use super::legend::Legend;
use super::shift_cell::{ShiftCell, shift_cell};
use crate::import::foreign::cell::ClockHint;
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::shape::Fit;
use crate::import::foreign::sheet::Sheet;
use std::collections::BTreeMap;

/// Cells that must say a word before it is taken for a desk.
const USUAL: usize = 3;

/// Rows that stand between people and name a week: the row and the number of the week. None where there is one only.
#[must_use]
pub fn week_headings(sheet: &Sheet, first_row: usize, name: usize) -> Vec<(usize, usize)> {
    let number = |text: &str| -> Option<usize> {
        let lower = text.to_lowercase();
        let rest = lower.strip_prefix("week ")?.trim().trim_end_matches(':').to_owned();
        let letter = rest.chars().next().filter(|_| rest.chars().count() == 1)?;
        letter
            .to_digit(36)
            .map(|digit| if digit < 10 { digit.saturating_sub(1) } else { digit - 10 })
            .and_then(|n| usize::try_from(n).ok())
    };
    let is_alone = |row: usize| sheet.row(row).filter(|cell| !cell.is_empty()).count() == 1;
    let headings: Vec<(usize, usize)> = (first_row..sheet.n_rows())
        .filter(|row| is_alone(*row))
        .filter_map(|row| Some((row, number(sheet.cell(row, name))?)))
        .filter(|(_, week)| *week < 16)
        .collect();
    let has_several = headings.iter().any(|(_, week)| *week != headings[0].1);
    if has_several { headings } else { Vec::new() }
}

/// Words beside times that several cells say.
#[must_use]
pub fn usual_words(sheet: &Sheet, rows: &[usize], columns: &[usize], legend: &Legend) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        for column in columns {
            if let ShiftCell::Turns(turns) = shift_cell(sheet.cell(*row, *column), ClockHint::default(), legend) {
                for turn in turns.into_iter().filter(|turn| !turn.word.is_empty()) {
                    *counts.entry(turn.word.to_lowercase()).or_default() += 1;
                }
            }
        }
    }
    counts.into_iter().filter(|(_, n)| *n >= USUAL).map(|(word, _)| word).collect()
}

/// Rows with a name and no times are said, so that nothing is lost unseen.
pub fn note_other_rows(
    sheet: &Sheet,
    fit: &Fit,
    name: usize,
    rows: &[usize],
    headings: &[(usize, usize)],
    reading: &mut SheetReading,
) {
    for row in fit.first_row()..sheet.n_rows() {
        let is_known =
            rows.contains(&row) || headings.iter().any(|(heading, _)| *heading == row) || sheet.is_comment(row);
        let text = sheet.cell(row, name);
        if !is_known && !text.is_empty() {
            reading.remarks.push(format!("row {} has no times, and is not read: {}", row + 1, text.replace('\n', " ")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::week_headings;
    use crate::import::foreign::sheet::Sheet;

    #[test]
    fn headings_between_rows_name_weeks() {
        let sheet =
            Sheet::of_rows("a.csv", &[&["Name", "Mon"], &["Week 1"], &["Ana", "9-5"], &["Week 2"], &["Ana", "12-8"]]);
        assert_eq!(week_headings(&sheet, 1, 0), [(1, 0), (3, 1)]);
        assert_eq!(week_headings(&Sheet::of_rows("a.csv", &[&["Week 1"]]), 0, 0), []);
    }
}
