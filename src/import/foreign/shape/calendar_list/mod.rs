//! When are the events of a calendar? A list, as Google Calendar and Outlook read and write it: times at which somebody
//! can meet; or, where working hours are given, the busy time between which they can.

mod event;
mod fit;
mod read;

pub use fit::fit;
pub use read::read;
