//! What stands for the names of a job description's template? Figures of one role, in words and in tables.

use super::template::{Values, escaped};
use crate::analysis::{JobPart, JobTime, NO_DEPARTMENT, Results};
use crate::say;
use crate::study::{Assume, StaffId};
use crate::time::Minutes;
use crate::wording::{and_list, decimal, number, rounded};
use std::fmt::Write;

/// Partners that a sentence names.
const MOST_PARTNERS: usize = 6;

/// One role, as it is today and under a scenario.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// The role, as the library writes it.
    pub role: &'a str,
    /// Everybody who holds it.
    pub people: &'a [StaffId],
    /// Today.
    pub today: &'a Results,
    /// A scenario's title and results, where the description is written for one.
    pub scenario: Option<(&'a str, &'a Results)>,
}

impl<'a> Job<'a> {
    /// The results from which the shares come.
    fn results(&self) -> &'a Results {
        self.scenario.map_or(self.today, |(_, results)| results)
    }

    /// In words: whose schedule it is.
    fn schedule(&self) -> String {
        match self.scenario {
            Some((title, _)) => say!("job-schedule-scenario", scenario = escaped(title)),
            None => say!("job-schedule-today"),
        }
    }
}

/// Everything that the template may name; none where nobody in the role is on the schedule.
#[must_use]
pub fn job_values(job: &Job<'_>) -> Option<Values> {
    let results = job.results();
    let time = results.job_time(job.people)?;
    let mut values = Values::new();
    let mut set = |name: &str, value: String| values.insert(name.to_owned(), value);
    let library = &results.settings.library;
    set("role", escaped(job.role));
    set("library", if library.is_empty() { say!("job-the-library") } else { escaped(library) });
    set("schedule", job.schedule());
    set("period", crate::study::period_in_words(&results.period));
    set("department", department(job));
    set("branch", branches(job));
    set("hours", contract(job));
    set("working_hours", tenths(time.working_tenths));
    set("block", say!("job-block", minutes = results.settings.min_block));
    set("partners", partners(job));
    for part in JobPart::ALL {
        let name = name_of(part);
        let share = time.share(part).filter(|share| share.percent + share.tenths > 0);
        set(name, share.map_or_else(String::new, |_| label(part)));
        set(&format!("{name}_percent"), format!("{} %", share.map_or(0, |share| share.percent)));
        set(&format!("{name}_hours"), tenths(share.map_or(0, |share| share.tenths)));
    }
    set("duties", duties_table(&time));
    set("comparison", comparison(job, &time));
    set("method", method(job, &time));
    Some(values)
}

/// The name that the template has for a part.
const fn name_of(part: JobPart) -> &'static str {
    match part {
        JobPart::Relationships => "relationships",
        JobPart::Planning => "planning",
        JobPart::Programs => "programs",
        JobPart::Desk => "desk",
        JobPart::Meetings => "meetings",
        JobPart::Training => "training",
        JobPart::Other => "other",
        JobPart::ShortPieces => "short_pieces",
    }
}

fn label(part: JobPart) -> String {
    match part {
        JobPart::Relationships => say!("job-relationships"),
        JobPart::Planning => say!("job-planning"),
        JobPart::Programs => say!("job-programs"),
        JobPart::Desk => say!("job-desk"),
        JobPart::Meetings => say!("job-meetings"),
        JobPart::Training => say!("job-training"),
        JobPart::Other => say!("job-other"),
        JobPart::ShortPieces => say!("job-short-pieces"),
    }
}

fn tenths(tenths: u32) -> String {
    say!("job-hours", hours = number(f64::from(tenths) / 10.0, 1))
}

/// Names in order, each once, as a list; a mark to complete where there is none.
fn named<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names.filter(|name| !name.is_empty()).map(escaped).collect();
    names.sort();
    names.dedup();
    if names.is_empty() {
        return say!("job-to-complete");
    }
    and_list(&names, names.len())
}

fn department(job: &Job<'_>) -> String {
    let results = job.results();
    let of = |staff: &StaffId| results.person(*staff).department.as_str();
    named(job.people.iter().map(of).filter(|name| *name != NO_DEPARTMENT))
}

fn branches(job: &Job<'_>) -> String {
    let results = job.results();
    let own = results.staff_time.iter().filter(|account| job.people.contains(&account.staff));
    let own: Vec<String> = own.map(|account| results.people_branch(account.branch)).collect();
    named(own.iter().map(String::as_str))
}

/// Contracted hours a week: one figure, or from the least to the most.
fn contract(job: &Job<'_>) -> String {
    let of = |staff: &StaffId| job.results().person(*staff).weekly;
    let weekly: Option<Vec<Minutes>> = job.people.iter().map(of).collect();
    let bare = |minutes: Minutes| rounded(minutes.hours(), 100.0).to_string();
    let said = |minutes: Minutes| say!("job-hours", hours = bare(minutes));
    match weekly.as_ref().and_then(|all| Some((all.iter().min()?, all.iter().max()?))) {
        Some((least, most)) if least == most => say!("hours-a-week", hours = said(*least)),
        Some((least, most)) => {
            say!("job-hours-range", least = bare(*least), most = said(*most))
        }
        None => say!("job-to-complete"),
    }
}

/// Partners that somebody in the role could meet; nothing where there is none.
fn partners(job: &Job<'_>) -> String {
    let results = job.results();
    let own = results.slots.iter().filter(|slot| !slot.is_tentative && job.people.contains(&slot.staff));
    let mut names: Vec<String> = own.map(|slot| escaped(&results.stakeholder(slot.stakeholder).name)).collect();
    names.sort();
    names.dedup();
    and_list(names, MOST_PARTNERS)
}

/// A table in Markdown: a heading row, then rows; every column but the first holds numbers.
fn table(heading: &[String], rows: &[Vec<String>]) -> String {
    let mut text = format!("| {} |\n| --- |{}\n", heading.join(" | "), " ---: |".repeat(heading.len() - 1));
    for row in rows {
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    text.trim_end().to_owned()
}

/// A percentage; `under 1 %` of something that is not nothing.
fn percent(percent: u32, time: Minutes) -> String {
    if percent == 0 && !time.is_zero() { say!("percent-under-one") } else { say!("percent", number = percent) }
}

fn duties_table(time: &JobTime) -> String {
    let heading = [say!("job-column-part"), say!("job-column-share"), say!("job-column-hours")];
    let mut rows: Vec<Vec<String>> = time
        .shares
        .iter()
        .filter(|share| !(share.scheduled + share.given).is_zero())
        .map(|share| {
            vec![label(share.part), percent(share.percent, share.scheduled + share.given), tenths(share.tenths)]
        })
        .collect();
    let total = [say!("job-total"), "100 %".to_owned(), tenths(time.working_tenths)];
    rows.push(total.map(|cell| format!("**{cell}**")).to_vec());
    table(&heading, &rows)
}

/// Today's description and schedule beside this sample, part by part.
fn comparison(job: &Job<'_>, time: &JobTime) -> String {
    let today = job.today.job_time(job.people);
    let described = described(job);
    let mut heading = vec![say!("job-column-part")];
    heading.extend(described.as_ref().map(|_| say!("job-column-described")));
    heading.extend(today.as_ref().map(|_| say!("job-column-schedule")));
    heading.extend(job.scenario.map(|(title, _)| say!("job-column-scenario", scenario = escaped(title))));
    heading.push(say!("job-column-sample"));
    let schedules: Vec<&JobTime> = today.iter().chain(job.scenario.map(|_| time)).collect();
    let mut rows = Vec::new();
    for (at, share) in time.shares.iter().enumerate() {
        let own = described.as_ref().map_or(0.0, |all| all.0[at]);
        let is_in = schedules.iter().any(|schedule| !schedule.shares[at].scheduled.is_zero());
        let whole = share.scheduled + share.given;
        if !is_in && whole.is_zero() && own <= 0.0 {
            continue;
        }
        let mut row = vec![label(share.part)];
        row.extend(described.as_ref().map(|_| decimal_percent(own)));
        row.extend(
            schedules
                .iter()
                .map(|schedule| percent(schedule.shares[at].scheduled_percent, schedule.shares[at].scheduled)),
        );
        row.push(percent(share.percent, whole));
        rows.push(row);
    }
    let dash = || "–".to_owned();
    if schedules.iter().any(|schedule| !schedule.usable.is_zero()) {
        let mut row = vec![say!("job-usable")];
        row.extend(described.as_ref().map(|_| dash()));
        row.extend(schedules.iter().map(|schedule| percent(schedule.usable_percent, schedule.usable)));
        row.push(dash());
        rows.push(row);
    }
    if let Some((_, elsewhere)) = described.filter(|(_, elsewhere)| *elsewhere > 0.0) {
        let mut row = vec![say!("job-elsewhere"), decimal_percent(elsewhere)];
        row.extend(schedules.iter().map(|_| dash()));
        row.push(dash());
        rows.push(row);
    }
    table(&heading, &rows)
}

/// What today's description gives each part, and what it gives to anything else; none where the role has no description.
fn described(job: &Job<'_>) -> Option<([f64; 8], f64)> {
    let is_own = |role: &str| role.is_empty() || role.to_lowercase() == job.role.to_lowercase();
    let mut own = job.today.duties.iter().filter(|duty| is_own(&duty.role)).peekable();
    own.peek()?;
    let (mut parts, mut elsewhere) = ([0.0; 8], 0.0);
    for duty in own {
        let part = JobPart::ALL.iter().position(|part| duty.activity.is_some_and(|on| part.activities().contains(&on)));
        *part.map_or(&mut elsewhere, |at| &mut parts[at]) += duty.percent;
    }
    Some((parts, elsewhere))
}

/// A percentage of a description, as it is written there.
fn decimal_percent(percent: f64) -> String {
    format!("{} %", rounded(percent, 100.0))
}

/// The rules by which the shares were found, a sentence or two each.
fn method(job: &Job<'_>, time: &JobTime) -> String {
    let results = job.results();
    let settings = &results.settings;
    let block = settings.min_block;
    let usable = tenths(time.usable_tenths);
    let ratio = say!("job-hours", hours = decimal(settings.planning_hours_per_visit_hour()));
    let rule = match (time.usable.is_zero(), time.n_eligible) {
        (true, _) => say!("job-method-no-blocks", block = block),
        (_, 0) => say!("job-method-rule-none", block = block, usable = usable),
        _ => say!("job-method-rule", block = block, usable = usable, ratio = ratio),
    };
    let assumed = (time.n_assumed_dates > 0).then(|| match settings.assume {
        Assume::DeskSpan => say!("job-method-at-least", n = time.n_assumed_dates),
        Assume::OpenHours => say!("job-method-at-most", n = time.n_assumed_dates),
        Assume::Unknown => say!("job-method-unknown", n = time.n_assumed_dates),
    });
    let source = say!(
        "job-method-source",
        n = time.n_people,
        schedule = job.schedule(),
        period = crate::study::period_in_words(&results.period)
    );
    let scenario = job.scenario.map(|(title, _)| say!("job-method-scenario", scenario = escaped(title)));
    let rules = [
        Some(source),
        scenario,
        Some(say!("job-method-parts")),
        Some(rule),
        Some(say!("job-method-rounding")),
        assumed,
    ];
    rules.into_iter().flatten().map(|rule| format!("- {rule}")).collect::<Vec<String>>().join("\n")
}
