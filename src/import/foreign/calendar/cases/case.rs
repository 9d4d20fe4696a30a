//! What does a small calendar come to? One case, and how it is checked.

use crate::import::foreign::calendar::{Occurrence, OccurrenceKind, read_calendar};
use chrono::NaiveDate;
use chrono_tz::{America::New_York, Tz};

/// A small calendar and what is read in it.
pub struct Case {
    /// The rule it is a case of.
    pub rule: &'static str,
    /// Lines are separated by `|`, and events by `||`; a text that does not begin with `BEGIN` is one of events.
    pub text: &'static str,
    /// When what takes place.
    pub spans: &'static [&'static str],
    /// The line of each issue, and its kind.
    pub issues: &'static [&'static str],
    /// The first and the last day that are asked for.
    pub days: (&'static str, &'static str),
    /// The zone that is asked for.
    pub zone: Tz,
}

/// A case of March 2026 in New York, where the clock is put forward on the 8th.
pub const fn case(
    rule: &'static str,
    text: &'static str,
    spans: &'static [&'static str],
    issues: &'static [&'static str],
) -> Case {
    Case { rule, text, spans, issues, days: ("2026-03-01", "2026-03-31"), zone: New_York }
}

fn text_of(case: &Case) -> String {
    let text = if case.text.starts_with("BEGIN") || case.text.starts_with("begin") {
        case.text.to_owned()
    } else {
        let events = case.text.split("||").map(|event| format!("BEGIN:VEVENT|{event}|END:VEVENT"));
        events.collect::<Vec<_>>().join("|")
    };
    text.replace('|', "\r\n")
}

fn shown(span: &Occurrence) -> String {
    let end = if span.start.date() == span.end.date() { "%H:%M" } else { "%m-%d %H:%M" };
    let times = format!("{}-{}", span.start.format("%m-%d %H:%M"), span.end.format(end));
    let kind = match span.kind {
        OccurrenceKind::Event { is_transparent, is_tentative } => {
            [if is_tentative { "maybe" } else { "" }, if is_transparent { "free" } else { "" }]
                .join(" ")
                .trim()
                .to_owned()
        }
        OccurrenceKind::Available => "available".to_owned(),
        OccurrenceKind::BusyPeriod { is_tentative: true } => "maybe busy".to_owned(),
        OccurrenceKind::BusyPeriod { is_tentative: false } => "busy".to_owned(),
        OccurrenceKind::FreePeriod => "free period".to_owned(),
    };
    let place = if span.location.is_empty() { String::new() } else { format!("@{}", span.location) };
    let words = [times, kind, if span.is_all_day { "all day" } else { "" }.to_owned(), span.summary.clone(), place];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Reads each case, and compares.
pub fn check(cases: &[Case]) {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for case in cases {
        let reading = read_calendar(&text_of(case), day(case.days.0), day(case.days.1), case.zone);
        let spans: Vec<String> = reading.occurrences.iter().map(shown).collect();
        assert_eq!(spans, case.spans, "{}", case.rule);
        let kind = |debug: String| debug.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_owned();
        let issues = reading.issues.iter().map(|issue| format!("{} {}", issue.line, kind(format!("{:?}", issue.what))));
        assert_eq!(issues.collect::<Vec<_>>(), case.issues, "{}: {:?}", case.rule, reading.issues);
    }
}
