//! When is anybody of a branch off-desk long enough? All usable blocks of its people in one list. (Domain, section 6.)

use super::counting_sort::sort_by_number;
use super::results::Blocks;
use crate::time::{Minute, Minutes};

/// A usable block, with its person's place among the branch's people.
#[derive(Clone, Copy, Debug)]
pub struct Usable {
    person: u32,
    /// The first minute.
    pub start: Minute,
    /// The first minute after it.
    pub end: Minute,
}

impl Usable {
    /// Whose it is: the place among the branch's people.
    pub fn person(&self) -> usize {
        usize::try_from(self.person).unwrap_or(0)
    }
}

/// The usable blocks of a branch, in room that is used again for the next one.
#[derive(Debug, Default)]
pub struct UsableBlocks {
    /// In the order of their starts; of those that start at once, in the order of people. Two of one person never overlap.
    pub all: Vec<Usable>,
    spare: Vec<Usable>,
}

impl UsableBlocks {
    /// All blocks of at least `min_block`, of people in their order.
    pub fn find<'b>(&mut self, blocks: impl Iterator<Item = &'b Blocks>, min_block: Minutes) {
        self.all.clear();
        for (person, blocks) in (0..).zip(blocks) {
            let long = blocks.spans.iter().filter(|span| span.length() >= min_block);
            self.all.extend(long.map(|span| Usable { person, start: span.start, end: span.end }));
        }
        sort_by_number(&mut self.all, &mut self.spare, |block| block.start.0);
    }
}
