//! When could departments plan together, and which never can? Claims with the hours of the week, departments and counts of
//! people only.

use super::finding::{Finding, count};
use crate::analysis::{DepartmentSlot, DepartmentTime, Results};
use crate::say;
use crate::study::{BranchId, PeopleShown, time_span};
use crate::wording::{and_list, at_least_word, semicolon_list, weekday_name};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Pairs of departments that one sentence names.
pub(super) const MOST_NAMED: usize = 2;
/// Pairs of departments, or branches, of which the best time is told.
const MOST_TOLD: usize = 4;
/// Branches that one sentence names.
const MOST_BRANCHES: usize = 8;

/// The claims about departments beyond the one that opens the packet.
#[must_use]
pub fn department_findings(results: &Results) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(never(results));
    findings.extend(all_at_once(results));
    findings.extend(best_times(results));
    findings
}

/// Two departments that the files name.
pub(super) fn named_pairs(results: &Results) -> impl Iterator<Item = &DepartmentTime> {
    results.departments.iter().filter(|pair| pair.is_of_two_named())
}

/// Where, if there are several branches.
pub(super) fn at_branch(results: &Results, branch: BranchId) -> String {
    if results.shown.len() > 1 { say!("at-branch", branch = results.branch_name(branch)) } else { String::new() }
}

/// The first of some pairs of departments; the others are counted.
pub(super) fn listed(pairs: &[String]) -> String {
    let list = semicolon_list(pairs.iter().take(MOST_NAMED));
    let n_more = pairs.len().saturating_sub(MOST_NAMED);
    if n_more == 0 { list } else { say!("more-of", list = list, n = n_more) }
}

fn never(results: &Results) -> Option<Finding> {
    let all: Vec<&DepartmentTime> = named_pairs(results).collect();
    let never: Vec<&&DepartmentTime> = all.iter().filter(|pair| pair.any_pair.is_zero()).collect();
    let is_public = results.settings.people_shown == PeopleShown::Public;
    let said: Vec<String> = never
        .iter()
        .map(|pair| {
            let at = at_branch(results, pair.branch);
            if is_public {
                return say!("departments-never-of", a = &pair.a, b = &pair.b, place = at);
            }
            let people = |n: usize| say!("people", n = n);
            let (people_a, people_b) = (people(pair.n_people.0), people(pair.n_people.1));
            say!(
                "departments-never-people",
                a = &pair.a,
                b = &pair.b,
                people_a = people_a,
                people_b = people_b,
                place = at
            )
        })
        .collect();
    let list = listed(&said);
    (!never.is_empty()).then(|| {
        let sentence = say!("departments-never", n = never.len(), all = all.len(), list = list);
        Finding::new("departments_never", "department_overlap", (count(never.len()), "pairs"), sentence)
    })
}

/// When all departments could plan together, in branches that have three or more; not for the public, to whom it would
/// tell single people's hours.
fn all_at_once(results: &Results) -> Vec<Finding> {
    if results.settings.people_shown == PeopleShown::Public {
        return Vec::new();
    }
    let branches = results.departments.chunk_by(|a, b| a.branch == b.branch).filter_map(|pairs| {
        let named = pairs.iter().filter(|pair| pair.is_of_two_named());
        let departments: BTreeSet<&str> = named.flat_map(|pair| [pair.a.as_str(), pair.b.as_str()]).collect();
        (departments.len() > 2).then_some((pairs[0].branch, departments.len()))
    });
    let branches: Vec<(BranchId, usize, Option<&DepartmentSlot>)> =
        branches.map(|(branch, n)| (branch, n, best(results, branch, None))).collect();
    let mut findings = Vec::new();
    for (branch, n, slot) in
        branches.iter().filter_map(|(branch, n, slot)| Some((*branch, *n, (*slot)?))).take(MOST_TOLD)
    {
        let (place, time) = (at_branch(results, branch), time_of_week(results, slot));
        let sentence = say!("departments-all", n = n, place = place, time = time);
        findings.push(Finding::new("departments_all", "department_slots", (count(slot.n_dates), "dates"), sentence));
    }
    let never: Vec<BranchId> = branches.iter().filter(|(_, _, slot)| slot.is_none()).map(|found| found.0).collect();
    let sentence = match (&never[..], results.shown.len()) {
        ([], _) => return findings,
        ([_], 1) => say!("departments-all-never", n = branches[0].1),
        _ => {
            let names = and_list(never.iter().map(|branch| results.branch_name(*branch)), MOST_BRANCHES);
            say!("departments-all-never-at", n = never.len(), all = branches.len(), branches = names)
        }
    };
    let value = (count(never.len()), "branches");
    findings.push(Finding::new("departments_all", "department_overlap", value, sentence));
    findings
}

/// The hours of the week at which departments of a branch could plan together on the greatest number of dates; of equals the longest, then
/// the first.
fn best<'r>(results: &'r Results, branch: BranchId, departments: Option<(&str, &str)>) -> Option<&'r DepartmentSlot> {
    let slots = &results.department_slots;
    let first = slots.partition_point(|slot| slot.branch < branch);
    let of_branch = slots[first..].iter().take_while(|slot| slot.branch == branch);
    let own = of_branch.filter(|slot| slot.departments.as_ref().map(|(a, b)| (&**a, &**b)) == departments);
    own.max_by_key(|slot| (slot.n_dates, slot.length, Reverse((slot.weekday, slot.start))))
}

fn best_times(results: &Results) -> Option<Finding> {
    let mut least: Vec<&DepartmentTime> = named_pairs(results).filter(|pair| !pair.any_pair.is_zero()).collect();
    least.sort_by_key(|pair| pair.any_pair);
    let found: Vec<String> = least
        .into_iter()
        .filter_map(|pair| {
            let slot = best(results, pair.branch, Some((&pair.a, &pair.b)))?;
            let (at, time) = (at_branch(results, pair.branch), time_of_week(results, slot));
            Some(say!("departments-best-of", a = &pair.a, b = &pair.b, place = at, time = time))
        })
        .take(MOST_TOLD)
        .collect();
    (!found.is_empty()).then(|| {
        let sentence = say!("departments-best", min_block = results.settings.min_block, told = found.join(" "));
        Finding::new("departments_best", "department_slots", (count(found.len()), "pairs"), sentence)
    })
}

/// `Thursday 13:00-14:30 (5 of 6 weeks)`.
fn time_of_week(results: &Results, slot: &DepartmentSlot) -> String {
    let end = u16::try_from(i64::from(slot.start) + slot.length.0).unwrap_or(u16::MAX);
    say!(
        "department-time",
        weekday = weekday_name(slot.weekday),
        time = time_span(slot.start, end),
        least = at_least_word(results.is_at_least()),
        n = slot.n_dates,
        all = results.period.n_weekdays(slot.weekday),
    )
}
