//! Which time does a person mean? `9`, `9a`, `9:30 p.m.`, `930`, `21h30`, `09.00`, `Noon`, `0.375`: read as written,
//! with what was not written left open.

/// The half of a 12-hour day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// Before noon.
    Am,
    /// From noon on.
    Pm,
}

/// A time as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenTime {
    /// Minutes of the hour as written: 9:30 is 570, whichever half is meant.
    pub minutes: u16,
    /// The half of the day, where it is written.
    pub half: Option<Half>,
    /// How it was written.
    pub form: TimeForm,
}

/// How a time was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeForm {
    /// Nothing says which half of the day: `9`, `9:30`, `930`.
    Bare,
    /// With am or pm, or as a word: `9a`, `Noon`.
    Half,
    /// On a 24-hour clock: `17:30`, `09:00`, `21h30`, `00:15`.
    Full,
    /// As the share of a day that spreadsheets keep: `0.375`.
    DayShare,
}

impl WrittenTime {
    /// The minutes of the day with the half that is written or given.
    #[must_use]
    pub const fn in_half(self, half: Half) -> u16 {
        let of_twelve = self.minutes % 720;
        match half {
            Half::Am => of_twelve,
            Half::Pm => of_twelve + 720,
        }
    }

    /// The minutes of the day, where the text alone says them.
    #[must_use]
    pub const fn is_known(self) -> Option<u16> {
        match (self.half, self.form) {
            (Some(half), _) => Some(self.in_half(half)),
            (None, TimeForm::Full | TimeForm::DayShare) => Some(self.minutes),
            (None, _) => None,
        }
    }
}

const fn known(minutes: u16, form: TimeForm) -> WrittenTime {
    WrittenTime { minutes, half: None, form }
}

/// Reads one time; none where the text is no time.
///
/// ```
/// use offdesk::import::foreign::read_time;
/// assert_eq!(read_time("5:30 p.m.").unwrap().is_known(), Some(17 * 60 + 30));
/// assert_eq!(read_time("21h30").unwrap().is_known(), Some(21 * 60 + 30));
/// assert_eq!(read_time("9").unwrap().is_known(), None); // morning or evening?
/// assert!(read_time("12m").is_none()); // noon or midnight?
/// ```
#[must_use]
pub fn read_time(text: &str) -> Option<WrittenTime> {
    let lower = text.trim().trim_matches(['(', ')', ',', ';']).trim().to_lowercase();
    match lower.as_str() {
        "noon" | "12 noon" | "12n" | "12noon" | "midday" | "12 midday" | "12:00 noon" => {
            return Some(WrittenTime { minutes: 0, half: Some(Half::Pm), form: TimeForm::Half });
        }
        "midnight" | "12 midnight" | "12midnight" | "12:00 midnight" => {
            return Some(WrittenTime { minutes: 0, half: Some(Half::Am), form: TimeForm::Half });
        }
        _ => {}
    }
    if let Some(share) = day_share(&lower) {
        return Some(known(share, TimeForm::DayShare));
    }
    let compact: String = lower.chars().filter(|c| !c.is_whitespace()).collect();
    let (digits, half) = split_half(&compact);
    let (hour, minute, form) = hour_and_minute(digits)?;
    match half {
        Some(half) if (1..=12).contains(&hour) => {
            Some(WrittenTime { minutes: hour % 12 * 60 + minute, half: Some(half), form: TimeForm::Half })
        }
        // 13:30 pm and 17h30pm are redundant, not wrong; 0:30 am is a habit of some programs
        Some(Half::Pm) if (13..24).contains(&hour) => Some(known(hour * 60 + minute, TimeForm::Full)),
        Some(Half::Am) if hour == 0 => Some(known(minute, TimeForm::Full)),
        Some(_) => None,
        None if hour == 0 || hour > 12 => Some(known(hour * 60 + minute, TimeForm::Full)),
        None => Some(known(hour * 60 + minute, form)),
    }
}

fn split_half(compact: &str) -> (&str, Option<Half>) {
    let endings = [
        ("a.m.", Half::Am),
        ("p.m.", Half::Pm),
        ("a.m", Half::Am),
        ("p.m", Half::Pm),
        ("am.", Half::Am),
        ("pm.", Half::Pm),
        ("am", Half::Am),
        ("pm", Half::Pm),
        ("a.", Half::Am),
        ("p.", Half::Pm),
        ("a", Half::Am),
        ("p", Half::Pm),
    ];
    for (ending, half) in endings {
        if let Some(rest) = compact.strip_suffix(ending) {
            return (rest.trim_end_matches('.'), Some(half));
        }
    }
    (compact, None)
}

/// Hour, minute and form of `9`, `9:30`, `09.30`, `21h30`, `21h`, `930`, `0930`, `9:30:00`.
fn hour_and_minute(text: &str) -> Option<(u16, u16, TimeForm)> {
    let text = text.strip_suffix("uhr").or_else(|| text.strip_suffix("hrs")).unwrap_or(text);
    let mut form = if text.len() > 1 && text.starts_with('0') { TimeForm::Full } else { TimeForm::Bare };
    let parts: Vec<&str> = text.split([':', '.', 'h', '\u{ff1a}']).collect();
    // 0.30 is half past midnight on a clock with dots, and 7:12 as the share of a day
    if !text.is_ascii() || text.starts_with("0.") {
        return None;
    }
    let is_h = text.contains('h');
    if is_h {
        form = TimeForm::Full;
    }
    let (hour, minute) = match parts[..] {
        [digits] if digits.len() <= 2 => (number(digits)?, 0),
        // 930 and 1745 are times; 1234 is a number, as no schedule is made to the minute without a colon
        [digits] if digits.len() <= 4 => {
            let minute = number(&digits[digits.len() - 2..]).filter(|minute| minute % 5 == 0)?;
            (number(&digits[..digits.len() - 2])?, minute)
        }
        [hour, ""] if is_h || hour.len() <= 2 => (number(hour)?, 0),
        [hour, minute] if minute.len() == 2 && hour.len() <= 2 => (number(hour)?, number(minute)?),
        [hour, minute, second] if minute.len() == 2 && second.len() == 2 && hour.len() <= 2 => {
            let _: u16 = number(second).filter(|second| *second < 60)?;
            (number(hour)?, number(minute)?)
        }
        _ => return None,
    };
    (minute < 60 && (hour < 24 || hour == 24 && minute == 0)).then_some((hour, minute, form))
}

fn number(digits: &str) -> Option<u16> {
    let is_plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    is_plain.then(|| digits.parse().ok()).flatten()
}

/// `0.375` as minutes; never `9.30` and never `0.30`, which may be half past midnight on a clock with dots.
fn day_share(text: &str) -> Option<u16> {
    let decimals = text.strip_prefix("0.")?;
    let share = text.parse::<f64>().ok()?;
    let is_clock = decimals.len() == 2 && decimals.parse::<u16>().is_ok_and(|minute| minute < 60);
    if is_clock && !["25", "50"].contains(&decimals) {
        return None;
    }
    format!("{:.0}", share * 1440.0).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{TimeForm, read_time};
    use crate::time::ClockTime;

    fn check(text: &str, expected: &str) {
        let said = read_time(text).map_or("no".to_owned(), |time| match (time.is_known(), time.form) {
            (Some(minutes), TimeForm::DayShare) => format!("{} share", ClockTime(minutes)),
            (Some(minutes), _) => ClockTime(minutes).to_string(),
            (None, _) => format!("{}?", ClockTime(time.minutes)),
        });
        assert_eq!(said, expected, "{text:?}");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        check("9", "09:00?");
        check("9:30", "09:30?");
        check("930", "09:30?");
        check("1 :30", "01:30?");
        check("3:", "03:00?");
        check("9a", "09:00");
        check("9 a.m.", "09:00");
        check("9:30p", "21:30");
        check("9:30 P.M.", "21:30");
        check("9:00:00 AM", "09:00");
        check("12:00 AM", "00:00");
        check("12:30pm", "12:30");
        check("Noon", "12:00");
        check("12 noon", "12:00");
        check("Midnight", "00:00");
        check("0930", "09:30");
        check("1730", "17:30");
        check("17:30", "17:30");
        check("21h30", "21:30");
        check("9h", "09:00");
        check("09.00", "09:00");
        check("8.30", "08:30?");
        check("24:00", "24:00");
        check("0.375", "09:00 share");
        check("0.5", "12:00 share");
        check("0.729166666666667", "17:30 share");
    }

    #[test]
    fn what_is_no_time_stays_unread() {
        for text in
            ["", "12m", "25", "9:75", "13am", "9-5", "5-Sep", "OFF", "1:2", "12:345", "9:00:61", "-1", "0.30", "é9"]
        {
            check(text, "no");
        }
    }
}
