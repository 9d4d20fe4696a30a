//! What does a job description say a role does?

use super::Activity;

/// One row of `duties.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// The role whose description it is; empty for every role.
    pub role: String,
    /// The duty, in the words of the description.
    pub duty: String,
    /// The percentage of time that the description gives it, 0 to 100.
    pub percent: f64,
    /// The activity that carries it out; none where the row leaves it open.
    pub activity: Option<Activity>,
    /// The line in the file.
    pub line: u32,
}
