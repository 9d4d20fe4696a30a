//! What would a swap of two desk hours give departments that cannot plan together?
//!
//! Moves and swaps of at most two desk hours a week are weighed on each kind of day; the best ones are tried by the
//! trial of [`super::unlock`], then on the whole study, by the analysis itself. Nothing that leaves a desk, the building,
//! a partner or other departments with less than today is offered.

mod candidate;
mod search;

pub use search::{DepartmentPair, DepartmentSwap, DepartmentSwaps, department_swaps};
