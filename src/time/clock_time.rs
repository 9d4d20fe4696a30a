//! How is a time of day written and read? `14:30`, `2:30 pm`, `noon`; never a bare `9`.

use std::fmt::{self, Write as _};

/// A time of a row's day, in minutes from its midnight: 0 to 2880, so that `33:00` is 09:00 on the next day.
///
/// ```
/// use offdesk::time::ClockTime;
/// assert_eq!(ClockTime::parse("5:30 PM"), Some(ClockTime(17 * 60 + 30)));
/// assert_eq!(ClockTime::parse("24:00").unwrap().to_string(), "24:00");
/// assert_eq!(ClockTime::parse("9"), None); // morning or evening?
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(pub u16);

impl ClockTime {
    /// Reads a clock time: 24 hours (`9:00`, `09:00`, `09:00:00`, up to `48:00`), 12 hours (`9am`, `9:30 p.m.`),
    /// `noon`, `midnight` (the start of the day). None for all else.
    #[must_use]
    pub fn parse(text: &str) -> Option<ClockTime> {
        if let Some(time) = text.as_bytes().try_into().ok().and_then(ClockTime::of_five_characters) {
            return Some(time);
        }
        let lower = text.trim().to_ascii_lowercase();
        match lower.as_str() {
            "noon" | "12 noon" => return Some(ClockTime(720)),
            "midnight" => return Some(ClockTime(0)),
            _ => {}
        }
        let compact: String = lower.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        let (digits, half) = match compact.strip_suffix("am").or_else(|| compact.strip_suffix('a')) {
            Some(rest) => (rest, Some(0)),
            None => match compact.strip_suffix("pm").or_else(|| compact.strip_suffix('p')) {
                Some(rest) => (rest, Some(12)),
                None => (lower.trim(), None),
            },
        };
        Self::from_parts(digits, half)
    }

    /// Reads `09:00`, up to `29:59`; none for all else.
    #[must_use]
    pub fn of_five_characters(text: &[u8; 5]) -> Option<ClockTime> {
        let [h1 @ b'0'..=b'2', h2 @ b'0'..=b'9', b':', m1 @ b'0'..=b'5', m2 @ b'0'..=b'9'] = text else { return None };
        let digit = |byte: &u8| u16::from(byte - b'0');
        Some(ClockTime((digit(h1) * 10 + digit(h2)) * 60 + digit(m1) * 10 + digit(m2)))
    }

    fn from_parts(digits: &str, half: Option<u16>) -> Option<ClockTime> {
        let mut parts = digits.split(':');
        let hour = number(parts.next()?, 2)?;
        let minute = parts.next().map(|text| if text.len() == 2 { number(text, 2) } else { None });
        let second = parts.next().map(|text| if text.len() == 2 { number(text, 2) } else { None });
        if parts.next().is_some() || second.is_some_and(|second| second != Some(0)) {
            return None;
        }
        let minute = match (minute, half) {
            (Some(minute), _) => minute?,
            (None, Some(_)) => 0,
            (None, None) => return None,
        };
        let hour = match half {
            Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
            Some(_) => return None,
            None => hour,
        };
        (minute < 60 && hour * 60 + minute <= 2880).then_some(ClockTime(hour * 60 + minute))
    }
}

fn number(text: &str, most_digits: usize) -> Option<u16> {
    let is_plain = !text.is_empty() && text.len() <= most_digits && text.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // digit by digit: long tables hold many of them
        let (hour, minute) = (self.0 / 60, self.0 % 60);
        if hour > 99 {
            return write!(f, "{hour}:{minute:02}");
        }
        let digit = |number: u16| char::from_digit(u32::from(number % 10), 10).unwrap_or('0');
        [digit(hour / 10), digit(hour), ':', digit(minute / 10), digit(minute)]
            .into_iter()
            .try_for_each(|c| f.write_char(c))
    }
}

#[cfg(test)]
mod tests {
    use super::ClockTime;

    fn check(text: &str, minutes: Option<u16>) {
        assert_eq!(ClockTime::parse(text), minutes.map(ClockTime), "{text:?}");
    }

    #[test]
    fn clock_times_are_read_in_24_and_12_hours() {
        check("09:00", Some(540));
        check("9:00", Some(540));
        check("09:00:00", Some(540));
        check("00:00", Some(0));
        check("24:00", Some(1440));
        check("29:59", Some(1799));
        check("33:00", Some(1980));
        check("48:00", Some(2880));
        check("9am", Some(540));
        check("9 A.M.", Some(540));
        check("5:30 PM", Some(1050));
        check("5:30p", Some(1050));
        check("12am", Some(0));
        check("12:15 pm", Some(735));
        check("noon", Some(720));
        check("Midnight", Some(0));
    }

    #[test]
    fn every_time_is_written_with_two_digits_each() {
        for minutes in 0..=6100 {
            assert_eq!(ClockTime(minutes).to_string(), format!("{:02}:{:02}", minutes / 60, minutes % 60));
        }
    }

    #[test]
    fn what_is_not_surely_a_clock_time_is_refused() {
        for text in
            ["9", "", "9:5", "25:60", "48:01", "13pm", "0am", "5-Sep", "1O:00", "9:00:30", "closed", "-1:00", "9.30"]
        {
            check(text, None);
        }
    }
}
