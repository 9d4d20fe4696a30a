//! Who and what is named, over all files: branches, people and desks, numbered as they first appear.

use super::lexicon::Lexicon;
use crate::study::{BranchId, StaffMember};

/// The lists of names while a study is read.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// Branches.
    pub branches: Lexicon,
    /// People and their aliases.
    pub staff: Lexicon,
    /// People, by number.
    pub members: Vec<StaffMember>,
    /// Desks.
    pub desks: Lexicon,
}

/// The name of a desk row's desk where the row does not name one.
pub const UNNAMED_DESK: &str = "Desk";

impl Directory {
    /// The number of a person; one who is in no list yet is eligible for outreach.
    pub fn person(&mut self, name: &str) -> u32 {
        let number = self.staff.number(name);
        if self.members.len() < self.staff.names().len() {
            let name = super::lexicon::shown(name).into_owned();
            self.members.push(StaffMember { name, does_outreach: true, ..StaffMember::default() });
        }
        number
    }

    /// The number of a branch; none where the cell is blank.
    pub fn branch(&mut self, name: &str) -> Option<BranchId> {
        (!name.is_empty()).then(|| BranchId(u16::try_from(self.branches.number(name)).unwrap_or(u16::MAX)))
    }

    /// The number of a desk; a blank cell is the unnamed one.
    pub fn desk(&mut self, name: &str) -> u16 {
        u16::try_from(self.desks.number(if name.is_empty() { UNNAMED_DESK } else { name })).unwrap_or(u16::MAX)
    }
}
