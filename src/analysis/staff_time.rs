//! How much of each person's time goes where, in total and week by week? (Domain, section 4.)

use super::person_time::{Doing, PersonTime, Stretch};
use super::results::Blocks;
use crate::study::{Activity, BranchId, Settings, StaffId};
use crate::time::{Day, Minute, Minutes, Period, Span};

/// One person's account of time at one branch, over the period.
///
/// Invariant: `on_shift` = desk + other duties + usable + fragments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffTime {
    /// Who.
    pub staff: StaffId,
    /// Where.
    pub branch: BranchId,
    /// At work.
    pub on_shift: Minutes,
    /// On desks and on each other duty, in the order of [`Activity::ALL`].
    pub by_activity: [Minutes; Activity::N_COUNTED],
    /// Off-desk time in blocks of at least `min_block`.
    pub usable: Minutes,
    /// Off-desk time in shorter blocks.
    pub fragments: Minutes,
    /// Off-desk time in blocks of at least 90 minutes.
    pub in_blocks_of_90: Minutes,
    /// Off-desk time in blocks of at least 120 minutes.
    pub in_blocks_of_120: Minutes,
    /// How many blocks there are, usable or not.
    pub n_blocks: usize,
    /// How many usable blocks there are.
    pub n_usable_blocks: usize,
    /// The longest block.
    pub longest_block: Minutes,
    /// The longest block of each date with work, added up; for the average of a working day.
    pub longest_by_date: Minutes,
    /// How many stints on desks there are: desk time without a pause, at one desk or several.
    pub n_stints: usize,
    /// How many of them are longer than `max_stint`.
    pub n_long_stints: usize,
    /// The longest of them.
    pub longest_stint: Minutes,
    /// On how many dates the person is at work.
    pub n_dates: usize,
    /// On how many of them working hours are not given.
    pub n_assumed_dates: usize,
}

impl StaffTime {
    fn new(staff: StaffId, branch: BranchId) -> StaffTime {
        let none = Minutes::ZERO;
        StaffTime {
            staff,
            branch,
            on_shift: none,
            by_activity: [none; Activity::N_COUNTED],
            usable: none,
            fragments: none,
            in_blocks_of_90: none,
            in_blocks_of_120: none,
            n_blocks: 0,
            n_usable_blocks: 0,
            longest_block: none,
            longest_by_date: none,
            n_stints: 0,
            n_long_stints: 0,
            longest_stint: none,
            n_dates: 0,
            n_assumed_dates: 0,
        }
    }

    /// On desks.
    #[must_use]
    pub fn desk(&self) -> Minutes {
        self.by_activity[Activity::Desk.index()]
    }

    /// On other duties: a meal, a meeting, a program …
    #[must_use]
    pub fn other_duties(&self) -> Minutes {
        self.by_activity[1..].iter().copied().sum()
    }

    /// On shift, and neither on a desk nor on another duty.
    #[must_use]
    pub fn off_desk(&self) -> Minutes {
        self.usable + self.fragments
    }

    /// Whether some of it rests on assumed working hours.
    #[must_use]
    pub const fn is_at_least(&self) -> bool {
        self.n_assumed_dates > 0
    }

    fn add_stint(&mut self, length: Minutes, max_stint: Minutes) {
        self.n_stints += 1;
        self.n_long_stints += usize::from(length > max_stint);
        self.longest_stint = self.longest_stint.max(length);
    }

    /// How much of it is usable.
    fn add_block(&mut self, length: Minutes, min_block: Minutes) -> Minutes {
        self.n_blocks += 1;
        self.longest_block = self.longest_block.max(length);
        let if_at_least = |least: Minutes| if length >= least { length } else { Minutes::ZERO };
        let usable = if_at_least(min_block);
        self.usable += usable;
        self.n_usable_blocks += usize::from(length >= min_block);
        self.fragments += length - usable;
        self.in_blocks_of_90 += if_at_least(Minutes(90));
        self.in_blocks_of_120 += if_at_least(Minutes(120));
        usable
    }
}

/// One person's account at one branch in one week; what crosses the end of a week counts in the week it starts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffWeek {
    /// Who.
    pub staff: StaffId,
    /// Where.
    pub branch: BranchId,
    /// The Monday of the week.
    pub monday: Day,
    /// At work.
    pub on_shift: Minutes,
    /// On desks.
    pub desk: Minutes,
    /// On other duties.
    pub other_duties: Minutes,
    /// Off-desk time in usable blocks.
    pub usable: Minutes,
    /// Off-desk time in fragments.
    pub fragments: Minutes,
}

impl StaffWeek {
    fn new(staff: StaffId, branch: BranchId, monday: Day) -> StaffWeek {
        let none = Minutes::ZERO;
        StaffWeek {
            staff,
            branch,
            monday,
            on_shift: none,
            desk: none,
            other_duties: none,
            usable: none,
            fragments: none,
        }
    }
}

/// The accounts of one person at one branch.
#[derive(Clone, Debug)]
pub struct Account {
    /// In total.
    pub total: StaffTime,
    /// Week by week.
    pub weeks: Vec<StaffWeek>,
    /// Every block of off-desk time.
    pub blocks: Blocks,
}

/// A person's account at a branch; none where the person is never on shift there.
#[must_use]
pub fn account(time: &PersonTime, branch: BranchId, settings: &Settings, period: &Period) -> Option<Account> {
    let (min_block, max_stint) = (Minutes(i64::from(settings.min_block)), Minutes(i64::from(settings.max_stint)));
    let mut total = StaffTime::new(time.staff, branch);
    let is_own = |stretch: &&Stretch| stretch.branch == branch && stretch.doing != Doing::Unknown;
    let is_block = |stretch: &&Stretch| stretch.branch == branch && stretch.doing == Doing::OffDesk;
    let mut spans = Vec::with_capacity(time.stretches.iter().filter(is_block).count());
    let mut weeks: Vec<StaffWeek> = Vec::new();
    let mut of_week = WeekMinutes::default();
    // where the date of the stretch before ends
    let mut midnight = i32::MIN;
    let mut longest_today = Minutes::ZERO;
    for stretch in time.stretches.iter().filter(is_own) {
        if stretch.start >= midnight {
            let date = Day::of(Minute(stretch.start));
            midnight = date.plus(1).start().0;
            total.n_dates += 1;
            total.longest_by_date += std::mem::take(&mut longest_today);
            if weeks.last().is_none_or(|week| week.monday != date.monday()) {
                close_week(&mut total, weeks.last_mut(), &mut of_week);
                weeks.push(StaffWeek::new(time.staff, branch, date.monday()));
            }
        }
        let length = Minutes(i64::from(stretch.end - stretch.start));
        match stretch.doing {
            Doing::Desk => {
                of_week.by_activity[Activity::Desk.index()] += length;
                total.add_stint(length, max_stint);
            }
            Doing::Duty(duty) => of_week.by_activity[duty.index()] += length,
            Doing::OffDesk | Doing::Unknown => {
                of_week.off_desk += length;
                of_week.usable += total.add_block(length, min_block);
                longest_today = longest_today.max(length);
                spans.push(Span { start: Minute(stretch.start), end: Minute(stretch.end) });
            }
        }
    }
    close_week(&mut total, weeks.last_mut(), &mut of_week);
    total.longest_by_date += longest_today;
    total.n_assumed_dates = time.assumed.iter().filter(|day| period.contains(**day)).count();
    let blocks = Blocks { branch, staff: time.staff, spans };
    (total.n_dates > 0).then_some(Account { total, weeks, blocks })
}

/// Minutes of a week.
#[derive(Default)]
struct WeekMinutes {
    /// On desks and duties, in the order of [`Activity::ALL`].
    by_activity: [Minutes; Activity::N_COUNTED],
    off_desk: Minutes,
    /// In usable blocks.
    usable: Minutes,
}

/// Adds up a week that is over.
fn close_week(total: &mut StaffTime, week: Option<&mut StaffWeek>, of_week: &mut WeekMinutes) {
    let Some(week) = week else { return };
    let WeekMinutes { by_activity, off_desk, usable } = std::mem::take(of_week);
    week.desk = by_activity[Activity::Desk.index()];
    week.other_duties = by_activity[1..].iter().copied().sum();
    week.usable = usable;
    week.fragments = off_desk - usable;
    week.on_shift = week.desk + week.other_duties + off_desk;
    total.on_shift += week.on_shift;
    for (sum, more) in total.by_activity.iter_mut().zip(by_activity) {
        *sum += more;
    }
}
