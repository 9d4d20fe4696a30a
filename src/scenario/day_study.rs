//! What is one branch's day by itself? A small study of one date, with only the people, partners and rules that matter
//! on it: what a change wins there can be tried a thousand times. Dates that are alike are one.

use super::dated_row::{DatedRow, hours_rows, on_dates, schedule_row};
use crate::analysis::DayPlan;
use crate::study::{
    Activity, BranchId, CoverageRule, DeskId, Names, SchedulePart, ScheduleRow, StaffId, Stakeholder, StakeholderId,
    Study, WindowRow,
};
use crate::time::{Day, DayRule, Minute, Period, Validity};
use std::collections::{BTreeMap, BTreeSet};

/// One branch on one date, and the other dates that are just like it.
#[derive(Clone, Debug)]
pub struct DayStudy {
    /// The small study; its ids are its own.
    pub study: Study,
    /// The branch in it.
    pub branch: BranchId,
    /// The date that stands for all.
    pub day: Day,
    /// All dates that are like it, in order.
    pub days: Vec<Day>,
    /// The branches of the whole study, by id in the small one.
    pub branches: Vec<BranchId>,
    /// The people of the whole study, by id in the small one.
    pub people: Vec<StaffId>,
    /// The partners of the whole study, by id in the small one.
    pub partners: Vec<StakeholderId>,
    /// The desks of the branch that each person staffs on any date, by id in the small study: nobody is put on another.
    pub desks_of: Vec<BTreeSet<DeskId>>,
}

impl DayStudy {
    /// The one date as a period.
    #[must_use]
    pub fn period(&self) -> Period {
        Period::between(self.day, self.day)
    }
}

/// What makes two dates alike: all that holds on them, in minutes of the day.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Alike {
    rows: Vec<(StaffId, BranchId, i64, i64, usize, usize)>,
    open: Vec<(usize, i64, i64)>,
    rules: Vec<usize>,
    windows: Vec<usize>,
    weekday: usize,
}

/// The days of a branch, each kind once, in the order of their first dates.
#[must_use]
pub fn day_studies(study: &Study, period: &Period, branch: BranchId) -> Vec<DayStudy> {
    let mut people: Vec<StaffId> =
        study.schedule_rows().filter(|row| row.branch == branch).map(|row| row.staff).collect();
    people.sort_unstable();
    people.dedup();
    let rows: Vec<(StaffId, Vec<DatedRow>)> =
        people.iter().map(|staff| (*staff, on_dates(study, period, *staff))).collect();
    let plan = DayPlan::new(study, period.clone(), study.settings.assume);
    let mut kinds: BTreeMap<Alike, Vec<Day>> = BTreeMap::new();
    for &day in period.days() {
        let alike = alike(study, &plan, &rows, branch, day);
        if !alike.rows.is_empty() || !alike.windows.is_empty() {
            kinds.entry(alike).or_default().push(day);
        }
    }
    let mut found: Vec<DayStudy> =
        kinds.into_iter().map(|(alike, days)| small_study(study, &plan, &rows, branch, (alike, days))).collect();
    found.sort_by_key(|kind| kind.day);
    found
}

fn alike(study: &Study, plan: &DayPlan<'_>, rows: &[(StaffId, Vec<DatedRow>)], branch: BranchId, day: Day) -> Alike {
    let minute = |at: Minute| (at - day.start()).0;
    let of_day = rows.iter().flat_map(|(staff, rows)| {
        rows.iter().filter(|row| row.day == day).map(|row| {
            let (start, end) = (minute(row.span.start), minute(row.span.end));
            (*staff, row.branch, start, end, row.activity.index(), row.desk.index())
        })
    });
    let rotation = study.settings.rotation;
    Alike {
        rows: of_day.collect(),
        open: (0..study.branches.len())
            .flat_map(|at| plan.open_on(BranchId::at(at), day).into_iter().map(move |span| (at, span)))
            .map(|(at, span)| (at, minute(span.start), minute(span.end)))
            .collect(),
        rules: numbers(&study.coverage, |rule| rule.branch == branch && rule.day.applies_on(day, rotation)),
        windows: windows_on(study, branch, day),
        weekday: day.weekday(),
    }
}

fn numbers<T>(all: &[T], which: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, one)| which(one)).map(|(at, _)| at).collect()
}

/// The window rows that hold on a date, of the branch's partners and those of the whole library; a dated row replaces
/// the weekday rows of its partner.
fn windows_on(study: &Study, branch: BranchId, day: Day) -> Vec<usize> {
    let is_dated = |row: &WindowRow| row.day.date() == Some(day) && row.validity.contains(day);
    let is_of = |row: &WindowRow| study.stakeholders[row.stakeholder.index()].branch.is_none_or(|at| at == branch);
    let holds = |row: &WindowRow| {
        let is_beaten = study.windows.iter().any(|other| other.stakeholder == row.stakeholder && is_dated(other));
        let applies = row.day.applies_on(day, study.settings.rotation) && row.validity.contains(day);
        applies && row.window.is_some() && (row.day.date().is_some() || !is_beaten)
    };
    numbers(&study.windows, |row| is_of(row) && holds(row))
}

fn small_study(
    study: &Study,
    plan: &DayPlan<'_>,
    rows: &[(StaffId, Vec<DatedRow>)],
    branch: BranchId,
    (alike, days): (Alike, Vec<Day>),
) -> DayStudy {
    let day = days.first().copied().unwrap_or_default();
    let of_day: Vec<(StaffId, &Vec<DatedRow>)> = rows
        .iter()
        .filter(|(_, rows)| rows.iter().any(|row| row.day == day))
        .map(|(staff, rows)| (*staff, rows))
        .collect();
    let people: Vec<StaffId> = of_day.iter().map(|(staff, _)| *staff).collect();
    let mut branches: Vec<BranchId> =
        of_day.iter().flat_map(|(_, rows)| rows.iter().filter(|row| row.day == day).map(|row| row.branch)).collect();
    branches.push(branch);
    branches.sort_unstable();
    branches.dedup();
    let new_branch = |old: BranchId| BranchId::at(branches.binary_search(&old).unwrap_or(0));
    let windows: Vec<&WindowRow> = alike.windows.iter().map(|at| &study.windows[*at]).collect();
    let mut partners: Vec<StakeholderId> = windows.iter().map(|row| row.stakeholder).collect();
    partners.sort_unstable();
    partners.dedup();
    let new_partner = |old: StakeholderId| StakeholderId::at(partners.binary_search(&old).unwrap_or(0));
    let mut small = Study { settings: study.settings.clone(), desks: study.desks.clone(), ..Study::default() };
    small.settings.branch = None;
    small.branches = Names(branches.iter().map(|old| study.branch_name(*old).to_owned()).collect());
    small.staff = people.iter().map(|old| study.member(*old).clone()).collect();
    for member in &mut small.staff {
        member.home = member.home.filter(|home| branches.contains(home)).map(new_branch);
    }
    small.validities = vec![Validity::default()];
    small.schedule = vec![schedule(&of_day, day, new_branch)];
    small.hours_not_given = of_day
        .iter()
        .enumerate()
        .filter(|(_, (old, _))| study.hours_not_given.contains(&(*old, day)))
        .map(|(new, _)| (StaffId::at(new), day))
        .collect();
    small.hours = branches.iter().flat_map(|old| hours_rows(new_branch(*old), day, &plan.open_on(*old, day))).collect();
    small.coverage = alike
        .rules
        .iter()
        .map(|at| CoverageRule { branch: new_branch(branch), day: DayRule::On(day), ..study.coverage[*at] })
        .collect();
    small.stakeholders = partners
        .iter()
        .map(|old| {
            let partner = &study.stakeholders[old.index()];
            Stakeholder { branch: Some(new_branch(branch)), ..partner.clone() }
        })
        .collect();
    small.windows = windows
        .into_iter()
        .map(|row| WindowRow {
            stakeholder: new_partner(row.stakeholder),
            day: DayRule::On(day),
            validity: Validity::default(),
            ..row.clone()
        })
        .collect();
    let desks_of = of_day.iter().map(|(_, rows)| desks_of(rows, branch)).collect();
    DayStudy { branch: new_branch(branch), study: small, day, days, branches, people, partners, desks_of }
}

/// The desks of a branch that somebody staffs.
fn desks_of(rows: &[DatedRow], branch: BranchId) -> BTreeSet<DeskId> {
    let is_desk = |row: &&DatedRow| row.activity == Activity::Desk && row.branch == branch;
    rows.iter().filter(is_desk).map(|row| row.desk).collect()
}

fn schedule(of_day: &[(StaffId, &Vec<DatedRow>)], day: Day, new_branch: impl Fn(BranchId) -> BranchId) -> SchedulePart {
    of_day
        .iter()
        .enumerate()
        .flat_map(|(new, (_, rows))| rows.iter().filter(|row| row.day == day).map(move |row| (new, row)))
        .map(|(new, row)| ScheduleRow { branch: new_branch(row.branch), ..schedule_row(StaffId::at(new), row) })
        .collect()
}
