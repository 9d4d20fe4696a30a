//! What may be changed on one date at one branch, and what for? Who could sit where between two break points of the
//! schedule, how many people each desk needs, and which partner time could be met. Plain data; minutes of the day.

use crate::study::{DeskId, StaffId, StakeholderId};

/// Where a person is between two break points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Not at the branch, or on another duty.
    Gone,
    /// Off the desk.
    Free,
    /// On a desk, by its place in [`DayProblem::desks`].
    Desk(usize),
}

/// Where everybody is: by person, then by interval.
pub type Assignment = Vec<Vec<Place>>;

/// What a schedule must keep to, beside the desks' needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rules {
    /// How much more or less desk time than today a person may have on a date, in minutes.
    pub tolerance: i32,
    /// The longest time on desks without a pause, in minutes; a longer one of today may stay, but no other may arise.
    pub max_stint: i32,
    /// The shortest time on one desk, in minutes; a shorter one of today may stay as it is.
    pub min_stint: i32,
}

/// A person on the date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// Who.
    pub staff: StaffId,
    /// Where the person is today, by interval.
    pub today: Vec<Place>,
    /// Where that cannot be changed, by interval.
    pub is_fixed: Vec<bool>,
    /// The desks that the person staffs at any time of the period, by place, in order.
    pub may: Vec<usize>,
}

impl Person {
    /// Whether the person could be on a desk in an interval.
    #[must_use]
    pub fn could_be_at(&self, desk: usize, interval: usize) -> bool {
        if self.is_fixed[interval] {
            return self.today[interval] == Place::Desk(desk);
        }
        self.today[interval] != Place::Gone && self.may.contains(&desk)
    }

    /// Whether the person could be off the desk in an interval.
    #[must_use]
    pub fn could_be_free(&self, interval: usize) -> bool {
        match self.today[interval] {
            Place::Gone => false,
            Place::Free => true,
            Place::Desk(_) => !self.is_fixed[interval],
        }
    }
}

/// A desk on the date. Counts are of the people whose place can be changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeskNeeds {
    /// Which desk.
    pub desk: DeskId,
    /// How many people it needs, by interval: its minimum, or today's count where that is lower.
    pub needed: Vec<i32>,
    /// How many it has today, by interval: no desk gets more.
    pub most: Vec<i32>,
}

/// One window of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Visit {
    /// From and to which minute.
    pub window: (i32, i32),
    /// How long a piece of it must be to count, in minutes.
    pub need: i32,
    /// The way there, minutes each way; 0 unless staff go.
    pub travel: i32,
    /// In which intervals off-desk time serves it: while the building minimum holds nobody where staff go, while the
    /// library is open where the partner comes.
    pub is_usable: Vec<bool>,
    /// Who could meet it, by place in [`DayProblem::people`], in order.
    pub people: Vec<usize>,
}

/// A stakeholder with time on the date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Partner {
    /// Which.
    pub stakeholder: StakeholderId,
    /// When it can meet; windows may overlap.
    pub visits: Vec<Visit>,
    /// Time in which another branch reaches it anyway: sorted and disjoint.
    pub elsewhere: Vec<(i32, i32)>,
}

/// One branch on one date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DayProblem {
    /// The break points, ascending; interval `i` lasts from `cuts[i]` to `cuts[i + 1]`.
    pub cuts: Vec<i32>,
    /// Everybody whose place matters.
    pub people: Vec<Person>,
    /// The desks.
    pub desks: Vec<DeskNeeds>,
    /// Who wants to meet.
    pub partners: Vec<Partner>,
    /// What to keep to.
    pub rules: Rules,
}

impl DayProblem {
    /// How many intervals.
    #[must_use]
    pub fn n_intervals(&self) -> usize {
        self.cuts.len().saturating_sub(1)
    }

    /// How long an interval lasts, in minutes.
    #[must_use]
    pub fn length(&self, interval: usize) -> i32 {
        self.cuts[interval + 1] - self.cuts[interval]
    }

    /// The schedule of today.
    #[must_use]
    pub fn today(&self) -> Assignment {
        self.people.iter().map(|person| person.today.clone()).collect()
    }

    /// Whether an interval lies in a stretch on desks of today that holds all of the intervals from `first` to `last`.
    #[must_use]
    pub fn is_one_stint_today(&self, person: usize, first: usize, last: usize) -> bool {
        self.people[person].today[first..=last].iter().all(|place| matches!(place, Place::Desk(_)))
    }
}

/// The longest runs of neighbors of which `is_in` holds, as first and last places.
#[must_use]
pub fn runs(n: usize, is_in: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for at in (0..n).filter(|at| is_in(*at)) {
        match runs.last_mut() {
            Some(last) if last.1 + 1 == at => last.1 = at,
            _ => runs.push((at, at)),
        }
    }
    runs
}
