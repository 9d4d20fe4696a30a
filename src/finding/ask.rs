//! What is asked for? One scenario as a request: what it wins, what it costs, and what stays as it is.

use super::changed::{amount, signed};
use crate::analysis::Outcome;
use crate::say;
use crate::scenario::{Comparison, Measure};
use crate::wording::hours;

/// A request that a board can say yes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The scenario's title.
    pub title: String,
    /// Why somebody would want it; may be empty.
    pub why: String,
    /// What is changed, a sentence each.
    pub changes: Vec<String>,
    /// What it wins, sentences.
    pub wins: Vec<String>,
    /// What it costs, sentences.
    pub costs: Vec<String>,
    /// What stays as it is, sentences.
    pub keeps: Vec<String>,
}

/// The request for one side of a comparison; none where that side is not the first one changed.
#[must_use]
pub fn ask(comparison: &Comparison, side: usize) -> Option<Ask> {
    let own = comparison.sides.get(side)?;
    own.moved?;
    let asked = Asked { comparison, side };
    Some(Ask {
        title: own.title.clone(),
        why: own.why.clone(),
        changes: own.changes.clone(),
        wins: [asked.reach(), asked.partners()].into_iter().flatten().collect(),
        costs: asked.costs(),
        keeps: asked.keeps(),
    })
}

struct Asked<'c> {
    comparison: &'c Comparison,
    side: usize,
}

impl Asked<'_> {
    /// A measure, how much of it there is on this side, and how much more than today; for a week.
    fn found(&self, key: &str) -> Option<(&Measure, f64, f64)> {
        let measure = self.comparison.measure(key)?;
        let own = self.comparison.sides.get(self.side)?;
        let now = measure.amounts.get(self.side).copied().flatten()?.a_week(&own.results.period);
        Some((measure, now, self.comparison.difference(measure, self.side).unwrap_or(0.0)))
    }

    fn reach(&self) -> Option<String> {
        let (_, reachable, more) = self.found(Outcome::Reachable.name())?;
        let least = usize::from(self.comparison.sides.iter().any(|side| side.results.is_at_least()));
        let window = self.comparison.sides.get(self.side)?.results.outcome_totals().window();
        if window.is_zero() {
            let (_, usable, more) = self.found("usable")?;
            return Some(say!("ask-usable", least = least, usable = hours(usable), more = signed(more)));
        }
        Some(say!("ask-reach", least = least, reachable = hours(reachable), more = signed(more)))
    }

    fn partners(&self) -> Option<String> {
        let changed = self.comparison.partners_changed(self.side);
        let more = changed.iter().filter(|(gained, _)| *gained > 0.0).count();
        let less = changed.len() - more;
        (more + less > 0).then(|| say!("ask-partners", more = more, all = self.comparison.partners.len(), less = less))
    }

    /// A sentence on a measure, where there is something of it.
    fn something(&self, key: &str, sentence: fn(String) -> String) -> Option<String> {
        let (measure, now, _) = self.found(key).filter(|(_, now, _)| *now >= 0.005)?;
        Some(sentence(amount(self.comparison, measure, self.side).unwrap_or_else(|| hours(now))))
    }

    fn costs(&self) -> Vec<String> {
        let added = self.something("work_added", |hours| say!("ask-work-added", hours = hours));
        let money = self.something("cost", |money| say!("ask-money", money = money));
        let nothing_added = added.is_none().then(|| say!("ask-no-work-added"));
        let moved = self.something("desk_moved", |hours| say!("ask-desk-moved", hours = hours));
        let removed = self.something("work_removed", |hours| say!("ask-work-removed", hours = hours));
        let thinner = self
            .found("under_minimum")
            .filter(|(_, _, more)| *more >= 0.005)
            .map(|(_, now, more)| say!("ask-cover-less", more = hours(more), now = hours(now)));
        [added, money, nothing_added, moved, removed, thinner].into_iter().flatten().collect()
    }

    fn keeps(&self) -> Vec<String> {
        let open = |at: usize| self.comparison.sides.get(at).map(|side| side.results.whole.open.total());
        let hours_kept = (open(0) == open(self.side)).then(|| say!("ask-open-hours-kept"));
        let cover_kept = match self.found("under_minimum") {
            None => Some(say!("ask-cover-whole")),
            Some((_, _, more)) if more.abs() < 0.005 => Some(say!("ask-cover-kept")),
            Some((_, now, more)) if more < 0.0 => Some(say!("ask-cover-better", less = hours(-more), now = hours(now))),
            Some(_) => None,
        };
        let is_nobodys_work_changed =
            ["work_added", "work_removed"].iter().all(|key| self.found(key).is_none_or(|(_, now, _)| now < 0.005));
        let work_kept = is_nobodys_work_changed.then(|| say!("ask-work-kept"));
        [hours_kept, cover_kept, work_kept].into_iter().flatten().collect()
    }
}
