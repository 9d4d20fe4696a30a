//! The break columns of a roster: ranges, or starts whose length was given.

use super::axis::break_header;
use super::roster::Roster;
use super::rotation::{RotationCell, rotation_cell, week_letters};
use crate::import::foreign::cell::{ClockHint, Rule, cell_word, read_range, read_time};
use crate::import::foreign::draft::{Draft, DraftDays};
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::At;
use crate::problem::Code;
use crate::time::WeekdaySet;

impl Roster<'_> {
    /// Break columns: ranges, or starts whose length was given.
    pub fn breaks(&mut self, row: usize, days: &[(usize, DraftDays)], staff: &str, reading: &mut SheetReading) {
        for mapped in self.fit.columns.iter().filter(|mapped| mapped.field == "break") {
            let Some(weekday) = break_header(&mapped.header) else { continue };
            let at = At { row, column: mapped.column };
            let day = DraftDays::Weekly(WeekdaySet::range(weekday, weekday));
            if !days.iter().any(|(_, other)| *other == day) {
                continue;
            }
            let text = self.sheet.cell(row, mapped.column);
            let cell = rotation_cell(text).unwrap_or_else(|| RotationCell { weeks: vec![vec![text.to_owned()]] });
            if !self.n_weeks.is_multiple_of(cell.n_weeks()) {
                continue;
            }
            for week in 0..self.n_weeks {
                if cell_word(cell.part(week)).is_none() {
                    let letters = if cell.n_weeks() == 1 { String::new() } else { week_letters(&[week]) };
                    self.take_break(at, cell.part(week), &letters, (day, staff), reading);
                    if cell.n_weeks() == 1 {
                        break;
                    }
                }
            }
        }
    }

    fn take_break(
        &mut self,
        at: At,
        text: &str,
        weeks: &str,
        (day, staff): (DraftDays, &str),
        reading: &mut SheetReading,
    ) {
        let range = match (read_range(text, ClockHint::default()), read_time(text), self.context.break_minutes) {
            (Ok(range), ..) => Some((range.start, range.end)),
            (Err(_), Some(time), Some(minutes)) => time.is_known().map(|start| (start, start + minutes)),
            (Err(_), Some(_), None) => {
                if !std::mem::replace(&mut self.has_asked_for_break, true) {
                    reading.problem(
                        self.sheet,
                        at,
                        Code::W518,
                        format!(
                            "`{text}`: the break has a start and no length, here and in other cells of these columns"
                        ),
                        "say how long such breaks are: --break-minutes 60",
                    );
                }
                None
            }
            (Err(refusal), None, _) => {
                reading.refuse_text(self.sheet, at, text, refusal);
                None
            }
        };
        let Some((start, end)) = range else { return };
        let meal = Draft::of(at)
            .days(day)
            .between(start, end)
            .text("staff", staff)
            .text("week", weeks)
            .text("activity", "meal");
        let is_within = reading.drafts.iter().any(|shift| {
            shift.get("staff") == staff
                && shift.days == day
                && shift.span.is_some_and(|(from, to)| from <= start && end <= to)
        });
        if is_within {
            reading.assume(Rule::BreakLength, at, text, || shown(start, end), u32::from(end - start));
            reading.push(meal);
        }
    }
}
