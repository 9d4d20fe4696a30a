//! Prints: to the terminal, in color or not, and without a complaint when the reader of a pipe has gone.

use super::args::{ColorChoice, GlobalFlags};
use crate::problem::{Code, Problem, Problems, Severity, render_json, render_plain, render_terminal};
use anstream::AutoStream;
use std::io::{self, Write};

/// Where output goes.
pub struct Printer {
    flags: GlobalFlags,
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
}

impl Printer {
    /// A printer to standard output and standard error.
    #[must_use]
    pub fn new(flags: GlobalFlags) -> Printer {
        let choice = match flags.color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::AlwaysAnsi,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        Printer { flags, out: AutoStream::new(io::stdout(), choice), err: AutoStream::new(io::stderr(), choice) }
    }

    /// The flags of every command.
    #[must_use]
    pub const fn flags(&self) -> GlobalFlags {
        self.flags
    }

    /// Prints a line of what was asked for, unless only errors are wanted.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        if self.flags.quiet { Ok(()) } else { writeln!(self.out, "{text}") }
    }

    /// Prints JSON, whatever else is wanted.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn json(&mut self, value: &serde_json::Value) -> io::Result<()> {
        writeln!(self.out, "{value:#}")
    }

    /// Prints one JSON object on one line.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn json_line(&mut self, value: &serde_json::Value) -> io::Result<()> {
        writeln!(self.out, "{value}")
    }

    /// Prints a line about the run itself to standard error.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn remark(&mut self, text: &str) -> io::Result<()> {
        if self.flags.quiet { Ok(()) } else { writeln!(self.err, "{text}") }
    }

    /// Prints an error to standard error.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn error(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.err, "\u{1b}[1;31merror\u{1b}[0m: {text}")
    }

    /// Prints a problem to standard output (`check`) or to standard error (all else).
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn problem(&mut self, problem: &Problem, to_out: bool) -> io::Result<()> {
        let text = if self.flags.plain { render_plain(problem) } else { render_terminal(problem, true) };
        if to_out { writeln!(self.out, "{text}\n") } else { writeln!(self.err, "{text}\n") }
    }

    /// Prints problems as one JSON object a line.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn problems_as_json(&mut self, problems: &Problems) -> io::Result<()> {
        problems.iter().try_for_each(|problem| self.json_line(&render_json(problem)))
    }

    /// Prints every problem of a severity; how many more there are of a code than were kept is said at the end.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn problems(
        &mut self,
        problems: &Problems,
        is_wanted: impl Fn(Severity) -> bool,
        to_out: bool,
    ) -> io::Result<()> {
        for problem in problems.iter().filter(|problem| is_wanted(problem.severity())) {
            self.problem(problem, to_out)?;
        }
        for (code, n) in more_of_a_code(problems) {
            let text = format!("… and {n} more of {} ({})", code.name(), code.title());
            if to_out { self.line(&text)? } else { self.remark(&text)? }
        }
        Ok(())
    }

    /// Whether a progress bar would be seen.
    #[must_use]
    pub fn shows_progress(&self) -> bool {
        use std::io::IsTerminal;
        !self.flags.quiet && !self.flags.json && io::stderr().is_terminal()
    }
}

fn more_of_a_code(problems: &Problems) -> Vec<(Code, usize)> {
    let n_kept = |code: Code| problems.iter().filter(|problem| problem.code == code).count();
    problems.counts().iter().map(|(code, n)| (*code, n - n_kept(*code).min(*n))).filter(|(_, n)| *n > 0).collect()
}
