//! What a library told us: plain data, each fact with the line it came from.
//!
//! Rows are compact (ids and minutes as integers), so that one room and a nation fit the same engine. Names live
//! once, in the lists of the [`Study`]. Nothing is computed here.

mod activity;
mod coverage_rule;
mod duty;
mod figure_name;
mod in_words;
mod names;
mod opening_hours;
mod scenario;
mod schedule_part;
mod schedule_row;
mod settings;
mod source_row;
mod staff;
mod stakeholder;
mod story;
#[expect(clippy::module_inception, reason = "the main type of the floor gives it its name")]
mod study;
mod traffic;

pub use activity::Activity;
pub use coverage_rule::CoverageRule;
pub use duty::Duty;
pub use figure_name::{CHART_NAMES, COMPARISON_CHART_NAMES, figure_names};
pub use in_words::{date_in_words, period_in_words, rule_days, time_span};
pub use names::{BranchId, DeskId, Names, StaffId, StakeholderId};
pub use opening_hours::HoursRow;
pub use scenario::{Action, Change, Scenario, When};
pub use schedule_part::{PersonDay, PersonDays, RowOfDay, SchedulePart};
pub use schedule_row::ScheduleRow;
pub use settings::{Assume, Paper, PeopleShown, Settings};
pub use source_row::SourceRow;
pub use staff::StaffMember;
pub use stakeholder::{Mode, Stakeholder, WindowRow};
pub use story::Story;
pub use study::{InputFile, Study};
pub use traffic::TrafficRow;
