//! Which ranges stand in one cell? `9-11, 1-3`, `10am-noon and 2-4pm`: each after the one before it.

use crate::import::foreign::cell::{ClockHint, RangeRefusal, Rule, TimeForm, TimeRange, read_range, read_time};

/// What parts two ranges of one cell.
const SEPARATORS: [char; 5] = [',', ';', '\n', '&', '/'];
const WORDS: [&str; 3] = [" and ", " or ", " + "];
/// A range that would be this late is rather one that is not in order.
const LATE: u16 = 20 * 60;

/// The parts of a cell between commas and such.
#[must_use]
pub fn parts(text: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = text.split(SEPARATORS).collect();
    for word in WORDS {
        parts = parts.into_iter().flat_map(|part| part.split(word)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Reads the ranges of one cell.
///
/// # Errors
/// Where the text holds anything else, or one of the ranges cannot be.
pub fn read_ranges(text: &str, hint: ClockHint) -> Result<Vec<TimeRange>, RangeRefusal> {
    match read_range(text, hint) {
        Ok(range) => return Ok(vec![range]),
        Err(RangeRefusal::NotARange) => {}
        Err(refusal) => return Err(refusal),
    }
    let parts = parts(text);
    if parts.len() < 2 {
        return Err(RangeRefusal::NotARange);
    }
    let mut ranges: Vec<TimeRange> = Vec::new();
    for part in parts {
        let not_before = ranges.last().map(|range| range.end).or(hint.not_before);
        let next = read_range(part, ClockHint { not_before, ..hint })?;
        let is_too_late = next.rule == Some(Rule::BareAfter) && next.start >= LATE;
        ranges.push(if is_too_late { read_range(part, hint)? } else { next });
    }
    Ok(ranges)
}

/// Whether times without am or pm are on a 24-hour clock: some go past 12:59, and none has am or pm.
#[must_use]
pub fn is_full_day<'t>(texts: impl IntoIterator<Item = &'t str>) -> bool {
    let (mut has_late, mut has_half) = (false, false);
    for text in texts {
        for piece in text.split(['-', '–', '—', '~', ',', ';', '&', '\n']) {
            if let Some(time) = read_time(piece) {
                has_half |= time.half.is_some();
                has_late |= time.form == TimeForm::Full && (time.minutes >= 780 || time.minutes < 60);
            }
        }
    }
    has_late && !has_half
}

#[cfg(test)]
mod tests {
    use super::{is_full_day, read_ranges};
    use crate::import::foreign::cell::ClockHint;
    use crate::import::foreign::reading::shown;

    fn check(text: &str, expected: &str) {
        let said = match read_ranges(text, ClockHint::default()) {
            Ok(ranges) => ranges.iter().map(|range| shown(range.start, range.end)).collect::<Vec<String>>().join(" "),
            Err(refusal) => format!("{refusal:?}"),
        };
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn each_range_comes_after_the_one_before_it() {
        check("9-11", "09:00-11:00");
        check("9-11, 1-3", "09:00-11:00 13:00-15:00");
        check("10am-noon and 2-4pm", "10:00-12:00 14:00-16:00");
        check("0900-0930, 1000-1030", "09:00-09:30 10:00-10:30");
        check("5-7; 7-8:30", "17:00-19:00 19:00-20:30");
        check("9/5/2026", "09:00-17:00");
    }

    #[test]
    fn ranges_out_of_order_are_not_put_into_the_night() {
        check("1-3, 9-11", "13:00-15:00 09:00-11:00");
    }

    #[test]
    fn what_is_not_a_range_refuses_the_cell() {
        check("9-11, lunch", "NotARange");
        check("ask Ana", "NotARange");
        check("9pm-5pm", "EndsBeforeStart(1260, 1020)");
    }

    #[test]
    fn a_clock_of_24_hours_is_known_by_its_late_times() {
        assert!(is_full_day(["9:00-11:00", "13:30-15:00"]));
        assert!(!is_full_day(["9:00-11:00", "1:30-3:00"]));
        assert!(!is_full_day(["9am-11am", "13:30-15:00"]));
    }
}
