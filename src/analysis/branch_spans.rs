//! When is a branch open, which minimums hold, and how many stakeholders are available? Day by day.

use super::day_bits::{DayBits, for_day, longest_unit_of_spans};
use super::day_counts::DayCounts;
use super::day_plan::DayPlan;
use super::offer::{Offer, firm_time};
use crate::study::{BranchId, CoverageRule, DeskId};
use crate::time::{Day, Span};

/// A minimum of a desk, or of the building, and the spans in which it is asked for.
#[derive(Clone, Debug)]
struct BranchMinimum {
    /// Which desk, by number within the branch; none for the building.
    desk: Option<usize>,
    /// How many people.
    minimum: u32,
    /// When, in the order of starts.
    spans: Vec<Span>,
}

/// The minimums of a branch with these desks, each once; the greater of a desk after the lesser.
fn minimums_of(plan: &DayPlan<'_>, branch: BranchId, desks: &[DeskId]) -> Vec<BranchMinimum> {
    let mut rules: Vec<&CoverageRule> = plan.study.coverage.iter().filter(|rule| rule.branch == branch).collect();
    rules.sort_by_key(|rule| (rule.desk, rule.minimum));
    let same = rules.chunk_by(|a, b| (a.desk, a.minimum) == (b.desk, b.minimum));
    let minimum = |rules: &[&CoverageRule]| {
        let mut spans: Vec<Span> = rules.iter().flat_map(|rule| plan.spans_of(rule)).collect();
        spans.sort_by_key(|span| span.start);
        BranchMinimum {
            desk: rules[0].desk.and_then(|desk| desks.binary_search(&desk).ok()),
            minimum: u32::from(rules[0].minimum),
            spans,
        }
    };
    same.map(minimum).collect()
}

/// All spans of a branch that are not of its people.
pub struct BranchSpans<'p> {
    open: &'p [Span],
    minimums: Vec<BranchMinimum>,
    partners: Vec<Vec<Span>>,
    /// People that a desk, and the building, need where no minimum is asked for.
    defaults: (u32, u32),
}

impl<'p> BranchSpans<'p> {
    /// The spans of a branch with these desks and offers.
    pub fn of(plan: &'p DayPlan<'_>, branch: BranchId, desks: &[DeskId], own: &[&Offer]) -> BranchSpans<'p> {
        let of_partner = own.chunk_by(|a, b| a.stakeholder == b.stakeholder);
        let settings = &plan.study.settings;
        BranchSpans {
            open: plan.open[branch.index()].spans(),
            minimums: minimums_of(plan, branch, desks),
            partners: of_partner.map(|offers| firm_time(offers.iter().copied()).into_spans()).collect(),
            defaults: (u32::from(settings.default_minimum), u32::from(settings.building_minimum)),
        }
    }

    fn all(&self) -> impl Iterator<Item = &[Span]> {
        let minimums = self.minimums.iter().map(|minimum| &minimum.spans[..]);
        std::iter::once(self.open).chain(minimums).chain(self.partners.iter().map(|spans| &spans[..]))
    }

    /// The longest unit in which all of them begin and end.
    pub fn unit(&self) -> i32 {
        longest_unit_of_spans(self.all())
    }

    /// A walk along all spans.
    pub fn walk(&self) -> SpansWalk<'_> {
        SpansWalk {
            spans: self,
            open: self.open,
            minimums: self.minimums.iter().map(|minimum| &minimum.spans[..]).collect(),
            partners: self.partners.iter().map(|spans| &spans[..]).collect(),
        }
    }
}

/// What holds at a branch on one day.
#[derive(Debug)]
pub struct SpansOfDay<const W: usize> {
    /// It is open.
    pub open: DayBits<W>,
    /// How many people the building needs: the greatest minimum that is asked for, else the default; none while closed.
    pub building: DayCounts<W>,
    /// The same of each desk.
    pub desks: Vec<DayCounts<W>>,
    /// How many stakeholders are available.
    pub partners: DayCounts<W>,
}

impl<const W: usize> SpansOfDay<W> {
    /// Room for what holds at a branch with so many desks.
    pub fn of(n_desks: usize) -> SpansOfDay<W> {
        SpansOfDay {
            open: DayBits::NONE,
            building: DayCounts::default(),
            desks: vec![DayCounts::default(); n_desks],
            partners: DayCounts::default(),
        }
    }
}

/// What is left of the spans on the way through them.
pub struct SpansWalk<'a> {
    spans: &'a BranchSpans<'a>,
    open: &'a [Span],
    minimums: Vec<&'a [Span]>,
    partners: Vec<&'a [Span]>,
}

impl SpansWalk<'_> {
    /// The first minute that is left, not before `end`.
    pub fn next(&self, end: i32) -> i32 {
        let first = |spans: &&[Span]| spans.first().map_or(i32::MAX, |span| span.start.0.max(end));
        let all = std::iter::once(&self.open).chain(&self.minimums).chain(&self.partners);
        all.map(first).min().unwrap_or(i32::MAX)
    }

    /// Takes note of a day. When it goes on after it.
    pub fn note<const W: usize>(&mut self, date: Day, day: &mut SpansOfDay<W>) -> i32 {
        let times = |rest: &mut &[Span]| {
            let mut times = DayBits::NONE;
            for_day(rest, date.start().0, |span| (span.start.0, span.end.0), |_, own| times |= own);
            times
        };
        day.open = times(&mut self.open);
        day.partners.clear();
        for spans in &mut self.partners {
            day.partners.add(times(spans));
        }
        let (of_desk, of_building) = self.spans.defaults;
        day.building.clear();
        day.building.set(day.open, of_building);
        for desk in &mut day.desks {
            desk.clear();
            desk.set(day.open, of_desk);
        }
        for (spans, BranchMinimum { desk, minimum, .. }) in self.minimums.iter_mut().zip(&self.spans.minimums) {
            let counts = desk.map_or(&mut day.building, |desk| &mut day.desks[desk]);
            counts.set(times(spans) & day.open, *minimum);
        }
        self.next(date.plus(1).start().0)
    }
}
