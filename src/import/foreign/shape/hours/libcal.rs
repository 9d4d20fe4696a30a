//! Opening hours of `LibCal`: locations with weeks of dated days, each with a status and, where it is open, its hours.

use super::day_hours::{DayHours, read_day_hours};
use super::json_source::{JsonSource, intervals, item, key};
use crate::import::foreign::cell::{ClockHint, WrittenDate, read_date};
use crate::import::foreign::draft::{Draft, DraftDays};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::problem::Code;
use crate::time::{Day, WEEKDAY_NAMES};
use serde_json::Value;

const WEEK: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The locations of a text with their paths; none where it is not of `LibCal`.
#[must_use]
pub fn locations(root: &Value) -> Vec<(String, &Value)> {
    let found: Vec<(String, &Value)> = match (root, root.get("locations")) {
        (_, Some(Value::Array(list))) => list.iter().enumerate().map(|(n, one)| (item("locations", n), one)).collect(),
        (Value::Array(list), _) => list.iter().enumerate().map(|(n, one)| (item("", n), one)).collect(),
        (Value::Object(_), _) if is_location(root) => vec![(String::new(), root)],
        // `loc_195`, as its widgets have it
        (Value::Object(map), _) => map.iter().map(|(name, one)| (name.clone(), one)).collect(),
        _ => Vec::new(),
    };
    if found.iter().any(|(_, one)| is_location(one)) { found } else { Vec::new() }
}

fn is_location(value: &Value) -> bool {
    let has = |name: &str| value.get(name).is_some();
    value.get("weeks").is_some_and(Value::is_array)
        || value.get("dates").is_some_and(Value::is_object)
        || has("lid") && has("name")
}

/// Reads locations.
#[must_use]
pub fn read(source: &JsonSource, locations: &[(String, &Value)], context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    for (path, value) in locations {
        let before = reading.n_read;
        take_location(source, path, value, context, &mut reading);
        if reading.n_read == before {
            reading.n_read += 1;
            reading.n_left_out += 1;
        }
    }
    reading
}

/// The branch of the rows that are made, and where they are read.
struct Branch<'s> {
    source: &'s JsonSource,
    name: &'s str,
}

fn take_location(source: &JsonSource, path: &str, value: &Value, context: &ImportContext, reading: &mut SheetReading) {
    let given = context.name.as_deref().filter(|_| value.get("name").is_none());
    let Some(name) = given.or_else(|| source.text(value, path, "name", reading)) else { return };
    if value.get("category").and_then(Value::as_str) == Some("department") {
        reading.remarks.push(format!("`{name}` is a department, and no branch: its hours are not taken"));
        return;
    }
    let branch = Branch { source, name };
    match (value.get("weeks"), value.get("dates")) {
        (Some(Value::Array(weeks)), _) => {
            for (n, week) in weeks.iter().enumerate() {
                branch.take_week(&item(&key(path, "weeks"), n), week, reading);
            }
        }
        (_, Some(Value::Object(dates))) => {
            for (date, times) in dates {
                let path = key(&key(path, "dates"), date);
                reading.n_read += 1;
                let day = branch.date(&path, Some(date.as_str()), reading);
                branch.take_day(&path, day, Some(times), reading);
            }
        }
        _ => source.missing(&key(path, "weeks"), reading),
    }
}

impl Branch<'_> {
    fn take_week(&self, path: &str, week: &Value, reading: &mut SheetReading) {
        let mut days: Vec<(String, Option<Day>, Option<&Value>)> = Vec::new();
        for (weekday, name) in WEEK.iter().enumerate() {
            let path = key(path, name);
            let Some(value) = week.get(*name) else {
                let says = format!("`{path}` is missing: open or closed is not known");
                self.source.problem(
                    &path,
                    Code::W509,
                    says,
                    "find out the hours, and add them to library-hours.csv",
                    reading,
                );
                continue;
            };
            reading.n_read += 1;
            let written = value.get("date").and_then(Value::as_str);
            let date = self.date(&key(&path, "date"), written, reading);
            let date = date.filter(|date| self.is_on(&key(&path, "date"), *date, weekday, reading));
            days.push((path, date, value.get("times")));
        }
        let dates: Vec<Day> = days.iter().filter_map(|(_, date, _)| *date).collect();
        let is_first_sunday = starts_on_sunday(&dates);
        let first = usual_start(&dates, is_first_sunday);
        for (path, date, times) in days {
            let date = date.filter(|date| self.is_in_week(&path, *date, (first, is_first_sunday), reading));
            self.take_day(&key(&path, "times"), date, times, reading);
        }
    }

    /// The date of a day; a problem where it is none.
    fn date(&self, path: &str, written: Option<&str>, reading: &mut SheetReading) -> Option<Day> {
        match written.map(|text| (text, read_date(text))) {
            Some((_, Some(WrittenDate::Known(day)))) => Some(day),
            Some((text, _)) => {
                let says = format!("`{path}` says `{text}`, which is not a date");
                self.source.problem(path, Code::E507, says, "write it as 2026-10-05", reading);
                None
            }
            None => {
                self.source.missing(path, reading);
                None
            }
        }
    }

    fn is_on(&self, path: &str, date: Day, weekday: usize, reading: &mut SheetReading) -> bool {
        let is_so = date.weekday() == weekday;
        if !is_so {
            let says =
                format!("`{path}` says {date}, a {}, under {}", WEEKDAY_NAMES[date.weekday()], WEEK[weekday % 7]);
            self.source.problem(path, Code::E507, says, "which of the two is right? mend the source", reading);
        }
        is_so
    }

    fn is_in_week(
        &self,
        path: &str,
        date: Day,
        (first, is_first_sunday): (Option<Day>, bool),
        reading: &mut SheetReading,
    ) -> bool {
        let Some(first) = first.filter(|first| start_of(date, is_first_sunday) != *first) else { return true };
        let path = key(path, "date");
        let says = format!("`{path}` says {date}, and the week is that from {first} to {}", first.plus(6));
        self.source.problem(&path, Code::E507, says, "which of the two is right? mend the source", reading);
        false
    }

    fn take_day(&self, path: &str, day: Option<Day>, times: Option<&Value>, reading: &mut SheetReading) {
        let before = reading.drafts.len();
        match (day, times) {
            (Some(day), Some(times)) => {
                if let Some((written, hours)) = self.hours(path, times, reading) {
                    let base = Draft::of(self.source.at(path)).text("branch", self.name);
                    self.source.push(path, &base, &[DraftDays::On(day)], &written, &hours, reading);
                }
            }
            (_, None) => self.source.missing(path, reading),
            (None, Some(_)) => {}
        }
        reading.n_left_out += usize::from(reading.drafts.len() == before);
    }

    /// What the status and the hours say; none, and a problem, where they do not.
    fn hours(&self, path: &str, times: &Value, reading: &mut SheetReading) -> Option<(String, DayHours)> {
        let status = self.source.text(times, path, "status", reading)?;
        if status == "open" {
            return self.open_hours(&key(path, "hours"), times.get("hours"), reading);
        }
        if status == "text" {
            let text = times.get("text").or_else(|| times.get("note")).and_then(Value::as_str).unwrap_or("text");
            let hours = read_day_hours(text, ClockHint::default());
            let is_clear = matches!(hours, DayHours::Open(_) | DayHours::Closed);
            return Some((text.to_owned(), if is_clear { hours } else { DayHours::Unknown }));
        }
        match read_day_hours(status, ClockHint::default()) {
            DayHours::Refused(_) => {
                let path = key(path, "status");
                let says = format!(
                    "`{path}` says `{status}`, and offdesk knows open, closed, 24hours, not-set, text and ByApp"
                );
                self.source.problem(&path, Code::E505, says, "mend the source", reading);
                None
            }
            hours => Some((status.to_owned(), hours)),
        }
    }

    fn open_hours(&self, path: &str, hours: Option<&Value>, reading: &mut SheetReading) -> Option<(String, DayHours)> {
        let Some(list) = hours.and_then(Value::as_array).filter(|list| !list.is_empty()) else {
            self.source.missing(path, reading);
            return None;
        };
        let pairs: Vec<Option<(&str, &str)>> = list
            .iter()
            .enumerate()
            .map(|(n, one)| {
                let path = item(path, n);
                let (from, to) =
                    (self.source.text(one, &path, "from", reading), self.source.text(one, &path, "to", reading));
                from.zip(to)
            })
            .collect();
        // of a day with two intervals, one alone is not taken
        let pairs = pairs.into_iter().collect::<Option<Vec<(&str, &str)>>>()?;
        let written: Vec<String> = pairs.iter().map(|(from, to)| format!("{from}-{to}")).collect();
        Some((written.join(", "), intervals(&pairs, ClockHint::default())))
    }
}

fn start_of(date: Day, is_first_sunday: bool) -> Day {
    if is_first_sunday { date.plus(1).monday().plus(-1) } else { date.monday() }
}

/// Weeks begin on a Sunday or on a Monday: whichever leaves more dates in one week.
fn starts_on_sunday(dates: &[Day]) -> bool {
    n_together(dates, true).1 >= n_together(dates, false).1
}

/// The first day of the week that most dates are in, if most are in one.
fn usual_start(dates: &[Day], is_first_sunday: bool) -> Option<Day> {
    let (first, n) = n_together(dates, is_first_sunday);
    first.filter(|_| n * 2 > dates.len())
}

fn n_together(dates: &[Day], is_first_sunday: bool) -> (Option<Day>, usize) {
    let starts: Vec<Day> = dates.iter().map(|date| start_of(*date, is_first_sunday)).collect();
    let n_of = |start: &Day| starts.iter().filter(|other| *other == start).count();
    let first = starts.iter().copied().max_by_key(|start| (n_of(start), std::cmp::Reverse(*start)));
    (first, first.map_or(0, |first| n_of(&first)))
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context};
    use super::super::cases::hours_rows;
    use super::super::json_source::JsonSource;
    use super::{locations, read};
    use crate::import::foreign::reading::SheetReading;
    use serde_json::Value;

    fn of(text: &str) -> SheetReading {
        let value: Value = serde_json::from_str(text).unwrap();
        read(&JsonSource::of("a.json", text), &locations(&value), &context())
    }

    /// A week from Sunday 2026-10-04 on, one line a day, with another Saturday.
    fn week(saturday: &str) -> String {
        let open = r#"{"status": "open", "hours": [{"from": "7:45am", "to": "12pm"}, {"from": "1pm", "to": "12am"}]}"#;
        let mut lines = vec![r#"{"locations": [{"name": "Eastgate", "weeks": [{"#.to_owned()];
        lines.push(r#""Sunday": {"times": {"status": "closed"}, "date": "2026-10-04"},"#.to_owned());
        lines.push(format!(r#""Monday": {{"times": {open}, "date": "2026-10-05"}},"#));
        lines.push(r#""Tuesday": {"times": {"status": "24hours"}, "date": "2026-10-06"},"#.to_owned());
        lines.push(r#""Wednesday": {"times": {"status": "not-set"}, "date": "2026-10-07"},"#.to_owned());
        lines.push(
            r#""Thursday": {"times": {"status": "text", "text": "10am - 4pm"}, "date": "2026-10-08"},"#.to_owned(),
        );
        lines.push(r#""Friday": {"times": {"status": "ByApp"}, "date": "2026-10-09"},"#.to_owned());
        lines.push(format!(r#""Saturday": {saturday}}}]}}]}}"#));
        lines.join("\n")
    }

    #[test]
    fn each_day_is_a_dated_row_and_not_set_is_not_closed() {
        let reading = of(&week(r#"{"times": {"status": "closed"}, "date": "2026-10-10"}"#));
        assert_eq!(
            hours_rows(&reading),
            [
                "Eastgate 2026-10-05 07:45-12:00",
                "Eastgate 2026-10-05 13:00-24:00",
                "Eastgate 2026-10-06 00:00-24:00",
                "Eastgate 2026-10-08 10:00-16:00",
                "Eastgate 2026-10-10 closed",
                "Eastgate 2026-10-04 closed"
            ]
        );
        assert_eq!((codes(&reading), reading.n_read, reading.n_left_out), (vec!["W509", "W509"], 7, 2));
        assert!(reading.problems.iter().any(|problem| problem.location.line == 5));
    }

    #[test]
    fn a_date_out_of_its_week_or_on_another_weekday_is_a_problem() {
        for date in ["2026-09-12", "2026-10-11"] {
            let reading = of(&week(&format!(r#"{{"times": {{"status": "closed"}}, "date": "{date}"}}"#)));
            let problem = reading.problems.iter().find(|problem| problem.code.name() == "E507");
            assert_eq!(problem.map(|problem| problem.location.line), Some(8), "{date}");
            assert!(!hours_rows(&reading).iter().any(|row| row.contains(date)));
        }
    }

    #[test]
    fn missing_keys_are_named_by_their_paths() {
        let broken = [
            (r#"{"notTimes": {}, "date": "2026-10-10"}"#, "Saturday.times` is missing"),
            (
                r#"{"times": {"status": "open", "notHours": []}, "date": "2026-10-10"}"#,
                "Saturday.times.hours` is missing",
            ),
            (r#"{"times": {"status": "open", "hours": []}, "date": "2026-10-10"}"#, "Saturday.times.hours` is missing"),
            (
                r#"{"times": {"status": "open", "hours": [{"from": "9am"}]}, "date": "2026-10-10"}"#,
                "Saturday.times.hours[0].to` is missing",
            ),
            (r#"{"times": {"status": "odd"}, "date": "2026-10-10"}"#, "Saturday.times.status` says `odd`"),
            (r#"{"times": {"status": "closed"}}"#, "Saturday.date` is missing"),
            ("7", "Saturday.times` is missing"),
        ];
        for (saturday, says) in broken {
            let reading = of(&week(saturday));
            assert!(reading.problems.iter().any(|problem| problem.message.contains(says)), "{saturday}");
            assert!(!hours_rows(&reading).iter().any(|row| row.contains("2026-10-10")), "{saturday}");
        }
        assert_eq!(codes(&of(r#"{"locations": [{"lid": 1, "name": "Eastgate"}]}"#)), ["E504"]);
        assert_eq!(codes(&of(r#"{"locations": [{"lid": 1, "weeks": []}, 3]}"#)), ["E504", "E504"]);
    }

    #[test]
    fn one_location_and_a_map_of_dates_are_read_too() {
        let one = r#"{"name": "Main", "weeks": [{"Monday": {"date": "2026-10-05", "times": {"status": "closed"}}}]}"#;
        assert_eq!(hours_rows(&of(one)), ["Main 2026-10-05 closed"]);
        assert_eq!(hours_rows(&of(&format!(r#"{{"loc_195": {one}}}"#))), ["Main 2026-10-05 closed"]);
        let dates = r#"[{"lid": 1, "name": "Main", "dates": {"2026-10-05": {"status": "closed"}, "soon": {"status": "closed"}}}]"#;
        let reading = of(dates);
        assert_eq!((hours_rows(&reading), codes(&reading)), (vec!["Main 2026-10-05 closed".to_owned()], vec!["E507"]));
        let desk = r#"{"lid": 2, "name": "Desk", "category": "department", "weeks": []}"#;
        assert_eq!((of(desk).n_left_out, of(desk).remarks.len()), (1, 1));
    }
}
