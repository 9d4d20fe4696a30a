//! What can be asked for on the command line? Commands, flags and their help texts.

use super::report_args::ReportArgs;
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
    /// Turn a spreadsheet, an export or a calendar into files of a study; writes nothing without --write
    #[command(
        after_help = "Examples:\n  offdesk import sample-data/imports/roster-week.csv --study elm-branch\n  offdesk import october.xlsx --study elm-branch --profile deputy --write"
    )]
    Import(Box<ImportArgs>),
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
    #[command(
        after_help = "Examples:\n  offdesk report sample-data/maple-street -o maple-street-report\n  offdesk report sample-data/maple-street --public --check-privacy"
    )]
    Report(ReportArgs),
    /// Write a sample job description of a role, whose shares of time come from the schedule
    #[command(
        after_help = "Examples:\n  offdesk job-description sample-data/maple-street --role \"Teen Librarian\"\n  offdesk job-description sample-data/maple-street --role \"Teen Librarian\" --scenario one-desk --format docx"
    )]
    JobDescription(Box<JobDescriptionArgs>),
    /// Compare today with scenarios, one study with another, or two periods of one study
    #[command(
        after_help = "Examples:\n  offdesk compare sample-data/maple-street --scenario one-desk --scenario two-hour-blocks\n  offdesk compare sample-data/maple-street --before 2026-09-14..2026-09-27 --after 2026-09-28..2026-10-25"
    )]
    Compare(Box<CompareArgs>),
    /// Find changes that help: single changes, a best desk schedule, and hours to ask partners for
    #[command(
        after_help = "Examples:\n  offdesk suggest sample-data/maple-street\n  offdesk suggest sample-data/maple-street --best --save best-schedule\n  offdesk suggest sample-data/maple-street --visit \"Cedar Court Senior Residence\" --visit \"Norwick Tool & Die@2026-09-15\""
    )]
    Suggest(Box<SuggestArgs>),
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

/// Arguments of `import`.
#[derive(Clone, Debug, Args)]
pub struct ImportArgs {
    /// The files to import
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The folder of the study; made with --write, if it is not there
    #[arg(long, value_name = "DIR")]
    pub study: PathBuf,
    /// Write what was understood into the study
    #[arg(long)]
    pub write: bool,
    /// The name under which the decisions are kept, and by which they are used again [default: the file's name]
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// What it is: schedule, hours, windows, staff or traffic
    #[arg(long = "as", value_name = "KIND")]
    pub target: Option<String>,
    /// In which shape, such as list, roster, slot-grid or hours-text
    #[arg(long, value_name = "SHAPE")]
    pub shape: Option<String>,
    /// What columns mean: HEADER=COLUMN, several with commas between them
    #[arg(long, value_delimiter = ',', value_name = "HEADER=COLUMN")]
    pub map: Vec<String>,
    /// The order of day and month in dates of numbers: dmy or mdy
    #[arg(long, value_name = "ORDER")]
    pub date_order: Option<String>,
    /// The time zone of the library, such as `America/New_York`
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// Only this sheet of a workbook
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The day of the week that has the number 0, where days are numbers
    #[arg(long, value_name = "DAY")]
    pub week_start: Option<String>,
    /// Whose calendar or table it is, where the file does not say
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// A calendar shows busy times: windows are what these hours leave free, such as "Mon-Fri 9:00-17:00"
    #[arg(long, value_name = "HOURS")]
    pub working_hours: Option<String>,
    /// The country of public holidays, such as US
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    /// The length of breaks that are given as a start only
    #[arg(long, value_name = "MINUTES")]
    pub break_minutes: Option<u16>,
    /// The day of a grid that names none: a date or a day of the week
    #[arg(long, value_name = "DAY")]
    pub day: Option<String>,
    /// The first date wanted from a calendar or a rule [default: that of the study's period]
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// The last date wanted
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// A cell that every row gets where it has none: COLUMN=TEXT, several with commas between them
    #[arg(long, value_delimiter = ',', value_name = "COLUMN=TEXT")]
    pub fill: Vec<String>,
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

/// Arguments of `job-description`.
#[derive(Clone, Debug, Args)]
pub struct JobDescriptionArgs {
    /// Which study, and how.
    #[command(flatten)]
    pub study: StudyArgs,
    /// The role, as staff.csv names it
    #[arg(long, value_name = "ROLE", required_unless_present = "print_template")]
    pub role: Option<String>,
    /// Take the schedule of a scenario of the study: the name of a file in its folder `scenarios`
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// The folder for the description [default: STUDY-job-descriptions]
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The wording, a text in Markdown [default: job-description.md in the study, else a built-in one]
    #[arg(long, value_name = "FILE")]
    pub template: Option<PathBuf>,
    /// The formats of the description
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,docx", value_name = "FORMAT")]
    pub format: Vec<DocumentFormat>,
    /// Print the wording that would be used, to start a job-description.md of your own from
    #[arg(long)]
    pub print_template: bool,
}

/// Arguments of `compare`.
#[derive(Clone, Debug, Args)]
pub struct CompareArgs {
    /// Which study, and how.
    #[command(flatten)]
    pub study: StudyArgs,
    /// A scenario of the study: the name of a file in its folder `scenarios`; several may be given
    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,
    /// Write tables and charts into this folder
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Another study to compare with
    #[arg(long, value_name = "STUDY")]
    pub with: Option<PathBuf>,
    /// The earlier of two periods to compare, as 2026-09-14..2026-10-04
    #[arg(long, value_name = "PERIOD", requires = "after", conflicts_with_all = ["scenario", "with", "robust"])]
    pub before: Option<String>,
    /// The later of two periods
    #[arg(long, value_name = "PERIOD", requires = "before")]
    pub after: Option<String>,
    /// Compare under other assumptions, too: shorter and longer visits and ways, one person away, single weeks
    #[arg(long)]
    pub robust: bool,
}

/// Arguments of `suggest`.
#[derive(Clone, Debug, Args)]
pub struct SuggestArgs {
    /// Which study, and how.
    #[command(flatten)]
    pub study: StudyArgs,
    /// The folder for the suggestions [default: STUDY-suggestions]
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How many suggestions of each kind to print; the files have them all
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub most: usize,
    /// Search for the best desk schedule, too
    #[arg(long)]
    pub best: bool,
    /// How much more or less desk time than today a person may have on a date, in minutes, in the best schedule
    #[arg(long, value_name = "MINUTES", default_value_t = 30, value_parser = clap::value_parser!(u16).range(0..=480), requires = "best")]
    pub tolerance: u16,
    /// How long to search for the best schedule, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=3600), requires = "best")]
    pub time_limit: u64,
    /// Keep the best schedule as a scenario of the study, under this name
    #[arg(long, value_name = "NAME", requires = "best")]
    pub save: Option<String>,
    /// Propose a visit: a partner's first contact slot, or the one on a date (PARTNER@DATE); written as visits.ics
    #[arg(long, value_name = "PARTNER[@DATE]")]
    pub visit: Vec<String>,
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

/// The format of a job description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentFormat {
    /// Markdown, a text that every program opens.
    Md,
    /// A Word document.
    Docx,
}

/// The format of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImageFormat {
    /// Vector graphics, for pages and print.
    Svg,
    /// Pixels at twice the width, for slides.
    Png,
}

impl ImageFormat {
    /// The ending of the file.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            ImageFormat::Svg => "svg",
            ImageFormat::Png => "png",
        }
    }
}
