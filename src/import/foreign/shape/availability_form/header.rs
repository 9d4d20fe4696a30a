//! Which weekly slot does a form ask about? `Sunday Availability.10:00 AM - 11:30 AM`, `Monday [9:00-10:00]`: a day and
//! times, whatever stands around them.

use crate::import::foreign::cell::{
    ClockHint, read_date, read_date_time, read_month, read_range, read_time, read_weekday,
};
use crate::time::WEEKDAY_NAMES;

/// A text longer than this is no header of a slot.
const LONGEST: usize = 400;

/// What a header of a form asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormHeader {
    /// A day and times.
    Slot(usize, String),
    /// Times alone; the cells say on which days.
    Times(String),
    /// A day alone; the cells say at which times.
    Day(usize),
}

/// What a header asks about, where it is about times at all.
#[must_use]
pub fn form_header(text: &str) -> Option<FormHeader> {
    if text.len() > LONGEST || names_a_date(text) {
        return None;
    }
    match (one_weekday(text)?, times_in(text)) {
        (Some(day), Some(times)) => Some(FormHeader::Slot(day, times)),
        (None, Some(times)) => Some(FormHeader::Times(times)),
        (Some(day), None) => Some(FormHeader::Day(day)),
        (None, None) => None,
    }
}

/// Whether a text names a date: `Mon 5 October 2026 …` is an option of a poll, and no weekly slot.
fn names_a_date(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|b| b.is_ascii_digit());
    let has_sign = text.contains('/') || words.any(|word| is_year(word) || read_month(word).is_some());
    has_sign && read_date_time(text).is_some()
}

/// The one day of the week that a text names, if it names any; none at all where it names several.
#[expect(clippy::option_option, reason = "several days, no day and one day are three things")]
fn one_weekday(text: &str) -> Option<Option<usize>> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 3);
    let days: Vec<(&str, usize)> =
        words.filter(|word| read_month(word).is_none()).filter_map(|word| Some((word, read_weekday(word)?))).collect();
    // three letters may be a day in one language and a word in another (`don't`)
    let is_sure = |word: &str| word.len() > 3 || WEEKDAY_NAMES.iter().any(|name| name.eq_ignore_ascii_case(word));
    let has_sure = days.iter().any(|(word, _)| is_sure(word));
    let mut days = days.iter().filter(|(word, _)| !has_sure || is_sure(word)).map(|(_, day)| *day);
    let first = days.next();
    if days.any(|day| Some(day) != first) { None } else { Some(first) }
}

/// The part of a text that is a range, or a time that surely is one.
fn times_in(text: &str) -> Option<String> {
    starts(text).into_iter().find_map(|start| {
        let rest = text.get(start..)?.split(['[', ']', '(', ')']).next()?;
        let words: Vec<&str> = rest.split_whitespace().collect();
        (1..=words.len()).rev().map(|n| words[..n].join(" ")).find(|words| is_times(words))
    })
}

/// Where times may begin: at numbers, and at noon and midnight.
fn starts(text: &str) -> Vec<usize> {
    let mut before = [' ', ' '];
    let mut starts = Vec::new();
    for (at, c) in text.char_indices() {
        let is_inside = before[1].is_ascii_digit() || matches!(before[1], ':' | '.') && before[0].is_ascii_digit();
        let rest = text.get(at..).unwrap_or("").to_lowercase();
        let is_word = !before[1].is_alphabetic() && (rest.starts_with("noon") || rest.starts_with("midnight"));
        if c.is_ascii_digit() && !is_inside || is_word {
            starts.push(at);
        }
        before = [before[1], c];
    }
    starts
}

fn is_times(text: &str) -> bool {
    let is_date = text.contains('/') && read_date(text).is_some();
    // a number alone may count anything
    let is_time = read_time(text).is_some_and(|time| time.half.is_some() && text.len() > 2 || text.contains(':'));
    !is_date && (is_time || read_range(text, ClockHint::default()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{FormHeader, form_header};

    fn check(text: &str, expected: &str) {
        let said = match form_header(text) {
            Some(FormHeader::Slot(day, times)) => format!("{day} {times}"),
            Some(FormHeader::Times(times)) => times,
            Some(FormHeader::Day(day)) => format!("{day}"),
            None => "no".to_owned(),
        };
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn a_day_and_times_are_found_in_headers_of_forms() {
        check("Sunday Availability.10:00 AM - 11:30 AM", "6 10:00 AM - 11:30 AM");
        check("Monday [9:00-10:00]", "0 9:00-10:00");
        check("When can you meet? [Tue 2-4pm]", "1 2-4pm");
        check("Friday: noon - 1:30 PM", "4 noon - 1:30 PM");
        check("9:00 AM - 10:30 AM (Wednesday)", "2 9:00 AM - 10:30 AM");
        check("Thursday 3:30-5 shift", "3 3:30-5");
        check("Monday 9:00 AM", "0 9:00 AM");
    }

    #[test]
    fn times_and_days_may_stand_alone() {
        check("Availability [9:00 AM - 10:00 AM]", "9:00 AM - 10:00 AM");
        check("When are you free? [Monday]", "0");
        check("Saturday", "5");
    }

    #[test]
    fn other_headers_ask_about_something_else() {
        for text in [
            "Name",
            "Number of hours you would like",
            "Question 2",
            "Monday to Friday",
            "Seniority Level",
            "Mon 5 October 2026 3:30 PM - 5:00 PM",
            "10/5/2026",
            "",
        ] {
            check(text, "no");
        }
    }
}
