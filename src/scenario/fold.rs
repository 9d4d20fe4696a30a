//! Which weekly rows say the same as many dated ones? For a schedule that a person keeps: what repeats is written once,
//! what differs on a date is written for that date.

use super::dated_row::{DatedRow, on_dates};
use crate::study::{Activity, BranchId, DeskId, ScheduleRow, StaffId, Study};
use crate::time::{Day, DayRule, Minute, Period, WeekSet, WeekdaySet};
use std::collections::{BTreeMap, BTreeSet};

/// One row of a day, in minutes of the day.
type RowOfDay = (u16, u16, Activity, BranchId, DeskId);

/// A study's schedule over a period in as few rows as its weeks allow: people in the order of names, each in the order of
/// the week. On every date of the period it says what the study says.
#[must_use]
pub fn folded(study: &Study, period: &Period) -> Vec<ScheduleRow> {
    let people: BTreeSet<StaffId> = study.schedule_rows().map(|row| row.staff).collect();
    people.into_iter().flat_map(|staff| folded_person(study, period, staff)).collect()
}

fn folded_person(study: &Study, period: &Period, staff: StaffId) -> Vec<ScheduleRow> {
    let rotation = study.settings.rotation.filter(|rotation| rotation.n_weeks > 1);
    let mut rows_of: BTreeMap<Day, Vec<RowOfDay>> = period.days().iter().map(|day| (*day, Vec::new())).collect();
    for row in on_dates(study, period, staff) {
        if let Some(rows) = rows_of.get_mut(&row.day) {
            rows.push(of_day(&row));
        }
    }
    for (day, rows) in &mut rows_of {
        if study.hours_not_given.contains(&(staff, *day)) {
            keep_the_day_as_long(rows);
        }
        rows.sort_unstable();
    }
    let mut weekly: Vec<ScheduleRow> = Vec::new();
    let mut dated: Vec<ScheduleRow> = Vec::new();
    for weekday in 0..7 {
        let dates: Vec<(&Day, &Vec<RowOfDay>)> = rows_of.iter().filter(|(day, _)| day.weekday() == weekday).collect();
        let weeks: BTreeSet<u8> =
            dates.iter().map(|(day, _)| rotation.map_or(0, |rotation| rotation.week_of(**day))).collect();
        let of_week = |week: u8| -> Vec<(Day, &Vec<RowOfDay>)> {
            let is_in = |day: Day| rotation.is_none_or(|rotation| rotation.week_of(day) == week);
            dates.iter().filter(|(day, _)| is_in(**day)).map(|(day, rows)| (**day, *rows)).collect()
        };
        let usual: Vec<(u8, Option<Vec<RowOfDay>>)> =
            weeks.iter().map(|week| (*week, usual_rows(&of_week(*week)))).collect();
        for (week, rows) in &usual {
            for (day, own) in of_week(*week) {
                let rest = rest_of(own, rows.as_deref().unwrap_or(&[]));
                dated.extend(rest.into_iter().map(|row| schedule_row(staff, DayRule::On(day), row)));
            }
        }
        weekly.extend(of_weekday(staff, weekday, &usual, rotation.map_or(1, |rotation| rotation.n_weeks)));
    }
    weekly.extend(dated);
    weekly
}

/// On a date without a shift, an off-desk row of a released turn would say that all other time is not worked. It goes;
/// where the day would be shorter without it, a shift says how long the day is.
fn keep_the_day_as_long(rows: &mut Vec<RowOfDay>) {
    let hull = |rows: &[RowOfDay]| {
        let there = rows.iter().filter(|row| row.2 != Activity::Leave);
        Some((there.clone().map(|row| row.0).min()?, there.map(|row| row.1).max()?))
    };
    let before = hull(rows);
    let branch = rows.first().map(|row| row.3);
    rows.retain(|row| row.2 != Activity::OffDesk);
    if let (Some((start, end)), Some(branch), true) = (before, branch, hull(rows) != before) {
        rows.push((start, end, Activity::Shift, branch, DeskId::default()));
    }
}

fn of_day(row: &DatedRow) -> RowOfDay {
    let minute = |at: Minute| u16::try_from((at - row.day.start()).0).unwrap_or(0);
    let desk = if row.activity == Activity::Desk { row.desk } else { DeskId::default() };
    (minute(row.span.start), minute(row.span.end), row.activity, row.branch, desk)
}

/// The rows that most of some dates have, if every other date can say that it differs; none where they cannot.
fn usual_rows(dates: &[(Day, &Vec<RowOfDay>)]) -> Option<Vec<RowOfDay>> {
    let mut n_of: BTreeMap<&Vec<RowOfDay>, usize> = BTreeMap::new();
    for (_, rows) in dates {
        *n_of.entry(rows).or_default() += 1;
    }
    let (usual, n) = n_of.iter().max_by_key(|(rows, n)| (**n, rows.len()))?;
    let can_differ = |rows: &Vec<RowOfDay>| {
        rows == *usual || rows.iter().any(|row| row.2.replaces_weekday_rows()) || is_more_only(rows, usual)
    };
    let is_sound = !usual.is_empty() && dates.iter().all(|(_, rows)| can_differ(rows));
    (is_sound && (*n > 1 || dates.len() == 1)).then(|| (*usual).clone())
}

/// Whether a date has all the usual rows, and more that are added on top of them.
fn is_more_only(rows: &[RowOfDay], usual: &[RowOfDay]) -> bool {
    usual.iter().all(|row| rows.contains(row))
        && rows.iter().filter(|row| !usual.contains(row)).all(|row| !row.2.replaces_weekday_rows())
}

/// What a date must write besides the usual rows: nothing, what is added to them, or all of its rows.
fn rest_of(own: &[RowOfDay], usual: &[RowOfDay]) -> Vec<RowOfDay> {
    if is_more_only(own, usual) {
        return own.iter().filter(|row| !usual.contains(row)).copied().collect();
    }
    own.to_vec()
}

/// The usual rows of a weekday, those of every week once.
fn of_weekday(staff: StaffId, weekday: usize, usual: &[(u8, Option<Vec<RowOfDay>>)], n_weeks: u8) -> Vec<ScheduleRow> {
    let days = WeekdaySet::range(weekday, weekday);
    let mut weeks_of: BTreeMap<RowOfDay, WeekSet> = BTreeMap::new();
    for (week, rows) in usual {
        for row in rows.iter().flatten() {
            let weeks = weeks_of.entry(*row).or_default();
            *weeks = weeks.with(*week);
        }
    }
    let every = (0..n_weeks).fold(WeekSet::EVERY, WeekSet::with);
    weeks_of
        .into_iter()
        .map(|(row, weeks)| {
            let weeks = if n_weeks == 1 || weeks == every { WeekSet::EVERY } else { weeks };
            schedule_row(staff, DayRule::Weekly(days, weeks), row)
        })
        .collect()
}

fn schedule_row(staff: StaffId, day: DayRule, (start, end, activity, branch, desk): RowOfDay) -> ScheduleRow {
    ScheduleRow { staff, day, line: 0, branch, desk, start, end, validity: 0, activity }
}
