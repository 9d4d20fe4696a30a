//! What does a change do, and what must it say for that? One arm for each word after `do`.

use super::entry::Entry;
use crate::problem::nearest;
use crate::study::{Action, Activity, BranchId, Change, DeskId, StaffId};
use crate::time::{DayRule, Minutes};

/// Keys that every change may have.
const COMMON: [&str; 9] = ["do", "branch", "day", "week", "start", "end", "from", "to", "note"];

/// The words after `do`, and the keys of each besides the common ones: those that must be there, and those that may.
const ACTIONS: [(&str, &[&str], &[&str]); 16] = [
    ("minimum", &["minimum"], &["desk"]),
    ("merge_desks", &["desks", "into", "minimum"], &[]),
    ("on_call", &["desk"], &["staff", "role"]),
    ("move", &["staff", "to_staff"], &["desk"]),
    ("swap", &["staff", "with"], &["with_day", "with_week", "with_start", "with_end"]),
    ("release", &[], &["staff", "desk", "above_minimum"]),
    ("add", &["staff", "desk"], &[]),
    ("block_days", &[], &["staff", "role", "desk", "minutes"]),
    ("max_stint", &["minutes"], &["staff", "role"]),
    ("protect", &[], &["staff", "role"]),
    ("add_hours", &["desk", "start", "end"], &["role", "hours", "hourly_rate"]),
    ("shift", &[], &["staff", "role", "start_earlier", "start_later", "end_earlier", "end_later"]),
    ("hours", &[], &["open", "close", "closed"]),
    ("buddy", &["staff", "branch"], &["desk"]),
    ("absence", &["staff"], &[]),
    ("reschedule", &["staff", "new_start"], &["activity"]),
];

/// Reads one change.
pub fn read_change(entry: &mut Entry<'_>) -> Option<Change> {
    let word = entry.text("do");
    let Some((name, required, optional)) = ACTIONS.iter().find(|(name, ..)| Some(*name) == word) else {
        let names = ACTIONS.iter().map(|(name, ..)| *name);
        let says =
            word.map_or("the change does not say what to do".to_owned(), |word| format!("`{word}` is not a change"));
        let help = word.and_then(|word| nearest(word, names.clone())).map_or_else(
            || format!("write do = \"…\" with one of {}", names.collect::<Vec<&str>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        entry.refuse("do", says, help);
        return None;
    };
    check_keys(entry, name, required, optional);
    let people = if *name == "add_hours" { Vec::new() } else { entry.people() };
    let action = action(entry, name, &people);
    let when = entry.when("");
    let branch = entry.branch(&people);
    let (action, when, branch) = (action?, when?, branch?);
    check_desks(entry, &action, branch);
    entry.is_sound.then(|| Change { action, branch, when, origin: entry.origin.clone() })
}

/// A desk of another branch is not a desk of this one.
fn check_desks(entry: &mut Entry<'_>, action: &Action, branch: BranchId) {
    let (key, desks): (&str, Vec<DeskId>) = match action {
        Action::Minimum { desk, .. } | Action::Move { desk, .. } | Action::Release { desk, .. } => {
            ("desk", desk.iter().copied().collect())
        }
        Action::BlockDays { desk, .. } | Action::Buddy { desk, .. } => ("desk", desk.iter().copied().collect()),
        Action::OnCall { desk, .. } | Action::Add { desk, .. } | Action::AddHours { desk, .. } => ("desk", vec![*desk]),
        Action::MergeDesks { desks, .. } => ("desks", desks.clone()),
        _ => return,
    };
    for desk in desks {
        entry.check_desk(key, desk, branch);
    }
}

fn check_keys(entry: &mut Entry<'_>, name: &str, required: &[&str], optional: &[&str]) {
    for key in required.iter().filter(|key| !entry.table.iter().any(|(own, _)| own.get_ref() == *key)) {
        entry.refuse("do", format!("the change `{name}` does not say `{key}`"), format!("add a line: {key} = …"));
    }
    let known: Vec<&str> = COMMON.iter().chain(required).chain(optional).copied().collect();
    let unknown: Vec<String> = entry
        .table
        .iter()
        .map(|(key, _)| key.get_ref().to_string())
        .filter(|key| !known.contains(&key.as_str()))
        .collect();
    for key in unknown {
        let help = nearest(&key, known.iter().copied()).map_or_else(
            || format!("`{name}` can have: {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        entry.refuse(&key, format!("the change `{name}` has no `{key}`"), help);
    }
}

fn action(entry: &mut Entry<'_>, name: &str, people: &[StaffId]) -> Option<Action> {
    let small = |number: i64| u16::try_from(number).unwrap_or(u16::MAX);
    let one = |entry: &mut Entry<'_>| one_person(entry, people);
    Some(match name {
        "minimum" => Action::Minimum { desk: entry.desk("desk"), minimum: small(entry.number("minimum", &(0..=999))?) },
        "merge_desks" => merge_desks(entry)?,
        "on_call" => {
            if people.is_empty() {
                entry.refuse("do", "the change `on_call` does not say who answers", "add staff = […] or role = \"…\"");
            }
            Action::OnCall { desk: entry.desk("desk")?, people: people.to_vec() }
        }
        "move" => {
            let (from, to) = (one(entry)?, entry.person("to_staff")?);
            differ(entry, "to_staff", from, to);
            Action::Move { desk: entry.desk("desk"), from, to }
        }
        "swap" => {
            let first = one(entry)?;
            swap(entry, first)?
        }
        "release" => release(entry, people)?,
        "add" => Action::Add { desk: entry.desk("desk")?, staff: one(entry)? },
        "block_days" => Action::BlockDays {
            people: people.to_vec(),
            desk: entry.desk("desk"),
            longest: entry.number("minutes", &(15..=1440)).map(small),
        },
        "max_stint" => {
            Action::MaxStint { people: people.to_vec(), minutes: small(entry.number("minutes", &(15..=1440))?) }
        }
        "protect" => {
            if people.is_empty() {
                entry.refuse("do", "the change `protect` does not say whose time", "add staff = […] or role = \"…\"");
            }
            Action::Protect { people: people.to_vec() }
        }
        "add_hours" => Action::AddHours {
            role: entry.text("role").unwrap_or("Substitute").to_owned(),
            desk: entry.desk("desk")?,
            a_week: entry.decimal("hours", 168.0).map(minutes_of),
            hourly_rate: entry.decimal("hourly_rate", 10_000.0),
        },
        "shift" => shift(entry, people)?,
        "hours" => hours(entry)?,
        "buddy" => Action::Buddy { staff: one(entry)?, desk: entry.desk("desk") },
        "absence" => Action::Absence { staff: one(entry)? },
        _ => Action::Reschedule {
            staff: one(entry)?,
            activity: activity(entry),
            new_start: entry.time("new_start").filter(|time| *time < 1440)?,
        },
    })
}

fn differ(entry: &mut Entry<'_>, key: &str, one: StaffId, other: StaffId) {
    if one == other {
        entry.refuse(key, "both are the same person", "name two people");
    }
}

fn one_person(entry: &mut Entry<'_>, people: &[StaffId]) -> Option<StaffId> {
    match people {
        [one] => Some(*one),
        [] => None,
        _ => {
            entry.refuse("staff", "this change is about one person", "write one change for each person");
            None
        }
    }
}

/// Hours with decimals as whole minutes.
fn minutes_of(hours: f64) -> Minutes {
    Minutes(format!("{:.0}", hours * 60.0).parse().unwrap_or(0))
}

fn merge_desks(entry: &mut Entry<'_>) -> Option<Action> {
    let names = entry.texts("desks");
    let desks: Vec<_> = names.iter().filter_map(|name| entry.desk_named("desks", name)).collect();
    if names.len() < 2 {
        entry.refuse("desks", "one desk alone cannot be merged", "name two desks or more: desks = [\"…\", \"…\"]");
    }
    let into = entry.desk_to_make("into")?;
    let minimum = entry.number("minimum", &(0..=999))?;
    Some(Action::MergeDesks { desks, into, minimum: u16::try_from(minimum).unwrap_or(u16::MAX) })
}

fn swap(entry: &mut Entry<'_>, a: StaffId) -> Option<Action> {
    let b = entry.person("with")?;
    differ(entry, "with", a, b);
    let own = entry.when("")?;
    let mut other = entry.when("with_")?;
    match (own.day, other.day) {
        _ if !entry.has("with_day") => other.day = own.day,
        // the other hour is in the same weeks of the rotation, unless it says otherwise
        (DayRule::Weekly(_, weeks), DayRule::Weekly(days, _)) if !entry.has("with_week") => {
            other.day = DayRule::Weekly(days, weeks);
        }
        _ => {}
    }
    if !entry.has("with_start") && !entry.has("with_end") {
        other.time = own.time;
    }
    Some(Action::Swap { a, b, other })
}

fn release(entry: &mut Entry<'_>, people: &[StaffId]) -> Option<Action> {
    let desk = entry.desk("desk");
    if entry.is("above_minimum") {
        return Some(Action::Release { desk, staff: None });
    }
    if people.is_empty() && !entry.has("staff") {
        entry.refuse(
            "do",
            "the change `release` does not say whose desk time ends",
            "add staff = \"…\", or above_minimum = true for whoever is above the minimum",
        );
    }
    Some(Action::Release { desk, staff: Some(one_person(entry, people)?) })
}

fn shift(entry: &mut Entry<'_>, people: &[StaffId]) -> Option<Action> {
    let mut by = |earlier: &str, later: &str| {
        let (less, more) = (entry.number(earlier, &(1..=720)), entry.number(later, &(1..=720)));
        i16::try_from(more.unwrap_or(0) - less.unwrap_or(0)).unwrap_or(0)
    };
    let (start_by, end_by) = (by("start_earlier", "start_later"), by("end_earlier", "end_later"));
    if start_by == 0 && end_by == 0 && entry.is_sound {
        entry.refuse(
            "do",
            "the change `shift` does not say how much earlier or later",
            "add start_earlier, start_later, end_earlier or end_later, in minutes",
        );
        return None;
    }
    if people.is_empty() && !entry.has("staff") && !entry.has("role") {
        entry.refuse("do", "the change `shift` does not say whose", "add staff = \"…\" or role = \"…\"");
    }
    Some(Action::Shift { people: people.to_vec(), start_by, end_by })
}

fn hours(entry: &mut Entry<'_>) -> Option<Action> {
    let (open, close, is_closed) = (entry.time("open"), entry.time("close"), entry.is("closed"));
    if open.is_none() && close.is_none() && !is_closed && entry.is_sound {
        entry.refuse(
            "do",
            "the change `hours` says neither `open` nor `close`",
            "add open = \"08:00\", close or closed = true",
        );
        return None;
    }
    if is_closed && (open.is_some() || close.is_some()) {
        entry.refuse(
            "closed",
            "the library is both closed and given hours",
            "leave out `closed`, or `open` and `close`",
        );
    }
    Some(Action::Hours { open, close, is_closed })
}

fn activity(entry: &mut Entry<'_>) -> Option<Activity> {
    let word = entry.text("activity")?;
    let own = entry.study.settings.activities.get(super::super::lexicon::key(word).as_str());
    let activity = Activity::named(own.map_or(word, String::as_str));
    if activity.is_none_or(|activity| !activity.is_duty()) {
        let duties = Activity::ALL.iter().filter(|activity| activity.is_duty()).map(|activity| activity.name());
        entry.refuse(
            "activity",
            format!("`{word}` is not a duty that can be moved"),
            format!("use one of {}", duties.collect::<Vec<&str>>().join(", ")),
        );
    }
    activity
}
