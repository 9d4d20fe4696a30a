//! In which spans is a branch open, which minimums hold, and which stakeholders are available? Day by day, as counts.

use super::day_changes::DayChanges;
use super::day_plan::DayPlan;
use super::layout::Layout;
use super::offer::{Offer, firm_time};
use crate::study::{BranchId, CoverageRule, DeskId};
use crate::time::Span;

/// A minimum of a desk, or of the building, and the rules that ask for it.
#[derive(Clone, Debug)]
pub struct BranchMinimum<'p> {
    /// Which desk, by number within the branch; none for the building.
    pub desk: Option<usize>,
    /// How many people.
    pub minimum: i64,
    rules: Vec<&'p CoverageRule>,
}

/// The minimums of a branch with these desks, each once.
pub fn minimums_of<'p>(plan: &'p DayPlan<'_>, branch: BranchId, desks: &[DeskId]) -> Vec<BranchMinimum<'p>> {
    let mut rules: Vec<&CoverageRule> = plan.study.coverage.iter().filter(|rule| rule.branch == branch).collect();
    rules.sort_by_key(|rule| (rule.desk, rule.minimum));
    let same = rules.chunk_by(|a, b| (a.desk, a.minimum) == (b.desk, b.minimum));
    let minimum = |rules: &[&'p CoverageRule]| BranchMinimum {
        desk: rules[0].desk.and_then(|desk| desks.binary_search(&desk).ok()),
        minimum: i64::from(rules[0].minimum),
        rules: rules.to_vec(),
    };
    same.map(minimum).collect()
}

/// Spans in the order of their starts, and the count that is one more in each.
pub struct BranchSpans {
    spans: Vec<(usize, Vec<Span>)>,
}

impl BranchSpans {
    /// The spans of a branch with these minimums and offers.
    pub fn of(
        plan: &DayPlan<'_>,
        branch: BranchId,
        minimums: &[BranchMinimum<'_>],
        own: &[&Offer],
        layout: &Layout,
    ) -> BranchSpans {
        let mut spans = vec![(layout.of_open(), plan.open[branch.index()].spans().to_vec())];
        for (place, minimum) in layout.of_minimums().zip(minimums) {
            let mut of_all: Vec<Span> = minimum.rules.iter().flat_map(|rule| plan.spans_of(rule)).collect();
            of_all.sort_by_key(|span| span.start);
            spans.push((place, of_all));
        }
        for offers in own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
            spans.push((layout.of_partners(), firm_time(offers.iter().copied()).into_spans()));
        }
        BranchSpans { spans }
    }

    /// A walk along all spans.
    pub fn walk(&self) -> SpansWalk<'_> {
        SpansWalk { rest: self.spans.iter().map(|(place, spans)| (*place, &spans[..])).collect() }
    }
}

/// What is left of the spans on the way through them.
pub struct SpansWalk<'a> {
    rest: Vec<(usize, &'a [Span])>,
}

impl SpansWalk<'_> {
    /// When the first change comes.
    pub fn first(&self) -> i32 {
        self.rest.iter().filter_map(|(_, spans)| spans.first()).map(|span| span.start.0).min().unwrap_or(i32::MAX)
    }

    /// Notes all changes of a day; of what began on it, also the end. When the next one comes.
    pub fn note(&mut self, day: &mut DayChanges) -> i32 {
        let mut next = i32::MAX;
        for (place, rest) in &mut self.rest {
            while let Some((span, later)) = rest.split_first() {
                if span.start.0 >= day.end() {
                    next = next.min(span.start.0);
                    break;
                }
                day.change(span.start.0, [(*place, 1)]);
                day.change(span.end.0, [(*place, -1)]);
                *rest = later;
            }
        }
        next
    }
}
