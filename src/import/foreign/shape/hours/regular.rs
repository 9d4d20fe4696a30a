//! Regular hours as library catalogs serve them: `hours.regular[]` with a day, a time of opening and one of closing.

use super::day_hours::DayHours;
use super::json_source::{JsonSource, find, intervals, item, key};
use super::rows::week_days;
use crate::import::foreign::cell::{ClockHint, read_weekday};
use crate::import::foreign::draft::Draft;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::problem::Code;
use crate::time::WeekdaySet;
use serde_json::Value;

/// The locations of a text that have regular hours, with their paths.
#[must_use]
pub fn locations(root: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    find(root, "", |value| regular(value).is_some(), &mut found);
    found
}

fn regular(value: &Value) -> Option<&Vec<Value>> {
    value.get("hours")?.get("regular")?.as_array()
}

/// Reads locations.
#[must_use]
pub fn read(source: &JsonSource, locations: &[(String, &Value)], context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    for (path, value) in locations {
        let given = context.name.as_deref().filter(|_| value.get("name").is_none());
        let name = given.or_else(|| source.text(value, path, "name", &mut reading));
        for (n, day) in regular(value).into_iter().flatten().enumerate() {
            let path = item(&key(&key(path, "hours"), "regular"), n);
            let before = reading.drafts.len();
            reading.n_read += 1;
            if let Some(name) = name {
                take_day(source, (path.as_str(), day), name, &mut reading);
            }
            reading.n_left_out += usize::from(reading.drafts.len() == before);
        }
    }
    reading
}

fn take_day(source: &JsonSource, (path, value): (&str, &Value), name: &str, reading: &mut SheetReading) {
    let Some(written) = source.text(value, path, "day", reading) else { return };
    let Some(weekday) = read_weekday(written) else {
        let path = key(path, "day");
        let says = format!("`{path}` says `{written}`, which is not a day of the week");
        source.problem(&path, Code::E507, says, "write it as Mon or Monday", reading);
        return;
    };
    let base = Draft::of(source.at(path)).text("branch", name);
    let days = week_days(WeekdaySet::range(weekday, weekday));
    // a day that has neither time is closed; one without the keys is broken
    if value.get("open").is_some_and(Value::is_null) && value.get("close").is_some_and(Value::is_null) {
        source.push(path, &base, &days, "closed", &DayHours::Closed, reading);
        return;
    }
    let (open, close) = (source.text(value, path, "open", reading), source.text(value, path, "close", reading));
    if let Some((open, close)) = open.zip(close) {
        let hint = ClockHint { is_full_day: true, ..ClockHint::default() };
        source.push(path, &base, &days, &format!("{open}-{close}"), &intervals(&[(open, close)], hint), reading);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context};
    use super::super::cases::hours_rows;
    use super::super::json_source::JsonSource;
    use super::{locations, read};
    use crate::import::foreign::reading::SheetReading;
    use serde_json::Value;

    fn of(days: &str) -> SheetReading {
        let text = format!("{{\"locations\": [{{\"name\": \"Eastgate\",\n\"hours\": {{\"regular\": [{days}]}}}}]}}");
        let value: Value = serde_json::from_str(&text).unwrap();
        read(&JsonSource::of("a.json", &text), &locations(&value), &context())
    }

    #[test]
    fn days_without_times_are_closed() {
        let reading =
            of(r#"{"day": "Sun", "open": null, "close": null}, {"day": "Thu.", "open": "11:00", "close": "18:00"}"#);
        assert_eq!(hours_rows(&reading), ["Eastgate Sun closed", "Eastgate Thu 11:00-18:00"]);
        assert_eq!((codes(&reading), reading.n_read), (vec![], 2));
    }

    #[test]
    fn what_is_missing_or_wrong_is_named_by_its_path() {
        assert_eq!(codes(&of(r#"{"day": "Mon", "open": "11:00", "close": null}"#)), ["E504"]);
        assert_eq!(codes(&of(r#"{"day": "Mon"}"#)), ["E504", "E504"]);
        assert_eq!(codes(&of(r#"{"day": "Today", "open": "11:00", "close": "18:00"}"#)), ["E507"]);
        let reading = of(r#"{"day": "Mon", "open": "18:00", "close": "05:00"}, 3"#);
        assert_eq!(
            (hours_rows(&reading), codes(&reading)),
            (vec!["Eastgate Mon 18:00-29:00".to_owned()], vec!["E504"])
        );
        assert!(reading.problems.iter().any(|problem| problem.message.contains("locations[0].hours.regular[1].day")));
    }
}
