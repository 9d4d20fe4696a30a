//! What do the job descriptions say that the schedule does not do? Relationships first, then duties without time.

use super::finding::{Finding, count};
use super::wording::hours_a_week;
use crate::analysis::{DutyTime, Results, RoleDescription};
use crate::say;
use crate::time::Minutes;
use crate::wording::{and_list, at_least, percent, rounded};

/// Roles and duties that one sentence names.
const MOST_NAMES: usize = 2;

/// The claims, the most important first.
#[must_use]
pub fn job_description_findings(results: &Results) -> Vec<Finding> {
    let roles = &results.role_descriptions;
    [hours(results), out_of_reach(roles), no_time(&results.duties), silent(roles), none(roles)]
        .into_iter()
        .flatten()
        .collect()
}

/// The finding as the title of a chart.
#[must_use]
pub fn descriptions_title(results: &Results) -> String {
    let sum = Sum::of(&results.role_descriptions);
    if sum.described.is_zero() {
        return say!("descriptions-title-silent");
    }
    say!(
        "descriptions-title",
        which = which(results),
        described = at_least(results.is_at_least(), hours_a_week(results, sum.described)),
        scheduled = hours_a_week(results, sum.scheduled)
    )
}

/// Relationships over all roles.
struct Sum {
    described: Minutes,
    scheduled: Minutes,
    /// Not where the room of one role is left out.
    usable: Option<Minutes>,
}

impl Sum {
    fn of(roles: &[RoleDescription]) -> Sum {
        Sum {
            described: roles.iter().map(|role| role.described).sum(),
            scheduled: roles.iter().map(|role| role.scheduled).sum(),
            usable: roles.iter().map(|role| role.usable).sum(),
        }
    }
}

/// Whether all descriptions are shown, or some of them, because roles are merged for the public.
fn which(results: &Results) -> &'static str {
    if results.merged.roles.is_empty() { "all" } else { "some" }
}

fn hours(results: &Results) -> Option<Finding> {
    let sum = Sum::of(&results.role_descriptions);
    if sum.described.is_zero() {
        return None;
    }
    let (described, scheduled) =
        (at_least(results.is_at_least(), hours_a_week(results, sum.described)), hours_a_week(results, sum.scheduled));
    let is_kept = sum.scheduled >= sum.described;
    let said = if is_kept {
        say!("descriptions-hours-kept", which = which(results), described = described, scheduled = scheduled)
    } else {
        say!("descriptions-hours", which = which(results), described = described, scheduled = scheduled)
    };
    let sentence = match sum.usable.filter(|usable| !usable.is_zero() && !is_kept) {
        Some(usable) => {
            format!(
                "{said} {}",
                say!("descriptions-room", room = at_least(results.is_at_least(), hours_a_week(results, usable)))
            )
        }
        None => said,
    };
    let week = rounded(results.period.hours_a_week(sum.scheduled), 100.0);
    Some(Finding::new("descriptions_hours", "role_descriptions", (week, "hours a week"), sentence))
}

fn out_of_reach(roles: &[RoleDescription]) -> Option<Finding> {
    let mut short: Vec<&RoleDescription> = roles.iter().filter(|role| role.is_out_of_reach()).collect();
    short.sort_by_key(|role| std::cmp::Reverse(role.missing()));
    let named: Vec<String> = short
        .iter()
        .map(|role| {
            say!(
                "descriptions-role-short",
                role = &role.role,
                described = percent(role.percent.unwrap_or(0.0) / 100.0),
                possible = percent(role.possible_percent().unwrap_or(0.0) / 100.0)
            )
        })
        .collect();
    of_roles(&named, "descriptions_out_of_reach", |n, roles| say!("descriptions-out-of-reach", n = n, roles = roles))
}

fn silent(roles: &[RoleDescription]) -> Option<Finding> {
    let named: Vec<String> = roles.iter().filter(|role| role.is_silent()).map(|role| role.role.clone()).collect();
    of_roles(&named, "descriptions_silent", |n, roles| say!("descriptions-silent", n = n, roles = roles))
}

fn none(roles: &[RoleDescription]) -> Option<Finding> {
    let named: Vec<String> = roles.iter().filter(|role| role.n_duties == 0).map(|role| role.role.clone()).collect();
    of_roles(&named, "descriptions_none", |n, roles| say!("descriptions-none", n = n, roles = roles))
}

/// A claim about some roles; none where there are none.
fn of_roles(named: &[String], key: &'static str, sentence: impl Fn(usize, String) -> String) -> Option<Finding> {
    let list = and_list(named, MOST_NAMES);
    let n = named.len();
    (n > 0).then(|| Finding::new(key, "role_descriptions", (count(n), "roles"), sentence(n, list)))
}

/// Duties that have a share in the description and no hour on the schedule, the largest share first.
fn no_time(duties: &[DutyTime]) -> Option<Finding> {
    let mut without: Vec<&DutyTime> = duties.iter().filter(|duty| duty.has_no_time()).collect();
    without.sort_by(|a, b| b.percent.total_cmp(&a.percent));
    let named: Vec<String> = without
        .iter()
        .take(MOST_NAMES)
        .map(|duty| match &duty.role[..] {
            "" => say!("descriptions-duty-of-all", duty = &duty.duty),
            role => say!("descriptions-duty", duty = &duty.duty, role = role),
        })
        .collect();
    let list = and_list(&named, MOST_NAMES);
    let n = without.len();
    let sentence = || say!("descriptions-no-time", n = n, duties = list);
    (n > 0).then(|| Finding::new("descriptions_no_time", "duties", (count(n), "duties"), sentence()))
}
