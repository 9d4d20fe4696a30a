//! What holds on each date? The period, the opening hours date by date, and the rules that one pass works by.

use crate::study::{Assume, BranchId, CoverageRule, HoursRow, Study};
use crate::time::{Day, Period, Span, SpanSet};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// What one pass over a study works by.
pub struct DayPlan<'s> {
    /// The study.
    pub study: &'s Study,
    /// The dates analyzed.
    pub period: Period,
    /// What is taken for working hours that are not given.
    pub assume: Assume,
    /// Open hours over the period, by branch.
    pub open: Vec<SpanSet>,
    hours: Vec<Vec<HoursRow>>,
    dated_hours: Vec<FxHashSet<Day>>,
}

impl<'s> DayPlan<'s> {
    /// The plan of a study and period.
    #[must_use]
    pub fn new(study: &'s Study, period: Period, assume: Assume) -> DayPlan<'s> {
        let n_branches = study.branches.len();
        let mut plan = DayPlan {
            study,
            period,
            assume,
            open: Vec::new(),
            hours: vec![Vec::new(); n_branches],
            dated_hours: vec![FxHashSet::default(); n_branches],
        };
        for row in &study.hours {
            if let (Some(rows), Some(dated)) =
                (plan.hours.get_mut(row.branch.index()), plan.dated_hours.get_mut(row.branch.index()))
            {
                rows.push(*row);
                if let Some(date) = row.day.date() {
                    dated.insert(date);
                }
            }
        }
        plan.open = (0..n_branches).into_par_iter().map(|branch| plan.open_in_period(branch)).collect();
        plan
    }

    fn open_in_period(&self, branch: usize) -> SpanSet {
        let spans = self.hours[branch].iter().flat_map(|row| {
            let days = self.period.days_of(row.day, self.study.settings.rotation);
            days.filter(|day| self.holds_on(row, *day)).filter_map(|day| row.span_on(day))
        });
        SpanSet::from_spans(spans.collect())
    }

    /// Whether a row of hours holds on a day to which it applies: a date beats a weekday.
    fn holds_on(&self, row: &HoursRow, day: Day) -> bool {
        let is_beaten = row.day.date().is_none() && self.dated_hours[row.branch.index()].contains(&day);
        row.validity.contains(day) && !is_beaten
    }

    /// The spans of the period in which a minimum is asked for, date by date.
    pub fn spans_of(&self, rule: &CoverageRule) -> impl Iterator<Item = Span> + use<'_> {
        let (start, end) = (i32::from(rule.start), i32::from(rule.end));
        self.period.days_of(rule.day, self.study.settings.rotation).map(move |day| day.span(start, end))
    }

    /// The open spans of one date's rows; a date beats a weekday.
    #[must_use]
    pub fn open_on(&self, branch: BranchId, day: Day) -> Vec<Span> {
        self.hours[branch.index()]
            .iter()
            .filter(|row| row.day.applies_on(day, self.study.settings.rotation) && self.holds_on(row, day))
            .filter_map(|row| row.span_on(day))
            .collect()
    }
}
