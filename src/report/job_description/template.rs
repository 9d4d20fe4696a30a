//! How is a job description filled in? A template in Markdown, in which names in double braces stand for figures.
//!
//! `{{role}}` is replaced. A line `{{#partners}}` and a line `{{/partners}}` enclose text that stands only where there is
//! something to say. Whatever else stands in the template is the library's own wording.

use crate::problem::nearest;
use std::collections::BTreeMap;
use std::fmt;

/// What the names of a template stand for. What is empty is left out with the section of its name.
pub type Values = BTreeMap<String, String>;

/// A template that cannot be filled in, and the line at which it fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it, and what to do.
    pub reason: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

/// Fills a template in. Of several empty lines in a row, one is kept.
///
/// # Errors
/// When it holds a name that does not exist, braces that do not close, or a section that does not end.
pub fn fill(template: &str, values: &Values) -> Result<String, TemplateError> {
    let mut lines: Vec<String> = Vec::new();
    let mut sections: Vec<(usize, &str, bool)> = Vec::new();
    for (n, line) in template.trim_start_matches('\u{feff}').lines().enumerate() {
        let at = |reason: String| TemplateError { line: n + 1, reason };
        let is_shown = sections.iter().all(|(.., is_shown)| *is_shown);
        match section(line) {
            Some(('#', name)) => {
                let value = value(values, name).map_err(at)?;
                sections.push((n + 1, name, !value.is_empty()));
            }
            Some((_, name)) => match sections.pop() {
                Some((_, open, _)) if open == name => {}
                Some((_, open, _)) => return Err(at(format!("`{{{{/{name}}}}}` stands where `{{{{/{open}}}}}` must"))),
                None => return Err(at(format!("`{{{{/{name}}}}}` ends a section that did not begin"))),
            },
            None => {
                let filled = fill_line(line, values).map_err(at)?;
                let is_second_blank =
                    filled.trim().is_empty() && lines.last().is_none_or(|last| last.trim().is_empty());
                if is_shown && !is_second_blank {
                    lines.push(filled);
                }
            }
        }
    }
    match sections.pop() {
        Some((line, name, _)) => Err(TemplateError {
            line,
            reason: format!("`{{{{#{name}}}}}` has no `{{{{/{name}}}}}` on a line of its own"),
        }),
        None => Ok(lines.join("\n").trim_end().to_owned() + "\n"),
    }
}

/// Whether a line begins (`#`) or ends (`/`) a section, and its name.
fn section(line: &str) -> Option<(char, &str)> {
    let inner = line.trim().strip_prefix("{{")?.strip_suffix("}}")?;
    let kind = inner.chars().next().filter(|kind| matches!(kind, '#' | '/'))?;
    Some((kind, inner[1..].trim()))
}

fn fill_line(line: &str, values: &Values) -> Result<String, String> {
    let mut filled = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, tail) = after.split_once("}}").ok_or("`{{` has no `}}` on the same line")?;
        filled.push_str(before);
        filled.push_str(value(values, name.trim())?);
        rest = tail;
    }
    Ok(filled + rest)
}

fn value<'v>(values: &'v Values, name: &str) -> Result<&'v str, String> {
    if let Some(value) = values.get(name) {
        return Ok(value);
    }
    if name.starts_with(['#', '/']) {
        return Err(format!("`{{{{{name}}}}}` must stand on a line of its own"));
    }
    let names = || values.keys().map(String::as_str);
    let help = match nearest(name, names()) {
        Some(near) => format!("did you mean `{{{{{near}}}}}`?"),
        None => format!("the names are: {}", names().collect::<Vec<&str>>().join(", ")),
    };
    Err(format!("there is no `{{{{{name}}}}}`; {help}"))
}

/// A text that stands for itself in Markdown.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|') {
            safe.push('\\');
        }
        safe.push(if c.is_control() { ' ' } else { c });
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{TemplateError, Values, escaped, fill};

    fn filled(template: &str) -> Result<String, String> {
        let values = [("role", "Librarian"), ("partners", ""), ("desk", "Desk"), ("desk_percent", "40 %")];
        let values: Values = values.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        fill(template, &values).map_err(|error| error.to_string())
    }

    #[test]
    fn names_are_replaced_and_sections_stand_only_with_something_to_say() {
        assert_eq!(filled("# {{role}} and {{ role }}"), Ok("# Librarian and Librarian\n".to_owned()));
        let sections =
            "a\n\n{{#partners}}\nMeets {{partners}}.\n{{/partners}}\n\n{{#desk}}\n{{desk_percent}}\n{{/desk}}\nb";
        assert_eq!(filled(sections), Ok("a\n\n40 %\nb\n".to_owned()));
        let inner = "{{#partners}}\n{{#desk}}\nx\n{{/desk}}\ny\n{{/partners}}\nz";
        assert_eq!(filled(inner), Ok("z\n".to_owned()));
        assert_eq!(filled("no braces { at } all"), Ok("no braces { at } all\n".to_owned()));
    }

    #[test]
    fn what_cannot_be_filled_in_is_said_with_its_line() {
        let check = |template: &str, said: &str| assert_eq!(filled(template), Err(said.to_owned()));
        check("ok\n{{rolle}}", "line 2: there is no `{{rolle}}`; did you mean `{{role}}`?");
        check("{{salary}}", "line 1: there is no `{{salary}}`; the names are: desk, desk_percent, partners, role");
        check("{{role", "line 1: `{{` has no `}}` on the same line");
        check("{{#desk}}\nx", "line 1: `{{#desk}}` has no `{{/desk}}` on a line of its own");
        check("{{#desk}}\n{{/role}}", "line 2: `{{/role}}` stands where `{{/desk}}` must");
        check("{{/desk}}", "line 1: `{{/desk}}` ends a section that did not begin");
        check("x {{#desk}} y", "line 1: `{{#desk}}` must stand on a line of its own");
        // also inside a section that is left out: the next study may show it
        check("{{#partners}}\n{{rolle}}\n{{/partners}}", "line 2: there is no `{{rolle}}`; did you mean `{{role}}`?");
        assert_eq!(TemplateError { line: 3, reason: "x".to_owned() }.to_string(), "line 3: x");
    }

    #[test]
    fn signs_of_markdown_stand_for_themselves() {
        assert_eq!(escaped("A|B *and* [C] <d>"), "A\\|B \\*and\\* \\[C\\] \\<d\\>");
    }
}
