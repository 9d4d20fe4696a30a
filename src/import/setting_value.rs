//! What does a value of the settings file say? Nothing where it is not of the kind that a setting takes.

use crate::study::{Assume, Paper};
use crate::time::Day;
use toml::Value;

pub(super) fn text_into(value: &Value, into: &mut String) -> Option<()> {
    value.as_str().map(|text| text.clone_into(into))
}

/// The name of a zone that the zone database has, or nothing.
pub(super) fn zone(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    (text.is_empty() || text.parse::<chrono_tz::Tz>().is_ok()).then(|| text.to_owned())
}

pub(super) fn number(value: &Value, least: u16, most: u16) -> Option<u16> {
    value.as_integer().and_then(|number| u16::try_from(number).ok()).filter(|number| (least..=most).contains(number))
}

/// Up to ten hours, in whole minutes.
pub(super) fn hours_as_minutes(value: &Value) -> Option<u16> {
    let hours = value.as_float().or_else(|| value.as_integer().and_then(|n| i32::try_from(n).ok()).map(f64::from))?;
    let is_possible = (0.0..=10.0).contains(&hours);
    is_possible.then(|| format!("{:.0}", hours * 60.0).parse().ok()).flatten()
}

/// An amount of money, in hundredths.
pub(super) fn money(value: &Value) -> Option<u32> {
    let amount = value.as_float().or_else(|| value.as_integer().and_then(|n| i32::try_from(n).ok()).map(f64::from))?;
    let is_possible = (0.0..=10_000.0).contains(&amount);
    is_possible.then(|| format!("{:.0}", amount * 100.0).parse().ok()).flatten()
}

/// A TOML date, or text that holds an ISO date, of a year that can be meant.
pub(super) fn date(value: &Value) -> Option<Day> {
    let date = match value {
        Value::Datetime(datetime) => {
            let date = datetime.date?;
            Day::from_ymd(i32::from(date.year), u32::from(date.month), u32::from(date.day))
        }
        Value::String(text) => super::cell::parse_date(text).ok(),
        _ => None,
    };
    date.filter(|day| day.is_near())
}

pub(super) fn paper(value: &Value) -> Option<Paper> {
    Paper::ALL.into_iter().find(|paper| Some(paper.name()) == value.as_str())
}

pub(super) fn assume(value: &Value) -> Option<Assume> {
    Assume::ALL.into_iter().find(|choice| Some(choice.name()) == value.as_str())
}
