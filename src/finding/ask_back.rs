//! How does one ask a partner for another hour? A courteous draft, to be read and changed before it is sent.

use super::wording::hours_a_week;
use crate::analysis::Results;
use crate::say;
use crate::scenario::AskBack;
use crate::study::{date_in_words, time_span};
use crate::time::ClockTime;
use crate::wording::and_list;

/// What moving a window would win, as one sentence.
#[must_use]
pub fn ask_back_sentence(results: &Results, ask: &AskBack) -> String {
    let (start, end) = ask.moved_window();
    say!(
        "ask-back",
        partner = &results.stakeholder(ask.partner).name,
        days = weekdays(results, ask),
        now = time_span(clock(ask.window.0), clock(ask.window.1)),
        minutes = ask.by.unsigned_abs(),
        is_later = ask.by > 0,
        then = time_span(clock(start), clock(end)),
        won = hours_a_week(results, ask.won()),
    )
}

/// A message to the partner.
#[must_use]
pub fn ask_back_message(results: &Results, ask: &AskBack) -> String {
    let (start, end) = ask.moved_window();
    let library = match &results.settings.library {
        library if library.is_empty() => say!("the-library"),
        library => library.clone(),
    };
    let said = |minute: u16| ClockTime(clock(minute)).to_string();
    let text = say!(
        "ask-back-text",
        library = &library,
        days = weekdays(results, ask),
        from = said(ask.window.0),
        to = said(ask.window.1),
        is_hour = ask.by.abs() == 60,
        is_later = ask.by > 0,
        new_from = said(start),
        new_to = said(end),
    );
    let greeting = say!("ask-back-greeting", partner = &results.stakeholder(ask.partner).name);
    let ending = say!("ask-back-ending");
    format!("{greeting}\n\n{text}\n\n{ending}\n{library}")
}

/// A time of day, also after midnight.
fn clock(minute: u16) -> u16 {
    if minute > 1440 { minute - 1440 } else { minute }
}

/// `Mondays`, `Mondays to Fridays`, or the date of a single one.
fn weekdays(results: &Results, ask: &AskBack) -> String {
    if let ([day], false) = (&ask.days[..], results.period.is_typical) {
        return date_in_words(*day);
    }
    let mut days: Vec<usize> = ask.days.iter().map(|day| day.weekday()).collect();
    days.sort_unstable();
    days.dedup();
    let name = |day: usize| say!("weekdays", day = day);
    if let ([first, .., last], true) = (&days[..], days.len() > 2 && days.windows(2).all(|two| two[0] + 1 == two[1])) {
        return say!("weekdays-span", from = name(*first), to = name(*last));
    }
    and_list(days.into_iter().map(name), 7)
}
