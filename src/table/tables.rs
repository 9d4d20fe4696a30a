//! Every table, in order, column by column.

use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{CommonSlot, Outcome, Results, SLOTS_A_DAY, StakeholderOutcomes, TimeTotals};
use crate::finding::{Finding, half_hour};
use crate::study::{Activity, BranchId, PeopleShown, StaffId};
use crate::time::{ClockTime, DayRule, Minutes, Span, WEEKDAY_NAMES};

/// The names of all tables, in order.
pub const TABLE_NAMES: [&str; 19] = [
    "findings",
    "staff_time",
    "role_time",
    "staff_weeks",
    "blocks",
    "stakeholder_outcomes",
    "tentative_outcomes",
    "outcomes_by_weekday",
    "contact_slots",
    "desk_cover",
    "desk_grid",
    "week_grid",
    "conflicts",
    "staff_overlap",
    "department_overlap",
    "common_slots",
    "hours_options",
    "quiet_desk",
    "duties",
];

/// Lists of single events longer than this are left out unless they are asked for by name: nobody reads them, and past
/// a million rows no spreadsheet opens them.
pub const LIST_ROWS: usize = 100_000;

/// Whether a table lists single events, one row each.
#[must_use]
pub fn is_list(name: &str) -> bool {
    matches!(name, "blocks" | "contact_slots" | "conflicts" | "staff_weeks" | "common_slots")
}

/// Whether a table has rows for single half hours, and so many of them in a large system.
fn is_grid(name: &str) -> bool {
    matches!(name, "desk_grid" | "week_grid")
}

/// The tables of the results; with `only`, just those. Sentences say which are left out and why.
///
/// # Errors
/// When polars refuses a frame.
pub fn tables(
    results: &Results,
    findings: &[Finding],
    only: &[String],
) -> Result<(Vec<Table>, Vec<String>), TableError> {
    let mut tables = Vec::new();
    let mut left_out = Vec::new();
    let is_public = results.settings.people_shown == PeopleShown::Public;
    for name in TABLE_NAMES {
        let is_asked = only.iter().any(|asked| asked == name);
        if !only.is_empty() && !is_asked {
            continue;
        }
        let n_rows = if is_list(name) || is_grid(name) { list_length(results, name) } else { 0 };
        if is_public && (is_list(name) || name == "staff_overlap") {
            left_out.push(format!("`{name}` is left out of a public packet: its rows are single people."));
        } else if n_rows > LIST_ROWS && !is_asked {
            left_out.push(format!("`{name}` would have {n_rows} rows and is left out; narrow the study with --branch, --from or --to, or ask for it with --tables {name}."));
        } else {
            tables.push(table(results, findings, name)?);
        }
    }
    Ok((tables, left_out))
}

fn list_length(results: &Results, name: &str) -> usize {
    match name {
        "blocks" => results.blocks.len(),
        "contact_slots" => results.slots.len(),
        "conflicts" => results.conflicts.len(),
        "staff_weeks" => results.staff_weeks.len(),
        "common_slots" => results.common.len(),
        // at most, and near enough: a branch is open for some twenty half hours a day
        "desk_grid" => results.desk_cover.len() * 7 * 20,
        "week_grid" => results.grids.len() * 7 * 24,
        _ => 0,
    }
}

fn table(results: &Results, findings: &[Finding], name: &str) -> Result<Table, TableError> {
    match name {
        "findings" => findings_table(findings),
        "staff_time" if results.settings.people_shown == PeopleShown::Public => public_staff_time(results),
        "staff_time" => staff_time(results),
        "role_time" => role_time(results, "role_time"),
        "staff_weeks" => staff_weeks(results),
        "blocks" => blocks(results),
        "stakeholder_outcomes" => outcomes(results, "stakeholder_outcomes", &results.outcomes),
        "tentative_outcomes" => outcomes(results, "tentative_outcomes", &results.tentative),
        "outcomes_by_weekday" => outcomes_by_weekday(results),
        "contact_slots" => contact_slots(results),
        "desk_cover" => desk_cover(results),
        "desk_grid" => desk_grid(results),
        "week_grid" => week_grid(results),
        "conflicts" => conflicts(results),
        "staff_overlap" => staff_overlap(results),
        "department_overlap" => department_overlap(results),
        "common_slots" => common_slots(results),
        "hours_options" => hours_options(results),
        "quiet_desk" => quiet_desk(results),
        _ => duties(results),
    }
}

fn start_time(span: Span) -> String {
    span.clock_times().0.to_string()
}

fn end_time(span: Span) -> String {
    span.clock_times().1.to_string()
}

fn weekday(index: usize) -> &'static str {
    WEEKDAY_NAMES[index % 7]
}

fn findings_table(findings: &[Finding]) -> Result<Table, TableError> {
    Definition::new("findings", "a claim of the report, the ones that matter most first", findings)
        .text("finding", "a word for the kind of claim", |finding| finding.key)
        .text("sentence", "the claim", |finding| &finding.sentence)
        .decimal("value", "its number", |finding| Some(finding.value))
        .decimal("at_most", "its number where working hours that are not given are all open hours", |finding| {
            finding.at_most
        })
        .text("unit", "the unit of the number", |finding| finding.unit)
        .text("table", "the table in which its rows stand", |finding| finding.table)
        .finish()
}

fn staff_time(results: &Results) -> Result<Table, TableError> {
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
    .minutes("desk_min", "on desks", |account| account.desk())
    .minutes(
        "other_duties_min",
        "on other duties: meals, breaks, meetings, programs, planning, assessment, training, outreach, travel, other",
        |account| account.other_duties(),
    )
    .minutes("off_desk_min", "at work, and neither on a desk nor on another duty", |account| account.off_desk())
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

/// For the public there are no rows of single people: roles stand in their place.
fn public_staff_time(results: &Results) -> Result<Table, TableError> {
    role_time(results, "staff_time")
}

fn role_time(results: &Results, name: &'static str) -> Result<Table, TableError> {
    let rows: Vec<(BranchId, String, TimeTotals)> = results.time_by_branch_and_role();
    Definition::new(name, "the accounts of everybody in one role at one branch", &rows)
        .text("branch", "the branch", |row| results.branch_name(row.0))
        .text("role", "the role", |row| &row.1)
        .count("people", "how many people", |row| row.2.n_accounts)
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

fn round(hours: f64) -> f64 {
    (hours * 100.0).round() / 100.0
}

fn staff_weeks(results: &Results) -> Result<Table, TableError> {
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

fn blocks(results: &Results) -> Result<Table, TableError> {
    let min_block = Minutes(i64::from(results.settings.min_block));
    Definition::new("blocks", "one block of off-desk time", &results.blocks)
        .text("branch", "the branch", |block| results.branch_name(block.branch))
        .text("staff", "the person", |block| &results.person(block.staff).label)
        .date("date", "the date on which it starts", |block| block.span.day())
        .text("weekday", "its day of the week", |block| weekday(block.span.day().weekday()))
        .made("start", "when it starts", |block| start_time(block.span))
        .made("end", "when it ends; 24:00 or later where it crosses midnight", |block| end_time(block.span))
        .minutes("length_min", "how long it is", |block| block.span.length())
        .text("usable", "whether it is at least min_block long", move |block| {
            if block.span.length() >= min_block { "yes" } else { "no" }
        })
        .finish()
}

fn outcomes<'a>(
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
        Outcome::Pinned => "an eligible person is off-desk, and the building minimum keeps them in",
        Outcome::OtherDuties => "an eligible person is on shift, on other duties",
        Outcome::DeskSpare => "eligible people are at desks, one of which has more people than its minimum",
        Outcome::DeskNeeded => "eligible people are at desks, each at or under its minimum",
        Outcome::Unknown => "working hours of an eligible person are not given, and nothing is assumed",
        Outcome::Unstaffed => "the library is open and no eligible person is on shift",
        Outcome::Closed => "the library is closed and no eligible person is on shift; for host, whenever it is closed",
    }
}

fn outcomes_by_weekday(results: &Results) -> Result<Table, TableError> {
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

fn contact_slots(results: &Results) -> Result<Table, TableError> {
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

fn desk_cover(results: &Results) -> Result<Table, TableError> {
    Definition::new(
        "desk_cover",
        "one desk over the period; minimums count while the library is open",
        &results.desk_cover,
    )
    .text("branch", "the branch", |cover| results.branch_name(cover.branch))
    .text("desk", "the desk", |cover| results.desk_name(cover.desk))
    .minutes("staffed_min", "somebody is on the desk, open or not", |cover| cover.staffed)
    .minutes("person_min", "person-minutes on the desk, open or not", |cover| cover.person)
    .minutes("under_minimum_min", "open, with fewer people than the minimum", |cover| cover.under_minimum)
    .minutes("missing_person_min", "person-minutes missing to the minimum", |cover| cover.missing_person)
    .minutes("above_minimum_person_min", "person-minutes above the minimum, while open", |cover| {
        cover.above_minimum_person
    })
    .minutes("while_closed_person_min", "person-minutes on the desk while closed", |cover| cover.while_closed_person)
    .minutes("open_min", "the library is open", |cover| cover.open)
    .finish()
}

fn desk_grid(results: &Results) -> Result<Table, TableError> {
    let rows: Vec<(usize, usize, usize)> = (0..results.desk_cover.len())
        .flat_map(|desk| (0..7).flat_map(move |day| (0..SLOTS_A_DAY).map(move |slot| (desk, day, slot))))
        .filter(|(desk, day, slot)| {
            let cover = &results.desk_cover[*desk];
            !cover.people.at(*day, *slot).is_zero() || !cover.minimum.at(*day, *slot).is_zero()
        })
        .collect();
    let cover = |row: &(usize, usize, usize)| &results.desk_cover[row.0];
    let weekdays = n_weekdays(results);
    Definition::new("desk_grid", "one half hour of the week at one desk, summed over the period", &rows)
        .text("branch", "the branch", |row| results.branch_name(cover(row).branch))
        .text("desk", "the desk", |row| results.desk_name(cover(row).desk))
        .text("weekday", "the day", |row| weekday(row.1))
        .made("half_hour", "the half hour", |row| half_hour(row.2))
        .count("dates", "on how many dates of the period this half hour occurs", move |row| weekdays[row.1])
        .minutes("open_min", "the library is open", |row| cover(row).open_grid.at(row.1, row.2))
        .minutes("person_min", "person-minutes on the desk", |row| cover(row).people.at(row.1, row.2))
        .minutes("minimum_person_min", "person-minutes that the minimum asks for", |row| {
            cover(row).minimum.at(row.1, row.2)
        })
        .minutes("under_minimum_min", "minutes under the minimum", |row| cover(row).under.at(row.1, row.2))
        .minutes("above_minimum_person_min", "person-minutes above the minimum", |row| {
            cover(row).above.at(row.1, row.2)
        })
        .decimal(
            "people_avg",
            "people on the desk, on average over the dates on which the library is open then",
            move |row| Some(round(cover(row).average(row.1, row.2, weekdays[row.1]))),
        )
        .finish()
}

fn n_weekdays(results: &Results) -> [usize; 7] {
    std::array::from_fn(|day| results.period.n_weekdays(day))
}

fn week_grid(results: &Results) -> Result<Table, TableError> {
    let rows: Vec<(usize, usize, usize)> = (0..results.grids.len())
        .flat_map(|branch| (0..7).flat_map(move |day| (0..SLOTS_A_DAY).map(move |slot| (branch, day, slot))))
        .filter(|(branch, day, slot)| {
            let grids = &results.grids[*branch];
            [&grids.open, &grids.partners, &grids.off_desk].iter().any(|grid| !grid.at(*day, *slot).is_zero())
        })
        .collect();
    let grids = |row: &(usize, usize, usize)| &results.grids[row.0];
    let weekdays = n_weekdays(results);
    Definition::new("week_grid", "one half hour of the week at one branch, summed over the period", &rows)
        .text("branch", "the branch", |row| results.branch_name(grids(row).branch))
        .text("weekday", "the day", |row| weekday(row.1))
        .made("half_hour", "the half hour", |row| half_hour(row.2))
        .count("dates", "on how many dates of the period this half hour occurs", move |row| weekdays[row.1])
        .minutes("open_min", "the library is open", |row| grids(row).open.at(row.1, row.2))
        .minutes("stakeholder_min", "stakeholder-minutes of firm windows", |row| grids(row).partners.at(row.1, row.2))
        .minutes("releasable_person_min", "person-minutes of eligible people who may leave", |row| {
            grids(row).releasable.at(row.1, row.2)
        })
        .minutes("off_desk_person_min", "person-minutes of everybody off the desk", |row| {
            grids(row).off_desk.at(row.1, row.2)
        })
        .minutes("both_min", "minutes in which a stakeholder can meet and somebody may leave", |row| {
            grids(row).both.at(row.1, row.2)
        })
        .finish()
}

fn conflicts(results: &Results) -> Result<Table, TableError> {
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

fn staff_overlap(results: &Results) -> Result<Table, TableError> {
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

fn department_overlap(results: &Results) -> Result<Table, TableError> {
    Definition::new("department_overlap", "the same between two departments, or within one", &results.departments)
        .text("branch", "the branch", |pair| results.branch_name(pair.branch))
        .text("department", "the one", |pair| &pair.a)
        .text("with", "the other", |pair| &pair.b)
        .count("pairs", "how many pairs of people", |pair| pair.n_pairs)
        .minutes("shared_pair_min", "summed over the pairs", |pair| pair.shared)
        .minutes("any_pair_min", "time in which at least one pair is free together", |pair| pair.any_pair)
        .finish()
}

fn common_slots(results: &Results) -> Result<Table, TableError> {
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

fn hours_options(results: &Results) -> Result<Table, TableError> {
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

fn quiet_desk(results: &Results) -> Result<Table, TableError> {
    let days = |day: DayRule| match day {
        DayRule::On(date) => date.to_string(),
        DayRule::Weekly(days, _) => days.to_string(),
    };
    Definition::new("quiet_desk", "one row of traffic beside the staffing of its desk, over the period", &results.quiet)
        .text("branch", "the branch", |quiet| results.branch_name(quiet.branch))
        .text("desk", "the desk", |quiet| results.desk_name(quiet.desk))
        .made("day", "on which days", move |quiet| days(quiet.day))
        .made("start", "from when", |quiet| ClockTime(quiet.start).to_string())
        .made("end", "until when", |quiet| ClockTime(quiet.end).to_string())
        .count("dates", "on how many dates", |quiet| quiet.n_dates)
        .count("transactions", "transactions on all of these dates", |quiet| {
            usize::try_from(quiet.n_transactions).unwrap_or(usize::MAX)
        })
        .minutes("person_min", "person-minutes on the desk", |quiet| quiet.person)
        .minutes("above_minimum_person_min", "person-minutes above its minimum", |quiet| quiet.above_minimum_person)
        .decimal("transactions_an_hour", "transactions for each person-hour on the desk", |quiet| {
            quiet.transactions_an_hour().map(round)
        })
        .finish()
}

fn duties(results: &Results) -> Result<Table, TableError> {
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
        .maybe_minutes("scheduled_min", "the same in minutes, over everybody in the role", |duty| duty.scheduled)
        .minutes("on_shift_min", "time on shift of everybody in the role", |duty| duty.on_shift)
        .finish()
}
