//! Which week of a rotation is it? Week A, week B, …, counted from a Monday.

use super::Day;
use std::fmt;

/// A rotation of some weeks that repeats from a Monday on.
///
/// ```
/// use offdesk::time::{Day, Rotation};
/// let every_other = Rotation { n_weeks: 2, starts: Day::from_ymd(2026, 9, 14).unwrap() };
/// assert_eq!(every_other.week_of(Day::from_ymd(2026, 9, 26).unwrap()), 1); // week B
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// How many weeks until it repeats, at least 1.
    pub n_weeks: u8,
    /// The Monday on which a week A starts.
    pub starts: Day,
}

impl Rotation {
    /// The week of the rotation on this day: 0 is week A.
    #[must_use]
    pub fn week_of(self, day: Day) -> u8 {
        let weeks = (day.monday().0 - self.starts.monday().0).div_euclid(7);
        u8::try_from(weeks.rem_euclid(i32::from(self.n_weeks.max(1)))).unwrap_or(0)
    }
}

/// A set of weeks of a rotation; the empty set stands for every week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct WeekSet(pub u16);

impl WeekSet {
    /// Every week.
    pub const EVERY: WeekSet = WeekSet(0);

    /// Whether the week (0 is week A) is in the set.
    #[must_use]
    pub const fn contains(self, week: u8) -> bool {
        self.0 == 0 || self.0 >> week & 1 == 1
    }

    /// The set with one more week (0 is week A, up to 15).
    #[must_use]
    pub const fn with(self, week: u8) -> WeekSet {
        WeekSet(self.0 | 1 << week)
    }

    /// The last week that is named (0 is week A); none where the set stands for every week.
    #[must_use]
    pub fn last(self) -> Option<u8> {
        (0..16).rev().find(|&week| self.0 >> week & 1 == 1)
    }
}

impl fmt::Display for WeekSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters: Vec<String> = (0..16_u8)
            .filter(|&week| self.0 >> week & 1 == 1)
            .map(|week| char::from(b'A' + week).to_string())
            .collect();
        f.write_str(&letters.join("/"))
    }
}
