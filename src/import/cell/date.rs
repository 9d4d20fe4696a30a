//! Which date does a cell name? ISO dates only: `9/5/2026` is two dates, and neither is guessed.

use crate::problem::Code;
use crate::time::Day;

/// Why a cell is not a date, and what may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which kind of problem.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// A few words for the underlined cell.
    pub label: String,
    /// What to do.
    pub help: String,
}

/// Reads an ISO date, `2026-09-14`; a time of day of zero after it is what databases add and does not hurt.
///
/// # Errors
/// What is wrong with it.
pub fn parse_date(text: &str) -> Result<Day, Refusal> {
    let refuse = |code, label: &str, help: String| {
        let message =
            if code == Code::E207 { format!("there is no date {text}") } else { format!("`{text}` is not a date") };
        Err(Refusal { code, message, label: label.to_owned(), help })
    };
    let date = text.strip_suffix(" 00:00:00").or_else(|| text.strip_suffix("T00:00:00")).unwrap_or(text);
    let parts: Vec<&str> = date.split('-').collect();
    if let [year, month, day] = parts[..]
        && year.len() == 4
        && (1..=2).contains(&month.len())
        && (1..=2).contains(&day.len())
        && let (Ok(y), Ok(m), Ok(d)) = (year.parse(), month.parse(), day.parse())
    {
        return match Day::from_ymd(y, m, d) {
            Some(day) => Ok(day),
            None => refuse(Code::E207, "not in the calendar", "check the day and the month".to_owned()),
        };
    }
    let numbers: Vec<u32> = date.split(['/', '.', '-']).filter_map(|part| part.parse().ok()).collect();
    let [a, b, year] = numbers[..] else {
        return refuse(Code::E206, "", "write dates as 2026-09-14".to_owned());
    };
    let year = i32::try_from(if year < 100 { year + 2000 } else { year }).unwrap_or(0);
    let readings: Vec<Day> = [Day::from_ymd(year, a, b), Day::from_ymd(year, b, a)].into_iter().flatten().collect();
    match readings[..] {
        [one] => refuse(Code::E206, "", format!("did you mean {one}? write dates as 2026-09-14")),
        [one, other] if one == other => {
            refuse(Code::E206, "", format!("did you mean {one}? write dates as 2026-09-14"))
        }
        [one, other] => refuse(Code::E206, "which is the month?", format!("write {one} or {other}")),
        _ => refuse(Code::E206, "", "write dates as 2026-09-14".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_are_read_and_others_are_asked_about() {
        let day = Day::from_ymd(2026, 9, 5).unwrap();
        assert_eq!(parse_date("2026-09-05"), Ok(day));
        assert_eq!(parse_date("2026-9-5 00:00:00"), Ok(day));
        assert_eq!(parse_date("2026-02-30").unwrap_err().code, Code::E207);
        assert_eq!(parse_date("9/5/2026").unwrap_err().help, "write 2026-09-05 or 2026-05-09");
        assert_eq!(parse_date("9/14/2026").unwrap_err().help, "did you mean 2026-09-14? write dates as 2026-09-14");
        assert_eq!(parse_date("soon").unwrap_err().code, Code::E206);
    }
}
