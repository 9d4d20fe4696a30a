//! Are offers of time, and free or busy periods, read?

use super::case::{Case, case, check};

const OFFERS: &[Case] = &[
    Case {
        days: ("2026-03-01", "2026-03-08"),
        ..case(
            "office hours are offered from the first day that their rule names",
            "BEGIN:VAVAILABILITY|UID:a|BEGIN:AVAILABLE|UID:b|SUMMARY:office|DTSTART;TZID=America/New_York:20260301T090000|\
             DTEND;TZID=America/New_York:20260301T170000|RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE|END:AVAILABLE|END:VAVAILABILITY",
            &[
                "03-02 09:00-17:00 available office",
                "03-03 09:00-17:00 available office",
                "03-04 09:00-17:00 available office",
            ],
            &[],
        )
    },
    Case {
        days: ("2026-03-01", "2026-03-17"),
        ..case(
            "who travels offers time on the clock of each place",
            "BEGIN:VAVAILABILITY|DTSTART;TZID=America/New_York:20260301T000000|DTEND;TZID=America/New_York:20260309T030000|\
             BEGIN:AVAILABLE|DTSTART;TZID=America/New_York:20260301T090000|DURATION:PT8H|RRULE:FREQ=WEEKLY;BYDAY=MO,TU|\
             LOCATION:east|END:AVAILABLE|END:VAVAILABILITY|\
             BEGIN:VAVAILABILITY|DTSTART;TZID=America/Denver:20260309T000000|DTEND;TZID=America/Denver:20260316T000000|\
             BEGIN:AVAILABLE|DTSTART;TZID=America/Denver:20260309T090000|DURATION:PT8H|RRULE:FREQ=WEEKLY;BYDAY=MO,TU|\
             LOCATION:west|END:AVAILABLE|END:VAVAILABILITY|\
             BEGIN:VAVAILABILITY|DTSTART;TZID=America/New_York:20260316T030000|\
             BEGIN:AVAILABLE|DTSTART;TZID=America/New_York:20260316T090000|DURATION:PT8H|RRULE:FREQ=WEEKLY;BYDAY=MO,TU|\
             LOCATION:east|END:AVAILABLE|END:VAVAILABILITY",
            &[
                "03-02 09:00-17:00 available @east",
                "03-03 09:00-17:00 available @east",
                "03-09 11:00-19:00 available @west",
                "03-10 11:00-19:00 available @west",
                "03-16 09:00-17:00 available @east",
                "03-17 09:00-17:00 available @east",
            ],
            &[],
        )
    },
    Case {
        days: ("2026-03-06", "2026-03-10"),
        ..case(
            "an offer of higher priority takes the place of the usual one, busy time included",
            "BEGIN:VAVAILABILITY|SUMMARY:usual|BEGIN:AVAILABLE|DTSTART:20260302T080000|DTEND:20260302T180000|\
             RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR|END:AVAILABLE|END:VAVAILABILITY|\
             BEGIN:VAVAILABILITY|PRIORITY:1|BUSYTYPE:BUSY|DTSTART:20260309T120000|DTEND:20260311T000000|\
             BEGIN:AVAILABLE|DTSTART:20260309T130000|DTEND:20260309T140000|SUMMARY:trip|END:AVAILABLE|END:VAVAILABILITY",
            &[
                "03-06 08:00-18:00 available usual",
                "03-09 08:00-12:00 available usual",
                "03-09 13:00-14:00 available trip",
            ],
            &[],
        )
    },
    case(
        "an offer ends where its bounds say",
        "BEGIN:VAVAILABILITY|DTSTART:20260302T120000|DURATION:P1D|BEGIN:AVAILABLE|DTSTART:20260301T090000|\
         DTEND:20260301T170000|RRULE:FREQ=DAILY|END:AVAILABLE|END:VAVAILABILITY",
        &["03-02 12:00-17:00 available", "03-03 09:00-12:00 available"],
        &[],
    ),
    case(
        "an offered time may be changed as an event may",
        "BEGIN:VAVAILABILITY|BEGIN:AVAILABLE|UID:b|DTSTART:20260302T090000|DTEND:20260302T100000|\
         RRULE:FREQ=WEEKLY;COUNT=2|END:AVAILABLE|BEGIN:AVAILABLE|UID:b|RECURRENCE-ID:20260309T090000|\
         DTSTART:20260310T090000|DTEND:20260310T100000|END:AVAILABLE|BEGIN:AVAILABLE|END:VAVAILABILITY",
        &["03-02 09:00-10:00 available", "03-10 09:00-10:00 available"],
        &["14 UnreadableComponent"],
    ),
    case(
        "free and busy periods have an end or a length",
        "BEGIN:VFREEBUSY|FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260305T140000Z/PT8H30M|END:VFREEBUSY|\
         BEGIN:VFREEBUSY|FREEBUSY:20260306T140000Z/PT3H,20260306T180000Z/PT1H| ,20260306T200000Z/20260306T210000Z|\
         END:VFREEBUSY|BEGIN:VFREEBUSY|FREEBUSY;FBTYPE=FREE:20260309T140000Z/PT3H|\
         FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260309T200000Z/20260309T210000Z|FREEBUSY:20260310T140000Z/PT0H|END:VFREEBUSY",
        &[
            "03-05 09:00-17:30 busy",
            "03-06 09:00-12:00 busy",
            "03-06 13:00-14:00 busy",
            "03-06 15:00-16:00 busy",
            "03-09 10:00-13:00 free period",
            "03-09 16:00-17:00 maybe busy",
        ],
        &["8 UnreadableTime"],
    ),
];

#[test]
fn offers_and_free_or_busy_periods_are_read() {
    check(OFFERS);
}
