//! The report as one HTML page: semantic, without a script, readable on screens, on paper and by ear.

use super::ReportError;
use super::document::Document;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

#[derive(Template)]
#[template(path = "page.html", escape = "html", config = "src/report/askama.toml")]
struct Page<'a> {
    document: &'a Document,
    style: &'a str,
    fonts: [String; 2],
}

/// Renders the report; every text of the user's is escaped, the charts are set as they were drawn.
///
/// # Errors
/// When the template refuses.
pub fn render_html(document: &Document) -> Result<String, ReportError> {
    let fonts = crate::chart::chart_fonts().map(|font| STANDARD.encode(font));
    let page = Page { document, style: include_str!("style.css"), fonts };
    page.render().map_err(|error| ReportError::Page(error.to_string()))
}
