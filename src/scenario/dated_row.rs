//! What does a person's schedule say of each date? Its rows, laid out on the dates of a period.

use crate::study::{Activity, BranchId, DeskId, HoursRow, ScheduleRow, StaffId, Study};
use crate::time::{Day, DayRule, Minute, Period, Span, Validity};
use std::collections::BTreeSet;

/// One schedule row on one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatedRow {
    /// The date it belongs to.
    pub day: Day,
    /// Its time; it may run past midnight.
    pub span: Span,
    /// At which branch.
    pub branch: BranchId,
    /// On which desk; meaningful for desk rows only.
    pub desk: DeskId,
    /// What the person does.
    pub activity: Activity,
    /// The line of the row it came from; 0 for a row that a change made.
    pub line: u32,
}

/// A row of one date as a row of a schedule.
#[must_use]
pub fn schedule_row(staff: StaffId, row: &DatedRow) -> ScheduleRow {
    let minute = |at: Minute| u16::try_from((at - row.day.start()).0).unwrap_or(0);
    ScheduleRow {
        staff,
        day: DayRule::On(row.day),
        line: row.line,
        branch: row.branch,
        desk: row.desk,
        start: minute(row.span.start),
        end: minute(row.span.end),
        validity: 0,
        activity: row.activity,
    }
}

/// A person's rows on the dates of a period: a dated shift, desk or off-desk row replaces the weekday rows of its date.
/// (Domain, section 2.)
#[must_use]
pub fn on_dates(study: &Study, period: &Period, staff: StaffId) -> Vec<DatedRow> {
    let own: Vec<ScheduleRow> = study.schedule_rows().filter(|row| row.staff == staff).collect();
    let is_valid = |row: &ScheduleRow, day: Day| study.validity(row.validity).contains(day);
    let dated = |row: &&ScheduleRow| row.day.date().is_some_and(|date| period.contains(date) && is_valid(row, date));
    let replaced: BTreeSet<Day> = own
        .iter()
        .filter(dated)
        .filter(|row| row.activity.replaces_weekday_rows())
        .filter_map(|row| row.day.date())
        .collect();
    let mut rows = Vec::new();
    for row in own {
        for &day in period.days() {
            let is_beaten = row.day.date().is_none() && replaced.contains(&day);
            if row.day.applies_on(day, study.settings.rotation) && is_valid(&row, day) && !is_beaten {
                rows.push(DatedRow {
                    day,
                    span: row.span_on(day),
                    branch: row.branch,
                    desk: row.desk,
                    activity: row.activity,
                    line: row.line,
                });
            }
        }
    }
    rows.sort_by_key(|row| (row.span.start, row.activity, row.span.end));
    rows
}

/// The open spans of one date as rows of opening hours; without one, the branch is closed.
#[must_use]
pub fn hours_rows(branch: BranchId, day: Day, spans: &[Span]) -> Vec<HoursRow> {
    let row = |open| HoursRow { branch, day: DayRule::On(day), open, validity: Validity::default(), line: 0 };
    let minute = |at: Minute| u16::try_from((at - day.start()).0).unwrap_or(0);
    if spans.is_empty() {
        return vec![row(None)];
    }
    spans.iter().map(|span| row(Some((minute(span.start), minute(span.end))))).collect()
}
