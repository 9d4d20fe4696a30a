//! What did a person decide about a source? The flags of an import, kept by name so that next month's export is read
//! the same way.

use super::cell::{ClockHint, DateOrder, read_range, read_weekday, read_weekdays};
use super::draft::{DraftDays, Target};
use super::reading::ImportContext;
use super::shape::Shape;
use crate::import::cell::parse_date;
use crate::time::{Day, WeekdaySet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Decisions about a source, as they are typed. What is blank is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// The source file's name when it was last imported.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// What it is: schedule, hours, windows, staff or traffic.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// In which shape.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<String>,
    /// Which sheet of a workbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The order of day and month: dmy or mdy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_order: Option<String>,
    /// The time zone of the library.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The day of the week that has the number 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week_start: Option<String>,
    /// Whose source it is, where it does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The hours between which a busy calendar leaves free time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_hours: Option<String>,
    /// The country of public holidays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The length of breaks that have a start only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub break_minutes: Option<u16>,
    /// The day of a grid that names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// The first date that is wanted, of sources without an end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The last date that is wanted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What columns mean: header = column of the study.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub map: BTreeMap<String, String>,
    /// Cells that every row gets where it has none: column = text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fill: BTreeMap<String, String>,
}

/// A decision that cannot be followed, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadOption(pub String);

impl Options {
    /// These decisions, and for all that is left open those of another.
    #[must_use]
    pub fn over(self, other: Options) -> Options {
        Options {
            file: self.file,
            target: self.target.or(other.target),
            shape: self.shape.or(other.shape),
            sheet: self.sheet.or(other.sheet),
            date_order: self.date_order.or(other.date_order),
            zone: self.zone.or(other.zone),
            week_start: self.week_start.or(other.week_start),
            name: self.name.or(other.name),
            working_hours: self.working_hours.or(other.working_hours),
            country: self.country.or(other.country),
            break_minutes: self.break_minutes.or(other.break_minutes),
            day: self.day.or(other.day),
            from: self.from.or(other.from),
            to: self.to.or(other.to),
            map: if self.map.is_empty() { other.map } else { self.map },
            fill: if self.fill.is_empty() { other.fill } else { self.fill },
        }
    }

    /// The target that was asked for.
    ///
    /// # Errors
    /// When there is no such target.
    pub fn target(&self) -> Result<Option<Target>, BadOption> {
        self.target
            .as_deref()
            .map(|name| one_of("--as", name, Target::named(name), Target::ALL.map(Target::name).as_slice()))
            .transpose()
    }

    /// The shape that was asked for.
    ///
    /// # Errors
    /// When there is no such shape.
    pub fn shape(&self) -> Result<Option<Shape>, BadOption> {
        let names: Vec<&str> = Shape::ALL.iter().map(|shape| shape.name()).collect();
        self.shape.as_deref().map(|name| one_of("--shape", name, Shape::named(name), &names)).transpose()
    }

    /// What readers are given.
    ///
    /// # Errors
    /// When a decision cannot be followed.
    pub fn context(
        &self,
        today: Day,
        period: Option<(Day, Day)>,
        zone: Option<&str>,
    ) -> Result<ImportContext, BadOption> {
        let asked = match (&self.from, &self.to) {
            (None, None) => None,
            (Some(from), Some(to)) => Some((one_date("--from", from)?, one_date("--to", to)?)),
            _ => return Err(BadOption("--from and --to: give both".to_owned())),
        };
        let period = asked.or(period);
        let zone = self.zone.as_deref().or(zone.filter(|zone| !zone.is_empty()));
        Ok(ImportContext {
            period,
            today,
            zone: zone
                .map(|name| {
                    name.parse().map_err(|_| {
                        BadOption(format!("--zone: there is no time zone `{name}`; write it as America/New_York"))
                    })
                })
                .transpose()?,
            date_order: self
                .date_order
                .as_deref()
                .map(|name| one_of("--date-order", name, DateOrder::named(name), &["dmy", "mdy"]))
                .transpose()?,
            week_start: self
                .week_start
                .as_deref()
                .map(|name| {
                    read_weekday(name)
                        .ok_or_else(|| BadOption(format!("--week-start: `{name}` is not a day of the week")))
                })
                .transpose()?,
            name: self.name.clone(),
            working_hours: self.working_hours.as_deref().map(working_hours).transpose()?.unwrap_or_default(),
            country: self.country.clone(),
            break_minutes: self.break_minutes,
            day: self.day.as_deref().map(one_day).transpose()?,
            target: self.target()?.unwrap_or(Target::Schedule),
        })
    }
}

fn one_of<T>(flag: &str, name: &str, found: Option<T>, names: &[&str]) -> Result<T, BadOption> {
    found.ok_or_else(|| BadOption(format!("{flag}: `{name}` is none of {}", names.join(", "))))
}

fn one_date(flag: &str, text: &str) -> Result<Day, BadOption> {
    parse_date(text).map_err(|_| BadOption(format!("{flag}: `{text}` is not a date such as 2026-10-01")))
}

fn one_day(text: &str) -> Result<DraftDays, BadOption> {
    if let Ok(day) = parse_date(text) {
        return Ok(DraftDays::On(day));
    }
    let days = read_weekdays(text).map(DraftDays::Weekly);
    days.ok_or_else(|| BadOption(format!("--day: `{text}` is neither a date such as 2026-10-05 nor a day of the week")))
}

/// `Mon-Fri 9:00-17:00; Sat 10-2`.
fn working_hours(text: &str) -> Result<Vec<(WeekdaySet, u16, u16)>, BadOption> {
    let bad = || BadOption(format!("--working-hours: `{text}` is not days and times such as `Mon-Fri 9:00-17:00`"));
    let one = |part: &str| {
        let at = part.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
        let range = read_range(&part[at..], ClockHint::default()).ok()?;
        Some((read_weekdays(&part[..at])?, range.start, range.end))
    };
    text.split(';').map(|part| one(part.trim()).ok_or_else(bad)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Options, working_hours};

    #[test]
    fn working_hours_are_days_and_times() {
        let said = working_hours("Mon-Fri 9:00-17:00; Sat 10-2").map(|hours| {
            hours.iter().map(|(days, start, end)| format!("{days} {start}-{end}")).collect::<Vec<String>>()
        });
        assert_eq!(said, Ok(vec!["Mon-Fri 540-1020".to_owned(), "Sat 600-840".to_owned()]));
        assert!(working_hours("always").is_err());
    }

    #[test]
    fn what_is_typed_now_stands_over_what_was_decided_before() {
        let before =
            Options { date_order: Some("dmy".to_owned()), name: Some("School".to_owned()), ..Options::default() };
        let now = Options { date_order: Some("mdy".to_owned()), ..Options::default() }.over(before);
        assert_eq!((now.date_order.as_deref(), now.name.as_deref()), (Some("mdy"), Some("School")));
    }
}
