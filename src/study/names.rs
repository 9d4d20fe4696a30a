//! Which branch, person, desk or stakeholder? Small numbers instead of names, and the lists that give the names back.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident $inner:ty) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub $inner);

        impl $name {
            /// The place in the list that the id points into.
            #[must_use]
            #[expect(clippy::as_conversions, reason = "widening")]
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of a place in a list; the last possible id beyond that.
            #[must_use]
            pub fn at(index: usize) -> $name {
                $name(<$inner>::try_from(index).unwrap_or(<$inner>::MAX))
            }
        }
    };
}

id!(
    /// A branch; ids are in the order of the names.
    BranchId u16
);
id!(
    /// A desk name (the same name at two branches is two desks with one id).
    DeskId u16
);
id!(
    /// A staff member; ids are in the order of the names.
    StaffId u32
);
id!(
    /// A stakeholder of one branch or of the whole library.
    StakeholderId u32
);

/// A list of names, in the order of their ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(pub Vec<String>);

impl Names {
    /// The name with this number.
    #[must_use]
    pub fn get(&self, index: usize) -> &str {
        self.0.get(index).map_or("", String::as_str)
    }

    /// How many names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All names in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}
