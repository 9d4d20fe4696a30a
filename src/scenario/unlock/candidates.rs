//! Which single changes could win lost time of a partner on a day? Every one that a break point of the day allows.
//!
//! What a change wins is found by the analysis; here only what cannot win anything is left out. Between two break
//! points nothing new happens: reach grows by the minute at most, and so does what is moved, so that the best lies on
//! them.

use super::trial::Trial;
use crate::scenario::building::MinimumSteps;
use crate::scenario::day_study::DayStudy;
use crate::scenario::draft::{DeskPiece, Draft};
use crate::study::{Action, Activity, Change, DeskId, Mode, StaffId, StakeholderId, When, WindowRow};
use crate::text::Location;
use crate::time::{DayRule, Minute, Minutes, Span, SpanSet, Validity};
use std::collections::BTreeSet;

/// The longest time by which a shift is moved.
const MOST_SHIFTED: i64 = 120;
/// The furthest that a meal is moved.
const MOST_MEAL_MOVED: i64 = 90;
/// How many half hours earlier or later the library may open.
const MOST_HALF_HOURS: u16 = 3;

/// The candidates of a day, with the partner for whom each is meant.
#[must_use]
pub fn candidates(day: &DayStudy, base: &Trial) -> Vec<(StakeholderId, Change)> {
    let mut draft = Draft::new(&day.study, &day.period());
    let people: Vec<Person> = (0..day.people.len()).map(|at| Person::of(&mut draft, day, StaffId::at(at))).collect();
    let mut found = Vec::new();
    for window in day.study.windows.iter().filter(|row| !row.is_tentative) {
        let Some(wish) = Wish::of(day, window, base) else { continue };
        let look = Look { day, people: &people, wish: &wish };
        for (at, person) in people.iter().enumerate() {
            let member = &day.study.staff[at];
            let has_role =
                window.needs_role.is_empty() || window.needs_role.to_lowercase() == member.role.to_lowercase();
            if member.does_outreach && has_role {
                look.desk_changes(person, &mut found);
                look.shifts(person, &mut found);
                look.duties(person, &mut draft, &mut found);
                look.minimum(person, &draft, &mut found);
            }
        }
        look.hours(&draft, &mut found);
    }
    let mut seen: Vec<(StakeholderId, Change)> = Vec::new();
    for one in found {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}

/// One person's day.
struct Person {
    staff: StaffId,
    free: SpanSet,
    desks: Vec<DeskPiece>,
    shift: Option<Span>,
}

impl Person {
    fn of(draft: &mut Draft, day: &DayStudy, staff: StaffId) -> Person {
        let all = Span { start: day.day.start(), end: day.day.plus(2).start() };
        let shifts: Vec<Span> = draft
            .rows(staff)
            .iter()
            .filter(|row| row.activity == Activity::Shift && row.branch == day.branch)
            .map(|row| row.span)
            .collect();
        Person {
            staff,
            free: draft.off_desk(staff, day.branch),
            desks: draft.desk_pieces(staff, day.branch, None, all),
            shift: if let [shift] = shifts[..] { Some(shift) } else { None },
        }
    }
}

/// One window of a partner, and what of it is reached already.
struct Wish {
    partner: StakeholderId,
    window: Span,
    mode: Mode,
    travel: Minutes,
    need: Minutes,
    reached: SpanSet,
    open: SpanSet,
}

impl Wish {
    /// A window of which something is lost.
    fn of(day: &DayStudy, row: &WindowRow, base: &Trial) -> Option<Wish> {
        let window = row.span_on(day.day)?;
        let slots = base.results.slots.iter().filter(|slot| slot.stakeholder == row.stakeholder && !slot.is_tentative);
        let reached = SpanSet::from_spans(slots.map(|slot| slot.span).collect());
        let travel = if row.mode == Mode::Go { row.travel } else { 0 };
        let draft = Draft::new(&day.study, &day.period());
        let open = draft.plan().open[day.branch.index()].clone();
        (reached.length_within(window) < window.length()).then(|| Wish {
            partner: row.stakeholder,
            window,
            mode: row.mode,
            travel: Minutes(i64::from(travel)),
            need: Minutes(i64::from(row.min_visit).min(window.length().0).max(1)),
            reached,
            open,
        })
    }

    /// The window with the way there and back.
    fn wide(&self) -> Span {
        Span { start: self.window.start - self.travel, end: self.window.end + self.travel }
    }

    /// Whether free time would reach something that is lost now.
    fn wins(&self, free: &SpanSet) -> bool {
        let free = if self.mode == Mode::Host { free.intersection(&self.open) } else { free.clone() };
        let pieces = free.spans().iter().map(|block| {
            let piece = Span { start: block.start + self.travel, end: block.end - self.travel };
            piece.intersection(self.window)
        });
        let long = pieces.filter(|piece| piece.length() >= self.need);
        long.into_iter().any(|piece| self.reached.length_within(piece) < piece.length())
    }

    /// Break points for time that is freed next to (or between) free time.
    fn points(&self, within: Span, free: &SpanSet) -> BTreeSet<Minute> {
        let (travel, need) = (self.travel, self.need);
        let mut points: BTreeSet<Minute> = [within.start, within.end, self.wide().start, self.wide().end].into();
        let mut starts = vec![within.start + travel, self.window.start];
        let mut ends = vec![within.end - travel, self.window.end];
        starts.extend(free.spans().iter().map(|block| (block.start + travel).max(self.window.start)));
        ends.extend(free.spans().iter().map(|block| (block.end - travel).min(self.window.end)));
        points.extend(starts.into_iter().map(|start| start + need + travel));
        points.extend(ends.into_iter().map(|end| end - need - travel));
        for span in self.reached.spans() {
            points.extend([span.start + travel, span.end - travel, span.start - travel, span.end + travel]);
        }
        points.into_iter().filter(|at| within.start <= *at && *at <= within.end).collect()
    }
}

struct Look<'a> {
    day: &'a DayStudy,
    people: &'a [Person],
    wish: &'a Wish,
}

impl Look<'_> {
    fn change(&self, action: Action, span: Span) -> (StakeholderId, Change) {
        let when = self.when(span);
        (self.wish.partner, Change { action, branch: self.day.branch, when, origin: Location::of_file("") })
    }

    fn when(&self, span: Span) -> When {
        let minute = |at: Minute| u16::try_from((at - self.day.day.start()).0).unwrap_or(0);
        When {
            day: DayRule::On(self.day.day),
            time: Some((minute(span.start), minute(span.end))),
            validity: Validity::default(),
        }
    }

    /// Desk time moved to somebody else, ended, or swapped.
    fn desk_changes(&self, person: &Person, found: &mut Vec<(StakeholderId, Change)>) {
        for desk in person.desks.iter().filter(|desk| desk.span.overlaps(self.wish.wide())) {
            let mut points = self.wish.points(desk.span, &person.free);
            for other in self.people {
                points.extend(other.free.spans().iter().flat_map(|block| [block.start, block.end]));
            }
            let points: Vec<Minute> =
                points.into_iter().filter(|at| desk.span.start <= *at && *at <= desk.span.end).collect();
            for (n, &start) in points.iter().enumerate() {
                for &end in &points[n + 1..] {
                    let span = Span { start, end };
                    let freed = person.free.union(&SpanSet::from_spans(vec![span]));
                    if self.wish.wins(&freed) {
                        self.hand(person, &DeskPiece { span, ..*desk }, found);
                    }
                }
            }
        }
    }

    fn hand(&self, person: &Person, piece: &DeskPiece, found: &mut Vec<(StakeholderId, Change)>) {
        let span = piece.span;
        let desk = Some(piece.desk);
        found.push(self.change(Action::Release { desk, staff: Some(person.staff) }, span));
        let staffs = |who: &Person, desk: DeskId| self.day.desks_of[who.staff.index()].contains(&desk);
        let is_other = |other: &&Person| other.staff != person.staff && staffs(other, piece.desk);
        for other in self.people.iter().filter(is_other) {
            if other.free.length_within(span) < span.length() {
                continue;
            }
            found.push(self.change(Action::Move { desk, from: person.staff, to: other.staff }, span));
            for theirs in other.desks.iter().filter(|theirs| staffs(person, theirs.desk)) {
                self.swap(person, other, span, theirs.span, found);
            }
        }
    }

    /// As much of the other's desk time in return, from the start or to the end of what the person could take.
    fn swap(
        &self,
        person: &Person,
        other: &Person,
        span: Span,
        theirs: Span,
        found: &mut Vec<(StakeholderId, Change)>,
    ) {
        let freed = person.free.union(&SpanSet::from_spans(vec![span]));
        let can_take = freed.intersection(&SpanSet::from_spans(vec![theirs]));
        for block in can_take.spans().iter().filter(|block| block.length() >= span.length()) {
            let first = Span { start: block.start, end: block.start + span.length() };
            let last = Span { start: block.end - span.length(), end: block.end };
            for back in [first, last] {
                if !back.overlaps(span) {
                    let action = Action::Swap { a: person.staff, b: other.staff, other: self.when(back) };
                    found.push(self.change(action, span));
                }
            }
        }
    }

    /// Shifts that start earlier or end later, the whole shift moved or made longer.
    fn shifts(&self, person: &Person, found: &mut Vec<(StakeholderId, Change)>) {
        let Some(shift) = person.shift else { return };
        let (wide, need, travel) = (self.wish.wide(), self.wish.need, self.wish.travel);
        let mut by: BTreeSet<i64> = BTreeSet::new();
        if wide.start < shift.start {
            by.insert((wide.start - shift.start).0);
            for block in person.free.spans().iter().filter(|block| block.start == shift.start) {
                let end = (block.end - travel).min(self.wish.window.end);
                by.insert((end - need - travel - shift.start).0);
            }
        }
        if wide.end > shift.end {
            by.insert((wide.end - shift.end).0);
            for block in person.free.spans().iter().filter(|block| block.end == shift.end) {
                let start = (block.start + travel).max(self.wish.window.start);
                by.insert((start + need + travel - shift.end).0);
            }
        }
        for by in by.into_iter().filter(|by| *by != 0 && by.abs() <= MOST_SHIFTED) {
            let by = i16::try_from(by).unwrap_or(0);
            let longer = if by < 0 { (by, 0) } else { (0, by) };
            for (start_by, end_by) in [(by, by), longer] {
                let action = Action::Shift { people: vec![person.staff], start_by, end_by };
                let (partner, change) = self.change(action, shift);
                found.push((partner, Change { when: When { time: None, ..change.when }, ..change }));
            }
        }
    }

    /// Meals, breaks, planning … that could be at another hour; not what others take part in.
    fn duties(&self, person: &Person, draft: &mut Draft, found: &mut Vec<(StakeholderId, Change)>) {
        let rows = draft.rows(person.staff).clone();
        let movable = |activity: Activity| {
            matches!(
                activity,
                Activity::Meal | Activity::Break | Activity::Planning | Activity::Assessment | Activity::Other
            )
        };
        let own = rows.iter().filter(|row| movable(row.activity) && row.branch == self.day.branch);
        for row in own {
            let length = row.span.length();
            let without = person.free.union(&SpanSet::from_spans(vec![row.span]));
            if !self.wish.wins(&without) {
                continue;
            }
            let mut starts: BTreeSet<Minute> = BTreeSet::new();
            for block in without.spans().iter().filter(|block| block.length() >= length) {
                starts.extend([block.start, block.end - length]);
                starts.extend(self.wish.points(*block, &without).into_iter().flat_map(|at| [at, at - length]));
            }
            for start in starts {
                let by = (start - row.span.start).0;
                let is_too_far = row.activity == Activity::Meal && by.abs() > MOST_MEAL_MOVED;
                let (Ok(new_start), false, false) =
                    (u16::try_from((start - self.day.day.start()).0), by == 0, is_too_far)
                else {
                    continue;
                };
                let action = Action::Reschedule { staff: person.staff, activity: Some(row.activity), new_start };
                found.push(self.change(action, row.span));
            }
        }
    }

    /// The building's minimum one lower, while somebody off the desk would be out.
    fn minimum(&self, person: &Person, draft: &Draft, found: &mut Vec<(StakeholderId, Change)>) {
        if self.wish.mode != Mode::Go || !self.wish.wins(&person.free) {
            return;
        }
        for block in person.free.spans() {
            let span = block.intersection(self.wish.wide());
            let steps = MinimumSteps::of(draft, self.day.branch, None, span);
            let parts = steps.parts(span, &[]);
            let Some(greatest) = parts.iter().map(|part| steps.at(part.start)).max().filter(|most| *most > 0) else {
                continue;
            };
            for part in
                SpanSet::from_spans(parts.into_iter().filter(|part| steps.at(part.start) == greatest).collect()).spans()
            {
                let minimum = u16::try_from(greatest - 1).unwrap_or(0);
                found.push(self.change(Action::Minimum { desk: None, minimum }, *part));
            }
        }
    }

    /// A half hour or more that the library opens earlier or closes later, for partners who come to it.
    fn hours(&self, draft: &Draft, found: &mut Vec<(StakeholderId, Change)>) {
        if self.wish.mode != Mode::Host {
            return;
        }
        let open = draft.plan().open_on(self.day.branch, self.day.day);
        let minute = |at: Minute| u16::try_from((at - self.day.day.start()).0).unwrap_or(0);
        let (Some(first), Some(last)) =
            (open.iter().map(|span| span.start).min(), open.iter().map(|span| span.end).max())
        else {
            return;
        };
        for n in 1..=MOST_HALF_HOURS {
            let by = Minutes(i64::from(30 * n));
            if self.wish.window.start < first && minute(first) >= 30 * n {
                let span = Span { start: first - by, end: first };
                let open = Some(minute(span.start));
                found.push(self.change(Action::Hours { open, close: None, is_closed: false }, span));
            }
            if self.wish.window.end > last {
                let span = Span { start: last, end: last + by };
                let close = Some(minute(span.end));
                found.push(self.change(Action::Hours { open: None, close, is_closed: false }, span));
            }
        }
    }
}
