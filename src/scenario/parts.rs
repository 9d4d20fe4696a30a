//! Which branches must be looked at together? Those that share people; and all of them, where a partner may be met by
//! any. What is tried in one part changes nothing in another.

use crate::study::{BranchId, Study};
use std::collections::BTreeMap;

/// Branches that hang together, and the study of them alone. Ids are those of the whole study.
pub struct Part {
    /// The branches.
    pub branches: Vec<BranchId>,
    /// The study with their rows only.
    pub study: Study,
}

/// The parts of a study that hold any of some branches, in the order of their first branches.
#[must_use]
pub fn parts(study: &Study, shown: &[BranchId]) -> Vec<Part> {
    let of_branch = joined(study);
    let mut branches_of: BTreeMap<usize, Vec<BranchId>> = BTreeMap::new();
    for (branch, part) in of_branch.iter().enumerate() {
        branches_of.entry(*part).or_default().push(BranchId::at(branch));
    }
    let is_shown = |branches: &Vec<BranchId>| branches.iter().any(|branch| shown.contains(branch));
    let mut rows_of: BTreeMap<usize, crate::study::SchedulePart> = BTreeMap::new();
    for row in study.schedule_rows() {
        rows_of.entry(of_branch[row.branch.index()]).or_default().push(row);
    }
    // all but the rows, once: a large schedule is not copied for every part
    let mut bare =
        Study { schedule: Vec::new(), hours: Vec::new(), coverage: Vec::new(), windows: Vec::new(), ..shell(study) };
    bare.settings.branch = None;
    branches_of
        .into_iter()
        .filter(|(_, branches)| is_shown(branches))
        .map(|(part, branches)| {
            let is_in = |branch: BranchId| of_branch[branch.index()] == part;
            let is_of =
                |row: &&crate::study::WindowRow| study.stakeholders[row.stakeholder.index()].branch.is_none_or(is_in);
            let own = Study {
                schedule: vec![rows_of.remove(&part).unwrap_or_default()],
                hours: study.hours.iter().filter(|row| is_in(row.branch)).copied().collect(),
                coverage: study.coverage.iter().filter(|row| is_in(row.branch)).copied().collect(),
                windows: study.windows.iter().filter(is_of).cloned().collect(),
                ..bare.clone()
            };
            Part { branches, study: own }
        })
        .collect()
}

/// A study without the rows of its large file, and without what suggestions do not look at.
fn shell(study: &Study) -> Study {
    Study {
        settings: study.settings.clone(),
        branches: study.branches.clone(),
        desks: study.desks.clone(),
        staff: study.staff.clone(),
        hours_not_given: study.hours_not_given.clone(),
        validities: study.validities.clone(),
        stakeholders: study.stakeholders.clone(),
        ..Study::default()
    }
}

/// The part of each branch, named by its first branch.
fn joined(study: &Study) -> Vec<usize> {
    let n_branches = study.branches.len();
    let is_anywhere = |row: &crate::study::WindowRow| study.stakeholders[row.stakeholder.index()].branch.is_none();
    if study.windows.iter().any(is_anywhere) {
        return vec![0; n_branches];
    }
    let mut part_of: Vec<usize> = (0..n_branches).collect();
    let mut first_of: BTreeMap<crate::study::StaffId, usize> = BTreeMap::new();
    let mut last = None;
    for row in study.schedule_rows().map(|row| (row.staff, row.branch.index())) {
        if last == Some(row) {
            continue;
        }
        last = Some(row);
        let first = *first_of.entry(row.0).or_insert(row.1);
        let (a, b) = (part_of[first], part_of[row.1]);
        if a != b {
            let (low, high) = (a.min(b), a.max(b));
            part_of.iter_mut().filter(|part| **part == high).for_each(|part| *part = low);
        }
    }
    part_of
}
