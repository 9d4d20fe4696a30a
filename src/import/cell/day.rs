//! Which days does a cell name? `Mon`, `Mon-Fri`, `Tue/Thu`, `daily`, or an ISO date; and which week, `A` or `A/C`.

use super::Cells;
use crate::problem::{Code, nearest};
use crate::time::{Day, DayRule, WEEKDAY_NAMES, WeekSet, WeekdaySet};

const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The day of the week (0 is Monday) that a word names: its first two letters or more, with or without a dot.
#[must_use]
pub fn weekday(word: &str) -> Option<usize> {
    let word = word.trim().trim_end_matches('.').to_lowercase();
    let is_other_form = |day: usize| {
        (day == 1 && word == "tues")
            || (day == 3 && (word == "thur" || word == "thurs"))
            || (day == 2 && word == "weds")
    };
    let is_start = |name: &str| word.len() >= 2 && name.starts_with(&word);
    (0..7).find(|&day| is_start(NAMES[day]) || is_other_form(day) || word == format!("{}s", NAMES[day]))
}

/// Reads a pattern of days of the week.
#[must_use]
pub fn parse_days(text: &str) -> Option<WeekdaySet> {
    match text.trim().to_lowercase().as_str() {
        "daily" | "every day" | "everyday" | "all" => return Some(WeekdaySet::DAILY),
        "weekdays" => return Some(WeekdaySet::range(0, 4)),
        "weekends" | "weekend" => return Some(WeekdaySet::range(5, 6)),
        _ => {}
    }
    let mut days = WeekdaySet::default();
    for part in text.split(['/', ',', '&', ';', '+']).flat_map(|part| part.split(" and ")) {
        let ends: Vec<&str> = part.split(['-', '–', '—']).flat_map(|end| end.split(" to ")).collect();
        days = days.union(match ends[..] {
            [day] => weekday(day).map(|day| WeekdaySet::range(day, day))?,
            [first, last] => WeekdaySet::range(weekday(first)?, weekday(last)?),
            _ => return None,
        });
    }
    Some(days)
}

/// Reads the weeks of a rotation; blank is every week.
#[must_use]
pub fn parse_weeks(text: &str) -> Option<WeekSet> {
    let mut weeks = WeekSet::EVERY;
    for part in text.split(['/', ',', '&', ' ']).filter(|part| !part.is_empty()) {
        let letter = match part.as_bytes() {
            [letter] => letter.to_ascii_uppercase(),
            _ => return None,
        };
        weeks = weeks.with(letter.checked_sub(b'A').filter(|&week| week < 16)?);
    }
    Some(weeks)
}

impl Cells<'_, '_> {
    /// The days of a row: from its `day` or its `date` cell, and its `week` cell where the file has one.
    pub fn day_rule(&mut self, day: usize, date: usize, week: Option<usize>) -> Option<DayRule> {
        let (day_text, date_text) = (self.text(day), self.text(date));
        match (day_text.is_empty(), date_text.is_empty()) {
            (true, true) => {
                let place = if self.record.header.places[day].is_some() { day } else { date };
                self.report(
                    self.record
                        .problem(Code::E218, place)
                        .says("the row has neither a day nor a date")
                        .help("write a day of the week such as Mon, or a date such as 2026-09-14"),
                );
                None
            }
            (true, false) => self.near_date(date).map(DayRule::On),
            (false, true) if day_text.starts_with(|c: char| c.is_ascii_digit()) => self.near_date(day).map(DayRule::On),
            (false, true) => self.weekly(day, week),
            (false, false) => self.both(day, date),
        }
    }

    /// The date of a row; one whose year cannot be meant is refused.
    fn near_date(&mut self, column: usize) -> Option<Day> {
        let on = self.date(column)?;
        if !on.is_near() {
            let problem = self.record.problem(Code::E207, column).says(format!("{on} is too far away"));
            self.report(problem.label("check the year").help("dates from 1900 to 2999 are read"));
            return None;
        }
        Some(on)
    }

    fn weekly(&mut self, day: usize, week: Option<usize>) -> Option<DayRule> {
        let text = self.text(day);
        let Some(days) = parse_days(text) else {
            let near = nearest(text, NAMES.iter().chain(&WEEKDAY_NAMES).copied());
            let help = near
                .map_or("write Mon, Mon-Fri, Tue/Thu, daily or a date such as 2026-09-14".to_owned(), |near| {
                    format!("did you mean `{near}`?")
                });
            self.report(
                self.record.problem(Code::E205, day).says(format!("`{text}` is not a day of the week")).help(help),
            );
            return None;
        };
        let weeks = week.map_or(Some(WeekSet::EVERY), |week| self.weeks(week))?;
        Some(DayRule::Weekly(days, weeks))
    }

    /// A date beats a weekday; where the two do not agree, neither is believed.
    fn both(&mut self, day: usize, date: usize) -> Option<DayRule> {
        let on = self.near_date(date)?;
        let is_agreed = match parse_days(self.text(day)) {
            Some(days) => days.contains(on.weekday()),
            None => super::parse_date(self.text(day)) == Ok(on),
        };
        if !is_agreed {
            let name = WEEKDAY_NAMES[on.weekday()];
            let says = format!("{on} is a {name}, and the day says `{}`", self.text(day));
            self.report(
                self.record
                    .problem(Code::E219, day)
                    .says(says)
                    .help("mend the one that is wrong, or leave the day blank"),
            );
            return None;
        }
        Some(DayRule::On(on))
    }

    fn weeks(&mut self, column: usize) -> Option<WeekSet> {
        let text = self.text(column);
        let weeks = parse_weeks(text);
        if weeks == Some(WeekSet::EVERY) {
            return weeks;
        }
        let n_weeks = self.context.rotation.map_or(0, |rotation| rotation.n_weeks);
        let problem = match weeks.and_then(WeekSet::last) {
            Some(last) if n_weeks == 0 => self
                .record
                .problem(Code::E404, column)
                .says(format!("the row is for week {}, and the settings name no rotation", char::from(b'A' + last)))
                .help("add [rotation] with weeks and starts to offdesk.toml"),
            Some(last) if last < n_weeks => return weeks,
            _ => self.record.problem(Code::E210, column).says(format!("`{text}` is not a week of the rotation")).help(
                match n_weeks {
                    0 | 1 => "leave the week blank, or add [rotation] to offdesk.toml".to_owned(),
                    n => format!("the rotation has the weeks A to {}; blank is every week", char::from(b'A' + n - 1)),
                },
            ),
        };
        self.report(problem);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_days_are_read() {
        let check = |text: &str, days: Option<&str>| {
            assert_eq!(parse_days(text).map(|set| set.to_string()).as_deref(), days, "{text}");
        };
        check("Mon", Some("Mon"));
        check("tuesday", Some("Tue"));
        check("Tues.", Some("Tue"));
        check("Mon-Fri", Some("Mon-Fri"));
        check("Mon – Thu", Some("Mon-Thu"));
        check("Tue/Thu", Some("Tue/Thu"));
        check("Mon, Wed & Fri", Some("Mon/Wed/Fri"));
        check("Sat-Mon", Some("Mon/Sat/Sun"));
        check("daily", Some("Mon-Sun"));
        check("Fryday", None);
        check("M", None);
        check("", None);
    }
}
