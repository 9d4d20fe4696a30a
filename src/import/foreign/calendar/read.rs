//! What does a calendar say of the days that are asked for? From its text to spans, in one call.

use super::availability::{combine, read_offer};
use super::component::{Component, components};
use super::context::Context;
use super::event::read_event;
use super::free_busy::read_free_busy;
use super::issue::{CalendarIssue, IssueKind};
use super::occurrence::Occurrence;
use super::property::Properties;
use super::series::repeat;
use super::zone::{defined_zones, own_zone};
use chrono::NaiveDate;
use chrono_tz::Tz;

/// What a calendar says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarReading {
    /// What it is called (`X-WR-CALNAME`).
    pub name: Option<String>,
    /// Its own time zone: the one it names, or the only one it defines. For information; its times are read without.
    pub zone: Option<Tz>,
    /// How many events, free/busy lists and availabilities it holds, read or not.
    pub n_components: usize,
    /// What touches the days asked for, each whole, in order of time.
    pub occurrences: Vec<Occurrence>,
    /// What is doubtful, in order of the lines.
    pub issues: Vec<CalendarIssue>,
}

/// Reads the text of a calendar: what touches the days from `first` to `last` (both included), on the wall clock of
/// `zone`. Floating times are taken as they stand, all others are carried to that clock date by date. Never fails:
/// what cannot be read is an issue.
///
/// ```
/// use chrono::NaiveDate;
/// use offdesk::import::foreign::read_calendar;
///
/// let text = "BEGIN:VEVENT\nDTSTART:20260310T140000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT";
/// let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
/// let reading = read_calendar(text, day(1), day(20), chrono_tz::America::New_York);
/// let starts: Vec<String> = reading.occurrences.iter().map(|span| span.start.to_string()).collect();
/// assert_eq!(starts, ["2026-03-10 10:00:00", "2026-03-17 10:00:00"]);
/// ```
#[must_use]
pub fn read_calendar(text: &str, first: NaiveDate, last: NaiveDate, zone: Tz) -> CalendarReading {
    let components = components(text);
    let zones = defined_zones(&components);
    let calendar = components.iter().find(|component| component.name == "VCALENDAR").and_then(Properties::of);
    let name = calendar.as_ref().map(|calendar| calendar.other("X-WR-CALNAME")).filter(|name| !name.is_empty());
    let own_zone = own_zone(calendar.as_ref(), &zones);
    let mut context = Context::new(first, last, zone, zones);
    let mut occurrences = read_all(&components, &mut context);
    occurrences.sort_unstable();
    let mut issues = context.issues;
    issues.sort_by_key(|issue| issue.line);
    let n_components = components.iter().filter(|component| is_read(component)).count();
    CalendarReading { name, zone: own_zone, n_components, occurrences, issues }
}

fn is_read(component: &Component) -> bool {
    matches!(component.name.as_str(), "VEVENT" | "VFREEBUSY" | "VAVAILABILITY")
}

fn read_all(components: &[Component], context: &mut Context) -> Vec<Occurrence> {
    let (mut found, mut events, mut offers) = (Vec::new(), Vec::new(), Vec::new());
    for (at, component) in components.iter().enumerate() {
        tell_unclosed(component, context);
        if !component.is_closed {
            continue;
        }
        match component.name.as_str() {
            "VEVENT" => events.extend(read_event(component, context)),
            "VFREEBUSY" => found.append(&mut read_free_busy(component, context)),
            "VAVAILABILITY" => offers.extend(read_offer(at, components, context)),
            _ => {}
        }
    }
    found.append(&mut repeat(events, context));
    let available = combine(offers).into_iter();
    found.extend(available.filter(|span| context.touches(span.start, span.end)));
    found
}

fn tell_unclosed(component: &Component, context: &mut Context) {
    let is_told = is_read(component) || matches!(component.name.as_str(), "VCALENDAR" | "AVAILABLE");
    if is_told && !component.is_closed {
        context.raise(component.line, IssueKind::UnreadableComponent { name: component.name.clone() });
    }
}

#[cfg(test)]
mod tests {
    use super::{CalendarReading, read_calendar};
    use chrono::NaiveDate;
    use chrono_tz::{America::New_York, Europe::Berlin};
    use std::fmt::Write;

    const ALL_SORTS: &str = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Öffentlich; alle\r\nX-WR-TIMEZONE:Europe/Berlin\r\n\
        BEGIN:VTIMEZONE\r\nTZID:Home\r\nX-LIC-LOCATION:America/New_York\r\nEND:VTIMEZONE\r\n\
        BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Home:20260303T090000\r\nDTEND;TZID=Home:20260303T100000\r\n\
        RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260401T000000Z\r\nEXDATE;TZID=Home:20260305T090000,20260310T090000\r\n\
        SUMMARY:Story time\\, long \r\n  name\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;TZID=Home:20260312T090000\r\nDTSTART:20260312T150000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n\
        BEGIN:VFREEBUSY\r\nFREEBUSY;FBTYPE=FREE:20260306T140000Z/PT2H,20260307T140000Z/20260307T150000Z\r\nEND:VFREEBUSY\r\n\
        BEGIN:VAVAILABILITY\r\nPRIORITY:1\r\nDTSTART:20260301T000000Z\r\nBEGIN:AVAILABLE\r\nUID:2\r\n\
        DTSTART;VALUE=DATE:20260302\r\nRRULE:FREQ=DAILY;BYDAY=MO,TU\r\nEND:AVAILABLE\r\nEND:VAVAILABILITY\r\nEND:VCALENDAR\r\n";

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn read(text: &str) -> CalendarReading {
        read_calendar(text, day(1), day(31), New_York)
    }

    #[test]
    fn a_calendar_of_all_sorts_is_read_whichever_way_its_lines_end() {
        let reading = read(ALL_SORTS);
        assert_eq!(reading.name.as_deref(), Some("Öffentlich; alle"));
        assert_eq!((reading.zone, reading.n_components), (Some(Berlin), 4));
        assert!(reading.issues.is_empty(), "{:?}", reading.issues);
        let stories: Vec<String> =
            reading.occurrences.iter().filter(|span| span.uid == "1").map(|span| span.start.to_string()).collect();
        let expected = ["03-03 09", "03-12 11", "03-17 09", "03-19 09", "03-24 09", "03-26 09", "03-31 09"];
        assert_eq!(stories, expected.map(|hour| format!("2026-{hour}:00:00")));
        assert_eq!(reading.occurrences.iter().find(|span| span.uid == "1").unwrap().summary, "Story time, long  name");
        assert_eq!(reading.occurrences.len(), 7 + 2 + 10);
        for text in [ALL_SORTS.replace("\r\n", "\n"), ALL_SORTS.replace("\r\n", "\r"), format!("\u{feff}{ALL_SORTS}")] {
            assert_eq!(read(&text), reading);
        }
    }

    #[test]
    fn whatever_is_cut_from_a_calendar_the_rest_is_read() {
        for (at, _) in ALL_SORTS.char_indices() {
            let _ = read(&ALL_SORTS[..at]);
            let _ = read(&ALL_SORTS[at..]);
        }
    }

    #[test]
    fn garbage_is_nothing_and_never_a_panic() {
        let mut seed = 7_u32;
        for letter in [':', ';', '\n', '\\', '"', '9', '-', 'Z', '/', ',', '=', ' ', 'é', '\0'] {
            for _ in 0..60 {
                let mut text: Vec<char> = ALL_SORTS.chars().collect();
                for _ in 0..12 {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let at = usize::try_from(seed >> 8).unwrap() % text.len();
                    text[at] = letter;
                }
                let _ = read(&text.into_iter().collect::<String>());
            }
        }
        assert_eq!(read("hello"), CalendarReading::default());
        assert_eq!(read(""), CalendarReading::default());
    }

    #[test]
    fn a_file_that_is_made_to_stall_is_given_up_and_told_so() {
        let hours: Vec<String> = (0..24).map(|hour| hour.to_string()).collect();
        let never = "RRULE:FREQ=DAILY;COUNT=99999999;BYMONTH=2;BYMONTHDAY=30;BYMINUTE=0,15,30,45";
        let rule = format!("{never};BYHOUR={}", hours.join(","));
        let mut text = String::new();
        for n in 0..3000 {
            write!(text, "BEGIN:VEVENT\nUID:{n}\nDTSTART:00010101T000000\nDURATION:PT1H\n{rule}\nEND:VEVENT\n")
                .unwrap();
        }
        let reading = read(&text);
        assert_eq!((reading.occurrences.len(), reading.issues.len()), (0, 1));
    }

    #[test]
    fn days_that_are_none_are_not_asked_for() {
        assert!(read_calendar(ALL_SORTS, day(31), day(1), New_York).occurrences.is_empty());
        assert!(!read_calendar(ALL_SORTS, NaiveDate::MIN, NaiveDate::MAX, New_York).occurrences.is_empty());
    }
}
