//! What is each person doing, at which branch, minute by minute? (Domain, section 4.)
//!
//! Every row comes on its dates, with the working hours that are assumed where they are not given; then one sweep over all
//! of them. Knows nothing of other people.

use super::component::PersonRows;
use super::conflict::Conflict;
use super::day_plan::DayPlan;
use super::on_call::OnCall;
use super::person_sweep::sweep_person;
use super::piece::Piece;
use crate::study::{Activity, Assume, BranchId, DeskId, PersonDays, RowOfDay, StaffId};
use crate::time::{Day, Minute, Span};
use rustc_hash::FxHashSet;

/// What a person does in a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doing {
    /// On a desk.
    Desk,
    /// On another duty.
    Duty(Activity),
    /// On shift, and neither.
    OffDesk,
    /// Working hours are not given, and nothing is assumed.
    Unknown,
}

/// A stretch of one person's time at one branch, in which nothing changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// Where.
    pub branch: BranchId,
    /// What.
    pub doing: Doing,
    /// Whether the person has left the building for it.
    pub is_away: bool,
}

/// Time on one desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskSpan {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// At which branch.
    pub branch: BranchId,
    /// Which desk.
    pub desk: DeskId,
    /// Whether the person's time is accounted to this branch; not where a desk of another branch decides.
    pub is_accounted: bool,
}

/// One person's time over the period.
#[derive(Clone, Debug, Default)]
pub struct PersonTime {
    /// Who.
    pub staff: StaffId,
    /// What, in order of time; neighbors differ.
    pub stretches: Vec<Stretch>,
    /// Desks, in order of their starts.
    pub desks: Vec<DeskSpan>,
    /// Off-desk time on call, in order of time: kept in the building.
    pub on_call: Vec<OnCall>,
    /// Double bookings.
    pub conflicts: Vec<Conflict>,
    /// Dates on which working hours are not given.
    pub assumed: Vec<Day>,
    /// Desk rows outside open hours: line, date, minutes.
    pub while_closed: Vec<(u32, Day, i64)>,
}

impl PersonTime {
    /// Nothing yet of a person's time, in the room of another's.
    fn begin(&mut self, staff: StaffId) {
        self.staff = staff;
        self.stretches.clear();
        self.desks.clear();
        self.on_call.clear();
        self.conflicts.clear();
        self.assumed.clear();
        self.while_closed.clear();
    }
}

/// One person's time, from all of that person's rows in the order of the file, day by day; in the room of another's and of
/// another's pieces.
pub fn person_time<'r>(
    staff: StaffId,
    days: impl Iterator<Item = PersonRows<'r>> + Clone,
    plan: &DayPlan<'_>,
    (pieces, time): (&mut Vec<Piece>, &mut PersonTime),
) {
    pieces.clear();
    let are_hours_given = expand(days, plan, pieces) && plan.study.hours_not_given.is_empty();
    sort(pieces);
    time.begin(staff);
    if !are_hours_given {
        assume_hours(pieces, plan, time);
    }
    note_desks_while_closed(pieces, plan, time);
    time.stretches.reserve(2 * pieces.len());
    time.desks.reserve(pieces.len() / 2);
    sweep_person(pieces, time);
}

fn sort(pieces: &mut [Piece]) {
    if !pieces.is_sorted_by_key(|piece| piece.start) {
        pieces.sort_by_key(|piece| piece.start);
    }
}

/// Puts every row on its dates; a dated shift, desk or off-desk row replaces the weekday rows of its date. Whether working
/// hours are given on each of them, as far as that can be seen at a glance.
fn expand<'r>(days: impl Iterator<Item = PersonRows<'r>> + Clone, plan: &DayPlan<'_>, pieces: &mut Vec<Piece>) -> bool {
    let is_valid = |of: &PersonDays, day: Day| of.validity == 0 || plan.study.validity(of.validity).contains(day);
    let (mut has_weekly, mut are_hours_given) = (false, true);
    for PersonRows { of, day, rows } in days.clone() {
        match day.day.date() {
            Some(date) if plan.period.contains(date) && is_valid(of, date) => {
                are_hours_given &= rows.iter().any(|row| row.activity.is_open_time());
                pieces.extend((day.line..).zip(rows).map(|(line, row)| piece(of.branch, line, *row, date)));
            }
            Some(_) => {}
            None => has_weekly = true,
        }
    }
    if !has_weekly {
        return are_hours_given;
    }
    let replaces = |piece: &&Piece| piece.activity.replaces_weekday_rows();
    let replaced: FxHashSet<Day> = pieces.iter().filter(replaces).map(|piece| Day::of(Minute(piece.start))).collect();
    for PersonRows { of, day, rows } in days.filter(|of| of.day.day.date().is_none()) {
        let dates = plan.period.days_of(day.day, plan.study.settings.rotation);
        let dates = dates.filter(|date| is_valid(of, *date) && !replaced.contains(date));
        for (line, row) in (day.line..).zip(rows) {
            pieces.extend(dates.clone().map(|date| piece(of.branch, line, *row, date)));
        }
    }
    // which rows fall together on a date is not known here
    false
}

fn piece(branch: BranchId, line: u32, row: RowOfDay, day: Day) -> Piece {
    let span = row.span_on(day);
    Piece {
        start: span.start.0,
        end: span.end.0,
        line,
        branch,
        desk: row.desk,
        activity: row.activity,
        is_assumed: false,
    }
}

/// Adds what is assumed (or not known) on dates that have rows, but no `shift` or `off-desk` row.
fn assume_hours(pieces: &mut Vec<Piece>, plan: &DayPlan<'_>, time: &mut PersonTime) {
    let mut assumed = Vec::new();
    let day_of = |piece: &Piece| Day::of(Minute(piece.start));
    let mut rest = &pieces[..];
    while let Some(first) = rest.first() {
        let midnight = day_of(first).plus(1).start().0;
        let n_rows = rest.iter().take_while(|piece| piece.start < midnight).count();
        let rows;
        (rows, rest) = rest.split_at(n_rows);
        let is_given = rows.iter().any(|row| row.activity.is_open_time())
            && !plan.study.hours_not_given.contains(&(time.staff, day_of(first)));
        let mut present = rows.iter().filter(|row| row.activity != Activity::Leave);
        let Some(first) = present.next().filter(|_| !is_given) else { continue };
        let first = rows
            .iter()
            .filter(|row| row.activity != Activity::Leave && row.start == first.start)
            .min_by_key(|row| row.branch)
            .unwrap_or(first);
        let day = day_of(first);
        time.assumed.push(day);
        if plan.assume == Assume::Unknown {
            assumed.push(Piece {
                start: day.start().0,
                end: day.plus(1).start().0,
                activity: Activity::Other,
                is_assumed: true,
                ..*first
            });
            continue;
        }
        let outside = if plan.assume == Assume::OpenHours { plan.open_on(first.branch, day) } else { Vec::new() };
        fill_gaps(rows, first, &outside, &mut assumed);
    }
    if !assumed.is_empty() {
        pieces.extend(assumed);
        sort(pieces);
    }
}

/// The time between the rows belongs to the branch of the row that ended last before it (a rule that splitting a row
/// does not change); so does open time after the last row. Open time before the first row belongs to that row's branch.
fn fill_gaps(rows: &[Piece], first: &Piece, outside: &[Span], assumed: &mut Vec<Piece>) {
    let fill =
        |start: i32, end: i32, of: &Piece| Piece { start, end, activity: Activity::Shift, is_assumed: true, ..*of };
    let mut reached = first.start;
    let mut last_ended = *first;
    for row in rows.iter().filter(|row| row.activity != Activity::Leave) {
        if row.start > reached {
            assumed.push(fill(reached, row.start, &last_ended));
        }
        if row.end > last_ended.end || (row.end == last_ended.end && row.branch < last_ended.branch) {
            last_ended = *row;
        }
        reached = reached.max(row.end);
    }
    for span in outside {
        if span.start.0 < first.start {
            assumed.push(fill(span.start.0, span.end.0.min(first.start), first));
        }
        if span.end.0 > reached {
            assumed.push(fill(span.start.0.max(reached), span.end.0, &last_ended));
        }
    }
}

fn note_desks_while_closed(pieces: &[Piece], plan: &DayPlan<'_>, time: &mut PersonTime) {
    // the first open span that may last beyond the start of the next piece
    let (mut branch, mut next) = (None, 0);
    for piece in pieces.iter().filter(|piece| piece.activity == Activity::Desk) {
        let open = plan.open[piece.branch.index()].spans();
        if branch.replace(piece.branch) != Some(piece.branch) {
            next = open.partition_point(|span| span.end.0 <= piece.start);
        }
        while open.get(next).is_some_and(|span| span.end.0 <= piece.start) {
            next += 1;
        }
        let span = Span { start: Minute(piece.start), end: Minute(piece.end) };
        let own = open[next..].iter().take_while(|open| open.start < span.end);
        let closed = span.length() - own.map(|open| open.intersection(span).length()).sum();
        if !closed.is_zero() {
            time.while_closed.push((piece.line, span.day(), closed.0));
        }
    }
}
