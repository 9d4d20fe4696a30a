//! When is the library open? Opening and closing times changed, days opened and closed.

use super::{Done, days_of};
use crate::scenario::dated_row::hours_rows;
use crate::scenario::draft::Draft;
use crate::study::{Change, HoursRow};
use crate::time::{ClockTime, Day, Minute, Span};

/// Other opening hours. A dated row (a holiday) stays as it is, unless the change names that date.
pub fn hours(draft: &mut Draft, change: &Change, (open, close): (Option<u16>, Option<u16>), is_closed: bool) -> Done {
    let mut done = Done::default();
    let branch = change.branch;
    for day in days_of(draft, change) {
        let is_dated =
            |row: &HoursRow| row.branch == branch && row.day.date() == Some(day) && row.validity.contains(day);
        if change.when.day.date().is_none() && draft.study.hours.iter().any(is_dated) {
            continue;
        }
        let now = draft.plan().open_on(branch, day);
        match spans(&now, day, (open, close), is_closed) {
            Ok(spans) => {
                draft.study.hours.retain(|row| !is_dated(row));
                draft.study.hours.extend(hours_rows(branch, day, &spans));
                done.n_dates += 1;
            }
            Err(reason) => done.take(day, Err(reason)),
        }
    }
    done
}

/// The open spans of a date after the change.
fn spans(
    now: &[Span],
    day: Day,
    (open, close): (Option<u16>, Option<u16>),
    is_closed: bool,
) -> Result<Vec<Span>, String> {
    if is_closed {
        return Ok(Vec::new());
    }
    let at = |minute: u16| day.start() + crate::time::Minutes(i64::from(minute));
    let mut spans = now.to_vec();
    spans.sort_unstable();
    if spans.is_empty() {
        return match (open, close) {
            (Some(open), Some(close)) => Ok(vec![Span { start: at(open), end: at(close) }]),
            _ => Err("the library is closed that day, so both `open` and `close` are needed".to_owned()),
        };
    }
    if let (Some(open), Some(first)) = (open, spans.first_mut()) {
        first.start = at(open);
    }
    if let (Some(close), Some(last)) = (close, spans.last_mut()) {
        last.end = at(close);
    }
    let wrong = spans.iter().find(|span| span.is_empty());
    wrong.map_or(Ok(spans.clone()), |span| {
        let minute = |at: Minute| ClockTime(u16::try_from((at - day.start()).0).unwrap_or(0));
        Err(format!("the library would close at {} before it opens at {}", minute(span.end), minute(span.start)))
    })
}
