//! When could departments plan together, and which never can? Claims with the hours of the week, departments and counts of
//! people only.

use super::finding::{Finding, count};
use super::wording::hours_a_week;
use crate::analysis::{DepartmentSlot, DepartmentTime, Results};
use crate::say;
use crate::study::{BranchId, PeopleShown, time_span};
use crate::time::Minutes;
use crate::wording::{and_list, at_least_word, semicolon_list, weekday_name};
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

/// When somebody of each department is off the desk, in branches that have three departments or more.
fn all_at_once(results: &Results) -> Vec<Finding> {
    let totals: Vec<(BranchId, usize, Minutes)> =
        results.shown.iter().filter_map(|branch| all_of_branch(results, *branch)).collect();
    let never: Vec<BranchId> = totals.iter().filter(|all| all.2.is_zero()).map(|all| all.0).collect();
    let mut findings = Vec::new();
    for (branch, n, total) in totals.iter().filter(|all| !all.2.is_zero()).take(MOST_TOLD) {
        let Some(best) = best(slots_of_all(results, *branch)) else { continue };
        let sentence = say!(
            "departments-all",
            n = *n,
            place = at_branch(results, *branch),
            least = at_least_word(results.is_at_least()),
            hours = hours_a_week(results, *total),
            best = time_of_week(results, best),
        );
        findings.push(of_all(results, sentence, *total));
    }
    let sentence = match (&never[..], results.shown.len()) {
        ([], _) => return findings,
        ([_], 1) => say!("departments-all-never", n = totals[0].1),
        _ => {
            let branches = and_list(never.iter().map(|branch| results.branch_name(*branch)), MOST_BRANCHES);
            say!("departments-all-never-at", n = never.len(), all = totals.len(), branches = branches)
        }
    };
    findings.push(of_all(results, sentence, Minutes::ZERO));
    findings
}

fn of_all(results: &Results, sentence: String, total: Minutes) -> Finding {
    let table = if total.is_zero() { "department_overlap" } else { "department_slots" };
    Finding::new("departments_all", table, (results.period.hours_a_week(total), "hours a week"), sentence)
}

/// How many departments a branch has, and how much time all of them share; nothing for fewer than three, or where that
/// would tell the public of single people's hours.
fn all_of_branch(results: &Results, branch: BranchId) -> Option<(BranchId, usize, Minutes)> {
    let pairs = || named_pairs(results).filter(|pair| pair.branch == branch);
    let departments: BTreeSet<&str> = pairs().flat_map(|pair| [pair.a.as_str(), pair.b.as_str()]).collect();
    let is_told = results.settings.people_shown != PeopleShown::Public;
    let total = slots_of_all(results, branch).map(DepartmentSlot::total).sum();
    (departments.len() > 2 && is_told).then_some((branch, departments.len(), total))
}

fn slots_of_all(results: &Results, branch: BranchId) -> impl Iterator<Item = &DepartmentSlot> {
    results.department_slots.iter().filter(move |slot| slot.branch == branch && slot.departments.is_none())
}

/// The time of the week that gives most over the period; of equals the longer, then the earlier one.
fn best<'r>(slots: impl Iterator<Item = &'r DepartmentSlot>) -> Option<&'r DepartmentSlot> {
    slots.max_by_key(|slot| (slot.total(), slot.length, std::cmp::Reverse((slot.weekday, slot.start))))
}

fn best_times(results: &Results) -> Option<Finding> {
    let mut least: Vec<&DepartmentTime> = named_pairs(results).filter(|pair| !pair.any_pair.is_zero()).collect();
    least.sort_by_key(|pair| pair.any_pair);
    let found: Vec<(String, Minutes)> = least
        .into_iter()
        .filter_map(|pair| {
            let is_of = |slot: &&DepartmentSlot| {
                let own = slot.departments.as_ref();
                slot.branch == pair.branch && own.is_some_and(|(a, b)| *a == pair.a && *b == pair.b)
            };
            let slot = best(results.department_slots.iter().filter(is_of))?;
            let (at, time) = (at_branch(results, pair.branch), time_of_week(results, slot));
            Some((say!("departments-best-of", a = &pair.a, b = &pair.b, place = at, time = time), slot.total()))
        })
        .take(MOST_TOLD)
        .collect();
    let told: Vec<&str> = found.iter().map(|(said, _)| said.as_str()).collect();
    (!found.is_empty()).then(|| {
        let value = results.period.hours_a_week(found.iter().map(|(_, total)| *total).sum());
        let sentence = say!("departments-best", told = told.join(" "));
        Finding::new("departments_best", "department_slots", (value, "hours a week"), sentence)
    })
}

/// `Thursday 13:00-14:30 (5 of 6 weeks)`.
fn time_of_week(results: &Results, slot: &DepartmentSlot) -> String {
    let end = u16::try_from(i64::from(slot.start) + slot.length.0).unwrap_or(u16::MAX);
    say!(
        "department-time",
        weekday = weekday_name(slot.weekday),
        time = time_span(slot.start, end),
        n = slot.n_dates,
        all = results.period.n_weekdays(slot.weekday),
    )
}
