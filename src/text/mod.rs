//! Text, and places in text files: which file, line and cell. Knows nothing of what the cells mean, nor of time.

mod cells;
mod first_letter;
mod location;

pub use cells::{cell_ranges, is_blank};
pub use first_letter::{capital, lower_first};
pub use location::{Cell, Location, spreadsheet_column};
