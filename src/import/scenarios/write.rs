//! Writes a scenario as its file: what is read back is the same scenario.

use crate::study::{Action, BranchId, Change, DeskId, Scenario, StaffId, Study, When};
use crate::time::{ClockTime, DayRule, WeekdaySet};
use toml::Value;

/// A scenario as the text of a file.
#[must_use]
pub fn render_scenario(scenario: &Scenario, study: &Study) -> String {
    let mut text = format!("title = {}\n", quoted(&scenario.title));
    if !scenario.why.is_empty() {
        text.push_str(&format!("why = {}\n", quoted(&scenario.why)));
    }
    let names = Names { study, scenario };
    for change in &scenario.changes {
        text.push_str("\n[[change]]\n");
        for (key, value) in names.entries(change) {
            text.push_str(&format!("{key} = {value}\n"));
        }
    }
    text
}

fn quoted(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}

struct Names<'a> {
    study: &'a Study,
    scenario: &'a Scenario,
}

type Entries = Vec<(String, String)>;

impl Names<'_> {
    fn entries(&self, change: &Change) -> Entries {
        let mut entries = vec![("do".to_owned(), quoted(change.action.name()))];
        let has_branch = self.study.branches.len() > 1;
        if has_branch || matches!(change.action, Action::Buddy { .. }) {
            entries.push(("branch".to_owned(), self.branch(change.branch)));
        }
        entries.extend(self.action(&change.action).into_iter().map(|(key, value)| (key.to_owned(), value)));
        entries.extend(when("", &change.when));
        if let Action::Swap { other, .. } = &change.action {
            entries.extend(when("with_", &When { validity: crate::time::Validity::default(), ..*other }));
        }
        entries
    }

    fn branch(&self, branch: BranchId) -> String {
        quoted(self.study.branch_name(branch))
    }

    fn person(&self, staff: StaffId) -> String {
        quoted(&self.study.member(staff).name)
    }

    fn people(&self, people: &[StaffId]) -> Option<(&'static str, String)> {
        let names: Vec<String> = people.iter().map(|staff| self.person(*staff)).collect();
        (!names.is_empty()).then(|| ("staff", format!("[{}]", names.join(", "))))
    }

    fn desk(&self, desk: DeskId) -> String {
        let new = desk.index().checked_sub(self.study.desks.len()).and_then(|at| self.scenario.new_desks.get(at));
        quoted(new.map_or_else(|| self.study.desk_name(desk), String::as_str))
    }

    fn at(&self, desk: Option<DeskId>) -> Option<(&'static str, String)> {
        desk.map(|desk| ("desk", self.desk(desk)))
    }

    fn action(&self, action: &Action) -> Vec<(&'static str, String)> {
        let given = |parts: Vec<Option<(&'static str, String)>>| parts.into_iter().flatten().collect();
        match action {
            Action::Minimum { desk, minimum } => given(vec![self.at(*desk), Some(("minimum", minimum.to_string()))]),
            Action::MergeDesks { desks, into, minimum } => {
                let names: Vec<String> = desks.iter().map(|desk| self.desk(*desk)).collect();
                let desks = format!("[{}]", names.join(", "));
                vec![("desks", desks), ("into", self.desk(*into)), ("minimum", minimum.to_string())]
            }
            Action::OnCall { desk, people } => given(vec![self.at(Some(*desk)), self.people(people)]),
            Action::Move { desk, from, to } => {
                given(vec![Some(("staff", self.person(*from))), Some(("to_staff", self.person(*to))), self.at(*desk)])
            }
            Action::Swap { a, b, .. } => vec![("staff", self.person(*a)), ("with", self.person(*b))],
            Action::Release { desk, staff: Some(staff) } => {
                given(vec![Some(("staff", self.person(*staff))), self.at(*desk)])
            }
            Action::Release { desk, staff: None } => {
                given(vec![self.at(*desk), Some(("above_minimum", "true".to_owned()))])
            }
            Action::Add { desk, staff } => vec![("staff", self.person(*staff)), ("desk", self.desk(*desk))],
            Action::BlockDays { people, desk, longest } => given(vec![
                self.people(people),
                self.at(*desk),
                longest.map(|minutes| ("minutes", minutes.to_string())),
            ]),
            Action::MaxStint { people, minutes } => {
                given(vec![self.people(people), Some(("minutes", minutes.to_string()))])
            }
            Action::Protect { people } => given(vec![self.people(people)]),
            Action::AddHours { role, desk, a_week, hourly_rate } => given(vec![
                Some(("role", quoted(role))),
                self.at(Some(*desk)),
                a_week.map(|a_week| ("hours", decimal(a_week.hours()))),
                hourly_rate.map(|rate| ("hourly_rate", decimal(rate))),
            ]),
            Action::Shift { people, start_by, end_by } => given(vec![
                self.people(people),
                by(*start_by, "start_earlier", "start_later"),
                by(*end_by, "end_earlier", "end_later"),
            ]),
            Action::Hours { open, close, is_closed } => given(vec![
                open.map(|time| ("open", clock(time))),
                close.map(|time| ("close", clock(time))),
                is_closed.then(|| ("closed", "true".to_owned())),
            ]),
            Action::Buddy { staff, desk } => given(vec![Some(("staff", self.person(*staff))), self.at(*desk)]),
            Action::Absence { staff } => vec![("staff", self.person(*staff))],
            Action::Reschedule { staff, activity, new_start } => given(vec![
                Some(("staff", self.person(*staff))),
                activity.map(|activity| ("activity", quoted(activity.name()))),
                Some(("new_start", clock(*new_start))),
            ]),
        }
    }
}

fn by(minutes: i16, earlier: &'static str, later: &'static str) -> Option<(&'static str, String)> {
    let key = if minutes < 0 { earlier } else { later };
    (minutes != 0).then(|| (key, minutes.unsigned_abs().to_string()))
}

fn decimal(number: f64) -> String {
    Value::Float(number).to_string()
}

fn clock(minute: u16) -> String {
    quoted(&ClockTime(minute).to_string())
}

fn when(prefix: &str, when: &When) -> Entries {
    let mut entries = Entries::new();
    let mut add = |key: &str, value: String| entries.push((format!("{prefix}{key}"), value));
    match when.day {
        DayRule::On(day) => add("day", day.to_string()),
        DayRule::Weekly(days, weeks) => {
            if days != WeekdaySet::DAILY {
                add("day", quoted(&days.to_string()));
            }
            let weeks = weeks.to_string();
            if !weeks.is_empty() {
                add("week", quoted(&weeks));
            }
        }
    }
    if let Some((start, end)) = when.time {
        add("start", clock(start));
        add("end", clock(end));
    }
    for (key, day) in [("from", when.validity.from), ("to", when.validity.to)] {
        if let Some(day) = day {
            entries.push((key.to_owned(), day.to_string()));
        }
    }
    entries
}
