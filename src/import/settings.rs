//! Reads `offdesk.toml`: every setting with its default, unit and reason; what is unknown or cannot be used is said.
//! Longer than other files: the table of all settings is most of it.

use super::canonical::SETTINGS_FILE;
use super::setting_value::{assume, date, hours_as_minutes, money, number, paper, text_into, zone};
use crate::problem::{Code, Problem, Problems, nearest};
use crate::study::Settings;
use crate::text::Location;
use crate::time::{Day, Rotation};
use toml::{Table, Value};

/// What a setting means, for the template, the help texts and the report.
#[derive(Clone, Copy, Debug)]
pub struct SettingDescription {
    /// The table it stands in; empty for the top.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its default as the file writes it; empty where nothing is the default.
    pub default: &'static str,
    /// An example, where nothing is the default.
    pub example: &'static str,
    /// Its unit.
    pub unit: &'static str,
    /// What it is and why the default is what it is.
    pub why: &'static str,
}

const fn setting(
    table: &'static str,
    name: &'static str,
    default: &'static str,
    example: &'static str,
    unit: &'static str,
    why: &'static str,
) -> SettingDescription {
    SettingDescription { table, name, default, example, unit, why }
}

/// Every setting, in the order of the file.
pub const SETTINGS: &[SettingDescription] = &[
    setting(
        "",
        "title",
        "",
        "\"Maple Street Branch, autumn 2026\"",
        "text",
        "the title of the report; without it, the name of the folder",
    ),
    setting("", "library", "", "\"Maple Street Library\"", "text", "the name of the library, for source lines"),
    setting(
        "",
        "question",
        "",
        "\"Can we be at the school when the students are?\"",
        "text",
        "the question that opens the brief, in one sentence; without it, how much time the library has for its community",
    ),
    setting(
        "",
        "paper",
        "\"letter\"",
        "",
        "\"letter\" or \"a4\"",
        "the sheet on which the PDFs are set; letter is what libraries in the United States and Canada print on",
    ),
    setting(
        "",
        "time_zone",
        "",
        "\"America/New_York\"",
        "a zone such as America/New_York",
        "the zone of every time in the study; times are local wall-clock times throughout",
    ),
    setting(
        "period",
        "from",
        "",
        "2026-09-14",
        "a date from 1900 to 2999",
        "the first date analyzed; without it, every week that holds a dated schedule row, or else one typical week",
    ),
    setting("period", "to", "", "2026-10-25", "a date from 1900 to 2999", "the last date analyzed"),
    setting(
        "rotation",
        "weeks",
        "",
        "2",
        "weeks",
        "how many weeks the schedule takes to repeat: 2 for every other Saturday; rows name their week as A, B, …",
    ),
    setting("rotation", "starts", "", "2026-09-14", "a Monday from 1900 to 2999", "a Monday on which a week A starts"),
    setting(
        "outreach",
        "min_visit",
        "60",
        "",
        "minutes",
        "the shortest useful visit, where a stakeholder's row does not say; no published standard was found, so show 45 and 90 too",
    ),
    setting(
        "outreach",
        "min_block",
        "60",
        "",
        "minutes",
        "the shortest block of off-desk time that counts as usable; no published standard was found",
    ),
    setting(
        "outreach",
        "travel",
        "15",
        "",
        "minutes each way",
        "the way to a stakeholder, where its row does not say; between the sites of one library 15 minutes is common",
    ),
    setting(
        "outreach",
        "planning_per_visit_hour",
        "1.0",
        "",
        "hours",
        "planning before and assessment after, for each hour of a visit; no published ratio was found, so put your own here",
    ),
    setting(
        "desks",
        "default_minimum",
        "1",
        "",
        "people",
        "people that each desk needs while the library is open, where coverage.csv does not say",
    ),
    setting(
        "desks",
        "building_minimum",
        "2",
        "",
        "people",
        "people who must stay in the building while it is open; five published policies say 2 or 3",
    ),
    setting(
        "desks",
        "max_stint",
        "120",
        "",
        "minutes",
        "the longest time on desks without a pause that is wanted; two hours is what published schedules aim at, more than three is avoided",
    ),
    setting(
        "desks",
        "desk_share_target",
        "",
        "50",
        "percent of staffed time",
        "the share of staffed time that your library wants desks to take; with it, the report compares with this target, and leaves out what other libraries report",
    ),
    setting(
        "desks",
        "practice",
        "",
        "false",
        "true or false",
        "whether the report shows what published sources say about desk time, as context; without it, that is shown unless there is a desk_share_target",
    ),
    setting(
        "costs",
        "hourly_rate",
        "",
        "24.50",
        "money an hour",
        "what an hour of work costs, for hours that a scenario adds; without it, hours are counted and no cost is shown",
    ),
    setting(
        "assumptions",
        "assume_shift",
        "\"desk-span\"",
        "",
        "\"desk-span\", \"open-hours\" or \"unknown\"",
        "what to take for a day's working hours where no shift or off-desk row gives them: from the first row to the last (an \"at least\"), all open hours (an \"at most\"), or nothing",
    ),
];

/// Tables whose keys are the library's own.
const OPEN_TABLES: [(&str, &str); 2] = [("activities", "a word for an activity"), ("groups", "a list of names")];

/// Reads the settings from the text of the file, with `flags` laid over it.
#[must_use]
pub fn read_settings(text: Option<&str>, flags: &Table, problems: &mut Problems) -> Settings {
    let text = text.unwrap_or("");
    let mut table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => {
            problems.push(not_toml(text, &error));
            Table::new()
        }
    };
    for (name, value) in flags {
        match (table.get_mut(name), value) {
            (Some(Value::Table(own)), Value::Table(over)) => own.extend(over.clone()),
            _ => {
                table.insert(name.clone(), value.clone());
            }
        }
    }
    let mut reader = Reader { text, problems, settings: Settings::default(), rotation: (None, None) };
    for (name, value) in &table {
        reader.take(name, value);
    }
    reader.finish()
}

fn not_toml(text: &str, error: &toml::de::Error) -> Problem {
    let at = error.span().map_or(0, |span| span.start).min(text.len());
    let line = text.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
    let content = text.lines().nth(line - 1).unwrap_or("");
    Problem::new(Code::E401, Location::of_line(SETTINGS_FILE.name, u32::try_from(line).unwrap_or(1), content))
        .says(format!("the settings file cannot be read: {}", error.message().lines().next().unwrap_or("")))
        .done("no setting of the file is used")
        .help("text stands in quotation marks, dates are written 2026-09-14, tables as [outreach]")
}

struct Reader<'a> {
    text: &'a str,
    problems: &'a mut Problems,
    settings: Settings,
    rotation: (Option<u8>, Option<Day>),
}

impl Reader<'_> {
    fn take(&mut self, name: &str, value: &Value) {
        match (name, value) {
            ("activities" | "groups", Value::Table(table)) => {
                table.iter().for_each(|(key, value)| self.take_own(name, key, value));
            }
            (_, Value::Table(table)) if SETTINGS.iter().any(|setting| setting.table == name) => {
                for (key, value) in table {
                    self.take_setting(name, key, value);
                }
            }
            _ => self.take_setting("", name, value),
        }
    }

    fn take_own(&mut self, table: &str, key: &str, value: &Value) {
        match (table, value) {
            ("activities", Value::String(word)) if crate::study::Activity::named(word).is_some() => {
                self.settings.activities.insert(super::lexicon::key(key).into_string(), word.clone());
            }
            ("groups", Value::Array(names)) if names.iter().all(Value::is_str) => {
                let names = names.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                self.settings.groups.insert(key.to_owned(), names);
            }
            _ => {
                let wanted = OPEN_TABLES.iter().find(|(name, _)| *name == table).map_or("", |(_, wanted)| wanted);
                let place = self.place(table, key);
                self.problems.push(unusable(place, key, value, wanted));
            }
        }
    }

    fn take_setting(&mut self, table: &str, key: &str, value: &Value) {
        let settings = &mut self.settings;
        let is_taken = match (table, key) {
            ("", "title") => text_into(value, &mut settings.title),
            ("", "library") => text_into(value, &mut settings.library),
            ("", "question") => text_into(value, &mut settings.question),
            ("", "paper") => paper(value).map(|paper| settings.paper = paper),
            ("", "time_zone") => zone(value).map(|zone| settings.time_zone = zone),
            ("period", "from") => date(value).map(|day| settings.from = Some(day)),
            ("period", "to") => date(value).map(|day| settings.to = Some(day)),
            ("rotation", "weeks") => number(value, 1, 16).map(|n| self.rotation.0 = u8::try_from(n).ok()),
            ("rotation", "starts") => date(value).map(|day| self.rotation.1 = Some(day)),
            ("outreach", "min_visit") => number(value, 0, 1440).map(|n| settings.min_visit = n),
            ("outreach", "min_block") => number(value, 1, 1440).map(|n| settings.min_block = n),
            ("outreach", "travel") => number(value, 0, 720).map(|n| settings.travel = n),
            ("outreach", "planning_per_visit_hour") => {
                hours_as_minutes(value).map(|minutes| settings.planning_per_visit_hour = minutes)
            }
            ("desks", "default_minimum") => number(value, 0, 999).map(|n| settings.default_minimum = n),
            ("desks", "building_minimum") => number(value, 0, 999).map(|n| settings.building_minimum = n),
            ("desks", "max_stint") => number(value, 15, 1440).map(|n| settings.max_stint = n),
            ("desks", "desk_share_target") => number(value, 1, 100).map(|n| settings.desk_share_target = Some(n)),
            ("desks", "practice") => value.as_bool().map(|is_shown| settings.practice = Some(is_shown)),
            ("costs", "hourly_rate") => money(value).map(|cents| settings.hourly_rate_cents = Some(cents)),
            ("assumptions", "assume_shift") => assume(value).map(|choice| settings.assume = choice),
            _ => return self.unknown(table, key),
        };
        if is_taken.is_none() {
            let unit = SETTINGS
                .iter()
                .find(|setting| setting.table == table && setting.name == key)
                .map_or("", |setting| setting.unit);
            let place = self.place(table, key);
            self.problems.push(unusable(place, key, value, unit));
        }
    }

    fn unknown(&mut self, table: &str, key: &str) {
        let whole = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
        let known = SETTINGS.iter().map(|setting| setting.name).chain([
            "period",
            "rotation",
            "outreach",
            "desks",
            "costs",
            "assumptions",
            "activities",
            "groups",
        ]);
        let help = match SETTINGS.iter().find(|setting| setting.name == key) {
            Some(setting) if setting.table.is_empty() => {
                format!("`{key}` stands at the top of the file, before the first [table]")
            }
            Some(setting) => format!("`{key}` belongs under [{}]", setting.table),
            None => nearest(key, known)
                .map_or("`offdesk init DIR` writes a file with every setting".to_owned(), |near| {
                    format!("did you mean `{near}`?")
                }),
        };
        let problem = Problem::new(Code::E402, self.place(table, key))
            .says(format!("there is no setting `{whole}`"))
            .done("nothing can be computed until this is mended")
            .help(help);
        self.problems.push(problem);
    }

    fn finish(mut self) -> Settings {
        let starts = self.rotation.1.or_else(|| self.rotation.0.and(self.settings.from).map(Day::monday));
        self.settings.rotation = match (self.rotation.0, starts) {
            (Some(n_weeks), Some(starts)) => Some(Rotation { n_weeks, starts }),
            (Some(n_weeks), None) => Some(Rotation { n_weeks, starts: Day::from_ymd(2024, 1, 1).unwrap_or_default() }),
            (None, _) => None,
        };
        if let Some(day) = self.rotation.1.filter(|day| day.weekday() != 0) {
            let problem = Problem::new(Code::E405, self.place("rotation", "starts"))
                .says(format!("{day} is not a Monday"))
                .done("nothing can be computed until this is mended")
                .help(format!("week A starts on a Monday: {} or {}", day.monday(), day.monday().plus(7)));
            self.problems.push(problem);
        }
        if let (Some(from), Some(to)) = (self.settings.from, self.settings.to)
            && to < from
        {
            let problem = Problem::new(Code::E403, self.place("period", "to"))
                .says(format!("the period ends on {to}, before it starts on {from}"))
                .done("nothing can be computed until this is mended")
                .help("swap the two dates, or mend the year");
            self.problems.push(problem);
        }
        self.settings
    }

    /// The line on which a key stands, in its table; the file as a whole where a flag gave it.
    fn place(&self, table: &str, key: &str) -> Location {
        let mut current = "";
        for (n, line) in self.text.lines().enumerate() {
            let trimmed = line.trim();
            if let Some(name) = trimmed.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                current = name.trim();
                if table.is_empty() && current == key {
                    return Location::of_line(SETTINGS_FILE.name, u32::try_from(n + 1).unwrap_or(1), line);
                }
            }
            let is_key = trimmed.split_once('=').is_some_and(|(name, _)| name.trim().trim_matches('"') == key);
            if current == table && is_key {
                return Location::of_line(SETTINGS_FILE.name, u32::try_from(n + 1).unwrap_or(1), line);
            }
        }
        Location::of_file(SETTINGS_FILE.name)
    }
}

fn unusable(place: Location, key: &str, value: &Value, wanted: &str) -> Problem {
    Problem::new(Code::E403, place)
        .says(format!("`{key}` cannot be {}", value.to_string().trim()))
        .done("nothing can be computed until this is mended")
        .help(format!("it takes: {wanted}"))
}
