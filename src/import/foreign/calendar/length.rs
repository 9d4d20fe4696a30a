//! How long does something last: on the wall clock, or in hours that pass?

use super::moment::{Moment, instant};
use calcard::icalendar::ICalendarDuration;
use chrono::TimeDelta;
use chrono_tz::Tz;

/// No length is longer (some 10,950 years: from a first day to 9999-12-31), so that no sum leaves the calendar.
const MOST_DAYS: i64 = 4_000_000;

/// How long something lasts: first so far on the wall clock, then for so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// How far the wall clock moves.
    pub wall: TimeDelta,
    /// How much time passes after that.
    pub exact: TimeDelta,
}

impl Length {
    /// One day.
    pub const DAY: Length = Length { wall: TimeDelta::days(1), exact: TimeDelta::zero() };

    /// From a start to an end. A day that is given as its own end is that day: many programs write it so.
    #[must_use]
    pub fn between(start: Moment, end: Moment, asked: Tz) -> Length {
        let home = start.zone.unwrap_or(asked);
        let wall = end.wall_in(home).signed_duration_since(start.wall);
        if start.is_date && end.is_date && wall.is_zero() {
            return Length::DAY;
        }
        if let (Some(from), Some(to)) = (start.zone, end.zone)
            && wall <= TimeDelta::zero()
        {
            // while a clock is put back, what ends later can show an earlier time
            let exact = instant(end.wall, to).utc.signed_duration_since(instant(start.wall, from).utc);
            return Length { wall: TimeDelta::zero(), exact };
        }
        Length { wall, exact: TimeDelta::zero() }
    }

    /// What a `DURATION` says: days on the wall clock, hours as they pass. None beyond all reason.
    #[must_use]
    pub fn of(duration: &ICalendarDuration) -> Option<Length> {
        let days = i64::from(duration.weeks) * 7 + i64::from(duration.days);
        let minutes = i64::from(duration.hours) * 60 + i64::from(duration.minutes);
        let seconds = minutes * 60 + i64::from(duration.seconds);
        if days.max(seconds / 86_400) > MOST_DAYS {
            return None;
        }
        let sign = if duration.neg { -1 } else { 1 };
        Some(Length { wall: TimeDelta::try_days(sign * days)?, exact: TimeDelta::try_seconds(sign * seconds)? })
    }

    /// The whole of it, roughly: for what lies before and after.
    #[must_use]
    pub fn total(self) -> TimeDelta {
        self.wall + self.exact
    }
}

#[cfg(test)]
mod tests {
    use super::Length;
    use crate::import::foreign::calendar::moment::Moment;
    use calcard::icalendar::ICalendarDuration;
    use chrono::{NaiveDateTime, TimeDelta};
    use chrono_tz::{America::New_York, Tz, UTC};

    fn moment(text: &str, zone: Option<Tz>) -> Moment {
        let wall = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        Moment { wall, zone, is_date: false }
    }

    #[test]
    fn a_length_between_two_times_is_that_of_the_wall_clock_where_it_starts() {
        let start = moment("2026-03-07 22:00", Some(New_York));
        let end = moment("2026-03-08 10:00", Some(UTC));
        assert_eq!(Length::between(start, end, UTC).wall, TimeDelta::hours(8));
        let floating = moment("2026-03-07 23:30", None);
        assert_eq!(Length::between(start, floating, UTC).wall, TimeDelta::minutes(90));
    }

    #[test]
    fn a_day_that_ends_on_itself_lasts_a_day() {
        let day = Moment { is_date: true, ..moment("2026-03-07 00:00", None) };
        assert_eq!(Length::between(day, day, UTC), Length::DAY);
    }

    #[test]
    fn an_hour_that_the_clock_repeats_has_a_length() {
        let start = moment("2026-11-01 01:30", Some(New_York));
        let end = moment("2026-11-01 06:30", Some(UTC));
        assert_eq!(Length::between(start, end, UTC).total(), TimeDelta::hours(1));
    }

    #[test]
    fn durations_are_read_unless_they_leave_the_calendar() {
        let duration = ICalendarDuration { weeks: 1, days: 1, hours: 2, minutes: 3, ..ICalendarDuration::default() };
        let length = Length { wall: TimeDelta::days(8), exact: TimeDelta::minutes(123) };
        assert_eq!(Length::of(&duration), Some(length));
        assert_eq!(Length::of(&ICalendarDuration { weeks: u32::MAX, ..ICalendarDuration::default() }), None);
        assert_eq!(
            Length::of(&ICalendarDuration { days: 1, neg: true, ..ICalendarDuration::default() }).map(Length::total),
            Some(TimeDelta::days(-1))
        );
    }
}
