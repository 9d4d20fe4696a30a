//! What holds for the whole study? Every setting with its default, its unit and its reason.

use crate::time::{Day, Rotation};
use std::collections::BTreeMap;

/// What to take for a person's working hours on a date that has rows, but no `shift` or `off-desk` row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Assume {
    /// From the first row's start to the last row's end: an "at least".
    DeskSpan,
    /// At work whenever the branch is open on that day: an "at most".
    OpenHours,
    /// Nothing: time that is not given is `unknown`.
    Unknown,
}

impl Assume {
    /// Every choice.
    pub const ALL: [Assume; 3] = [Assume::DeskSpan, Assume::OpenHours, Assume::Unknown];

    /// The word that stands in the settings file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Assume::DeskSpan => "desk-span",
            Assume::OpenHours => "open-hours",
            Assume::Unknown => "unknown",
        }
    }
}

/// How people are shown in every output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PeopleShown {
    /// By role, numbered where several people hold one: the default.
    #[default]
    Roles,
    /// By name.
    Names,
    /// By role, and roles held by one person are merged: for a packet that leaves the library.
    Public,
}

/// The sheet on which the packet is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// 8.5 by 11 inches.
    #[default]
    Letter,
    /// 210 by 297 millimeters.
    A4,
}

impl Paper {
    /// Every choice.
    pub const ALL: [Paper; 2] = [Paper::Letter, Paper::A4];

    /// The word that stands in the settings file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Paper::Letter => "letter",
            Paper::A4 => "a4",
        }
    }
}

/// The settings of a study, after the file and the flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The title of the report; empty for the name of the folder.
    pub title: String,
    /// The name of the library.
    pub library: String,
    /// The question that opens the brief; empty for the usual one.
    pub question: String,
    /// The sheet on which PDFs are set.
    pub paper: Paper,
    /// The zone of every time in the study, for calendars in other zones; stated in the report.
    pub time_zone: String,
    /// The first date analyzed.
    pub from: Option<Day>,
    /// The last date analyzed.
    pub to: Option<Day>,
    /// The rotation, where there is one.
    pub rotation: Option<Rotation>,
    /// The shortest useful visit, in minutes, where a stakeholder's row does not say.
    pub min_visit: u16,
    /// The shortest usable block of off-desk time, in minutes.
    pub min_block: u16,
    /// The way to a stakeholder, minutes each way, where a row does not say.
    pub travel: u16,
    /// Planning and assessment that an hour of a visit needs, in minutes.
    pub planning_per_visit_hour: u16,
    /// People that each desk needs while open, where `coverage.csv` does not say.
    pub default_minimum: u16,
    /// People that the building needs while open, where `coverage.csv` does not say.
    pub building_minimum: u16,
    /// The longest time on desks without a pause that is wanted, in minutes.
    pub max_stint: u16,
    /// The desk's share of staffed time that the library itself aims at, in percent; none where it has no target.
    pub desk_share_target: Option<u16>,
    /// Whether what other libraries report is shown; none where that hangs on the target.
    pub practice: Option<bool>,
    /// What an hour of work costs, in hundredths; none where it is not to be counted.
    pub hourly_rate_cents: Option<u32>,
    /// What to take for working hours that are not given.
    pub assume: Assume,
    /// The library's own words for activities.
    pub activities: BTreeMap<String, String>,
    /// Groups of people who want to meet, by name.
    pub groups: BTreeMap<String, Vec<String>>,
    /// How people are shown.
    pub people_shown: PeopleShown,
    /// Only this branch is shown; everybody is computed all the same.
    pub branch: Option<String>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            title: String::new(),
            library: String::new(),
            question: String::new(),
            paper: Paper::Letter,
            time_zone: String::new(),
            from: None,
            to: None,
            rotation: None,
            min_visit: 60,
            min_block: 60,
            travel: 15,
            planning_per_visit_hour: 60,
            default_minimum: 1,
            building_minimum: 2,
            max_stint: 120,
            desk_share_target: None,
            practice: None,
            hourly_rate_cents: None,
            assume: Assume::DeskSpan,
            activities: BTreeMap::new(),
            groups: BTreeMap::new(),
            people_shown: PeopleShown::Roles,
            branch: None,
        }
    }
}

impl Settings {
    /// Planning and assessment that an hour of a visit needs, in hours.
    #[must_use]
    pub fn planning_hours_per_visit_hour(&self) -> f64 {
        f64::from(self.planning_per_visit_hour) / 60.0
    }

    /// What an hour of work costs, where it is to be counted.
    #[must_use]
    pub fn hourly_rate(&self) -> Option<f64> {
        self.hourly_rate_cents.map(|cents| f64::from(cents) / 100.0)
    }
}
