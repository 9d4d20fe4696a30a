//! What does the packet argue about? One topic a chapter, each with findings of its own.

use super::departments::department_findings;
use super::finding::Finding;
use super::groups::group_findings;
use super::job_descriptions::job_description_findings;
use super::planning::planning_findings;
use super::practice::practice_findings;
use crate::analysis::Results;

/// A topic of the packet, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// How much of the week the desks take, and what is left.
    Staffing,
    /// When partners can meet, and what becomes of their time.
    Partners,
    /// Which groups are out of reach.
    Groups,
    /// Whether the doors are open when partners can come.
    Hours,
    /// What job descriptions say beside what the schedule does.
    JobDescriptions,
    /// Planning and assessment as work.
    Planning,
    /// When departments can work together.
    Departments,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Topic; 7] = [
        Topic::Staffing,
        Topic::Partners,
        Topic::Groups,
        Topic::Hours,
        Topic::JobDescriptions,
        Topic::Planning,
        Topic::Departments,
    ];

    /// A word for machines and anchors, such as `staffing`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Topic::Staffing => "staffing",
            Topic::Partners => "partners",
            Topic::Groups => "groups",
            Topic::Hours => "hours",
            Topic::JobDescriptions => "job-descriptions",
            Topic::Planning => "planning",
            Topic::Departments => "departments",
        }
    }

    /// The names of its charts, in the order of the chapter.
    #[must_use]
    pub const fn charts(self) -> &'static [&'static str] {
        match self {
            Topic::Staffing => &["time-use", "practice", "desk-cover", "quiet-desk", "week"],
            Topic::Partners => &["partner-time", "partners-and-staff"],
            Topic::Hours => &["hours-options"],
            Topic::Departments => &["departments"],
            Topic::JobDescriptions => &["job-descriptions"],
            Topic::Planning => &["planning"],
            Topic::Groups => &["groups"],
        }
    }
}

/// The findings of one topic beyond those that open the packet, the most important first.
#[must_use]
pub fn topic_findings(results: &Results, topic: Topic) -> Vec<Finding> {
    match topic {
        Topic::Staffing => practice_findings(results),
        Topic::Groups => group_findings(results),
        Topic::JobDescriptions => job_description_findings(results),
        Topic::Planning => planning_findings(results),
        Topic::Departments => department_findings(results),
        Topic::Partners | Topic::Hours => Vec::new(),
    }
}
