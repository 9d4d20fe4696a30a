//! When does a person have time on one day, as one cell says it? `9-11, 1-3`, `All Day`, `Unavailable`, `Maybe 9-11`.

use super::super::answer::{Grade, read_answer};
use super::super::ranges::{parts, read_ranges};
use crate::import::foreign::cell::{CellWord, ClockHint, RangeRefusal, TimeRange, cell_word};

/// The times of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayCell {
    /// The ranges; none where the person has no time.
    pub ranges: Vec<TimeRange>,
    /// Whether they are merely tentative.
    pub is_tentative: bool,
}

/// Why a cell is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRefusal {
    /// Its times cannot be read.
    Times(RangeRefusal),
    /// It says yes without times.
    NoTimes,
    /// It says when the person has no time.
    TimesOfNo,
    /// It says two things at once.
    TwoAnswers,
}

const ALL_DAY: [&str; 7] =
    ["all day", "anytime", "any time", "whole day", "always", "open availability", "open all day"];

/// Reads a cell below a day.
///
/// # Errors
/// Where it is not understood.
pub fn day_cell(text: &str, hint: ClockHint) -> Result<DayCell, DayRefusal> {
    let (mut grades, mut times, mut is_all_day) = (Vec::new(), Vec::new(), false);
    for part in parts(text) {
        let (answer, rest) = answer_and_rest(part);
        grades.extend(answer);
        let lower = rest.to_lowercase();
        if ALL_DAY.contains(&lower.as_str()) || cell_word(rest) == Some(CellWord::AllDay) {
            is_all_day = true;
        } else if !rest.is_empty() {
            times.push(rest);
        }
    }
    let grade = grades.first().copied().unwrap_or(Grade::Firm);
    if grades.iter().any(|other| *other != grade) {
        return Err(DayRefusal::TwoAnswers);
    }
    if grade == Grade::No {
        return if times.is_empty() {
            Ok(DayCell { ranges: Vec::new(), is_tentative: false })
        } else {
            Err(DayRefusal::TimesOfNo)
        };
    }
    let is_tentative = grade == Grade::Tentative;
    let ranges = match (times.is_empty(), is_all_day) {
        (true, true) => vec![TimeRange { start: 0, end: 1440, rule: None }],
        (true, false) if grades.is_empty() => Vec::new(),
        (true, false) => return Err(DayRefusal::NoTimes),
        (false, true) => return Err(DayRefusal::TwoAnswers),
        (false, false) => read_ranges(&times.join(", "), hint).map_err(DayRefusal::Times)?,
    };
    Ok(DayCell { ranges, is_tentative })
}

/// An answer at the start of a part, and what stands after it: `Maybe 9-11`. An all-day word is no answer here.
fn answer_and_rest(part: &str) -> (Option<Grade>, &str) {
    let is_all_day = cell_word(part) == Some(CellWord::AllDay) || ALL_DAY.contains(&part.to_lowercase().as_str());
    let grade = |text: &str| {
        let is_word = text.contains(char::is_alphabetic) || cell_word(text).is_some();
        read_answer(text).map(|answer| answer.grade).filter(|grade| is_word && *grade != Grade::Blank)
    };
    if is_all_day {
        return (None, part);
    }
    if let Some(grade) = grade(part) {
        return (Some(grade), "");
    }
    let blanks = part.char_indices().filter(|(_, c)| matches!(c, ' ' | ':')).map(|(at, _)| at);
    let split = blanks.filter_map(|at| Some((grade(part.get(..at)?)?, part.get(at..)?))).next_back();
    split.map_or((None, part), |(grade, rest)| (Some(grade), rest.trim_matches([' ', ':', '(', ')'])))
}

#[cfg(test)]
mod tests {
    use super::day_cell;
    use crate::import::foreign::cell::ClockHint;
    use crate::import::foreign::reading::shown;

    fn check(text: &str, expected: &str) {
        let said = match day_cell(text, ClockHint::default()) {
            Ok(cell) => {
                let ranges: Vec<String> = cell.ranges.iter().map(|range| shown(range.start, range.end)).collect();
                format!("{}{}", ranges.join(" "), if cell.is_tentative { " tentative" } else { "" })
            }
            Err(refusal) => format!("{refusal:?}"),
        };
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn ranges_and_answers_make_times() {
        check("9-11, 1-3", "09:00-11:00 13:00-15:00");
        check("10 AM - 2 PM", "10:00-14:00");
        check("Maybe 9-11", "09:00-11:00 tentative");
        check("Available: 9am-noon", "09:00-12:00");
        check("", "");
    }

    #[test]
    fn all_day_is_not_nothing_and_unavailable_all_day_is() {
        check("All Day", "00:00-24:00");
        check("Available, All Day", "00:00-24:00");
        check("Unavailable, All Day", "");
        check("Unavailable", "");
        check("NONE", "");
    }

    #[test]
    fn what_says_two_things_or_half_a_thing_is_refused() {
        check("Available", "NoTimes");
        check("Unavailable 9-11", "TimesOfNo");
        check("9-11, All Day", "TwoAnswers");
        check("after class", "Times(NotARange)");
    }
}
