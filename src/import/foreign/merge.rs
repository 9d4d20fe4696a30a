//! How do imported rows join a file of the study? They take the place of what came from the same source before, and every
//! other row stays as it is.

use super::container::read_text;
use super::draft::{Draft, DraftDays, Target};
use super::sheet::Sheet;
use crate::problem::Problems;
use crate::time::Day;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// A row of a source with the place it came from.
#[derive(Clone, Debug)]
pub struct Sourced<'d> {
    /// The row.
    pub draft: &'d Draft,
    /// File and sheet.
    pub label: &'d str,
}

/// What a merge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// The file's new text, in pieces.
    pub pieces: Vec<String>,
    /// Rows of other sources, or typed by hand.
    pub n_kept: usize,
    /// Rows of the same source on dates that the new ones do not cover.
    pub n_earlier: usize,
    /// Rows of the same source that were replaced.
    pub n_replaced: usize,
    /// Rows that were written.
    pub n_written: usize,
    /// Rows that were written and stand in the file from another source, or typed by hand, with the same cells.
    pub n_same: usize,
}

/// Merges rows into the text of a canonical file (empty where there is none yet).
#[must_use]
pub fn merge(
    old: &str,
    target: Target,
    profile: &str,
    rows: &[Sourced<'_>],
    fill: &dyn Fn(&str) -> Option<String>,
) -> Merged {
    let mut merged = Merged::default();
    let sheet = read_text(target.file().name, old.trim_start_matches('\u{feff}'), b',', &mut Problems::default());
    let header = (0..sheet.n_rows()).find(|row| !sheet.is_comment(*row) && !sheet.is_blank_row(*row));
    let columns = columns_of(&sheet, header, target, rows, fill);
    let dates = covered(rows);
    let mut standing: HashSet<Vec<String>> = HashSet::new();
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    // writing to memory does not fail
    let mut write = |cells: &[String]| writer.write_record(cells).unwrap_or(());
    write(&columns);
    for row in header.map_or(0, |row| row + 1)..sheet.n_rows() {
        if sheet.is_blank_row(row) {
            continue;
        }
        match fate(&sheet, row, &columns, profile, dates.as_ref()) {
            Fate::Replaced => merged.n_replaced += 1,
            fate => {
                if fate == Fate::Earlier {
                    merged.n_earlier += 1;
                } else {
                    merged.n_kept += usize::from(!sheet.is_comment(row));
                }
                let mut cells: Vec<String> =
                    (0..sheet.n_cells(row)).map(|column| sheet.raw(row, column).to_owned()).collect();
                if !sheet.is_comment(row) {
                    standing.insert(key(&columns, |at| sheet.cell(row, at).to_owned()));
                    cells.resize(columns.len().max(cells.len()), String::new());
                }
                write(&cells);
            }
        }
    }
    if !standing.is_empty() {
        let own = |row: &&Sourced<'_>| key(&columns, |at| row.draft.cell(&canonical(&columns[at]), target));
        merged.n_same = rows.iter().filter(|row| standing.contains(&own(row))).count();
    }
    merged.n_written = rows.len();
    let columns: Vec<String> = columns.iter().map(|name| canonical(name)).collect();
    let fills: Vec<String> = columns.iter().map(|column| fill(column).unwrap_or_default()).collect();
    let lines: Vec<String> = rows
        .par_chunks(4096)
        .map(|rows| {
            let (mut lines, mut last) = (String::with_capacity(rows.len() * 96), LastDate::default());
            rows.iter().for_each(|row| push_line(&mut lines, row, target, profile, &columns, &fills, &mut last));
            lines
        })
        .collect();
    merged.pieces =
        vec![head_of(&sheet, header), String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()];
    merged.pieces.extend(lines);
    merged
}

/// The columns of the file, and those that the new rows need.
fn columns_of(
    sheet: &Sheet,
    header: Option<usize>,
    target: Target,
    rows: &[Sourced<'_>],
    fill: &dyn Fn(&str) -> Option<String>,
) -> Vec<String> {
    let mut columns: Vec<String> = header.map_or_else(Vec::new, |row| sheet.row(row).map(ToOwned::to_owned).collect());
    let is_used = |column: &str| fill(column).is_some() || rows.iter().any(|row| row.draft.has(column, target));
    for column in target.file().columns {
        let is_there = columns.iter().any(|name| canonical(name) == *column);
        let is_needed = target.file().required.iter().any(|group| group.first() == Some(column));
        if !is_there && (is_used(column) || is_needed || column.starts_with("source")) {
            columns.push((*column).to_owned());
        }
    }
    columns
}

/// The comments above the header, as they stand.
fn head_of(sheet: &Sheet, header: Option<usize>) -> String {
    let mut head = String::new();
    for row in 0..header.unwrap_or(0) {
        head.push_str(sheet.raw(row, 0));
        for column in 1..sheet.n_cells(row) {
            head.push(',');
            head.push_str(sheet.raw(row, column));
        }
        head.push('\n');
    }
    head
}

/// Dates are written again and again: the last one is kept as text.
type LastDate = (Option<Day>, String);

/// One row as a line of the file.
fn push_line(
    lines: &mut String,
    row: &Sourced<'_>,
    target: Target,
    profile: &str,
    columns: &[String],
    fills: &[String],
    last: &mut LastDate,
) {
    for (at, (column, fill)) in columns.iter().zip(fills).enumerate() {
        if at > 0 {
            lines.push(',');
        }
        match (column.as_str(), row.draft.days) {
            ("source", _) => push_cell(lines, profile),
            ("source_cell", _) => push_cell(lines, &format!("{} {}", row.label, row.draft.at.address())),
            ("date", DraftDays::On(day)) => {
                if last.0 != Some(day) {
                    *last = (Some(day), day.to_string());
                }
                lines.push_str(&last.1);
            }
            ("day" | "date" | "start" | "end" | "open" | "close" | "from" | "to", _) => {
                if row.draft.has(column, target) {
                    push_cell(lines, &row.draft.cell(column, target));
                } else {
                    lines.push_str(fill);
                }
            }
            (column, _) => {
                let text = row.draft.get(column);
                push_cell(lines, if text.is_empty() { fill } else { text });
            }
        }
    }
    lines.push('\n');
}

/// A cell, in quotation marks where it needs them.
fn push_cell(lines: &mut String, cell: &str) {
    if cell.contains([',', '"', '\n', '\r']) {
        lines.push('"');
        lines.push_str(&cell.replace('"', "\"\""));
        lines.push('"');
    } else {
        lines.push_str(cell);
    }
}

/// What a row says, without where it came from.
fn key(columns: &[String], cell: impl Fn(usize) -> String) -> Vec<String> {
    (0..columns.len()).filter(|at| !canonical(&columns[*at]).starts_with("source")).map(cell).collect()
}

fn canonical(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Kept,
    Earlier,
    Replaced,
}

/// The dates of the new rows; none where some of them have no date.
fn covered(rows: &[Sourced<'_>]) -> Option<BTreeSet<Day>> {
    rows.iter().map(|row| if let DraftDays::On(day) = row.draft.days { Some(day) } else { None }).collect()
}

fn fate(sheet: &Sheet, row: usize, columns: &[String], profile: &str, dates: Option<&BTreeSet<Day>>) -> Fate {
    let cell = |name: &str| {
        columns.iter().position(|column| canonical(column) == name).map_or("", |column| sheet.cell(row, column))
    };
    if sheet.is_comment(row) || cell("source") != profile {
        return Fate::Kept;
    }
    let date = crate::import::cell::parse_date(cell("date")).ok();
    match (date, dates) {
        (Some(date), Some(dates)) if !dates.contains(&date) => Fate::Earlier,
        _ => Fate::Replaced,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sourced, merge};
    use crate::import::foreign::draft::{Draft, Target};
    use crate::import::foreign::sheet::At;
    use crate::time::Day;

    fn shift(day: u32) -> Draft {
        let day = Day::from_ymd(2026, 10, day).unwrap_or_default();
        Draft::of(At { row: 1, column: 0 })
            .on(day)
            .between(540, 1020)
            .text("staff", "Ana Ruiz")
            .text("activity", "shift")
    }

    fn merged(old: &str, days: &[u32]) -> super::Merged {
        let drafts: Vec<Draft> = days.iter().map(|day| shift(*day)).collect();
        let rows: Vec<Sourced<'_>> = drafts.iter().map(|draft| Sourced { draft, label: "a.csv" }).collect();
        merge(old, Target::Schedule, "rota", &rows, &|_| None)
    }

    #[test]
    fn what_came_from_the_same_source_is_replaced_and_all_else_stays() {
        let first = merged("# my notes, kept\nstaff,day,start,end\n\"Vale, Ben\",Mon,9:00,17:00\n", &[5, 6]);
        assert_eq!((first.n_kept, first.n_written), (1, 2));
        let text = first.pieces.concat();
        assert!(text.starts_with(
            "# my notes, kept\nstaff,day,start,end,date,activity,source,source_cell\n\"Vale, Ben\",Mon,9:00,17:00,"
        ));
        let again = merged(&text, &[5, 6]);
        assert_eq!(again.pieces.concat(), text);
        assert_eq!((again.n_replaced, again.n_kept), (2, 1));
    }

    #[test]
    fn rows_of_months_that_the_new_export_does_not_cover_stay() {
        let first = merged("", &[5, 6]);
        let next = merged(&first.pieces.concat(), &[6, 12]);
        assert_eq!((next.n_earlier, next.n_replaced, next.n_written), (1, 1, 2));
        let far = merged(&first.pieces.concat(), &[1, 30]);
        assert_eq!((far.n_earlier, far.n_replaced), (2, 0));
    }

    #[test]
    fn the_same_rows_of_another_source_are_counted() {
        let first = merged("", &[5, 6]).pieces.concat().replace("rota,", "other,");
        let again = merged(&first, &[5, 12]);
        assert_eq!((again.n_kept, again.n_same), (2, 1));
    }
}
