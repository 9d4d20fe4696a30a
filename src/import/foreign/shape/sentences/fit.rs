//! Is a sheet a list of sentences, one for each stakeholder?

use super::super::list::{field_of, plain};
use super::super::who::{first_rows, with_who};
use super::super::{Fit, Shape};
use crate::import::foreign::cell::{read_date_time, read_time, read_weekday};
use crate::import::foreign::draft::Target;
use crate::import::foreign::sheet::Sheet;

/// Rows in which a header is looked for, and rows below it that are looked at.
const HEAD: usize = 10;
const SAMPLE: usize = 60;

/// Headers of sentences, and how sure they make it.
const HEADERS: [(&[&str], u32); 4] = [
    (&["when", "whenavailable", "whencantheymeet", "whencanwemeet", "whenfree", "whenisgood"], 90),
    (
        &[
            "availability",
            "available",
            "availabletimes",
            "besttimes",
            "besttime",
            "daysandtimes",
            "meetingtimes",
            "visittimes",
            "canmeet",
        ],
        84,
    ),
    (&["times", "time", "days", "schedule", "dates", "visits"], 72),
    (&["notes", "note", "comments", "comment", "details", "remarks"], 58),
];
/// Columns that are taken over as they are.
pub const TAKEN_OVER: [&str; 7] = ["group", "branch", "mode", "travel", "min_visit", "priority", "needs_role"];

/// Recognizes a list of sentences.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let rows = (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row));
    rows.filter_map(|row| fit_at(sheet, row)).max_by_key(|fit| (fit.score, std::cmp::Reverse(fit.header)))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let base = Fit::new(Shape::Sentences, Target::Windows, Some(row), 0);
    let rows: Vec<usize> = first_rows(sheet, &base, SAMPLE);
    let columns = || 0..sheet.n_cells(row);
    let found = HEADERS.iter().find_map(|(headers, score)| {
        columns()
            .find(|column| headers.contains(&plain(sheet.cell(row, *column)).as_str()))
            .map(|column| (column, *score))
    });
    // a day or a time in a column of its own makes it a list
    let sentence = found.map(|(column, _)| column);
    let is_list = columns().filter(|column| Some(*column) != sentence).any(|column| {
        matches!(field_of(sheet.cell(row, column)), Some("start" | "end" | "day" | "date" | "open"))
            && is_most(sheet, &rows, column, |cell| {
                read_date_time(cell).is_some() || read_weekday(cell).is_some() || read_time(cell).is_some()
            })
    });
    let (column, score) = found.filter(|_| !is_list)?;
    if !is_most(sheet, &rows, column, looks_like_a_sentence) {
        return None;
    }
    let taken: Vec<usize> = std::iter::once(column)
        .chain(columns().filter(|column| taken_over(sheet.cell(row, *column)).is_some()))
        .collect();
    let mut fit = with_who(sheet, row, &taken, Fit { score, ..base })?;
    let is_staff = fit.columns.iter().any(|mapped| field_of(&mapped.header) == Some("staff"));
    if is_staff {
        fit.score = score.saturating_sub(15);
    }
    fit = fit.with(column, sheet.cell(row, column), "when");
    for column in columns().filter(|other| *other != column) {
        if let Some(field) = taken_over(sheet.cell(row, column)) {
            fit = fit.with(column, sheet.cell(row, column), field);
        }
    }
    Some(fit)
}

/// The canonical column of a header that is taken over.
fn taken_over(header: &str) -> Option<&'static str> {
    let plain = plain(header);
    TAKEN_OVER.into_iter().find(|column| column.replace('_', "") == plain)
}

fn is_most(sheet: &Sheet, rows: &[usize], column: usize, test: impl Fn(&str) -> bool) -> bool {
    let said: Vec<&str> = rows.iter().map(|row| sheet.cell(*row, column)).filter(|cell| !cell.is_empty()).collect();
    !said.is_empty() && said.iter().filter(|cell| test(cell)).count() * 2 >= said.len()
}

/// Words with a day of the week among them, and more than that day.
fn looks_like_a_sentence(cell: &str) -> bool {
    let words: Vec<&str> = cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_day = |word: &str| {
        let is_plural = ["weekday", "weekdays", "weekend", "weekends", "daily"].contains(&word.to_lowercase().as_str());
        word.chars().count() >= 3 && (is_plural || read_weekday(word).is_some())
    };
    words.len() >= 2 && words.iter().any(|word| is_day(word))
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::sheet;
    use super::fit;

    fn score(lines: &[&str]) -> u32 {
        fit(&sheet(lines)).map_or(0, |fit| fit.score)
    }

    #[test]
    fn sentences_are_known_by_their_header_and_their_days() {
        assert_eq!(score(&["stakeholder|when", "Elm Club|Mon-Thu 3-5 pm", "Rose School|weekday mornings"]), 90);
        assert_eq!(score(&["Partner|Phone|Availability", "Elm Club|555|Tuesdays after 12:30"]), 84);
        assert_eq!(score(&["Name|When", "Ana|Mon 9-11"]), 75);
    }

    #[test]
    fn lists_and_hours_are_no_sentences() {
        for lines in [
            ["stakeholder|day|start|end|note", "Elm|Mon|9:00|11:00|every Monday please"],
            ["Branch|When", "Main|Mon-Fri 9-5"],
            ["Name|Times", "Ana|9-5"],
        ] {
            assert_eq!(score(&lines), 0, "{lines:?}");
        }
    }
}
