//! Who could meet a stakeholder, when, and for how long? Every piece long enough is a contact slot. (Domain, section 5.)

use super::by_day::ByDay;
use super::offer::Offer;
use crate::study::{BranchId, Mode, StaffId, StakeholderId};
use crate::time::Span;

/// A time at which one person could meet one stakeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContactSlot {
    /// Whom.
    pub stakeholder: StakeholderId,
    /// Who.
    pub staff: StaffId,
    /// From which branch.
    pub branch: BranchId,
    /// When; without the way there and back.
    pub span: Span,
    /// Where they meet.
    pub mode: Mode,
    /// Whether the window is tentative.
    pub is_tentative: bool,
}

/// One eligible person's time at a branch, cut for each mode.
#[derive(Clone, Debug, Default)]
pub struct FreeTime {
    /// Blocks of off-desk time.
    pub blocks: Spans,
    /// Blocks of releasable time.
    pub releasable: Spans,
    /// Off-desk time within open hours.
    pub while_open: Spans,
}

/// Spans, sorted and disjoint, and where each day's are.
#[derive(Clone, Debug, Default)]
pub struct Spans {
    spans: Vec<(i32, i32)>,
    by_day: ByDay,
}

impl Spans {
    /// Spans that are sorted and disjoint.
    #[must_use]
    pub fn of(spans: Vec<(i32, i32)>) -> Spans {
        let by_day = ByDay::of(spans.iter().map(|span| span.1));
        Spans { spans, by_day }
    }

    /// The spans that end after a minute.
    #[must_use]
    pub fn after(&self, minute: i32) -> &[(i32, i32)] {
        let near = &self.spans[self.by_day.near(minute)..];
        &near[near.iter().take_while(|span| span.1 <= minute).count()..]
    }
}

/// The parts of `spans` that lie outside (or inside) `others`; both are sorted and disjoint.
#[must_use]
pub fn cut(spans: &[(i32, i32)], others: &[(i32, i32)], keep_inside: bool) -> Vec<(i32, i32)> {
    let mut parts = Vec::with_capacity(spans.len());
    let mut next = 0;
    for &(start, end) in spans {
        while others.get(next).is_some_and(|other| other.1 <= start) {
            next += 1;
        }
        let mut at = start;
        let mut look = next;
        while let Some(&(other_start, other_end)) = others.get(look).filter(|other| other.0 < end) {
            if keep_inside {
                parts.push((other_start.max(start), other_end.min(end)));
            } else if other_start > at {
                parts.push((at, other_start));
            }
            at = other_end.max(at);
            look += 1;
        }
        if !keep_inside && at < end {
            parts.push((at, end));
        }
    }
    parts
}

/// The pieces of a person's time in which an offer could be taken up.
pub fn pieces(offer: &Offer, free: &FreeTime, found: &mut Vec<(i32, i32)>) {
    let (blocks, travel) = match offer.mode {
        Mode::Go => (&free.releasable, offer.travel),
        Mode::Host => (&free.while_open, 0),
        Mode::Online => (&free.blocks, 0),
    };
    for &window in &offer.windows {
        let need = offer.need(window);
        for &(start, end) in blocks.after(window.0 + travel).iter().take_while(|block| block.0 + travel < window.1) {
            let piece = ((start + travel).max(window.0), (end - travel).min(window.1));
            if piece.1 - piece.0 >= need {
                found.push(piece);
            }
        }
    }
}

/// The union of pieces, sorted and disjoint.
pub fn union(pieces: &mut Vec<(i32, i32)>) {
    pieces.sort_unstable();
    let mut kept = 0;
    for at in 1..pieces.len() {
        if pieces[at].0 <= pieces[kept].1 {
            pieces[kept].1 = pieces[kept].1.max(pieces[at].1);
        } else {
            kept += 1;
            pieces[kept] = pieces[at];
        }
    }
    pieces.truncate(kept + 1);
}
