//! `offdesk analyze`: a summary on the terminal, and the tables.

use super::study::{Analyzed, analyzed, end_of, out_folder, remark_on_problems};
use crate::analysis::{Outcome, Results};
use crate::cli::args::AnalyzeArgs;
use crate::cli::disk::Output;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::finding::{Finding, findings, hours_a_week};
use crate::problem::Severity;
use crate::say;
use crate::study::{Activity, period_in_words};
use crate::table::{Format, Table, readme, tables, write_table};
use crate::time::Minutes;
use crate::wording::{at_least, percent};
use serde_json::json;

/// Analyzes a study and writes its tables.
///
/// # Errors
/// When the study cannot be read or the tables cannot be written.
pub fn run(args: &AnalyzeArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    let findings = findings(&analyzed.results);
    progress.say("writing tables");
    let formats: Vec<Format> = args.format.iter().map(|format| Format::from(*format)).collect();
    let folder = out_folder(args.out.as_ref(), &args.study.study, "tables");
    let mut output = Output::into_folder(&folder)?;
    let (tables, left_out) = tables(&analyzed.results, &findings, &args.tables)?;
    write_tables(&tables, &left_out, &formats, "", &mut output)?;
    let n_files = output.finish(args.tables.is_empty())?;
    drop(progress);
    if printer.flags().json {
        printer.json(&as_json(&analyzed, &findings))?;
    } else {
        summarize(&analyzed.results, &findings, printer)?;
        for sentence in left_out {
            printer.line(&sentence)?;
        }
        printer.line(&format!(
            "Wrote {n_files} files to {}; README.md there says what each column means.",
            folder.display()
        ))?;
    }
    remark_on_problems(&analyzed, &args.study, printer)?;
    let end = end_of(&analyzed);
    // the process ends here: giving back a year of rows piece by piece would only take time
    std::mem::forget((analyzed, tables));
    Ok(end)
}

/// Writes tables and their README into a folder of the output.
///
/// # Errors
/// When a table cannot be written.
pub fn write_tables(
    tables: &[Table],
    left_out: &[String],
    formats: &[Format],
    folder: &str,
    output: &mut Output,
) -> Result<(), CliError> {
    let mut files: Vec<(&Table, Format)> =
        tables.iter().flat_map(|table| formats.iter().map(move |format| (table, *format))).collect();
    // the largest first, so that all processors finish at about the same time
    files.sort_by_key(|(table, _)| std::cmp::Reverse(table.n_rows() * table.columns.len()));
    let names: Vec<String> =
        files.iter().map(|(table, format)| format!("{folder}{}.{}", table.name, format.ending())).collect();
    output
        .write_side_by_side(&names, |n, writer| write_table(files[n].0, files[n].1, writer).map_err(CliError::from))?;
    output.write(&format!("{folder}README.md"), readme(tables, formats, left_out).as_bytes())
}

/// Half a minute's reading: where the week goes, what becomes of partner time, the findings.
///
/// # Errors
/// When it cannot be printed.
pub fn summarize(results: &Results, findings: &[Finding], printer: &mut Printer) -> Result<(), CliError> {
    let bold = |text: &str| format!("\u{1b}[1m{text}\u{1b}[0m");
    let time = results.time_totals();
    printer.line(&bold(&results.settings.title))?;
    printer.line(&say!(
        "summary-counts",
        period = period_in_words(&results.period),
        branches = say!("branches", n = results.shown.len()),
        people = say!("people", n = time.n_people),
        desks = say!("desks", n = results.desk_cover.len()),
        partners = say!("partners", n = results.outcomes.len()),
    ))?;
    let staffed = at_least(results.is_at_least(), hours_a_week(results, time.on_shift));
    printer.line("")?;
    printer.line(&say!("summary-time", staffed = staffed))?;
    let parts = [
        (Activity::Desk.in_text(), time.desk()),
        (say!("key-other-duties"), time.other_duties()),
        (say!("summary-usable-blocks"), time.usable),
        (say!("bar-fragments"), time.fragments),
    ];
    bars(results, &parts, time.on_shift, printer)?;
    let outcomes = results.outcome_totals();
    if !outcomes.window().is_zero() {
        printer.line("")?;
        printer.line(&say!("summary-partner-time", window = hours_a_week(results, outcomes.window())))?;
        let parts: Vec<(String, Minutes)> = Outcome::ALL
            .iter()
            .map(|outcome| (outcome.label(), outcomes.of(*outcome)))
            .filter(|(_, minutes)| !minutes.is_zero())
            .collect();
        bars(results, &parts, outcomes.window(), printer)?;
    }
    printer.line("")?;
    printer.line(&say!("findings-heading"))?;
    for (n, finding) in findings.iter().enumerate() {
        printer.line(&wrapped(&format!("{:>3}. {}", n + 1, finding.sentence), 5))?;
    }
    printer.line("")?;
    Ok(())
}

fn bars(results: &Results, parts: &[(String, Minutes)], whole: Minutes, printer: &mut Printer) -> Result<(), CliError> {
    let is_plain = printer.flags().plain;
    for (label, minutes) in parts {
        let share = minutes.share_of(whole);
        let bar = if is_plain { String::new() } else { format!("  {}", bar(share)) };
        printer.line(&format!("  {label:<28}{:>9}  {:>9}{bar}", hours_a_week(results, *minutes), percent(share)))?;
    }
    Ok(())
}

/// A bar of at most 30 characters.
fn bar(share: f64) -> String {
    let n_eighths = format!("{:.0}", share * 240.0).parse::<usize>().unwrap_or(0);
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][n_eighths % 8];
    format!("{}{rest}", "█".repeat(n_eighths / 8))
}

/// Text broken at 96 characters, later lines indented.
#[must_use]
pub fn wrapped(text: &str, indent: usize) -> String {
    let mut lines = vec![String::new()];
    for (n, word) in text.split(' ').enumerate() {
        let Some(line) = lines.last_mut() else { break };
        if line.chars().count() + word.chars().count() + 1 > 96 {
            lines.push(format!("{}{word}", " ".repeat(indent)));
        } else {
            if n > 0 {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}

/// The summary as a machine reads it.
#[must_use]
pub fn as_json(analyzed: &Analyzed, findings: &[Finding]) -> serde_json::Value {
    let results = &analyzed.results;
    let (time, outcomes) = (results.time_totals(), results.outcome_totals());
    let by_outcome: serde_json::Map<String, serde_json::Value> = Outcome::ALL
        .iter()
        .map(|outcome| (format!("{}_min", outcome.name()), outcomes.of(*outcome).0.into()))
        .collect();
    let findings: Vec<serde_json::Value> = findings
        .iter()
        .map(|finding| json!({"finding": finding.key, "sentence": finding.sentence, "value": finding.value, "at_most": finding.at_most, "unit": finding.unit, "table": finding.table}))
        .collect();
    json!({
        "title": results.settings.title,
        "period": { "from": results.period.first().to_string(), "to": results.period.last().to_string(), "days": results.period.n_days(), "typical": results.period.is_typical },
        "time": { "on_shift_min": time.on_shift.0, "desk_min": time.desk().0, "other_duties_min": time.other_duties().0, "usable_min": time.usable.0, "fragments_min": time.fragments.0, "at_least": results.is_at_least() },
        "window_min": outcomes.window().0,
        "outcomes": by_outcome,
        "findings": findings,
        "problems": { "errors": analyzed.problems.n_of(Severity::Error), "warnings": analyzed.problems.n_of(Severity::Warning), "notes": analyzed.problems.n_of(Severity::Note) },
        "rows_left_out": results.n_left_out,
    })
}
