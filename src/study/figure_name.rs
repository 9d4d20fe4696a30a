//! Which figures does a report have? Their names stand here, on a low floor, because a story of `stories.md` may name the
//! figure beside which it stands, and the reader of files must know whether there is one of that name.

/// The names of all charts of a study, in the order in which they are drawn.
pub const CHART_NAMES: [&str; 12] = [
    "time-use",
    "practice",
    "partner-time",
    "partners-and-staff",
    "groups",
    "desk-cover",
    "week",
    "hours-options",
    "job-descriptions",
    "planning",
    "departments",
    "quiet-desk",
];

/// The names of the charts of a comparison, in the order of the report.
pub const COMPARISON_CHART_NAMES: [&str; 5] =
    ["what-if-measures", "what-if-outcomes", "what-if-partners", "what-if-robust", "what-if-trade-off"];

/// Every figure that a report can have.
pub fn figure_names() -> impl Iterator<Item = &'static str> {
    CHART_NAMES.into_iter().chain(COMPARISON_CHART_NAMES)
}
