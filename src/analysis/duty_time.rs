//! What does a job description say, and what does the schedule do? (Domain, section 6.)

use super::labels::PersonShown;
use super::staff_time::StaffTime;
use crate::study::{Activity, Study};
use crate::time::Minutes;

/// One duty of one role: its share in the description beside its share in the schedule.
#[derive(Clone, Debug, PartialEq)]
pub struct DutyTime {
    /// The role; empty for a duty of every role.
    pub role: String,
    /// The duty, in the words of the description.
    pub duty: String,
    /// The percentage in the description, 0 to 100.
    pub percent: f64,
    /// The activity that carries it out, if one is named.
    pub activity: Option<Activity>,
    /// Time scheduled for that activity, by everybody in the role, over the period; none without an activity.
    pub scheduled: Option<Minutes>,
    /// Time on shift of everybody in the role.
    pub on_shift: Minutes,
}

impl DutyTime {
    /// The percentage of time on shift that the schedule gives the activity.
    #[must_use]
    pub fn scheduled_percent(&self) -> Option<f64> {
        self.scheduled.filter(|_| !self.on_shift.is_zero()).map(|scheduled| scheduled.share_of(self.on_shift) * 100.0)
    }
}

/// Sets every duty beside the accounts of time of its role.
#[must_use]
pub fn duty_times(study: &Study, accounts: &[StaffTime], shown: &[PersonShown]) -> Vec<DutyTime> {
    let is_of = |account: &&StaffTime, role: &str| {
        let given = &study.member(account.staff).role;
        role.is_empty() || given.to_lowercase() == role.to_lowercase()
    };
    let shown_role = |role: &str| {
        let holder = study.staff.iter().position(|member| member.role.to_lowercase() == role.to_lowercase());
        holder.map_or(role.to_owned(), |at| shown[at].role.clone())
    };
    study
        .duties
        .iter()
        .map(|duty| {
            let of_role = || accounts.iter().filter(|account| is_of(account, &duty.role));
            let on = |account: &StaffTime, activity: Activity| match activity {
                Activity::Shift | Activity::OffDesk => account.off_desk(),
                Activity::Leave => Minutes::ZERO,
                counted => account.by_activity[counted.index()],
            };
            DutyTime {
                role: if duty.role.is_empty() { String::new() } else { shown_role(&duty.role) },
                duty: duty.duty.clone(),
                percent: duty.percent,
                activity: duty.activity,
                scheduled: duty.activity.map(|activity| of_role().map(|account| on(account, activity)).sum()),
                on_shift: of_role().map(|account| account.on_shift).sum(),
            }
        })
        .collect()
}
