//! How does the best schedule become a scenario like any other? Its reassignments as changes, dates that repeat week after
//! week written once.

use super::answer::Reassignment;
use crate::scenario::day_rules::day_rules;
use crate::study::{Action, BranchId, Change, DeskId, StaffId, Study, When};
use crate::text::Location;
use crate::time::{Day, Period};
use std::collections::BTreeMap;

/// In which order changes are made: whoever changes desks leaves the old one before taking the new one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Leave,
    HandOver(StaffId),
    Take,
}

/// One change, on whichever dates: its step, time of day, branch, desk and person.
type Key = (Step, (u16, u16), BranchId, DeskId, StaffId);

/// The changes of a scenario that make these reassignments, in the order in which they are to be applied. `file` is the
/// scenario file that they will stand in.
#[must_use]
pub fn changes(reassignments: &[Reassignment], study: &Study, period: &Period, file: &str) -> Vec<Change> {
    let mut days: BTreeMap<Key, Vec<Day>> = BTreeMap::new();
    for one in reassignments {
        let (start, end) = one.span.clock_times();
        for (step, staff) in steps(one) {
            days.entry((step, (start.0, end.0), one.branch, one.desk, staff)).or_default().push(one.span.day());
        }
    }
    let mut changes = Vec::new();
    for ((step, time, branch, desk, staff), mut days) in days {
        days.sort_unstable();
        let action = match step {
            Step::Leave => Action::Release { desk: Some(desk), staff: Some(staff) },
            Step::HandOver(to) => Action::Move { desk: Some(desk), from: staff, to },
            Step::Take => Action::Add { desk, staff },
        };
        changes.extend(day_rules(&days, period, study.settings.rotation).into_iter().map(|(day, validity)| Change {
            action: action.clone(),
            branch,
            when: When { day, time: Some(time), validity },
            origin: Location::of_file(file),
        }));
    }
    changes
}

fn steps(one: &Reassignment) -> Vec<(Step, StaffId)> {
    match one.to {
        None => vec![(Step::Leave, one.from)],
        Some(to) if one.leaves_a_desk => vec![(Step::Leave, one.from), (Step::Take, to)],
        Some(to) => vec![(Step::HandOver(to), one.from)],
    }
}
