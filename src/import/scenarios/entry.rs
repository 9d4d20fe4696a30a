//! What does one key of a change say? Each kind of value is read in one place, and what cannot be read becomes a
//! problem with its line.

use super::super::cell::{parse_date, parse_days, parse_weeks};
use super::super::lexicon::key as spelled;
use crate::problem::{Code, Problem, Problems, nearest};
use crate::study::{Action, Activity, BranchId, Change, DeskId, StaffId, Study, When};
use crate::text::Location;
use crate::time::{ClockTime, Day, DayRule, Validity, WeekSet, WeekdaySet};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use toml::de::{DeTable, DeValue};

/// One change while it is read: every problem is found, not only the first.
pub struct Entry<'a> {
    /// The whole file.
    pub text: &'a str,
    /// Its name in the study.
    pub file: &'a str,
    /// The study that names are looked up in.
    pub study: &'a Study,
    /// The change.
    pub table: &'a DeTable<'a>,
    /// Where it begins.
    pub origin: Location,
    /// The changes before it.
    pub before: &'a [Change],
    /// Names of desks that the scenario makes.
    pub new_desks: &'a mut Vec<String>,
    /// Where problems go.
    pub problems: &'a mut Problems,
    /// Whether the change can be used.
    pub is_sound: bool,
}

impl<'a> Entry<'a> {
    /// Says that a key cannot be used.
    pub fn refuse(&mut self, key: &str, says: impl Into<String>, help: impl Into<String>) {
        self.is_sound = false;
        let location = match self.table.iter().find(|(name, _)| name.get_ref() == key) {
            Some((name, _)) => super::place(self.text, self.file, name.span().start),
            None => self.origin.clone(),
        };
        self.problems
            .push(Problem::new(Code::E602, location).says(says).done("the scenario is not computed").help(help));
    }

    fn value(&self, key: &str) -> Option<&'a DeValue<'a>> {
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value.get_ref())
    }

    /// Whether the change has this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// Text.
    pub fn text(&mut self, key: &str) -> Option<&'a str> {
        match self.value(key)? {
            DeValue::String(text) => Some(text.as_ref().trim()),
            _ => {
                self.refuse(key, format!("`{key}` is not text"), format!("write it in quotation marks: {key} = \"…\""));
                None
            }
        }
    }

    /// Text, or a list of texts.
    pub fn texts(&mut self, key: &str) -> Vec<&'a str> {
        match self.value(key) {
            None => Vec::new(),
            Some(DeValue::String(text)) => vec![text.as_ref().trim()],
            Some(DeValue::Array(values)) if values.iter().all(|value| value.get_ref().is_str()) => {
                values.iter().filter_map(|value| value.get_ref().as_str()).map(str::trim).collect()
            }
            Some(_) => {
                self.refuse(
                    key,
                    format!("`{key}` is neither text nor a list of texts"),
                    format!("write {key} = \"one\" or {key} = [\"one\", \"another\"]"),
                );
                Vec::new()
            }
        }
    }

    /// A whole number within bounds.
    pub fn number(&mut self, key: &str, bounds: &RangeInclusive<i64>) -> Option<i64> {
        let value = self.value(key)?;
        let number = value.as_integer().and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        let found = number.filter(|number| bounds.contains(number));
        if found.is_none() {
            self.refuse(
                key,
                format!("`{key}` is not a whole number from {} to {}", bounds.start(), bounds.end()),
                format!("write it without quotation marks: {key} = {}", bounds.start().max(&1)),
            );
        }
        found
    }

    /// A number with decimals, not negative.
    pub fn decimal(&mut self, key: &str, most: f64) -> Option<f64> {
        let value = self.value(key)?;
        let text = value
            .as_float()
            .map(toml::de::DeFloat::as_str)
            .or_else(|| value.as_integer().map(toml::de::DeInteger::as_str));
        let found = text.and_then(|text| text.parse::<f64>().ok()).filter(|number| (0.0..=most).contains(number));
        if found.is_none() {
            self.refuse(
                key,
                format!("`{key}` is not a number up to {most}"),
                format!("write {key} = 6 or {key} = 6.5"),
            );
        }
        found
    }

    /// Yes or no; no where it is not said.
    pub fn is(&mut self, key: &str) -> bool {
        match self.value(key) {
            None => false,
            Some(DeValue::Boolean(is)) => *is,
            Some(_) => {
                self.refuse(key, format!("`{key}` is neither true nor false"), format!("write {key} = true"));
                false
            }
        }
    }

    /// A clock time, in minutes of the day.
    pub fn time(&mut self, key: &str) -> Option<u16> {
        let text = match self.value(key)? {
            DeValue::String(text) => text.as_ref().to_owned(),
            DeValue::Datetime(datetime) if datetime.date.is_none() => {
                datetime.time.map_or(String::new(), |time| format!("{:02}:{:02}", time.hour, time.minute))
            }
            _ => String::new(),
        };
        let time = ClockTime::parse(&text).map(|time| time.0);
        if time.is_none() {
            self.refuse(key, format!("`{key}` is not a clock time"), format!("write {key} = \"09:00\""));
        }
        time
    }

    fn date(&mut self, key: &str) -> Option<Day> {
        let day = match self.value(key)? {
            DeValue::String(text) => parse_date(text).ok(),
            DeValue::Datetime(datetime) => datetime
                .date
                .and_then(|date| Day::from_ymd(i32::from(date.year), u32::from(date.month), u32::from(date.day))),
            _ => None,
        };
        if day.is_none() {
            self.refuse(key, format!("`{key}` is not a date"), format!("write {key} = 2026-09-14"));
        }
        day
    }

    /// When: `day` (every day where it is not said), `week`, `start` and `end`, `from` and `to`. `prefix` is put before
    /// the first four.
    pub fn when(&mut self, prefix: &str) -> Option<When> {
        let day = self.day_rule(&format!("{prefix}day"), &format!("{prefix}week"))?;
        let (start_key, end_key) = (format!("{prefix}start"), format!("{prefix}end"));
        let (start, end) = (self.time(&start_key), self.time(&end_key));
        let time = match (start, end) {
            (None, None) => None,
            (Some(start), Some(end)) if start < end && start < 1440 => Some((start, end)),
            (Some(start), Some(end)) if start < 1440 && end < start => {
                self.refuse(
                    &end_key,
                    format!("the time ends at {}, before it starts at {}", ClockTime(end), ClockTime(start)),
                    format!("swap the two; if it runs past midnight, write {end_key} = \"{}\"", ClockTime(end + 1440)),
                );
                return None;
            }
            (Some(start), _) if start >= 1440 => {
                self.refuse(
                    &start_key,
                    "the time starts on the next day",
                    format!("name the next day, and write {start_key} = \"{}\"", ClockTime(start - 1440)),
                );
                return None;
            }
            (Some(_), Some(_)) => {
                self.refuse(&end_key, "the time ends when it starts", "write the later time as `end`");
                return None;
            }
            (Some(start), None) if !self.has(&end_key) => Some((start, 1440)),
            (None, Some(end)) if !self.has(&start_key) => Some((0, end)),
            _ => return None,
        };
        let validity = Validity { from: self.date("from"), to: self.date("to") };
        if let (Some(from), Some(to)) = (validity.from, validity.to)
            && to < from
        {
            self.refuse("to", format!("`to` is {to}, before `from`, {from}"), "swap the two dates, or mend the year");
        }
        Some(When { day, time, validity })
    }

    fn day_rule(&mut self, key: &str, week_key: &str) -> Option<DayRule> {
        let rotation = self.study.settings.rotation;
        let weeks = match self.text(week_key) {
            None => WeekSet::EVERY,
            Some(text) => {
                let n_weeks = rotation.map_or(0, |rotation| rotation.n_weeks);
                let weeks = parse_weeks(text).filter(|weeks| weeks.last().is_none_or(|last| last < n_weeks));
                if weeks.is_none() {
                    self.refuse(
                        week_key,
                        format!("`{text}` is not a week of the rotation"),
                        "name a week such as A, and the rotation in offdesk.toml",
                    );
                }
                weeks?
            }
        };
        match self.value(key) {
            None => Some(DayRule::Weekly(WeekdaySet::DAILY, weeks)),
            Some(DeValue::String(text)) => {
                let rule = match parse_date(text) {
                    Ok(date) => Some(DayRule::On(date)),
                    Err(_) => parse_days(text).map(|days| DayRule::Weekly(days, weeks)),
                };
                if rule.is_none() {
                    self.refuse(
                        key,
                        format!("`{text}` is not a day of the week"),
                        "write \"Mon\", \"Mon-Fri\", \"Tue/Thu\", \"daily\" or a date such as 2026-09-14",
                    );
                }
                rule
            }
            Some(_) => self.date(key).map(DayRule::On),
        }
    }

    /// One person.
    pub fn person(&mut self, key: &str) -> Option<StaffId> {
        let name = self.text(key)?;
        self.person_named(key, name)
    }

    fn person_named(&mut self, key: &str, name: &str) -> Option<StaffId> {
        let wanted = spelled(name);
        let is_it = |spelling: &String| spelled(spelling) == wanted;
        let staff = &self.study.staff;
        let found = staff.iter().position(|member| is_it(&member.name) || member.aliases.iter().any(is_it));
        if found.is_none() {
            let help = nearest(name, staff.iter().map(|member| member.name.as_str())).map_or_else(
                || "write the name as in staff.csv or desk-schedule.csv".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            self.refuse(key, format!("there is nobody called `{name}`"), help);
        }
        found.map(StaffId::at)
    }

    /// People: by name (`staff`) or by role (`role`), one or several; nobody where neither is said.
    pub fn people(&mut self) -> Vec<StaffId> {
        let mut people: Vec<StaffId> =
            self.texts("staff").into_iter().filter_map(|name| self.person_named("staff", name)).collect();
        for role in self.texts("role") {
            let holders: Vec<StaffId> = self
                .study
                .staff
                .iter()
                .enumerate()
                .filter(|(_, member)| spelled(&member.role) == spelled(role))
                .map(|(at, _)| StaffId::at(at))
                .collect();
            if holders.is_empty() {
                let roles = self.study.staff.iter().map(|member| member.role.as_str()).filter(|role| !role.is_empty());
                let help = nearest(role, roles)
                    .map_or("write the role as in staff.csv".to_owned(), |near| format!("did you mean `{near}`?"));
                self.refuse("role", format!("nobody has the role `{role}`"), help);
            }
            people.extend(holders);
        }
        people.sort_unstable();
        people.dedup();
        people
    }

    /// A desk.
    pub fn desk(&mut self, key: &str) -> Option<DeskId> {
        let name = self.text(key)?;
        self.desk_named(key, name)
    }

    fn known_desks(&self) -> Vec<String> {
        self.study.desks.iter().map(str::to_owned).chain(self.new_desks.iter().cloned()).collect()
    }

    /// A desk by its name.
    pub fn desk_named(&mut self, key: &str, name: &str) -> Option<DeskId> {
        let known = self.known_desks();
        let found = known.iter().position(|desk| spelled(desk) == spelled(name));
        if found.is_none() {
            let help = nearest(name, known.iter().map(String::as_str)).map_or_else(
                || format!("the desks are: {}", known.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            self.refuse(key, format!("there is no desk `{name}`"), help);
        }
        found.map(DeskId::at)
    }

    /// Says so where a desk is not one of a branch: nobody staffs it there, and no minimum or change names it.
    pub fn check_desk(&mut self, key: &str, desk: DeskId, branch: BranchId) {
        let study = self.study;
        // a desk that the scenario makes is where it is used
        if desk.index() >= study.desks.len() {
            return;
        }
        let staffed = || study.schedule_rows().filter(|row| row.activity == Activity::Desk && row.branch == branch);
        let covered = study.coverage.iter().filter(|rule| rule.branch == branch).filter_map(|rule| rule.desk);
        let made =
            self.before.iter().filter(|change| change.branch == branch).filter_map(|change| match change.action {
                Action::MergeDesks { into, .. } => Some(into),
                _ => None,
            });
        let mut here: BTreeSet<DeskId> = covered.chain(made).collect();
        if here.contains(&desk) || staffed().any(|row| row.desk == desk) {
            return;
        }
        here.extend(staffed().map(|row| row.desk));
        let names: Vec<&str> =
            here.iter().filter(|desk| desk.index() < study.desks.len()).map(|desk| study.desk_name(*desk)).collect();
        let (desk, branch) = (study.desk_name(desk), study.branch_name(branch));
        self.refuse(key, format!("{branch} has no desk `{desk}`"), format!("its desks are: {}", names.join(", ")));
    }

    /// A desk that may be new.
    pub fn desk_to_make(&mut self, key: &str) -> Option<DeskId> {
        let name = self.text(key).filter(|name| !name.is_empty())?;
        let found = self.known_desks().iter().position(|desk| spelled(desk) == spelled(name));
        let at = found.unwrap_or_else(|| {
            self.new_desks.push(name.to_owned());
            self.study.desks.len() + self.new_desks.len() - 1
        });
        Some(DeskId::at(at))
    }

    /// The branch of a change: the one that is named; else that of the first person named; else the only one.
    pub fn branch(&mut self, people: &[StaffId]) -> Option<BranchId> {
        let names = &self.study.branches;
        if let Some(name) = self.text("branch") {
            let found = names.iter().position(|branch| spelled(branch) == spelled(name));
            if found.is_none() {
                let help = nearest(name, names.iter()).map_or_else(
                    || format!("the branches are: {}", names.iter().collect::<Vec<&str>>().join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                self.refuse("branch", format!("there is no branch `{name}`"), help);
            }
            return found.map(BranchId::at);
        }
        let home = people.first().and_then(|staff| self.study.member(*staff).home);
        if home.is_none() && names.len() != 1 {
            self.refuse("do", "the change does not say at which branch", "add branch = \"…\"");
            return None;
        }
        Some(home.unwrap_or_default())
    }
}
