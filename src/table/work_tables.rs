//! Tables of what counts as work: job descriptions beside the schedule; planning and assessment.

use super::cell::round;
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Planning, Results};
use crate::study::Activity;

pub fn duties(results: &Results) -> Result<Table, TableError> {
    Definition::new("duties", "one duty of a job description beside the schedule", &results.duties)
        .text("role", "the role", |duty| if duty.role.is_empty() { "every role" } else { &duty.role })
        .text("duty", "the duty, in the words of the description", |duty| &duty.duty)
        .text("activity", "the activity that carries it out; blank where none is named", |duty| {
            duty.activity.map_or("", Activity::name)
        })
        .decimal("described_percent", "the percentage in the description", |duty| Some(duty.percent))
        .decimal("scheduled_percent", "the percentage of time on shift that the schedule gives the activity", |duty| {
            duty.scheduled_percent().map(round)
        })
        .decimal(
            "possible_percent",
            "the same with every usable block of the role (for outreach, of those in it who may meet partners): an upper limit, because all duties of the role without time of their own share these blocks; only for outreach, planning, assessment and programs",
            |duty| duty.possible_percent().map(round),
        )
        .maybe_minutes("scheduled_min", "the scheduled percentage in minutes, over everybody in the role", |duty| duty.scheduled)
        .maybe_minutes("usable_min", "the usable blocks that the possible percentage counts", |duty| duty.usable)
        .minutes("on_shift_min", "time on shift of everybody in the role", |duty| duty.on_shift)
        .finish()
}

pub fn role_descriptions(results: &Results) -> Result<Table, TableError> {
    let week = |minutes| Some(round(results.period.hours_a_week(minutes)));
    Definition::new(
        "role_descriptions",
        "what the job description of one role says of relationships with the community (the activity outreach), and what the schedule does",
        &results.role_descriptions,
    )
    .text("role", "the role", |role| &role.role)
    .count("people", "people of the role on the schedule", |role| role.n_people)
    .count("may_meet_partners", "how many of them may meet partners", |role| role.n_eligible)
    .count("duties", "duties of its description in duties.csv, those of every role included; 0 where it has none", |role| role.n_duties)
    .decimal("described_percent", "the percentage that the description gives to outreach; blank where no duty names it", |role| role.percent)
    .decimal("scheduled_percent", "the percentage of time on shift that the schedule gives it", |role| Some(round(role.scheduled_percent())))
    .decimal(
        "possible_percent",
        "the same with every usable block of those in the role who may meet partners: an upper limit, shared with all other duties without time of their own; blank in a public packet where others in the role may not",
        |role| role.possible_percent().map(round),
    )
    .decimal("described_h_a_week", "the described percentage of the time on shift, in hours a week, for everybody in the role", |role| week(role.described))
    .decimal("scheduled_h_a_week", "outreach on the schedule, in hours a week", |role| week(role.scheduled))
    .decimal("usable_h_a_week", "those usable blocks, in hours a week", |role| role.usable.and_then(week))
    .decimal("on_shift_h_a_week", "time on shift, in hours a week", |role| week(role.on_shift))
    .minutes("described_min", "the described percentage in minutes, over the period", |role| role.described)
    .minutes("scheduled_min", "outreach on the schedule, over the period", |role| role.scheduled)
    .maybe_minutes("usable_min", "those usable blocks, over the period", |role| role.usable)
    .minutes("on_shift_min", "time on shift, over the period", |role| role.on_shift)
    .finish()
}

pub fn planning(results: &Results) -> Result<Table, TableError> {
    let rows = results.planning();
    let week = |minutes| Some(round(results.period.hours_a_week(minutes)));
    Definition::new(
        "planning",
        "planning and assessment of all branches shown, then of each with its own partners: scheduled, needed for visits, and room for it",
        &rows,
    )
    .text("branch", "the branch; the first row is all that are shown, partners of no branch included", |row| &row.branch)
    .count("visits", "unbroken stretches of firm partner time within reach, over the period", |row| row.n_visits)
    .decimal("reachable_h_a_week", "partner time within reach, as if every hour of it were used", |row| week(row.reachable))
    .decimal("outreach_h_a_week", "outreach on the schedule", |row| week(row.outreach))
    .decimal("visit_h_a_week", "the two together: the visits to plan for", |row| week(row.visits()))
    .decimal("planning_per_visit_hour", "the setting: hours of planning and assessment for each hour of a visit", |_| {
        Some(round(results.settings.planning_hours_per_visit_hour()))
    })
    .decimal("needed_h_a_week", "planning and assessment that these visits need: visit_h_a_week × planning_per_visit_hour", |row| week(row.needed()))
    .decimal("needed_for_all_h_a_week", "the same if all firm partner time could be met", |row| week(row.needed_for_all()))
    .decimal("planning_h_a_week", "planning on the schedule", |row| week(row.planning))
    .decimal("assessment_h_a_week", "assessment on the schedule", |row| week(row.assessment))
    .decimal("scheduled_h_a_week", "the two together", |row| week(row.scheduled()))
    .decimal("missing_h_a_week", "how much more is needed than is scheduled", |row| week(row.missing()))
    .decimal(
        "room_h_a_week",
        "usable blocks, less the visits within reach and the way there and back: there is at least this much room",
        |row| week(row.room()),
    )
    .minutes("reachable_min", "partner time within reach, over the period", |row| row.reachable)
    .minutes("offered_min", "all firm partner time, over the period", |row| row.offered)
    .minutes("way_min", "the way to these visits and back", |row| row.way)
    .minutes("outreach_min", "outreach on the schedule, over the period", |row| row.outreach)
    .minutes("needed_min", "planning and assessment that the visits need, over the period", Planning::needed)
    .minutes("planning_min", "planning on the schedule, over the period", |row| row.planning)
    .minutes("assessment_min", "assessment on the schedule, over the period", |row| row.assessment)
    .minutes("usable_min", "usable blocks, over the period", |row| row.usable)
    .minutes("room_min", "these blocks less the visits and the way, over the period", Planning::room)
    .finish()
}
