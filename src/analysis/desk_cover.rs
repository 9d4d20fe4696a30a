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
    /// The cover of a desk before anything is counted.
    #[must_use]
    pub fn new(branch: BranchId, desk: DeskId) -> DeskCover {
        let none = Minutes::ZERO;
        DeskCover {
            branch,
            desk,
            open: none,
            staffed: none,
            person: none,
            under_minimum: none,
            missing_person: none,
            above_minimum_person: none,
            while_closed_person: none,
            open_grid: Grid::default(),
            people: Grid::default(),
            minimum: Grid::default(),
            under: Grid::default(),
            above: Grid::default(),
        }
    }

    /// Counts so many minutes of one half hour of the week, in which `n_people` are on the desk and the minimum is
    /// `minimum` (0 while closed).
    pub fn add(&mut self, slot: usize, length: i64, n_people: i64, minimum: i64, is_open: bool) {
        let minutes = |n: i64| Minutes(n * length);
        if n_people > 0 {
            self.staffed += Minutes(length);
            self.person += minutes(n_people);
            self.people.add_at(slot, n_people * length);
        }
        if !is_open {
            self.while_closed_person += minutes(n_people);
            return;
        }
        self.open += Minutes(length);
        self.open_grid.add_at(slot, length);
        self.minimum.add_at(slot, minimum * length);
        if n_people < minimum {
            self.under_minimum += Minutes(length);
            self.missing_person += minutes(minimum - n_people);
            self.under.add_at(slot, length);
        } else if n_people > minimum {
            self.above_minimum_person += minutes(n_people - minimum);
            self.above.add_at(slot, (n_people - minimum) * length);
        }
    }

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
