//! Tables of what counts as work: job descriptions beside the schedule; planning and assessment.

use super::cell::round;
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Planning, Results};
use crate::say;
use crate::study::Activity;

pub fn duties(results: &Results) -> Result<Table, TableError> {
    Definition::new("duties", say!("table-duties"), &results.duties)
        .text("role", say!("column-duties-role"), |duty| if duty.role.is_empty() { "every role" } else { &duty.role })
        .text("duty", say!("column-duties-duty"), |duty| &duty.duty)
        .text("activity", say!("column-duties-activity"), |duty| duty.activity.map_or("", Activity::name))
        .decimal("described_percent", say!("column-duties-described-percent"), |duty| Some(duty.percent))
        .decimal("scheduled_percent", say!("column-duties-scheduled-percent"), |duty| {
            duty.scheduled_percent().map(round)
        })
        .decimal("possible_percent", say!("column-duties-possible-percent"), |duty| duty.possible_percent().map(round))
        .maybe_minutes("scheduled_min", say!("column-duties-scheduled-min"), |duty| duty.scheduled)
        .maybe_minutes("usable_min", say!("column-duties-usable-min"), |duty| duty.usable)
        .minutes("on_shift_min", say!("column-duties-on-shift-min"), |duty| duty.on_shift)
        .finish()
}

pub fn role_descriptions(results: &Results) -> Result<Table, TableError> {
    let week = |minutes| Some(round(results.period.hours_a_week(minutes)));
    Definition::new("role_descriptions", say!("table-role-descriptions"), &results.role_descriptions)
        .text("role", say!("column-role-descriptions-role"), |role| &role.role)
        .count("people", say!("column-role-descriptions-people"), |role| role.n_people)
        .count("may_meet_partners", say!("column-role-descriptions-may-meet-partners"), |role| role.n_eligible)
        .count("duties", say!("column-role-descriptions-duties"), |role| role.n_duties)
        .decimal("described_percent", say!("column-role-descriptions-described-percent"), |role| role.percent)
        .decimal("scheduled_percent", say!("column-role-descriptions-scheduled-percent"), |role| {
            Some(round(role.scheduled_percent()))
        })
        .decimal("possible_percent", say!("column-role-descriptions-possible-percent"), |role| {
            role.possible_percent().map(round)
        })
        .decimal("described_h_a_week", say!("column-role-descriptions-described-h-a-week"), |role| week(role.described))
        .decimal("scheduled_h_a_week", say!("column-role-descriptions-scheduled-h-a-week"), |role| week(role.scheduled))
        .decimal("usable_h_a_week", say!("column-role-descriptions-usable-h-a-week"), |role| role.usable.and_then(week))
        .decimal("on_shift_h_a_week", say!("column-role-descriptions-on-shift-h-a-week"), |role| week(role.on_shift))
        .minutes("described_min", say!("column-role-descriptions-described-min"), |role| role.described)
        .minutes("scheduled_min", say!("column-role-descriptions-scheduled-min"), |role| role.scheduled)
        .maybe_minutes("usable_min", say!("column-role-descriptions-usable-min"), |role| role.usable)
        .minutes("on_shift_min", say!("column-role-descriptions-on-shift-min"), |role| role.on_shift)
        .finish()
}

pub fn planning(results: &Results) -> Result<Table, TableError> {
    let rows = results.planning();
    let week = |minutes| Some(round(results.period.hours_a_week(minutes)));
    Definition::new("planning", say!("table-planning"), &rows)
        .text("branch", say!("column-planning-branch"), |row| &row.branch)
        .count("visits", say!("column-planning-visits"), |row| row.n_visits)
        .decimal("reachable_h_a_week", say!("column-planning-reachable-h-a-week"), |row| week(row.reachable))
        .decimal("outreach_h_a_week", say!("column-planning-outreach-h-a-week"), |row| week(row.outreach))
        .decimal("visit_h_a_week", say!("column-planning-visit-h-a-week"), |row| week(row.visits()))
        .decimal("planning_per_visit_hour", say!("column-planning-planning-per-visit-hour"), |_| {
            Some(round(results.settings.planning_hours_per_visit_hour()))
        })
        .decimal("needed_h_a_week", say!("column-planning-needed-h-a-week"), |row| week(row.needed()))
        .decimal("needed_for_all_h_a_week", say!("column-planning-needed-for-all-h-a-week"), |row| {
            week(row.needed_for_all())
        })
        .decimal("planning_h_a_week", say!("column-planning-planning-h-a-week"), |row| week(row.planning))
        .decimal("assessment_h_a_week", say!("column-planning-assessment-h-a-week"), |row| week(row.assessment))
        .decimal("scheduled_h_a_week", say!("column-planning-scheduled-h-a-week"), |row| week(row.scheduled()))
        .decimal("missing_h_a_week", say!("column-planning-missing-h-a-week"), |row| week(row.missing()))
        .decimal("room_h_a_week", say!("column-planning-room-h-a-week"), |row| week(row.room()))
        .minutes("reachable_min", say!("column-planning-reachable-min"), |row| row.reachable)
        .minutes("offered_min", say!("column-planning-offered-min"), |row| row.offered)
        .minutes("way_min", say!("column-planning-way-min"), |row| row.way)
        .minutes("outreach_min", say!("column-planning-outreach-min"), |row| row.outreach)
        .minutes("needed_min", say!("column-planning-needed-min"), Planning::needed)
        .minutes("planning_min", say!("column-planning-planning-min"), |row| row.planning)
        .minutes("assessment_min", say!("column-planning-assessment-min"), |row| row.assessment)
        .minutes("usable_min", say!("column-planning-usable-min"), |row| row.usable)
        .minutes("room_min", say!("column-planning-room-min"), Planning::room)
        .finish()
}
