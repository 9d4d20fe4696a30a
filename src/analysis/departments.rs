//! Which departments do the people of a branch belong to?

use super::labels::PersonShown;
use super::public::is_named_department;
use crate::study::StaffId;

/// The departments of a branch's people, in order of their names.
pub struct Departments<'a> {
    /// Their names.
    pub names: Vec<&'a str>,
    /// Whether each is one that the library named.
    pub is_named: Vec<bool>,
    /// How many of them are.
    pub n_named: usize,
    /// By person: the place of the department.
    pub of_person: Vec<usize>,
}

impl<'a> Departments<'a> {
    /// The departments of some people.
    pub fn of(people: &[StaffId], shown: &'a [PersonShown]) -> Departments<'a> {
        let of = |staff: &StaffId| shown[staff.index()].department.as_str();
        let mut names: Vec<&str> = people.iter().map(of).collect();
        names.sort_unstable();
        names.dedup();
        let of_person = people.iter().map(|staff| names.binary_search(&of(staff)).unwrap_or(0)).collect();
        let is_named: Vec<bool> = names.iter().map(|name| is_named_department(name)).collect();
        let n_named = is_named.iter().filter(|is_named| **is_named).count();
        Departments { names, is_named, n_named, of_person }
    }

    /// How many people a department has.
    pub fn n_people(&self, department: usize) -> usize {
        self.of_person.iter().filter(|own| **own == department).count()
    }

    /// The place of two people's departments in a square of pairs, the first by name first.
    pub fn pair(&self, a: usize, b: usize) -> usize {
        let (a, b) = (self.of_person[a], self.of_person[b]);
        a.min(b) * self.names.len() + a.max(b)
    }
}
