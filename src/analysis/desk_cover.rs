//! How well is each desk covered against its minimum? (Domain, section 6.)

use super::grid::Grid;
use crate::study::{BranchId, DeskId};
use crate::time::Minutes;

/// The cover of one desk over the period. Minimums count while the branch is open and are 0 while it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskCover {
    /// At which branch.
    pub branch: BranchId,
    /// Which desk.
    pub desk: DeskId,
    /// The branch is open.
    pub open: Minutes,
    /// Somebody is on the desk, open or not.
    pub staffed: Minutes,
    /// Person-minutes on the desk, open or not.
    pub person: Minutes,
    /// Open, with fewer people than the minimum.
    pub under_minimum: Minutes,
    /// Person-minutes missing to the minimum.
    pub missing_person: Minutes,
    /// Person-minutes above the minimum, while open.
    pub above_minimum_person: Minutes,
    /// Person-minutes on the desk while closed.
    pub while_closed_person: Minutes,
    /// Minutes open by half hour of the week.
    pub open_grid: Grid,
    /// Person-minutes by half hour of the week.
    pub people: Grid,
    /// Minimum × minutes by half hour of the week.
    pub minimum: Grid,
    /// Minutes under the minimum by half hour of the week.
    pub under: Grid,
    /// Person-minutes above the minimum by half hour of the week.
    pub above: Grid,
}

impl DeskCover {
    /// How many people are on the desk in a half hour, on average over the dates on which the library is open then; over
    /// all `n_dates` where it never is.
    #[must_use]
    pub fn average(&self, weekday: usize, slot: usize, n_dates: usize) -> f64 {
        match self.open_grid.at(weekday, slot) {
            Minutes(0) => self.people.average(weekday, slot, n_dates),
            open => self.people.at(weekday, slot).share_of(open),
        }
    }
}
