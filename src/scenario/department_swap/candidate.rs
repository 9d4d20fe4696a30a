//! Which moves and swaps of desk time on one kind of day would give two departments more time together? Every one whose
//! ends lie on break points: where a block or a turn starts or ends, or a block becomes long enough.

use crate::scenario::day_study::DayStudy;
use crate::scenario::draft::{DeskPiece, Draft};
use crate::study::{Action, Change, DeskId, StaffId, When};
use crate::text::Location;
use crate::time::{DayRule, Minute, Minutes, Span, SpanSet, Validity};
use std::collections::BTreeSet;

/// The most desk time that changes hands in a week, both ways of a swap together.
pub const MOST_MOVED: Minutes = Minutes(120);
/// The shortest turn that is handed on, or left: nobody walks to a desk for less.
const LEAST_TURN: Minutes = Minutes(30);

/// A move or swap, in the ids of the small study of its day.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The change.
    pub change: Change,
    /// Time together that the two departments gain on such a day.
    pub gain: Minutes,
    /// Desk time that changes hands on such a day.
    pub moved: Minutes,
}

/// One person's day.
struct Person {
    free: SpanSet,
    desks: Vec<DeskPiece>,
}

/// A day seen for two departments.
pub struct DayOfTwo<'d> {
    day: &'d DayStudy,
    people: Vec<Person>,
    /// The people of the one department and of the other, by their place in the day.
    members: [Vec<usize>; 2],
    min_block: Minutes,
    before: Minutes,
}

impl<'d> DayOfTwo<'d> {
    /// A day on which both departments have somebody.
    pub fn of(day: &'d DayStudy, departments: [&str; 2]) -> Option<DayOfTwo<'d>> {
        let mut draft = Draft::new(&day.study, &day.period());
        let all = Span { start: day.day.start(), end: day.day.plus(2).start() };
        let person = |staff: StaffId, draft: &mut Draft| Person {
            free: draft.off_desk(staff, day.branch),
            desks: draft.desk_pieces(staff, day.branch, None, all),
        };
        let people: Vec<Person> = (0..day.people.len()).map(|at| person(StaffId::at(at), &mut draft)).collect();
        let members = departments.map(|department| {
            let is_of = |at: &usize| day.study.staff[*at].department == department;
            (0..people.len()).filter(is_of).collect::<Vec<usize>>()
        });
        let min_block = Minutes(i64::from(day.study.settings.min_block).max(1));
        let is_both = members.iter().all(|members| !members.is_empty());
        let mut own = DayOfTwo { day, people, members, min_block, before: Minutes::ZERO };
        own.before = own.shared(&[]);
        is_both.then_some(own)
    }

    /// How many steps one look at the shared time takes.
    pub fn n_steps(&self) -> usize {
        self.members[0].len() * self.members[1].len()
    }

    /// Time in which somebody of each department is off the desk, the same two for `min_block` at a stretch; with the
    /// time of some people changed.
    fn shared(&self, changed: &[(usize, &SpanSet)]) -> Minutes {
        let free = |at: usize| changed.iter().find(|(who, _)| *who == at).map_or(&self.people[at].free, |own| own.1);
        let mut spans = Vec::new();
        for &one in &self.members[0] {
            for &other in &self.members[1] {
                let both = free(one).intersection(free(other));
                spans.extend(both.spans().iter().copied().filter(|span| span.length() >= self.min_block));
            }
        }
        SpanSet::from_spans(spans).length()
    }

    /// The candidates that gain time together, as long as there are steps left.
    pub fn candidates(&self, n_steps: &mut usize, found: &mut Vec<Candidate>) {
        for side in 0..2 {
            let others = &self.members[1 - side];
            for &person in &self.members[side] {
                for piece in &self.people[person].desks {
                    for span in self.spans(person, piece, others) {
                        if *n_steps == 0 {
                            return;
                        }
                        self.hand(person, &DeskPiece { span, ..*piece }, n_steps, found);
                    }
                }
            }
        }
    }

    /// The parts of a turn that could be handed on so that time together may be gained.
    fn spans(&self, person: usize, piece: &DeskPiece, others: &[usize]) -> Vec<Span> {
        let turn = piece.span;
        let mut points: BTreeSet<Minute> = [turn.start, turn.end].into();
        points.extend([turn.start + MOST_MOVED, turn.end - MOST_MOVED]);
        for block in self.people.iter().flat_map(|other| other.free.spans()) {
            points.extend([block.start, block.end, block.start + self.min_block, block.end - self.min_block]);
        }
        // as long as whoever takes over is not on desks for too long
        let longest = Minutes(i64::from(self.day.study.settings.max_stint));
        for own in self.people.iter().flat_map(|other| &other.desks) {
            points.extend([own.span.start + longest, own.span.end - longest]);
        }
        points.extend([turn.start + self.min_block, turn.end - self.min_block]);
        let rest = |length: Minutes| length.is_zero() || length >= LEAST_TURN;
        let points: Vec<Minute> = points.into_iter().filter(|at| turn.start <= *at && *at <= turn.end).collect();
        let mut spans = Vec::new();
        for (n, &start) in points.iter().enumerate() {
            for &end in &points[n + 1..] {
                let span = Span { start, end };
                let is_fit = span.length() >= LEAST_TURN.min(turn.length()) && span.length() <= MOST_MOVED;
                // what is gained is asked last: it costs most
                if is_fit && rest(start - turn.start) && rest(turn.end - end) && self.gains(person, span, others) {
                    spans.push(span);
                }
            }
        }
        spans
    }

    /// Whether a person's time, with a span freed, meets somebody of the other department for long enough in it.
    fn gains(&self, person: usize, span: Span, others: &[usize]) -> bool {
        let freed = self.people[person].free.union(&SpanSet::from_spans(vec![span]));
        let meets = |other: &usize| {
            let both = freed.intersection(&self.people[*other].free);
            both.spans().iter().any(|both| both.length() >= self.min_block && both.overlaps(span))
        };
        others.iter().any(meets)
    }

    /// The turn handed to somebody who is free and staffs the desk, alone or against as long a turn of theirs.
    fn hand(&self, person: usize, piece: &DeskPiece, n_steps: &mut usize, found: &mut Vec<Candidate>) {
        let span = piece.span;
        let handed = SpanSet::from_spans(vec![span]);
        let freed = self.people[person].free.union(&handed);
        let staffs = |who: usize, desk: DeskId| self.day.desks_of[who].contains(&desk);
        for (other, theirs) in self.people.iter().enumerate() {
            let is_free = theirs.free.length_within(span) == span.length();
            if other == person || !is_free || !staffs(other, piece.desk) {
                continue;
            }
            let busy = theirs.free.difference(&handed);
            let action = Action::Move { desk: Some(piece.desk), from: StaffId::at(person), to: StaffId::at(other) };
            self.weigh((person, &freed), (other, &busy), (action, span, span.length()), n_steps, found);
            let both_ways = Minutes(span.length().0 * 2);
            for turn in theirs.desks.iter().filter(|turn| both_ways <= MOST_MOVED && staffs(person, turn.desk)) {
                for back in ends_of(turn.span, &freed, span.length()).into_iter().filter(|back| !back.overlaps(span)) {
                    let taken = SpanSet::from_spans(vec![back]);
                    let (freed, busy) = (freed.difference(&taken), busy.union(&taken));
                    let action = Action::Swap { a: StaffId::at(person), b: StaffId::at(other), other: self.when(back) };
                    self.weigh((person, &freed), (other, &busy), (action, span, both_ways), n_steps, found);
                }
            }
        }
    }

    fn weigh(
        &self,
        one: (usize, &SpanSet),
        other: (usize, &SpanSet),
        (action, span, moved): (Action, Span, Minutes),
        n_steps: &mut usize,
        found: &mut Vec<Candidate>,
    ) {
        *n_steps = n_steps.saturating_sub(self.n_steps());
        let gain = self.shared(&[one, other]) - self.before;
        if gain.0 > 0 {
            let change =
                Change { action, branch: self.day.branch, when: self.when(span), origin: Location::of_file("") };
            found.push(Candidate { change, gain, moved });
        }
    }

    fn when(&self, span: Span) -> When {
        let minute = |at: Minute| u16::try_from((at - self.day.day.start()).0).unwrap_or(0);
        let time = Some((minute(span.start), minute(span.end)));
        When { day: DayRule::On(self.day.day), time, validity: Validity::default() }
    }
}

/// The first and the last part of a turn, of some length, that somebody could take; what is left of the turn is none, or
/// long enough.
fn ends_of(turn: Span, free: &SpanSet, length: Minutes) -> Vec<Span> {
    let rest = turn.length() - length;
    if rest.0 < 0 || !rest.is_zero() && rest < LEAST_TURN {
        return Vec::new();
    }
    let first = Span { start: turn.start, end: turn.start + length };
    let last = Span { start: turn.end - length, end: turn.end };
    let mut ends = vec![first, last];
    ends.dedup();
    ends.retain(|span| free.length_within(*span) == length);
    ends
}
