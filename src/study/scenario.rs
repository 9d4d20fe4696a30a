//! What could be changed? A scenario: changes to a study, in the order in which they are applied. Plain data: what a
//! change does to the rows is known on the floor `scenario` alone.

use super::{Activity, BranchId, DeskId, StaffId};
use crate::text::Location;
use crate::time::{Day, DayRule, Minutes, Period, Rotation, Span, SpanSet, Validity};

/// A scenario: one file of a study's folder `scenarios`.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its name: that of its file, without `.toml`.
    pub name: String,
    /// A few words for headings.
    pub title: String,
    /// Why somebody would want it, in a sentence; empty where the file does not say.
    pub why: String,
    /// Names of desks that it makes; their ids follow those of the study.
    pub new_desks: Vec<String>,
    /// What is changed, in order.
    pub changes: Vec<Change>,
}

/// One change, with its place in the scenario file.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What is done.
    pub action: Action,
    /// At which branch.
    pub branch: BranchId,
    /// When.
    pub when: When,
    /// Its place in the file.
    pub origin: Location,
}

/// On which days, and at which time of the day, a change holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The days.
    pub day: DayRule,
    /// From and to which minute of the day, the latter past 1440 on the next day; none for the whole day.
    pub time: Option<(u16, u16)>,
    /// From and to which date.
    pub validity: Validity,
}

impl When {
    /// The dates of a period on which it holds.
    pub fn days<'p>(&self, period: &'p Period, rotation: Option<Rotation>) -> impl Iterator<Item = Day> + use<'p> {
        let validity = self.validity;
        period.days_of(self.day, rotation).filter(move |day| validity.contains(*day))
    }

    /// Its span on one date.
    #[must_use]
    pub fn span_on(&self, day: Day) -> Span {
        let (start, end) = self.time.unwrap_or((0, 1440));
        day.span(i32::from(start), i32::from(end))
    }

    /// All its spans in a period.
    #[must_use]
    pub fn spans(&self, period: &Period, rotation: Option<Rotation>) -> SpanSet {
        SpanSet::from_spans(self.days(period, rotation).map(|day| self.span_on(day)).collect())
    }
}

/// What a change does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another minimum of a desk, or of the building where no desk is named.
    Minimum {
        /// Which desk; none for the building.
        desk: Option<DeskId>,
        /// How many people.
        minimum: u16,
    },
    /// Several desks become one service point.
    MergeDesks {
        /// Which desks.
        desks: Vec<DeskId>,
        /// The one desk: one of them, another, or a new one.
        into: DeskId,
        /// Its minimum.
        minimum: u16,
    },
    /// A desk stops being staffed; some people answer from off the desk, and stay in the building for it.
    OnCall {
        /// Which desk.
        desk: DeskId,
        /// Who answers.
        people: Vec<StaffId>,
    },
    /// Desk time of one person becomes another's.
    Move {
        /// At which desk; none for any.
        desk: Option<DeskId>,
        /// Whose it is.
        from: StaffId,
        /// Whose it becomes.
        to: StaffId,
    },
    /// Two people take each other's desk time.
    Swap {
        /// Who has desk time at the first hour.
        a: StaffId,
        /// Who has desk time at the other hour.
        b: StaffId,
        /// The other hour.
        other: When,
    },
    /// Desk time ends.
    Release {
        /// At which desk; none for any.
        desk: Option<DeskId>,
        /// Whose; none for whoever is above the minimum.
        staff: Option<StaffId>,
    },
    /// Desk time begins.
    Add {
        /// At which desk.
        desk: DeskId,
        /// Whose.
        staff: StaffId,
    },
    /// Desk time of people who take turns becomes one block for each, of the same length.
    BlockDays {
        /// Who; nobody in particular for everybody.
        people: Vec<StaffId>,
        /// At which desk; none for every desk.
        desk: Option<DeskId>,
        /// The longest turn, in minutes; none for one block each.
        longest: Option<u16>,
    },
    /// No time on desks without a pause is longer than this; the rest is handed to whoever can take it.
    MaxStint {
        /// Whose; nobody in particular for everybody.
        people: Vec<StaffId>,
        /// The longest stint, in minutes.
        minutes: u16,
    },
    /// Time kept free for outreach; its desk time is handed to whoever can take it.
    Protect {
        /// Whose.
        people: Vec<StaffId>,
    },
    /// Somebody more on a desk: a page, a substitute.
    AddHours {
        /// How the new person is shown, such as `Substitute`.
        role: String,
        /// At which desk.
        desk: DeskId,
        /// How much a week; none for all of the time that is named.
        a_week: Option<Minutes>,
        /// What an hour costs.
        hourly_rate: Option<f64>,
    },
    /// Shifts start or end earlier (negative) or later, in minutes.
    Shift {
        /// Whose.
        people: Vec<StaffId>,
        /// How much later they start.
        start_by: i16,
        /// How much later they end.
        end_by: i16,
    },
    /// The library opens or closes at another time, or on another day.
    Hours {
        /// When it opens; none for as before.
        open: Option<u16>,
        /// When it closes; none for as before.
        close: Option<u16>,
        /// Whether it is closed instead.
        is_closed: bool,
    },
    /// Another branch lends a person.
    Buddy {
        /// Who.
        staff: StaffId,
        /// For which desk; none for off-desk time there.
        desk: Option<DeskId>,
    },
    /// Somebody is sick, or the post is vacant.
    Absence {
        /// Who.
        staff: StaffId,
    },
    /// A duty that is not the desk moves to another hour of the same day.
    Reschedule {
        /// Whose.
        staff: StaffId,
        /// Which; none for any duty in that time.
        activity: Option<Activity>,
        /// When it starts then.
        new_start: u16,
    },
}

impl Action {
    /// The word that stands in a scenario file.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Action::Minimum { .. } => "minimum",
            Action::MergeDesks { .. } => "merge_desks",
            Action::OnCall { .. } => "on_call",
            Action::Move { .. } => "move",
            Action::Swap { .. } => "swap",
            Action::Release { .. } => "release",
            Action::Add { .. } => "add",
            Action::BlockDays { .. } => "block_days",
            Action::MaxStint { .. } => "max_stint",
            Action::Protect { .. } => "protect",
            Action::AddHours { .. } => "add_hours",
            Action::Shift { .. } => "shift",
            Action::Hours { .. } => "hours",
            Action::Buddy { .. } => "buddy",
            Action::Absence { .. } => "absence",
            Action::Reschedule { .. } => "reschedule",
        }
    }
}
