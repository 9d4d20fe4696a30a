//! How are millions of schedule rows kept? What the rows of a person's day have in common is kept once.

use super::{Activity, BranchId, DeskId, ScheduleRow, StaffId};
use crate::time::{Day, DayRule, Span};
use std::ops::Range;

/// What some person-days in a row have in common: one person, one branch, one validity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonDays {
    /// Who.
    pub staff: StaffId,
    /// At which branch.
    pub branch: BranchId,
    /// Which entry of the study's list of validities bounds the rows; 0 is "always".
    pub validity: u32,
    /// The number of the first person-day within the part.
    first: u32,
}

/// What some rows in a row have in common besides: the same days. They stand on lines one below the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonDay {
    /// On which days.
    pub day: DayRule,
    /// The line of the first row in the file, from 1.
    pub line: u32,
    /// The number of the first row within the part.
    first: u32,
}

/// What one row says of its day, 8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowOfDay {
    /// The first minute of its day.
    pub start: u16,
    /// The first minute after it, later than `start`; past 1440 it runs into the next day.
    pub end: u16,
    /// On which desk; meaningful for desk rows only.
    pub desk: DeskId,
    /// What the person does.
    pub activity: Activity,
}

impl RowOfDay {
    /// The row's span on one of its days.
    #[must_use]
    pub fn span_on(self, day: Day) -> Span {
        day.span(i32::from(self.start), i32::from(self.end))
    }
}

/// Some rows of a schedule, in their order. Files come grouped by person and day, so that this is a third of the rows.
///
/// ```
/// use offdesk::study::{Activity, BranchId, DeskId, SchedulePart, ScheduleRow, StaffId};
/// use offdesk::time::{Day, DayRule};
/// let shift = ScheduleRow {
///     staff: StaffId(0),
///     day: DayRule::On(Day(20514)),
///     line: 2,
///     branch: BranchId(0),
///     desk: DeskId(0),
///     start: 540,
///     end: 1020,
///     validity: 0,
///     activity: Activity::Shift,
/// };
/// let meal = ScheduleRow { line: 3, start: 720, end: 750, activity: Activity::Meal, ..shift };
/// let part: SchedulePart = [shift, meal].into_iter().collect();
/// assert_eq!((part.people().len(), part.days_of(0).count()), (1, 1));
/// assert!(part.rows().eq([shift, meal]));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchedulePart {
    people: Vec<PersonDays>,
    days: Vec<PersonDay>,
    rows: Vec<RowOfDay>,
}

impl SchedulePart {
    /// Makes room for so many rows.
    pub fn reserve(&mut self, n_rows: usize) {
        self.rows.reserve(n_rows);
        self.days.reserve(n_rows / 4);
    }

    /// Adds a row.
    pub fn push(&mut self, row: ScheduleRow) {
        self.push_beside(&row, row.line, row.of_day());
    }

    /// Adds a row of the same person, branch and day as another.
    pub fn push_beside(&mut self, other: &ScheduleRow, line: u32, row: RowOfDay) {
        let ScheduleRow { staff, day, branch, validity, .. } = *other;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let n_rows = number(self.rows.len());
        let is_same_person = self
            .people
            .last()
            .is_some_and(|last| (last.staff, last.branch, last.validity) == (staff, branch, validity));
        let goes_on = |last: &PersonDay| last.day == day && last.line.wrapping_add(n_rows - last.first) == line;
        if !is_same_person || !self.days.last().is_some_and(goes_on) {
            if !is_same_person {
                self.people.push(PersonDays { staff, branch, validity, first: number(self.days.len()) });
            }
            self.days.push(PersonDay { day, line, first: n_rows });
        }
        self.rows.push(row);
    }

    /// How many rows there are.
    #[must_use]
    pub fn n_rows(&self) -> usize {
        self.rows.len()
    }

    /// Whose person-days there are, in order; the same person may come again.
    #[must_use]
    pub fn people(&self) -> &[PersonDays] {
        &self.people
    }

    /// All person-days, in order.
    #[must_use]
    pub fn days(&self) -> &[PersonDay] {
        &self.days
    }

    /// The numbers of the person-days of the person with this number.
    fn numbers_of(&self, person: usize) -> Range<usize> {
        let first = |person: &PersonDays| usize::try_from(person.first).unwrap_or(usize::MAX);
        let end = self.people.get(person + 1).map_or(self.days.len(), first);
        self.people.get(person).map_or(end..end, |person| first(person)..end)
    }

    /// The rows of the person-days with these numbers.
    fn rows_of_days(&self, days: Range<usize>) -> &[RowOfDay] {
        let first = |day: &PersonDay| usize::try_from(day.first).unwrap_or(usize::MAX);
        let end = self.days.get(days.end).map_or(self.rows.len(), first);
        self.days.get(days.start).and_then(|day| self.rows.get(first(day)..end)).unwrap_or_default()
    }

    /// The person-days of the person with this number.
    #[must_use]
    pub fn person_days_of(&self, person: usize) -> &[PersonDay] {
        &self.days[self.numbers_of(person)]
    }

    /// The same, each with its rows.
    pub fn days_of(&self, person: usize) -> impl Iterator<Item = (&PersonDay, &[RowOfDay])> + Clone {
        self.numbers_of(person).map(|day| (&self.days[day], self.rows_of_days(day..day + 1)))
    }

    /// All rows of the person with this number.
    #[must_use]
    pub fn rows_of(&self, person: usize) -> &[RowOfDay] {
        let days = self.numbers_of(person);
        if days.is_empty() { &[] } else { self.rows_of_days(days) }
    }

    /// All rows, in order.
    pub fn rows(&self) -> impl Iterator<Item = ScheduleRow> {
        self.people.iter().enumerate().flat_map(|(at, person)| {
            self.days_of(at).flat_map(|(day, rows)| {
                (day.line..).zip(rows).map(|(line, row)| ScheduleRow {
                    staff: person.staff,
                    day: day.day,
                    line,
                    branch: person.branch,
                    desk: row.desk,
                    start: row.start,
                    end: row.end,
                    validity: person.validity,
                    activity: row.activity,
                })
            })
        })
    }

    /// Keeps only some of the rows.
    pub fn retain(&mut self, is_kept: impl Fn(&ScheduleRow) -> bool) {
        *self = self.rows().filter(is_kept).collect();
    }

    /// Gives people and desks other numbers; all rows stand so many lines further down.
    pub fn renumber(&mut self, n_lines: u32, renumber: impl FnMut(&mut PersonDays), desk: impl Fn(DeskId) -> DeskId) {
        self.people.iter_mut().for_each(renumber);
        self.days.iter_mut().for_each(|day| day.line += n_lines);
        self.rows.iter_mut().for_each(|row| row.desk = desk(row.desk));
    }
}

impl FromIterator<ScheduleRow> for SchedulePart {
    fn from_iter<I: IntoIterator<Item = ScheduleRow>>(rows: I) -> SchedulePart {
        let mut part = SchedulePart::default();
        rows.into_iter().for_each(|row| part.push(row));
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{WeekSet, WeekdaySet};
    use proptest::prelude::*;

    prop_compose! {
        fn row()(
            (staff, branch, validity) in (0..2_u32, 0..2_u16, 0..2_u32),
            (date, is_weekly) in (0..2_i32, any::<bool>()),
            (line, desk, start) in (0..2_u32, 0..3_u16, 0..3_u16),
        ) -> ScheduleRow {
            ScheduleRow {
                staff: StaffId(staff),
                day: if is_weekly { DayRule::Weekly(WeekdaySet::range(0, 0), WeekSet::EVERY) } else { DayRule::On(Day(date)) },
                line,
                branch: BranchId(branch),
                desk: DeskId(desk),
                start,
                end: 60,
                validity,
                activity: if desk == 0 { Activity::Shift } else { Activity::Desk },
            }
        }
    }

    /// Rows on lines one below the other, but for a gap where a row says so.
    fn on_lines(mut rows: Vec<ScheduleRow>) -> Vec<ScheduleRow> {
        let mut line = 1;
        for row in &mut rows {
            line += 1 + row.line;
            row.line = line;
        }
        rows
    }

    proptest! {
        #[test]
        fn rows_come_back_as_they_were(rows in prop::collection::vec(row(), 0..40)) {
            for rows in [on_lines(rows.clone()), rows] {
                let part: SchedulePart = rows.iter().copied().collect();
                prop_assert_eq!(part.n_rows(), rows.len());
                prop_assert_eq!(part.rows().collect::<Vec<_>>(), rows.clone());
                let is_kept = |row: &ScheduleRow| row.desk != DeskId(1);
                let mut kept = part;
                kept.retain(is_kept);
                prop_assert_eq!(kept.rows().collect::<Vec<_>>(), rows.into_iter().filter(is_kept).collect::<Vec<_>>());
            }
        }
    }
}
