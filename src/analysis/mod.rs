//! A study in, one [`Results`] out: where people's time goes, when stakeholders can be reached and why not.
//!
//! All arithmetic on minutes ends here. Branches that share people are one component; components are swept side by
//! side, each once: people first (what is each doing when), then the branch as a whole (who is there, which desks are
//! staffed, who could leave), then the windows of its stakeholders. All times of a branch's day are looked at in one go, a
//! bit for each unit of it; how long units can be is found for each branch. There is no second, slower path.

mod active;
mod apportion;
mod assemble;
mod at_most;
mod best_hours;
mod branch_facts;
mod branch_spans;
mod branch_sweep;
mod branch_windows;
mod by_day;
mod component;
mod conflict;
mod counting_sort;
mod data_problems;
mod day_bits;
mod day_counts;
mod day_plan;
mod department_meetings;
mod department_slots;
mod departments;
mod desk_cover;
mod desk_week;
mod duty_time;
mod engine;
mod free_days;
mod grid;
mod hours_options;
mod job_time;
mod labels;
mod lists;
mod minimum_levels;
mod minute_set;
mod offer;
mod on_call;
mod outcome;
mod partner_groups;
mod people_of_day;
mod period_choice;
mod person_time;
mod planning;
mod public;
mod quiet_desk;
mod reach;
mod results;
mod shared_time;
mod staff_time;
mod standing;
mod together;
mod totals;
mod week_counts;

pub use apportion::apportion;
pub use branch_facts::{BranchFacts, PersonFacts, branch_facts};
pub use conflict::{Conflict, ConflictKind};
pub use data_problems::data_problems;
pub use day_plan::DayPlan;
pub use department_slots::DepartmentSlot;
pub use desk_cover::DeskCover;
pub use duty_time::{DutyTime, RoleDescription};
pub use engine::{analyze, analyze_in};
pub use grid::{Grid, N_SLOTS, SLOT_MINUTES, SLOTS_A_DAY};
pub use hours_options::HoursOption;
pub use job_time::{JobPart, JobShare, JobTime};
pub use labels::{NO_DEPARTMENT, PersonShown};
pub use lists::Lists;
pub use minimum_levels::{Level, minimum_levels};
pub use offer::Offer;
pub use outcome::{Outcome, OutcomeMinutes, StakeholderOutcomes};
pub use partner_groups::{GroupAtMost, GroupReach, Weighted};
pub use period_choice::choose_period;
pub use person_time::{DeskSpan, Doing, Stretch};
pub use planning::Planning;
pub use public::{LEAST_PEOPLE, Merged, is_named_department, merge_roles};
pub use quiet_desk::QuietDesk;
pub use reach::ContactSlot;
pub use results::{AtMost, Blocks, BranchGrids, DeskWhileClosed, Results};
pub use shared_time::{CommonSlot, DepartmentTime, PairTime};
pub use staff_time::{StaffTime, StaffWeek};
pub use totals::{DeskTotals, TimeTotals};
