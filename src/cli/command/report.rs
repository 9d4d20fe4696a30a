//! `offdesk report`: the page, the charts and the tables.

use super::analyze::{as_json, summarize, wrapped, write_tables};
use super::chart::{remark_on_glyphs, write_charts};
use super::check_privacy::look_through;
use super::packet::{Packet, write_captions};
use super::study::{Analyzed, analyzed, end_of, out_folder, remark_on_problems};
use super::what_if::{of_periods, what_if};
use crate::analysis::Results;
use crate::chart::{Drawn, draw, draw_comparison};
use crate::cli::args::ImageFormat;
use crate::cli::disk::{Output, read_file};
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::cli::report_args::{ReportArgs, ReportPart};
use crate::finding::{Finding, comparison_findings, findings, is_before_after};
use crate::import::SCENARIO_FOLDER;
use crate::import::foreign::read_receipts;
use crate::problem::Problems;
use crate::report::{Document, LookedThrough, Parts, WhatIfParts, document, fingerprints, render_html};
use crate::say;
use crate::scenario::{Comparison, DepartmentSwaps, Robustness, department_swaps, robustness};
use crate::study::Study;
use crate::table::{Format, Table, comparison_tables, department_swaps_table, tables};
use crate::wording::and_list;
use std::path::Path;

/// The width of charts in the page, in pixels.
const WIDTH: i32 = 960;

/// Scenarios beside today, or one period beside another, as the report shows them.
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
        self.comparison.sides.first().filter(|side| side.title == say!("today-title")).map(|side| &side.results)
    }

    /// Titles and reasons of the scenarios, as somebody wrote them.
    fn reasons(&self) -> Vec<(String, String)> {
        let scenarios = self.comparison.sides.iter().skip(1);
        scenarios.map(|side| (side.title.clone(), side.why.clone())).collect()
    }

    fn parts(&self) -> WhatIfParts<'_> {
        WhatIfParts { comparison: &self.comparison, robustness: self.robustness.as_ref(), drawn: self.drawn.clone() }
    }

    /// What each scenario wins and costs, on the terminal.
    fn summarize(&self, printer: &mut Printer) -> Result<(), CliError> {
        let heading =
            if is_before_after(&self.comparison) { say!("before-and-after") } else { say!("what-if-heading") };
        printer.line(&heading)?;
        for finding in &self.findings {
            printer.line(&wrapped(&format!("  - {}", finding.sentence), 4))?;
        }
        printer.line("")?;
        Ok(())
    }
}

/// Computes the scenarios, or the two periods, that are asked for; none, and the problems printed, where one of them cannot be computed.
fn compared(args: &ReportArgs, analyzed: &Analyzed, printer: &mut Printer) -> Result<Option<Compared>, CliError> {
    let found = match (&args.before, &args.after) {
        (Some(before), Some(after)) => Some(of_periods(analyzed, before, after)?),
        _ => what_if(analyzed, &args.scenario, printer)?,
    };
    let Some(found) = found else { return Ok(None) };
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

/// Everything that is written: made before the first file is.
struct Made {
    findings: Vec<Finding>,
    drawn: Vec<Drawn>,
    tables: Vec<Table>,
    tables_left_out: Vec<String>,
    document: Document,
}

/// What holds today: as a comparison shows it, where there is one.
fn today<'a>(analyzed: &'a Analyzed, compared: Option<&'a Compared>) -> &'a Results {
    compared.and_then(Compared::today).unwrap_or(&analyzed.results)
}

/// Makes the report, in memory.
fn made(args: &ReportArgs, analyzed: &Analyzed, compared: Option<&Compared>) -> Result<Made, CliError> {
    let Analyzed { study, problems, folder, .. } = analyzed;
    let results = today(analyzed, compared);
    // the search is for the page, the tables and the PDFs: pictures say nothing of it
    let tells_swaps = |part: &ReportPart| !matches!(part, ReportPart::Charts | ReportPart::Slides);
    let is_searched = args.check_privacy || args.parts.iter().any(tells_swaps);
    let search = || if is_searched { department_swaps(study, results) } else { DepartmentSwaps::default() };
    let findings = findings(results);
    let beside = || Ok::<_, CliError>((tables(results, &findings, &[])?, draw(results, &[], WIDTH)?));
    let (department_swaps, beside) = rayon::join(search, beside);
    let ((mut page_tables, tables_left_out), drawn) = beside?;
    page_tables.push(department_swaps_table(results, &department_swaps.found)?);
    let mut all_drawn = drawn.clone();
    let all_problems = all_problems(problems, compared);
    if let Some(compared) = compared {
        page_tables.extend(comparison_tables(&compared.comparison, compared.robustness.as_ref(), &compared.findings)?);
        all_drawn.extend(compared.drawn.iter().cloned());
    }
    let document = document(Parts {
        results,
        findings: findings.clone(),
        what_if: compared.map(Compared::parts),
        department_swaps: &department_swaps,
        drawn,
        tables: &page_tables,
        tables_left_out: tables_left_out.clone(),
        inputs: &study.inputs,
        problems: &all_problems,
        receipts: read_receipts(folder),
        fingerprints: fingerprints(folder, &files_used(study, &args.scenario), &results.settings)?,
    });
    Ok(Made { findings, drawn: all_drawn, tables: page_tables, tables_left_out, document })
}

/// Writes the parts that are wanted; comes back with remarks. What is only looked through needs no pixels and no paper:
/// they say what the charts and the page say.
fn write(args: &ReportArgs, packet: &Packet<'_>, made: &Made, output: &mut Output) -> Result<Vec<String>, CliError> {
    let is_wanted = |part| args.parts.contains(&part);
    let page = || is_wanted(ReportPart::Page).then(|| render_html(&made.document)).transpose();
    let (page, charts) = rayon::join(page, || write_pictures(args, made, output));
    charts?;
    if is_wanted(ReportPart::Tables) {
        write_tables(&made.tables, &made.tables_left_out, &[Format::Csv], "tables/", output)?;
    }
    if let Some(page) = page? {
        output.write("index.html", page.as_bytes())?;
    }
    if is_wanted(ReportPart::Slides) {
        write_captions(&made.document.title, &made.drawn, output)?;
    }
    if is_wanted(ReportPart::Slides) && !args.check_privacy {
        packet.write_slides(&made.drawn, output)?;
    }
    if is_wanted(ReportPart::Pdf) && !args.check_privacy {
        packet.write_pdfs(&made.document, output)
    } else {
        Ok(Vec::new())
    }
}

/// Writes the charts, where they are wanted.
fn write_pictures(args: &ReportArgs, made: &Made, output: &mut Output) -> Result<(), CliError> {
    if !args.parts.contains(&ReportPart::Charts) {
        return Ok(());
    }
    let formats = [ImageFormat::Svg, ImageFormat::Png];
    let formats = if args.check_privacy { &formats[..1] } else { &formats };
    write_charts(&made.drawn, formats, args.font.as_ref(), "charts/", output)
}

/// Writes the report.
///
/// # Errors
/// When the study cannot be read or the report cannot be written.
pub fn run(args: &ReportArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    let is_compared = !args.scenario.is_empty() || args.before.is_some();
    let compared = if is_compared { compared(args, &analyzed, printer)? } else { None };
    if compared.is_none() && is_compared {
        return Ok(End::Problems);
    }
    let out = out_folder(args.out.as_ref(), &args.study.study, "report");
    let mut output = if args.check_privacy { Output::in_memory() } else { Output::into_folder(&out)? };
    progress.say("drawing");
    let made = made(args, &analyzed, compared.as_ref())?;
    progress.say("writing");
    let font = args.font.as_ref().map(|path| read_file(path)).transpose()?;
    let packet = Packet {
        results: today(&analyzed, compared.as_ref()),
        comparison: compared.as_ref().map(|compared| &compared.comparison),
        robustness: compared.as_ref().and_then(|compared| compared.robustness.as_ref()),
        font: font.as_deref(),
    };
    let remarks = write(args, &packet, &made, &mut output)?;
    if args.check_privacy {
        drop(progress);
        return check_privacy(args, (&analyzed, compared.as_ref()), (&made, output), printer);
    }
    output.finish(args.parts.len() == ReportPart::ALL.len())?;
    drop(progress);
    if printer.flags().json {
        printer.json(&as_json(&analyzed, &made.findings))?;
        return Ok(end_of(&analyzed));
    }
    summarize(today(&analyzed, compared.as_ref()), &made.findings, printer)?;
    if let Some(compared) = &compared {
        compared.summarize(printer)?;
    }
    say_what_was_written(args, &made, &out, printer)?;
    for remark in remarks {
        printer.remark(&remark)?;
    }
    remark_on_glyphs(&made.drawn, args.font.is_some(), printer)?;
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}

/// Looks through what would have been written.
fn check_privacy(
    args: &ReportArgs,
    (analyzed, compared): (&Analyzed, Option<&Compared>),
    (made, output): (&Made, Output),
    printer: &mut Printer,
) -> Result<End, CliError> {
    let packet = LookedThrough {
        files: &output.into_files(),
        study: &analyzed.study,
        folder: &analyzed.folder,
        results: today(analyzed, compared),
        tables: &made.tables,
        problems: &all_problems(&analyzed.problems, compared),
        scenarios: &args.scenario,
        reasons: compared.map_or_else(Vec::new, Compared::reasons),
    };
    look_through(&packet, printer)
}

/// The problems of the study, and those of its scenarios.
fn all_problems(problems: &Problems, compared: Option<&Compared>) -> Problems {
    let mut all = problems.clone();
    all.append(compared.map_or_else(Problems::default, |compared| compared.problems.clone()));
    all
}

/// The files that the report rests on.
fn files_used(study: &Study, scenarios: &[String]) -> Vec<String> {
    let present = study.inputs.iter().filter(|input| input.is_present).map(|input| input.name.clone());
    present.chain(scenarios.iter().map(|name| format!("{SCENARIO_FOLDER}/{name}.toml"))).collect()
}

/// What was left out, what was written, and which file to open first.
fn say_what_was_written(args: &ReportArgs, made: &Made, out: &Path, printer: &mut Printer) -> Result<(), CliError> {
    for one in &made.drawn {
        if let Drawn::LeftOut(_, why) = one {
            printer.line(why)?;
        }
    }
    let is_wanted = |part| args.parts.contains(&part);
    let n_charts = made.drawn.iter().filter_map(Drawn::chart).count();
    let parts: Vec<String> = [
        (ReportPart::Charts, say!("wrote-charts", n = n_charts)),
        (ReportPart::Tables, say!("wrote-tables", n = made.tables.len())),
        (ReportPart::Slides, say!("wrote-slides", n = n_charts)),
        (ReportPart::Pdf, say!("wrote-pdfs")),
    ]
    .into_iter()
    .filter_map(|(part, said)| is_wanted(part).then_some(said))
    .collect();
    let all = and_list(&parts, parts.len());
    if is_wanted(ReportPart::Page) {
        printer.line(&say!(
            "wrote-report",
            n = parts.len(),
            parts = all,
            page = out.join("index.html").display().to_string()
        ))?;
    } else {
        printer.line(&say!("wrote-parts", parts = all, folder = out.display().to_string()))?;
    }
    if is_wanted(ReportPart::Pdf) && args.scenario.is_empty() {
        printer.line(&say!("brief-asks-nothing"))?;
    }
    Ok(())
}
