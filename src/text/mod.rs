//! Places in text files: which file, line and cell. Knows nothing of what the cells mean, nor of time.

mod cells;
mod location;

pub use cells::{cell_ranges, is_blank};
pub use location::{Cell, Location, spreadsheet_column};
