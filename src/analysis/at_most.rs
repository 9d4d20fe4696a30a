//! What do figures become at most, where people without given working hours are at work whenever the branch is open?

use super::outcome::StakeholderOutcomes;
use super::results::{AtMost, Results};
use crate::study::StakeholderId;

/// By what outcomes of the second pass are found.
pub fn key_of(outcomes: &StakeholderOutcomes) -> (StakeholderId, bool) {
    (outcomes.stakeholder, outcomes.is_tentative)
}

/// Keeps of a second pass what stands beside the first.
#[must_use]
pub fn at_most(second: Results) -> AtMost {
    let mut outcomes = second.outcomes;
    outcomes.extend(second.tentative);
    outcomes.sort_by_key(key_of);
    AtMost { staff_time: second.staff_time, outcomes }
}
