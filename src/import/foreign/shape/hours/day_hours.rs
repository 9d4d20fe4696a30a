//! What does one cell of opening hours say about its day? It is open at these times, it is closed, or nobody knows.

use super::super::ranges::read_ranges;
use crate::import::foreign::cell::{
    CellWord, ClockHint, RangeRefusal, TimeRange, cell_word, read_range, read_time, span,
};

/// What a cell says about a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayHours {
    /// Nothing stands there.
    Blank,
    /// Open in these ranges, in their order.
    Open(Vec<TimeRange>),
    /// Closed.
    Closed,
    /// The writer does not know, or does not say.
    Unknown,
    /// It cannot be read.
    Refused(RangeRefusal),
}

/// From midnight to midnight.
pub const ALL_DAY: TimeRange = TimeRange { start: 0, end: 1440, rule: None };
/// What is longer is prose, and no list of ranges.
const LONGEST: usize = 200;

/// Reads the cell of a day: `9-5`, `9am - 1pm. 2pm - 5pm`, `Open 24 hours`, `Closed`, `TBD`.
#[must_use]
pub fn read_day_hours(text: &str, hint: ClockHint) -> DayHours {
    match cell_word(text) {
        Some(word) => of_word(word),
        None => ranges(without_open(text), hint).map_or_else(DayHours::Refused, DayHours::Open),
    }
}

/// Reads the two cells of a day, one with the time of opening and one with that of closing.
#[must_use]
pub fn read_day_pair(open: &str, close: &str, hint: ClockHint) -> DayHours {
    match (cell_word(open), cell_word(close)) {
        (Some(CellWord::Blank), Some(CellWord::Blank)) => DayHours::Blank,
        (Some(CellWord::Blank | CellWord::Closed), Some(CellWord::Blank | CellWord::Closed)) => DayHours::Closed,
        (Some(CellWord::AllDay), Some(CellWord::AllDay | CellWord::Blank)) => DayHours::Open(vec![ALL_DAY]),
        (Some(CellWord::Unknown | CellWord::Leave), _) | (_, Some(CellWord::Unknown | CellWord::Leave)) => {
            DayHours::Unknown
        }
        (None, None) => two_times(open, close, hint),
        // a whole range in the first of the two cells says all
        (None, Some(CellWord::Blank)) => read_day_hours(open, hint),
        _ => DayHours::Refused(RangeRefusal::OneTime),
    }
}

/// Whether each range starts when the one before it has ended, or later.
#[must_use]
pub fn is_in_order(ranges: &[TimeRange]) -> bool {
    ranges.windows(2).all(|two| two[0].end <= two[1].start)
}

fn of_word(word: CellWord) -> DayHours {
    match word {
        CellWord::Blank => DayHours::Blank,
        CellWord::Closed => DayHours::Closed,
        CellWord::AllDay => DayHours::Open(vec![ALL_DAY]),
        // `holiday` in place of hours says neither open nor closed
        CellWord::Unknown | CellWord::Leave => DayHours::Unknown,
    }
}

fn two_times(open: &str, close: &str, hint: ClockHint) -> DayHours {
    match (read_time(open), read_time(close)) {
        (Some(open), Some(close)) => {
            span(open, close, hint).map_or_else(DayHours::Refused, |range| DayHours::Open(vec![to_midnight(range)]))
        }
        _ => DayHours::Refused(RangeRefusal::NotARange),
    }
}

/// `Open 9-5`, `Open: 9-5`.
fn without_open(text: &str) -> &str {
    let text = text.trim();
    let rest = text.get(4..).filter(|_| text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("open")));
    let rest = rest.filter(|rest| rest.starts_with([' ', ':'])).map(|rest| rest.trim_start_matches([' ', ':']));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(text)
}

fn ranges(text: &str, hint: ClockHint) -> Result<Vec<TimeRange>, RangeRefusal> {
    if text.len() > LONGEST || text.to_lowercase().contains(" or ") {
        return Err(RangeRefusal::NotARange);
    }
    let found = match read_ranges(text, hint) {
        Err(RangeRefusal::NotARange) => beside_each_other(text, hint).ok_or_else(|| why_none(text))?,
        found => found?,
    };
    if !is_in_order(&found) {
        return Err(RangeRefusal::NotARange);
    }
    Ok(found.into_iter().map(to_midnight).collect())
}

/// `9am - 1pm. 2pm - 5pm`, `10:00-13:00 14:00-18:00`: ranges with nothing but a blank or a stop between them.
fn beside_each_other(text: &str, hint: ClockHint) -> Option<Vec<TimeRange>> {
    text.match_indices(char::is_whitespace).find_map(|(at, _)| {
        let first = read_range(&text[..at], hint).ok()?;
        let rest = ranges(text[at..].trim(), ClockHint { not_before: Some(first.end), ..hint }).ok()?;
        Some(std::iter::once(first).chain(rest).collect())
    })
}

fn why_none(text: &str) -> RangeRefusal {
    if read_time(text).is_some() { RangeRefusal::OneTime } else { RangeRefusal::NotARange }
}

/// A day that ends at 23:59 after it began at midnight is the whole day.
const fn to_midnight(range: TimeRange) -> TimeRange {
    let is_whole = range.start == 0 && range.end == 1439;
    TimeRange { end: if is_whole { 1440 } else { range.end }, ..range }
}

#[cfg(test)]
mod tests {
    use super::{DayHours, read_day_hours, read_day_pair};
    use crate::import::foreign::cell::ClockHint;
    use crate::import::foreign::reading::shown;

    fn words(hours: &DayHours) -> String {
        match hours {
            DayHours::Open(ranges) => {
                ranges.iter().map(|range| shown(range.start, range.end)).collect::<Vec<String>>().join(" ")
            }
            other => format!("{other:?}"),
        }
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(words(&read_day_hours(text, ClockHint::default())), expected, "{text:?}");
    }

    #[test]
    fn a_day_may_have_several_ranges() {
        check("9-5", "09:00-17:00");
        check("9-12, 1-5", "09:00-12:00 13:00-17:00");
        check("9-1 & 2-5", "09:00-13:00 14:00-17:00");
        check("09:00-12:00;13:00-17:00", "09:00-12:00 13:00-17:00");
        check("9am - 1pm. 2pm - 5pm", "09:00-13:00 14:00-17:00");
        check("9 a.m. - 1 p.m. 2 p.m. - 5 p.m.", "09:00-13:00 14:00-17:00");
        check("10:00-13:00 14:00-18:00", "10:00-13:00 14:00-18:00");
        check("9:00 AM - 1:00 PM\n2:00 PM - 5:00 PM", "09:00-13:00 14:00-17:00");
        check("Open 10am-6pm", "10:00-18:00");
        check("08.30-20:00", "08:30-20:00");
    }

    #[test]
    fn closed_all_day_and_unknown_are_three_things() {
        check("CLOSED,CLOSED", "Closed");
        check("Open 24 hours", "00:00-24:00");
        check("00:00-23:59", "00:00-24:00");
        check("See below", "Unknown");
        check("Holiday", "Unknown");
        check("", "Blank");
    }

    #[test]
    fn what_is_not_clear_is_refused_as_a_whole() {
        check("9-5 or 10-6", "Refused(NotARange)");
        check("9-5, 10-6", "Refused(NotARange)");
        check("9-12, lunch", "Refused(NotARange)");
        check("10am", "Refused(OneTime)");
        check("Open until 10pm", "Refused(NotARange)");
        check("9:00PM - 5:00PM", "Refused(EndsBeforeStart(1260, 1020))");
    }

    #[test]
    fn two_cells_make_one_range_or_a_problem() {
        let pair = |open: &str, close: &str| words(&read_day_pair(open, close, ClockHint::default()));
        assert_eq!(pair("9:30", "17:30"), "09:30-17:30");
        assert_eq!(pair("CLOSED", "CLOSED"), "Closed");
        assert_eq!(pair("closed", ""), "Closed");
        assert_eq!(pair("", ""), "Blank");
        assert_eq!(pair("10:00", ""), "Refused(OneTime)");
        assert_eq!(pair("", "17:00"), "Refused(OneTime)");
        assert_eq!(pair("10:00", "TBD"), "Unknown");
        assert_eq!(pair("00:00", "00:00"), "Refused(Empty(0))");
    }
}
