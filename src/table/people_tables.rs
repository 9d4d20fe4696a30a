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
    Definition::new("staff_time", say!("table-staff-time"), &results.staff_time)
        .text("branch", say!("column-branch"), |account| results.branch_name(account.branch))
        .text("staff", say!("column-staff-time-staff"), |account| &results.person(account.staff).label)
        .text("role", say!("column-role"), |account| &results.person(account.staff).role)
        .text("department", say!("column-staff-time-department"), |account| &results.person(account.staff).department)
        .minutes("on_shift_min", say!("column-on-shift-min"), |account| account.on_shift)
        .minutes("desk_min", say!("column-desk-min"), StaffTime::desk)
        .minutes("other_duties_min", say!("column-staff-time-other-duties-min"), StaffTime::other_duties)
        .minutes("off_desk_min", say!("column-staff-time-off-desk-min"), StaffTime::off_desk)
        .minutes("usable_min", say!("column-usable-min"), |account| account.usable)
        .minutes("fragments_min", say!("column-fragments-min"), |account| account.fragments)
        .minutes("meal_min", say!("column-staff-time-meal-min"), |account| account.by_activity[Activity::Meal.index()])
        .minutes("break_min", say!("column-staff-time-break-min"), |account| {
            account.by_activity[Activity::Break.index()]
        })
        .minutes("meeting_min", say!("column-staff-time-meeting-min"), |account| {
            account.by_activity[Activity::Meeting.index()]
        })
        .minutes("program_min", say!("column-staff-time-program-min"), |account| {
            account.by_activity[Activity::Program.index()]
        })
        .minutes("planning_min", say!("column-planning-min"), |account| account.by_activity[Activity::Planning.index()])
        .minutes("assessment_min", say!("column-assessment-min"), |account| {
            account.by_activity[Activity::Assessment.index()]
        })
        .minutes("training_min", say!("column-staff-time-training-min"), |account| {
            account.by_activity[Activity::Training.index()]
        })
        .minutes("outreach_min", say!("column-staff-time-outreach-min"), |account| {
            account.by_activity[Activity::Outreach.index()]
        })
        .minutes("travel_min", say!("column-staff-time-travel-min"), |account| {
            account.by_activity[Activity::Travel.index()]
        })
        .minutes("other_min", say!("column-staff-time-other-min"), |account| {
            account.by_activity[Activity::Other.index()]
        })
        .minutes("in_blocks_of_90_min", say!("column-staff-time-in-blocks-of-90-min"), |account| {
            account.in_blocks_of_90
        })
        .minutes("in_blocks_of_120_min", say!("column-staff-time-in-blocks-of-120-min"), |account| {
            account.in_blocks_of_120
        })
        .count("blocks", say!("column-staff-time-blocks"), |account| account.n_blocks)
        .count("usable_blocks", say!("column-staff-time-usable-blocks"), |account| account.n_usable_blocks)
        .minutes("longest_block_min", say!("column-staff-time-longest-block-min"), |account| account.longest_block)
        .decimal("longest_block_a_day_avg_min", say!("column-staff-time-longest-block-a-day-avg-min"), |account| {
            Some(account.longest_by_date.per(account.n_dates) * 60.0)
        })
        .count("dates", say!("column-staff-time-dates"), |account| account.n_dates)
        .count("assumed_dates", say!("column-staff-time-assumed-dates"), |account| account.n_assumed_dates)
        .maybe_minutes("off_desk_at_most_min", say!("column-staff-time-off-desk-at-most-min"), |account| {
            results.staff_time_at_most(account).map(crate::analysis::StaffTime::off_desk)
        })
        .maybe_minutes("usable_at_most_min", say!("column-staff-time-usable-at-most-min"), |account| {
            results.staff_time_at_most(account).map(|most| most.usable)
        })
        .maybe_minutes("off_desk_by_hours_min", say!("column-staff-time-off-desk-by-hours-min"), off_desk_by_hours)
        .finish()
}

/// For the public there are no rows of single people: everybody at a branch stands in their place.
pub fn public_staff_time(results: &Results) -> Result<Table, TableError> {
    let by_branch = results.time_by_branch();
    let rows: Vec<Group> = by_branch.into_iter().map(|(branch, totals)| (branch, say!("all-staff"), totals)).collect();
    groups(results, "staff_time", &say!("table-branch-time"), &rows)
}

/// For the public, roles are not split by branch: at one branch, a role may be one person.
pub fn role_time(results: &Results) -> Result<Table, TableError> {
    if results.settings.people_shown == PeopleShown::Public {
        let by_role = results.time_by_role();
        let rows: Vec<Group> =
            by_role.into_iter().map(|(role, totals)| (results.whole_branch(), role, totals)).collect();
        return groups(results, "role_time", &say!("table-role-time"), &rows);
    }
    let named = |branch| results.branch_name(branch).to_owned();
    let by_both = results.time_by_branch_and_role();
    let rows: Vec<Group> = by_both.into_iter().map(|(branch, role, totals)| (named(branch), role, totals)).collect();
    groups(results, "role_time", &say!("table-role-time-at-branch"), &rows)
}

/// Branch, role and the accounts of their people.
type Group = (String, String, TimeTotals);

fn groups(results: &Results, name: &'static str, about: &str, rows: &[Group]) -> Result<Table, TableError> {
    Definition::new(name, about, rows)
        .text("branch", say!("column-branch"), |row| &row.0)
        .text("role", say!("column-role"), |row| &row.1)
        .count("people", say!("column-role-time-people"), |row| row.2.n_people)
        .minutes("on_shift_min", say!("column-on-shift-min"), |row| row.2.on_shift)
        .minutes("desk_min", say!("column-desk-min"), |row| row.2.desk())
        .minutes("other_duties_min", say!("column-other-duties-min"), |row| row.2.other_duties())
        .minutes("planning_min", say!("column-planning-min"), |row| row.2.by_activity[Activity::Planning.index()])
        .minutes("assessment_min", say!("column-assessment-min"), |row| row.2.by_activity[Activity::Assessment.index()])
        .minutes("off_desk_min", say!("column-role-time-off-desk-min"), |row| row.2.off_desk())
        .minutes("usable_min", say!("column-usable-min"), |row| row.2.usable)
        .minutes("fragments_min", say!("column-fragments-min"), |row| row.2.fragments)
        .decimal("on_shift_h_a_week", say!("column-role-time-on-shift-h-a-week"), |row| {
            Some(round(results.period.hours_a_week(row.2.on_shift)))
        })
        .decimal("desk_h_a_week", say!("column-role-time-desk-h-a-week"), |row| {
            Some(round(results.period.hours_a_week(row.2.desk())))
        })
        .decimal("usable_h_a_week", say!("column-role-time-usable-h-a-week"), |row| {
            Some(round(results.period.hours_a_week(row.2.usable)))
        })
        .decimal("fragments_h_a_week", say!("column-role-time-fragments-h-a-week"), |row| {
            Some(round(results.period.hours_a_week(row.2.fragments)))
        })
        .count("assumed_dates", say!("column-role-time-assumed-dates"), |row| row.2.n_assumed_dates)
        .finish()
}

pub fn staff_weeks(results: &Results) -> Result<Table, TableError> {
    let weeks = results.staff_weeks.to_vec();
    Definition::new("staff_weeks", say!("table-staff-weeks"), &weeks)
        .text("branch", say!("column-branch"), |week| results.branch_name(week.branch))
        .text("staff", say!("column-staff"), |week| &results.person(week.staff).label)
        .date("week_of", say!("column-staff-weeks-week-of"), |week| week.monday)
        .minutes("on_shift_min", say!("column-on-shift-min"), |week| week.on_shift)
        .minutes("desk_min", say!("column-desk-min"), |week| week.desk)
        .minutes("other_duties_min", say!("column-other-duties-min"), |week| week.other_duties)
        .minutes("usable_min", say!("column-staff-weeks-usable-min"), |week| week.usable)
        .minutes("fragments_min", say!("column-fragments-min"), |week| week.fragments)
        .finish()
}

pub fn blocks(results: &Results) -> Result<Table, TableError> {
    let min_block = Minutes(i64::from(results.settings.min_block));
    let rows: Vec<(&Blocks, Span)> =
        results.blocks.iter().flat_map(|blocks| blocks.spans.iter().map(move |span| (blocks, *span))).collect();
    Definition::new("blocks", say!("table-blocks"), &rows)
        .text("branch", say!("column-branch"), |row| results.branch_name(row.0.branch))
        .text("staff", say!("column-staff"), |row| &results.person(row.0.staff).label)
        .date("date", say!("column-blocks-date"), |row| row.1.day())
        .text("weekday", say!("column-weekday"), |row| weekday(row.1.day().weekday()))
        .made("start", say!("column-start"), |row| start_time(row.1))
        .made("end", say!("column-blocks-end"), |row| end_time(row.1))
        .minutes("length_min", say!("column-length-min"), |row| row.1.length())
        .text("usable", say!("column-blocks-usable"), move |row| if row.1.length() >= min_block { "yes" } else { "no" })
        .finish()
}

pub fn conflicts(results: &Results) -> Result<Table, TableError> {
    let conflicts = results.conflicts.to_vec();
    Definition::new("conflicts", say!("table-conflicts"), &conflicts)
        .text("staff", say!("column-staff"), |conflict| &results.person(conflict.staff).label)
        .date("date", say!("column-date"), |conflict| conflict.span.day())
        .made("start", say!("column-conflicts-start"), |conflict| start_time(conflict.span))
        .made("end", say!("column-end"), |conflict| end_time(conflict.span))
        .minutes("length_min", say!("column-conflicts-length-min"), |conflict| conflict.span.length())
        .text("conflict", say!("column-conflicts-conflict"), |conflict| conflict.kind.in_words())
        .count("line", say!("column-conflicts-line"), |conflict| usize::try_from(conflict.lines.0).unwrap_or(0))
        .count("other_line", say!("column-conflicts-other-line"), |conflict| {
            usize::try_from(conflict.lines.1).unwrap_or(0)
        })
        .finish()
}

pub fn staff_overlap(results: &Results) -> Result<Table, TableError> {
    Definition::new("staff_overlap", say!("table-staff-overlap"), &results.pairs)
        .text("branch", say!("column-branch"), |pair| results.branch_name(pair.branch))
        .text("staff", say!("column-staff-overlap-staff"), |pair| &results.person(pair.a).label)
        .text("with", say!("column-with"), |pair| &results.person(pair.b).label)
        .minutes("shared_min", say!("column-staff-overlap-shared-min"), |pair| pair.shared)
        .finish()
}

pub fn department_overlap(results: &Results) -> Result<Table, TableError> {
    Definition::new("department_overlap", say!("table-department-overlap"), &results.departments)
        .text("branch", say!("column-branch"), |pair| results.branch_name(pair.branch))
        .text("department", say!("column-department-overlap-department"), |pair| &pair.a)
        .text("with", say!("column-with"), |pair| &pair.b)
        .count("people", say!("column-department-overlap-people"), |pair| pair.n_people.0)
        .count("people_with", say!("column-department-overlap-people-with"), |pair| pair.n_people.1)
        .count("pairs", say!("column-department-overlap-pairs"), |pair| pair.n_pairs)
        .minutes("shared_pair_min", say!("column-department-overlap-shared-pair-min"), |pair| pair.shared)
        .minutes("any_pair_min", say!("column-department-overlap-any-pair-min"), |pair| pair.any_pair)
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
    Definition::new("common_slots", say!("table-common-slots"), &results.common)
        .text("branch", say!("column-branch"), |slot| results.branch_name(slot.branch))
        .text("group", say!("column-common-slots-group"), |slot| slot.group.as_deref().unwrap_or("most people"))
        .date("date", say!("column-date"), |slot| slot.span.day())
        .text("weekday", say!("column-weekday"), |slot| weekday(slot.span.day().weekday()))
        .made("start", say!("column-start"), |slot| start_time(slot.span))
        .made("end", say!("column-best-schedule-changes-end"), |slot| end_time(slot.span))
        .minutes("length_min", say!("column-length-min"), |slot| slot.span.length())
        .count("people", say!("column-common-slots-people"), |slot| slot.people.len())
        .made("who", say!("column-who"), people)
        .finish()
}

pub fn sources(results: &Results) -> Result<Table, TableError> {
    let shown = |source: &SourceRow| source.staff.map_or(String::new(), |staff| results.person(staff).label.clone());
    Definition::new("sources", say!("table-sources"), &results.sources)
        .text("file", say!("column-sources-file"), |source| source.file)
        .count("line", say!("column-sources-line"), |source| usize::try_from(source.line).unwrap_or(0))
        .text("branch", say!("column-sources-branch"), |source| {
            source.branch.map_or("", |branch| results.branch_name(branch))
        })
        .made("staff", say!("column-sources-staff"), shown)
        .text("source", say!("column-sources-source"), |source| &source.source)
        .text("source_cell", say!("column-sources-source-cell"), |source| &source.cell)
        .finish()
}
