//! When are people free together? Pairs, departments, groups, and the best hour of each week. (Domain, section 6.)

use super::best_hours::BestHour;
use super::day_bits::longest_unit_of_spans;
use super::department_meetings::DepartmentMeetings;
use super::department_slots::{DepartmentSlot, WeekTally};
use super::departments::Departments;
use super::labels::PersonShown;
use super::public::is_named_department;
use super::results::Blocks;
use super::staff_time::Account;
use super::together::Together;
use crate::study::{BranchId, StaffId, Study};
use crate::time::{Minutes, Period, Span, SpanSet};

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
    /// How many people the one has, and how many the other.
    pub n_people: (usize, usize),
    /// How many pairs of people there are.
    pub n_pairs: usize,
    /// How much, over all pairs.
    pub shared: Minutes,
    /// The same, counted once however many pairs share it.
    pub any_pair: Minutes,
}

impl DepartmentTime {
    /// Whether it is of two departments, each of them one that the library named.
    #[must_use]
    pub fn is_of_two_named(&self) -> bool {
        self.a != self.b && is_named_department(&self.a) && is_named_department(&self.b)
    }
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
    /// When departments could plan together.
    pub department_slots: Vec<DepartmentSlot>,
    /// Best times of groups and weeks.
    pub common: Vec<CommonSlot>,
}

/// Finds what the people of a branch share; `accounts` are theirs, in their order, and begin and end with a `unit` of
/// [`DayBits`](super::day_bits::DayBits). `tally` is room that is used again.
#[must_use]
pub fn shared_time(
    branch: BranchId,
    (accounts, unit): (&[Account], i32),
    shown: &[PersonShown],
    (study, period): (&Study, &Period),
    tally: &mut WeekTally,
) -> Shared {
    let min_block = Minutes(i64::from(study.settings.min_block));
    let blocks: Vec<&Blocks> = accounts.iter().map(|account| &account.blocks).collect();
    let people: Vec<StaffId> = blocks.iter().map(|own| own.staff).collect();
    let departments = Departments::of(&people, shown);
    let together = Together::of((&blocks, unit), min_block, (&departments, period), tally);
    let mut common = best_of_each_week(branch, &people, together.best);
    common.extend(groups(branch, &blocks, study, min_block));
    let pairs = pairs(branch, &people, &together.pairs);
    Shared {
        departments: department_times(branch, &departments, &pairs, &together.meetings),
        department_slots: together.meetings.slots(branch),
        pairs,
        common,
    }
}

/// What the departments of one branch share, from its people's blocks.
#[must_use]
pub fn departments_share(
    blocks: &[Blocks],
    shown: &[PersonShown],
    min_block: u16,
    period: &Period,
) -> Vec<DepartmentTime> {
    let Some(branch) = blocks.first().map(|first| first.branch) else { return Vec::new() };
    let blocks: Vec<&Blocks> = blocks.iter().collect();
    let people: Vec<StaffId> = blocks.iter().map(|own| own.staff).collect();
    let departments = Departments::of(&people, shown);
    let unit = longest_unit_of_spans(blocks.iter().map(|own| &own.spans[..]));
    let min_block = Minutes(i64::from(min_block));
    let together = Together::of((&blocks, unit), min_block, (&departments, period), &mut WeekTally::default());
    department_times(branch, &departments, &pairs(branch, &people, &together.pairs), &together.meetings)
}

/// What each pair of people shares, by the first of them and then by the second.
fn pairs(branch: BranchId, people: &[StaffId], shared: &[Minutes]) -> Vec<PairTime> {
    let pairs = people.iter().enumerate().flat_map(|(at, a)| people[at + 1..].iter().map(move |b| (*a, *b)));
    pairs.zip(shared).map(|((a, b), shared)| PairTime { branch, a, b, shared: *shared }).collect()
}

/// The same between departments. `pairs` are those of all people, by the first of them and then by the second.
fn department_times(
    branch: BranchId,
    departments: &Departments<'_>,
    pairs: &[PairTime],
    meetings: &DepartmentMeetings<'_>,
) -> Vec<DepartmentTime> {
    let n = departments.names.len();
    let mut sums = vec![(0, Minutes::ZERO); n * n];
    let n_people = departments.of_person.len();
    let places = (0..n_people).flat_map(|a| (a + 1..n_people).map(move |b| (a, b)));
    for ((a, b), pair) in places.zip(pairs) {
        let sum = &mut sums[departments.pair(a, b)];
        *sum = (sum.0 + 1, sum.1 + pair.shared);
    }
    let any = sums.into_iter().enumerate().filter(|(_, (n_pairs, _))| *n_pairs > 0);
    any.map(|(place, (n_pairs, shared))| DepartmentTime {
        branch,
        a: departments.names[place / n].to_owned(),
        b: departments.names[place % n].to_owned(),
        n_people: (departments.n_people(place / n), departments.n_people(place % n)),
        n_pairs,
        shared,
        any_pair: meetings.any_pair(place),
    })
    .collect()
}

/// The best span of each week, where several people are free in it.
fn best_of_each_week(branch: BranchId, people: &[StaffId], best: Vec<BestHour>) -> Vec<CommonSlot> {
    let slots = best.into_iter().filter(|best| best.people.len() > 1);
    slots
        .map(|BestHour { span, people: who, .. }| CommonSlot {
            branch,
            group: None,
            span,
            people: who.into_iter().map(|person| people[person]).collect(),
        })
        .collect()
}

/// For each named group, every span of at least `min_block` in which all of its scheduled members are free.
fn groups(branch: BranchId, blocks: &[&Blocks], study: &Study, min_block: Minutes) -> Vec<CommonSlot> {
    let mut slots = Vec::new();
    for (group, names) in &study.settings.groups {
        let is_member = |blocks: &&Blocks| {
            let name = &study.member(blocks.staff).name;
            let is_name = |member: &String| {
                member.trim().eq_ignore_ascii_case(name) || member.trim().to_lowercase() == name.to_lowercase()
            };
            !blocks.spans.is_empty() && names.iter().any(is_name)
        };
        let members: Vec<&Blocks> = blocks.iter().copied().filter(is_member).collect();
        if members.len() < 2 {
            continue;
        }
        let free_of = |blocks: &Blocks| SpanSet::from_spans(blocks.spans.clone());
        let all = members[1..].iter().fold(free_of(members[0]), |all, member| all.intersection(&free_of(member)));
        let long = all.spans().iter().filter(|span| span.length() >= min_block);
        slots.extend(long.map(|span| CommonSlot {
            branch,
            group: Some(group.clone()),
            span: *span,
            people: members.iter().map(|blocks| blocks.staff).collect(),
        }));
    }
    slots
}
