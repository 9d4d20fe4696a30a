//! What in a packet could identify a person? The texts of every file that would be written are read, whoever wrote them.
//!
//! - **Names.** A staff member's whole name, or one part of it: each part of three letters or more counts as a whole
//!   word that is capitalized in the text, without regard to accents. Parts that are common words (May, Will, Park …)
//!   count in the whole name only. In the names of files, case does not count.
//! - **Roles that one person holds**, and rows and charts that are of one person ([`crate::table::rows_of`]).
//! - **Initials, e-mail addresses and phone numbers** in what was written by hand: stories, scenarios, settings, names of
//!   partners, desks and duties.
//!
//! Pictures, PDFs and other files that are no text show what the page, the tables and the charts' SVG say, and are not
//! read again. What a search for names cannot find (a story that everybody in town knows) only a reader finds.

mod check;
mod contact;
mod name_match;
mod one_person;
mod piece;
mod source;
mod word;

pub use check::{LookedThrough, PrivacyFinding, PrivacyPlace, check_privacy};
