//! Who is on when, if everybody keeps as much desk time as before? Turns that alternate become blocks.

use super::hand_over::desk_time;
use super::{Done, days_of, people_of};
use crate::scenario::draft::{DeskPiece, Draft};
use crate::study::{Activity, BranchId, Change, DeskId, StaffId};
use crate::time::{Minute, Span, SpanSet};

/// How often all pairs are looked at again; each round can only lower the number of stints.
const MOST_ROUNDS: usize = 4;

/// Two people who take turns at a desk.
struct Turns {
    /// The minutes in which exactly one of them is on the desk, in order; whether the first of them can be, and the
    /// other.
    minutes: Vec<(Minute, bool, bool)>,
    /// How many of them the first has today.
    of_first: usize,
}

/// Gives people who take turns at a desk one block each (or blocks of at most `longest` minutes). Every minute stays
/// covered as it was, and everybody keeps the same desk time on every date.
pub fn block_days(
    draft: &mut Draft,
    change: &Change,
    people: &[StaffId],
    (desk, longest): (Option<DeskId>, Option<u16>),
) -> Done {
    let mut done = Done::default();
    let people = people_of(draft, change, people);
    for day in days_of(draft, change) {
        let span = change.when.span_on(day);
        let mut n_better = 0;
        for _ in 0..MOST_ROUNDS {
            let n = round(draft, change.branch, &people, span, (desk, longest.unwrap_or(u16::MAX)));
            n_better += n;
            if n == 0 {
                break;
            }
        }
        done.n_done += usize::from(n_better > 0);
        if n_better == 0 && is_anybody_on(draft, &people, span) {
            done.take(day, Err("no two of these people take turns that could be joined".to_owned()));
        }
    }
    done
}

fn is_anybody_on(draft: &mut Draft, people: &[StaffId], span: Span) -> bool {
    people.iter().any(|staff| !desk_time(draft, *staff).length_within(span).is_zero())
}

/// Looks at every pair once; returns for how many of them the turns were joined.
fn round(
    draft: &mut Draft,
    branch: BranchId,
    people: &[StaffId],
    span: Span,
    (desk, longest): (Option<DeskId>, u16),
) -> usize {
    let mut n_better = 0;
    for (n, &first) in people.iter().enumerate() {
        for &other in &people[n + 1..] {
            let mut desks: Vec<DeskId> = [first, other]
                .into_iter()
                .flat_map(|staff| draft.desk_pieces(staff, branch, desk, span))
                .map(|piece| piece.desk)
                .collect();
            desks.sort_unstable();
            desks.dedup();
            for desk in desks {
                n_better += usize::from(join_turns(draft, (branch, desk), (first, other), span, longest));
            }
        }
    }
    n_better
}

/// Joins the turns of two people at one desk, if that makes their stints fewer.
fn join_turns(
    draft: &mut Draft,
    (branch, desk): (BranchId, DeskId),
    (first, other): (StaffId, StaffId),
    span: Span,
    longest: u16,
) -> bool {
    let Some(turns) = turns(draft, (branch, desk), (first, other), span) else { return false };
    let n_stints = |draft: &mut Draft| desk_time(draft, first).spans().len() + desk_time(draft, other).spans().len();
    let now = n_stints(draft);
    let mut best: Option<(usize, Draft)> = None;
    for is_first_first in [true, false] {
        let mut tried = draft.clone();
        for (staff, minutes) in [first, other].into_iter().zip(dealt(&turns, is_first_first, longest)) {
            let all: Vec<Span> = turns.minutes.iter().map(|(at, ..)| one_minute(*at)).collect();
            let within = SpanSet::from_spans(all);
            let _ = tried.release(staff, &within, |row| (row.branch, row.desk) == (branch, desk));
            let own = SpanSet::from_spans(minutes.into_iter().map(one_minute).collect());
            for span in own.spans() {
                tried.put_desk(staff, DeskPiece { span: *span, branch, desk });
            }
        }
        let n = n_stints(&mut tried);
        if n < best.as_ref().map_or(now, |(n, _)| *n) {
            best = Some((n, tried));
        }
    }
    let is_better = best.is_some();
    if let Some((_, tried)) = best {
        *draft = tried;
    }
    is_better
}

const fn one_minute(at: Minute) -> Span {
    Span { start: at, end: Minute(at.0 + 1) }
}

/// The minutes that two people could share out anew.
fn turns(
    draft: &mut Draft,
    (branch, desk): (BranchId, DeskId),
    (first, other): (StaffId, StaffId),
    span: Span,
) -> Option<Turns> {
    let within = SpanSet::from_spans(vec![span]);
    let mut on = |staff| {
        let is_on =
            draft.union(staff, |row| row.activity == Activity::Desk && (row.branch, row.desk) == (branch, desk));
        is_on.intersection(&within)
    };
    let (a, b) = (on(first), on(other));
    let (only_a, only_b) = (a.difference(&b), b.difference(&a));
    if only_a.spans().is_empty() || only_b.spans().is_empty() {
        return None;
    }
    let (free_a, free_b) = (draft.off_desk(first, branch), draft.off_desk(other, branch));
    let each = |set: &SpanSet| -> Vec<Minute> {
        set.spans().iter().flat_map(|span| (span.start.0..span.end.0).map(Minute)).collect()
    };
    let mut minutes: Vec<(Minute, bool, bool)> = each(&only_a)
        .into_iter()
        .map(|at| (at, true, free_b.contains(at)))
        .chain(each(&only_b).into_iter().map(|at| (at, free_a.contains(at), true)))
        .collect();
    minutes.sort_unstable();
    let of_first = each(&only_a).len();
    Some(Turns { minutes, of_first })
}

/// Deals the minutes out: each person gets as many as before. Minutes that only one of them can have are theirs; of
/// the others the one who begins takes turns of at most `longest` minutes, as long as any are left to that person.
fn dealt(turns: &Turns, is_first_first: bool, longest: u16) -> [Vec<Minute>; 2] {
    let n_forced =
        |is_first: bool| turns.minutes.iter().filter(|(_, a, b)| if is_first { *a && !*b } else { *b && !*a }).count();
    let n_other = turns.minutes.len() - turns.of_first;
    let mut left = [turns.of_first - n_forced(true), n_other - n_forced(false)];
    let mut dealt = [Vec::new(), Vec::new()];
    let mut now = usize::from(!is_first_first);
    let mut length = 0_u16;
    for &(at, can_first, can_other) in &turns.minutes {
        let whose = match (can_first, can_other) {
            (true, false) => 0,
            (false, true) => 1,
            _ => {
                let is_turn_over = length >= longest && left[1 - now] > 0;
                let whose = if left[now] == 0 || is_turn_over { 1 - now } else { now };
                left[whose] -= 1;
                whose
            }
        };
        length = if whose == now { length.saturating_add(1) } else { 1 };
        now = whose;
        dealt[whose].push(at);
    }
    dealt
}
