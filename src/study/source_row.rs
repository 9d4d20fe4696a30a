//! Where did a row come from? The source file and its cell, of every row that was imported.

use super::{BranchId, StaffId};

/// A row of a study's file and the cell of the source that it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceRow {
    /// The study's file.
    pub file: &'static str,
    /// The row's line in it, from 1.
    pub line: u32,
    /// The person, of a schedule row.
    pub staff: Option<StaffId>,
    /// The branch, of a schedule row.
    pub branch: Option<BranchId>,
    /// The profile of the import.
    pub source: String,
    /// The source file, its sheet and the cell.
    pub cell: String,
}
