//! What does a phrase of a sentence say of times and dates? Each reader takes what it understands from a place on, and
//! says where it stopped.

use super::token::Token;
use crate::import::foreign::cell::{WrittenDate, WrittenTime, read_date, read_month, read_time};
use crate::time::Day;
use std::ops::RangeInclusive;

/// What was read, and the place behind it.
pub type Read<T> = Option<(T, usize)>;

/// A word in small letters; blank behind the end.
#[must_use]
pub fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.plain.as_str())
}

/// The words between two places, as they were typed.
#[must_use]
pub fn written(tokens: &[Token], from: usize, to: usize) -> String {
    tokens.iter().take(to).skip(from).map(|token| token.written.as_str()).collect::<Vec<&str>>().join(" ")
}

/// `9`, `9:30`, `3 pm`, `noon`.
#[must_use]
pub fn time_at(tokens: &[Token], at: usize) -> Read<WrittenTime> {
    let first = word(tokens, at);
    let is_number = first.starts_with(|c: char| c.is_ascii_digit()) && !first.contains('/');
    if !is_number && !["noon", "midnight", "midday"].contains(&first) {
        return None;
    }
    let next = word(tokens, at + 1);
    let is_half = ["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "noon", "midnight", "uhr", "hrs", "h"].contains(&next);
    if is_number && is_half {
        let time = read_time(&format!("{first} {next}"));
        return time.map(|time| (time, at + 2));
    }
    let behind = if next == "o'clock" { at + 2 } else { at + 1 };
    read_time(first).map(|time| (time, behind))
}

/// Words between the two ends of a range.
pub const AND_TO: [&str; 8] = ["-", "to", "until", "till", "til", "through", "thru", "bis"];

/// `3-5 pm`, `from 9 to 11`, `between 3 and 5`, `after 12:30 until 3`.
#[must_use]
pub fn range_at(tokens: &[Token], at: usize) -> Read<(WrittenTime, WrittenTime)> {
    let opener = word(tokens, at);
    let is_opened = ["from", "between", "after"].contains(&opener);
    let (start, at) = time_at(tokens, at + usize::from(is_opened))?;
    let joiner = word(tokens, at);
    let at = match joiner {
        _ if AND_TO.contains(&joiner) => at + 1,
        "and" if opener == "between" => at + 1,
        "and" if opener == "after" && word(tokens, at + 1) == "before" => at + 2,
        _ => return None,
    };
    let (end, at) = time_at(tokens, at)?;
    Some(((start, end), at))
}

/// A whole number, perhaps with the ending of an ordinal.
fn number(text: &str, bounds: &RangeInclusive<u32>) -> Option<u32> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_plain = ["", "st", "nd", "rd", "th"].contains(&text.get(digits.len()..)?);
    digits.parse::<u32>().ok().filter(|number| is_plain && bounds.contains(number))
}

/// `9/16`, `2026-09-16`, `Sept 16`, `16 September 2026`.
#[must_use]
pub fn date_at(tokens: &[Token], at: usize) -> Read<WrittenDate> {
    let first = word(tokens, at);
    if first.contains('/') || first.len() == 10 && first.contains('-') {
        return read_date(first).map(|date| (date, at + 1));
    }
    if let Some(month) = month(first) {
        let day = number(word(tokens, at + 1), &(1..=31))?;
        return Some(with_year(tokens, at + 2, month, day));
    }
    let day = number(first, &(1..=31))?;
    let at = if word(tokens, at + 1) == "of" { at + 2 } else { at + 1 };
    let month = month(word(tokens, at))?;
    // in `9 to 11 Sept 14` the 11 is a time; in `5 Oct 9-11` the 5 is a day
    let is_of_next = number(word(tokens, at + 1), &(1..=31)).is_some() && !is_time_joined(tokens, at + 2);
    if is_of_next { None } else { Some(with_year(tokens, at + 1, month, day)) }
}

/// Whether what stands at a place makes a time of the number before it.
fn is_time_joined(tokens: &[Token], at: usize) -> bool {
    let word = word(tokens, at);
    AND_TO.contains(&word) || ["am", "pm", "a.m.", "p.m."].contains(&word)
}

/// The month of a word of letters: `may` alone is none.
fn month(word: &str) -> Option<u32> {
    word.chars().all(char::is_alphabetic).then(|| read_month(word)).flatten()
}

/// The date of a month and a day, with the year behind them, if it is there.
fn with_year(tokens: &[Token], at: usize, month: u32, day: u32) -> (WrittenDate, usize) {
    let comma = usize::from(word(tokens, at) == ",");
    let year = number(word(tokens, at + comma), &(1990..=2100)).and_then(|year| i32::try_from(year).ok());
    let known = year.and_then(|year| Day::from_ymd(year, month, day));
    match known {
        Some(known) => (WrittenDate::Known(known), at + comma + 1),
        None => (WrittenDate::NoYear { month, day, weekday: None }, at),
    }
}

/// `from Sept 14 to Dec 18`, `starting 9/16`, `until Dec 18`: the first and the last date on which something holds.
#[must_use]
pub fn validity_at(tokens: &[Token], at: usize) -> Read<(Option<WrittenDate>, Option<WrittenDate>)> {
    let opener = word(tokens, at);
    let is_from = ["from", "between"].contains(&opener);
    if let Some((first, behind)) = date_at(tokens, at + usize::from(is_from)) {
        let joiner = word(tokens, behind);
        let is_joined = AND_TO.contains(&joiner) || joiner == "and" && opener == "between";
        if let Some((last, behind)) = date_at(tokens, behind + 1).filter(|_| is_joined) {
            return Some(((Some(first), Some(last)), behind));
        }
        if opener == "from" {
            return Some(((Some(first), None), behind_onward(tokens, behind)));
        }
    }
    let (n_words, is_start) = match (opener, word(tokens, at + 1)) {
        ("starting" | "beginning" | "starts" | "begins" | "start" | "since" | "effective", "on" | "from" | "in")
        | ("as", "of") => (2, true),
        ("starting" | "beginning" | "starts" | "begins" | "start" | "since" | "effective", _) => (1, true),
        ("ending" | "ends" | "end", "on") => (2, false),
        ("until" | "till" | "til" | "through" | "thru" | "ending" | "ends" | "end", _) => (1, false),
        _ => return None,
    };
    let (date, behind) = date_at(tokens, at + n_words)?;
    Some(if is_start { ((Some(date), None), behind_onward(tokens, behind)) } else { ((None, Some(date)), behind) })
}

fn behind_onward(tokens: &[Token], at: usize) -> usize {
    if ["on", "onward", "onwards", "forward"].contains(&word(tokens, at)) && time_at(tokens, at + 1).is_none() {
        at + 1
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::{date_at, range_at, validity_at};
    use crate::time::ClockTime;

    #[test]
    fn times_and_dates_are_told_apart() {
        let range = |text: &str| {
            range_at(&tokens(text), 0)
                .map(|((from, to), at)| format!("{} {} {at}", ClockTime(from.minutes), ClockTime(to.minutes)))
        };
        assert_eq!(range("3-5 pm").as_deref(), Some("03:00 05:00 4"));
        assert_eq!(range("between 9 and 11 o'clock").as_deref(), Some("09:00 11:00 5"));
        assert_eq!(range("after 12:30 until 3").as_deref(), Some("12:30 03:00 4"));
        assert_eq!(range("9/16 to 9/30"), None);
        assert!(date_at(&tokens("5 Oct 9-11"), 0).is_some());
        assert!(date_at(&tokens("11 Sept 14"), 0).is_none());
        let ends = |text: &str| validity_at(&tokens(text), 0).map(|((from, to), _)| (from.is_some(), to.is_some()));
        assert_eq!(ends("from Sept 14 to Dec 18"), Some((true, true)));
        assert_eq!(ends("starting 9/16"), Some((true, false)));
        assert_eq!(ends("until Dec 18"), Some((false, true)));
        assert_eq!(ends("until 3"), None);
    }
}
