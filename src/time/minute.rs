//! What is a point in time, and what is a length of time? Two types, so that they are never mixed.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// A point on the line of local wall-clock time: minutes since 1970-01-01 00:00.
///
/// ```
/// use offdesk::time::{Day, Minute, Minutes};
/// let opening: Minute = Day::from_ymd(2026, 9, 14).unwrap().start() + Minutes(9 * 60);
/// assert_eq!(opening.of_day(), 540);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Minute(pub i32);

impl Minute {
    /// The minute of its day, 0 to 1439.
    #[must_use]
    pub const fn of_day(self) -> i32 {
        self.0.rem_euclid(1440)
    }

    /// The minute of its week, 0 (Monday 00:00) to 10079.
    #[must_use]
    pub const fn of_week(self) -> i32 {
        // 1970-01-01 was a Thursday: three days after a Monday
        (self.0 + 3 * 1440).rem_euclid(7 * 1440)
    }
}

impl Add<Minutes> for Minute {
    type Output = Minute;
    fn add(self, length: Minutes) -> Minute {
        Minute(self.0.saturating_add(i32::try_from(length.0).unwrap_or(i32::MAX)))
    }
}

impl Sub<Minutes> for Minute {
    type Output = Minute;
    fn sub(self, length: Minutes) -> Minute {
        Minute(self.0.saturating_sub(i32::try_from(length.0).unwrap_or(i32::MAX)))
    }
}

impl Sub for Minute {
    type Output = Minutes;
    fn sub(self, earlier: Minute) -> Minutes {
        Minutes(i64::from(self.0) - i64::from(earlier.0))
    }
}

/// A length of time, in whole minutes (person-minutes where people are counted).
///
/// ```
/// use offdesk::time::Minutes;
/// assert_eq!(Minutes(90).to_string(), "1 h 30 min");
/// assert_eq!(Minutes(90).hours(), 1.5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Minutes(pub i64);

impl Minutes {
    /// No time at all.
    pub const ZERO: Minutes = Minutes(0);

    /// The length in hours, for charts and sentences.
    #[must_use]
    #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "exact below 2^53 minutes")]
    pub fn hours(self) -> f64 {
        self.0 as f64 / 60.0
    }

    /// This length as a share (0 to 1) of a whole; 0 of an empty whole.
    #[must_use]
    pub fn share_of(self, whole: Minutes) -> f64 {
        if whole.0 == 0 { 0.0 } else { self.hours() / whole.hours() }
    }

    /// Hours a week, where this length is the total of `n_days` days.
    #[must_use]
    pub fn hours_a_week(self, n_days: usize) -> f64 {
        self.per(n_days) * 7.0
    }

    /// Hours for each one of `n`; 0 where `n` is 0.
    #[must_use]
    pub fn per(self, n: usize) -> f64 {
        if n == 0 { 0.0 } else { self.hours() / f64::from(u32::try_from(n).unwrap_or(u32::MAX)) }
    }

    /// Whether there is no time in it.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => write!(f, "{minutes} min"),
            (hours, 0) => write!(f, "{hours} h"),
            (hours, minutes) => write!(f, "{hours} h {minutes} min"),
        }
    }
}

impl Add for Minutes {
    type Output = Minutes;
    fn add(self, other: Minutes) -> Minutes {
        Minutes(self.0 + other.0)
    }
}

impl Sub for Minutes {
    type Output = Minutes;
    fn sub(self, other: Minutes) -> Minutes {
        Minutes(self.0 - other.0)
    }
}

impl AddAssign for Minutes {
    fn add_assign(&mut self, other: Minutes) {
        self.0 += other.0;
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Minutes>>(lengths: I) -> Minutes {
        Minutes(lengths.map(|length| length.0).sum())
    }
}
