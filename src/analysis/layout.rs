//! Where does a branch count what? People by what they are to it, and what else changes there, in one list of counts.

use super::person_time::{Doing, Stretch};

/// What a person is to the branch, as a place in a list of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Presence(u8);

impl Presence {
    pub const ABSENT: Presence = Presence(0);
    pub const OFF_DESK: Presence = Presence(1);
    pub const DUTY: Presence = Presence(2);
    /// On a duty for which the person has left the building.
    pub const AWAY: Presence = Presence(3);
    pub const DESK: Presence = Presence(4);
    pub const UNKNOWN: Presence = Presence(5);
    /// Off the desk, and kept in the building to answer one.
    pub const ON_CALL: Presence = Presence(6);
    /// How many places a list of counts has.
    pub const N: usize = 8;

    /// What somebody is in a stretch.
    pub fn of(stretch: &Stretch) -> Presence {
        match stretch.doing {
            Doing::OffDesk => Presence::OFF_DESK,
            Doing::Duty(_) if stretch.is_away => Presence::AWAY,
            Doing::Duty(_) => Presence::DUTY,
            Doing::Desk => Presence::DESK,
            Doing::Unknown => Presence::UNKNOWN,
        }
    }

    /// Its place.
    pub fn place(self) -> usize {
        usize::from(self.0) % Presence::N
    }
}

/// Where the counts of a branch stand in one list. People are counted by class (those that are in the same groups of
/// eligible people): what they are, and on which desk they are; and on each desk all together. After them stand the
/// stakeholders that are available, whether the branch is open, and the minimums that hold.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The groups of each class; the first class is in none.
    pub classes: Vec<Vec<u16>>,
    /// The class of each person.
    pub class_of: Vec<usize>,
    n_desks: usize,
    n_minimums: usize,
}

impl Layout {
    /// The layout for people of these groups, and so many desks and minimums.
    pub fn of(groups_of: &[Vec<u16>], n_desks: usize, n_minimums: usize) -> Layout {
        let mut classes: Vec<Vec<u16>> = vec![Vec::new()];
        let class_of = groups_of.iter().map(|groups| {
            classes.iter().position(|class| class == groups).unwrap_or_else(|| {
                classes.push(groups.clone());
                classes.len() - 1
            })
        });
        let class_of = class_of.collect();
        Layout { classes, class_of, n_desks, n_minimums }
    }

    /// How many counts there are: whole lists of [`Presence::N`], some of which may be of no use.
    pub fn n_counts(&self) -> usize {
        self.of_minimums().end.next_multiple_of(Presence::N)
    }

    /// The place of the people of a class that are something. Those who are absent stand first, and are of no use.
    pub fn of_presence(class: usize, is: Presence) -> usize {
        class * Presence::N + is.place()
    }

    /// The places of all people on each desk.
    pub fn of_desks(&self) -> std::ops::Range<usize> {
        let first = self.classes.len() * Presence::N;
        first..first + self.n_desks
    }

    /// The place of the people of a class on a desk. People whose time is accounted elsewhere are of the first class.
    pub fn of_desk(&self, desk: usize, class: usize) -> usize {
        self.of_desks().end + self.classes.len() * desk + class
    }

    /// The place of stakeholders that are available.
    pub fn of_partners(&self) -> usize {
        self.of_desk(self.n_desks, 0)
    }

    /// The place that says whether the branch is open.
    pub fn of_open(&self) -> usize {
        self.of_partners() + 1
    }

    /// The places of the minimums.
    pub fn of_minimums(&self) -> std::ops::Range<usize> {
        let first = self.of_open() + 1;
        first..first + self.n_minimums
    }
}
