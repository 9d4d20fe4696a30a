//! What does each change of the best schedule do, and what does it win? One sentence for each kind of date.

use super::wording::hours_a_week;
use crate::analysis::{Outcome, Results};
use crate::say;
use crate::scenario::best_schedule::{BestSchedule, Reassignment, Status};
use crate::study::{DeskId, StaffId, StakeholderId, time_span};
use crate::time::{Minutes, WEEKDAY_NAMES};
use crate::wording::{and_list, number};
use std::collections::BTreeMap;

/// The same change on every date on which it is made.
type Key = (usize, (u16, u16), DeskId, StaffId, Option<StaffId>);

/// What the same change wins on all its dates.
#[derive(Default)]
struct Sum {
    n_dates: usize,
    wins: BTreeMap<StakeholderId, Minutes>,
    supports: Vec<StakeholderId>,
}

/// Each change of a best schedule with the partner time that hangs on it, the most first.
#[must_use]
pub fn reassignment_sentences(results: &Results, reassignments: &[Reassignment]) -> Vec<String> {
    let mut sums: BTreeMap<Key, Sum> = BTreeMap::new();
    for one in reassignments {
        let (start, end) = one.span.clock_times();
        let key = (one.span.day().weekday(), (start.0, end.0), one.desk, one.from, one.to);
        let sum = sums.entry(key).or_default();
        sum.n_dates += 1;
        for (who, won) in &one.wins {
            *sum.wins.entry(*who).or_default() += *won;
        }
        sum.supports.extend(&one.supports);
    }
    let mut found: Vec<(Key, Sum)> = sums.into_iter().collect();
    let won = |sum: &Sum| sum.wins.values().copied().sum::<Minutes>();
    found.sort_by_key(|(key, sum)| (std::cmp::Reverse(won(sum)), *key));
    found.iter().map(|(key, sum)| sentence(results, key, sum)).collect()
}

fn sentence(results: &Results, (weekday, (start, end), desk, from, to): &Key, sum: &Sum) -> String {
    let who = |staff: StaffId| results.person(staff).label.as_str();
    let desk = results.desk_name(*desk);
    let what = match to {
        Some(to) => say!("handed-on", to = who(*to), desk = desk, from = who(*from)),
        None => say!("handed-up", from = who(*from), desk = desk),
    };
    say!(
        "handed",
        weekday = WEEKDAY_NAMES[*weekday],
        time = time_span(*start, *end),
        n = sum.n_dates,
        what = what,
        why = why(results, sum),
    )
}

/// What hangs on a change.
fn why(results: &Results, sum: &Sum) -> String {
    let name = |id: &StakeholderId| results.stakeholder(*id).name.as_str();
    if sum.wins.is_empty() {
        let mut supports: Vec<&str> = sum.supports.iter().map(name).collect();
        supports.sort_unstable();
        supports.dedup();
        return say!("handed-supports", partners = and_list(&supports, 3));
    }
    let wins = sum.wins.iter();
    let wins = wins.map(|(id, won)| say!("handed-win", hours = hours_a_week(results, *won), partner = name(id)));
    say!("handed-wins", wins = and_list(wins, 3))
}

/// What the search found, and how sure it is. `then` is all partner time that the analysis finds reachable with it, that
/// of dates on which no desk turn could change anything included; `handed` the desk time that is handed on or given up.
#[must_use]
pub fn best_schedule_sentences(
    results: &Results,
    best: &BestSchedule,
    (then, handed): (Minutes, Minutes),
) -> Vec<String> {
    let week = |minutes: Minutes| hours_a_week(results, minutes);
    let today = results.outcome_totals().of(Outcome::Reachable);
    if best.moved.is_zero() {
        let sure = match best.status {
            Status::Proven => say!("best-nothing-proven"),
            _ => say!("best-nothing-found"),
        };
        return vec![[say!("best-today", today = week(today)), sure].join(" ")];
    }
    vec![
        say!("best-found", then = week(then), today = week(today), handed = week(handed)),
        sureness(best),
        say!("best-several"),
    ]
}

fn sureness(best: &BestSchedule) -> String {
    match best.status {
        Status::Proven => say!("best-proven"),
        Status::Within(share) => say!("best-within", share = number(share * 100.0, 1)),
        Status::BestFound => say!("best-not-proven"),
    }
}
