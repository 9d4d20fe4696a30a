//! How are long lists of all branches read as one? One after the other, as they were found: nothing is copied.

/// Lists of one kind, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists<T>(Vec<Vec<T>>);

impl<T> Default for Lists<T> {
    fn default() -> Lists<T> {
        Lists(Vec::new())
    }
}

impl<T> Lists<T> {
    /// Lists that are each in order, in the order of their first items.
    #[must_use]
    pub fn of<K: Ord>(mut lists: Vec<Vec<T>>, order: impl Fn(&T) -> K) -> Lists<T> {
        lists.retain(|list| !list.is_empty());
        lists.sort_by_key(|list| list.first().map(&order));
        Lists(lists)
    }

    /// All items.
    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        self.0.iter().flatten()
    }

    /// How many items there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Keeps some of the items.
    pub fn retain(&mut self, is_kept: impl Fn(&T) -> bool) {
        self.0.iter_mut().for_each(|list| list.retain(&is_kept));
    }
}

impl<T: Copy> Lists<T> {
    /// All items as one list.
    #[must_use]
    pub fn to_vec(&self) -> Vec<T> {
        self.0.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn lists_are_read_one_after_the_other() {
        let mut lists = Lists::of(vec![vec![4, 5], vec![], vec![1, 2, 3]], |item| *item);
        assert_eq!((lists.len(), lists.to_vec()), (5, vec![1, 2, 3, 4, 5]));
        lists.retain(|item| item % 2 == 0);
        assert!(lists.iter().eq(&[2, 4]) && !lists.is_empty());
        assert!(Lists::<u8>::default().is_empty());
    }
}
