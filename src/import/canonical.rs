//! Which files does a study have, with which columns, and what does each unlock?

/// One canonical file.
#[derive(Clone, Copy, Debug)]
pub struct CanonicalFile {
    /// Its name in the folder.
    pub name: &'static str,
    /// Its columns, in the order of the documentation.
    pub columns: &'static [&'static str],
    /// Columns that must be there; of each group one is enough.
    pub required: &'static [&'static [&'static str]],
    /// Whether a study cannot do without it.
    pub is_required: bool,
    /// What it unlocks, as the end of the sentence "With it, offdesk can show …".
    pub unlocks: &'static str,
}

/// The desk schedule.
pub const SCHEDULE: CanonicalFile = CanonicalFile {
    name: "desk-schedule.csv",
    columns: &[
        "staff",
        "branch",
        "day",
        "date",
        "week",
        "start",
        "end",
        "activity",
        "desk",
        "from",
        "to",
        "note",
        "source",
        "source_cell",
    ],
    required: &[&["staff"], &["day", "date"], &["start"], &["end"]],
    is_required: true,
    unlocks: "where each role's time goes, blocks of off-desk time and desk cover",
};
/// Opening hours.
pub const HOURS: CanonicalFile = CanonicalFile {
    name: "library-hours.csv",
    columns: &["branch", "day", "date", "week", "open", "close", "from", "to", "note", "source", "source_cell"],
    required: &[&["day", "date"], &["open"], &["close"]],
    is_required: true,
    unlocks: "what falls inside and outside opening hours",
};
/// Stakeholders and their windows.
pub const STAKEHOLDERS: CanonicalFile = CanonicalFile {
    name: "stakeholders.csv",
    columns: &[
        "stakeholder",
        "branch",
        "group",
        "day",
        "date",
        "week",
        "start",
        "end",
        "mode",
        "travel",
        "min_visit",
        "certainty",
        "priority",
        "needs_role",
        "from",
        "to",
        "note",
        "source",
        "source_cell",
    ],
    required: &[&["stakeholder"], &["day", "date"], &["start"], &["end"]],
    is_required: false,
    unlocks: "when partners can be met, why the rest of their time is lost, and contact slots",
};
/// Staff.
pub const STAFF: CanonicalFile = CanonicalFile {
    name: "staff.csv",
    columns: &["staff", "role", "department", "branch", "weekly_hours", "outreach", "aliases", "source", "source_cell"],
    required: &[&["staff"]],
    is_required: false,
    unlocks: "roles in place of numbers, departments, who may meet partners, and contracted hours",
};
/// Minimums.
pub const COVERAGE: CanonicalFile = CanonicalFile {
    name: "coverage.csv",
    columns: &["branch", "desk", "day", "date", "start", "end", "minimum"],
    required: &[&["minimum"]],
    is_required: false,
    unlocks: "minimums that differ by desk and hour, instead of one number for every desk",
};
/// Traffic.
pub const TRAFFIC: CanonicalFile = CanonicalFile {
    name: "desk-traffic.csv",
    columns: &["branch", "desk", "day", "date", "start", "end", "count", "source", "source_cell"],
    required: &[&["day", "date"], &["start"], &["end"], &["count"]],
    is_required: false,
    unlocks: "quiet desk time: transactions for each staffed desk hour",
};
/// Duties.
pub const DUTIES: CanonicalFile = CanonicalFile {
    name: "duties.csv",
    columns: &["role", "duty", "percent", "activity"],
    required: &[&["duty"], &["percent"]],
    is_required: false,
    unlocks: "job descriptions beside the schedule",
};
/// Impact stories, in Markdown.
pub const STORIES: CanonicalFile = CanonicalFile {
    name: "stories.md",
    columns: &[],
    required: &[],
    is_required: false,
    unlocks: "impact stories beside the figures",
};
/// Settings, in TOML.
pub const SETTINGS_FILE: CanonicalFile = CanonicalFile {
    name: "offdesk.toml",
    columns: &[],
    required: &[],
    is_required: false,
    unlocks: "a title, the period, a rotation, minimums and travel of your own",
};

/// Every file of a study, the required ones first.
pub const FILES: [&CanonicalFile; 9] =
    [&SCHEDULE, &HOURS, &STAKEHOLDERS, &STAFF, &COVERAGE, &TRAFFIC, &DUTIES, &STORIES, &SETTINGS_FILE];

/// A study's own wording of a sample job description. It unlocks nothing: without it, the built-in one is used.
pub const JOB_DESCRIPTION_FILE: &str = "job-description.md";
