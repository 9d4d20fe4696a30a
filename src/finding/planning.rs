//! What is said of planning and assessment? What visits need, what is scheduled, and what there is room for.

use super::finding::Finding;
use super::wording::hours_a_week;
use crate::analysis::{Planning, Results};
use crate::say;
use crate::time::Minutes;
use crate::wording::{at_least, decimal};

/// The claims, in the order in which they are told.
#[must_use]
pub fn planning_findings(results: &Results) -> Vec<Finding> {
    let Some(all) = results.planning().into_iter().next() else { return Vec::new() };
    if all.visits().is_zero() && all.scheduled().is_zero() {
        return Vec::new();
    }
    let say = Say { results, all };
    [say.need(), Some(say.scheduled()), say.room()].into_iter().flatten().collect()
}

/// The finding as the title of a chart.
#[must_use]
pub fn planning_title(results: &Results, all: &Planning) -> String {
    let say = Say { results, all: all.clone() };
    let (needed, scheduled) = (say.at_least(all.needed()), say.week(all.scheduled()));
    if all.visits().is_zero() {
        return say!("planning-title-no-visits", scheduled = scheduled);
    }
    match (all.missing().is_zero(), all.room().is_zero()) {
        (true, _) => say!("planning-title-kept", scheduled = scheduled, needed = needed),
        (false, true) => say!("planning-title-missing", scheduled = scheduled, needed = needed),
        _ => {
            say!("planning-title-room", scheduled = scheduled, needed = needed, room = say.at_least(all.room()))
        }
    }
}

struct Say<'r> {
    results: &'r Results,
    all: Planning,
}

impl Say<'_> {
    fn week(&self, total: Minutes) -> String {
        hours_a_week(self.results, total)
    }

    /// A figure that grows with working hours that are not given.
    fn at_least(&self, total: Minutes) -> String {
        at_least(self.results.is_at_least(), self.week(total))
    }

    fn finding(&self, key: &'static str, value: Minutes, sentence: String) -> Finding {
        Finding::new(key, "planning", (self.results.period.hours_a_week(value), "hours a week"), sentence)
    }

    fn need(&self) -> Option<Finding> {
        let all = &self.all;
        if all.visits().is_zero() {
            return None;
        }
        let ratio = say!("hours", number = decimal(self.results.settings.planning_hours_per_visit_hour()));
        let mut sentence = say!(
            "planning-need",
            visits = self.at_least(all.visits()),
            needed = self.at_least(all.needed()),
            ratio = ratio
        );
        if all.needed_for_all() > all.needed() {
            sentence.push(' ');
            sentence.push_str(&say!("planning-need-all", needed = self.week(all.needed_for_all())));
        }
        Some(self.finding("planning_needed", all.needed(), sentence))
    }

    fn scheduled(&self) -> Finding {
        let all = &self.all;
        let scheduled = self.week(all.scheduled());
        let first = match (all.scheduled().is_zero(), all.missing().is_zero()) {
            (true, _) => say!("planning-nothing"),
            (false, true) => say!("planning-scheduled", scheduled = scheduled),
            _ => say!("planning-missing", scheduled = scheduled, missing = self.at_least(all.missing())),
        };
        let assessment = match (all.scheduled().is_zero(), all.assessment.is_zero()) {
            (true, _) => String::new(),
            (false, true) => format!(" {}", say!("planning-no-assessment")),
            _ => format!(" {}", say!("planning-assessment", assessment = self.week(all.assessment))),
        };
        self.finding("planning_scheduled", all.scheduled(), first + &assessment)
    }

    fn room(&self) -> Option<Finding> {
        let all = &self.all;
        if all.visits().is_zero() {
            return None;
        }
        let sentence = if all.room().is_zero() {
            say!("planning-no-room")
        } else {
            say!("planning-room", room = self.at_least(all.room()))
        };
        Some(self.finding("planning_room", all.room(), sentence))
    }
}
