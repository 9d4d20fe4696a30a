//! How is a difference said? With its sign, its unit and a word for whether it is wanted; the sides by their titles.

use super::wording::{source_line, source_of};
use crate::analysis::{Outcome, Results};
use crate::say;
use crate::scenario::{Amount, Comparison, Measure, Side, Wanted};
use crate::study::period_in_words;
use crate::text::capital;
use crate::time::Minutes;
use crate::wording::{at_least, hours, number, percent};

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
    pub fn word(self) -> String {
        match self {
            Turn::Better => say!("turn-better"),
            Turn::Worse => say!("turn-worse"),
            Turn::Other => String::new(),
            Turn::Same => say!("turn-same"),
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

/// Whether more or less of something is better; empty where neither is.
#[must_use]
pub fn wanted_in_words(wanted: Wanted) -> String {
    match wanted {
        Wanted::More => say!("wanted-more"),
        Wanted::Less => say!("wanted-less"),
        Wanted::Neither => String::new(),
    }
}

/// A number with its unit: hours, a count a week, a share, or money.
fn with_unit(size: f64, like: Amount) -> String {
    match like {
        Amount::Minutes(_) => hours(size),
        Amount::Count(_) => number(size, 1),
        Amount::Share(_) => percent(size),
        Amount::Money(_) => number(size, 2),
    }
}

/// How much a side has of a measure, for a week.
#[must_use]
pub fn amount(comparison: &Comparison, measure: &Measure, side: usize) -> Option<String> {
    let amount = measure.amounts.get(side).copied().flatten()?;
    Some(with_unit(amount.a_week(&comparison.sides.get(side)?.results.period), amount))
}

/// The same where it is time without its unit, for places that name the unit elsewhere.
#[must_use]
pub fn bare_amount(comparison: &Comparison, measure: &Measure, side: usize) -> Option<String> {
    match measure.amounts.get(side).copied().flatten()? {
        own @ Amount::Minutes(_) => Some(number(own.a_week(&comparison.sides.get(side)?.results.period), 1)),
        _ => amount(comparison, measure, side),
    }
}

/// A difference without its sign; one that rounds to nothing has a decimal more.
fn size_like(difference: f64, like: Amount) -> String {
    let size = difference.abs();
    match like {
        Amount::Minutes(_) if size < 0.05 => say!("hours", number = number(size, 2)),
        Amount::Count(_) if size < 0.05 => number(size, 2),
        Amount::Share(_) if size < 0.005 => say!("points", number = number(size * 100.0, 1), n = 0_usize),
        Amount::Share(_) => {
            let is_one = (size - 0.01).abs() < 0.005;
            say!("points", number = number(size * 100.0, 0), n = usize::from(is_one))
        }
        other => with_unit(size, other),
    }
}

/// A difference with its sign.
fn signed_like(difference: f64, like: Amount) -> String {
    if is_nothing(difference, like) {
        return Turn::Same.word();
    }
    let size = size_like(difference, like);
    if difference < 0.0 { say!("minus", size = size) } else { say!("plus", size = size) }
}

/// How much a difference is without its sign, in hours a week.
#[must_use]
pub fn size_in_hours(difference: f64) -> String {
    size_like(difference, Amount::Minutes(Minutes::ZERO))
}

/// Hours a week more or less, such as `+1.5 h`; `no change` for none.
#[must_use]
pub fn signed(hours: f64) -> String {
    signed_like(hours, Amount::Minutes(Minutes::ZERO))
}

/// How much more a side has of a measure than the first, such as `+1.5 h`.
#[must_use]
pub fn difference(comparison: &Comparison, measure: &Measure, side: usize) -> Option<String> {
    let like = measure.amounts.get(side).copied().flatten()?;
    Some(signed_like(comparison.difference(measure, side)?, like))
}

/// How much a side has of a measure less or more than the first, without a sign.
#[must_use]
pub fn size_of_difference(comparison: &Comparison, measure: &Measure, side: usize) -> Option<String> {
    let like = measure.amounts.get(side).copied().flatten()?;
    Some(size_like(comparison.difference(measure, side)?, like))
}

/// A title in quotation marks.
#[must_use]
pub fn quoted(title: &str) -> String {
    say!("quoted", title = title)
}

/// Whether a side is the library as it is, without a scenario.
fn is_today(side: &Side) -> bool {
    side.title == say!("today-title")
}

/// The first side in running text: `today`, or its title.
#[must_use]
pub fn first_name(comparison: &Comparison) -> String {
    match comparison.sides.first() {
        Some(side) if !is_today(side) => quoted(&side.title),
        _ => say!("today"),
    }
}

/// `today`, or `in “Spring”`.
#[must_use]
pub fn in_first(comparison: &Comparison) -> String {
    match comparison.sides.first() {
        Some(side) if !is_today(side) => named(comparison, 0),
        _ => say!("today"),
    }
}

/// Whether a side is called by its dates.
fn is_dates(side: &Side) -> bool {
    side.title == period_in_words(&side.results.period)
}

/// The side in running text: `with “One desk”` for a change, `in “Spring”` for another study, `from` its first date `to`
/// its last for another period.
#[must_use]
pub fn named(comparison: &Comparison, side: usize) -> String {
    let Some(side) = comparison.sides.get(side) else { return String::new() };
    // dates need no quotation marks
    let title = if is_dates(side) { side.title.clone() } else { quoted(&side.title) };
    match (side.moved.is_some(), is_dates(side) && !side.results.period.is_typical) {
        (true, _) => say!("side-with", title = title),
        (false, true) => say!("side-from", title = title),
        (false, false) => say!("side-in", title = title),
    }
}

/// Whether any side's figures of partner time are an “at least”.
#[must_use]
pub fn is_at_least(comparison: &Comparison) -> bool {
    comparison.sides.iter().any(|side| side.results.is_at_least())
}

/// What a number of hours a week on a side is to that of the first: `3.4 h more than today`, `as much as today`, and
/// where figures are an “at least”, `against at least 9.0 h today`.
#[must_use]
pub fn against_first(comparison: &Comparison, gained: f64, first: f64) -> String {
    let side = in_first(comparison);
    if gained.abs() < 0.005 {
        say!("as-much-as", side = side)
    } else if is_at_least(comparison) {
        say!("against", hours = at_least(is_at_least(comparison), hours(first)), side = side)
    } else if gained > 0.0 {
        say!("more-than", hours = size_in_hours(gained), side = side)
    } else {
        say!("less-than", hours = size_in_hours(gained), side = side)
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
        return say!("what-if-title-none", n = n, side = in_first(comparison));
    }
    let with = capital(&named(comparison, best));
    let reachable = at_least(is_at_least(comparison), hours(week(best).unwrap_or(0.0)));
    let against = against_first(comparison, gained(best), week(0).unwrap_or(0.0));
    if n > 1 {
        say!("what-if-title-most", with = with, reachable = reachable, against = against)
    } else {
        say!("what-if-title-one", with = with, reachable = reachable, against = against)
    }
}

/// Which dates the sides cover.
#[must_use]
pub fn comparison_period(comparison: &Comparison) -> String {
    match comparison.sides.first() {
        Some(first) if (1..comparison.sides.len()).all(|side| comparison.is_one_period(side)) => {
            period_in_words(&first.results.period)
        }
        _ => say!("each-its-own-dates"),
    }
}

/// Where the figures of a comparison come from.
#[must_use]
pub fn comparison_source(comparison: &Comparison) -> String {
    let Some(first) = comparison.sides.first() else { return String::new() };
    let is_as_first = |results: &Results| {
        results.settings.library == first.results.settings.library && results.period == first.results.period
    };
    if comparison.sides.iter().all(|side| is_as_first(&side.results)) {
        return source_line(&first.results);
    }
    let all: Vec<String> = comparison
        .sides
        .iter()
        .map(|side| say!("source-of-side", title = &side.title, source = source_of(&side.results)))
        .collect();
    say!("source", source = all.join(" "))
}
