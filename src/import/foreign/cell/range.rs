//! From when to when? `9-5`, `2~4PM`, `11:30 PM - 2:00 AM`, `5-Sep`: two times in one cell, or in two, made one span
//! by written rules, each with its name.

use super::clock::{Half, TimeForm, WrittenTime, read_time};
use super::confidence::Rule;

/// A span of the day, and the rule by which more was read than is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRange {
    /// Minutes of the day.
    pub start: u16,
    /// Later than `start`; past 1440 on the next day.
    pub end: u16,
    /// What was assumed, if anything.
    pub rule: Option<Rule>,
}

/// What the rest of the file says about its times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockHint {
    /// Times without am or pm are on a 24-hour clock: others of the file go past 12:59.
    pub is_full_day: bool,
    /// The range does not start before this minute: the end of the slot before it.
    pub not_before: Option<u16>,
    /// Dates are written day first.
    pub is_day_first: bool,
}

/// Why a range cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeRefusal {
    /// There are no two times.
    NotARange,
    /// It ends before it starts, and no night is that long.
    EndsBeforeStart(u16, u16),
    /// It ends when it starts.
    Empty(u16),
    /// `12m`: noon or midnight?
    NoonOrMidnight,
    /// `9-`: the other time is missing.
    OneTime,
}

/// No shift, no opening and no window past midnight is longer than this.
const LONGEST_NIGHT: u16 = 12 * 60;
const DASHES: [&str; 6] = ["-", "–", "—", "~", "−", "‐"];
const WORDS: [&str; 6] = [" to ", " until ", " till ", " til ", " thru ", " bis "];

/// Reads a range written in one cell.
///
/// # Errors
/// Where the text is no range, or one that cannot be.
///
/// ```
/// use offdesk::import::foreign::{ClockHint, read_range};
/// let range = read_range("Noon-8", ClockHint::default()).unwrap();
/// assert_eq!((range.start, range.end), (12 * 60, 20 * 60));
/// ```
pub fn read_range(text: &str, hint: ClockHint) -> Result<TimeRange, RangeRefusal> {
    let text = text.trim();
    if let Some(range) = spreadsheet_date(text, hint) {
        return Ok(range);
    }
    let (first, last) = split(text).ok_or(RangeRefusal::NotARange)?;
    if is_twelve_m(first) || is_twelve_m(last) {
        return Err(RangeRefusal::NoonOrMidnight);
    }
    let (start, end) = (read_time(first), read_time(last));
    if let (Some(start), Some(end)) = (start, end) {
        return span(start, end, hint);
    }
    if let (Some(start), None) | (None, Some(start)) = (start, end) {
        let other = if end.is_none() { last } else { first };
        if other.trim().is_empty() {
            return Err(RangeRefusal::OneTime);
        }
        let other = stray_letter(other).ok_or(RangeRefusal::NotARange)?;
        let range = if end.is_none() { span(start, other, hint)? } else { span(other, start, hint)? };
        return Ok(TimeRange { rule: Some(Rule::StrayLetter), ..range });
    }
    Err(RangeRefusal::NotARange)
}

fn is_twelve_m(text: &str) -> bool {
    ["12m", "12 m", "12:00m", "12:00 m"].contains(&text.trim().to_lowercase().as_str())
}

/// `5l` where `5` was meant.
fn stray_letter(text: &str) -> Option<WrittenTime> {
    let text = text.trim();
    let last = text.chars().next_back().filter(|c| c.is_ascii_alphabetic() || *c == '`' || *c == '\'')?;
    let rest = &text[..text.len() - last.len_utf8()];
    let is_on_a_digit = rest.ends_with(|c: char| c.is_ascii_digit());
    (is_on_a_digit && !last.eq_ignore_ascii_case(&'m')).then(|| read_time(rest)).flatten()
}

/// The two sides of a range.
fn split(text: &str) -> Option<(&str, &str)> {
    let lower = text.to_lowercase();
    if lower.len() == text.len() {
        let trimmed = text.trim_start();
        if let Some(rest) = lower.trim_start().strip_prefix("from ") {
            return split(&trimmed[trimmed.len() - rest.len()..]);
        }
        for word in WORDS {
            if let Some(at) = lower.find(word) {
                return Some((&text[..at], &text[at + word.len()..]));
            }
        }
    }
    let at = DASHES.iter().filter_map(|dash| text.find(dash).map(|at| (at, dash.len()))).min();
    if let Some((at, length)) = at {
        return Some((&text[..at], &text[at + length..]));
    }
    // 730:1630, as one roster program writes it
    let (first, last) = text.split_once(':')?;
    let is_digits = |part: &str| (3..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (is_digits(first) && is_digits(last)).then_some((first, last))
}

/// Makes a span of two times.
///
/// # Errors
/// Where they cannot be one.
pub fn span(start: WrittenTime, end: WrittenTime, hint: ClockHint) -> Result<TimeRange, RangeRefusal> {
    let share = [start, end].iter().any(|time| time.form == TimeForm::DayShare).then_some(Rule::DayShare);
    match (start.is_known(), end.is_known()) {
        (Some(from), Some(to)) => {
            let range = close(from, to)?;
            Ok(TimeRange { rule: range.rule.or(share), ..range })
        }
        (None, Some(to)) if end.half.is_some() => half_from_end(start, end, to),
        (Some(from), None) if start.half.is_some() => half_from_start(from, end),
        // one of the two is on a 24-hour clock: so is the other
        (None, Some(to)) => close(start.minutes, to).or_else(|_| close(start.in_half(Half::Pm), to)),
        (Some(from), None) => close(from, end.minutes),
        (None, None) if hint.is_full_day && start.minutes < end.minutes => {
            Ok(TimeRange { start: start.minutes, end: end.minutes, rule: Some(Rule::FullDayClock) })
        }
        // 9-9 may be twelve hours; 10:20-10:20 is a slip
        (None, None) if start.minutes == end.minutes && !start.minutes.is_multiple_of(60) => {
            Err(RangeRefusal::Empty(start.minutes))
        }
        (None, None) => Ok(bare(start, end, hint)),
    }
}

fn close(from: u16, to: u16) -> Result<TimeRange, RangeRefusal> {
    if to == from {
        return Err(RangeRefusal::Empty(from));
    }
    if to > from {
        return Ok(TimeRange { start: from, end: to, rule: None });
    }
    if to == 0 {
        return Ok(TimeRange { start: from, end: 1440, rule: None });
    }
    let end = to + 1440;
    if end - from > LONGEST_NIGHT {
        return Err(RangeRefusal::EndsBeforeStart(from, to));
    }
    Ok(TimeRange { start: from, end, rule: Some(Rule::PastMidnight) })
}

/// `2-4pm` is 14 to 16, `11-1pm` 11 to 13, `9-5pm` 9 to 17: the latest start before the end.
fn half_from_end(start: WrittenTime, end: WrittenTime, to: u16) -> Result<TimeRange, RangeRefusal> {
    // 10-12am is a morning or an evening
    if to == 0 {
        return Err(RangeRefusal::NoonOrMidnight);
    }
    let same = start.in_half(end.half.unwrap_or(Half::Am));
    let other = start.in_half(if end.half == Some(Half::Am) { Half::Pm } else { Half::Am });
    let from = [same, other].into_iter().filter(|from| *from < to).max();
    match from {
        Some(from) => Ok(TimeRange { start: from, end: to, rule: Some(Rule::HalfFromEnd) }),
        None => close(other.max(same), to).map(|range| TimeRange { rule: Some(Rule::HalfFromEnd), ..range }),
    }
}

/// The next such time after the start.
const fn next_after(from: u16, end: WrittenTime) -> u16 {
    let of_twelve = end.minutes % 720;
    let mut to = of_twelve;
    while to <= from {
        to += 720;
    }
    to
}

fn half_from_start(from: u16, end: WrittenTime) -> Result<TimeRange, RangeRefusal> {
    let to = next_after(from, end);
    if to == from + 720 && end.minutes % 720 == from % 720 {
        return Err(RangeRefusal::Empty(from));
    }
    Ok(TimeRange { start: from, end: to, rule: Some(Rule::HalfFromStart) })
}

/// Neither time says its half of the day.
fn bare(start: WrittenTime, end: WrittenTime, hint: ClockHint) -> TimeRange {
    let morning = start.in_half(Half::Am);
    // the first slot of a grid may be at six in the morning
    let earliest = if hint.not_before == Some(0) { 6 * 60 } else { 7 * 60 };
    let day = if (earliest..12 * 60).contains(&morning) { morning } else { start.in_half(Half::Pm) };
    if let Some(bound) = hint.not_before
        && day < bound
        && start.in_half(Half::Pm) >= bound
    {
        let from = start.in_half(Half::Pm);
        return TimeRange { start: from, end: next_after(from, end), rule: Some(Rule::BareAfter) };
    }
    let to = next_after(day, end);
    // 6-2 is a long evening into the night, or an early shift: the shift that ends on its day is taken
    if to > 1440 && morning >= 4 * 60 && hint.not_before.is_none_or(|bound| bound <= morning) {
        return TimeRange { start: morning, end: next_after(morning, end), rule: Some(Rule::BareEither) };
    }
    let rule =
        if is_other_half_plausible(day, to) && hint.not_before.is_none() { Rule::BareEither } else { Rule::BareDay };
    TimeRange { start: day, end: to, rule: Some(rule) }
}

/// Whether the same range twelve hours away would also make sense in a library: `8-10` may be an evening, `9-5` may not
/// be a night, and `4-6` is never an early morning.
const fn is_other_half_plausible(start: u16, end: u16) -> bool {
    start < 720 && start + 720 >= 19 * 60 && end + 720 <= 24 * 60 && end - start < 5 * 60
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What a spreadsheet made of `9-5`: `5-Sep`, `9/5/2026`, `2026-09-05`.
fn spreadsheet_date(text: &str, hint: ClockHint) -> Option<TimeRange> {
    let (month, day) = month_and_day(text, hint.is_day_first)?;
    if !(1..=12).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    let time = |hour: u16| WrittenTime { minutes: hour % 12 * 60, half: None, form: TimeForm::Bare };
    let (first, last) = if hint.is_day_first { (day, month) } else { (month, day) };
    let range = bare(time(first), time(last), ClockHint::default());
    let other = bare(time(last), time(first), ClockHint::default());
    // 5-9 in the evening is four hours, 2-10 are eight: only what is as long as a shift may have been typed
    let length = |range: &TimeRange| range.end - range.start;
    let is_either = length(&other) <= 9 * 60 && other.start != 17 * 60;
    let rule = if is_either { Rule::SpreadsheetDateEither } else { Rule::SpreadsheetDate };
    Some(TimeRange { rule: Some(rule), ..range })
}

fn month_and_day(text: &str, is_day_first: bool) -> Option<(u16, u16)> {
    let lower = text.to_lowercase();
    let date = lower.split([' ', 't']).next().filter(|_| lower.ends_with("00:00:00") || lower.ends_with("00:00"));
    let lower = date.unwrap_or(&lower);
    let parts: Vec<&str> = lower.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let month = |part: &str| {
        MONTHS
            .iter()
            .position(|name| part.starts_with(name) && part.len() <= 9)
            .and_then(|at| u16::try_from(at + 1).ok())
    };
    let number = |part: &str| part.parse::<u16>().ok().filter(|n| (1..=31).contains(n));
    let is_year = |part: &str| part.len() == 4 && part.starts_with("20") && part.bytes().all(|b| b.is_ascii_digit());
    match parts[..] {
        [day, name] | [name, day] if number(day).is_some() && month(name).is_some() => {
            Some((month(name)?, number(day)?))
        }
        [day, name, year] if month(name).is_some() && (is_year(year) || year.len() == 2) => {
            Some((month(name)?, number(day)?))
        }
        [first, last, year] if is_year(year) && lower.contains(['/', '.', '-']) => {
            let (first, last) = (number(first)?, number(last)?);
            Some(if is_day_first { (last, first) } else { (first, last) })
        }
        [year, month, day] if is_year(year) => Some((number(month)?, number(day)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ClockHint, RangeRefusal, Rule, read_range};
    use crate::time::ClockTime;

    fn shown(text: &str, hint: ClockHint) -> String {
        match read_range(text, hint) {
            Ok(range) => {
                let rule = range.rule.map_or(String::new(), |rule| format!(" {rule:?}"));
                format!("{}-{}{rule}", ClockTime(range.start), ClockTime(range.end))
            }
            Err(refusal) => format!("{refusal:?}"),
        }
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text, ClockHint::default()), expected, "{text:?}");
    }

    #[test]
    fn written_halves_are_kept() {
        check("9:00 AM - 5:30 PM", "09:00-17:30");
        check("9am-5:30pm", "09:00-17:30");
        check("7:00 AM - 4:00 PM\n", "07:00-16:00");
        check("10 a.m.–Noon", "10:00-12:00");
        check("from 10am to 4pm", "10:00-16:00");
        check("08.30-20:00", "08:30-20:00");
        check("9-17", "09:00-17:00");
        check("730:1630", "07:30-16:30");
        check("10:00 PM - 12:00 AM", "22:00-24:00");
        check("11:30 PM - 02:00 AM", "23:30-26:00 PastMidnight");
        check("0.375-0.5", "09:00-12:00 DayShare");
    }

    #[test]
    fn a_half_written_once_holds_for_both_times_where_that_makes_a_range() {
        check("2~4PM", "14:00-16:00 HalfFromEnd");
        check("11AM~1PM", "11:00-13:00");
        check("5~7AM", "05:00-07:00 HalfFromEnd");
        check("10AM ~ noon", "10:00-12:00");
        check("1:30-4:45pm", "13:30-16:45 HalfFromEnd");
        check("12 - 6 p.m.", "12:00-18:00 HalfFromEnd");
        check("11-1pm", "11:00-13:00 HalfFromEnd");
        check("9-5pm", "09:00-17:00 HalfFromEnd");
        check("8–11 a.m.", "08:00-11:00 HalfFromEnd");
        check("9am-5", "09:00-17:00 HalfFromStart");
        check("1pm-5", "13:00-17:00 HalfFromStart");
        check("9a-12", "09:00-12:00 HalfFromStart");
    }

    #[test]
    fn bare_ranges_follow_the_day_of_a_library() {
        check("9-5", "09:00-17:00 BareDay");
        check("10-6", "10:00-18:00 BareDay");
        check("Noon-8", "12:00-20:00 HalfFromStart");
        check("12-8", "12:00-20:00 BareDay");
        check("1-5", "13:00-17:00 BareDay");
        check("12:30-8", "12:30-20:00 BareDay");
        check("9-9", "09:00-21:00 BareDay");
        check("3:30-8:", "15:30-20:00 BareDay");
        check("8-12", "08:00-12:00 BareEither");
        check("7-8:30", "07:00-08:30 BareEither");
        check("6-2", "06:00-14:00 BareEither");
        check("5:30-2", "05:30-14:00 BareEither");
        check("10-12am", "NoonOrMidnight");
        let evening = ClockHint { not_before: Some(19 * 60), ..ClockHint::default() };
        assert_eq!(shown("7-8:30", evening), "19:00-20:30 BareAfter");
    }

    #[test]
    fn what_a_spreadsheet_made_of_a_range_is_turned_back() {
        check("5-Sep", "09:00-17:00 SpreadsheetDate");
        check("2-Oct", "10:00-14:00 SpreadsheetDateEither");
        check("9/5/2026", "09:00-17:00 SpreadsheetDate");
        check("2026-09-05 00:00:00", "09:00-17:00 SpreadsheetDate");
        check("30-Sep", "NotARange");
    }

    #[test]
    fn a_slip_of_the_finger_is_repaired_and_said() {
        check("9-5l", "09:00-17:00 StrayLetter");
    }

    #[test]
    fn what_is_no_range_is_refused() {
        check("Off/8:45pm-6:15pm", "NotARange");
        check("8:45pm-6:15pm", "EndsBeforeStart(1245, 1095)");
        check("9:00PM - 5:00PM", "EndsBeforeStart(1260, 1020)");
        check("00:00-00:00", "Empty(0)");
        check("12m-5", "NoonOrMidnight");
        check("9-", "OneTime");
        for text in ["", "-", "OFF", "See below", "9-5-7", "10/12", "555-1234", "2026-2027"] {
            assert_eq!(read_range(text, ClockHint::default()), Err(RangeRefusal::NotARange), "{text}");
        }
        assert_eq!(read_range("9am-9am", ClockHint::default()), Err(RangeRefusal::Empty(540)));
        assert!(matches!(Rule::BareDay.confidence(), super::super::confidence::Confidence::Likely));
    }
}
