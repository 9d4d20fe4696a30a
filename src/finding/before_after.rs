//! How was it before, and how after? Claims about two periods of one study, in the past tense.

use super::changed::{amount, signed};
use super::finding::Finding;
use crate::analysis::Outcome;
use crate::say;
use crate::scenario::{Comparison, Side};
use crate::study::period_in_words;
use crate::text::lower_first;
use crate::wording::{and_list, at_least_word, at_most_word, hours, percent};

/// Partners that one sentence names.
const MOST_NAMES: usize = 4;

/// Whether two periods of one study are compared.
#[must_use]
pub fn is_before_after(comparison: &Comparison) -> bool {
    let is_period = |side: &Side| side.moved.is_none() && side.title == period_in_words(&side.results.period);
    comparison.sides.len() == 2
        && comparison.sides.iter().all(is_period)
        && comparison.sides[0].results.settings.title == comparison.sides[1].results.settings.title
}

/// The claims about the second of two periods beside the first.
#[must_use]
pub fn before_after_findings(comparison: &Comparison) -> Vec<Finding> {
    let [before, after] = &comparison.sides[..] else { return Vec::new() };
    let say = Say { comparison, before, after };
    let findings = [say.reach(), say.loss(), say.desk(), say.usable(), say.partners(), say.under_minimum()];
    findings.into_iter().flatten().collect()
}

struct Say<'c> {
    comparison: &'c Comparison,
    before: &'c Side,
    after: &'c Side,
}

impl Say<'_> {
    fn finding(key: &'static str, table: &'static str, value: f64, unit: &'static str, sentence: String) -> Finding {
        Finding::new(key, table, (value, unit), sentence)
    }

    /// Whether figures of either side are an “at least”.
    fn is_at_least(&self) -> bool {
        self.before.results.is_at_least() || self.after.results.is_at_least()
    }

    /// `at least `, where figures of either side are that.
    fn least(&self) -> String {
        at_least_word(self.is_at_least())
    }

    /// `at most `, for what shrinks as more is known of working hours.
    fn most(&self) -> String {
        at_most_word(self.is_at_least())
    }

    /// A measure before and after, as hours a week in words; none where it is nothing in both.
    fn both(&self, key: &str) -> Option<(String, String)> {
        let measure = self.comparison.measure(key)?;
        Some((amount(self.comparison, measure, 0)?, amount(self.comparison, measure, 1)?))
    }

    fn reach(&self) -> Option<Finding> {
        let of = |side: &Side| {
            let totals = side.results.outcome_totals();
            let (reachable, window) = (totals.of(Outcome::Reachable), totals.window());
            let week = |minutes| side.results.period.hours_a_week(minutes);
            (week(reachable), week(window), reachable.share_of(window))
        };
        let (before, after) = (of(self.before), of(self.after));
        if before.1 == 0.0 && after.1 == 0.0 {
            return None;
        }
        let sentence = say!(
            "before-after-reach",
            least = self.least(),
            before = hours(before.0),
            before_window = hours(before.1),
            before_share = percent(before.2),
            after = hours(after.0),
            after_window = hours(after.1),
            after_share = percent(after.2),
        );
        Some(Self::finding("before_after_reach", "comparison", after.0, "hours a week", sentence))
    }

    /// The loss that changed most.
    fn loss(&self) -> Option<Finding> {
        let changed = Outcome::ALL.into_iter().filter(|outcome| *outcome != Outcome::Reachable).filter_map(|outcome| {
            let measure = self.comparison.measure(outcome.name())?;
            let difference = self.comparison.difference(measure, 1).filter(|more| more.abs() >= 0.005)?;
            Some((outcome, difference))
        });
        let (outcome, difference) = changed.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()).then(b.0.cmp(&a.0)))?;
        let (before, after) = self.both(outcome.name())?;
        let sentence = say!(
            "before-after-loss",
            loss = lower_first(&outcome.label()),
            turn = if difference < 0.0 { "shrank" } else { "grew" },
            before = before,
            after = after,
        );
        Some(Self::finding("before_after_loss", "comparison", difference, "hours a week", sentence))
    }

    fn desk(&self) -> Option<Finding> {
        let share = |side: &Side| {
            let totals = side.results.time_totals();
            (!totals.on_shift.is_zero()).then(|| totals.desk().share_of(totals.on_shift))
        };
        let (before, after) = (share(self.before)?, share(self.after)?);
        let sentence = say!("before-after-desk", most = self.most(), before = percent(before), after = percent(after));
        Some(Self::finding("before_after_desk", "comparison", after * 100.0, "percent", sentence))
    }

    fn usable(&self) -> Option<Finding> {
        let (before, after) = self.both("usable")?;
        let sentence = say!("before-after-usable", least = self.least(), before = before, after = after);
        let value = self.after.results.period.hours_a_week(self.after.results.time_totals().usable);
        Some(Self::finding("before_after_usable", "comparison", value, "hours a week", sentence))
    }

    fn partners(&self) -> Option<Finding> {
        let changed = self.comparison.partners_changed(1);
        let list = |of: Vec<&(f64, &str)>| {
            and_list(
                of.iter().map(|(gained, name)| say!("partner-gain", name = *name, gain = signed(*gained))),
                MOST_NAMES,
            )
        };
        let gained = list(changed.iter().filter(|(gained, _)| *gained > 0.0).collect());
        let lost = list(changed.iter().rev().filter(|(gained, _)| *gained < 0.0).collect());
        let sentence = match (gained.is_empty(), lost.is_empty()) {
            (true, true) => return None,
            (false, true) => say!("before-after-gained", gained = gained),
            (true, false) => say!("before-after-lost", lost = lost),
            (false, false) => say!("before-after-gained-lost", gained = gained, lost = lost),
        };
        let value = changed.iter().map(|(gained, _)| gained).sum();
        Some(Self::finding("before_after_partners", "comparison_partners", value, "hours a week", sentence))
    }

    fn under_minimum(&self) -> Option<Finding> {
        let (before, after) = self.both("under_minimum")?;
        let value = self.after.results.period.hours_a_week(self.after.results.desk_totals().under_minimum);
        let sentence = say!("before-after-minimum", before = before, after = after);
        Some(Self::finding("before_after_minimum", "comparison", value, "hours a week", sentence))
    }
}
