//! `brief.pdf`: one page for those who have one minute. What does not fit is set tighter, then shortened; the page is
//! never two.

use super::data::{findings, frame, story};
use super::press::{Pdf, Press, chart_file};
use crate::chart::Chart;
use crate::finding::{Ask, Finding};
use crate::report::ReportError;
use crate::report::document::Document;
use crate::say;
use crate::study::{Paper, Story};
use serde_json::{Value, json};

/// Claims that stand large.
const N_FINDINGS: usize = 3;
/// The width of the page between its margins, in points (Letter; A4 is a little narrower).
const WIDTH_PT: i32 = 518;

/// How a page is filled: the first way that fits is taken.
#[derive(Clone, Copy, Debug)]
struct Fill {
    /// How tight the type is set, from 0.
    tightness: usize,
    /// The most height of the chart, in points.
    chart_pt: i32,
    /// The most changes that are named.
    n_changes: usize,
    /// The most paragraphs of the story.
    n_paragraphs: usize,
    /// The most further findings, where nothing is asked for.
    n_more: usize,
}

const FILLS: [Fill; 7] = [
    Fill { tightness: 0, chart_pt: 280, n_changes: 6, n_paragraphs: 9, n_more: 5 },
    Fill { tightness: 1, chart_pt: 250, n_changes: 6, n_paragraphs: 9, n_more: 5 },
    Fill { tightness: 2, chart_pt: 230, n_changes: 5, n_paragraphs: 9, n_more: 4 },
    Fill { tightness: 3, chart_pt: 210, n_changes: 4, n_paragraphs: 2, n_more: 3 },
    Fill { tightness: 3, chart_pt: 190, n_changes: 3, n_paragraphs: 1, n_more: 2 },
    Fill { tightness: 4, chart_pt: 170, n_changes: 3, n_paragraphs: 1, n_more: 1 },
    Fill { tightness: 4, chart_pt: 150, n_changes: 2, n_paragraphs: 0, n_more: 0 },
];

/// What the brief shows beside the document's own claims.
#[derive(Clone, Copy, Debug)]
pub struct Brief<'a> {
    /// The one chart.
    pub chart: Option<&'a Chart>,
    /// What is asked for, where a scenario is named.
    pub ask: Option<&'a Ask>,
}

/// The brief as PDF; `font` is one more font, for signs that the compiled-in one does not have.
///
/// # Errors
/// When the template or the exporter refuses.
pub fn render_brief(
    document: &Document,
    brief: Brief<'_>,
    paper: Paper,
    font: Option<&[u8]>,
) -> Result<Pdf, ReportError> {
    let charts: Vec<&Chart> = brief.chart.into_iter().collect();
    let mut press = Press::new(include_str!("brief.typ"), &charts, font)?;
    let ident = format!("brief {}", document.ident());
    let mut laid_out = None;
    for fill in FILLS {
        let page = press.lay_out(&data(document, brief, paper, fill))?;
        let fits = page.pages().len() == 1;
        laid_out = Some(page);
        if fits {
            break;
        }
    }
    let page = laid_out.ok_or_else(|| ReportError::Pdf("the brief has no page".to_owned()))?;
    Press::print(&page, &ident)
}

fn data(document: &Document, brief: Brief<'_>, paper: Paper, fill: Fill) -> Value {
    let mut data = frame(document, paper);
    let mut set = |name: &str, value: Value| data.insert(name.to_owned(), value);
    set("title", json!(say!("pdf-brief-title", title = &document.title)));
    set("tightness", json!(fill.tightness));
    set("kicker", json!(document.subtitle));
    set("question", json!(document.question));
    set("findings", findings(&document.findings[..document.findings.len().min(N_FINDINGS)]));
    let n_more = if brief.ask.is_some() { 0 } else { fill.n_more };
    let more: Vec<Finding> = document.findings.iter().skip(N_FINDINGS).take(n_more).cloned().collect();
    set("more_heading", json!(say!("brief-more")));
    set("more", findings(&more));
    set("chart", brief.chart.map_or(Value::Null, |own| chart(own, fill)));
    set("ask", brief.ask.map_or(Value::Null, |own| ask(own, fill)));
    let told = document.all_stories().next().filter(|_| fill.n_paragraphs > 0);
    set("story", told.map_or(Value::Null, |told| story(&shortened(told, fill.n_paragraphs))));
    set("sources", sources(document));
    Value::Object(data)
}

fn chart(own: &Chart, fill: Fill) -> Value {
    let (width, height) = own.size_without_title();
    let natural = height * WIDTH_PT / width.max(1);
    json!({
        "title": own.title,
        "file": chart_file(own.name),
        "alt": own.description,
        "height_pt": natural.min(fill.chart_pt),
    })
}

fn ask(own: &Ask, fill: Fill) -> Value {
    let n_shown = own.changes.len().min(fill.n_changes);
    let n_more = own.changes.len() - n_shown;
    let parts: Vec<Value> =
        [(say!("ask-wins"), &own.wins), (say!("ask-costs"), &own.costs), (say!("ask-keeps"), &own.keeps)]
            .into_iter()
            .filter(|(_, sentences)| !sentences.is_empty())
            .map(|(label, sentences)| json!({"label": label, "text": sentences.join(" ")}))
            .collect();
    json!({
        "heading": say!("ask-heading", title = &own.title),
        "why": own.why,
        "changes": own.changes[..n_shown],
        "n_more": if n_more > 0 { say!("ask-changes-more", n = n_more) } else { String::new() },
        "parts": parts,
    })
}

/// A story's first paragraphs, whole: no sentence of somebody's is cut.
fn shortened(story: &Story, n_paragraphs: usize) -> Story {
    let n = story.paragraphs.len().min(n_paragraphs);
    Story { paragraphs: story.paragraphs[..n].to_vec(), ..story.clone() }
}

fn sources(document: &Document) -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let ident = document.ident();
    json!([
        {"label": "", "text": document.source},
        {"label": say!("brief-source-how"), "text": say!("brief-source-how-text", version = version)},
        {"label": say!("brief-print"), "text": say!("brief-print-text", ident = &ident[..16])},
    ])
}
