//! What changes at a branch, and when? All changes of one branch, of each kind in the order of time.

use super::by_minute::sort_by_minute;
use super::day_plan::DayPlan;
use super::offer::Offer;
use super::person_time::{Doing, PersonTime, Stretch};
use crate::study::{BranchId, DeskId};
use crate::time::{Minute, Span, SpanSet};

/// What a person is to the branch, as a place in a list of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Presence(u8);

impl Presence {
    pub const ABSENT: Presence = Presence(0);
    pub const OFF_DESK: Presence = Presence(1);
    pub const DUTY: Presence = Presence(2);
    /// On a duty for which the person has left the building.
    pub const AWAY: Presence = Presence(3);
    pub const DESK: Presence = Presence(4);
    pub const UNKNOWN: Presence = Presence(5);
    /// How many places a list of counts has.
    pub const N: usize = 8;

    fn of(stretch: &Stretch) -> Presence {
        match stretch.doing {
            Doing::OffDesk => Presence::OFF_DESK,
            Doing::Duty(_) if stretch.is_away => Presence::AWAY,
            Doing::Duty(_) => Presence::DUTY,
            Doing::Desk => Presence::DESK,
            Doing::Unknown => Presence::UNKNOWN,
        }
    }

    /// Its place.
    pub fn place(self) -> usize {
        usize::from(self.0) % Presence::N
    }
}

/// A person (by number within the branch) is something else from now on.
#[derive(Clone, Copy, Debug)]
pub struct PersonChange {
    pub at: i32,
    pub person: u16,
    pub is: Presence,
}

/// A person steps on a desk (both by number within the branch), or off it.
#[derive(Clone, Copy, Debug)]
pub struct DeskChange {
    pub at: i32,
    pub desk: u16,
    pub person: u16,
    pub is_on: bool,
    /// Whether the person's time is accounted to this branch.
    pub is_accounted: bool,
}

/// What else changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The branch opens or closes.
    Open(bool),
    /// A minimum (by number within the branch) begins or ends.
    Minimum(u16, bool),
    /// A stakeholder begins or ceases to be available.
    Partner(bool),
}

/// A minimum of a desk (by number within the branch), or of the building.
#[derive(Clone, Copy, Debug)]
pub struct LocalMinimum {
    /// Which desk; none for the building.
    pub desk: Option<u16>,
    /// How many people.
    pub minimum: i64,
}

/// All changes at a branch.
#[derive(Debug, Default)]
pub struct Events {
    /// What people are.
    pub people: Vec<PersonChange>,
    /// Who is on which desk.
    pub desks: Vec<DeskChange>,
    /// Hours, minimums and stakeholders.
    pub rest: Vec<(i32, Change)>,
    /// What the minimums ask for, by number.
    pub minimums: Vec<LocalMinimum>,
    spare_people: Vec<PersonChange>,
    spare_desks: Vec<DeskChange>,
    spare_rest: Vec<(i32, Change)>,
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

impl Events {
    /// Finds all changes at a branch with these people, desks and offers, in the room of those of another.
    pub fn find(
        &mut self,
        plan: &DayPlan<'_>,
        branch: BranchId,
        people: &[&PersonTime],
        desks: &[DeskId],
        own: &[&Offer],
    ) {
        self.people.clear();
        self.desks.clear();
        self.rest.clear();
        self.minimums.clear();
        for (n, person) in people.iter().enumerate() {
            self.push_person(small(n), person, branch);
            self.push_desks(small(n), person, branch, desks);
        }
        self.push_hours(plan, branch);
        self.push_minimums(plan, branch, desks);
        self.push_partners(own);
        sort_by_minute(&mut self.people, &mut self.spare_people, |event| event.at);
        sort_by_minute(&mut self.desks, &mut self.spare_desks, |event| event.at);
        sort_by_minute(&mut self.rest, &mut self.spare_rest, |event| event.0);
    }

    fn push_person(&mut self, person: u16, time: &PersonTime, branch: BranchId) {
        let mut end = None;
        for stretch in time.stretches.iter().filter(|stretch| stretch.branch == branch) {
            if let Some(at) = end.replace(stretch.end).filter(|end| *end != stretch.start) {
                self.people.push(PersonChange { at, person, is: Presence::ABSENT });
            }
            self.people.push(PersonChange { at: stretch.start, person, is: Presence::of(stretch) });
        }
        self.people.extend(end.map(|at| PersonChange { at, person, is: Presence::ABSENT }));
    }

    fn push_desks(&mut self, person: u16, time: &PersonTime, branch: BranchId, desks: &[DeskId]) {
        for span in time.desks.iter().filter(|span| span.branch == branch) {
            let desk = small(desks.binary_search(&span.desk).unwrap_or(0));
            let on = DeskChange { at: span.start, desk, person, is_on: true, is_accounted: span.is_accounted };
            self.desks.push(on);
            self.desks.push(DeskChange { at: span.end, is_on: false, ..on });
        }
    }

    /// Opening and closing.
    fn push_hours(&mut self, plan: &DayPlan<'_>, branch: BranchId) {
        for span in plan.open[branch.index()].spans() {
            self.rest.push((span.start.0, Change::Open(true)));
            self.rest.push((span.end.0, Change::Open(false)));
        }
    }

    /// Minimums that begin and end, date by date.
    fn push_minimums(&mut self, plan: &DayPlan<'_>, branch: BranchId, desks: &[DeskId]) {
        for rule in plan.study.coverage.iter().filter(|rule| rule.branch == branch) {
            let number = small(self.minimums.len());
            let desk = rule.desk.and_then(|desk| desks.binary_search(&desk).ok()).map(small);
            self.minimums.push(LocalMinimum { desk, minimum: i64::from(rule.minimum) });
            for &day in plan.period.days() {
                if rule.day.applies_on(day, plan.study.settings.rotation) {
                    let span = day.span(i32::from(rule.start), i32::from(rule.end));
                    self.rest.push((span.start.0, Change::Minimum(number, true)));
                    self.rest.push((span.end.0, Change::Minimum(number, false)));
                }
            }
        }
    }

    /// A stakeholder is available while any of its firm windows lasts.
    fn push_partners(&mut self, own: &[&Offer]) {
        let span = |&(start, end): &(i32, i32)| Span { start: Minute(start), end: Minute(end) };
        for offers in own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
            let firm = offers.iter().filter(|offer| !offer.is_tentative).flat_map(|offer| offer.windows.iter());
            for span in SpanSet::from_spans(firm.map(span).collect()).spans() {
                self.rest.push((span.start.0, Change::Partner(true)));
                self.rest.push((span.end.0, Change::Partner(false)));
            }
        }
    }
}
