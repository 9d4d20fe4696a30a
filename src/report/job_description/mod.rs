//! A sample job description whose shares of time come from a schedule: a template filled in, as Markdown and as a Word
//! document (DOCX).
//!
//! The document is written as Office Open XML (ECMA-376) directly: what there is of crates for it (docx-rs 0.4.22, the
//! best kept) can set neither the title nor the language of a document, and no table row that repeats on each page.

mod blocks;
mod docx;
mod docx_parts;
mod template;
mod values;

pub use docx::render_docx;
pub use template::{TemplateError, fill};
pub use values::{Job, job_values};
