//! What does offdesk say, and in which language?
//!
//! Every sentence, title, label and heading of what offdesk hands out (findings, charts, tables, the report, the PDFs,
//! scenarios, letters) is a message of `src/wording/en/*.ftl`, in the syntax of Project Fluent; the code names the
//! message and gives its figures. Messages about a user's files stand with their codes in [`crate::problem`].
//!
//! # For writers
//!
//! A board member reads this, on paper, once. So:
//!
//! - Short sentences, common words, no jargon of this program: "reachable" is explained where it first stands.
//! - "Capacity", "time available", "time off the desk". Never "idle", "unused", "wasted", "inefficient": time off the
//!   desk is work time, and these words invite cutting people.
//! - Hours and roles, not persons. No sentence compares two people or ranks them.
//! - Each number is one of a table, formatted; the sentence does not compute. Where an assumption makes it a lower
//!   bound, it says "at least"; an estimate says that it is one.
//! - What a scenario costs stands beside what it wins.
//! - Practice of other libraries is context, with its source; it is never a standard.
//!
//! `tests/it/wording.rs` reads every message and every sentence that the samples give, and fails otherwise.
//!
//! # For translators
//!
//! A language is a folder beside `en` with the same messages, and a line in `language.rs`. `{ $hours }` and its like are
//! figures that come with their unit; `{ $n -> … }` chooses by number, as the language's plural rules say.

mod argument;
mod language;
mod messages;

pub use argument::Argument;
pub use language::JOB_DESCRIPTION_TEMPLATE;
pub use messages::say;

/// The tag (BCP 47) of the language that is spoken.
pub const LANGUAGE: &str = language::ENGLISH.tag;

/// A message with its figures: `say!("reach", window = hours, n = 3)`.
#[macro_export]
macro_rules! say {
    ($name:literal $(, $argument:ident = $value:expr)* $(,)?) => {
        $crate::wording::say($name, &[$((stringify!($argument), $crate::wording::Argument::from($value))),*])
    };
}
