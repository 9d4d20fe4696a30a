//! How is a person shown? By role and number; by name only where names are asked for. What is merged where the packet
//! leaves the library, `public.rs` decides.

use crate::study::{BranchId, PeopleShown, Study};
use rustc_hash::FxHashMap;

/// A person as every output shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// The role that the study gives, of which no output knows.
    pub(super) given_role: String,
}

/// The role of people who have none.
const NO_ROLE: &str = "Staff member";
/// The department of people who have none.
pub const NO_DEPARTMENT: &str = "No department";
/// How everybody is shown. `works_at` gives the branches at which a person has time.
#[must_use]
pub fn people_shown(study: &Study, works_at: &[Vec<BranchId>]) -> Vec<PersonShown> {
    let mode = study.settings.people_shown;
    let given = |role: &str| if role.is_empty() { NO_ROLE.to_owned() } else { role.to_owned() };
    let roles: Vec<String> = study.staff.iter().map(|member| given(&member.role)).collect();
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
            let department = if member.department.is_empty() { NO_DEPARTMENT } else { &member.department };
            PersonShown {
                label,
                role: role.to_owned(),
                department: department.to_owned(),
                home,
                is_eligible: member.does_outreach,
                weekly: member.weekly,
                given_role: role.to_owned(),
            }
        })
        .collect()
}
