//! When is somebody on call: off the desk, answering it from there, and kept in the building for it?

use crate::study::BranchId;

/// Off-desk time in which a person answers a desk, and must stay in the building for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnCall {
    /// The first minute.
    pub start: i32,
    /// The first minute after it.
    pub end: i32,
    /// At which branch.
    pub branch: BranchId,
}

/// Adds a span that starts no earlier than any before it; spans that touch at one branch are one.
pub fn push_on_call(spans: &mut Vec<OnCall>, new: OnCall) {
    match spans.last_mut() {
        Some(last) if (last.end, last.branch) == (new.start, new.branch) => last.end = new.end,
        _ => spans.push(new),
    }
}
