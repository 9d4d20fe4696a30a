//! offdesk's own columns: what a study already says is imported as it stands.

use super::{Fit, Shape};
use crate::import::canonical::CanonicalFile;
use crate::import::cell::{is_closed_word, parse_date, parse_days};
use crate::import::foreign::draft::{Draft, DraftDays, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::{ClockTime, Day};

/// Rows that are looked at before the sheet is called canonical.
const SAMPLE: usize = 20;

/// Recognizes a file of a study: its first row has nothing but the file's columns, and all that are required.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let row = (0..sheet.n_rows().min(40)).find(|row| !sheet.is_comment(*row) && !sheet.is_blank_row(*row))?;
    let names: Vec<String> = sheet.row(row).map(|cell| cell.to_lowercase().replace([' ', '-'], "_")).collect();
    let fits = |file: &CanonicalFile| {
        let has = |column: &str| names.iter().any(|name| name == column);
        names.iter().all(|name| name.is_empty() || file.columns.contains(&name.as_str()))
            && file.required.iter().all(|group| group.iter().any(|column| has(column)))
    };
    let target = Target::ALL.into_iter().find(|target| fits(target.file()))?;
    // one column is no proof
    if target == Target::Staff && names.len() < 2 {
        return None;
    }
    let mut fit = Fit::new(Shape::Canonical, target, Some(row), 100);
    for (column, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        fit = fit.with(column, sheet.cell(row, column), name);
    }
    // the columns may be ours and the cells not: then it is a list like any other
    let rows: Vec<usize> = data_rows(sheet, &fit).take(SAMPLE).collect();
    let n_ours = rows.iter().filter(|row| draft(sheet, &fit, **row).is_ok()).count();
    (n_ours * 2 >= rows.len()).then_some(fit)
}

fn data_rows<'s>(sheet: &'s Sheet, fit: &Fit) -> impl Iterator<Item = usize> + 's {
    (fit.first_row()..sheet.n_rows()).filter(|row| !sheet.is_blank_row(*row) && !sheet.is_comment(*row))
}

/// Reads a file of a study.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, _context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    for row in data_rows(sheet, fit) {
        reading.n_read += 1;
        match draft(sheet, fit, row) {
            Ok(draft) => reading.push(draft),
            Err((column, says)) => {
                reading.n_left_out += 1;
                reading.problem(
                    sheet,
                    At { row, column },
                    Code::E505,
                    says,
                    "mend the cell; `offdesk check` says more about it",
                );
            }
        }
    }
    reading
}

fn draft(sheet: &Sheet, fit: &Fit, row: usize) -> Result<Draft, (usize, String)> {
    let mut draft = Draft::of(At { row, column: 0 });
    let text = |field: &str| fit.column(field).map_or("", |column| sheet.cell(row, column));
    let place = |field: &str| fit.column(field).unwrap_or(0);
    let date = |field: &str| -> Result<Option<Day>, (usize, String)> {
        let text = text(field);
        if text.is_empty() {
            return Ok(None);
        }
        parse_date(text).map(Some).map_err(|refusal| (place(field), refusal.message))
    };
    draft.validity.from = date("from")?;
    draft.validity.to = date("to")?;
    if fit.target != Target::Staff {
        draft.days = match date("date")? {
            Some(day) => DraftDays::On(day),
            None => match (parse_days(text("day")), parse_date(text("day"))) {
                (Some(days), _) => DraftDays::Weekly(days),
                (None, Ok(day)) => DraftDays::On(day),
                (None, Err(_)) => return Err((place("day"), format!("`{}` is not a day", text("day")))),
            },
        };
    }
    let (start, end) = if fit.target == Target::Hours { ("open", "close") } else { ("start", "end") };
    if fit.target != Target::Staff && !(text(start).is_empty() && text(end).is_empty()) && !is_closed_word(text(start))
    {
        let time = |field: &str| {
            ClockTime::parse(text(field)).ok_or_else(|| (place(field), format!("`{}` is not a time", text(field))))
        };
        let (from, mut to) = (time(start)?.0, time(end)?.0);
        if to < from {
            to += 1440;
        }
        draft.span = Some((from, to));
    }
    for column in fit.target.file().columns {
        if !["day", "date", "start", "end", "open", "close", "from", "to"].contains(column) {
            draft = draft.text(column, text(column));
        }
    }
    Ok(draft)
}
