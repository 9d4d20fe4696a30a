//! A roster: people down, days or dates across, a shift in each cell.

use super::super::list::is_nobody;
use super::super::{Fit, Shape};
use super::axis::{break_header, day_columns, settle_days};
use super::legend::Legend;
use super::roster_words::{note_other_rows, usual_words, week_headings};
use super::rotation::{RotationCell, least_common_multiple, rotation_cell, week_letters};
use super::shift_cell::{ShiftCell, Turn, shift_cell};
use crate::import::foreign::cell::{CellWord, ClockHint, Rule, activity_word, cell_word};
use crate::import::foreign::draft::{Draft, DraftDays, Target};
use crate::import::foreign::reading::{CheckedTotal, ImportContext, SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::{Code, Problem};

const HEAD: usize = 30;
const NAMES: [&str; 12] = [
    "staff",
    "name",
    "employee",
    "employeename",
    "agentname",
    "who",
    "member",
    "person",
    "staffmember",
    "worker",
    "column1",
    "",
];
/// Headers of tables that are no rosters.
const OTHERS: [&str; 8] =
    ["branch", "library", "location", "stakeholder", "partner", "organization", "librarybranch", "school"];

/// Recognizes a roster.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let days = day_columns(sheet, row);
    let first = days.first().map(|(column, _)| *column)?;
    let is_repeated = days.iter().enumerate().any(|(at, (_, day))| days[..at].iter().any(|(_, other)| other == day));
    if days.len() < 2 || first == 0 || is_repeated {
        return None;
    }
    let header = |column: usize| super::super::list::plain(sheet.cell(row, column));
    let name = (0..first).find(|column| {
        NAMES.contains(&header(*column).as_str())
            || super::super::list::field_of(sheet.cell(row, *column)) == Some("staff")
    })?;
    if (0..first).any(|column| OTHERS.contains(&header(column).as_str())) {
        return None;
    }
    let below = row + 1..sheet.n_rows().min(row + 40);
    let names = below.clone().map(|row| sheet.cell(row, name)).filter(|cell| !cell.is_empty());
    if names.clone().filter(|name| super::slots::is_slot(name)).count() * 2 > names.count() {
        return None;
    }
    let cells: Vec<&str> = below
        .flat_map(|row| days.iter().map(move |(column, _)| sheet.cell(row, *column)))
        .filter(|cell| !cell.is_empty())
        .collect();
    let n_said = cells.iter().filter(|cell| says_a_shift(cell)).count();
    if cells.is_empty() || n_said * 10 < cells.len() * 5 {
        return None;
    }
    let share = u32::try_from(n_said * 25 / cells.len()).unwrap_or(0);
    Some(with_columns(sheet, row, name, first, Fit::new(Shape::Roster, Target::Schedule, Some(row), 60 + share)))
}

fn says_a_shift(cell: &str) -> bool {
    let one = |text: &str| !matches!(shift_cell(text, ClockHint::default(), &Legend::default()), ShiftCell::Refused(_));
    one(cell) || rotation_cell(cell).is_some_and(|cell| cell.weeks.iter().flatten().any(|part| one(part)))
}

fn with_columns(sheet: &Sheet, row: usize, name: usize, first: usize, mut fit: Fit) -> Fit {
    fit = fit.with(name, sheet.cell(row, name), "staff");
    for (column, _) in day_columns(sheet, row) {
        fit = fit.with(column, sheet.cell(row, column), "day");
    }
    for column in 0..sheet.n_cells(row) {
        let text = sheet.cell(row, column);
        let plain = super::super::list::plain(text);
        if break_header(text).is_some() {
            fit = fit.with(column, text, "break");
        } else if ["total", "totalhours", "hours", "hrs", "weeklyhours", "totalhrs"].contains(&plain.as_str()) {
            fit = fit.with(column, text, "total");
        } else if column < first && ["desk", "area", "servicepoint", "station"].contains(&plain.as_str()) {
            fit = fit.with(column, text, "desk");
        } else if column < first && ["branch", "site"].contains(&plain.as_str()) {
            fit = fit.with(column, text, "branch");
        }
    }
    fit
}

/// A roster while it is read.
pub struct Roster<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// How it was understood.
    pub fit: &'s Fit,
    /// What was decided about it.
    pub context: &'s ImportContext,
    /// How many weeks it takes to repeat.
    pub n_weeks: usize,
    /// Whether the question for the length of breaks was asked.
    pub has_asked_for_break: bool,
    legend: Legend,
    is_rotation: bool,
    /// Words beside times that stand in several cells: desks, and no remarks.
    usual_words: Vec<String>,
    /// The week of the rows, where headings between them say `Week 1`.
    weeks_by_heading: Vec<(usize, usize)>,
}

/// Reads a roster.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let header = fit.header.unwrap_or(0);
    let columns: Vec<_> = day_columns(sheet, header)
        .into_iter()
        .filter(|(column, _)| fit.columns.iter().any(|mapped| mapped.column == *column && mapped.field == "day"))
        .collect();
    let days = settle_days(sheet, header, &columns, context, &mut reading);
    let days = super::day_above::in_week_above(sheet, header, days, context, &mut reading);
    let Some(name) = fit.column("staff") else { return reading };
    let rows = people_rows(sheet, fit, name, &columns);
    let (legend, _) = Legend::of(sheet, &|row| row <= header || rows.contains(&row));
    let day_columns: Vec<usize> = days.iter().map(|(column, _)| *column).collect();
    let usual_words = usual_words(sheet, &rows, &day_columns, &legend);
    let weeks_by_heading = week_headings(sheet, fit.first_row(), name);
    note_other_rows(sheet, fit, name, &rows, &weeks_by_heading, &mut reading);
    let mut roster = Roster {
        sheet,
        fit,
        context,
        legend,
        n_weeks: 1,
        is_rotation: false,
        has_asked_for_break: false,
        usual_words,
        weeks_by_heading,
    };
    roster.find_rotation(&rows, &days);
    for row in rows {
        roster.take(row, name, &days, &mut reading);
    }
    if roster.n_weeks > 1 {
        reading.remarks.push(format!(
            "the roster repeats every {0} weeks: offdesk.toml needs [rotation] with weeks = {0} and starts = the Monday of a week A",
            roster.n_weeks
        ));
    }
    reading
}

/// Rows of people: a name, and something in a day that is no count.
fn people_rows(sheet: &Sheet, fit: &Fit, name: usize, columns: &[(usize, super::axis::DayHeader)]) -> Vec<usize> {
    let is_footer = |row: usize| {
        let word = sheet.cell(row, name).to_lowercase();
        let starts = ["total", "subtotal", "on duty", "count", "legend", "key", "note", "coverage"];
        let is_count = columns.iter().all(|(column, _)| {
            let cell = sheet.cell(row, *column);
            cell.is_empty() || cell.parse::<f64>().is_ok()
        });
        starts.iter().any(|start| word.starts_with(start)) && is_count
    };
    let has_day = |row: usize| columns.iter().any(|(column, _)| !sheet.cell(row, *column).is_empty());
    (fit.first_row()..sheet.n_rows())
        .filter(|row| {
            !sheet.is_comment(*row) && !sheet.cell(*row, name).is_empty() && has_day(*row) && !is_footer(*row)
        })
        .collect()
}

impl Roster<'_> {
    /// Slashes are weeks of a rotation where some part says that the person is off.
    fn find_rotation(&mut self, rows: &[usize], days: &[(usize, DraftDays)]) {
        let cells: Vec<RotationCell> = rows
            .iter()
            .flat_map(|row| days.iter().map(move |(column, _)| (*row, *column)))
            .filter_map(|(row, column)| rotation_cell(self.sheet.cell(row, column)))
            .collect();
        let is_word = |part: &String| cell_word(part).is_some_and(|word| word != CellWord::Blank);
        self.is_rotation = cells.iter().any(|cell| cell.weeks.iter().flatten().any(is_word) || cell.has_turns());
        if let Some(last) = self.weeks_by_heading.iter().map(|(_, week)| *week).max() {
            self.n_weeks = last + 1;
            self.is_rotation = false;
        }
        if self.is_rotation {
            let mut lengths: Vec<usize> =
                cells.iter().filter(|cell| cell.is_even()).map(RotationCell::n_weeks).collect();
            lengths.sort_unstable();
            // a length that one cell alone has is a slip, and is asked about
            let is_usual =
                |length: &usize| lengths.iter().filter(|other| *other == length).count() > 1 || lengths.len() == 1;
            self.n_weeks = lengths
                .iter()
                .filter(|length| is_usual(length))
                .fold(1, |all, length| least_common_multiple(all, *length))
                .min(16);
        }
    }

    fn take(&mut self, row: usize, name: usize, days: &[(usize, DraftDays)], reading: &mut SheetReading) {
        reading.n_read += 1;
        let before = reading.drafts.len();
        if is_nobody(self.sheet.cell(row, name)) {
            let says = format!("`{}` is nobody: open shifts?", self.sheet.cell(row, name));
            reading.problem(
                self.sheet,
                At { row, column: name },
                Code::W514,
                says,
                "nothing to do, if nobody is assigned yet",
            );
            reading.n_left_out += 1;
            return;
        }
        let staff = self.sheet.cell(row, name).split_whitespace().collect::<Vec<&str>>().join(" ");
        for (column, day) in days {
            let at = At { row, column: *column };
            let base = self.placed(Draft::of(at).days(*day).text("staff", staff.clone()), row);
            self.take_cell(&base, at, reading);
        }
        self.breaks(row, days, &staff, reading);
        self.total(row, &staff, before, reading);
    }

    fn placed(&self, draft: Draft, row: usize) -> Draft {
        let text = |field: &str| self.fit.column(field).map_or("", |column| self.sheet.cell(row, column));
        draft.text("branch", text("branch")).text("desk", text("desk"))
    }

    fn take_cell(&self, base: &Draft, at: At, reading: &mut SheetReading) {
        let text = self.sheet.cell(at.row, at.column);
        match rotation_cell(text).filter(|_| self.is_rotation) {
            Some(cell) => self.take_rotation(base, at, &cell, reading),
            None => self.take_part(base, at, text, &self.week_of(at.row), reading),
        }
    }

    /// The week that a heading above a row names; blank for every week.
    fn week_of(&self, row: usize) -> String {
        let heading = self.weeks_by_heading.iter().rev().find(|(heading, _)| *heading < row);
        heading.map_or_else(String::new, |(_, week)| week_letters(&[*week]))
    }

    /// One row of the study for each part, in all the weeks in which it holds.
    fn take_rotation(&self, base: &Draft, at: At, cell: &RotationCell, reading: &mut SheetReading) {
        let text = self.sheet.cell(at.row, at.column);
        if !cell.is_even() || !self.n_weeks.is_multiple_of(cell.n_weeks()) {
            let is_all_off = cell.weeks.iter().flatten().all(|part| cell_word(part).is_some());
            let parts = cell.weeks.len();
            let says = format!(
                "`{text}` has {parts} parts or uneven ones, and the rotation of the others takes {} weeks",
                self.n_weeks
            );
            if is_all_off {
                reading.problem(self.sheet, at, Code::W510, format!("{says}; all of them are off"), "check the cell");
            } else {
                reading.problem(self.sheet, at, Code::E505, says, "write one part for each week of the rotation");
            }
            return;
        }
        let mut parts: Vec<(&str, Vec<usize>)> = Vec::new();
        for week in 0..self.n_weeks {
            let part = cell.part(week);
            match parts.iter_mut().find(|(known, _)| *known == part) {
                Some((_, weeks)) => weeks.push(week),
                None => parts.push((part, vec![week])),
            }
        }
        let rule = if cell.has_turns() { Rule::RotationWithin } else { Rule::RotationWeeks };
        let before = reading.minutes();
        for (part, weeks) in parts {
            let letters = if weeks.len() == self.n_weeks { String::new() } else { week_letters(&weeks) };
            self.take_part(base, at, part, &letters, reading);
        }
        let minutes = u32::try_from(reading.minutes() - before).unwrap_or(u32::MAX);
        reading.assume(
            rule,
            at,
            text,
            || format!("weeks {}", week_letters(&(0..self.n_weeks).collect::<Vec<usize>>())),
            minutes,
        );
    }

    fn take_part(&self, base: &Draft, at: At, text: &str, weeks: &str, reading: &mut SheetReading) {
        let hint = ClockHint {
            is_day_first: self.context.date_order == Some(crate::import::foreign::cell::DateOrder::DayFirst),
            ..ClockHint::default()
        };
        match shift_cell(text, hint, &self.legend) {
            ShiftCell::Turns(turns) => {
                for turn in turns {
                    self.push_turn(base, at, text, weeks, &turn, reading);
                }
            }
            ShiftCell::Word(CellWord::Leave) => {
                reading.assume(Rule::WholeDayLeave, at, text, || "leave 00:00-24:00".to_owned(), 0);
                reading.push(base.clone().between(0, 1440).text("activity", "leave").text("week", weeks));
            }
            ShiftCell::Word(CellWord::AllDay) => {
                reading.push(base.clone().between(0, 1440).text("activity", "shift").text("week", weeks));
            }
            ShiftCell::Word(CellWord::Blank | CellWord::Closed) => {}
            ShiftCell::Word(CellWord::Unknown) => {
                let says = format!("`{text}` does not say whether the person works");
                reading.problem(self.sheet, at, Code::W509, says, "write the times, or off");
            }
            ShiftCell::Refused(refusal) => reading.refuse_text(self.sheet, at, text, refusal),
        }
    }

    fn push_turn(&self, base: &Draft, at: At, text: &str, weeks: &str, turn: &Turn, reading: &mut SheetReading) {
        if turn.is_from_legend {
            reading.assume(Rule::Legend, at, text, || shown(turn.range.start, turn.range.end), 0);
        }
        reading.assume_range(turn.range, at, text);
        if matches!(turn.range.rule, Some(Rule::SpreadsheetDate | Rule::SpreadsheetDateEither | Rule::StrayLetter)) {
            let taken = shown(turn.range.start, turn.range.end);
            reading.problem(
                self.sheet,
                at,
                Code::W510,
                format!("`{text}` is read as {taken}"),
                "check it, and mend the cell in the source",
            );
        }
        let mut draft = base.clone().between(turn.range.start, turn.range.end).text("week", weeks);
        let desk = self.legend.get(&turn.word).unwrap_or(&turn.word).to_owned();
        match activity_word(&desk) {
            Some(activity) => draft = draft.text("activity", activity.name()),
            None if !desk.is_empty() && self.usual_words.contains(&turn.word.to_lowercase()) => {
                reading.assume(Rule::CodeAsDesk, at, text, || format!("the desk {desk}"), draft.minutes());
                draft.set("desk", &desk);
                draft = draft.text("activity", "desk");
            }
            None if !desk.is_empty() => {
                let says = format!("`{desk}` beside the times is taken for a remark");
                let problem = Problem::new(Code::N517, self.sheet.location(at)).says(says);
                let help = "if it is a desk, give it a column or a legend; a word that three cells say is one";
                reading.problems.push(problem.done("it is kept as a note").help(help));
                draft = draft.text("activity", "shift").text("note", desk);
            }
            None if base.get("desk").is_empty() => {
                reading.assume(Rule::TimesAsShift, at, text, || "a shift".to_owned(), draft.minutes());
                draft = draft.text("activity", "shift");
            }
            None => draft = draft.text("activity", "desk"),
        }
        reading.push(draft);
    }

    /// The row's own total, compared with its cells.
    fn total(&self, row: usize, staff: &str, before: usize, reading: &mut SheetReading) {
        let Some(column) = self.fit.column("total").filter(|_| self.n_weeks == 1) else { return };
        let Ok(hours) = self.sheet.cell(row, column).replace(',', ".").parse::<f64>() else { return };
        let says_min = format!("{:.0}", hours * 60.0).parse::<u32>().unwrap_or(0);
        let counted = |draft: &&Draft| !["leave", "meal"].contains(&draft.get("activity"));
        let found_min = reading.drafts[before..].iter().filter(counted).map(Draft::minutes).sum();
        let at = At { row, column };
        if says_min != found_min {
            let says = format!("the row says {hours} hours, and its shifts come to {:.2}", f64::from(found_min) / 60.0);
            reading.problem(
                self.sheet,
                at,
                Code::W511,
                says,
                "check the row; paid leave and unpaid breaks may be the difference",
            );
        }
        reading.totals.push(CheckedTotal { at, of: staff.to_owned(), says_min, found_min });
    }
}
