//! Which windows belong together? Rows of one stakeholder that agree in all that matters form one offer, whose windows
//! are merged. (Domain, section 5.)

use super::day_plan::DayPlan;
use crate::study::{BranchId, Mode, StakeholderId, WindowRow};
use crate::time::{Day, Minute, Span, SpanSet};
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// One offer of a stakeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Whose.
    pub stakeholder: StakeholderId,
    /// The branch whose staff would meet it; none where any branch may.
    pub branch: Option<BranchId>,
    /// Where the meeting takes place.
    pub mode: Mode,
    /// The way there, minutes each way.
    pub travel: i32,
    /// The shortest useful visit, in minutes.
    pub min_visit: i32,
    /// The role that must go, empty for any.
    pub needs_role: String,
    /// Whether its windows are tentative.
    pub is_tentative: bool,
    /// Its windows over the period: sorted, disjoint, not touching.
    pub windows: Vec<(i32, i32)>,
}

impl Offer {
    /// How long a piece of a window must be to count, at least one minute.
    #[must_use]
    pub fn need(&self, window: (i32, i32)) -> i32 {
        self.min_visit.min(window.1 - window.0).max(1)
    }
}

/// When a stakeholder with these offers is available for certain: while any of its firm windows lasts.
pub fn firm_time<'o>(offers: impl Iterator<Item = &'o Offer>) -> SpanSet {
    let firm = offers.filter(|offer| !offer.is_tentative).flat_map(|offer| &offer.windows);
    SpanSet::from_spans(firm.map(|(start, end)| Span { start: Minute(*start), end: Minute(*end) }).collect())
}

fn key(row: &WindowRow) -> (StakeholderId, Mode, u16, u16, &str, bool) {
    (row.stakeholder, row.mode, row.travel, row.min_visit, &row.needs_role, row.is_tentative)
}

/// All offers of a study.
pub struct OffersByBranch {
    /// In the order of stakeholders.
    pub all: Vec<Offer>,
    /// Their places in `all`, by branch.
    of_branch: Vec<Vec<usize>>,
}

impl OffersByBranch {
    /// The offers of a plan's study.
    #[must_use]
    pub fn of(plan: &DayPlan<'_>) -> OffersByBranch {
        let all = offers(plan);
        let mut of_branch = vec![Vec::new(); plan.study.branches.len()];
        for (at, offer) in all.iter().enumerate() {
            match offer.branch {
                Some(branch) => of_branch[branch.index()].push(at),
                None => of_branch.iter_mut().for_each(|own| own.push(at)),
            }
        }
        OffersByBranch { all, of_branch }
    }

    /// What the staff of a branch may take up, in the order of stakeholders.
    #[must_use]
    pub fn at(&self, branch: BranchId) -> Vec<&Offer> {
        self.of_branch[branch.index()].iter().map(|at| &self.all[*at]).collect()
    }
}

/// All offers of a study, in the order of stakeholders.
#[must_use]
pub fn offers(plan: &DayPlan<'_>) -> Vec<Offer> {
    let study = plan.study;
    let mut rows: Vec<&WindowRow> = study.windows.iter().collect();
    rows.sort_by(|a, b| key(a).cmp(&key(b)));
    let dated: FxHashSet<(StakeholderId, Day)> = study
        .windows
        .iter()
        .filter_map(|row| {
            row.day.date().filter(|date| row.validity.contains(*date)).map(|date| (row.stakeholder, date))
        })
        .collect();
    let same: Vec<&[&WindowRow]> = rows.chunk_by(|a, b| key(a) == key(b)).collect();
    same.into_par_iter().map(|rows| offer(rows, &dated, plan)).collect()
}

/// One offer, of all rows that agree.
fn offer(rows: &[&WindowRow], dated: &FxHashSet<(StakeholderId, Day)>, plan: &DayPlan<'_>) -> Offer {
    let rotation = plan.study.settings.rotation;
    let first = rows[0];
    let spans = rows.iter().flat_map(|row| {
        let beats = |day: &Day| row.day.date().is_some() || !dated.contains(&(row.stakeholder, *day));
        let days = plan.period.days_of(row.day, rotation).filter(|day| row.validity.contains(*day));
        days.filter(move |day| beats(day)).filter_map(|day| row.span_on(day))
    });
    let windows = SpanSet::from_spans(spans.collect());
    Offer {
        stakeholder: first.stakeholder,
        branch: plan.study.stakeholders[first.stakeholder.index()].branch,
        mode: first.mode,
        travel: i32::from(first.travel),
        min_visit: i32::from(first.min_visit),
        needs_role: first.needs_role.clone(),
        is_tentative: first.is_tentative,
        windows: windows.spans().iter().map(|span| (span.start.0, span.end.0)).collect(),
    }
}
