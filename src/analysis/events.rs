//! What changes at a branch, and when? All changes of one branch as one sorted list.

use super::day_plan::DayPlan;
use super::person_time::{Doing, PersonTime};
use crate::study::{BranchId, DeskId};

/// What changes at a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A person (by number within the branch) now does this, away or not; none: is not on shift here.
    Person(u16, Option<Doing>, bool),
    /// On a desk (by number within the branch), a person steps on (true) or off; whether the person's time is accounted
    /// to this branch.
    Desk(u16, u16, bool, bool),
    /// The branch opens or closes.
    Open(bool),
    /// A minimum (by number within the branch) begins or ends.
    Minimum(u16, bool),
    /// A stakeholder begins or ceases to be available.
    Partner(bool),
}

/// A change and its minute.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// When.
    pub at: i32,
    /// What.
    pub change: Change,
}

/// A minimum of a desk (by number within the branch), or of the building.
#[derive(Clone, Copy, Debug)]
pub struct LocalMinimum {
    /// Which desk; none for the building.
    pub desk: Option<u16>,
    /// How many people.
    pub minimum: i64,
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// Changes of what people do.
pub fn push_people(people: &[&PersonTime], branch: BranchId, events: &mut Vec<Event>) {
    for (n, person) in people.iter().enumerate() {
        let mut own = person.stretches.iter().filter(|stretch| stretch.branch == branch).peekable();
        while let Some(stretch) = own.next() {
            events.push(Event {
                at: stretch.start,
                change: Change::Person(small(n), Some(stretch.doing), stretch.is_away),
            });
            if own.peek().is_none_or(|next| next.start != stretch.end) {
                events.push(Event { at: stretch.end, change: Change::Person(small(n), None, false) });
            }
        }
    }
}

/// Changes of who is on which desk.
pub fn push_desks(people: &[&PersonTime], branch: BranchId, desks: &[DeskId], events: &mut Vec<Event>) {
    for (n, person) in people.iter().enumerate() {
        for span in person.desks.iter().filter(|span| span.branch == branch) {
            let desk = small(desks.binary_search(&span.desk).unwrap_or(0));
            events.push(Event { at: span.start, change: Change::Desk(desk, small(n), true, span.is_accounted) });
            events.push(Event { at: span.end, change: Change::Desk(desk, small(n), false, span.is_accounted) });
        }
    }
}

/// Opening and closing.
pub fn push_hours(plan: &DayPlan<'_>, branch: BranchId, events: &mut Vec<Event>) {
    for span in plan.open[branch.index()].spans() {
        events.push(Event { at: span.start.0, change: Change::Open(true) });
        events.push(Event { at: span.end.0, change: Change::Open(false) });
    }
}

/// Minimums that begin and end, date by date; returns what they ask for, by number.
pub fn push_minimums(
    plan: &DayPlan<'_>,
    branch: BranchId,
    desks: &[DeskId],
    events: &mut Vec<Event>,
) -> Vec<LocalMinimum> {
    let mut minimums = Vec::new();
    for rule in plan.study.coverage.iter().filter(|rule| rule.branch == branch) {
        let desk = match rule.desk {
            Some(desk) => desks.binary_search(&desk).ok().map(small),
            None => None,
        };
        let number = small(minimums.len());
        minimums.push(LocalMinimum { desk, minimum: i64::from(rule.minimum) });
        for &day in plan.period.days() {
            if rule.day.applies_on(day, plan.study.settings.rotation) {
                let span = day.span(i32::from(rule.start), i32::from(rule.end));
                events.push(Event { at: span.start.0, change: Change::Minimum(number, true) });
                events.push(Event { at: span.end.0, change: Change::Minimum(number, false) });
            }
        }
    }
    minimums
}
