//! How does what a cell says become rows? One for each day and interval; what is not known makes none, and is said.

use super::day_hours::DayHours;
use crate::import::foreign::cell::{Rule, TimeRange};
use crate::import::foreign::draft::{Draft, DraftDays};
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::Sheet;
use crate::problem::Code;
use crate::time::WeekdaySet;

/// How much of a cell is quoted.
const QUOTED: usize = 100;

/// Each day of a set as the days of a row.
#[must_use]
pub fn week_days(days: WeekdaySet) -> Vec<DraftDays> {
    days.days().map(|day| DraftDays::Weekly(WeekdaySet::range(day, day))).collect()
}

/// Adds the rows of what was said about some days, and every rule by which it was read; or the problem in their place.
pub fn push_hours(
    sheet: &Sheet,
    base: &Draft,
    days: &[DraftDays],
    written: &str,
    hours: &DayHours,
    reading: &mut SheetReading,
) {
    match hours {
        DayHours::Open(ranges) => {
            for range in ranges {
                note_rule(sheet, base, *range, days.len(), written, reading);
            }
            for day in days {
                for range in ranges {
                    reading.push(base.clone().days(*day).between(range.start, range.end));
                }
            }
        }
        DayHours::Closed => days.iter().for_each(|day| reading.push(base.clone().days(*day))),
        DayHours::Blank | DayHours::Unknown => {
            let (written, days) = (one_line(written), days_in_words(days));
            let says = match hours {
                DayHours::Blank => format!("the hours of {days} are blank: closed, or not known?"),
                _ => format!("`{written}` does not say from when to when on {days}"),
            };
            reading.problem(sheet, base.at, Code::W509, says, "find out the hours, and write them or `closed`");
        }
        DayHours::Refused(refusal) => reading.refuse_text(sheet, base.at, &one_line(written), *refusal),
    }
}

/// Counts the rule of a range; a repaired cell is a problem to look at as well.
fn note_rule(sheet: &Sheet, base: &Draft, range: TimeRange, n_days: usize, written: &str, reading: &mut SheetReading) {
    let Some(rule) = range.rule else { return };
    let minutes = u32::from(range.end - range.start).saturating_mul(u32::try_from(n_days).unwrap_or(u32::MAX));
    reading.assume(rule, base.at, &one_line(written), || shown(range.start, range.end), minutes);
    if matches!(rule, Rule::SpreadsheetDate | Rule::SpreadsheetDateEither | Rule::StrayLetter) {
        let says = format!("`{}` is read as {}", one_line(written), shown(range.start, range.end));
        reading.problem(sheet, base.at, Code::W510, says, "check it, and mend the cell in the source");
    }
}

/// `Mon-Wed`, `2026-12-24`.
fn days_in_words(days: &[DraftDays]) -> String {
    let mut set = WeekdaySet::default();
    let mut dates = Vec::new();
    for day in days {
        match day {
            DraftDays::Weekly(days) => set = set.union(*days),
            DraftDays::On(day) => dates.push(day.to_string()),
            DraftDays::None => {}
        }
    }
    if dates.is_empty() { set.to_string() } else { dates.join(", ") }
}

/// A text on one line, cut where it is long.
#[must_use]
pub fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{} …", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, n_assumed};
    use super::super::cases::hours_rows;
    use super::super::read_day_hours;
    use super::{one_line, push_hours, week_days};
    use crate::import::foreign::cell::{ClockHint, Rule};
    use crate::import::foreign::draft::Draft;
    use crate::import::foreign::reading::SheetReading;
    use crate::import::foreign::sheet::{At, Sheet};
    use crate::time::WeekdaySet;

    fn pushed(text: &str) -> SheetReading {
        let mut reading = SheetReading::default();
        let base = Draft::of(At { row: 0, column: 0 }).text("branch", "Maple Street");
        let days = week_days(WeekdaySet::range(0, 1));
        let hours = read_day_hours(text, ClockHint::default());
        push_hours(&Sheet::of_rows("a.csv", &[&[text]]), &base, &days, text, &hours, &mut reading);
        reading
    }

    #[test]
    fn each_day_and_interval_is_a_row() {
        let reading = pushed("9-12, 1-5");
        assert_eq!(
            hours_rows(&reading),
            [
                "Maple Street Mon 09:00-12:00",
                "Maple Street Mon 13:00-17:00",
                "Maple Street Tue 09:00-12:00",
                "Maple Street Tue 13:00-17:00"
            ]
        );
        assert_eq!(n_assumed(&reading, Rule::BareDay), 1);
        assert_eq!(reading.assumed.get(&Rule::BareDay).map(|assumed| assumed.minutes), Some(480));
    }

    #[test]
    fn closed_makes_rows_and_unknown_makes_problems() {
        assert_eq!(hours_rows(&pushed("Closed")), ["Maple Street Mon closed", "Maple Street Tue closed"]);
        let unknown = pushed("TBD");
        assert!(unknown.drafts.is_empty());
        assert_eq!(codes(&unknown), ["W509"]);
        assert_eq!(codes(&pushed("9-5l")), ["W510"]);
        assert_eq!(codes(&pushed("9:00PM-5:00PM")), ["E506"]);
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(one_line("a\n b"), "a b");
        assert_eq!(one_line(&"é".repeat(300)).chars().count(), 102);
    }
}
