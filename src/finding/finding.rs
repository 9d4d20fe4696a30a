//! One claim: a sentence, its number, and where its rows stand.

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
    /// The number where working hours that are not given are all open hours, if that is another one.
    pub at_most: Option<f64>,
    /// The table in which its rows stand.
    pub table: &'static str,
}
