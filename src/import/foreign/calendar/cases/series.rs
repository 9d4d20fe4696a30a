//! Do series take place when their rules say, and do changes of them hold?

use super::case::{Case, case, check};

const RULES: &[Case] = &[
    case(
        "weekdays are counted in the month from both ends",
        "DTSTART:20260113T100000|DURATION:PT1H|RRULE:FREQ=MONTHLY;BYDAY=2TU,-1FR",
        &["03-10 10:00-11:00", "03-27 10:00-11:00"],
        &["1 EndlessSeries"],
    ),
    case(
        "the last workday of the month, three times",
        "DTSTART:20260130T100000|DURATION:PT1H|RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
        &["03-31 10:00-11:00"],
        &[],
    ),
    case(
        "every other week, which begins on Sunday",
        "DTSTART:20260301T100000|DURATION:PT1H|RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO;UNTIL=20260316T235959",
        &["03-01 10:00-11:00", "03-02 10:00-11:00", "03-15 10:00-11:00", "03-16 10:00-11:00"],
        &[],
    ),
    case(
        "an end in UTC is read on the clock of the series",
        "DTSTART;TZID=Asia/Tokyo:20260309T090000|DURATION:PT1H|RRULE:FREQ=DAILY;UNTIL=20260311T000000Z",
        &["03-08 20:00-21:00", "03-09 20:00-21:00", "03-10 20:00-21:00"],
        &[],
    ),
    case(
        "an end that is a date includes the date",
        "DTSTART:20260309T090000|DURATION:PT1H|RRULE:FREQ=DAILY;UNTIL=20260310",
        &["03-09 09:00-10:00", "03-10 09:00-10:00"],
        &[],
    ),
    case(
        "days are added, and periods with their own length",
        "DTSTART:20260303T090000|DURATION:PT1H|RDATE:20260305T090000,20260306T110000|\
         RDATE;VALUE=PERIOD:20260310T100000/PT30M,20260311T100000/20260311T120000",
        &["03-03 09:00-10:00", "03-05 09:00-10:00", "03-06 11:00-12:00", "03-10 10:00-10:30", "03-11 10:00-12:00"],
        &[],
    ),
    case(
        "days are left out by a time on any clock, or by a date",
        "DTSTART;TZID=America/New_York:20260303T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=6|EXDATE:20260304T140000Z|\
         EXDATE;TZID=Europe/Berlin:20260305T150000|EXDATE;VALUE=DATE:20260306|\
         EXDATE;TZID=America/New_York:20260307T100000|EXDATE:",
        &["03-03 09:00-10:00", "03-07 09:00-10:00", "03-08 09:00-10:00"],
        &[],
    ),
    case(
        "days may be left out by a rule",
        "DTSTART:20260302T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=4|EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2",
        &["03-03 09:00-10:00", "03-05 09:00-10:00"],
        &[],
    ),
    case(
        "a rule that never rests is followed once",
        "DTSTART:20260303T090000|DURATION:PT1H|RRULE:FREQ=SECONDLY",
        &["03-03 09:00-10:00"],
        &["1 RuleTooFrequent"],
    ),
    case(
        "a rule that cannot be read is followed once",
        "DTSTART:20260303T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY;BYDAY=XX",
        &["03-03 09:00-10:00"],
        &["1 UnreadableRule"],
    ),
    case(
        "a start that its rule does not name is not taken",
        "DTSTART:20260301T090000|DURATION:PT1H|RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=2",
        &["03-02 09:00-10:00", "03-09 09:00-10:00"],
        &["1 StartOutsideRule"],
    ),
    case("an endless series elsewhere is no matter", "DTSTART:20250704|RRULE:FREQ=YEARLY", &[], &[]),
];

const CHANGES: &[Case] = &[
    case(
        "a changed occurrence stands at its new time and there alone, whatever its edition",
        "UID:1|SEQUENCE:1|DTSTART;TZID=America/New_York:20260303T170000|DTEND;TZID=America/New_York:20260303T180000|\
         RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260320T000000Z|SUMMARY:a||\
         UID:1|SEQUENCE:3|RECURRENCE-ID:20260310T210000Z|DTSTART:20260311T220000Z|DTEND:20260311T230000Z|SUMMARY:b",
        &[
            "03-03 17:00-18:00 a",
            "03-05 17:00-18:00 a",
            "03-11 18:00-19:00 b",
            "03-12 17:00-18:00 a",
            "03-17 17:00-18:00 a",
            "03-19 17:00-18:00 a",
        ],
        &[],
    ),
    case(
        "a cancelled occurrence is gone, and one that was moved away too",
        "UID:1|DTSTART:20260303T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3||\
         UID:1|RECURRENCE-ID:20260304T090000|STATUS:CANCELLED||\
         UID:1|RECURRENCE-ID:20260305T090000|DTSTART:20260420T090000|DURATION:PT1H",
        &["03-03 09:00-10:00"],
        &[],
    ),
    case(
        "a change is one of its own series only",
        "UID:1|DTSTART:20260303T090000|DURATION:PT1H||UID:2|DTSTART:20260303T090000|DURATION:PT1H||\
         UID:2|RECURRENCE-ID:20260303T090000|DTSTART:20260304T090000|DURATION:PT1H",
        &["03-03 09:00-10:00", "03-04 09:00-10:00"],
        &[],
    ),
    case(
        "a day of a series of days may be moved",
        "UID:1|DTSTART:20260302|RRULE:FREQ=DAILY;COUNT=2||UID:1|RECURRENCE-ID;VALUE=DATE:20260303|DTSTART:20260310",
        &["03-02 00:00-03-03 00:00 all day", "03-10 00:00-03-11 00:00 all day"],
        &[],
    ),
    case(
        "of two changes of one occurrence the newer holds",
        "UID:1|RECURRENCE-ID:20260303T090000|SEQUENCE:2|DTSTART:20260304T090000|DURATION:PT1H||\
         UID:1|RECURRENCE-ID:20260303T090000|SEQUENCE:1|DTSTART:20260305T090000|DURATION:PT1H",
        &["03-04 09:00-10:00"],
        &[],
    ),
    case(
        "a change of all that follow is one of the one only, and told",
        "UID:1|DTSTART:20260303T090000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=3||\
         UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T090000|DTSTART:20260304T110000|DURATION:PT1H",
        &["03-03 09:00-10:00", "03-04 11:00-12:00", "03-05 09:00-10:00"],
        &["7 ThisAndFuture"],
    ),
    case(
        "of two editions of an event the newer holds, and of events that are alike both",
        "UID:1|SEQUENCE:0|DTSTART:20260303|SUMMARY:old||UID:1|SEQUENCE:1|DTSTART:20260304|SUMMARY:new||\
         UID:2|DTSTART:20260305||UID:2|DTSTART:20260306",
        &["03-04 00:00-03-05 00:00 all day new", "03-05 00:00-03-06 00:00 all day", "03-06 00:00-03-07 00:00 all day"],
        &[],
    ),
    case(
        "a cancelled series is gone with its changes",
        "UID:1|DTSTART:20260303|RRULE:FREQ=DAILY|STATUS:CANCELLED||UID:1|RECURRENCE-ID:20260304|DTSTART:20260305||\
         DTSTART:20260306|STATUS:CANCELLED",
        &[],
        &[],
    ),
    case(
        "events that may not take place, and those that leave time free, are marked",
        "DTSTART:20260303|STATUS:TENTATIVE||DTSTART:20260304|STATUS:tentative|TRANSP:transparent|SUMMARY:both||\
         DTSTART:20260305|TRANSP:OPAQUE",
        &[
            "03-03 00:00-03-04 00:00 maybe all day",
            "03-04 00:00-03-05 00:00 maybe free all day both",
            "03-05 00:00-03-06 00:00 all day",
        ],
        &[],
    ),
];

#[test]
fn series_take_place_when_their_rules_say() {
    check(RULES);
}

#[test]
fn changes_and_cancellations_hold() {
    check(CHANGES);
}
