//! How does one date of a branch become a [`DayProblem`]? Break points, places, needs and windows from the facts that the
//! analysis works by.

use super::day_problem::{DayProblem, DeskNeeds, Partner, Person, Place, Rules, Visit};
use super::measure::union;
use crate::analysis::{BranchFacts, Doing, Level, Offer, PersonFacts};
use crate::study::{Mode, StaffId, StakeholderId, Study};
use crate::time::Day;

/// One branch, ready to pose one problem a date.
pub struct Poser<'a> {
    study: &'a Study,
    facts: &'a BranchFacts,
    rules: Rules,
    /// The desks that each person of the branch staffs at any time of the period, by place.
    may: Vec<Vec<usize>>,
    /// Time in which other branches reach a stakeholder that any branch may meet, in minutes since 1970-01-01.
    elsewhere: &'a [(StakeholderId, (i32, i32))],
}

/// One date within the facts: everything in minutes of the day.
struct OneDay<'a> {
    poser: &'a Poser<'a>,
    start: i32,
}

impl<'a> Poser<'a> {
    /// A branch with the rules of the search.
    #[must_use]
    pub fn new(
        study: &'a Study,
        facts: &'a BranchFacts,
        rules: Rules,
        elsewhere: &'a [(StakeholderId, (i32, i32))],
    ) -> Poser<'a> {
        let may = facts
            .people
            .iter()
            .map(|person| {
                let own = person.desks.iter().filter(|span| span.branch == facts.branch);
                let mut may: Vec<usize> = own.filter_map(|span| facts.desks.binary_search(&span.desk).ok()).collect();
                may.sort_unstable();
                may.dedup();
                may
            })
            .collect();
        Poser { study, facts, rules, may, elsewhere }
    }

    /// The problem of one date; none where no partner could be met, or no desk time could be changed.
    #[must_use]
    pub fn pose(&self, day: Day) -> Option<DayProblem> {
        OneDay { poser: self, start: day.start().0 }.pose()
    }

    fn is_eligible(&self, staff: StaffId, offer: &Offer) -> bool {
        let member = self.study.member(staff);
        let role = offer.needs_role.to_lowercase();
        member.does_outreach && (role.is_empty() || member.role.to_lowercase() == role)
    }
}

impl OneDay<'_> {
    fn pose(&self) -> Option<DayProblem> {
        let facts = self.poser.facts;
        let present: Vec<usize> = (0..facts.people.len()).filter(|n| self.is_present(&facts.people[*n])).collect();
        let partners = self.partners(&present);
        let cuts = self.cuts(&present, &partners)?;
        let people: Vec<Person> = present.iter().map(|n| self.person(*n, &cuts)).collect();
        let desks = self.desks(&people, &cuts);
        let mut problem = DayProblem { cuts, people, desks, partners: Vec::new(), rules: self.poser.rules };
        problem.partners = partners
            .into_iter()
            .map(|(stakeholder, offers)| {
                let visits = offers.into_iter().map(|(offer, visit)| self.usable(&problem.cuts, offer, visit));
                Partner { stakeholder, visits: visits.collect(), elsewhere: self.elsewhere(stakeholder) }
            })
            .collect();
        let is_any_desk_time =
            problem.people.iter().any(|person| (0..problem.n_intervals()).any(|at| is_desk_time(person, at)));
        (is_any_desk_time && !problem.partners.is_empty()).then_some(problem)
    }

    /// A span as minutes of the day, cut at midnight; none where it lies on other dates.
    fn within(&self, start: i32, end: i32) -> Option<(i32, i32)> {
        let (start, end) = ((start - self.start).max(0), (end - self.start).min(1440));
        (start < end).then_some((start, end))
    }

    fn is_present(&self, person: &PersonFacts) -> bool {
        person.stretches.iter().any(|stretch| self.within(stretch.start, stretch.end).is_some())
    }

    /// Firm windows of the date, by stakeholder, that somebody present may meet.
    fn partners(&self, present: &[usize]) -> Vec<(StakeholderId, Vec<(&Offer, Visit)>)> {
        let facts = self.poser.facts;
        let mut partners: Vec<(StakeholderId, Vec<(&Offer, Visit)>)> = Vec::new();
        for offer in facts.offers.iter().filter(|offer| !offer.is_tentative) {
            // whoever is on call on the date is not counted on to go: an answer may be better than it says, never worse
            let is_on_call = |n: &usize| {
                let mut spans = facts.people[present[*n]].on_call.iter();
                offer.mode == Mode::Go && spans.any(|span| self.within(span.0, span.1).is_some())
            };
            let is_eligible =
                |n: &usize| self.poser.is_eligible(facts.people[present[*n]].staff, offer) && !is_on_call(n);
            let people: Vec<usize> = (0..present.len()).filter(is_eligible).collect();
            let travel = if offer.mode == Mode::Go { offer.travel } else { 0 };
            for &whole in offer.windows.iter().filter(|_| !people.is_empty()) {
                let Some(window) = self.within(whole.0, whole.1) else { continue };
                let visit =
                    Visit { window, need: offer.need(whole), travel, is_usable: Vec::new(), people: people.clone() };
                match partners.last_mut() {
                    Some((last, visits)) if *last == offer.stakeholder => visits.push((offer, visit)),
                    _ => partners.push((offer.stakeholder, vec![(offer, visit)])),
                }
            }
        }
        partners
    }

    fn elsewhere(&self, stakeholder: StakeholderId) -> Vec<(i32, i32)> {
        let own = self.poser.elsewhere.iter().filter(|(of, _)| *of == stakeholder);
        union(own.filter_map(|(_, (start, end))| self.within(*start, *end)).collect())
    }

    /// Every minute at which somebody's place could change with good reason, while anybody's place can be changed: ends
    /// of rows, of opening, of minimums, and the latest and earliest minutes at which to leave for a window and be back.
    fn cuts(&self, present: &[usize], partners: &[(StakeholderId, Vec<(&Offer, Visit)>)]) -> Option<Vec<i32>> {
        let facts = self.poser.facts;
        let people = present.iter().map(|n| &facts.people[*n]);
        let stretches = people.clone().flat_map(|person| &person.stretches);
        let rows: Vec<(i32, i32)> = stretches
            .filter(|stretch| matches!(stretch.doing, Doing::Desk | Doing::OffDesk))
            .filter_map(|stretch| self.within(stretch.start, stretch.end))
            .collect();
        let (first, last) = (rows.iter().map(|row| row.0).min()?, rows.iter().map(|row| row.1).max()?);
        let desks = people.flat_map(|person| &person.desks).map(|span| (span.start, span.end));
        let minimums = facts.minimums.iter().flatten().map(|level| (level.start, level.end));
        let others = desks.chain(minimums).chain(facts.open.iter().copied()).chain(facts.held.iter().copied());
        let mut cuts: Vec<i32> = rows
            .into_iter()
            .chain(others.filter_map(|(start, end)| self.within(start, end)))
            .flat_map(|(start, end)| [start, end])
            .collect();
        for (_, visit) in partners.iter().flat_map(|(_, visits)| visits) {
            let (start, end) = visit.window;
            let (out, back) = (start - visit.travel, end + visit.travel);
            cuts.extend([out, out + visit.need + 2 * visit.travel, back - visit.need - 2 * visit.travel, back]);
        }
        cuts.retain(|at| first <= *at && *at <= last);
        cuts.sort_unstable();
        cuts.dedup();
        Some(cuts)
    }

    fn person(&self, n: usize, cuts: &[i32]) -> Person {
        let facts = &self.poser.facts.people[n];
        let places = cuts.windows(2).map(|pair| self.place(facts, (pair[0], pair[1])));
        let (today, is_fixed) = places.unzip();
        Person { staff: facts.staff, today, is_fixed, may: self.poser.may[n].clone() }
    }

    /// Where a person is between two break points, and whether that must stay: on two desks at once, on a desk of
    /// another branch, and across midnight nothing is changed.
    fn place(&self, facts: &PersonFacts, (start, end): (i32, i32)) -> (Place, bool) {
        let (from, to) = (start + self.start, end + self.start);
        let (midnight, next) = (self.start, self.start + 1440);
        let holds = facts.stretches.iter().find(|stretch| stretch.start <= from && to <= stretch.end);
        let crosses = |start: i32, end: i32| start < midnight || end > next;
        match holds {
            Some(stretch) if stretch.doing == Doing::OffDesk => (Place::Free, crosses(stretch.start, stretch.end)),
            Some(stretch) if stretch.doing == Doing::Desk => {
                let on: Vec<_> = facts.desks.iter().filter(|span| span.start <= from && to <= span.end).collect();
                let here = on.iter().find(|span| span.branch == self.poser.facts.branch);
                let desk = here.and_then(|span| self.poser.facts.desks.binary_search(&span.desk).ok());
                let place = desk.map_or(Place::Gone, Place::Desk);
                (place, on.len() != 1 || desk.is_none() || crosses(stretch.start, stretch.end))
            }
            _ => (Place::Gone, true),
        }
    }

    /// What each desk needs of those whose place can be changed; a desk that is under its minimum today need not be
    /// better off.
    fn desks(&self, people: &[Person], cuts: &[i32]) -> Vec<DeskNeeds> {
        let facts = self.poser.facts;
        let needs = facts.desks.iter().enumerate().map(|(place, desk)| {
            let counts = cuts.windows(2).enumerate().map(|(at, pair)| {
                let (from, to) = (pair[0] + self.start, pair[1] + self.start);
                let is_on = |span: &&crate::analysis::DeskSpan| {
                    span.branch == facts.branch && span.desk == *desk && span.start <= from && to <= span.end
                };
                let n_today = count(facts.people.iter().filter(|person| person.desks.iter().any(|span| is_on(&span))));
                let is_changeable = |person: &&Person| !person.is_fixed[at] && person.today[at] == Place::Desk(place);
                let n_changeable = count(people.iter().filter(is_changeable));
                let minimum = level_at(&facts.minimums[place], from).min(n_today);
                ((minimum - (n_today - n_changeable)).max(0), n_changeable)
            });
            let (needed, most) = counts.unzip();
            DeskNeeds { desk: *desk, needed, most }
        });
        needs.collect()
    }

    fn usable(&self, cuts: &[i32], offer: &Offer, visit: Visit) -> Visit {
        let facts = self.poser.facts;
        let is_in = |spans: &[(i32, i32)], at: i32| {
            let next = spans.partition_point(|span| span.1 <= at);
            spans.get(next).is_some_and(|span| span.0 <= at)
        };
        let is_usable = cuts.windows(2).map(|pair| match offer.mode {
            Mode::Go => !is_in(&facts.held, pair[0] + self.start),
            Mode::Host => is_in(&facts.open, pair[0] + self.start),
            Mode::Online => true,
        });
        Visit { is_usable: is_usable.collect(), ..visit }
    }
}

fn is_desk_time(person: &Person, at: usize) -> bool {
    !person.is_fixed[at] && matches!(person.today[at], Place::Desk(_))
}

fn count<T>(items: impl Iterator<Item = T>) -> i32 {
    i32::try_from(items.count()).unwrap_or(i32::MAX)
}

fn level_at(levels: &[Level], at: i32) -> i32 {
    let next = levels.partition_point(|level| level.end <= at);
    let level = levels.get(next).filter(|level| level.start <= at);
    level.map_or(0, |level| i32::try_from(level.n_people).unwrap_or(i32::MAX))
}
