//! An assignment grid: people down, hours across, a code for a desk or an activity in each cell.

use super::super::{Fit, Shape};
use super::day_above::day_above;
use super::legend::Legend;
use super::slots::{Slot, are_slots, is_slot, read_slots};
use crate::import::foreign::cell::{CellWord, Rule, activity_word, cell_word};
use crate::import::foreign::draft::{Draft, DraftDays, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};

const HEAD: usize = 30;

/// Recognizes an assignment grid: a header of at least three hours, names at its left, short codes below.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let hours: Vec<usize> = (1..sheet.n_cells(row)).filter(|column| is_slot(sheet.cell(row, *column))).collect();
    let first = *hours.first()?;
    let last = hours.last().copied().unwrap_or(first);
    let is_broken = (first..=last).any(|column| !hours.contains(&column) && !sheet.cell(row, column).is_empty());
    let places: Vec<At> = hours.iter().map(|column| At { row, column: *column }).collect();
    if hours.len() < 3 || !are_slots(sheet, &places) || is_broken || is_slot(sheet.cell(row, 0)) || first > 3 {
        return None;
    }
    let below: Vec<usize> =
        (row + 1..sheet.n_rows().min(row + 60)).filter(|row| !sheet.cell(*row, 0).is_empty()).collect();
    let cells: Vec<&str> = below
        .iter()
        .flat_map(|row| hours.iter().map(move |column| sheet.cell(*row, *column)))
        .filter(|cell| !cell.is_empty())
        .collect();
    let is_code = |cell: &&&str| {
        cell.chars().count() <= 14 && cell.chars().any(char::is_alphabetic) && !is_slot(cell)
            || cell_word(cell).is_some()
    };
    let n_codes = cells.iter().filter(is_code).count();
    if cells.len() < 3 || n_codes * 10 < cells.len() * 8 || below.is_empty() {
        return None;
    }
    let mut fit = Fit::new(Shape::Assignment, Target::Schedule, Some(row), 78).with(0, sheet.cell(row, 0), "staff");
    for column in hours {
        fit = fit.with(column, sheet.cell(row, column), "slot");
    }
    Some(fit)
}

/// Reads an assignment grid.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let (filled, merged) = sheet.with_merged_filled();
    let header = fit.header.unwrap_or(0);
    let places: Vec<At> = fit
        .columns
        .iter()
        .filter(|mapped| mapped.field == "slot")
        .map(|mapped| At { row: header, column: mapped.column })
        .collect();
    let slots = read_slots(&filled, &places, &mut reading);
    let Some(day) = day_above(sheet, header, context, &mut reading) else { return reading };
    let names = fit.column("staff").unwrap_or(0);
    let has_code = |row: usize| slots.iter().any(|slot| !filled.cell(row, slot.at.column).is_empty());
    let is_person = |row: usize| {
        row > header && !sheet.cell(row, names).is_empty() && has_code(row) && !is_below_legend(sheet, header, row)
    };
    let (legend, _) = Legend::of(sheet, &|row| row <= header || is_person(row));
    for row in (header + 1..sheet.n_rows()).filter(|row| is_person(*row)) {
        reading.n_read += 1;
        for slot in &slots {
            let at = At { row, column: slot.at.column };
            if merged.contains(&at) {
                reading.assume(
                    Rule::Merged,
                    at,
                    filled.cell(row, at.column),
                    String::new,
                    u32::from(slot.end - slot.start),
                );
            }
            take_code(&filled, at, *slot, (day, sheet.cell(row, names)), &legend, &mut reading);
        }
    }
    reading.drafts = super::slot_grid::unite(std::mem::take(&mut reading.drafts));
    reading
}

/// Whether a row stands below the heading of a legend.
fn is_below_legend(sheet: &Sheet, header: usize, row: usize) -> bool {
    (header + 1..=row).any(|row| {
        let text = sheet.cell(row, 0).trim_end_matches(':').to_lowercase();
        ["legend", "key", "codes"].contains(&text.as_str())
    })
}

fn take_code(
    sheet: &Sheet,
    at: At,
    slot: Slot,
    (day, staff): (DraftDays, &str),
    legend: &Legend,
    reading: &mut SheetReading,
) {
    let code = sheet.cell(at.row, at.column);
    let known = legend.get(code);
    if code.is_empty() && known.is_none() {
        return;
    }
    let base = Draft::of(at)
        .days(day)
        .between(slot.start, slot.end)
        .text("staff", staff.split_whitespace().collect::<Vec<&str>>().join(" "));
    let minutes = u32::from(slot.end - slot.start);
    if known.is_none() {
        match cell_word(code) {
            Some(CellWord::Leave) => return reading.push(base.text("activity", "leave")),
            Some(_) => return,
            None => {}
        }
    }
    let meaning = known.unwrap_or(code);
    if known.is_some() {
        reading.assume(Rule::Legend, at, code, || meaning.to_owned(), minutes);
    }
    if known.is_some_and(is_not_at_work) {
        return;
    }
    match activity_of(meaning).or_else(|| activity_word(code)) {
        Some(activity) => {
            reading.assume(Rule::ActivityWord, at, code, || activity.name().to_owned(), minutes);
            reading.push(base.text("activity", activity.name()));
        }
        None => {
            if known.is_none() {
                reading.assume(Rule::CodeAsDesk, at, code, || format!("the desk {code}"), minutes);
            }
            let desk = meaning.strip_suffix(" desk").or_else(|| meaning.strip_suffix(" Desk")).unwrap_or(meaning);
            reading.push(base.text("activity", "desk").text("desk", desk));
        }
    }
}

fn is_not_at_work(meaning: &str) -> bool {
    let lower = meaning.to_lowercase();
    lower.starts_with("not ") || ["off", "not working", "off duty", "day off"].contains(&lower.as_str())
}

/// The activity that the meaning of a code names: its first words, or one of its words.
fn activity_of(meaning: &str) -> Option<crate::study::Activity> {
    use crate::study::Activity;
    let lower = meaning.to_lowercase();
    if let Some(activity) = activity_word(&lower) {
        return Some(activity);
    }
    if lower.contains("desk") && !lower.contains("off the desk") && !lower.contains("off desk") {
        return None;
    }
    let words = [
        ("off the desk", Activity::OffDesk),
        ("off desk", Activity::OffDesk),
        ("lunch", Activity::Meal),
        ("dinner", Activity::Meal),
        ("break", Activity::Break),
        ("meeting", Activity::Meeting),
        ("story", Activity::Program),
        ("program", Activity::Program),
        ("training", Activity::Training),
        ("outreach", Activity::Outreach),
        ("visit to", Activity::Outreach),
        ("partner", Activity::Outreach),
        ("planning", Activity::Planning),
        ("vacation", Activity::Leave),
        ("leave", Activity::Leave),
        ("travel", Activity::Travel),
    ];
    words.iter().find(|(word, _)| lower.contains(word)).map(|(_, activity)| *activity)
}
