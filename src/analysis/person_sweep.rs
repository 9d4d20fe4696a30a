//! What do the rows of a person say together? Day by day, all times of a day at once. (Domain, section 4.)
//!
//! Leave holds over everything, then a desk, then the first of the other duties; what is left of the time on shift is
//! off-desk.

use super::day_bits::{DayBits, Grain, for_day};
use super::on_call::{OnCall, push_on_call};
use super::person_conflicts::note_conflicts;
use super::person_time::{DeskSpan, Doing, PersonTime, Stretch};
use super::piece::Piece;
use crate::study::{Activity, BranchId, DeskId};
use crate::time::{Day, Minute};

/// Walks over all days of a person's pieces, which are in the order of their starts, in the longest units in which all of
/// them are whole.
pub fn sweep_person(pieces: &[Piece], time: &mut PersonTime) {
    let mut grain = Grain::default();
    for piece in pieces {
        grain.note(piece.start);
        grain.note(piece.end);
    }
    match grain.n_words() {
        1 => sweep::<1>(pieces, time),
        2 => sweep::<2>(pieces, time),
        5 => sweep::<5>(pieces, time),
        _ => sweep::<23>(pieces, time),
    }
}

fn sweep<const W: usize>(pieces: &[Piece], time: &mut PersonTime) {
    let mut rest = pieces;
    let mut day = RowsOfDay::<W>::new();
    let mut next = rest.first().map(|piece| piece.start);
    // the desks of the day before
    let mut first_desk = 0;
    while let Some(start) = next {
        let date = Day::of(Minute(start));
        let midnight = date.start().0;
        let on_or_after = rest;
        day.clear();
        for_day(&mut rest, midnight, |piece| (piece.start, piece.end), |piece, times| day.add(piece, times));
        if day.may_clash() {
            note_conflicts(&on_or_after[..day.n_pieces], midnight, time);
        }
        day.settle_branches(&on_or_after[..day.n_pieces], midnight);
        day.note_stretches(midnight, time);
        first_desk = day.note_desks(midnight, first_desk, time);
        next = rest.first().map(|piece| piece.start.max(midnight + 1440));
    }
}

/// What the rows of one day say.
struct RowsOfDay<const W: usize> {
    n_pieces: usize,
    /// By activity: when a row says so.
    rows: [DayBits<W>; Activity::ALL.len()],
    /// Activities of which there are any, a bit for each.
    activities: u32,
    /// Not a row: time that is assumed, and time that is not known.
    assumed: DayBits<W>,
    unknown: DayBits<W>,
    /// Desks and the branches they are at: when the person is booked on them.
    desks: Vec<((BranchId, DeskId), DayBits<W>)>,
    /// Branches, and when each of them decides. Where there is but one, it always does.
    branches: Vec<(BranchId, DayBits<W>)>,
    /// Whether the person is booked twice on desks, or at several branches.
    is_booked_twice: bool,
}

/// What holds at one time: what the person does, as the number of an activity or one of these, and two bits.
const OFF_DESK: usize = 12;
const UNKNOWN: usize = 13;
const N_DIGITS: usize = 4;
const IS_AWAY: usize = 4;
const IS_ON_CALL: usize = 5;

/// Activities as a set, one bit each, in their order.
const fn bit(activity: Activity) -> u32 {
    1 << activity.index()
}

/// All duties.
const DUTIES: u32 = {
    let (mut set, mut at) = (0, 0);
    while at < Activity::ALL.len() {
        if Activity::ALL[at].is_duty() {
            set |= bit(Activity::ALL[at]);
        }
        at += 1;
    }
    set
};

impl<const W: usize> RowsOfDay<W> {
    fn new() -> RowsOfDay<W> {
        RowsOfDay {
            n_pieces: 0,
            rows: [DayBits::NONE; Activity::ALL.len()],
            activities: 0,
            assumed: DayBits::NONE,
            unknown: DayBits::NONE,
            desks: Vec::new(),
            branches: Vec::new(),
            is_booked_twice: false,
        }
    }

    fn clear(&mut self) {
        self.desks.clear();
        self.branches.clear();
        let (desks, branches) = (std::mem::take(&mut self.desks), std::mem::take(&mut self.branches));
        *self = RowsOfDay { desks, branches, ..RowsOfDay::new() };
    }

    fn add(&mut self, piece: &Piece, times: DayBits<W>) {
        self.n_pieces += 1;
        if times.is_none() {
            return;
        }
        if self.branches.iter().all(|(branch, _)| *branch != piece.branch) {
            self.branches.push((piece.branch, DayBits::NONE));
            self.is_booked_twice |= self.branches.len() > 1;
        }
        if piece.is_assumed {
            let place = if piece.activity == Activity::Other { &mut self.unknown } else { &mut self.assumed };
            *place |= times;
            return;
        }
        let at = piece.activity.index();
        if piece.activity == Activity::Desk {
            self.is_booked_twice |= !(self.rows[at] & times).is_none();
            let key = (piece.branch, piece.desk);
            match self.desks.iter_mut().find(|(known, _)| *known == key) {
                Some((_, known)) => *known |= times,
                None => self.desks.push((key, times)),
            }
        }
        self.rows[at] |= times;
        self.activities |= bit(piece.activity);
    }

    fn of(&self, activity: Activity) -> DayBits<W> {
        self.rows[activity.index()]
    }

    /// Whether rows may overlap that cannot both be kept.
    fn may_clash(&self) -> bool {
        let beside = self.duties().fold(self.of(Activity::Leave), |beside, duty| beside | self.of(duty));
        self.is_booked_twice || !(self.of(Activity::Desk) & beside).is_none()
    }

    /// The duties of which there are any, in their order.
    fn duties(&self) -> impl Iterator<Item = Activity> {
        let mut rest = self.activities & DUTIES;
        std::iter::from_fn(move || {
            let first = usize::try_from(rest.trailing_zeros()).ok()?;
            rest &= rest.wrapping_sub(1);
            Activity::ALL.get(first).copied()
        })
    }

    /// On a desk, and not on leave.
    fn on_desk(&self) -> DayBits<W> {
        self.of(Activity::Desk).without(self.of(Activity::Leave))
    }

    /// Of several branches, that of a desk decides, then that of a row before what is assumed; of equals, the first by
    /// name.
    fn settle_branches(&mut self, pieces: &[Piece], midnight: i32) {
        if self.branches.len() < 2 {
            return;
        }
        self.branches.sort_unstable_by_key(|(branch, _)| *branch);
        let on_desk = self.on_desk();
        let any_row = self.rows.iter().fold(DayBits::NONE, |any, rows| any | *rows);
        let mut settled = DayBits::NONE;
        for (branch, decides) in &mut self.branches {
            let (mut desk, mut row, mut assumed) = (DayBits::NONE, DayBits::NONE, DayBits::NONE);
            for piece in pieces.iter().filter(|piece| piece.branch == *branch) {
                let times = DayBits::between(piece.start - midnight, piece.end - midnight);
                let place = match piece.activity {
                    _ if piece.is_assumed => &mut assumed,
                    Activity::Desk => &mut desk,
                    _ => &mut row,
                };
                *place |= times;
            }
            let own = (on_desk & desk) | (any_row.without(on_desk) & (desk | row)) | assumed.without(any_row);
            *decides = own.without(settled);
            settled |= own;
        }
    }

    /// What holds at each time, as digits of bits.
    fn digits(&self) -> [DayBits<W>; IS_ON_CALL + 1] {
        let mut digits = [DayBits::NONE; IS_ON_CALL + 1];
        let leave = self.of(Activity::Leave);
        let on_desk = self.on_desk();
        let mut put = |number: usize, times: DayBits<W>| {
            for (at, digit) in digits.iter_mut().enumerate().take(N_DIGITS) {
                if number >> at & 1 == 1 {
                    *digit |= times;
                }
            }
        };
        put(Activity::Desk.index() + 1, on_desk);
        let mut settled = leave | on_desk;
        for duty in self.duties() {
            put(duty.index() + 1, self.of(duty).without(settled));
            settled |= self.of(duty);
        }
        let at_work = self.of(Activity::Shift) | self.of(Activity::OffDesk) | self.of(Activity::OnCall) | self.assumed;
        let off_desk = at_work.without(settled);
        put(OFF_DESK, off_desk);
        put(UNKNOWN, self.unknown.without(settled | off_desk));
        digits[IS_AWAY] = (self.of(Activity::Outreach) | self.of(Activity::Travel)).without(leave | on_desk);
        digits[IS_ON_CALL] = self.of(Activity::OnCall) & off_desk;
        digits
    }

    fn note_stretches(&self, midnight: i32, time: &mut PersonTime) {
        let digits = self.digits();
        let mut changes = digits.iter().fold(DayBits::NONE, |changes, digit| changes | digit.changes(false));
        for (_, decides) in &self.branches {
            changes |= decides.changes(false);
        }
        let mut now: Option<(Stretch, bool)> = None;
        let mut end = |now: &mut Option<(Stretch, bool)>, end: i32| {
            let Some((stretch, is_on_call)) = now.take() else { return };
            let Stretch { start, branch, .. } = stretch;
            push_stretch(&mut time.stretches, Stretch { end, ..stretch });
            if is_on_call {
                push_on_call(&mut time.on_call, OnCall { start, end, branch });
            }
        };
        changes.for_each(|minute| {
            let start = midnight + minute;
            end(&mut now, start);
            let number = (0..N_DIGITS).fold(0, |number, at| number | usize::from(digits[at].holds_at(minute)) << at);
            if let Some(doing) = doing_of(number) {
                let (is_away, is_on_call) = (digits[IS_AWAY].holds_at(minute), digits[IS_ON_CALL].holds_at(minute));
                let branch = self.branch_at(minute);
                now = Some((Stretch { start, end: start, branch, doing, is_away }, is_on_call));
            }
        });
        end(&mut now, midnight + 1440);
    }

    fn branch_at(&self, minute: i32) -> BranchId {
        match &self.branches[..] {
            [(only, _)] => *only,
            branches => {
                let deciding = branches.iter().find(|(_, decides)| decides.holds_at(minute));
                deciding.map_or(BranchId(0), |(branch, _)| *branch)
            }
        }
    }

    /// Notes time on desks, and goes on with that of the day before, which begins at `first_desk`. Where this day's begins.
    fn note_desks(&self, midnight: i32, first_desk: usize, time: &mut PersonTime) -> usize {
        let first_of_day = time.desks.len();
        let on_desk = self.on_desk();
        for ((branch, desk), times) in &self.desks {
            let times = *times & on_desk;
            let decides = match &self.branches[..] {
                [_] => times,
                branches => branches.iter().find(|(at, _)| at == branch).map_or(DayBits::NONE, |(_, decides)| *decides),
            };
            for (times, is_accounted) in [(times & decides, true), (times.without(decides), false)] {
                let mut since = None;
                let mut push = |start: i32, end: i32| {
                    let new = DeskSpan { start, end, branch: *branch, desk: *desk, is_accounted };
                    push_desk(&mut time.desks, first_desk..first_of_day, new);
                };
                times.changes(false).for_each(|minute| match since.take() {
                    Some(start) => push(start, midnight + minute),
                    None => since = Some(midnight + minute),
                });
                if let Some(start) = since {
                    push(start, midnight + 1440);
                }
            }
        }
        time.desks[first_of_day..].sort_by_key(|span| span.start);
        first_of_day
    }
}

fn doing_of(number: usize) -> Option<Doing> {
    match number {
        0 => None,
        1 => Some(Doing::Desk),
        OFF_DESK => Some(Doing::OffDesk),
        UNKNOWN => Some(Doing::Unknown),
        duty => Activity::ALL.get(duty - 1).copied().map(Doing::Duty),
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

/// A desk that goes on from the day before is one span.
fn push_desk(desks: &mut Vec<DeskSpan>, of_day_before: std::ops::Range<usize>, new: DeskSpan) {
    let key = |span: &DeskSpan| (span.branch, span.desk, span.is_accounted);
    let is_same = |span: &&mut DeskSpan| span.end == new.start && key(span) == key(&new);
    match desks[of_day_before].iter_mut().find(is_same) {
        Some(last) => last.end = new.end,
        None => desks.push(new),
    }
}
