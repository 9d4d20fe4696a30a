//! Which differences hold to the minute? Those of sides that cover the same dates; all others are for a week only.

use super::compare::{Amount, Comparison, Measure, PartnerChange};
use crate::analysis::Outcome;
use crate::time::Minutes;

impl Comparison {
    /// Whether a side covers the dates of the first, so that minutes of both may stand beside each other.
    #[must_use]
    pub fn is_one_period(&self, side: usize) -> bool {
        match (self.sides.first(), self.sides.get(side)) {
            (Some(first), Some(side)) => first.results.period.days() == side.results.period.days(),
            _ => false,
        }
    }

    /// The minutes of a measure on a side; none where it is not time, or the side covers other dates than the first.
    #[must_use]
    pub fn minutes(&self, measure: &Measure, side: usize) -> Option<Minutes> {
        match measure.amounts.get(side).copied().flatten() {
            Some(Amount::Minutes(minutes)) if self.is_one_period(side) => Some(minutes),
            _ => None,
        }
    }

    /// How many minutes more a side has of a measure than the first, where both have it over the same dates.
    #[must_use]
    pub fn minutes_gained(&self, measure: &Measure, side: usize) -> Option<Minutes> {
        Some(self.minutes(measure, side)? - self.minutes(measure, 0)?)
    }

    /// The minutes of a partner's outcome on a side, where the side knows it and covers the dates of the first.
    #[must_use]
    pub fn outcome_minutes(&self, partner: &PartnerChange, outcome: Outcome, side: usize) -> Option<Minutes> {
        let outcomes = partner.outcomes.get(side)?.as_ref()?;
        self.is_one_period(side).then(|| outcomes.of(outcome))
    }

    /// How many minutes more of a partner's time are reachable on a side than on the first, over the same dates.
    #[must_use]
    pub fn reach_minutes_gained(&self, partner: &PartnerChange, side: usize) -> Option<Minutes> {
        let of = |side: usize| self.outcome_minutes(partner, Outcome::Reachable, side);
        Some(of(side)? - of(0)?)
    }

    /// Hours a week of a partner's outcome on a side.
    #[must_use]
    pub fn outcome_a_week(&self, partner: &PartnerChange, outcome: Outcome, side: usize) -> Option<f64> {
        let outcomes = partner.outcomes.get(side)?.as_ref()?;
        Some(self.sides.get(side)?.results.period.hours_a_week(outcomes.of(outcome)))
    }
}
