//! What did a cell of this column say when it stood there before, byte for byte? A look-up that reads 16 bytes in one go.

use rustc_hash::FxHashMap;

/// How many bytes are looked at in one go.
pub const N: usize = 16;

/// The cells of one column that were read before, and what they say.
#[derive(Debug)]
pub struct Known<T> {
    cells: FxHashMap<Box<[u8]>, T>,
    /// Cells of less than 16 bytes, as numbers; a table with empty places, twice as many as cells at least.
    short: Vec<Option<(u128, T)>>,
    n_short: usize,
    /// The last short cell with the byte after it, the bytes it takes up, and what it says.
    last: (u128, u128, usize, Option<T>),
}

impl<T: Copy> Known<T> {
    /// Nothing known.
    pub fn new() -> Known<T> {
        Known { cells: FxHashMap::default(), short: vec![None; N], n_short: 0, last: (0, 0, 0, None) }
    }

    /// What the cell at the start of `text` says, and its length. Rows come grouped: most often the cell is the last
    /// one again.
    pub fn cell(&mut self, text: &[u8], delimiter: u8) -> Option<(T, usize)> {
        let Some(bytes) = text.first_chunk().map(|bytes| u128::from_le_bytes(*bytes)) else {
            return self.long_cell(text, delimiter);
        };
        let (cell, mask, n, says) = self.last;
        if bytes & mask == cell
            && let Some(says) = says
        {
            return Some((says, n));
        }
        let n = match text[0] {
            b'"' => length(text, delimiter)?,
            _ => n_before_end(bytes, delimiter),
        };
        if n >= N {
            return self.long_cell(text, delimiter);
        }
        let cell = with_length(bytes & first_bytes(n), n);
        let says = self.short[self.place(cell)].filter(|known| known.0 == cell)?.1;
        let mask = first_bytes(n + 1);
        self.last = (bytes & mask, mask, n, Some(says));
        Some((says, n))
    }

    fn long_cell(&self, text: &[u8], delimiter: u8) -> Option<(T, usize)> {
        let n = length(text, delimiter)?;
        self.cells.get(&text[..n]).map(|says| (*says, n))
    }

    /// Where a short cell stands in the table, or would stand.
    fn place(&self, cell: u128) -> usize {
        let last = self.short.len() - 1;
        let mut place = usize::try_from(mixed(cell)).unwrap_or(0) & last;
        while self.short[place].is_some_and(|known| known.0 != cell) {
            place = (place + 1) & last;
        }
        place
    }

    /// Takes note of what a cell says.
    pub fn learn(&mut self, cell: &[u8], says: T) {
        if !self.cells.contains_key(cell) {
            self.cells.insert(cell.into(), says);
            if cell.len() < N {
                self.learn_short(cell, says);
            }
        }
    }

    fn learn_short(&mut self, cell: &[u8], says: T) {
        self.n_short += 1;
        if self.n_short * 2 > self.short.len() {
            let larger = vec![None; self.short.len() * 2];
            for known in std::mem::replace(&mut self.short, larger).into_iter().flatten() {
                let place = self.place(known.0);
                self.short[place] = Some(known);
            }
        }
        let mut bytes = [0; N];
        bytes[..cell.len()].copy_from_slice(cell);
        let cell = with_length(u128::from_le_bytes(bytes), cell.len());
        let place = self.place(cell);
        self.short[place] = Some((cell, says));
    }
}

/// A mask of the first `n` bytes, up to 16.
pub fn first_bytes(n: usize) -> u128 {
    const MASKS: [u128; N + 1] = {
        let mut masks = [u128::MAX; N + 1];
        let mut n = 0;
        while n < N {
            masks[n] = (1 << (8 * n)) - 1;
            n += 1;
        }
        masks
    };
    MASKS[n.min(N)]
}

/// Marks the first byte that is this one, by its highest bit; later marks mean nothing.
pub fn marks(bytes: u128, byte: u8) -> u128 {
    const ONES: u128 = u128::MAX / 255;
    // a byte that is this one becomes zero
    let apart = bytes ^ (ONES * u128::from(byte));
    apart.wrapping_sub(ONES) & !apart & (ONES << 7)
}

/// A short cell with its length, so that no two cells are one number.
fn with_length(cell: u128, n: usize) -> u128 {
    cell | u128::try_from(n).unwrap_or(0) << 120
}

/// A number that differs in its last bits where cells differ anywhere.
fn mixed(cell: u128) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let half = |shift: u32| u64::try_from((cell >> shift) & u128::from(u64::MAX)).unwrap_or(0);
    let mixed = (half(0) ^ half(64).wrapping_mul(FACTOR).rotate_left(29)).wrapping_mul(FACTOR);
    mixed ^ (mixed >> 32)
}

/// How many of 16 bytes come before the first that ends a cell; 16 where none does.
fn n_before_end(bytes: u128, delimiter: u8) -> usize {
    let ends = marks(bytes, delimiter) | marks(bytes, b'\n') | marks(bytes, b'\r');
    usize::try_from(ends.trailing_zeros() / 8).unwrap_or(N)
}

/// Whether a cell that begins without a quotation mark ends before this byte.
pub const fn is_end(byte: u8, delimiter: u8) -> bool {
    byte == delimiter || byte == b'\n' || byte == b'\r'
}

/// The length of the cell at the start of `text`, with its quotation marks; none where it holds a doubled one, or a line
/// end.
pub fn length(text: &[u8], delimiter: u8) -> Option<usize> {
    if text.first() == Some(&b'"') {
        let n = text[1..].iter().position(|byte| matches!(byte, b'"' | b'\n'))? + 1;
        let is_closed = text[n] == b'"' && text.get(n + 1).is_none_or(|byte| is_end(*byte, delimiter));
        return is_closed.then_some(n + 1);
    }
    if let Some(bytes) = text.first_chunk() {
        let n = n_before_end(u128::from_le_bytes(*bytes), delimiter);
        if n < N {
            return Some(n);
        }
    }
    Some(text.iter().position(|byte| is_end(*byte, delimiter)).unwrap_or(text.len()))
}
