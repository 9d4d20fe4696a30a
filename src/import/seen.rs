//! Who and what does the schedule name, and where first?

use crate::study::{Activity, BranchId, SchedulePart};
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
        let mut end = 0;
        // by desk: the branch at which it was last seen
        let mut last_at: Vec<Option<BranchId>> = Vec::new();
        for days in part.days().chunk_by(|a, b| (a.staff, a.branch) == (b.staff, b.branch)) {
            let (staff, branch, line) = (days[0].staff, days[0].branch, days[0].line);
            seen.staff.entry(staff.0).or_insert(line);
            seen.branches.entry(branch.0).or_insert(line);
            let first = end;
            end += days.len();
            for row in part.rows_of_days(first..end).iter().filter(|row| row.activity == Activity::Desk) {
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
