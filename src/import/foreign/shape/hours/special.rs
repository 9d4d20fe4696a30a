//! On which dates are the hours others than usual? `2026-12-25: X, 2026-12-24: 9:00 AM-1:00 PM`, as bulk sheets have them.

use super::super::Fit;
use super::super::sheet_dates::SheetDates;
use super::day_hours::read_day_hours;
use super::rows::{one_line, push_hours};
use super::week::data_rows;
use crate::import::foreign::cell::{ClockHint, WrittenDate, read_date};
use crate::import::foreign::draft::{Draft, DraftDays};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;

/// One date of a cell, or a piece that begins with none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part<'s> {
    date: Option<(WrittenDate, &'s str)>,
    hours: String,
}

/// The special hours of a sheet. The order of day and month is settled once, for all its dates.
#[derive(Debug)]
pub struct Specials<'s> {
    sheet: &'s Sheet,
    column: Option<usize>,
    hint: ClockHint,
    dates: SheetDates,
}

impl<'s> Specials<'s> {
    /// The special hours of the column that is mapped to `special`, if there is one.
    #[must_use]
    pub fn of(
        sheet: &'s Sheet,
        fit: &Fit,
        hint: ClockHint,
        context: &ImportContext,
        reading: &mut SheetReading,
    ) -> Specials<'s> {
        let column = fit.column("special");
        let mut dates: Vec<(At, WrittenDate)> = Vec::new();
        for row in data_rows(sheet, fit) {
            let Some(column) = column else { break };
            let parts = parts(sheet.cell(row, column));
            dates.extend(parts.iter().filter_map(|part| Some((At { row, column }, part.date?.0))));
        }
        Specials { sheet, column, hint, dates: SheetDates::settle(sheet, &dates, context, reading) }
    }

    /// Adds the rows of one branch's dates.
    pub fn take(&self, row: usize, branch: &str, reading: &mut SheetReading) {
        let Some(column) = self.column else { return };
        let at = At { row, column };
        for part in parts(self.sheet.cell(row, column)) {
            let Some((date, written)) = part.date else {
                let says = format!("`{}` does not begin with a date", one_line(&part.hours));
                reading.problem(
                    self.sheet,
                    at,
                    Code::E507,
                    says,
                    "write each date as 2026-12-24: 10:00-13:00, or X for closed",
                );
                continue;
            };
            if let Some(day) = self.dates.day(self.sheet, at, (date, written), reading) {
                let hours = read_day_hours(&part.hours, self.hint);
                let written = format!("{written}: {}", part.hours);
                let base = Draft::of(at).text("branch", branch);
                push_hours(self.sheet, &base, &[DraftDays::On(day)], &written, &hours, reading);
            }
        }
    }
}

/// The dates of a cell with their hours; what follows a date without one of its own belongs to it.
fn parts(cell: &str) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for piece in cell.split([',', ';', '\n']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let dated = piece.split_once(':').and_then(|(date, hours)| Some((read_date(date)?, date.trim(), hours.trim())));
        if let Some((date, written, hours)) = dated {
            parts.push(Part { date: Some((date, written)), hours: hours.to_owned() });
        } else if let Some(part) = parts.last_mut() {
            part.hours.push_str(", ");
            part.hours.push_str(piece);
        } else {
            parts.push(Part { date: None, hours: piece.to_owned() });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context};
    use super::super::super::{Fit, Shape};
    use super::super::cases::hours_rows;
    use super::Specials;
    use crate::import::foreign::cell::{ClockHint, DateOrder};
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::reading::{ImportContext, SheetReading};
    use crate::import::foreign::sheet::Sheet;

    fn read(cell: &str, context: &ImportContext) -> SheetReading {
        let sheet = Sheet::of_rows("a.csv", &[&["Special hours"], &[cell]]);
        let fit = Fit::new(Shape::OpenSchema, Target::Hours, Some(0), 90).with(0, "Special hours", "special");
        let mut reading = SheetReading::default();
        Specials::of(&sheet, &fit, ClockHint::default(), context, &mut reading).take(1, "Main", &mut reading);
        reading
    }

    #[test]
    fn dates_are_closed_or_have_hours_of_their_own() {
        let reading = read("2019-12-25: X,2019-12-26: X,2019-12-27: 10:00-13:00", &context());
        assert_eq!(
            hours_rows(&reading),
            ["Main 2019-12-25 closed", "Main 2019-12-26 closed", "Main 2019-12-27 10:00-13:00"]
        );
        let reading = read("2024-12-25: x, 2024-12-24: 9:00 AM-1:00 PM, 2:00 PM-4:00 PM", &context());
        assert_eq!(
            hours_rows(&reading),
            ["Main 2024-12-25 closed", "Main 2024-12-24 09:00-13:00", "Main 2024-12-24 14:00-16:00"]
        );
    }

    #[test]
    fn dates_in_numbers_need_an_order() {
        assert_eq!(codes(&read("24/12/2026: x", &context())), [""; 0]);
        assert_eq!(codes(&read("5/12/2026: x", &context())), ["E503"]);
        let given = ImportContext { date_order: Some(DateOrder::DayFirst), ..context() };
        assert_eq!(hours_rows(&read("5/12/2026: x", &given)), ["Main 2026-12-05 closed"]);
    }

    #[test]
    fn what_has_no_date_or_no_hours_is_a_problem() {
        assert_eq!(codes(&read("closed at Christmas", &context())), ["E507"]);
        assert_eq!(codes(&read("2026-12-24: by appointment", &context())), ["W509"]);
        assert_eq!(codes(&read("2026-12-24: early", &context())), ["E505"]);
        assert!(read("", &context()).problems.iter().next().is_none());
    }
}
