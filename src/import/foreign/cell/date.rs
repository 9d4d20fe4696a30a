//! Which date does a cell name? `2026-10-05`, `5/10/2026`, `Mon 5 Oct`: the order of day and month is found for the
//! whole file from all its dates, and never guessed for one cell.

use super::weekday::read_weekday;
use crate::time::{Day, WEEKDAY_NAMES};

/// The order of day and month in dates of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `10/5/2026` is 5 October.
    MonthFirst,
    /// `5/10/2026` is 5 October.
    DayFirst,
}

impl DateOrder {
    /// The word of `--date-order`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            DateOrder::MonthFirst => "mdy",
            DateOrder::DayFirst => "dmy",
        }
    }

    /// The order with this word.
    #[must_use]
    pub fn named(name: &str) -> Option<DateOrder> {
        match name.trim().to_lowercase().as_str() {
            "mdy" => Some(DateOrder::MonthFirst),
            "dmy" => Some(DateOrder::DayFirst),
            _ => None,
        }
    }
}

/// A date as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenDate {
    /// Nothing is open.
    Known(Day),
    /// Two numbers for day and month, in the order of the file.
    Numbers {
        /// The first number.
        first: u32,
        /// The second number.
        second: u32,
        /// The year, if it is written.
        year: Option<i32>,
        /// The day of the week, if it is written.
        weekday: Option<usize>,
    },
    /// A whole date with its day of the week, the year taken from the dates beside it.
    Full {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
        /// The day of the month.
        day: u32,
        /// The day of the week that is written.
        weekday: usize,
    },
    /// Day and month, the year left open.
    NoYear {
        /// The month, from 1.
        month: u32,
        /// The day of the month.
        day: u32,
        /// The day of the week, if it is written.
        weekday: Option<usize>,
    },
}

const MONTHS: [[&str; 12]; 4] = [
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

/// The month (from 1) that a word names.
#[must_use]
pub fn read_month(word: &str) -> Option<u32> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    if word.chars().count() < 3 {
        return None;
    }
    let at = MONTHS.iter().find_map(|names| {
        names.iter().position(|name| name.starts_with(&word) || word == "sept" && *name == "september")
    })?;
    u32::try_from(at + 1).ok()
}

/// Reads a date; none where the text is none. A time after it is not looked at: see [`read_date_time`].
#[must_use]
pub fn read_date(text: &str) -> Option<WrittenDate> {
    let lower = text.trim().to_lowercase();
    // one sign parts the numbers of a date, and it is no colon
    let mut signs = lower.chars().filter(|c| matches!(c, '/' | '-' | '.' | ':' | '–'));
    let first_sign = signs.next();
    if first_sign == Some(':') || signs.any(|sign| Some(sign) != first_sign && sign != '.') {
        return None;
    }
    let (mut numbers, mut month, mut weekday, mut year) = (Vec::new(), None, None, None);
    for token in lower.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()) {
        let digits = token.trim_end_matches(|c: char| c.is_alphabetic());
        let letters = &token[digits.len()..];
        match (digits.len(), letters) {
            (8, "") if digits.is_ascii() => return eight_digits(digits),
            (4, "") if year.is_none() => year = Some((digits.parse::<i32>().ok()?, numbers.len())),
            (1 | 2, "" | "st" | "nd" | "rd" | "th") => numbers.push((digits.parse::<u32>().ok()?, digits.len())),
            (0, "of" | "the") => {}
            // `mar` is March, unless a month is written already: then it is a French Tuesday
            (0, word) if month.is_none() && read_month(word).is_some() => month = read_month(word),
            (0, word) if weekday.is_none() && read_weekday(word).is_some() => weekday = read_weekday(word),
            _ => return None,
        }
    }
    let values: Vec<u32> = numbers.iter().map(|(value, _)| *value).collect();
    match (month, year, values[..].len()) {
        (Some(month), Some((year, _)), 1) => Day::from_ymd(year, month, values[0]).map(WrittenDate::Known),
        (Some(month), None, 1) => {
            (1..=31).contains(&values[0]).then_some(WrittenDate::NoYear { month, day: values[0], weekday })
        }
        (Some(month), None, 2) if numbers[1].1 == 2 => {
            Day::from_ymd(2000 + i32::try_from(values[1]).ok()?, month, values[0]).map(WrittenDate::Known)
        }
        (None, Some((year, 0)), 2) => Day::from_ymd(year, values[0], values[1]).map(WrittenDate::Known),
        (None, Some((year, 2)), 2) => in_numbers(values[0], values[1], Some(year), weekday),
        (None, None, 3) if numbers[2].1 == 2 => {
            in_numbers(values[0], values[1], Some(2000 + i32::try_from(values[2]).ok()?), weekday)
        }
        (None, None, 2) if lower.contains(['/', '.']) && !lower.contains("..") => {
            in_numbers(values[0], values[1], None, weekday)
        }
        _ => None,
    }
}

fn eight_digits(digits: &str) -> Option<WrittenDate> {
    let number = |from: usize, to: usize| digits[from..to].parse::<u32>().ok();
    Day::from_ymd(i32::try_from(number(0, 4)?).ok()?, number(4, 6)?, number(6, 8)?).map(WrittenDate::Known)
}

fn in_numbers(first: u32, second: u32, year: Option<i32>, weekday: Option<usize>) -> Option<WrittenDate> {
    let is_possible = (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12);
    is_possible.then_some(WrittenDate::Numbers { first, second, year, weekday })
}

/// A date and the rest of its cell, which may be a time: `2026-10-05T09:00:00`, `10/5/2026 9:00 AM`.
#[must_use]
pub fn read_date_time(text: &str) -> Option<(WrittenDate, &str)> {
    let text = text.trim();
    let at = text.char_indices().filter(|(_, c)| matches!(c, ' ' | 'T' | ',')).map(|(at, _)| at);
    for at in std::iter::once(text.len()).chain(at.collect::<Vec<_>>().into_iter().rev()) {
        if let Some(date) = read_date(&text[..at]) {
            return Some((date, text[at..].trim_start_matches([' ', 'T', ',']).trim()));
        }
    }
    None
}

/// What the dates of a file say about their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderFound {
    /// No date needs it.
    NotNeeded,
    /// Proved: a number above 12, a day of the week, or dates that follow each other only that way.
    Proved(DateOrder, &'static str),
    /// Some dates are impossible in either order.
    Contradictory,
    /// Nothing proves either.
    Unknown,
}

/// Finds the order of day and month from all dates of a file, in the order in which they stand there.
#[must_use]
pub fn find_order(dates: &[WrittenDate]) -> OrderFound {
    let numbers: Vec<(u32, u32, Option<i32>, Option<usize>)> = dates
        .iter()
        .filter_map(|date| match *date {
            WrittenDate::Numbers { first, second, year, weekday } => Some((first, second, year, weekday)),
            _ => None,
        })
        .collect();
    if numbers.is_empty() || numbers.iter().all(|(first, second, ..)| first == second) {
        return OrderFound::NotNeeded;
    }
    match (numbers.iter().any(|one| one.0 > 12), numbers.iter().any(|one| one.1 > 12)) {
        (true, true) => return OrderFound::Contradictory,
        (true, false) => return OrderFound::Proved(DateOrder::DayFirst, "a first number is above 12"),
        (false, true) => return OrderFound::Proved(DateOrder::MonthFirst, "a second number is above 12"),
        (false, false) => {}
    }
    by_weekday(&numbers).or_else(|| by_sequence(&numbers)).unwrap_or(OrderFound::Unknown)
}

type Numbers = (u32, u32, Option<i32>, Option<usize>);

fn in_order(numbers: &Numbers, order: DateOrder) -> Option<Day> {
    let year = numbers.2.unwrap_or(2026);
    match order {
        DateOrder::MonthFirst => Day::from_ymd(year, numbers.0, numbers.1),
        DateOrder::DayFirst => Day::from_ymd(year, numbers.1, numbers.0),
    }
}

fn by_weekday(numbers: &[Numbers]) -> Option<OrderFound> {
    let with_weekday: Vec<&Numbers> = numbers.iter().filter(|one| one.2.is_some() && one.3.is_some()).collect();
    let agrees = |order| {
        !with_weekday.is_empty()
            && with_weekday.iter().all(|one| in_order(one, order).is_some_and(|day| Some(day.weekday()) == one.3))
    };
    match (agrees(DateOrder::MonthFirst), agrees(DateOrder::DayFirst)) {
        (true, false) => Some(OrderFound::Proved(DateOrder::MonthFirst, "the days of the week agree")),
        (false, true) => Some(OrderFound::Proved(DateOrder::DayFirst, "the days of the week agree")),
        _ => None,
    }
}

/// Dates that follow each other day by day do so in one order only.
fn by_sequence(numbers: &[Numbers]) -> Option<OrderFound> {
    let mut distinct = numbers.to_vec();
    distinct.dedup();
    if distinct.len() < 5 {
        return None;
    }
    let n_near = |order| {
        let days: Vec<Option<Day>> = distinct.iter().map(|one| in_order(one, order)).collect();
        days.windows(2).filter(|two| matches!(two, [Some(a), Some(b)] if (1..=4).contains(&(b.0 - a.0)))).count()
    };
    let (month_first, day_first) = (n_near(DateOrder::MonthFirst), n_near(DateOrder::DayFirst));
    let needed = (distinct.len() - 1) * 3 / 4;
    let why = "the dates follow each other day by day";
    match (month_first > needed, day_first > needed) {
        (true, false) => Some(OrderFound::Proved(DateOrder::MonthFirst, why)),
        (false, true) => Some(OrderFound::Proved(DateOrder::DayFirst, why)),
        _ => None,
    }
}

/// What is needed to make a day of a written date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateFrame {
    /// The order of the file.
    pub order: Option<DateOrder>,
    /// The period of the study.
    pub period: Option<(Day, Day)>,
    /// Today.
    pub today: Day,
}

/// Why a written date is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRefusal {
    /// The order of day and month is not known.
    WhichOrder,
    /// There is no such day.
    NoSuchDay,
    /// The day of the week does not agree: the date is that day of the week.
    OtherWeekday(Day, usize),
}

impl DateRefusal {
    /// What is wrong with a text that was read as a date.
    #[must_use]
    pub fn in_words(self, text: &str) -> String {
        match self {
            DateRefusal::OtherWeekday(day, weekday) => {
                format!("`{text}` says {}, and {day} is a {}", WEEKDAY_NAMES[weekday % 7], WEEKDAY_NAMES[day.weekday()])
            }
            DateRefusal::NoSuchDay => format!("`{text}` is no date of the calendar"),
            DateRefusal::WhichOrder => format!("`{text}`: is the day first or the month?"),
        }
    }
}

impl DateFrame {
    /// The day of a written date, and whether its year was filled in.
    ///
    /// # Errors
    /// Where it is not known, or is no day.
    pub fn day(&self, date: WrittenDate) -> Result<(Day, bool), DateRefusal> {
        match date {
            WrittenDate::Known(day) => Ok((day, false)),
            WrittenDate::NoYear { month, day, weekday } => self.with_year(month, day, weekday).map(|day| (day, true)),
            WrittenDate::Full { year, month, day, weekday } => {
                let found = Day::from_ymd(year, month, day).ok_or(DateRefusal::NoSuchDay)?;
                if found.weekday() == weekday {
                    Ok((found, true))
                } else {
                    Err(DateRefusal::OtherWeekday(found, weekday))
                }
            }
            WrittenDate::Numbers { first, second, year, weekday } => {
                let (month, day) = match self.order {
                    _ if first == second => (first, second),
                    Some(DateOrder::MonthFirst) => (first, second),
                    Some(DateOrder::DayFirst) => (second, first),
                    None => return Err(DateRefusal::WhichOrder),
                };
                let Some(year) = year else {
                    return self.with_year(month, day, weekday).map(|day| (day, true));
                };
                let found = Day::from_ymd(year, month, day).ok_or(DateRefusal::NoSuchDay)?;
                match weekday {
                    Some(weekday) if weekday != found.weekday() => Err(DateRefusal::OtherWeekday(found, weekday)),
                    _ => Ok((found, false)),
                }
            }
        }
    }

    /// The year in which the date is in the period, or else next to today; on its day of the week where that is written.
    fn with_year(&self, month: u32, day: u32, weekday: Option<usize>) -> Result<Day, DateRefusal> {
        let this_year = self.period.map_or(self.today, |(first, _)| first).to_string();
        let this_year: i32 = this_year.get(..4).and_then(|year| year.parse().ok()).unwrap_or(2026);
        let mut days: Vec<Day> =
            (this_year - 3..=this_year + 3).filter_map(|year| Day::from_ymd(year, month, day)).collect();
        let near = self.period.map_or(self.today, |(first, _)| first);
        let is_inside = |day: &Day| self.period.is_some_and(|(first, last)| first <= *day && *day <= last);
        days.sort_by_key(|day| (!is_inside(day), (day.0 - near.0).abs()));
        let closest = *days.first().ok_or(DateRefusal::NoSuchDay)?;
        match weekday {
            None => Ok(closest),
            Some(weekday) => {
                days.into_iter().find(|day| day.weekday() == weekday).ok_or(DateRefusal::OtherWeekday(closest, weekday))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(order: Option<DateOrder>) -> DateFrame {
        DateFrame { order, period: None, today: Day::from_ymd(2026, 11, 25).unwrap_or_default() }
    }

    fn check(text: &str, order: Option<DateOrder>, expected: &str) {
        let said = match read_date(text).map(|date| frame(order).day(date)) {
            Some(Ok((day, is_filled))) => format!("{day}{}", if is_filled { " filled" } else { "" }),
            Some(Err(refusal)) => format!("{refusal:?}"),
            None => "no".to_owned(),
        };
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        check("2026-10-05", None, "2026-10-05");
        check("2026/10/05", None, "2026-10-05");
        check("20261005", None, "2026-10-05");
        check("5 October 2026", None, "2026-10-05");
        check("Mon, Oct 5th, 2026", None, "2026-10-05");
        check("5-Oct-26", None, "2026-10-05");
        check("10/5/2026", None, "WhichOrder");
        check("10/5/2026", Some(DateOrder::MonthFirst), "2026-10-05");
        check("05.10.26", Some(DateOrder::DayFirst), "2026-10-05");
        check("Mon 5 Oct", None, "2026-10-05 filled");
        check("Tue 5 Oct", None, "2027-10-05 filled");
        check("24 Sept (Thu)", None, "2026-09-24 filled");
        check("10/5", Some(DateOrder::MonthFirst), "2026-10-05 filled");
        check("Mar 5 2026", None, "2026-03-05");
        check("31/02/2026", Some(DateOrder::DayFirst), "NoSuchDay");
        for text in ["9-5", "Monday", "12", "desk", "", "9:00", "40/50/2026", "5 to 9"] {
            check(text, None, "no");
        }
    }

    #[test]
    fn a_time_after_a_date_is_split_off() {
        assert_eq!(read_date_time("2026-10-05T09:00:00").map(|(_, rest)| rest), Some("09:00:00"));
        assert_eq!(read_date_time("10/5/2026 9:00 AM").map(|(_, rest)| rest), Some("9:00 AM"));
        assert_eq!(
            read_date_time("Mon 5 October 2026 10:00 AM - 11:00 AM").map(|(_, rest)| rest),
            Some("10:00 AM - 11:00 AM")
        );
    }

    #[test]
    fn the_order_is_proved_by_all_dates_together() {
        let found = |texts: &[&str]| find_order(&texts.iter().filter_map(|text| read_date(text)).collect::<Vec<_>>());
        assert_eq!(found(&["2026-10-05"]), OrderFound::NotNeeded);
        assert!(matches!(found(&["5/10/2026", "13/10/2026"]), OrderFound::Proved(DateOrder::DayFirst, _)));
        assert!(matches!(found(&["Mon 5/10/2026"]), OrderFound::Proved(DateOrder::DayFirst, _)));
        let week = ["01/10/2026", "02/10/2026", "03/10/2026", "04/10/2026", "05/10/2026"];
        assert!(matches!(found(&week), OrderFound::Proved(DateOrder::DayFirst, _)));
        assert_eq!(found(&["5/10/2026", "6/10/2026"]), OrderFound::Unknown);
        assert_eq!(found(&["13/10/2026", "10/13/2026"]), OrderFound::Contradictory);
    }
}
