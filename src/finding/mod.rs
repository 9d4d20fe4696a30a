//! What do the results say, in sentences? Each finding is a claim with its number and the table its rows stand in.
//!
//! A chart's title, the terminal's summary and the report say one thing in one way, because they say it through here; the
//! words themselves are messages of [`wording`](crate::wording).

mod ask;
mod ask_back;
mod before_after;
mod changed;
mod comparison_findings;
mod department_swaps;
mod departments;
#[expect(clippy::module_inception, reason = "the main type of the floor gives it its name")]
mod finding;
mod findings;
mod groups;
mod job_descriptions;
mod planning;
mod practice;
mod practice_facts;
mod reassignment;
mod topic;
mod unlock;
mod wording;

pub use ask::{Ask, ask};
pub use ask_back::{ask_back_message, ask_back_sentence};
pub use before_after::{before_after_findings, is_before_after};
pub use changed::{
    Turn, against_first, amount, bare_amount, comparison_period, comparison_source, difference, first_name, in_first,
    is_at_least, named, quoted, reach_title, signed, turn, wanted_in_words,
};
pub use comparison_findings::{comparison_findings, findings_of, held_against};
pub use department_swaps::{department_swap_findings, swap_change, swap_sentence};
pub use finding::Finding;
pub use findings::findings;
pub use groups::{group_name, groups_compared, groups_title};
pub use job_descriptions::descriptions_title;
pub use planning::planning_title;
pub use practice::{DeskWeek, desk_weeks, practice_facts, practice_title, shows_practice, target_hours};
pub use practice_facts::{DeskHours, Given, PRACTICE_FACTS, PracticeFact};
pub use reassignment::{best_schedule_sentences, reassignment_sentences};
pub use topic::{Topic, topic_findings};
pub use unlock::unlock_sentence;
pub use wording::{desk_label, half_hour, hours_a_week, reachable_is_at_least, source_line};
