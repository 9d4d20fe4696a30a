//! What does one change do to one day? Reach, and everything that must not become worse.

use crate::analysis::{Outcome, Results, analyze_in};
use crate::scenario::apply::apply_change;
use crate::scenario::building::short_of_people;
use crate::scenario::day_study::DayStudy;
use crate::scenario::draft::Draft;
use crate::study::{Action, Activity, Change, DeskId, StakeholderId};
use crate::time::Minutes;

/// A day as it is, or after a change.
#[derive(Clone, Debug)]
pub struct Trial {
    /// What the analysis finds.
    pub results: Results,
    /// How much time the change moves.
    pub moved: Minutes,
    short_of_people: Minutes,
}

impl Trial {
    /// Tries a change on a day; none where it cannot be made.
    #[must_use]
    pub fn of(day: &DayStudy, change: Option<&Change>) -> Option<Trial> {
        let mut draft = Draft::new(&day.study, &day.period());
        let mut moved = Minutes::ZERO;
        if let Some(change) = change {
            let done = apply_change(&mut draft, change);
            if done.n_dates == 0 || !done.refused.is_empty() || !done.in_part.is_empty() {
                return None;
            }
            moved = moved_by(&change.action, change.when.time);
        }
        let short_of_people = short_of_people(&mut draft, day.branch);
        Some(Trial { results: analyze_in(&draft.into_study(), day.period()), moved, short_of_people })
    }

    /// Reachable time of all partners.
    #[must_use]
    pub fn reach(&self) -> Minutes {
        self.results.outcome_totals().of(Outcome::Reachable)
    }

    /// Reachable time of one partner.
    #[must_use]
    pub fn reach_of(&self, partner: StakeholderId) -> Minutes {
        let own = self.results.outcomes.iter().filter(|outcomes| outcomes.stakeholder == partner);
        own.map(|outcomes| outcomes.total.of(Outcome::Reachable)).sum()
    }

    /// Whether no desk and not the building is shorter of people than before, nobody is booked twice more often, nobody's
    /// stints are longer than wanted more often, and no meal is shorter.
    #[must_use]
    pub fn is_no_worse_than(&self, before: &Trial) -> bool {
        let missing = |trial: &Trial, desk: DeskId| {
            trial
                .results
                .desk_cover
                .iter()
                .filter(|cover| cover.desk == desk)
                .map(|cover| cover.missing_person)
                .sum::<Minutes>()
        };
        let count = |trial: &Trial, of: fn(&crate::analysis::StaffTime) -> usize| {
            trial.results.staff_time.iter().map(of).sum::<usize>()
        };
        let meals = |trial: &Trial| trial.results.time_on(Activity::Meal);
        self.results.desk_cover.iter().all(|cover| missing(self, cover.desk) <= missing(before, cover.desk))
            && self.short_of_people <= before.short_of_people
            && self.results.conflicts.len() <= before.results.conflicts.len()
            && count(self, |account| account.n_long_stints) <= count(before, |account| account.n_long_stints)
            && meals(self) == meals(before)
    }
}

/// How much time a change moves on one date: desk time that changes hands (both ways for a swap), a duty put elsewhere,
/// working hours, opening hours, or how long a minimum is lower.
#[must_use]
pub fn moved_by(action: &Action, time: Option<(u16, u16)>) -> Minutes {
    let length = |time: Option<(u16, u16)>| time.map_or(1440, |(start, end)| i64::from(end) - i64::from(start));
    Minutes(match action {
        Action::Swap { other, .. } => length(time) + length(other.time),
        // hours of work that are added must be paid for: they weigh twice
        Action::Shift { start_by, end_by, .. } => {
            let longer = (i64::from(*end_by) - i64::from(*start_by)).max(0);
            i64::from(start_by.unsigned_abs().max(end_by.unsigned_abs())) + longer
        }
        _ => length(time),
    })
}
