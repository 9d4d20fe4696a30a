//! The packet on paper: one page for those who have one minute, and the whole report; tagged PDF for every reader.
//!
//! Typst sets both from templates that hold no words of their own: every text arrives as data, so that nothing a file
//! holds can become markup. Charts are set as vectors with their text alternatives. PDF/UA-1 (ISO 14289-1:2014) is asked
//! of the exporter, which refuses what breaks it; a sign that no font has is such a case, and is said.

mod brief;
mod data;
mod paper_table;
mod press;
mod whole;

pub use brief::{Brief, render_brief};
pub use press::Pdf;
pub use whole::render_report;
