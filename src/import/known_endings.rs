//! What did the end of a row say when it stood there before, byte for byte? Who and when differ from row to row; from when
//! to when and on which desk, rows say the same few things over and over.

use crate::study::ScheduleRow;
use rustc_hash::FxHashMap;

/// More endings than these are not kept: rows that say something new each time, such as a note, gain nothing.
const MOST: usize = 1 << 14;

/// The ends of rows that were read before, from the start of a cell to the line end, and what they say.
#[derive(Debug, Default)]
pub struct KnownEndings {
    endings: FxHashMap<Box<[u8]>, ScheduleRow>,
}

impl KnownEndings {
    /// What the text up to its first line end says, and how many bytes that is.
    pub fn ending(&self, text: &[u8]) -> Option<(&ScheduleRow, usize)> {
        let n = memchr::memchr(b'\n', text)? + 1;
        Some((self.endings.get(&text[..n])?, n))
    }

    /// Takes note of what an ending says, line end included.
    pub fn learn(&mut self, ending: &[u8], row: ScheduleRow) {
        if self.endings.len() < MOST {
            self.endings.insert(ending.into(), row);
        }
    }
}
