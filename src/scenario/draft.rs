//! What does a study become while changes are applied? Rows on their dates, person by person, cut and moved to the
//! minute. Only people whose rows are asked for are laid out on dates; all others keep their rows as written.

use super::dated_row::{DatedRow, on_dates, schedule_row};
use super::moved::{Moved, moved};
use crate::analysis::DayPlan;
use crate::study::{Activity, Assume, BranchId, DeskId, PeopleShown, StaffId, Study};
use crate::time::{Day, Minute, Period, Span, SpanSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A stretch of one person's desk time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskPiece {
    /// When.
    pub span: Span,
    /// At which branch.
    pub branch: BranchId,
    /// On which desk.
    pub desk: DeskId,
}

/// The rows of one person, before and now.
#[derive(Clone, Debug, Default)]
struct PersonRows {
    before: Arc<Vec<DatedRow>>,
    now: Vec<DatedRow>,
}

impl PersonRows {
    fn is_changed(&self) -> bool {
        *self.before != self.now
    }
}

/// The rows of a draft at some moment, to go back to. Nothing else is copied: the study may be large.
#[derive(Clone, Debug)]
pub struct Saved {
    people: BTreeMap<StaffId, PersonRows>,
    hours_not_given: BTreeSet<(StaffId, Day)>,
}

/// A study while it is changed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// All but the schedule rows of the people who were laid out on dates.
    pub study: Study,
    period: Period,
    people: BTreeMap<StaffId, PersonRows>,
    /// Who has rows at a branch as they are written, once that was asked.
    written_at: BTreeMap<BranchId, BTreeSet<StaffId>>,
    /// What an hour of a person costs, where a change says so.
    pub rates: BTreeMap<StaffId, f64>,
    /// Desks that became one, and which: whoever is on it as before has not moved.
    pub merged: BTreeMap<DeskId, DeskId>,
    /// How many people changes brought in; they come after all others.
    pub n_new_people: usize,
}

impl Draft {
    /// A draft of a study over a period.
    #[must_use]
    pub fn new(study: &Study, period: &Period) -> Draft {
        Draft {
            study: study.clone(),
            period: period.clone(),
            people: BTreeMap::new(),
            written_at: BTreeMap::new(),
            rates: BTreeMap::new(),
            merged: BTreeMap::new(),
            n_new_people: 0,
        }
    }

    /// The rows as they are now.
    #[must_use]
    pub fn saved(&self) -> Saved {
        Saved { people: self.people.clone(), hours_not_given: self.study.hours_not_given.clone() }
    }

    /// Goes back to the rows of some moment.
    pub fn restore(&mut self, saved: Saved) {
        self.people = saved.people;
        self.study.hours_not_given = saved.hours_not_given;
    }

    /// A person as a message says them: by name only where names are asked for.
    #[must_use]
    pub fn shown(&self, staff: StaffId) -> String {
        let member = self.study.member(staff);
        match self.study.settings.people_shown {
            PeopleShown::Names => member.name.clone(),
            PeopleShown::Roles if !member.role.is_empty() => member.role.clone(),
            PeopleShown::Roles | PeopleShown::Public => "somebody".to_owned(),
        }
    }

    /// The dates that are analyzed.
    #[must_use]
    pub const fn period(&self) -> &Period {
        &self.period
    }

    /// What holds on each date, as the draft stands.
    #[must_use]
    pub fn plan(&self) -> DayPlan<'_> {
        DayPlan::new(&self.study, self.period.clone(), self.study.settings.assume)
    }

    /// Everybody with rows at a branch, in the order of names.
    #[must_use]
    pub fn people_at(&mut self, branch: BranchId) -> Vec<StaffId> {
        let written = || self.study.schedule_rows().filter(|row| row.branch == branch).map(|row| row.staff).collect();
        let mut people: BTreeSet<StaffId> = self.written_at.entry(branch).or_insert_with(written).clone();
        for (staff, rows) in &self.people {
            if rows.now.iter().any(|row| row.branch == branch) {
                people.insert(*staff);
            } else {
                people.remove(staff);
            }
        }
        people.into_iter().collect()
    }

    /// One person's rows on their dates, in the order of time.
    pub fn rows(&mut self, staff: StaffId) -> &mut Vec<DatedRow> {
        let (study, period) = (&self.study, &self.period);
        let rows = self.people.entry(staff).or_insert_with(|| {
            let before = on_dates(study, period, staff);
            PersonRows { now: before.clone(), before: Arc::new(before) }
        });
        &mut rows.now
    }

    /// Does a thing on a date, for which only rows of that date and those beside it count: all others stand aside
    /// meanwhile, so that it takes as long in a year as in a week.
    pub fn near<T>(&mut self, day: Day, act: impl FnOnce(&mut Draft) -> T) -> T {
        let is_near = |row: &mut DatedRow| (row.day.0 - day.0).abs() <= 1;
        let stand_aside = |(staff, rows): (&StaffId, &mut PersonRows)| {
            let mut near = Vec::new();
            near.extend(rows.now.extract_if(.., |row| is_near(row)));
            (*staff, std::mem::replace(&mut rows.now, near))
        };
        let aside: Vec<(StaffId, Vec<DatedRow>)> = self.people.iter_mut().map(stand_aside).collect();
        let done = act(self);
        for (staff, mut rows) in aside {
            let now = self.rows(staff);
            rows.append(now);
            *now = rows;
            now.sort_by_key(order);
        }
        done
    }

    /// Adds a row; rows of one kind that touch or overlap on one date become one.
    pub fn put(&mut self, staff: StaffId, row: DatedRow) {
        if row.span.is_empty() {
            return;
        }
        let rows = self.rows(staff);
        let is_alike = |other: &DatedRow| {
            (other.activity, other.branch, other.day) == (row.activity, row.branch, row.day)
                && (row.activity != Activity::Desk || other.desk == row.desk)
                && other.span.start <= row.span.end
                && row.span.start <= other.span.end
        };
        let mut joined = row;
        for other in rows.iter().filter(|other| is_alike(other)) {
            joined.span.start = joined.span.start.min(other.span.start);
            joined.span.end = joined.span.end.max(other.span.end);
            joined.line = other.line;
        }
        rows.retain(|other| !is_alike(other));
        rows.push(joined);
        rows.sort_by_key(order);
    }

    /// Puts something else (or nothing) in the place of the parts of some rows that lie in a set of minutes; what lies
    /// outside stays. Returns what was replaced.
    pub fn replace(
        &mut self,
        staff: StaffId,
        within: &SpanSet,
        which: impl Fn(&DatedRow) -> bool,
        by: impl Fn(DatedRow) -> Option<DatedRow>,
    ) -> Vec<DatedRow> {
        let rows = std::mem::take(self.rows(staff));
        let (mut kept, mut replaced, mut new) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            let own = SpanSet::from_spans(vec![row.span]);
            let inside = own.intersection(within);
            if inside.spans().is_empty() || !which(&row) {
                kept.push(row);
                continue;
            }
            kept.extend(own.difference(within).spans().iter().map(|span| DatedRow { span: *span, ..row }));
            let parts: Vec<DatedRow> = inside.spans().iter().map(|span| DatedRow { span: *span, ..row }).collect();
            new.extend(parts.iter().filter_map(|part| by(*part)));
            replaced.extend(parts);
        }
        kept.sort_by_key(order);
        *self.rows(staff) = kept;
        for row in new {
            self.put(staff, row);
        }
        replaced
    }

    /// Ends desk time: the person stays at work, off the desk. Returns what was released.
    pub fn release(&mut self, staff: StaffId, within: &SpanSet, which: impl Fn(&DatedRow) -> bool) -> Vec<DeskPiece> {
        let given = self.given_hours(staff);
        let rows = self.replace(staff, within, |row| row.activity == Activity::Desk && which(row), |_| None);
        for row in &rows {
            let rest = SpanSet::from_spans(vec![row.span]).difference(&given);
            for span in rest.spans() {
                // a desk row that no shift covers says that somebody is at work; without it an off-desk row must say so
                if !self.has_given_hours(staff, row.day) {
                    self.study.hours_not_given.insert((staff, row.day));
                }
                self.put(staff, DatedRow { span: *span, activity: Activity::OffDesk, line: 0, ..*row });
            }
        }
        rows.iter().map(|row| DeskPiece { span: row.span, branch: row.branch, desk: row.desk }).collect()
    }

    /// Begins desk time.
    pub fn put_desk(&mut self, staff: StaffId, piece: DeskPiece) {
        let DeskPiece { span, branch, desk } = piece;
        let day = self.day_of(staff, span);
        self.put(staff, DatedRow { day, span, branch, desk, activity: Activity::Desk, line: 0 });
    }

    /// The date to which a piece of somebody's time belongs: that of the row that covers it, else its own.
    fn day_of(&mut self, staff: StaffId, span: Span) -> Day {
        let covers = |row: &&DatedRow| row.span.start <= span.start && span.end <= row.span.end;
        self.rows(staff).iter().find(covers).map_or(span.day(), |row| row.day)
    }

    /// Where shift and off-desk rows say that somebody is at work.
    fn given_hours(&mut self, staff: StaffId) -> SpanSet {
        self.union(staff, |row| row.activity.is_open_time())
    }

    /// Whether a shift or off-desk row gives a person's working hours on a date.
    pub fn has_given_hours(&mut self, staff: StaffId, day: Day) -> bool {
        let is_marked = self.study.hours_not_given.contains(&(staff, day));
        !is_marked && self.rows(staff).iter().any(|row| row.day == day && row.activity.is_open_time())
    }

    /// The union of some of a person's rows.
    pub fn union(&mut self, staff: StaffId, which: impl Fn(&DatedRow) -> bool) -> SpanSet {
        SpanSet::from_spans(self.rows(staff).iter().filter(|row| which(row)).map(|row| row.span).collect())
    }

    /// When a person is at work. On a date without given hours, from the first row to the last (unless nothing is to be
    /// assumed): never more, so that nobody is handed time at which they may not be there.
    pub fn at_work(&mut self, staff: StaffId) -> SpanSet {
        let is_assumed = self.study.settings.assume != Assume::Unknown;
        let marked = std::mem::take(&mut self.study.hours_not_given);
        let rows = self.rows(staff);
        let mut spans: Vec<Span> = Vec::new();
        let mut days: BTreeMap<Day, Vec<&DatedRow>> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.activity != Activity::Leave) {
            spans.push(row.span);
            days.entry(row.day).or_default().push(row);
        }
        for (day, rows) in &days {
            let is_given = !marked.contains(&(staff, *day)) && rows.iter().any(|row| row.activity.is_open_time());
            if let (false, true, Some(start), Some(end)) = (
                is_given,
                is_assumed,
                rows.iter().map(|row| row.span.start).min(),
                rows.iter().map(|row| row.span.end).max(),
            ) {
                spans.push(Span { start, end });
            }
        }
        let leave = SpanSet::from_spans(
            rows.iter().filter(|row| row.activity == Activity::Leave).map(|row| row.span).collect(),
        );
        self.study.hours_not_given = marked;
        SpanSet::from_spans(spans).difference(&leave)
    }

    /// When a person is at work at a branch, and neither on a desk nor on another duty.
    pub fn off_desk(&mut self, staff: StaffId, branch: BranchId) -> SpanSet {
        let busy = self.union(staff, |row| row.activity == Activity::Desk || row.activity.is_duty());
        let elsewhere = self.union(staff, |row| row.branch != branch && row.activity.is_open_time());
        self.at_work(staff).difference(&busy).difference(&elsewhere)
    }

    /// A person's desk time in a span, at a branch: all of it or that at one desk.
    pub fn desk_pieces(
        &mut self,
        staff: StaffId,
        branch: BranchId,
        desk: Option<DeskId>,
        within: Span,
    ) -> Vec<DeskPiece> {
        let is_asked = |row: &&DatedRow| {
            row.activity == Activity::Desk && row.branch == branch && desk.is_none_or(|desk| desk == row.desk)
        };
        self.rows(staff)
            .iter()
            .filter(is_asked)
            .map(|row| DeskPiece { span: row.span.intersection(within), branch: row.branch, desk: row.desk })
            .filter(|piece| !piece.span.is_empty())
            .collect()
    }

    /// The draft as a study, and what was moved.
    #[must_use]
    pub fn finish(mut self) -> (Study, Moved) {
        let moved = moved(&mut self);
        (self.into_study(), moved)
    }

    /// The draft as a study.
    #[must_use]
    pub fn into_study(self) -> Study {
        let changed: BTreeMap<StaffId, Vec<DatedRow>> = self
            .people
            .into_iter()
            .filter(|(_, rows)| rows.is_changed())
            .map(|(staff, rows)| (staff, rows.now))
            .collect();
        let mut study = self.study;
        if !changed.is_empty() {
            for rows in &mut study.schedule {
                rows.retain(|row| !changed.contains_key(&row.staff));
            }
            study.schedule.push(
                changed.iter().flat_map(|(staff, rows)| rows.iter().map(|row| schedule_row(*staff, row))).collect(),
            );
        }
        study
    }

    /// Whose rows are not as before.
    pub(super) fn changed(&self) -> Vec<StaffId> {
        self.people.iter().filter(|(_, rows)| rows.is_changed()).map(|(staff, _)| *staff).collect()
    }

    /// Puts the rows of before in place of those of now, and returns those of now.
    pub(super) fn exchange(&mut self, staff: StaffId) -> Vec<DatedRow> {
        let before = self.people.get(&staff).map(|rows| rows.before.to_vec()).unwrap_or_default();
        std::mem::replace(self.rows(staff), before)
    }
}

/// The order in which a person's rows stand.
fn order(row: &DatedRow) -> (Minute, Activity, Minute) {
    (row.span.start, row.activity, row.span.end)
}
