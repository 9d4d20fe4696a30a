//! Which rows of a study were imported, and from which cells? Read from the columns that an import writes.

use super::canonical::{FILES, SCHEDULE};
use super::folder::Folder;
use super::foreign::container::{decode, read_text};
use crate::problem::Problems;
use crate::study::{ScheduleRow, SourceRow, Study};

/// The rows that say where they came from. A file without these columns is not read again.
#[must_use]
pub fn read_sources(folder: &dyn Folder, study: &Study) -> Vec<SourceRow> {
    let mut sources = Vec::new();
    for file in FILES.iter().filter(|file| file.columns.contains(&"source_cell")) {
        let mut head = vec![0; 64 << 10];
        let n_read = folder.read_at(file.name, 0, &mut head).unwrap_or(0);
        let has_column = memchr::memmem::find(&head[..n_read], b"source_cell").is_some();
        if has_column && let Ok(bytes) = folder.read(file.name) {
            read_file(file.name, &bytes, &mut sources);
        }
    }
    if sources.iter().any(|source| source.file == SCHEDULE.name) {
        add_people(study, &mut sources);
    }
    sources
}

fn read_file(file: &'static str, bytes: &[u8], sources: &mut Vec<SourceRow>) {
    let text = decode(bytes).text;
    let sheet = read_text(file, &text, b',', &mut Problems::default());
    let Some(header) = (0..sheet.n_rows()).find(|row| !sheet.is_comment(*row) && !sheet.is_blank_row(*row)) else {
        return;
    };
    let column = |name: &str| (0..sheet.n_cells(header)).find(|column| sheet.cell(header, *column) == name);
    let (Some(source), Some(cell)) = (column("source"), column("source_cell")) else { return };
    // a cell over several lines moves the lines of the rows below it
    let mut line = 1;
    for row in 0..sheet.n_rows() {
        if row > header && !sheet.cell(row, cell).is_empty() {
            sources.push(SourceRow {
                file,
                line,
                staff: None,
                branch: None,
                source: sheet.cell(row, source).to_owned(),
                cell: sheet.cell(row, cell).to_owned(),
            });
        }
        let n_inner: usize = (0..sheet.n_cells(row)).map(|column| sheet.raw(row, column).matches('\n').count()).sum();
        line += 1 + u32::try_from(n_inner).unwrap_or(0);
    }
}

/// Whose schedule row it is, by its line.
fn add_people(study: &Study, sources: &mut [SourceRow]) {
    let mut rows: Vec<ScheduleRow> = study.schedule_rows().collect();
    rows.sort_unstable_by_key(|row| row.line);
    for source in sources.iter_mut().filter(|source| source.file == SCHEDULE.name) {
        if let Ok(at) = rows.binary_search_by_key(&source.line, |row| row.line) {
            source.staff = Some(rows[at].staff);
            source.branch = Some(rows[at].branch);
        }
    }
}
