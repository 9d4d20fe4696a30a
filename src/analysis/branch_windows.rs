//! What becomes of the windows of a branch's stakeholders, given its people? (Domain, section 5.)

use super::branch_sweep::BranchSwept;
use super::day_plan::DayPlan;
use super::engine::BranchFound;
use super::hours_options::HoursTally;
use super::offer::Offer;
use super::outcome::{OutcomeMinutes, Run, StakeholderOutcomes, StandingsByDay, account_runs, best_of, outcomes};
use super::person_time::PersonTime;
use super::reach::{BranchTime, ContactSlot, FreeTime, Spans, pieces, union};
use super::staff_time::Account;
use crate::study::{BranchId, Mode, StakeholderId, Study};
use crate::time::{Minute, Minutes, Span, SpanSet};

/// Eligible people by the role that an offer needs; group 0 is everybody eligible.
pub struct Groups {
    /// The roles, in lower case.
    pub roles: Vec<String>,
    /// The groups that each person of the branch is in.
    pub of_person: Vec<Vec<u16>>,
}

impl Groups {
    /// The groups of a branch.
    pub fn of(own: &[&Offer], people: &[&PersonTime], study: &Study) -> Groups {
        let mut roles = vec![String::new()];
        for offer in own {
            let role = offer.needs_role.to_lowercase();
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        let of_person = people
            .iter()
            .map(|time| {
                let member = study.member(time.staff);
                let is_in =
                    |role: &String| member.does_outreach && (role.is_empty() || member.role.to_lowercase() == *role);
                roles
                    .iter()
                    .enumerate()
                    .filter(|(_, role)| is_in(role))
                    .filter_map(|(n, _)| u16::try_from(n).ok())
                    .collect()
            })
            .collect();
        Groups { roles, of_person }
    }

    fn of_offer(&self, offer: &Offer) -> usize {
        let role = offer.needs_role.to_lowercase();
        self.roles.iter().position(|known| *known == role).unwrap_or(0)
    }

    fn contains(&self, group: usize, person: usize) -> bool {
        self.of_person[person].iter().any(|own| usize::from(*own) == group)
    }
}

/// The windows of a branch against its people.
pub struct BranchWindows<'a, 's> {
    pub branch: BranchId,
    pub plan: &'a DayPlan<'s>,
    pub people: &'a [&'a PersonTime],
    pub own: &'a [&'a Offer],
    pub groups: &'a Groups,
    pub swept: &'a BranchSwept,
}

impl BranchWindows<'_, '_> {
    /// Meets every offer: contact slots, outcomes and hours options.
    pub fn meet(&self, found: &mut BranchFound) {
        let open = &self.plan.open[self.branch.index()];
        let branch_time = BranchTime { open: Spans::of(open.spans()), held: Spans::of(&self.swept.held) };
        let accounts = std::mem::take(&mut found.accounts);
        let free: Vec<FreeTime<'_>> =
            self.people.iter().enumerate().map(|(n, time)| self.free_time(n, time, &accounts)).collect();
        let standings: Vec<StandingsByDay<'_>> =
            self.swept.standings.iter().map(|list| StandingsByDay::of(list)).collect();
        let mut tally = HoursTally::default();
        for offers in self.own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
            for is_tentative in [false, true] {
                let chosen: Vec<&&Offer> = offers.iter().filter(|offer| offer.is_tentative == is_tentative).collect();
                let Some(first) = chosen.first() else { continue };
                let runs = chosen
                    .iter()
                    .map(|offer| self.meet_offer(offer, (&free, &branch_time), &standings, &mut found.slots));
                let runs = best_of(runs.collect());
                if first.branch.is_none() && self.plan.study.branches.len() == 1 && !is_tentative {
                    tally.add(first.stakeholder, &runs, open);
                }
                if first.branch.is_none() {
                    found.anywhere.push((first.stakeholder, is_tentative, runs));
                    continue;
                }
                if !is_tentative {
                    tally.add(first.stakeholder, &runs, open);
                }
                let is_at_least = self.rests_on_assumed(&chosen);
                found.outcomes.push(stakeholder_outcomes(first.stakeholder, is_tentative, &runs, open, is_at_least));
            }
        }
        found.options = tally.options(self.branch, &self.swept.grids.open, &self.plan.period);
        found.accounts = accounts;
    }

    fn rests_on_assumed(&self, offers: &[&&Offer]) -> bool {
        offers.iter().any(|offer| {
            let group = self.groups.of_offer(offer);
            self.people.iter().enumerate().any(|(n, time)| self.groups.contains(group, n) && !time.assumed.is_empty())
        })
    }

    fn free_time<'a>(&self, person: usize, time: &PersonTime, accounts: &'a [Account]) -> FreeTime<'a> {
        if self.own.is_empty() || self.groups.of_person[person].is_empty() {
            return FreeTime::default();
        }
        let account = accounts.iter().find(|account| account.total.staff == time.staff);
        let own_calls = time.on_call.iter().filter(|span| span.branch == self.branch);
        FreeTime {
            blocks: account.map_or_else(Spans::default, |account| Spans::of(&account.blocks.spans)),
            on_call: own_calls.map(|span| Span { start: Minute(span.start), end: Minute(span.end) }).collect(),
        }
    }

    /// The outcome of every minute of an offer's windows; each piece that counts is a contact slot.
    fn meet_offer(
        &self,
        offer: &Offer,
        (free, branch): (&[FreeTime<'_>], &BranchTime<'_>),
        standings: &[StandingsByDay<'_>],
        slots: &mut Vec<ContactSlot>,
    ) -> Vec<Run> {
        let group = self.groups.of_offer(offer);
        let travel = if offer.mode == Mode::Go { u16::try_from(offer.travel).unwrap_or(u16::MAX) } else { 0 };
        let mut reached = Vec::with_capacity(2 * offer.windows.len());
        for (n, time) in self.people.iter().enumerate().filter(|(n, _)| self.groups.contains(group, *n)) {
            let first = reached.len();
            pieces(offer, &free[n], branch, &mut reached);
            slots.extend(reached[first..].iter().map(|&(start, end)| ContactSlot {
                stakeholder: offer.stakeholder,
                staff: time.staff,
                branch: self.branch,
                span: Span { start: Minute(start), end: Minute(end) },
                mode: offer.mode,
                travel,
                is_tentative: offer.is_tentative,
            }));
        }
        union(&mut reached);
        let mut runs = Vec::with_capacity(2 * offer.windows.len());
        outcomes(&offer.windows, &reached, &standings[group], offer.mode, &mut runs);
        runs
    }
}

/// A stakeholder's account from the runs of its windows.
pub fn stakeholder_outcomes(
    stakeholder: StakeholderId,
    is_tentative: bool,
    runs: &[Run],
    open: &SpanSet,
    is_at_least: bool,
) -> StakeholderOutcomes {
    let mut by_weekday = [OutcomeMinutes::default(); 7];
    account_runs(runs, &mut by_weekday);
    let mut total = OutcomeMinutes::default();
    for day in &by_weekday {
        total.add_all(day);
    }
    let (mut inside_open, mut outside_open) = ([Minutes::ZERO; 7], [Minutes::ZERO; 7]);
    let mut open = open.walk();
    for run in runs {
        let mut at = run.start;
        while at < run.end {
            let until = run.end.min((at.div_euclid(1440) + 1) * 1440);
            let span = Span { start: Minute(at), end: Minute(until) };
            let inside = open.length_within(span);
            let weekday = span.day().weekday();
            inside_open[weekday] += inside;
            outside_open[weekday] += span.length() - inside;
            at = until;
        }
    }
    StakeholderOutcomes { stakeholder, is_tentative, total, by_weekday, inside_open, outside_open, is_at_least }
}
