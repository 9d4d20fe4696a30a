//! `offdesk report`: the page, the charts and the tables.

use super::analyze::{as_json, summarize, write_tables};
use super::chart::{remark_on_glyphs, write_charts};
use super::study::{Analyzed, analyzed, end_of, out_folder, remark_on_problems};
use crate::chart::{Drawn, draw};
use crate::cli::args::{ImageFormat, ReportArgs};
use crate::cli::disk::Output;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::finding::findings;
use crate::import::foreign::read_receipts;
use crate::report::{Parts, document, fingerprints, render_html};
use crate::table::{Format, tables};

/// The width of charts in the page, in pixels.
const WIDTH: i32 = 960;

/// Writes the report.
///
/// # Errors
/// When the study cannot be read or the report cannot be written.
pub fn run(args: &ReportArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    let Analyzed { study, results, problems, folder } = &analyzed;
    let findings = findings(results);
    progress.say("drawing");
    let out = out_folder(args.out.as_ref(), &args.study.study, "report");
    let mut output = Output::into_folder(&out)?;
    let (page_tables, tables_left_out) = tables(results, &findings, &[])?;
    let drawn = draw(results, &[], WIDTH)?;
    write_charts(&drawn, &[ImageFormat::Svg, ImageFormat::Png], args.font.as_ref(), "charts/", &mut output)?;
    progress.say("writing");
    write_tables(&page_tables, &tables_left_out, &[Format::Csv], "tables/", &mut output)?;
    let present: Vec<String> =
        study.inputs.iter().filter(|input| input.is_present).map(|input| input.name.clone()).collect();
    let parts = Parts {
        results,
        findings: findings.clone(),
        drawn: drawn.clone(),
        tables: &page_tables,
        tables_left_out,
        inputs: &study.inputs,
        problems,
        receipts: read_receipts(folder),
        fingerprints: fingerprints(folder, &present, &results.settings)?,
    };
    output.write("index.html", render_html(&document(parts))?.as_bytes())?;
    output.finish(true)?;
    drop(progress);
    if printer.flags().json {
        printer.json(&as_json(&analyzed, &findings))?;
        return Ok(end_of(&analyzed));
    }
    summarize(results, &findings, printer)?;
    let n_charts = drawn.iter().filter(|one| matches!(one, Drawn::Chart(_))).count();
    for one in &drawn {
        if let Drawn::LeftOut(_, why) = one {
            printer.line(why)?;
        }
    }
    printer.line(&format!(
        "Wrote the report with {n_charts} charts and {} tables. Open {}",
        page_tables.len(),
        out.join("index.html").display()
    ))?;
    remark_on_glyphs(&drawn, args.font.is_some(), printer)?;
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}
