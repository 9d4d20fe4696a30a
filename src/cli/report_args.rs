//! What is asked of `offdesk report`?

use super::args::StudyArgs;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Arguments of `report`.
#[derive(Clone, Debug, Args)]
pub struct ReportArgs {
    /// Which study, and how.
    #[command(flatten)]
    pub study: StudyArgs,
    /// The folder for the report [default: STUDY-report]
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// A scenario of the study to show beside today: the name of a file in its folder `scenarios`; several may be given
    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,
    /// Show how far scenarios hold under other assumptions, too
    #[arg(long, requires = "scenario")]
    pub robust: bool,
    /// Write only these parts
    #[arg(long, value_name = "PARTS", value_enum, value_delimiter = ',', default_values_t = ReportPart::ALL)]
    pub parts: Vec<ReportPart>,
    /// List what in the packet could identify a person, and write nothing
    #[arg(long)]
    pub check_privacy: bool,
    /// The earlier of two periods to set side by side, as 2026-09-14..2026-10-04
    #[arg(long, value_name = "PERIOD", requires = "after", conflicts_with = "scenario")]
    pub before: Option<String>,
    /// The later of two periods
    #[arg(long, value_name = "PERIOD", requires = "before")]
    pub after: Option<String>,
    /// One more font, for signs that the built-in one does not have
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
}

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportPart {
    /// index.html
    Page,
    /// charts/, as SVG and PNG
    Charts,
    /// tables/, as CSV
    Tables,
    /// brief.pdf and report.pdf
    Pdf,
    /// slides/, with captions
    Slides,
}

impl ReportPart {
    /// Every part.
    pub const ALL: [ReportPart; 5] =
        [ReportPart::Page, ReportPart::Charts, ReportPart::Tables, ReportPart::Pdf, ReportPart::Slides];
}
