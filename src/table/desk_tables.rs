//! Tables of desks and of the week by half hours.

use super::cell::{round, weekday};
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Results, SLOTS_A_DAY};
use crate::finding::half_hour;
use crate::time::{ClockTime, DayRule, Minutes};

pub fn desk_cover(results: &Results) -> Result<Table, TableError> {
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

pub fn desk_grid(results: &Results) -> Result<Table, TableError> {
    let rows: Vec<(usize, usize, usize)> = (0..results.desk_cover.len())
        .flat_map(|desk| (0..7).flat_map(move |day| (0..SLOTS_A_DAY).map(move |slot| (desk, day, slot))))
        .filter(|(desk, day, slot)| {
            let cover = &results.desk_cover[*desk];
            !cover.people.at(*day, *slot).is_zero() || !cover.open_grid.at(*day, *slot).is_zero()
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

pub fn n_weekdays(results: &Results) -> [usize; 7] {
    std::array::from_fn(|day| results.period.n_weekdays(day))
}

pub fn week_grid(results: &Results) -> Result<Table, TableError> {
    let by_branch = results.grids_by_branch();
    let rows: Vec<(usize, usize, usize)> = (0..by_branch.len())
        .flat_map(|branch| (0..7).flat_map(move |day| (0..SLOTS_A_DAY).map(move |slot| (branch, day, slot))))
        .filter(|(branch, day, slot)| {
            let grids = &by_branch[*branch].1;
            [&grids.open, &grids.partners, &grids.off_desk].iter().any(|grid| !grid.at(*day, *slot).is_zero())
        })
        .collect();
    let grids = |row: &(usize, usize, usize)| by_branch[row.0].1.as_ref();
    let weekdays = n_weekdays(results);
    // one person's free time stands in no public packet
    let free = |minutes: Minutes| (!results.merged.hides_free_time).then_some(minutes);
    Definition::new("week_grid", "one half hour of the week at one branch, summed over the period", &rows)
        .text("branch", "the branch", |row| &by_branch[row.0].0)
        .text("weekday", "the day", |row| weekday(row.1))
        .made("half_hour", "the half hour", |row| half_hour(row.2))
        .count("dates", "on how many dates of the period this half hour occurs", move |row| weekdays[row.1])
        .minutes("open_min", "the library is open", |row| grids(row).open.at(row.1, row.2))
        .minutes("stakeholder_min", "stakeholder-minutes of firm windows", |row| grids(row).partners.at(row.1, row.2))
        .maybe_minutes("releasable_person_min", "person-minutes of eligible people who may leave", move |row| {
            free(grids(row).releasable.at(row.1, row.2))
        })
        .minutes("off_desk_person_min", "person-minutes of everybody off the desk", |row| {
            grids(row).off_desk.at(row.1, row.2)
        })
        .maybe_minutes("both_min", "minutes in which a stakeholder can meet and somebody may leave", move |row| {
            free(grids(row).both.at(row.1, row.2))
        })
        .finish()
}

pub fn quiet_desk(results: &Results) -> Result<Table, TableError> {
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
