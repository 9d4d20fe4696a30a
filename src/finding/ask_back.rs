//! How does one ask a partner for another hour? A courteous draft, to be read and changed before it is sent.

use super::wording::{and_list, weekday_name};
use crate::analysis::Results;
use crate::scenario::AskBack;

/// What moving a window would win, as one sentence.
#[must_use]
pub fn ask_back_sentence(results: &Results, ask: &AskBack) -> String {
    let (start, end) = ask.moved_window();
    format!(
        "{}, {} {}-{}: {} to {}-{} would bring {} more within reach.",
        results.stakeholder(ask.partner).name,
        weekdays(results, ask),
        clock(ask.window.0),
        clock(ask.window.1),
        how_far(ask.by),
        clock(start),
        clock(end),
        super::wording::hours(results.period.hours_a_week(ask.won())) + " a week"
    )
}

/// A message to the partner.
#[must_use]
pub fn ask_back_message(results: &Results, ask: &AskBack) -> String {
    let (start, end) = ask.moved_window();
    let library = if results.settings.library.is_empty() { "the library" } else { &results.settings.library };
    let later = if ask.by > 0 { "later" } else { "earlier" };
    let far = if ask.by.abs() == 60 { "an hour" } else { "half an hour" };
    format!(
        "Dear friends at {partner},\n\nthank you for keeping {days} from {from} to {to} open for us. We would like to make more of it. On those days somebody from {library} could be with you for longer if we met {far} {later}, from {new_from} to {new_to}. Would that suit you? If not, your usual time stays, and we will come whenever we can.\n\nWith kind regards,\n{library}",
        partner = results.stakeholder(ask.partner).name,
        days = weekdays(results, ask),
        from = clock(ask.window.0),
        to = clock(ask.window.1),
        new_from = clock(start),
        new_to = clock(end),
    )
}

/// A time of day, also after midnight.
fn clock(minute: u16) -> crate::time::ClockTime {
    crate::time::ClockTime(if minute > 1440 { minute - 1440 } else { minute })
}

fn how_far(by: i16) -> String {
    format!("{} minutes {}", by.abs(), if by > 0 { "later" } else { "earlier" })
}

/// `Mondays`, `Mondays to Fridays`, or the date of a single one.
fn weekdays(results: &Results, ask: &AskBack) -> String {
    if let ([day], false) = (&ask.days[..], results.period.is_typical) {
        return day.in_words();
    }
    let mut days: Vec<usize> = ask.days.iter().map(|day| day.weekday()).collect();
    days.sort_unstable();
    days.dedup();
    if let ([first, .., last], true) = (&days[..], days.len() > 2 && days.windows(2).all(|two| two[0] + 1 == two[1])) {
        return format!("{}s to {}s", weekday_name(*first), weekday_name(*last));
    }
    let names: Vec<String> = days.iter().map(|day| format!("{}s", weekday_name(*day))).collect();
    and_list(&names.iter().map(String::as_str).collect::<Vec<&str>>(), 7)
}
