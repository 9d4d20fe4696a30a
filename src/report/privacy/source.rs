//! From which file and line of the study does a text of the packet come?

use crate::analysis::Results;
use crate::import::{Folder, SCENARIO_FOLDER};
use crate::say;
use crate::study::{Activity, ScheduleRow, Study};

/// A line of the study that is shown as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLine {
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
    /// Its text.
    pub text: String,
}

/// Files whose words are shown as they stand.
const BY_HAND: [&str; 7] = [
    "stories.md",
    "offdesk.toml",
    "stakeholders.csv",
    "duties.csv",
    "coverage.csv",
    "desk-traffic.csv",
    "library-hours.csv",
];

/// The lines of the study's files that are written by hand and shown as they stand, those of the named scenarios among
/// them.
pub fn lines_by_hand(folder: &dyn Folder, scenarios: &[String]) -> Vec<SourceLine> {
    let scenarios = scenarios.iter().map(|name| format!("{SCENARIO_FOLDER}/{name}.toml"));
    let files = BY_HAND.into_iter().map(str::to_owned).chain(scenarios);
    files.flat_map(|file| lines_of(folder, &file)).collect()
}

fn lines_of(folder: &dyn Folder, file: &str) -> Vec<SourceLine> {
    let Ok(bytes) = folder.read(file) else { return Vec::new() };
    let is_toml = file.rsplit('.').next() == Some("toml");
    let line = |(n, text): (usize, &str)| SourceLine {
        file: file.to_owned(),
        line: u32::try_from(n + 1).unwrap_or(u32::MAX),
        text: if is_toml { shown_setting(text) } else { text }.to_owned(),
    };
    String::from_utf8_lossy(&bytes).lines().enumerate().map(line).collect()
}

/// What is shown of a line of settings or of a scenario: people whom a change or a group names are shown by role.
fn shown_setting(line: &str) -> &str {
    match line.split_once('=') {
        Some((key, value)) if value.trim_start().starts_with('[') => key,
        Some((key, _)) if ["staff", "people", "with"].iter().any(|word| key.contains(word)) => key,
        _ => line,
    }
}

/// The first line of the schedule that names a desk.
pub fn schedule_line(study: &Study, is_named: impl Fn(&str) -> bool) -> Option<u32> {
    let named: Vec<bool> = study.desks.iter().map(is_named).collect();
    let is_named = |row: &ScheduleRow| row.activity == Activity::Desk && named.get(row.desk.index()) == Some(&true);
    if !named.contains(&true) {
        return None;
    }
    study.schedule_rows().find(is_named).map(|row| row.line)
}

/// A text that somebody wrote, and where it stands in the packet, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByHand {
    /// Where.
    pub place: String,
    /// The text.
    pub text: String,
}

/// What was written by hand and stands in the packet as it is; of scenarios, title and reason.
pub fn texts_by_hand(results: &Results, scenarios: &[(String, String)]) -> Vec<ByHand> {
    let mut found = Vec::new();
    let mut add = |place: String, texts: &[&str]| {
        let said = texts.iter().filter(|text| !text.trim().is_empty());
        found.extend(said.map(|text| ByHand { place: place.clone(), text: (*text).to_owned() }));
    };
    for story in &results.stories {
        let place = say!("privacy-place-story", heading = &story.heading);
        add(place.clone(), &[&story.heading]);
        story.paragraphs.iter().for_each(|paragraph| add(place.clone(), &[paragraph]));
    }
    for (title, why) in scenarios {
        add(say!("privacy-place-scenario", title = title), &[title, why]);
    }
    add(
        say!("privacy-place-settings"),
        &[&results.settings.title, &results.settings.library, &results.settings.question],
    );
    for partner in &results.stakeholders {
        add(say!("privacy-place-partner", name = &partner.name), &[&partner.name, &partner.group]);
    }
    for duty in &results.duties {
        add(say!("privacy-place-duty", duty = &duty.duty), &[&duty.duty]);
    }
    for name in results.desks.iter().chain(results.branches.iter()) {
        add(say!("privacy-place-schedule", name = name), &[name]);
    }
    found
}
