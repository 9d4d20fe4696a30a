//! When in each week are most people of a branch off-desk together? (Domain, section 6.)

use super::day_counts::DayCounts;
use super::free_days::FreeWalk;
use crate::time::{Day, Minute, Span};

/// The span of at least `min_block` in which most people are off-desk in one week; of equals the longest, then the first.
#[derive(Clone, Debug)]
pub struct BestHour {
    monday: Day,
    n_people: i64,
    /// When.
    pub span: Span,
    /// Who, by their places among the branch's people.
    pub people: Vec<usize>,
}

/// The best of each week, while days are looked at in order.
pub struct BestHours<const W: usize> {
    /// Week by week.
    pub found: Vec<BestHour>,
    /// For how many people a meeting could start; anew each day.
    n_people: DayCounts<W>,
}

impl<const W: usize> BestHours<W> {
    /// No week yet.
    pub fn new() -> BestHours<W> {
        BestHours { found: Vec::new(), n_people: DayCounts::default() }
    }

    /// Takes note of a day. Most people are together where somebody's block begins.
    pub fn note(&mut self, day: Day, walk: &FreeWalk<'_, W>) {
        if walk.begins.is_none() {
            return;
        }
        self.n_people.clear();
        walk.times.iter().for_each(|times| self.n_people.add(times.at));
        let (n_people, when) = self.n_people.greatest(walk.begins);
        let monday = day.monday();
        if self.found.last().is_none_or(|last| last.monday != monday) {
            let span = Span { start: Minute(0), end: Minute(0) };
            self.found.push(BestHour { monday, n_people: 0, span, people: Vec::new() });
        }
        let Some(best) = self.found.last_mut().filter(|best| n_people >= best.n_people) else { return };
        for minute in when.units() {
            let span = walk.common_span(minute);
            if (n_people, span.length()) > (best.n_people, best.span.length()) {
                (best.n_people, best.span) = (n_people, span);
                best.people.clear();
                best.people.extend(walk.people_at(minute));
            }
        }
    }
}
