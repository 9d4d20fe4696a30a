//! How are dates, periods and times of the day said?

use crate::say;
use crate::time::{ClockTime, Day, DayRule, Period};

/// A span of a day's time, such as `09:00-12:30`.
#[must_use]
pub fn time_span(start: u16, end: u16) -> String {
    say!("time-span", start = ClockTime(start).to_string(), end = ClockTime(end).to_string())
}

/// The days of a rule, such as `Mon-Fri`, or its date.
#[must_use]
pub fn rule_days(day: DayRule) -> String {
    match day {
        DayRule::On(date) => date.to_string(),
        DayRule::Weekly(days, _) => days.to_string(),
    }
}

/// A date, such as `14 September 2026`.
#[must_use]
pub fn date_in_words(day: Day) -> String {
    let (year, month, day) = day.ymd();
    // a year is no amount: it is said without marks between its digits
    say!("date", day = day, month = say!("month", n = month), year = year.to_string())
}

/// The dates that are analyzed, such as `14 September 2026 to 25 October 2026 (6 weeks)`.
#[must_use]
pub fn period_in_words(period: &Period) -> String {
    let n_days = period.n_days();
    if period.is_typical {
        return if n_days == 7 { say!("typical-week") } else { say!("typical-cycle") };
    }
    let length =
        if n_days.is_multiple_of(7) { say!("length-weeks", n = n_days / 7) } else { say!("length-days", n = n_days) };
    say!("period", first = date_in_words(period.first()), last = date_in_words(period.last()), length = length)
}
