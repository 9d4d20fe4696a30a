//! Who is on when, if everybody keeps as much desk time as before? Turns that alternate become blocks.

use super::hand_over::desk_time;
use super::{Done, days_of, people_of};
use crate::scenario::draft::{DeskPiece, Draft};
use crate::study::{BranchId, Change, DeskId, StaffId};
use crate::time::{Minute, Minutes, Span, SpanSet};

/// How often all pairs are looked at again; each round can only lower the number of stints.
const MOST_ROUNDS: usize = 4;

/// Two people who take turns.
struct Turns {
    /// The minutes in which exactly one of them is on a desk, in order.
    minutes: Vec<Turn>,
    /// How many of them the first has today.
    of_first: usize,
}

/// One minute of somebody's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Turn {
    at: Minute,
    desk: DeskId,
    /// Whether the first of the two could be on the desk, and the other.
    can: [bool; 2],
}

/// Gives people who take turns one block each (or blocks of at most `longest` minutes). Every desk stays covered as it
/// was in every minute, and everybody keeps the same desk time on every date.
pub fn block_days(
    draft: &mut Draft,
    change: &Change,
    people: &[StaffId],
    (desk, longest): (Option<DeskId>, Option<u16>),
) -> Done {
    let mut done = Done::default();
    let people = people_of(draft, change, people);
    for day in days_of(draft, change) {
        let place = Place { branch: change.branch, desk, span: change.when.span_on(day) };
        let n_better: usize = draft.near(day, |draft| {
            let rounds = (0..MOST_ROUNDS).map(|_| round(draft, &people, &place, longest.unwrap_or(u16::MAX)));
            rounds.take_while(|n| *n > 0).sum()
        });
        done.n_dates += usize::from(n_better > 0);
    }
    if done.n_dates == 0 {
        return Done::refused("no two of these people take turns that could be joined");
    }
    done
}

/// Where and when turns are joined.
struct Place {
    branch: BranchId,
    desk: Option<DeskId>,
    span: Span,
}

/// Looks at every pair once; returns for how many of them the turns were joined.
fn round(draft: &mut Draft, people: &[StaffId], place: &Place, longest: u16) -> usize {
    let mut n_better = 0;
    for (n, &first) in people.iter().enumerate() {
        for &other in &people[n + 1..] {
            n_better += usize::from(join_turns(draft, [first, other], place, longest));
        }
    }
    n_better
}

/// Off-desk time in usable blocks (more is better), then stints (fewer are better).
fn score(draft: &mut Draft, pair: [StaffId; 2], branch: BranchId) -> (Minutes, std::cmp::Reverse<usize>) {
    let min_block = Minutes(i64::from(draft.study.settings.min_block));
    let mut usable = Minutes::ZERO;
    let mut n_stints = 0;
    for staff in pair {
        let free = draft.off_desk(staff, branch);
        usable +=
            free.spans().iter().map(|block| block.length()).filter(|length| *length >= min_block).sum::<Minutes>();
        n_stints += desk_time(draft, staff).spans().len();
    }
    (usable, std::cmp::Reverse(n_stints))
}

/// Joins the turns of two people, if that leaves more usable time, or as much with fewer stints.
fn join_turns(draft: &mut Draft, pair: [StaffId; 2], place: &Place, longest: u16) -> bool {
    let Some(turns) = turns(draft, pair, place) else { return false };
    let mut best = (score(draft, pair, place.branch), None);
    let too_long = excess(draft, pair, longest);
    let all = SpanSet::from_spans(turns.minutes.iter().map(|turn| one_minute(turn.at)).collect());
    let before = draft.saved();
    for begins in [0, 1] {
        draft.restore(before.clone());
        for staff in pair {
            let _ = draft.release(staff, &all, |row| row.branch == place.branch);
        }
        for (staff, own) in pair.into_iter().zip(dealt(&turns, begins, longest)) {
            for piece in pieces(&own, place.branch) {
                draft.put_desk(staff, piece);
            }
        }
        let found = score(draft, pair, place.branch);
        // what is gained must not come from turns that are too long
        let (now, then) = (too_long, excess(draft, pair, longest));
        if found > best.0 && then.0 <= now.0 && then.1 <= now.1 {
            best = (found, Some(draft.saved()));
        }
    }
    let is_better = best.1.is_some();
    draft.restore(best.1.unwrap_or(before));
    is_better
}

/// How many stints of two people are longer than wanted, and by how much, all of them together.
fn excess(draft: &mut Draft, pair: [StaffId; 2], longest: u16) -> (usize, Minutes) {
    let longest = Minutes(i64::from(longest));
    let (mut n_longer, mut by) = (0, Minutes::ZERO);
    for staff in pair {
        for stint in desk_time(draft, staff).spans().iter().filter(|stint| stint.length() > longest) {
            n_longer += 1;
            by += stint.length() - longest;
        }
    }
    (n_longer, by)
}

const fn one_minute(at: Minute) -> Span {
    Span { start: at, end: Minute(at.0 + 1) }
}

/// Minutes as pieces, desk by desk.
fn pieces(turns: &[Turn], branch: BranchId) -> Vec<DeskPiece> {
    let mut pieces: Vec<DeskPiece> = Vec::new();
    for turn in turns {
        let span = one_minute(turn.at);
        match pieces.last_mut() {
            Some(last) if last.desk == turn.desk && last.span.end == turn.at => last.span.end = span.end,
            _ => pieces.push(DeskPiece { span, branch, desk: turn.desk }),
        }
    }
    pieces
}

/// The minutes that two people could share out anew.
fn turns(draft: &mut Draft, pair: [StaffId; 2], place: &Place) -> Option<Turns> {
    let on = pair.map(|staff| draft.desk_pieces(staff, place.branch, place.desk, place.span));
    if on.iter().any(Vec::is_empty) {
        return None;
    }
    let busy = pair.map(|staff| desk_time(draft, staff));
    let free = pair.map(|staff| draft.off_desk(staff, place.branch));
    let mut minutes = Vec::new();
    let mut of_first = 0;
    for own in [0, 1] {
        let other = 1 - own;
        let alone =
            on[own].iter().flat_map(|piece| (piece.span.start.0..piece.span.end.0).map(|at| (Minute(at), piece.desk)));
        for (at, desk) in alone.filter(|(at, _)| !busy[other].contains(*at)) {
            let mut can = [true, true];
            can[other] = free[other].contains(at);
            minutes.push(Turn { at, desk, can });
            of_first += usize::from(own == 0);
        }
    }
    minutes.sort_unstable();
    // somebody booked on two desks at once keeps both
    let is_double = minutes.windows(2).any(|two| two[0].at == two[1].at);
    (!is_double && minutes.iter().any(|turn| turn.can == [true, true])).then_some(Turns { minutes, of_first })
}

/// Deals the minutes out: each person gets as many as before. Minutes that only one of them can have are theirs; of
/// the others the one who begins takes turns of at most `longest` minutes, as long as any are left to that person.
fn dealt(turns: &Turns, begins: usize, longest: u16) -> [Vec<Turn>; 2] {
    let n_forced = |whose: usize| turns.minutes.iter().filter(|turn| turn.can[whose] && !turn.can[1 - whose]).count();
    let n_other = turns.minutes.len() - turns.of_first;
    let mut left = [turns.of_first - n_forced(0), n_other - n_forced(1)];
    let mut dealt = [Vec::new(), Vec::new()];
    let (mut now, mut length, mut last) = (begins, 0_u16, None);
    for turn in &turns.minutes {
        if last != Some(turn.at) {
            length = 0;
        }
        let whose = match turn.can {
            [true, false] => 0,
            [false, true] => 1,
            _ => {
                let is_turn_over = length >= longest && left[1 - now] > 0;
                let whose = if left[now] == 0 || is_turn_over { 1 - now } else { now };
                left[whose] -= 1;
                whose
            }
        };
        length = if whose == now { length.saturating_add(1) } else { 1 };
        (now, last) = (whose, Some(Minute(turn.at.0 + 1)));
        dealt[whose].push(*turn);
    }
    dealt
}
