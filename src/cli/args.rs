//! What can be asked for on the command line? Commands, flags and their help texts.

use super::settings_flags::SettingsFlags;
use crate::table::{Format, TABLE_NAMES};
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Shows how much time a library's schedules leave for the community, and why the rest is lost.
#[derive(Debug, Parser)]
#[command(
    name = "offdesk",
    version,
    max_term_width = 100,
    after_help = "Example:\n  offdesk report sample-data/maple-street\n\nExit codes: 0 clean, 1 problems in the data, 2 wrong usage or a file that cannot be read or written."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Flags of every command.
    #[command(flatten)]
    pub global: GlobalFlags,
}

/// Flags of every command.
#[derive(Clone, Copy, Debug, Args)]
pub struct GlobalFlags {
    /// When to use color
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub color: ColorChoice,
    /// Print errors only
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Print plain sentences without drawing, for logs and screen readers
    #[arg(long, global = true)]
    pub plain: bool,
    /// Print JSON, for machines
    #[arg(long, global = true)]
    pub json: bool,
}

/// When to use color.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a starter study: a template of every file and a settings file
    #[command(after_help = "Example:\n  offdesk init elm-branch")]
    Init {
        /// The folder to write, new or empty
        dir: PathBuf,
    },
    /// Find every problem in every file of a study
    #[command(after_help = "Example:\n  offdesk check sample-data/messy")]
    Check(StudyArgs),
    /// Explain a problem's code
    #[command(after_help = "Example:\n  offdesk explain E202")]
    Explain {
        /// The code, such as E202; without one, all codes are listed
        code: Option<String>,
    },
    /// Compute the figures: a summary on the terminal, and tables
    #[command(
        alias = "analyse",
        after_help = "Example:\n  offdesk analyze sample-data/maple-street -o tables --format csv,parquet"
    )]
    Analyze(AnalyzeArgs),
    /// Draw the charts
    #[command(after_help = "Example:\n  offdesk chart sample-data/maple-street desk-cover week -o charts --format png")]
    Chart(ChartArgs),
    /// Write the report: one page with findings and charts, the charts as files, and the tables
    #[command(after_help = "Example:\n  offdesk report sample-data/maple-street -o maple-street-report")]
    Report(ReportArgs),
}

/// Which study, and how.
#[derive(Clone, Debug, Args)]
pub struct StudyArgs {
    /// The folder of the study
    pub study: PathBuf,
    /// Leave out rows that cannot be read, and say how many
    #[arg(long)]
    pub skip_bad_rows: bool,
    /// Show only this branch
    #[arg(long, value_name = "NAME")]
    pub branch: Option<String>,
    /// Show people by name instead of by role
    #[arg(long, conflicts_with = "public")]
    pub names: bool,
    /// Merge roles that one person holds, for a packet that leaves the library
    #[arg(long)]
    pub public: bool,
    /// Settings of offdesk.toml.
    #[command(flatten)]
    pub settings: SettingsFlags,
}

/// Arguments of `analyze`.
#[derive(Clone, Debug, Args)]
pub struct AnalyzeArgs {
    /// Which study, and how.
    #[command(flatten)]
    pub study: StudyArgs,
    /// The folder for the tables [default: STUDY-tables]
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The formats of the tables
    #[arg(long, value_enum, value_delimiter = ',', default_value = "csv", value_name = "FORMAT")]
    pub format: Vec<TableFormat>,
    /// Only these tables, however long
    #[arg(long, value_delimiter = ',', value_name = "NAME", value_parser = PossibleValuesParser::new(TABLE_NAMES))]
    pub tables: Vec<String>,
}

/// Arguments of `chart`.
#[derive(Clone, Debug, Args)]
pub struct ChartArgs {
    /// Which study, and how.
    #[command(flatten)]
    pub study: StudyArgs,
    /// Only these charts
    #[arg(value_name = "NAME", value_parser = PossibleValuesParser::new(crate::chart::CHART_NAMES))]
    pub charts: Vec<String>,
    /// The folder for the charts [default: STUDY-charts]
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The formats of the charts
    #[arg(long, value_enum, value_delimiter = ',', default_value = "svg", value_name = "FORMAT")]
    pub format: Vec<ImageFormat>,
    /// The width of the charts, in pixels; PNG files have twice as many
    #[arg(long, default_value_t = 960, value_parser = clap::value_parser!(u32).range(480..=3840), value_name = "PIXELS")]
    pub width: u32,
    /// One more font, for signs that the built-in one does not have
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
}

/// Arguments of `report`.
#[derive(Clone, Debug, Args)]
pub struct ReportArgs {
    /// Which study, and how.
    #[command(flatten)]
    pub study: StudyArgs,
    /// The folder for the report [default: STUDY-report]
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// One more font, for signs that the built-in one does not have
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
}

/// The format of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Text with commas, for spreadsheets.
    Csv,
    /// A list of objects.
    Json,
    /// Apache Parquet.
    Parquet,
}

impl From<TableFormat> for Format {
    fn from(format: TableFormat) -> Format {
        match format {
            TableFormat::Csv => Format::Csv,
            TableFormat::Json => Format::Json,
            TableFormat::Parquet => Format::Parquet,
        }
    }
}

/// The format of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImageFormat {
    /// Vector graphics, for pages and print.
    Svg,
    /// Pixels at twice the width, for slides.
    Png,
}
