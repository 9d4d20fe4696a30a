//! A problem in words alone, for logs and for people who listen to their screen: no drawing, one fact a line.

use super::Problem;

/// Renders a problem as plain sentences.
#[must_use]
pub fn render_plain(problem: &Problem) -> String {
    let location = &problem.location;
    let mut lines = vec![format!("{} {}: {}", problem.severity().name(), problem.code.name(), problem.message)];
    let mut place = format!("in {}", location.file);
    if location.line > 0 {
        place.push_str(&format!(", line {}", location.line));
    }
    if let (Some(cell), Some(address)) = (&location.cell, location.address()) {
        place.push_str(&format!(", cell {address}, column {}: {}", cell.column, quoted(&cell.value)));
    }
    lines.push(place);
    for (word, text) in [("because", &problem.label), ("done", &problem.done), ("help", &problem.help)] {
        if !text.is_empty() {
            lines.push(format!("{word}: {text}"));
        }
    }
    lines.join("\n")
}

fn quoted(value: &str) -> String {
    if value.is_empty() { "blank".to_owned() } else { format!("\"{value}\"") }
}
