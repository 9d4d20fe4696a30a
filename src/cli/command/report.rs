//! `offdesk report`: the page, the charts and the tables.

use super::analyze::{as_json, summarize, wrapped, write_tables};
use super::chart::{remark_on_glyphs, write_charts};
use super::study::{Analyzed, analyzed, end_of, out_folder, remark_on_problems};
use super::what_if::{TODAY, what_if};
use crate::analysis::Results;
use crate::chart::{Drawn, draw, draw_comparison};
use crate::cli::args::{ImageFormat, ReportArgs};
use crate::cli::disk::Output;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::finding::{Finding, comparison_findings, findings};
use crate::import::SCENARIO_FOLDER;
use crate::import::foreign::read_receipts;
use crate::problem::Problems;
use crate::report::{Parts, WhatIfParts, document, fingerprints, render_html};
use crate::scenario::{Comparison, Robustness, robustness};
use crate::study::Study;
use crate::table::{Format, comparison_tables, tables};
use std::path::Path;

/// The width of charts in the page, in pixels.
const WIDTH: i32 = 960;

/// Scenarios beside today, as the report shows them.
struct Compared {
    comparison: Comparison,
    robustness: Option<Robustness>,
    findings: Vec<Finding>,
    drawn: Vec<Drawn>,
    problems: Problems,
}

impl Compared {
    /// Today's results, people shown as on every side.
    fn today(&self) -> Option<&Results> {
        self.comparison.sides.first().filter(|side| side.title == TODAY).map(|side| &side.results)
    }

    fn parts(&self) -> WhatIfParts<'_> {
        WhatIfParts { comparison: &self.comparison, robustness: self.robustness.as_ref(), drawn: self.drawn.clone() }
    }

    /// What each scenario wins and costs, on the terminal.
    fn summarize(&self, printer: &mut Printer) -> Result<(), CliError> {
        printer.line("What if")?;
        for finding in &self.findings {
            printer.line(&wrapped(&format!("  - {}", finding.sentence), 4))?;
        }
        printer.line("")?;
        Ok(())
    }
}

/// Computes the scenarios that are asked for; none, and the problems printed, where one of them cannot be computed.
fn compared(args: &ReportArgs, analyzed: &Analyzed, printer: &mut Printer) -> Result<Option<Compared>, CliError> {
    let Some(found) = what_if(analyzed, &args.scenario, printer)? else { return Ok(None) };
    let robustness = args.robust.then(|| {
        let studies: Vec<_> = found.sides.iter().map(|side| side.title.clone()).zip(&found.studies).collect();
        robustness(&studies, &analyzed.results.period)
    });
    let problems = found.problems;
    let comparison = Comparison::of(found.sides);
    let findings = comparison_findings(&comparison, robustness.as_ref());
    let drawn = draw_comparison(&comparison, robustness.as_ref(), None, &[], WIDTH)?;
    Ok(Some(Compared { comparison, robustness, findings, drawn, problems }))
}

/// Writes the report.
///
/// # Errors
/// When the study cannot be read or the report cannot be written.
pub fn run(args: &ReportArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    let compared = if args.scenario.is_empty() { None } else { compared(args, &analyzed, printer)? };
    if compared.is_none() && !args.scenario.is_empty() {
        return Ok(End::Problems);
    }
    let Analyzed { study, results, problems, folder } = &analyzed;
    let results = compared.as_ref().and_then(Compared::today).unwrap_or(results);
    let findings = findings(results);
    progress.say("drawing");
    let out = out_folder(args.out.as_ref(), &args.study.study, "report");
    let mut output = Output::into_folder(&out)?;
    let (mut page_tables, tables_left_out) = tables(results, &findings, &[])?;
    let drawn = draw(results, &[], WIDTH)?;
    let mut all_drawn = drawn.clone();
    if let Some(compared) = &compared {
        page_tables.extend(comparison_tables(&compared.comparison, compared.robustness.as_ref(), &compared.findings)?);
        all_drawn.extend(compared.drawn.iter().cloned());
    }
    write_charts(&all_drawn, &[ImageFormat::Svg, ImageFormat::Png], args.font.as_ref(), "charts/", &mut output)?;
    progress.say("writing");
    write_tables(&page_tables, &tables_left_out, &[Format::Csv], "tables/", &mut output)?;
    let mut all_problems = problems.clone();
    if let Some(compared) = &compared {
        all_problems.append(compared.problems.clone());
    }
    let parts = Parts {
        results,
        findings: findings.clone(),
        what_if: compared.as_ref().map(Compared::parts),
        drawn,
        tables: &page_tables,
        tables_left_out,
        inputs: &study.inputs,
        problems: &all_problems,
        receipts: read_receipts(folder),
        fingerprints: fingerprints(folder, &files_used(study, &args.scenario), &results.settings)?,
    };
    output.write("index.html", render_html(&document(parts))?.as_bytes())?;
    output.finish(true)?;
    drop(progress);
    if printer.flags().json {
        printer.json(&as_json(&analyzed, &findings))?;
        return Ok(end_of(&analyzed));
    }
    summarize(results, &findings, printer)?;
    if let Some(compared) = &compared {
        compared.summarize(printer)?;
    }
    say_what_was_written(&all_drawn, page_tables.len(), &out, printer)?;
    remark_on_glyphs(&all_drawn, args.font.is_some(), printer)?;
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}

/// The files that the report rests on.
fn files_used(study: &Study, scenarios: &[String]) -> Vec<String> {
    let present = study.inputs.iter().filter(|input| input.is_present).map(|input| input.name.clone());
    present.chain(scenarios.iter().map(|name| format!("{SCENARIO_FOLDER}/{name}.toml"))).collect()
}

fn say_what_was_written(drawn: &[Drawn], n_tables: usize, out: &Path, printer: &mut Printer) -> Result<(), CliError> {
    let n_charts = drawn.iter().filter(|one| matches!(one, Drawn::Chart(_))).count();
    for one in drawn {
        if let Drawn::LeftOut(_, why) = one {
            printer.line(why)?;
        }
    }
    printer.line(&format!(
        "Wrote the report with {n_charts} charts and {n_tables} tables. Open {}",
        out.join("index.html").display()
    ))?;
    Ok(())
}
