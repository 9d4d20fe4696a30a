//! What is a row on one of its dates?

use crate::study::{Activity, BranchId, DeskId};

/// One row on one date.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// The row's line.
    pub line: u32,
    /// At which branch.
    pub branch: BranchId,
    /// On which desk.
    pub desk: DeskId,
    /// What the person does.
    pub activity: Activity,
    /// Not a row: time that is assumed (as `Shift`) or not known (as `Other`).
    pub is_assumed: bool,
}
