//! How many people are on one desk against its minimum? What the walk over a branch notes of a desk, day by day.

use super::day_bits::DayBits;
use super::day_counts::DayCounts;
use super::desk_cover::DeskCover;
use super::grid::Grid;
use super::week_counts::WeekCounts;
use crate::study::{BranchId, DeskId};
use crate::time::{Day, Minutes};

/// People at a desk from one minute to another, against its minimum.
#[derive(Clone, Copy, Debug)]
pub struct DeskLevel {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// How many people.
    pub n_people: i64,
    /// How many it needs.
    pub minimum: i64,
}

/// A desk on the walk.
#[derive(Debug, Default)]
pub struct DeskWeek<const W: usize> {
    people: WeekCounts<W>,
    minimum: WeekCounts<W>,
    /// Fewer people than the minimum.
    under: WeekCounts<W>,
    /// People above the minimum.
    above: WeekCounts<W>,
    staffed: i64,
    missing: i64,
    while_closed: i64,
    has_traffic: bool,
    /// People above the minimum and those missing to it, on one day.
    excess: DayCounts<W>,
    /// Its levels, where traffic is counted at it; anew each day.
    pub levels: Vec<DeskLevel>,
}

impl<const W: usize> DeskWeek<W> {
    /// A desk at which nothing happened yet.
    pub fn new(has_traffic: bool) -> DeskWeek<W> {
        DeskWeek { has_traffic, ..DeskWeek::default() }
    }

    /// Takes note of a day on which so many people are on the desk and it needs so many. When it has more than it needs.
    pub fn note(&mut self, date: Day, people: &DayCounts<W>, minimum: &DayCounts<W>, open: DayBits<W>) -> DayBits<W> {
        let weekday = date.weekday();
        let staffed = people.is_any();
        self.people.add_all(weekday, people);
        self.minimum.add_all(weekday, minimum);
        self.staffed += staffed.minutes();
        self.excess.set_excess(minimum, people);
        self.missing += self.excess.minutes();
        self.under.add(weekday, self.excess.is_any());
        self.excess.set_excess(people, minimum);
        let spare = self.excess.is_any();
        // while closed it needs nobody, and whoever is there is counted apart
        let while_closed = staffed.without(open);
        if !while_closed.is_none() {
            self.while_closed += self.excess.minutes();
            self.excess.leave_out(while_closed);
            self.while_closed -= self.excess.minutes();
        }
        self.above.add_all(weekday, &self.excess);
        if self.has_traffic {
            self.note_levels(date, people, minimum);
        }
        spare
    }

    fn note_levels(&mut self, date: Day, people: &DayCounts<W>, minimum: &DayCounts<W>) {
        let first = self.levels.len();
        let midnight = date.start().0;
        (people.changes() | minimum.changes()).units().for_each(|minute| {
            let (n_people, minimum) = (people.at(minute), minimum.at(minute));
            if let Some(last) = self.levels[first..].last_mut() {
                last.end = midnight + minute;
            }
            self.levels.push(DeskLevel { start: midnight + minute, end: midnight + 1440, n_people, minimum });
        });
    }

    /// What it comes to.
    pub fn cover(&self, branch: BranchId, desk: DeskId, open: &Grid) -> DeskCover {
        let (people, under, above) = (self.people.grid(), self.under.grid(), self.above.grid());
        DeskCover {
            branch,
            desk,
            open: open.total(),
            staffed: Minutes(self.staffed),
            person: people.total(),
            under_minimum: under.total(),
            missing_person: Minutes(self.missing),
            above_minimum_person: above.total(),
            while_closed_person: Minutes(self.while_closed),
            open_grid: open.clone(),
            people,
            minimum: self.minimum.grid(),
            under,
            above,
        }
    }
}
