//! Are enough people in the building? Open time with fewer people present than the building's minimum.

use super::draft::Draft;
use crate::analysis::{DayPlan, Level, minimum_levels};
use crate::study::{BranchId, DeskId};
use crate::time::{Day, Minute, Minutes, Span};
use std::collections::BTreeSet;

/// The minimum of a desk, or of the building, from one minute to the next change of it, within a span.
pub struct MinimumSteps {
    levels: Vec<Level>,
}

impl MinimumSteps {
    /// The minimum of a desk (none: of the building) of a branch, within a span.
    #[must_use]
    pub fn of(draft: &Draft, branch: BranchId, desk: Option<DeskId>, within: Span) -> MinimumSteps {
        // what holds on other dates does not matter, but for the night before
        let is_near = |day: Day| Day::of(within.start).plus(-1) <= day && day <= Day::of(within.end);
        let plan = DayPlan::new(&draft.study, draft.period().only(is_near), draft.study.settings.assume);
        MinimumSteps { levels: minimum_levels(&plan, branch, desk, within) }
    }

    /// The minimum at a minute; 0 while closed.
    #[must_use]
    pub fn at(&self, minute: Minute) -> i64 {
        let next = self.levels.partition_point(|level| level.end <= minute.0);
        self.levels.get(next).filter(|level| level.start <= minute.0).map_or(0, |level| level.n_people)
    }

    /// The parts of a span in which nothing changes: neither the minimum nor any of some spans.
    #[must_use]
    pub fn parts(&self, within: Span, spans: &[Span]) -> Vec<Span> {
        let ends = |span: &Span| [span.start, span.end];
        let mut cuts: BTreeSet<Minute> = spans.iter().flat_map(ends).collect();
        cuts.extend(self.levels.iter().flat_map(|level| [Minute(level.start), Minute(level.end)]));
        cuts.extend(ends(&within));
        let cuts: Vec<Minute> = cuts.into_iter().filter(|at| within.start <= *at && *at <= within.end).collect();
        cuts.windows(2).map(|ends| Span { start: ends[0], end: ends[1] }).collect()
    }
}

/// How long, over the period, fewer people are in the building than its minimum while it is open, in person-minutes.
/// Whoever is on leave, outreach or travel is not there. (Domain, section 5.)
#[must_use]
pub fn short_of_people(draft: &mut Draft, branch: BranchId) -> Minutes {
    let Some((first, last)) = ends_of(draft) else { return Minutes::ZERO };
    let within = Span { start: first.start(), end: last.plus(2).start() };
    let mut present = Vec::new();
    for staff in draft.people_at(branch) {
        let away = draft.union(staff, |row| row.activity.is_away());
        let elsewhere = draft.union(staff, |row| row.branch != branch);
        let here = draft.at_work(staff).difference(&away).difference(&elsewhere);
        present.extend(here.spans().iter().copied());
    }
    let minimums = MinimumSteps::of(draft, branch, None, within);
    let missing = minimums.parts(within, &present).into_iter().map(|part| {
        let n_present = present.iter().filter(|span| span.start <= part.start && part.start < span.end).count();
        let missing = minimums.at(part.start) - i64::try_from(n_present).unwrap_or(i64::MAX);
        Minutes(part.length().0 * missing.max(0))
    });
    missing.sum()
}

fn ends_of(draft: &Draft) -> Option<(crate::time::Day, crate::time::Day)> {
    let days = draft.period().days();
    Some((*days.first()?, *days.last()?))
}
