//! How much does a number that changes now and then add up to, in all and by half hour of the week?
//!
//! Each change is noted once, however long the number then stands: a rise adds all that is left of the week from then on,
//! a fall takes it away again, and whole weeks in between are counted.

use super::grid::{Grid, N_SLOTS, SLOT_MINUTES, SLOTS_A_DAY};
use crate::time::{Day, Minute, Minutes, Span};

/// A minute as a grid of the week sees it.
#[derive(Clone, Copy, Debug)]
pub struct WeekPlace {
    /// The half hour of the week.
    slot: usize,
    /// Minutes from there to the end of the half hour.
    rest: i64,
    /// Which week.
    week: i64,
    /// The minute itself.
    pub at: i32,
}

impl WeekPlace {
    /// The place of a minute.
    pub fn of(at: i32) -> WeekPlace {
        DayOfWeek::of(Day::of(Minute(at))).place(at)
    }
}

/// A day as a grid of the week sees it.
#[derive(Clone, Copy, Debug)]
pub struct DayOfWeek {
    midnight: i32,
    /// The first half hour of the day.
    slot: usize,
    week: i64,
}

impl DayOfWeek {
    /// The place of a day.
    pub fn of(day: Day) -> DayOfWeek {
        let week = i64::from(day.monday().0).div_euclid(7);
        DayOfWeek { midnight: day.start().0, slot: day.weekday() * SLOTS_A_DAY, week }
    }

    /// The place of a minute of the day.
    pub fn place(&self, at: i32) -> WeekPlace {
        let minute = at - self.midnight;
        let slot = self.slot + usize::try_from(minute / SLOT_MINUTES).unwrap_or(0);
        WeekPlace { slot, rest: i64::from(SLOT_MINUTES - minute % SLOT_MINUTES), week: self.week, at }
    }
}

/// Numbers that change step by step, summed by half hour of the week. They begin and end at 0.
#[derive(Clone, Debug)]
pub struct Steps<const N: usize> {
    numbers: [i64; N],
    /// The week of the last step.
    week: i64,
    /// By half hour: what the steps of each number add within it, and what they add to every minute of the later ones.
    slots: Vec<[(i64, i64); N]>,
    /// What every minute of the week has more: the numbers as they stand when a week begins.
    n_weeks: [i64; N],
}

impl<const N: usize> Default for Steps<N> {
    fn default() -> Steps<N> {
        Steps { numbers: [0; N], week: 0, slots: vec![[(0, 0); N]; N_SLOTS], n_weeks: [0; N] }
    }
}

impl<const N: usize> Steps<N> {
    /// From now on, the numbers are these.
    pub fn set(&mut self, place: &WeekPlace, numbers: [i64; N]) {
        if place.week != self.week {
            let n_weeks = place.week - std::mem::replace(&mut self.week, place.week);
            for (sum, number) in self.n_weeks.iter_mut().zip(self.numbers) {
                *sum += number * n_weeks;
            }
        }
        let slots = &mut self.slots[place.slot];
        for n in 0..N {
            let step = numbers[n] - self.numbers[n];
            slots[n].0 += step * place.rest;
            slots[n].1 += step;
        }
        self.numbers = numbers;
    }

    /// The sums of each number.
    pub fn grids(&self) -> [Grid; N] {
        std::array::from_fn(|n| {
            let mut grid = Grid::default();
            let mut standing = self.n_weeks[n];
            for (at, slots) in self.slots.iter().enumerate() {
                let (within, later) = slots[n];
                grid.add_at(at, within + standing * i64::from(SLOT_MINUTES));
                standing += later;
            }
            grid
        })
    }
}

impl Steps<1> {
    /// The number is one more in a span. Spans need not come in order.
    pub fn add(&mut self, span: Span) {
        let number = self.numbers[0];
        self.set(&WeekPlace::of(span.start.0), [number + 1]);
        self.set(&WeekPlace::of(span.end.0), [number]);
    }
}

/// A number that changes step by step, summed over all minutes. It begins and ends at 0.
#[derive(Clone, Copy, Debug, Default)]
pub struct Total {
    number: i64,
    minutes: i64,
}

impl Total {
    /// From now on, the number is this.
    pub fn set(&mut self, place: &WeekPlace, number: i64) {
        self.minutes += (self.number - number) * i64::from(place.at);
        self.number = number;
    }

    /// The sum.
    pub fn minutes(&self) -> Minutes {
        Minutes(self.minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn steps_add_up_to_what_every_span_adds(spans in prop::collection::vec((-40_000..40_000_i32, 1..30_000_i32, 1..5_i64), 0..20)) {
            let mut changes: Vec<(i32, i64)> = spans.iter().flat_map(|&(at, n, number)| [(at, number), (at + n, -number)]).collect();
            changes.sort_unstable();
            let (mut steps, mut total, mut number) = (Steps::<1>::default(), Total::default(), 0);
            for (at, change) in changes {
                number += change;
                steps.set(&WeekPlace::of(at), [number]);
                total.set(&WeekPlace::of(at), number);
            }
            let mut grid = Grid::default();
            spans.iter().for_each(|&(at, n, number)| grid.add(at, at + n, number));
            prop_assert_eq!(total.minutes(), grid.total());
            prop_assert_eq!(steps.grids(), [grid]);
        }

        #[test]
        fn spans_are_added_in_any_order(spans in prop::collection::vec((-40_000..40_000_i32, 1..30_000_i32), 0..20)) {
            let (mut steps, mut grid) = (Steps::<1>::default(), Grid::default());
            for (at, n) in spans {
                steps.add(Span { start: Minute(at), end: Minute(at + n) });
                grid.add(at, at + n, 1);
            }
            prop_assert_eq!(steps.grids(), [grid]);
        }
    }
}
