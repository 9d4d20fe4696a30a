//! Which branches share people? Those are computed together; all others side by side.

use crate::study::{BranchId, PersonDay, PersonDays, RowOfDay, SchedulePart, StaffId, Study};

/// Branches that share people, and the people's rows.
#[derive(Debug, Default)]
pub struct Component {
    /// The branches, in order.
    pub branches: Vec<BranchId>,
    /// The people, in order.
    pub people: Vec<StaffId>,
    /// By branch: who has rows there, by their places among the people.
    pub people_at: Vec<Vec<usize>>,
}

/// Person-days in a row of one person at one branch: the number of the part, and the one within it.
#[derive(Clone, Copy, Debug, Default)]
struct Batch {
    part: u32,
    at: u32,
    branch: BranchId,
}

/// The rows of a person on one day.
#[derive(Clone, Copy, Debug)]
pub struct RowsOfDay<'s> {
    /// Whose.
    pub of: &'s PersonDays,
    /// On which days.
    pub day: &'s PersonDay,
    /// What they say.
    pub rows: &'s [RowOfDay],
}

/// Which rows of the schedule belong to whom. Files come grouped by person, so that this is far less than the rows.
pub struct Batches {
    /// In the order of people; one person's are in the order of the file.
    batches: Vec<Batch>,
    /// Where each person's start.
    starts: Vec<usize>,
}

impl Batches {
    /// The batches of a schedule.
    #[must_use]
    pub fn of(study: &Study) -> Batches {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut starts = vec![0_usize; study.staff.len() + 1];
        for person in study.schedule.iter().flat_map(SchedulePart::people) {
            starts[person.staff.index() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        // each to the next free place of its person
        let mut next = starts.clone();
        let mut batches = vec![Batch::default(); starts[study.staff.len()]];
        for (part, people) in study.schedule.iter().map(SchedulePart::people).enumerate() {
            for (at, PersonDays { staff, branch, .. }) in people.iter().enumerate() {
                let place = &mut next[staff.index()];
                batches[*place] = Batch { part: number(part), at: number(at), branch: *branch };
                *place += 1;
            }
        }
        Batches { batches, starts }
    }

    fn of_person(&self, staff: StaffId) -> &[Batch] {
        &self.batches[self.starts[staff.index()]..self.starts[staff.index() + 1]]
    }

    /// One person's rows, in the order of the file, day by day.
    pub fn rows_of<'s>(&'s self, staff: StaffId, study: &'s Study) -> impl Iterator<Item = RowsOfDay<'s>> + Clone {
        let number = |number: u32| usize::try_from(number).unwrap_or(0);
        self.of_person(staff).iter().flat_map(move |batch| {
            let (part, at) = (&study.schedule[number(batch.part)], number(batch.at));
            let of = &part.people()[at];
            part.days_of(at).map(move |(day, rows)| RowsOfDay { of, day, rows })
        })
    }

    /// The branches at which a person has schedule rows, as they first come.
    #[must_use]
    pub fn branches_of(&self, staff: StaffId) -> Vec<BranchId> {
        let mut branches = Vec::new();
        for batch in self.of_person(staff) {
            if !branches.contains(&batch.branch) {
                branches.push(batch.branch);
            }
        }
        branches
    }
}

/// All branches, in components; branches at which nobody works are components of their own. `works_at` gives the
/// branches of each person.
#[must_use]
pub fn components(n_branches: usize, works_at: &[Vec<BranchId>]) -> Vec<Component> {
    let mut parents: Vec<usize> = (0..n_branches).collect();
    for branches in works_at {
        branches.windows(2).for_each(|pair| join(&mut parents, pair[0].index(), pair[1].index()));
    }
    let mut components: Vec<Component> = (0..n_branches).map(|_| Component::default()).collect();
    for branch in 0..n_branches {
        components[root(&mut parents, branch)].branches.push(BranchId::at(branch));
    }
    let mut people_at = vec![Vec::new(); n_branches];
    for (staff, branches) in works_at.iter().enumerate() {
        let Some(branch) = branches.first() else { continue };
        let people = &mut components[root(&mut parents, branch.index())].people;
        branches.iter().for_each(|branch| people_at[branch.index()].push(people.len()));
        people.push(StaffId::at(staff));
    }
    components.retain(|component| !component.branches.is_empty());
    for Component { branches, people_at: own, .. } in &mut components {
        own.extend(branches.iter().map(|branch| std::mem::take(&mut people_at[branch.index()])));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_that_share_people_are_one_component_with_the_people_of_each() {
        let (branch, staff) = (BranchId, StaffId);
        // the third person works at three branches, the fourth at none
        let works_at = [vec![branch(3)], vec![branch(1)], vec![branch(4), branch(0), branch(3)], vec![]];
        let found = components(5, &works_at);
        let of = |at: usize| (&found[at].branches[..], &found[at].people[..], &found[at].people_at[..]);
        assert_eq!(found.len(), 3);
        assert_eq!(
            of(0),
            (&[branch(0), branch(3), branch(4)][..], &[staff(0), staff(2)][..], &[vec![1], vec![0, 1], vec![1]][..])
        );
        assert_eq!(of(1), (&[branch(1)][..], &[staff(1)][..], &[vec![0]][..]));
        assert_eq!(of(2), (&[branch(2)][..], &[][..], &[vec![]][..]));
    }
}
