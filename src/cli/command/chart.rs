//! `offdesk chart`: the charts as files.

use super::study::{analyzed, end_of, out_folder, remark_on_problems};
use crate::chart::{Chart, Drawn, Rasterizer, draw, largest_first, missing_glyphs};
use crate::cli::args::{ChartArgs, ImageFormat};
use crate::cli::disk::{Output, read_file};
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use serde_json::json;
use std::path::PathBuf;

/// Draws charts.
///
/// # Errors
/// When the study cannot be read or the charts cannot be written.
pub fn run(args: &ChartArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    progress.say("drawing");
    let width = i32::try_from(args.width).unwrap_or(960);
    let drawn = draw(&analyzed.results, &args.charts, width)?;
    let folder = out_folder(args.out.as_ref(), &args.study.study, "charts");
    let mut output = Output::into_folder(&folder)?;
    write_charts(&drawn, &args.format, args.font.as_ref(), "", &mut output)?;
    let n_files = output.finish(args.charts.is_empty())?;
    drop(progress);
    if printer.flags().json {
        let charts = drawn.iter().map(|one| match one {
            Drawn::Chart(chart) => {
                json!({"chart": chart.name, "title": chart.title, "table": chart.table, "left_out": null})
            }
            Drawn::LeftOut(name, why) => json!({"chart": name, "title": null, "table": null, "left_out": why}),
        });
        printer.json(&json!({"folder": folder.display().to_string(), "charts": charts.collect::<Vec<_>>()}))?;
        return Ok(end_of(&analyzed));
    }
    for one in &drawn {
        match one {
            Drawn::Chart(chart) => printer.line(&format!("{:<20}{}", chart.name, chart.title))?,
            Drawn::LeftOut(name, why) => printer.line(&format!("{name:<20}{why}"))?,
        }
    }
    printer.line(&format!("Wrote {n_files} file{} to {}.", if n_files == 1 { "" } else { "s" }, folder.display()))?;
    remark_on_glyphs(&drawn, args.font.is_some(), printer)?;
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}

/// Writes charts into a folder of the output.
///
/// # Errors
/// When a chart cannot be rasterized or written.
pub fn write_charts(
    drawn: &[Drawn],
    formats: &[ImageFormat],
    font: Option<&PathBuf>,
    folder: &str,
    output: &mut Output,
) -> Result<(), CliError> {
    let needs_pixels = formats.contains(&ImageFormat::Png);
    let font = font.filter(|_| needs_pixels).map(|path| read_file(path)).transpose()?;
    let rasterizer = needs_pixels.then(|| Rasterizer::new(font)).transpose()?;
    let files: Vec<(&Chart, ImageFormat)> =
        largest_first(drawn).into_iter().flat_map(|chart| formats.iter().map(move |format| (chart, *format))).collect();
    let name = |(chart, format): &(&Chart, ImageFormat)| format!("{folder}{}.{}", chart.name, format.ending());
    let names: Vec<String> = files.iter().map(name).collect();
    output.write_side_by_side(&names, |n, writer| {
        let (chart, format) = files[n];
        let refuse = |reason| CliError::CannotWrite { path: PathBuf::from(&names[n]), reason };
        match &rasterizer {
            Some(rasterizer) if format == ImageFormat::Png => writer.write_all(&rasterizer.png(chart)?),
            _ => writer.write_all(chart.svg.as_bytes()),
        }
        .map_err(refuse)
    })
}

/// Says which characters a PNG cannot show.
///
/// # Errors
/// When it cannot be printed.
pub fn remark_on_glyphs(drawn: &[Drawn], has_font: bool, printer: &mut Printer) -> Result<(), CliError> {
    let texts =
        drawn.iter().filter_map(|one| if let Drawn::Chart(chart) = one { Some(chart.svg.as_str()) } else { None });
    let mut missing: Vec<char> = texts.flat_map(missing_glyphs).collect();
    missing.sort_unstable();
    missing.dedup();
    if !missing.is_empty() && !has_font {
        let some: String = missing.iter().take(12).collect();
        printer.remark(&format!("The built-in font has no signs for {some}: PNG files show boxes there. Give a font that has them with --font FILE."))?;
    }
    Ok(())
}
