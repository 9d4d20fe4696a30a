//! Are enough people in the building? Open time with fewer people present than the building's minimum.

use super::draft::Draft;
use crate::study::{BranchId, DeskId};
use crate::time::{Minute, Minutes, Span, SpanSet};
use std::collections::BTreeSet;

/// The minimum of a desk, or of the building, from one minute to the next change of it, within a span.
pub struct MinimumSteps {
    open: SpanSet,
    rules: Vec<(Span, u16)>,
    default: u16,
}

impl MinimumSteps {
    /// The minimum of a desk (none: of the building) of a branch, around a span.
    #[must_use]
    pub fn of(draft: &Draft, branch: BranchId, desk: Option<DeskId>, within: Span) -> MinimumSteps {
        let rotation = draft.study.settings.rotation;
        let settings = &draft.study.settings;
        // a rule of the day before may run past midnight
        let days = (within.start - Minutes(1440)).0.div_euclid(1440)..=within.end.0.div_euclid(1440);
        let days: Vec<crate::time::Day> =
            days.map(crate::time::Day).filter(|day| draft.period().contains(*day)).collect();
        let own = draft.study.coverage.iter().filter(|rule| (rule.branch, rule.desk) == (branch, desk));
        let rules = own.flat_map(|rule| {
            let applies = days.iter().filter(move |day| rule.day.applies_on(**day, rotation));
            applies.map(move |day| (day.span(i32::from(rule.start), i32::from(rule.end)), rule.minimum))
        });
        MinimumSteps {
            open: draft.plan().open[branch.index()].clone(),
            rules: rules.collect(),
            default: if desk.is_some() { settings.default_minimum } else { settings.building_minimum },
        }
    }

    /// The minimum at a minute: 0 while closed, the greatest of the rules that hold, else the default.
    #[must_use]
    pub fn at(&self, minute: Minute) -> u16 {
        if !self.open.contains(minute) {
            return 0;
        }
        let holds = |span: &Span| span.start <= minute && minute < span.end;
        self.rules.iter().filter(|(span, _)| holds(span)).map(|(_, minimum)| *minimum).max().unwrap_or(self.default)
    }

    /// The parts of a span in which nothing changes: neither the minimum nor any of some spans.
    #[must_use]
    pub fn parts(&self, within: Span, spans: &[Span]) -> Vec<Span> {
        let ends = |span: &Span| [span.start, span.end];
        let mut cuts: BTreeSet<Minute> = spans.iter().flat_map(ends).collect();
        cuts.extend(self.rules.iter().flat_map(|(span, _)| ends(span)));
        cuts.extend(self.open.spans().iter().filter(|span| span.overlaps(within)).flat_map(ends));
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
        let missing = i64::from(minimums.at(part.start)) - i64::try_from(n_present).unwrap_or(i64::MAX);
        Minutes(part.length().0 * missing.max(0))
    });
    missing.sum()
}

fn ends_of(draft: &Draft) -> Option<(crate::time::Day, crate::time::Day)> {
    let days = draft.period().days();
    Some((*days.first()?, *days.last()?))
}
