//! What does a clock in another time zone say here, on that date?

use crate::time::Day;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;

/// A minute of a day in one zone as a day and a minute of another. None where the time does not exist there.
#[must_use]
pub fn to_zone(day: Day, minute: u16, from: Tz, to: Tz) -> Option<(Day, u16)> {
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    let midnight = NaiveDateTime::new(epoch, NaiveTime::MIN) + chrono::Duration::days(i64::from(day.0));
    let moment = from.from_local_datetime(&(midnight + chrono::Duration::minutes(i64::from(minute)))).earliest()?;
    let local = moment.with_timezone(&to).naive_local();
    let days = (local.date() - epoch).num_days();
    let minutes = local.time().num_seconds_from_midnight() / 60;
    Some((Day(i32::try_from(days).ok()?), u16::try_from(minutes).ok()?))
}

#[cfg(test)]
mod tests {
    use super::to_zone;
    use crate::time::Day;
    use chrono_tz::{America::Chicago, UTC};

    #[test]
    fn a_zone_is_converted_date_by_date() {
        let summer = Day::from_ymd(2026, 10, 5).unwrap_or_default();
        let winter = Day::from_ymd(2026, 11, 5).unwrap_or_default();
        assert_eq!(to_zone(summer, 14 * 60, UTC, Chicago), Some((summer, 9 * 60)));
        assert_eq!(to_zone(winter, 14 * 60, UTC, Chicago), Some((winter, 8 * 60)));
        assert_eq!(to_zone(summer, 60, UTC, Chicago), Some((summer.plus(-1), 20 * 60)));
    }
}
