//! How was a sheet understood? The shape, the canonical file, the header row and the meaning of each column.

use super::super::draft::Target;

macro_rules! shapes {
    ($($shape:ident $name:literal $words:literal,)*) => {
        /// A shape of sheets.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Shape {
            $(#[doc = $words] $shape,)*
        }

        impl Shape {
            /// Every shape.
            pub const ALL: &'static [Shape] = &[$(Shape::$shape,)*];

            /// The word of `--shape`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Shape::$shape => $name,)* }
            }

            /// What it looks like, in a few words.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Shape::$shape => $words,)* }
            }
        }
    };
}

shapes! {
    Canonical "canonical" "offdesk's own columns",
    List "list" "a list, one row a shift, an event or a person",
    SlotGrid "slot-grid" "a grid, time slots down and days or desks across",
    Roster "roster" "a grid, people down and days or dates across",
    Assignment "assignment" "a grid, people down and hours across",
    HoursText "hours-text" "opening hours as a text in one cell",
    HoursColumns "hours-columns" "opening hours in a column or two for each day",
    OpenSchema "open-schema" "the open library data schema of the United Kingdom",
    GoogleBusiness "google-business" "a bulk sheet of business profiles",
    OsmHours "osm-hours" "opening hours in the language of open maps",
    LibCalHours "libcal-hours" "opening hours of a library calendar in JSON",
    SchemaOrgHours "schema-org-hours" "opening hours of schema.org in JSON",
    SlotPoll "slot-poll" "a poll, slots down and people across",
    OptionPoll "option-poll" "a poll, people down and dated options across",
    AvailabilityForm "availability-form" "a form, people down and weekly slots across",
    WeeklyAvailability "weekly-availability" "a list, one row a time of the week, days as numbers",
    OfficeHours "office-hours" "people down and a column of times for each day",
    Stops "stops" "stops or visits with a rule of recurrence",
    Calendar "calendar" "a calendar file",
    CalendarList "calendar-list" "the events of a calendar as a list",
    Sentences "sentences" "a sentence for each stakeholder",
}

impl Shape {
    /// The shape with this word.
    #[must_use]
    pub fn named(name: &str) -> Option<Shape> {
        Shape::ALL.iter().copied().find(|shape| shape.name() == name.trim().to_lowercase())
    }
}

/// A column and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// The column, from 0.
    pub column: usize,
    /// Its header as it is written; empty where the sheet has none.
    pub header: String,
    /// Its meaning: a canonical column, or a word of the shape's own.
    pub field: String,
}

/// How a sheet was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The shape.
    pub shape: Shape,
    /// The canonical file that its rows belong to.
    pub target: Target,
    /// The row of the header, from 0, where there is one.
    pub header: Option<usize>,
    /// The columns that are read.
    pub columns: Vec<Mapped>,
    /// How well it fits, from 0 to 100.
    pub score: u32,
}

impl Fit {
    /// A fit without columns.
    #[must_use]
    pub const fn new(shape: Shape, target: Target, header: Option<usize>, score: u32) -> Fit {
        Fit { shape, target, header, columns: Vec::new(), score }
    }

    /// With a column.
    #[must_use]
    pub fn with(mut self, column: usize, header: &str, field: &str) -> Fit {
        self.columns.push(Mapped { column, header: header.to_owned(), field: field.to_owned() });
        self
    }

    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: &str) -> Option<usize> {
        self.columns.iter().find(|mapped| mapped.field == field).map(|mapped| mapped.column)
    }

    /// The first row below the header.
    #[must_use]
    pub fn first_row(&self) -> usize {
        self.header.map_or(0, |row| row + 1)
    }
}
