//! Which time does a cell name, and which span do two of them make? A bare `9` is asked about, never guessed.

use super::Cells;
use crate::problem::Code;
use crate::time::ClockTime;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether a cell says that there is nothing on that day.
#[must_use]
pub fn is_closed_word(text: &str) -> bool {
    ["closed", "close", "cl", "x", "off", "none", "-", "–", "—"].contains(&text.trim().to_lowercase().as_str())
}

/// What a spreadsheet shows as `5-Sep` or `9/5/2026` where `9-5` was typed: the range, if the cell looks like that.
fn mangled_range(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower.split(['-', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let month =
        |part: &str| part.get(..3).and_then(|start| MONTHS.iter().position(|name| *name == start)).map(|at| at + 1);
    let number = |part: &str| part.parse::<usize>().ok().filter(|n| (1..=31).contains(n));
    match parts[..] {
        [a, b] | [a, b, _] if month(b).is_some() && number(a).is_some() => {
            Some(format!("{}-{}", month(b)?, number(a)?))
        }
        [a, b] | [a, b, _] if month(a).is_some() && number(b).is_some() => {
            Some(format!("{}-{}", month(a)?, number(b)?))
        }
        [a, b, year] if year.len() == 4 && lower.contains('/') => Some(format!("{}-{}", number(a)?, number(b)?)),
        [year, m, d] if year.len() == 4 && number(m).is_some_and(|m| m <= 12) => {
            Some(format!("{}-{}", number(m)?, number(d)?))
        }
        _ => None,
    }
}

/// A few words on what is wrong with a cell that is no clock time, and what to write.
fn why_not_a_time(text: &str) -> (String, String) {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    if digits && let Ok(hour @ 1..=11) = text.parse::<u16>() {
        return (
            "morning or evening?".to_owned(),
            format!("write {} or {}", ClockTime(hour * 60), ClockTime(hour * 60 + 720)),
        );
    }
    if digits && let Ok(hour @ (0 | 12..=24)) = text.parse::<u16>() {
        return (String::new(), format!("write {}", ClockTime(hour * 60)));
    }
    let with_zero = text.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    if with_zero != text
        && let Some(time) = ClockTime::parse(&with_zero)
    {
        return ("a letter among the digits".to_owned(), format!("did you mean {time}?"));
    }
    let with_colon = if digits && (3..=4).contains(&text.len()) {
        format!("{}:{}", &text[..text.len() - 2], &text[text.len() - 2..])
    } else {
        text.replace(['.', 'h'], ":").replace(" :", ":").replace(": ", ":")
    };
    if let Some(time) = ClockTime::parse(&with_colon) {
        return (String::new(), format!("did you mean {time}?"));
    }
    if let Ok(fraction) = text.parse::<f64>()
        && (0.0..1.0).contains(&fraction)
        && text.starts_with("0.")
    {
        let hours = format!("{:.0}", fraction * 1440.0).parse::<u16>().unwrap_or(0);
        return (
            "a share of a day, as spreadsheets keep times".to_owned(),
            format!("did you mean {}?", ClockTime(hours)),
        );
    }
    if text.contains(['-', '–', '—']) || text.contains(" to ") {
        return ("two times in one cell?".to_owned(), "write the start and the end in their own columns".to_owned());
    }
    (String::new(), "write times as 09:00 or 9:00 AM".to_owned())
}

/// Whether a schedule row from one minute of its day to another is in no need of a remark: it starts on its day, ends
/// later, and is not too long.
#[must_use]
pub fn is_plain_span(from: u16, to: u16) -> bool {
    from < 1440 && from < to && !is_too_long(from, to)
}

/// Whether a schedule row is longer than people work; a whole day is leave, or meant.
fn is_too_long(from: u16, to: u16) -> bool {
    to - from > 16 * 60 && (from, to) != (0, 1440)
}

impl Cells<'_, '_> {
    /// A time that must be there.
    pub fn time(&mut self, column: usize) -> Option<u16> {
        let text = self.text(column);
        if let Some(ClockTime(minutes)) = ClockTime::parse(text) {
            return Some(minutes);
        }
        if text.is_empty() {
            self.required(column);
        } else if let Some(range) = mangled_range(text) {
            let says = format!("`{text}` is a date; a spreadsheet makes it of `{range}`");
            self.report(
                self.record
                    .problem(Code::E215, column)
                    .says(says)
                    .label(format!("was {range} typed here?"))
                    .help("write the start and the end in their own columns, as 09:00 and 17:00"),
            );
        } else {
            let (label, help) = why_not_a_time(text);
            self.report(
                self.record
                    .problem(Code::E202, column)
                    .says(format!("`{text}` is not a clock time"))
                    .label(label)
                    .help(help),
            );
        }
        None
    }

    /// The minutes of the day between two times; an end before its start is on the next day.
    pub fn span(&mut self, start: usize, end: usize) -> Option<(u16, u16)> {
        let (from, to) = (self.time(start), self.time(end));
        let (from, to) = (from?, to?);
        if from >= 1440 {
            let says = format!("the row starts at {}, on the next day", ClockTime(from));
            self.report(
                self.record
                    .problem(Code::E202, start)
                    .says(says)
                    .help(format!("write the row on the next day, from {}", ClockTime(from - 1440))),
            );
            return None;
        }
        if from == to {
            let name = self.column_name(end);
            let says = format!("the row ends when it starts, at {}", ClockTime(to));
            self.report(
                self.record
                    .problem(Code::E204, end)
                    .says(says)
                    .help(format!("if the whole day is meant, write 24:00 as `{name}`")),
            );
            return None;
        }
        if to > from {
            self.check_length(end, from, to);
            return Some((from, to));
        }
        if !self.is_night_expected(to) {
            let (first, last) = (self.column_name(start), self.column_name(end));
            let says =
                format!("the row runs past midnight, from {} to {} on the next day", ClockTime(from), ClockTime(to));
            let noon = if to < 720 {
                format!("; if {} in the evening is meant, write {}", ClockTime(to), ClockTime(to + 720))
            } else {
                String::new()
            };
            self.report(
                self.record
                    .problem(Code::W203, end)
                    .says(says)
                    .label(format!("before `{first}`"))
                    .done("it is taken to end on the next day")
                    .help(format!("if not, swap or mend `{first}` and `{last}`{noon}")),
            );
        }
        self.check_length(end, from, to + 1440);
        Some((from, to + 1440))
    }

    /// Past midnight without a warning: to midnight sharp; where a branch is open overnight; or where opening hours end
    /// by 05:00.
    fn is_night_expected(&self, to: u16) -> bool {
        let is_hours = self.record.file == super::super::canonical::HOURS.name;
        to == 0 || if is_hours { to <= 300 } else { self.context.is_open_overnight }
    }

    fn check_length(&mut self, column: usize, from: u16, to: u16) {
        let is_schedule = self.record.file == super::super::canonical::SCHEDULE.name;
        if is_schedule && is_too_long(from, to) {
            let says = format!("the row is {} long", crate::time::Minutes(i64::from(to - from)));
            self.report(
                self.record
                    .problem(Code::W326, column)
                    .says(says)
                    .help("check whether morning and evening are mixed up"),
            );
        }
    }
}
