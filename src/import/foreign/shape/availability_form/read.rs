//! Reads a form: each answer to each slot, or the times of each day.

use super::super::Fit;
use super::super::answer::{Grade, answered, read_answer};
use super::super::free_text::keep_out;
use super::super::ranges::is_full_day;
use super::super::united::{Slot, SlotDay, Slots};
use super::super::who::{columns_of, data_rows, name_in, required_name};
use super::day_cell::{DayRefusal, day_cell};
use super::header::{FormHeader, form_header};
use super::slots::{FormSlot, form_slots};
use crate::import::foreign::cell::{ClockHint, Rule, read_weekdays};
use crate::import::foreign::reading::{ImportContext, SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::import::lexicon::Lexicon;
use crate::problem::{Code, Problem};
use std::collections::BTreeMap;

/// Reads a form.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, _context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let rows = data_rows(sheet, fit);
    warn_of_second_answers(sheet, fit, &rows, &mut reading);
    let mut slots = Slots::default();
    if fit.column("slot").is_some() {
        read_slots(sheet, fit, &rows, &mut slots, &mut reading);
    } else {
        read_days(sheet, fit, &rows, &mut slots, &mut reading);
    }
    keep_out(sheet, fit, &rows, &mut reading);
    slots.write(&mut reading);
    reading
}

/// Somebody who answered twice may have changed their mind.
fn warn_of_second_answers(sheet: &Sheet, fit: &Fit, rows: &[usize], reading: &mut SheetReading) {
    let mut names = Lexicon::default();
    let mut first_rows: BTreeMap<u32, usize> = BTreeMap::new();
    for &row in rows {
        let name = name_in(sheet, row, fit);
        if name.is_empty() {
            continue;
        }
        let first = *first_rows.entry(names.number(&name)).or_insert(row);
        if first != row {
            let column = fit.column("who").or_else(|| fit.column("first_name")).unwrap_or(0);
            let problem = Problem::new(Code::W512, sheet.location(At { row, column }))
                .says(format!("`{name}` answered in row {} already", first + 1))
                .done("the times of both rows are taken")
                .help("if the later answer replaces the earlier one, delete the earlier row");
            reading.problems.push(problem);
        }
    }
}

fn read_slots(sheet: &Sheet, fit: &Fit, rows: &[usize], slots: &mut Slots, reading: &mut SheetReading) {
    let asked = form_slots(sheet, fit, reading);
    let mut n_blank = 0;
    for &row in rows {
        let filled: Vec<FormSlot> =
            asked.iter().copied().filter(|slot| !sheet.cell(row, slot.column).is_empty()).collect();
        reading.n_read += 1;
        if filled.is_empty() {
            reading.remarks.push(format!("row {} answers nothing", row + 1));
            continue;
        }
        n_blank += asked.len() - filled.len();
        let Some(name) = required_name(sheet, row, fit, reading) else { continue };
        for slot in &filled {
            take_answer(sheet, (row, name.as_str()), *slot, slots, reading);
        }
        remark_on_contradictions(sheet, (row, name.as_str()), &filled, reading);
    }
    if n_blank > 0 && asked.iter().all(|slot| slot.day.is_some()) {
        reading.remarks.push(format!("{n_blank} slots are not answered: not known, and so not taken"));
    }
}

fn take_answer(
    sheet: &Sheet,
    (row, name): (usize, &str),
    slot: FormSlot,
    slots: &mut Slots,
    reading: &mut SheetReading,
) {
    let at = At { row, column: slot.column };
    let span = (slot.start, slot.end);
    let Some(day) = slot.day else {
        take_days(sheet, at, (name, span), slots, reading);
        return;
    };
    if let Some(slot) = answered(sheet, at, Slot::new(name, SlotDay::Weekly(day), span, at), reading) {
        slots.push(slot);
    }
}

/// A cell that names the days on which its slot is free.
fn take_days(sheet: &Sheet, at: At, (name, span): (&str, (u16, u16)), slots: &mut Slots, reading: &mut SheetReading) {
    let text = sheet.cell(at.row, at.column);
    match read_weekdays(text) {
        Some(days) => days.days().for_each(|day| slots.push(Slot::new(name, SlotDay::Weekly(day), span, at))),
        None if read_answer(text).is_some_and(|answer| answer.grade == Grade::No) => {}
        None => {
            let says = format!("`{text}` does not say on which days");
            reading.problem(sheet, at, Code::E507, says, "write the days as Mon, Wed");
        }
    }
}

/// A yes to a slot that holds one with a no: the yes is taken, and said.
fn remark_on_contradictions(sheet: &Sheet, (row, name): (usize, &str), asked: &[FormSlot], reading: &mut SheetReading) {
    let grade = |slot: &FormSlot| read_answer(sheet.cell(row, slot.column)).map(|answer| answer.grade);
    for yes in asked.iter().filter(|slot| matches!(grade(slot), Some(Grade::Firm | Grade::Tentative))) {
        let is_within = |no: &&FormSlot| no.day == yes.day && yes.start <= no.start && no.end <= yes.end;
        if let Some(no) = asked.iter().filter(is_within).find(|no| grade(no) == Some(Grade::No)) {
            let (whole, part) = (shown(yes.start, yes.end), shown(no.start, no.end));
            let cells =
                [At { row, column: yes.column }.address(), At { row, column: no.column }.address()].join(" and ");
            reading.remarks.push(format!("`{name}` says yes to {whole} and no to {part} ({cells}): the yes is taken"));
        }
    }
}

fn read_days(sheet: &Sheet, fit: &Fit, rows: &[usize], slots: &mut Slots, reading: &mut SheetReading) {
    let header = fit.header.unwrap_or(0);
    let days: Vec<(usize, usize)> = columns_of(fit, "day")
        .into_iter()
        .filter_map(|column| match form_header(sheet.cell(header, column))? {
            FormHeader::Day(day) => Some((column, day)),
            _ => None,
        })
        .collect();
    let cells = rows.iter().flat_map(|row| days.iter().map(move |(column, _)| sheet.cell(*row, *column)));
    let hint = ClockHint { is_full_day: is_full_day(cells), ..ClockHint::default() };
    for &row in rows {
        reading.n_read += 1;
        let Some(name) = required_name(sheet, row, fit, reading) else { continue };
        for &(column, day) in &days {
            take_day(sheet, At { row, column }, (name.as_str(), day), hint, slots, reading);
        }
    }
}

fn take_day(
    sheet: &Sheet,
    at: At,
    (name, day): (&str, usize),
    hint: ClockHint,
    slots: &mut Slots,
    reading: &mut SheetReading,
) {
    let text = sheet.cell(at.row, at.column);
    match day_cell(text, hint) {
        Ok(cell) => {
            for range in cell.ranges {
                reading.assume_range(range, at, text);
                let slot = Slot::new(name, SlotDay::Weekly(day), (range.start, range.end), at);
                if cell.is_tentative {
                    reading.assume(Rule::Graded, at, text, || "tentative".to_owned(), slot.minutes());
                }
                slots.push(Slot { is_tentative: cell.is_tentative, ..slot });
            }
        }
        Err(DayRefusal::Times(refusal)) => reading.refuse(sheet, at, refusal),
        Err(DayRefusal::NoTimes) => {
            let says = format!("`{text}`: all day, or from when to when?");
            reading.problem(sheet, at, Code::E505, says, "write All Day, or the times");
        }
        Err(DayRefusal::TimesOfNo) => {
            let says = format!("`{text}` says when there is no time, not when there is");
            reading.problem(sheet, at, Code::E505, says, "write the times that are free");
        }
        Err(DayRefusal::TwoAnswers) => {
            let says = format!("`{text}` says two things at once");
            reading.problem(sheet, at, Code::E508, says, "write one answer, or the times");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context, n_assumed, rows, sheet};
    use super::super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::SheetReading;

    fn reading(lines: &[&str]) -> SheetReading {
        let sheet = sheet(lines);
        read(&sheet, &fit(&sheet).expect("a form"), &context())
    }

    #[test]
    fn overlapping_slots_are_united_and_comments_are_named() {
        let reading = reading(&[
            "Years|Name|Sun Availability.10:00 AM - 11:30 AM|Sun Availability.10:00 AM - 12:00 PM|Mon Availability.02:00 PM - 04:00 PM|Comments",
            "2|AR|Preferred|Available|Cannot Work|",
            "4|BT|Cannot Work|Cannot Work|Available|from half past only",
        ]);
        assert_eq!(rows(&reading), ["AR Sun 10:00-12:00", "BT Mon 14:00-16:00"]);
        assert_eq!(codes(&reading), ["N517", "N517"]);
        assert_eq!((n_assumed(&reading, Rule::SlotsUnited), reading.n_read), (1, 2));
    }

    #[test]
    fn the_slot_after_midnight_belongs_to_the_evening() {
        let reading = reading(&[
            "Name|Sun 10:00 PM - 12:00 AM|Sun 11:30 PM - 02:00 AM|Sun 12:00 AM - 02:00 AM",
            "AR|Yes|Yes|Yes",
            "BT|No|No|Yes",
        ]);
        assert_eq!(rows(&reading), ["AR Sun 22:00-26:00", "BT Mon 00:00-02:00"]);
    }

    #[test]
    fn a_yes_around_a_no_is_said_and_a_strange_answer_is_a_problem() {
        let reading =
            reading(&["Name|Mon [9-11]|Mon [9-12]|Tue [9-10]", "AR|Cannot Work|Available|Yes", "BT|Yes|No|it depends"]);
        assert_eq!(rows(&reading), ["AR Mon 09:00-12:00", "AR Tue 09:00-10:00", "BT Mon 09:00-11:00"]);
        assert_eq!(codes(&reading), ["E508"]);
        assert!(reading.remarks.iter().any(|line| line.contains("the yes is taken")));
    }

    #[test]
    fn days_may_stand_in_headers_and_times_in_cells() {
        let reading = reading(&[
            "Name|Monday availability|Tuesday availability|Wednesday availability",
            "AR|9-11, 1-3|Unavailable, All Day|All Day",
            "BT|Maybe 9-11|Available|",
        ]);
        assert_eq!(
            rows(&reading),
            ["AR Mon 09:00-11:00", "AR Mon 13:00-15:00", "AR Wed 00:00-24:00", "BT Mon 09:00-11:00 tentative"]
        );
        assert_eq!(codes(&reading), ["E505"]);
    }

    #[test]
    fn times_may_stand_in_headers_and_days_in_cells() {
        let reading =
            reading(&["Name|Free [9:00-10:00]|Free [10:00-11:00]", "AR|Monday, Wednesday|Monday", "BT||Tuesday"]);
        assert_eq!(rows(&reading), ["AR Mon 09:00-11:00", "AR Wed 09:00-10:00", "BT Tue 10:00-11:00"]);
    }

    #[test]
    fn somebody_who_answered_twice_is_asked_about() {
        let reading = reading(&["Name|Mon [9-11]|Tue [9-10]", "AR|Yes|No", "ar|No|Yes"]);
        assert_eq!(rows(&reading), ["AR Mon 09:00-11:00", "AR Tue 09:00-10:00"]);
        assert_eq!(codes(&reading), ["W512"]);
    }
}
