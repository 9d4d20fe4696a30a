//! Which of the dated options fits whom? A poll with people down and options across, as Rallly, Doodle and Framadate
//! write it: the options in one header row, or their months, days and times in two or three.

mod fit;
mod options;
mod read;

pub use fit::fit;
pub use read::read;
