//! What does a search for the best desk schedule answer? Plain data: what is won, what it takes, and how sure it is.

use super::measure::Worth;
use crate::study::{BranchId, DeskId, StaffId, StakeholderId};
use crate::time::{Day, Minutes, Span};

/// How sure it is that no schedule is better.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub enum Status {
    /// No schedule within the rules is better.
    Proven,
    /// No schedule within the rules reaches more than this share above it, 0 to 1.
    Within(f64),
    /// The best that was found.
    BestFound,
}

impl Status {
    /// The status of an answer of so many minutes, where no more than `bound` is possible.
    #[must_use]
    pub fn of(reach: Minutes, bound: Option<Minutes>) -> Status {
        match bound {
            None => Status::BestFound,
            Some(bound) if bound <= reach => Status::Proven,
            Some(bound) => Status::Within((bound - reach).share_of(bound)),
        }
    }
}

/// One date at one branch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayAnswer {
    /// At which branch.
    pub branch: BranchId,
    /// On which date.
    pub day: Day,
    /// Partner time that is reachable today.
    pub reach_today: Minutes,
    /// Partner time that is reachable then.
    pub reach: Minutes,
    /// Desk time that somebody else has then, or nobody.
    pub moved: Minutes,
    /// No schedule within the rules that moves as little reaches more than this; none where that is not known.
    pub bound: Option<Minutes>,
    /// How sure it is.
    pub status: Status,
}

/// Desk time that goes from one person to another, or ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reassignment {
    /// At which branch.
    pub branch: BranchId,
    /// When; on one date.
    pub span: Span,
    /// At which desk.
    pub desk: DeskId,
    /// Whose it is today.
    pub from: StaffId,
    /// Whose it becomes; none where the desk is above its minimum and needs nobody.
    pub to: Option<StaffId>,
    /// Whether the person who takes it leaves another desk for it at that time.
    pub leaves_a_desk: bool,
    /// The partner time that would be lost, were this change alone undone: by stakeholder, more than 0.
    pub wins: Vec<(StakeholderId, Minutes)>,
    /// The partners for whom changes of the same date that win time need this one, by the people that they share: it
    /// keeps somebody's desk time in balance, or makes room.
    pub supports: Vec<StakeholderId>,
}

impl Reassignment {
    /// The partner time that would be lost, were this change alone undone.
    #[must_use]
    pub fn won(&self) -> Minutes {
        self.wins.iter().map(|win| win.1).sum()
    }
}

/// A point of the trade-off between changes and reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TradeOff {
    /// Desk time that changes hands over the period.
    pub moved: Minutes,
    /// Partner time that is reachable over the period.
    pub reach: Minutes,
}

/// The best desk schedule that was found, over the period of the study.
#[derive(Clone, Debug, PartialEq)]
pub struct BestSchedule {
    /// Every date on which something could be changed for a partner, by branch and date.
    pub days: Vec<DayAnswer>,
    /// How sure it is, over all dates.
    pub status: Status,
    /// Partner time of those dates that is reachable today.
    pub reach_today: Minutes,
    /// Partner time of those dates that is reachable then.
    pub reach_best: Minutes,
    /// No schedule within the rules that moves as little reaches more than this; none where that is not known.
    pub bound: Option<Minutes>,
    /// Desk time that somebody else has then, or nobody.
    pub moved: Minutes,
    /// From today to the best, each point with more moved and more reachable than the one before it.
    pub curve: Vec<TradeOff>,
    /// What changes, by branch, date and time.
    pub reassignments: Vec<Reassignment>,
}

impl DayAnswer {
    /// The answer of one date.
    #[must_use]
    pub fn new(branch: BranchId, day: Day, today: Worth, best: Worth, bound: Option<i64>) -> DayAnswer {
        let (reach, bound) = (Minutes(best.reach), bound.map(Minutes));
        let (reach_today, moved) = (Minutes(today.reach), Minutes(best.moved));
        DayAnswer { branch, day, reach_today, reach, moved, bound, status: Status::of(reach, bound) }
    }
}
