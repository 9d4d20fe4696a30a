//! How would a job description divide the week, if it were written from the schedule?
//!
//! The whole is working time: on shift, without meals and breaks. What a row of the schedule names goes to its part of
//! the job. Usable blocks carry no duty yet; they go to relationships with the community, and to the planning and
//! assessment behind them. The rule: planning and assessment get `planning_per_visit_hour` for each hour of
//! relationships (the way there included), and what is scheduled already for either counts. People who may not meet
//! partners give their blocks to planning. Shorter pieces stay what they are. Percentages and hours are dealt out by
//! largest remainders, so that they add up.

use super::apportion::apportion;
use super::results::Results;
use super::staff_time::StaffTime;
use crate::study::{Activity, StaffId};
use crate::time::Minutes;

/// A part of a job, in the order of a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JobPart {
    /// Outreach, and the way there.
    Relationships,
    /// Planning and assessment.
    Planning,
    /// Programs in the library.
    Programs,
    /// Desks.
    Desk,
    /// Meetings.
    Meetings,
    /// Training.
    Training,
    /// Other duties of the schedule.
    Other,
    /// Time off the desk in pieces that are too short to use otherwise.
    ShortPieces,
}

impl JobPart {
    /// Every part.
    pub const ALL: [JobPart; 8] = [
        JobPart::Relationships,
        JobPart::Planning,
        JobPart::Programs,
        JobPart::Desk,
        JobPart::Meetings,
        JobPart::Training,
        JobPart::Other,
        JobPart::ShortPieces,
    ];

    /// The activities of the schedule that it is made of.
    #[must_use]
    pub const fn activities(self) -> &'static [Activity] {
        match self {
            JobPart::Relationships => &[Activity::Outreach, Activity::Travel],
            JobPart::Planning => &[Activity::Planning, Activity::Assessment],
            JobPart::Programs => &[Activity::Program],
            JobPart::Desk => &[Activity::Desk],
            JobPart::Meetings => &[Activity::Meeting],
            JobPart::Training => &[Activity::Training],
            JobPart::Other => &[Activity::Other],
            JobPart::ShortPieces => &[],
        }
    }
}

/// One part of a job, over the period and for everybody in the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobShare {
    /// Which part.
    pub part: JobPart,
    /// Time that the schedule gives it.
    pub scheduled: Minutes,
    /// Time in usable blocks that the rule gives it.
    pub given: Minutes,
    /// Both, as a percentage of working time.
    pub percent: u32,
    /// Both, in tenths of an hour a week for one person.
    pub tenths: u32,
    /// The percentage of working time that the schedule alone gives it.
    pub scheduled_percent: u32,
}

/// The working time of everybody in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobTime {
    /// How many people.
    pub n_people: usize,
    /// How many of them may meet partners.
    pub n_eligible: usize,
    /// On shift, over the period.
    pub on_shift: Minutes,
    /// On shift without meals and breaks.
    pub working: Minutes,
    /// The same in tenths of an hour a week for one person.
    pub working_tenths: u32,
    /// Time in usable blocks.
    pub usable: Minutes,
    /// The same in tenths of an hour a week for one person.
    pub usable_tenths: u32,
    /// The same as a percentage of working time.
    pub usable_percent: u32,
    /// Every part, those without time included.
    pub shares: Vec<JobShare>,
    /// Dates on which working hours are not given.
    pub n_assumed_dates: usize,
}

impl JobTime {
    /// One part.
    #[must_use]
    pub fn share(&self, part: JobPart) -> Option<&JobShare> {
        self.shares.iter().find(|share| share.part == part)
    }
}

impl Results {
    /// The working time of these people together; none where nobody of them is on shift.
    #[must_use]
    pub fn job_time(&self, people: &[StaffId]) -> Option<JobTime> {
        let accounts: Vec<&StaffTime> =
            self.staff_time.iter().filter(|account| people.contains(&account.staff)).collect();
        let on_shift: Minutes = accounts.iter().map(|account| account.on_shift).sum();
        let mut present: Vec<StaffId> = accounts.iter().map(|account| account.staff).collect();
        present.sort_unstable();
        present.dedup();
        let on = |activity: &Activity| accounts.iter().map(|account| account.by_activity[activity.index()]).sum();
        let working = on_shift - on(&Activity::Meal) - on(&Activity::Break);
        if working.0 <= 0 {
            return None;
        }
        let scheduled = JobPart::ALL.map(|part| match part {
            JobPart::ShortPieces => accounts.iter().map(|account| account.fragments).sum(),
            counted => counted.activities().iter().map(on).sum::<Minutes>(),
        });
        let usable: Minutes = accounts.iter().map(|account| account.usable).sum();
        let may_meet = |account: &&&StaffTime| self.person(account.staff).is_eligible;
        let of_eligible: Minutes = accounts.iter().filter(may_meet).map(|account| account.usable).sum();
        let given = self.dealt(scheduled[0], scheduled[1], usable, of_eligible);
        let n_people = present.len();
        let working_tenths = self.tenths_a_week(working, n_people);
        Some(JobTime {
            n_people,
            n_eligible: present.iter().filter(|staff| self.person(**staff).is_eligible).count(),
            on_shift,
            working,
            working_tenths,
            usable,
            usable_tenths: self.tenths_a_week(usable, n_people),
            usable_percent: apportion_with(&scheduled, usable, 100).1,
            shares: shares(&scheduled, given, usable, working_tenths),
            n_assumed_dates: accounts.iter().map(|account| account.n_assumed_dates).sum(),
        })
    }

    /// What usable blocks give to relationships, and to planning and assessment.
    fn dealt(
        &self,
        relationships: Minutes,
        planning: Minutes,
        usable: Minutes,
        of_eligible: Minutes,
    ) -> (Minutes, Minutes) {
        let ratio = i64::from(self.settings.planning_per_visit_hour);
        // a minute that cannot be halved goes to relationships
        let parts = 60 + ratio;
        let wanted = (60 * (usable.0 + planning.0) - ratio * relationships.0 + parts - 1).div_euclid(parts);
        let to_relationships = wanted.clamp(0, usable.0.min(of_eligible.0));
        (Minutes(to_relationships), Minutes(usable.0 - to_relationships))
    }

    /// Tenths of an hour a week for each of so many people, rounded.
    fn tenths_a_week(&self, total: Minutes, n_people: usize) -> u32 {
        let parts = 60 * i64::try_from(self.period.n_days() * n_people).unwrap_or(i64::MAX).max(1);
        u32::try_from((total.0 * 70 + parts / 2) / parts).unwrap_or(u32::MAX)
    }
}

/// Every part with its numbers.
fn shares(scheduled: &[Minutes; 8], given: (Minutes, Minutes), usable: Minutes, tenths: u32) -> Vec<JobShare> {
    let given_to = |part: JobPart| match part {
        JobPart::Relationships => given.0,
        JobPart::Planning => given.1,
        _ => Minutes::ZERO,
    };
    let whole: Vec<Minutes> =
        JobPart::ALL.iter().zip(scheduled).map(|(part, scheduled)| *scheduled + given_to(*part)).collect();
    let (percents, hours) = (apportion(&whole, 100), apportion(&whole, tenths));
    let as_it_stands = apportion_with(scheduled, usable, 100).0;
    JobPart::ALL
        .into_iter()
        .enumerate()
        .map(|(at, part)| JobShare {
            part,
            scheduled: scheduled[at],
            given: given_to(part),
            percent: percents[at],
            tenths: hours[at],
            scheduled_percent: as_it_stands[at],
        })
        .collect()
}

/// The parts as the schedule gives them, and the usable blocks beside them.
fn apportion_with(scheduled: &[Minutes; 8], usable: Minutes, units: u32) -> (Vec<u32>, u32) {
    let mut parts = scheduled.to_vec();
    parts.push(usable);
    let mut dealt = apportion(&parts, units);
    let last = dealt.pop().unwrap_or(0);
    (dealt, last)
}
