//! Which date is it? A date as a number of days, with chrono for the calendar.

use super::{Minute, Span};
use chrono::{Datelike, Days, NaiveDate};
use std::fmt;

/// A date: days since 1970-01-01.
///
/// ```
/// use offdesk::time::Day;
/// let day = Day::from_ymd(2026, 9, 14).unwrap();
/// assert_eq!(day.to_string(), "2026-09-14");
/// assert_eq!(day.weekday(), 0); // a Monday
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub i32);

const EPOCH: NaiveDate = match NaiveDate::from_ymd_opt(1970, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

impl Day {
    /// The date of this year, month (1-12) and day of the month, if there is one.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        i32::try_from((date - EPOCH).num_days()).ok().map(Day)
    }

    /// The day on which a minute lies.
    #[must_use]
    pub const fn of(minute: Minute) -> Day {
        Day(minute.0.div_euclid(1440))
    }

    /// The day of the week: 0 is Monday, 6 is Sunday.
    #[must_use]
    pub const fn weekday(self) -> usize {
        // 1970-01-01 was a Thursday
        match (self.0 + 3).rem_euclid(7) {
            0 => 0,
            1 => 1,
            2 => 2,
            3 => 3,
            4 => 4,
            5 => 5,
            _ => 6,
        }
    }

    /// The Monday of this day's week.
    #[must_use]
    pub const fn monday(self) -> Day {
        Day(self.0 - (self.0 + 3).rem_euclid(7))
    }

    /// Midnight at which the day begins.
    #[must_use]
    pub const fn start(self) -> Minute {
        Minute(self.0 * 1440)
    }

    /// The span of a row of this day, from and to minutes of the day (`to` may be past midnight).
    #[must_use]
    pub const fn span(self, from: i32, to: i32) -> Span {
        Span { start: Minute(self.0 * 1440 + from), end: Minute(self.0 * 1440 + to) }
    }

    /// The day that comes `n` days later (earlier, where `n` is negative).
    #[must_use]
    pub const fn plus(self, n: i32) -> Day {
        Day(self.0 + n)
    }

    /// Whether a schedule or a period may name it: from 1900 to 2999. Minutes are counted from 1970, and those of days some
    /// thousand years further on are too many.
    #[must_use]
    pub fn is_near(self) -> bool {
        (1900..3000).contains(&self.ymd().0)
    }

    fn date(self) -> NaiveDate {
        let days = Days::new(u64::from(self.0.unsigned_abs()));
        let date = if self.0 < 0 { EPOCH.checked_sub_days(days) } else { EPOCH.checked_add_days(days) };
        date.unwrap_or(EPOCH)
    }

    /// Its year, month (1-12) and day of the month.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date().format("%Y-%m-%d"))
    }
}
