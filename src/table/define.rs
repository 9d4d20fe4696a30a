//! What is a table? Rows of something, and columns that each know their name, their meaning and their cell.

use super::TableError;
use crate::time::{Day, Minutes};
use polars::prelude::{
    AnyValue, Column, DataFrame, DataType, IntoColumn, IntoSeries, NamedFrom, NewChunkedArray, Series, StringChunked,
};
use rayon::prelude::*;

/// A table: its definition and its frame.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name, which is its file's name.
    pub name: &'static str,
    /// What one row of it is.
    pub about: String,
    /// Its columns: name and meaning.
    pub columns: Vec<(&'static str, String)>,
    /// Its rows.
    pub(super) frame: DataFrame,
}

impl Table {
    /// How many rows.
    #[must_use]
    pub fn n_rows(&self) -> usize {
        self.frame.height()
    }

    /// The first rows as text, for a page.
    #[must_use]
    pub fn first_rows(&self, most: usize) -> Vec<Vec<String>> {
        let cell = |column: &Column, row: usize| match column.get(row) {
            Ok(AnyValue::String(text)) => text.to_owned(),
            Ok(AnyValue::StringOwned(text)) => text.to_string(),
            Ok(AnyValue::Date(days)) => Day(days).to_string(),
            Ok(AnyValue::Null) | Err(_) => String::new(),
            Ok(other) => other.to_string(),
        };
        (0..self.n_rows().min(most))
            .map(|row| self.frame.columns().iter().map(|column| cell(column, row)).collect())
            .collect()
    }
}

/// How a cell comes from a row.
pub enum Cells<'a, T> {
    /// Text that lives elsewhere.
    Text(Box<dyn Fn(&'a T) -> &'a str + Sync + 'a>),
    /// Text made for the cell.
    Made(Box<dyn Fn(&'a T) -> String + Sync + 'a>),
    /// Whole minutes.
    Minutes(Box<dyn Fn(&'a T) -> Minutes + Sync + 'a>),
    /// Whole minutes, or nothing.
    MaybeMinutes(Box<dyn Fn(&'a T) -> Option<Minutes> + Sync + 'a>),
    /// A count.
    Count(Box<dyn Fn(&'a T) -> usize + Sync + 'a>),
    /// A count, or nothing.
    MaybeCount(Box<dyn Fn(&'a T) -> Option<usize> + Sync + 'a>),
    /// A number with decimals, or nothing.
    Decimal(Box<dyn Fn(&'a T) -> Option<f64> + Sync + 'a>),
    /// A date.
    Date(Box<dyn Fn(&'a T) -> Day + Sync + 'a>),
}

/// A table while it is defined.
pub struct Definition<'a, T> {
    name: &'static str,
    about: String,
    rows: &'a [T],
    columns: Vec<(&'static str, String, Cells<'a, T>)>,
}

impl<'a, T: Sync> Definition<'a, T> {
    /// Starts a table.
    pub fn new(name: &'static str, about: impl Into<String>, rows: &'a [T]) -> Definition<'a, T> {
        Definition { name, about: about.into(), rows, columns: Vec::new() }
    }

    fn with(mut self, name: &'static str, about: impl Into<String>, cells: Cells<'a, T>) -> Self {
        self.columns.push((name, about.into(), cells));
        self
    }

    /// A column of text.
    pub fn text(
        self,
        name: &'static str,
        about: impl Into<String>,
        cell: impl Fn(&'a T) -> &'a str + Sync + 'a,
    ) -> Self {
        self.with(name, about, Cells::Text(Box::new(cell)))
    }

    /// A column of text that is made.
    pub fn made(
        self,
        name: &'static str,
        about: impl Into<String>,
        cell: impl Fn(&'a T) -> String + Sync + 'a,
    ) -> Self {
        self.with(name, about, Cells::Made(Box::new(cell)))
    }

    /// A column of whole minutes.
    pub fn minutes(
        self,
        name: &'static str,
        about: impl Into<String>,
        cell: impl Fn(&'a T) -> Minutes + Sync + 'a,
    ) -> Self {
        self.with(name, about, Cells::Minutes(Box::new(cell)))
    }

    /// A column of whole minutes that may be blank.
    pub fn maybe_minutes(
        self,
        name: &'static str,
        about: impl Into<String>,
        cell: impl Fn(&'a T) -> Option<Minutes> + Sync + 'a,
    ) -> Self {
        self.with(name, about, Cells::MaybeMinutes(Box::new(cell)))
    }

    /// A column of counts.
    pub fn count(
        self,
        name: &'static str,
        about: impl Into<String>,
        cell: impl Fn(&'a T) -> usize + Sync + 'a,
    ) -> Self {
        self.with(name, about, Cells::Count(Box::new(cell)))
    }

    /// A column of counts that may be blank.
    pub fn maybe_count(
        self,
        name: &'static str,
        about: impl Into<String>,
        cell: impl Fn(&'a T) -> Option<usize> + Sync + 'a,
    ) -> Self {
        self.with(name, about, Cells::MaybeCount(Box::new(cell)))
    }

    /// A column of numbers with decimals that may be blank.
    pub fn decimal(
        self,
        name: &'static str,
        about: impl Into<String>,
        cell: impl Fn(&'a T) -> Option<f64> + Sync + 'a,
    ) -> Self {
        self.with(name, about, Cells::Decimal(Box::new(cell)))
    }

    /// A column of dates.
    pub fn date(self, name: &'static str, about: impl Into<String>, cell: impl Fn(&'a T) -> Day + Sync + 'a) -> Self {
        self.with(name, about, Cells::Date(Box::new(cell)))
    }

    /// Makes the frame, its columns side by side.
    ///
    /// # Errors
    /// When polars refuses the columns.
    pub fn finish(self) -> Result<Table, TableError> {
        let refuse = |error: polars::error::PolarsError| TableError::Frame {
            table: self.name.to_owned(),
            reason: error.to_string(),
        };
        let columns: Result<Vec<Column>, _> =
            self.columns.par_iter().map(|(name, _, cells)| column(name, cells, self.rows)).collect();
        let frame = DataFrame::new(self.rows.len(), columns.map_err(refuse)?).map_err(refuse)?;
        let columns = self.columns.into_iter().map(|(name, about, _)| (name, about)).collect();
        Ok(Table { name: self.name, about: self.about, columns, frame })
    }
}

fn column<'a, T>(name: &str, cells: &Cells<'a, T>, rows: &'a [T]) -> Result<Column, polars::error::PolarsError> {
    let name = name.into();
    let rows = rows.iter();
    let series = match cells {
        Cells::Text(cell) => StringChunked::from_iter_values(name, rows.map(cell)).into_series(),
        Cells::Made(cell) => StringChunked::from_iter_values(name, rows.map(cell)).into_series(),
        Cells::Minutes(cell) => Series::new(name, rows.map(|row| cell(row).0).collect::<Vec<i64>>()),
        Cells::MaybeMinutes(cell) => {
            Series::new(name, rows.map(|row| cell(row).map(|minutes| minutes.0)).collect::<Vec<Option<i64>>>())
        }
        Cells::Count(cell) => {
            Series::new(name, rows.map(|row| i64::try_from(cell(row)).unwrap_or(i64::MAX)).collect::<Vec<i64>>())
        }
        Cells::MaybeCount(cell) => {
            let count = |row| cell(row).map(|n| i64::try_from(n).unwrap_or(i64::MAX));
            Series::new(name, rows.map(count).collect::<Vec<Option<i64>>>())
        }
        Cells::Decimal(cell) => Series::new(name, rows.map(cell).collect::<Vec<Option<f64>>>()),
        Cells::Date(cell) => {
            Series::new(name, rows.map(|row| cell(row).0).collect::<Vec<i32>>()).cast(&DataType::Date)?
        }
    };
    Ok(series.into_column())
}
