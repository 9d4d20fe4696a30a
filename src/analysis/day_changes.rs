//! How do counts change within a day? What is added and taken away at each minute, one day after the other.
//!
//! Nothing is sorted: a day has few minutes, so that each has its own list of changes. Only the minutes at which
//! something changes are looked at, a bit for each.

use crate::time::Day;

/// How many minutes a day has.
const A_DAY: usize = 1440;

/// A change on a later day.
#[derive(Clone, Copy, Debug)]
struct Later {
    at: i32,
    place: usize,
    by: i32,
}

/// The changes of some counts on one day. Room for one day after the other, and for those of another branch.
#[derive(Debug, Default)]
pub struct DayChanges {
    n_counts: usize,
    /// By minute: by how much each count changes. Nothing is left of a day that is over.
    changes: Vec<i32>,
    /// A bit for each minute at which any changes.
    minutes: [u64; A_DAY.div_ceil(64)],
    midnight: i32,
    later: Vec<Later>,
}

impl DayChanges {
    /// From now on, there are so many counts.
    pub fn set_counts(&mut self, n_counts: usize) {
        self.n_counts = n_counts;
        self.changes.resize(self.changes.len().max(A_DAY * n_counts), 0);
    }

    /// Goes on to a day, with what was noted of it before.
    pub fn begin(&mut self, day: Day) {
        self.midnight = day.start().0;
        if !self.later.is_empty() {
            let later = std::mem::take(&mut self.later);
            later.into_iter().for_each(|change| self.change(change.at, [(change.place, change.by)]));
        }
    }

    /// The first minute that is not of the day.
    pub fn end(&self) -> i32 {
        self.midnight + 1440
    }

    /// At a minute of the day or of a later one, some counts change.
    pub fn change<const N: usize>(&mut self, at: i32, changes: [(usize, i32); N]) {
        let minute = usize::try_from(at - self.midnight).unwrap_or(0);
        if minute < A_DAY {
            let counts = &mut self.changes[minute * self.n_counts..][..self.n_counts];
            changes.iter().for_each(|(place, by)| counts[*place] += by);
            self.minutes[minute / 64] |= 1 << (minute % 64);
        } else {
            self.later.extend(changes.map(|(place, by)| Later { at, place, by }));
        }
    }

    /// When the first change on a later day comes.
    pub fn first_later(&self) -> i32 {
        self.later.iter().map(|change| change.at).min().unwrap_or(i32::MAX)
    }

    /// Calls `each` with every minute of the day at which something changes, in order, and by how much the counts do.
    pub fn take(&mut self, mut each: impl FnMut(i32, &[i32])) {
        for (word, minutes) in self.minutes.iter_mut().enumerate() {
            while *minutes != 0 {
                let minute = word * 64 + usize::try_from(minutes.trailing_zeros()).unwrap_or(0);
                *minutes &= *minutes - 1;
                let changes = &mut self.changes[minute * self.n_counts..][..self.n_counts];
                each(self.midnight + i32::try_from(minute).unwrap_or(0), changes);
                changes.fill(0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DayChanges;
    use crate::time::{Day, Minute};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn counts_change_by_what_was_added_at_their_minutes(
            mut spans in prop::collection::vec((-5_000..5_000_i32, 1..4_000_i32, 0..3_usize), 0..30),
        ) {
            spans.sort_unstable();
            let mut expected: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
            for (start, length, place) in &spans {
                expected.entry(*start).or_insert_with(|| vec![0; 3])[*place] += 1;
                expected.entry(start + length).or_insert_with(|| vec![0; 3])[*place] -= 1;
            }
            let (mut day, mut rest, mut found) = (DayChanges::default(), &spans[..], BTreeMap::new());
            day.set_counts(3);
            loop {
                let next = rest.first().map_or(i32::MAX, |span| span.0).min(day.first_later());
                if next == i32::MAX {
                    break;
                }
                day.begin(Day::of(Minute(next)));
                while let Some(((start, length, place), others)) = rest.split_first().filter(|(span, _)| span.0 < day.end()) {
                    day.change(*start, [(*place, 1)]);
                    day.change(start + length, [(*place, -1)]);
                    rest = others;
                }
                day.take(|at, changes| assert_eq!(found.insert(at, changes.to_vec()), None));
            }
            prop_assert_eq!(found, expected);
        }
    }
}
