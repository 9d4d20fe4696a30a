//! Stops of a mobile library, or visits of any kind, with a rule of recurrence: one row a stop, its times, and how often.

mod fit;
mod read;
mod rule;

pub use fit::fit;
pub use read::read;
