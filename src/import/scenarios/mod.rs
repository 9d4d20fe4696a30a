//! Reads `scenarios/NAME.toml`: what a manager would change, each change with its place; what is unknown is said.

mod actions;
mod entry;
mod write;

use crate::import::Folder;
use crate::problem::{Code, Problem, Problems};
use crate::study::{Change, Scenario, Study};
use crate::text::{Location, capital};
use entry::Entry;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use write::render_scenario;

/// The folder of a study's scenarios.
pub const SCENARIO_FOLDER: &str = "scenarios";

/// The names of a study's scenarios, in order.
#[must_use]
pub fn scenario_names(folder: &dyn Folder) -> Vec<String> {
    let files = folder.files_in(SCENARIO_FOLDER).unwrap_or_default();
    files.iter().filter_map(|name| name.strip_suffix(".toml")).map(str::to_owned).collect()
}

/// Whether a scenario may have this name: that of a file in the folder, and of none elsewhere.
#[must_use]
pub fn is_scenario_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0'])
}

/// Reads one scenario of a study. With a problem of severity error, the scenario is not to be used.
#[must_use]
pub fn read_scenario(folder: &dyn Folder, name: &str, study: &Study) -> (Scenario, Problems) {
    let file = format!("{SCENARIO_FOLDER}/{name}.toml");
    let text = if is_scenario_name(name) { folder.read(&file).ok() } else { None };
    match text {
        Some(text) => parse_scenario(&String::from_utf8_lossy(&text), &file, name, study),
        None => {
            let mut problems = Problems::default();
            let known = scenario_names(folder);
            let help = match crate::problem::nearest(name, known.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None if known.is_empty() => {
                    format!("the study has no scenarios yet; they are files such as {SCENARIO_FOLDER}/one-desk.toml")
                }
                None => format!("the study has: {}", known.join(", ")),
            };
            problems.push(
                Problem::new(Code::E601, Location::of_file(&file))
                    .says(format!("there is no scenario `{name}`"))
                    .done("the scenario is not computed")
                    .help(help),
            );
            (
                Scenario {
                    name: name.to_owned(),
                    title: String::new(),
                    why: String::new(),
                    new_desks: Vec::new(),
                    changes: Vec::new(),
                },
                problems,
            )
        }
    }
}

/// Reads the text of a scenario.
#[must_use]
pub fn parse_scenario(text: &str, file: &str, name: &str, study: &Study) -> (Scenario, Problems) {
    let mut problems = Problems::default();
    let mut scenario = Scenario {
        name: name.to_owned(),
        title: titled(name),
        why: String::new(),
        new_desks: Vec::new(),
        changes: Vec::new(),
    };
    match DeTable::parse(text) {
        Ok(table) => {
            let reader = FileReader { text, file, study };
            reader.read(table.get_ref(), &mut scenario, &mut problems);
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            problems.push(
                Problem::new(Code::E601, place(text, file, at))
                    .says(format!("the scenario cannot be read: {}", error.message().lines().next().unwrap_or("")))
                    .done("the scenario is not computed")
                    .help("text stands in quotation marks, and each change begins with [[change]]"),
            );
        }
    }
    problems.sort();
    (scenario, problems)
}

/// A name as a title: `one-desk` is `One desk`.
fn titled(name: &str) -> String {
    capital(&name.replace(['-', '_'], " "))
}

/// The line of a byte.
fn place(text: &str, file: &str, at: usize) -> Location {
    let before = text.get(..at.min(text.len())).unwrap_or("");
    let n = before.matches('\n').count();
    Location::of_line(file, u32::try_from(n + 1).unwrap_or(1), text.lines().nth(n).unwrap_or(""))
}

/// One file while it is read.
struct FileReader<'a> {
    text: &'a str,
    file: &'a str,
    study: &'a Study,
}

impl FileReader<'_> {
    fn read(&self, table: &DeTable<'_>, scenario: &mut Scenario, problems: &mut Problems) {
        let mut has_changes = false;
        for (key, value) in table {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("title", DeValue::String(text)) => scenario.title = text.to_string(),
                ("why", DeValue::String(text)) => scenario.why = text.to_string(),
                ("change", DeValue::Array(entries)) => {
                    has_changes = true;
                    for entry in entries {
                        let change = self.change(entry, (&scenario.changes, &mut scenario.new_desks), problems);
                        scenario.changes.extend(change);
                    }
                }
                (name, _) => problems.push(
                    Problem::new(Code::E602, place(self.text, self.file, key.span().start))
                        .says(match name {
                            "title" | "why" => format!("`{name}` is not text"),
                            "change" => "`change` is not a list of changes".to_owned(),
                            _ => format!("`{name}` is not something that a scenario says"),
                        })
                        .done("the scenario is not computed")
                        .help("a scenario has a `title`, a `why` (both text) and one [[change]] after the other"),
                ),
            }
        }
        if !has_changes {
            problems.push(
                Problem::new(Code::E601, Location::of_file(self.file))
                    .says("the scenario changes nothing")
                    .done("the scenario is not computed")
                    .help("add a change: a line [[change]], and below it do = \"release\", staff, day, start and end"),
            );
        }
    }

    fn change(
        &self,
        value: &Spanned<DeValue<'_>>,
        (before, new_desks): (&[Change], &mut Vec<String>),
        problems: &mut Problems,
    ) -> Option<Change> {
        let origin = place(self.text, self.file, value.span().start);
        let Some(table) = value.get_ref().as_table() else {
            problems.push(
                Problem::new(Code::E602, origin)
                    .says("a change is not a table")
                    .done("the scenario is not computed")
                    .help("begin each change with a line [[change]]"),
            );
            return None;
        };
        let mut entry = Entry {
            text: self.text,
            file: self.file,
            study: self.study,
            table,
            origin,
            before,
            new_desks,
            problems,
            is_sound: true,
        };
        actions::read_change(&mut entry)
    }
}
