//! Which days of the week does a pattern such as `Mon-Fri` stand for?

use super::Day;
use std::fmt;

/// The names of the days of the week, Monday first.
pub const WEEKDAY_NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// A set of days of the week; bit 0 is Monday.
///
/// ```
/// use offdesk::time::WeekdaySet;
/// let days = WeekdaySet::range(0, 4);
/// assert!(days.contains(4) && !days.contains(5));
/// assert_eq!(days.to_string(), "Mon-Fri");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WeekdaySet(u8);

impl WeekdaySet {
    /// All seven days.
    pub const DAILY: WeekdaySet = WeekdaySet(0b111_1111);

    /// The days from `first` to `last`, both included; past Sunday the week goes on (`Sat-Mon`).
    #[must_use]
    pub fn range(first: usize, last: usize) -> WeekdaySet {
        let n_days = (last + 7 - first) % 7;
        (0..=n_days).fold(WeekdaySet(0), |days, n| days.union(WeekdaySet(1 << ((first + n) % 7))))
    }

    /// The days that are in either set.
    #[must_use]
    pub const fn union(self, other: WeekdaySet) -> WeekdaySet {
        WeekdaySet(self.0 | other.0)
    }

    /// Whether the day of the week (0 is Monday) is in the set.
    #[must_use]
    pub const fn contains(self, weekday: usize) -> bool {
        self.0 >> weekday & 1 == 1
    }

    /// Whether the sets have a day in common.
    #[must_use]
    pub const fn overlaps(self, other: WeekdaySet) -> bool {
        self.0 & other.0 != 0
    }

    /// The dates of the days in the set, in the week of a Monday.
    pub fn days_from(self, monday: Day) -> impl Iterator<Item = Day> + Clone {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let first = i32::try_from(left.trailing_zeros()).ok().filter(|_| left != 0)?;
            left &= left - 1;
            Some(monday.plus(first))
        })
    }

    /// The days in the set, Monday first.
    pub fn days(self) -> impl Iterator<Item = usize> {
        (0..7).filter(move |&day| self.contains(day))
    }
}

impl fmt::Display for WeekdaySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<usize> = self.days().collect();
        if let (Some(&first), Some(&last)) = (days.first(), days.last())
            && days.len() > 2
            && last - first + 1 == days.len()
        {
            return write!(f, "{}-{}", WEEKDAY_NAMES[first], WEEKDAY_NAMES[last]);
        }
        let names: Vec<&str> = days.iter().map(|&day| WEEKDAY_NAMES[day]).collect();
        f.write_str(&names.join("/"))
    }
}
