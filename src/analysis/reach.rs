//! Who could meet a stakeholder, when, and for how long? Every piece long enough is a contact slot. (Domain, section 5.)

use super::by_day::ByDay;
use super::offer::Offer;
use crate::study::{BranchId, Mode, StaffId, StakeholderId};
use crate::time::{Minute, Span};

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
    /// The way there, minutes each way; 0 where nobody goes.
    pub travel: u16,
    /// Whether the window is tentative.
    pub is_tentative: bool,
}

/// One eligible person's time at a branch.
#[derive(Clone, Debug, Default)]
pub struct FreeTime<'a> {
    /// Blocks of off-desk time.
    pub blocks: Spans<'a>,
    /// The parts of them on call, sorted and disjoint.
    pub on_call: Vec<Span>,
}

/// What holds at a branch for everybody.
#[derive(Clone, Debug)]
pub struct BranchTime<'a> {
    /// Open hours.
    pub open: Spans<'a>,
    /// Spans in which the building minimum keeps everybody in.
    pub held: Spans<'a>,
}

/// Spans, sorted and disjoint, and where each day's are.
#[derive(Clone, Debug, Default)]
pub struct Spans<'a> {
    spans: &'a [Span],
    by_day: ByDay,
}

impl<'a> Spans<'a> {
    /// Spans that are sorted and disjoint.
    #[must_use]
    pub fn of(spans: &'a [Span]) -> Spans<'a> {
        Spans { spans, by_day: ByDay::of(spans.iter().map(|span| span.end.0)) }
    }

    /// The spans that end after a minute.
    fn after(&self, minute: Minute) -> &'a [Span] {
        let near = &self.spans[self.by_day.near(minute.0)..];
        &near[near.iter().take_while(|span| span.end <= minute).count()..]
    }
}

/// The parts of a span that are in one of `others`; these are sorted and disjoint.
fn inside(span: Span, others: &[Span]) -> impl Iterator<Item = Span> {
    others.iter().take_while(move |other| other.start < span.end).map(move |other| other.intersection(span))
}

/// Calls `each` with the parts of a span that are in none of `others`; these are sorted and disjoint.
fn outside(span: Span, others: &[Span], mut each: impl FnMut(Span)) {
    let mut at = span.start;
    for other in others.iter().take_while(|other| other.start < span.end) {
        if other.start > at {
            each(Span { start: at, end: other.start });
        }
        at = at.max(other.end);
    }
    if at < span.end {
        each(Span { start: at, end: span.end });
    }
}

/// The pieces of a person's time in which an offer could be taken up, in order: of time in which the person may leave, of
/// time while the branch is open, or of all off-desk time.
pub fn pieces(offer: &Offer, free: &FreeTime<'_>, branch: &BranchTime<'_>, found: &mut Vec<(i32, i32)>) {
    let travel = if offer.mode == Mode::Go { offer.travel } else { 0 };
    for &window in &offer.windows {
        let need = offer.need(window);
        let mut push = |part: Span| {
            let piece = ((part.start.0 + travel).max(window.0), (part.end.0 - travel).min(window.1));
            if piece.1 - piece.0 >= need {
                found.push(piece);
            }
        };
        let blocks = free.blocks.after(Minute(window.0 + travel)).iter();
        for block in blocks.take_while(|block| block.start.0 + travel < window.1) {
            match offer.mode {
                Mode::Go => {
                    outside(*block, branch.held.after(block.start), |part| outside(part, &free.on_call, &mut push));
                }
                Mode::Host => inside(*block, branch.open.after(block.start)).for_each(&mut push),
                Mode::Online => push(*block),
            }
        }
    }
}

/// The union of pieces, sorted and disjoint.
pub fn union(pieces: &mut Vec<(i32, i32)>) {
    // those of each person are in order
    pieces.sort_by_key(|piece| piece.0);
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
