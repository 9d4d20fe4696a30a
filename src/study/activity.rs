//! What is a person doing? The fifteen activities of a schedule row.

macro_rules! activities {
    ($($variant:ident $name:literal $label:literal $doc:literal,)*) => {
        /// What a schedule row says of a person's time. The order is the one in which overlapping duties are counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Activity { $(#[doc = $doc] $variant,)* }

        impl Activity {
            /// Every activity, in order.
            pub const ALL: &'static [Activity] = &[$(Activity::$variant,)*];

            /// The word that stands in a file.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Activity::$variant => $name,)* } }

            /// The word that a chart shows.
            #[must_use]
            pub const fn label(self) -> &'static str { match self { $(Activity::$variant => $label,)* } }
        }
    };
}

activities! {
    Desk "desk" "Desk" "On a public desk.",
    Meal "meal" "Meals" "A meal, taken in the building.",
    Break "break" "Breaks" "A break, taken in the building.",
    Meeting "meeting" "Meetings" "A meeting.",
    Program "program" "Programs" "A program in the library.",
    Planning "planning" "Planning" "Planning: work.",
    Assessment "assessment" "Assessment" "Assessment: work.",
    Training "training" "Training" "Training.",
    Outreach "outreach" "Outreach" "Already out with the community.",
    Travel "travel" "Travel" "On the way.",
    Other "other" "Other" "Any other duty.",
    OffDesk "off-desk" "Off desk" "At work and explicitly off the desk.",
    Shift "shift" "Shift" "At work, nothing said about what.",
    OnCall "on-call" "On call" "Off the desk and answering it from there: kept in the building.",
    Leave "leave" "Leave" "Not at work.",
}

impl Activity {
    /// How many activities are the desk or a duty: those before `OffDesk`.
    pub const N_COUNTED: usize = 11;

    /// Its place in the order.
    #[must_use]
    #[expect(clippy::as_conversions, reason = "a plain enumeration")]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The activity that a word of a file stands for, in any case, `_` and blanks as `-`.
    #[must_use]
    pub fn named(word: &str) -> Option<Activity> {
        let word = word.trim().to_ascii_lowercase().replace([' ', '_'], "-");
        Activity::ALL.iter().copied().find(|activity| activity.name() == word)
    }

    /// Whether it is another duty: a meal, a meeting, a program … (not the desk, a bare shift or off-desk time).
    #[must_use]
    pub const fn is_duty(self) -> bool {
        !matches!(self, Activity::Desk | Activity::OffDesk | Activity::Shift | Activity::OnCall | Activity::Leave)
    }

    /// Whether a row of it says that the person is at work without filling the time.
    #[must_use]
    pub const fn is_open_time(self) -> bool {
        matches!(self, Activity::Shift | Activity::OffDesk)
    }

    /// Whether it is work with the community that needs no desk, no meeting and no course: outreach, and the planning,
    /// assessment and programs that come of it.
    #[must_use]
    pub const fn is_community_work(self) -> bool {
        matches!(self, Activity::Program | Activity::Planning | Activity::Assessment | Activity::Outreach)
    }

    /// Whether the person has left the building for it.
    #[must_use]
    pub const fn is_away(self) -> bool {
        matches!(self, Activity::Outreach | Activity::Travel)
    }

    /// Whether a dated row of it replaces the person's weekday rows on that date.
    #[must_use]
    pub const fn replaces_weekday_rows(self) -> bool {
        matches!(self, Activity::Shift | Activity::OffDesk | Activity::Desk)
    }
}
