//! What differs between two results? Measure by measure, partner by partner, role by role; exact, in minutes.

use super::moved::Moved;
use crate::analysis::{Outcome, OutcomeMinutes, Results, StakeholderOutcomes, merge_roles};
use crate::say;
use crate::study::{PeopleShown, StaffId};
use crate::time::{Minutes, Period};
use std::collections::BTreeMap;

/// One of the results that are compared.
#[derive(Clone, Debug)]
pub struct Side {
    /// A few words for headings, such as `Today` or the scenario's title.
    pub title: String,
    /// Why somebody would want it; empty where nobody says.
    pub why: String,
    /// What was changed, a sentence each; nothing for the first side.
    pub changes: Vec<String>,
    /// What the analysis finds.
    pub results: Results,
    /// What was moved against the first side; none where the sides are not one study changed.
    pub moved: Option<Moved>,
}

/// How much something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// Minutes over the period of its side; shown as hours a week.
    Minutes(Minutes),
    /// A count over the period of its side; shown for a week.
    Count(usize),
    /// A share, 0 to 1.
    Share(f64),
    /// Money over the period of its side; shown for a week.
    Money(f64),
}

impl Amount {
    /// For a week of a period: hours, a count, or money; a share as it is.
    #[must_use]
    pub fn a_week(self, period: &Period) -> f64 {
        let weeks = Minutes(60).hours_a_week(period.n_days());
        match self {
            Amount::Minutes(minutes) => period.hours_a_week(minutes),
            Amount::Count(n) => f64::from(u32::try_from(n).unwrap_or(u32::MAX)) * weeks,
            Amount::Share(share) => share,
            Amount::Money(money) => money * weeks,
        }
    }
}

/// Whether more of something is what a library wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// More is better.
    More,
    /// Less is better.
    Less,
    /// Neither: it is what a change costs or keeps.
    Neither,
}

/// One measure, on every side.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// A word for it.
    pub key: &'static str,
    /// What it is, for tables and charts.
    pub label: String,
    /// Whether more of it is better.
    pub wanted: Wanted,
    /// How much it is, side by side; none where a side does not have it.
    pub amounts: Vec<Option<Amount>>,
}

/// What becomes of one partner's time on every side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerChange {
    /// The partner.
    pub name: String,
    /// Its branch; empty where any branch may meet it.
    pub branch: String,
    /// Its outcomes, side by side; none where a side does not know it.
    pub outcomes: Vec<Option<OutcomeMinutes>>,
}

/// Desk time of one role on every side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleChange {
    /// The role.
    pub role: String,
    /// Its desk time and its time at work, side by side.
    pub desk_and_shift: Vec<(Minutes, Minutes)>,
}

/// Results side by side: the first is what the others are compared with.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The sides.
    pub sides: Vec<Side>,
    /// Measures, the ones that matter most first.
    pub measures: Vec<Measure>,
    /// Partner by partner.
    pub partners: Vec<PartnerChange>,
    /// Role by role.
    pub roles: Vec<RoleChange>,
}

impl Comparison {
    /// Compares sides with the first.
    #[must_use]
    pub fn of(mut sides: Vec<Side>) -> Comparison {
        if is_public(&sides) {
            let mut together: Vec<(&mut Results, usize)> = sides
                .iter_mut()
                .map(|side| (&mut side.results, side.moved.map_or(0, |moved| moved.n_new_people)))
                .collect();
            merge_roles(&mut together);
        }
        let measures = measures(&sides);
        let partners = partners(&sides);
        let roles = roles(&sides);
        Comparison { sides, measures, partners, roles }
    }

    /// A measure by its key.
    #[must_use]
    pub fn measure(&self, key: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.key == key)
    }

    /// How much more a side has of a measure than the first, for a week.
    #[must_use]
    pub fn difference(&self, measure: &Measure, side: usize) -> Option<f64> {
        let of = |at: usize| Some((*measure.amounts.get(at)?)?.a_week(&self.sides.get(at)?.results.period));
        Some(of(side)? - of(0)?)
    }

    /// How much more of a partner's time is reachable on a side than on the first, in hours a week.
    #[must_use]
    pub fn reach_gained(&self, partner: &PartnerChange, side: usize) -> Option<f64> {
        let of = |at: usize| self.outcome_a_week(partner, Outcome::Reachable, at);
        Some(of(side)? - of(0)?)
    }
}

fn is_public(sides: &[Side]) -> bool {
    sides.iter().any(|side| side.results.settings.people_shown == PeopleShown::Public)
}

impl Comparison {
    /// Partners of whose time more or less is reachable on a side than on the first, by how much (hours a week, as far as
    /// a sentence tells it), most first.
    #[must_use]
    pub fn partners_changed(&self, side: usize) -> Vec<(f64, &str)> {
        let mut changed: Vec<(f64, &str)> = self
            .partners
            .iter()
            .filter_map(|partner| Some((self.reach_gained(partner, side)?, partner.name.as_str())))
            .filter(|(gained, _)| gained.abs() >= 0.005)
            .collect();
        changed.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
        changed
    }
}

type Find = fn(&Side) -> Option<Amount>;

/// A measure that a side may not have.
fn measure(sides: &[Side], key: &'static str, label: String, wanted: Wanted, find: Find) -> Measure {
    Measure { key, label, wanted, amounts: sides.iter().map(find).collect() }
}

/// A measure that is time, and that every side has.
fn time(sides: &[Side], key: &'static str, label: String, wanted: Wanted, find: fn(&Results) -> Minutes) -> Measure {
    let amounts = sides.iter().map(|side| Some(Amount::Minutes(find(&side.results)))).collect();
    Measure { key, label, wanted, amounts }
}

fn measures(sides: &[Side]) -> Vec<Measure> {
    let mut found = of_partners(sides);
    found.extend(of_desks(sides));
    found.extend(of_shares(sides));
    found.extend(of_moves(sides));
    found.retain(is_worth_a_row);
    found
}

/// Partner time by outcome, and contact slots.
fn of_partners(sides: &[Side]) -> Vec<Measure> {
    let window = |side: &Side| side.results.period.hours_a_week(side.results.outcome_totals().window());
    let windows: Vec<f64> = sides.iter().map(window).collect();
    // a loss may be smaller because partners offer less: then it is neither better nor worse
    let is_one_offer = windows.iter().all(|window| (window - windows[0]).abs() < 1e-9);
    let lost_is = if is_one_offer { Wanted::Less } else { Wanted::Neither };
    let outcome = |outcome: Outcome, label: String, wanted| {
        let of = |side: &Side| Some(Amount::Minutes(side.results.outcome_totals().of(outcome)));
        Measure { key: outcome.name(), label, wanted, amounts: sides.iter().map(of).collect() }
    };
    let mut found = vec![
        outcome(Outcome::Reachable, say!("measure-reachable"), Wanted::More),
        measure(sides, "contact_slots", say!("measure-contact-slots"), Wanted::More, |side| {
            Some(Amount::Count(side.results.slots.len()))
        }),
    ];
    let losses = Outcome::ALL.into_iter().filter(|outcome| *outcome != Outcome::Reachable);
    found.extend(losses.map(|lost| outcome(lost, say!("measure-lost", loss = lost.in_text()), lost_is)));
    if !is_one_offer {
        found.insert(
            0,
            time(sides, "window", say!("measure-window"), Wanted::Neither, |of| of.outcome_totals().window()),
        );
    }
    found
}

/// Time off the desk, and cover.
fn of_desks(sides: &[Side]) -> Vec<Measure> {
    vec![
        time(sides, "usable", say!("measure-usable"), Wanted::More, |of| of.time_totals().usable),
        time(sides, "fragments", say!("measure-fragments"), Wanted::Less, |of| of.time_totals().fragments),
        time(sides, "desk", say!("measure-desk"), Wanted::Neither, |of| of.time_totals().desk()),
        time(sides, "under_minimum", say!("measure-under-minimum"), Wanted::Less, |of| of.desk_totals().under_minimum),
        time(sides, "above_minimum", say!("measure-above-minimum"), Wanted::Less, |of| {
            of.desk_totals().above_minimum_person
        }),
        measure(sides, "long_stints", say!("measure-long-stints"), Wanted::Less, |side| {
            Some(Amount::Count(side.results.staff_time.iter().map(|account| account.n_long_stints).sum()))
        }),
    ]
}

/// How evenly desk time falls. Each of the two rests on one person, and so is not for a packet that leaves the library.
fn of_shares(sides: &[Side]) -> Vec<Measure> {
    if is_public(sides) {
        return Vec::new();
    }
    vec![
        measure(sides, "least_desk_share", say!("measure-least-desk-share"), Wanted::Neither, |side| {
            side_shares(side).first().copied().map(Amount::Share)
        }),
        measure(sides, "greatest_desk_share", say!("measure-greatest-desk-share"), Wanted::Neither, |side| {
            side_shares(side).last().copied().map(Amount::Share)
        }),
    ]
}

/// What a change moves, adds and costs.
fn of_moves(sides: &[Side]) -> Vec<Measure> {
    let moved = |key, label: String, wanted, find: fn(Moved) -> Minutes| {
        let of = |side: &Side| side.moved.map(|moved| Amount::Minutes(find(moved)));
        Measure { key, label, wanted, amounts: sides.iter().map(of).collect() }
    };
    vec![
        moved("desk_moved", say!("measure-desk-moved"), Wanted::Neither, |moved| moved.desk_given),
        moved("work_added", say!("measure-work-added"), Wanted::Less, |moved| moved.work_added),
        moved("work_removed", say!("measure-work-removed"), Wanted::Neither, |moved| moved.work_removed),
        measure(sides, "cost", say!("measure-cost"), Wanted::Less, |side| {
            side.moved.and_then(|moved| moved.cost).map(Amount::Money)
        }),
    ]
}

/// A measure that is nothing on every side says nothing; reach always does.
fn is_worth_a_row(measure: &Measure) -> bool {
    let is_nothing = |amount: &Option<Amount>| match amount {
        None => true,
        Some(Amount::Minutes(minutes)) => minutes.is_zero(),
        Some(Amount::Count(n)) => *n == 0,
        Some(Amount::Share(_)) => false,
        Some(Amount::Money(money)) => money.abs() < 0.005,
    };
    measure.key == Outcome::Reachable.name() || !measure.amounts.iter().all(is_nothing)
}

/// Desk shares without people whom a change brought in: a page who is there for the desk alone says nothing of how
/// evenly it falls.
fn side_shares(side: &Side) -> Vec<f64> {
    desk_shares(&side.results, side.moved.map_or(0, |moved| moved.n_new_people))
}

/// The share of desk time in everybody's time at work, of people who are ever on a desk, least first.
fn desk_shares(results: &Results, n_new: usize) -> Vec<f64> {
    let n_people = results.people.len().saturating_sub(n_new);
    let mut people: BTreeMap<StaffId, (Minutes, Minutes)> = BTreeMap::new();
    for account in results.staff_time.iter().filter(|account| account.staff.index() < n_people) {
        let sums = people.entry(account.staff).or_default();
        sums.0 += account.desk();
        sums.1 += account.on_shift;
    }
    let mut shares: Vec<f64> =
        people.values().filter(|(desk, _)| !desk.is_zero()).map(|(desk, shift)| desk.share_of(*shift)).collect();
    shares.sort_by(f64::total_cmp);
    shares
}

/// A partner on every side, by branch and name: two studies number their partners on their own.
fn partners(sides: &[Side]) -> Vec<PartnerChange> {
    let key = |side: &Side, row: &StakeholderOutcomes| {
        let stakeholder = side.results.stakeholder(row.stakeholder);
        (side.results.stakeholder_branch(row.stakeholder).to_owned(), stakeholder.name.clone())
    };
    let mut found: BTreeMap<(String, String), Vec<Option<OutcomeMinutes>>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        for row in &side.results.outcomes {
            let outcomes = found.entry(key(side, row)).or_insert_with(|| vec![None; sides.len()]);
            outcomes[at] = Some(row.total);
        }
    }
    found.into_iter().map(|((branch, name), outcomes)| PartnerChange { name, branch, outcomes }).collect()
}

fn roles(sides: &[Side]) -> Vec<RoleChange> {
    let mut found: BTreeMap<String, Vec<(Minutes, Minutes)>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        for (role, totals) in side.results.time_by_role() {
            let of_sides = found.entry(role).or_insert_with(|| vec![(Minutes::ZERO, Minutes::ZERO); sides.len()]);
            of_sides[at] = (totals.desk(), totals.on_shift);
        }
    }
    found.into_iter().map(|(role, desk_and_shift)| RoleChange { role, desk_and_shift }).collect()
}

impl RoleChange {
    /// Hours a week on desks on a side.
    #[must_use]
    pub fn desk_a_week(&self, comparison: &Comparison, side: usize) -> f64 {
        let minutes = self.desk_and_shift.get(side).map_or(Minutes::ZERO, |(desk, _)| *desk);
        comparison.sides.get(side).map_or(0.0, |side| side.results.period.hours_a_week(minutes))
    }
}
