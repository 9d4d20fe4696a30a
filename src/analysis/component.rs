//! Which branches share people? Those are computed together; all others side by side.

use crate::study::{BranchId, ScheduleRow, StaffId, Study};

/// Branches that share people, and the people's rows.
#[derive(Debug, Default)]
pub struct Component {
    /// The branches, in order.
    pub branches: Vec<BranchId>,
    /// The people, in order.
    pub people: Vec<StaffId>,
}

/// The rows of every person: where each person's rows start in `rows`, which holds them in the order of the file.
pub struct RowsByPerson {
    starts: Vec<usize>,
    places: Vec<(u32, u32)>,
}

impl RowsByPerson {
    /// Sorts the rows of a schedule by person, by counting.
    #[must_use]
    pub fn of(study: &Study) -> RowsByPerson {
        let mut counts = vec![0_usize; study.staff.len() + 1];
        for row in study.schedule_rows() {
            counts[row.staff.index() + 1] += 1;
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        let starts = counts.clone();
        let mut places = vec![(0, 0); starts.last().copied().unwrap_or(0)];
        for (piece, rows) in study.schedule.iter().enumerate() {
            let piece = u32::try_from(piece).unwrap_or(u32::MAX);
            for (at, row) in rows.iter().enumerate() {
                let next = &mut counts[row.staff.index()];
                places[*next] = (piece, u32::try_from(at).unwrap_or(u32::MAX));
                *next += 1;
            }
        }
        RowsByPerson { starts, places }
    }

    /// One person's rows, in the order of the file.
    pub fn rows_of(&self, staff: StaffId, study: &Study, rows: &mut Vec<ScheduleRow>) {
        rows.clear();
        let own = &self.places[self.starts[staff.index()]..self.starts[staff.index() + 1]];
        let at = |number: u32| usize::try_from(number).unwrap_or(0);
        rows.extend(own.iter().map(|(piece, row)| study.schedule[at(*piece)][at(*row)]));
    }
}

/// All branches, in components; branches at which nobody works are components of their own.
#[must_use]
pub fn components(study: &Study) -> Vec<Component> {
    let n_branches = study.branches.len();
    let mut parents: Vec<usize> = (0..n_branches).collect();
    let mut branch_of: Vec<Option<usize>> = vec![None; study.staff.len()];
    for row in study.schedule_rows() {
        let (staff, branch) = (row.staff.index(), row.branch.index());
        match branch_of[staff] {
            Some(known) if known != branch => join(&mut parents, known, branch),
            Some(_) => {}
            None => branch_of[staff] = Some(branch),
        }
    }
    let mut components: Vec<Component> = (0..n_branches).map(|_| Component::default()).collect();
    for branch in 0..n_branches {
        components[root(&mut parents, branch)].branches.push(BranchId::at(branch));
    }
    for (staff, branch) in branch_of.into_iter().enumerate() {
        if let Some(branch) = branch {
            components[root(&mut parents, branch)].people.push(StaffId::at(staff));
        }
    }
    components.retain(|component| !component.branches.is_empty());
    components
}

fn root(parents: &mut [usize], branch: usize) -> usize {
    let mut at = branch;
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

fn join(parents: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parents, a), root(parents, b));
    // the smaller number stays, so that components come in the order of their first branches
    parents[a.max(b)] = a.min(b);
}
