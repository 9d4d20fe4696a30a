//! How much of something falls into each half hour of the week? Exact sums of minutes, never samples.

use crate::time::{Minute, Minutes};

/// The length of a slot, for display only.
pub const SLOT_MINUTES: i32 = 30;
/// Slots of one day.
pub const SLOTS_A_DAY: usize = 48;
/// Slots of a week.
pub const N_SLOTS: usize = 7 * SLOTS_A_DAY;

/// Minutes (person-minutes, stakeholder-minutes) by half hour of the week, over the whole period; Monday 00:00 first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid(Vec<i64>);

impl Default for Grid {
    fn default() -> Grid {
        Grid(vec![0; N_SLOTS])
    }
}

/// The slot in which a minute lies.
#[must_use]
pub fn slot_of(minute: i32) -> usize {
    usize::try_from(Minute(minute).of_week() / SLOT_MINUTES).unwrap_or(0)
}

/// Calls `each` with every slot that [start, end) touches, and the minutes of it.
pub fn for_each_slot(start: i32, end: i32, mut each: impl FnMut(usize, i64)) {
    let mut slot = slot_of(start);
    let (mut at, mut next) = (start, (start.div_euclid(SLOT_MINUTES) + 1) * SLOT_MINUTES);
    while at < end {
        each(slot, i64::from(next.min(end) - at));
        slot = if slot + 1 == N_SLOTS { 0 } else { slot + 1 };
        (at, next) = (next, next + SLOT_MINUTES);
    }
}

impl Grid {
    /// Adds `weight` for each minute of [start, end).
    pub fn add(&mut self, start: i32, end: i32, weight: i64) {
        for_each_slot(start, end, |slot, minutes| self.0[slot] += minutes * weight);
    }

    /// Adds to one slot.
    pub fn add_at(&mut self, slot: usize, minutes: i64) {
        self.0[slot] += minutes;
    }

    /// The minutes of one slot.
    #[must_use]
    pub fn at(&self, weekday: usize, slot: usize) -> Minutes {
        Minutes(self.0[weekday * SLOTS_A_DAY + slot])
    }

    /// All slots in order.
    #[must_use]
    pub fn slots(&self) -> &[i64] {
        &self.0
    }

    /// The sum.
    #[must_use]
    pub fn total(&self) -> Minutes {
        Minutes(self.0.iter().sum())
    }

    /// The average number (of people, of stakeholders) at once in a slot, where the slot occurs on `n_dates` dates.
    #[must_use]
    pub fn average(&self, weekday: usize, slot: usize, n_dates: usize) -> f64 {
        self.at(weekday, slot).per(n_dates) * 60.0 / f64::from(SLOT_MINUTES)
    }

    /// Adds another grid.
    pub fn add_grid(&mut self, other: &Grid) {
        for (own, more) in self.0.iter_mut().zip(&other.0) {
            *own += more;
        }
    }
}
