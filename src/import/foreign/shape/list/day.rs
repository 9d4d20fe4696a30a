//! On which day is a row of a list? Its date, or else its day of the week.

use super::row::RowMaker;
use crate::import::foreign::cell::{Rule, read_date_time, read_weekdays};
use crate::import::foreign::draft::DraftDays;
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::sheet::At;
use crate::problem::Code;
use crate::time::{Day, WEEKDAY_NAMES, WeekdaySet};

impl RowMaker<'_> {
    /// The day of a row.
    pub fn days(&mut self, row: usize, reading: &mut SheetReading) -> Option<DraftDays> {
        if let Some(column) = self.fit.column("date").filter(|column| !self.sheet.cell(row, *column).is_empty()) {
            return self.date(At { row, column }, reading).map(DraftDays::On);
        }
        if let Some(column) = self.fit.column("day") {
            return self.weekdays(At { row, column }, reading).map(DraftDays::Weekly);
        }
        let at = self.at(row, &["start", "date"]);
        self.date(at, reading).map(DraftDays::On)
    }

    /// The date of a cell.
    pub fn date(&mut self, at: At, reading: &mut SheetReading) -> Option<Day> {
        let text = self.sheet.cell(at.row, at.column);
        let frame = self.frame;
        let day = *self.dates.entry(text).or_insert_with(|| read_date_time(text).map(|(date, _)| frame.day(date)));
        match day {
            Some(Ok((day, is_filled))) => {
                if is_filled {
                    reading.assume(Rule::YearFromPeriod, at, text, || day.to_string(), 0);
                }
                Some(day)
            }
            Some(Err(refusal)) => {
                let says = refusal.in_words(text);
                reading.problem(self.sheet, at, Code::E507, says, "mend the date");
                None
            }
            None => {
                let says =
                    if text.is_empty() { "the row has no day".to_owned() } else { format!("`{text}` is not a date") };
                reading.problem(self.sheet, at, Code::E507, says, "write it as 2026-10-05");
                None
            }
        }
    }

    fn weekdays(&mut self, at: At, reading: &mut SheetReading) -> Option<WeekdaySet> {
        let text = self.sheet.cell(at.row, at.column);
        if let Ok(number @ 0..=7) = text.parse::<usize>() {
            let Some(start) = self.context.week_start else {
                if !std::mem::replace(&mut self.asked_for_week_start, true) {
                    reading.problem(
                        self.sheet,
                        at,
                        Code::E507,
                        format!("day `{text}`: nothing in the file says which day of the week has which number"),
                        "say which day is 0: --week-start sunday or --week-start monday",
                    );
                }
                return None;
            };
            let day = (start + number) % 7;
            reading.assume(Rule::DayNumbers, at, text, || WEEKDAY_NAMES[day].to_owned(), 0);
            return Some(WeekdaySet::range(day, day));
        }
        let days = read_weekdays(text);
        if days.is_none() {
            let says = if text.is_empty() {
                "the row has no day".to_owned()
            } else {
                format!("`{text}` is not a day of the week")
            };
            reading.problem(self.sheet, at, Code::E507, says, "write it as Mon or Monday");
        }
        days
    }
}
