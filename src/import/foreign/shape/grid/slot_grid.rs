//! A slot grid: time slots down; days, dates or desks across; people in the cells.

use super::super::list::is_nobody;
use super::super::{Fit, Shape};
use super::axis::{day_columns, settle_days};
use super::day_above::{day_above, in_week_above};
use super::legend::Legend;
use super::people_cell::{InCell, people_in};
use super::slots::{Slot, are_slots, is_slot, read_slots};
use crate::import::foreign::cell::{CellWord, ClockHint, Rule, activity_word, cell_word, read_range};
use crate::import::foreign::draft::{Draft, DraftDays, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;

const HEAD: usize = 30;
/// Corner cells that name no desk.
const CORNERS: [&str; 12] =
    ["time", "times", "shift", "shifts", "slot", "slots", "hour", "hours", "", "day", "period", "block"];

/// Recognizes a slot grid.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let first = (0..sheet.n_cells(row)).find(|column| *column == 0 || !sheet.cell(row, *column).is_empty())?;
    let corner = sheet.cell(row, first);
    if is_slot(corner) || first > 1 {
        return None;
    }
    let below: Vec<usize> =
        (row + 1..sheet.n_rows().min(row + 80)).filter(|row| !sheet.cell(*row, first).is_empty()).collect();
    let n_slots = below.iter().take_while(|row| is_slot(sheet.cell(**row, first))).count();
    let places: Vec<At> = below[..n_slots].iter().map(|row| At { row: *row, column: first }).collect();
    if n_slots < 2 || !are_slots(sheet, &places) {
        return None;
    }
    let columns: Vec<usize> =
        (first + 1..sheet.n_cells(row)).filter(|column| !sheet.cell(row, *column).is_empty()).collect();
    let days = day_columns(sheet, row);
    let n_days = days.iter().filter(|(column, _)| *column > first).count();
    if columns.is_empty()
        || columns.iter().any(|column| is_slot(sheet.cell(row, *column)) && !days.iter().any(|(day, _)| day == column))
    {
        return None;
    }
    let cells: Vec<&str> = below[..n_slots]
        .iter()
        .flat_map(|row| columns.iter().map(move |column| sheet.cell(*row, *column)))
        .filter(|cell| !cell.is_empty())
        .collect();
    let n_names = cells.iter().filter(|cell| looks_like_people(cell)).count();
    if cells.is_empty() || n_names * 10 < cells.len() * 6 {
        return None;
    }
    let score = if n_days * 2 > columns.len() { 85 } else { 62 };
    let mut fit = Fit::new(Shape::SlotGrid, Target::Schedule, Some(row), score).with(first, corner, "slot");
    for column in columns {
        let field = if n_days * 2 > (sheet.n_cells(row) - first) / 2 { "day" } else { "desk" };
        let is_day = days.iter().any(|(day, _)| *day == column);
        if field == "desk" || is_day {
            fit = fit.with(column, sheet.cell(row, column), field);
        }
    }
    Some(fit)
}

/// Letters, and no poll's yes and no.
fn looks_like_people(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let is_answer = ["yes", "no", "ok", "(ok)", "if need be", "1", "0", "available", "preferred", "maybe"]
        .contains(&lower.as_str());
    !is_answer && cell.chars().any(char::is_alphabetic) && read_range(cell, ClockHint::default()).is_err()
}

/// Reads a slot grid.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let (filled, merged) = sheet.with_merged_filled();
    let header = fit.header.unwrap_or(0);
    let slot_column = fit.column("slot").unwrap_or(0);
    let places: Vec<At> = (fit.first_row()..sheet.n_rows())
        .filter(|row| !sheet.is_comment(*row))
        .map(|row| At { row, column: slot_column })
        .filter(|at| !merged.contains(at))
        .collect();
    let slots = read_slots(sheet, &places, &mut reading);
    let is_slot_row = |row: usize| row <= header || slots.iter().any(|slot| slot.at.row == row);
    let (legend, legend_rows) = Legend::of(sheet, &is_slot_row);
    note_other_rows(sheet, fit, &slots, &legend_rows, &mut reading);
    let columns = columns(&filled, fit, header, context, &mut reading);
    reading.n_read = slots.len();
    for (column, days, desk) in columns {
        for slot in &slots {
            let at = At { row: slot.at.row, column };
            let rule = merged.contains(&at).then_some(Rule::Merged);
            take_cell(&filled, at, *slot, &Column { days, desk: &desk, legend: &legend, merged: rule }, &mut reading);
        }
    }
    reading.drafts = unite(std::mem::take(&mut reading.drafts));
    reading
}

/// Rows that are neither slots nor a legend are said, so that nothing is lost unseen.
fn note_other_rows(sheet: &Sheet, fit: &Fit, slots: &[Slot], legend_rows: &[usize], reading: &mut SheetReading) {
    for row in fit.first_row()..sheet.n_rows() {
        let is_known = slots.iter().any(|slot| slot.at.row == row) || legend_rows.contains(&row);
        if let Some(text) = sheet.row(row).find(|cell| !cell.is_empty()).filter(|_| !is_known) {
            reading.remarks.push(format!("row {} is no slot, and is not read: {}", row + 1, text.replace('\n', " ")));
        }
    }
}

/// The columns with their days and desks.
fn columns(
    sheet: &Sheet,
    fit: &Fit,
    header: usize,
    context: &ImportContext,
    reading: &mut SheetReading,
) -> Vec<(usize, DraftDays, String)> {
    let corner = sheet.cell(header, fit.column("slot").unwrap_or(0));
    let corner = corner.strip_suffix(" desk").or_else(|| corner.strip_suffix(" Desk")).unwrap_or(corner);
    let corner = if CORNERS.contains(&super::super::list::plain(corner).as_str()) { "" } else { corner };
    let days: Vec<_> = day_columns(sheet, header)
        .into_iter()
        .filter(|(column, _)| fit.columns.iter().any(|mapped| mapped.column == *column && mapped.field == "day"))
        .collect();
    if !days.is_empty() {
        let settled = settle_days(sheet, header, &days, context, reading);
        let settled = in_week_above(sheet, header, settled, context, reading);
        return settled.into_iter().map(|(column, days)| (column, days, corner.to_owned())).collect();
    }
    let Some(day) = day_above(sheet, header, context, reading) else { return Vec::new() };
    let desks = fit.columns.iter().filter(|mapped| mapped.field == "desk");
    desks.map(|mapped| (mapped.column, day, mapped.header.clone())).collect()
}

struct Column<'c> {
    days: DraftDays,
    desk: &'c str,
    legend: &'c Legend,
    merged: Option<Rule>,
}

fn take_cell(sheet: &Sheet, at: At, slot: Slot, column: &Column<'_>, reading: &mut SheetReading) {
    let text = sheet.cell(at.row, at.column);
    let is_empty = cell_word(text).is_some_and(|word| word != CellWord::Leave) || text.eq_ignore_ascii_case("open");
    if is_empty {
        if matches!(cell_word(text), Some(CellWord::Unknown)) {
            reading.problem(
                sheet,
                at,
                Code::W509,
                format!("`{text}` does not say who is there"),
                "write the name, or leave it blank",
            );
        }
        return;
    }
    let (people, refused) = people_in(text, slot);
    let is_refused = !refused.is_empty();
    for part in refused {
        let says =
            format!("`{}` cannot be placed in the slot {}", part.replace('\n', " "), shown(slot.start, slot.end));
        reading.problem(
            sheet,
            at,
            Code::E505,
            says,
            "write the part of the slot as Name (11:00-13:00), or a handover as Name*3:30pm/Name",
        );
    }
    if is_refused {
        return;
    }
    if let Some(rule) = column.merged {
        reading.assume(rule, at, text, || shown(slot.start, slot.end), u32::from(slot.end - slot.start));
    }
    for person in people {
        let is_word = is_nobody(&person.name)
            || activity_word(&person.name).is_some()
            || person.name.chars().all(|c| !c.is_alphabetic());
        if is_word && column.legend.get(&person.name).is_none() {
            let says = format!("`{}` is not a person", person.name);
            reading.problem(sheet, at, Code::W514, says, "nothing to do, if nobody is meant");
            continue;
        }
        push_person(sheet, at, slot, column, &person, reading);
    }
}

fn push_person(sheet: &Sheet, at: At, slot: Slot, column: &Column<'_>, person: &InCell, reading: &mut SheetReading) {
    let minutes = u32::from(person.end - person.start);
    let text = sheet.cell(at.row, at.column);
    if let Some(rule) = person.rule {
        reading.assume(rule, at, text, || format!("{} {}", person.name, shown(person.start, person.end)), minutes);
    }
    if person.start < slot.start || person.end > slot.end {
        let says = format!(
            "{} is there {}, outside the slot {}",
            person.name,
            shown(person.start, person.end),
            shown(slot.start, slot.end)
        );
        reading.problem(sheet, at, Code::W510, says, "the times in the cell are taken; check them");
    }
    let name = match column.legend.get(&person.name) {
        Some(name) => {
            reading.assume(Rule::Legend, at, &person.name, || name.to_owned(), 0);
            name.to_owned()
        }
        None => {
            let is_initials = person.name.chars().count() <= 3 && person.name.chars().all(char::is_uppercase);
            if is_initials && *column.legend != Legend::default() {
                let says = format!("`{}` is not in the key of the sheet", person.name);
                reading.problem(
                    sheet,
                    at,
                    Code::W512,
                    says,
                    "taken as a name of its own; add it to the key, or as an alias in staff.csv",
                );
            }
            person.name.split_whitespace().collect::<Vec<&str>>().join(" ")
        }
    };
    let draft = Draft::of(at).days(column.days).between(person.start, person.end).text("staff", name);
    reading.push(match activity_word(column.desk) {
        Some(activity) => draft.text("activity", activity.name()),
        None => draft.text("activity", "desk").text("desk", column.desk),
    });
}

/// Slots of one person that touch or overlap, at one desk on one day, are one row: the row of the first cell.
#[must_use]
pub fn unite(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let key = |draft: &Draft| {
        let days = match draft.days {
            DraftDays::On(day) => (0, day.0),
            DraftDays::Weekly(days) => (1, days.days().next().and_then(|day| i32::try_from(day).ok()).unwrap_or(7)),
            DraftDays::None => (2, 0),
        };
        let texts: Vec<String> =
            ["staff", "desk", "activity", "week"].iter().map(|column| draft.get(column).to_owned()).collect();
        (days, texts)
    };
    let order: Vec<_> = drafts.iter().map(|draft| (key(draft), draft.span)).collect();
    let mut places: Vec<usize> = (0..drafts.len()).collect();
    places.sort_by(|a, b| order[*a].cmp(&order[*b]));
    let mut kept: Vec<usize> = Vec::new();
    for place in places {
        let last = kept.last().copied().filter(|last| order[*last].0 == order[place].0);
        if let (Some(last), Some((start, end))) = (last, drafts[place].span)
            && let Some((from, to)) = drafts[last].span
            && start <= to
        {
            drafts[last].span = Some((from, to.max(end)));
        } else {
            kept.push(place);
        }
    }
    kept.sort_unstable();
    kept.into_iter().map(|place| drafts[place].clone()).collect()
}
