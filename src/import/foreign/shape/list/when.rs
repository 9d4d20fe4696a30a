//! From when to when is a row of a list? Two cells, one cell, or a start and a length; or a word in their place.

use super::breaks;
use super::fit::within;
use super::row::RowMaker;
use crate::import::foreign::cell::{
    CellWord, ClockHint, RangeRefusal, Rule, TimeRange, WrittenTime, cell_word, read_date_time, read_range, span,
};
use crate::import::foreign::draft::DraftDays;
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::At;
use crate::problem::Code;

/// The times of a row, or the word in their place.
pub enum When {
    /// These spans.
    Spans(Vec<TimeRange>),
    /// A word.
    Word(CellWord),
    /// From midnight to midnight, on so many days.
    WholeDays(i32),
}

impl RowMaker<'_> {
    /// From when to when, or the word in its place.
    pub fn when(&mut self, row: usize, days: DraftDays, reading: &mut SheetReading) -> Option<When> {
        let (start_field, end_field) =
            if self.fit.column("open").is_some() { ("open", "close") } else { ("start", "end") };
        let Some(first) = self.fit.column(start_field) else { return self.when_in_one_cell(row, reading) };
        let at = At { row, column: first };
        let text = self.sheet.cell(row, first);
        let end_text = self.text(row, end_field);
        if let Some(word) = cell_word(text)
            && (cell_word(end_text).is_some() || self.fit.column(end_field).is_none())
        {
            return Some(When::Word(word));
        }
        let start = self.time(at, reading)?;
        let Some(last) = self.fit.column(end_field).filter(|column| !self.sheet.cell(row, *column).is_empty()) else {
            return self.with_duration(row, start, reading).map(|range| When::Spans(vec![range]));
        };
        let end = self.time(At { row, column: last }, reading)?;
        match span(start, end, self.clock) {
            Ok(range) => {
                if range.rule.is_some() {
                    reading.assume_range(range, at, &format!("{text} to {end_text}"));
                }
                breaks::check_length(self.sheet, self.fit, row, range, reading);
                self.until(row, days, range, reading).map(|range| When::Spans(vec![range]))
            }
            Err(RangeRefusal::Empty(0)) if self.n_days(row, days, reading) > 0 => {
                Some(When::WholeDays(self.n_days(row, days, reading)))
            }
            Err(refusal) => {
                self.refuse_pair(at, text, end_text, refusal, reading);
                None
            }
        }
    }

    /// How many days lie between the date of the start and that of the end.
    fn n_days(&mut self, row: usize, days: DraftDays, reading: &mut SheetReading) -> i32 {
        let (DraftDays::On(day), Some(column)) = (days, self.fit.column("end_date")) else { return 0 };
        if self.sheet.cell(row, column).is_empty() {
            return 0;
        }
        self.date(At { row, column }, reading).map_or(0, |last| (last.0 - day.0).clamp(0, 366))
    }

    fn refuse_pair(&self, at: At, start: &str, end: &str, refusal: RangeRefusal, reading: &mut SheetReading) {
        let (code, says) = match refusal {
            RangeRefusal::EndsBeforeStart(..) => {
                (Code::E506, format!("the row starts at `{start}` and ends at `{end}`"))
            }
            RangeRefusal::Empty(_) => {
                (Code::E505, format!("the row starts at `{start}` and ends at `{end}`: all day, or nothing?"))
            }
            _ => (Code::E505, format!("`{start}` to `{end}` is not a time range")),
        };
        reading.problem(self.sheet, at, code, says, "check the two times, am and pm");
    }

    /// An end date, where the row has one: the day of the start, or the day after it.
    fn until(
        &mut self,
        row: usize,
        days: DraftDays,
        range: TimeRange,
        reading: &mut SheetReading,
    ) -> Option<TimeRange> {
        let (DraftDays::On(day), Some(column)) = (days, self.fit.column("end_date")) else { return Some(range) };
        let at = At { row, column };
        if self.sheet.cell(row, column).is_empty() {
            return Some(range);
        }
        let last = self.date(at, reading)?;
        match (last.0 - day.0, range.end > 1440) {
            (0, _) | (1, true) => Some(range),
            (1, false) if range.end == 1440 => Some(range),
            (1, false) if range.end < range.start + 720 => Some(TimeRange { end: range.end + 1440, ..range }),
            _ => {
                let says = format!("the row starts on {day} and ends on {last}");
                reading.problem(self.sheet, at, Code::E506, says, "write one row for each day");
                None
            }
        }
    }

    fn when_in_one_cell(&mut self, row: usize, reading: &mut SheetReading) -> Option<When> {
        let at = self.at(row, &["times"]);
        let text = self.sheet.cell(at.row, at.column);
        if let Some(word) = cell_word(text) {
            return Some(When::Word(word));
        }
        let parts: Vec<&str> = text.split([',', ';', '\n']).map(within).collect();
        let mut ranges: Vec<TimeRange> = Vec::new();
        for part in parts {
            let clock = ClockHint { not_before: ranges.last().map(|range| range.end), ..self.clock };
            match read_range(part, clock) {
                Ok(range) => {
                    reading.assume_range(range, at, part);
                    ranges.push(range);
                }
                Err(refusal) => {
                    reading.refuse(self.sheet, at, refusal);
                    return None;
                }
            }
        }
        Some(When::Spans(ranges))
    }

    /// One time; the date before it, if the cell holds one, was read already.
    pub fn time(&mut self, at: At, reading: &mut SheetReading) -> Option<WrittenTime> {
        let text = self.sheet.cell(at.row, at.column);
        if let Some(time) = self.times.read(text) {
            return Some(time);
        }
        let rest = read_date_time(text).map(|(_, rest)| rest.trim_end_matches('Z'));
        if let Some(time) = rest.and_then(|rest| self.times.read(if rest.is_empty() { "00:00" } else { rest })) {
            return Some(time);
        }
        let says = if text.is_empty() { "the time is blank".to_owned() } else { format!("`{text}` is not a time") };
        reading.problem(self.sheet, at, Code::E505, says, "write it as 9:00 AM or 09:00");
        None
    }

    fn with_duration(&self, row: usize, start: WrittenTime, reading: &mut SheetReading) -> Option<TimeRange> {
        if let Some(column) = self.fit.column("end").or_else(|| self.fit.column("close")) {
            let at = At { row, column };
            reading.problem(self.sheet, at, Code::E505, "the row has no end", "fill in the end; no length is made up");
            return None;
        }
        let at = self.at(row, &["duration", "end", "close", "start"]);
        let written = self.text(row, "duration");
        let minutes = breaks::minutes(written, self.fit, "duration").filter(|minutes| (1..=1440).contains(minutes));
        let from = start.is_known().or_else(|| self.clock.is_full_day.then_some(start.minutes));
        let Some((from, minutes)) = from.zip(minutes) else {
            let says = match (from, written.is_empty()) {
                (Some(_), true) => "the row has no end".to_owned(),
                (Some(_), false) => format!("`{written}` is not a length of time"),
                (None, _) => "the start does not say morning or evening".to_owned(),
            };
            reading.problem(
                self.sheet,
                at,
                Code::E505,
                says,
                "write the start with am or pm, and the end or the length",
            );
            return None;
        };
        let range = TimeRange { start: from, end: from + minutes, rule: Some(Rule::EndFromLength) };
        reading.assume(Rule::EndFromLength, at, written, || shown(range.start, range.end), u32::from(minutes));
        Some(range)
    }
}
