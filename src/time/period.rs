//! Which dates are analyzed? Whole days, in order, perhaps with gaps.

use super::{Day, DayRule, Minutes, Rotation, WeekSet, WeekdaySet};

/// The dates analyzed: ascending, without repeats, at least one.
///
/// ```
/// use offdesk::time::{Day, Period};
/// let fortnight = Period::between(Day(20514), Day(20527));
/// assert_eq!((fortnight.n_days(), fortnight.contains(Day(20520))), (14, true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    days: Vec<Day>,
    /// Whether the dates merely stand for days of the week: one typical cycle of the rotation.
    pub is_typical: bool,
}

impl Period {
    /// The days from `first` to `last`, both included.
    #[must_use]
    pub fn between(first: Day, last: Day) -> Period {
        Period { days: (first.0..=last.0.max(first.0)).map(Day).collect(), is_typical: false }
    }

    /// The weeks that begin on these Mondays.
    #[must_use]
    pub fn weeks(mut mondays: Vec<Day>) -> Period {
        mondays.sort_unstable();
        mondays.dedup();
        let days = mondays.iter().flat_map(|monday| (0..7).map(|n| monday.plus(n))).collect();
        Period { days, is_typical: false }
    }

    /// Only some of the dates.
    #[must_use]
    pub fn only(&self, is_kept: impl Fn(Day) -> bool) -> Period {
        let days = self.days.iter().copied().filter(|day| is_kept(*day)).collect();
        Period { days, is_typical: self.is_typical }
    }

    /// The dates, in order.
    #[must_use]
    pub fn days(&self) -> &[Day] {
        &self.days
    }

    /// The first date.
    #[must_use]
    pub fn first(&self) -> Day {
        self.days.first().copied().unwrap_or_default()
    }

    /// The last date.
    #[must_use]
    pub fn last(&self) -> Day {
        self.days.last().copied().unwrap_or_default()
    }

    /// Whether the date is analyzed.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        let n_days = i32::try_from(self.days.len()).unwrap_or(i32::MAX);
        if self.last().0 - self.first().0 + 1 == n_days {
            self.first() <= day && day <= self.last()
        } else {
            self.days.binary_search(&day).is_ok()
        }
    }

    /// The dates on which a rule applies, in order.
    ///
    /// ```
    /// use offdesk::time::{Day, DayRule, Period, WeekSet, WeekdaySet};
    /// let fortnight = Period::between(Day(20514), Day(20527));
    /// let mondays = DayRule::Weekly(WeekdaySet::range(0, 0), WeekSet::EVERY);
    /// assert!(fortnight.days_of(mondays, None).eq([Day(20514), Day(20521)]));
    /// ```
    pub fn days_of(&self, rule: DayRule, rotation: Option<Rotation>) -> impl Iterator<Item = Day> + Clone + use<'_> {
        let (first, last, weekdays, weeks) = match rule {
            DayRule::On(date) => (date, date, WeekdaySet::range(date.weekday(), date.weekday()), WeekSet::EVERY),
            DayRule::Weekly(weekdays, weeks) => (self.first(), self.last(), weekdays, weeks),
        };
        let mondays = (first.monday().0..=last.0).step_by(7).map(Day);
        let is_of_week = move |monday: &Day| weeks.contains(rotation.map_or(0, |rotation| rotation.week_of(*monday)));
        let days = mondays.filter(is_of_week).flat_map(move |monday| weekdays.days_from(monday));
        days.filter(|day| self.contains(*day))
    }

    /// How many dates.
    #[must_use]
    pub fn n_days(&self) -> usize {
        self.days.len()
    }

    /// How many of the dates fall on a day of the week (0 is Monday).
    #[must_use]
    pub fn n_weekdays(&self, weekday: usize) -> usize {
        self.days.iter().filter(|day| day.weekday() == weekday).count()
    }

    /// The Mondays of the weeks that the dates touch.
    #[must_use]
    pub fn mondays(&self) -> Vec<Day> {
        let mut mondays: Vec<Day> = self.days.iter().map(|day| day.monday()).collect();
        mondays.dedup();
        mondays
    }

    /// A total as hours a week.
    #[must_use]
    pub fn hours_a_week(&self, total: Minutes) -> f64 {
        total.hours_a_week(self.n_days())
    }
}
