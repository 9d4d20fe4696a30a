//! What becomes of the windows of a branch's stakeholders, given its people? (Domain, section 5.)

use super::branch_sweep::BranchSwept;
use super::day_plan::DayPlan;
use super::engine::BranchFound;
use super::hours_options::HoursTally;
use super::offer::Offer;
use super::outcome::{OutcomeMinutes, Run, StakeholderOutcomes, Standings, account_runs, best_of, outcomes};
use super::person_time::{PersonTime, Stretch};
use super::reach::{ContactSlot, FreeTime, Spans, cut, pieces, union};
use crate::study::{BranchId, StakeholderId, Study};
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
        let open_spans: Vec<(i32, i32)> = open.spans().iter().map(|span| (span.start.0, span.end.0)).collect();
        let free: Vec<FreeTime> =
            self.people.iter().enumerate().map(|(n, time)| self.free_time(n, time, &open_spans)).collect();
        let standings: Vec<Standings<'_>> = self.swept.standings.iter().map(|list| Standings::of(list)).collect();
        let mut tally = HoursTally::default();
        for offers in self.own.chunk_by(|a, b| a.stakeholder == b.stakeholder) {
            for is_tentative in [false, true] {
                let chosen: Vec<&&Offer> = offers.iter().filter(|offer| offer.is_tentative == is_tentative).collect();
                let Some(first) = chosen.first() else { continue };
                let runs = chosen.iter().map(|offer| self.meet_offer(offer, &free, &standings, &mut found.slots));
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
    }

    fn rests_on_assumed(&self, offers: &[&&Offer]) -> bool {
        offers.iter().any(|offer| {
            let group = self.groups.of_offer(offer);
            self.people.iter().enumerate().any(|(n, time)| self.groups.contains(group, n) && !time.assumed.is_empty())
        })
    }

    fn free_time(&self, person: usize, time: &PersonTime, open: &[(i32, i32)]) -> FreeTime {
        if self.own.is_empty() || self.groups.of_person[person].is_empty() {
            return FreeTime::default();
        }
        let off_desk = |stretch: &&Stretch| stretch.branch == self.branch && stretch.doing == super::Doing::OffDesk;
        let blocks: Vec<(i32, i32)> =
            time.stretches.iter().filter(off_desk).map(|stretch| (stretch.start, stretch.end)).collect();
        let own_calls = time.on_call.iter().filter(|span| span.branch == self.branch);
        let on_call: Vec<(i32, i32)> = own_calls.map(|span| (span.start, span.end)).collect();
        FreeTime {
            releasable: Spans::of(cut(&cut(&blocks, &self.swept.held, false), &on_call, false)),
            while_open: Spans::of(cut(&blocks, open, true)),
            blocks: Spans::of(blocks),
        }
    }

    /// The outcome of every minute of an offer's windows; each piece that counts is a contact slot.
    fn meet_offer(
        &self,
        offer: &Offer,
        free: &[FreeTime],
        standings: &[Standings<'_>],
        slots: &mut Vec<ContactSlot>,
    ) -> Vec<Run> {
        let group = self.groups.of_offer(offer);
        let mut reached = Vec::new();
        for (n, time) in self.people.iter().enumerate().filter(|(n, _)| self.groups.contains(group, *n)) {
            let first = reached.len();
            pieces(offer, &free[n], &mut reached);
            slots.extend(reached[first..].iter().map(|&(start, end)| ContactSlot {
                stakeholder: offer.stakeholder,
                staff: time.staff,
                branch: self.branch,
                span: Span { start: Minute(start), end: Minute(end) },
                mode: offer.mode,
                is_tentative: offer.is_tentative,
            }));
        }
        union(&mut reached);
        let mut runs = Vec::new();
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
