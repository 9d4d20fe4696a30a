//! Which days does a rule name? A day is tested by itself; a unit (a day, week, month or year) is the days it holds.

use super::rule::{Frequency, Rule};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

impl Rule {
    /// The first day of the unit that is `n` intervals after that of the start, and how many days it holds.
    #[must_use]
    pub fn unit(&self, start: NaiveDate, n: i64) -> Option<(NaiveDate, usize)> {
        let step = n.checked_mul(i64::from(self.interval))?;
        match self.frequency {
            Frequency::Daily => Some((plus_days(start, step)?, 1)),
            Frequency::Weekly => Some((plus_days(self.start_of_week(start)?, step.checked_mul(7)?)?, 7)),
            Frequency::Monthly => {
                let month = (i64::from(start.year()) * 12 + i64::from(start.month0())).checked_add(step)?;
                let month0 = u32::try_from(month.rem_euclid(12)).ok()?;
                let first = NaiveDate::from_ymd_opt(i32::try_from(month.div_euclid(12)).ok()?, month0 + 1, 1)?;
                Some((first, first.num_days_in_month().into()))
            }
            Frequency::Yearly => {
                let year = i64::from(start.year()).checked_add(step)?;
                let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 1, 1)?;
                Some((first, 365 + usize::from(first.leap_year())))
            }
        }
    }

    /// The interval to begin with, where nothing before a day is wanted. A rule that counts begins at its start.
    #[must_use]
    pub fn first_interval(&self, start: NaiveDate, wanted: NaiveDate) -> i64 {
        if self.count.is_some() {
            return 0;
        }
        let days = wanted.signed_duration_since(start).num_days();
        let years = i64::from(wanted.year()) - i64::from(start.year());
        let units = match self.frequency {
            Frequency::Daily => days,
            Frequency::Weekly => days / 7,
            Frequency::Monthly => years * 12 + i64::from(wanted.month()) - i64::from(start.month()),
            Frequency::Yearly => years,
        };
        (units / i64::from(self.interval) - 1).max(0)
    }

    /// What it names in a unit, in order; of a rule that is filled.
    #[must_use]
    pub fn named_in(&self, first: NaiveDate, n_days: usize, times: &[NaiveTime]) -> Vec<NaiveDateTime> {
        let days = first.iter_days().take(n_days).filter(|&day| self.names(day));
        let named: Vec<NaiveDateTime> =
            days.flat_map(|day| times.iter().map(move |&time| day.and_time(time))).collect();
        if self.positions.is_empty() {
            return named;
        }
        let n = u32::try_from(named.len()).unwrap_or(u32::MAX);
        let placed = named.into_iter().zip(1_u32..=n);
        placed.filter(|&(_, place)| is_listed(&self.positions, place, n)).map(|(at, _)| at).collect()
    }

    /// Whether it names a day, as far as its interval and positions let it.
    #[must_use]
    pub fn names(&self, day: NaiveDate) -> bool {
        (self.months.is_empty() || self.months.contains(&day.month()))
            && is_listed(&self.month_days, day.day(), u32::from(day.num_days_in_month()))
            && is_listed(&self.year_days, day.ordinal(), days_in_year(day))
            && self.names_weekday(day)
            && self.names_week(day)
    }

    fn names_weekday(&self, day: NaiveDate) -> bool {
        let is_in_month = self.frequency != Frequency::Yearly || !self.months.is_empty();
        let (before, n_days) = if is_in_month {
            (day.day0(), u32::from(day.num_days_in_month()))
        } else {
            (day.ordinal0(), days_in_year(day))
        };
        let nth = before / 7 + 1;
        let n = nth + (n_days - 1 - before) / 7;
        let is_named = |wanted: i32| wanted == 0 || is_listed(&[wanted], nth, n);
        let mut of_this_day = self.weekdays.iter().filter(|(_, weekday)| *weekday == day.weekday());
        self.weekdays.is_empty() || of_this_day.any(|&(wanted, _)| is_named(wanted))
    }

    /// A week belongs to the year in which its fourth day lies.
    fn names_week(&self, day: NaiveDate) -> bool {
        if self.week_numbers.is_empty() {
            return true;
        }
        let Some(middle) = self.start_of_week(day).and_then(|start| plus_days(start, 3)) else { return false };
        let number = middle.ordinal0() / 7 + 1;
        is_listed(&self.week_numbers, number, number + (days_in_year(middle) - middle.ordinal()) / 7)
    }

    fn start_of_week(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.checked_sub_days(Days::new(day.weekday().days_since(self.week_start).into()))
    }
}

/// Whether a list names place `place` of `n`, from the front or from the end; an empty one names every place.
fn is_listed(list: &[i32], place: u32, n: u32) -> bool {
    let from_the_end = n.saturating_sub(place).saturating_add(1);
    let is_place = |wanted: &i32| wanted.unsigned_abs() == if *wanted > 0 { place } else { from_the_end };
    list.is_empty() || list.iter().any(is_place)
}

fn days_in_year(day: NaiveDate) -> u32 {
    365 + u32::from(day.leap_year())
}

fn plus_days(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    day.checked_add_signed(TimeDelta::try_days(n)?)
}

#[cfg(test)]
mod tests {
    use super::is_listed;
    use crate::import::foreign::calendar::rule::parse_rule;
    use chrono::NaiveDate;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn places_are_named_from_the_front_and_from_the_end() {
        assert!(is_listed(&[], 3, 31) && is_listed(&[3], 3, 31) && is_listed(&[-29], 3, 31));
        assert!(is_listed(&[-1], 31, 31) && !is_listed(&[-1], 30, 31) && !is_listed(&[1, 2], 3, 31));
    }

    #[test]
    fn weekdays_are_counted_in_the_month_or_in_the_year() {
        let check = |rule: &str, day: &str, is_named: bool| {
            assert_eq!(parse_rule(rule).unwrap().names(date(day)), is_named, "{rule} {day}");
        };
        check("FREQ=MONTHLY;BYDAY=2TU", "2026-03-10", true);
        check("FREQ=MONTHLY;BYDAY=2TU", "2026-03-17", false);
        check("FREQ=MONTHLY;BYDAY=-1TU", "2026-03-31", true);
        check("FREQ=MONTHLY;BYDAY=MO,2TU", "2026-03-09", true);
        check("FREQ=MONTHLY;BYDAY=MO,2TU", "2026-03-10", true);
        check("FREQ=MONTHLY;BYDAY=MO,2TU", "2026-03-03", false);
        check("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", true);
        check("FREQ=YEARLY;BYDAY=-1MO", "1997-12-29", true);
        check("FREQ=YEARLY;BYMONTH=3;BYDAY=2TU", "2026-03-10", true);
    }

    #[test]
    fn weeks_are_numbered_as_iso_does_and_from_the_end() {
        let check = |rule: &str, day: &str, is_named: bool| {
            assert_eq!(parse_rule(rule).unwrap().names(date(day)), is_named, "{rule} {day}");
        };
        check("FREQ=YEARLY;BYWEEKNO=20", "1997-05-12", true);
        check("FREQ=YEARLY;BYWEEKNO=53", "2021-01-01", true);
        check("FREQ=YEARLY;BYWEEKNO=53", "2022-01-01", false);
        check("FREQ=YEARLY;BYWEEKNO=-1", "2022-01-01", true);
        check("FREQ=YEARLY;BYWEEKNO=1", "2024-12-30", true);
        check("FREQ=YEARLY;BYWEEKNO=1;WKST=SU", "2024-12-29", true);
    }

    #[test]
    fn units_are_counted_from_the_start_and_stay_in_the_calendar() {
        let check = |rule: &str, n: i64, first: &str, n_days: usize| {
            let unit = parse_rule(rule).unwrap().unit(date("2026-03-11"), n);
            assert_eq!(unit, Some((date(first), n_days)), "{rule} {n}");
        };
        check("FREQ=DAILY;INTERVAL=3", 2, "2026-03-17", 1);
        check("FREQ=WEEKLY;INTERVAL=2", 1, "2026-03-23", 7);
        check("FREQ=WEEKLY;WKST=SU", 0, "2026-03-08", 7);
        check("FREQ=MONTHLY;INTERVAL=5", 2, "2027-01-01", 31);
        check("FREQ=YEARLY", 2, "2028-01-01", 366);
        for rule in ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"] {
            assert_eq!(parse_rule(rule).unwrap().unit(date("2026-03-11"), i64::MAX), None, "{rule}");
        }
    }

    #[test]
    fn a_rule_that_does_not_count_begins_near_what_is_wanted() {
        let first = |rule: &str| parse_rule(rule).unwrap().first_interval(date("1970-01-01"), date("2026-03-01"));
        assert_eq!(first("FREQ=YEARLY"), 55);
        assert_eq!(first("FREQ=MONTHLY;INTERVAL=2"), 336);
        assert_eq!(first("FREQ=DAILY;COUNT=5"), 0);
        assert_eq!(parse_rule("FREQ=DAILY").unwrap().first_interval(date("2026-03-01"), date("1970-01-01")), 0);
    }
}
