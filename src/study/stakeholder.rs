//! Who in the community could meet the library, when and how?

use super::{BranchId, StakeholderId};
use crate::time::{Day, DayRule, Span, Validity};

/// Where a meeting takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Staff visit.
    Go,
    /// The stakeholder comes to the library.
    Host,
    /// Both stay where they are.
    Online,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Mode; 3] = [Mode::Go, Mode::Host, Mode::Online];

    /// The word that stands in a file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Mode::Go => "go",
            Mode::Host => "host",
            Mode::Online => "online",
        }
    }
}

/// A stakeholder: a school, a shelter, an employer …, of one branch or of every branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stakeholder {
    /// The name.
    pub name: String,
    /// The branch whose staff would meet it; none where any branch may.
    pub branch: Option<BranchId>,
    /// The kind of stakeholder, such as `school`; empty where not given.
    pub group: String,
    /// How much it matters, 1 first; none where not given.
    pub priority: Option<u8>,
}

/// One row of `stakeholders.csv`: a time at which the stakeholder can meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowRow {
    /// Whose time it is.
    pub stakeholder: StakeholderId,
    /// On which days.
    pub day: DayRule,
    /// From and to which minute of the day; none where the row says "not on this date".
    pub window: Option<(u16, u16)>,
    /// Where the meeting takes place.
    pub mode: Mode,
    /// The way there, minutes each way; it counts for staff visits only.
    pub travel: u16,
    /// The shortest useful visit, in minutes.
    pub min_visit: u16,
    /// Whether the time is merely tentative.
    pub is_tentative: bool,
    /// The role that must go, empty for any.
    pub needs_role: String,
    /// From and to which date it holds.
    pub validity: Validity,
    /// The line in the file.
    pub line: u32,
}

impl WindowRow {
    /// The window on one of its days.
    #[must_use]
    pub fn span_on(&self, day: Day) -> Option<Span> {
        self.window.map(|(from, to)| day.span(i32::from(from), i32::from(to)))
    }
}
