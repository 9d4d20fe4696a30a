//! From when to when is each slot of a form? Slots may overlap; each is read after the header before it on its day.

use super::super::Fit;
use super::super::ranges::is_full_day;
use super::super::who::columns_of;
use super::header::{FormHeader, form_header};
use crate::import::foreign::cell::{
    ClockHint, Half, RangeRefusal, Rule, TimeRange, WrittenTime, read_range, read_time,
};
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};

/// After a slot that ends this late, one that starts after midnight belongs to the same day of service.
const LATE: u16 = 23 * 60 + 30;
/// A slot that starts before this is after midnight.
const EARLY: u16 = 6 * 60;

/// A slot of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormSlot {
    /// Its column.
    pub column: usize,
    /// Its day; none where the cells name the days.
    pub day: Option<usize>,
    /// From which minute of the day.
    pub start: u16,
    /// To which minute, past 1440 on the next day.
    pub end: u16,
}

/// The slots of the columns of a form, in order.
#[must_use]
pub fn form_slots(sheet: &Sheet, fit: &Fit, reading: &mut SheetReading) -> Vec<FormSlot> {
    let header = fit.header.unwrap_or(0);
    let written: Vec<(At, Option<usize>, String)> = columns_of(fit, "slot")
        .into_iter()
        .filter_map(|column| match form_header(sheet.cell(header, column))? {
            FormHeader::Slot(day, times) => Some((At { row: header, column }, Some(day), times)),
            FormHeader::Times(times) => Some((At { row: header, column }, None, times)),
            FormHeader::Day(_) => None,
        })
        .collect();
    let is_full_day = is_full_day(written.iter().map(|(_, _, times)| times.as_str()));
    let mut slots: Vec<FormSlot> = Vec::new();
    for (place, (at, day, times)) in written.iter().enumerate() {
        let before: Vec<FormSlot> = slots.iter().copied().filter(|slot| slot.day == *day).collect();
        let next = written.get(place + 1).filter(|(_, other, _)| other == day).map(|(_, _, times)| times.as_str());
        let hint = ClockHint { is_full_day, not_before: before.last().map(|slot| slot.start), is_day_first: false };
        match range_of(times, next, hint, &before) {
            Some(range) => {
                let late = after_midnight(range, &before);
                if late != range {
                    reading.assume(Rule::AfterMidnightSlot, *at, times, || shown(late.start, late.end), 0);
                }
                reading.assume_range(late, *at, times);
                slots.push(FormSlot { column: at.column, day: *day, start: late.start, end: late.end });
            }
            None => {
                let refusal = read_range(times, hint).err().unwrap_or(RangeRefusal::OneTime);
                reading.refuse_text(sheet, *at, times, refusal);
            }
        }
    }
    slots
}

/// A range; or a start that lasts until the next slot starts.
fn range_of(times: &str, next: Option<&str>, hint: ClockHint, before: &[FormSlot]) -> Option<TimeRange> {
    let Some(start) = read_time(times) else { return read_range(times, hint).ok() };
    let start = minutes(start, hint);
    let follows = next.and_then(read_time).map(|time| minutes(time, ClockHint { not_before: Some(start), ..hint }));
    let length = follows
        .and_then(|next| next.checked_sub(start))
        .filter(|length| *length > 0)
        .or_else(|| before.last().map(|slot| slot.end - slot.start))?;
    Some(TimeRange { start, end: start + length, rule: Some(Rule::SlotEnds) })
}

/// The minutes of a start: on its half of the day, or else in the morning unless that is before the slot before it.
fn minutes(time: WrittenTime, hint: ClockHint) -> u16 {
    let morning = time.in_half(Half::Am);
    match time.is_known() {
        Some(minutes) => minutes,
        None if hint.is_full_day => time.minutes,
        None if morning < 7 * 60 || hint.not_before.is_some_and(|bound| morning < bound) => time.in_half(Half::Pm),
        None => morning,
    }
}

/// `12:00 AM - 02:00 AM` after `11:30 PM - 02:00 AM` is the end of the same evening.
fn after_midnight(range: TimeRange, before: &[FormSlot]) -> TimeRange {
    let is_late = before.iter().any(|slot| slot.end >= LATE && slot.start > range.start);
    if is_late && range.start < EARLY && range.end <= 12 * 60 {
        TimeRange { start: range.start + 1440, end: range.end + 1440, ..range }
    } else {
        range
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{n_assumed, sheet};
    use super::super::super::{Fit, Shape};
    use super::form_slots;
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::reading::{SheetReading, shown};

    fn slots(headers: &[&str]) -> (Vec<String>, SheetReading) {
        let sheet = sheet(&[headers.join("|").as_str()]);
        let mut fit = Fit::new(Shape::AvailabilityForm, Target::Windows, Some(0), 90);
        for (column, header) in headers.iter().enumerate() {
            fit = fit.with(column, header, "slot");
        }
        let mut reading = SheetReading::default();
        let slots = form_slots(&sheet, &fit, &mut reading);
        (slots.iter().map(|slot| shown(slot.start, slot.end)).collect(), reading)
    }

    #[test]
    fn a_slot_after_midnight_ends_the_evening_before_it() {
        let headers = [
            "Sun 10:00 PM - 12:00 AM",
            "Sun 11:30 PM - 02:00 AM",
            "Sun 12:00 AM - 02:00 AM",
            "Mon 12:00 AM - 02:00 AM",
        ];
        let (slots, reading) = slots(&headers);
        assert_eq!(slots, ["22:00-24:00", "23:30-26:00", "24:00-26:00", "00:00-02:00"]);
        assert_eq!(n_assumed(&reading, Rule::AfterMidnightSlot), 1);
    }

    #[test]
    fn bare_slots_follow_the_one_before() {
        let headers = ["Mon 8-9", "Mon 9-11", "Mon 11-1", "Mon 1-3", "Mon 5-7", "Mon 7-8:30", "Tue 9-10"];
        let expected =
            ["08:00-09:00", "09:00-11:00", "11:00-13:00", "13:00-15:00", "17:00-19:00", "19:00-20:30", "09:00-10:00"];
        assert_eq!(slots(&headers).0, expected);
    }

    #[test]
    fn starts_alone_last_until_the_next() {
        let (slots, reading) = slots(&["Mon [11:00]", "Mon [12:00]", "Mon [1:00]"]);
        assert_eq!(slots, ["11:00-12:00", "12:00-13:00", "13:00-14:00"]);
        assert_eq!(n_assumed(&reading, Rule::SlotEnds), 3);
    }
}
