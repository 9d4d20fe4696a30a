//! What are the hours of a branch on the seven days of its week, as a row of cells says them?

use super::super::Fit;
use super::super::ranges::is_full_day;
use super::super::who;
use super::branches::say_no_hours;
use super::day_columns::{Side, field_side};
use super::day_hours::{DayHours, read_day_hours, read_day_pair};
use super::rows::{push_hours, week_days};
use crate::import::foreign::cell::{ClockHint, DateOrder, Rule};
use crate::import::foreign::draft::Draft;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::time::WeekdaySet;

/// The cells of one day, or of one of its intervals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct DayCells {
    weekday: usize,
    first: usize,
    close: Option<usize>,
}

/// The days of a week in the columns of a sheet.
#[derive(Debug)]
pub struct Week<'s> {
    sheet: &'s Sheet,
    fit: &'s Fit,
    days: Vec<DayCells>,
    /// What all its times together say about them.
    pub hint: ClockHint,
    says_closed: bool,
}

/// What one day's cells say, and where.
struct Said {
    weekday: usize,
    at: At,
    written: String,
    hours: DayHours,
}

/// Rows below the header that hold something, and are not the header once more.
pub fn data_rows<'s>(sheet: &'s Sheet, fit: &'s Fit) -> impl Iterator<Item = usize> + 's {
    let is_header = move |row: usize| {
        let mut columns = fit.columns.iter();
        !fit.columns.is_empty()
            && columns.all(|mapped| !mapped.header.is_empty() && sheet.cell(row, mapped.column) == mapped.header)
    };
    who::data_rows(sheet, fit).into_iter().filter(move |row| !is_header(*row))
}

impl<'s> Week<'s> {
    /// The week of the columns that are mapped to days.
    #[must_use]
    pub fn of(sheet: &'s Sheet, fit: &'s Fit, context: &ImportContext) -> Week<'s> {
        let mut week = Week::unread(sheet, fit);
        let cells = || {
            let columns = week.columns();
            data_rows(sheet, fit)
                .flat_map(move |row| columns.clone().into_iter().map(move |column| sheet.cell(row, column)))
        };
        let hint = ClockHint {
            is_full_day: is_full_day(cells()),
            is_day_first: context.date_order == Some(DateOrder::DayFirst),
            ..ClockHint::default()
        };
        let says_closed = cells().any(|cell| read_day_hours(cell, hint) == DayHours::Closed);
        week.hint = hint;
        week.says_closed = says_closed;
        week
    }

    /// The same before its cells were looked at.
    #[must_use]
    pub fn unread(sheet: &'s Sheet, fit: &'s Fit) -> Week<'s> {
        let mut sides: Vec<(usize, Side, usize)> = fit
            .columns
            .iter()
            .filter_map(|mapped| field_side(&mapped.field).map(|(weekday, side)| (weekday, side, mapped.column)))
            .collect();
        sides.sort_by_key(|(weekday, _, column)| (*weekday, *column));
        let mut closes: Vec<(usize, usize)> = sides
            .iter()
            .filter(|(_, side, _)| *side == Side::Close)
            .map(|(weekday, _, column)| (*weekday, *column))
            .collect();
        let mut days = Vec::new();
        for (weekday, side, first) in sides.into_iter().filter(|(_, side, _)| *side != Side::Close) {
            let close = closes.iter().position(|(day, _)| side == Side::Open && *day == weekday);
            days.push(DayCells { weekday, first, close: close.map(|at| closes.remove(at).1) });
        }
        Week { sheet, fit, days, hint: ClockHint::default(), says_closed: false }
    }

    /// The same with other days of the week: the first is that of the first column.
    #[must_use]
    pub fn starting_on(mut self, weekday: usize) -> Week<'s> {
        self.days.iter_mut().for_each(|day| day.weekday = (day.weekday + weekday) % 7);
        self.days.sort_unstable();
        self
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> Vec<usize> {
        self.days.iter().flat_map(|day| std::iter::once(day.first).chain(day.close)).collect()
    }

    /// How many of the days of a row can be read, and how many hold something.
    #[must_use]
    pub fn n_readable(&self, row: usize) -> (usize, usize) {
        let said = self.days.iter().map(|day| self.said(row, *day).hours).filter(|hours| *hours != DayHours::Blank);
        said.fold((0, 0), |(read, all), hours| (read + usize::from(!matches!(hours, DayHours::Refused(_))), all + 1))
    }

    /// For how many minutes each day of a row is open.
    #[must_use]
    pub fn minutes(&self, row: usize) -> [u32; 7] {
        let mut minutes = [0; 7];
        for day in &self.days {
            if let DayHours::Open(ranges) = self.said(row, *day).hours {
                minutes[day.weekday % 7] += ranges.iter().map(|range| u32::from(range.end - range.start)).sum::<u32>();
            }
        }
        minutes
    }

    fn said(&self, row: usize, day: DayCells) -> Said {
        let at = At { row, column: day.first };
        let open = self.sheet.cell(row, day.first);
        let (written, hours) = match day.close.map(|column| self.sheet.cell(row, column)) {
            Some(close) => (format!("{open} to {close}"), read_day_pair(open, close, self.hint)),
            None => (open.to_owned(), read_day_hours(open, self.hint)),
        };
        Said { weekday: day.weekday, at, written, hours }
    }

    /// Whether no day of a row holds anything.
    #[must_use]
    pub fn is_blank(&self, row: usize) -> bool {
        self.columns().into_iter().all(|column| self.sheet.cell(row, column).is_empty())
    }

    /// Adds the rows of a branch. A blank day is closed where the sheet writes closed in no other way; where it does,
    /// a blank is not known.
    pub fn take(&mut self, row: usize, branch: &str, reading: &mut SheetReading) {
        let Some(first) = self.days.first() else { return };
        if self.is_blank(row) {
            return say_no_hours(self.sheet, self.fit, At { row, column: first.first }, branch, reading);
        }
        for weekday in 0..7 {
            let cells = self.days.iter().filter(|day| day.weekday == weekday);
            let mut said: Vec<Said> = cells.map(|day| self.said(row, *day)).collect();
            // the second interval of a day is often blank
            if said.iter().any(|one| one.hours != DayHours::Blank) {
                said.retain(|one| one.hours != DayHours::Blank);
            } else {
                said.truncate(1);
            }
            said.into_iter().for_each(|one| self.push(branch, one, reading));
        }
    }

    fn push(&mut self, branch: &str, mut said: Said, reading: &mut SheetReading) {
        if said.hours == DayHours::Blank && !self.says_closed {
            reading.assume(Rule::BlankClosed, said.at, "", || "closed".to_owned(), 0);
            said.hours = DayHours::Closed;
        }
        let days = week_days(WeekdaySet::range(said.weekday, said.weekday));
        let base = Draft::of(said.at).text("branch", branch);
        push_hours(self.sheet, &base, &days, &said.written, &said.hours, reading);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::context;
    use super::super::super::{Fit, Shape};
    use super::super::cases::hours_rows;
    use super::Week;
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::reading::SheetReading;
    use crate::import::foreign::sheet::Sheet;

    fn fit(fields: &[&str]) -> Fit {
        let fit = Fit::new(Shape::HoursColumns, Target::Hours, None, 0);
        fields.iter().enumerate().fold(fit, |fit, (column, field)| fit.with(column, "", field))
    }

    #[test]
    fn a_day_may_have_two_pairs_of_columns_and_the_second_may_be_blank() {
        let sheet = Sheet::of_rows("a.csv", &[&["9:00", "12:00", "13:00", "17:00", "9:00", "17:00", "", ""]]);
        let fields =
            ["mon_open", "mon_close", "mon_open", "mon_close", "tue_open", "tue_close", "tue_open", "tue_close"];
        let fit = fit(&fields);
        let mut reading = SheetReading::default();
        let mut week = Week::of(&sheet, &fit, &context());
        week.take(0, "Main", &mut reading);
        assert_eq!(hours_rows(&reading), ["Main Mon 09:00-12:00", "Main Mon 13:00-17:00", "Main Tue 09:00-17:00"]);
    }

    #[test]
    fn a_week_may_start_on_another_day() {
        let sheet = Sheet::of_rows("a.csv", &[&["1-5", "9-5"]]);
        let fit = fit(&["mon", "tue"]);
        let mut reading = SheetReading::default();
        Week::of(&sheet, &fit, &context()).starting_on(6).take(0, "Main", &mut reading);
        assert_eq!(hours_rows(&reading), ["Main Mon 09:00-17:00", "Main Sun 13:00-17:00"]);
    }
}
