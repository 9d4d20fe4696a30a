//! A problem as a machine reads it: one JSON object.

use super::Problem;
use serde_json::{Value, json};

/// Renders a problem as a JSON object with the keys `code`, `severity`, `file`, `line`, `column` (of the first
/// character, from 1), `cell` (such as `E14`), `value` (the cell as written), `message`, `done` and `help`.
#[must_use]
pub fn render_json(problem: &Problem) -> Value {
    let location = &problem.location;
    let line = if location.line > 0 { Value::from(location.line) } else { Value::Null };
    json!({
        "code": problem.code.name(),
        "severity": problem.severity().name(),
        "file": location.file,
        "line": line,
        "column": location.column(),
        "cell": location.address(),
        "value": location.cell.as_ref().map(|cell| cell.value.as_str()),
        "message": problem.message,
        "done": problem.done,
        "help": problem.help,
    })
}
