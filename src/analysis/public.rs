//! What may a packet that leaves the library show of people? Decided here, and nowhere else.
//!
//! A figure *rests on one person* when it is made of one person's schedule alone and its row says by role, department or
//! branch whose it is. No such figure stands in a public packet; it is merged upward, and only left out where nothing is
//! left to merge it with:
//!
//! - A role that fewer than [`LEAST_PEOPLE`] people hold stands with others as “Other roles”; where all are merged, “All
//!   staff”. What a description says of a merged role is left out: it would name it.
//! - A department with fewer people at a branch stands with others as “Other departments”.
//! - A branch at which fewer people work, or fewer may meet partners, stands with others as “Other branches” wherever
//!   people's time is shown by branch; where all are merged, “All branches”. Roles are not split by branch.
//! - Rows of single people (a block, a contact slot, a double booking) and extremes (the least and the greatest desk
//!   share) are left out.
//!
//! Merging one small group is not enough, because the rest can be taken from a total (complementary suppression, in the
//! words of statistical disclosure control). So a merged group is never smaller than [`LEAST_PEOPLE`] itself, and
//! `lone_cell` looks for what roles and branches give away by subtraction: no sum or difference of the figures shown
//! is one person's. Scenarios and periods that are compared get one merging that holds on every side.
//!
//! What stays: who is at a desk can be seen by whoever comes in, so desks stay as they are; what a partner can expect is
//! the library's answer, so partners do, too; a count of people says nobody's name.
//!
//! Two is the least that the rule can be. Of two people in one role, each can still work out the other's hours from
//! their own. Statistical agencies ask for three or five (the threshold rule: OECD Glossary of Statistical Terms, 2005,
//! <https://stats.oecd.org/glossary/detail.asp?ID=7010>); with three, most branches would have one row, “All staff”.

use super::results::{Blocks, Results};
use super::shared_time::{DepartmentTime, departments_share};
use crate::say;
use crate::study::{Activity, BranchId, StaffId};
use std::collections::{BTreeMap, BTreeSet};

/// How many people must stand behind a figure of people in a public packet.
pub const LEAST_PEOPLE: usize = 2;

/// What was merged for the public; nothing for a packet that stays in the library.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Merged {
    /// The roles that stand together, as the study writes them.
    pub roles: Vec<String>,
    /// The departments of which people stand among other departments.
    pub departments: Vec<String>,
    /// The branches whose people's time stands together.
    pub branches: Vec<BranchId>,
    /// Whether the time in which people may leave is left out, because one person alone may meet partners.
    pub hides_free_time: bool,
}

/// Whether a number of people is some, and too few to be shown.
const fn is_too_few(n: usize) -> bool {
    0 < n && n < LEAST_PEOPLE
}

/// Makes results fit for a packet that leaves the library.
pub fn show_to_public(results: &mut Results) {
    results.merged = Merged::default();
    merge_branches(results);
    merge_departments(results);
    // hours of a day say more of people than sums do
    results.department_slots.clear();
    merge_roles(&mut [(results, 0)]);
}

/// One merging of roles for results that are compared, each with the number of people whom a change brought in (the last
/// ones): those are posts, not people.
pub fn merge_roles(sides: &mut [(&mut Results, usize)]) {
    let views: Vec<RoleView> = sides.iter().map(|(results, n_new)| RoleView::of(results, *n_new)).collect();
    let merged = roles_to_merge(&views);
    let is_everything = views.iter().all(|view| view.holders.keys().all(|role| merged.contains(role)));
    let other = if is_everything { say!("all-staff") } else { say!("other-roles") };
    for (results, _) in sides {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for person in &mut results.people {
            let key = person.given_role.to_lowercase();
            let name = names.entry(key.clone()).or_insert_with(|| person.given_role.clone());
            person.role.clone_from(if merged.contains(&key) { &other } else { name });
            person.label.clone_from(&person.role);
        }
        let at_work: BTreeSet<String> =
            results.staff_time.iter().map(|account| key_of(results, account.staff)).collect();
        names.retain(|key, _| merged.contains(key) && at_work.contains(key));
        results.merged.roles = names.into_values().collect();
        results.duties.retain(|duty| !merged.contains(&duty.role.to_lowercase()));
        results.role_descriptions.retain(|own| !merged.contains(&own.role.to_lowercase()));
        hide_who_may_meet_partners(results);
    }
}

/// Room for outreach is that of the people in a role who may meet partners: beside the role's own sum, it tells them from
/// the others. It is left out where a role has both.
fn hide_who_may_meet_partners(results: &mut Results) {
    let mut mixed = BTreeSet::new();
    for role in results.role_descriptions.iter_mut().filter(|role| role.is_mixed()) {
        role.usable = None;
        mixed.insert(role.role.to_lowercase());
    }
    let may_all = results.staff_time.iter().all(|account| results.people[account.staff.index()].is_eligible);
    for duty in results.duties.iter_mut().filter(|duty| duty.activity == Some(Activity::Outreach)) {
        if mixed.contains(&duty.role.to_lowercase()) || (duty.role.is_empty() && !may_all) {
            duty.usable = None;
        }
    }
}

/// The role that a person holds, without regard to case.
fn key_of(results: &Results, staff: StaffId) -> String {
    results.person(staff).given_role.to_lowercase()
}

/// Who works where, by groups of branches and roles.
struct RoleView {
    /// The people of a role.
    holders: BTreeMap<String, BTreeSet<StaffId>>,
    /// The people of a role at a group of branches: the cells that shown sums are made of.
    cells: BTreeMap<(usize, String), BTreeSet<StaffId>>,
}

impl RoleView {
    fn of(results: &Results, n_new: usize) -> RoleView {
        let n_people = results.people.len() - n_new.min(results.people.len());
        let mut view = RoleView { holders: BTreeMap::new(), cells: BTreeMap::new() };
        for account in results.staff_time.iter().filter(|account| account.staff.index() < n_people) {
            let role = key_of(results, account.staff);
            let group = if results.is_merged(account.branch) { usize::MAX } else { account.branch.index() };
            view.holders.entry(role.clone()).or_default().insert(account.staff);
            view.cells.entry((group, role)).or_default().insert(account.staff);
        }
        view
    }

    fn n_holders(&self, role: &str) -> usize {
        self.holders.get(role).map_or(0, BTreeSet::len)
    }

    /// How many people the merged roles have together.
    fn n_merged(&self, merged: &BTreeSet<String>) -> usize {
        merged.iter().map(|role| self.n_holders(role)).sum()
    }

    /// The cells once roles are merged; the merged ones stand under no role.
    fn cells_with(&self, merged: &BTreeSet<String>) -> BTreeMap<Cell<'_>, BTreeSet<StaffId>> {
        let mut cells: BTreeMap<Cell<'_>, BTreeSet<StaffId>> = BTreeMap::new();
        for ((group, role), people) in &self.cells {
            let shown = (!merged.contains(role)).then_some(role.as_str());
            cells.entry((*group, shown)).or_default().extend(people);
        }
        cells
    }
}

/// The roles that are merged, by their keys: small ones first, then whatever keeps the rest from being worked out.
fn roles_to_merge(views: &[RoleView]) -> BTreeSet<String> {
    let roles: BTreeSet<&String> = views.iter().flat_map(|view| view.holders.keys()).collect();
    let is_small = |role: &str| views.iter().any(|view| is_too_few(view.n_holders(role)));
    let mut by_size: Vec<&String> = roles.into_iter().collect();
    by_size.sort_by_key(|role| (views.iter().map(|view| view.n_holders(role)).max(), role.as_str()));
    let mut merged: BTreeSet<String> =
        by_size.iter().filter(|role| is_small(role)).map(|role| (*role).clone()).collect();
    loop {
        let too_few = views.iter().find(|view| is_too_few(view.n_merged(&merged)));
        let lone = too_few.is_none().then(|| views.iter().find_map(|view| lone_cell(view, &merged))).flatten();
        let next: Vec<&String> = match (too_few, &lone) {
            (Some(view), _) => {
                let is_next = |role: &&&String| !merged.contains(**role) && view.n_holders(role) > 0;
                by_size.iter().copied().find(|role| is_next(&role)).into_iter().collect()
            }
            // the role itself, and the smallest other one at the same branch
            (None, Some((role, others))) => {
                let other =
                    by_size.iter().copied().find(|other| others.contains(*other) && Some(*other) != role.as_ref());
                by_size.iter().copied().filter(|own| Some(*own) == role.as_ref()).chain(other).collect()
            }
            (None, None) => return merged,
        };
        let n_before = merged.len();
        merged.extend(next.into_iter().cloned());
        if merged.len() == n_before {
            return merged;
        }
    }
}

/// A cell of one person whose figures follow from the sums by role and by group of branches: its role (none for the
/// merged ones), and the roles that are shown at the same branches.
///
/// Sums by role and by group are the vertices of a graph, people's cells its edges. What can be worked out from sums
/// alone is a difference of potentials over the edges; it is one person's where taking all edges of that person away
/// cuts a part off (D. Gusfield, “A graph theoretic approach to statistical data security”, SIAM J. Comput. 17, 1988).
fn lone_cell(view: &RoleView, merged: &BTreeSet<String>) -> Option<(Option<String>, Vec<String>)> {
    let cells = view.cells_with(merged);
    let n_groups = cells.keys().map(|(group, _)| group).collect::<BTreeSet<_>>().len();
    if n_groups < 2 {
        return None;
    }
    let edges = |is_kept: &dyn Fn(&BTreeSet<StaffId>) -> bool| -> Vec<Cell<'_>> {
        cells.iter().filter(|(_, people)| is_kept(people)).map(|(cell, _)| *cell).collect()
    };
    // what hangs together without any lone cell needs no second look
    let thick = edges(&|people| !is_too_few(people.len()));
    let mut held: BTreeMap<Option<&str>, BTreeSet<usize>> = BTreeMap::new();
    for ((group, role), people) in cells.iter().filter(|(_, people)| is_too_few(people.len())) {
        if held.entry(*role).or_insert_with(|| groups_reached(&thick, *role)).contains(group) {
            continue;
        }
        let others = edges(&|other| other.iter().any(|staff| !people.contains(staff)));
        if !groups_reached(&others, *role).contains(group) {
            let at_branch = cells.keys().filter(|(other, _)| other == group).filter_map(|(_, role)| *role);
            return Some((role.map(str::to_owned), at_branch.map(str::to_owned).collect()));
        }
    }
    None
}

/// A group of branches and a role; none for the merged ones.
type Cell<'a> = (usize, Option<&'a str>);

/// The groups that hang together with a role by edges.
fn groups_reached<'a>(edges: &[Cell<'a>], role: Option<&'a str>) -> BTreeSet<usize> {
    let (mut groups, mut roles) = (BTreeSet::new(), BTreeSet::from([role]));
    loop {
        let n_before = groups.len() + roles.len();
        for (group, role) in edges {
            if groups.contains(group) || roles.contains(role) {
                groups.insert(*group);
                roles.insert(*role);
            }
        }
        if groups.len() + roles.len() == n_before {
            return groups;
        }
    }
}

/// The people of each branch, and those of them who may meet partners.
#[derive(Default)]
struct BranchPeople {
    all: BTreeSet<StaffId>,
    eligible: BTreeSet<StaffId>,
}

impl BranchPeople {
    fn is_too_few(&self, counts_eligible: bool) -> bool {
        is_too_few(self.all.len()) || (counts_eligible && is_too_few(self.eligible.len()))
    }

    fn add(&mut self, other: &BranchPeople) {
        self.all.extend(&other.all);
        self.eligible.extend(&other.eligible);
    }
}

fn merge_branches(results: &mut Results) {
    let mut branches: BTreeMap<BranchId, BranchPeople> = BTreeMap::new();
    let mut everybody = BranchPeople::default();
    for account in &results.staff_time {
        let mut one = BranchPeople { all: BTreeSet::from([account.staff]), eligible: BTreeSet::new() };
        if results.person(account.staff).is_eligible {
            one.eligible.insert(account.staff);
        }
        branches.entry(account.branch).or_default().add(&one);
        everybody.add(&one);
    }
    results.merged.hides_free_time = is_too_few(everybody.eligible.len());
    let counts_eligible = !results.merged.hides_free_time;
    if branches.len() < 2 {
        return;
    }
    let mut by_size: Vec<BranchId> = branches.keys().copied().collect();
    by_size.sort_by_key(|branch| (branches[branch].all.len(), *branch));
    let (mut merged, rest): (Vec<BranchId>, Vec<BranchId>) =
        by_size.into_iter().partition(|branch| branches[branch].is_too_few(counts_eligible));
    let mut rest = rest.into_iter();
    let mut together = BranchPeople::default();
    merged.iter().for_each(|branch| together.add(&branches[branch]));
    // one branch alone would stand under another name only
    while !merged.is_empty() && (merged.len() < 2 || together.is_too_few(counts_eligible)) {
        let Some(next) = rest.next() else { break };
        together.add(&branches[&next]);
        merged.push(next);
    }
    merged.sort_unstable();
    results.merged.branches = merged;
}

/// Puts people whose department has too few at one of their branches among other departments, until every department has
/// enough at every branch.
fn merge_departments(results: &mut Results) {
    let other = say!("other-departments");
    let mut merged: BTreeSet<String> = BTreeSet::new();
    loop {
        let people = too_few_in_department(results, &other);
        if people.is_empty() {
            break;
        }
        for staff in people {
            let department = &mut results.people[staff.index()].department;
            if *department != other {
                merged.insert(std::mem::replace(department, other.clone()));
            }
        }
    }
    results.merged.departments = merged.into_iter().collect();
    if !results.merged.departments.is_empty() {
        results.departments = departments_of(results);
    }
}

/// At each branch, the people of departments that have too few of them; of the smallest other one, where those among other
/// departments are too few. Where a branch has nobody else, there is no pair, and no row.
fn too_few_in_department(results: &Results, other: &str) -> BTreeSet<StaffId> {
    let mut cells: BTreeMap<BranchId, BTreeMap<&str, Vec<StaffId>>> = BTreeMap::new();
    for account in &results.staff_time {
        let department = results.person(account.staff).department.as_str();
        cells.entry(account.branch).or_default().entry(department).or_default().push(account.staff);
    }
    let mut found = BTreeSet::new();
    for departments in cells.values().filter(|departments| departments.len() > 1) {
        let named = || departments.iter().filter(|(name, _)| **name != other);
        let small: Vec<_> = named().filter(|(_, people)| is_too_few(people.len())).collect();
        let too_few_others = departments.get(other).is_some_and(|people| is_too_few(people.len()));
        if !small.is_empty() {
            found.extend(small.into_iter().flat_map(|(_, people)| people));
        } else if too_few_others {
            let smallest = named().min_by_key(|(name, people)| (people.len(), **name));
            found.extend(smallest.into_iter().flat_map(|(_, people)| people));
        }
    }
    found
}

fn departments_of(results: &Results) -> Vec<DepartmentTime> {
    let min_block = results.settings.min_block;
    let of_branch = |blocks: &[Blocks]| departments_share(blocks, &results.people, min_block, &results.period);
    results.blocks.chunk_by(|a, b| a.branch == b.branch).flat_map(of_branch).collect()
}

/// Whether a department is one that the library named: not that of people without one, nor of merged ones.
#[must_use]
pub fn is_named_department(department: &str) -> bool {
    department != super::labels::NO_DEPARTMENT && department != say!("other-departments")
}
