//! When do the occurrences of a rule start? Those in a window of time, with bounded effort.

use super::effort::Effort;
use super::rule::Rule;
use chrono::NaiveDateTime;

/// A window of time; both ends are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its first moment.
    pub from: NaiveDateTime,
    /// Its last moment.
    pub to: NaiveDateTime,
}

/// The starts that a rule names in a window, in order. `start` is that of the series, and the first that counts;
/// `until` is the last moment of a start, on the same clock.
#[must_use]
pub fn expand(
    rule: &Rule,
    start: NaiveDateTime,
    until: Option<NaiveDateTime>,
    window: Window,
    effort: &mut Effort,
) -> Vec<NaiveDateTime> {
    let rule = rule.filled(start);
    let times = rule.times();
    let work = rule.work(times.len());
    let last = until.map_or(window.to, |until| until.min(window.to));
    let (mut found, mut n_named) = (Vec::new(), 0_u64);
    let mut n = rule.first_interval(start.date(), window.from.date());
    while let Some((first, n_days)) = rule.unit(start.date(), n)
        && first <= last.date()
        && effort.step(n_days * work)
    {
        for at in rule.named_in(first, n_days, &times).into_iter().filter(|&at| at >= start) {
            if at > last {
                return found;
            }
            n_named += 1;
            if at >= window.from {
                if !effort.start() {
                    return found;
                }
                found.push(at);
            }
            if rule.count == Some(n_named) {
                return found;
            }
        }
        n += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Window, expand};
    use crate::import::foreign::calendar::effort::{Effort, MOST_STARTS};
    use crate::import::foreign::calendar::rule::parse_rule;
    use chrono::NaiveDateTime;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn starts(rule: &str, start: &str, from: &str, to: &str, effort: &mut Effort) -> Vec<String> {
        let window = Window { from: at(&format!("{from} 00:00")), to: at(&format!("{to} 23:59")) };
        let found = expand(&parse_rule(rule).unwrap(), at(start), None, window, effort);
        found.iter().map(|at| at.format("%m-%d %H:%M").to_string()).collect()
    }

    fn check(rule: &str, start: &str, from: &str, to: &str, expected: &[&str]) {
        assert_eq!(starts(rule, start, from, to, &mut Effort::default()), expected, "{rule} from {start}");
    }

    #[test]
    fn every_other_week_keeps_its_weeks_however_far_they_are() {
        let expected = ["03-03 09:00", "03-05 09:00", "03-17 09:00", "03-19 09:00", "03-31 09:00"];
        check("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "2020-01-14 09:00", "2026-03-01", "2026-03-31", &expected);
    }

    #[test]
    fn the_day_a_week_begins_on_decides_which_weeks_are_meant() {
        // the example of RFC 5545
        let monday = ["08-05 09:00", "08-10 09:00", "08-19 09:00", "08-24 09:00"];
        check(
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
            "1997-08-05 09:00",
            "1997-08-01",
            "1997-12-31",
            &monday,
        );
        let sunday = ["08-05 09:00", "08-17 09:00", "08-19 09:00", "08-31 09:00"];
        check(
            "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
            "1997-08-05 09:00",
            "1997-08-01",
            "1997-12-31",
            &sunday,
        );
    }

    #[test]
    fn a_count_counts_from_the_start_and_not_from_the_window() {
        check("FREQ=DAILY;COUNT=5", "2026-03-01 09:00", "2026-03-04", "2026-03-31", &["03-04 09:00", "03-05 09:00"]);
        check("FREQ=DAILY;COUNT=5", "2026-02-01 09:00", "2026-03-04", "2026-03-31", &[]);
    }

    #[test]
    fn months_without_the_day_are_passed_over() {
        let expected = ["01-31 09:00", "03-31 09:00", "05-31 09:00"];
        check("FREQ=MONTHLY", "2026-01-31 09:00", "2026-01-01", "2026-06-30", &expected);
        check("FREQ=YEARLY", "2024-02-29 09:00", "2025-01-01", "2028-12-31", &["02-29 09:00"]);
        check(
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "2026-01-31 09:00",
            "2026-02-01",
            "2026-03-31",
            &["02-28 09:00", "03-31 09:00"],
        );
    }

    #[test]
    fn positions_pick_from_what_a_unit_holds() {
        let last_workday = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
        check(
            last_workday,
            "2026-01-01 09:00",
            "2026-01-01",
            "2026-03-31",
            &["01-30 09:00", "02-27 09:00", "03-31 09:00"],
        );
        // the position is one of the week's, not of what is left of it after the start
        check(
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1",
            "2026-03-04 09:00",
            "2026-03-01",
            "2026-03-10",
            &["03-09 09:00"],
        );
        check(
            "FREQ=DAILY;BYHOUR=8,12,16;BYSETPOS=2",
            "2026-03-04 08:00",
            "2026-03-04",
            "2026-03-05",
            &["03-04 12:00", "03-05 12:00"],
        );
    }

    #[test]
    fn a_rule_that_never_comes_true_ends() {
        let mut effort = Effort::default();
        for rule in ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=30"] {
            assert!(starts(rule, "1970-01-01 09:00", "2026-01-01", "2026-12-31", &mut effort).is_empty());
        }
        assert!(!effort.is_over);
    }

    #[test]
    fn a_rule_of_thousands_of_years_stops_at_the_limit() {
        let mut effort = Effort::default();
        let found =
            starts("FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7", "1970-01-01 00:00", "1970-01-01", "9999-12-31", &mut effort);
        assert_eq!((found.len(), effort.is_over), (MOST_STARTS, true));
        assert!(starts("FREQ=DAILY", "1970-01-01 00:00", "1970-01-01", "1970-01-02", &mut effort).is_empty());
    }
}
