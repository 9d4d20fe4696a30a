//! What is a person doing? The fifteen activities of a schedule row.

use crate::say;

macro_rules! activities {
    ($($variant:ident $name:literal $doc:literal,)*) => {
        /// What a schedule row says of a person's time. The order is the one in which overlapping duties are counted.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Activity { $(#[doc = $doc] $variant,)* }

        impl Activity {
            /// Every activity, in order.
            pub const ALL: &'static [Activity] = &[$(Activity::$variant,)*];

            /// The word that stands in a file.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Activity::$variant => $name,)* } }
        }
    };
}

activities! {
    Desk "desk" "On a public desk.",
    Meal "meal" "A meal, taken in the building.",
    Break "break" "A break, taken in the building.",
    Meeting "meeting" "A meeting.",
    Program "program" "A program in the library.",
    Planning "planning" "Planning: work.",
    Assessment "assessment" "Assessment: work.",
    Training "training" "Training.",
    Outreach "outreach" "Already out with the community.",
    Travel "travel" "On the way.",
    Other "other" "Any other duty.",
    OffDesk "off-desk" "At work and explicitly off the desk.",
    Shift "shift" "At work, nothing said about what.",
    OnCall "on-call" "Off the desk and answering it from there: kept in the building.",
    Leave "leave" "Not at work.",
}

impl Activity {
    /// What it is called in charts and sentences.
    #[must_use]
    pub fn in_text(self) -> String {
        match self {
            Activity::Desk => say!("activity-desk"),
            Activity::Meal => say!("activity-meal"),
            Activity::Break => say!("activity-break"),
            Activity::Meeting => say!("activity-meeting"),
            Activity::Program => say!("activity-program"),
            Activity::Planning => say!("activity-planning"),
            Activity::Assessment => say!("activity-assessment"),
            Activity::Training => say!("activity-training"),
            Activity::Outreach => say!("activity-outreach"),
            Activity::Travel => say!("activity-travel"),
            Activity::Other => say!("activity-other"),
            Activity::OffDesk => say!("activity-off-desk"),
            Activity::Shift => say!("activity-shift"),
            Activity::OnCall => say!("activity-on-call"),
            Activity::Leave => say!("activity-leave"),
        }
    }

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
