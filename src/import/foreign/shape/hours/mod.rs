//! What do all sources of opening hours share? What a cell says about its day, whose day it is, and the rows it makes.

mod branches;
#[cfg(test)]
pub mod cases;
pub mod clause_words;
mod day_columns;
mod day_hours;
mod day_runs;
mod json_source;
pub mod libcal;
pub mod regular;
mod rows;
pub mod schema_org;
mod special;
mod week;

pub use branches::{branch_name, find_branches, say_no_hours};
pub use day_columns::{DayColumn, Side, day_columns, header_words};
pub use day_hours::{DayHours, read_day_hours};
pub use day_runs::{Run, runs};
pub use json_source::{JsonSource, lines};
pub use rows::{one_line, push_hours, week_days};
pub use special::Specials;
pub use week::{Week, data_rows};
