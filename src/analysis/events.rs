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
    /// Off the desk, and kept in the building to answer one.
    pub const ON_CALL: Presence = Presence(6);
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

/// One person less in one count, one more in another, by the places of a [`Layout`].
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub at: i32,
    pub from: u32,
    pub to: u32,
}

/// Where the counts of a branch stand in one list. People are counted by class (those that are in the same groups of
/// eligible people): what they are, and on which desk they are.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The groups of each class; the first class is in none.
    pub classes: Vec<Vec<u16>>,
    /// The class of each person.
    class_of: Vec<usize>,
    n_desks: usize,
}

impl Layout {
    /// The layout for people of these groups, and so many desks.
    pub fn of(groups_of: &[Vec<u16>], n_desks: usize) -> Layout {
        let mut classes: Vec<Vec<u16>> = vec![Vec::new()];
        let class_of = groups_of.iter().map(|groups| {
            classes.iter().position(|class| class == groups).unwrap_or_else(|| {
                classes.push(groups.clone());
                classes.len() - 1
            })
        });
        let class_of = class_of.collect();
        Layout { classes, class_of, n_desks }
    }

    /// How many counts there are.
    pub fn n_counts(&self) -> usize {
        self.of_desk(self.n_desks, 0)
    }

    /// The place of the people of a class that are something. Those who are absent stand first, and are of no use.
    pub fn of_presence(class: usize, is: Presence) -> usize {
        class * Presence::N + is.place()
    }

    /// The place of the people of a class on a desk. People whose time is accounted elsewhere are of the first class.
    pub fn of_desk(&self, desk: usize, class: usize) -> usize {
        self.classes.len() * (Presence::N + desk) + class
    }
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
    /// Where the counts stand.
    pub layout: Layout,
    /// People that are something else, or step on a desk or off it.
    pub steps: Vec<Step>,
    /// Hours, minimums and stakeholders.
    pub rest: Vec<(i32, Change)>,
    /// What the minimums ask for, by number.
    pub minimums: Vec<LocalMinimum>,
    spare_steps: Vec<Step>,
    spare_rest: Vec<(i32, Change)>,
}

fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn place(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Events {
    /// Finds all changes at a branch with these people (each with the groups of eligible people they are in), desks and
    /// offers, in the room of those of another.
    pub fn find(
        &mut self,
        (plan, branch): (&DayPlan<'_>, BranchId),
        people: &[&PersonTime],
        groups_of: &[Vec<u16>],
        desks: &[DeskId],
        own: &[&Offer],
    ) {
        self.layout = Layout::of(groups_of, desks.len());
        self.steps.clear();
        self.rest.clear();
        self.minimums.clear();
        for (n, person) in people.iter().enumerate() {
            let class = self.layout.class_of[n];
            self.push_person(class, person, branch);
            self.push_desks(class, person, branch, desks);
        }
        self.push_hours(plan, branch);
        self.push_minimums(plan, branch, desks);
        self.push_partners(own);
        sort_by_minute(&mut self.steps, &mut self.spare_steps, |step| step.at);
        sort_by_minute(&mut self.rest, &mut self.spare_rest, |event| event.0);
    }

    fn push_person(&mut self, class: usize, time: &PersonTime, branch: BranchId) {
        let places: [u32; Presence::N] =
            std::array::from_fn(|n| place(Layout::of_presence(class, Presence::ABSENT) + n));
        let (mut end, mut was) = (i32::MIN, Presence::ABSENT);
        for stretch in time.stretches.iter().filter(|stretch| stretch.branch == branch) {
            if end != stretch.start && was != Presence::ABSENT {
                self.steps.push(Step { at: end, from: places[was.place()], to: places[0] });
                was = Presence::ABSENT;
            }
            let is = Presence::of(stretch);
            if was != is {
                self.steps.push(Step { at: stretch.start, from: places[was.place()], to: places[is.place()] });
            }
            (end, was) = (stretch.end, is);
        }
        if was != Presence::ABSENT {
            self.steps.push(Step { at: end, from: places[was.place()], to: places[0] });
        }
        // time on call is off-desk time: while it lasts, the person is counted there instead
        let (free, on_call) = (places[Presence::OFF_DESK.place()], places[Presence::ON_CALL.place()]);
        for span in time.on_call.iter().filter(|span| span.branch == branch) {
            self.steps.push(Step { at: span.start, from: free, to: on_call });
            self.steps.push(Step { at: span.end, from: on_call, to: free });
        }
    }

    fn push_desks(&mut self, class: usize, time: &PersonTime, branch: BranchId, desks: &[DeskId]) {
        let nowhere = place(Layout::of_presence(0, Presence::ABSENT));
        for span in time.desks.iter().filter(|span| span.branch == branch) {
            let desk = desks.binary_search(&span.desk).unwrap_or(0);
            let on = place(self.layout.of_desk(desk, if span.is_accounted { class } else { 0 }));
            self.steps.push(Step { at: span.start, from: nowhere, to: on });
            self.steps.push(Step { at: span.end, from: on, to: nowhere });
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
