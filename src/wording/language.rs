//! Which languages are there, and which files hold their messages?

/// A language: its tag (BCP 47) and the text of its files of messages.
pub(super) struct Language {
    pub(super) tag: &'static str,
    pub(super) files: &'static [&'static str],
}

/// English, the language that is spoken.
pub(super) const ENGLISH: Language = Language {
    tag: "en",
    files: &[
        include_str!("en/figures.ftl"),
        include_str!("en/words.ftl"),
        include_str!("en/findings.ftl"),
        include_str!("en/what_if.ftl"),
        include_str!("en/suggestions.ftl"),
        include_str!("en/community.ftl"),
        include_str!("en/scenarios.ftl"),
        include_str!("en/charts.ftl"),
        include_str!("en/hints.ftl"),
        include_str!("en/report.ftl"),
        include_str!("en/page.ftl"),
        include_str!("en/job-description.ftl"),
        include_str!("en/job-descriptions.ftl"),
        include_str!("en/planning.ftl"),
        include_str!("en/privacy.ftl"),
        include_str!("en/tables.ftl"),
        include_str!("en/terminal.ftl"),
        include_str!("en/packet.ftl"),
    ],
};

/// The template of a sample job description, in Markdown.
pub const JOB_DESCRIPTION_TEMPLATE: &str = include_str!("en/job-description.md");
