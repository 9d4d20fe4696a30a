//! Which days are the dates of a sheet? Their order of day and month is settled once, for all of them.

use super::list::ask_for_order;
use crate::import::foreign::cell::{
    DateFrame, DateRefusal, OrderFound, Rule, WrittenDate, find_order, read_month, read_weekday,
};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::{Day, WEEKDAY_NAMES};

/// How the dates of a sheet are read.
#[derive(Clone, Copy, Debug)]
pub struct SheetDates {
    frame: DateFrame,
}

impl SheetDates {
    /// Settles the order of day and month from all dates, in the order in which they stand. Where nothing proves it, it
    /// is asked for, once; the dates that need it then have no day.
    #[must_use]
    pub fn settle(
        sheet: &Sheet,
        dates: &[(At, WrittenDate)],
        context: &ImportContext,
        reading: &mut SheetReading,
    ) -> SheetDates {
        let mut frame = DateFrame { order: context.date_order, period: context.period, today: context.today };
        let Some((at, _)) = dates.iter().find(|(_, date)| matches!(date, WrittenDate::Numbers { .. })) else {
            return SheetDates { frame };
        };
        let written = sheet.cell(at.row, at.column);
        if let Some(order) = frame.order {
            reading.assume(Rule::DateOrderGiven, *at, written, || order.name().to_owned(), 0);
            return SheetDates { frame };
        }
        match find_order(&dates.iter().map(|(_, date)| *date).collect::<Vec<WrittenDate>>()) {
            OrderFound::NotNeeded => {}
            OrderFound::Proved(order, why) => {
                frame.order = Some(order);
                reading.date_order = Some(order);
                reading.remarks.push(format!("dates are {}: {why}", order.name()));
                reading.assume(Rule::DateOrder, *at, written, || format!("{} ({why})", order.name()), 0);
            }
            found => ask_for_order(sheet, *at, found, reading),
        }
        SheetDates { frame }
    }

    /// The same for a date that comes after another: one without a year is in the year that begins there.
    #[must_use]
    pub fn after(self, first: Day) -> SheetDates {
        SheetDates { frame: DateFrame { period: Some((first, first.plus(364))), ..self.frame } }
    }

    /// The day of a date. A date that is none, or is on another day of the week than its text says, is a problem.
    pub fn day(
        &self,
        sheet: &Sheet,
        at: At,
        (date, written): (WrittenDate, &str),
        reading: &mut SheetReading,
    ) -> Option<Day> {
        let says = match self.frame.day(date) {
            Ok((day, is_filled)) => match weekday_within(written).filter(|weekday| *weekday != day.weekday()) {
                None => {
                    if is_filled {
                        reading.assume(Rule::YearFromPeriod, at, written, || day.to_string(), 0);
                    }
                    return Some(day);
                }
                Some(weekday) => disagreement(written, day, weekday),
            },
            Err(DateRefusal::OtherWeekday(day, weekday)) => disagreement(written, day, weekday),
            Err(DateRefusal::NoSuchDay) => format!("`{written}` is no date of the calendar"),
            // asked for already, for all dates of the sheet
            Err(DateRefusal::WhichOrder) => return None,
        };
        reading.problem(sheet, at, Code::E507, says, "mend the date or the day of the week");
        None
    }
}

fn disagreement(written: &str, day: Day, weekday: usize) -> String {
    let (said, is) = (WEEKDAY_NAMES[weekday % 7], WEEKDAY_NAMES[day.weekday()]);
    format!("`{written}` says {said}, and {day} is a {is}")
}

/// The day of the week that stands beside a date.
fn weekday_within(text: &str) -> Option<usize> {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 3);
    words.find_map(|word| if read_month(word).is_none() { read_weekday(word) } else { None })
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context, n_assumed, sheet};
    use super::SheetDates;
    use crate::import::foreign::cell::{DateOrder, Rule, WrittenDate, read_date};
    use crate::import::foreign::reading::{ImportContext, SheetReading};
    use crate::import::foreign::sheet::At;

    fn days(texts: &[&str], context: &ImportContext) -> (Vec<String>, SheetReading) {
        let sheet = sheet(texts);
        let mut reading = SheetReading::default();
        let dates: Vec<(At, WrittenDate)> = texts
            .iter()
            .enumerate()
            .filter_map(|(row, text)| Some((At { row, column: 0 }, read_date(text)?)))
            .collect();
        let settled = SheetDates::settle(&sheet, &dates, context, &mut reading);
        let mut days = Vec::new();
        for (at, date) in dates {
            let day = settled.day(&sheet, at, (date, texts[at.row]), &mut reading);
            days.push(day.map_or("none".to_owned(), |day| day.to_string()));
        }
        (days, reading)
    }

    #[test]
    fn the_order_is_proved_by_one_date_for_all() {
        let (days, reading) = days(&["10/5/2026", "10/13/2026"], &context());
        assert_eq!(days, ["2026-10-05", "2026-10-13"]);
        assert_eq!(n_assumed(&reading, Rule::DateOrder), 1);
    }

    #[test]
    fn an_order_that_nothing_proves_is_asked_for_once() {
        let (none, reading) = days(&["10/5/2026", "10/6/2026"], &context());
        assert_eq!((none.join(" "), codes(&reading)), ("none none".to_owned(), vec!["E503"]));
        let given = ImportContext { date_order: Some(DateOrder::DayFirst), ..context() };
        assert_eq!(days(&["10/5/2026"], &given).0, ["2026-05-10"]);
    }

    #[test]
    fn a_date_on_another_day_of_the_week_is_a_problem() {
        let (days, reading) = days(&["Tue 5 October 2026", "Mon 5 October 2026"], &context());
        assert_eq!(days, ["none", "2026-10-05"]);
        assert_eq!(codes(&reading), ["E507"]);
    }
}
