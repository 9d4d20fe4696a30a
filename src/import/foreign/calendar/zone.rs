//! Which time zone does a name mean? What the file itself defines comes first, then the catalogue of calcard.

use super::component::Component;
use super::property::Properties;
use calcard::common::timezone::Tz as NamedZone;
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// The zone of a name: IANA (`Europe/Berlin`), Windows (`Eastern Standard Time`) and others that programs write.
#[must_use]
pub fn zone_named(name: &str) -> Option<Tz> {
    match name.trim().parse::<NamedZone>() {
        Ok(NamedZone::Tz(zone)) => Some(zone),
        _ => None,
    }
}

/// The zones that the file defines (`VTIMEZONE`), by their names there.
#[must_use]
pub fn defined_zones(components: &[Component]) -> BTreeMap<String, Tz> {
    let definitions = components.iter().filter(|component| component.name == "VTIMEZONE");
    definitions.filter_map(Properties::of).filter_map(|properties| properties.defined_zone()).collect()
}

/// The zone of the calendar: what it says of itself (`X-WR-TIMEZONE`), or the only one it defines.
#[must_use]
pub fn own_zone(calendar: Option<&Properties>, defined: &BTreeMap<String, Tz>) -> Option<Tz> {
    let name = calendar.map(|calendar| calendar.other("X-WR-TIMEZONE"));
    let stated = name.and_then(|name| defined.get(&name).copied().or_else(|| zone_named(&name)));
    let mut zones = defined.values().copied();
    stated.or_else(|| zones.next().filter(|&first| zones.all(|zone| zone == first)))
}

#[cfg(test)]
mod tests {
    use super::{defined_zones, zone_named};
    use crate::import::foreign::calendar::component::components;
    use chrono_tz::{America::New_York, Europe::Berlin, UTC};

    #[test]
    fn zones_are_known_by_many_names() {
        assert_eq!(zone_named("Europe/Berlin"), Some(Berlin));
        assert_eq!(zone_named("Eastern Standard Time"), Some(New_York));
        assert_eq!(zone_named("(UTC-05:00) Eastern Time (US & Canada)"), Some(New_York));
        assert_eq!(zone_named("/softwarestudio.org/Olson_20011030_5/America/New_York"), Some(New_York));
        assert_eq!(zone_named("UTC"), Some(UTC));
        assert_eq!(zone_named("Middle Earth"), None);
        assert_eq!(zone_named(""), None);
    }

    #[test]
    fn a_file_may_name_its_zones_as_it_likes() {
        let text = "BEGIN:VTIMEZONE\nTZID:home\nX-LIC-LOCATION:Europe/Berlin\nBEGIN:STANDARD\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE";
        let zones = defined_zones(&components(text));
        assert_eq!(zones.get("home"), Some(&Berlin));
    }
}
