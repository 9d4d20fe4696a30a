//! `offdesk compare`: today beside scenarios, one study beside another, or two periods of one study.

use super::analyze::{wrapped, write_tables};
use super::chart::write_charts;
use super::study::{Analyzed, analyzed, end_of, remark_on_problems};
use super::what_if::{WhatIf, list, of_periods, what_if};
use crate::chart::draw_comparison;
use crate::cli::args::{CompareArgs, ImageFormat};
use crate::cli::disk::Output;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::finding::{Finding, amount, comparison_findings, difference, signed, turn};
use crate::say;
use crate::scenario::{Comparison, Robustness, Side, robustness};
use crate::table::{Format, Table, comparison_tables};
use crate::wording::{comma_list, hours, semicolon_list};
use serde_json::json;
use std::path::Path;

/// The width of charts, in pixels.
const WIDTH: i32 = 960;

/// Compares.
///
/// # Errors
/// When a study cannot be read or the output cannot be written.
pub fn run(args: &CompareArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    progress.say("comparing");
    let Some(sides) = sides(args, &analyzed, printer)? else { return Ok(End::Problems) };
    if sides.sides.len() < 2 {
        drop(progress);
        return say_what_there_is(&analyzed, args, printer);
    }
    let robust = args.robust.then(|| {
        let studies: Vec<_> = sides.sides.iter().map(|side| side.title.clone()).zip(&sides.studies).collect();
        robustness(&studies, &analyzed.results.period)
    });
    let comparison = Comparison::of(sides.sides);
    let findings = comparison_findings(&comparison, robust.as_ref());
    let tables = comparison_tables(&comparison, robust.as_ref(), &findings)?;
    let n_files = match &args.out {
        Some(folder) => Some(write(folder, &comparison, robust.as_ref(), &tables)?),
        None => None,
    };
    drop(progress);
    if printer.flags().json {
        printer.json(&as_json(&comparison, &findings, robust.as_ref()))?;
        return Ok(end_of(&analyzed));
    }
    print_comparison(&comparison, robust.as_ref(), printer)?;
    if let (Some(n_files), Some(folder)) = (n_files, &args.out) {
        printer.line(&format!("Wrote {n_files} files to {}.", folder.display()))?;
    }
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}

fn sides(args: &CompareArgs, analyzed: &Analyzed, printer: &mut Printer) -> Result<Option<WhatIf>, CliError> {
    if let (Some(before), Some(after)) = (&args.before, &args.after) {
        return Ok(Some(of_periods(analyzed, before, after)?));
    }
    let Some(mut found) = what_if(analyzed, &args.scenario, printer)? else { return Ok(None) };
    if let Some(other) = &args.with {
        let other_args = crate::cli::args::StudyArgs { study: other.clone(), ..args.study.clone() };
        let progress = Progress::new(false);
        let Some(second) = super::study::analyzed(&other_args, printer, &progress)? else { return Ok(None) };
        found.sides[0].title.clone_from(&analyzed.results.settings.title);
        found.sides.push(Side {
            title: second.results.settings.title.clone(),
            why: String::new(),
            changes: Vec::new(),
            results: second.results,
            moved: None,
        });
        found.studies.push(second.study);
    }
    Ok(Some(found))
}

fn say_what_there_is(analyzed: &Analyzed, args: &CompareArgs, printer: &mut Printer) -> Result<End, CliError> {
    let study = args.study.study.display();
    let lines = list(analyzed);
    if lines.is_empty() {
        printer.line(&format!("{study} has no scenarios yet. A scenario is a text file such as {study}/scenarios/one-desk.toml; the README shows what can stand in it."))?;
    } else {
        printer.line(&format!("The scenarios of {study}; compare with --scenario NAME, one or several:"))?;
        lines.iter().try_for_each(|line| printer.line(line))?;
    }
    Ok(End::Clean)
}

/// Writes tables and charts; returns how many files.
fn write(
    folder: &Path,
    comparison: &Comparison,
    robust: Option<&Robustness>,
    tables: &[Table],
) -> Result<usize, CliError> {
    let mut output = Output::into_folder(folder)?;
    write_tables(tables, &[], &[Format::Csv], "tables/", &mut output)?;
    let drawn = draw_comparison(comparison, robust, None, &[], WIDTH)?;
    write_charts(&drawn, &[ImageFormat::Svg, ImageFormat::Png], None, "charts/", &mut output)?;
    output.finish(true)
}

fn as_json(comparison: &Comparison, findings: &[Finding], robust: Option<&Robustness>) -> serde_json::Value {
    let sides = comparison.sides.iter().enumerate().map(|(at, side)| {
        let measures: serde_json::Map<String, serde_json::Value> = comparison
            .measures
            .iter()
            .filter_map(|measure| {
                let amount = (*measure.amounts.get(at)?)?;
                Some((measure.key.to_owned(), amount.a_week(&side.results.period).into()))
            })
            .collect();
        json!({"title": side.title, "changes": side.changes, "measures_a_week": measures})
    });
    let robust = robust.map(|robust| {
        let rows =
            robust.rows.iter().map(|row| json!({"setting": row.setting.label(), "reachable_h_a_week": row.reachable}));
        rows.collect::<Vec<serde_json::Value>>()
    });
    json!({
        "sides": sides.collect::<Vec<serde_json::Value>>(),
        "findings": findings.iter().map(|finding| finding.sentence.as_str()).collect::<Vec<&str>>(),
        "robust": robust,
    })
}

fn print_comparison(
    comparison: &Comparison,
    robust: Option<&Robustness>,
    printer: &mut Printer,
) -> Result<(), CliError> {
    for at in 1..comparison.sides.len() {
        if at > 1 {
            printer.line("")?;
        }
        print_side(comparison, at, printer)?;
        if let Some(robust) = robust {
            print_robust(robust, at, printer)?;
        }
    }
    Ok(())
}

fn print_side(comparison: &Comparison, at: usize, printer: &mut Printer) -> Result<(), CliError> {
    let side = &comparison.sides[at];
    let title = match side.moved {
        Some(_) => side.title.clone(),
        None => say!("compare-from-to", first = &comparison.sides[0].title, other = &side.title),
    };
    printer.line(&format!("\u{1b}[1m{title}\u{1b}[0m"))?;
    if !side.why.is_empty() {
        printer.line(&wrapped(&side.why, 0))?;
    }
    for (n, change) in side.changes.iter().enumerate() {
        printer.line(&wrapped(&format!("{:>3}. {change}", n + 1), 5))?;
    }
    printer.line("")?;
    let (first, then) = match side.moved {
        Some(_) => (comparison.sides[0].title.clone(), say!("compare-then")),
        None => (say!("compare-first"), say!("compare-second")),
    };
    let (week, difference_heading) = (say!("compare-week"), say!("compare-difference"));
    printer.line(&format!("  {week:<42}{first:>14}{then:>14}{difference_heading:>14}"))?;
    let mut same = Vec::new();
    let mut n_rows = 0;
    for measure in &comparison.measures {
        let (before, after) = (amount(comparison, measure, 0), amount(comparison, measure, at));
        let change = comparison.difference(measure, at);
        let number = measure.amounts[at].map_or(0.0, |amount| amount.a_week(&side.results.period));
        if change.map_or(number.abs(), f64::abs) < 1e-9 {
            same.push(measure.label.as_str());
            continue;
        }
        let dash = || "-".to_owned();
        let word = change.map_or_else(String::new, |change| turn(measure, change).word());
        let line = format!(
            "  {:<42}{:>14}{:>14}{:>14}  {word}",
            measure.label,
            before.unwrap_or_else(dash),
            after.unwrap_or_else(dash),
            difference(comparison, measure, at).unwrap_or_default(),
        );
        printer.line(line.trim_end())?;
        n_rows += 1;
    }
    if n_rows == 0 {
        printer.line(&format!("  {}", say!("compare-nothing")))?;
        return Ok(());
    }
    printer.line(&format!("  {}", say!("compare-rounded")))?;
    if comparison.sides.iter().any(|side| side.results.is_at_least()) {
        printer.line(&wrapped(&format!("  {}", say!("compare-at-least")), 2))?;
    }
    print_partners(comparison, at, printer)?;
    if !same.is_empty() {
        printer.line(&wrapped(&format!("  {}", say!("compare-unchanged", measures = semicolon_list(&same))), 4))?;
    }
    Ok(())
}

fn print_partners(comparison: &Comparison, at: usize, printer: &mut Printer) -> Result<(), CliError> {
    let gains = comparison.partners_changed(at);
    let list = |is: fn(f64) -> bool| {
        let of: Vec<String> = gains
            .iter()
            .filter(|(gain, _)| is(*gain))
            .map(|(gain, name)| say!("amount-told", what = *name, amount = signed(*gain)))
            .collect();
        comma_list(&of)
    };
    let (more, less) = (list(|gain| gain > 0.0), list(|gain| gain < 0.0));
    if !more.is_empty() {
        printer.line(&wrapped(&format!("  {}", say!("compare-partners-more", partners = more)), 4))?;
    }
    if !less.is_empty() {
        printer.line(&wrapped(&format!("  {}", say!("compare-partners-less", partners = less)), 4))?;
    }
    Ok(())
}

fn print_robust(robust: &Robustness, at: usize, printer: &mut Printer) -> Result<(), CliError> {
    printer.line("")?;
    let (better, worse) = robust.better_and_worse(at);
    let counts = say!("compare-robust", better = better, n = robust.rows.len(), worse = worse);
    printer.line(&format!("  {counts}"))?;
    for row in &robust.rows {
        let (today, then) = (row.reachable[0], row.reachable[at]);
        let word = match then - today {
            difference if difference > 1e-9 => say!("difference-more"),
            difference if difference < -1e-9 => say!("difference-less"),
            _ => say!("difference-same"),
        };
        printer.line(&format!("    {:<40}{:>14}{:>14}  {word}", row.setting.label(), hours(today), hours(then)))?;
    }
    Ok(())
}
