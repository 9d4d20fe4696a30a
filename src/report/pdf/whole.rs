//! `report.pdf`: the whole report, with contents, numbered figures, running heads and the tables behind the figures.

use super::data::whole;
use super::press::{Pdf, Press};
use crate::chart::Chart;
use crate::report::ReportError;
use crate::report::document::Document;
use crate::study::Paper;

/// The whole report as PDF; `font` is one more font, for signs that the compiled-in one does not have.
///
/// # Errors
/// When the template or the exporter refuses.
pub fn render_report(document: &Document, paper: Paper, font: Option<&[u8]>) -> Result<Pdf, ReportError> {
    let charts: Vec<&Chart> = document.figures().map(|figure| &figure.chart).collect();
    let mut press = Press::new(include_str!("report.typ"), &charts, font)?;
    let laid_out = press.lay_out(&whole(document, paper))?;
    Press::print(&laid_out, &format!("report {}", document.ident()))
}
