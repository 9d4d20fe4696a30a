//! The findings of a study: five to nine claims, the ones that matter most first.

use super::finding::Finding;
use super::wording::{and_list, half_hour, hours_a_week, percent, rounded, weekday_name};
use crate::analysis::{Outcome, Results, is_named_department};
use crate::time::Minutes;

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
        Some(Finding {
            key,
            sentence,
            value: rounded(self.week(value), 100.0),
            unit: "hours a week",
            at_most: None,
            table,
        })
    }

    /// `9.0 h`, or `at least 9.0 h (at most 11.0 h)`.
    fn bounded(&self, least: Minutes, most: Option<Minutes>) -> String {
        let said = hours_a_week(self.results, least);
        match most {
            Some(most) if self.results.is_at_least() => {
                format!("at least {said} (at most {})", hours_a_week(self.results, most))
            }
            _ => said,
        }
    }

    /// `at least `, where figures of people's time are that.
    fn least(&self) -> &'static str {
        if self.results.is_at_least() { "at least " } else { "" }
    }

    fn reach(&self) -> Option<Finding> {
        let totals = self.results.outcome_totals();
        let window = totals.window();
        if window.is_zero() {
            return None;
        }
        let reachable = totals.of(Outcome::Reachable);
        let at_most = self.results.outcome_totals_at_most().map(|totals| totals.of(Outcome::Reachable));
        let n = self.results.outcomes.len();
        let partners = if n == 1 { "the partner".to_owned() } else { format!("the {n} partners") };
        let is = if reachable == Minutes(60) { "is" } else { "are" };
        let sentence = format!(
            "Of {} a week in which {partners} can meet, {} {is} reachable ({}).",
            hours_a_week(self.results, window),
            self.bounded(reachable, at_most),
            percent(reachable.share_of(window)),
        );
        let finding = self.finding("reach", "stakeholder_outcomes", reachable, sentence)?;
        Some(Finding { at_most: at_most.map(|most| rounded(self.week(most), 100.0)), ..finding })
    }

    fn desk_losses(&self) -> Option<Finding> {
        let totals = self.results.outcome_totals();
        let (spare, needed) = (totals.of(Outcome::DeskSpare), totals.of(Outcome::DeskNeeded));
        let lost = spare + needed;
        if lost.is_zero() {
            return None;
        }
        let mut sentence = format!(
            "{} a week of partner time ({}) is lost while the eligible people in the building are on desks",
            hours_a_week(self.results, lost),
            percent(lost.share_of(totals.window())),
        );
        sentence.push_str(&match (spare.is_zero(), needed.is_zero()) {
            (true, _) => ", every one of them at or under its minimum.".to_owned(),
            (_, true) => ", at least one of which has more people than its minimum.".to_owned(),
            _ => {
                format!(", {} of it while a desk has more people than its minimum.", hours_a_week(self.results, spare))
            }
        });
        self.finding("desk_losses", "stakeholder_outcomes", lost, sentence)
    }

    fn where_time_goes(&self) -> Option<Finding> {
        let totals = self.results.time_totals();
        if totals.on_shift.is_zero() {
            return None;
        }
        let n = self.results.period.n_days();
        let sentence = format!(
            "Desk duty takes {}{} of staffed time: {} of {}{} hours a week.",
            if self.results.is_at_least() { "at most " } else { "" },
            percent(totals.desk().share_of(totals.on_shift)),
            whole(totals.desk().hours_a_week(n)),
            self.least(),
            whole(totals.on_shift.hours_a_week(n)),
        );
        let share = totals.desk().share_of(totals.on_shift) * 100.0;
        let finding = self.finding("desk_share", "staff_time", totals.desk(), sentence)?;
        Some(Finding { value: rounded(share, 100.0), unit: "percent", ..finding })
    }

    fn blocks(&self) -> Option<Finding> {
        let totals = self.results.time_totals();
        let min_block = self.results.settings.min_block;
        if totals.off_desk().is_zero() {
            return None;
        }
        let at_most = self.results.time_totals_at_most().map(|totals| totals.usable);
        let rest = if totals.fragments.is_zero() {
            String::new()
        } else {
            format!(
                "; the other {} are in shorter pieces, too short to plan, visit or follow up",
                hours_a_week(self.results, totals.fragments)
            )
        };
        let sentence = format!(
            "Of {}{} a week off the desk, {} come in blocks of at least {min_block} minutes{rest}.",
            self.least(),
            hours_a_week(self.results, totals.off_desk()),
            self.bounded(totals.usable, at_most),
        );
        let finding = self.finding("blocks", "staff_time", totals.usable, sentence)?;
        Some(Finding { at_most: at_most.map(|most| rounded(self.week(most), 100.0)), ..finding })
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
        let amount = hours_a_week(self.results, lost);
        let sentence = match largest {
            Outcome::TooShort => format!(
                "{amount} a week are lost although somebody is off the desk: the time is too short for a visit, or the way there takes it up. Longer blocks would win it."
            ),
            Outcome::Pinned => format!(
                "{amount} a week are lost although somebody is off the desk: the building minimum, or being on call, keeps them in."
            ),
            Outcome::OtherDuties => format!(
                "{amount} a week are lost to meetings, meals and other duties at the same hour. Moving some of them would win it."
            ),
            Outcome::Unstaffed => format!(
                "{amount} a week are lost because nobody who may meet partners is on shift while the library is open."
            ),
            _ => format!("{amount} a week cannot be judged, because working hours are not given."),
        };
        self.finding("other_losses", "stakeholder_outcomes", lost, sentence)
    }

    fn closed(&self) -> Option<Finding> {
        let totals = self.results.outcome_totals();
        let lost = totals.of(Outcome::Closed);
        if lost.is_zero() {
            return None;
        }
        let mut sentence = format!(
            "{} a week of partner time ({}) fall where the library is closed and nobody is in.",
            hours_a_week(self.results, lost),
            percent(lost.share_of(totals.window()))
        );
        if let Some(best) =
            self.results.hours_options.iter().filter(|option| !option.lost_closed.is_zero()).min_by_key(|option| {
                (std::cmp::Reverse(option.lost_closed), option.weekday, option.slot, option.branch)
            })
        {
            let branch = if self.results.shown.len() > 1 {
                format!(" at {}", self.results.branch_name(best.branch))
            } else {
                String::new()
            };
            sentence.push_str(&format!(
                " The half hour that would add most is {} {}{branch}.",
                weekday_name(best.weekday),
                half_hour(best.slot)
            ));
        }
        self.finding("closed", "hours_options", lost, sentence)
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
        let names: Vec<&str> =
            unreached.iter().map(|outcomes| self.results.stakeholder(outcomes.stakeholder).name.as_str()).collect();
        let lost = unreached.iter().map(|outcomes| outcomes.total.window()).sum();
        let sentence = format!(
            "No minute of the time of {} is reachable ({} a week).",
            and_list(&names, 3),
            hours_a_week(self.results, lost)
        );
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
            (false, false) => format!(
                "Desks hold {above} of people's time a week above their minimum, and are under it for {under}: the same hours, placed otherwise, would cover more."
            ),
            (false, true) => format!("Desks hold {above} of people's time a week above their minimum."),
            _ => format!("Desks are under their minimum for {under} a week."),
        };
        self.finding("desk_cover", "desk_cover", totals.above_minimum_person, sentence)
    }

    /// The outreach duty whose description and schedule are furthest apart.
    fn descriptions(&self) -> Option<Finding> {
        let is_community = |duty: &&crate::analysis::DutyTime| {
            matches!(
                duty.activity,
                Some(
                    crate::study::Activity::Outreach
                        | crate::study::Activity::Planning
                        | crate::study::Activity::Assessment
                        | crate::study::Activity::Program
                )
            )
        };
        let behind = |duty: &crate::analysis::DutyTime| {
            duty.scheduled_percent().map_or(0.0, |scheduled| duty.percent - scheduled)
        };
        let furthest =
            self.results.duties.iter().filter(is_community).max_by(|a, b| behind(a).total_cmp(&behind(b)))?;
        if behind(furthest) < 1.0 {
            return None;
        }
        let role = if furthest.role.is_empty() {
            "The job description"
        } else if self.results.settings.people_shown == crate::study::PeopleShown::Public {
            "A job description"
        } else {
            &format!("The job description of the {}", furthest.role)
        };
        let scheduled = furthest.scheduled_percent().unwrap_or(0.0);
        let sentence = format!(
            "{role} gives {:.0} % of the time to “{}”; the schedule gives it {:.0} %.",
            furthest.percent, furthest.duty, scheduled
        );
        Some(Finding {
            key: "descriptions",
            sentence,
            value: rounded(scheduled, 100.0),
            unit: "percent",
            at_most: None,
            table: "duties",
        })
    }

    fn planning(&self) -> Option<Finding> {
        let totals = self.results.time_totals();
        let scheduled = totals.planning_and_assessment();
        if totals.on_shift.is_zero() {
            return None;
        }
        let sentence = if scheduled.is_zero() {
            format!(
                "Planning and assessment have no hours in the schedule; usable blocks off the desk hold {}{} a week.",
                self.least(),
                hours_a_week(self.results, totals.usable)
            )
        } else {
            format!(
                "Planning and assessment are work: {} a week are scheduled ({} of staffed time), and usable blocks off the desk hold {}{} more.",
                hours_a_week(self.results, scheduled),
                percent(scheduled.share_of(totals.on_shift)),
                self.least(),
                hours_a_week(self.results, totals.usable),
            )
        };
        self.finding("planning", "staff_time", scheduled, sentence)
    }

    fn departments(&self) -> Option<Finding> {
        let between: Vec<_> = self
            .results
            .departments
            .iter()
            .filter(|pair| pair.a != pair.b && is_named_department(&pair.a) && is_named_department(&pair.b))
            .collect();
        let never: Vec<String> = between
            .iter()
            .filter(|pair| pair.shared.is_zero())
            .map(|pair| format!("{} and {}", pair.a, pair.b))
            .collect();
        if between.is_empty() {
            return None;
        }
        if !never.is_empty() {
            let names: Vec<&str> = never.iter().map(String::as_str).collect();
            let sentence = format!(
                "{} have no hour a week in which somebody of each is off the desk together.",
                and_list(&names, 2)
            );
            return self.finding("departments", "department_overlap", Minutes::ZERO, sentence);
        }
        let least = between.iter().min_by_key(|pair| pair.any_pair)?;
        let sentence = format!(
            "{} and {} can plan together for {} a week; no other two departments have less.",
            least.a,
            least.b,
            hours_a_week(self.results, least.any_pair)
        );
        self.finding("departments", "department_overlap", least.any_pair, sentence)
    }

    fn quiet(&self) -> Option<Finding> {
        let quiet = self.results.quiet.iter().filter(|quiet| !quiet.above_minimum_person.is_zero());
        let quietest = quiet.min_by(|a, b| {
            a.transactions_an_hour().unwrap_or(f64::MAX).total_cmp(&b.transactions_an_hour().unwrap_or(f64::MAX))
        })?;
        let served = quietest.transactions_an_hour()?;
        let sentence = format!(
            "The quietest time above a minimum is at {} on {} {}-{}: {served:.1} transactions for each staffed hour.",
            self.results.desk_name(quietest.desk),
            days(quietest.day),
            crate::time::ClockTime(quietest.start),
            crate::time::ClockTime(quietest.end),
        );
        Some(Finding {
            key: "quiet",
            sentence,
            value: rounded(served, 100.0),
            unit: "transactions an hour",
            at_most: None,
            table: "quiet_desk",
        })
    }
}

fn whole(hours: f64) -> String {
    format!("{:.0}", rounded(hours, 1.0))
}

fn days(day: crate::time::DayRule) -> String {
    match day {
        crate::time::DayRule::On(date) => date.to_string(),
        crate::time::DayRule::Weekly(days, _) => days.to_string(),
    }
}
