//! Is what is broken told, and does it break nothing else?

use super::case::{Case, case, check};

const BROKEN: &[Case] = &[
    case(
        "names may be in any case, and lines folded",
        "begin:vevent|dtstart;value=date:20260310|Summary:Ein| langer Tag|end:vevent",
        &["03-10 00:00-03-11 00:00 all day Einlanger Tag"],
        &[],
    ),
    case(
        "an event that never ends is left out, and the next is not",
        "BEGIN:VCALENDAR|BEGIN:VEVENT|DTSTART:20260310|BEGIN:VEVENT|DTSTART:20260311|END:VEVENT|END:VCALENDAR",
        &["03-11 00:00-03-12 00:00 all day"],
        &["2 UnreadableComponent"],
    ),
    case(
        "a file that was cut is told",
        "BEGIN:VCALENDAR|BEGIN:VEVENT|DTSTART:20260311|END:VEVENT",
        &["03-11 00:00-03-12 00:00 all day"],
        &["1 UnreadableComponent"],
    ),
    case("an event without a start is left out", "SUMMARY:sometime||DTSTART:", &[], &["1 NoStart", "4 NoStart"]),
    case(
        "what is no time is told",
        "DTSTART:tomorrow||DTSTART:20260310T090000|DTEND:late||DTSTART:20260310T090000|DURATION:long||DTSTART:20260230",
        &[],
        &["1 UnreadableTime", "4 UnreadableTime", "8 UnreadableTime", "12 UnreadableTime"],
    ),
    case(
        "a day to leave out that is none changes nothing else",
        "DTSTART:20260310T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=2|EXDATE:never,20260311T090000",
        &["03-10 09:00-10:00"],
        &["1 UnreadableTime"],
    ),
];

#[test]
fn what_is_broken_is_told_and_breaks_nothing_else() {
    check(BROKEN);
}
