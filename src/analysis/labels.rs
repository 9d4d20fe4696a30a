//! How is a person shown? By role and number; by name only where names are asked for; merged where a role is held by
//! one person and the packet leaves the library.

use crate::study::{BranchId, PeopleShown, Study};
use rustc_hash::{FxHashMap, FxHashSet};

/// A person as every output shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonShown {
    /// The name, the numbered role, or the merged role.
    pub label: String,
    /// The role; merged where need be.
    pub role: String,
    /// The department; `No department` where none is given.
    pub department: String,
    /// The home branch.
    pub home: Option<BranchId>,
    /// Whether the person may meet stakeholders.
    pub is_eligible: bool,
    /// Contracted minutes a week.
    pub weekly: Option<crate::time::Minutes>,
}

/// The role of people who have none.
const NO_ROLE: &str = "Staff member";
/// The department of people who have none.
pub const NO_DEPARTMENT: &str = "No department";
/// The role of people who are alone in theirs.
const MERGED: &str = "Other roles";

/// How everybody is shown. `works_at` gives the branches at which a person has time.
#[must_use]
pub fn people_shown(study: &Study, works_at: &[Vec<BranchId>]) -> Vec<PersonShown> {
    let mode = study.settings.people_shown;
    let roles = roles(study, works_at, mode);
    let branch_of = |id: usize| {
        let at = works_at[id].first().copied();
        study.staff[id].home.or(at)
    };
    let mut n_of: FxHashMap<(Option<BranchId>, &str), usize> = FxHashMap::default();
    for (id, role) in roles.iter().enumerate() {
        *n_of.entry((branch_of(id), role)).or_default() += 1;
    }
    let mut seen: FxHashMap<(Option<BranchId>, &str), usize> = FxHashMap::default();
    study
        .staff
        .iter()
        .enumerate()
        .map(|(id, member)| {
            let (role, home) = (roles[id].as_str(), branch_of(id));
            let n = seen.entry((home, role)).or_default();
            *n += 1;
            let is_alone = n_of.get(&(home, role)) == Some(&1);
            let label = match mode {
                PeopleShown::Names => member.name.clone(),
                PeopleShown::Public => role.to_owned(),
                PeopleShown::Roles => {
                    let numbered = if is_alone && role != NO_ROLE { role.to_owned() } else { format!("{role} {n}") };
                    let is_elsewhere = works_at[id].iter().any(|at| Some(*at) != home);
                    match home.filter(|_| is_elsewhere) {
                        Some(home) => format!("{numbered} ({})", study.branch_name(home)),
                        None => numbered,
                    }
                }
            };
            let is_hidden = (mode == PeopleShown::Public && role == MERGED) || member.department.is_empty();
            let department = if is_hidden { NO_DEPARTMENT } else { &member.department };
            PersonShown {
                label,
                role: role.to_owned(),
                department: department.to_owned(),
                home,
                is_eligible: member.does_outreach,
                weekly: member.weekly,
            }
        })
        .collect()
}

/// Everybody's role. For the public, roles that one scheduled person holds become one; if only one such person is
/// left, the smallest other role joins them.
fn roles(study: &Study, works_at: &[Vec<BranchId>], mode: PeopleShown) -> Vec<String> {
    let given = |role: &str| if role.is_empty() { NO_ROLE.to_owned() } else { role.to_owned() };
    let mut roles: Vec<String> = study.staff.iter().map(|member| given(&member.role)).collect();
    if mode != PeopleShown::Public {
        return roles;
    }
    let mut holders: FxHashMap<String, usize> = FxHashMap::default();
    for (id, role) in roles.iter().enumerate().filter(|(id, _)| !works_at[*id].is_empty()) {
        debug_assert!(id < study.staff.len());
        *holders.entry(role.clone()).or_default() += 1;
    }
    let mut by_size: Vec<(usize, String)> = holders.into_iter().map(|(role, n)| (n, role)).collect();
    by_size.sort();
    let n_alone = by_size.iter().take_while(|(n, _)| *n == 1).count();
    let n_merged = if n_alone == 1 { 2 } else { n_alone };
    let merged: FxHashSet<&String> = by_size.iter().take(n_merged).map(|(_, role)| role).collect();
    let is_everybody = merged.len() == by_size.len();
    for (id, role) in roles.iter_mut().enumerate() {
        if merged.contains(role) || works_at[id].is_empty() {
            *role = if is_everybody { "All staff".to_owned() } else { MERGED.to_owned() };
        }
    }
    roles
}
