//! What does one problem say? Code, what is wrong, where, what was done, what to do.

use super::Code;
use crate::text::Location;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The row cannot be used.
    Error,
    /// The row is used, and an assumption was made.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word that a person reads.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One problem in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of problem.
    pub code: Code,
    /// Where it is.
    pub location: Location,
    /// What is wrong, with the values.
    pub message: String,
    /// A few words for the underlined place; empty where the message says all.
    pub label: String,
    /// What offdesk did about it.
    pub done: String,
    /// What the reader can do.
    pub help: String,
}

impl Problem {
    /// A problem that says its title and, for an error, that the row is left out.
    #[must_use]
    pub fn new(code: Code, location: Location) -> Problem {
        let done = match code.severity() {
            Severity::Error if location.line > 0 => "this row is left out of every figure",
            Severity::Error => "nothing can be computed until this is mended",
            Severity::Warning | Severity::Note => "the row is used as it stands",
        };
        let message = code.title().to_owned();
        Problem { code, location, message, label: String::new(), done: done.to_owned(), help: String::new() }
    }

    /// What is wrong, with the values.
    #[must_use]
    pub fn says(mut self, message: impl Into<String>) -> Problem {
        self.message = message.into();
        self
    }

    /// A few words for the underlined place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Problem {
        self.label = label.into();
        self
    }

    /// What offdesk did about it.
    #[must_use]
    pub fn done(mut self, done: impl Into<String>) -> Problem {
        self.done = done.into();
        self
    }

    /// What the reader can do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Problem {
        self.help = help.into();
        self
    }

    /// How much it weighs.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}
