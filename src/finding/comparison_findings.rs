//! What does a change win, and what does it cost? Two to five claims for each side that is compared with the first.

use super::changed::{against_first, amount, difference, in_first, is_at_least, named, quoted, signed};
use super::finding::Finding;
use super::wording::{and_list, hours, rounded};
use crate::analysis::Outcome;
use crate::scenario::{Comparison, Measure, Robustness, Setting, Side};
use crate::text::{capital, lower_first};

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
    let Some(own) = comparison.sides.get(side) else { return Vec::new() };
    let say = Say { comparison, side, own };
    let robust = robustness.and_then(|robustness| say.robust(robustness));
    [say.reach(), say.loss(), say.partners(), say.cost(), robust].into_iter().flatten().collect()
}

/// A setting as the end of a sentence, such as `with visits of 90 minutes`.
fn in_words(setting: Setting) -> String {
    match setting {
        Setting::AsGiven => "with everything as given".to_owned(),
        Setting::MinVisit(minutes) => format!("with visits of {minutes} minutes"),
        Setting::Travel(minutes) if minutes < 0 => format!("with {} minutes less travel", -minutes),
        Setting::Travel(minutes) => format!("with {minutes} minutes more travel"),
        Setting::TentativeIn => "where tentative windows count".to_owned(),
        Setting::OneAway => "with one person away".to_owned(),
        Setting::Week(_) => format!("in {}", lower_first(&setting.label()).replace(" only", " alone")),
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
    let list = |names: &[String]| and_list(&names.iter().map(String::as_str).collect::<Vec<&str>>(), most);
    let n = better.len() + not.len();
    match (better.len(), not.len()) {
        (0, _) if robustness.better_and_worse(side).1 == 0 => format!("the same in all {n} settings"),
        (0, _) => format!("better in none of {n} settings"),
        (_, 0) => format!("better in each of {n} settings"),
        (n_better, n_not) if n_better < n_not => format!("better in {n_better} of {n} settings: {}", list(&better)),
        (n_better, _) => format!("better in {n_better} of {n} settings, not {}", list(&not)),
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
        Finding {
            key,
            sentence: capital(sentence),
            value: rounded(value, 100.0),
            unit: "hours a week",
            at_most: None,
            table,
        }
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
        let least = if is_at_least(self.comparison) { "at least " } else { "" };
        let against = against_first(self.comparison, gained, first);
        let sentence = format!(
            "{}, {least}{} of {} a week of partner time are reachable, {against}.",
            named(self.comparison, self.side),
            hours(reachable),
            hours(window)
        );
        Some(Self::finding("what_if_reach", "comparison", reachable, &sentence))
    }

    /// Without partners: the time in usable blocks.
    fn usable(&self) -> Option<Finding> {
        let (measure, usable) = self.find("usable")?;
        let gained = self.comparison.difference(measure, self.side)?;
        let least = if is_at_least(self.comparison) { "at least " } else { "" };
        let against = against_first(self.comparison, gained, usable - gained);
        let sentence = format!(
            "{}, usable blocks off the desk hold {least}{} a week, {against}.",
            named(self.comparison, self.side),
            hours(usable)
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
            Some(format!("from {} to {} a week", of(0)?, of(self.side)?))
        };
        let said = |outcome: Outcome| quoted(&lower_first(outcome.label()));
        let (first, last) = (losses.first()?, losses.last()?);
        let sentence = match (first.1 < 0.0, last.1 > 0.0) {
            (true, true) => format!(
                "The loss {} shrinks {}, the loss {} grows {}.",
                said(first.0),
                from_to(first.0)?,
                said(last.0),
                from_to(last.0)?
            ),
            (true, false) => format!("The loss {} shrinks most: {}.", said(first.0), from_to(first.0)?),
            _ => format!("The loss {} grows most: {}.", said(last.0), from_to(last.0)?),
        };
        let value = if first.1 < 0.0 { first.1 } else { last.1 };
        Some(Self::finding(
            "what_if_loss",
            "comparison",
            value,
            &format!("{}: {}", named(self.comparison, self.side), lower_first(&sentence)),
        ))
    }

    /// Which partners gain time within reach, and which lose it.
    fn partners(&self) -> Option<Finding> {
        let mut changed: Vec<(f64, &str)> = self
            .comparison
            .partners
            .iter()
            .filter_map(|partner| Some((self.comparison.reach_gained(partner, self.side)?, partner.name.as_str())))
            .filter(|(gained, _)| gained.abs() >= 0.005)
            .collect();
        changed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        let list = |of: &[&(f64, &str)]| {
            let all: Vec<String> = of.iter().map(|(gained, name)| format!("{name} ({})", signed(*gained))).collect();
            and_list(&all.iter().map(String::as_str).collect::<Vec<&str>>(), MOST_NAMES)
        };
        let gain: Vec<&(f64, &str)> = changed.iter().filter(|(gained, _)| *gained > 0.0).collect();
        let lose: Vec<&(f64, &str)> = changed.iter().rev().filter(|(gained, _)| *gained < 0.0).collect();
        let with = named(self.comparison, self.side);
        let sentence = match (gain.is_empty(), lose.is_empty()) {
            (true, true) => return None,
            (false, true) => format!("Partners that gain time within reach {with}: {}; none loses any.", list(&gain)),
            (true, false) => format!("Partners that lose time within reach {with}: {}; none gains any.", list(&lose)),
            (false, false) => {
                format!("Partners that gain time within reach {with}: {}; that lose: {}.", list(&gain), list(&lose))
            }
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
            format!(
                "{title} moves no desk time, adds no work and leaves desks as well covered as {}.",
                in_first(self.comparison)
            )
        } else if self.own.moved.is_some() {
            format!("What {title} takes: {}{}.", parts.join("; "), self.desk_shares())
        } else {
            format!("{}: {}{}.", named(self.comparison, self.side), parts.join("; "), self.desk_shares())
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
        let hands = if more.is_some() { "change hands, begin or end" } else { "change hands" };
        let kinds = [
            ("desk_moved", format!("of desk time {hands}")),
            ("work_added", "of work are added".to_owned()),
            ("work_removed", "of work are taken away".to_owned()),
        ];
        let mut parts = Vec::new();
        for (key, what) in kinds.into_iter().filter(|(key, _)| *key != "desk_moved" || !is_all_that_moves) {
            if let Some((_, amount)) = self.find(key).filter(|(_, amount)| *amount >= 0.005) {
                parts.push(format!("{} a week {what}", hours(amount)));
            }
        }
        if let Some(more) = more {
            let word = if more > 0.0 { "more" } else { "less" };
            parts.push(format!("people are on desks for {} a week {word}", hours(more.abs())));
        }
        parts
    }

    fn money(&self) -> Option<String> {
        let (measure, _) = self.find("cost").filter(|(_, cost)| *cost >= 0.005)?;
        Some(format!("it costs {} a week", amount(self.comparison, measure, self.side)?))
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
        let said = signed(more);
        let (number, word) = (said.trim_start_matches(['+', '−']), if more > 0.0 { "more" } else { "less" });
        Some(format!("desks are under their minimum for {number} a week {word} ({now} in all)"))
    }

    fn long_stints(&self) -> Option<String> {
        let measure = self.comparison.measure("long_stints")?;
        let more = self.comparison.difference(measure, self.side).filter(|more| more.abs() >= 0.005)?;
        let said = difference(self.comparison, measure, self.side)?;
        let number = said.trim_start_matches(['+', '−']);
        Some(format!("{number} {} stints a week are over the target", if more > 0.0 { "more" } else { "fewer" }))
    }

    /// The span of desk shares over people, where it is another one; never whose.
    fn desk_shares(&self) -> String {
        let of = |side: usize| {
            let share = |key: &str| amount(self.comparison, self.comparison.measure(key)?, side);
            Some((share("least_desk_share")?, share("greatest_desk_share")?))
        };
        match (of(0), of(self.side)) {
            (Some(first), Some(own)) if first != own => {
                format!(
                    "; desk shares span {} to {} ({} to {} {})",
                    own.0,
                    own.1,
                    first.0,
                    first.1,
                    in_first(self.comparison)
                )
            }
            _ => String::new(),
        }
    }

    fn robust(&self, robustness: &Robustness) -> Option<Finding> {
        let n = robustness.rows.len();
        if n == 0 {
            return None;
        }
        let (better, _) = robustness.better_and_worse(self.side);
        let sentence = format!("{} is {}.", quoted(&self.own.title), held_against(robustness, self.side, MOST_NAMES));
        let finding = Self::finding("what_if_robust", "robustness", 0.0, &sentence);
        Some(Finding {
            value: rounded(count(better) / count(n) * 100.0, 100.0),
            unit: "percent of settings",
            ..finding
        })
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
