//! What will one row of a study say? A row on its way from a source file into a canonical one.

use super::sheet::At;
use crate::import::canonical::{CanonicalFile, HOURS, SCHEDULE, STAFF, STAKEHOLDERS, TRAFFIC};
use crate::time::{ClockTime, Day, Validity, WeekdaySet};
use compact_str::CompactString;

/// The canonical file that rows are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// `desk-schedule.csv`.
    Schedule,
    /// `library-hours.csv`.
    Hours,
    /// `stakeholders.csv`.
    Windows,
    /// `staff.csv`.
    Staff,
    /// `desk-traffic.csv`.
    Traffic,
}

impl Target {
    /// Every target.
    pub const ALL: [Target; 5] = [Target::Schedule, Target::Hours, Target::Windows, Target::Staff, Target::Traffic];

    /// The word of `--as`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Target::Schedule => "schedule",
            Target::Hours => "hours",
            Target::Windows => "windows",
            Target::Staff => "staff",
            Target::Traffic => "traffic",
        }
    }

    /// The target with this word.
    #[must_use]
    pub fn named(name: &str) -> Option<Target> {
        Target::ALL.into_iter().find(|target| target.name() == name.trim().to_lowercase())
    }

    /// The canonical file.
    #[must_use]
    pub(crate) const fn file(self) -> &'static CanonicalFile {
        match self {
            Target::Schedule => &SCHEDULE,
            Target::Hours => &HOURS,
            Target::Windows => &STAKEHOLDERS,
            Target::Staff => &STAFF,
            Target::Traffic => &TRAFFIC,
        }
    }

    /// The column that says whose row it is.
    #[must_use]
    pub const fn who(self) -> &'static str {
        match self {
            Target::Schedule | Target::Staff => "staff",
            Target::Hours | Target::Traffic => "branch",
            Target::Windows => "stakeholder",
        }
    }
}

/// The days of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftDays {
    /// One date.
    On(Day),
    /// Days of the week.
    Weekly(WeekdaySet),
    /// The row has no day, as in `staff.csv`.
    None,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The cell that it was made of, the one a person would look at first.
    pub at: At,
    /// Its days.
    pub days: DraftDays,
    /// From when to when; none where it has no times (`closed`, or a row of `staff.csv`).
    pub span: Option<(u16, u16)>,
    /// The dates from and to which it holds.
    pub validity: Validity,
    /// Its other cells, by canonical column. Blank texts are not kept.
    pub texts: Vec<(&'static str, CompactString)>,
}

impl Draft {
    /// A row made of a cell.
    #[must_use]
    pub const fn of(at: At) -> Draft {
        Draft { at, days: DraftDays::None, span: None, validity: Validity { from: None, to: None }, texts: Vec::new() }
    }

    /// On one date.
    #[must_use]
    pub const fn on(mut self, day: Day) -> Draft {
        self.days = DraftDays::On(day);
        self
    }

    /// On one day of every week; 0 is Monday.
    #[must_use]
    pub fn weekly(mut self, weekday: usize) -> Draft {
        self.days = DraftDays::Weekly(WeekdaySet::range(weekday, weekday));
        self
    }

    /// On these days.
    #[must_use]
    pub const fn days(mut self, days: DraftDays) -> Draft {
        self.days = days;
        self
    }

    /// From one minute of the day to another.
    #[must_use]
    pub const fn between(mut self, start: u16, end: u16) -> Draft {
        self.span = Some((start, end));
        self
    }

    /// With a text in a canonical column.
    #[must_use]
    pub fn text(mut self, column: &'static str, text: impl Into<CompactString>) -> Draft {
        let text = text.into();
        if !text.is_empty() {
            self.texts.push((column, text));
        }
        self
    }

    /// The text of a column; empty where it has none.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        self.texts.iter().find(|(name, _)| *name == column).map_or("", |(_, text)| text)
    }

    /// Changes the text of a column.
    pub fn set(&mut self, column: &'static str, text: &str) {
        self.texts.retain(|(name, _)| *name != column);
        if !text.is_empty() {
            self.texts.push((column, text.into()));
        }
    }

    /// A row that starts after midnight of its day stands on the next one.
    pub fn put_on_its_day(&mut self) {
        let Some((start @ 1440.., end)) = self.span else { return };
        self.span = Some((start - 1440, end - 1440));
        self.days = match self.days {
            DraftDays::On(day) => DraftDays::On(day.plus(1)),
            DraftDays::Weekly(days) => {
                let next = days.days().map(|day| WeekdaySet::range((day + 1) % 7, (day + 1) % 7));
                DraftDays::Weekly(next.fold(WeekdaySet::default(), WeekdaySet::union))
            }
            DraftDays::None => DraftDays::None,
        };
    }

    /// How long its span is, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        self.span.map_or(0, |(start, end)| u32::from(end.saturating_sub(start)))
    }

    /// Whether it says anything in a canonical column.
    #[must_use]
    pub fn has(&self, column: &str, target: Target) -> bool {
        match column {
            "day" => matches!(self.days, DraftDays::Weekly(_)),
            "date" => matches!(self.days, DraftDays::On(_)),
            "start" | "end" | "close" => self.span.is_some(),
            "open" => self.span.is_some() || target == Target::Hours,
            "from" => self.validity.from.is_some(),
            "to" => self.validity.to.is_some(),
            _ => !self.get(column).is_empty(),
        }
    }

    /// The cell of a canonical column.
    #[must_use]
    pub fn cell(&self, column: &str, target: Target) -> String {
        let time = |minute: u16| ClockTime(minute).to_string();
        match (column, self.days, self.span) {
            ("day", DraftDays::Weekly(days), _) => days_text(days),
            ("date", DraftDays::On(day), _) => day.to_string(),
            ("start" | "open", _, Some((start, _))) => time(start),
            ("end" | "close", _, Some((_, end))) => time(end),
            ("open", _, None) if target == Target::Hours => "closed".to_owned(),
            ("from", ..) => self.validity.from.map_or_else(String::new, |day| day.to_string()),
            ("to", ..) => self.validity.to.map_or_else(String::new, |day| day.to_string()),
            _ => self.get(column).to_owned(),
        }
    }
}

fn days_text(days: WeekdaySet) -> String {
    if days == WeekdaySet::DAILY { "daily".to_owned() } else { days.to_string() }
}
