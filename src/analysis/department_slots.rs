//! At which hours of the week could departments plan together? The spans that they share, by weekday and time.

use crate::study::BranchId;
use crate::time::{Minutes, SpanSet};
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

/// The slots of one branch: of each pair of named departments, and of all of them where they are more than two.
/// `of_pair` holds what each pair shares, in a square of departments in the order of their names; of all departments
/// nothing is shared where they are fewer than three.
pub fn department_slots(
    branch: BranchId,
    (names, is_named): (&[&str], &[bool]),
    of_pair: &[SpanSet],
    of_all: &SpanSet,
) -> Vec<DepartmentSlot> {
    let named: Vec<usize> = (0..names.len()).filter(|at| is_named[*at]).collect();
    let mut slots = Vec::new();
    for (nth, &a) in named.iter().enumerate() {
        for &b in &named[nth + 1..] {
            let pair = Some((names[a].to_owned(), names[b].to_owned()));
            slots.extend(by_time_of_week(branch, pair.as_ref(), &of_pair[a * names.len() + b]));
        }
    }
    slots.extend(by_time_of_week(branch, None, of_all));
    slots
}

fn by_time_of_week<'c>(
    branch: BranchId,
    departments: Option<&'c (String, String)>,
    shared: &'c SpanSet,
) -> impl Iterator<Item = DepartmentSlot> + use<'c> {
    let mut times: BTreeMap<(usize, u16, Minutes), usize> = BTreeMap::new();
    for span in shared.spans() {
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
