//! When could people of two departments, or of all, meet? Day by day, and then pair by pair. (Domain, section 6.)

use super::day_bits::A_DAY;
use super::department_slots::{DepartmentSlot, MeetingDay, Meetings, Starts, WeekTally};
use super::departments::Departments;
use super::free_days::StartTimes;
use crate::study::BranchId;
use crate::time::{Day, Minutes, Period};
use std::sync::Arc;

/// The meetings that the departments of a branch could hold.
pub struct DepartmentMeetings<'a> {
    departments: &'a Departments<'a>,
    /// How long a meeting is, in minutes.
    length: i32,
    /// By pair of departments, in a square, the first by name first.
    of_pairs: Vec<Meetings>,
    /// Of all departments at once, where they are more than two.
    of_all: Option<Meetings>,
}

impl<'a> DepartmentMeetings<'a> {
    /// Looks at every day for each pair of departments. `tally` is room that is used again.
    pub fn of<const W: usize>(
        days: &DepartmentDays<'a, W>,
        length: i32,
        period: &Period,
        tally: &mut WeekTally,
    ) -> DepartmentMeetings<'a> {
        let Departments { names, is_named, n_named, .. } = days.departments;
        let n = names.len();
        let mut of_pairs = vec![Meetings::default(); n * n];
        for a in 0..n {
            of_pairs[a * n + a] = days.meetings(Starts::of(length, period, tally), |of_day| of_day[a].two);
            for b in a + 1..n {
                let both = |of_day: &[DepartmentOfDay<W>]| of_day[a].anybody.and(of_day[b].anybody);
                of_pairs[a * n + b] = days.meetings(Starts::of(length, period, tally), both);
            }
        }
        // where two departments are all, they are a pair
        let of_all = (*n_named > 2).then(|| {
            days.meetings(Starts::of(length, period, tally), |of_day| {
                let named = of_day.iter().zip(is_named).filter(|(_, is_named)| **is_named);
                named.map(|(own, _)| own.anybody).reduce(StartTimes::and).unwrap_or(StartTimes::NONE)
            })
        });
        DepartmentMeetings { departments: days.departments, length, of_pairs, of_all }
    }

    /// When departments could plan together: two that are named, and all of them where they are more than two.
    pub fn slots(&self, branch: BranchId) -> Vec<DepartmentSlot> {
        let Departments { names, is_named, .. } = self.departments;
        let named: Vec<(usize, Arc<str>)> =
            (0..).zip(names).filter(|(at, _)| is_named[*at]).map(|(at, name)| (at, Arc::from(*name))).collect();
        let mut slots = Vec::new();
        for (nth, (a, name_a)) in named.iter().enumerate() {
            for (b, name_b) in &named[nth + 1..] {
                let of_pair = &self.of_pairs[a * names.len() + b];
                slots.extend(of_pair.slots(branch, Some((name_a, name_b)), self.length));
            }
        }
        slots.extend(self.of_all.iter().flat_map(|all| all.slots(branch, None, self.length)));
        slots
    }

    /// How many minutes any of the meetings of a pair of departments could take up; by the pair's place in the square.
    pub fn any_pair(&self, place: usize) -> Minutes {
        self.of_pairs[place].total
    }
}

/// The days on which a meeting could start.
pub struct DepartmentDays<'a, const W: usize> {
    departments: &'a Departments<'a>,
    days: Vec<MeetingDay>,
    /// By day, and then by department.
    of_days: Vec<DepartmentOfDay<W>>,
}

impl<'a, const W: usize> DepartmentDays<'a, W> {
    /// No day yet.
    pub fn of(departments: &'a Departments<'a>) -> DepartmentDays<'a, W> {
        DepartmentDays { departments, days: Vec::new(), of_days: Vec::new() }
    }

    /// Takes note of a day, on which a meeting could start at these times for each person.
    pub fn note(&mut self, day: Day, times: &[StartTimes<W>], period: &Period) {
        self.days.push(MeetingDay::of(day, period));
        let n_before = self.of_days.len();
        self.of_days.resize(n_before + self.departments.names.len(), DepartmentOfDay::NONE);
        for (department, times) in self.departments.of_person.iter().zip(times) {
            self.of_days[n_before + department].add(*times);
        }
    }

    /// The meetings that could start at some times of each day.
    fn meetings(&self, mut starts: Starts<'_>, times: impl Fn(&[DepartmentOfDay<W>]) -> StartTimes<W>) -> Meetings {
        let n_departments = self.departments.names.len().max(1);
        for (day, of_day) in self.days.iter().zip(self.of_days.chunks(n_departments)) {
            note(times(of_day), *day, &mut starts);
        }
        starts.meetings()
    }
}

/// Adds the ranges of some times of a day.
fn note<const W: usize>(times: StartTimes<W>, day: MeetingDay, starts: &mut Starts<'_>) {
    let firsts = times.at.without(times.through.one_later(false));
    let lasts = times.at.without(times.through);
    // what goes on after midnight has its last start on the next day
    for (first, last) in firsts.units().zip(lasts.units().chain(std::iter::once(A_DAY - 1))) {
        starts.add((first, last), day);
    }
}

/// When a meeting could start for the people of one department on one day.
#[derive(Clone, Copy, Debug)]
struct DepartmentOfDay<const W: usize> {
    /// For anybody of it.
    anybody: StartTimes<W>,
    /// For any two of it.
    two: StartTimes<W>,
}

impl<const W: usize> DepartmentOfDay<W> {
    const NONE: DepartmentOfDay<W> = DepartmentOfDay { anybody: StartTimes::NONE, two: StartTimes::NONE };

    /// Somebody more.
    fn add(&mut self, times: StartTimes<W>) {
        self.two = self.two.or(self.anybody.and(times));
        self.anybody = self.anybody.or(times);
    }
}
