//! What changes, as pictures: measures, losses, partners, other assumptions, and what desk time buys.
//!
//! The first side of a comparison is a hollow circle, each other side a mark of its own shape in a panel of its own;
//! numbers are written at the marks, and words say whether a change is wanted.

mod comparison;
mod dumbbell;
mod measure_cells;
mod measures;
mod outcomes;
mod panels;
mod partners;
mod robust;
mod trade_off;

pub use comparison::draw_comparison;
pub use trade_off::TradeOffPoint;
