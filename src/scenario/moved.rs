//! How much time did the changes of a draft move, add or take away?

use super::draft::Draft;
use crate::study::{Activity, BranchId, DeskId, StaffId};
use crate::time::{Minutes, Span, SpanSet};
use std::collections::BTreeMap;

/// Time that changes moved, added or took away, over the period.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Moved {
    /// Desk time of somebody that is no longer theirs, at that desk.
    pub desk_given: Minutes,
    /// Desk time of somebody that was not theirs before.
    pub desk_taken: Minutes,
    /// Time at work of somebody who was not at work then.
    pub work_added: Minutes,
    /// Time of somebody who is no longer at work then.
    pub work_removed: Minutes,
    /// How many people changes brought in.
    pub n_new_people: usize,
    /// What the added hours cost, where a change or the settings give an hourly rate.
    pub cost: Option<f64>,
}

/// What the changes of a draft moved.
pub(super) fn moved(draft: &mut Draft) -> Moved {
    let mut moved = Moved::default();
    let mut cost: Option<f64> = None;
    for staff in draft.changed() {
        let desks_now = by_desk(draft, staff);
        let work_now = draft.at_work(staff);
        let now = draft.exchange(staff);
        let desks_before = by_desk(draft, staff);
        let work_before = draft.at_work(staff);
        *draft.rows(staff) = now;
        moved.desk_given += difference(&desks_before, &desks_now);
        moved.desk_taken += difference(&desks_now, &desks_before);
        let (added, removed) = (work_now.difference(&work_before).length(), work_before.difference(&work_now).length());
        moved.work_added += added;
        moved.work_removed += removed;
        let rate = draft.rates.get(&staff).copied().or(draft.study.settings.hourly_rate());
        // what is not worked is not counted as saved: posts are not for sale here
        if let (Some(rate), false) = (rate, added.is_zero()) {
            *cost.get_or_insert(0.0) += added.hours() * rate;
        }
    }
    moved.cost = cost;
    moved.n_new_people = draft.n_new_people;
    moved
}

/// A person's desk time by branch and desk.
fn by_desk(draft: &mut Draft, staff: StaffId) -> BTreeMap<(BranchId, DeskId), SpanSet> {
    let merged = draft.merged.clone();
    let mut spans: BTreeMap<(BranchId, DeskId), Vec<Span>> = BTreeMap::new();
    // where one branch is shown, what moves at others is not told
    let wanted = draft.study.settings.branch.as_ref().map(|name| name.to_lowercase());
    let names = draft.study.branches.clone();
    let is_shown =
        |branch: BranchId| wanted.as_ref().is_none_or(|name| names.get(branch.index()).to_lowercase() == *name);
    let leave = draft.union(staff, |row| row.activity == Activity::Leave);
    for row in draft.rows(staff).iter().filter(|row| row.activity == Activity::Desk && is_shown(row.branch)) {
        let desk = merged.get(&row.desk).copied().unwrap_or(row.desk);
        spans.entry((row.branch, desk)).or_default().push(row.span);
    }
    spans.into_iter().map(|(desk, spans)| (desk, SpanSet::from_spans(spans).difference(&leave))).collect()
}

/// Time on the desks of one account that the other does not have on the same desk.
fn difference(one: &BTreeMap<(BranchId, DeskId), SpanSet>, other: &BTreeMap<(BranchId, DeskId), SpanSet>) -> Minutes {
    let none = SpanSet::default();
    one.iter().map(|(desk, spans)| spans.difference(other.get(desk).unwrap_or(&none)).length()).sum()
}
