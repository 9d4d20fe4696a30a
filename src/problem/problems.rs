//! All problems of one run: collected in any order, read in the order of the files.

use super::{Code, Problem, Severity};
use std::collections::BTreeMap;

/// How many problems of one code are kept with their places; the rest are counted.
const KEPT_PER_CODE: usize = 10_000;

/// The problems of one run. Of each code the first ten thousand are kept whole, and all are counted.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    kept: Vec<Problem>,
    counts: BTreeMap<Code, usize>,
}

impl Problems {
    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        let count = self.counts.entry(problem.code).or_default();
        *count += 1;
        if *count <= KEPT_PER_CODE {
            self.kept.push(problem);
        }
    }

    /// How many there are, of all codes.
    #[must_use]
    pub fn n_in_all(&self) -> usize {
        self.counts.values().sum()
    }

    /// Counts more of one code without keeping their places.
    pub fn count_more(&mut self, code: Code, n: usize) {
        if n > 0 {
            *self.counts.entry(code).or_default() += n;
        }
    }

    /// Adds all of another collection.
    pub fn append(&mut self, other: Problems) {
        let mut more = other.counts;
        for problem in other.kept {
            if let Some(n) = more.get_mut(&problem.code) {
                *n -= 1;
            }
            self.push(problem);
        }
        for (code, n) in more {
            self.count_more(code, n);
        }
    }

    /// Moves every place that has a line by so many lines.
    pub fn move_lines(&mut self, by: u32) {
        for problem in &mut self.kept {
            if problem.location.line > 0 {
                problem.location.line += by;
            }
        }
    }

    /// Sorts by file, line and cell.
    pub fn sort(&mut self) {
        fn key(p: &Problem) -> (&str, u32, Option<usize>, Code) {
            (p.location.file.as_str(), p.location.line, p.location.cell.as_ref().map(|cell| cell.index), p.code)
        }
        self.kept.sort_by(|a, b| key(a).cmp(&key(b)));
    }

    /// The problems that were kept whole, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.kept.iter()
    }

    /// How many there are of each code, kept or not.
    #[must_use]
    pub const fn counts(&self) -> &BTreeMap<Code, usize> {
        &self.counts
    }

    /// How many were counted only, of each code.
    #[must_use]
    pub fn n_not_kept(&self, code: Code) -> usize {
        self.counts.get(&code).copied().unwrap_or(0).saturating_sub(KEPT_PER_CODE)
    }

    /// How many there are of a severity.
    #[must_use]
    pub fn n_of(&self, severity: Severity) -> usize {
        self.counts.iter().filter(|(code, _)| code.severity() == severity).map(|(_, n)| n).sum()
    }

    /// Whether a code was raised.
    #[must_use]
    pub fn has(&self, code: Code) -> bool {
        self.counts.contains_key(&code)
    }

    /// The count in words, such as `2 errors, 1 warning`; `no problems` where there are none.
    #[must_use]
    pub fn in_words(&self) -> String {
        let parts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
            .into_iter()
            .map(|severity| (self.n_of(severity), severity.name()))
            .filter(|(n, _)| *n > 0)
            .map(|(n, name)| format!("{n} {name}{}", if n == 1 { "" } else { "s" }))
            .collect();
        if parts.is_empty() { "no problems".to_owned() } else { parts.join(", ") }
    }
}
