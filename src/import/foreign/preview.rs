//! What was understood of a source, as lines for the person who reads along before anything is written.

use super::cell::Confidence;
use super::draft::{Draft, Target};
use super::reading::Assumed;
use super::source::{SheetImport, SourceImport};
use crate::text::spreadsheet_column;
use crate::time::Minutes;
use rustc_hash::FxHashSet;

/// How many names of a kind are shown.
const NAMED: usize = 40;
/// How many rows are shown as they will be written.
const SHOWN: usize = 5;

/// The lines about one source file.
#[must_use]
pub fn preview(import: &SourceImport) -> Vec<String> {
    let mut lines = vec![format!("{}: {}", import.file, import.container)];
    for name in &import.passed_over {
        lines.push(format!("  sheet {name}: not read"));
    }
    for sheet in &import.sheets {
        sheet_lines(sheet, &mut lines);
    }
    lines
}

fn sheet_lines(sheet: &SheetImport, lines: &mut Vec<String>) {
    let (fit, reading) = (&sheet.fit, &sheet.reading);
    let name = if sheet.sheet.name.is_empty() { String::new() } else { format!("sheet {}: ", sheet.sheet.name) };
    let header = fit.header.map_or_else(|| "no header row".to_owned(), |row| format!("header in row {}", row + 1));
    lines.push(format!(
        "  {name}{} ({}), {header}, for {}",
        fit.shape.words(),
        fit.shape.name(),
        fit.target.file().name
    ));
    if !fit.columns.is_empty() {
        push_wrapped("columns", &columns(sheet), lines);
    }
    for remark in reading.remarks.iter().take(12) {
        push_wrapped("noted", remark, lines);
    }
    if reading.remarks.len() > 12 {
        lines.push(format!("  noted    and {} more rows that are not read", reading.remarks.len() - 12));
    }
    let mut assumed: Vec<_> = reading.assumed.iter().collect();
    assumed.sort_by_key(|(rule, _)| rule.confidence());
    for (rule, assumed) in assumed {
        push_wrapped(rule.confidence().name(), &assumption(rule.words(), rule.confidence(), assumed), lines);
    }
    for joined in sheet.joined.iter().take(12) {
        lines.push(format!("  name     {} is {}", joined.written, joined.name));
    }
    for (word, column) in [("people", "staff"), ("partners", "stakeholder"), ("branches", "branch"), ("desks", "desk")]
    {
        if sheet.fit.target.file().columns.first() == Some(&column) || column != "staff" {
            push_all(word, column, &reading.drafts, lines);
        }
    }
    if !reading.drafts.is_empty() {
        lines.push(String::new());
        lines.extend(first_rows(&reading.drafts, fit.target).into_iter().map(|line| format!("    {line}")));
        lines.push(String::new());
    }
    let minutes = Minutes(i64::try_from(reading.minutes()).unwrap_or(i64::MAX));
    let time = if minutes.is_zero() { String::new() } else { format!(" ({:.1} h)", minutes.hours()) };
    let left_out = match reading.n_left_out {
        0 => String::new(),
        n => format!(", nothing is taken from {n} of them"),
    };
    lines.push(format!("  {} read{left_out}; {}{time} to write", rows(reading.n_read), rows(reading.drafts.len())));
}

/// Every name that stands in a column, so that a wrong one is seen before it is written.
fn push_all(word: &str, column: &str, drafts: &[Draft], lines: &mut Vec<String>) {
    let different: FxHashSet<&str> =
        drafts.iter().map(|draft| draft.get(column)).filter(|name| !name.is_empty()).collect();
    let mut names: Vec<&str> = different.into_iter().collect();
    names.sort_unstable();
    let n_more = names.len().saturating_sub(NAMED);
    let more = if n_more > 0 { format!(", and {n_more} more") } else { String::new() };
    if !names.is_empty() {
        push_wrapped(
            word,
            &format!("{}{more}", names.iter().take(NAMED).copied().collect::<Vec<&str>>().join(", ")),
            lines,
        );
    }
}

/// The widest line.
const WIDTH: usize = 98;

/// A text after a word, its further lines below its first.
fn push_wrapped(word: &str, text: &str, lines: &mut Vec<String>) {
    let mut line = format!("  {word:<8}");
    for part in text.split(' ') {
        if line.chars().count() + 1 + part.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, " ".repeat(10)));
        }
        line.push(' ');
        line.push_str(part);
    }
    lines.push(line);
}

fn rows(n: usize) -> String {
    if n == 1 { "1 row".to_owned() } else { format!("{n} rows") }
}

/// `A Name = staff; B-H = day`: columns of one meaning that stand side by side are one entry.
fn columns(sheet: &SheetImport) -> String {
    let mut sorted: Vec<_> = sheet.fit.columns.iter().collect();
    sorted.sort_by_key(|mapped| mapped.column);
    sorted
        .chunk_by(|a, b| a.field == b.field && b.column == a.column + 1)
        .map(|same| match same {
            [only] => format!("{} {} = {}", spreadsheet_column(only.column), one_line(&only.header), only.field)
                .replace("  ", " "),
            [first, .., last] => {
                format!("{}-{} = {}", spreadsheet_column(first.column), spreadsheet_column(last.column), first.field)
            }
            [] => String::new(),
        })
        .collect::<Vec<String>>()
        .join("; ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

fn assumption(words: &str, confidence: Confidence, assumed: &Assumed) -> String {
    let cells = if assumed.n_cells == 1 { "1 cell".to_owned() } else { format!("{} cells", assumed.n_cells) };
    let hours = Minutes(i64::try_from(assumed.minutes).unwrap_or(i64::MAX)).hours();
    let time = if assumed.minutes > 0 { format!(", {hours:.1} h rest on it") } else { String::new() };
    let n_examples = if confidence == Confidence::Guess { 3 } else { 1 };
    let examples: Vec<String> = assumed
        .examples
        .iter()
        .take(n_examples)
        .map(|(cell, written, taken)| match (written.is_empty(), taken.is_empty()) {
            (_, true) => cell.clone(),
            (true, false) => format!("{cell} is {taken}"),
            (false, false) => format!("{cell} `{}` is {taken}", one_line(written)),
        })
        .collect();
    format!("{words}: {cells}{time} ({})", examples.join("; "))
}

/// The first rows under their column names, in columns of equal width.
fn first_rows(drafts: &[Draft], target: Target) -> Vec<String> {
    let shown: Vec<&Draft> = drafts.iter().take(SHOWN).collect();
    let columns: Vec<&str> = target
        .file()
        .columns
        .iter()
        .copied()
        .filter(|column| shown.iter().any(|draft| !draft.cell(column, target).is_empty()))
        .collect();
    let mut table: Vec<Vec<String>> = vec![columns.iter().map(|column| (*column).to_owned()).collect()];
    table.extend(shown.iter().map(|draft| columns.iter().map(|column| short(&draft.cell(column, target))).collect()));
    let widths: Vec<usize> =
        (0..columns.len()).map(|at| table.iter().map(|row| row[at].chars().count()).max().unwrap_or(0)).collect();
    let mut lines: Vec<String> = table
        .iter()
        .map(|row| {
            let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
            cells.join("  ").trim_end().to_owned()
        })
        .collect();
    if drafts.len() > shown.len() {
        lines.push(format!("… and {} more", drafts.len() - shown.len()));
    }
    lines
}

fn short(cell: &str) -> String {
    if cell.chars().count() <= 32 { cell.to_owned() } else { cell.chars().take(31).chain(['…']).collect() }
}
