//! Which bookings of one person cannot both be kept? (Domain, section 4: double booking.)

use crate::study::StaffId;
use crate::time::Span;

/// What clashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// Two desks of one branch at once.
    TwoDesks,
    /// Desk time during leave: leave holds.
    DeskDuringLeave,
    /// Desk time during another duty: the desk holds.
    DeskDuringDuty,
    /// Two branches at once: a desk row decides, else the branch that comes first by name.
    TwoBranches,
}

impl ConflictKind {
    /// In plain words.
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            ConflictKind::TwoDesks => "on two desks at once",
            ConflictKind::DeskDuringLeave => "desk time during leave",
            ConflictKind::DeskDuringDuty => "desk time during another duty",
            ConflictKind::TwoBranches => "at two branches at once",
        }
    }
}

/// Two rows of one person that overlap on one date and cannot both be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// Who.
    pub staff: StaffId,
    /// When both hold.
    pub span: Span,
    /// What clashes.
    pub kind: ConflictKind,
    /// The lines of the two rows in the schedule.
    pub lines: (u32, u32),
}
