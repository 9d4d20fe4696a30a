//! Who is at work, and when? Shifts moved, people absent, lent or added, duties put at another hour.

use super::desk_time::why_busy;
use super::{Done, all_or_nothing, days_of, people_of};
use crate::scenario::dated_row::DatedRow;
use crate::scenario::draft::{DeskPiece, Draft};
use crate::study::{Activity, Change, DeskId, StaffId, StaffMember};
use crate::time::{Day, Minute, Minutes, Span, SpanSet};

/// Somebody is not there: all rows of the dates go, or what lies in the span.
pub fn absence(draft: &mut Draft, change: &Change, staff: StaffId) -> Done {
    let mut done = Done::default();
    for day in days_of(draft, change) {
        let n_cut = if change.when.time.is_none() {
            let rows = draft.rows(staff);
            let n_before = rows.len();
            rows.retain(|row| row.day != day);
            n_before - rows.len()
        } else {
            let span = change.when.span_on(day);
            let within = SpanSet::from_spans(vec![span]);
            if draft.has_given_hours(staff, day) {
                draft.replace(staff, &within, |_| true, |_| None).len()
            } else {
                // without a shift, the rows say how long the day is: they stay, under leave
                let here = draft.at_work(staff).intersection(&within);
                let branch = change.branch;
                for part in here.spans() {
                    let activity = Activity::Leave;
                    draft.put(staff, DatedRow { day, span: *part, branch, desk: DeskId::default(), activity, line: 0 });
                }
                here.spans().len()
            }
        };
        done.n_dates += usize::from(n_cut > 0);
    }
    if done.n_dates == 0 {
        return Done::refused(format!("{} is not scheduled then", draft.shown(staff)));
    }
    done
}

/// Shifts start or end earlier or later; other rows stay, and must still lie within the shift.
pub fn shift(draft: &mut Draft, change: &Change, people: &[StaffId], by: (i16, i16)) -> Done {
    let mut done = Done::default();
    for staff in people_of(draft, change, people) {
        for day in days_of(draft, change) {
            let is_shift = |row: &DatedRow| row.day == day && row.activity == Activity::Shift;
            if !draft.rows(staff).iter().any(|row| row.day == day) {
                continue;
            }
            let result = all_or_nothing(draft, |draft| {
                let name = draft.shown(staff);
                let mut shifts: Vec<DatedRow> = draft.rows(staff).iter().filter(|row| is_shift(row)).copied().collect();
                shifts.sort_by_key(|row| row.span.start);
                let (Some(start), Some(end)) =
                    (shifts.first().map(|row| row.span.start), shifts.iter().map(|row| row.span.end).max())
                else {
                    return Err(format!("{name} has no row `shift` on that date"));
                };
                let moved = Span { start: later(start, by.0), end: later(end, by.1) };
                if moved.is_empty() || moved.start < day.start() {
                    return Err(format!("the shift of {name} would end before it starts"));
                }
                check_inside(draft, staff, day, moved, &name)?;
                draft.rows(staff).retain(|row| !is_shift(row));
                // a split shift keeps its pause
                for row in shifts {
                    let start = if row.span.start == start { moved.start } else { row.span.start };
                    let end = if row.span.end == end { moved.end } else { row.span.end };
                    draft.put(staff, DatedRow { span: Span { start, end }, ..row });
                }
                Ok(())
            });
            done.take(day, result);
        }
    }
    done
}

fn later(at: Minute, by: i16) -> Minute {
    Minute(at.0 + i32::from(by))
}

fn check_inside(draft: &mut Draft, staff: StaffId, day: Day, shift: Span, name: &str) -> Result<(), String> {
    let outside = draft
        .rows(staff)
        .iter()
        .filter(|row| row.day == day && !matches!(row.activity, Activity::Shift | Activity::Leave))
        .find(|row| row.span.start < shift.start || row.span.end > shift.end);
    outside.map_or(Ok(()), |row| {
        let (start, end) = row.span.clock_times();
        Err(format!("{name} has a row `{}` from {start} to {end}, outside the new shift", row.activity.name()))
    })
}

/// A person of another branch comes over: off the desk there, here on a desk or off it.
pub fn buddy(draft: &mut Draft, change: &Change, staff: StaffId, desk: Option<DeskId>) -> Done {
    let mut done = Done::default();
    for day in days_of(draft, change) {
        let span = change.when.span_on(day);
        let result = all_or_nothing(draft, |draft| {
            let home = draft
                .rows(staff)
                .iter()
                .find(|row| row.span.overlaps(span) && row.activity.is_open_time())
                .map(|row| row.branch);
            let name = draft.shown(staff);
            let Some(home) = home else {
                return Err(format!("{name} has no shift then"));
            };
            if home == change.branch {
                return Err(format!("{name} works there already"));
            }
            if let Some(reason) = why_busy(draft, staff, home, span) {
                return Err(reason);
            }
            let within = SpanSet::from_spans(vec![span]);
            let _ = draft.replace(staff, &within, |row| row.activity.is_open_time(), |_| None);
            let row = DatedRow {
                day,
                span,
                branch: change.branch,
                desk: desk.unwrap_or_default(),
                activity: Activity::Shift,
                line: 0,
            };
            draft.put(staff, row);
            if let Some(desk) = desk {
                draft.put_desk(staff, DeskPiece { span, branch: change.branch, desk });
            }
            Ok(())
        });
        done.take(day, result);
    }
    done
}

/// Somebody more on a desk, for all of the time that is named or for so much of it each week, the first hours first.
pub fn add_hours(
    draft: &mut Draft,
    change: &Change,
    role: &str,
    desk: DeskId,
    (a_week, rate): (Option<Minutes>, Option<f64>),
) -> Done {
    let days = days_of(draft, change);
    let staff = StaffId::at(draft.study.staff.len());
    draft.study.staff.push(StaffMember {
        name: free_name(draft, role),
        role: role.to_owned(),
        department: String::new(),
        home: Some(change.branch),
        weekly: None,
        does_outreach: false,
        aliases: Vec::new(),
        line: None,
    });
    draft.n_new_people += 1;
    if let Some(rate) = rate {
        draft.rates.insert(staff, rate);
    }
    let open = draft.plan().open[change.branch.index()].clone();
    let (mut week, mut n_dates) = (None, 0);
    let mut left = a_week;
    for day in &days {
        if week != Some(day.monday()) {
            week = Some(day.monday());
            left = a_week;
        }
        let wanted = SpanSet::from_spans(vec![change.when.span_on(*day)]);
        let while_open = open.intersection(&wanted);
        n_dates += usize::from(!while_open.spans().is_empty());
        for part in while_open.spans() {
            let mut span = *part;
            if let Some(minutes) = left {
                span.end = span.end.min(span.start + minutes);
                left = Some(minutes - span.length());
            }
            let row = DatedRow { day: *day, span, branch: change.branch, desk, activity: Activity::Shift, line: 0 };
            draft.put(staff, row);
            draft.put(staff, DatedRow { activity: Activity::Desk, ..row });
        }
    }
    if n_dates == 0 {
        return Done::refused("the library is closed then");
    }
    Done::on(n_dates)
}

/// The role, numbered where somebody has that name already.
fn free_name(draft: &Draft, role: &str) -> String {
    let is_taken =
        |name: &str| draft.study.staff.iter().any(|member| member.name.to_lowercase() == name.to_lowercase());
    let numbered = (2..).map(|n| format!("{role} {n}"));
    std::iter::once(role.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// A duty moves to another hour of its date, if the person is at work and off the desk then.
pub fn reschedule(
    draft: &mut Draft,
    change: &Change,
    staff: StaffId,
    (activity, new_start): (Option<Activity>, u16),
) -> Done {
    let mut done = Done::default();
    for day in days_of(draft, change) {
        let within = SpanSet::from_spans(vec![change.when.span_on(day)]);
        let is_asked = |row: &DatedRow| {
            row.branch == change.branch
                && row.activity.is_duty()
                && activity.is_none_or(|activity| activity == row.activity)
        };
        let result = all_or_nothing(draft, |draft| {
            let parts = draft.replace(staff, &within, is_asked, |_| None);
            let Some(first) = parts.iter().map(|part| part.span.start).min() else {
                return Err(format!("{} has no such duty then", draft.shown(staff)));
            };
            let by = (day.start() + Minutes(i64::from(new_start))) - first;
            for part in parts {
                let span = Span { start: part.span.start + by, end: part.span.end + by };
                if let Some(reason) = why_busy(draft, staff, change.branch, span) {
                    return Err(reason);
                }
                draft.put(staff, DatedRow { span, ..part });
            }
            Ok(())
        });
        done.take(day, result);
    }
    done
}
