//! The report as one HTML page: semantic, readable on screens, on paper and by ear; with a small script for comfort, and
//! a policy that lets nothing else run.

use super::ReportError;
use super::document::{Document, Figure};
use crate::say;
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("page.js");

#[derive(Template)]
#[template(path = "page.html", escape = "html", config = "src/report/askama.toml")]
struct Page<'a> {
    document: &'a Document,
    policy: String,
    letters: String,
    style: &'static str,
    script: &'static str,
    tables: String,
}

/// Renders the report; every text of the user's is escaped, the charts are set as they were drawn.
///
/// # Errors
/// When the template refuses.
pub fn render_html(document: &Document) -> Result<String, ReportError> {
    let refuse = |error: &dyn std::fmt::Display| ReportError::Page(error.to_string());
    let letters = letters();
    // no cell of a table can end the element that the tables stand in
    let tables = serde_json::to_string(&document.enclosed).map_err(|error| refuse(&error))?.replace('<', "\\u003c");
    let page = Page { document, policy: policy(&letters), letters, style: STYLE, script: SCRIPT, tables };
    page.render().map_err(|error| refuse(&error))
}

/// Whether a cell is a number, which stands at the right.
fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok()
}

/// The fonts as rules of a style sheet.
fn letters() -> String {
    let rule = |(font, weight): (&[u8], u16)| {
        let data = STANDARD.encode(font);
        format!(
            "@font-face {{ font-family: \"Noto Sans\"; font-weight: {weight}; src: url(data:font/ttf;base64,{data}) format(\"truetype\"); }}\n"
        )
    };
    crate::chart::chart_fonts().into_iter().zip([400, 700]).map(rule).collect()
}

/// The Content Security Policy of the page: its own script and styles by their hashes, its own fonts and pictures, and
/// nothing from elsewhere.
fn policy(letters: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
    format!(
        "default-src 'none'; script-src {}; style-src {} {}; font-src data:; img-src blob:; base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(letters),
        hash(STYLE)
    )
}

impl Figure {
    /// In which file all rows of its table are, as HTML.
    fn where_its_rows_are(&self) -> String {
        let file = format!("tables/{}.csv", self.chart.table);
        let said = if self.n_rows > self.rows.len() {
            say!("figure-first-rows", n = self.rows.len(), file = &file)
        } else {
            say!("figure-all-rows", file = &file)
        };
        linked(&said, &[&file])
    }
}

/// Which tables have the exact figures of a comparison, as HTML.
fn where_its_tables_are() -> String {
    let (measures, roles) = ("tables/comparison.csv", "tables/comparison_roles.csv");
    linked(&say!("what-if-exact", measures = measures, roles = roles), &[measures, roles])
}

/// A sentence in which addresses of files are links, as HTML; tables are there to be kept.
fn linked(sentence: &str, files: &[&str]) -> String {
    let escaped = [('&', "&#38;"), ('<', "&#60;"), ('>', "&#62;")]
        .into_iter()
        .fold(sentence.to_owned(), |text, (sign, name)| text.replace(sign, name));
    files.iter().fold(escaped, |text, file| text.replacen(file, &format!("<a href=\"{file}\" download>{file}</a>"), 1))
}
