//! Which desk schedule leaves the most partner time reachable, with the fewest changes against today?
//!
//! One mixed-integer program for each branch and date, over the exact break points of the schedule: dates are coupled by
//! nothing that a schedule must keep to. Everybody's shifts, meals and other duties stay; each desk keeps the people it
//! needs (its minimum, or today's count where that is lower) and gets no more than today; nobody's desk time on a date
//! changes by more than a tolerance; no new stint is too long or too short. The objective is the partner time that is
//! reachable (firm windows, as the analysis counts it) less a weight for each minute of desk time that changes hands.
//!
//! Time is cut at midnight here: what crosses it stays as it is. Every answer is a scenario, and the analysis has the
//! last word on what it wins.

mod answer;
mod changes;
mod day_problem;
mod day_search;
#[cfg(test)]
mod exhaustive;
mod measure;
mod model;
mod neighborhood;
mod pose;
mod reassign;
mod search;
mod slack;
mod solver;
mod stint_rows;
mod visit_rows;

pub use answer::{BestSchedule, DayAnswer, Reassignment, Status, TradeOff};
pub use changes::changes;
pub use search::{Ask, best_schedule};
pub use solver::Solver;
