//! A list: one row a shift, an event, an opening, a person or a count. Columns are found by their headers.

mod breaks;
mod count;
mod day;
mod fields;
mod fit;
mod people;
mod read;
mod row;
mod when;

pub use fields::{field_of, plain};
pub use fit::fit;
pub use people::is_nobody;
pub use read::{ask_for_order, is_disproved, read};
