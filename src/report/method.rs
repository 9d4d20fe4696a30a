//! How was this computed? The rules in plain words, for a reader who asks "says who?".

use crate::analysis::Results;
use crate::study::Assume;

/// The rules, a heading and a paragraph each.
#[must_use]
pub fn method(results: &Results) -> Vec<(&'static str, String)> {
    let settings = &results.settings;
    let assumed = match settings.assume {
        Assume::DeskSpan => {
            "the time from the first row to the last is taken. Figures that rest on it say “at least”, and “at most” stands beside them where the person is taken to be at work at all open hours"
        }
        Assume::OpenHours => "the person is taken to be at work at all open hours, and the figures are an “at most”",
        Assume::Unknown => "nothing is assumed, and partner time that hangs on it is “unknown”",
    };
    vec![
        ("Time", "Everything is computed to the minute, in local wall-clock time; half hours appear only in pictures. A span from 01:00 to 04:00 counts three hours on every date, also when clocks change. A row belongs to the date on which it starts; nights that run into the first date from the day before are not counted.".to_owned()),
        ("Period", format!("The figures cover {}. A date beats a weekday: a dated row replaces the weekday rows of that branch, partner or person on that date, except leave, meetings and other single duties, which are added.", results.period)),
        ("Where a person's time goes", format!("On shift is every row but leave. Leave wins over everything, then desk, then other duties; what is left is off-desk. A stretch of off-desk time of at least {} minutes is a usable block, a shorter one a fragment. On shift is the sum of desk, other duties, usable blocks and fragments, for every person and day. Time off the desk is work time.", settings.min_block)),
        ("Working hours not given", format!("Where a person has rows on a date but none that says when they come and go, {assumed}.")),
        ("Who may leave", format!("While the library is open, somebody may leave when at least one more person is on shift than the building minimum ({} unless coverage.csv says otherwise). Meals and breaks are taken in the building; people on leave, outreach or travel are not there.", settings.building_minimum)),
        ("Partner time", format!("A partner's minute is reachable when an eligible person is free for long enough: at least the partner's shortest useful visit ({} minutes unless the partner's row says otherwise) or the whole window where that is shorter. For a visit by staff, the way there and back ({} minutes each way unless the row says otherwise) comes out of the free time. For a visit to the library, the library must be open. Each minute has exactly one outcome, the first that applies in the order of the table; so the outcomes add up to the window.", settings.min_visit, settings.travel)),
        ("Tentative windows", "Windows that a partner is not sure of are computed the same way and counted apart.".to_owned()),
        ("Desk cover", format!("People on a desk are compared with its minimum ({} unless coverage.csv says otherwise; where rows overlap the greatest holds). Minimums count while the library is open. A person booked on two desks counts on each of them, and once in their own time.", settings.default_minimum)),
        ("Time together", format!("Two people share time when both are off the desk at the same branch for at least {} minutes at a stretch. Departments share the time that at least one pair of their people shares.", settings.min_block)),
        ("Opening hours", "For each half hour now closed, the partner time is counted that is lost because the library is closed. Whether it would be reached when opened depends on who would be on shift.".to_owned()),
    ]
}
