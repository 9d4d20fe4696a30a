//! What does each change of the best schedule do, and what does it win? One sentence for each kind of date.

use super::wording::{and_list, hours};
use crate::analysis::{Outcome, Results};
use crate::scenario::best_schedule::{BestSchedule, Reassignment, Status};
use crate::study::{DeskId, StaffId, StakeholderId};
use crate::time::{Minutes, WEEKDAY_NAMES};
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
    let clock = crate::time::ClockTime;
    let who = |staff: StaffId| results.person(staff).label.as_str();
    let dates = if sum.n_dates == 1 { "one date".to_owned() } else { format!("{} dates", sum.n_dates) };
    let when = format!("{} {}-{}, {dates}", WEEKDAY_NAMES[*weekday], clock(*start), clock(*end));
    let what = match to {
        Some(to) => format!("{} takes {} from {}", who(*to), results.desk_name(*desk), who(*from)),
        None => format!("{} leaves {}, which is above its minimum", who(*from), results.desk_name(*desk)),
    };
    let name = |id: &StakeholderId| results.stakeholder(*id).name.as_str();
    let wins: Vec<String> = sum
        .wins
        .iter()
        .map(|(id, won)| format!("{} a week of {}’s time", hours(results.period.hours_a_week(*won)), name(id)))
        .collect();
    let why = if wins.is_empty() {
        let mut supports: Vec<&str> = sum.supports.iter().map(name).collect();
        supports.sort_unstable();
        supports.dedup();
        format!("it keeps desk time in balance for changes that {} needs", and_list(&supports, 3))
    } else {
        format!("needed for {}", and_list(&wins.iter().map(String::as_str).collect::<Vec<&str>>(), 3))
    };
    format!("{when}: {what}; {why}.")
}

/// What the search found, and how sure it is. `then` is all partner time that the analysis finds reachable with it, that
/// of dates on which no desk turn could change anything included; `handed` the desk time that is handed on or given up.
#[must_use]
pub fn best_schedule_sentences(
    results: &Results,
    best: &BestSchedule,
    (then, handed): (Minutes, Minutes),
) -> Vec<String> {
    let week = |minutes: Minutes| hours(results.period.hours_a_week(minutes));
    let today = results.outcome_totals().of(Outcome::Reachable);
    if best.moved.is_zero() {
        let sure = match best.status {
            Status::Proven => "It is proven that other desk turns within these rules would win nothing.",
            _ => "No desk turns were found that would win more; that is not proven.",
        };
        return vec![format!("Of partner time, {} a week are within reach today. {sure}", week(today))];
    }
    vec![
        format!(
            "With other desk turns, {} a week of partner time are within reach; today it is {}. For that, {} a week of desk time are handed on or given up.",
            week(then),
            week(today),
            week(handed)
        ),
        sureness(best),
        "Several changes may be needed for the same hours: what each line names would be lost without it.".to_owned(),
    ]
}

fn sureness(best: &BestSchedule) -> String {
    match best.status {
        Status::Proven => "It is proven that no schedule within these rules that moves as little is better.".to_owned(),
        Status::Within(share) => format!(
            "At most {:.1} % more could be possible within these rules; a longer --time-limit may find it.",
            super::wording::rounded(share * 100.0, 10.0)
        ),
        Status::BestFound => {
            "It is the best that was found in the time, and not proven to be the best there is.".to_owned()
        }
    }
}
