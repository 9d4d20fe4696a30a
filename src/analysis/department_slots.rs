//! At which hours of the week could departments plan together? Where a meeting of `min_block` fits, by weekday.

use crate::study::BranchId;
use crate::time::{Day, Minute, Minutes, Period};
use std::sync::Arc;

/// The hours of a day of the week at any time of which a meeting of `min_block` fits on more dates than at other hours:
/// somebody of each department is off the desk, the same people all through the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentSlot {
    /// Where.
    pub branch: BranchId,
    /// The two departments, in the order of their names; none for all departments of the branch at once.
    pub departments: Option<(Arc<str>, Arc<str>)>,
    /// The day of the week, 0 for Monday, on which it starts.
    pub weekday: usize,
    /// The minute of that day at which the first such meeting starts; of a night that began on it, past 1440.
    pub start: u16,
    /// From then until the last such meeting ends.
    pub length: Minutes,
    /// On how many dates of the period it is so.
    pub n_dates: usize,
}

/// The best range of starts of a day of the week: on how many dates, the first minute, the last.
type Best = (i32, u16, u16);

/// The meetings that some departments could hold.
#[derive(Clone, Debug, Default)]
pub struct Meetings {
    /// How many minutes any of them could take up.
    pub total: Minutes,
    /// By day of the week: on how many dates one could start at every minute from one to another; the greatest number of
    /// dates, of equals the longest time, then the first.
    best: [Option<Best>; 7],
}

/// How many minutes of the week a day takes up: with the night that begins on it and the day after, and a multiple of 64.
const DAY: u16 = 2944;
/// A range that lasts longer begins anew on a later day.
const LONGEST: i32 = 2880;

/// The day on which a meeting could start.
#[derive(Clone, Copy, Debug)]
pub struct MeetingDay {
    midnight: i32,
    /// The first of the minutes of the week that the day takes up; none where the day is not analyzed.
    of_week: Option<u16>,
}

impl MeetingDay {
    /// A day, whether it is analyzed or not.
    pub fn of(day: Day, period: &Period) -> MeetingDay {
        let of_week = period.contains(day).then(|| u16::try_from(day.weekday()).unwrap_or(0) * DAY);
        MeetingDay { midnight: day.start().0, of_week }
    }
}

/// On how many dates a meeting could start, by minute of the week. Room for the meetings of one pair after the other.
#[derive(Debug)]
pub struct WeekTally {
    /// By how much the number of dates changes.
    changes: Vec<i32>,
    /// A bit for each minute at which any range begins or is over.
    has_any: Vec<u64>,
}

impl Default for WeekTally {
    fn default() -> WeekTally {
        let n_minutes = usize::from(7 * DAY);
        WeekTally { changes: vec![0; n_minutes], has_any: vec![0; n_minutes / 64] }
    }
}

impl WeekTally {
    fn change(&mut self, minute: u16, by: i32) {
        let at = usize::from(minute);
        self.changes[at] += by;
        self.has_any[at / 64] |= 1 << (at % 64);
    }

    /// Counts a date on which a meeting could start at every minute from the first to the last.
    fn count(&mut self, (mut first, last): (i32, i32), mut day: MeetingDay, period: &Period) {
        loop {
            let until = last.min(day.midnight + LONGEST - 1);
            let number = |minute: i32| u16::try_from(minute - day.midnight).unwrap_or(0);
            if let Some(of_week) = day.of_week {
                self.change(of_week + number(first), 1);
                self.change(of_week + number(until) + 1, -1);
            }
            if until == last {
                return;
            }
            first = until + 1;
            day = MeetingDay::of(Day::of(Minute(first)), period);
        }
    }

    /// The minutes at which ranges begin or are over, in order, with the change in the number of dates; then nothing is
    /// left.
    fn take(&mut self, mut found: impl FnMut(u16, i32)) {
        for (word, minutes) in self.has_any.iter_mut().enumerate() {
            while *minutes != 0 {
                let at = word * 64 + usize::try_from(minutes.trailing_zeros()).unwrap_or(0);
                *minutes &= *minutes - 1;
                found(u16::try_from(at).unwrap_or(u16::MAX), std::mem::take(&mut self.changes[at]));
            }
        }
    }

    /// What was counted.
    fn best(&mut self) -> [Option<Best>; 7] {
        let mut best: [Option<Best>; 7] = [None; 7];
        let (mut n_dates, mut since) = (0, 0);
        self.take(|at, change| {
            if n_dates > 0 {
                let own = &mut best[usize::from(since / DAY) % 7];
                let rank = |found: &Best| (found.0, found.2 - found.1);
                let found = (n_dates, since % DAY, at - 1 - since / DAY * DAY);
                if own.as_ref().is_none_or(|own| rank(&found) > rank(own)) {
                    *own = Some(found);
                }
            }
            n_dates += change;
            since = at;
        });
        best
    }
}

/// When a meeting of some length could start, while that is collected in order of time.
pub struct Starts<'a> {
    /// The first and the last minute of the latest range, and the day on which it begins.
    latest: Option<(i32, i32, MeetingDay)>,
    /// How long the meetings are, in minutes.
    length: i32,
    /// Minutes of all meetings that could be, each once, and until when they are counted.
    total: (i64, i32),
    period: &'a Period,
    tally: &'a mut WeekTally,
}

impl<'a> Starts<'a> {
    /// No start yet of meetings of so many minutes.
    pub fn of(length: i32, period: &'a Period, tally: &'a mut WeekTally) -> Starts<'a> {
        Starts { latest: None, length, total: (0, i32::MIN), period, tally }
    }

    /// A meeting may start at every minute of a day from the first to the last; no range begins before the one before it.
    pub fn add(&mut self, (first, last): (i32, i32), day: MeetingDay) {
        let (first, last) = (day.midnight + first, day.midnight + last);
        match &mut self.latest {
            Some(latest) if first <= latest.1.saturating_add(1) => latest.1 = latest.1.max(last),
            _ => {
                self.settle();
                self.latest = Some((first, last, day));
            }
        }
    }

    /// Takes note of the latest range, on the day on which it begins. Days that are not analyzed have no slots.
    fn settle(&mut self) {
        let Some((first, last, day)) = self.latest.take() else { return };
        let (total, counted) = &mut self.total;
        let end = last + self.length;
        *total += i64::from(end - first.max(*counted));
        *counted = end;
        self.tally.count((first, last), day, self.period);
    }

    /// All meetings.
    pub fn meetings(mut self) -> Meetings {
        self.settle();
        Meetings { total: Minutes(self.total.0), best: self.tally.best() }
    }
}

impl Meetings {
    /// The slots of departments for meetings of so many minutes.
    pub fn slots(
        &self,
        branch: BranchId,
        departments: Option<(&Arc<str>, &Arc<str>)>,
        length: i32,
    ) -> impl Iterator<Item = DepartmentSlot> {
        self.best.iter().enumerate().filter_map(move |(weekday, best)| {
            let (n_dates, first, last) = (*best)?;
            Some(DepartmentSlot {
                branch,
                departments: departments.map(|(a, b)| (a.clone(), b.clone())),
                weekday,
                start: first,
                length: Minutes(i64::from(last - first) + i64::from(length)),
                n_dates: usize::try_from(n_dates).unwrap_or(0),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{MeetingDay, Starts, WeekTally};
    use crate::time::{Day, Minutes, Period};

    #[test]
    fn the_range_of_most_dates_is_found_and_of_equals_the_longest() {
        let monday = Day(0).monday();
        let (period, mut tally) = (Period::between(monday, monday.plus(13)), WeekTally::default());
        let mut starts = Starts::of(60, &period, &mut tally);
        let mut add = |week: i32, first: i32, last: i32| {
            let (day, night) = (7 * week + first / 1440, first / 1440 * 1440);
            starts.add((first - night, last - night), MeetingDay::of(monday.plus(day), &period));
        };
        // 09:00-10:00 and 13:00-13:30; two of them touch
        add(0, 540, 560);
        add(0, 561, 600);
        add(0, 780, 810);
        // 09:30-10:30, and at night beyond midnight; on a day that is not analyzed
        add(1, 570, 630);
        add(1, 3 * 1440 + 1430, 3 * 1440 + 1450);
        add(2, 600, 660);
        // the two that touch are 09:00-11:00; at night it is 23:50-01:10
        let found = starts.meetings();
        assert_eq!(found.total, Minutes(120 + 90 + 120 + 80 + 120));
        assert_eq!(found.best[0], Some((2, 570, 600)));
        assert_eq!(found.best[3], Some((1, 1430, 1450)));
        assert!([1, 2, 4, 5, 6].iter().all(|weekday| found.best[*weekday].is_none()));
        assert!(Starts::of(60, &period, &mut tally).meetings().best.iter().all(Option::is_none));
    }
}
