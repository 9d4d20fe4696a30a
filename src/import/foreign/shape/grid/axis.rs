//! Which days do the headers of a grid name? Days of the week or dates, perhaps with a word beside them.

use crate::import::foreign::cell::{
    DateFrame, OrderFound, Rule, WrittenDate, find_order, read_date, read_month, read_weekday,
};
use crate::import::foreign::draft::DraftDays;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::{Day, WeekdaySet};

/// What one header names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayHeader {
    /// A day of the week.
    Weekday(usize),
    /// A date.
    Date(WrittenDate),
}

/// Words beside a day that change nothing.
const FILLERS: [&str; 7] = ["hours", "hrs", "shift", "shifts", "time", "times", "schedule"];

/// The day that a header names.
#[must_use]
pub fn day_header(text: &str) -> Option<DayHeader> {
    if let Some(weekday) = read_weekday(text) {
        return Some(DayHeader::Weekday(weekday));
    }
    if let Some(date) = read_date(text) {
        return Some(DayHeader::Date(date));
    }
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let rest: Vec<&str> =
        words.iter().copied().filter(|word| !FILLERS.contains(&word.to_lowercase().as_str())).collect();
    match rest[..] {
        [day] if rest.len() < words.len() => read_weekday(day).map(DayHeader::Weekday),
        _ => None,
    }
}

/// The weekday of a break column: `monday-break`, `Tue lunch`.
#[must_use]
pub fn break_header(text: &str) -> Option<usize> {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let is_break = |word: &str| ["break", "lunch", "meal"].contains(&word);
    match &words[..] {
        [day, word] if is_break(word) => read_weekday(day),
        [word, day] if is_break(word) => read_weekday(day),
        _ => None,
    }
}

/// The columns of a header row that name days.
#[must_use]
pub fn day_columns(sheet: &Sheet, row: usize) -> Vec<(usize, DayHeader)> {
    let found: Vec<(usize, DayHeader)> =
        (0..sheet.n_cells(row)).filter_map(|column| Some((column, day_header(sheet.cell(row, column))?))).collect();
    if found.is_empty() { days_of_a_month(sheet, row) } else { found }
}

/// The fewest numbers that are the days of a month.
const FEWEST_OF_A_MONTH: usize = 14;

/// `1, 2, 3, …` below a title such as `October 2026`: the days of that month.
fn days_of_a_month(sheet: &Sheet, row: usize) -> Vec<(usize, DayHeader)> {
    let number = |column: usize| sheet.cell(row, column).parse::<u32>().ok().filter(|day| (1..=31).contains(day));
    let numbers: Vec<(usize, u32)> =
        (0..sheet.n_cells(row)).filter_map(|column| Some((column, number(column)?))).collect();
    let is_a_run = numbers.windows(2).all(|two| two[1].1 == two[0].1 + 1);
    if numbers.len() < FEWEST_OF_A_MONTH || !is_a_run {
        return Vec::new();
    }
    let Some((year, month)) = month_above(sheet, row) else { return Vec::new() };
    let header = |day: u32| Day::from_ymd(year, month, day).map(|day| DayHeader::Date(WrittenDate::Known(day)));
    numbers.into_iter().filter_map(|(column, day)| Some((column, header(day)?))).collect()
}

/// The month and year that a title above a row names, or the sheet, or the file.
fn month_above(sheet: &Sheet, row: usize) -> Option<(i32, u32)> {
    let titles = (0..=row).flat_map(|row| sheet.row(row).map(ToOwned::to_owned));
    let mut texts = titles.chain([sheet.name.clone(), sheet.file.clone()]);
    texts.find_map(|text| {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let year = |word: &str| word.parse::<i32>().ok().filter(|year| (2000..2100).contains(year));
        words.windows(2).find_map(|two| {
            let pair = |month: &str, number: &str| Some((year(number)?, read_month(month)?));
            pair(two[0], two[1]).or_else(|| pair(two[1], two[0]))
        })
    })
}

/// The days of the columns of a header row. Dates whose order of day and month nothing proves are asked about, once.
#[must_use]
pub fn settle_days(
    sheet: &Sheet,
    row: usize,
    columns: &[(usize, DayHeader)],
    context: &ImportContext,
    reading: &mut SheetReading,
) -> Vec<(usize, DraftDays)> {
    let dates: Vec<WrittenDate> = columns
        .iter()
        .filter_map(|(_, day)| if let DayHeader::Date(date) = day { Some(*date) } else { None })
        .collect();
    let mut frame = DateFrame { order: context.date_order, period: context.period, today: context.today };
    let first = columns.iter().find(|(_, day)| matches!(day, DayHeader::Date(WrittenDate::Numbers { .. })));
    if let (None, Some((column, _))) = (frame.order, first) {
        let at = At { row, column: *column };
        match find_order(&dates) {
            OrderFound::Proved(order, why) => {
                frame.order = Some(order);
                reading.date_order = Some(order);
                reading.remarks.push(format!("dates are {}: {why}", order.name()));
                reading.assume(
                    Rule::DateOrder,
                    at,
                    sheet.cell(row, *column),
                    || format!("{} ({why})", order.name()),
                    0,
                );
            }
            OrderFound::NotNeeded => {}
            found => {
                super::super::list::ask_for_order(sheet, at, found, reading);
                return Vec::new();
            }
        }
    }
    if let (Some(given), Some((column, _))) = (context.date_order, first)
        && super::super::list::is_disproved(given, find_order(&dates))
    {
        super::super::list::ask_for_order(sheet, At { row, column: *column }, OrderFound::Contradictory, reading);
        return Vec::new();
    }
    let year = common_year(&dates, frame);
    columns
        .iter()
        .filter_map(|(column, day)| {
            let at = At { row, column: *column };
            Some((*column, settle(sheet, at, in_year(*day, year), frame, reading)?))
        })
        .collect()
}

/// The year in which most of the dates without one fall on the days of the week that are written beside them.
fn common_year(dates: &[WrittenDate], frame: DateFrame) -> Option<i32> {
    let open: Vec<(u32, u32, usize)> = dates
        .iter()
        .filter_map(|date| match *date {
            WrittenDate::NoYear { month, day, weekday } => Some((month, day, weekday?)),
            _ => None,
        })
        .collect();
    let near = frame.period.map_or(frame.today, |(first, _)| first);
    let this_year: i32 = near.to_string().get(..4)?.parse().ok()?;
    let n_agreeing = |year: i32| {
        let falls = |(month, day, weekday): &&(u32, u32, usize)| {
            Day::from_ymd(year, *month, *day).is_some_and(|day| day.weekday() == *weekday)
        };
        open.iter().filter(falls).count()
    };
    let best = (this_year - 3..=this_year + 3).max_by_key(|year| (n_agreeing(*year), -(year - this_year).abs()))?;
    (n_agreeing(best) * 2 > open.len()).then_some(best)
}

/// A date without a year in the year of the others.
const fn in_year(day: DayHeader, year: Option<i32>) -> DayHeader {
    match (day, year) {
        (DayHeader::Date(WrittenDate::NoYear { month, day, weekday: Some(weekday) }), Some(year)) => {
            DayHeader::Date(WrittenDate::Full { year, month, day, weekday })
        }
        (day, _) => day,
    }
}

fn settle(sheet: &Sheet, at: At, day: DayHeader, frame: DateFrame, reading: &mut SheetReading) -> Option<DraftDays> {
    let date = match day {
        DayHeader::Weekday(weekday) => return Some(DraftDays::Weekly(WeekdaySet::range(weekday, weekday))),
        DayHeader::Date(date) => date,
    };
    let text = sheet.cell(at.row, at.column);
    match frame.day(date) {
        Ok((day, is_filled)) => {
            if is_filled {
                reading.assume(Rule::YearFromPeriod, at, text, || day.to_string(), 0);
            }
            Some(DraftDays::On(day))
        }
        Err(refusal) => {
            let says = refusal.in_words(text);
            reading.problem(sheet, at, Code::E507, says, "mend the date in the header; the column is left out");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{DayHeader, WrittenDate, break_header, day_columns, day_header};
    use crate::import::foreign::sheet::Sheet;
    use crate::time::Day;

    #[test]
    fn numbers_below_a_month_are_its_days() {
        let numbers: Vec<String> = (1..=31).map(|day| day.to_string()).collect();
        let mut row = vec!["Staff"];
        row.extend(numbers.iter().map(String::as_str));
        let days = day_columns(&Sheet::of_rows("a.csv", &[&["October 2026"], &row]), 1);
        let fifth = Day::from_ymd(2026, 10, 5).map(|day| (5, DayHeader::Date(WrittenDate::Known(day))));
        assert_eq!((days.len(), days.get(4).copied()), (31, fifth));
        assert_eq!(day_columns(&Sheet::of_rows("a.csv", &[&["Desk counts"], &row]), 1), []);
    }

    #[test]
    fn headers_name_days_with_words_beside_them() {
        assert_eq!(day_header("monday-hours"), Some(DayHeader::Weekday(0)));
        assert_eq!(day_header("Sat."), Some(DayHeader::Weekday(5)));
        assert!(matches!(day_header("Mon 5 Oct"), Some(DayHeader::Date(_))));
        assert!(matches!(day_header("01/02/2026"), Some(DayHeader::Date(_))));
        for text in ["Total", "Reference", "monday-break", "", "9:00", "MonTime"] {
            assert_eq!(day_header(text), None, "{text}");
        }
        assert_eq!(break_header("monday-break"), Some(0));
    }
}
