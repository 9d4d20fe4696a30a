//! Which sheets does a workbook hold? XLSX, XLS and ODS, with a bound on what a small file may unfold to.

use super::super::sheet::{Merged, Sheet};
use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Ods, Reader, Xls, Xlsx};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// No schedule unfolds to more than this; what does is a bomb or a mistake.
const MOST_BYTES: u64 = 1 << 30;
/// More cells than any schedule holds.
const MOST_CELLS: u64 = 40_000_000;
/// The last row that a spreadsheet can have.
const MOST_ROWS: u64 = 1 << 20;

/// Why a workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkbookRefusal {
    /// It would unfold to too much.
    TooLarge,
    /// It is locked with a password, or no workbook at all, or damaged.
    Damaged(String),
}

impl WorkbookRefusal {
    /// What is wrong and what to do.
    #[must_use]
    pub fn in_words(&self) -> (String, &'static str) {
        match self {
            WorkbookRefusal::TooLarge => (
                "the workbook unfolds to more than any schedule holds".to_owned(),
                "save the one sheet that is needed as CSV",
            ),
            WorkbookRefusal::Damaged(why) => (
                format!("the workbook cannot be opened: {why}"),
                "open it in a spreadsheet and save it again, without a password",
            ),
        }
    }
}

/// Whether a file is a workbook, by its first bytes.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// Reads every sheet of a workbook that shows one.
///
/// # Errors
/// When it cannot be read.
pub fn read_workbook(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookRefusal> {
    if bytes.starts_with(b"PK") {
        let parts = check_size(bytes)?;
        if parts.iter().any(|name| name == "xl/workbook.xml") {
            return read_xlsx(file, bytes);
        }
        if parts.iter().any(|name| name == "content.xml") {
            return read_ods(file, bytes);
        }
        return Err(WorkbookRefusal::Damaged("it is a ZIP file without a workbook in it".to_owned()));
    }
    read_xls(file, bytes)
}

fn damaged(error: impl std::fmt::Display) -> WorkbookRefusal {
    WorkbookRefusal::Damaged(error.to_string())
}

/// Unfolds every part once, without keeping it, and gives their names.
fn check_size(bytes: &[u8]) -> Result<Vec<String>, WorkbookRefusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut left = MOST_BYTES;
    let mut names = Vec::new();
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        let is_table = name == "content.xml";
        let mut counted = part.take(left + 1);
        if is_table {
            let mut text = Vec::new();
            counted.read_to_end(&mut text).map_err(damaged)?;
            left = left.saturating_sub(u64::try_from(text.len()).unwrap_or(u64::MAX));
            if n_repeated_cells(&text) > MOST_CELLS {
                return Err(WorkbookRefusal::TooLarge);
            }
        } else {
            let n_bytes = std::io::copy(&mut counted, &mut std::io::sink()).map_err(damaged)?;
            left = left.saturating_sub(n_bytes);
        }
        if left == 0 {
            return Err(WorkbookRefusal::TooLarge);
        }
        names.push(name);
    }
    Ok(names)
}

/// How many cells an ODS table unfolds to: repeated cells in repeated rows, up to the last of each that holds something.
fn n_repeated_cells(content: &[u8]) -> u64 {
    let (mut total, mut in_row, mut pending, mut rows) = (0_u64, 0_u64, 0_u64, 1_u64);
    let mut pending_rows = 0_u64;
    for at in memchr::memchr_iter(b'<', content) {
        let end = memchr::memchr(b'>', &content[at..]).map_or(content.len(), |n| at + n);
        let tag = &content[at + 1..end];
        let repeated = |name: &[u8]| repeat_of(tag, name);
        if tag.starts_with(b"table:table-row ") || tag == b"table:table-row" {
            (in_row, pending, rows) = (0, 0, repeated(b"number-rows-repeated=\""));
        } else if tag.starts_with(b"table:table-cell") || tag.starts_with(b"table:covered-table-cell") {
            let n = repeated(b"number-columns-repeated=\"");
            if memchr::memmem::find(tag, b"office:value").is_some() || !tag.ends_with(b"/") {
                in_row = in_row.saturating_add(pending).saturating_add(n);
                pending = 0;
            } else {
                pending = pending.saturating_add(n);
            }
        } else if tag == b"/table:table-row" {
            if in_row > 0 {
                let n_rows = rows.saturating_add(pending_rows).min(MOST_ROWS);
                total = total.saturating_add(in_row.saturating_mul(n_rows));
                pending_rows = 0;
            } else {
                pending_rows = pending_rows.saturating_add(rows);
            }
        }
    }
    total
}

fn repeat_of(tag: &[u8], name: &[u8]) -> u64 {
    let Some(at) = memchr::memmem::find(tag, name) else { return 1 };
    let digits: String =
        tag[at + name.len()..].iter().take_while(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
    digits.parse().unwrap_or(u64::MAX)
}

fn read_xlsx(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookRefusal> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let mut rows: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
        let mut n_cells = 0;
        {
            let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
            while let Some(cell) = cells.next_cell().map_err(damaged)? {
                let text = text_of_ref(cell.get_value());
                if !text.is_empty() {
                    n_cells += 1;
                    let (row, column) = cell.get_position();
                    rows.entry(row).or_default().push((column, text));
                }
                if n_cells > MOST_CELLS {
                    return Err(WorkbookRefusal::TooLarge);
                }
            }
        }
        let mut sheet = sheet_of(file, &name, rows)?;
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        sheet.merged = merged.iter().filter_map(merged_of).collect();
        sheets.push(sheet);
    }
    Ok(named_where_several(sheets))
}

fn read_xls(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookRefusal> {
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let mut sheet = sheet_of(file, &name, rows_of(&workbook.worksheet_range(&name).map_err(damaged)?))?;
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        sheet.merged = merged.iter().filter_map(merged_of).collect();
        sheets.push(sheet);
    }
    Ok(named_where_several(sheets))
}

fn read_ods(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookRefusal> {
    let mut workbook: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        sheets.push(sheet_of(file, &name, rows_of(&workbook.worksheet_range(&name).map_err(damaged)?))?);
    }
    Ok(named_where_several(sheets))
}

fn rows_of(range: &calamine::Range<Data>) -> BTreeMap<u32, Vec<(u32, String)>> {
    let (top, left) = range.start().unwrap_or((0, 0));
    let mut rows: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
    for (row, column, data) in range.used_cells() {
        let text = text_of(data);
        if !text.is_empty() {
            let at = |offset: usize, start: u32| u32::try_from(offset).unwrap_or(0) + start;
            rows.entry(at(row, top)).or_default().push((at(column, left), text));
        }
    }
    rows
}

/// A sheet of the cells that hold something; rows and columns between them are blank.
fn sheet_of(file: &str, name: &str, rows: BTreeMap<u32, Vec<(u32, String)>>) -> Result<Sheet, WorkbookRefusal> {
    let mut sheet = Sheet::new(file, name);
    let mut n_cells: u64 = 0;
    for (row, mut cells) in rows {
        while sheet.n_rows() < usize::try_from(row).unwrap_or(0) {
            sheet.end_row();
        }
        cells.sort_by_key(|(column, _)| *column);
        let mut next = 0;
        for (column, text) in cells {
            n_cells += u64::from(column.saturating_sub(next)) + 1;
            if n_cells > MOST_CELLS {
                return Err(WorkbookRefusal::TooLarge);
            }
            for _ in next..column {
                sheet.push_cell("");
            }
            sheet.push_cell(&text);
            next = column + 1;
        }
        sheet.end_row();
    }
    Ok(sheet)
}

/// A workbook of one sheet is known by its file alone.
fn named_where_several(sheets: Vec<Sheet>) -> Vec<Sheet> {
    let mut filled: Vec<Sheet> = sheets.into_iter().filter(|sheet| sheet.n_rows() > 0).collect();
    if let [only] = &mut filled[..] {
        only.name.clear();
    }
    filled
}

fn merged_of(area: &Dimensions) -> Option<Merged> {
    let at = |number: u32| usize::try_from(number).ok();
    let merged =
        Merged { top: at(area.start.0)?, left: at(area.start.1)?, bottom: at(area.end.0)?, right: at(area.end.1)? };
    // no schedule merges whole rows or columns of a sheet
    let n_cells = (merged.bottom - merged.top + 1).saturating_mul(merged.right - merged.left + 1);
    (n_cells > 1 && n_cells <= 10_000).then_some(merged)
}

fn text_of_ref(data: &DataRef<'_>) -> String {
    match data {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) => text.clone(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string().to_uppercase(),
        DataRef::DateTime(moment) => moment_text(*moment),
        DataRef::DateTimeIso(text) => iso_text(text),
        DataRef::DurationIso(text) => duration_text(text),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn text_of(data: &Data) -> String {
    match data {
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string().to_uppercase(),
        Data::DateTime(moment) => moment_text(*moment),
        Data::DateTimeIso(text) => iso_text(text),
        Data::DurationIso(text) => duration_text(text),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A date as `2026-10-05`, a time as `09:30`, both with a blank between them; seconds are rounded to minutes.
fn moment_text(moment: ExcelDateTime) -> String {
    let value = moment.as_f64();
    let minutes = format!("{:.0}", (value - value.floor()) * 1440.0).parse::<u16>().unwrap_or(0);
    let clock = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    if (0.0..1.0).contains(&value) || moment.is_duration() && value < 2.0 {
        let days = if value >= 1.0 { 24 } else { 0 };
        return format!("{:02}:{:02}", minutes / 60 + days, minutes % 60);
    }
    let Some(date) = moment.as_datetime() else { return value.to_string() };
    if minutes == 0 || minutes == 1440 {
        date.format("%Y-%m-%d").to_string()
    } else {
        format!("{} {clock}", date.format("%Y-%m-%d"))
    }
}

fn iso_text(text: &str) -> String {
    text.strip_suffix("T00:00:00").unwrap_or(text).replace('T', " ")
}

/// `PT09H30M00S` as `09:30`.
fn duration_text(text: &str) -> String {
    let read = || {
        let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
        let minutes = rest.split_once('M').map_or("0", |(minutes, _)| minutes);
        Some(format!("{:02}:{:02}", hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?))
    };
    read().unwrap_or_else(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{duration_text, iso_text, n_repeated_cells};

    #[test]
    fn cells_that_are_repeated_a_million_times_are_counted_before_they_are_made() {
        let row = |cells: &str, n: u64| {
            format!("<table:table-row table:number-rows-repeated=\"{n}\">{cells}</table:table-row>")
        };
        let value =
            "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"1000\"/>";
        assert_eq!(n_repeated_cells(row(value, 100_000).as_bytes()), 100_000_000);
        let blank = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
        assert_eq!(n_repeated_cells(row(blank, 1_048_576).as_bytes()), 0);
    }

    #[test]
    fn times_of_open_documents_are_shown_as_times() {
        assert_eq!(duration_text("PT09H30M00S"), "09:30");
        assert_eq!(iso_text("2026-10-05T00:00:00"), "2026-10-05");
    }
}
