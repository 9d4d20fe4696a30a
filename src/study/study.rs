//! Everything that a library told us, in one place.

use super::{
    BranchId, CoverageRule, DeskId, Duty, HoursRow, Names, SchedulePart, ScheduleRow, Settings, SourceRow, StaffId,
    StaffMember, Stakeholder, Story, TrafficRow, WindowRow,
};
use crate::time::{Day, Validity};
use std::collections::BTreeSet;

/// One file of the study and what was read of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its name.
    pub name: String,
    /// Whether it was there.
    pub is_present: bool,
    /// Rows of data in it, blank and comment lines not counted.
    pub n_rows: usize,
    /// Rows that could not be used.
    pub n_left_out: usize,
    /// What it unlocks.
    pub unlocks: &'static str,
}

impl InputFile {
    /// Rows that are used.
    #[must_use]
    pub const fn n_used(&self) -> usize {
        self.n_rows - self.n_left_out
    }
}

/// A study: settings, lists of names and rows.
#[derive(Clone, Debug, Default)]
pub struct Study {
    /// The settings.
    pub settings: Settings,
    /// Branches, in the order of their names.
    pub branches: Names,
    /// Desk names, in order; the unnamed desk is `Desk`.
    pub desks: Names,
    /// People, in the order of their names.
    pub staff: Vec<StaffMember>,
    /// The schedule, in the order of the file, in parts.
    pub schedule: Vec<SchedulePart>,
    /// Dates of people on which a row says where in a day somebody is off the desk, but not the working hours: a scenario
    /// released desk time on a date without a shift. They count as dates without given hours.
    pub hours_not_given: BTreeSet<(StaffId, Day)>,
    /// The validities that schedule rows point to; the first is "always".
    pub validities: Vec<Validity>,
    /// Opening hours.
    pub hours: Vec<HoursRow>,
    /// Stakeholders, in the order of branch and name.
    pub stakeholders: Vec<Stakeholder>,
    /// When they can meet.
    pub windows: Vec<WindowRow>,
    /// Minimums.
    pub coverage: Vec<CoverageRule>,
    /// Traffic at desks.
    pub traffic: Vec<TrafficRow>,
    /// Duties of job descriptions.
    pub duties: Vec<Duty>,
    /// Impact stories.
    pub stories: Vec<Story>,
    /// Which rows were imported, and from where; in the order of file and line.
    pub sources: Vec<SourceRow>,
    /// The files.
    pub inputs: Vec<InputFile>,
}

impl Study {
    /// A branch's name.
    #[must_use]
    pub fn branch_name(&self, branch: BranchId) -> &str {
        self.branches.get(branch.index())
    }

    /// The validity with this number; always, where there is none.
    #[must_use]
    pub fn validity(&self, number: u32) -> Validity {
        usize::try_from(number).ok().and_then(|at| self.validities.get(at)).copied().unwrap_or_default()
    }

    /// A desk's name.
    #[must_use]
    pub fn desk_name(&self, desk: DeskId) -> &str {
        self.desks.get(desk.index())
    }

    /// A staff member.
    #[must_use]
    pub fn member(&self, staff: StaffId) -> &StaffMember {
        &self.staff[staff.index()]
    }

    /// All schedule rows, in the order of the file.
    pub fn schedule_rows(&self) -> impl Iterator<Item = ScheduleRow> {
        self.schedule.iter().flat_map(SchedulePart::rows)
    }

    /// How many schedule rows there are.
    #[must_use]
    pub fn n_schedule_rows(&self) -> usize {
        self.schedule.iter().map(SchedulePart::n_rows).sum()
    }

    /// How many rows could not be used, in all files.
    #[must_use]
    pub fn n_left_out(&self) -> usize {
        self.inputs.iter().map(|input| input.n_left_out).sum()
    }
}
