//! How is a difference said? With its sign, its unit and a word for whether it is wanted; the sides by their titles.

use super::wording::{hours, percent, rounded, source_line};
use crate::analysis::{Outcome, Results};
use crate::scenario::{Amount, Comparison, Measure, Side, Wanted};
use crate::text::capital;

/// What a library without scenarios is called beside them.
const TODAY: &str = "Today";

/// Which way a difference goes, seen from what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// In the direction that is wanted.
    Better,
    /// Against it.
    Worse,
    /// Neither way is wanted more.
    Other,
    /// There is no difference.
    Same,
}

impl Turn {
    /// A word for it; none where neither way is wanted.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Turn::Better => "better",
            Turn::Worse => "worse",
            Turn::Other => "",
            Turn::Same => "no change",
        }
    }
}

/// Whether a number of hours, counts or money is no difference that could be shown.
fn is_nothing(difference: f64, like: Amount) -> bool {
    let least = match like {
        Amount::Share(_) => 0.000_5,
        Amount::Minutes(_) | Amount::Count(_) | Amount::Money(_) => 0.005,
    };
    difference.abs() < least
}

/// Which way a difference of a measure goes.
#[must_use]
pub fn turn(measure: &Measure, difference: f64) -> Turn {
    let like = measure.amounts.iter().flatten().next().copied();
    if like.is_none_or(|like| is_nothing(difference, like)) {
        return Turn::Same;
    }
    match (measure.wanted, difference > 0.0) {
        (Wanted::Neither, _) => Turn::Other,
        (Wanted::More, true) | (Wanted::Less, false) => Turn::Better,
        _ => Turn::Worse,
    }
}

/// A number with its unit: hours, a count a week, a share, or money.
fn with_unit(number: f64, like: Amount) -> String {
    match like {
        Amount::Minutes(_) => hours(number),
        Amount::Count(_) => format!("{:.1}", rounded(number, 10.0)),
        Amount::Share(_) => percent(number),
        Amount::Money(_) => format!("{:.2}", rounded(number, 100.0)),
    }
}

/// How much a side has of a measure, for a week.
#[must_use]
pub fn amount(comparison: &Comparison, measure: &Measure, side: usize) -> Option<String> {
    let amount = measure.amounts.get(side).copied().flatten()?;
    Some(with_unit(amount.a_week(&comparison.sides.get(side)?.results.period), amount))
}

/// A difference with its sign; one that rounds to nothing has a decimal more.
fn signed_like(difference: f64, like: Amount) -> String {
    if is_nothing(difference, like) {
        return "no change".to_owned();
    }
    let sign = if difference < 0.0 { "−" } else { "+" };
    let size = difference.abs();
    let text = match like {
        Amount::Minutes(_) if size < 0.05 => format!("{size:.2} h"),
        Amount::Count(_) if size < 0.05 => format!("{size:.2}"),
        Amount::Share(_) if size < 0.005 => format!("{:.1} points", size * 100.0),
        Amount::Share(_) if (size - 0.01).abs() < 0.005 => "1 point".to_owned(),
        Amount::Share(_) => format!("{:.0} points", size * 100.0),
        other => with_unit(size, other),
    };
    format!("{sign}{text}")
}

/// Hours a week more or less, such as `+1.5 h`; `no change` for none.
#[must_use]
pub fn signed(hours: f64) -> String {
    signed_like(hours, Amount::Minutes(crate::time::Minutes::ZERO))
}

/// How much more a side has of a measure than the first, such as `+1.5 h`.
#[must_use]
pub fn difference(comparison: &Comparison, measure: &Measure, side: usize) -> Option<String> {
    let like = measure.amounts.get(side).copied().flatten()?;
    Some(signed_like(comparison.difference(measure, side)?, like))
}

/// A title in quotation marks.
#[must_use]
pub fn quoted(title: &str) -> String {
    format!("“{title}”")
}

/// The first side in running text: `today`, or its title.
#[must_use]
pub fn first_name(comparison: &Comparison) -> String {
    match comparison.sides.first() {
        Some(side) if side.title != TODAY => quoted(&side.title),
        _ => "today".to_owned(),
    }
}

/// `today`, or `in “Spring”`.
#[must_use]
pub fn in_first(comparison: &Comparison) -> String {
    match comparison.sides.first() {
        Some(side) if side.title != TODAY => format!("{} {}", word_for(side), title_of(side)),
        _ => "today".to_owned(),
    }
}

/// `than today`, or `than in “Spring”`.
#[must_use]
pub fn than_first(comparison: &Comparison) -> String {
    format!("than {}", in_first(comparison))
}

/// Whether a side is called by its dates.
fn is_dates(side: &Side) -> bool {
    side.title == side.results.period.to_string()
}

/// A side's title in quotation marks; without them where it is the side's dates.
fn title_of(side: &Side) -> String {
    if is_dates(side) { side.title.clone() } else { quoted(&side.title) }
}

/// The word before a side's title: `with` a change, `in` a study, `from` one date to another.
fn word_for(side: &Side) -> &'static str {
    match (side.moved.is_some(), is_dates(side) && !side.results.period.is_typical) {
        (true, _) => "with",
        (false, true) => "from",
        (false, false) => "in",
    }
}

/// The side in running text: `with “One desk”` for a change, `in “Spring”` for another study, `from` its first date `to`
/// its last for another period.
#[must_use]
pub fn named(comparison: &Comparison, side: usize) -> String {
    comparison.sides.get(side).map_or_else(String::new, |side| format!("{} {}", word_for(side), title_of(side)))
}

/// Whether any side's figures of partner time are an “at least”.
#[must_use]
pub fn is_at_least(comparison: &Comparison) -> bool {
    comparison.sides.iter().any(|side| side.results.is_at_least())
}

/// `3.4 h more` or `0.5 h less`.
#[must_use]
pub fn more_or_less(hours: f64) -> String {
    let said = signed(hours);
    format!("{} {}", said.trim_start_matches(['+', '−']), if hours > 0.0 { "more" } else { "less" })
}

/// What a number of hours a week on a side is to that of the first: `3.4 h more than today`, `as much as today`, and
/// where figures are an “at least”, `against at least 9.0 h today`.
#[must_use]
pub fn against_first(comparison: &Comparison, gained: f64, first: f64) -> String {
    if gained.abs() < 0.005 {
        format!("as much as {}", in_first(comparison))
    } else if is_at_least(comparison) {
        format!("against at least {} {}", hours(first), in_first(comparison))
    } else {
        format!("{} {}", more_or_less(gained), than_first(comparison))
    }
}

/// The side on which most partner time is reachable, against the first, as a title.
#[must_use]
pub fn reach_title(comparison: &Comparison) -> String {
    let Some(measure) = comparison.measure(Outcome::Reachable.name()) else { return String::new() };
    let week = |side: usize| {
        let own = measure.amounts.get(side).copied().flatten()?;
        Some(own.a_week(&comparison.sides.get(side)?.results.period))
    };
    let n = comparison.sides.len().saturating_sub(1);
    let gained = |side: usize| comparison.difference(measure, side).unwrap_or(0.0);
    let best = (1..=n).max_by(|a, b| gained(*a).total_cmp(&gained(*b)).then(b.cmp(a))).unwrap_or(1);
    if n > 1 && gained(best) < 0.005 {
        return format!("None of the {n} makes more partner time reachable {}", than_first(comparison));
    }
    let least = if is_at_least(comparison) { "at least " } else { "" };
    let reachable = format!("{least}{}", hours(week(best).unwrap_or(0.0)));
    let said = if n > 1 {
        format!("most partner time is reachable: {reachable} a week")
    } else {
        format!("{reachable} a week of partner time are reachable")
    };
    let against = against_first(comparison, gained(best), week(0).unwrap_or(0.0));
    format!("{}, {said}, {against}", capital(&named(comparison, best)))
}

/// Which dates the sides cover.
#[must_use]
pub fn comparison_period(comparison: &Comparison) -> String {
    match comparison.sides.first() {
        Some(first) if (1..comparison.sides.len()).all(|side| comparison.is_one_period(side)) => {
            first.results.period.to_string()
        }
        _ => "each side over its own dates".to_owned(),
    }
}

/// Where the figures of a comparison come from.
#[must_use]
pub fn comparison_source(comparison: &Comparison) -> String {
    let Some(first) = comparison.sides.first() else { return String::new() };
    let key = |results: &Results| (results.settings.library.clone(), results.period.to_string());
    if comparison.sides.iter().all(|side| key(&side.results) == key(&first.results)) {
        return source_line(&first.results);
    }
    let all: Vec<String> = comparison
        .sides
        .iter()
        .map(|side| {
            let line = source_line(&side.results);
            format!("{}: {}", side.title, line.strip_prefix("Source: ").unwrap_or(&line))
        })
        .collect();
    format!("Source: {}", all.join(" "))
}
