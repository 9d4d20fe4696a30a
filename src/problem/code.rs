//! The catalogue: every code that a problem can carry, its severity and its one-line title.
//!
//! A code never changes its meaning. What a code teaches its reader stands in `explain/CODE.md`,
//! compiled in from here. Knows nothing of files or places.

use super::Severity;

macro_rules! catalogue {
    ($($code:ident $title:literal,)*) => {
        /// One kind of problem. The letter is its severity: `E` error, `W` warning, `N` note.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $code,)*
        }

        impl Code {
            /// Every code, in the order of the catalogue.
            pub const ALL: &'static [Code] = &[$(Code::$code,)*];

            /// The code as it is printed, such as `E202`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Code::$code => stringify!($code),)* }
            }

            /// The kind of problem in a few plain words, without its values.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Code::$code => $title,)* }
            }

            /// The page that `offdesk explain CODE` prints, in Markdown.
            #[must_use]
            pub const fn page(self) -> &'static str {
                match self { $(Code::$code => include_str!(concat!("explain/", stringify!($code), ".md")),)* }
            }
        }
    };
}

catalogue! {
    // files
    E101 "a required file is missing",
    E102 "a required column is missing",
    E103 "the file has no rows to read",
    W104 "the file is not UTF-8",
    N105 "a column is not used",
    N106 "a file in the folder is not used",
    E107 "two columns have the same name",
    W108 "the row has more cells than the header",
    E109 "a quotation mark is never closed",
    N111 "the cells are not separated by commas",
    // cells
    E201 "a required cell is blank",
    E202 "not a clock time",
    W203 "the row runs past midnight",
    E204 "the row ends when it starts",
    E205 "not a day of the week",
    E206 "not a date",
    E207 "no such date in the calendar",
    E208 "not a whole number",
    E209 "the number is out of range",
    E210 "not a week of the rotation",
    E211 "not an activity",
    E212 "not a way to meet",
    E213 "not a certainty",
    E214 "neither yes nor no",
    E215 "a spreadsheet turned a time range into a date",
    E218 "the row has neither a day nor a date",
    E219 "the day and the date do not agree",
    E220 "the last valid date is before the first",
    E221 "only one of the two times is given",
    // rows against other rows and files
    W301 "the name is close to a name in staff.csv",
    N302 "the person is not in staff.csv",
    E303 "the row does not say which branch it belongs to",
    W304 "the branch has no opening hours",
    W305 "two files share no branch",
    N306 "the row never applies in the period",
    W307 "a desk is staffed while the library is closed",
    W309 "one person is on two desks at once",
    W310 "desk time during leave",
    W311 "desk time during another duty",
    W312 "nobody has the role that a stakeholder needs",
    W313 "nobody staffs the desk that a minimum is set for",
    W314 "traffic is counted at a desk that nobody staffs",
    W315 "the percentages of a job description do not add up to 100",
    W316 "nobody has the role that a duty is written for",
    W317 "the row stands in the file twice",
    W318 "the library is both open and closed on one day",
    N319 "working hours are not given",
    E320 "a name belongs to two people",
    W321 "one person is at two branches at once",
    E324 "no schedule row falls in the period",
    W325 "scheduled time is far from the weekly hours",
    W326 "the row is longer than 16 hours",
    N327 "a person in staff.csv has no schedule row",
    W328 "a group names somebody who is not scheduled",
    W331 "a story names a partner that is not there",
    W332 "the figure of a story is not clear",
    // settings
    E401 "the settings file cannot be read",
    E402 "there is no such setting",
    E403 "the value of a setting cannot be used",
    E404 "rows name a week, and the settings name no rotation",
    E405 "the rotation does not start on a Monday",
    // importing what other programs and people write
    E501 "the file cannot be opened",
    E502 "the file is not recognized",
    E503 "the order of day and month is not proved",
    E504 "a column that is needed is missing",
    E505 "the cell is not a time range",
    E506 "the time range ends before it starts",
    E507 "the cell does not say which day",
    E508 "the sentence is not understood",
    W509 "open or closed is not known",
    W510 "a cell was repaired",
    W511 "a total does not agree with its rows",
    W512 "two names may be one person",
    W513 "one person is booked twice at one time",
    W514 "an event was left out or changed",
    W515 "the encoding is a guess",
    W516 "a row stands in the source twice",
    N517 "free text is not read",
    W518 "a break has no length",
    // scenarios
    E601 "the scenario file cannot be read",
    E602 "a change is not complete, or names something that is not there",
    E603 "a change cannot be made",
    W604 "a change cannot be made on some dates",
}

impl Code {
    /// How much the problem weighs, from the letter of the code.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self.name().as_bytes()[0] {
            b'E' => Severity::Error,
            b'W' => Severity::Warning,
            _ => Severity::Note,
        }
    }

    /// The code with this name, in any case (`e202` is `E202`).
    #[must_use]
    pub fn named(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.name().eq_ignore_ascii_case(name.trim()))
    }
}
