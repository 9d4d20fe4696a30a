//! For which day is a grid that names none in its headers? A title above it, its sheet's name or its file's may say so.

use super::axis::DayHeader;
use crate::import::foreign::cell::{DateFrame, Rule, read_date, read_weekday};
use crate::import::foreign::draft::DraftDays;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::WeekdaySet;

/// The day of a whole grid; a problem that asks for it where nothing says it.
#[must_use]
pub fn day_above(
    sheet: &Sheet,
    header: usize,
    context: &ImportContext,
    reading: &mut SheetReading,
) -> Option<DraftDays> {
    if let Some(day) = context.day {
        return Some(day);
    }
    let mut texts: Vec<(At, String)> = Vec::new();
    for row in 0..=header {
        for (column, cell) in sheet.row(row).enumerate() {
            texts.push((At { row, column }, cell.to_owned()));
        }
    }
    let stem = sheet.file.rsplit_once('.').map_or(sheet.file.as_str(), |(stem, _)| stem);
    texts.push((At { row: header, column: 0 }, sheet.name.clone()));
    texts.push((At { row: header, column: 0 }, stem.to_owned()));
    let frame = DateFrame { order: context.date_order, period: context.period, today: context.today };
    for (at, text) in &texts {
        match day_within(text) {
            Some(DayHeader::Weekday(day)) => return Some(DraftDays::Weekly(WeekdaySet::range(day, day))),
            Some(DayHeader::Date(date)) => {
                if let Ok((day, is_filled)) = frame.day(date) {
                    if is_filled {
                        reading.assume(Rule::YearFromPeriod, *at, text, || day.to_string(), 0);
                    }
                    return Some(DraftDays::On(day));
                }
            }
            None => {}
        }
    }
    reading.problem(
        sheet,
        At { row: header, column: 0 },
        Code::E507,
        "nothing says which day this grid is for",
        "say which: --day 2026-10-05 or --day monday",
    );
    None
}

/// Days of the week below a title that names one week (`Week of October 5`) are dates of that week.
#[must_use]
pub fn in_week_above(
    sheet: &Sheet,
    header: usize,
    days: Vec<(usize, DraftDays)>,
    context: &ImportContext,
    reading: &mut SheetReading,
) -> Vec<(usize, DraftDays)> {
    let frame = DateFrame { order: context.date_order, period: context.period, today: context.today };
    let titles = (0..header)
        .flat_map(|row| sheet.row(row).enumerate().map(move |(column, text)| (At { row, column }, text.to_owned())));
    let weeks = titles.filter(|(_, text)| {
        let lower = text.to_lowercase();
        ["week of", "week beginning", "week starting", "w/c", "week commencing"]
            .iter()
            .any(|words| lower.contains(words))
    });
    let titles: Vec<(At, String)> = weeks.collect();
    let found = titles.iter().find_map(|(at, text)| match day_within(text) {
        Some(DayHeader::Date(date)) => frame.day(date).ok().map(|(day, _)| (*at, text.clone(), day)),
        _ => None,
    });
    let Some((at, text, first)) = found else {
        if let Some((at, text)) = titles.first() {
            let says = format!("`{text}` names a week, and which one is not known");
            let help =
                "write its date as 2026-10-05, or give --date-order; until then the days are those of every week";
            reading.problem(sheet, *at, Code::W510, says, help);
        }
        return days;
    };
    reading.assume(Rule::WeekOf, at, &text, || first.to_string(), 0);
    let dated = |days: DraftDays| match days {
        DraftDays::Weekly(set) => set.days().next().map_or(days, |weekday| {
            // the week goes on from its first day, whichever that is
            let offset = (weekday + 7 - first.weekday()) % 7;
            DraftDays::On(first.plus(i32::try_from(offset).unwrap_or(0)))
        }),
        other => other,
    };
    days.into_iter().map(|(column, days)| (column, dated(days))).collect()
}

/// A date, or else a day of the week, somewhere in a text.
fn day_within(text: &str) -> Option<DayHeader> {
    let words: Vec<&str> =
        text.split([' ', '_', ',', '(', ')', '\n']).filter(|word| !word.is_empty()).take(24).collect();
    for length in (1..=5).rev() {
        for some in words.windows(length) {
            let joined = some.join(" ");
            if let Some(date) = read_date(&joined) {
                return Some(DayHeader::Date(date));
            }
        }
    }
    words.iter().find_map(|word| read_weekday(word).filter(|_| word.len() >= 3)).map(DayHeader::Weekday)
}

#[cfg(test)]
mod tests {
    use super::{DayHeader, day_within};

    #[test]
    fn a_day_is_found_in_a_title() {
        assert!(matches!(day_within("Desk schedule for Monday, 5 October 2026"), Some(DayHeader::Date(_))));
        assert_eq!(day_within("Saturday desk"), Some(DayHeader::Weekday(5)));
        assert_eq!(day_within("Maple Street Branch"), None);
    }
}
