//! What do figures become at most, where people without given working hours are at work whenever the branch is open?

use super::results::{AtMost, Results};

/// Keeps of a second pass what stands beside the first.
#[must_use]
pub fn at_most(second: Results) -> AtMost {
    let mut outcomes = second.outcomes;
    outcomes.extend(second.tentative);
    AtMost { staff_time: second.staff_time, outcomes }
}
