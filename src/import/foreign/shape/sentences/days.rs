//! Which days does a phrase name? Days of the week, of a month, of every other week, and dates: each reader takes what
//! it understands from a place on, and says where it stopped.

use super::phrase::{AND_TO, Read, date_at, validity_at, word, written};
use super::question::Question;
use super::token::Token;
use crate::import::foreign::cell::{WrittenDate, read_weekdays};
use crate::time::WeekdaySet;

/// The days of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Days {
    /// Every week.
    Weekly(WeekdaySet),
    /// The first, second … or last (-1) of a month.
    Nth(Vec<i32>, WeekdaySet),
    /// Every other week.
    EveryOther(WeekdaySet),
    /// One date, and the day of the week that stands before it.
    On(WrittenDate, Option<usize>),
}

impl Days {
    /// The days of the week on which it may be.
    #[must_use]
    pub const fn weekdays(&self) -> WeekdaySet {
        match self {
            Days::Weekly(days) | Days::Nth(_, days) | Days::EveryOther(days) => *days,
            Days::On(..) => WeekdaySet::DAILY,
        }
    }
}

fn ordinal(word: &str) -> Option<i32> {
    Some(match word {
        "1st" | "first" => 1,
        "2nd" | "second" => 2,
        "3rd" | "third" => 3,
        "4th" | "fourth" => 4,
        "5th" | "fifth" => 5,
        "last" => -1,
        _ => return None,
    })
}

/// A day of the week, or a word for several. Two letters may be any word; `all` may be all of anything.
fn day_at(tokens: &[Token], at: usize) -> Option<WeekdaySet> {
    let word = word(tokens, at);
    let is_word = word.chars().count() >= 3 && word.chars().all(char::is_alphabetic) && word != "all";
    if !is_word {
        return None;
    }
    if word == "weekday" {
        return Some(WeekdaySet::range(0, 4));
    }
    read_weekdays(word).or_else(|| word.strip_suffix('s').and_then(read_weekdays))
}

fn single(days: WeekdaySet) -> Option<usize> {
    let mut all = days.days();
    let first = all.next();
    if all.next().is_none() { first } else { None }
}

/// `Mon`, `Mon-Thu`, `weekdays`.
fn day_range_at(tokens: &[Token], at: usize) -> Read<WeekdaySet> {
    let days = day_at(tokens, at)?;
    let last = day_at(tokens, at + 2).filter(|_| AND_TO.contains(&word(tokens, at + 1)));
    Some(match (single(days), last.and_then(single)) {
        (Some(first), Some(last)) => (WeekdaySet::range(first, last), at + 3),
        _ => (days, at + 1),
    })
}

/// `Mon, Wed and Fri`.
fn day_list_at(tokens: &[Token], at: usize) -> Read<WeekdaySet> {
    let (mut days, mut at) = day_range_at(tokens, at)?;
    loop {
        let behind = behind_separator(tokens, at);
        match day_range_at(tokens, behind).filter(|_| behind > at) {
            Some((more, next)) => (days, at) = (days.union(more), next),
            None => return Some((days, at)),
        }
    }
}

/// The place behind `,`, `and`, `or` or `, and`.
fn behind_separator(tokens: &[Token], at: usize) -> usize {
    let behind = if word(tokens, at) == "," { at + 1 } else { at };
    if ["and", "or"].contains(&word(tokens, behind)) { behind + 1 } else { behind }
}

/// `Mon-Thu`, `1st & 3rd Fri`, `every other Wed`, `Sept 16`.
///
/// # Errors
/// Where days are named in a way that may mean two things.
pub fn days_at(tokens: &[Token], at: usize) -> Result<Read<Days>, Question> {
    let start = if ["the", "every", "each"].contains(&word(tokens, at)) { at + 1 } else { at };
    if let Some(read) = every_other_at(tokens, at) {
        return Ok(Some(read));
    }
    if start > at && word(tokens, start) == "day" {
        return Ok(Some((Days::Weekly(WeekdaySet::DAILY), start + 1)));
    }
    if let Some((nth, behind)) = ordinals_at(tokens, start)
        && let Some(days) = day_at(tokens, behind).filter(|days| single(*days).is_some())
    {
        return nth_days(tokens, (at, behind), nth, days);
    }
    if let Some((date, behind)) = date_at(tokens, start) {
        return Ok(Some((Days::On(date, None), behind)));
    }
    let Some((days, behind)) = day_list_at(tokens, start) else { return Ok(None) };
    if is_every_other_week(tokens, behind) {
        return Ok(Some((Days::EveryOther(days), behind + 3)));
    }
    with_date(tokens, (at, behind), days)
}

/// A day of the week before a date: `Wed, Sept 16`. `Mondays, Sept 14` may mean two things.
fn with_date(tokens: &[Token], (at, behind): (usize, usize), days: WeekdaySet) -> Result<Read<Days>, Question> {
    let place = behind + usize::from(word(tokens, behind) == ",");
    if validity_at(tokens, place).is_some() {
        return Ok(Some((Days::Weekly(days), behind)));
    }
    let Some((date, end)) = date_at(tokens, place) else { return Ok(Some((Days::Weekly(days), behind))) };
    let is_plural = word(tokens, behind - 1).ends_with("days");
    match single(days).filter(|_| !is_plural) {
        Some(weekday) => Ok(Some((Days::On(date, Some(weekday)), end))),
        None => {
            let help = "type `starting` before a first date, or `;` between days and dates";
            Err(Question::new(&written(tokens, at, end), "may mean that date, or days from it on", help))
        }
    }
}

/// `every other Wed`, `alternate Fridays`, `every second week on Mon`.
fn every_other_at(tokens: &[Token], at: usize) -> Read<Days> {
    let at = match (word(tokens, at), word(tokens, at + 1)) {
        ("every" | "each", "other" | "second" | "2nd") => at + 2,
        ("alternate" | "alternating", _) => at + 1,
        _ => return None,
    };
    let at = if ["week", "weeks"].contains(&word(tokens, at)) { at + 1 } else { at };
    let at = if word(tokens, at) == "on" { at + 1 } else { at };
    let (days, behind) = day_list_at(tokens, at)?;
    // `every second Tuesday of the month` is not every other Tuesday
    if behind_of_month(tokens, behind) > behind {
        return Some((Days::Nth(vec![2], days), behind_of_month(tokens, behind)));
    }
    Some((Days::EveryOther(days), behind))
}

fn is_every_other_week(tokens: &[Token], at: usize) -> bool {
    word(tokens, at) == "every" && ["other", "second"].contains(&word(tokens, at + 1)) && word(tokens, at + 2) == "week"
}

/// `1st`, `1st and 3rd`, `first, third and last`.
fn ordinals_at(tokens: &[Token], at: usize) -> Read<Vec<i32>> {
    let mut all = vec![ordinal(word(tokens, at))?];
    let mut at = at + 1;
    loop {
        let behind = behind_separator(tokens, at);
        match ordinal(word(tokens, behind)).filter(|_| behind > at) {
            Some(nth) => all.push(nth),
            None => return Some((all, at)),
        }
        at = behind + 1;
    }
}

/// The day at a place with the numbers before it; another day behind it may have them too, or not.
fn nth_days(
    tokens: &[Token],
    (from, at): (usize, usize),
    nth: Vec<i32>,
    days: WeekdaySet,
) -> Result<Read<Days>, Question> {
    let behind = at + 1;
    let separator = behind_separator(tokens, behind);
    if separator > behind && day_at(tokens, separator).is_some() {
        let help = "type each day with its own number, such as `1st Mon and 1st Wed 9-11`, or with `;` between them";
        return Err(Question::new(&written(tokens, from, separator + 1), "may mean two things", help));
    }
    Ok(Some((Days::Nth(nth, days), behind_of_month(tokens, behind))))
}

/// The place behind `of the month`, `of each month`, `every month`, if they stand there.
fn behind_of_month(tokens: &[Token], at: usize) -> usize {
    let words = [word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)];
    match words {
        ["of" | "in", "the" | "each" | "every" | "a", "month"] => at + 3,
        ["of" | "each" | "every" | "per" | "a", "month" | "months", _] => at + 2,
        ["monthly", ..] => at + 1,
        _ => at,
    }
}

/// `not on Nov 25`, `except Nov 25 and Dec 23`: single dates, each with its words.
#[must_use]
pub fn exceptions_at(tokens: &[Token], at: usize) -> Read<Vec<(WrittenDate, String)>> {
    let words = [word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)];
    let n_words = match words {
        ["but", "not", "on"] => 3,
        ["but", "not", _] | ["not" | "except" | "excluding", "on" | "for", _] => 2,
        ["not" | "except" | "excluding", ..] => 1,
        _ => return None,
    };
    let mut dates = Vec::new();
    let (mut behind, mut next) = (at, at + n_words);
    loop {
        // a day of the week may stand before the date
        let weekday = usize::from(day_at(tokens, next).is_some());
        match date_at(tokens, next + weekday).filter(|_| dates.is_empty() || next > behind) {
            Some((date, end)) => {
                dates.push((date, written(tokens, next, end)));
                behind = end;
                next = behind_separator(tokens, end);
            }
            None => break,
        }
    }
    // `except Nov 23 to Nov 27` is not two dates
    let is_range = AND_TO.contains(&word(tokens, behind)) && date_at(tokens, behind + 1).is_some();
    if dates.is_empty() || is_range { None } else { Some((dates, behind)) }
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::{Days, days_at};

    fn days(text: &str) -> String {
        let tokens = tokens(text);
        match days_at(&tokens, 0) {
            Ok(Some((days, behind))) => {
                let days = match days {
                    Days::Weekly(days) => days.to_string(),
                    Days::Nth(nth, days) => format!("{nth:?} {days}"),
                    Days::EveryOther(days) => format!("every other {days}"),
                    Days::On(_, weekday) => format!("date {weekday:?}"),
                };
                format!("{days}, {} left", tokens.len() - behind)
            }
            Ok(None) => "none".to_owned(),
            Err(question) => format!("? {}", question.says),
        }
    }

    #[test]
    fn days_are_read_in_many_forms() {
        assert_eq!(days("Mon-Thu 3-5"), "Mon-Thu, 3 left");
        assert_eq!(days("Mon, Wed & Fri 3"), "Mon/Wed/Fri, 1 left");
        assert_eq!(days("Tuesdays and Thursdays"), "Tue/Thu, 0 left");
        assert_eq!(days("weekdays"), "Mon-Fri, 0 left");
        assert_eq!(days("weekday mornings"), "Mon-Fri, 1 left");
        assert_eq!(days("every day 9"), "Mon-Sun, 1 left");
        assert_eq!(days("1st of October"), "date None, 0 left");
        assert_eq!(days("1st & 3rd Fri"), "[1, 3] Fri, 0 left");
        assert_eq!(days("the second Tuesday of the month"), "[2] Tue, 0 left");
        assert_eq!(days("every second Tuesday of each month"), "[2] Tue, 0 left");
        assert_eq!(days("last Friday of every month at"), "[-1] Fri, 1 left");
        assert_eq!(days("every other Wed"), "every other Wed, 0 left");
        assert_eq!(days("Wednesdays every other week"), "every other Wed, 0 left");
        assert_eq!(days("Wed, Sept 16, 2-4"), "date Some(2), 4 left");
        assert_eq!(days("9/16 2-4"), "date None, 3 left");
    }

    #[test]
    fn what_may_mean_two_things_is_asked() {
        assert!(days("1st & 3rd Mon and Wed 9-11").starts_with("? `1st & 3rd Mon and Wed`"));
        assert!(days("Mondays, Sept 14 9-11").starts_with("? `Mondays , Sept 14`"));
        assert_eq!(days("1st and 3rd of each month"), "none");
        assert_eq!(days("we can"), "none");
    }
}
