//! From when to when is a slot? Starts only, ranges, or 12-hour times that go on after 12; each slot after the one before.

use crate::import::foreign::cell::{ClockHint, Half, Rule, WrittenDate, WrittenTime, read_date, read_range, read_time};
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};

/// Words that may stand before the time of a slot.
const BEFORE: [&str; 16] = [
    "time",
    "slot",
    "shift",
    "hour",
    "hours",
    "period",
    "block",
    "morning",
    "afternoon",
    "evening",
    "night",
    "opening",
    "closing",
    "early",
    "late",
    "mid",
];

/// The text of a slot without a word before its time: `Time: 9`, `Morning 9-1`.
fn time_part(text: &str) -> &str {
    let Some(at) = text.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0) else { return text };
    let mut words = text[..at].split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    if words.all(|word| BEFORE.contains(&word.to_lowercase().as_str())) { &text[at..] } else { text }
}

/// Whether a text is a slot. A whole date is none.
#[must_use]
pub fn is_slot(text: &str) -> bool {
    let text = time_part(text);
    read_time(text).is_some()
        || read_range(text, ClockHint::default()).is_ok()
            && !matches!(read_date(text), Some(WrittenDate::Known(_) | WrittenDate::Numbers { .. }))
}

/// Whether cells are slots that follow each other within one day of service.
#[must_use]
pub fn are_slots(sheet: &Sheet, places: &[At]) -> bool {
    let slots = read_slots(sheet, places, &mut SheetReading::default());
    slots.len() >= 2
        && slots.windows(2).all(|two| two[0].start < two[1].start)
        && slots.last().is_some_and(|last| last.start < 30 * 60)
}

/// A slot and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The cell of its header.
    pub at: At,
    /// The first minute of the day.
    pub start: u16,
    /// The minute after its last.
    pub end: u16,
}

/// Reads slots in their order. A cell that is no slot (a note, a total) is none.
#[must_use]
pub fn read_slots(sheet: &Sheet, places: &[At], reading: &mut SheetReading) -> Vec<Slot> {
    let texts: Vec<(At, &str)> = places
        .iter()
        .map(|at| (*at, time_part(sheet.cell(at.row, at.column))))
        .filter(|(_, text)| is_slot(text))
        .collect();
    let is_full_day = has_late_times(&texts);
    let mut slots: Vec<Slot> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, text) in texts {
        let before = slots.last().map(|slot| slot.start);
        if let Some(time) = read_time(text) {
            let start = after(time, before, is_full_day);
            if time.is_known().is_none() && !is_full_day && before.is_some_and(|before| before >= 720) {
                reading.assume(Rule::SlotsWrap, at, text, || crate::time::ClockTime(start).to_string(), 0);
            }
            open.push(slots.len());
            slots.push(Slot { at, start, end: 0 });
        } else {
            // each slot starts after the one before it; the first one is read as a library's day is
            let bound = slots.last().map_or(0, |slot| slot.start + 1);
            let hint = ClockHint { not_before: Some(bound), is_full_day, is_day_first: false };
            let Ok(mut range) = read_range(text, hint) else { continue };
            if let Some(before) = before
                && range.end <= before
                && range.end + 1440 <= 2880
                && before >= 20 * 60
            {
                range.start += 1440;
                range.end += 1440;
                reading.assume(Rule::AfterMidnightSlot, at, text, || shown(range.start, range.end), 0);
            }
            reading.assume_range(range, at, text);
            slots.push(Slot { at, start: range.start, end: range.end });
        }
    }
    close(&mut slots, &open, reading);
    slots
}

fn has_late_times(texts: &[(At, &str)]) -> bool {
    let times: Vec<WrittenTime> = texts.iter().filter_map(|(_, text)| read_time(text)).collect();
    times.iter().any(|time| time.minutes >= 780) && times.iter().all(|time| time.half.is_none())
}

/// The first such time after the slot before; a first slot from 1 to 6 is after noon, as a library's day is.
fn after(time: WrittenTime, before: Option<u16>, is_full_day: bool) -> u16 {
    let known = time.is_known().or_else(|| is_full_day.then_some(time.minutes));
    match (known, before) {
        (Some(minutes), Some(before)) if minutes < before && before >= 20 * 60 => minutes + 1440,
        (Some(minutes), _) => minutes,
        (None, before) => {
            let morning = time.in_half(Half::Am);
            let first = if morning >= 6 * 60 { morning } else { time.in_half(Half::Pm) };
            let mut minutes = first;
            while before.is_some_and(|before| minutes <= before) {
                minutes += 720;
            }
            minutes
        }
    }
}

/// A slot that gives only its start lasts until the next one; the last one is as long as the one before it.
fn close(slots: &mut [Slot], open: &[usize], reading: &mut SheetReading) {
    let usual =
        slots.windows(2).map(|two| two[1].start.saturating_sub(two[0].start)).filter(|length| *length > 0).min();
    for &at in open {
        let before = at.checked_sub(1).map(|before| slots[at].start.saturating_sub(slots[before].start));
        let length = match slots.get(at + 1) {
            Some(next) if next.start > slots[at].start => next.start - slots[at].start,
            _ => before.or(usual).unwrap_or(60),
        };
        slots[at].end = slots[at].start + length.min(720);
        let slot = slots[at];
        reading.assume(
            Rule::SlotEnds,
            slot.at,
            &crate::time::ClockTime(slot.start).to_string(),
            || shown(slot.start, slot.end),
            0,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{is_slot, read_slots};
    use crate::import::foreign::reading::{SheetReading, shown};
    use crate::import::foreign::sheet::{At, Sheet};

    fn check(texts: &[&str], expected: &[&str]) {
        let rows: Vec<Vec<&str>> = texts.iter().map(|text| vec![*text]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let sheet = Sheet::of_rows("a.csv", &rows);
        let places: Vec<At> = (0..texts.len()).map(|row| At { row, column: 0 }).collect();
        let slots = read_slots(&sheet, &places, &mut SheetReading::default());
        let said: Vec<String> = slots.iter().map(|slot| shown(slot.start, slot.end)).collect();
        assert_eq!(said, expected, "{texts:?}");
    }

    #[test]
    fn bare_slots_go_on_after_noon_and_last_until_the_next() {
        check(
            &["Time: 11 ", "Time: 12", "Time: 1 ", "Time: 2"],
            &["11:00-12:00", "12:00-13:00", "13:00-14:00", "14:00-15:00"],
        );
        check(&["9", "10:30", "1"], &["09:00-10:30", "10:30-13:00", "13:00-15:30"]);
        check(&["9:00", "13:00", "17:00"], &["09:00-13:00", "13:00-17:00", "17:00-21:00"]);
    }

    #[test]
    fn ranges_follow_each_other_into_the_evening() {
        check(
            &["9-11", "11-1", "1-5", "5-7", "7-8:30"],
            &["09:00-11:00", "11:00-13:00", "13:00-17:00", "17:00-19:00", "19:00-20:30"],
        );
        check(&["10:00 PM - 12:00 AM", "12:00 AM - 2:00 AM"], &["22:00-24:00", "24:00-26:00"]);
    }

    #[test]
    fn notes_are_no_slots() {
        assert!(!is_slot("Total") && !is_slot("See notes") && !is_slot(""));
        assert!(is_slot("Time: 9 ") && is_slot("9–11") && is_slot("Noon"));
    }
}
