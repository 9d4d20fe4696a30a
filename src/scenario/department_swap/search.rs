//! Which swap is the best for each two departments that never plan together, or least? The best are tried until one holds.

use super::candidate::{Candidate, DayOfTwo};
use crate::analysis::{DepartmentTime, LEAST_PEOPLE, Outcome, Results, analyze_in};
use crate::scenario::building::short_of_people;
use crate::scenario::day_study::{DayStudy, day_studies};
use crate::scenario::draft::Draft;
use crate::scenario::on_days::on_days;
use crate::scenario::parts::{Part, parts};
use crate::scenario::unlock::{Trial, timeless, whole_change};
use crate::study::{Action, Activity, BranchId, Change, PeopleShown, Study};
use crate::time::{Day, Minutes, Period};
use std::cell::OnceCell;
use std::cmp::Reverse;

/// Pairs of departments for which a swap is searched, those with the least time together first.
const MOST_PAIRS: usize = 12;
/// Steps of looking for one pair, on all kinds of days together: a branch of forty people is looked through in part.
const MOST_STEPS: usize = 400_000;
/// Moves and swaps of one kind of day that are kept, the ones that gain most first.
const MOST_KEPT: usize = 200;
/// Changes that are tried on the whole study for one pair.
const MOST_TRIED: usize = 24;
/// Rows of a study beyond which nothing is searched.
const MOST_ROWS: usize = 200_000;

/// Two departments of a branch, and what they share over the period today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentPair {
    /// Where.
    pub branch: BranchId,
    /// The one department.
    pub a: String,
    /// The other.
    pub b: String,
    /// Time together today.
    pub before: Minutes,
}

/// What gives two departments more time together.
#[derive(Clone, Debug, PartialEq)]
pub struct DepartmentSwap {
    /// Which departments.
    pub wish: DepartmentPair,
    /// The change, once for each kind of date on which it holds.
    pub changes: Vec<Change>,
    /// Time together then, over the period.
    pub after: Minutes,
    /// Desk time that changes hands over the period, both ways.
    pub moved: Minutes,
    /// On how many dates.
    pub n_dates: usize,
}

/// What was searched and found.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct DepartmentSwaps {
    /// The best swap of each two departments that have one.
    pub found: Vec<DepartmentSwap>,
    /// Departments for which none was found.
    pub without: Vec<DepartmentPair>,
    /// How many moves and swaps would give time together, before anything else is asked of them.
    pub n_weighed: usize,
    /// How many pairs of departments were left out, because there are so many.
    pub n_pairs_left_out: usize,
    /// Whether every move and swap of these pairs was weighed.
    pub is_whole: bool,
    /// Whether the study is so large that nothing was searched.
    pub is_too_large: bool,
}

/// Searches the best move or swap for each two departments that never plan together; in a branch where all do, for the
/// two with the least time together.
#[must_use]
pub fn department_swaps(study: &Study, results: &Results) -> DepartmentSwaps {
    let mut wishes = wishes(results);
    let mut swaps = DepartmentSwaps { is_whole: true, ..DepartmentSwaps::default() };
    if wishes.is_empty() {
        return swaps;
    }
    if study.n_schedule_rows() > MOST_ROWS {
        return DepartmentSwaps { is_too_large: true, ..swaps };
    }
    swaps.n_pairs_left_out = wishes.len().saturating_sub(MOST_PAIRS);
    wishes.truncate(MOST_PAIRS);
    let mut branches: Vec<BranchId> = wishes.iter().map(|wish| wish.branch).collect();
    branches.sort_unstable();
    branches.dedup();
    for mut part in parts(study, &branches) {
        // departments of single people are told apart here, and told to nobody
        if part.study.settings.people_shown == PeopleShown::Public {
            part.study.settings.people_shown = PeopleShown::Roles;
        }
        let before = Whole::of(&part.study, &results.period, &part.branches);
        for branch in part.branches.iter().filter(|branch| branches.contains(branch)) {
            let days = day_studies(&part.study, &results.period, *branch);
            let bases: Vec<OnceCell<Option<Trial>>> = days.iter().map(|_| OnceCell::new()).collect();
            for wish in wishes.iter().filter(|wish| wish.branch == *branch) {
                let search =
                    Search { part: &part, period: &results.period, before: &before, days: &days, bases: &bases, wish };
                match search.best(&mut swaps) {
                    Some(swap) => swaps.found.push(swap),
                    None => swaps.without.push(wish.clone()),
                }
            }
        }
    }
    swaps
}

/// Departments that never meet; of a branch without such, the two that meet least. The least time together first.
fn wishes(results: &Results) -> Vec<DepartmentPair> {
    let is_public = results.settings.people_shown == PeopleShown::Public;
    let is_told = |pair: &&DepartmentTime| {
        // in a packet for the public, nobody can be told by a department
        pair.is_of_two_named() && !(is_public && (pair.n_people.0 < LEAST_PEOPLE || pair.n_people.1 < LEAST_PEOPLE))
    };
    let mut wishes: Vec<DepartmentPair> = Vec::new();
    for &branch in &results.shown {
        let pairs: Vec<&DepartmentTime> =
            results.departments.iter().filter(|pair| pair.branch == branch).filter(is_told).collect();
        let least = pairs.iter().map(|pair| pair.any_pair).min().unwrap_or_default();
        let first = pairs.iter().position(|pair| pair.any_pair == least);
        for (at, pair) in pairs.iter().enumerate() {
            if pair.any_pair.is_zero() || Some(at) == first {
                wishes.push(DepartmentPair { branch, a: pair.a.clone(), b: pair.b.clone(), before: pair.any_pair });
            }
        }
    }
    wishes.sort_by_key(|wish| wish.before);
    wishes
}

/// A study with what must not become worse in it.
struct Whole {
    results: Results,
    short_of_people: Minutes,
}

impl Whole {
    fn of(study: &Study, period: &Period, branches: &[BranchId]) -> Whole {
        let mut draft = Draft::new(study, period);
        let short_of_people = branches.iter().map(|branch| short_of_people(&mut draft, *branch)).sum();
        Whole { results: analyze_in(study, period.clone()), short_of_people }
    }

    fn shared(&self, wish: &DepartmentPair) -> Minutes {
        let is_of = |pair: &&DepartmentTime| pair.branch == wish.branch && pair.a == wish.a && pair.b == wish.b;
        self.results.departments.iter().find(is_of).map_or(Minutes::ZERO, |pair| pair.any_pair)
    }

    /// Whether desks and buildings have the people that they need as much as before, no partner and no two departments
    /// have less time, meals are as long, nobody is booked twice more often and no stint is too long more often.
    fn is_no_worse_than(&self, before: &Whole) -> bool {
        let (now, then) = (&self.results, &before.results);
        let desks = now.desk_cover.iter().zip(&then.desk_cover);
        let partners = now.outcomes.iter().zip(&then.outcomes);
        let departments = now.departments.iter().zip(&then.departments);
        let n_long = |results: &Results| results.staff_time.iter().map(|one| one.n_long_stints).sum::<usize>();
        let meals = |results: &Results| results.time_on(Activity::Meal);
        now.desk_cover.len() == then.desk_cover.len()
            && now.departments.len() == then.departments.len()
            && desks.into_iter().all(|(now, then)| now.missing_person <= then.missing_person)
            && partners
                .into_iter()
                .all(|(now, then)| now.total.of(Outcome::Reachable) >= then.total.of(Outcome::Reachable))
            && departments.into_iter().all(|(now, then)| !now.is_of_two_named() || now.any_pair >= then.any_pair)
            && self.short_of_people <= before.short_of_people
            && now.conflicts.len() <= then.conflicts.len()
            && n_long(now) <= n_long(then)
            && meals(now) == meals(then)
    }
}

/// The search for two departments.
struct Search<'a> {
    part: &'a Part,
    period: &'a Period,
    before: &'a Whole,
    days: &'a [DayStudy],
    /// Each day as it is, once it is asked for.
    bases: &'a [OnceCell<Option<Trial>>],
    wish: &'a DepartmentPair,
}

/// The same change on the kinds of days of one weekday.
struct Weighed {
    change: Change,
    /// What it does, whatever the date.
    action: Action,
    weekday: usize,
    /// Kinds of days on which it gains time, and how much in all on each.
    kinds: Vec<(usize, Candidate, Minutes)>,
}

impl Weighed {
    fn gain(&self) -> Minutes {
        self.kinds.iter().map(|(.., gain)| *gain).sum()
    }
}

impl Search<'_> {
    /// The change that gains most over the period; of equals the one that moves least, then the first in the week.
    fn best(&self, swaps: &mut DepartmentSwaps) -> Option<DepartmentSwap> {
        if self.before.shared(self.wish) != self.wish.before {
            return None;
        }
        let mut weighed = self.weighed(swaps);
        let order = |one: &Weighed| (Reverse(one.gain()), one.kinds[0].1.moved, one.weekday, one.change.when.time);
        weighed.sort_by_key(order);
        let mut best: Option<DepartmentSwap> = None;
        for one in weighed.into_iter().take(MOST_TRIED) {
            let is_beaten = best.as_ref().is_some_and(|best| best.after - best.wish.before >= one.gain());
            if is_beaten {
                break;
            }
            if let Some(swap) = self.tried(one)
                && best.as_ref().is_none_or(|best| swap.after > best.after)
            {
                best = Some(swap);
            }
        }
        best
    }

    fn weighed(&self, swaps: &mut DepartmentSwaps) -> Vec<Weighed> {
        let mut weighed: Vec<Weighed> = Vec::new();
        let n_steps = MOST_STEPS / self.days.len().max(1);
        for (kind, day) in self.days.iter().enumerate() {
            let Some(of_two) = DayOfTwo::of(day, [&self.wish.a, &self.wish.b]) else { continue };
            let (mut n_left, mut found) = (n_steps, Vec::new());
            of_two.candidates(&mut n_left, &mut found);
            swaps.is_whole &= n_left > 0;
            swaps.n_weighed += found.len();
            found.sort_by_key(|candidate| (Reverse(candidate.gain), candidate.moved, candidate.change.when.time));
            for candidate in found.into_iter().take(MOST_KEPT) {
                let n_days = i64::try_from(day.days.len()).unwrap_or(0);
                let (change, weekday) = (whole_change(day, candidate.change.clone()), day.day.weekday());
                let gain = Minutes(candidate.gain.0 * n_days);
                let action = timeless(&change).action;
                let is_same = |other: &&mut Weighed| {
                    (other.weekday, other.change.when.time) == (weekday, change.when.time) && other.action == action
                };
                match weighed.iter_mut().find(is_same) {
                    Some(other) => other.kinds.push((kind, candidate, gain)),
                    None => weighed.push(Weighed { change, action, weekday, kinds: vec![(kind, candidate, gain)] }),
                }
            }
        }
        weighed
    }

    /// Tries a change on each kind of its days, then on all of them in the whole study; none where it does not hold.
    fn tried(&self, mut one: Weighed) -> Option<DepartmentSwap> {
        one.kinds.retain(|(kind, candidate, _)| {
            let day = &self.days[*kind];
            let base = self.bases[*kind].get_or_init(|| Trial::of(day, None)).as_ref();
            base.zip(Trial::of(day, Some(&candidate.change)))
                .is_some_and(|(base, trial)| trial.is_no_worse_than(base) && trial.reach() >= base.reach())
        });
        let mut days: Vec<Day> = one.kinds.iter().flat_map(|(kind, ..)| self.days[*kind].days.clone()).collect();
        days.sort_unstable();
        let moved_a_day = one.kinds.first()?.1.moved;
        let (changes, applied) = on_days(&self.part.study, self.period, &one.change, &days)?;
        let after = Whole::of(&applied.study, self.period, &self.part.branches);
        let shared = after.shared(self.wish);
        let is_kept = shared > self.wish.before && after.is_no_worse_than(self.before);
        let moved = Minutes(moved_a_day.0 * i64::try_from(days.len()).unwrap_or(0));
        let wish = self.wish.clone();
        is_kept.then_some(DepartmentSwap { wish, changes, after: shared, moved, n_dates: days.len() })
    }
}
