//! Which names are the same? Case, and blanks around and inside, do not count; all else does.

use compact_str::{CompactString, CompactStringExt};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A name as it is compared: no blanks around it, one blank inside, lower case.
#[must_use]
pub fn key(name: &str) -> CompactString {
    let is_inside = |pair: &[u8]| pair != b"  ";
    let is_plain = name.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ')
        && name.as_bytes().windows(2).all(is_inside)
        && !name.starts_with(' ')
        && !name.ends_with(' ');
    if is_plain {
        let mut key = CompactString::from(name);
        key.make_ascii_lowercase();
        return key;
    }
    name.split_whitespace().map(str::to_lowercase).join_compact(" ")
}

/// A name as it is shown: no blanks around it, one blank inside.
#[must_use]
pub fn shown(name: &str) -> Cow<'_, str> {
    let is_tidy = !name.contains("  ") && name.trim().len() == name.len() && !name.contains(['\t', '\n', '\u{a0}']);
    if is_tidy { Cow::Borrowed(name) } else { Cow::Owned(name.split_whitespace().collect::<Vec<&str>>().join(" ")) }
}

/// A growing list of names; the first spelling is shown.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    numbers: FxHashMap<CompactString, u32>,
    names: Vec<String>,
}

impl Lexicon {
    /// The number of a name, new or known.
    pub fn number(&mut self, name: &str) -> u32 {
        let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(key(name)).or_insert_with(|| {
            self.names.push(shown(name).into_owned());
            next
        })
    }

    /// The number of a name, if it is known.
    #[must_use]
    pub fn known(&self, name: &str) -> Option<u32> {
        self.numbers.get(&key(name)).copied()
    }

    /// Another spelling of the name with this number; false where the spelling is taken by another.
    pub fn add_spelling(&mut self, spelling: &str, number: u32) -> bool {
        *self.numbers.entry(key(spelling)).or_insert(number) == number
    }

    /// The names, by number.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The places of the names when they are sorted, by number.
    #[must_use]
    pub fn sorted_places(&self) -> Vec<u32> {
        let mut order: Vec<usize> = (0..self.names.len()).collect();
        order.sort_by(|&a, &b| self.names[a].cmp(&self.names[b]));
        let mut places = vec![0; order.len()];
        for (place, number) in order.into_iter().enumerate() {
            places[number] = u32::try_from(place).unwrap_or(u32::MAX);
        }
        places
    }
}

/// The names of one stretch of rows, compared as they are written.
#[derive(Clone, Debug, Default)]
pub struct StretchNames {
    numbers: FxHashMap<CompactString, u32>,
    /// The spellings, by number.
    pub names: Vec<CompactString>,
}

impl StretchNames {
    /// The number of a spelling within the stretch.
    pub fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.numbers.insert(name.into(), number);
        self.names.push(name.into());
        number
    }

    /// No more names will come.
    pub fn finish(&mut self) {
        self.numbers = FxHashMap::default();
    }
}
