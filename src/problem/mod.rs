//! What is wrong with a person's files, where, what was done about it and what to do.
//!
//! A [`Problem`] is about the user's files: it is collected, sorted by place and never stops the reading. It has one
//! form and three renderings (terminal, plain text, JSON). Knows places in text; knows nothing of libraries.

mod code;
mod json;
mod plain;
#[expect(clippy::module_inception, reason = "the main type of the floor gives it its name")]
mod problem;
mod problems;
mod suggest;
mod terminal;

pub use code::Code;
pub use json::render_json;
pub use plain::render_plain;
pub use problem::{Problem, Severity};
pub use problems::Problems;
pub use suggest::nearest;
pub use terminal::render_terminal;
