//! How often does a stop come? `FREQ=WEEKLY;INTERVAL=4`, `FREQ=MONTHLY;BYDAY=1MO`, or `every 2 weeks`.

use super::super::recurring::{every_nth_week, is_nth, month_number};
use crate::import::foreign::cell::{WrittenDate, read_date};
use crate::time::{Day, WeekdaySet};

const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// In weeks.
    Weekly,
    /// In months.
    Monthly,
}

/// A rule of recurrence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopRule {
    /// How often.
    pub frequency: Frequency,
    /// Every so many weeks or months; at least 1.
    pub interval: i32,
    /// Its days, each with its place in the month (-1 is the last); none where the start says the day.
    pub days: Vec<(Option<i32>, usize)>,
    /// How many times at most.
    pub count: Option<usize>,
    /// The last date.
    pub until: Option<Day>,
    /// The day on which weeks begin; 0 is Monday.
    pub week_start: usize,
}

impl StopRule {
    fn every(weeks: i32) -> StopRule {
        StopRule {
            frequency: Frequency::Weekly,
            interval: weeks,
            days: Vec::new(),
            count: None,
            until: None,
            week_start: 0,
        }
    }

    /// Reads a rule.
    ///
    /// # Errors
    /// The part that is not understood.
    pub fn read(text: &str) -> Result<StopRule, String> {
        let upper = text.trim().to_uppercase();
        let upper = upper.strip_prefix("RRULE:").unwrap_or(&upper);
        if !upper.contains('=') {
            return in_words(&upper.to_lowercase()).ok_or_else(|| text.trim().to_owned());
        }
        let mut rule = StopRule::every(1);
        let mut has_frequency = false;
        for part in upper.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').ok_or(part)?;
            has_frequency |= key == "FREQ";
            rule.take(key.trim(), value.trim()).ok_or(part)?;
        }
        let is_sound = match rule.frequency {
            Frequency::Weekly => rule.days.iter().all(|(nth, _)| nth.is_none()),
            Frequency::Monthly => !rule.days.is_empty(),
        };
        if has_frequency && is_sound { Ok(rule) } else { Err(text.trim().to_owned()) }
    }

    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        match (key, value) {
            ("FREQ", "WEEKLY") => self.frequency = Frequency::Weekly,
            ("FREQ", "MONTHLY") => self.frequency = Frequency::Monthly,
            ("INTERVAL", _) => self.interval = value.parse::<i32>().ok().filter(|interval| *interval > 0)?,
            ("COUNT", _) => self.count = Some(value.parse::<usize>().ok().filter(|count| *count > 0)?),
            ("WKST", _) => self.week_start = weekday(value)?,
            ("UNTIL", _) => self.until = Some(date(value)?),
            ("BYDAY", _) => self.days = value.split(',').map(day_in_month).collect::<Option<Vec<_>>>()?,
            _ => return None,
        }
        Some(())
    }

    /// Its dates from a start to a last date.
    #[must_use]
    pub fn dates(&self, start: Day, last: Day) -> Vec<Day> {
        let last = self.until.map_or(last, |until| until.min(last));
        let all: Vec<Day> = match self.frequency {
            Frequency::Weekly => {
                every_nth_week(start, self.weekdays(start), self.interval, self.week_start, last).collect()
            }
            Frequency::Monthly => (start.0..=last.0).map(Day).filter(|day| self.is_in_month(start, *day)).collect(),
        };
        all.into_iter().take(self.count.unwrap_or(usize::MAX)).collect()
    }

    /// Its days of the week: those it names, or that of its start.
    #[must_use]
    pub fn weekdays(&self, start: Day) -> WeekdaySet {
        let single = |day: usize| WeekdaySet::range(day, day);
        if self.days.is_empty() {
            return single(start.weekday());
        }
        self.days.iter().fold(WeekdaySet::default(), |all, (_, day)| all.union(single(*day)))
    }

    fn is_in_month(&self, start: Day, day: Day) -> bool {
        (month_number(day) - month_number(start)) % self.interval == 0
            && self
                .days
                .iter()
                .any(|(nth, weekday)| *weekday == day.weekday() && nth.is_none_or(|nth| is_nth(day, nth)))
    }
}

fn weekday(code: &str) -> Option<usize> {
    CODES.iter().position(|known| *known == code)
}

/// `MO`, `1MO`, `-1FR`.
fn day_in_month(text: &str) -> Option<(Option<i32>, usize)> {
    let text = text.trim();
    let place = text.len().checked_sub(2)?;
    let (number, code) = (text.get(..place)?, text.get(place..)?);
    let nth = match number {
        "" => None,
        _ => {
            Some(number.trim_start_matches('+').parse::<i32>().ok().filter(|nth| (1..=5).contains(nth) || *nth == -1)?)
        }
    };
    Some((nth, weekday(code)?))
}

fn date(text: &str) -> Option<Day> {
    match read_date(text.get(..8)?)? {
        WrittenDate::Known(day) => Some(day),
        _ => None,
    }
}

/// `weekly`, `fortnightly`, `every 4 weeks`, `4-weekly`. `Monthly` alone does not say on which day.
fn in_words(text: &str) -> Option<StopRule> {
    let words: Vec<&str> = text.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| match word {
        "two" | "other" | "second" => Some(2),
        "three" | "third" => Some(3),
        "four" | "fourth" => Some(4),
        _ => word.parse::<i32>().ok().filter(|number| (1..=52).contains(number)),
    };
    let weeks = match words[..] {
        ["weekly"] | ["every", "week"] => 1,
        ["fortnightly"] | ["every", "fortnight"] => 2,
        [n, "weekly"] | ["every", n, "week" | "weeks"] => number(n)?,
        _ => return None,
    };
    Some(StopRule::every(weeks))
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::day;
    use super::StopRule;

    fn dates(rule: &str) -> String {
        match StopRule::read(rule) {
            Ok(rule) => {
                let dates = rule.dates(day(2026, 10, 6), day(2026, 12, 31));
                dates.iter().map(|day| day.to_string()[5..].to_owned()).collect::<Vec<String>>().join(" ")
            }
            Err(part) => format!("not `{part}`"),
        }
    }

    #[test]
    fn weekly_rules_are_counted_from_the_start() {
        assert_eq!(dates("FREQ=WEEKLY;INTERVAL=4"), "10-06 11-03 12-01 12-29");
        assert_eq!(dates("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3"), "10-06 10-20 11-03");
        assert_eq!(dates("FREQ=WEEKLY;UNTIL=20261021T235959Z;BYDAY=TU,WE"), "10-06 10-07 10-13 10-14 10-20 10-21");
    }

    #[test]
    fn monthly_rules_name_their_days() {
        assert_eq!(dates("FREQ=MONTHLY;BYDAY=1MO"), "11-02 12-07");
        assert_eq!(dates("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR"), "10-30 12-25");
    }

    #[test]
    fn words_are_rules_too() {
        assert_eq!(dates("every 4 weeks"), "10-06 11-03 12-01 12-29");
        assert_eq!(dates("Fortnightly").split(' ').count(), 7);
        assert_eq!(dates("4-weekly"), dates("every four weeks"));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(dates("FREQ=DAILY"), "not `FREQ=DAILY`");
        assert_eq!(dates("FREQ=WEEKLY;BYMONTH=5"), "not `BYMONTH=5`");
        assert_eq!(dates("FREQ=WEEKLY;BYDAY=1MO"), "not `FREQ=WEEKLY;BYDAY=1MO`");
        assert_eq!(dates("FREQ=MONTHLY"), "not `FREQ=MONTHLY`");
        assert_eq!(dates("monthly"), "not `monthly`");
        assert_eq!(dates("INTERVAL=2"), "not `INTERVAL=2`");
    }
}
