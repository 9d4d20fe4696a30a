//! On which days does a row apply? On one date, or on days of the week, perhaps of one week of a rotation.

use super::{Day, Rotation, WeekSet, WeekdaySet};

/// The days of a row, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayRule {
    /// One date.
    On(Day),
    /// Days of the week, in some weeks of the rotation.
    Weekly(WeekdaySet, WeekSet),
}

impl DayRule {
    /// Whether the row applies on this day, as far as its day goes (not its validity).
    #[must_use]
    pub fn applies_on(self, day: Day, rotation: Option<Rotation>) -> bool {
        match self {
            DayRule::On(date) => date == day,
            DayRule::Weekly(days, weeks) => {
                days.contains(day.weekday()) && weeks.contains(rotation.map_or(0, |rotation| rotation.week_of(day)))
            }
        }
    }

    /// The date, where the rule is one.
    #[must_use]
    pub const fn date(self) -> Option<Day> {
        match self {
            DayRule::On(date) => Some(date),
            DayRule::Weekly(..) => None,
        }
    }
}

/// The days from which and to which a row is valid, both included; open where not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Validity {
    /// The first valid day.
    pub from: Option<Day>,
    /// The last valid day.
    pub to: Option<Day>,
}

impl Validity {
    /// Whether the day lies in the validity.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether neither end is given.
    #[must_use]
    pub const fn is_always(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}
