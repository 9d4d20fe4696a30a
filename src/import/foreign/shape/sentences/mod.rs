//! When can somebody meet, as a person types it? `Mon-Thu 3-5 pm`, `1st & 3rd Fri 9-11`: understood whole, or asked
//! about, never by half.

mod clause;
mod days;
mod fit;
mod phrase;
mod question;
mod read;
mod sentence;
mod token;
mod written_out;

pub use fit::fit;
pub use read::read;
