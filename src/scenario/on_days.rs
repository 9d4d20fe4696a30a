//! What does a change make of a study, on some days?

use super::apply::{Applied, apply};
use super::day_rules::day_rules;
use crate::study::{Action, Change, Scenario, Study, When};
use crate::time::{Day, DayRule, Period, Validity};

/// The change by the rules of its days, and the study with it; none where it cannot be applied as it stands.
pub fn on_days(study: &Study, period: &Period, change: &Change, days: &[Day]) -> Option<(Vec<Change>, Applied)> {
    let rules = day_rules(days, period, study.settings.rotation);
    let changes: Vec<Change> = rules.into_iter().map(|(day, validity)| with_day(change, day, validity)).collect();
    let scenario = Scenario {
        name: String::new(),
        title: String::new(),
        why: String::new(),
        new_desks: Vec::new(),
        changes: changes.clone(),
    };
    let applied = apply(study, period, &scenario);
    let is_sound = applied.problems.iter().next().is_none();
    is_sound.then_some((changes, applied))
}

/// The change on other days.
fn with_day(change: &Change, day: DayRule, validity: Validity) -> Change {
    let mut change = change.clone();
    let placed = |when: When| When { day, validity, ..when };
    change.when = placed(change.when);
    if let Action::Swap { other, .. } = &mut change.action {
        *other = placed(*other);
    }
    change
}
