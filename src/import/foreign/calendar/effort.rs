//! How much may be searched, and how much found? A rule may be endless, and a file may be made to stall its reader.

/// How many comparisons the search for the occurrences of a file may take; less than a second's work.
const MOST_STEPS: usize = 50_000_000;

/// How many occurrences the rules of a file may name in the period.
pub const MOST_STARTS: usize = 100_000;

/// What is left of both.
#[derive(Debug)]
pub struct Effort {
    steps: usize,
    starts: usize,
    /// Whether one of them was not enough.
    pub is_over: bool,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort { steps: MOST_STEPS, starts: MOST_STARTS, is_over: false }
    }
}

impl Effort {
    /// Spends `n` steps; false where they are not left.
    pub fn step(&mut self, n: usize) -> bool {
        let left = self.steps.checked_sub(n).filter(|_| !self.is_over);
        self.is_over = left.is_none();
        self.steps = left.unwrap_or(0);
        !self.is_over
    }

    /// Spends one occurrence; false where none is left.
    pub fn start(&mut self) -> bool {
        let left = self.starts.checked_sub(1).filter(|_| !self.is_over);
        self.is_over = left.is_none();
        self.starts = left.unwrap_or(0);
        !self.is_over
    }
}

#[cfg(test)]
mod tests {
    use super::{Effort, MOST_STARTS, MOST_STEPS};

    #[test]
    fn what_is_spent_is_spent_for_good() {
        let mut effort = Effort::default();
        assert!(effort.step(MOST_STEPS) && effort.start());
        assert!(!effort.step(1) && !effort.step(0) && !effort.start());
    }

    #[test]
    fn so_many_occurrences_and_no_more_are_allowed() {
        let mut effort = Effort::default();
        assert_eq!((0..MOST_STARTS + 5).filter(|_| effort.start()).count(), MOST_STARTS);
        assert!(effort.is_over);
    }
}
