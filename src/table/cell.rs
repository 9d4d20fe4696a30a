//! How are times, days and numbers set in a cell?

use crate::time::{Span, WEEKDAY_NAMES};

/// When a span starts.
pub fn start_time(span: Span) -> String {
    span.clock_times().0.to_string()
}

/// When it ends; 24:00 or later where it crosses midnight.
pub fn end_time(span: Span) -> String {
    span.clock_times().1.to_string()
}

/// The name of a day of the week.
pub fn weekday(index: usize) -> &'static str {
    WEEKDAY_NAMES[index % 7]
}
/// A number with two decimals.
pub fn round(hours: f64) -> f64 {
    (hours * 100.0).round() / 100.0
}
