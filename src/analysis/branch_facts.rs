//! What is known of one branch before anything is counted? Who does what and when, which desks need how many people,
//! when the building minimum holds everybody, who wants to meet. For whoever looks for a better schedule; what the
//! facts come to is counted elsewhere.

use super::component::Batches;
use super::day_plan::DayPlan;
use super::minimum_levels::{Level, minimum_levels};
use super::offer::{Offer, offers};
use super::person_time::{DeskSpan, PersonTime, Scratch, Stretch, person_time};
use crate::study::{BranchId, DeskId, StaffId, Study};
use crate::time::{Minute, Period, Span};

/// One person's time at a branch.
#[derive(Clone, Debug)]
pub struct PersonFacts {
    /// Who.
    pub staff: StaffId,
    /// What, in order of time, at this branch alone.
    pub stretches: Vec<Stretch>,
    /// Desks at every branch, in order of their starts.
    pub desks: Vec<DeskSpan>,
    /// Time on call, in minutes since 1970-01-01: the person stays in the building.
    pub on_call: Vec<(i32, i32)>,
}

/// What is known of one branch over a period.
#[derive(Clone, Debug)]
pub struct BranchFacts {
    /// Which branch.
    pub branch: BranchId,
    /// Everybody who has time or a desk there, in the order of their ids.
    pub people: Vec<PersonFacts>,
    /// Its desks, in order: those that somebody staffs.
    pub desks: Vec<DeskId>,
    /// Minimums above 0 of each desk, in the order of `desks`; sorted and disjoint.
    pub minimums: Vec<Vec<Level>>,
    /// Open hours: sorted and disjoint.
    pub open: Vec<(i32, i32)>,
    /// Spans in which the building minimum keeps everybody in: sorted and disjoint.
    pub held: Vec<(i32, i32)>,
    /// Offers of the branch's stakeholders, and of those that any branch may meet.
    pub offers: Vec<Offer>,
}

/// The facts of a branch.
#[must_use]
pub fn branch_facts(study: &Study, period: &Period, branch: BranchId) -> BranchFacts {
    let plan = DayPlan::new(study, period.clone(), study.settings.assume);
    let people: Vec<PersonFacts> = people_at(&plan, branch);
    let mut desks: Vec<DeskId> = people
        .iter()
        .flat_map(|person| &person.desks)
        .filter(|span| span.branch == branch)
        .map(|span| span.desk)
        .collect();
    desks.sort_unstable();
    desks.dedup();
    let open: Vec<(i32, i32)> =
        plan.open[branch.index()].spans().iter().map(|span| (span.start.0, span.end.0)).collect();
    let whole = Span { start: Minute(i32::MIN), end: Minute(i32::MAX) };
    let minimums = desks.iter().map(|desk| minimum_levels(&plan, branch, Some(*desk), whole)).collect();
    let held = held(&people, &minimum_levels(&plan, branch, None, whole));
    let offers = offers(&plan).into_iter().filter(|offer| offer.branch.is_none_or(|at| at == branch)).collect();
    BranchFacts { branch, people, desks, minimums, open, held, offers }
}

fn people_at(plan: &DayPlan<'_>, branch: BranchId) -> Vec<PersonFacts> {
    let study = plan.study;
    let mut staff: Vec<StaffId> =
        study.schedule_rows().filter(|row| row.branch == branch).map(|row| row.staff).collect();
    staff.sort_unstable();
    staff.dedup();
    let batches = Batches::of(study);
    let mut scratch = Scratch::default();
    staff
        .into_iter()
        .map(|staff| {
            let rows = batches.rows_of(staff, study);
            let mut time = PersonTime::default();
            person_time(staff, rows, plan, (&mut scratch, &mut time));
            let PersonTime { stretches, desks, on_call, .. } = time;
            let stretches = stretches.into_iter().filter(|stretch| stretch.branch == branch).collect();
            let on_call = on_call.iter().map(|span| (span.start, span.end)).collect();
            PersonFacts { staff, stretches, desks, on_call }
        })
        .collect()
}

/// Where the people in the building are no more than its minimum.
fn held(people: &[PersonFacts], minimums: &[Level]) -> Vec<(i32, i32)> {
    let mut changes: Vec<(i32, i64)> = people
        .iter()
        .flat_map(|person| &person.stretches)
        .filter(|stretch| stretch.doing != super::Doing::Unknown && !stretch.is_away)
        .flat_map(|stretch| [(stretch.start, 1), (stretch.end, -1)])
        .collect();
    changes.sort_unstable();
    let mut held: Vec<(i32, i32)> = Vec::new();
    let (mut next, mut n_present) = (0, 0);
    for level in minimums {
        let mut at = level.start;
        while at < level.end {
            while let Some((_, step)) = changes.get(next).filter(|change| change.0 <= at) {
                n_present += step;
                next += 1;
            }
            let until = changes.get(next).map_or(level.end, |change| change.0.min(level.end));
            if n_present <= level.n_people {
                match held.last_mut() {
                    Some(last) if last.1 == at => last.1 = until,
                    _ => held.push((at, until)),
                }
            }
            at = until;
        }
    }
    held
}
