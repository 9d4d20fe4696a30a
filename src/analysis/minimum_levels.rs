//! How many people must be at a desk, or in the building, from when to when?

use super::day_plan::DayPlan;
use crate::study::{BranchId, DeskId};
use crate::time::Span;

/// A span, in minutes since 1970-01-01, in which one number holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// How many people.
    pub n_people: i64,
}

/// The minimum of a desk, or of the building where none is named, while the branch is open in a span: the greatest of the
/// rules that hold, else the default. Sorted and disjoint; while it is closed there is none. (Domain, section 5.)
#[must_use]
pub fn minimum_levels(plan: &DayPlan<'_>, branch: BranchId, desk: Option<DeskId>, within: Span) -> Vec<Level> {
    let settings = &plan.study.settings;
    let default = if desk.is_some() { settings.default_minimum } else { settings.building_minimum };
    let mut rules: Vec<Level> = Vec::new();
    for rule in plan.study.coverage.iter().filter(|rule| rule.branch == branch && rule.desk == desk) {
        for span in plan.spans_of(rule).filter(|span| span.overlaps(within)) {
            rules.push(Level { start: span.start.0, end: span.end.0, n_people: i64::from(rule.minimum) });
        }
    }
    rules.sort_unstable_by_key(|rule| rule.start);
    let mut levels = Vec::new();
    for open in plan.open[branch.index()].spans().iter().filter(|open| open.overlaps(within)) {
        let (start, end) = (open.start.max(within.start).0, open.end.min(within.end).0);
        let near: Vec<Level> = rules.iter().filter(|rule| rule.start < end && start < rule.end).copied().collect();
        let mut cuts = vec![start, end];
        cuts.extend(near.iter().flat_map(|rule| [rule.start, rule.end]).filter(|at| start < *at && *at < end));
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let holding = near.iter().filter(|rule| rule.start <= pair[0] && pair[1] <= rule.end);
            let n_people = holding.map(|rule| rule.n_people).max().unwrap_or(i64::from(default));
            levels.push(Level { start: pair[0], end: pair[1], n_people });
        }
    }
    levels
}
