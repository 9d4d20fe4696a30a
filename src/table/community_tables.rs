//! Tables of groups of partners, and of the hours at which departments could plan together.

use super::cell::{round, weekday};
use super::define::Definition;
use super::desk_tables::n_weekdays;
use super::partner_tables::{column_of, meaning_of};
use super::{Table, TableError};
use crate::analysis::{DepartmentSlot, GroupReach, Outcome, Results};
use crate::finding::{DeskWeek, desk_weeks, group_name};
use crate::say;
use crate::time::{ClockTime, Minutes};

/// What becomes of the time of each group of partners.
pub fn groups(results: &Results) -> Result<Table, TableError> {
    let about = say!("table-groups");
    let mut table = Definition::new("groups", about, &results.groups)
        .made("group", say!("column-groups-group"), group_name)
        .count("partners", say!("column-groups-partners"), |row| row.n_partners)
        .count("out_of_reach", say!("column-groups-out-of-reach"), |row| row.n_out_of_reach)
        .count("seldom", say!("column-groups-seldom"), |row| row.n_seldom)
        .minutes("window_min", say!("column-groups-window-min"), |row| row.total.window());
    for outcome in Outcome::ALL {
        table = table.minutes(column_of(outcome), meaning_of(outcome), move |row| row.total.of(outcome));
    }
    table = table
        .decimal("reachable_percent", say!("column-groups-reachable-percent"), |row| {
            Some(round(row.total.of(Outcome::Reachable).share_of(row.total.window()) * 100.0))
        })
        .text("main_reason", say!("column-groups-main-reason"), |row| row.main_reason().map_or("", Outcome::name))
        .count("weekdays", say!("column-groups-weekdays"), |row| row.n_weekdays)
        .count("weekdays_out_of_reach", say!("column-groups-weekdays-out-of-reach"), |row| row.n_weekdays_out_of_reach);
    by_weight(table)
        .text("basis", say!("column-groups-basis"), |row| if row.at_most.is_some() { "at least" } else { "given" })
        .maybe_minutes("reachable_at_most_min", say!("column-groups-reachable-at-most-min"), |row| {
            row.at_most.map(|most| most.reachable)
        })
        .maybe_count("out_of_reach_at_least", say!("column-groups-out-of-reach-at-least"), |row| {
            row.at_most.map(|most| most.n_out_of_reach)
        })
        .finish()
}

/// The columns in which partners of a high priority count more.
fn by_weight(table: Definition<'_, GroupReach>) -> Definition<'_, GroupReach> {
    table
        .decimal("weighted_window_h", say!("column-groups-weighted-window-h"), |row| {
            row.weighted.map(|weighted| round(weighted.window_hours))
        })
        .decimal("weighted_reachable_h", say!("column-groups-weighted-reachable-h"), |row| {
            row.weighted.map(|weighted| round(weighted.reachable_hours))
        })
        .decimal("weighted_reachable_percent", say!("column-groups-weighted-reachable-percent"), |row| {
            row.weighted.map(|weighted| round(weighted.reachable_share() * 100.0))
        })
        .decimal("weighted_partners", say!("column-groups-weighted-partners"), |row| {
            row.weighted.map(|weighted| round(weighted.partners))
        })
        .decimal("weighted_out_of_reach", say!("column-groups-weighted-out-of-reach"), |row| {
            row.weighted.map(|weighted| round(weighted.out_of_reach))
        })
}

/// The hours of the week at which departments could plan together.
pub fn department_slots(results: &Results) -> Result<Table, TableError> {
    let end = |row: &DepartmentSlot| {
        let end = Minutes(i64::from(row.start)) + row.length;
        u16::try_from(end.0).map_or(String::new(), |minute| ClockTime(minute).to_string())
    };
    let (weekdays, all) = (n_weekdays(results), say!("all-departments"));
    Definition::new("department_slots", say!("table-department-slots"), &results.department_slots)
        .text("branch", say!("column-department-slots-branch"), |row| results.branch_name(row.branch))
        .text("department", say!("column-department-slots-department"), |row| {
            row.departments.as_ref().map_or(&all, |pair| &*pair.0)
        })
        .text("with", say!("column-department-slots-with"), |row| row.departments.as_ref().map_or("", |pair| &*pair.1))
        .text("weekday", say!("column-department-slots-weekday"), |row| weekday(row.weekday))
        .made("start", say!("column-department-slots-start"), |row| ClockTime(row.start).to_string())
        .made("end", say!("column-department-slots-end"), end)
        .minutes("length_min", say!("column-department-slots-length-min"), |row| row.length)
        .count("dates", say!("column-department-slots-dates"), |row| row.n_dates)
        .count("of_dates", say!("column-department-slots-of-dates"), move |row| weekdays[row.weekday % 7])
        .finish()
}

/// Desk hours in a full-time week, here and as published sources report them.
pub fn practice(results: &Results) -> Result<Table, TableError> {
    let rows = desk_weeks(results);
    let source = |row: &DeskWeek| row.fact.map_or(String::new(), |fact| (fact.source)());
    Definition::new("practice", say!("table-practice"), &rows)
        .text("who", say!("column-practice-who"), |row| &row.name)
        .decimal("low_h_a_week", say!("column-practice-low-h-a-week"), |row| Some(round(row.low)))
        .decimal("mean_h_a_week", say!("column-practice-mean-h-a-week"), |row| row.mean.map(round))
        .decimal("high_h_a_week", say!("column-practice-high-h-a-week"), |row| Some(round(row.high)))
        .text("conversion", say!("column-practice-conversion"), |row| &row.conversion)
        .made("source", say!("column-practice-source"), source)
        .text("address", say!("column-practice-address"), |row| row.fact.map_or("", |fact| fact.address))
        .finish()
}
