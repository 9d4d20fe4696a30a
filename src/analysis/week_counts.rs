//! How many are there at each time of the week, over all its days? What the grids of half hours are made of.

use super::day_bits::DayBits;
use super::day_counts::DayCounts;
use super::grid::{Grid, SLOTS_A_DAY};

/// Counts of each day of the week, summed over its dates.
#[derive(Clone, Debug)]
pub struct WeekCounts<const W: usize>([DayCounts<W>; 7]);

impl<const W: usize> Default for WeekCounts<W> {
    fn default() -> WeekCounts<W> {
        WeekCounts(std::array::from_fn(|_| DayCounts::default()))
    }
}

impl<const W: usize> WeekCounts<W> {
    /// One more at some times of a day.
    pub fn add(&mut self, weekday: usize, times: DayBits<W>) {
        self.0[weekday % 7].add(times);
    }

    /// More by as many as there are on a day.
    pub fn add_all(&mut self, weekday: usize, counts: &DayCounts<W>) {
        self.0[weekday % 7].add_all(counts);
    }

    /// Minutes by half hour.
    pub fn grid(&self) -> Grid {
        let mut grid = Grid::default();
        for (weekday, counts) in self.0.iter().enumerate() {
            for (slot, minutes) in counts.by_half_hour().into_iter().enumerate() {
                grid.add_at(weekday * SLOTS_A_DAY + slot, minutes);
            }
        }
        grid
    }
}

#[cfg(test)]
mod tests {
    use super::{DayBits, DayCounts, Grid, WeekCounts};
    use crate::time::Day;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_add_up_to_the_grid_of_their_spans(spans in prop::collection::vec((0..60_i32, 0..288_i32, 1..288_i32, 0..3_u32), 0..20)) {
            let (mut week, mut grid) = (WeekCounts::<5>::default(), Grid::default());
            for (day, start, length, number) in spans {
                let (day, start, end) = (Day(day), start * 5, (start + length).min(288) * 5);
                let midnight = day.start().0;
                week.add(day.weekday(), DayBits::between(start, end));
                let mut more = DayCounts::default();
                more.set(DayBits::between(start, end), number);
                week.add_all(day.weekday(), &more);
                grid.add(midnight + start, midnight + end, 1 + i64::from(number));
            }
            prop_assert_eq!(week.grid(), grid);
        }
    }
}
