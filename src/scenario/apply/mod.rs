//! What does a scenario make of a study? Its changes one after the other; what cannot be done is said, with its place
//! in the scenario file and the reason.

mod blocks;
mod desk_time;
mod hand_over;
mod hours;
mod minimums;
mod people;

use super::draft::Draft;
use super::moved::Moved;
use crate::problem::{Code, Problem, Problems};
use crate::study::{Action, Change, Scenario, StaffId, Study};
use crate::time::{Day, Period, WEEKDAY_NAMES};

/// A study after a scenario.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The study.
    pub study: Study,
    /// What was moved.
    pub moved: Moved,
    /// What could not be done.
    pub problems: Problems,
}

/// Why a change could not be done on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The date; none where it is not about one.
    pub day: Option<Day>,
    /// Why, as the end of a sentence.
    pub reason: String,
}

/// On how many dates a change was done, and on which it was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Dates (or other things) on which it was done.
    pub n_dates: usize,
    /// Where it was not.
    pub refused: Vec<Refusal>,
    /// Dates on which it was made in part only.
    pub in_part: Vec<Refusal>,
}

impl Done {
    /// Counts what one date came to.
    pub fn take(&mut self, day: Day, result: Result<(), String>) {
        match result {
            Ok(()) => self.n_dates += 1,
            Err(reason) => self.refused.push(Refusal { day: Some(day), reason }),
        }
    }

    /// Counts what several tries on one date came to.
    pub fn take_all(&mut self, day: Day, results: Vec<Result<(), String>>) {
        let is_any = results.iter().any(Result::is_ok);
        let reason = results.into_iter().find_map(Result::err);
        self.n_dates += usize::from(is_any);
        if let Some(reason) = reason {
            let refused = if is_any { &mut self.in_part } else { &mut self.refused };
            refused.push(Refusal { day: Some(day), reason });
        }
    }

    /// Whether there was nothing to do on any date.
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.n_dates == 0 && self.refused.is_empty() && self.in_part.is_empty()
    }

    /// Nothing was done, and why.
    #[must_use]
    pub fn refused(reason: impl Into<String>) -> Done {
        Done { refused: vec![Refusal { day: None, reason: reason.into() }], ..Done::default() }
    }

    /// It was done on so many dates.
    #[must_use]
    pub fn on(n_dates: usize) -> Done {
        Done { n_dates, ..Done::default() }
    }
}

/// Applies a scenario to a study over a period.
#[must_use]
pub fn apply(study: &Study, period: &Period, scenario: &Scenario) -> Applied {
    let mut draft = Draft::new(study, period);
    draft.study.desks.0.extend(scenario.new_desks.iter().cloned());
    let mut problems = Problems::default();
    for change in &scenario.changes {
        let done = apply_change(&mut draft, change);
        report(&done, change, period.is_typical, &mut problems);
    }
    problems.sort();
    let (study, moved) = draft.finish();
    Applied { study, moved, problems }
}

/// Applies one change to a draft.
#[must_use]
pub fn apply_change(draft: &mut Draft, change: &Change) -> Done {
    match &change.action {
        Action::Minimum { desk, minimum } => minimums::minimum(draft, change, *desk, *minimum),
        Action::MergeDesks { desks, into, minimum } => minimums::merge_desks(draft, change, desks, (*into, *minimum)),
        Action::OnCall { desk, people } => minimums::on_call(draft, change, *desk, people),
        Action::Move { desk, from, to } => desk_time::hand(draft, change, *desk, *from, *to),
        Action::Swap { a, b, other } => desk_time::swap(draft, change, (*a, *b), other),
        Action::Release { desk, staff: Some(staff) } => desk_time::release(draft, change, *desk, *staff),
        Action::Release { desk, staff: None } => desk_time::release_above_minimum(draft, change, *desk),
        Action::Add { desk, staff } => desk_time::add(draft, change, *desk, *staff),
        Action::BlockDays { people, desk, longest } => blocks::block_days(draft, change, people, (*desk, *longest)),
        Action::MaxStint { people, minutes } => hand_over::max_stint(draft, change, people, *minutes),
        Action::Protect { people } => hand_over::protect(draft, change, people),
        Action::AddHours { role, desk, a_week, hourly_rate } => {
            people::add_hours(draft, change, role, *desk, (*a_week, *hourly_rate))
        }
        Action::Shift { people, start_by, end_by } => people::shift(draft, change, people, (*start_by, *end_by)),
        Action::Hours { open, close, is_closed } => hours::hours(draft, change, (*open, *close), *is_closed),
        Action::Buddy { staff, desk } => people::buddy(draft, change, *staff, *desk),
        Action::Absence { staff } => people::absence(draft, change, *staff),
        Action::Reschedule { staff, activity, new_start } => {
            people::reschedule(draft, change, *staff, (*activity, *new_start))
        }
    }
}

/// The dates of a change, in a draft's period.
fn days_of(draft: &Draft, change: &Change) -> Vec<Day> {
    change.when.days(draft.period(), draft.study.settings.rotation).collect()
}

/// The people that a change names; everybody with rows at its branch where it names nobody.
fn people_of(draft: &mut Draft, change: &Change, people: &[StaffId]) -> Vec<StaffId> {
    if people.is_empty() { draft.people_at(change.branch) } else { people.to_vec() }
}

/// Does a thing to rows, or leaves them as they were.
fn all_or_nothing<T>(draft: &mut Draft, act: impl FnOnce(&mut Draft) -> Result<T, String>) -> Result<T, String> {
    let before = draft.saved();
    let result = act(draft);
    if result.is_err() {
        draft.restore(before);
    }
    result
}

fn report(done: &Done, change: &Change, is_typical: bool, problems: &mut Problems) {
    let name = change.action.name();
    if done.is_nothing() {
        let problem = Problem::new(Code::E603, change.origin.clone())
            .says(format!("the change `{name}` falls on no date of the period"))
            .done("the scenario is not computed")
            .help("check its day, week, from and to against the period");
        problems.push(problem);
        return;
    }
    for (refused, how) in [(&done.refused, "cannot be made"), (&done.in_part, "can be made in part only")] {
        let Some(first) = refused.first() else { continue };
        let on = first.day.map_or(String::new(), |day| {
            if is_typical { format!(" on {}", WEEKDAY_NAMES[day.weekday()]) } else { format!(" on {day}") }
        });
        let more = match refused.len() - 1 {
            0 => String::new(),
            1 => "; the same holds for one more date".to_owned(),
            n => format!("; the same holds for {n} more dates"),
        };
        let says = format!("the change `{name}` {how}{on}: {}{more}", first.reason);
        problems.push(if done.n_dates == 0 {
            Problem::new(Code::E603, change.origin.clone())
                .says(says)
                .done("the scenario is not computed")
                .help("mend the change, or take it out of the scenario")
        } else {
            let left = match (how, refused.len()) {
                ("cannot be made", 1) => "that date stays as it is".to_owned(),
                ("cannot be made", n) => format!("those {n} dates stay as they are"),
                _ => "what is possible of it is made there".to_owned(),
            };
            Problem::new(Code::W604, change.origin.clone())
                .says(says)
                .done(format!("{left}; on all other dates the change is made"))
                .help("if that is not meant, narrow its days, or name somebody else")
        });
    }
}
