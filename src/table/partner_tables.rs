//! Tables of stakeholders: what becomes of their time, contact slots, hours options.

use super::cell::{end_time, start_time, weekday};
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Outcome, Results, StakeholderOutcomes};
use crate::finding::half_hour;
use crate::say;

pub fn outcomes<'a>(
    results: &'a Results,
    name: &'static str,
    rows: &'a [StakeholderOutcomes],
) -> Result<Table, TableError> {
    let about = if name == "tentative_outcomes" {
        say!("table-tentative-outcomes")
    } else {
        say!("table-stakeholder-outcomes")
    };
    let mut table = Definition::new(name, about, rows)
        .text("branch", say!("column-stakeholder-outcomes-branch"), |row| results.stakeholder_branch(row.stakeholder))
        .text("stakeholder", say!("column-stakeholder"), |row| &results.stakeholder(row.stakeholder).name)
        .text("group", say!("column-stakeholder-outcomes-group"), |row| &results.stakeholder(row.stakeholder).group)
        .made("priority", say!("column-stakeholder-outcomes-priority"), |row| {
            results.stakeholder(row.stakeholder).priority.map_or(String::new(), |priority| priority.to_string())
        })
        .minutes("window_min", say!("column-window-min"), |row| row.total.window());
    for outcome in Outcome::ALL {
        table = table.minutes(column_of(outcome), meaning_of(outcome), move |row| row.total.of(outcome));
    }
    table
        .minutes("inside_open_min", say!("column-inside-open-min"), |row| row.inside_open.iter().copied().sum())
        .minutes("outside_open_min", say!("column-outside-open-min"), |row| row.outside_open.iter().copied().sum())
        .text("basis", say!("column-stakeholder-outcomes-basis"), |row| {
            if row.is_at_least && results.is_at_least() { "at least" } else { "given" }
        })
        .maybe_minutes("reachable_at_most_min", say!("column-stakeholder-outcomes-reachable-at-most-min"), |row| {
            results.outcomes_at_most(row).map(|most| most.total.of(Outcome::Reachable))
        })
        .finish()
}

pub(super) const fn column_of(outcome: Outcome) -> &'static str {
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

pub(super) fn meaning_of(outcome: Outcome) -> String {
    match outcome {
        Outcome::Reachable => say!("meaning-reachable"),
        Outcome::TooShort => say!("meaning-too-short"),
        Outcome::Pinned => say!("meaning-pinned"),
        Outcome::OtherDuties => say!("meaning-other-duties"),
        Outcome::DeskSpare => say!("meaning-desk-spare"),
        Outcome::DeskNeeded => say!("meaning-desk-needed"),
        Outcome::Unknown => say!("meaning-unknown"),
        Outcome::Unstaffed => say!("meaning-unstaffed"),
        Outcome::Closed => say!("meaning-closed"),
    }
}

pub fn outcomes_by_weekday(results: &Results) -> Result<Table, TableError> {
    let rows: Vec<(&StakeholderOutcomes, usize)> = results
        .outcomes
        .iter()
        .flat_map(|row| (0..7).map(move |day| (row, day)))
        .filter(|(row, day)| !row.by_weekday[*day].window().is_zero())
        .collect();
    let mut table = Definition::new("outcomes_by_weekday", say!("table-outcomes-by-weekday"), &rows)
        .text("branch", say!("column-branch"), |(row, _)| results.stakeholder_branch(row.stakeholder))
        .text("stakeholder", say!("column-stakeholder"), |(row, _)| &results.stakeholder(row.stakeholder).name)
        .text("weekday", say!("column-outcomes-by-weekday-weekday"), |(_, day)| weekday(*day))
        .minutes("window_min", say!("column-window-min"), |(row, day)| row.by_weekday[*day].window());
    for outcome in Outcome::ALL {
        table =
            table.minutes(column_of(outcome), meaning_of(outcome), move |(row, day)| row.by_weekday[*day].of(outcome));
    }
    table
        .minutes("inside_open_min", say!("column-inside-open-min"), |(row, day)| row.inside_open[*day])
        .minutes("outside_open_min", say!("column-outside-open-min"), |(row, day)| row.outside_open[*day])
        .finish()
}

pub fn contact_slots(results: &Results) -> Result<Table, TableError> {
    let slots = results.slots.to_vec();
    Definition::new("contact_slots", say!("table-contact-slots"), &slots)
        .text("branch", say!("column-contact-slots-branch"), |slot| results.branch_name(slot.branch))
        .text("stakeholder", say!("column-stakeholder"), |slot| &results.stakeholder(slot.stakeholder).name)
        .text("staff", say!("column-staff"), |slot| &results.person(slot.staff).label)
        .date("date", say!("column-date"), |slot| slot.span.day())
        .text("weekday", say!("column-weekday"), |slot| weekday(slot.span.day().weekday()))
        .made("start", say!("column-contact-slots-start"), |slot| start_time(slot.span))
        .made("end", say!("column-contact-slots-end"), |slot| end_time(slot.span))
        .minutes("length_min", say!("column-contact-slots-length-min"), |slot| slot.span.length())
        .text("mode", say!("column-contact-slots-mode"), |slot| slot.mode.name())
        .text(
            "certainty",
            say!("column-contact-slots-certainty"),
            |slot| {
                if slot.is_tentative { "tentative" } else { "firm" }
            },
        )
        .finish()
}

pub fn hours_options(results: &Results) -> Result<Table, TableError> {
    Definition::new("hours_options", say!("table-hours-options"), &results.hours_options)
        .text("branch", say!("column-branch"), |option| results.branch_name(option.branch))
        .text("weekday", say!("column-desk-grid-weekday"), |option| weekday(option.weekday))
        .made("half_hour", say!("column-half-hour"), |option| half_hour(option.slot))
        .minutes("lost_closed_min", say!("column-hours-options-lost-closed-min"), |option| option.lost_closed)
        .minutes("outside_open_min", say!("column-hours-options-outside-open-min"), |option| option.outside_open)
        .count("stakeholders", say!("column-hours-options-stakeholders"), |option| option.stakeholders.len())
        .made("who", say!("column-who"), |option| {
            option
                .stakeholders
                .iter()
                .map(|id| results.stakeholder(*id).name.as_str())
                .collect::<Vec<&str>>()
                .join("; ")
        })
        .finish()
}
