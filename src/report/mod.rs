//! Findings, charts and tables as a packet that a branch manager can hand to an administrator: a page for the browser,
//! a one-page brief and the whole report as PDF, and captions for slides.
//!
//! The page is one self-contained file that asks for nothing from elsewhere and reads the same without its small script;
//! the same input gives the same bytes. Formats what the floors below found; computes nothing.

mod chapter;
mod document;
mod enclosed;
mod fingerprint;
mod html;
mod job_description;
mod method;
mod pdf;
mod privacy;
mod public;
mod slides;
mod stories;
mod visits;
mod what_if;

pub use chapter::{Chapter, Note};
pub use document::{Document, Parts, ProblemRow, document};
pub use fingerprint::{Fingerprint, fingerprints};
pub use html::render_html;
pub use job_description::{Job, TemplateError, fill, job_values, render_docx};
pub use pdf::{Brief, Pdf, render_brief, render_report};
pub use privacy::{LookedThrough, PrivacyFinding, PrivacyPlace, check_privacy};
pub use public::counted_problems;
pub use slides::{render_captions, slide_file, transparent_slide_file};
pub use stories::story_about;
pub use visits::render_visits;
pub use what_if::{MeasureCell, MeasureRow, ScenarioPart, WhatIf, WhatIfParts};

/// What can go wrong between results and the page.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The page's template refused.
    #[error("the report cannot be made: {0}")]
    Page(String),
    /// The PDF's template, or the exporter, refused.
    #[error("the PDF cannot be made: {0}")]
    Pdf(String),
    /// A document's archive cannot be made.
    #[error("the document cannot be made: {0}")]
    Document(String),
    /// An input cannot be read again for its fingerprint.
    #[error("{name} cannot be read: {reason}")]
    Input {
        /// Which file.
        name: String,
        /// Why.
        reason: std::io::Error,
    },
}
