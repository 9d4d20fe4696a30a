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

/// When a meeting could start, while that is collected in order of time.
#[derive(Clone, Debug)]
pub struct Starts {
    /// The first and the last minute of the latest range, and the day on which it begins.
    latest: Option<(i32, i32, MeetingDay)>,
    /// At which minutes of the week ranges begin, and at which they are over.
    changes: Vec<(u16, u16)>,
    /// How long the meetings are, in minutes.
    length: i32,
    /// Minutes of all meetings that could be, each once, and until when they are counted.
    total: (i64, i32),
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
    /// Any day.
    pub fn of(day: Day, period: &Period) -> MeetingDay {
        let of_week = period.contains(day).then(|| u16::try_from(day.weekday()).unwrap_or(0) * DAY);
        MeetingDay { midnight: day.start().0, of_week }
    }
}

/// How many ranges begin, and how many are over, at the minutes of the week. Room for one list after the other.
#[derive(Debug)]
pub struct WeekTally {
    changes: Vec<(u32, u32)>,
    /// A bit for each minute that has any.
    has_any: Vec<u64>,
}

impl Default for WeekTally {
    fn default() -> WeekTally {
        let n_minutes = usize::from(7 * DAY);
        WeekTally { changes: vec![(0, 0); n_minutes], has_any: vec![0; n_minutes / 64] }
    }
}

impl WeekTally {
    fn count(&mut self, minute: u16, count: impl Fn(&mut (u32, u32)) -> &mut u32) {
        let at = usize::from(minute);
        *count(&mut self.changes[at]) += 1;
        self.has_any[at / 64] |= 1 << (at % 64);
    }

    /// The minutes at which ranges begin or are over, in order, with how many of both; then nothing is left.
    fn take(&mut self, mut found: impl FnMut(u16, u32, u32)) {
        for (word, minutes) in self.has_any.iter_mut().enumerate() {
            while *minutes != 0 {
                let at = word * 64 + usize::try_from(minutes.trailing_zeros()).unwrap_or(0);
                *minutes &= *minutes - 1;
                let (n_begin, n_over) = std::mem::take(&mut self.changes[at]);
                found(u16::try_from(at).unwrap_or(u16::MAX), n_begin, n_over);
            }
        }
    }
}

/// The best range of starts of a weekday: on how many dates, the first minute, the last.
type Best = (u32, u16, u16);

impl Starts {
    /// No start yet of meetings of so many minutes.
    pub fn of(length: i32) -> Starts {
        Starts { latest: None, changes: Vec::new(), length, total: (0, i32::MIN) }
    }

    /// The same, in the room of another.
    pub fn begin(&mut self, length: i32) {
        self.changes.clear();
        *self = Starts { changes: std::mem::take(&mut self.changes), ..Starts::of(length) };
    }

    /// A meeting may start at every minute of a day from the first to the last; no range begins before the one before it.
    pub fn add(&mut self, (first, last): (i32, i32), day: MeetingDay, period: &Period) {
        let (first, last) = (day.midnight + first, day.midnight + last);
        match &mut self.latest {
            Some(latest) if first <= latest.1.saturating_add(1) => latest.1 = latest.1.max(last),
            _ => {
                self.settle(period);
                self.latest = Some((first, last, day));
            }
        }
    }

    /// How many minutes any of the meetings could take up.
    pub fn total(&mut self, period: &Period) -> Minutes {
        self.settle(period);
        Minutes(self.total.0)
    }

    /// Takes note of the latest range, on the day on which it begins. Days that are not analyzed have no slots.
    fn settle(&mut self, period: &Period) {
        let Some((mut first, last, mut day)) = self.latest.take() else { return };
        let (total, counted) = &mut self.total;
        let end = last + self.length;
        *total += i64::from(end - first.max(*counted));
        *counted = end;
        loop {
            let until = last.min(day.midnight + LONGEST - 1);
            let number = |minute: i32| u16::try_from(minute - day.midnight).unwrap_or(0);
            if let Some(of_week) = day.of_week {
                self.changes.push((of_week + number(first), of_week + number(until) + 1));
            }
            if until == last {
                return;
            }
            first = until + 1;
            day = MeetingDay::of(Day::of(Minute(first)), period);
        }
    }

    /// The ranges that hold on most dates, by weekday; of equals the longest, then the first.
    fn best(&mut self, period: &Period, tally: &mut WeekTally) -> [Option<Best>; 7] {
        self.settle(period);
        for (first, over) in &self.changes {
            tally.count(*first, |change| &mut change.0);
            tally.count(*over, |change| &mut change.1);
        }
        let mut best: [Option<Best>; 7] = [None; 7];
        let (mut n_dates, mut since) = (0, 0);
        tally.take(|at, n_begin, n_over| {
            if n_dates > 0 {
                let own = &mut best[usize::from(since / DAY) % 7];
                let rank = |found: &Best| (found.0, found.2 - found.1);
                let found = (n_dates, since % DAY, at - 1 - since / DAY * DAY);
                if own.as_ref().is_none_or(|own| rank(&found) > rank(own)) {
                    *own = Some(found);
                }
            }
            n_dates = n_dates + n_begin - n_over;
            since = at;
        });
        best
    }

    /// The slots of departments.
    pub fn slots(
        &mut self,
        branch: BranchId,
        departments: Option<&(Arc<str>, Arc<str>)>,
        period: &Period,
        tally: &mut WeekTally,
    ) -> Vec<DepartmentSlot> {
        let meeting = self.length;
        let slot = |(weekday, best): (usize, Option<Best>)| {
            let (n_dates, first, last) = best?;
            let length = Minutes(i64::from(last - first) + i64::from(meeting));
            let n_dates = usize::try_from(n_dates).unwrap_or(usize::MAX);
            Some(DepartmentSlot { branch, departments: departments.cloned(), weekday, start: first, length, n_dates })
        };
        self.best(period, tally).into_iter().enumerate().filter_map(slot).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{MeetingDay, Starts, WeekTally};
    use crate::time::{Day, Minutes, Period};

    #[test]
    fn the_range_of_most_dates_is_found_and_of_equals_the_longest() {
        let mut starts = Starts::of(60);
        let period = Period::between(Day(0).monday(), Day(0).monday().plus(13));
        let monday = Day(0).monday();
        let mut add = |week: i32, first: i32, last: i32| {
            let (day, night) = (7 * week + first / 1440, first / 1440 * 1440);
            starts.add((first - night, last - night), MeetingDay::of(monday.plus(day), &period), &period);
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
        assert_eq!(starts.total(&period), Minutes(120 + 90 + 120 + 80 + 120));
        let best = starts.best(&period, &mut WeekTally::default());
        assert_eq!(best[0], Some((2, 570, 600)));
        assert_eq!(best[3], Some((1, 1430, 1450)));
        assert!([1, 2, 4, 5, 6].iter().all(|weekday| best[*weekday].is_none()));
    }
}
