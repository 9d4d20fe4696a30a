//! What does a job description say, what does the schedule do, and what would it make possible? (Domain, section 6.)
//!
//! A description is in hours of the desk, of meetings and courses, and of work with the community: outreach, planning,
//! assessment, programs. The schedule *does* what its rows name. It *makes possible* for work with the community, beyond
//! that, the role's usable blocks: stretches of time off the desk, long enough, that no row gives a duty yet. All duties
//! without time of their own share these blocks; so for each of them alone it is an upper limit, “room for up to”.
//! Blocks of people who may not meet partners are no room for outreach.

use super::labels::PersonShown;
use super::staff_time::StaffTime;
use crate::study::{Activity, StaffId, Study};
use crate::time::Minutes;
use std::collections::BTreeMap;

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
    /// Time in usable blocks that could carry the duty out; none where it is not work with the community.
    pub usable: Option<Minutes>,
    /// Time on shift of everybody in the role.
    pub on_shift: Minutes,
}

impl DutyTime {
    /// The percentage of time on shift that the schedule gives the activity.
    #[must_use]
    pub fn scheduled_percent(&self) -> Option<f64> {
        self.scheduled.and_then(|scheduled| percent_of(scheduled, self.on_shift))
    }

    /// The percentage of time on shift that the activity could take, with every usable block: an upper limit.
    #[must_use]
    pub fn possible_percent(&self) -> Option<f64> {
        percent_of(self.scheduled? + self.usable?, self.on_shift)
    }

    /// Whether the description gives it time, and the schedule none at all.
    #[must_use]
    pub fn has_no_time(&self) -> bool {
        self.percent > 0.0 && !self.on_shift.is_zero() && self.scheduled == Some(Minutes::ZERO)
    }
}

/// What the descriptions say of one role's relationships with the community (the activity `outreach`).
#[derive(Clone, Debug, PartialEq)]
pub struct RoleDescription {
    /// The role.
    pub role: String,
    /// People of the role on the schedule.
    pub n_people: usize,
    /// How many of them may meet partners.
    pub n_eligible: usize,
    /// Duties of its description, those of every role included.
    pub n_duties: usize,
    /// The percentage that these give to outreach; none where no duty names it.
    pub percent: Option<f64>,
    /// That percentage of the time on shift.
    pub described: Minutes,
    /// Outreach on the schedule.
    pub scheduled: Minutes,
    /// Usable blocks of those who may meet partners; none where a public packet must not tell them from the others.
    pub usable: Option<Minutes>,
    /// Time on shift.
    pub on_shift: Minutes,
}

impl RoleDescription {
    /// The percentage of time on shift that the schedule gives outreach.
    #[must_use]
    pub fn scheduled_percent(&self) -> f64 {
        percent_of(self.scheduled, self.on_shift).unwrap_or(0.0)
    }

    /// The same with every usable block: an upper limit.
    #[must_use]
    pub fn possible_percent(&self) -> Option<f64> {
        percent_of(self.scheduled + self.usable?, self.on_shift)
    }

    /// Whether the role has a description that gives relationships no time.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.n_duties > 0 && self.percent.is_none_or(|percent| percent <= 0.0)
    }

    /// Whether some of its people may meet partners, and others may not.
    #[must_use]
    pub const fn is_mixed(&self) -> bool {
        0 < self.n_eligible && self.n_eligible < self.n_people
    }

    /// How much less the schedule gives than the description says; none where it gives as much.
    #[must_use]
    pub fn missing(&self) -> Minutes {
        Minutes((self.described.0 - self.scheduled.0).max(0))
    }

    /// Whether every usable block together would not be enough for what the description says.
    #[must_use]
    pub fn is_out_of_reach(&self) -> bool {
        self.usable.is_some_and(|usable| self.described > self.scheduled + usable)
    }
}

fn percent_of(part: Minutes, whole: Minutes) -> Option<f64> {
    (!whole.is_zero()).then(|| part.share_of(whole) * 100.0)
}

/// So many percent of a length, to the minute.
fn percent_of_time(percent: f64, whole: Minutes) -> Minutes {
    let hundredths = format!("{:.0}", percent * 100.0).parse::<i64>().unwrap_or(0);
    Minutes((whole.0 * hundredths + 5_000) / 10_000)
}

/// Descriptions and the accounts of time of the people they are written for.
struct Roles<'a> {
    study: &'a Study,
    /// By role, as it is compared; everybody's under the empty one.
    accounts: BTreeMap<String, Vec<&'a StaffTime>>,
    /// By role, as it is compared: how it is shown.
    shown: BTreeMap<String, &'a str>,
}

impl<'a> Roles<'a> {
    fn of(study: &'a Study, accounts: &'a [StaffTime], shown: &'a [PersonShown]) -> Roles<'a> {
        let mut by_role: BTreeMap<String, Vec<&StaffTime>> =
            BTreeMap::from([(String::new(), accounts.iter().collect())]);
        for account in accounts {
            let role = compared(&study.member(account.staff).role);
            if !role.is_empty() {
                by_role.entry(role).or_default().push(account);
            }
        }
        let mut shown_by_role = BTreeMap::new();
        for (member, shown) in study.staff.iter().zip(shown) {
            shown_by_role.entry(compared(&member.role)).or_insert(&shown.role[..]);
        }
        Roles { study, accounts: by_role, shown: shown_by_role }
    }

    /// The accounts of a role; everybody's for the empty one.
    fn accounts_of(&self, role: &str) -> impl Iterator<Item = &'a StaffTime> + use<'a, '_> {
        self.accounts.get(&compared(role)).into_iter().flatten().copied()
    }

    fn given(&self, staff: StaffId) -> &'a str {
        &self.study.member(staff).role
    }

    /// How a role is shown; empty for a duty of every role.
    fn shown_role(&self, role: &str) -> String {
        let shown = self.shown.get(&compared(role)).filter(|_| !role.is_empty());
        shown.map_or_else(|| role.to_owned(), |shown| (*shown).to_owned())
    }

    /// Usable blocks of a role in which a duty could be carried out.
    fn usable_for(&self, role: &str, activity: Activity) -> Option<Minutes> {
        let may =
            |account: &&StaffTime| activity != Activity::Outreach || self.study.member(account.staff).does_outreach;
        let usable = || self.accounts_of(role).filter(may).map(|account| account.usable).sum();
        activity.is_community_work().then(usable)
    }
}

/// A role as it is compared with others.
fn compared(role: &str) -> String {
    role.to_lowercase()
}

/// Time that carries an activity out; none for `on-call`, which is off-desk time and not counted apart.
fn scheduled_for<'a>(accounts: impl Iterator<Item = &'a StaffTime>, activity: Activity) -> Option<Minutes> {
    match activity {
        Activity::OnCall => None,
        Activity::Shift | Activity::OffDesk => Some(accounts.map(StaffTime::off_desk).sum()),
        Activity::Leave => Some(Minutes::ZERO),
        counted => Some(accounts.map(|account| account.by_activity[counted.index()]).sum()),
    }
}

/// Sets every duty beside the accounts of time of its role.
#[must_use]
pub fn duty_times(study: &Study, accounts: &[StaffTime], shown: &[PersonShown]) -> Vec<DutyTime> {
    if study.duties.is_empty() {
        return Vec::new();
    }
    let roles = Roles::of(study, accounts, shown);
    let duty_time = |duty: &crate::study::Duty| {
        let of_role = || roles.accounts_of(&duty.role);
        DutyTime {
            role: roles.shown_role(&duty.role),
            duty: duty.duty.clone(),
            percent: duty.percent,
            activity: duty.activity,
            scheduled: duty.activity.and_then(|activity| scheduled_for(of_role(), activity)),
            usable: duty.activity.and_then(|activity| roles.usable_for(&duty.role, activity)),
            on_shift: of_role().map(|account| account.on_shift).sum(),
        }
    };
    study.duties.iter().map(duty_time).collect()
}

/// What the descriptions say of relationships, for every role on the schedule, by name; nothing without `duties.csv`.
#[must_use]
pub fn role_descriptions(study: &Study, accounts: &[StaffTime], shown: &[PersonShown]) -> Vec<RoleDescription> {
    if study.duties.is_empty() {
        return Vec::new();
    }
    let roles = Roles::of(study, accounts, shown);
    let mut of_role: BTreeMap<String, &str> = BTreeMap::new();
    for role in accounts.iter().map(|account| roles.given(account.staff)).filter(|role| !role.is_empty()) {
        of_role.entry(role.to_lowercase()).or_insert(role);
    }
    of_role.into_values().map(|role| role_description(&roles, role)).collect()
}

fn role_description(roles: &Roles<'_>, role: &str) -> RoleDescription {
    let mut people: Vec<StaffId> = roles.accounts_of(role).map(|account| account.staff).collect();
    people.sort_unstable();
    people.dedup();
    let on_shift = roles.accounts_of(role).map(|account| account.on_shift).sum();
    let own =
        || roles.study.duties.iter().filter(|duty| duty.role.is_empty() || compared(&duty.role) == compared(role));
    let outreach: Vec<f64> =
        own().filter(|duty| duty.activity == Some(Activity::Outreach)).map(|duty| duty.percent).collect();
    let percent = (!outreach.is_empty()).then(|| outreach.iter().sum::<f64>());
    let scheduled = scheduled_for(roles.accounts_of(role), Activity::Outreach).unwrap_or_default();
    RoleDescription {
        role: roles.shown_role(role),
        n_people: people.len(),
        n_eligible: people.iter().filter(|staff| roles.study.member(**staff).does_outreach).count(),
        n_duties: own().count(),
        percent,
        described: percent_of_time(percent.unwrap_or(0.0), on_shift),
        scheduled,
        usable: roles.usable_for(role, Activity::Outreach),
        on_shift,
    }
}
