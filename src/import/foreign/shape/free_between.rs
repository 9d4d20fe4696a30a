//! What do working hours leave free between the events of a busy calendar?

use crate::time::{Day, Span, SpanSet, WeekdaySet};

/// The free spans on the dates from the first to the last: each as the date on which it starts, and from and to which
/// minute of that date. Events and working hours may overlap, and may run past midnight.
#[must_use]
pub fn free_between(
    busy: &[(Day, u16, u16)],
    working: &[(WeekdaySet, u16, u16)],
    first: Day,
    last: Day,
) -> Vec<(Day, u16, u16)> {
    let busy = SpanSet::from_spans(busy.iter().map(|(day, from, to)| span(*day, *from, *to)).collect());
    let mut free = Vec::new();
    for day in (first.0..=last.0).map(Day) {
        let of_day = working.iter().filter(|(days, ..)| days.contains(day.weekday()));
        let at_work = SpanSet::from_spans(of_day.map(|(_, from, to)| span(day, *from, *to)).collect());
        for hours in at_work.spans() {
            free.extend(busy.gaps_within(*hours).map(as_row));
        }
    }
    free
}

fn span(day: Day, from: u16, to: u16) -> Span {
    day.span(i32::from(from), i32::from(to))
}

fn as_row(span: Span) -> (Day, u16, u16) {
    let (from, to) = span.clock_times();
    (span.day(), from.0, to.0)
}

#[cfg(test)]
mod tests {
    use super::super::cases::day;
    use super::free_between;
    use crate::import::foreign::reading::shown;
    use crate::time::{Day, WeekdaySet};

    fn free(busy: &[(u32, u16, u16)], working: &[(WeekdaySet, u16, u16)], last: u32) -> String {
        let date = |date: u32| day(2026, 10, date);
        let busy: Vec<(Day, u16, u16)> = busy.iter().map(|(on, from, to)| (date(*on), *from, *to)).collect();
        let free = free_between(&busy, working, date(5), date(last));
        let lines = free.iter().map(|(day, from, to)| format!("{} {}", &day.to_string()[8..], shown(*from, *to)));
        lines.collect::<Vec<String>>().join(", ")
    }

    #[test]
    fn events_are_taken_out_of_working_hours() {
        let working = [(WeekdaySet::range(0, 4), 540, 1020)];
        assert_eq!(free(&[(5, 600, 660), (5, 630, 720)], &working, 5), "05 09:00-10:00, 05 12:00-17:00");
        assert_eq!(free(&[], &working, 6), "05 09:00-17:00, 06 09:00-17:00");
        assert_eq!(free(&[(5, 0, 1440)], &working, 5), "");
    }

    #[test]
    fn events_outside_working_hours_and_days_without_any_change_nothing() {
        let working = [(WeekdaySet::range(0, 0), 540, 720), (WeekdaySet::range(0, 0), 660, 780)];
        assert_eq!(free(&[(5, 400, 540), (5, 780, 900), (6, 540, 600)], &working, 6), "05 09:00-13:00");
    }

    #[test]
    fn an_event_past_midnight_is_busy_on_both_dates() {
        let working = [(WeekdaySet::DAILY, 60, 180), (WeekdaySet::DAILY, 1320, 1440)];
        let expected = "05 01:00-03:00, 05 22:00-23:00, 06 02:00-03:00, 06 22:00-24:00";
        assert_eq!(free(&[(5, 1380, 1560)], &working, 6), expected);
    }

    #[test]
    fn days_without_an_end_stay_apart() {
        assert_eq!(free(&[], &[(WeekdaySet::DAILY, 0, 1440)], 6), "05 00:00-24:00, 06 00:00-24:00");
    }
}
