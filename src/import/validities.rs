//! Which validities are there? Each has a number; rows hold the number.

use crate::time::Validity;
use rustc_hash::FxHashMap;

/// Validities by number. Number 0 is always.
#[derive(Clone, Debug)]
pub struct Validities {
    list: Vec<Validity>,
    numbers: FxHashMap<Validity, u32>,
}

impl Default for Validities {
    fn default() -> Validities {
        let always = Validity::default();
        Validities { list: vec![always], numbers: FxHashMap::from_iter([(always, 0)]) }
    }
}

impl Validities {
    /// The number of a validity, which gets one if it is new.
    pub fn number(&mut self, validity: Validity) -> u32 {
        *self.numbers.entry(validity).or_insert_with(|| {
            self.list.push(validity);
            u32::try_from(self.list.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// All of them, in the order of their numbers.
    pub fn list(&self) -> &[Validity] {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::Validities;
    use crate::time::{Day, Validity};

    #[test]
    fn each_has_one_number_and_always_has_none_of_its_own() {
        let from = |day: i32| Validity { from: Some(Day(day)), to: None };
        let mut validities = Validities::default();
        let numbers = [Validity::default(), from(1), from(2), from(1)].map(|validity| validities.number(validity));
        assert_eq!(numbers, [0, 1, 2, 1]);
        assert_eq!(validities.list(), [Validity::default(), from(1), from(2)]);
    }
}
