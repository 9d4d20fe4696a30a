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
//! Tests keep it so. `tests/it/wording.rs`: every message is said, with the figures that it asks for, and no sentence
//! stands outside the messages. `tests/it/sentences.rs`: no such word, no claim of more than 35 words or with two people
//! in it, and the whole reads at the level of a newspaper. `tests/it/numbers.rs`: each number of a claim is recomputed
//! from the tables; a new claim gets its rule there.
//!
//! A sentence is one message. What may be missing is a message of its own, or a word that the message chooses; figures
//! come from [`hours`], [`percent`] and [`number`], lists from [`and_list`].
//!
//! # For translators
//!
//! A language is a folder beside `en` with the same messages, and its files in `language.rs`; a test compares it with
//! `en`. `{ $hours }` and its like are figures that come with their unit, as `figures.ftl` says them, with the decimal mark
//! of the language; `{ $n -> … }` chooses by number, as the language's plural rules say. Words of files stay as they are:
//! columns, activities, `Mon-Fri`.

/// The tag (BCP 47) of the language that is spoken.
pub const LANGUAGE: &str = language::ENGLISH.tag;

/// A message with its figures: `say!("reach", window = hours, n = 3)`.
#[macro_export]
macro_rules! say {
    ($name:literal $(, $argument:ident = $value:expr)* $(,)?) => {
        $crate::wording::say($name, &[$((stringify!($argument), $crate::wording::Argument::from($value))),*])
    };
}

mod argument;
mod figures;
mod language;
mod messages;

pub use argument::Argument;
pub use figures::{
    and_list, at_least, at_least_word, at_most, at_most_word, comma_list, decimal, hours, number, percent,
    percent_span, rounded, semicolon_list, sentences, short_number, weekday_name,
};
pub use language::JOB_DESCRIPTION_TEMPLATE;
pub use messages::{Messages, say};
