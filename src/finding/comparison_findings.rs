//! What does a change win, and what does it cost? Two to five claims for each side that is compared with the first.

use super::before_after::{before_after_findings, is_before_after};
use super::changed::{
    against_first, amount, in_first, is_at_least, named, quoted, signed, size_in_hours, size_of_difference,
};
use super::finding::{Finding, count};
use crate::analysis::Outcome;
use crate::say;
use crate::scenario::{Comparison, Measure, Robustness, Setting, Side};
use crate::text::capital;
use crate::wording::{and_list, at_least, hours};

/// Partners, and settings, that one sentence names.
const MOST_NAMES: usize = 4;

/// The claims about every side but the first, side by side.
#[must_use]
pub fn comparison_findings(comparison: &Comparison, robustness: Option<&Robustness>) -> Vec<Finding> {
    (1..comparison.sides.len()).flat_map(|side| findings_of(comparison, robustness, side)).collect()
}

/// The claims about one side.
#[must_use]
pub fn findings_of(comparison: &Comparison, robustness: Option<&Robustness>, side: usize) -> Vec<Finding> {
    if is_before_after(comparison) {
        return before_after_findings(comparison);
    }
    let Some(own) = comparison.sides.get(side) else { return Vec::new() };
    let say = Say { comparison, side, own };
    let robust = robustness.and_then(|robustness| say.robust(robustness));
    [say.reach(), say.loss(), say.partners(), say.cost(), robust].into_iter().flatten().collect()
}

/// A setting as the end of a sentence, such as `with visits of 90 minutes`.
fn in_words(setting: Setting) -> String {
    match setting {
        Setting::AsGiven => say!("setting-in-text-as-given"),
        Setting::MinVisit(minutes) => say!("setting-in-text-min-visit", minutes = minutes),
        Setting::Travel(minutes) if minutes < 0 => {
            say!("setting-in-text-travel-less", minutes = minutes.unsigned_abs())
        }
        Setting::Travel(minutes) => say!("setting-in-text-travel-more", minutes = minutes.unsigned_abs()),
        Setting::TentativeIn => say!("setting-in-text-tentative"),
        Setting::OneAway => say!("setting-in-text-one-away"),
        Setting::Week(_) => say!("setting-in-text-week", week = setting.week_letter()),
    }
}

/// In which settings a side reaches more than the first, or in which it does not, in words.
fn settings_where(robustness: &Robustness, side: usize, is_better: bool) -> Vec<String> {
    robustness
        .rows
        .iter()
        .filter(|row| match (row.reachable.get(side), row.reachable.first()) {
            (Some(own), Some(first)) => (*own > first + 1e-9) == is_better,
            _ => false,
        })
        .map(|row| in_words(row.setting))
        .collect()
}

/// In how many settings a side reaches more than the first, such as `better in 11 of 12 settings, not with visits of 90
/// minutes`; of `most` settings at most it is said which they are.
#[must_use]
pub fn held_against(robustness: &Robustness, side: usize, most: usize) -> String {
    let (better, not) = (settings_where(robustness, side, true), settings_where(robustness, side, false));
    let n = better.len() + not.len();
    match (better.len(), not.len()) {
        (0, _) if robustness.better_and_worse(side).1 == 0 => say!("held-same", n = n),
        (0, _) => say!("held-none", n = n),
        (_, 0) => say!("held-each", n = n),
        (n_better, n_not) if n_better < n_not => {
            say!("held-in", better = n_better, n = n, list = and_list(&better, most))
        }
        (n_better, _) => say!("held-but", better = n_better, n = n, list = and_list(&not, most)),
    }
}

struct Say<'c> {
    comparison: &'c Comparison,
    side: usize,
    own: &'c Side,
}

impl Say<'_> {
    fn find(&self, key: &str) -> Option<(&Measure, f64)> {
        let measure = self.comparison.measure(key)?;
        let amount = measure.amounts.get(self.side).copied().flatten()?;
        Some((measure, amount.a_week(&self.own.results.period)))
    }

    fn finding(key: &'static str, table: &'static str, value: f64, sentence: &str) -> Finding {
        Finding::new(key, table, (value, "hours a week"), capital(sentence))
    }

    /// How much partner time is reachable, against the first side.
    fn reach(&self) -> Option<Finding> {
        let (measure, reachable) = self.find(Outcome::Reachable.name())?;
        let window = self.own.results.period.hours_a_week(self.own.results.outcome_totals().window());
        if window == 0.0 {
            return self.usable();
        }
        let first = measure.amounts.first().copied().flatten()?.a_week(&self.comparison.sides.first()?.results.period);
        let gained = self.comparison.difference(measure, self.side)?;
        let sentence = say!(
            "what-if-reach",
            with = named(self.comparison, self.side),
            reachable = at_least(is_at_least(self.comparison), hours(reachable)),
            window = hours(window),
            against = against_first(self.comparison, gained, first),
        );
        Some(Self::finding("what_if_reach", "comparison", reachable, &sentence))
    }

    /// Without partners: the time in usable blocks.
    fn usable(&self) -> Option<Finding> {
        let (measure, usable) = self.find("usable")?;
        let gained = self.comparison.difference(measure, self.side)?;
        let sentence = say!(
            "what-if-usable",
            with = named(self.comparison, self.side),
            usable = at_least(is_at_least(self.comparison), hours(usable)),
            against = against_first(self.comparison, gained, usable - gained),
        );
        Some(Self::finding("what_if_usable", "comparison", usable, &sentence))
    }

    /// The loss that shrinks most, and the one that grows most.
    fn loss(&self) -> Option<Finding> {
        let mut losses: Vec<(Outcome, f64)> = Outcome::ALL
            .into_iter()
            .filter(|outcome| *outcome != Outcome::Reachable)
            .filter_map(|outcome| Some((outcome, self.find(outcome.name())?.0)))
            .filter_map(|(outcome, measure)| Some((outcome, self.comparison.difference(measure, self.side)?)))
            .filter(|(_, difference)| difference.abs() >= 0.005)
            .collect();
        losses.sort_by(|a, b| a.1.total_cmp(&b.1));
        let from_to = |outcome: Outcome| {
            let measure = self.comparison.measure(outcome.name())?;
            let of = |side| amount(self.comparison, measure, side);
            Some(say!("what-if-from-to", from = of(0)?, to = of(self.side)?))
        };
        let loss = |outcome: Outcome| quoted(&outcome.in_text());
        let with = named(self.comparison, self.side);
        let (first, last) = (losses.first()?, losses.last()?);
        let sentence = match (first.1 < 0.0, last.1 > 0.0) {
            (true, true) => say!(
                "what-if-loss-both",
                with = with,
                shrinks = loss(first.0),
                shrinks_by = from_to(first.0)?,
                grows = loss(last.0),
                grows_by = from_to(last.0)?,
            ),
            (true, false) => {
                say!("what-if-loss-shrinks", with = with, loss = loss(first.0), by = from_to(first.0)?)
            }
            _ => say!("what-if-loss-grows", with = with, loss = loss(last.0), by = from_to(last.0)?),
        };
        let value = if first.1 < 0.0 { first.1 } else { last.1 };
        Some(Self::finding("what_if_loss", "comparison", value, &sentence))
    }

    /// Which partners gain time within reach, and which lose it.
    fn partners(&self) -> Option<Finding> {
        let changed = self.comparison.partners_changed(self.side);
        let list = |of: &[&(f64, &str)]| {
            and_list(
                of.iter().map(|(gained, name)| say!("in-brackets", what = *name, more = signed(*gained))),
                MOST_NAMES,
            )
        };
        let gain: Vec<&(f64, &str)> = changed.iter().filter(|(gained, _)| *gained > 0.0).collect();
        let lose: Vec<&(f64, &str)> = changed.iter().rev().filter(|(gained, _)| *gained < 0.0).collect();
        let with = named(self.comparison, self.side);
        let sentence = match (gain.is_empty(), lose.is_empty()) {
            (true, true) => return None,
            (false, true) => say!("what-if-gain", with = with, gain = list(&gain)),
            (true, false) => say!("what-if-lose", with = with, lose = list(&lose)),
            (false, false) => say!("what-if-gain-and-lose", with = with, gain = list(&gain), lose = list(&lose)),
        };
        let value = changed.iter().map(|(gained, _)| gained).sum();
        Some(Self::finding("what_if_partners", "comparison_partners", value, &sentence))
    }

    /// What changes hands, what is added, what it costs, and what it does to desks.
    fn cost(&self) -> Option<Finding> {
        let mut parts = self.work_moved();
        parts.extend(self.money());
        parts.extend(self.under_minimum());
        parts.extend(self.long_stints());
        let value = self.find("desk_moved").map_or(0.0, |(_, amount)| amount);
        let title = quoted(&self.own.title);
        let sentence = if parts.is_empty() {
            self.own.moved?;
            say!("what-if-cost-nothing", title = title, side = in_first(self.comparison))
        } else {
            parts.extend(self.desk_shares());
            let part = parts.remove(0);
            let first = match self.own.moved {
                Some(_) => say!("what-if-cost", title = title, part = part),
                None => say!("what-if-differs", with = named(self.comparison, self.side), part = part),
            };
            let rest = parts.iter().map(|part| say!("sentence", clause = capital(part)));
            std::iter::once(first).chain(rest).collect::<Vec<String>>().join(" ")
        };
        Some(Self::finding("what_if_cost", "comparison", value, &sentence))
    }

    /// Desk time that changes hands, work that is added or taken away, and how much more there is of desk time in all.
    fn work_moved(&self) -> Vec<String> {
        let more = self.desk_change();
        let is_all_that_moves = match (more, self.find("desk_moved")) {
            (Some(more), Some((_, moved))) => (more.abs() - moved).abs() < 0.005,
            _ => false,
        };
        let a_week = |key: &str| {
            let found = self.find(key).filter(|(_, amount)| *amount >= 0.005);
            found.map(|(_, amount)| hours(amount))
        };
        let hands = a_week("desk_moved").filter(|_| !is_all_that_moves).map(|moved| match more {
            Some(_) => say!("cost-hands-begin-end", hours = moved),
            None => say!("cost-hands", hours = moved),
        });
        let added = a_week("work_added").map(|added| say!("cost-work-added", hours = added));
        let removed = a_week("work_removed").map(|removed| say!("cost-work-removed", hours = removed));
        let desk = more.map(|more| say!("cost-desk", hours = hours(more.abs()), is_more = more > 0.0));
        [hands, added, removed, desk].into_iter().flatten().collect()
    }

    fn money(&self) -> Option<String> {
        let (measure, _) = self.find("cost").filter(|(_, cost)| *cost >= 0.005)?;
        Some(say!("cost-money", money = amount(self.comparison, measure, self.side)?))
    }

    /// How much more time there is on desks in all.
    fn desk_change(&self) -> Option<f64> {
        let measure = self.comparison.measure("desk")?;
        self.comparison.difference(measure, self.side).filter(|more| more.abs() >= 0.005)
    }

    fn under_minimum(&self) -> Option<String> {
        let measure = self.comparison.measure("under_minimum")?;
        let more = self.comparison.difference(measure, self.side).filter(|more| more.abs() >= 0.005)?;
        let now = amount(self.comparison, measure, self.side)?;
        Some(say!("cost-under-minimum", hours = size_in_hours(more), is_more = more > 0.0, now = now))
    }

    fn long_stints(&self) -> Option<String> {
        let measure = self.comparison.measure("long_stints")?;
        let more = self.comparison.difference(measure, self.side).filter(|more| more.abs() >= 0.005)?;
        let n = size_of_difference(self.comparison, measure, self.side)?;
        Some(say!("cost-long-stints", n = n, is_more = more > 0.0))
    }

    /// The span of desk shares over people, where it is another one; never whose.
    fn desk_shares(&self) -> Option<String> {
        let of = |side: usize| {
            let share = |key: &str| amount(self.comparison, self.comparison.measure(key)?, side);
            Some((share("least_desk_share")?, share("greatest_desk_share")?))
        };
        let (first, own) = (of(0)?, of(self.side)?);
        (first != own).then(|| {
            say!(
                "cost-desk-shares",
                least = own.0,
                greatest = own.1,
                first_least = first.0,
                first_greatest = first.1,
                side = in_first(self.comparison),
            )
        })
    }

    fn robust(&self, robustness: &Robustness) -> Option<Finding> {
        let n = robustness.rows.len();
        if n == 0 {
            return None;
        }
        let (better, _) = robustness.better_and_worse(self.side);
        let held = held_against(robustness, self.side, MOST_NAMES);
        let sentence = say!("what-if-robust", title = quoted(&self.own.title), held = held);
        let value = count(better) / count(n) * 100.0;
        Some(Finding::new("what_if_robust", "robustness", (value, "percent of settings"), capital(&sentence)))
    }
}
