//! Which day of the week does a word name? In the languages that polls and calendars translate theirs into.

use crate::import::cell::weekday as english;

/// Names that are not English, Monday first: German, French, Spanish, Italian, Dutch, Portuguese.
const OTHERS: [[&str; 7]; 6] = [
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
];

/// The day of the week (0 is Monday) that a word names; whole names or their first letters, at least two.
#[must_use]
pub fn read_weekday(word: &str) -> Option<usize> {
    let word = word.trim().trim_end_matches(['.', ':', ',']).to_lowercase();
    if word.chars().count() < 2 || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    if let Some(day) = english(&word) {
        return Some(day);
    }
    if word == "mn" {
        return Some(0);
    }
    let is_short = word.chars().count() <= 3;
    OTHERS.iter().find_map(|names| {
        names.iter().position(|name| *name == word || is_short && word.chars().count() >= 2 && name.starts_with(&word))
    })
}

/// The days that a text names: `Mon`, `Mon-Fri`, `Tues. & Thurs.`, `Monday to Thursday`, `weekdays`, `daily`.
#[must_use]
pub fn read_weekdays(text: &str) -> Option<crate::time::WeekdaySet> {
    let cleaned = text.trim().trim_end_matches([':', ',', ';']).replace('.', " ");
    let cleaned = cleaned.split_whitespace().collect::<Vec<&str>>().join(" ");
    crate::import::cell::parse_days(&cleaned)
        .or_else(|| read_weekday(&cleaned).map(|day| crate::time::WeekdaySet::range(day, day)))
}

#[cfg(test)]
mod tests {
    use super::{read_weekday, read_weekdays};

    #[test]
    fn days_are_read_in_several_languages_and_lengths() {
        for (word, day) in
            [("Mon.", 0), ("Mn", 0), ("Tues", 1), ("Th", 3), ("Samstag", 5), ("dim", 6), ("SUNDAY", 6), ("Weds", 2)]
        {
            assert_eq!(read_weekday(word), Some(day), "{word}");
        }
        for word in ["M", "Moon", "", "12", "Desk"] {
            assert_eq!(read_weekday(word), None, "{word}");
        }
        assert_eq!(read_weekdays("Tues. & Thurs.,").map(|days| days.to_string()).as_deref(), Some("Tue/Thu"));
        assert_eq!(read_weekdays("Mon. - Thu.").map(|days| days.to_string()).as_deref(), Some("Mon-Thu"));
    }
}
