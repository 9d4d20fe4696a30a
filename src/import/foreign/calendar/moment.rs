//! When is it? A time as a calendar writes it (a date, a floating time, a time of a zone), and what other clocks say.

use super::issue::ClockShows;
use calcard::common::PartialDateTime;
use chrono::{LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// A time as a calendar writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What the clock shows; midnight, where it is a date.
    pub wall: NaiveDateTime,
    /// Which clock; none for a date and for a floating time, which are the same on every clock.
    pub zone: Option<Tz>,
    /// Whether it is a date.
    pub is_date: bool,
}

impl Moment {
    /// The moment of a written time; `zone` is that of its `TZID`. None where there is no such time.
    #[must_use]
    pub fn of(written: &PartialDateTime, zone: Option<Tz>) -> Option<Moment> {
        let date = NaiveDate::from_ymd_opt(written.year?.into(), written.month?.into(), written.day?.into())?;
        let Some(hour) = written.hour else {
            return Some(Moment { wall: date.and_time(NaiveTime::MIN), zone: None, is_date: true });
        };
        let wall = wall_clock(date, hour, written.minute.unwrap_or(0), written.second.unwrap_or(0))?;
        let Some(offset_hours) = written.tz_hour else { return Some(Moment { wall, zone, is_date: false }) };
        let seconds = i64::from(offset_hours) * 3600 + i64::from(written.tz_minute.unwrap_or(0)) * 60;
        let ahead = TimeDelta::try_seconds(if written.tz_minus { -seconds } else { seconds })?;
        Some(Moment { wall: wall.checked_sub_signed(ahead)?, zone: Some(Tz::UTC), is_date: false })
    }

    /// What the clock of `home` shows at this moment.
    #[must_use]
    pub fn wall_in(self, home: Tz) -> NaiveDateTime {
        match self.zone {
            Some(zone) if zone != home => on_clock(instant(self.wall, zone).utc, home),
            _ => self.wall,
        }
    }
}

/// The wall clock; a leap second is the second before it, and 24:00 the next midnight.
fn wall_clock(date: NaiveDate, hour: u8, minute: u8, second: u8) -> Option<NaiveDateTime> {
    let second = if second == 60 { 59 } else { second };
    if (hour, minute, second) == (24, 0, 0) {
        return date.succ_opt().map(|next| next.and_time(NaiveTime::MIN));
    }
    date.and_hms_opt(hour.into(), minute.into(), second.into())
}

/// A point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant {
    /// What the clock of UTC shows.
    pub utc: NaiveDateTime,
    /// How often the clock it was read from shows what it was read as, where that is not once.
    pub shows: Option<ClockShows>,
}

/// The instant at which the clock of a zone shows a time: the first, where it shows it twice; where it never does, the
/// one at which it would have, had it not been put forward (RFC 5545, 3.3.5).
#[must_use]
pub fn instant(wall: NaiveDateTime, zone: Tz) -> Instant {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(time) => Instant { utc: time.naive_utc(), shows: None },
        LocalResult::Ambiguous(one, other) => {
            Instant { utc: one.naive_utc().min(other.naive_utc()), shows: Some(ClockShows::Twice) }
        }
        LocalResult::None => Instant { utc: past_the_gap(wall, zone), shows: Some(ClockShows::Never) },
    }
}

fn past_the_gap(wall: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    let day = TimeDelta::days(1);
    let before = wall.checked_sub_signed(day).and_then(|before| zone.from_local_datetime(&before).earliest());
    before.and_then(|before| before.naive_utc().checked_add_signed(day)).unwrap_or(wall)
}

/// What the clock of a zone shows at an instant.
#[must_use]
pub fn on_clock(utc: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    zone.from_utc_datetime(&utc).naive_local()
}

#[cfg(test)]
mod tests {
    use super::{Moment, instant};
    use crate::import::foreign::calendar::issue::ClockShows;
    use calcard::common::PartialDateTime;
    use chrono::NaiveDateTime;
    use chrono_tz::{America::New_York, Europe::Berlin, Tz, UTC};

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn moment(text: &str, zone: Option<Tz>) -> Option<Moment> {
        let mut written = PartialDateTime::default();
        assert!(written.parse_timestamp(&mut text.as_bytes().iter().peekable(), false));
        Moment::of(&written, zone)
    }

    #[test]
    fn dates_floating_times_and_times_of_a_zone_are_told_apart() {
        let day = Moment { wall: at("2026-03-10 00:00"), zone: None, is_date: true };
        assert_eq!(moment("20260310", Some(Berlin)), Some(day));
        let floating = Moment { wall: at("2026-03-10 09:30"), zone: None, is_date: false };
        assert_eq!(moment("20260310T093000", None), Some(floating));
        assert_eq!(moment("20260310T093000", Some(Berlin)), Some(Moment { zone: Some(Berlin), ..floating }));
        assert_eq!(moment("20260310T093000Z", Some(Berlin)), Some(Moment { zone: Some(UTC), ..floating }));
        assert_eq!(moment("20260310T113000+0200", None), Some(Moment { zone: Some(UTC), ..floating }));
    }

    #[test]
    fn times_that_are_none_are_refused_and_the_end_of_the_day_is_not() {
        assert_eq!(moment("20260230", None), None);
        assert_eq!(moment("20261301T090000", None), None);
        assert_eq!(moment("20260310T250000", None), None);
        assert_eq!(moment("20260310T240000", None).map(|moment| moment.wall), Some(at("2026-03-11 00:00")));
        assert_eq!(
            moment("20260310T095960", None).map(|moment| moment.wall.to_string()).as_deref(),
            Some("2026-03-10 09:59:59")
        );
    }

    #[test]
    fn a_time_is_carried_to_another_clock_date_by_date() {
        let summer = moment("20261005T140000Z", None).unwrap();
        let winter = moment("20261105T140000Z", None).unwrap();
        assert_eq!(summer.wall_in(New_York), at("2026-10-05 10:00"));
        assert_eq!(winter.wall_in(New_York), at("2026-11-05 09:00"));
        assert_eq!(moment("20261005T140000", None).unwrap().wall_in(New_York), at("2026-10-05 14:00"));
    }

    #[test]
    fn a_time_the_clock_skips_lies_past_the_gap_and_of_one_it_repeats_the_first_is_meant() {
        let skipped = instant(at("2026-03-08 02:30"), New_York);
        assert_eq!((skipped.utc, skipped.shows), (at("2026-03-08 07:30"), Some(ClockShows::Never)));
        let repeated = instant(at("2026-11-01 01:30"), New_York);
        assert_eq!((repeated.utc, repeated.shows), (at("2026-11-01 05:30"), Some(ClockShows::Twice)));
        let plain = instant(at("2026-11-01 03:30"), New_York);
        assert_eq!((plain.utc, plain.shows), (at("2026-11-01 08:30"), None));
    }
}
