//! Settings as flags: each one of `offdesk.toml`, under the same name.

use crate::import::SETTINGS;
use crate::time::Day;
use clap::Args;
use toml::{Table, Value};

/// Flags that are laid over the settings file.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Settings (over those of offdesk.toml)")]
pub struct SettingsFlags {
    /// The title of the report
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The name of the library
    #[arg(long, value_name = "TEXT")]
    library: Option<String>,
    /// The question that opens the brief
    #[arg(long, value_name = "TEXT")]
    question: Option<String>,
    /// The sheet on which the PDFs are set
    #[arg(long, value_name = "SHEET", value_parser = ["letter", "a4"])]
    paper: Option<String>,
    /// The zone of every time in the study
    #[arg(long, value_name = "ZONE")]
    time_zone: Option<String>,
    /// The first date analyzed
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<String>,
    /// The last date analyzed
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<String>,
    /// How many weeks the schedule takes to repeat
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(1..=16))]
    weeks: Option<i64>,
    /// A Monday on which a week A starts
    #[arg(long, value_name = "DATE", value_parser = date)]
    starts: Option<String>,
    /// The shortest useful visit, in minutes
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(i64).range(0..=1440))]
    min_visit: Option<i64>,
    /// The shortest usable block of off-desk time, in minutes
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(i64).range(1..=1440))]
    min_block: Option<i64>,
    /// The way to a stakeholder, in minutes each way
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(i64).range(0..=720))]
    travel: Option<i64>,
    /// Planning and assessment that an hour of a visit needs, in hours
    #[arg(long, value_name = "HOURS", value_parser = hours_up_to_ten)]
    planning_per_visit_hour: Option<f64>,
    /// People that each desk needs while the library is open
    #[arg(long, value_name = "PEOPLE", value_parser = clap::value_parser!(i64).range(0..=999))]
    default_minimum: Option<i64>,
    /// People that the building needs while it is open
    #[arg(long, value_name = "PEOPLE", value_parser = clap::value_parser!(i64).range(0..=999))]
    building_minimum: Option<i64>,
    /// The longest time on desks without a pause that is wanted, in minutes
    #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(i64).range(15..=1440))]
    max_stint: Option<i64>,
    /// The share of staffed time that desks should take, in percent
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(i64).range(1..=100))]
    desk_share_target: Option<i64>,
    /// Whether to show what published sources say about desk time
    #[arg(long, value_name = "WHETHER")]
    practice: Option<bool>,
    /// What an hour of work costs
    #[arg(long, value_name = "MONEY")]
    hourly_rate: Option<f64>,
    /// What to take for working hours that are not given
    #[arg(long, value_name = "WHAT", value_parser = ["desk-span", "open-hours", "unknown"])]
    assume_shift: Option<String>,
}

fn hours_up_to_ten(text: &str) -> Result<f64, String> {
    let hours = text.parse().ok().filter(|hours| (0.0..=10.0).contains(hours));
    hours.ok_or_else(|| "write hours as a number from 0 to 10, such as 1.5".to_owned())
}

fn date(text: &str) -> Result<String, String> {
    day(text).map(|day| day.to_string())
}

/// A date as every flag takes it.
///
/// # Errors
/// When it is not written as one, when there is no such date, or when its year cannot be meant; in words.
pub fn day(text: &str) -> Result<Day, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let numbers: Vec<u32> = parts.iter().filter_map(|part| part.parse().ok()).collect();
    match numbers[..] {
        [year, month, day] if parts[0].len() == 4 => {
            let year = i32::try_from(year).unwrap_or(0);
            let day = Day::from_ymd(year, month, day).ok_or_else(|| format!("there is no date {text}"))?;
            if day.is_near() { Ok(day) } else { Err(format!("{text} is too far away: use a date from 1900 to 2999")) }
        }
        _ => Err("write dates as 2026-09-14".to_owned()),
    }
}

impl SettingsFlags {
    /// The flags in the form of the settings file.
    #[must_use]
    pub fn as_table(&self) -> Table {
        let text = |value: &Option<String>| value.clone().map(Value::String);
        let given = [
            ("title", text(&self.title)),
            ("library", text(&self.library)),
            ("question", text(&self.question)),
            ("paper", text(&self.paper)),
            ("time_zone", text(&self.time_zone)),
            ("from", text(&self.from)),
            ("to", text(&self.to)),
            ("weeks", self.weeks.map(Value::Integer)),
            ("starts", text(&self.starts)),
            ("min_visit", self.min_visit.map(Value::Integer)),
            ("min_block", self.min_block.map(Value::Integer)),
            ("travel", self.travel.map(Value::Integer)),
            ("planning_per_visit_hour", self.planning_per_visit_hour.map(Value::Float)),
            ("default_minimum", self.default_minimum.map(Value::Integer)),
            ("building_minimum", self.building_minimum.map(Value::Integer)),
            ("max_stint", self.max_stint.map(Value::Integer)),
            ("desk_share_target", self.desk_share_target.map(Value::Integer)),
            ("practice", self.practice.map(Value::Boolean)),
            ("hourly_rate", self.hourly_rate.map(Value::Float)),
            ("assume_shift", text(&self.assume_shift)),
        ];
        let mut table = Table::new();
        for (name, value) in given {
            let (Some(value), Some(setting)) = (value, SETTINGS.iter().find(|setting| setting.name == name)) else {
                continue;
            };
            if setting.table.is_empty() {
                table.insert(name.to_owned(), value);
            } else if let Value::Table(inner) = table.entry(setting.table).or_insert_with(|| Value::Table(Table::new()))
            {
                inner.insert(name.to_owned(), value);
            }
        }
        table
    }
}
