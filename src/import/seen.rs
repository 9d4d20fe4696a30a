//! Who and what does the schedule name, and where first?

use crate::study::{Activity, BranchId, PersonDays, SchedulePart};
use rustc_hash::{FxHashMap, FxHashSet};

/// What the schedule names, with the first line of each.
#[derive(Debug, Default)]
pub struct Seen {
    /// By person.
    pub staff: FxHashMap<u32, u32>,
    /// By branch.
    pub branches: FxHashMap<u16, u32>,
    /// Desks of branches.
    pub desks: FxHashSet<(u16, u16)>,
}

impl Seen {
    /// What a part of the schedule names.
    pub fn of_part(part: &SchedulePart) -> Seen {
        let mut seen = Seen::default();
        // by desk: the branch at which it was last seen
        let mut last_at: Vec<Option<BranchId>> = Vec::new();
        for (at, PersonDays { staff, branch, .. }) in part.people().iter().enumerate() {
            let line = part.days_of(at).next().map_or(0, |(day, _)| day.line);
            let branch = *branch;
            seen.staff.entry(staff.0).or_insert(line);
            seen.branches.entry(branch.0).or_insert(line);
            for row in part.rows_of(at).iter().filter(|row| row.activity == Activity::Desk) {
                if last_at.len() <= row.desk.index() {
                    last_at.resize(row.desk.index() + 1, None);
                }
                if last_at[row.desk.index()].replace(branch) != Some(branch) {
                    seen.desks.insert((branch.0, row.desk.0));
                }
            }
        }
        seen
    }

    /// The same with what stands further on in the file.
    pub fn and_then(mut self, later: Seen) -> Seen {
        #[expect(clippy::iter_over_hash_type, reason = "into another map")]
        for (staff, line) in later.staff {
            self.staff.entry(staff).or_insert(line);
        }
        #[expect(clippy::iter_over_hash_type, reason = "into another map")]
        for (branch, line) in later.branches {
            self.branches.entry(branch).or_insert(line);
        }
        self.desks.extend(later.desks);
        self
    }
}
