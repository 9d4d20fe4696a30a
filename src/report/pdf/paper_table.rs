//! How does a wide table stand on paper? Columns that say the same in every row are said once, and what is still too
//! wide for a turned page is cut into parts that repeat the columns that name a row.

use crate::report::document::{Document, Figure};
use crate::say;
use crate::text::capital;
use crate::wording::and_list;
use serde_json::{Value, json};

/// The most rows that stand on paper; longer tables are read in their files.
const MOST_ROWS: usize = 40;
/// How many signs of small type one line of a turned page holds.
const SIGNS_A_LINE: usize = 170;
/// The widest cell before it is broken into lines, in signs.
const WIDEST_CELL: usize = 26;

/// A table as it stands on paper.
pub(super) struct PaperTable {
    /// The figures it stands behind.
    pub(super) figures: Vec<usize>,
    name: &'static str,
    note: String,
    parts: Vec<Part>,
}

/// Columns that stand side by side.
struct Part {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    is_number: Vec<bool>,
}

impl PaperTable {
    fn figures_in_words(&self) -> String {
        let numbers: Vec<String> = self.figures.iter().map(usize::to_string).collect();
        and_list(&numbers, numbers.len())
    }

    pub(super) fn data(&self) -> Value {
        let part = |part: &Part| json!({"columns": part.columns, "rows": part.rows, "numbers": part.is_number});
        json!({
            "title": say!("table-title", file = format!("tables/{}.csv", self.name)),
            "behind": say!("table-behind", figures = self.figures_in_words(), n = self.figures.len()),
            "note": self.note,
            "parts": self.parts.iter().map(part).collect::<Vec<_>>(),
        })
    }
}

/// The tables behind the figures of the chapters, in order, each once; those that are short enough for paper. What a
/// scenario changes stands measure by measure in the text.
pub(super) fn paper_tables(document: &Document) -> Vec<PaperTable> {
    let mut tables: Vec<PaperTable> = Vec::new();
    for figure in document.chapters.iter().flat_map(|chapter| &chapter.figures) {
        if let Some(known) = tables.iter_mut().find(|table| table.name == figure.chart.table) {
            known.figures.push(figure.number);
        } else if !figure.rows.is_empty() && figure.n_rows <= MOST_ROWS && figure.rows.len() == figure.n_rows {
            let about =
                document.tables.iter().find(|(name, _)| *name == figure.chart.table).map_or("", |(_, about)| about);
            tables.push(paper_table(figure, about));
        }
    }
    tables
}

fn paper_table(figure: &Figure, about: &str) -> PaperTable {
    let (kept, said_once) = columns_that_differ(figure);
    let n_names = kept.iter().take_while(|at| !is_number_column(figure, **at)).count().max(1);
    let mut note = vec![say!("table-about", about = capital(about))];
    if !said_once.is_empty() {
        note.push(say!("table-in-every-row", columns = said_once.join("; ")));
    }
    PaperTable {
        name: figure.chart.table,
        figures: vec![figure.number],
        note: note.join(" "),
        parts: parts(figure, &kept, n_names),
    }
}

/// The columns in which rows differ, and those in which they do not, with what they all say.
fn columns_that_differ(figure: &Figure) -> (Vec<usize>, Vec<String>) {
    let mut kept = Vec::new();
    let mut said_once = Vec::new();
    let mut nothing = Vec::new();
    for (at, name) in figure.columns.iter().enumerate() {
        let first = cell(figure, 0, at);
        let is_same = figure.n_rows > 1 && (1..figure.rows.len()).all(|row| cell(figure, row, at) == first);
        match (is_same, first) {
            (false, _) => kept.push(at),
            (true, "" | "0") => nothing.push(heading(name)),
            (true, said) => said_once.push(format!("{}: {said}", heading(name))),
        }
    }
    if !nothing.is_empty() {
        said_once.push(say!("table-nothing-in", columns = nothing.join(", ")));
    }
    (kept, said_once)
}

fn cell(figure: &Figure, row: usize, column: usize) -> &str {
    figure.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
}

fn is_number_column(figure: &Figure, at: usize) -> bool {
    (0..figure.rows.len()).map(|row| cell(figure, row, at)).all(|said| said.is_empty() || said.parse::<f64>().is_ok())
}

/// A column's name as people write it: `on_shift_min` is `on shift, min`.
fn heading(name: &str) -> String {
    let (name, unit) = match name.rsplit_once('_') {
        Some((name, unit @ ("min" | "percent"))) => (name, format!(", {unit}")),
        _ => (name, String::new()),
    };
    format!("{}{unit}", name.replace('_', " "))
}

/// Cuts the columns into parts that fit; each begins with the columns that name a row.
fn parts(figure: &Figure, kept: &[usize], n_names: usize) -> Vec<Part> {
    let (names, figures) = kept.split_at(n_names.min(kept.len()));
    let room = SIGNS_A_LINE.saturating_sub(names.iter().map(|at| width(figure, *at)).sum());
    let mut groups: Vec<Vec<usize>> = vec![Vec::new()];
    let mut used = 0;
    for at in figures {
        let needed = width(figure, *at);
        if used + needed > room && groups.last().is_some_and(|group| !group.is_empty()) {
            groups.push(Vec::new());
            used = 0;
        }
        used += needed;
        if let Some(group) = groups.last_mut() {
            group.push(*at);
        }
    }
    groups
        .into_iter()
        .map(|group| {
            let columns: Vec<usize> = names.iter().copied().chain(group).collect();
            Part {
                columns: columns.iter().map(|at| heading(figure.columns.get(*at).copied().unwrap_or(""))).collect(),
                rows: (0..figure.rows.len())
                    .map(|row| columns.iter().map(|at| cell(figure, row, *at).to_owned()).collect())
                    .collect(),
                is_number: columns.iter().map(|at| is_number_column(figure, *at)).collect(),
            }
        })
        .collect()
}

/// How many signs a column takes: its longest cell, or the longest word of its heading, and the space beside it.
fn width(figure: &Figure, at: usize) -> usize {
    let name = heading(figure.columns.get(at).copied().unwrap_or(""));
    let longest_word = name.split(' ').map(|word| word.chars().count()).max().unwrap_or(0);
    let longest_cell = (0..figure.rows.len()).map(|row| cell(figure, row, at).chars().count()).max().unwrap_or(0);
    longest_word.max(longest_cell.min(WIDEST_CELL)) + 3
}
