//! What did the end of a row say when it stood there before, byte for byte? Who and when differ from row to row; from when
//! to when and on which desk, rows say the same few things over and over.

use super::known_column::{N, first_bytes, marks};
use crate::study::RowOfDay;
use rustc_hash::FxHashMap;

/// More endings than these are not kept: rows that say something new each time, such as a note, gain nothing.
const MOST: usize = 1 << 14;

/// The ends of rows that were read before, from the start of a cell to the line end, and what they say. As numbers: those
/// of up to 32 bytes, line end included.
#[derive(Debug, Default)]
pub struct KnownEndings {
    endings: FxHashMap<[u128; 2], RowOfDay>,
}

impl KnownEndings {
    /// What the text up to its first line end says, and how many bytes that is.
    pub fn ending(&self, text: &[u8]) -> Option<(RowOfDay, usize)> {
        let (ending, n) = first_line(text.first_chunk()?)?;
        Some((*self.endings.get(&ending)?, n))
    }

    /// Takes note of what an ending says, line end included.
    pub fn learn(&mut self, ending: &[u8], says: RowOfDay) {
        let mut text = [0; 2 * N];
        if self.endings.len() < MOST
            && let Some(start) = text.get_mut(..ending.len())
        {
            start.copy_from_slice(ending);
            if let Some((ending, _)) = first_line(&text) {
                self.endings.insert(ending, says);
            }
        }
    }
}

/// The bytes up to the first line end as numbers, and how many they are. No two are the same: they end with the line end.
fn first_line(text: &[u8; 2 * N]) -> Option<([u128; 2], usize)> {
    let (halves, _) = text.as_chunks();
    let [low, high] = [0, 1].map(|at| u128::from_le_bytes(halves[at]));
    let n_before = |half: u128| usize::try_from(marks(half, b'\n').trailing_zeros() / 8).unwrap_or(N);
    match (n_before(low), n_before(high)) {
        (N, N) => None,
        (N, n) => Some(([low, high & first_bytes(n + 1)], N + n + 1)),
        (n, _) => Some(([low & first_bytes(n + 1), 0], n + 1)),
    }
}
