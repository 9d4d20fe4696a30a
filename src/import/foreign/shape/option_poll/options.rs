//! Which dates and times does a poll offer? Its header rows, joined column by column.

use crate::import::foreign::cell::{
    ClockHint, TimeRange, WrittenDate, read_date_time, read_range, read_time, read_weekday,
};
use crate::import::foreign::sheet::{At, Sheet};

/// The most header rows that one option is spread over: month, day, time.
const HIGHEST: usize = 3;

/// From when to when an option is, as far as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionTime {
    /// Both times.
    Range(TimeRange),
    /// The start only.
    Start,
    /// The date only.
    None,
}

/// One option of a poll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollOption {
    /// The lowest cell of its header.
    pub at: At,
    /// Its header rows, joined.
    pub text: String,
    /// Its date.
    pub date: WrittenDate,
    /// Its times.
    pub time: OptionTime,
    /// Cells above it that are blank because the text stands to their left, and that text.
    pub merged: Vec<(At, String)>,
}

/// The options whose header ends in a row, over as many rows as give the most of them.
#[must_use]
pub fn options_above(sheet: &Sheet, last: usize) -> Vec<PollOption> {
    let heights = 1..=HIGHEST.min(last + 1);
    let mut best: Vec<PollOption> = Vec::new();
    for height in heights {
        let options: Vec<PollOption> =
            (1..sheet.n_cells(last)).filter_map(|column| option_at(sheet, At { row: last, column }, height)).collect();
        if options.len() > best.len() {
            best = options;
        }
    }
    best
}

fn option_at(sheet: &Sheet, at: At, height: usize) -> Option<PollOption> {
    let (mut texts, mut merged) = (Vec::new(), Vec::new());
    for row in at.row + 1 - height..=at.row {
        let own = sheet.cell(row, at.column);
        // a month and a day stand above the first of their columns only
        let text = if own.is_empty() && row < at.row { to_the_left(sheet, row, at.column) } else { own };
        if own.is_empty() && !text.is_empty() {
            merged.push((At { row, column: at.column }, text.to_owned()));
        }
        texts.push(text);
    }
    let text = texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<&str>>().join(" ");
    let (date, time) = date_and_time(&text)?;
    Some(PollOption { at, text, date, time, merged })
}

fn to_the_left(sheet: &Sheet, row: usize, column: usize) -> &str {
    (1..column).rev().map(|column| sheet.cell(row, column)).find(|text| !text.is_empty()).unwrap_or("")
}

fn date_and_time(text: &str) -> Option<(WrittenDate, OptionTime)> {
    let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    // a day of the week in a language that is not known says nothing against the date after it
    let without_first = text.split_once(' ').filter(|(word, _)| is_foreign_word(word)).map(|(_, rest)| rest);
    let (date, rest) = read_date_time(&text).or_else(|| read_date_time(without_first?))?;
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '·' | '|' | '(' | ')' | '@'));
    let time = match read_range(rest, ClockHint::default()) {
        _ if rest.is_empty() => OptionTime::None,
        Ok(range) => OptionTime::Range(range),
        Err(_) => read_time(rest).map(|_| OptionTime::Start)?,
    };
    Some((date, time))
}

/// By how many cells a row is longer than its header; none where text stands above those cells.
#[must_use]
pub fn n_surplus(sheet: &Sheet, header: usize, row: usize, offered: &[usize]) -> usize {
    let n_filled = |row: usize| {
        (0..sheet.n_cells(row)).rev().find(|column| !sheet.cell(row, *column).is_empty()).map_or(0, |last| last + 1)
    };
    let expected = offered.iter().max().map_or(0, |last| last + 1);
    if n_filled(header) > expected { 0 } else { n_filled(row).saturating_sub(expected) }
}

fn is_foreign_word(word: &str) -> bool {
    let letters = word.trim_end_matches(['.', ',']);
    !letters.is_empty() && letters.chars().all(char::is_alphabetic) && read_weekday(word).is_none()
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::sheet;
    use super::{OptionTime, options_above};
    use crate::import::foreign::reading::shown;

    fn options(lines: &[&str]) -> Vec<String> {
        let options = options_above(&sheet(lines), lines.len() - 1);
        let line = |time: OptionTime| match time {
            OptionTime::Range(range) => shown(range.start, range.end),
            other => format!("{other:?}"),
        };
        options.iter().map(|option| format!("{} {}", option.at.address(), line(option.time))).collect()
    }

    #[test]
    fn one_header_row_holds_date_and_range() {
        let header =
            "Name|Email|Mon 5 October 2026 10:00 AM - 11:00 AM|Tue 6 Oct 2026 13:00 - 14:30|Wed 7 October 2026";
        assert_eq!(options(&[header]), ["C1 10:00-11:00", "D1 13:00-14:30", "E1 None"]);
    }

    #[test]
    fn three_header_rows_are_joined_and_go_on_to_the_right() {
        let lines =
            ["|October 2026||November 2026", "|Tue 27||Tue 3", "|10:00 AM – 11:00 AM|1:00 PM|12:00 PM – 1:00 PM"];
        assert_eq!(options(&lines), ["B3 10:00-11:00", "C3 Start", "D3 12:00-13:00"]);
    }

    #[test]
    fn a_day_of_the_week_in_another_language_does_no_harm() {
        assert_eq!(options(&["Navn|man. 5 oktober 2026 10:00 - 11:00"]), ["B1 10:00-11:00"]);
    }

    #[test]
    fn other_headers_are_no_options() {
        assert!(options(&["Name|Mon|Tue|Total|9:00|Monday 9-11"]).is_empty());
    }
}
