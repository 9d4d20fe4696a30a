//! When are people free together? Pairs, departments, groups, and the best hour of each week. (Domain, section 6.)

use super::department_meetings::DepartmentMeetings;
use super::department_slots::{DepartmentSlot, WeekTally};
use super::departments::Departments;
use super::labels::PersonShown;
use super::public::is_named_department;
use super::results::Blocks;
use super::staff_time::Account;
use super::usable_blocks::{Usable, UsableBlocks};
use crate::study::{BranchId, StaffId, Study};
use crate::time::{Day, Minute, Minutes, Period, Span, SpanSet};

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

/// Room that is used again for the next branch.
#[derive(Debug, Default)]
pub struct SharedRoom {
    usable: UsableBlocks,
    tally: WeekTally,
}

/// Finds what the people of a branch share; `accounts` are theirs, in their order.
#[must_use]
pub fn shared_time(
    branch: BranchId,
    accounts: &[Account],
    shown: &[PersonShown],
    (study, period): (&Study, &Period),
    room: &mut SharedRoom,
) -> Shared {
    let min_block = Minutes(i64::from(study.settings.min_block));
    let people: &[StaffId] = &accounts.iter().map(|account| account.total.staff).collect::<Vec<StaffId>>();
    room.usable.find(accounts.iter().map(|account| &account.blocks), min_block);
    let usable = &room.usable.all;
    let departments = Departments::of(people, shown);
    let walk = Walk::through(usable, people.len(), min_block);
    let mut common = best_of_each_week(branch, people, usable, &walk.best);
    common.extend(groups(branch, accounts, study, min_block));
    let meetings = DepartmentMeetings::of((&departments, period), usable, min_block, &mut room.tally);
    let pairs = walk.pairs(branch, people);
    Shared {
        departments: department_times(branch, &departments, &pairs, &meetings),
        department_slots: meetings.slots(branch),
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
    let Some(first) = blocks.first() else { return Vec::new() };
    let min_block = Minutes(i64::from(min_block));
    let people: Vec<StaffId> = blocks.iter().map(|blocks| blocks.staff).collect();
    let mut room = SharedRoom::default();
    room.usable.find(blocks.iter(), min_block);
    let usable = &room.usable.all;
    let departments = Departments::of(&people, shown);
    let meetings = DepartmentMeetings::of((&departments, period), usable, min_block, &mut room.tally);
    let pairs = Walk::through(usable, people.len(), min_block).pairs(first.branch, &people);
    department_times(first.branch, &departments, &pairs, &meetings)
}

/// How many people a block is set against in one go.
const LANES: usize = 4;
/// The end of a block that is over for all that come: earlier than any time, and no overflow away from it.
const OVER: i32 = i32::MIN / 2;

/// Adds what a block shares with blocks of others that have these ends, where that is long enough. How many these are,
/// and the first end of all of them.
fn share(shared: &mut [i32], ends: &[i32], (start, end): (i32, i32), long_enough: i32) -> (i32, i32) {
    let (mut n_others, mut first_end) = ([0; LANES], [end; LANES]);
    let (shared, _) = shared.as_chunks_mut::<LANES>();
    for (shared, others) in shared.iter_mut().zip(ends.as_chunks::<LANES>().0) {
        // sums and bits alone, so that all lanes are done at once: a question for each, whose answer cannot be guessed,
        // would take longer
        for lane in 0..LANES {
            let until = lesser(end, others[lane]);
            let is_long = !if_negative(until - long_enough);
            shared[lane] += (until - start) & is_long;
            n_others[lane] -= is_long;
            first_end[lane] = lesser(first_end[lane], (until & is_long) | (end & !is_long));
        }
    }
    (n_others.iter().sum(), first_end.into_iter().fold(end, i32::min))
}

/// All bits where a number is negative, else none.
const fn if_negative(number: i32) -> i32 {
    number >> 31
}

/// The lesser of two times.
const fn lesser(a: i32, b: i32) -> i32 {
    a + ((b - a) & if_negative(b - a))
}

/// What is added up on the way through all usable blocks.
struct Walk {
    min_block: i32,
    /// By person: the end of the block that started last. With room for nobody, so that it is a multiple of [`LANES`].
    ends: Vec<i32>,
    /// By pair of people, in a square; a pair shares no more minutes than there are.
    shared: Vec<i32>,
    /// By week: how many people are free together, and when.
    best: Vec<(Day, usize, Span)>,
}

impl Walk {
    fn through(usable: &[Usable], n_people: usize, min_block: Minutes) -> Walk {
        let n = n_people.next_multiple_of(LANES);
        let min_block = i32::try_from(min_block.0).unwrap_or(i32::MAX).max(1);
        let mut walk = Walk { min_block, ends: vec![OVER; n], shared: vec![0; n * n], best: Vec::new() };
        usable.iter().for_each(|block| walk.meet(block));
        walk
    }

    /// Adds what a block shares with those that started before it, where that is long enough.
    fn meet(&mut self, block: &Usable) {
        let (n, person) = (self.ends.len(), block.person());
        let (start, end, long_enough) = (block.start.0, block.end.0, block.start.0.saturating_add(self.min_block));
        // the person's own block before this one is over
        self.ends[person] = OVER;
        let (n_others, first_end) = share(&mut self.shared[person * n..][..n], &self.ends, (start, end), long_enough);
        self.ends[person] = end;
        let span = Span { start: block.start, end: Minute(first_end) };
        self.keep_best(usize::try_from(n_others + 1).unwrap_or(1), span);
    }

    /// In each week, the span of at least `min_block` in which most people are free; of equals the longest, then the
    /// first.
    fn keep_best(&mut self, n_people: usize, span: Span) {
        match self.best.last_mut() {
            Some((monday, most, best)) if span.start < monday.plus(7).start() => {
                if (n_people, span.length()) > (*most, best.length()) {
                    (*most, *best) = (n_people, span);
                }
            }
            _ => self.best.push((span.day().monday(), n_people, span)),
        }
    }

    /// What each pair of people shares, by the first of them and then by the second.
    fn pairs(&self, branch: BranchId, people: &[StaffId]) -> Vec<PairTime> {
        let n = self.ends.len();
        let mut pairs = Vec::with_capacity(people.len() * people.len() / 2);
        for (at_a, &a) in people.iter().enumerate() {
            for (at_b, &b) in people.iter().enumerate().skip(at_a + 1) {
                let shared = Minutes(i64::from(self.shared[at_a * n + at_b]) + i64::from(self.shared[at_b * n + at_a]));
                pairs.push(PairTime { branch, a, b, shared });
            }
        }
        pairs
    }
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
fn best_of_each_week(
    branch: BranchId,
    people: &[StaffId],
    usable: &[Usable],
    best: &[(Day, usize, Span)],
) -> Vec<CommonSlot> {
    let slots = best.iter().filter(|(_, n_people, _)| *n_people > 1);
    let longest = usable.iter().map(|block| block.end - block.start).max().unwrap_or_default();
    slots
        .map(|(_, _, span)| CommonSlot {
            branch,
            group: None,
            span: *span,
            people: free_throughout(usable, *span, longest).into_iter().map(|person| people[person]).collect(),
        })
        .collect()
}

/// Who is free all of a span; `usable` is sorted by start, and no block in it is longer than `longest`.
fn free_throughout(usable: &[Usable], span: Span, longest: Minutes) -> Vec<usize> {
    let n_started = usable.partition_point(|block| block.start <= span.start);
    let started = usable[..n_started].iter().rev().take_while(|block| span.start - block.start < longest);
    let mut people: Vec<usize> = started.filter(|block| span.end <= block.end).map(Usable::person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// For each named group, every span of at least `min_block` in which all of its scheduled members are free.
fn groups(branch: BranchId, accounts: &[Account], study: &Study, min_block: Minutes) -> Vec<CommonSlot> {
    let mut slots = Vec::new();
    for (group, names) in &study.settings.groups {
        let is_member = |blocks: &&Blocks| {
            let name = &study.member(blocks.staff).name;
            let is_name = |member: &String| {
                member.trim().eq_ignore_ascii_case(name) || member.trim().to_lowercase() == name.to_lowercase()
            };
            !blocks.spans.is_empty() && names.iter().any(is_name)
        };
        let members: Vec<&Blocks> = accounts.iter().map(|account| &account.blocks).filter(is_member).collect();
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
