//! How much planning and assessment is scheduled, how much do partner visits need, and how much is there room for?
//!
//! Planning before and assessment after a visit are work (domain, section 6). So:
//!
//! - **visits**: every hour of firm partner time that is within reach, as if each were used, and the outreach that stands
//!   on the schedule. One unbroken stretch of a partner's reachable time is one visit. Two partners may be within reach
//!   of one person at the same hour; then both count, and the need is at most this.
//! - **needed**: visits × `planning_per_visit_hour`. Beside it, what all firm partner time would need if it could be met.
//! - **scheduled**: planning and assessment on the schedule.
//! - **room**: usable blocks, less the visits within reach and the way there and back. A visit takes no more than its own
//!   time from these blocks, so the room is at least this.

use super::reach::ContactSlot;
use super::results::Results;
use super::staff_time::StaffTime;
use crate::study::{Activity, BranchId, StakeholderId};
use crate::time::Minutes;

/// Planning and assessment of one branch, or of all that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Planning {
    /// The branch, as people's time is shown by branch.
    pub branch: String,
    /// Visits within reach.
    pub n_visits: usize,
    /// Their time with the partner.
    pub reachable: Minutes,
    /// The way to them and back.
    pub way: Minutes,
    /// All firm partner time, within reach or not.
    pub offered: Minutes,
    /// Outreach on the schedule.
    pub outreach: Minutes,
    /// Planning on the schedule.
    pub planning: Minutes,
    /// Assessment on the schedule.
    pub assessment: Minutes,
    /// Usable blocks.
    pub usable: Minutes,
    /// Planning and assessment that an hour of a visit needs, in minutes.
    pub per_visit_hour: u16,
}

impl Planning {
    /// Time of visits: within reach, and on the schedule.
    #[must_use]
    pub fn visits(&self) -> Minutes {
        self.reachable + self.outreach
    }

    /// Planning and assessment that these visits need, to the minute.
    #[must_use]
    pub fn needed(&self) -> Minutes {
        self.needed_for(self.visits())
    }

    /// How much more that is than visits within reach need.
    #[must_use]
    pub fn needed_more(&self) -> Minutes {
        self.needed_for_all() - self.needed()
    }

    /// What they would need if all partner time could be met.
    #[must_use]
    pub fn needed_for_all(&self) -> Minutes {
        self.needed_for(self.offered + self.outreach)
    }

    fn needed_for(&self, visits: Minutes) -> Minutes {
        Minutes((visits.0 * i64::from(self.per_visit_hour) + 30) / 60)
    }

    /// Planning and assessment on the schedule.
    #[must_use]
    pub fn scheduled(&self) -> Minutes {
        self.planning + self.assessment
    }

    /// Time in usable blocks beside the visits.
    #[must_use]
    pub fn room(&self) -> Minutes {
        Minutes((self.usable.0 - self.reachable.0 - self.way.0).max(0))
    }

    /// How much more is needed than is scheduled.
    #[must_use]
    pub fn missing(&self) -> Minutes {
        Minutes((self.needed().0 - self.scheduled().0).max(0))
    }

    fn add_account(&mut self, account: &StaffTime) {
        self.outreach += account.by_activity[Activity::Outreach.index()];
        self.planning += account.by_activity[Activity::Planning.index()];
        self.assessment += account.by_activity[Activity::Assessment.index()];
        self.usable += account.usable;
    }

    fn add_visit(&mut self, visit: &Visit) {
        self.n_visits += 1;
        self.reachable += Minutes(i64::from(visit.end) - i64::from(visit.start));
        self.way += Minutes(2 * i64::from(visit.travel));
    }
}

/// An unbroken stretch of one partner's reachable time; of several ways there, the longest counts.
#[derive(Clone, Copy, Debug)]
struct Visit {
    start: i32,
    end: i32,
    travel: u16,
}

impl Visit {
    const fn of(slot: &ContactSlot) -> Visit {
        Visit { start: slot.span.start.0, end: slot.span.end.0, travel: slot.travel }
    }

    /// Takes another stretch in, where the two touch.
    fn join(&mut self, other: Visit) -> bool {
        let touches = other.start <= self.end;
        if touches {
            self.end = self.end.max(other.end);
            self.travel = self.travel.max(other.travel);
        }
        touches
    }
}

impl Results {
    /// Planning and assessment of all shown branches together, partners of no branch included; then, where there are
    /// several, of each with its own partners. Branches whose people are merged stand together, last.
    #[must_use]
    pub fn planning(&self) -> Vec<Planning> {
        let mut branches: Vec<(bool, BranchId)> =
            self.shown.iter().map(|branch| (self.is_merged(*branch), *branch)).collect();
        branches.sort_unstable();
        let row = |branch: String| Planning {
            branch,
            per_visit_hour: self.settings.planning_per_visit_hour,
            ..Planning::default()
        };
        let mut rows = vec![row(self.whole_branch())];
        let mut places: Vec<Option<usize>> = vec![None; self.branches.len()];
        let first_merged = branches.iter().find(|(is_merged, _)| *is_merged).map(|(_, branch)| *branch);
        for (is_merged, branch) in branches {
            if !is_merged || Some(branch) == first_merged {
                rows.push(row(self.people_branch(branch)));
            }
            places[branch.index()] = Some(rows.len() - 1);
        }
        let place = |branch: Option<BranchId>| branch.and_then(|branch| places[branch.index()]);
        let mut add = |branch: Option<BranchId>, figure: &dyn Fn(&mut Planning)| {
            figure(&mut rows[0]);
            place(branch).into_iter().for_each(|at| figure(&mut rows[at]));
        };
        for account in &self.staff_time {
            add(Some(account.branch), &|row| row.add_account(account));
        }
        for outcomes in &self.outcomes {
            let offered = outcomes.total.window();
            add(self.stakeholder(outcomes.stakeholder).branch, &|row| row.offered += offered);
        }
        self.for_each_visit(|stakeholder, visit| {
            add(self.stakeholder(stakeholder).branch, &|row| row.add_visit(&visit));
        });
        // one branch, or one group of them, is all there is
        if rows.len() == 2 {
            rows.pop();
        }
        rows
    }

    /// Every visit within reach. The slots of one branch stand in the order of time; those of a partner of no branch are
    /// put in order first.
    fn for_each_visit(&self, mut each: impl FnMut(StakeholderId, Visit)) {
        let mut running: Vec<Option<Visit>> = vec![None; self.stakeholders.len()];
        let is_anywhere = |slot: &&ContactSlot| self.stakeholder(slot.stakeholder).branch.is_none();
        let firm = self.slots.iter().filter(|slot| !slot.is_tentative);
        let mut anywhere: Vec<&ContactSlot> = firm.clone().filter(is_anywhere).collect();
        anywhere.sort_by_key(|slot| (slot.span.start, slot.stakeholder));
        for slot in firm.filter(|slot| !is_anywhere(slot)).chain(anywhere) {
            let visit = Visit::of(slot);
            let last = &mut running[slot.stakeholder.index()];
            if !last.as_mut().is_some_and(|last| last.join(visit))
                && let Some(done) = last.replace(visit)
            {
                each(slot.stakeholder, done);
            }
        }
        for (at, visit) in running.into_iter().enumerate() {
            if let Some(visit) = visit {
                each(StakeholderId::at(at), visit);
            }
        }
    }
}
