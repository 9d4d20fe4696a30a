//! When are people free together? Pairs, departments, groups, and the best hour of each week. (Domain, section 6.)

use super::counting_sort::sort_by_number;
use super::department_slots::{DepartmentSlot, MeetingDay, Starts, WeekTally};
use super::departments::Departments;
use super::labels::PersonShown;
use super::public::is_named_department;
use super::results::Blocks;
use super::staff_time::Account;
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

/// A usable block, with its person's place among the branch's people.
#[derive(Clone, Copy, Debug)]
struct Usable {
    person: u32,
    start: Minute,
    end: Minute,
}

impl Usable {
    fn person(&self) -> usize {
        usize::try_from(self.person).unwrap_or(0)
    }
}

/// Room that is used again for the next branch.
#[derive(Debug, Default)]
pub struct SharedRoom {
    usable: Vec<Usable>,
    spare: Vec<Usable>,
    starts: Vec<Starts>,
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
    find_usable_blocks(accounts.iter().map(|account| &account.blocks), min_block, room);
    let SharedRoom { usable, starts, tally, .. } = room;
    let departments = Departments::of(people, shown);
    let mut walk = Walk::of((&departments, period), people.len(), min_block, starts);
    usable.iter().for_each(|block| walk.meet(block));
    let mut common = best_of_each_week(branch, people, usable, &walk.best);
    common.extend(groups(branch, accounts, study, min_block));
    let department_slots = walk.department_slots(branch, tally);
    let (pairs, departments) = walk.sums(branch, people);
    Shared { pairs, departments, department_slots, common }
}

/// What the departments of one branch share, from its people's blocks.
#[must_use]
pub fn department_times(
    blocks: &[Blocks],
    shown: &[PersonShown],
    min_block: u16,
    period: &Period,
) -> Vec<DepartmentTime> {
    let Some(first) = blocks.first() else { return Vec::new() };
    let min_block = Minutes(i64::from(min_block));
    let people: Vec<StaffId> = blocks.iter().map(|blocks| blocks.staff).collect();
    let mut room = SharedRoom::default();
    find_usable_blocks(blocks.iter(), min_block, &mut room);
    let departments = Departments::of(&people, shown);
    let mut walk = Walk::of((&departments, period), people.len(), min_block, &mut room.starts);
    room.usable.iter().for_each(|block| walk.meet(block));
    walk.sums(first.branch, &people).1
}

/// All blocks of at least `min_block`, in the order of their starts.
fn find_usable_blocks<'b>(blocks: impl Iterator<Item = &'b Blocks>, min_block: Minutes, room: &mut SharedRoom) {
    let usable = &mut room.usable;
    usable.clear();
    for (person, blocks) in (0..).zip(blocks) {
        let long = blocks.spans.iter().filter(|span| span.length() >= min_block);
        usable.extend(long.map(|span| Usable { person, start: span.start, end: span.end }));
    }
    sort_by_number(usable, &mut room.spare, |block| block.start.0);
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
struct Walk<'a> {
    departments: &'a Departments<'a>,
    period: &'a Period,
    min_block: i32,
    /// By person: the end of the block that started last. Two of one person never overlap. With room for nobody, so that
    /// it is a multiple of [`LANES`].
    ends: Vec<i32>,
    /// By pair of people, in a square; a pair shares no more minutes than there are.
    shared: Vec<i32>,
    /// By department: the latest end of a block of its people.
    latest: Vec<i32>,
    /// By pair of departments, in a square: when a meeting could start; at the end, the same for all departments at once.
    starts: &'a mut [Starts],
    /// The day on which the block begins.
    day: MeetingDay,
    /// By week: how many people are free together, and when.
    best: Vec<(Day, usize, Span)>,
}

impl<'a> Walk<'a> {
    fn of(
        (departments, period): (&'a Departments<'a>, &'a Period),
        n_people: usize,
        min_block: Minutes,
        starts: &'a mut Vec<Starts>,
    ) -> Walk<'a> {
        let n_departments = departments.names.len();
        let n_starts = n_departments * n_departments + 1;
        let min_block = i32::try_from(min_block.0).unwrap_or(i32::MAX).max(1);
        let n = n_people.next_multiple_of(LANES);
        starts.resize(n_starts.max(starts.len()), Starts::of(min_block));
        starts[..n_starts].iter_mut().for_each(|starts| starts.begin(min_block));
        Walk {
            departments,
            period,
            min_block,
            ends: vec![OVER; n],
            shared: vec![0; n * n],
            latest: vec![i32::MIN; n_departments],
            starts: &mut starts[..n_starts],
            day: MeetingDay::of(0, period),
            best: Vec::new(),
        }
    }

    /// Adds what a block shares with those that started before it, where that is long enough.
    fn meet(&mut self, block: &Usable) {
        let (n, person) = (self.ends.len(), block.person());
        let (start, end, long_enough) = (block.start.0, block.end.0, block.start.0.saturating_add(self.min_block));
        // the person's own block before this one is over
        self.ends[person] = OVER;
        let (n_others, first_end) = share(&mut self.shared[person * n..][..n], &self.ends, (start, end), long_enough);
        self.ends[person] = end;
        self.meet_departments(block, long_enough);
        let span = Span { start: block.start, end: Minute(first_end) };
        self.keep_best(usize::try_from(n_others + 1).unwrap_or(1), span);
    }

    /// Adds the same by department. All of it starts with the block, so that what two departments share comes in the
    /// order of its starts.
    fn meet_departments(&mut self, block: &Usable, long_enough: i32) {
        let Departments { of_person, is_named, n_named, .. } = self.departments;
        let own = of_person[block.person()];
        let places = self.departments.places_of(own);
        let (start, last) = (block.start.0, block.end.0 - self.min_block);
        self.day.go_to(start, self.period);
        let day = self.day;
        // whoever of a department is free longest shares the block longest; the person's own blocks before it are over
        for (latest, places) in self.latest.chunks(64).zip(places.chunks(64)) {
            // all are asked first, a bit for each: most often few are free
            let is_free = |at: usize| u64::from(latest[at] >= long_enough) << at;
            let mut free = (0..latest.len()).fold(0, |free, at| free | is_free(at));
            while free != 0 {
                let at = usize::try_from(free.trailing_zeros()).unwrap_or(0);
                free &= free - 1;
                self.starts[places[at]].add((start, last.min(latest[at] - self.min_block)), day, self.period);
            }
        }
        // where two departments are all, they are a pair
        if *n_named > 2 && is_named[own] {
            let is_other = |(department, _): &(usize, &i32)| is_named[*department] && *department != own;
            // until when somebody of every other department is free
            let all = self.latest.iter().enumerate().filter(is_other).map(|(_, latest)| *latest).min();
            if let (Some(all), Some(starts)) = (all.filter(|all| *all >= long_enough), self.starts.last_mut()) {
                starts.add((start, last.min(all - self.min_block)), day, self.period);
            }
        }
        self.latest[own] = self.latest[own].max(block.end.0);
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

    /// When departments could plan together: two that are named, and all of them where they are more than two.
    fn department_slots(&mut self, branch: BranchId, tally: &mut WeekTally) -> Vec<DepartmentSlot> {
        let Departments { names, is_named, .. } = self.departments;
        let named: Vec<usize> = (0..names.len()).filter(|at| is_named[*at]).collect();
        let mut slots = Vec::new();
        for (nth, &a) in named.iter().enumerate() {
            for &b in &named[nth + 1..] {
                let pair = (names[a].to_owned(), names[b].to_owned());
                slots.extend(self.starts[a * names.len() + b].slots(branch, Some(&pair), self.period, tally));
            }
        }
        let of_all = self.starts.last_mut().map(|starts| starts.slots(branch, None, self.period, tally));
        slots.extend(of_all.unwrap_or_default());
        slots
    }

    fn sums(&mut self, branch: BranchId, people: &[StaffId]) -> (Vec<PairTime>, Vec<DepartmentTime>) {
        let n_departments = self.departments.names.len();
        let mut sums = vec![(0, Minutes::ZERO); n_departments * n_departments];
        let (n, n_people) = (self.ends.len(), people.len());
        let mut pairs = Vec::with_capacity(n_people * n_people / 2);
        for a in 0..n_people {
            for b in a + 1..n_people {
                let shared = Minutes(i64::from(self.shared[a * n + b]) + i64::from(self.shared[b * n + a]));
                let sum = &mut sums[self.departments.pair(a, b)];
                *sum = (sum.0 + 1, sum.1 + shared);
                pairs.push(PairTime { branch, a: people[a], b: people[b], shared });
            }
        }
        let named = sums.into_iter().zip(&mut *self.starts).enumerate().filter(|(_, ((n_pairs, _), _))| *n_pairs > 0);
        let departments = named.map(|(at, ((n_pairs, shared), starts))| DepartmentTime {
            branch,
            a: self.departments.names[at / n_departments].to_owned(),
            b: self.departments.names[at % n_departments].to_owned(),
            n_people: (self.departments.n_people(at / n_departments), self.departments.n_people(at % n_departments)),
            n_pairs,
            shared,
            any_pair: starts.total(self.period),
        });
        (pairs, departments.collect())
    }
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
