//! What holds on each date? The period, the opening hours date by date, and the rules that one pass works by.

use crate::study::{Assume, BranchId, HoursRow, Study};
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
        let dated = &self.dated_hours[branch];
        let spans = self.hours[branch].iter().flat_map(|row| {
            let beats = move |day: &Day| row.day.date().is_some() || !dated.contains(day);
            let days = self.period.days_of(row.day, self.study.settings.rotation);
            days.filter(move |day| row.validity.contains(*day) && beats(day)).filter_map(|day| row.span_on(day))
        });
        SpanSet::from_spans(spans.collect())
    }

    /// The open spans of one date's rows; a date beats a weekday.
    #[must_use]
    pub fn open_on(&self, branch: BranchId, day: Day) -> Vec<Span> {
        let is_dated = self.dated_hours[branch.index()].contains(&day);
        self.hours[branch.index()]
            .iter()
            .filter(move |row| row.day.date().is_some() == is_dated)
            .filter(move |row| row.day.applies_on(day, self.study.settings.rotation) && row.validity.contains(day))
            .filter_map(move |row| row.span_on(day))
            .collect()
    }
}
