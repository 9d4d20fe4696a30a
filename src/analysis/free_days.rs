//! When could each person of a branch start a meeting? One day after the other. (Domain, section 6.)
//!
//! A meeting of `min_block` could start wherever somebody is off-desk from then on for so long. Several people share time
//! where one could start for all of them: no two blocks need to be set side by side.

use super::day_bits::{A_DAY, DayBits, for_day};
use super::results::Blocks;
use crate::time::{Day, Minute, Span};

/// The times of a day at which a meeting could start.
#[derive(Clone, Copy, Debug)]
pub struct StartTimes<const W: usize> {
    /// The units at whose first minute it could.
    pub at: DayBits<W>,
    /// The units at every minute of which it could, up to the first one of the next unit.
    pub through: DayBits<W>,
}

impl<const W: usize> StartTimes<W> {
    /// It never could.
    pub const NONE: StartTimes<W> = StartTimes { at: DayBits::NONE, through: DayBits::NONE };

    /// When both could start.
    pub fn and(self, other: StartTimes<W>) -> StartTimes<W> {
        StartTimes { at: self.at & other.at, through: self.through & other.through }
    }

    /// When either could start.
    pub fn or(self, other: StartTimes<W>) -> StartTimes<W> {
        StartTimes { at: self.at | other.at, through: self.through | other.through }
    }
}

/// The people of a branch on the way through their blocks.
pub struct FreeWalk<'a, const W: usize> {
    blocks: &'a [&'a Blocks],
    /// What is left of each person's.
    rests: Vec<&'a [Span]>,
    /// How long a meeting is, in minutes.
    length: i32,
    /// Where the day begins.
    midnight: i32,
    /// By person: when a meeting could start on the day.
    pub times: Vec<StartTimes<W>>,
    /// The units of the day with which a block begins that is long enough.
    pub begins: DayBits<W>,
}

impl<'a, const W: usize> FreeWalk<'a, W> {
    /// People at the start of their time; each person's blocks are in order.
    pub fn of(blocks: &'a [&'a Blocks], length: i32) -> FreeWalk<'a, W> {
        FreeWalk {
            blocks,
            rests: blocks.iter().map(|own| &own.spans[..]).collect(),
            length,
            midnight: i32::MIN,
            times: vec![StartTimes::NONE; blocks.len()],
            begins: DayBits::NONE,
        }
    }

    /// Goes on to the next day on which anybody is off-desk.
    pub fn next_day(&mut self) -> Option<Day> {
        let next = self.rests.iter().filter_map(|rest| rest.first()).map(|span| span.start).min()?;
        let day = Day::of(next.max(Minute(self.midnight.saturating_add(A_DAY))));
        self.midnight = day.start().0;
        let (midnight, end) = (self.midnight, self.midnight + A_DAY);
        self.begins = DayBits::NONE;
        let last = |span: &Span| span.end.0 - self.length;
        for (rest, times) in self.rests.iter_mut().zip(&mut self.times) {
            *times = StartTimes::NONE;
            // the last meeting starts at a unit, too
            let starts = |span: &Span| (span.start.0, last(span) + DayBits::<W>::UNIT);
            for_day(rest, midnight, starts, |span, at| {
                let through = at & at.one_earlier(last(span) >= end);
                *times = times.or(StartTimes { at, through });
                if span.start.0 >= midnight {
                    self.begins |= at.without(at.one_later(false));
                }
            });
        }
        Some(day)
    }

    /// For whom a meeting could start at a minute of the day.
    pub fn people_at(&self, minute: i32) -> impl Iterator<Item = usize> {
        self.times.iter().enumerate().filter(move |(_, times)| times.at.holds_at(minute)).map(|(person, _)| person)
    }

    /// From a minute of the day for as long as all are off-desk for whom a meeting could start then.
    pub fn common_span(&self, minute: i32) -> Span {
        let start = Minute(self.midnight + minute);
        let until_midnight = DayBits::between(minute, A_DAY);
        let through = self.people_at(minute).fold(until_midnight, |all, person| all & self.times[person].through);
        let end = match until_midnight.without(through).units().next() {
            Some(last) => Minute(self.midnight + last + self.length),
            // it goes on after midnight
            None => self.people_at(minute).map(|person| self.end_of_block(person, start)).min().unwrap_or(start),
        };
        Span { start, end }
    }

    /// Where the block of a person ends that holds a minute.
    fn end_of_block(&self, person: usize, minute: Minute) -> Minute {
        let spans = &self.blocks[person].spans;
        let n_started = spans.partition_point(|span| span.start <= minute);
        spans[..n_started].last().map_or(minute, |span| span.end)
    }
}
