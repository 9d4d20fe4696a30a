//! When are people free together? Pairs, departments, groups, and the best hour of each week. (Domain, section 6.)

use super::labels::PersonShown;
use super::results::Block;
use crate::study::{BranchId, StaffId, Study};
use crate::time::{Day, Minutes, Span, SpanSet};

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

/// Finds what is shared. `blocks` are those of the branch; `people`, in order, work there.
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
    let departments = Departments::of(people, shown);
    let n = people.len();
    let mut shared = vec![Minutes::ZERO; n * n];
    let n_departments = departments.names.len();
    let mut together: Vec<Vec<Span>> = vec![Vec::new(); n_departments * n_departments];
    for_each_overlap(&usable, min_block, |a, b, span| {
        let (a, b) = (people.binary_search(&a).unwrap_or(0), people.binary_search(&b).unwrap_or(0));
        shared[a.min(b) * n + a.max(b)] += span.length();
        together[departments.pair(a, b)].push(span);
    });
    let pairs: Vec<(usize, usize)> = (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))).collect();
    let mut sums = vec![(0, Minutes::ZERO); n_departments * n_departments];
    for &(a, b) in &pairs {
        let sum = &mut sums[departments.pair(a, b)];
        *sum = (sum.0 + 1, sum.1 + shared[a * n + b]);
    }
    let named = sums.into_iter().zip(together).enumerate().filter(|(_, ((n_pairs, _), _))| *n_pairs > 0);
    let mut common = best_of_each_week(branch, &usable, min_block);
    common.extend(groups(branch, blocks, study, min_block));
    Shared {
        pairs: pairs
            .iter()
            .map(|&(a, b)| PairTime { branch, a: people[a], b: people[b], shared: shared[a * n + b] })
            .collect(),
        departments: named
            .map(|(at, ((n_pairs, shared), spans))| DepartmentTime {
                branch,
                a: departments.names[at / n_departments].to_owned(),
                b: departments.names[at % n_departments].to_owned(),
                n_pairs,
                shared,
                any_pair: SpanSet::from_spans(spans).length(),
            })
            .collect(),
        common,
    }
}

/// The departments of a branch's people, in order of their names.
struct Departments<'a> {
    names: Vec<&'a str>,
    of_person: Vec<usize>,
}

impl<'a> Departments<'a> {
    fn of(people: &[StaffId], shown: &'a [PersonShown]) -> Departments<'a> {
        let of = |staff: &StaffId| shown[staff.index()].department.as_str();
        let mut names: Vec<&str> = people.iter().map(of).collect();
        names.sort_unstable();
        names.dedup();
        let of_person = people.iter().map(|staff| names.binary_search(&of(staff)).unwrap_or(0)).collect();
        Departments { names, of_person }
    }

    /// The place of two people's departments, the first by name first, in a square of departments.
    fn pair(&self, a: usize, b: usize) -> usize {
        let (a, b) = (self.of_person[a], self.of_person[b]);
        a.min(b) * self.names.len() + a.max(b)
    }
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
    let mut best: Vec<(Day, usize, Span)> = Vec::new();
    let mut active: Vec<Block> = Vec::new();
    for block in usable {
        let start = block.span.start;
        active.retain(|other| other.span.end > start);
        active.push(*block);
        let ends = || active.iter().map(|other| other.span.end).filter(|end| *end - start >= min_block);
        let (n_people, Some(end)) = (ends().count(), ends().min()) else { continue };
        let (monday, span) = (block.span.day().monday(), Span { start, end });
        match best.last_mut() {
            Some(week) if week.0 == monday => {
                if (n_people, span.length()) > (week.1, week.2.length()) {
                    *week = (monday, n_people, span);
                }
            }
            _ => best.push((monday, n_people, span)),
        }
    }
    let slots = best.into_iter().filter(|(_, n_people, _)| *n_people > 1);
    slots.map(|(_, _, span)| CommonSlot { branch, group: None, span, people: free_throughout(usable, span) }).collect()
}

/// Who is free all of a span; `usable` is sorted by start.
fn free_throughout(usable: &[Block], span: Span) -> Vec<StaffId> {
    let n_started = usable.partition_point(|block| block.span.start <= span.start);
    let mut people: Vec<StaffId> = Vec::new();
    for block in usable[..n_started].iter().rev().take_while(|block| span.start - block.span.start < LONGEST_BLOCK) {
        if span.end <= block.span.end {
            people.push(block.staff);
        }
    }
    people.sort_unstable();
    people.dedup();
    people
}

/// No block is longer than the longest period that is looked back for: two weeks without a break.
const LONGEST_BLOCK: Minutes = Minutes(14 * 1440);

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
