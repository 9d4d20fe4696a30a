//! What changes at a branch besides its people, and when? Hours, minimums and stakeholders, in the order of time.

use super::by_minute::sort_by_minute;
use super::day_plan::DayPlan;
use super::offer::Offer;
use crate::study::{BranchId, DeskId};
use crate::time::{Minute, Span, SpanSet};

/// What changes.
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

/// All changes at a branch, people left aside.
#[derive(Debug, Default)]
pub struct Events {
    /// In the order of time.
    pub changes: Vec<(i32, Change)>,
    /// What the minimums ask for, by number.
    pub minimums: Vec<LocalMinimum>,
    spare: Vec<(i32, Change)>,
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

impl Events {
    /// Finds all changes at a branch with these desks and offers, in the room of those of another.
    pub fn find(&mut self, (plan, branch): (&DayPlan<'_>, BranchId), desks: &[DeskId], own: &[&Offer]) {
        self.changes.clear();
        self.minimums.clear();
        self.push_hours(plan, branch);
        self.push_minimums(plan, branch, desks);
        self.push_partners(own);
        sort_by_minute(&mut self.changes, &mut self.spare, |event| event.0);
    }

    /// Opening and closing.
    fn push_hours(&mut self, plan: &DayPlan<'_>, branch: BranchId) {
        for span in plan.open[branch.index()].spans() {
            self.changes.push((span.start.0, Change::Open(true)));
            self.changes.push((span.end.0, Change::Open(false)));
        }
    }

    /// Minimums that begin and end, date by date.
    fn push_minimums(&mut self, plan: &DayPlan<'_>, branch: BranchId, desks: &[DeskId]) {
        for rule in plan.study.coverage.iter().filter(|rule| rule.branch == branch) {
            let number = small(self.minimums.len());
            let desk = rule.desk.and_then(|desk| desks.binary_search(&desk).ok()).map(small);
            self.minimums.push(LocalMinimum { desk, minimum: i64::from(rule.minimum) });
            for day in plan.period.days_of(rule.day, plan.study.settings.rotation) {
                let span = day.span(i32::from(rule.start), i32::from(rule.end));
                self.changes.push((span.start.0, Change::Minimum(number, true)));
                self.changes.push((span.end.0, Change::Minimum(number, false)));
            }
        }
    }

    /// A stakeholder is available while any of its firm windows lasts.
    fn push_partners(&mut self, own: &[&Offer]) {
        let span = |&(start, end): &(i32, i32)| Span { start: Minute(start), end: Minute(end) };
        for offers in own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
            let firm = offers.iter().filter(|offer| !offer.is_tentative).flat_map(|offer| offer.windows.iter());
            for span in SpanSet::from_spans(firm.map(span).collect()).spans() {
                self.changes.push((span.start.0, Change::Partner(true)));
                self.changes.push((span.end.0, Change::Partner(false)));
            }
        }
    }
}
