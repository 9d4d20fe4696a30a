//! How are figures said? Hours with one decimal, shares in whole percent, names joined as people join them.

use crate::analysis::{Results, SLOT_MINUTES};
use crate::time::{ClockTime, Minutes};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Hours with one decimal, such as `9.0 h`.
#[must_use]
pub fn hours(hours: f64) -> String {
    format!("{:.1} h", rounded(hours, 10.0))
}

/// A number rounded to a part, halves upwards; a hair is added, so that a half that binary numbers miss stays a half.
#[must_use]
pub fn rounded(number: f64, parts: f64) -> f64 {
    (number * parts + 1e-9).round() / parts
}

/// A total as hours a week.
#[must_use]
pub fn hours_a_week(results: &Results, total: Minutes) -> String {
    hours(results.period.hours_a_week(total))
}

/// A share (0 to 1) in whole percent; a share that is not zero is at least `under 1 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    if share > 0.0 && share < 0.005 { "under 1 %".to_owned() } else { format!("{:.0} %", rounded(share * 100.0, 1.0)) }
}

/// The name of a day of the week.
#[must_use]
pub fn weekday_name(weekday: usize) -> &'static str {
    WEEKDAYS.get(weekday).copied().unwrap_or("")
}

/// A half hour of the day, such as `07:30-08:00`.
#[must_use]
pub fn half_hour(slot: usize) -> String {
    let start = u16::try_from(slot).unwrap_or(0) * u16::try_from(SLOT_MINUTES).unwrap_or(30);
    format!("{}-{}", ClockTime(start), ClockTime(start + 30))
}

/// Names joined as in running text; after `most` of them the rest is counted.
#[must_use]
pub fn and_list(names: &[&str], most: usize) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        _ if names.len() > most => format!("{} and {} more", names[..most].join(", "), names.len() - most),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Where the figures of a chart or table come from.
#[must_use]
pub fn source_line(results: &Results) -> String {
    let library = if results.settings.library.is_empty() { "the library" } else { &results.settings.library };
    let assumed = if results.is_at_least() {
        format!(
            " Working hours are not given on {} dates: time off the desk and partner time are an “at least”.",
            results.n_assumed_dates
        )
    } else {
        String::new()
    };
    let left_out = match results.n_left_out {
        0 => String::new(),
        1 => " 1 row could not be read and is left out.".to_owned(),
        n => format!(" {n} rows could not be read and are left out."),
    };
    format!("Source: schedules and opening hours of {library}, {}.{assumed}{left_out}", results.period)
}
