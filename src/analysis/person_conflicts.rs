//! Which rows of a person overlap and cannot both be kept? (Domain, section 4.)

use super::conflict::{Conflict, ConflictKind};
use super::person_time::PersonTime;
use super::piece::Piece;
use crate::study::Activity;
use crate::time::{Minute, Span};

/// Notes what clashes with pieces that begin on a day; `pieces` are in the order of their starts, with those that began
/// before the day and last into it.
pub fn note_conflicts(pieces: &[Piece], midnight: i32, time: &mut PersonTime) {
    let is_row = |piece: &&Piece| !piece.is_assumed;
    for (at, new) in pieces.iter().enumerate().filter(|(_, piece)| piece.start >= midnight && !piece.is_assumed) {
        for old in pieces[..at].iter().filter(is_row).filter(|old| old.end > new.start) {
            if let Some(kind) = clash(old, new) {
                let span = Span { start: Minute(new.start), end: Minute(new.end.min(old.end)) };
                time.conflicts.push(Conflict { staff: time.staff, span, kind, lines: (old.line, new.line) });
            }
        }
    }
}

fn clash(old: &Piece, new: &Piece) -> Option<ConflictKind> {
    let (a, b) = (old.activity, new.activity);
    match (a == Activity::Desk, b == Activity::Desk) {
        _ if a == Activity::Leave && b == Activity::Leave => None,
        (true, true) if old.branch == new.branch && old.desk == new.desk => None,
        (true, true) if old.branch == new.branch => Some(ConflictKind::TwoDesks),
        (true, false) | (false, true) if a == Activity::Leave || b == Activity::Leave => {
            Some(ConflictKind::DeskDuringLeave)
        }
        _ if a == Activity::Leave || b == Activity::Leave => None,
        _ if old.branch != new.branch => Some(ConflictKind::TwoBranches),
        (true, false) if b.is_duty() => Some(ConflictKind::DeskDuringDuty),
        (false, true) if a.is_duty() => Some(ConflictKind::DeskDuringDuty),
        _ => None,
    }
}
