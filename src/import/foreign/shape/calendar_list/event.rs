//! From when to when is an event, day by day, and does it take time? An event over several days is parted at midnight.

use super::super::Fit;
use super::super::sheet_dates::SheetDates;
use crate::import::foreign::cell::{ClockHint, Rule, WrittenTime, read_date_time, read_time, span};
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::{ClockTime, Day};

/// A day's last minute as some programs write the end of the day.
const LAST_MINUTE: u16 = 24 * 60 - 1;
/// An event that ends by then goes on into the night, and stays one.
const NIGHT: u16 = 6 * 60;
/// An event that goes on for longer than this is rather a slip in a date.
const LONGEST: i32 = 400;

/// How an event is shown in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShownAs {
    /// It leaves the time free.
    Free,
    /// It may not take place.
    Tentative,
    /// It takes the time; so does what is not said.
    Busy,
    /// The person is away.
    Away,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The cell of its start date.
    pub at: At,
    /// Its subject.
    pub subject: String,
    /// Whether it is given as whole days.
    pub is_all_day: bool,
    /// How it is shown.
    pub shown_as: ShownAs,
    /// Its parts, each within one date.
    pub parts: Vec<(Day, u16, u16)>,
}

/// Reads the event of a row; none, and a problem, where it cannot be read.
pub fn event(
    sheet: &Sheet,
    fit: &Fit,
    row: usize,
    (dates, hint): (&SheetDates, ClockHint),
    reading: &mut SheetReading,
) -> Option<Event> {
    let cells = Cells { sheet, fit, row };
    let at = cells.at("start_date");
    let (first, start) = cells.moment("start_date", "start_time", dates, reading)?;
    let (last, end) = if cells.text("end_date").is_empty() {
        (first, cells.time("end_time", reading)?)
    } else {
        cells.moment("end_date", "end_time", dates, reading)?
    };
    let is_all_day = is_yes(cells.text("all_day")) || start.is_none() && end.is_none();
    let parts = if is_all_day {
        whole_days(first, last, end)
    } else {
        timed(&cells, (first, start), (last, end), hint, reading)?
    };
    if parts.is_empty() {
        let says = format!("the event starts on {first} and ends on {last}");
        reading.problem(sheet, at, Code::E506, says, "check the two dates");
        return None;
    }
    let shown_as = shown_as(cells.text("shown_as"));
    Some(Event { at, subject: cells.text("subject").to_owned(), is_all_day, shown_as, parts })
}

/// The cells of one row.
struct Cells<'s> {
    sheet: &'s Sheet,
    fit: &'s Fit,
    row: usize,
}

impl<'s> Cells<'s> {
    fn at(&self, field: &str) -> At {
        At { row: self.row, column: self.fit.column(field).unwrap_or(0) }
    }

    fn text(&self, field: &str) -> &'s str {
        self.fit.column(field).map_or("", |column| self.sheet.cell(self.row, column))
    }

    /// A date, and the time in its own cell or behind the date.
    fn moment(
        &self,
        date: &str,
        time: &str,
        dates: &SheetDates,
        reading: &mut SheetReading,
    ) -> Option<(Day, Option<WrittenTime>)> {
        let (at, text) = (self.at(date), self.text(date));
        let Some((written, rest)) = read_date_time(text) else {
            let says =
                if text.is_empty() { "the event has no date".to_owned() } else { format!("`{text}` is not a date") };
            reading.problem(self.sheet, at, Code::E507, says, "write it as 2026-10-05");
            return None;
        };
        let day = dates.day(self.sheet, at, (written, text), reading)?;
        let own = self.time(time, reading)?;
        Some((day, own.or_else(|| read_time(rest))))
    }

    /// The time of a cell; none within where it is blank, none at all where it cannot be read.
    #[expect(clippy::option_option, reason = "a blank time and one that cannot be read are two things")]
    fn time(&self, field: &str, reading: &mut SheetReading) -> Option<Option<WrittenTime>> {
        let text = self.text(field);
        if text.is_empty() {
            return Some(None);
        }
        let time = read_time(text);
        if time.is_none() {
            let says = format!("`{text}` is not a time");
            reading.problem(self.sheet, self.at(field), Code::E505, says, "write it as 9:00 AM or 09:00");
        }
        time.map(Some)
    }
}

/// Whole days, the last one included; an end at midnight sharp is the end of the day before it.
fn whole_days(first: Day, last: Day, end: Option<WrittenTime>) -> Vec<(Day, u16, u16)> {
    let is_midnight = end.and_then(WrittenTime::is_known) == Some(0);
    let last = if is_midnight && last > first { last.plus(-1) } else { last };
    if last.0 - first.0 > LONGEST {
        return Vec::new();
    }
    (first.0..=last.0).map(|day| (Day(day), 0, 1440)).collect()
}

/// From one moment to another, parted at midnight. None, and a problem, where a time is missing or cannot be.
fn timed(
    cells: &Cells<'_>,
    (first, start): (Day, Option<WrittenTime>),
    (last, end): (Day, Option<WrittenTime>),
    hint: ClockHint,
    reading: &mut SheetReading,
) -> Option<Vec<(Day, u16, u16)>> {
    let at = cells.at("start_time");
    let (Some(start), Some(end)) = (start, end) else {
        reading.problem(cells.sheet, at, Code::E505, "the event has one time only", "write its start and its end");
        return None;
    };
    let written = format!("{} - {}", cells.text("start_time"), cells.text("end_time"));
    if first == last {
        return match span(start, end, hint) {
            Ok(range) => {
                reading.assume_range(range, at, &written);
                let end = if range.end == LAST_MINUTE { 1440 } else { range.end };
                Some(vec![(first, range.start, end)])
            }
            Err(refusal) => {
                reading.refuse_text(cells.sheet, at, &written, refusal);
                None
            }
        };
    }
    let known = |time: WrittenTime| time.is_known().or_else(|| hint.is_full_day.then_some(time.minutes));
    let (Some(from), Some(to)) = (known(start), known(end)) else {
        let says = format!("`{written}`: morning or evening?");
        reading.problem(cells.sheet, at, Code::E505, says, "write the times with am or pm, or as 14:00");
        return None;
    };
    if hint.is_full_day && start.is_known().is_none() {
        reading.assume(Rule::FullDayClock, at, &written, || shown(from, to), 0);
    }
    Some(over_days((first, from), (last, if to == LAST_MINUTE { 1440 } else { to })))
}

/// An event into the next morning stays one; a longer one is parted at each midnight.
fn over_days((first, from): (Day, u16), (last, to): (Day, u16)) -> Vec<(Day, u16, u16)> {
    let n_days = last.0 - first.0;
    if n_days == 1 && to <= NIGHT {
        return vec![(first, from, to + 1440)];
    }
    if n_days > LONGEST {
        return Vec::new();
    }
    let part = |day: i32| {
        let start = if day == first.0 { from } else { 0 };
        let end = if day == last.0 { to } else { 1440 };
        (Day(day), start, end)
    };
    (first.0..=last.0).map(part).filter(|(_, start, end)| start < end).collect()
}

fn is_yes(text: &str) -> bool {
    ["true", "yes", "1", "wahr", "ja", "vrai", "oui", "verdadero", "sí", "vero", "sì", "on", "x"]
        .contains(&text.to_lowercase().as_str())
}

/// The number or word of `Show time as`.
fn shown_as(text: &str) -> ShownAs {
    match text.to_lowercase().as_str() {
        "0" | "free" | "frei" => ShownAs::Free,
        "1" | "tentative" | "mit vorbehalt" => ShownAs::Tentative,
        "3" | "out of office" | "oof" | "away" | "abwesend" => ShownAs::Away,
        _ => ShownAs::Busy,
    }
}

/// The parts of an event as a person reads them.
#[must_use]
pub fn parts_in_words(parts: &[(Day, u16, u16)]) -> String {
    match parts {
        [] => String::new(),
        [(day, start, end)] => format!("{day} {}", shown(*start, *end)),
        [(first, start, _), .., (last, _, end)] => {
            format!("{first} {} to {last} {}", ClockTime(*start), ClockTime(*end))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::day;
    use super::{over_days, parts_in_words, whole_days};
    use crate::import::foreign::cell::read_time;

    #[test]
    fn whole_days_include_the_last_unless_it_ends_at_midnight() {
        let (first, last) = (day(2026, 10, 22), day(2026, 10, 23));
        assert_eq!(whole_days(first, last, None).len(), 2);
        assert_eq!(whole_days(first, last, read_time("12:00 AM")).len(), 1);
        assert_eq!(whole_days(first, last, read_time("11:59 PM")).len(), 2);
        assert_eq!(whole_days(first, first, read_time("12:00 AM")).len(), 1);
        assert!(whole_days(last, first, None).is_empty());
    }

    #[test]
    fn an_event_over_several_days_is_parted_at_midnight() {
        let (first, last) = (day(2026, 10, 5), day(2026, 10, 7));
        let parts = over_days((first, 900), (last, 1020));
        assert_eq!(parts, [(first, 900, 1440), (day(2026, 10, 6), 0, 1440), (last, 0, 1020)]);
        assert_eq!(parts_in_words(&parts), "2026-10-05 15:00 to 2026-10-07 17:00");
        assert_eq!(over_days((first, 1320), (day(2026, 10, 6), 60)), [(first, 1320, 1500)]);
        assert_eq!(over_days((first, 900), (day(2026, 10, 6), 0)), [(first, 900, 1440)]);
    }
}
