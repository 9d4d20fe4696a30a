//! Everything that one pass over a study finds. All that is written, drawn or said is read from here.

use super::at_most::key_of;
use super::conflict::Conflict;
use super::department_slots::DepartmentSlot;
use super::desk_cover::DeskCover;
use super::duty_time::{DutyTime, RoleDescription};
use super::grid::Grid;
use super::hours_options::HoursOption;
use super::labels::PersonShown;
use super::lists::Lists;
use super::outcome::StakeholderOutcomes;
use super::partner_groups::GroupReach;
use super::person_time::Stretch;
use super::public::Merged;
use super::quiet_desk::QuietDesk;
use super::reach::ContactSlot;
use super::shared_time::{CommonSlot, DepartmentTime, PairTime};
use super::staff_time::{StaffTime, StaffWeek};
use crate::study::{Assume, BranchId, DeskId, Names, Settings, SourceRow, StaffId, Stakeholder, StakeholderId, Story};
use crate::time::{Day, Minutes, Period, Span};

/// One person's off-desk time at one branch, as maximal spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocks {
    /// Where.
    pub branch: BranchId,
    /// Who.
    pub staff: StaffId,
    /// When, in order; a block that crosses midnight belongs to the date on which it starts.
    pub spans: Vec<Span>,
}

/// Half-hour grids of one branch, over the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchGrids {
    /// Which branch.
    pub branch: BranchId,
    /// Minutes open.
    pub open: Grid,
    /// Stakeholder-minutes of firm windows, of the branch's own stakeholders and those of the whole library.
    pub partners: Grid,
    /// Person-minutes of eligible people who are releasable.
    pub releasable: Grid,
    /// Person-minutes of all people who are off-desk.
    pub off_desk: Grid,
    /// Minutes in which at least one stakeholder is available and at least one eligible person is releasable.
    pub both: Grid,
}

impl BranchGrids {
    /// Empty grids of a branch.
    #[must_use]
    pub fn new(branch: BranchId) -> BranchGrids {
        let [open, partners, releasable, off_desk, both] = std::array::from_fn(|_| Grid::default());
        BranchGrids { branch, open, partners, releasable, off_desk, both }
    }

    /// Adds the grids of another branch.
    pub fn add(&mut self, other: &BranchGrids) {
        self.open.add_grid(&other.open);
        self.partners.add_grid(&other.partners);
        self.releasable.add_grid(&other.releasable);
        self.off_desk.add_grid(&other.off_desk);
        self.both.add_grid(&other.both);
    }
}

/// A desk row outside open hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeskWhileClosed {
    /// The row's line in the schedule.
    pub line: u32,
    /// The first such date.
    pub first: Day,
    /// How many dates.
    pub n_dates: usize,
    /// Minutes outside open hours, on all of them.
    pub minutes: Minutes,
}

/// The same figures where people without given working hours are at work whenever the branch is open.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct AtMost {
    /// Accounts of time, in the order of [`Results::staff_time`] where both have one.
    pub staff_time: Vec<StaffTime>,
    /// Outcomes, firm and tentative.
    pub outcomes: Vec<StakeholderOutcomes>,
}

/// What one pass over a study finds.
#[derive(Clone, Debug)]
pub struct Results {
    /// The dates analyzed.
    pub period: Period,
    /// The settings that it rests on.
    pub settings: Settings,
    /// Branches, in order.
    pub branches: Names,
    /// The branches that are shown.
    pub shown: Vec<BranchId>,
    /// Desk names.
    pub desks: Names,
    /// Stakeholders, in order.
    pub stakeholders: Vec<Stakeholder>,
    /// Impact stories.
    pub stories: Vec<Story>,
    /// How each person is shown.
    pub people: Vec<PersonShown>,
    /// Accounts of time, by branch and person.
    pub staff_time: Vec<StaffTime>,
    /// The same week by week.
    pub staff_weeks: Lists<StaffWeek>,
    /// Every block of off-desk time, by branch and person.
    pub blocks: Vec<Blocks>,
    /// Outcomes of firm windows, by branch and stakeholder.
    pub outcomes: Vec<StakeholderOutcomes>,
    /// Outcomes of tentative windows.
    pub tentative: Vec<StakeholderOutcomes>,
    /// Outcomes of firm windows by group of partners.
    pub groups: Vec<GroupReach>,
    /// The shortest useful visit of each stakeholder's firm windows in the period, by id; zero where there is none.
    pub shortest_visits: Vec<Minutes>,
    /// Every contact slot.
    pub slots: Lists<ContactSlot>,
    /// Every desk's cover.
    pub desk_cover: Vec<DeskCover>,
    /// Half-hour grids, by branch.
    pub grids: Vec<BranchGrids>,
    /// The same for all shown branches as one: each stakeholder counts once, and `both` is time in which it is so at one
    /// branch at least.
    pub whole: BranchGrids,
    /// Half hours now closed, best first.
    pub hours_options: Vec<HoursOption>,
    /// Double bookings.
    pub conflicts: Lists<Conflict>,
    /// Desk rows outside open hours, by person.
    pub while_closed: Lists<DeskWhileClosed>,
    /// Time that two people share.
    pub pairs: Vec<PairTime>,
    /// Time that two departments share.
    pub departments: Vec<DepartmentTime>,
    /// When departments share it, by time of the week.
    pub department_slots: Vec<DepartmentSlot>,
    /// Spans in which many, or a named group, are free together.
    pub common: Vec<CommonSlot>,
    /// Desk time against traffic.
    pub quiet: Vec<QuietDesk>,
    /// Job descriptions against the schedule.
    pub duties: Vec<DutyTime>,
    /// What they say of relationships, by role.
    pub role_descriptions: Vec<RoleDescription>,
    /// The first week as it is, by person.
    pub week: Vec<(StaffId, Stretch)>,
    /// The Monday of that week.
    pub week_of: Day,
    /// Dates of people on which working hours are not given.
    pub n_assumed_dates: usize,
    /// People whose working hours are not given on some date.
    pub n_assumed_people: usize,
    /// The second pass, where the first rests on "at least".
    pub at_most: Option<AtMost>,
    /// What was merged for a packet that leaves the library.
    pub merged: Merged,
    /// Rows that could not be used, in all files.
    pub n_left_out: usize,
    /// Rows that were imported, and from where.
    pub sources: Vec<SourceRow>,
}

impl Results {
    /// A person as shown.
    #[must_use]
    pub fn person(&self, staff: StaffId) -> &PersonShown {
        &self.people[staff.index()]
    }

    /// A branch's name.
    #[must_use]
    pub fn branch_name(&self, branch: BranchId) -> &str {
        self.branches.get(branch.index())
    }

    /// A desk's name.
    #[must_use]
    pub fn desk_name(&self, desk: DeskId) -> &str {
        self.desks.get(desk.index())
    }

    /// A stakeholder.
    #[must_use]
    pub fn stakeholder(&self, id: StakeholderId) -> &Stakeholder {
        &self.stakeholders[id.index()]
    }

    /// The name of a stakeholder's branch; empty where any branch may meet it.
    #[must_use]
    pub fn stakeholder_branch(&self, id: StakeholderId) -> &str {
        self.stakeholder(id).branch.map_or("", |branch| self.branch_name(branch))
    }

    /// Whether figures of people rest on assumed working hours, and are an "at least".
    #[must_use]
    pub fn is_at_least(&self) -> bool {
        self.n_assumed_dates > 0 && self.settings.assume == Assume::DeskSpan
    }

    /// The second pass's outcomes of the same windows.
    #[must_use]
    pub fn outcomes_at_most(&self, of: &StakeholderOutcomes) -> Option<&StakeholderOutcomes> {
        let outcomes = &self.at_most.as_ref()?.outcomes;
        let at = outcomes.binary_search_by_key(&key_of(of), key_of).ok()?;
        outcomes.get(at)
    }

    /// The second pass's account of the same person at the same branch.
    #[must_use]
    pub fn staff_time_at_most(&self, of: &StaffTime) -> Option<&StaffTime> {
        let accounts = &self.at_most.as_ref()?.staff_time;
        let at =
            accounts.binary_search_by_key(&(of.branch, of.staff), |account| (account.branch, account.staff)).ok()?;
        accounts.get(at)
    }
}
