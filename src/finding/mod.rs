//! What do the results say, in sentences? Each finding is a claim with its number and the table its rows stand in.
//!
//! All wording of figures lives here, so that a chart's title, the terminal's summary and the report say one thing in
//! one way. Words that would invite cutting people are not used: time off the desk is work time.

mod ask;
mod ask_back;
mod changed;
mod comparison_findings;
#[expect(clippy::module_inception, reason = "the main type of the floor gives it its name")]
mod finding;
mod findings;
mod job_descriptions;
mod planning;
mod reassignment;
mod topic;
mod unlock;
mod wording;

pub use ask::{Ask, ask};
pub use ask_back::{ask_back_message, ask_back_sentence};
pub use changed::{
    Turn, against_first, amount, comparison_period, comparison_source, difference, first_name, in_first, is_at_least,
    named, quoted, reach_title, signed, than_first, turn,
};
pub use comparison_findings::{comparison_findings, findings_of, held_against};
pub use finding::Finding;
pub use findings::findings;
pub use job_descriptions::descriptions_title;
pub use planning::planning_title;
pub use reassignment::{best_schedule_sentences, reassignment_sentences};
pub use topic::{Topic, topic_findings};
pub use unlock::unlock_sentence;
pub use wording::{and_list, half_hour, hours, hours_a_week, percent, rounded, source_line, weekday_name};
