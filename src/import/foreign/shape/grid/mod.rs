//! Grids: slots by days or desks, people by days or dates, people by hours. What a cell means follows from its row and
//! its column.

mod assignment;
mod axis;
mod day_above;
mod legend;
mod people_cell;
mod roster;
mod roster_breaks;
mod roster_words;
mod rotation;
mod shift_cell;
mod slot_grid;
mod slots;

pub use assignment::{fit as fit_assignment, read as read_assignment};
pub use roster::{fit as fit_roster, read as read_roster};
pub use slot_grid::{fit as fit_slot_grid, read as read_slot_grid};
