//! The findings of a study: five to nine claims, the ones that matter most first.

use super::departments::named_pairs;
use super::finding::Finding;
use super::wording::{half_hour, hours_a_week};
use crate::analysis::{DutyTime, HoursOption, Outcome, Results};
use crate::say;
use crate::study::{Activity, PeopleShown, rule_days, time_span};
use crate::time::Minutes;
use crate::wording::{and_list, at_least, at_most, hours, number, percent, weekday_name};

const MOST_FINDINGS: usize = 9;

/// The findings of a study.
#[must_use]
pub fn findings(results: &Results) -> Vec<Finding> {
    let say = Say { results };
    let all = [
        say.reach(),
        say.desk_losses(),
        say.where_time_goes(),
        say.blocks(),
        say.other_losses(),
        say.closed(),
        say.nobody_reaches(),
        say.desk_cover(),
        say.descriptions(),
        say.planning(),
        say.departments(),
        say.quiet(),
    ];
    let mut kept: Vec<Finding> = all.into_iter().flatten().collect();
    kept.truncate(MOST_FINDINGS);
    kept
}

struct Say<'r> {
    results: &'r Results,
}

impl Say<'_> {
    fn week(&self, total: Minutes) -> f64 {
        self.results.period.hours_a_week(total)
    }

    #[expect(clippy::unnecessary_wraps, reason = "every claim is made, or not, in one form")]
    fn finding(&self, key: &'static str, table: &'static str, value: Minutes, sentence: String) -> Option<Finding> {
        Some(Finding::new(key, table, (self.week(value), "hours a week"), sentence))
    }

    /// `9.0 h`, or `at least 9.0 h (at most 11.0 h)` where the two differ.
    fn bounded(&self, least: Minutes, most: Option<Minutes>) -> String {
        let said = hours_a_week(self.results, least);
        match most.map(|most| hours_a_week(self.results, most)) {
            Some(most) if most != said => say!("at-least-at-most", least = said, most = most),
            _ => said,
        }
    }

    fn reach(&self) -> Option<Finding> {
        let totals = self.results.outcome_totals();
        let window = totals.window();
        if window.is_zero() {
            return None;
        }
        let reachable = totals.of(Outcome::Reachable);
        let at_most = self.results.outcome_totals_at_most().map(|totals| totals.of(Outcome::Reachable));
        let sentence = say!(
            "finding-reach",
            window = hours_a_week(self.results, window),
            n = self.results.outcomes.len(),
            reachable = self.bounded(reachable, at_most),
            is_one = hours_a_week(self.results, reachable) == hours(1.0),
            share = percent(reachable.share_of(window)),
        );
        let finding = self.finding("reach", "stakeholder_outcomes", reachable, sentence)?;
        Some(finding.up_to(at_most.map(|most| self.week(most))))
    }

    fn desk_losses(&self) -> Option<Finding> {
        let totals = self.results.outcome_totals();
        let (spare, needed) = (totals.of(Outcome::DeskSpare), totals.of(Outcome::DeskNeeded));
        let lost = spare + needed;
        if lost.is_zero() {
            return None;
        }
        let said = hours_a_week(self.results, lost);
        let share = percent(lost.share_of(totals.window()));
        let sentence = match (spare.is_zero(), needed.is_zero()) {
            (true, _) => say!("finding-desk-losses-needed", lost = said, share = share),
            (_, true) => say!("finding-desk-losses-spare", lost = said, share = share),
            _ => {
                let spare = hours_a_week(self.results, spare);
                say!("finding-desk-losses-both", lost = said, share = share, spare = spare)
            }
        };
        self.finding("desk_losses", "stakeholder_outcomes", lost, sentence)
    }

    fn where_time_goes(&self) -> Option<Finding> {
        let totals = self.results.time_totals();
        if totals.on_shift.is_zero() {
            return None;
        }
        let n = self.results.period.n_days();
        let share = totals.desk().share_of(totals.on_shift) * 100.0;
        let said = percent(share / 100.0);
        let sentence = say!(
            "finding-desk-share",
            share = at_most(self.results.is_at_least(), said),
            desk = number(totals.desk().hours_a_week(n), 0),
            staffed = at_least(self.results.is_at_least(), number(totals.on_shift.hours_a_week(n), 0)),
        );
        let finding = Finding::new("desk_share", "staff_time", (share, "percent"), sentence);
        Some(Finding { is_most: self.results.is_at_least(), ..finding })
    }

    fn blocks(&self) -> Option<Finding> {
        let totals = self.results.time_totals();
        let min_block = self.results.settings.min_block;
        if totals.off_desk().is_zero() {
            return None;
        }
        let at_most = self.results.time_totals_at_most().map(|totals| totals.usable);
        let off_desk = at_least(self.results.is_at_least(), hours_a_week(self.results, totals.off_desk()));
        let usable = self.bounded(totals.usable, at_most);
        let sentence = if totals.fragments.is_zero() {
            say!("finding-blocks", off_desk = off_desk, usable = usable, min_block = min_block)
        } else {
            let rest = hours_a_week(self.results, totals.fragments);
            say!("finding-blocks-and-pieces", off_desk = off_desk, usable = usable, min_block = min_block, rest = rest)
        };
        let finding = self.finding("blocks", "staff_time", totals.usable, sentence)?;
        Some(finding.up_to(at_most.map(|most| self.week(most))))
    }

    /// The largest loss that is neither at desks nor through closed doors.
    fn other_losses(&self) -> Option<Finding> {
        let totals = self.results.outcome_totals();
        let kinds = [Outcome::TooShort, Outcome::Pinned, Outcome::OtherDuties, Outcome::Unstaffed, Outcome::Unknown];
        let largest = kinds.into_iter().max_by_key(|kind| (totals.of(*kind), std::cmp::Reverse(*kind)))?;
        let lost = totals.of(largest);
        if lost.is_zero() {
            return None;
        }
        let said = hours_a_week(self.results, lost);
        let sentence = match largest {
            Outcome::TooShort => say!("finding-lost-too-short", lost = said),
            Outcome::Pinned => say!("finding-lost-pinned", lost = said),
            Outcome::OtherDuties => say!("finding-lost-other-duties", lost = said),
            Outcome::Unstaffed => say!("finding-lost-unstaffed", lost = said),
            _ => say!("finding-lost-unknown", lost = said),
        };
        self.finding("other_losses", "stakeholder_outcomes", lost, sentence)
    }

    fn closed(&self) -> Option<Finding> {
        let totals = self.results.outcome_totals();
        let lost = totals.of(Outcome::Closed);
        if lost.is_zero() {
            return None;
        }
        let mut sentences = vec![say!(
            "finding-closed",
            lost = hours_a_week(self.results, lost),
            share = percent(lost.share_of(totals.window()))
        )];
        let options = self.results.hours_options.iter().filter(|option| !option.lost_closed.is_zero());
        let best = options
            .min_by_key(|option| (std::cmp::Reverse(option.lost_closed), option.weekday, option.slot, option.branch));
        sentences.extend(best.map(|best| self.best_half_hour(best)));
        let sentence = sentences.join(" ");
        self.finding("closed", "hours_options", lost, sentence)
    }

    fn best_half_hour(&self, best: &HoursOption) -> String {
        let half_hour = say!("weekday-time", weekday = weekday_name(best.weekday), time = half_hour(best.slot));
        if self.results.shown.len() > 1 {
            say!("finding-closed-best-at", half_hour = half_hour, branch = self.results.branch_name(best.branch))
        } else {
            say!("finding-closed-best", half_hour = half_hour)
        }
    }

    /// Partners of whose time nothing at all is reachable.
    fn nobody_reaches(&self) -> Option<Finding> {
        let unreached: Vec<_> = self
            .results
            .outcomes
            .iter()
            .filter(|outcomes| !outcomes.total.window().is_zero() && outcomes.total.of(Outcome::Reachable).is_zero())
            .collect();
        if unreached.is_empty() {
            return None;
        }
        let names = unreached.iter().map(|outcomes| &self.results.stakeholder(outcomes.stakeholder).name);
        let lost = unreached.iter().map(|outcomes| outcomes.total.window()).sum();
        let sentence =
            say!("finding-unreached", partners = and_list(names, 3), lost = hours_a_week(self.results, lost));
        self.finding("unreached", "stakeholder_outcomes", lost, sentence)
    }

    fn desk_cover(&self) -> Option<Finding> {
        let totals = self.results.desk_totals();
        if totals.above_minimum_person.is_zero() && totals.under_minimum.is_zero() {
            return None;
        }
        let above = hours_a_week(self.results, totals.above_minimum_person);
        let under = hours_a_week(self.results, totals.under_minimum);
        let sentence = match (totals.above_minimum_person.is_zero(), totals.under_minimum.is_zero()) {
            (false, false) => say!("finding-desk-cover-both", above = above, under = under),
            (false, true) => say!("finding-desk-cover-above", above = above),
            _ => say!("finding-desk-cover-under", under = under),
        };
        self.finding("desk_cover", "desk_cover", totals.above_minimum_person, sentence)
    }

    /// The outreach duty whose description and schedule are furthest apart.
    fn descriptions(&self) -> Option<Finding> {
        let is_community = |duty: &&DutyTime| {
            matches!(
                duty.activity,
                Some(Activity::Outreach | Activity::Planning | Activity::Assessment | Activity::Program)
            )
        };
        let behind = |duty: &DutyTime| duty.scheduled_percent().map_or(0.0, |scheduled| duty.percent - scheduled);
        let furthest =
            self.results.duties.iter().filter(is_community).max_by(|a, b| behind(a).total_cmp(&behind(b)))?;
        if behind(furthest) < 1.0 {
            return None;
        }
        let scheduled = furthest.scheduled_percent().unwrap_or(0.0);
        let is_public = self.results.settings.people_shown == PeopleShown::Public;
        let sentence = say!(
            "finding-descriptions",
            whose = match (furthest.role.is_empty(), is_public) {
                (true, _) => "every",
                (false, true) => "public",
                (false, false) => "role",
            },
            role = &furthest.role,
            described = percent(furthest.percent / 100.0),
            duty = &furthest.duty,
            scheduled = percent(scheduled / 100.0),
        );
        Some(Finding::new("descriptions", "duties", (scheduled, "percent"), sentence))
    }

    fn planning(&self) -> Option<Finding> {
        let totals = self.results.time_totals();
        let scheduled = totals.planning_and_assessment();
        if totals.on_shift.is_zero() {
            return None;
        }
        let usable = at_least(self.results.is_at_least(), hours_a_week(self.results, totals.usable));
        let sentence = if scheduled.is_zero() {
            say!("finding-planning-none", usable = usable)
        } else {
            say!(
                "finding-planning",
                scheduled = hours_a_week(self.results, scheduled),
                share = percent(scheduled.share_of(totals.on_shift)),
                usable = usable,
            )
        };
        self.finding("planning", "staff_time", scheduled, sentence)
    }

    fn departments(&self) -> Option<Finding> {
        let between: Vec<_> = named_pairs(self.results).collect();
        let never: Vec<String> = between
            .iter()
            .filter(|pair| pair.shared.is_zero())
            .map(|pair| say!("department-pair", one = &pair.a, other = &pair.b))
            .collect();
        if between.is_empty() {
            return None;
        }
        if !never.is_empty() {
            let sentence = say!("finding-departments-never", pairs = and_list(&never, 2));
            return self.finding("departments", "department_overlap", Minutes::ZERO, sentence);
        }
        let least = between.iter().min_by_key(|pair| pair.any_pair)?;
        let sentence = say!(
            "finding-departments-least",
            pair = say!("department-pair", one = &least.a, other = &least.b),
            shared = hours_a_week(self.results, least.any_pair),
        );
        self.finding("departments", "department_overlap", least.any_pair, sentence)
    }

    fn quiet(&self) -> Option<Finding> {
        let quiet = self.results.quiet.iter().filter(|quiet| !quiet.above_minimum_person.is_zero());
        let quietest = quiet.min_by(|a, b| {
            a.transactions_an_hour().unwrap_or(f64::MAX).total_cmp(&b.transactions_an_hour().unwrap_or(f64::MAX))
        })?;
        let served = quietest.transactions_an_hour()?;
        let sentence = say!(
            "finding-quiet",
            desk = self.results.desk_name(quietest.desk),
            days = rule_days(quietest.day),
            time = time_span(quietest.start, quietest.end),
            served = number(served, 1),
        );
        Some(Finding::new("quiet", "quiet_desk", (served, "transactions an hour"), sentence))
    }
}
