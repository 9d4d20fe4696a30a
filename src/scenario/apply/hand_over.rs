//! Who takes over? Desk time that somebody must not have is handed to people who can take it, in as few pieces as can be.

use super::desk_time::release_piece;
use super::{Done, all_or_nothing, days_of, people_of};
use crate::scenario::draft::{DeskPiece, Draft};
use crate::study::{Activity, Change, StaffId};
use crate::time::{Minute, Minutes, Span, SpanSet};

/// The shortest piece that is handed over by itself, unless the rest is shorter: nobody walks to a desk for less.
const LEAST_PIECE: Minutes = Minutes(15);

/// No stint is longer than so many minutes: each further stretch of that length goes to somebody else in turn.
pub fn max_stint(draft: &mut Draft, change: &Change, people: &[StaffId], minutes: u16) -> Done {
    let mut done = Done::default();
    let longest = Minutes(i64::from(minutes));
    let people = people_of(draft, change, people);
    for day in days_of(draft, change) {
        let within = SpanSet::from_spans(vec![change.when.span_on(day)]);
        let mut results = Vec::new();
        draft.near(day, |draft| {
            for &staff in &people {
                let stints = desk_time(draft, staff).intersection(&within);
                for stint in stints.spans().iter().filter(|stint| stint.length() > longest) {
                    let mut at = stint.start + longest;
                    while at < stint.end {
                        let excess = Span { start: at, end: stint.end.min(at + longest) };
                        results.push(all_or_nothing(draft, |draft| hand_over(draft, change, staff, excess, longest)));
                        at = excess.end + longest;
                    }
                }
            }
        });
        done.take_all(day, results);
    }
    if done.is_nothing() {
        return Done::refused(format!("nobody has a stint longer than {longest}"));
    }
    done
}

/// Keeps time free for outreach.
pub fn protect(draft: &mut Draft, change: &Change, people: &[StaffId]) -> Done {
    let mut done = Done::default();
    let longest = Minutes(i64::from(draft.study.settings.max_stint));
    let people = people_of(draft, change, people);
    for day in days_of(draft, change) {
        let span = change.when.span_on(day);
        let mut results = Vec::new();
        draft.near(day, |draft| {
            for &staff in &people {
                if !draft.desk_pieces(staff, change.branch, None, span).is_empty() {
                    results.push(all_or_nothing(draft, |draft| hand_over(draft, change, staff, span, longest)));
                }
            }
        });
        done.take_all(day, results);
    }
    if done.is_nothing() {
        return Done::refused("none of these people is on a desk then: the time is free already");
    }
    done
}

/// When a person is on any desk.
pub fn desk_time(draft: &mut Draft, staff: StaffId) -> SpanSet {
    draft.union(staff, |row| row.activity == Activity::Desk)
}

/// Hands all desk time of a person in a span to others. Desk time above a minimum simply ends.
fn hand_over(draft: &mut Draft, change: &Change, staff: StaffId, span: Span, longest: Minutes) -> Result<(), String> {
    for piece in draft.desk_pieces(staff, change.branch, None, span) {
        let on_it = on_desk(draft, &piece);
        let above = super::minimums::above_minimum(draft, piece.branch, piece.desk, piece.span, &on_it);
        release_piece(draft, staff, &piece);
        let needed = SpanSet::from_spans(vec![piece.span]).difference(&above);
        for span in needed.spans() {
            take_over(draft, staff, DeskPiece { span: *span, ..piece }, longest)?;
        }
    }
    Ok(())
}

/// Who is on a piece's desk while it lasts, as spans.
fn on_desk(draft: &mut Draft, piece: &DeskPiece) -> Vec<Span> {
    let people = draft.people_at(piece.branch);
    people
        .into_iter()
        .flat_map(|staff| draft.desk_pieces(staff, piece.branch, Some(piece.desk), piece.span))
        .map(|piece| piece.span)
        .collect()
}

/// Finds people for a piece of desk time: those who staff that desk first, then those of other desks; of each whoever
/// can stay longest, of equals people who do not meet partners, then those with the least desk time on that date, then
/// by name.
fn take_over(draft: &mut Draft, from: StaffId, piece: DeskPiece, longest: Minutes) -> Result<(), String> {
    let people: Vec<StaffId> = draft.people_at(piece.branch).into_iter().filter(|staff| *staff != from).collect();
    let mut at = piece.span.start;
    while at < piece.span.end {
        let rest = DeskPiece { span: Span { start: at, end: piece.span.end }, ..piece };
        let mut found = Vec::new();
        for &staff in &people {
            if desk_time(draft, staff).spans().is_empty() {
                continue;
            }
            let until = reach(draft, staff, &rest, longest);
            if until == rest.span.end || until - at >= LEAST_PIECE {
                let busy = desk_time(draft, staff).length_within(day_span(rest.span));
                let does_outreach = draft.study.member(staff).does_outreach;
                found.push((!staffs(draft, staff, &piece), std::cmp::Reverse(until), does_outreach, busy, staff));
            }
        }
        let Some((_, std::cmp::Reverse(until), .., staff)) = found.into_iter().min() else {
            let (start, end) = rest.span.clock_times();
            let desk = draft.study.desk_name(piece.desk).to_owned();
            return Err(format!("nobody can take the desk `{desk}` from {start} to {end}"));
        };
        draft.put_desk(staff, DeskPiece { span: Span { start: at, end: until }, ..piece });
        at = until;
    }
    Ok(())
}

/// Whether a person is on a piece's desk on any date.
fn staffs(draft: &mut Draft, staff: StaffId, piece: &DeskPiece) -> bool {
    let mut rows = draft.rows(staff).iter();
    rows.any(|row| row.activity == Activity::Desk && (row.branch, row.desk) == (piece.branch, piece.desk))
}

fn day_span(span: Span) -> Span {
    let day = span.day();
    Span { start: day.start(), end: day.plus(1).start() }
}

/// Until when a person could be on a desk from the start of a piece, with no stint longer than wanted.
fn reach(draft: &mut Draft, staff: StaffId, piece: &DeskPiece, longest: Minutes) -> Minute {
    let start = piece.span.start;
    let free = draft.off_desk(staff, piece.branch);
    let Some(block) = free.spans().iter().find(|block| block.start <= start && start < block.end) else {
        return start;
    };
    let desk = desk_time(draft, staff);
    let before = desk.spans().iter().find(|stint| stint.end == start).map_or(Minutes::ZERO, |stint| stint.length());
    let most = start + (if longest > before { longest - before } else { Minutes::ZERO });
    let mut until = block.end.min(piece.span.end).min(most);
    // a stint that follows at once makes one of both
    if let Some(after) = desk.spans().iter().find(|stint| stint.start == until)
        && before + (until - start) + after.length() > longest
    {
        until = start.max(until - LEAST_PIECE);
    }
    until
}
