//! Why is a minute of a stakeholder's window reachable or lost? Exactly one outcome for each. (Domain, section 5.)

use super::by_day::ByDay;
use super::standing::{Standing, StandingFrom};
use crate::say;
use crate::study::{Mode, StakeholderId};
use crate::time::{Minute, Minutes};

macro_rules! outcomes {
    ($($variant:ident $name:literal $doc:literal,)*) => {
        /// What becomes of a minute of a window, nearest to success first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Outcome { $(#[doc = $doc] $variant,)* }

        impl Outcome {
            /// Every outcome, nearest to success first.
            pub const ALL: [Outcome; 9] = [$(Outcome::$variant,)*];
            /// The word of the domain, as columns carry it.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Outcome::$variant => $name,)* } }
        }
    };
}

outcomes! {
    Reachable "reachable" "A staff member can meet the stakeholder.",
    TooShort "too_short" "An eligible person is off-desk, and the piece is too short, or travel eats it.",
    Pinned "pinned" "An eligible person is off-desk, and the building minimum (or being on call) keeps them in.",
    OtherDuties "other_duties" "An eligible person is on shift, on other duties.",
    DeskSpare "desk_spare" "Eligible people are at desks, one of which has more people than its minimum.",
    DeskNeeded "desk_needed" "Eligible people are at desks, each at or under its minimum.",
    Unknown "unknown" "Working hours of an eligible person are not given.",
    Unstaffed "unstaffed" "The library is open and no eligible person is on shift.",
    Closed "closed" "The library is closed and no eligible person is on shift.",
}

impl Outcome {
    /// A few words for headings of charts and tables.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Outcome::Reachable => say!("outcome-reachable"),
            Outcome::TooShort => say!("outcome-too-short"),
            Outcome::Pinned => say!("outcome-pinned"),
            Outcome::OtherDuties => say!("outcome-other-duties"),
            Outcome::DeskSpare => say!("outcome-desk-spare"),
            Outcome::DeskNeeded => say!("outcome-desk-needed"),
            Outcome::Unknown => say!("outcome-unknown"),
            Outcome::Unstaffed => say!("outcome-unstaffed"),
            Outcome::Closed => say!("outcome-closed"),
        }
    }

    /// The same inside a sentence.
    #[must_use]
    pub fn in_text(self) -> String {
        match self {
            Outcome::Reachable => say!("outcome-reachable-in-text"),
            Outcome::TooShort => say!("outcome-too-short-in-text"),
            Outcome::Pinned => say!("outcome-pinned-in-text"),
            Outcome::OtherDuties => say!("outcome-other-duties-in-text"),
            Outcome::DeskSpare => say!("outcome-desk-spare-in-text"),
            Outcome::DeskNeeded => say!("outcome-desk-needed-in-text"),
            Outcome::Unknown => say!("outcome-unknown-in-text"),
            Outcome::Unstaffed => say!("outcome-unstaffed-in-text"),
            Outcome::Closed => say!("outcome-closed-in-text"),
        }
    }

    /// Its place in the order.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "a plain enumeration")]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// Minutes by outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct OutcomeMinutes([Minutes; 9]);

impl OutcomeMinutes {
    /// The minutes of one outcome.
    #[must_use]
    pub const fn of(&self, outcome: Outcome) -> Minutes {
        self.0[outcome.index()]
    }

    /// The sum of several outcomes.
    #[must_use]
    pub fn of_all(&self, outcomes: &[Outcome]) -> Minutes {
        outcomes.iter().map(|outcome| self.of(*outcome)).sum()
    }

    /// The window: the sum of all outcomes.
    #[must_use]
    pub fn window(&self) -> Minutes {
        self.0.iter().copied().sum()
    }

    /// What is not reachable.
    #[must_use]
    pub fn lost(&self) -> Minutes {
        self.window() - self.of(Outcome::Reachable)
    }

    /// Adds minutes of an outcome.
    pub fn add(&mut self, outcome: Outcome, minutes: Minutes) {
        self.0[outcome.index()] += minutes;
    }

    /// Adds all of another account.
    pub fn add_all(&mut self, other: &OutcomeMinutes) {
        for outcome in Outcome::ALL {
            self.add(outcome, other.of(outcome));
        }
    }
}

/// What becomes of one stakeholder's windows over the period. Firm and tentative windows are accounted apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderOutcomes {
    /// Whose windows.
    pub stakeholder: StakeholderId,
    /// Whether these are its tentative windows.
    pub is_tentative: bool,
    /// By outcome.
    pub total: OutcomeMinutes,
    /// By outcome, for each day of the week on which the minute lies; Monday first.
    pub by_weekday: [OutcomeMinutes; 7],
    /// Window time while the library is open, by day of the week.
    pub inside_open: [Minutes; 7],
    /// Window time while it is closed, by day of the week.
    pub outside_open: [Minutes; 7],
    /// Whether a person whose working hours are assumed could meet it.
    pub is_at_least: bool,
}

/// A run of minutes with one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// The outcome of a minute that is not reachable.
fn outcome_of(standing: Standing, mode: Mode, is_open: bool) -> Outcome {
    if mode == Mode::Host && !is_open {
        return Outcome::Closed;
    }
    match standing {
        Standing::Held if mode == Mode::Go => Outcome::Pinned,
        Standing::Releasable | Standing::Held => Outcome::TooShort,
        Standing::OtherDuty => Outcome::OtherDuties,
        Standing::DeskSpare => Outcome::DeskSpare,
        Standing::DeskNeeded => Outcome::DeskNeeded,
        Standing::Unknown => Outcome::Unknown,
        Standing::Nobody if is_open => Outcome::Unstaffed,
        Standing::Nobody => Outcome::Closed,
    }
}

/// What the people of a group are, from when on, and where each day's changes are.
pub struct StandingsByDay<'a> {
    list: &'a [StandingFrom],
    by_day: ByDay,
}

impl<'a> StandingsByDay<'a> {
    /// The same of a list that is not empty.
    pub fn of(list: &'a [StandingFrom]) -> StandingsByDay<'a> {
        // each lasts until the next begins, and the last for good
        StandingsByDay { list, by_day: ByDay::of(list.iter().skip(1).map(|next| next.at)) }
    }
}

/// Gives every minute of some windows its outcome. `windows` and `reached` are sorted and disjoint; `reached` lies
/// within `windows`.
pub fn outcomes(
    windows: &[(i32, i32)],
    reached: &[(i32, i32)],
    standings: &StandingsByDay<'_>,
    mode: Mode,
    runs: &mut Vec<Run>,
) {
    let mut next_reached = 0;
    let StandingsByDay { list: standings, by_day } = standings;
    for &(start, end) in windows {
        let mut at = start;
        let mut standing = by_day.near(start);
        while at < end {
            while reached.get(next_reached).is_some_and(|piece| piece.1 <= at) {
                next_reached += 1;
            }
            match reached.get(next_reached) {
                Some(piece) if piece.0 <= at => {
                    push_run(runs, Run { start: at, end: piece.1, outcome: Outcome::Reachable });
                    at = piece.1;
                    continue;
                }
                _ => {}
            }
            while standings.get(standing + 1).is_some_and(|next| next.at <= at) {
                standing += 1;
            }
            let until = standings.get(standing + 1).map_or(end, |next| next.at.min(end));
            let until = reached.get(next_reached).map_or(until, |piece| piece.0.min(until));
            let StandingFrom { standing: is, is_open, .. } = standings[standing];
            push_run(runs, Run { start: at, end: until, outcome: outcome_of(is, mode, is_open) });
            at = until;
        }
    }
}

fn push_run(runs: &mut Vec<Run>, new: Run) {
    match runs.last_mut() {
        Some(last) if last.end == new.start && last.outcome == new.outcome => last.end = new.end,
        _ => runs.push(new),
    }
}

/// Of several accounts of the same stakeholder, the outcome of each minute that stands first.
#[must_use]
pub fn best_of(accounts: Vec<Vec<Run>>) -> Vec<Run> {
    let mut accounts: Vec<Vec<Run>> = accounts.into_iter().filter(|runs| !runs.is_empty()).collect();
    if accounts.len() < 2 {
        return accounts.pop().unwrap_or_default();
    }
    let mut ends: Vec<i32> = accounts.iter().flatten().flat_map(|run| [run.start, run.end]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut places = vec![0; accounts.len()];
    let mut best = Vec::new();
    for pair in ends.windows(2) {
        let mut outcome: Option<Outcome> = None;
        for (runs, place) in accounts.iter().zip(&mut places) {
            while runs.get(*place).is_some_and(|run| run.end <= pair[0]) {
                *place += 1;
            }
            if let Some(run) = runs.get(*place).filter(|run| run.start <= pair[0]) {
                outcome = Some(outcome.map_or(run.outcome, |known| known.min(run.outcome)));
            }
        }
        if let Some(outcome) = outcome {
            push_run(&mut best, Run { start: pair[0], end: pair[1], outcome });
        }
    }
    best
}

/// Adds runs to the accounts by outcome and day of the week; a run past midnight counts on both days.
pub fn account_runs(runs: &[Run], by_weekday: &mut [OutcomeMinutes; 7]) {
    for run in runs {
        let mut at = run.start;
        while at < run.end {
            let midnight = (at.div_euclid(1440) + 1) * 1440;
            let until = run.end.min(midnight);
            let weekday = usize::try_from(Minute(at).of_week() / 1440).unwrap_or(0);
            by_weekday[weekday].add(run.outcome, Minutes(i64::from(until - at)));
            at = until;
        }
    }
}
