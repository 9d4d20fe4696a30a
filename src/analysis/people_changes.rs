//! When does each person of a branch become something else, or step on a desk or off it? Day by day.

use super::day_changes::DayChanges;
use super::layout::{Layout, Presence};
use super::on_call::OnCall;
use super::person_time::{DeskSpan, PersonTime, Stretch};
use crate::study::{BranchId, DeskId};

/// The people of a branch on the way through their time.
pub struct PeopleChanges<'a> {
    branch: BranchId,
    desks: &'a [DeskId],
    layout: &'a Layout,
    people: Vec<Person<'a>>,
}

/// What is left of one person's time.
struct Person<'a> {
    class: usize,
    stretches: &'a [Stretch],
    on_call: &'a [OnCall],
    desks: &'a [DeskSpan],
    /// What the person is when the next stretch starts.
    was: Presence,
}

impl<'a> PeopleChanges<'a> {
    /// People at the start of their time.
    pub fn of(
        people: &[&'a PersonTime],
        branch: BranchId,
        desks: &'a [DeskId],
        layout: &'a Layout,
    ) -> PeopleChanges<'a> {
        let person = |(time, class): (&&'a PersonTime, &usize)| Person {
            class: *class,
            stretches: &time.stretches,
            on_call: &time.on_call,
            desks: &time.desks,
            was: Presence::ABSENT,
        };
        PeopleChanges { branch, desks, layout, people: people.iter().zip(&layout.class_of).map(person).collect() }
    }

    /// When the first change comes, at the earliest.
    pub fn first(&self) -> i32 {
        self.people.iter().map(Person::next).min().unwrap_or(i32::MAX)
    }

    /// Notes all changes of a day; of what began on it, also the end. When the next one comes, at the earliest.
    pub fn note(&mut self, day: &mut DayChanges) -> i32 {
        let mut next = i32::MAX;
        for person in &mut self.people {
            person.note_presence(self.branch, day);
            for span in started(&mut person.on_call, day.end(), |span| span.start) {
                // time on call is off-desk time: while it lasts, the person is counted there instead
                if span.branch == self.branch {
                    person.become_other(span.start, (Presence::OFF_DESK, Presence::ON_CALL), day);
                    person.become_other(span.end, (Presence::ON_CALL, Presence::OFF_DESK), day);
                }
            }
            for span in started(&mut person.desks, day.end(), |span| span.start) {
                if span.branch == self.branch {
                    let desk = self.desks.binary_search(&span.desk).unwrap_or(0);
                    let class = if span.is_accounted { person.class } else { 0 };
                    let (of_all, of_class) = (self.layout.of_desks().start + desk, self.layout.of_desk(desk, class));
                    day.change(span.start, [(of_all, 1), (of_class, 1)]);
                    day.change(span.end, [(of_all, -1), (of_class, -1)]);
                }
            }
            next = next.min(person.next());
        }
        next
    }
}

impl Person<'_> {
    /// When the next change comes, at the earliest.
    fn next(&self) -> i32 {
        let start = |start: Option<i32>| start.unwrap_or(i32::MAX);
        let stretch = start(self.stretches.first().map(|stretch| stretch.start));
        let on_call = start(self.on_call.first().map(|span| span.start));
        stretch.min(on_call).min(start(self.desks.first().map(|span| span.start)))
    }

    fn note_presence(&mut self, branch: BranchId, day: &mut DayChanges) {
        while let Some((stretch, rest)) = self.stretches.split_first().filter(|(next, _)| next.start < day.end()) {
            self.stretches = rest;
            if stretch.branch != branch {
                continue;
            }
            let is = Presence::of(stretch);
            if is != self.was {
                self.become_other(stretch.start, (self.was, is), day);
            }
            let goes_on = rest.first().is_some_and(|next| next.branch == branch && next.start == stretch.end);
            self.was = if goes_on { is } else { Presence::ABSENT };
            if !goes_on {
                self.become_other(stretch.end, (is, Presence::ABSENT), day);
            }
        }
    }

    fn become_other(&self, at: i32, (was, is): (Presence, Presence), day: &mut DayChanges) {
        day.change(at, [(Layout::of_presence(self.class, was), -1), (Layout::of_presence(self.class, is), 1)]);
    }
}

/// Takes those that start before `end` from the front.
fn started<'s, T>(spans: &mut &'s [T], end: i32, start: impl Fn(&T) -> i32) -> &'s [T] {
    let n_started = spans.iter().take_while(|span| start(span) < end).count();
    let (started, later) = spans.split_at(n_started);
    *spans = later;
    started
}
