//! `offdesk report --check-privacy`: what in the packet could identify a person; nothing is written.

use super::analyze::wrapped;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::report::{LookedThrough, PrivacyFinding, PrivacyPlace, check_privacy};
use crate::say;
use serde_json::json;

/// Files, and lines they come from, that are printed of one finding, with the first place in each; the JSON has them all.
const MOST_PLACES: usize = 4;

/// Looks through a packet and prints what was found.
///
/// # Errors
/// When it cannot be printed.
pub fn look_through(packet: &LookedThrough<'_>, printer: &mut Printer) -> Result<End, CliError> {
    let findings = &check_privacy(packet)[..];
    let end = if findings.is_empty() { End::Clean } else { End::Problems };
    if printer.flags().json {
        printer.json(&as_json(findings))?;
        return Ok(end);
    }
    if findings.is_empty() {
        printer.line(&say!("privacy-nothing"))?;
    } else {
        printer.line(&say!("privacy-found", n = findings.len()))?;
    }
    for (n, finding) in findings.iter().enumerate() {
        printer.line("")?;
        printer.line(&wrapped(&format!("{:>3}. {}", n + 1, finding.what), 5))?;
        for line in details(finding) {
            printer.line(&wrapped(&format!("     {line}"), 9))?;
        }
    }
    if !findings.is_empty() {
        printer.line("")?;
    }
    printer.line(&wrapped(&say!("privacy-limit"), 0))?;
    Ok(end)
}

fn details(finding: &PrivacyFinding) -> Vec<String> {
    let mut lines = vec![say!("privacy-reveals", text = &finding.reveals)];
    let mut files: Vec<(&PrivacyPlace, usize)> = Vec::new();
    for place in &finding.places {
        match files.iter_mut().find(|(first, _)| first.file == place.file) {
            Some((_, n_more)) => *n_more += 1,
            None => files.push((place, 0)),
        }
    }
    for (place, n_more) in files.iter().take(MOST_PLACES) {
        let text = if place.text.is_empty() { String::new() } else { say!("privacy-quoted", text = &place.text) };
        let parts = [place.file.as_str(), place.place.as_str(), text.as_str()];
        let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        lines.push(say!("privacy-where", place = said.join(", "), n = *n_more));
    }
    if files.len() > MOST_PLACES {
        lines.push(say!("privacy-more-files", n = files.len() - MOST_PLACES));
    }
    let from: Vec<String> =
        finding.sources.iter().take(MOST_PLACES).map(|(file, line)| format!("{file}:{line}")).collect();
    if !from.is_empty() {
        let n_more = finding.sources.len() - from.len();
        lines.push(say!("privacy-from", lines = from.join(", "), n = n_more));
    }
    lines.push(say!("privacy-advice", text = &finding.advice));
    lines
}

fn as_json(findings: &[PrivacyFinding]) -> serde_json::Value {
    let finding = |finding: &PrivacyFinding| {
        let places =
            finding.places.iter().map(|place| json!({"file": place.file, "place": place.place, "text": place.text}));
        let sources = finding.sources.iter().map(|(file, line)| json!({"file": file, "line": line}));
        json!({
            "kind": finding.kind,
            "what": finding.what,
            "reveals": finding.reveals,
            "advice": finding.advice,
            "places": places.collect::<Vec<_>>(),
            "sources": sources.collect::<Vec<_>>(),
        })
    };
    json!({"privacy": findings.iter().map(finding).collect::<Vec<_>>()})
}
