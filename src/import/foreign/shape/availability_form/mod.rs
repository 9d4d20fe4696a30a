//! Who has time in which weekly slot? A form: a slot in each header and an answer in each cell; or days in the
//! headers and times in the cells; or times in the headers and days in the cells.

mod day_cell;
mod fit;
mod header;
mod read;
mod slots;

pub use fit::fit;
pub use read::read;
