//! What is each person doing, at which branch, minute by minute? (Domain, section 4.)
//!
//! One sweep over a person's rows: leave wins over everything, then desk, then other duties; what is left of the time
//! on shift is off-desk. Knows nothing of other people.

use super::active::{Active, DUTIES, Piece, bit};
use super::component::RowsOfDay;
use super::conflict::{Conflict, ConflictKind};
use super::day_bits::longest_unit;
use super::day_plan::DayPlan;
use super::on_call::{OnCall, push_on_call};
use super::results::DeskWhileClosed;
use crate::study::{Activity, Assume, BranchId, DeskId, PersonDays, RowOfDay, StaffId};
use crate::time::{Day, Minute, Minutes, Span};
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
    /// Desk rows outside open hours, in order of time: line, date, minutes.
    pub while_closed: Vec<(u32, Day, Minutes)>,
    /// The longest unit of [`DayBits`](super::day_bits::DayBits) in which all of it begins and ends.
    pub unit: i32,
    /// The desks that may still go on, by place in `desks`.
    running: Vec<usize>,
}

/// Space that is used again for the next person.
#[derive(Debug, Default)]
pub struct Scratch {
    pieces: Vec<Piece>,
    active: Active,
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
        self.running.clear();
    }

    /// Double bookings, by their starts and then by lines.
    pub fn take_conflicts(&mut self) -> Vec<Conflict> {
        self.conflicts.sort_by_key(|conflict| (conflict.span.start, conflict.lines));
        std::mem::take(&mut self.conflicts)
    }

    /// Desk rows outside open hours, in the order of the file, each with all of its dates.
    pub fn rows_while_closed(&mut self) -> Vec<DeskWhileClosed> {
        self.while_closed.sort_by_key(|(line, ..)| *line);
        let of_rows = self.while_closed.chunk_by(|a, b| a.0 == b.0);
        of_rows
            .map(|dates| DeskWhileClosed {
                line: dates[0].0,
                first: dates[0].1,
                n_dates: dates.len(),
                minutes: dates.iter().map(|(_, _, minutes)| *minutes).sum(),
            })
            .collect()
    }
}

/// One person's time, from all of that person's rows in the order of the file, day by day; in the room of another's.
pub fn person_time<'r>(
    staff: StaffId,
    days: impl Iterator<Item = RowsOfDay<'r>> + Clone,
    plan: &DayPlan<'_>,
    (scratch, time): (&mut Scratch, &mut PersonTime),
) {
    let pieces = &mut scratch.pieces;
    pieces.clear();
    let are_hours_given = expand(days, plan, pieces) && plan.study.hours_not_given.is_empty();
    sort(pieces);
    time.begin(staff);
    if !are_hours_given {
        assume_hours(pieces, plan, time);
    }
    time.unit = longest_unit(pieces, |piece| (piece.start, piece.end));
    note_desks_while_closed(pieces, plan, time);
    time.stretches.reserve(2 * pieces.len());
    time.desks.reserve(pieces.len() / 2);
    sweep(pieces, &mut scratch.active, time);
}

fn sort(pieces: &mut [Piece]) {
    if !pieces.is_sorted_by_key(|piece| piece.start) {
        pieces.sort_by_key(|piece| piece.start);
    }
}

/// Puts every row on its dates; a dated shift, desk or off-desk row replaces the weekday rows of its date. Whether working
/// hours are given on each of them, as far as that can be seen at a glance.
fn expand<'r>(days: impl Iterator<Item = RowsOfDay<'r>> + Clone, plan: &DayPlan<'_>, pieces: &mut Vec<Piece>) -> bool {
    let is_valid = |of: &PersonDays, day: Day| of.validity == 0 || plan.study.validity(of.validity).contains(day);
    let (mut has_weekly, mut are_hours_given) = (false, true);
    for RowsOfDay { of, day, rows } in days.clone() {
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
    for RowsOfDay { of, day, rows } in days.filter(|of| of.day.day.date().is_none()) {
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
            time.while_closed.push((piece.line, span.day(), closed));
        }
    }
}

/// Walks from one change to the next; between two changes the same pieces are active.
fn sweep(pieces: &[Piece], active: &mut Active, time: &mut PersonTime) {
    active.clear();
    let mut next = 0;
    let mut at = i32::MIN;
    loop {
        if active.pieces.is_empty() {
            match pieces.get(next) {
                Some(piece) => at = piece.start,
                None => return,
            }
        }
        while let Some(piece) = pieces.get(next).filter(|piece| piece.start <= at) {
            note_conflicts(piece, active, time);
            active.push(*piece);
            next += 1;
        }
        let until = pieces.get(next).map_or(active.first_end, |piece| piece.start.min(active.first_end));
        emit(at, until, active, time);
        at = until;
        if at == active.first_end {
            active.drop_ended(at);
        }
    }
}

fn note_conflicts(new: &Piece, active: &Active, time: &mut PersonTime) {
    if !active.may_clash(new) {
        return;
    }
    for old in active.pieces.iter().filter(|old| !old.is_assumed && !new.is_assumed) {
        let (a, b) = (old.activity, new.activity);
        let kind = match (a == Activity::Desk, b == Activity::Desk) {
            _ if a == Activity::Leave && b == Activity::Leave => continue,
            (true, true) if old.branch == new.branch && old.desk == new.desk => continue,
            (true, true) if old.branch == new.branch => ConflictKind::TwoDesks,
            (true, false) | (false, true) if a == Activity::Leave || b == Activity::Leave => {
                ConflictKind::DeskDuringLeave
            }
            _ if a == Activity::Leave || b == Activity::Leave => continue,
            _ if old.branch != new.branch => ConflictKind::TwoBranches,
            (true, false) if b.is_duty() => ConflictKind::DeskDuringDuty,
            (false, true) if a.is_duty() => ConflictKind::DeskDuringDuty,
            _ => continue,
        };
        let span = Span { start: Minute(new.start), end: Minute(new.end.min(old.end)) };
        time.conflicts.push(Conflict { staff: time.staff, span, kind, lines: (old.line, new.line) });
    }
}

/// What the active pieces make of [start, end): leave holds over everything, then a desk, then the first of the duties.
fn emit(start: i32, end: i32, active: &Active, time: &mut PersonTime) {
    let (rows, assumed) = active.sets();
    if rows & bit(Activity::Leave) != 0 {
        return;
    }
    let is_desk = rows & bit(Activity::Desk) != 0;
    let Some(branch) = active.branch(is_desk, rows != 0) else { return };
    let duties = rows & DUTIES;
    let duty = usize::try_from(duties.trailing_zeros()).ok().and_then(|first| Activity::ALL.get(first));
    let doing = match duty {
        _ if is_desk => Doing::Desk,
        Some(duty) => Doing::Duty(*duty),
        None if rows == 0 && assumed & bit(Activity::Other) != 0 => Doing::Unknown,
        None => Doing::OffDesk,
    };
    let is_away = !is_desk && rows & (bit(Activity::Outreach) | bit(Activity::Travel)) != 0;
    push_stretch(&mut time.stretches, Stretch { start, end, branch, doing, is_away });
    if rows & bit(Activity::OnCall) != 0 && doing == Doing::OffDesk {
        push_on_call(&mut time.on_call, OnCall { start, end, branch });
    }
    if is_desk {
        for piece in active.pieces.iter().filter(|piece| piece.activity == Activity::Desk) {
            let is_accounted = piece.branch == branch;
            push_desk(time, DeskSpan { start, end, branch: piece.branch, desk: piece.desk, is_accounted });
        }
    }
}

fn push_stretch(stretches: &mut Vec<Stretch>, new: Stretch) {
    match stretches.last_mut() {
        Some(last)
            if last.end == new.start
                && (last.branch, last.doing, last.is_away) == (new.branch, new.doing, new.is_away) =>
        {
            last.end = new.end;
        }
        _ => stretches.push(new),
    }
}

/// A desk that goes on is one span; the same desk booked twice at once is one, too.
fn push_desk(time: &mut PersonTime, new: DeskSpan) {
    let desks = &mut time.desks;
    time.running.retain(|at| desks[*at].end >= new.start);
    let key = |span: &DeskSpan| (span.branch, span.desk, span.is_accounted);
    match time.running.iter().find(|at| key(&desks[**at]) == key(&new)) {
        Some(at) => desks[*at].end = desks[*at].end.max(new.end),
        None => {
            time.running.push(desks.len());
            desks.push(new);
        }
    }
}
