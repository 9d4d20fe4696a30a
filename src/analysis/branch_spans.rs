//! In which spans is a branch open, which minimums hold, and which stakeholders are available? Day by day, as counts.

use super::day_changes::DayChanges;
use super::day_plan::DayPlan;
use super::layout::Layout;
use super::offer::Offer;
use crate::study::{BranchId, CoverageRule, DeskId};
use crate::time::{Minute, Span, SpanSet};

/// A minimum of a desk (by number within the branch), or of the building.
#[derive(Clone, Copy, Debug)]
pub struct LocalMinimum {
    /// Which desk; none for the building.
    pub desk: Option<usize>,
    /// How many people.
    pub minimum: i64,
}

/// The rules that a branch has.
pub fn rules_of<'p>(plan: &'p DayPlan<'_>, branch: BranchId) -> Vec<&'p CoverageRule> {
    plan.study.coverage.iter().filter(|rule| rule.branch == branch).collect()
}

/// What the rules of a branch with these desks ask for.
pub fn minimums_of(rules: &[&CoverageRule], desks: &[DeskId]) -> Vec<LocalMinimum> {
    let minimum = |rule: &&CoverageRule| LocalMinimum {
        desk: rule.desk.and_then(|desk| desks.binary_search(&desk).ok()),
        minimum: i64::from(rule.minimum),
    };
    rules.iter().map(minimum).collect()
}

/// Spans in the order of their starts, and the count that is one more in each.
pub struct BranchSpans {
    spans: Vec<(usize, Vec<Span>)>,
}

impl BranchSpans {
    /// The spans of a branch with these rules and offers.
    pub fn of(
        plan: &DayPlan<'_>,
        branch: BranchId,
        rules: &[&CoverageRule],
        own: &[&Offer],
        layout: &Layout,
    ) -> BranchSpans {
        let mut spans = vec![(layout.of_open(), plan.open[branch.index()].spans().to_vec())];
        for (place, rule) in layout.of_minimums().zip(rules) {
            let days = plan.period.days_of(rule.day, plan.study.settings.rotation);
            let span = days.map(|day| day.span(i32::from(rule.start), i32::from(rule.end)));
            spans.push((place, span.collect()));
        }
        // a stakeholder is available while any of its firm windows lasts
        for offers in own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
            let firm = offers.iter().filter(|offer| !offer.is_tentative).flat_map(|offer| &offer.windows);
            let firm = firm.map(|(start, end)| Span { start: Minute(*start), end: Minute(*end) });
            spans.push((layout.of_partners(), SpanSet::from_spans(firm.collect()).into_spans()));
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
