//! Which of many spans, in order, is the first to end after some minute? Found by the day, not by halving.

use crate::time::{Day, Minute};

/// Room for so many days is made at once.
const A_YEAR: usize = 366;

/// Where to look, day by day.
#[derive(Clone, Debug)]
pub struct ByDay {
    first: Day,
    /// By day: the number of the first span that ends after its midnight.
    starts: Vec<usize>,
    n_spans: usize,
}

impl Default for ByDay {
    fn default() -> ByDay {
        ByDay { first: Day(0), starts: Vec::new(), n_spans: 0 }
    }
}

impl ByDay {
    /// The days of spans with these ends, which never come earlier than those before them.
    pub fn of(ends: impl Iterator<Item = i32>) -> ByDay {
        let mut days = ByDay::default();
        // after the last day that has its place
        let mut next = i32::MAX;
        for end in ends {
            let last = Day::of(Minute(end - 1));
            if days.n_spans == 0 {
                (days.first, next) = (last, last.0);
                days.starts.reserve(A_YEAR);
            }
            while next <= last.0 {
                days.starts.push(days.n_spans);
                next += 1;
            }
            days.n_spans += 1;
        }
        days
    }

    /// The number of a span near the first that ends after the minute, and not behind it.
    pub fn near(&self, minute: i32) -> usize {
        match usize::try_from(Day::of(Minute(minute)).0 - self.first.0) {
            Ok(at) => self.starts.get(at).copied().unwrap_or(self.n_spans),
            Err(_) => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ByDay;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_span_that_ends_later_is_near(mut ends in prop::collection::vec(-9_000..9_000_i32, 0..30), minute in -12_000..12_000_i32) {
            ends.sort_unstable();
            let first = ends.partition_point(|end| *end <= minute);
            let near = ByDay::of(ends.iter().copied()).near(minute);
            prop_assert!(near <= first);
            prop_assert!(ends[near..first].iter().all(|end| minute - end < 1440));
        }
    }
}
