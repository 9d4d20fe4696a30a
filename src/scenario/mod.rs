//! What if? Changes applied to a study, results compared, and changes searched for.
//!
//! A change is applied to a [`Draft`]; the draft is a study again, and goes through the same analysis as any other.
//! Nothing here knows how figures are found; what a change wins is the difference of two
//! [`Results`](crate::analysis::Results).

mod apply;
mod ask_back;
pub mod best_schedule;
mod building;
mod check;
mod compare;
mod dated_row;
mod day_rules;
mod day_study;
mod department_swap;
mod draft;
mod exact;
mod fold;
mod moved;
mod on_days;
mod parts;
mod robust;
mod sentence;
mod unlock;

pub use apply::{Applied, apply};
pub use ask_back::{AskBack, ask_back};
pub use check::scenario_problems;
pub use compare::{Amount, Comparison, Measure, PartnerChange, RoleChange, Side, Wanted};
pub use dated_row::DatedRow;
pub use day_study::{DayStudy, day_studies};
pub use department_swap::{DepartmentPair, DepartmentSwap, DepartmentSwaps, department_swaps};
pub use draft::{DeskPiece, Draft};
pub use fold::folded;
pub use moved::Moved;
pub use robust::{RobustRow, Robustness, Setting, robustness, settings_of};
pub use sentence::sentence;
pub use unlock::{Unlock, best_of_day, unlocks};
