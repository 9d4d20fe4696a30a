//! At which hours of the week could departments plan together? Where a meeting of `min_block` fits, by weekday.

use crate::study::BranchId;
use crate::time::{Day, Minute, Minutes};

/// The hours of a day of the week at any time of which a meeting of `min_block` fits on most dates: somebody of each
/// department is off the desk, the same people all through the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentSlot {
    /// Where.
    pub branch: BranchId,
    /// The two departments, in the order of their names; none for all departments of the branch at once.
    pub departments: Option<(String, String)>,
    /// The day of the week, 0 for Monday, on which it starts.
    pub weekday: usize,
    /// The minute of that day at which the first such meeting starts.
    pub start: u16,
    /// From then until the last such meeting ends.
    pub length: Minutes,
    /// On how many dates of the period it is so.
    pub n_dates: usize,
}

/// When a meeting could start, while that is collected in order of time.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    /// The first and the last minute of the latest range.
    latest: Option<(i32, i32)>,
    /// Minutes of the week, each twice: at the odd one a range begins, at the even one a range is over. A weekday has
    /// the numbers of 2,048 minutes, so that its midnights are two.
    changes: Vec<u32>,
}

/// Minutes that a weekday's changes are numbered by.
const DAY: u32 = 2048;

/// The best range of starts of a weekday: on how many dates, the first minute, the last.
type Best = (usize, u32, u32);

impl Starts {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.latest = None;
        self.changes.clear();
    }

    /// A meeting may start at every minute from the first to the last; no range begins before the one before it.
    pub fn add(&mut self, first: i32, last: i32) {
        match &mut self.latest {
            Some(range) if first <= range.1 + 1 => range.1 = range.1.max(last),
            _ => {
                self.settle();
                self.latest = Some((first, last));
            }
        }
    }

    /// Takes note of the latest range, day by day.
    fn settle(&mut self) {
        let Some((mut first, last)) = self.latest.take() else { return };
        while first <= last {
            let day = Day::of(Minute(first));
            let (midnight, until) = (day.start().0, last.min(day.plus(1).start().0 - 1));
            let number = |minute: i32| u32::try_from(minute - midnight).unwrap_or(0);
            let weekday = u32::try_from(day.weekday()).unwrap_or(0) * DAY;
            self.changes.push((weekday + number(first)) * 2 + 1);
            self.changes.push((weekday + number(until) + 1) * 2);
            first = until + 1;
        }
    }

    /// The ranges that hold on most dates, by weekday; of equals the longest, then the first.
    fn best(&mut self) -> [Option<Best>; 7] {
        self.settle();
        self.changes.sort_unstable();
        let mut best: [Option<Best>; 7] = [None; 7];
        let (mut n_dates, mut since) = (0_usize, 0);
        for changes in self.changes.chunk_by(|a, b| a / 2 == b / 2) {
            let at = changes[0] / 2;
            if n_dates > 0 {
                let own = &mut best[usize::try_from(since / DAY).unwrap_or(0) % 7];
                let rank = |found: &Best| (found.0, found.2 - found.1);
                let found = (n_dates, since % DAY, at - 1 - since / DAY * DAY);
                if own.as_ref().is_none_or(|own| rank(&found) > rank(own)) {
                    *own = Some(found);
                }
            }
            let n_begin = changes.iter().filter(|change| **change % 2 == 1).count();
            n_dates = n_dates + n_begin - (changes.len() - n_begin).min(n_dates + n_begin);
            since = at;
        }
        best
    }

    /// The slots of departments.
    pub fn slots(
        &mut self,
        branch: BranchId,
        departments: Option<&(String, String)>,
        min_block: i32,
    ) -> Vec<DepartmentSlot> {
        let slot = |(weekday, best): (usize, Option<Best>)| {
            let (n_dates, first, last) = best?;
            let length = Minutes(i64::from(last - first) + i64::from(min_block));
            let start = u16::try_from(first).unwrap_or(0);
            Some(DepartmentSlot { branch, departments: departments.cloned(), weekday, start, length, n_dates })
        };
        self.best().into_iter().enumerate().filter_map(slot).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Starts;
    use crate::time::Day;

    #[test]
    fn the_range_of_most_dates_is_found_and_of_equals_the_longest() {
        let mut starts = Starts::default();
        let monday = Day(0).monday();
        let mut add = |week: i32, first: i32, last: i32| {
            let midnight = monday.plus(7 * week).start().0;
            starts.add(midnight + first, midnight + last);
        };
        // 09:00-10:00 and 13:00-13:30; two of them touch
        add(0, 540, 560);
        add(0, 561, 600);
        add(0, 780, 810);
        // 09:30-10:30, and at night beyond midnight
        add(1, 570, 630);
        add(1, 1430, 1450);
        let best = starts.best();
        assert_eq!(best[0], Some((2, 570, 600)));
        assert_eq!(best[1], Some((1, 0, 10)));
        assert!(best[2..].iter().all(Option::is_none));
    }
}
