//! One claim: a sentence, its number, and where its rows stand.

use crate::say;
use crate::wording::{hours, percent, rounded, short_number};

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// A word for machines, such as `reach`.
    pub key: &'static str,
    /// The claim.
    pub sentence: String,
    /// Its number.
    pub value: f64,
    /// The number's unit.
    pub unit: &'static str,
    /// The number where working hours that are not given are all open hours, if that is more.
    pub at_most: Option<f64>,
    /// Whether the number is the most that it can be.
    pub is_most: bool,
    /// The table in which its rows stand.
    pub table: &'static str,
}

impl Finding {
    /// A claim with its number, which is kept with two decimals.
    #[must_use]
    pub fn new(
        key: &'static str,
        table: &'static str,
        (value, unit): (f64, &'static str),
        sentence: String,
    ) -> Finding {
        Finding { key, sentence, value: rounded(value, 100.0), unit, at_most: None, is_most: false, table }
    }

    /// The same with the number that it may be at most, where that is more.
    #[must_use]
    pub fn up_to(self, most: Option<f64>) -> Finding {
        let at_most = most.map(|most| rounded(most, 100.0)).filter(|most| hours(*most) != hours(self.value));
        Finding { at_most, ..self }
    }

    /// The number as it stands large beside its sentence, such as `8.0 h`; what it is for stands in [`Finding::per`].
    #[must_use]
    pub fn number(&self) -> String {
        match self.unit {
            "hours a week" => hours(self.value),
            "percent" => percent(self.value / 100.0),
            _ => short_number(self.value),
        }
    }

    /// What stands small after the large number, such as `a week`; may be empty.
    #[must_use]
    pub fn per(&self) -> String {
        if self.unit == "hours a week" { say!("per-week") } else { String::new() }
    }

    /// What stands over the large number where it is a bound: `at least` or `at most`; else nothing.
    #[must_use]
    pub fn bound(&self) -> String {
        match (self.at_most, self.is_most) {
            (Some(_), _) => say!("bound-at-least"),
            (None, true) => say!("bound-at-most"),
            (None, false) => String::new(),
        }
    }
}

/// A count as a number.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}
