//! Tables of people: their time, blocks, conflicts, time together.

use super::cell::{end_time, round, start_time, weekday};
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Blocks, CommonSlot, Results, StaffTime, TimeTotals};
use crate::say;
use crate::study::{Activity, PeopleShown, SourceRow, StaffId};
use crate::time::{Minutes, Span};

#[expect(clippy::too_many_lines, reason = "one line a column")]
pub fn staff_time(results: &Results) -> Result<Table, TableError> {
    let n_days = results.period.n_days();
    let off_desk_by_hours = move |account: &crate::analysis::StaffTime| results.off_desk_by_contract(account, n_days);
    Definition::new(
        "staff_time",
        "one person's account of time at one branch: on_shift = desk + other duties + usable + fragments",
        &results.staff_time,
    )
    .text("branch", "the branch", |account| results.branch_name(account.branch))
    .text("staff", "the person: role and number, or the name where names are asked for", |account| {
        &results.person(account.staff).label
    })
    .text("role", "the role", |account| &results.person(account.staff).role)
    .text("department", "the department", |account| &results.person(account.staff).department)
    .minutes("on_shift_min", "at work", |account| account.on_shift)
    .minutes("desk_min", "on desks", StaffTime::desk)
    .minutes(
        "other_duties_min",
        "on other duties: meals, breaks, meetings, programs, planning, assessment, training, outreach, travel, other",
        StaffTime::other_duties,
    )
    .minutes("off_desk_min", "at work, and neither on a desk nor on another duty", StaffTime::off_desk)
    .minutes("usable_min", "off-desk time in blocks of at least min_block", |account| account.usable)
    .minutes("fragments_min", "off-desk time in shorter blocks", |account| account.fragments)
    .minutes("meal_min", "on meals", |account| account.by_activity[Activity::Meal.index()])
    .minutes("break_min", "on breaks", |account| account.by_activity[Activity::Break.index()])
    .minutes("meeting_min", "on meetings", |account| account.by_activity[Activity::Meeting.index()])
    .minutes("program_min", "on programs", |account| account.by_activity[Activity::Program.index()])
    .minutes("planning_min", "on planning", |account| account.by_activity[Activity::Planning.index()])
    .minutes("assessment_min", "on assessment", |account| account.by_activity[Activity::Assessment.index()])
    .minutes("training_min", "on training", |account| account.by_activity[Activity::Training.index()])
    .minutes("outreach_min", "already out with the community", |account| {
        account.by_activity[Activity::Outreach.index()]
    })
    .minutes("travel_min", "on the way", |account| account.by_activity[Activity::Travel.index()])
    .minutes("other_min", "on any other duty", |account| account.by_activity[Activity::Other.index()])
    .minutes("in_blocks_of_90_min", "off-desk time in blocks of at least 90 minutes", |account| account.in_blocks_of_90)
    .minutes("in_blocks_of_120_min", "off-desk time in blocks of at least 120 minutes", |account| {
        account.in_blocks_of_120
    })
    .count("blocks", "how many blocks of off-desk time", |account| account.n_blocks)
    .count("usable_blocks", "how many of them are usable", |account| account.n_usable_blocks)
    .minutes("longest_block_min", "the longest of them", |account| account.longest_block)
    .decimal("longest_block_a_day_avg_min", "the longest block of a working day, on average", |account| {
        Some(account.longest_by_date.per(account.n_dates) * 60.0)
    })
    .count("dates", "on how many dates the person is at work", |account| account.n_dates)
    .count(
        "assumed_dates",
        "on how many of them working hours are not given: where more than 0, off-desk figures are an at least",
        |account| account.n_assumed_dates,
    )
    .maybe_minutes("off_desk_at_most_min", "off-desk time if those working hours are all open hours", |account| {
        results.staff_time_at_most(account).map(crate::analysis::StaffTime::off_desk)
    })
    .maybe_minutes("usable_at_most_min", "usable blocks if those working hours are all open hours", |account| {
        results.staff_time_at_most(account).map(|most| most.usable)
    })
    .maybe_minutes(
        "off_desk_by_hours_min",
        "where working hours are not given and weekly_hours is: those hours less desk and other duties, exact in total",
        off_desk_by_hours,
    )
    .finish()
}

/// For the public there are no rows of single people: everybody at a branch stands in their place.
pub fn public_staff_time(results: &Results) -> Result<Table, TableError> {
    let by_branch = results.time_by_branch();
    let rows: Vec<Group> = by_branch.into_iter().map(|(branch, totals)| (branch, say!("all-staff"), totals)).collect();
    groups(results, "staff_time", "the accounts of everybody at one branch", &rows)
}

/// For the public, roles are not split by branch: at one branch, a role may be one person.
pub fn role_time(results: &Results) -> Result<Table, TableError> {
    if results.settings.people_shown == PeopleShown::Public {
        let by_role = results.time_by_role();
        let rows: Vec<Group> =
            by_role.into_iter().map(|(role, totals)| (results.whole_branch(), role, totals)).collect();
        return groups(results, "role_time", "the accounts of everybody in one role", &rows);
    }
    let named = |branch| results.branch_name(branch).to_owned();
    let by_both = results.time_by_branch_and_role();
    let rows: Vec<Group> = by_both.into_iter().map(|(branch, role, totals)| (named(branch), role, totals)).collect();
    groups(results, "role_time", "the accounts of everybody in one role at one branch", &rows)
}

/// Branch, role and the accounts of their people.
type Group = (String, String, TimeTotals);

fn groups(results: &Results, name: &'static str, about: &'static str, rows: &[Group]) -> Result<Table, TableError> {
    Definition::new(name, about, rows)
        .text("branch", "the branch", |row| &row.0)
        .text("role", "the role", |row| &row.1)
        .count("people", "how many people", |row| row.2.n_people)
        .minutes("on_shift_min", "at work", |row| row.2.on_shift)
        .minutes("desk_min", "on desks", |row| row.2.desk())
        .minutes("other_duties_min", "on other duties", |row| row.2.other_duties())
        .minutes("off_desk_min", "off the desk and on no other duty", |row| row.2.off_desk())
        .minutes("usable_min", "off-desk time in blocks of at least min_block", |row| row.2.usable)
        .minutes("fragments_min", "off-desk time in shorter blocks", |row| row.2.fragments)
        .decimal("on_shift_h_a_week", "hours at work a week", |row| {
            Some(round(results.period.hours_a_week(row.2.on_shift)))
        })
        .decimal("desk_h_a_week", "hours on desks a week", |row| Some(round(results.period.hours_a_week(row.2.desk()))))
        .decimal("usable_h_a_week", "hours in usable blocks a week", |row| {
            Some(round(results.period.hours_a_week(row.2.usable)))
        })
        .decimal("fragments_h_a_week", "hours in shorter blocks a week", |row| {
            Some(round(results.period.hours_a_week(row.2.fragments)))
        })
        .count("assumed_dates", "dates of these people on which working hours are not given", |row| {
            row.2.n_assumed_dates
        })
        .finish()
}

pub fn staff_weeks(results: &Results) -> Result<Table, TableError> {
    Definition::new("staff_weeks", "one person's account at one branch in one week; what crosses the end of a week counts in the week it starts in", &results.staff_weeks)
        .text("branch", "the branch", |week| results.branch_name(week.branch))
        .text("staff", "the person", |week| &results.person(week.staff).label)
        .date("week_of", "the Monday of the week", |week| week.monday)
        .minutes("on_shift_min", "at work", |week| week.on_shift)
        .minutes("desk_min", "on desks", |week| week.desk)
        .minutes("other_duties_min", "on other duties", |week| week.other_duties)
        .minutes("usable_min", "off-desk time in usable blocks", |week| week.usable)
        .minutes("fragments_min", "off-desk time in shorter blocks", |week| week.fragments)
        .finish()
}

pub fn blocks(results: &Results) -> Result<Table, TableError> {
    let min_block = Minutes(i64::from(results.settings.min_block));
    let rows: Vec<(&Blocks, Span)> =
        results.blocks.iter().flat_map(|blocks| blocks.spans.iter().map(move |span| (blocks, *span))).collect();
    Definition::new("blocks", "one block of off-desk time", &rows)
        .text("branch", "the branch", |row| results.branch_name(row.0.branch))
        .text("staff", "the person", |row| &results.person(row.0.staff).label)
        .date("date", "the date on which it starts", |row| row.1.day())
        .text("weekday", "its day of the week", |row| weekday(row.1.day().weekday()))
        .made("start", "when it starts", |row| start_time(row.1))
        .made("end", "when it ends; 24:00 or later where it crosses midnight", |row| end_time(row.1))
        .minutes("length_min", "how long it is", |row| row.1.length())
        .text(
            "usable",
            "whether it is at least min_block long",
            move |row| {
                if row.1.length() >= min_block { "yes" } else { "no" }
            },
        )
        .finish()
}

pub fn conflicts(results: &Results) -> Result<Table, TableError> {
    Definition::new("conflicts", "two rows of one person that cannot both be kept, on one date", &results.conflicts)
        .text("staff", "the person", |conflict| &results.person(conflict.staff).label)
        .date("date", "the date", |conflict| conflict.span.day())
        .made("start", "when both hold", |conflict| start_time(conflict.span))
        .made("end", "until when", |conflict| end_time(conflict.span))
        .minutes("length_min", "how long", |conflict| conflict.span.length())
        .text("conflict", "what clashes", |conflict| conflict.kind.in_words())
        .count("line", "the line of the one row in desk-schedule.csv", |conflict| {
            usize::try_from(conflict.lines.0).unwrap_or(0)
        })
        .count("other_line", "the line of the other", |conflict| usize::try_from(conflict.lines.1).unwrap_or(0))
        .finish()
}

pub fn staff_overlap(results: &Results) -> Result<Table, TableError> {
    Definition::new(
        "staff_overlap",
        "time that two people of a branch share off the desk, at least min_block at a stretch",
        &results.pairs,
    )
    .text("branch", "the branch", |pair| results.branch_name(pair.branch))
    .text("staff", "the one", |pair| &results.person(pair.a).label)
    .text("with", "the other", |pair| &results.person(pair.b).label)
    .minutes("shared_min", "how much", |pair| pair.shared)
    .finish()
}

pub fn department_overlap(results: &Results) -> Result<Table, TableError> {
    Definition::new("department_overlap", "the same between two departments, or within one", &results.departments)
        .text("branch", "the branch", |pair| results.branch_name(pair.branch))
        .text("department", "the one", |pair| &pair.a)
        .text("with", "the other", |pair| &pair.b)
        .count("pairs", "how many pairs of people", |pair| pair.n_pairs)
        .minutes("shared_pair_min", "summed over the pairs", |pair| pair.shared)
        .minutes("any_pair_min", "time in which at least one pair is free together", |pair| pair.any_pair)
        .finish()
}

pub fn common_slots(results: &Results) -> Result<Table, TableError> {
    let people = |slot: &CommonSlot| {
        slot.people
            .iter()
            .map(|staff: &StaffId| results.person(*staff).label.as_str())
            .collect::<Vec<&str>>()
            .join("; ")
    };
    Definition::new(
        "common_slots",
        "a time at which a named group, or the most people of a week, are off the desk together",
        &results.common,
    )
    .text("branch", "the branch", |slot| results.branch_name(slot.branch))
    .text("group", "the group of the settings; `most people` for the best time of a week", |slot| {
        slot.group.as_deref().unwrap_or("most people")
    })
    .date("date", "the date", |slot| slot.span.day())
    .text("weekday", "its day of the week", |slot| weekday(slot.span.day().weekday()))
    .made("start", "when it starts", |slot| start_time(slot.span))
    .made("end", "when it ends", |slot| end_time(slot.span))
    .minutes("length_min", "how long it is", |slot| slot.span.length())
    .count("people", "how many are free", |slot| slot.people.len())
    .made("who", "who they are", people)
    .finish()
}

pub fn sources(results: &Results) -> Result<Table, TableError> {
    let shown = |source: &SourceRow| source.staff.map_or(String::new(), |staff| results.person(staff).label.clone());
    Definition::new(
        "sources",
        "one imported row of the study, and the cell of the source that it was made of",
        &results.sources,
    )
    .text("file", "the study's file", |source| source.file)
    .count("line", "the row's line in it", |source| usize::try_from(source.line).unwrap_or(0))
    .text("branch", "the branch, of a schedule row", |source| {
        source.branch.map_or("", |branch| results.branch_name(branch))
    })
    .made("staff", "the person, of a schedule row", shown)
    .text("source", "the profile of the import, in imports.toml", |source| &source.source)
    .text("source_cell", "the source file, its sheet and the cell", |source| &source.cell)
    .finish()
}
