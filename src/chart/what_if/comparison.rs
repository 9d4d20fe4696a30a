//! Which charts show a comparison, and in which order?

use super::trade_off::TradeOffPoint;
use super::{measures, outcomes, partners, robust, trade_off};
use crate::chart::{ChartError, Drawn};
use crate::scenario::{Comparison, Robustness};
use crate::study::COMPARISON_CHART_NAMES;

/// Draws the named charts of a comparison (all that there is something for, where none is named), `width` pixels wide.
/// Without `robustness` or `trade_off`, their charts are left out with a sentence where they are named, silently else.
///
/// # Errors
/// When plotters refuses.
pub fn draw_comparison(
    comparison: &Comparison,
    robustness: Option<&Robustness>,
    trade_off: Option<&[TradeOffPoint]>,
    names: &[String],
    width: i32,
) -> Result<Vec<Drawn>, ChartError> {
    let is_named = |name: &str| names.iter().any(|asked| asked == name);
    let is_wanted = |name: &str| match name {
        "what-if-robust" => is_named(name) || names.is_empty() && robustness.is_some(),
        "what-if-trade-off" => is_named(name) || names.is_empty() && trade_off.is_some(),
        _ => names.is_empty() || is_named(name),
    };
    COMPARISON_CHART_NAMES
        .into_iter()
        .filter(|name| is_wanted(name))
        .map(|name| match name {
            "what-if-measures" => measures::draw(comparison, width),
            "what-if-outcomes" => outcomes::draw(comparison, width),
            "what-if-partners" => partners::draw(comparison, width),
            "what-if-robust" => robust::draw(comparison, robustness, width),
            _ => trade_off::draw(comparison, trade_off.unwrap_or_default(), width),
        })
        .collect()
}
