//! When does a mobile library stop where? One row a stop or visit, its times, and a rule of recurrence.

mod fit;
mod read;
mod rule;

pub use fit::fit;
pub use read::read;
