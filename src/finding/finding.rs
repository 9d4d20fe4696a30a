//! One claim: a sentence, its number, and where its rows stand.

use crate::say;
use crate::wording::{hours, percent, short_number};

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
    /// The number where working hours that are not given are all open hours, if that is another one; the number itself,
    /// where it is the most that it can be.
    pub at_most: Option<f64>,
    /// The table in which its rows stand.
    pub table: &'static str,
}

impl Finding {
    /// The number as it stands large beside its sentence, such as `8.0 h a week`.
    #[must_use]
    pub fn number(&self) -> String {
        match self.unit {
            "hours a week" => say!("hours-a-week", hours = hours(self.value)),
            "percent" => percent(self.value / 100.0),
            _ => short_number(self.value),
        }
    }

    /// What stands over the large number where it is a bound: `at least` or `at most`; else nothing.
    #[must_use]
    pub fn bound(&self) -> String {
        match self.at_most {
            Some(most) if most > self.value => say!("bound-at-least"),
            Some(_) => say!("bound-at-most"),
            None => String::new(),
        }
    }
}
