//! Results as data frames, and frames as files. The only floor that knows polars.
//!
//! Each table is defined once, column by column; the frame, the files and the README of columns come from that one
//! definition. Only formats: no arithmetic on minutes.

mod cell;
mod community_tables;
mod comparison_tables;
mod define;
mod desk_tables;
mod export;
mod partner_tables;
mod people_tables;
mod reassignment_table;
mod rows_of;
mod suggestion_tables;
mod tables;
mod work_tables;

pub use comparison_tables::{COMPARISON_TABLE_NAMES, comparison_tables, trade_off_table};
pub use define::Table;
pub use export::{Format, readme, write_table};
pub use reassignment_table::reassignment_table;
pub use rows_of::{RowsOf, rows_of};
pub use suggestion_tables::{ask_back_table, department_swaps_table, unlocks_table};
pub use tables::{TABLE_NAMES, tables};

/// What can go wrong between results and a table's file.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The frame could not be made or written.
    #[error("the table `{table}` cannot be written: {reason}")]
    Frame {
        /// Which table.
        table: String,
        /// Why.
        reason: String,
    },
}
