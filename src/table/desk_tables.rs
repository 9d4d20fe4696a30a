//! Tables of desks and of the week by half hours.

use super::cell::{round, weekday};
use super::define::Definition;
use super::{Table, TableError};
use crate::analysis::{Results, SLOTS_A_DAY};
use crate::finding::half_hour;
use crate::say;
use crate::study::rule_days;
use crate::time::{ClockTime, Minutes};

pub fn desk_cover(results: &Results) -> Result<Table, TableError> {
    Definition::new("desk_cover", say!("table-desk-cover"), &results.desk_cover)
        .text("branch", say!("column-branch"), |cover| results.branch_name(cover.branch))
        .text("desk", say!("column-desk"), |cover| results.desk_name(cover.desk))
        .minutes("staffed_min", say!("column-desk-cover-staffed-min"), |cover| cover.staffed)
        .minutes("person_min", say!("column-desk-cover-person-min"), |cover| cover.person)
        .minutes("under_minimum_min", say!("column-desk-cover-under-minimum-min"), |cover| cover.under_minimum)
        .minutes("missing_person_min", say!("column-desk-cover-missing-person-min"), |cover| cover.missing_person)
        .minutes("above_minimum_person_min", say!("column-desk-cover-above-minimum-person-min"), |cover| {
            cover.above_minimum_person
        })
        .minutes("while_closed_person_min", say!("column-desk-cover-while-closed-person-min"), |cover| {
            cover.while_closed_person
        })
        .minutes("open_min", say!("column-open-min"), |cover| cover.open)
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
    Definition::new("desk_grid", say!("table-desk-grid"), &rows)
        .text("branch", say!("column-branch"), |row| results.branch_name(cover(row).branch))
        .text("desk", say!("column-desk"), |row| results.desk_name(cover(row).desk))
        .text("weekday", say!("column-desk-grid-weekday"), |row| weekday(row.1))
        .made("half_hour", say!("column-half-hour"), |row| half_hour(row.2))
        .count("dates", say!("column-dates"), move |row| weekdays[row.1])
        .minutes("open_min", say!("column-open-min"), |row| cover(row).open_grid.at(row.1, row.2))
        .minutes("person_min", say!("column-person-min"), |row| cover(row).people.at(row.1, row.2))
        .minutes("minimum_person_min", say!("column-desk-grid-minimum-person-min"), |row| {
            cover(row).minimum.at(row.1, row.2)
        })
        .minutes("under_minimum_min", say!("column-desk-grid-under-minimum-min"), |row| {
            cover(row).under.at(row.1, row.2)
        })
        .minutes("above_minimum_person_min", say!("column-desk-grid-above-minimum-person-min"), |row| {
            cover(row).above.at(row.1, row.2)
        })
        .decimal("people_avg", say!("column-desk-grid-people-avg"), move |row| {
            Some(round(cover(row).average(row.1, row.2, weekdays[row.1])))
        })
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
    Definition::new("week_grid", say!("table-week-grid"), &rows)
        .text("branch", say!("column-branch"), |row| &by_branch[row.0].0)
        .text("weekday", say!("column-desk-grid-weekday"), |row| weekday(row.1))
        .made("half_hour", say!("column-half-hour"), |row| half_hour(row.2))
        .count("dates", say!("column-dates"), move |row| weekdays[row.1])
        .minutes("open_min", say!("column-open-min"), |row| grids(row).open.at(row.1, row.2))
        .minutes("stakeholder_min", say!("column-week-grid-stakeholder-min"), |row| {
            grids(row).partners.at(row.1, row.2)
        })
        .maybe_minutes("releasable_person_min", say!("column-week-grid-releasable-person-min"), move |row| {
            free(grids(row).releasable.at(row.1, row.2))
        })
        .minutes("off_desk_person_min", say!("column-week-grid-off-desk-person-min"), |row| {
            grids(row).off_desk.at(row.1, row.2)
        })
        .maybe_minutes("both_min", say!("column-week-grid-both-min"), move |row| free(grids(row).both.at(row.1, row.2)))
        .finish()
}

pub fn quiet_desk(results: &Results) -> Result<Table, TableError> {
    Definition::new("quiet_desk", say!("table-quiet-desk"), &results.quiet)
        .text("branch", say!("column-branch"), |quiet| results.branch_name(quiet.branch))
        .text("desk", say!("column-desk"), |quiet| results.desk_name(quiet.desk))
        .made("day", say!("column-quiet-desk-day"), |quiet| rule_days(quiet.day))
        .made("start", say!("column-quiet-desk-start"), |quiet| ClockTime(quiet.start).to_string())
        .made("end", say!("column-end"), |quiet| ClockTime(quiet.end).to_string())
        .count("dates", say!("column-quiet-desk-dates"), |quiet| quiet.n_dates)
        .count("transactions", say!("column-quiet-desk-transactions"), |quiet| {
            usize::try_from(quiet.n_transactions).unwrap_or(usize::MAX)
        })
        .minutes("person_min", say!("column-person-min"), |quiet| quiet.person)
        .minutes("above_minimum_person_min", say!("column-quiet-desk-above-minimum-person-min"), |quiet| {
            quiet.above_minimum_person
        })
        .decimal("transactions_an_hour", say!("column-quiet-desk-transactions-an-hour"), |quiet| {
            quiet.transactions_an_hour().map(round)
        })
        .finish()
}
