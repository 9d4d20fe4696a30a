//! How do the people on one desk change against its minimum? What the walk over a branch notes of a desk.

use super::desk_cover::DeskCover;
use super::grid::Grid;
use super::steps::{Steps, Total, WeekPlace};
use crate::study::{BranchId, DeskId};

/// People at a desk from one minute to another, against its minimum.
#[derive(Clone, Copy, Debug)]
pub struct DeskLevel {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// How many people.
    pub n_people: i64,
    /// How many it needs.
    pub minimum: i64,
}

/// A desk on the walk.
#[derive(Debug, Default)]
pub struct DeskSteps {
    /// People, whether there are fewer than the minimum, and how many there are above it.
    by_slot: Steps<3>,
    minimum: Steps<1>,
    staffed: Total,
    missing: Total,
    while_closed: Total,
    has_traffic: bool,
    /// What holds now: people, the minimum, and whether the branch is open.
    now: (i64, i64, bool),
    since: i32,
    /// Its levels, where traffic is counted at it.
    pub levels: Vec<DeskLevel>,
}

impl DeskSteps {
    /// A desk at which nothing happened yet.
    pub fn new(has_traffic: bool) -> DeskSteps {
        DeskSteps { has_traffic, ..DeskSteps::default() }
    }

    /// From a minute on, so many people are on the desk, and it needs so many (0 while closed).
    pub fn set(&mut self, place: &WeekPlace, n_people: i64, minimum: i64, is_open: bool) {
        if self.now == (n_people, minimum, is_open) {
            return;
        }
        let missing = (minimum - n_people).max(0);
        let above = if is_open { (n_people - minimum).max(0) } else { 0 };
        self.by_slot.set(place, [n_people, i64::from(missing > 0), above]);
        if minimum != self.now.1 {
            self.minimum.set(place, [minimum]);
        }
        self.staffed.set(place, i64::from(n_people > 0));
        self.missing.set(place, missing);
        self.while_closed.set(place, if is_open { 0 } else { n_people });
        let (n_before, minimum_before, _) = std::mem::replace(&mut self.now, (n_people, minimum, is_open));
        let start = std::mem::replace(&mut self.since, place.at);
        if self.has_traffic && (n_before, minimum_before) != (0, 0) {
            self.levels.push(DeskLevel { start, end: place.at, n_people: n_before, minimum: minimum_before });
        }
    }

    /// What it comes to.
    pub fn cover(&self, branch: BranchId, desk: DeskId, open: &Grid) -> DeskCover {
        let ([people, under, above], [minimum]) = (self.by_slot.grids(), self.minimum.grids());
        DeskCover {
            branch,
            desk,
            open: open.total(),
            staffed: self.staffed.minutes(),
            person: people.total(),
            under_minimum: under.total(),
            missing_person: self.missing.minutes(),
            above_minimum_person: above.total(),
            while_closed_person: self.while_closed.minutes(),
            open_grid: open.clone(),
            people,
            minimum,
            under,
            above,
        }
    }
}
