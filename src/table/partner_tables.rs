//! Tables of stakeholders: what becomes of their time, contact slots, hours options.

use super::cell::{end_time, start_time, weekday};
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Outcome, Results, StakeholderOutcomes};
use crate::finding::half_hour;

pub fn outcomes<'a>(
    results: &'a Results,
    name: &'static str,
    rows: &'a [StakeholderOutcomes],
) -> Result<Table, TableError> {
    let about = if name == "tentative_outcomes" {
        "what becomes of one stakeholder's tentative windows; the outcomes sum to the window"
    } else {
        "what becomes of one stakeholder's firm windows; the outcomes sum to the window"
    };
    let mut table = Definition::new(name, about, rows)
        .text("branch", "the branch whose staff would meet the stakeholder; blank where any branch may", |row| {
            results.stakeholder_branch(row.stakeholder)
        })
        .text("stakeholder", "the stakeholder", |row| &results.stakeholder(row.stakeholder).name)
        .text("group", "the kind of stakeholder", |row| &results.stakeholder(row.stakeholder).group)
        .made("priority", "1 first; blank where not given", |row| {
            results.stakeholder(row.stakeholder).priority.map_or(String::new(), |priority| priority.to_string())
        })
        .minutes("window_min", "time in which the stakeholder can meet", |row| row.total.window());
    for outcome in Outcome::ALL {
        table = table.minutes(column_of(outcome), meaning_of(outcome), move |row| row.total.of(outcome));
    }
    table
        .minutes("inside_open_min", "window time while the library is open", |row| {
            row.inside_open.iter().copied().sum()
        })
        .minutes("outside_open_min", "window time while it is closed", |row| row.outside_open.iter().copied().sum())
        .text("basis", "`at least` where reachable time rests on assumed working hours", |row| {
            if row.is_at_least && results.is_at_least() { "at least" } else { "given" }
        })
        .maybe_minutes(
            "reachable_at_most_min",
            "reachable time if working hours that are not given are all open hours",
            |row| results.outcomes_at_most(row).map(|most| most.total.of(Outcome::Reachable)),
        )
        .finish()
}

const fn column_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reachable => "reachable_min",
        Outcome::TooShort => "too_short_min",
        Outcome::Pinned => "pinned_min",
        Outcome::OtherDuties => "other_duties_min",
        Outcome::DeskSpare => "desk_spare_min",
        Outcome::DeskNeeded => "desk_needed_min",
        Outcome::Unknown => "unknown_min",
        Outcome::Unstaffed => "unstaffed_min",
        Outcome::Closed => "closed_min",
    }
}

const fn meaning_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reachable => {
            "an eligible person can meet the stakeholder, for long enough and with the way there and back"
        }
        Outcome::TooShort => "an eligible person is off-desk, and the piece is too short, or travel eats it",
        Outcome::Pinned => "an eligible person is off-desk, and the building minimum, or being on call, keeps them in",
        Outcome::OtherDuties => "an eligible person is on shift, on other duties",
        Outcome::DeskSpare => "eligible people are at desks, one of which has more people than its minimum",
        Outcome::DeskNeeded => "eligible people are at desks, each at or under its minimum",
        Outcome::Unknown => "working hours of an eligible person are not given, and nothing is assumed",
        Outcome::Unstaffed => "the library is open and no eligible person is on shift",
        Outcome::Closed => "the library is closed and no eligible person is on shift; for host, whenever it is closed",
    }
}

pub fn outcomes_by_weekday(results: &Results) -> Result<Table, TableError> {
    let rows: Vec<(&StakeholderOutcomes, usize)> = results
        .outcomes
        .iter()
        .flat_map(|row| (0..7).map(move |day| (row, day)))
        .filter(|(row, day)| !row.by_weekday[*day].window().is_zero())
        .collect();
    let mut table =
        Definition::new("outcomes_by_weekday", "the firm windows of one stakeholder on one day of the week", &rows)
            .text("branch", "the branch", |(row, _)| results.stakeholder_branch(row.stakeholder))
            .text("stakeholder", "the stakeholder", |(row, _)| &results.stakeholder(row.stakeholder).name)
            .text("weekday", "the day on which the minute lies", |(_, day)| weekday(*day))
            .minutes("window_min", "time in which the stakeholder can meet", |(row, day)| {
                row.by_weekday[*day].window()
            });
    for outcome in Outcome::ALL {
        table =
            table.minutes(column_of(outcome), meaning_of(outcome), move |(row, day)| row.by_weekday[*day].of(outcome));
    }
    table
        .minutes("inside_open_min", "window time while the library is open", |(row, day)| row.inside_open[*day])
        .minutes("outside_open_min", "window time while it is closed", |(row, day)| row.outside_open[*day])
        .finish()
}

pub fn contact_slots(results: &Results) -> Result<Table, TableError> {
    Definition::new("contact_slots", "a time at which one person could meet one stakeholder", &results.slots)
        .text("branch", "the branch from which staff would go", |slot| results.branch_name(slot.branch))
        .text("stakeholder", "the stakeholder", |slot| &results.stakeholder(slot.stakeholder).name)
        .text("staff", "the person", |slot| &results.person(slot.staff).label)
        .date("date", "the date", |slot| slot.span.day())
        .text("weekday", "its day of the week", |slot| weekday(slot.span.day().weekday()))
        .made("start", "when the visit can start", |slot| start_time(slot.span))
        .made("end", "when it must end", |slot| end_time(slot.span))
        .minutes("length_min", "how long it can be, without the way there and back", |slot| slot.span.length())
        .text("mode", "go (staff visit), host (at the library) or online", |slot| slot.mode.name())
        .text("certainty", "whether the stakeholder's window is firm", |slot| {
            if slot.is_tentative { "tentative" } else { "firm" }
        })
        .finish()
}

pub fn hours_options(results: &Results) -> Result<Table, TableError> {
    Definition::new(
        "hours_options",
        "a half hour of the week in which stakeholders could meet and the library is closed, best first",
        &results.hours_options,
    )
    .text("branch", "the branch", |option| results.branch_name(option.branch))
    .text("weekday", "the day", |option| weekday(option.weekday))
    .made("half_hour", "the half hour", |option| half_hour(option.slot))
    .minutes("lost_closed_min", "stakeholder time lost because the library is closed", |option| option.lost_closed)
    .minutes("outside_open_min", "stakeholder time outside open hours, lost or not", |option| option.outside_open)
    .count("stakeholders", "how many stakeholders have time then", |option| option.stakeholders.len())
    .made("who", "who they are", |option| {
        option.stakeholders.iter().map(|id| results.stakeholder(*id).name.as_str()).collect::<Vec<&str>>().join("; ")
    })
    .finish()
}
