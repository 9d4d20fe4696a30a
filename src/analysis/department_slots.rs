//! At which hours of the week could departments plan together? The spans that they share, by weekday and time.

use super::labels::NO_DEPARTMENT;
use super::public::is_named_department;
use crate::study::BranchId;
use crate::time::{Minutes, Span};
use std::collections::BTreeMap;

/// A time of the week at which somebody of each department is off the desk, the same people for at least `min_block`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentSlot {
    /// Where.
    pub branch: BranchId,
    /// The two departments, in the order of their names; none for all departments of the branch at once.
    pub departments: Option<(String, String)>,
    /// The day of the week, 0 for Monday, on which it starts.
    pub weekday: usize,
    /// The minute of that day at which it starts.
    pub start: u16,
    /// How long it is.
    pub length: Minutes,
    /// On how many dates of the period it is just so.
    pub n_dates: usize,
}

impl DepartmentSlot {
    /// How much time it is over the period.
    #[must_use]
    pub fn total(&self) -> Minutes {
        Minutes(self.length.0 * i64::try_from(self.n_dates).unwrap_or(0))
    }
}

/// Spans while they are collected, in the order of their starts.
#[derive(Clone, Debug, Default)]
pub struct Collected {
    spans: Vec<(i32, i32)>,
}

impl Collected {
    /// Adds a span that starts no earlier than the last one; what touches or overlaps becomes one.
    pub fn add(&mut self, start: i32, end: i32) {
        match self.spans.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => self.spans.push((start, end)),
        }
    }
}

/// The slots of one branch: of each pair of named departments, and of all of them where they are more than two.
/// `of_pair` holds what each pair shares, in a square of departments in the order of their names. People of merged
/// departments have none, and where there are such, there is no time of all departments.
pub fn department_slots(
    branch: BranchId,
    names: &[&str],
    of_pair: &[Collected],
    of_all: &Collected,
) -> Vec<DepartmentSlot> {
    let named: Vec<usize> = (0..names.len()).filter(|at| is_named_department(names[*at])).collect();
    let mut slots = Vec::new();
    for (nth, &a) in named.iter().enumerate() {
        for &b in &named[nth + 1..] {
            let pair = Some((names[a].to_owned(), names[b].to_owned()));
            slots.extend(by_time_of_week(branch, pair.as_ref(), &of_pair[a * names.len() + b]));
        }
    }
    if names.iter().all(|name| is_named_department(name) || *name == NO_DEPARTMENT) {
        slots.extend(by_time_of_week(branch, None, of_all));
    }
    slots
}

fn by_time_of_week<'c>(
    branch: BranchId,
    departments: Option<&'c (String, String)>,
    collected: &'c Collected,
) -> impl Iterator<Item = DepartmentSlot> + use<'c> {
    let mut times: BTreeMap<(usize, u16, Minutes), usize> = BTreeMap::new();
    for (start, end) in &collected.spans {
        let span = Span { start: crate::time::Minute(*start), end: crate::time::Minute(*end) };
        let minute = u16::try_from((span.start - span.day().start()).0).unwrap_or(0);
        *times.entry((span.day().weekday(), minute, span.length())).or_default() += 1;
    }
    times.into_iter().map(move |((weekday, start, length), n_dates)| DepartmentSlot {
        branch,
        departments: departments.cloned(),
        weekday,
        start,
        length,
        n_dates,
    })
}
