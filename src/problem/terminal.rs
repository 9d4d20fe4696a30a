//! A problem as a terminal shows it: the line, the cell underlined, what was done and what to do.

use super::{Problem, Severity};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

/// Renders a problem for a terminal, in color (escape codes; strip them where color is not wanted) or not.
#[must_use]
pub fn render_terminal(problem: &Problem, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let location = &problem.location;
    let title = level.primary_title(&problem.message).id(problem.code.name());
    let path = match (&location.cell, location.address()) {
        (Some(cell), Some(address)) => {
            format!(
                "{}:{}:{} (cell {address}, column `{}`)",
                location.file,
                location.line,
                location.column().unwrap_or(1),
                cell.column
            )
        }
        _ if location.line > 0 => format!("{}:{}", location.file, location.line),
        _ => location.file.clone(),
    };
    let mut lines = if location.line > 0 {
        let annotation = AnnotationKind::Primary.span(location.underlined());
        let annotation = if problem.label.is_empty() { annotation } else { annotation.label(&problem.label) };
        let line_start = usize::try_from(location.line).unwrap_or(1);
        let snippet = Snippet::source(&location.text).line_start(line_start).path(&path).annotation(annotation);
        place_in_words(&renderer.render(&[title.element(snippet)]), &path)
    } else {
        format!("{}\n  --> {path}", renderer.render(&[annotate_snippets::Group::with_title(title)]))
    };
    let bold = |word: &str| if color { format!("\u{1b}[1m{word}\u{1b}[0m") } else { word.to_owned() };
    for (word, text) in [("done", &problem.done), ("help", &problem.help)] {
        if !text.is_empty() {
            lines.push_str(&format!("\n  = {}: {text}", bold(word)));
        }
    }
    lines
}

/// The renderer writes its own line and column after the path; the path already says them.
fn place_in_words(rendered: &str, path: &str) -> String {
    rendered
        .lines()
        .map(|line| match line.find(path) {
            Some(at) if line.contains("-->") => {
                let end = at + path.len();
                let rest: String = line[end..].chars().skip_while(|c| c.is_ascii_digit() || *c == ':').collect();
                format!("{}{rest}", &line[..end])
            }
            _ => line.trim_end().to_owned(),
        })
        .collect::<Vec<String>>()
        .join("\n")
}
