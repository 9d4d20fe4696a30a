//! Which day's times, or which day's place, stand below a header? `MonTime`, `Tue Location`, `Wednesday`.

use super::super::list::plain;
use crate::import::foreign::cell::read_weekday;

/// What stands below a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayColumn {
    /// The times of a day of the week.
    Times(usize),
    /// The place of a day of the week.
    Place(usize),
}

/// Words beside a day, the longest first.
const TIME_WORDS: [&str; 8] = ["officehours", "availability", "available", "times", "hours", "time", "hrs", ""];
const PLACE_WORDS: [&str; 7] = ["location", "place", "where", "room", "venue", "loc", "link"];

/// What stands below a header of a day.
#[must_use]
pub fn day_column(header: &str) -> Option<DayColumn> {
    let plain = plain(header);
    let beside = |words: &[&str]| {
        words.iter().find_map(|word| {
            plain
                .strip_suffix(*word)
                .and_then(read_weekday)
                .or_else(|| plain.strip_prefix(*word).and_then(read_weekday))
        })
    };
    beside(&PLACE_WORDS).map(DayColumn::Place).or_else(|| beside(&TIME_WORDS).map(DayColumn::Times))
}

#[cfg(test)]
mod tests {
    use super::{DayColumn, day_column};

    #[test]
    fn days_are_found_beside_words_for_times_and_places() {
        for (header, expected) in [
            ("MonTime", Some(DayColumn::Times(0))),
            ("TueLocation", Some(DayColumn::Place(1))),
            ("wed_place", Some(DayColumn::Place(2))),
            ("Thursday Office Hours", Some(DayColumn::Times(3))),
            ("Friday", Some(DayColumn::Times(4))),
            ("Time Sat", Some(DayColumn::Times(5))),
            ("Department", None),
            ("Location", None),
            ("monday-break", None),
        ] {
            assert_eq!(day_column(header), expected, "{header}");
        }
    }
}
