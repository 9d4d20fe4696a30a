//! Whose desk time is it? Moved, swapped, released, added; never to somebody who is not there or is busy.

use super::{Done, all_or_nothing, days_of};
use crate::scenario::draft::{DeskPiece, Draft};
use crate::study::{Activity, BranchId, Change, DeskId, StaffId, When};
use crate::time::{Day, Minutes, Span, SpanSet};

/// Why a person cannot be on a desk in a span, as the end of a sentence; nothing where they can.
pub fn why_busy(draft: &mut Draft, staff: StaffId, branch: BranchId, span: Span) -> Option<String> {
    let wanted = SpanSet::from_spans(vec![span]);
    let missing = wanted.difference(&draft.off_desk(staff, branch));
    let first = missing.spans().first().copied()?;
    let (start, end) = first.clock_times();
    let overlaps = |activity: &Activity| *activity != Activity::Shift && *activity != Activity::OffDesk;
    let busy: Option<Activity> = draft
        .rows(staff)
        .iter()
        .filter(|row| row.span.overlaps(first) && overlaps(&row.activity))
        .map(|row| row.activity)
        .min_by_key(|activity| (*activity != Activity::Leave, *activity));
    let name = draft.shown(staff);
    let why = match busy {
        Some(Activity::Leave) => "is on leave".to_owned(),
        Some(Activity::Desk) => "is on a desk already".to_owned(),
        Some(activity) => format!("has a row `{}`", activity.name()),
        None => "is not at work there".to_owned(),
    };
    Some(format!("{name} {why} from {start} to {end}"))
}

/// Hands desk time of one person to another.
pub fn hand(draft: &mut Draft, change: &Change, desk: Option<DeskId>, from: StaffId, to: StaffId) -> Done {
    let mut done = Done::default();
    for day in days_of(draft, change) {
        let span = change.when.span_on(day);
        let result = draft.near(day, |draft| {
            let pieces = draft.desk_pieces(from, change.branch, desk, span);
            if pieces.is_empty() {
                return Err(no_desk_time(draft, from, span));
            }
            all_or_nothing(draft, |draft| hand_pieces(draft, &pieces, from, to))
        });
        done.take(day, result);
    }
    done
}

fn no_desk_time(draft: &Draft, staff: StaffId, span: Span) -> String {
    let (start, end) = span.clock_times();
    format!("{} has no desk time there from {start} to {end}", draft.shown(staff))
}

/// Hands pieces of desk time to somebody, whole or not at all.
pub fn hand_pieces(draft: &mut Draft, pieces: &[DeskPiece], from: StaffId, to: StaffId) -> Result<(), String> {
    for piece in pieces {
        if let Some(reason) = why_busy(draft, to, piece.branch, piece.span) {
            return Err(reason);
        }
        release_piece(draft, from, piece);
        draft.put_desk(to, *piece);
    }
    Ok(())
}

/// Ends one piece of desk time.
pub fn release_piece(draft: &mut Draft, staff: StaffId, piece: &DeskPiece) {
    let within = SpanSet::from_spans(vec![piece.span]);
    let _ = draft.release(staff, &within, |row| (row.branch, row.desk) == (piece.branch, piece.desk));
}

/// Two people take each other's desk time; the dates of the two hours are paired week by week, single dates in order.
pub fn swap(draft: &mut Draft, change: &Change, (a, b): (StaffId, StaffId), other: &When) -> Done {
    let mut done = Done::default();
    let days = days_of(draft, change);
    let others: Vec<Day> = other.days(draft.period(), draft.study.settings.rotation).collect();
    let is_weekly = change.when.day.date().is_none() && other.day.date().is_none();
    for (n, &day) in days.iter().enumerate() {
        let of_week =
            |all: &[Day]| all.iter().copied().filter(|other| other.monday() == day.monday()).collect::<Vec<Day>>();
        let other_day = if is_weekly {
            let nth = of_week(&days).iter().position(|own| *own == day).unwrap_or(0);
            of_week(&others).get(nth).copied()
        } else {
            others.get(n).copied()
        };
        let Some(other_day) = other_day else {
            done.take(day, Err("there is no date in that week for the other hour of the swap".to_owned()));
            continue;
        };
        let (mine, theirs) = (change.when.span_on(day), other.span_on(other_day));
        let of_a = draft.desk_pieces(a, change.branch, None, mine);
        let of_b = draft.desk_pieces(b, change.branch, None, theirs);
        let result = if of_a.is_empty() {
            Err(no_desk_time(draft, a, mine))
        } else if of_b.is_empty() {
            Err(no_desk_time(draft, b, theirs))
        } else {
            all_or_nothing(draft, |draft| {
                of_a.iter().for_each(|piece| release_piece(draft, a, piece));
                of_b.iter().for_each(|piece| release_piece(draft, b, piece));
                put_if_free(draft, b, &of_a)?;
                put_if_free(draft, a, &of_b)
            })
        };
        done.take(day, result);
    }
    done
}

/// Puts somebody on desks, if they can be there.
pub fn put_if_free(draft: &mut Draft, staff: StaffId, pieces: &[DeskPiece]) -> Result<(), String> {
    for piece in pieces {
        if let Some(reason) = why_busy(draft, staff, piece.branch, piece.span) {
            return Err(reason);
        }
        draft.put_desk(staff, *piece);
    }
    Ok(())
}

/// Ends somebody's desk time.
pub fn release(draft: &mut Draft, change: &Change, desk: Option<DeskId>, staff: StaffId) -> Done {
    let mut done = Done::default();
    for day in days_of(draft, change) {
        let span = change.when.span_on(day);
        let result = draft.near(day, |draft| {
            let pieces = draft.desk_pieces(staff, change.branch, desk, span);
            pieces.iter().for_each(|piece| release_piece(draft, staff, piece));
            if pieces.is_empty() { Err(no_desk_time(draft, staff, span)) } else { Ok(()) }
        });
        done.take(day, result);
    }
    done
}

/// Puts somebody on a desk.
pub fn add(draft: &mut Draft, change: &Change, desk: DeskId, staff: StaffId) -> Done {
    let mut done = Done::default();
    for day in days_of(draft, change) {
        let piece = DeskPiece { span: change.when.span_on(day), branch: change.branch, desk };
        let result = draft.near(day, |draft| put_if_free(draft, staff, &[piece]));
        done.take(day, result);
    }
    done
}

/// Ends desk time of whoever is above a desk's minimum, in pieces long enough to be used: the longest first, people who
/// may meet partners before others, then the earliest, then by name.
pub fn release_above_minimum(draft: &mut Draft, change: &Change, desk: Option<DeskId>) -> Done {
    let mut done = Done::default();
    let min_block = Minutes(i64::from(draft.study.settings.min_block));
    for day in days_of(draft, change) {
        let span = change.when.span_on(day);
        let n_released = draft.near(day, |draft| {
            let mut n_released = 0;
            while let Some((staff, piece)) = best_above_minimum(draft, change.branch, desk, span, min_block) {
                release_piece(draft, staff, &piece);
                n_released += 1;
            }
            n_released
        });
        done.n_dates += usize::from(n_released > 0);
    }
    if done.n_dates == 0 {
        return Done::refused(format!("nobody is above the minimum for {min_block} or more"));
    }
    done
}

fn best_above_minimum(
    draft: &mut Draft,
    branch: BranchId,
    desk: Option<DeskId>,
    within: Span,
    least: Minutes,
) -> Option<(StaffId, DeskPiece)> {
    let people = draft.people_at(branch);
    let mut pieces: Vec<(StaffId, DeskPiece)> = Vec::new();
    for staff in &people {
        pieces.extend(draft.desk_pieces(*staff, branch, desk, within).into_iter().map(|piece| (*staff, piece)));
    }
    let mut found: Vec<(StaffId, DeskPiece)> = Vec::new();
    for (staff, piece) in &pieces {
        let on_it: Vec<Span> =
            pieces.iter().filter(|(_, other)| other.desk == piece.desk).map(|(_, other)| other.span).collect();
        let above = super::minimums::above_minimum(draft, branch, piece.desk, piece.span, &on_it);
        found.extend(above.spans().iter().map(|span| (*staff, DeskPiece { span: *span, ..*piece })));
    }
    let is_eligible = |staff: StaffId| draft.study.member(staff).does_outreach;
    found.into_iter().filter(|(_, piece)| piece.span.length() >= least).min_by_key(|(staff, piece)| {
        (!is_eligible(*staff), std::cmp::Reverse(piece.span.length()), piece.span.start, *staff, piece.desk)
    })
}
