//! What was assumed about a cell, and how sure is it? Every rule that reads more than is written has its name here.

/// How sure an assumption is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Another reading is possible and should be confirmed.
    Guess,
    /// Other readings are far-fetched.
    Likely,
    /// Only the form was changed.
    Sure,
}

impl Confidence {
    /// The word that a person reads.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::Guess => "guess",
            Confidence::Likely => "likely",
            Confidence::Sure => "sure",
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident $confidence:ident $words:literal,)*) => {
        /// A rule by which more was read than is written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$(Rule::$rule,)*];

            /// What was assumed, as a sentence without its end.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Rule::$rule => $words,)* }
            }

            /// How sure it is.
            #[must_use]
            pub const fn confidence(self) -> Confidence {
                match self { $(Rule::$rule => Confidence::$confidence,)* }
            }

            /// Its name, for machines.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Rule::$rule => stringify!($rule),)* }
            }
        }
    };
}

rules! {
    /// `2-4pm`.
    HalfFromEnd Likely "am or pm is written once, at the end, and is taken for both times where that makes a range",
    /// `9am-5`.
    HalfFromStart Likely "am or pm is written once, at the start; the end is the next such time after it",
    /// `9-5`.
    BareDay Likely "no am or pm is written: a start from 7 to 11 is in the morning, one from 12 to 6 after noon, and the end is the next such time",
    /// `8-10`, `7-8:30`.
    BareEither Guess "no am or pm is written and both halves of the day make sense: the daytime reading is taken",
    /// `7-8:30` below `5-7`.
    BareAfter Likely "no am or pm is written: the range is put after the one before it",
    /// `9:00` to `5:00` in a file whose other times go past 12:00.
    FullDayClock Sure "times without am or pm are on a 24-hour clock, as other times of the file show",
    /// `5-Sep`.
    SpreadsheetDate Likely "a spreadsheet turned a range into a date; it is turned back",
    /// `10-Feb`, which may have been `2-10` or `10-2`.
    SpreadsheetDateEither Guess "a spreadsheet turned a range into a date, and either order of the two numbers is a range; month first is taken",
    /// `0.375`.
    DayShare Sure "a share of a day is the time that a spreadsheet keeps that way",
    /// `9-5l`.
    StrayLetter Guess "one stray letter after a time is taken for a slip of the finger",
    /// `11:30 PM - 2:00 AM`.
    PastMidnight Likely "an end before its start is on the next day, and belongs to the day on which it starts",
    /// `12:00 AM - 2:00 AM` after `11:30 PM`.
    AfterMidnightSlot Likely "a slot after midnight that follows the evening's last slot belongs to the same day of service",
    /// `Time: 12`, `Time: 1`.
    SlotsWrap Likely "slots without am or pm go on after 12; each is later than the one before",
    /// Slots as starts only.
    SlotEnds Likely "a slot lasts until the next one starts, and the last one as long as the one before it",
    /// Merged cells.
    Merged Sure "a merged cell holds for every slot that it covers",
    /// `5/9/2026`, decided.
    DateOrder Sure "the order of day and month is proved by the dates of the file themselves",
    /// `5/9/2026`, chosen.
    DateOrderGiven Sure "the order of day and month was given",
    /// `Mon 5 Oct`.
    YearFromPeriod Likely "a date without a year is in the period of the study or next to today's date, on the weekday that is written",
    /// `Week of October 5`.
    WeekOf Likely "days of the week below a title that names one week are dates of that week",
    /// Day numbers 0-6.
    DayNumbers Sure "days are numbered; the numbers are counted from the first day of the week that was given",
    /// A name on the first of several rows.
    CarriedDown Guess "a blank name below a name is the same person: the name stands on the first row only",
    /// A name on a row of its own.
    GroupHeading Likely "a name on a row of its own holds for the rows below it",
    /// `Smith, Jane`.
    NameOrder Sure "a name with a comma is turned round",
    /// `VERA`.
    NameCase Likely "names that differ only in capitals, blanks or a title are one person",
    /// `Jane` where `staff.csv` has one Jane.
    NameShort Likely "a first name, an initial or a nickname stands for the one person whom it fits",
    /// `JS` of a legend.
    Legend Sure "a code is replaced by what the file's legend says",
    /// A break column.
    BreakPlaced Guess "a break is given without a time: it is placed in the middle of its shift",
    /// `None/12pm` in a break column.
    BreakLength Sure "a break is given as a start; its length was given",
    /// An activity word.
    ActivityWord Likely "a word of the file is taken for one of offdesk's activities",
    /// A start and a length.
    EndFromLength Sure "the end is the start plus the length that is given",
    /// A code without a legend.
    CodeAsDesk Guess "a code that no legend explains is taken for the name of a desk",
    /// Slots that overlap.
    SlotsUnited Sure "slots of one person that overlap or touch are united, never added up",
    /// `2pm-6pm/Off/Off`.
    RotationWeeks Likely "parts between slashes are the weeks of a rotation, in their order",
    /// `(a/b)/(c/d)/(e/f)`.
    RotationWithin Guess "parts between slashes within brackets take turns from week to week, so that the rotation is as long as both together",
    /// `A*3:30pm/B`.
    Handover Likely "a time after a star is when the person leaves and the next one takes over",
    /// `Ana (11-4)`.
    PartOfSlot Sure "a time in brackets after a name is the part of the slot that the person is there",
    /// `if need be`.
    Graded Sure "an answer such as `if need be` makes a tentative window",
    /// Converted from another zone.
    ZoneConverted Sure "times of another zone are converted to the library's, date by date",
    /// No zone.
    FloatingTime Likely "times without a zone are the library's own wall-clock times",
    /// A calendar without a word on what its events are.
    EventsAsWindows Guess "events of a calendar are taken as times when the stakeholder can meet, not as busy times",
    /// A calendar or table that names nobody.
    NamedByFile Guess "the source does not say whose times these are: the name of the calendar or of its file is taken",
    /// A busy calendar.
    FreeBetweenEvents Guess "free time is what working hours leave between the events of the calendar",
    /// A blank day in a table of hours.
    BlankClosed Likely "a blank day of a branch that has other hours is closed: the sheet writes closed in no other way",
    /// Hours nobody staffs.
    Unstaffed Sure "hours when the building is open and nobody is on duty are kept out of the opening hours",
    /// Leave without times.
    WholeDayLeave Likely "a word for leave without times is leave for the whole day",
    /// Rows with no desk.
    TimesAsShift Likely "times without a desk or an activity are the person's working hours",
    /// `1st & 3rd Fri`.
    NthWeekday Sure "the first, second … such day of a month is written out as dates of the period",
    /// `every other Wed`.
    EveryOther Sure "every other week is counted from the start that is written, and written out as dates of the period",
    /// PH in OSM hours.
    PublicHolidays Likely "public holidays are those of the country that was given",
}
