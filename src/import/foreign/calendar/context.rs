//! What is asked for, what is known, and what is doubtful so far?

use super::effort::{Effort, MOST_STARTS};
use super::expand::Window;
use super::issue::{CalendarIssue, IssueKind};
use super::zone::zone_named;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// Dates before and after this are not asked for: sums of dates stay in the calendar.
const EARLIEST: Option<NaiveDate> = NaiveDate::from_ymd_opt(1, 1, 1);
const LATEST: Option<NaiveDate> = NaiveDate::from_ymd_opt(9999, 12, 31);

/// What every component is read with.
#[derive(Debug)]
pub struct Context {
    /// The zone on whose wall clock spans are wanted.
    pub asked: Tz,
    /// What is left to search.
    pub effort: Effort,
    /// What is doubtful.
    pub issues: Vec<CalendarIssue>,
    first: NaiveDateTime,
    end: NaiveDateTime,
    zones: BTreeMap<String, Tz>,
    unknown: BTreeSet<String>,
    is_limit_told: bool,
}

impl Context {
    /// What touches the days from `first` to `last` is wanted, on the wall clock of `asked`.
    #[must_use]
    pub fn new(first: NaiveDate, last: NaiveDate, asked: Tz, zones: BTreeMap<String, Tz>) -> Context {
        let first = EARLIEST.map_or(first, |earliest| first.max(earliest));
        let last = LATEST.map_or(last, |latest| last.min(latest));
        Context {
            asked,
            effort: Effort::default(),
            issues: Vec::new(),
            first: first.and_time(NaiveTime::MIN),
            end: last.checked_add_days(Days::new(1)).unwrap_or(last).and_time(NaiveTime::MIN),
            zones,
            unknown: BTreeSet::new(),
            is_limit_told: false,
        }
    }

    /// Notes a doubt about the component that begins on a line.
    pub fn raise(&mut self, line: u32, what: IssueKind) {
        self.issues.push(CalendarIssue { line, what });
    }

    /// The zone of a `TZID`; the one that was asked for, where nothing explains it.
    pub fn zone(&mut self, id: &str, line: u32) -> Tz {
        let zone = self.zones.get(id).copied().or_else(|| zone_named(id));
        if zone.is_none() && self.unknown.insert(id.to_owned()) {
            self.raise(line, IssueKind::UnknownZone { id: id.to_owned() });
        }
        zone.unwrap_or(self.asked)
    }

    /// Whether a span touches the days that are asked for.
    #[must_use]
    pub fn touches(&self, start: NaiveDateTime, end: NaiveDateTime) -> bool {
        start < end && start < self.end && end > self.first
    }

    /// Where what lasts so long may start, on any clock of the world, to touch the days that are asked for.
    #[must_use]
    pub fn window(&self, length: TimeDelta) -> Window {
        let margin = TimeDelta::days(2);
        let from = self.first.checked_sub_signed(margin).and_then(|from| from.checked_sub_signed(length));
        let to = self.end.checked_add_signed(margin);
        Window { from: from.unwrap_or(NaiveDateTime::MIN), to: to.unwrap_or(self.end) }
    }

    /// Says once that rules name too much, if they do.
    pub fn tell_limit(&mut self, line: u32) {
        if self.effort.is_over && !self.is_limit_told {
            self.is_limit_told = true;
            self.raise(line, IssueKind::TooManyOccurrences { limit: MOST_STARTS });
        }
    }
}
