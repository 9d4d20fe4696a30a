//! What is going on at a minute of a person's day? The rows that are active, and what they say together.

use crate::study::{Activity, BranchId, DeskId};

/// One row on one date.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// The row's line.
    pub line: u32,
    /// At which branch.
    pub branch: BranchId,
    /// On which desk.
    pub desk: DeskId,
    /// What the person does.
    pub activity: Activity,
    /// Not a row: time that is assumed (as `Shift`) or not known (as `Other`).
    pub is_assumed: bool,
}

impl Piece {
    /// What it says, as a set of one: rows in the lower half, what is assumed in the upper.
    const fn set(&self) -> u32 {
        bit(self.activity) << if self.is_assumed { ASSUMED } else { 0 }
    }
}

/// The pieces that are active at a minute.
#[derive(Debug, Default)]
pub struct Active {
    /// In the order of their starts.
    pub pieces: Vec<Piece>,
    /// What they say, all together.
    set: u32,
    /// When the first of them ends.
    pub first_end: i32,
    /// Whether all of them are at one branch.
    is_at_one_branch: bool,
}

impl Active {
    /// Nothing is active.
    pub fn clear(&mut self) {
        self.pieces.clear();
        (self.set, self.first_end, self.is_at_one_branch) = (0, i32::MAX, true);
    }

    /// From now on, this too is active.
    pub fn push(&mut self, piece: Piece) {
        self.set |= piece.set();
        self.first_end = self.first_end.min(piece.end);
        self.is_at_one_branch &= self.pieces.first().is_none_or(|first| first.branch == piece.branch);
        self.pieces.push(piece);
    }

    /// Lets go of those that end at a minute.
    pub fn drop_ended(&mut self, at: i32) {
        let mut rest = std::mem::take(&mut self.pieces);
        self.clear();
        let (set, first_end) = (&mut self.set, &mut self.first_end);
        rest.retain(|piece| {
            let goes_on = piece.end > at;
            if goes_on {
                *set |= piece.set();
                *first_end = piece.end.min(*first_end);
            }
            goes_on
        });
        self.is_at_one_branch = rest.iter().all(|piece| piece.branch == rest[0].branch);
        self.pieces = rest;
    }

    /// What rows say, and what is assumed.
    pub fn sets(&self) -> (u32, u32) {
        (self.set & ((1 << ASSUMED) - 1), self.set >> ASSUMED)
    }

    /// Whether a new piece may clash with one of them: at one branch, only a desk clashes with another desk, a duty or
    /// leave.
    pub fn may_clash(&self, new: &Piece) -> bool {
        let clashing = if new.activity == Activity::Desk { CLASHES_WITH_DESK } else { bit(Activity::Desk) };
        let is_there = self.pieces.first().is_none_or(|first| first.branch == new.branch);
        self.set & clashing != 0 || !self.is_at_one_branch || !is_there
    }

    /// Of several branches, that of a desk counts, then that of a row before what is assumed; of equals, the first by
    /// name.
    pub fn branch(&self, is_desk: bool, is_row: bool) -> Option<BranchId> {
        let first = self.pieces.first()?.branch;
        if self.is_at_one_branch {
            return Some(first);
        }
        let decides =
            |piece: &&Piece| if is_desk { piece.activity == Activity::Desk } else { !is_row || !piece.is_assumed };
        self.pieces.iter().filter(decides).map(|piece| piece.branch).min()
    }
}

/// Activities as a set, one bit each, in their order.
pub const fn bit(activity: Activity) -> u32 {
    1 << activity.index()
}

/// By how many bits the set of what is assumed stands above the set of rows.
const ASSUMED: u32 = 16;

/// What clashes with a desk at the same branch.
const CLASHES_WITH_DESK: u32 = DUTIES | bit(Activity::Desk) | bit(Activity::Leave);

/// All duties.
pub const DUTIES: u32 = {
    let (mut set, mut at) = (0, 0);
    while at < Activity::ALL.len() {
        if Activity::ALL[at].is_duty() {
            set |= bit(Activity::ALL[at]);
        }
        at += 1;
    }
    set
};
