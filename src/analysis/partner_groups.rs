//! Which groups of partners are out of reach: by hours, by number of partners, and by what matters most? A group is what
//! `stakeholders.csv` says in its column `group`: schools, shelters, employers …

use super::offer::Offer;
use super::outcome::{Outcome, OutcomeMinutes, StakeholderOutcomes};
use super::results::Results;
use crate::study::Stakeholder;
use crate::time::Minutes;
use std::collections::BTreeMap;

/// What becomes of the firm windows of one group's partners over the period. Partners without a firm window in the period
/// are not counted.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct GroupReach {
    /// The group; empty for partners that have none.
    pub group: String,
    /// How many partners.
    pub n_partners: usize,
    /// How many of them have no reachable minute: on no day of the week, in no week of the period, is there a contact slot.
    pub n_out_of_reach: usize,
    /// How many others are reachable for less than one visit a week: all their reachable time, divided by the weeks of
    /// the period, is shorter than their shortest useful visit.
    pub n_seldom: usize,
    /// By outcome, over all of them.
    pub total: OutcomeMinutes,
    /// The days of the week on which each partner can meet, added up over the partners.
    pub n_weekdays: usize,
    /// Those of them on which no week of the period has a reachable minute.
    pub n_weekdays_out_of_reach: usize,
    /// The same by weight, where priorities are given.
    pub weighted: Option<Weighted>,
    /// The same where working hours that are not given are all open hours, if the figures are an "at least".
    pub at_most: Option<GroupAtMost>,
}

/// Sums in which a partner of priority 1 weighs 1, of priority 2 a half, of priority 3 a third …; one without a priority
/// weighs as the lowest priority that is given in the study.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Weighted {
    /// Hours of window time over the period, each times its partner's weight.
    pub window_hours: f64,
    /// The same of reachable time.
    pub reachable_hours: f64,
    /// The partners' weights, added up.
    pub partners: f64,
    /// Those of partners out of reach.
    pub out_of_reach: f64,
}

impl Weighted {
    /// The reachable share (0 to 1) of weighted window time.
    #[must_use]
    pub fn reachable_share(&self) -> f64 {
        if self.window_hours == 0.0 { 0.0 } else { self.reachable_hours / self.window_hours }
    }

    /// Adds another sum.
    pub fn add(&mut self, other: &Weighted) {
        self.window_hours += other.window_hours;
        self.reachable_hours += other.reachable_hours;
        self.partners += other.partners;
        self.out_of_reach += other.out_of_reach;
    }
}

/// What the second pass says of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct GroupAtMost {
    /// Reachable time.
    pub reachable: Minutes,
    /// Partners without a reachable minute.
    pub n_out_of_reach: usize,
}

impl GroupReach {
    /// The reason for which most of its time is lost; of equals the one nearer to success. None where nothing is lost.
    #[must_use]
    pub fn main_reason(&self) -> Option<Outcome> {
        let lost = Outcome::ALL.into_iter().filter(|outcome| *outcome != Outcome::Reachable);
        lost.filter(|outcome| !self.total.of(*outcome).is_zero())
            .max_by_key(|outcome| (self.total.of(*outcome), std::cmp::Reverse(*outcome)))
    }
}

/// The shortest useful visit of each stakeholder's firm windows in the period, by id: the smallest `min_visit`, or a
/// whole window where that is shorter; zero where there is none.
pub fn shortest_visits(n_stakeholders: usize, offers: &[Offer]) -> Vec<Minutes> {
    let mut shortest = vec![Minutes::ZERO; n_stakeholders];
    for offer in offers.iter().filter(|offer| !offer.is_tentative) {
        let Some(need) = offer.windows.iter().map(|window| offer.need(*window)).min() else { continue };
        let (own, need) = (&mut shortest[offer.stakeholder.index()], Minutes(i64::from(need)));
        *own = if own.is_zero() { need } else { need.min(*own) };
    }
    shortest
}

/// The groups of the stakeholders that the results show, by name; partners without a group come last.
#[must_use]
pub fn partner_groups(results: &Results) -> Vec<GroupReach> {
    let lowest = results.stakeholders.iter().filter_map(|partner| partner.priority).max();
    let mut groups: BTreeMap<(bool, String), GroupReach> = BTreeMap::new();
    for outcomes in results.outcomes.iter().filter(|outcomes| !outcomes.total.window().is_zero()) {
        let partner = results.stakeholder(outcomes.stakeholder);
        let name = partner.group.trim();
        let group = groups
            .entry((name.is_empty(), name.to_lowercase()))
            .or_insert_with(|| GroupReach { group: name.to_owned(), ..GroupReach::default() });
        add(group, outcomes, results);
        if let Some(lowest) = lowest {
            group.weighted.get_or_insert_default().add(&weighted(partner, outcomes, lowest));
        }
        if results.at_most.is_some() {
            let most = results.outcomes_at_most(outcomes);
            let reachable = most.map_or(Minutes::ZERO, |most| most.total.of(Outcome::Reachable));
            let group = group.at_most.get_or_insert_default();
            group.reachable += reachable;
            group.n_out_of_reach += usize::from(reachable.is_zero());
        }
    }
    groups.into_values().collect()
}

fn add(group: &mut GroupReach, outcomes: &StakeholderOutcomes, results: &Results) {
    let reachable = outcomes.total.of(Outcome::Reachable);
    let shortest = results.shortest_visits.get(outcomes.stakeholder.index()).copied().unwrap_or_default();
    let n_days = i64::try_from(results.period.n_days()).unwrap_or(i64::MAX);
    group.n_partners += 1;
    group.n_out_of_reach += usize::from(reachable.is_zero());
    group.n_seldom += usize::from(!reachable.is_zero() && reachable.0 * 7 < shortest.0 * n_days);
    group.total.add_all(&outcomes.total);
    for day in outcomes.by_weekday.iter().filter(|day| !day.window().is_zero()) {
        group.n_weekdays += 1;
        group.n_weekdays_out_of_reach += usize::from(day.of(Outcome::Reachable).is_zero());
    }
}

fn weighted(partner: &Stakeholder, outcomes: &StakeholderOutcomes, lowest: u8) -> Weighted {
    let weight = 1.0 / f64::from(partner.priority.unwrap_or(lowest).max(1));
    let reachable = outcomes.total.of(Outcome::Reachable);
    Weighted {
        window_hours: weight * outcomes.total.window().hours(),
        reachable_hours: weight * reachable.hours(),
        partners: weight,
        out_of_reach: if reachable.is_zero() { weight } else { 0.0 },
    }
}
