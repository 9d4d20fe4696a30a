//! What do the readers of JSON share? The text as a sheet of lines, and problems that name the path of a value.

use super::super::json_place::JsonPlaces;
use super::day_hours::{DayHours, is_in_order, read_day_pair};
use super::rows::{one_line, push_hours};
use crate::import::foreign::cell::{ClockHint, RangeRefusal};
use crate::import::foreign::draft::{Draft, DraftDays};
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use serde_json::Value;

pub use super::super::json_place::{item, key};

/// A JSON text, its values and their places.
#[derive(Clone, Debug)]
pub struct JsonSource {
    /// The text, one row a line.
    pub sheet: Sheet,
    places: JsonPlaces,
}

impl JsonSource {
    /// The text of a file; it is known to be JSON.
    #[must_use]
    pub fn of(file: &str, text: &str) -> JsonSource {
        JsonSource { sheet: lines(file, text), places: JsonPlaces::of(text) }
    }

    /// The line of a value.
    #[must_use]
    pub fn at(&self, path: &str) -> At {
        At { row: self.places.line(path), column: 0 }
    }

    /// Adds a problem about a value.
    pub fn problem(&self, path: &str, code: Code, says: String, help: &str, reading: &mut SheetReading) {
        reading.problem(&self.sheet, self.at(path), code, says, help);
    }

    /// Says that a value is not there.
    pub fn missing(&self, path: &str, reading: &mut SheetReading) {
        self.problem(path, Code::E504, format!("`{path}` is missing"), "export the file again, whole", reading);
    }

    /// The text of a key; a problem where there is none.
    pub fn text<'v>(&self, value: &'v Value, path: &str, name: &str, reading: &mut SheetReading) -> Option<&'v str> {
        let text = value.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.missing(&key(path, name), reading);
        }
        text
    }

    /// Adds the rows of some days, or the problem in their place, with its path.
    pub fn push(
        &self,
        path: &str,
        base: &Draft,
        days: &[DraftDays],
        written: &str,
        hours: &DayHours,
        reading: &mut SheetReading,
    ) {
        let written = one_line(written);
        match hours {
            DayHours::Open(_) | DayHours::Closed => push_hours(&self.sheet, base, days, &written, hours, reading),
            DayHours::Blank | DayHours::Unknown => {
                let says = format!("`{path}` says `{written}`: open or closed is not known");
                self.problem(path, Code::W509, says, "find out the hours, and add them to library-hours.csv", reading);
            }
            DayHours::Refused(refusal) => {
                let code = if matches!(refusal, RangeRefusal::EndsBeforeStart(..)) { Code::E506 } else { Code::E505 };
                let says = match refusal {
                    RangeRefusal::EndsBeforeStart(..) => {
                        format!("`{path}` says `{written}`, which ends before it starts")
                    }
                    RangeRefusal::Empty(_) => format!("`{path}` says `{written}`: all day, or nothing?"),
                    _ => format!("`{path}` says `{written}`, which is not a time range"),
                };
                self.problem(path, code, says, "check the two times, am and pm", reading);
            }
        }
    }
}

/// A text as a sheet of one column, a row for each line.
#[must_use]
pub fn lines(file: &str, text: &str) -> Sheet {
    let mut sheet = Sheet::new(file, "");
    for line in text.split('\n') {
        sheet.push_cell(line);
        sheet.end_row();
    }
    sheet
}

/// Finds the values that pass a test, wherever they stand, with their paths.
pub fn find<'v>(value: &'v Value, path: &str, is_one: fn(&Value) -> bool, found: &mut Vec<(String, &'v Value)>) {
    if is_one(value) {
        found.push((path.to_owned(), value));
    }
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, one)| find(one, &item(path, n), is_one, found));
        }
        Value::Object(map) => map.iter().for_each(|(name, one)| find(one, &key(path, name), is_one, found)),
        _ => {}
    }
}

/// The intervals of one day, each from one text to another.
#[must_use]
pub fn intervals(pairs: &[(&str, &str)], hint: ClockHint) -> DayHours {
    let mut ranges = Vec::new();
    for (from, to) in pairs {
        match read_day_pair(from, to, hint) {
            DayHours::Open(more) => ranges.extend(more),
            other if pairs.len() == 1 => return other,
            DayHours::Refused(refusal) => return DayHours::Refused(refusal),
            _ => return DayHours::Refused(RangeRefusal::NotARange),
        }
    }
    ranges.sort_by_key(|range| range.start);
    if ranges.is_empty() {
        DayHours::Blank
    } else if is_in_order(&ranges) {
        DayHours::Open(ranges)
    } else {
        DayHours::Refused(RangeRefusal::NotARange)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::codes;
    use super::super::cases::hours_rows;
    use super::{JsonSource, intervals};
    use crate::import::foreign::cell::ClockHint;
    use crate::import::foreign::draft::{Draft, DraftDays};
    use crate::import::foreign::reading::SheetReading;
    use crate::time::WeekdaySet;

    #[test]
    fn intervals_are_put_in_order_and_may_not_overlap() {
        let source = JsonSource::of("a.json", "{\n\"a\": 1}");
        let mut reading = SheetReading::default();
        let days = [DraftDays::Weekly(WeekdaySet::range(0, 0))];
        for pairs in
            [&[("1pm", "5pm"), ("9am", "12pm")][..], &[("9am", "1pm"), ("12pm", "5pm")], &[("9pm", "5pm")], &[]]
        {
            let hours = intervals(pairs, ClockHint::default());
            source.push("a", &Draft::of(source.at("a")), &days, "hours", &hours, &mut reading);
        }
        assert_eq!(hours_rows(&reading), ["Mon 09:00-12:00", "Mon 13:00-17:00"]);
        assert_eq!(codes(&reading), ["E505", "E506", "W509"]);
        assert!(reading.problems.iter().all(|problem| problem.location.line == 2 && problem.message.contains("`a`")));
    }
}
