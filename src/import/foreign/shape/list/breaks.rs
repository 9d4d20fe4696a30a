//! Break columns become rows of the activity `meal`; lengths of time as programs write them.

use super::super::Fit;
use crate::import::foreign::cell::{ClockHint, Rule, TimeRange, read_range, read_time, span};
use crate::import::foreign::draft::Draft;
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;

/// The meals and breaks of a shift, where the row gives any.
#[must_use]
pub fn breaks_of(sheet: &Sheet, fit: &Fit, row: usize, shift: &Draft, reading: &mut SheetReading) -> Vec<Draft> {
    let mut found = Vec::new();
    let Some((start, end)) = shift.span else { return found };
    let filled = |field: &str| {
        let column = fit.column(field)?;
        Some((At { row, column }, sheet.cell(row, column))).filter(|(_, text)| !text.is_empty())
    };
    for (first, last, activity) in [("break_start", "break_end", "meal"), ("rest_start", "rest_end", "break")] {
        if let (Some((at, from)), Some((_, to))) = (filled(first), filled(last))
            && let (Some(from), Some(to)) = (read_time(from), read_time(to))
            && let Ok(range) = span(from, to, ClockHint { not_before: Some(start), ..ClockHint::default() })
            && start <= range.start
            && range.end <= end
        {
            found.push(one(shift, at, (range.start, range.end), activity));
        }
    }
    let has_times = found.iter().any(|one| one.get("activity") == "meal");
    if let Some((at, text)) = filled("break_min").filter(|_| !has_times) {
        found.extend(by_length(sheet, fit, at, text, shift, reading));
    }
    found
}

/// A break that is given as a range, or as a length without a time.
fn by_length(sheet: &Sheet, fit: &Fit, at: At, text: &str, shift: &Draft, reading: &mut SheetReading) -> Option<Draft> {
    let (start, end) = shift.span?;
    let activity = activity_of(fit);
    let is_number = text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number && let Ok(range) = read_range(text, ClockHint::default()) {
        reading.assume_range(range, at, text);
        return Some(one(shift, at, (range.start, range.end), activity));
    }
    let Some(minutes) = minutes(text, fit, "break_min") else {
        reading.problem(sheet, at, Code::E505, format!("`{text}` is not the length of a break"), "write it in minutes");
        return None;
    };
    if minutes == 0 || minutes >= end - start {
        return None;
    }
    let middle = start + (end - start - minutes) / 2;
    let from = (middle - middle % 15).max(start);
    reading.assume(Rule::BreakPlaced, at, text, || shown(from, from + minutes), u32::from(minutes));
    Some(one(shift, at, (from, from + minutes), activity))
}

/// An unpaid break, a lunch or a meal is a meal; all else is a break.
fn activity_of(fit: &Fit) -> &'static str {
    let header = fit
        .columns
        .iter()
        .find(|mapped| mapped.field == "break_min")
        .map_or("", |mapped| &mapped.header)
        .to_lowercase();
    let is_meal = ["meal", "lunch", "unpaid", "dinner"].iter().any(|word| header.contains(word));
    if is_meal { "meal" } else { "break" }
}

fn one(shift: &Draft, at: At, (start, end): (u16, u16), activity: &str) -> Draft {
    let draft = Draft::of(at).days(shift.days).between(start, end).text("staff", shift.get("staff"));
    draft.text("branch", shift.get("branch")).text("activity", activity)
}

/// A turn at a desk without its breaks: nobody is at the desk then. A bare shift stays whole.
#[must_use]
pub fn without(shift: Draft, breaks: &[Draft]) -> Vec<Draft> {
    let Some((start, end)) = shift.span.filter(|_| shift.get("activity") == "desk") else { return vec![shift] };
    let mut cuts: Vec<(u16, u16)> = breaks.iter().filter_map(|one| one.span).collect();
    cuts.sort_unstable();
    let mut from = start;
    let mut pieces = Vec::new();
    for (cut, until) in cuts.into_iter().chain([(end, end)]) {
        if from < cut {
            pieces.push(shift.clone().between(from, cut));
        }
        from = from.max(until);
    }
    pieces
}

/// A length beside both times is compared with them, with and without the break.
pub fn check_length(sheet: &Sheet, fit: &Fit, row: usize, range: TimeRange, reading: &mut SheetReading) {
    let Some(mapped) = fit.columns.iter().find(|mapped| mapped.field == "duration") else { return };
    let header = super::fields::plain(&mapped.header);
    if !["duration", "length", "dauer"].iter().any(|word| header.starts_with(word)) {
        return;
    }
    let at = At { row, column: mapped.column };
    let text = sheet.cell(row, mapped.column);
    let Some(says) = minutes(text, fit, "duration").filter(|minutes| *minutes > 0) else { return };
    let found = range.end - range.start;
    let pause =
        fit.column("break_min").and_then(|column| minutes(sheet.cell(row, column), fit, "break_min")).unwrap_or(0);
    if says != found && says + pause != found {
        let message = format!("the row says {text}, and from start to end are {}:{:02}", found / 60, found % 60);
        reading.problem(sheet, at, Code::W511, message, "the times are taken; check them");
    }
}

/// A length of time: `0:30`, `7:30`, `7.5` hours, `450` minutes, `30 min`, `1h 30m`.
#[must_use]
pub fn minutes(text: &str, fit: &Fit, field: &str) -> Option<u16> {
    let lower = text.trim().to_lowercase();
    if let Some((hours, minutes)) = lower.split_once(':') {
        let minutes = minutes.split(':').next()?;
        return Some(hours.parse::<u16>().ok()?.checked_mul(60)? + minutes.parse::<u16>().ok().filter(|m| *m < 60)?);
    }
    if let Some((hours, rest)) = lower.split_once('h') {
        let rest: String = rest.chars().filter(char::is_ascii_digit).collect();
        let hours = hours.trim().parse::<f64>().ok()?;
        return rounded(hours * 60.0 + rest.parse::<f64>().unwrap_or(0.0));
    }
    let number_end = lower.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(lower.len());
    let number = lower[..number_end].replace(',', ".").parse::<f64>().ok()?;
    let header =
        fit.columns.iter().find(|mapped| mapped.field == field).map_or("", |mapped| &mapped.header).to_lowercase();
    let is_minutes = header.contains("min") || lower[number_end..].contains("min") || number >= 25.0;
    rounded(if is_minutes { number } else { number * 60.0 })
}

fn rounded(minutes: f64) -> Option<u16> {
    format!("{minutes:.0}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::minutes;
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::shape::{Fit, Shape};

    #[test]
    fn lengths_are_read_in_hours_and_minutes() {
        let fit = Fit::new(Shape::List, Target::Schedule, None, 0).with(0, "Duration", "duration").with(
            1,
            "Break (min)",
            "break_min",
        );
        let read = |text: &str| minutes(text, &fit, "duration");
        assert_eq!(
            (read("7:30"), read("7.5"), read("450"), read("1h 30m"), read("30 min")),
            (Some(450), Some(450), Some(450), Some(90), Some(30))
        );
        assert_eq!(minutes("15", &fit, "break_min"), Some(15));
        assert_eq!(read("long"), None);
    }
}
