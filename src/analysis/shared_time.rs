//! When are people free together? Pairs, departments, groups, and the best hour of each week. (Domain, section 6.)

use super::labels::PersonShown;
use super::results::Block;
use crate::study::{BranchId, StaffId, Study};
use crate::time::{Day, Minutes, Span, SpanSet};
use std::collections::BTreeMap;

/// Time that two people of a branch share: both off-desk, at least `min_block` at a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairTime {
    /// Where.
    pub branch: BranchId,
    /// The one.
    pub a: StaffId,
    /// The other.
    pub b: StaffId,
    /// How much.
    pub shared: Minutes,
}

/// The same between departments, summed over the pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentTime {
    /// Where.
    pub branch: BranchId,
    /// The one.
    pub a: String,
    /// The other; the same for pairs within a department.
    pub b: String,
    /// How many pairs of people there are.
    pub n_pairs: usize,
    /// How much, over all pairs.
    pub shared: Minutes,
    /// The same, counted once however many pairs share it.
    pub any_pair: Minutes,
}

/// A span in which several people are off-desk together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommonSlot {
    /// Where.
    pub branch: BranchId,
    /// The named group; none for the most people at once in that week.
    pub group: Option<String>,
    /// When.
    pub span: Span,
    /// Who.
    pub people: Vec<StaffId>,
}

/// What is shared at one branch.
#[derive(Debug, Default)]
pub struct Shared {
    /// By pair of people, whether or not they share time.
    pub pairs: Vec<PairTime>,
    /// By pair of departments.
    pub departments: Vec<DepartmentTime>,
    /// Best times of groups and weeks.
    pub common: Vec<CommonSlot>,
}

/// Finds what is shared. `blocks` are those of the branch; `people` work there.
#[must_use]
pub fn shared_time(
    branch: BranchId,
    people: &[StaffId],
    blocks: &[Block],
    shown: &[PersonShown],
    study: &Study,
) -> Shared {
    let min_block = Minutes(i64::from(study.settings.min_block));
    let mut usable: Vec<Block> = blocks.iter().copied().filter(|block| block.span.length() >= min_block).collect();
    usable.sort_unstable_by_key(|block| (block.span.start, block.staff));
    let mut pairs: BTreeMap<(StaffId, StaffId), Minutes> = BTreeMap::new();
    for (n, a) in people.iter().enumerate() {
        for b in &people[n + 1..] {
            pairs.insert((*a.min(b), *a.max(b)), Minutes::ZERO);
        }
    }
    let mut by_department: BTreeMap<(&str, &str), Vec<Span>> = BTreeMap::new();
    for_each_overlap(&usable, min_block, |a, b, span| {
        *pairs.entry((a.min(b), a.max(b))).or_default() += span.length();
        by_department.entry(departments_of(a, b, shown)).or_default().push(span);
    });
    let pairs: Vec<PairTime> = pairs.into_iter().map(|((a, b), shared)| PairTime { branch, a, b, shared }).collect();
    let mut departments: BTreeMap<(&str, &str), (usize, Minutes)> = BTreeMap::new();
    for pair in &pairs {
        let entry = departments.entry(departments_of(pair.a, pair.b, shown)).or_default();
        entry.0 += 1;
        entry.1 += pair.shared;
    }
    let departments = departments
        .into_iter()
        .map(|((a, b), (n_pairs, shared))| {
            let any_pair =
                by_department.remove(&(a, b)).map_or(Minutes::ZERO, |spans| SpanSet::from_spans(spans).length());
            DepartmentTime { branch, a: a.to_owned(), b: b.to_owned(), n_pairs, shared, any_pair }
        })
        .collect();
    let mut common = best_of_each_week(branch, &usable, min_block);
    common.extend(groups(branch, blocks, study, min_block));
    Shared { pairs, departments, common }
}

fn departments_of(a: StaffId, b: StaffId, shown: &[PersonShown]) -> (&str, &str) {
    let (a, b) = (shown[a.index()].department.as_str(), shown[b.index()].department.as_str());
    (a.min(b), a.max(b))
}

/// Every two blocks of two people that overlap long enough; `usable` is sorted by start.
fn for_each_overlap(usable: &[Block], min_block: Minutes, mut each: impl FnMut(StaffId, StaffId, Span)) {
    let mut active: Vec<Block> = Vec::new();
    for block in usable {
        active.retain(|other| other.span.end > block.span.start);
        for other in active.iter().filter(|other| other.staff != block.staff) {
            let span = other.span.intersection(block.span);
            if span.length() >= min_block {
                each(other.staff, block.staff, span);
            }
        }
        active.push(*block);
    }
}

/// In each week, the span of at least `min_block` in which most people are free; of equals the longest, then the first.
fn best_of_each_week(branch: BranchId, usable: &[Block], min_block: Minutes) -> Vec<CommonSlot> {
    let mut best: BTreeMap<Day, (usize, Minutes, Span)> = BTreeMap::new();
    let mut active: Vec<Block> = Vec::new();
    for block in usable {
        let start = block.span.start;
        active.retain(|other| other.span.end > start);
        active.push(*block);
        let mut ends: Vec<_> =
            active.iter().map(|other| other.span.end).filter(|end| *end - start >= min_block).collect();
        ends.sort_unstable();
        let Some(&end) = ends.first() else { continue };
        let span = Span { start, end };
        let new = (ends.len(), span.length(), span);
        let week = best.entry(span.day().monday()).or_insert(new);
        if (new.0, new.1) > (week.0, week.1) {
            *week = new;
        }
    }
    best.into_values()
        .filter(|(n_people, ..)| *n_people > 1)
        .map(|(_, _, span)| {
            let is_free = |block: &&Block| block.span.start <= span.start && span.end <= block.span.end;
            let mut people: Vec<StaffId> = usable.iter().filter(is_free).map(|block| block.staff).collect();
            people.sort_unstable();
            people.dedup();
            CommonSlot { branch, group: None, span, people }
        })
        .collect()
}

/// For each named group, every span of at least `min_block` in which all of its scheduled members are free.
fn groups(branch: BranchId, blocks: &[Block], study: &Study, min_block: Minutes) -> Vec<CommonSlot> {
    let mut slots = Vec::new();
    for (group, names) in &study.settings.groups {
        let is_member = |name: &str| {
            names.iter().any(|member| {
                member.trim().eq_ignore_ascii_case(name) || member.trim().to_lowercase() == name.to_lowercase()
            })
        };
        let mut members: Vec<StaffId> =
            blocks.iter().map(|block| block.staff).filter(|staff| is_member(&study.member(*staff).name)).collect();
        members.sort_unstable();
        members.dedup();
        if members.len() < 2 {
            continue;
        }
        let free_of = |staff: StaffId| {
            SpanSet::from_spans(blocks.iter().filter(|block| block.staff == staff).map(|block| block.span).collect())
        };
        let all = members[1..].iter().fold(free_of(members[0]), |all, member| all.intersection(&free_of(*member)));
        let long = all.spans().iter().filter(|span| span.length() >= min_block);
        slots.extend(long.map(|span| CommonSlot {
            branch,
            group: Some(group.clone()),
            span: *span,
            people: members.clone(),
        }));
    }
    slots
}
