//! Which tables travel within the page? Those of a size to be mailed, so that the page alone can hand them out.

use crate::table::{Format, Table, write_table};
use std::collections::BTreeMap;

/// A table of more bytes stands in its file beside the page only.
const MOST_BYTES: usize = 128 * 1024;

/// Tables as CSV, by name.
#[must_use]
pub fn enclosed(tables: &[Table]) -> BTreeMap<&'static str, String> {
    tables
        .iter()
        // a row has a byte for each cell at least: what is too long is not rendered first
        .filter(|table| table.n_rows() * table.columns.len() <= MOST_BYTES)
        .filter_map(|table| {
            let mut bytes = Vec::new();
            write_table(table, Format::Csv, &mut bytes).ok()?;
            let text = String::from_utf8(bytes).ok()?;
            (text.len() <= MOST_BYTES).then_some((table.name, text))
        })
        .collect()
}
