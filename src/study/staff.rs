//! One person on the staff.

use super::BranchId;
use crate::time::Minutes;

/// A staff member, from `staff.csv` or, where only the schedule names them, from there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StaffMember {
    /// The name as `staff.csv` or else the schedule first writes it.
    pub name: String,
    /// The role, empty where not given.
    pub role: String,
    /// The department, empty where not given.
    pub department: String,
    /// The branch to which rows without a branch belong.
    pub home: Option<BranchId>,
    /// Contracted time a week.
    pub weekly: Option<Minutes>,
    /// Whether the person may meet stakeholders.
    pub does_outreach: bool,
    /// Other names under which the person stands in the files.
    pub aliases: Vec<String>,
    /// The line in `staff.csv`; none where the person is not in it.
    pub line: Option<u32>,
}
