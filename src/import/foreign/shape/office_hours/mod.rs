//! Office hours: when is whom to be met, and where? People down, and for each day of the week a column of times, perhaps
//! with a column of places beside it.

mod fit;
mod header;
mod read;

pub use fit::fit;
pub use read::read;
