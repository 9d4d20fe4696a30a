//! Are times, lengths and days read on the clock that is asked for?

use super::case::{Case, case, check};
use chrono_tz::Europe::Berlin;

const TIMES: &[Case] = &[
    case(
        "a time in UTC is carried over date by date",
        "DTSTART:20260305T140000Z|DTEND:20260305T150000Z|SUMMARY:a||DTSTART:20260310T140000Z|DTEND:20260310T150000Z",
        &["03-05 09:00-10:00 a", "03-10 10:00-11:00"],
        &[],
    ),
    case(
        "a time of another zone is carried over date by date",
        "DTSTART;TZID=Europe/Berlin:20260304T150000|DTEND;TZID=Europe/Berlin:20260304T160000|RRULE:FREQ=WEEKLY;COUNT=5",
        &["03-04 09:00-10:00", "03-11 10:00-11:00", "03-18 10:00-11:00", "03-25 10:00-11:00"],
        &[],
    ),
    case("a floating time stays", "DTSTART:20260310T093000|DTEND:20260310T100000", &["03-10 09:30-10:00"], &[]),
    case(
        "a zone may have the name that Windows gives it",
        "DTSTART;TZID=\"Pacific Standard Time\":20260310T090000|DURATION:PT1H",
        &["03-10 12:00-13:00"],
        &[],
    ),
    case(
        "a zone may have a name that the file explains",
        "BEGIN:VTIMEZONE|TZID:Schule|X-LIC-LOCATION:Europe/Berlin|END:VTIMEZONE|\
         BEGIN:VEVENT|DTSTART;TZID=Schule:20260310T150000|DURATION:PT1H|END:VEVENT",
        &["03-10 10:00-11:00"],
        &[],
    ),
    case(
        "a zone that nothing explains is ours, and is told once",
        "DTSTART;TZID=Mars:20260310T090000|DURATION:PT1H||DTSTART;TZID=Mars:20260311T090000|DURATION:PT1H",
        &["03-10 09:00-10:00", "03-11 09:00-10:00"],
        &["1 UnknownZone"],
    ),
    case(
        "a time that the clock skips is the time it would have been",
        "DTSTART;TZID=America/New_York:20260308T023000|DURATION:PT1H",
        &["03-08 03:30-04:30"],
        &["1 ClockChange"],
    ),
    Case {
        days: ("2026-11-01", "2026-11-01"),
        zone: Berlin,
        ..case(
            "of a time that the clock shows twice the first is taken",
            "DTSTART;TZID=America/New_York:20261101T013000|DURATION:PT1H",
            &["11-01 06:30-07:30"],
            &["1 ClockChange"],
        )
    },
    case(
        "the day may end at 24:00",
        "DTSTART:20260310T220000|DTEND:20260310T240000",
        &["03-10 22:00-03-11 00:00"],
        &[],
    ),
];

const LENGTHS: &[Case] = &[
    case(
        "the end of an event of whole days is the day after it",
        "DTSTART;VALUE=DATE:20260310|DTEND;VALUE=DATE:20260312|SUMMARY:leave|TRANSP:TRANSPARENT",
        &["03-10 00:00-03-12 00:00 free all day leave"],
        &[],
    ),
    case(
        "a date needs no VALUE, a day may be its own end, and a rule may say nothing",
        "SUMMARY:Holiday|DTSTART:20260310|DTEND:20260310|RRULE:|STATUS:CONFIRMED",
        &["03-10 00:00-03-11 00:00 all day Holiday"],
        &["1 EmptyRule"],
    ),
    case("a date alone is a day", "DTSTART;VALUE=DATE:20260310", &["03-10 00:00-03-11 00:00 all day"], &[]),
    case("a time alone is no time at all", "DTSTART:20260310T090000", &[], &["1 NoLength"]),
    case(
        "days are counted on the clock, and hours as they pass",
        "DTSTART;TZID=America/New_York:20260307T220000|DURATION:P1DT2H||\
         DTSTART;TZID=America/New_York:20260307T220000|DURATION:PT26H",
        &["03-07 22:00-03-09 00:00", "03-07 22:00-03-09 01:00"],
        &[],
    ),
    case(
        "a day may be given as a duration",
        "DTSTART:20260310|DURATION:P2D",
        &["03-10 00:00-03-12 00:00 all day"],
        &[],
    ),
    case("a date may end at a time", "DTSTART:20260310|DTEND:20260310T120000", &["03-10 00:00-12:00"], &[]),
    case("an end may not come first", "DTSTART:20260310T090000|DTEND:20260310T080000", &[], &["1 EndBeforeStart"]),
    case("an end may not be the start", "DTSTART:20260310T090000|DTEND:20260310T090000", &[], &["1 NoLength"]),
    Case {
        days: ("2026-03-10", "2026-03-10"),
        ..case(
            "what touches the days is taken, and whole",
            "DTSTART:20260309T220000|DTEND:20260310T020000||DTSTART:20260309T220000|DTEND:20260310T000000||\
             DTSTART:20260311T000000|DTEND:20260311T020000||DTSTART:20260301|DTEND:20260320||\
             DTSTART:20260301T120000|DURATION:P3D|RRULE:FREQ=WEEKLY;COUNT=9",
            &["03-01 00:00-03-20 00:00 all day", "03-08 12:00-03-11 12:00", "03-09 22:00-03-10 02:00"],
            &[],
        )
    },
];

#[test]
fn times_are_read_on_the_clock_that_is_asked_for() {
    check(TIMES);
}

#[test]
fn lengths_are_those_that_people_mean() {
    check(LENGTHS);
}
