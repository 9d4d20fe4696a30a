//! What stands beside the page of a report: the brief and the whole as PDF, and the slides.

use crate::analysis::Results;
use crate::chart::{
    Chart, ChartError, Drawn, Rasterizer, Slide, draw, draw_comparison, draw_waterfall, largest_first, of_each_chart,
    slide_chart_width,
};
use crate::cli::disk::Output;
use crate::cli::exit::CliError;
use crate::finding::ask;
use crate::report::{
    Brief, Document, Pdf, render_brief, render_captions, render_report, slide_file, transparent_slide_file,
};
use crate::scenario::{Comparison, Robustness};

/// The width of the brief's chart, in pixels: its text stays readable on paper.
const BRIEF_WIDTH: i32 = 760;
/// The most height of a chart that lists partners, in pixels: one page has more to hold.
const BRIEF_TALLEST: i32 = 560;

/// What the packet is made from.
pub struct Packet<'a> {
    /// What the analysis finds.
    pub results: &'a Results,
    /// Scenarios beside today, if any.
    pub comparison: Option<&'a Comparison>,
    /// How far they hold, where that was computed.
    pub robustness: Option<&'a Robustness>,
    /// One more font.
    pub font: Option<&'a [u8]>,
}

/// Writes the captions of the slides.
///
/// # Errors
/// When they cannot be written.
pub fn write_captions(title: &str, drawn: &[Drawn], output: &mut Output) -> Result<(), CliError> {
    let charts: Vec<&Chart> = drawn.iter().filter_map(Drawn::chart).collect();
    output.write("slides/charts.md", render_captions(title, &charts).as_bytes())
}

impl Packet<'_> {
    /// Writes `brief.pdf` and `report.pdf`.
    ///
    /// # Errors
    /// When one cannot be made or written; remarks on what is not as it should be come back.
    pub fn write_pdfs(&self, document: &Document, output: &mut Output) -> Result<Vec<String>, CliError> {
        let paper = self.results.settings.paper;
        let (brief, whole) = rayon::join(|| self.brief(document), || render_report(document, paper, self.font));
        let files: [(&str, Pdf); 2] = [("brief.pdf", brief?), ("report.pdf", whole?)];
        let mut remarks = Vec::new();
        for (name, pdf) in files {
            output.write(name, &pdf.bytes)?;
            remarks.extend(pdf.remark.map(|why| format!("{name} is tagged, but is not PDF/UA-1: {why}.")));
        }
        Ok(remarks)
    }

    /// One page: with a scenario, what it would change and what is asked for; without, where partner time goes.
    fn brief(&self, document: &Document) -> Result<Pdf, CliError> {
        let first = self.comparison.and_then(|all| Some([all.sides.first()?.clone(), all.sides.get(1)?.clone()]));
        let first = first.map(|sides| Comparison::of(sides.to_vec()));
        let asked = first.as_ref().and_then(|comparison| ask(comparison, 1));
        let chart = match &first {
            Some(comparison) => {
                let names = ["what-if-partners".to_owned(), "what-if-outcomes".to_owned()];
                let drawn = draw_comparison(comparison, None, None, &names, BRIEF_WIDTH)?;
                let mut charts: Vec<Chart> = drawn.into_iter().filter_map(Drawn::into_chart).collect();
                charts.sort_by_key(|chart| (chart.name != "what-if-partners", chart.height));
                // partner by partner is what people see before them; where there are too many of them, loss by loss
                let at = charts.iter().position(|chart| chart.height <= BRIEF_TALLEST).unwrap_or(charts.len());
                if at < charts.len() { Some(charts.swap_remove(at)) } else { charts.pop() }
            }
            None => draw_waterfall(self.results, BRIEF_WIDTH)?,
        };
        let chart = match chart {
            Some(chart) => Some(chart),
            None => draw(self.results, &["time-use".to_owned()], BRIEF_WIDTH)?.into_iter().find_map(Drawn::into_chart),
        };
        let brief = Brief { chart: chart.as_ref(), ask: asked.as_ref() };
        Ok(render_brief(document, brief, self.results.settings.paper, self.font)?)
    }

    /// Writes each chart as a slide.
    ///
    /// # Errors
    /// When a chart cannot be drawn or written.
    pub fn write_slides(&self, drawn: &[Drawn], output: &mut Output) -> Result<(), CliError> {
        let charts = largest_first(drawn);
        let rasterizer = Rasterizer::new(self.font.map(<[u8]>::to_vec))?;
        let slides: Vec<Slide> =
            of_each_chart(&charts, |chart| match self.at_width(chart.name, slide_chart_width(chart))? {
                Some(wide) => rasterizer.slide(&wide).map_err(CliError::from),
                None => rasterizer.slide(chart).map_err(CliError::from),
            })?;
        for (chart, slide) in charts.iter().zip(slides) {
            output.write(&format!("slides/{}", slide_file(chart)), &slide.white)?;
            output.write(&format!("slides/{}", transparent_slide_file(chart)), &slide.transparent)?;
        }
        Ok(())
    }

    /// A chart once more, at another width.
    fn at_width(&self, name: &'static str, width: i32) -> Result<Option<Chart>, ChartError> {
        let names = [name.to_owned()];
        let mut drawn = draw(self.results, &names, width)?;
        if let Some(comparison) = self.comparison {
            drawn.extend(draw_comparison(comparison, self.robustness, None, &names, width)?);
        }
        Ok(drawn.into_iter().find_map(Drawn::into_chart))
    }
}
