//! Frames as files: CSV that a spreadsheet may open safely, JSON, Parquet, and the README of columns.

use super::{Table, TableError};
use crate::say;
use crate::wording::comma_list;
use polars::prelude::{AnyValue, Column, DataFrame, DataType, IntoColumn, NamedFrom, Series};
use polars_io::SerWriter;
use polars_io::csv::write::CsvWriter;
use polars_io::parquet::write::ParquetWriter;
use serde_json::{Map, Value};
use std::fmt::Write as _;
use std::io::Write;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with commas.
    Csv,
    /// A list of objects.
    Json,
    /// Apache Parquet.
    Parquet,
}

impl Format {
    /// The ending of the file.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Parquet => "parquet",
        }
    }
}

/// Writes a table.
///
/// # Errors
/// When the writer fails.
pub fn write_table(table: &Table, format: Format, mut to: impl Write) -> Result<(), TableError> {
    let refuse = |reason: String| TableError::Frame { table: table.name.to_owned(), reason };
    match format {
        Format::Csv => {
            let mut frame = spreadsheet_safe(&table.frame).map_err(|error| refuse(error.to_string()))?;
            CsvWriter::new(to).include_header(true).finish(&mut frame).map_err(|error| refuse(error.to_string()))
        }
        Format::Json => {
            serde_json::to_writer(&mut to, &json_rows(&table.frame)).map_err(|error| refuse(error.to_string()))
        }
        Format::Parquet => {
            let mut frame = table.frame.clone();
            ParquetWriter::new(to).finish(&mut frame).map(|_| ()).map_err(|error| refuse(error.to_string()))
        }
    }
}

/// A cell that begins with `=`, `+`, `-` or `@` would be a formula in a spreadsheet: an apostrophe goes before it.
fn spreadsheet_safe(frame: &DataFrame) -> Result<DataFrame, polars::error::PolarsError> {
    let mut columns: Vec<Column> = Vec::with_capacity(frame.width());
    for column in frame.columns() {
        let is_formula = |text: &str| text.bytes().next().is_some_and(|first| b"=+-@\t\r".contains(&first));
        let safe = match column.dtype() {
            DataType::String if column.str()?.iter().flatten().any(is_formula) => {
                let cells = column
                    .str()?
                    .iter()
                    .map(|text| text.map(|text| if is_formula(text) { format!("'{text}") } else { text.to_owned() }));
                Series::new(column.name().clone(), cells.collect::<Vec<Option<String>>>()).into_column()
            }
            _ => column.clone(),
        };
        columns.push(safe);
    }
    DataFrame::new(frame.height(), columns)
}

fn json_rows(frame: &DataFrame) -> Vec<Value> {
    (0..frame.height())
        .map(|row| {
            let cells = frame.columns().iter().map(|column| {
                let value = match column.get(row).unwrap_or(AnyValue::Null) {
                    AnyValue::Null => Value::Null,
                    AnyValue::String(text) => Value::from(text),
                    AnyValue::StringOwned(text) => Value::from(text.as_str()),
                    AnyValue::Int64(number) => Value::from(number),
                    AnyValue::Float64(number) => Value::from(number),
                    AnyValue::Date(days) => Value::from(crate::time::Day(days).to_string()),
                    other => Value::from(other.to_string()),
                };
                (column.name().to_string(), value)
            });
            Value::Object(cells.collect::<Map<String, Value>>())
        })
        .collect()
}

/// What each column of each table means, in Markdown.
#[must_use]
pub fn readme(tables: &[Table], formats: &[Format], left_out: &[String]) -> String {
    let endings: Vec<&str> = formats.iter().map(|format| format.ending()).collect();
    let mut text = format!("# {}\n\n{}\n", say!("tables-heading"), say!("tables-lead", formats = comma_list(&endings)));
    for table in tables {
        let about = say!("table-and-rows", about = &table.about, n = table.n_rows());
        let head = format!("| {} | {} |", say!("tables-column"), say!("tables-meaning"));
        let _ = write!(text, "\n## {}\n\n{about}\n\n{head}\n| --- | --- |\n", table.name);
        for (name, about) in &table.columns {
            let _ = writeln!(text, "| `{name}` | {about} |");
        }
    }
    if !left_out.is_empty() {
        let _ = write!(text, "\n## {}\n\n", say!("tables-left-out"));
        for sentence in left_out {
            let _ = writeln!(text, "- {sentence}");
        }
    }
    text
}
