//! Opening hours of schema.org: sentences such as `Mo-Fr 09:00-17:00`, or specifications of days, times and validity.

use super::super::hours_sentence::read_hours_text;
use super::day_hours::{ALL_DAY, DayHours};
use super::json_source::{JsonSource, find, intervals, item, key};
use super::rows::week_days;
use crate::import::foreign::cell::{
    ClockHint, RangeRefusal, WrittenDate, read_date_time, read_time, read_weekday, read_weekdays,
};
use crate::import::foreign::draft::{Draft, DraftDays};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::problem::Code;
use crate::time::{Day, Validity, WEEKDAY_NAMES, WeekdaySet};
use serde_json::Value;

const TEXT: &str = "openingHours";
const REGULAR: &str = "openingHoursSpecification";
const SPECIAL: &str = "specialOpeningHoursSpecification";
/// Longer specifications are no exceptions.
const LONGEST: i32 = 400;
const FULL_DAY: ClockHint = ClockHint { is_full_day: true, not_before: None, is_day_first: false };

/// The things of a text that have opening hours, with their paths.
#[must_use]
pub fn places(root: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    find(root, "", |value| [TEXT, REGULAR, SPECIAL].iter().any(|name| value.get(name).is_some()), &mut found);
    found
}

/// Reads the hours of places.
#[must_use]
pub fn read(source: &JsonSource, places: &[(String, &Value)], context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    for (path, value) in places {
        reading.n_read += 1;
        let before = reading.drafts.len();
        let given = name_of(value).or(context.name.as_deref());
        match given.or_else(|| (places.len() == 1).then_some("")) {
            Some(name) => Place { source, name, context }.take(path, value, &mut reading),
            None => source.missing(&key(path, "name"), &mut reading),
        }
        reading.n_left_out += usize::from(reading.drafts.len() == before);
    }
    reading
}

/// A name is a text, a text in a language, or a list of such.
fn name_of(value: &Value) -> Option<&str> {
    let name = value.get("name")?;
    let name = name.get(0).unwrap_or(name);
    name.get("@value").unwrap_or(name).as_str().map(str::trim).filter(|name| !name.is_empty())
}

/// One value, or each of a list, with its path.
fn listed<'v>(value: &'v Value, path: &str, name: &str) -> Vec<(String, &'v Value)> {
    let path = key(path, name);
    match value.get(name) {
        Some(Value::Array(list)) => list.iter().enumerate().map(|(n, one)| (item(&path, n), one)).collect(),
        Some(one) if !one.is_null() => vec![(path, one)],
        _ => Vec::new(),
    }
}

/// One specification.
struct Spec {
    path: String,
    days: WeekdaySet,
    hours: DayHours,
    written: String,
    validity: Validity,
}

struct Place<'s> {
    source: &'s JsonSource,
    name: &'s str,
    context: &'s ImportContext,
}

impl Place<'_> {
    fn take(&self, path: &str, value: &Value, reading: &mut SheetReading) {
        let mut specs = |name: &str| -> Vec<Spec> {
            listed(value, path, name).iter().filter_map(|(path, one)| self.spec(path, one, name, reading)).collect()
        };
        let (regular, special) = (specs(REGULAR), specs(SPECIAL));
        if regular.is_empty() {
            for (path, text) in listed(value, path, TEXT) {
                self.take_text(&path, text, reading);
            }
        } else if value.get(TEXT).is_some() {
            reading.remarks.push(format!("{}: `{TEXT}` is not read beside `{REGULAR}`", self.name));
        }
        // hours of a season stand over those of all the year, where there are both
        let has_usual = regular.iter().any(|spec| spec.validity.is_always());
        for spec in &regular {
            if spec.validity.is_always() || !has_usual {
                let base = Draft { validity: spec.validity, ..self.base(&spec.path) };
                self.source.push(&spec.path, &base, &week_days(spec.days), &spec.written, &spec.hours, reading);
            } else {
                self.push_dates(spec, reading);
            }
        }
        special.iter().for_each(|spec| self.push_dates(spec, reading));
        self.say_missing_days(&regular, reading);
    }

    fn base(&self, path: &str) -> Draft {
        Draft::of(self.source.at(path)).text("branch", self.name)
    }

    fn take_text(&self, path: &str, text: &Value, reading: &mut SheetReading) {
        let Some(text) = text.as_str() else {
            self.source.problem(
                path,
                Code::E505,
                format!("`{path}` is no text"),
                "write it as Mo-Fr 09:00-17:00",
                reading,
            );
            return;
        };
        // days without times are open all day
        if let Some(days) = read_weekdays(text) {
            let all_day = DayHours::Open(vec![ALL_DAY]);
            return self.source.push(path, &self.base(path), &week_days(days), text, &all_day, reading);
        }
        let read = read_hours_text(text, FULL_DAY);
        for said in &read.said {
            self.source.push(path, &self.base(path), &week_days(said.days), &said.written, &said.hours, reading);
        }
        for left in &read.left {
            let says = format!("`{path}` says `{}`, which is not understood", left.written);
            self.source.problem(path, Code::E505, says, "write it as Mo-Fr 09:00-17:00", reading);
        }
    }

    /// One specification; none, and a problem, where it does not say its days, its hours or its validity.
    fn spec(&self, path: &str, value: &Value, kind: &str, reading: &mut SheetReading) -> Option<Spec> {
        let validity = Validity {
            from: self.date(value, path, "validFrom", reading)?,
            to: self.date(value, path, "validThrough", reading)?,
        };
        let needs_days = kind == REGULAR && validity.is_always();
        let days = self.days(value, path, needs_days, reading)?;
        let time = |name: &str| value.get(name).and_then(Value::as_str).map(|text| text.trim().trim_start_matches('T'));
        let (written, hours) = match (time("opens"), time("closes")) {
            // by the standard, a place is closed where it has no time of opening
            (None, None) => ("closed".to_owned(), DayHours::Closed),
            (Some(opens), Some(closes)) => {
                let is_midnight = |text: &str| read_time(text).is_some_and(|time| time.is_known() == Some(0));
                let hours = match intervals(&[(opens, closes)], FULL_DAY) {
                    DayHours::Refused(RangeRefusal::Empty(_)) if is_midnight(opens) => DayHours::Closed,
                    hours => hours,
                };
                (format!("{opens}-{closes}"), hours)
            }
            (opens, _) => {
                self.source.missing(&key(path, if opens.is_none() { "opens" } else { "closes" }), reading);
                return None;
            }
        };
        Some(Spec { path: path.to_owned(), days, hours, written, validity })
    }

    /// A date that may be left out; none where it is there and cannot be read.
    #[expect(clippy::option_option, reason = "not read, left out and read are three things")]
    fn date(&self, value: &Value, path: &str, name: &str, reading: &mut SheetReading) -> Option<Option<Day>> {
        let Some(found) = value.get(name).filter(|value| !value.is_null()) else { return Some(None) };
        let text = found.as_str().unwrap_or_default();
        if let Some((WrittenDate::Known(day), _)) = read_date_time(text) {
            return Some(Some(day));
        }
        let path = key(path, name);
        self.source.problem(
            &path,
            Code::E507,
            format!("`{path}` says {found}, which is not a date"),
            "write it as 2026-10-05",
            reading,
        );
        None
    }

    /// The days of the week of a specification; all of them, where it names none and need not.
    fn days(&self, value: &Value, path: &str, needs_days: bool, reading: &mut SheetReading) -> Option<WeekdaySet> {
        let named = listed(value, path, "dayOfWeek");
        if named.is_empty() {
            if needs_days {
                self.source.missing(&key(path, "dayOfWeek"), reading);
            }
            return (!needs_days).then_some(WeekdaySet::DAILY);
        }
        let mut days = WeekdaySet::default();
        for (path, day) in named {
            let text = day.get("@id").unwrap_or(day).as_str().unwrap_or_default();
            match text.rsplit(['/', '#', ':']).next().and_then(read_weekday) {
                Some(weekday) => days = days.union(WeekdaySet::range(weekday, weekday)),
                None => {
                    let says = format!("`{path}` says {day}, which is not a day of the week");
                    self.source.problem(&path, Code::E507, says, "add such days to library-hours.csv by hand", reading);
                }
            }
        }
        (days != WeekdaySet::default()).then_some(days)
    }

    /// A specification of some dates: each is a row, as dates stand over days of the week.
    fn push_dates(&self, spec: &Spec, reading: &mut SheetReading) {
        let (Some(first), Some(last)) = (spec.validity.from, spec.validity.to) else {
            let says = format!("`{}` does not say from when to when it is valid", spec.path);
            self.source.problem(&spec.path, Code::E507, says, "give validFrom and validThrough", reading);
            return;
        };
        let period = self.context.period.filter(|_| last.0.saturating_sub(first.0) > LONGEST);
        let (from, to) = period.map_or((first, last), |period| (first.max(period.0), last.min(period.1)));
        if to.0.saturating_sub(from.0) > LONGEST || last < first {
            let says = format!("`{}` is valid from {first} to {last}", spec.path);
            self.source.problem(
                &spec.path,
                Code::E507,
                says,
                "mend the two dates, or give the study a period",
                reading,
            );
            return;
        }
        let days: Vec<DraftDays> =
            (from.0..=to.0).map(Day).filter(|day| spec.days.contains(day.weekday())).map(DraftDays::On).collect();
        if !days.is_empty() {
            self.source.push(&spec.path, &self.base(&spec.path), &days, &spec.written, &spec.hours, reading);
        }
    }

    fn say_missing_days(&self, regular: &[Spec], reading: &mut SheetReading) {
        let said = regular.iter().fold(WeekdaySet::default(), |days, spec| days.union(spec.days));
        let missing: Vec<&str> = (0..7).filter(|day| !said.contains(*day)).map(|day| WEEKDAY_NAMES[day]).collect();
        if !regular.is_empty() && !missing.is_empty() {
            reading.remarks.push(format!(
                "{}: nothing is said about {}, and no row is made",
                self.name,
                missing.join(", ")
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context};
    use super::super::cases::hours_rows;
    use super::super::json_source::JsonSource;
    use super::{places, read};
    use crate::import::foreign::reading::SheetReading;
    use serde_json::Value;

    fn of(hours: &str) -> SheetReading {
        let text = format!("{{\"@type\": \"Library\", \"name\": \"Eastgate\",\n{hours}}}");
        let value: Value = serde_json::from_str(&text).unwrap();
        read(&JsonSource::of("a.json", &text), &places(&value), &context())
    }

    #[test]
    fn sentences_are_read_one_by_one() {
        let reading = of(r#""openingHours": ["Mo-Tu 09:00-12:00", "Mo-Tu 13:00-17:00", "Su"]"#);
        assert_eq!(
            hours_rows(&reading),
            [
                "Eastgate Mon 09:00-12:00",
                "Eastgate Tue 09:00-12:00",
                "Eastgate Mon 13:00-17:00",
                "Eastgate Tue 13:00-17:00",
                "Eastgate Sun 00:00-24:00"
            ]
        );
        assert_eq!(hours_rows(&of(r#""openingHours": "We 1:00-5:00""#)), ["Eastgate Wed 01:00-05:00"]);
        assert_eq!(codes(&of(r#""openingHours": ["Mo-Fr soon", 3]"#)), ["E505", "E505"]);
    }

    #[test]
    fn specifications_have_days_and_midnight_to_midnight_is_closed() {
        let reading = of(r#""openingHoursSpecification": [
            {"dayOfWeek": ["Monday", "https://schema.org/Tuesday"], "opens": "09:00", "closes": "17:00:00"},
            {"dayOfWeek": "Saturday", "opens": "00:00", "closes": "00:00"},
            {"dayOfWeek": {"@id": "schema:Sunday"}, "opens": "00:00", "closes": "23:59"}]"#);
        assert_eq!(
            hours_rows(&reading),
            ["Eastgate Mon 09:00-17:00", "Eastgate Tue 09:00-17:00", "Eastgate Sat closed", "Eastgate Sun 00:00-24:00"]
        );
        assert!(reading.remarks.iter().any(|remark| remark.contains("Wed, Thu, Fri")));
    }

    #[test]
    fn special_hours_are_dates_and_a_season_alone_is_a_validity() {
        let reading = of(r#""specialOpeningHoursSpecification": [
            {"validFrom": "2026-12-24", "validThrough": "2026-12-25"},
            {"validFrom": "2026-12-26T00:00", "validThrough": "2026-12-27", "dayOfWeek": "Sunday", "opens": "10:00", "closes": "14:00"}]"#);
        assert_eq!(
            hours_rows(&reading),
            ["Eastgate 2026-12-24 closed", "Eastgate 2026-12-25 closed", "Eastgate 2026-12-27 10:00-14:00"]
        );
        let summer = r#"{"dayOfWeek": "Monday", "opens": "10:00", "closes": "15:00", "validFrom": "2026-07-01", "validThrough": "2026-07-14"}"#;
        assert_eq!(
            hours_rows(&of(&format!(r#""openingHoursSpecification": {summer}"#))),
            ["Eastgate Mon 10:00-15:00 from 2026-07-01 to 2026-07-14"]
        );
        let usual = r#"{"dayOfWeek": "Monday", "opens": "09:00", "closes": "17:00"}"#;
        assert_eq!(
            hours_rows(&of(&format!(r#""openingHoursSpecification": [{usual}, {summer}]"#))),
            ["Eastgate Mon 09:00-17:00", "Eastgate 2026-07-06 10:00-15:00", "Eastgate 2026-07-13 10:00-15:00"]
        );
    }

    #[test]
    fn what_is_missing_or_wrong_is_named_by_its_path() {
        for (spec, code) in [
            (r#"{"opens": "09:00", "closes": "17:00"}"#, "E504"),
            (r#"{"dayOfWeek": "Monday", "opens": "09:00"}"#, "E504"),
            (r#"{"dayOfWeek": "PublicHolidays", "opens": "09:00", "closes": "17:00"}"#, "E507"),
            (r#"{"dayOfWeek": "Monday", "opens": "soon", "closes": "17:00"}"#, "E505"),
            (r#"{"dayOfWeek": "Monday", "opens": "9", "closes": "5", "validFrom": "July"}"#, "E507"),
            (r#"{"dayOfWeek": 3}"#, "E507"),
        ] {
            let reading = of(&format!(r#""openingHoursSpecification": [{spec}]"#));
            assert_eq!((codes(&reading), reading.drafts.len()), (vec![code], 0), "{spec}");
            let path = "`openingHoursSpecification[0]";
            assert!(reading.problems.iter().all(|problem| problem.message.contains(path)), "{spec}");
        }
        let forever =
            r#""specialOpeningHoursSpecification": {"validFrom": "2020-01-01", "validThrough": "2029-01-01"}"#;
        assert_eq!(codes(&of(forever)), ["E507"]);
    }
}
