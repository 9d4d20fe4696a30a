//! On which dates does something fall that comes every so many weeks, or on the first Friday of a month?

use crate::time::{Day, WeekdaySet};

/// Year, month (from 1) and day of the month of a date.
fn calendar(day: Day) -> (i32, i32, i32) {
    let text = day.to_string();
    let mut parts = text.rsplitn(3, '-').map(|part| part.parse::<i32>().unwrap_or(1));
    let (date, month) = (parts.next().unwrap_or(1), parts.next().unwrap_or(1));
    (parts.next().unwrap_or(1970), month, date)
}

/// The months since the year 0.
#[must_use]
pub fn month_number(day: Day) -> i32 {
    let (year, month, _) = calendar(day);
    year * 12 + month
}

/// Whether a date is the first (1), second … or last (-1) of its day of the week in its month.
#[must_use]
pub fn is_nth(day: Day, nth: i32) -> bool {
    if nth < 0 {
        return nth == -1 && month_number(day.plus(7)) != month_number(day);
    }
    let (_, _, date) = calendar(day);
    (date - 1) / 7 + 1 == nth
}

/// The first, second … or last such days of each month, within the dates.
#[must_use]
pub fn nth_weekdays(nth: &[i32], days: WeekdaySet, first: Day, last: Day) -> Vec<Day> {
    let is_one = |day: &Day| days.contains(day.weekday()) && nth.iter().any(|nth| is_nth(*day, *nth));
    (first.0..=last.0).map(Day).filter(is_one).collect()
}

/// These days of every so many weeks, from the week of a start on, and none before it. Weeks begin on the day that is
/// given.
pub fn every_nth_week(
    start: Day,
    days: WeekdaySet,
    interval: i32,
    week_start: usize,
    last: Day,
) -> impl Iterator<Item = Day> {
    let into_week = (start.weekday() + 7 - week_start % 7) % 7;
    let first_week = start.0 - i32::try_from(into_week).unwrap_or(0);
    let is_on = move |day: &Day| days.contains(day.weekday()) && (day.0 - first_week) / 7 % interval.max(1) == 0;
    (start.0..=last.0).map(Day).filter(is_on)
}

#[cfg(test)]
mod tests {
    use super::super::cases::day;
    use super::{every_nth_week, is_nth, nth_weekdays};
    use crate::time::{Day, WeekdaySet};

    fn shown(days: impl IntoIterator<Item = Day>) -> String {
        days.into_iter().map(|day| day.to_string()[5..].to_owned()).collect::<Vec<String>>().join(" ")
    }

    #[test]
    fn first_and_last_days_of_a_month_are_found() {
        let fridays = WeekdaySet::range(4, 4);
        let (first, last) = (day(2026, 10, 1), day(2026, 11, 30));
        assert_eq!(shown(nth_weekdays(&[1, 3], fridays, first, last)), "10-02 10-16 11-06 11-20");
        assert_eq!(shown(nth_weekdays(&[-1], fridays, first, last)), "10-30 11-27");
        assert_eq!(shown(nth_weekdays(&[5], fridays, first, last)), "10-30");
        assert!(is_nth(day(2026, 12, 31), -1) && !is_nth(day(2026, 12, 24), -1));
    }

    #[test]
    fn every_other_week_is_counted_from_the_week_of_the_start() {
        let days = WeekdaySet::range(0, 0).union(WeekdaySet::range(2, 2));
        let from = |start: Day| shown(every_nth_week(start, days, 2, 0, day(2026, 10, 31)));
        assert_eq!(from(day(2026, 10, 7)), "10-07 10-19 10-21");
        assert_eq!(from(day(2026, 10, 5)), "10-05 10-07 10-19 10-21");
    }

    #[test]
    fn weeks_may_begin_on_sunday() {
        let days = WeekdaySet::range(6, 6).union(WeekdaySet::range(0, 0));
        let all = every_nth_week(day(2026, 10, 5), days, 2, 6, day(2026, 10, 31));
        assert_eq!(shown(all), "10-05 10-18 10-19");
    }
}
