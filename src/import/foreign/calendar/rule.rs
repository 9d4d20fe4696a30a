//! What does a rule of recurrence say? `FREQ=MONTHLY;BYDAY=2TU;COUNT=10`, each number checked against its range.

use super::moment::Moment;
use calcard::common::PartialDateTime;
use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike, Weekday};
use chrono_tz::Tz;
use std::ops::RangeInclusive;

/// A rule that names more times of a day than this is no plan of people.
const MOST_TIMES: usize = 288;

/// The unit that a rule counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Days.
    Daily,
    /// Weeks.
    Weekly,
    /// Months.
    Monthly,
    /// Years.
    Yearly,
}

/// A rule of recurrence. A list that is empty asks for nothing; a negative number counts from the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The unit.
    pub frequency: Frequency,
    /// Every how many units.
    pub interval: u32,
    /// How many occurrences there are, if that is said.
    pub count: Option<u64>,
    /// The last moment of an occurrence, if that is said.
    pub until: Option<Moment>,
    /// Months of the year, 1 to 12.
    pub months: Vec<u32>,
    /// Weeks of the year.
    pub week_numbers: Vec<i32>,
    /// Days of the year.
    pub year_days: Vec<i32>,
    /// Days of the month.
    pub month_days: Vec<i32>,
    /// Days of the week, and which of them in the month or year; 0 is each.
    pub weekdays: Vec<(i32, Weekday)>,
    /// Hours of the day.
    pub hours: Vec<u32>,
    /// Minutes of the hour.
    pub minutes: Vec<u32>,
    /// Seconds of the minute.
    pub seconds: Vec<u32>,
    /// Places among what one unit holds.
    pub positions: Vec<i32>,
    /// The day on which a week begins.
    pub week_start: Weekday,
}

/// Why a rule is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleRefusal {
    /// It says nothing.
    Empty,
    /// It repeats within the hour, or too often a day.
    TooFrequent,
    /// This part of it cannot be read.
    Unreadable(String),
}

/// Reads a rule.
///
/// # Errors
/// When it cannot be followed.
pub fn parse_rule(text: &str) -> Result<Rule, RuleRefusal> {
    let unreadable = |part: &str| RuleRefusal::Unreadable(part.to_owned());
    let parts: Vec<&str> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return Err(RuleRefusal::Empty);
    }
    let mut pairs = Vec::new();
    for part in parts {
        let (key, value) = part.split_once('=').ok_or_else(|| unreadable(part))?;
        pairs.push((part, key.trim().to_ascii_uppercase(), value.trim()));
    }
    let frequency = pairs.iter().find(|(_, key, _)| key == "FREQ").ok_or_else(|| unreadable(text))?;
    let mut rule = Rule::every(parse_frequency(frequency.2)?);
    for (part, key, value) in pairs {
        rule.take(&key, value).ok_or_else(|| unreadable(part))?;
    }
    rule.settle();
    if rule.hours.len().max(1) * rule.minutes.len().max(1) * rule.seconds.len().max(1) > MOST_TIMES {
        return Err(RuleRefusal::TooFrequent);
    }
    Ok(rule)
}

fn parse_frequency(value: &str) -> Result<Frequency, RuleRefusal> {
    match value.to_ascii_uppercase().as_str() {
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        "HOURLY" | "MINUTELY" | "SECONDLY" => Err(RuleRefusal::TooFrequent),
        _ => Err(RuleRefusal::Unreadable(format!("FREQ={value}"))),
    }
}

impl Rule {
    /// The rule that says no more than its unit.
    #[must_use]
    pub const fn every(frequency: Frequency) -> Rule {
        Rule {
            frequency,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            week_numbers: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        }
    }

    /// Takes one part. None where it cannot be read.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "COUNT" => self.count = Some(value.parse::<u64>().ok().filter(|count| *count > 0)?),
            "INTERVAL" => self.interval = value.parse::<u32>().ok().filter(|interval| *interval > 0)?,
            "UNTIL" => self.until = Some(parse_until(value)?),
            "WKST" => self.week_start = parse_weekday(value)?,
            "BYMONTH" => self.months.extend(unsigned(value, &(1..=12))?),
            "BYWEEKNO" => self.week_numbers.extend(signed(value, 53)?),
            "BYYEARDAY" => self.year_days.extend(signed(value, 366)?),
            "BYMONTHDAY" => self.month_days.extend(signed(value, 31)?),
            "BYDAY" => self.weekdays.extend(list(value, parse_nth_weekday)?),
            "BYHOUR" => self.hours.extend(unsigned(value, &(0..=23))?),
            "BYMINUTE" => self.minutes.extend(unsigned(value, &(0..=59))?),
            "BYSECOND" => self.seconds.extend(unsigned(value, &(0..=60))?.into_iter().map(|second| second.min(59))),
            "BYSETPOS" => self.positions.extend(signed(value, 366)?),
            "FREQ" => {}
            "RSCALE" if value.eq_ignore_ascii_case("GREGORIAN") => {}
            "SKIP" if value.eq_ignore_ascii_case("OMIT") => {}
            _ if key.starts_with("X-") => {}
            _ => return None,
        }
        Some(())
    }

    /// Puts lists in order, each number once, and drops numbers of weekdays where they mean nothing.
    fn settle(&mut self) {
        for list in [&mut self.months, &mut self.hours, &mut self.minutes, &mut self.seconds] {
            list.sort_unstable();
            list.dedup();
        }
        for list in [&mut self.week_numbers, &mut self.year_days, &mut self.month_days, &mut self.positions] {
            list.sort_unstable();
            list.dedup();
        }
        let is_short = matches!(self.frequency, Frequency::Daily | Frequency::Weekly);
        if is_short || !self.week_numbers.is_empty() {
            self.weekdays.iter_mut().for_each(|(nth, _)| *nth = 0);
        }
        self.weekdays.sort_unstable_by_key(|(nth, weekday)| (*nth, weekday.num_days_from_monday()));
        self.weekdays.dedup();
    }

    /// The rule with what it leaves open taken from the start of its series.
    #[must_use]
    pub fn filled(&self, start: NaiveDateTime) -> Rule {
        let mut rule = self.clone();
        let names_days = !(self.week_numbers.is_empty() && self.year_days.is_empty());
        let is_open = !names_days && self.month_days.is_empty() && self.weekdays.is_empty();
        match self.frequency {
            Frequency::Weekly if is_open => rule.weekdays.push((0, start.weekday())),
            Frequency::Monthly if is_open => rule.month_days.push(start.day().cast_signed()),
            Frequency::Yearly if is_open => {
                rule.month_days.push(start.day().cast_signed());
                fill(&mut rule.months, start.month());
            }
            _ => {}
        }
        fill(&mut rule.hours, start.hour());
        fill(&mut rule.minutes, start.minute());
        fill(&mut rule.seconds, start.second());
        rule
    }

    /// The times of a day, in order; of a rule that is filled.
    #[must_use]
    pub fn times(&self) -> Vec<NaiveTime> {
        let mut times = Vec::new();
        for &hour in &self.hours {
            for &minute in &self.minutes {
                times.extend(self.seconds.iter().filter_map(|&second| NaiveTime::from_hms_opt(hour, minute, second)));
            }
        }
        times
    }

    /// How much work it is to test a day, in comparisons; of a rule that is filled.
    #[must_use]
    pub fn work(&self, n_times: usize) -> usize {
        let n_dates = self.months.len() + self.week_numbers.len() + self.year_days.len() + self.month_days.len();
        n_dates + self.weekdays.len() + n_times * (1 + self.positions.len())
    }

    /// The last moment of an occurrence on the clock of a series that starts so.
    #[must_use]
    pub fn last_wall(&self, start: Moment, asked: Tz) -> Option<NaiveDateTime> {
        let until = self.until?;
        let is_midnight = until.wall.time() == NaiveTime::MIN;
        Some(match until.zone {
            _ if until.is_date => {
                NaiveTime::from_hms_opt(23, 59, 59).map_or(until.wall, |end| until.wall.date().and_time(end))
            }
            // days are often ended by midnight in UTC, which means the date that is written
            Some(_) if start.is_date && is_midnight => until.wall,
            _ => until.wall_in(start.zone.unwrap_or(asked)),
        })
    }

    /// Whether it never ends.
    #[must_use]
    pub const fn is_endless(&self) -> bool {
        self.count.is_none() && self.until.is_none()
    }
}

fn fill(list: &mut Vec<u32>, value: u32) {
    if list.is_empty() {
        list.push(value);
    }
}

fn parse_until(value: &str) -> Option<Moment> {
    let mut written = PartialDateTime::default();
    let is_read = written.parse_timestamp(&mut value.as_bytes().iter().peekable(), false);
    if is_read { Moment::of(&written, None) } else { None }
}

fn list<T>(value: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    value.split(',').map(str::trim).filter(|item| !item.is_empty()).map(parse).collect()
}

fn unsigned(value: &str, range: &RangeInclusive<u32>) -> Option<Vec<u32>> {
    list(value, |item| item.parse::<u32>().ok().filter(|n| range.contains(n)))
}

fn signed(value: &str, most: u32) -> Option<Vec<i32>> {
    list(value, |item| item.parse::<i32>().ok().filter(|n| (1..=most).contains(&n.unsigned_abs())))
}

/// `TU`, `2TU` or `-1TU`.
fn parse_nth_weekday(item: &str) -> Option<(i32, Weekday)> {
    let (nth, name) = item.split_at_checked(item.len().checked_sub(2)?)?;
    let weekday = parse_weekday(name)?;
    if nth.is_empty() {
        return Some((0, weekday));
    }
    let nth: i32 = nth.trim().parse().ok()?;
    (1..=53).contains(&nth.unsigned_abs()).then_some((nth, weekday))
}

fn parse_weekday(name: &str) -> Option<Weekday> {
    match name.to_ascii_uppercase().as_str() {
        "MO" => Some(Weekday::Mon),
        "TU" => Some(Weekday::Tue),
        "WE" => Some(Weekday::Wed),
        "TH" => Some(Weekday::Thu),
        "FR" => Some(Weekday::Fri),
        "SA" => Some(Weekday::Sat),
        "SU" => Some(Weekday::Sun),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Frequency, Rule, RuleRefusal, parse_rule};
    use crate::import::foreign::calendar::moment::Moment;
    use chrono::{NaiveDateTime, TimeDelta, Weekday};
    use chrono_tz::{America::New_York, Asia::Tokyo, UTC};

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn every_part_of_a_rule_is_read_in_any_case() {
        let rule =
            parse_rule("freq=monthly; interval=2;COUNT=5;BYDAY=mo,2TU,-1fr;BYMONTHDAY=1,-1,1;WKST=SU;BYSETPOS=-1,+2")
                .unwrap();
        let expected = Rule {
            interval: 2,
            count: Some(5),
            weekdays: vec![(-1, Weekday::Fri), (0, Weekday::Mon), (2, Weekday::Tue)],
            month_days: vec![-1, 1],
            positions: vec![-1, 2],
            week_start: Weekday::Sun,
            ..Rule::every(Frequency::Monthly)
        };
        assert_eq!(rule, expected);
    }

    #[test]
    fn numbers_of_weekdays_mean_nothing_within_a_week() {
        assert_eq!(parse_rule("FREQ=WEEKLY;BYDAY=1MO").unwrap().weekdays, [(0, Weekday::Mon)]);
        assert_eq!(parse_rule("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO").unwrap().weekdays, [(0, Weekday::Mon)]);
    }

    #[test]
    fn what_cannot_be_followed_is_refused_with_its_part() {
        let check = |text: &str, part: &str| {
            assert_eq!(parse_rule(text), Err(RuleRefusal::Unreadable(part.to_owned())), "{text}");
        };
        check("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY");
        check("BYDAY=MO", "BYDAY=MO");
        check("FREQ=DAILY;COUNT=0", "COUNT=0");
        check("FREQ=DAILY;COUNT=-3", "COUNT=-3");
        check("FREQ=DAILY;INTERVAL=0", "INTERVAL=0");
        check("FREQ=DAILY;INTERVAL=99999999999", "INTERVAL=99999999999");
        check("FREQ=MONTHLY;BYMONTHDAY=300", "BYMONTHDAY=300");
        check("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY=0");
        check("FREQ=WEEKLY;BYDAY=MO,XX", "BYDAY=MO,XX");
        check("FREQ=WEEKLY;BYDAY=é", "BYDAY=é");
        check("FREQ=WEEKLY;UNTIL=soon", "UNTIL=soon");
        check("FREQ=YEARLY;BYEASTER=0", "BYEASTER=0");
        check("FREQ=YEARLY;RSCALE=HEBREW", "RSCALE=HEBREW");
        check("FREQ=WEEKLY;BYDAY", "BYDAY");
    }

    #[test]
    fn an_empty_rule_and_one_that_never_rests_are_told_apart() {
        assert_eq!(parse_rule(" "), Err(RuleRefusal::Empty));
        assert_eq!(parse_rule(";"), Err(RuleRefusal::Empty));
        for text in ["FREQ=SECONDLY", "FREQ=MINUTELY;INTERVAL=90", "freq=hourly"] {
            assert_eq!(parse_rule(text), Err(RuleRefusal::TooFrequent));
        }
        let minutes: Vec<String> = (0..60).map(|minute| minute.to_string()).collect();
        let often = format!("FREQ=DAILY;BYHOUR=8,9,10,11,12;BYMINUTE={}", minutes.join(","));
        assert_eq!(parse_rule(&often), Err(RuleRefusal::TooFrequent));
    }

    #[test]
    fn the_end_of_a_rule_is_read_on_the_clock_of_its_series() {
        let last = |rule: &str, start: Moment| parse_rule(rule).unwrap().last_wall(start, New_York);
        let tokyo = Moment { wall: at("2026-03-01 09:00"), zone: Some(Tokyo), is_date: false };
        assert_eq!(last("FREQ=DAILY;UNTIL=20260318T000000Z", tokyo), Some(at("2026-03-18 09:00")));
        assert_eq!(last("FREQ=DAILY;UNTIL=20260318T000000", tokyo), Some(at("2026-03-18 00:00")));
        let end_of_day = at("2026-03-19 00:00") - TimeDelta::seconds(1);
        assert_eq!(last("FREQ=DAILY;UNTIL=20260318", tokyo), Some(end_of_day));
        let day = Moment { wall: at("2026-03-01 00:00"), zone: None, is_date: true };
        assert_eq!(last("FREQ=DAILY;UNTIL=20260318T000000Z", day), Some(at("2026-03-18 00:00")));
        assert_eq!(last("FREQ=DAILY;UNTIL=20260318T040000Z", day), Some(at("2026-03-18 00:00")));
        let utc = Moment { zone: Some(UTC), ..tokyo };
        assert_eq!(last("FREQ=DAILY;UNTIL=20260318T000000Z", utc), Some(at("2026-03-18 00:00")));
        assert_eq!(last("FREQ=DAILY", utc), None);
    }

    #[test]
    fn what_a_rule_leaves_open_comes_from_its_start() {
        let rule = parse_rule("FREQ=YEARLY").unwrap().filled(at("2026-03-10 09:30"));
        assert_eq!((rule.months, rule.month_days), (vec![3], vec![10]));
        let rule = parse_rule("FREQ=MONTHLY;BYDAY=2TU;BYHOUR=11,8").unwrap().filled(at("2026-03-10 09:30"));
        assert!(rule.month_days.is_empty());
        let times: Vec<String> = rule.times().iter().map(ToString::to_string).collect();
        assert_eq!(times, ["08:30:00", "11:30:00"]);
    }
}
