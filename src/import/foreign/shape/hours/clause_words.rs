//! What do the words around hours say? They join clauses, bind them to a season, or change nothing.

use crate::import::foreign::cell::read_month;

/// Words before days that change nothing.
const FILLERS: [&str; 20] = [
    "open",
    "hours",
    "hour",
    "hrs",
    "library",
    "the",
    "of",
    "operation",
    "opening",
    "regular",
    "normal",
    "building",
    "public",
    "our",
    "times",
    "is",
    "are",
    "we",
    "branch",
    "on",
];
/// Words that bind hours to a part of the year.
const SEASONS: [&str; 20] = [
    "winter",
    "summer",
    "spring",
    "fall",
    "autumn",
    "term",
    "semester",
    "holiday",
    "holidays",
    "school",
    "vacation",
    "recess",
    "break",
    "christmas",
    "easter",
    "memorial",
    "labor",
    "labour",
    "seasonal",
    "effective",
];

/// A text without the signs and small words that join it to the days beside it.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['.', ',', ':', ')', '&', ' ']);
    let text = text.strip_prefix("- ").or_else(|| text.strip_prefix("– ")).unwrap_or(text);
    let text = text.trim_end_matches([',', '&', '/', ';', '(', ' ']);
    let text = text.strip_suffix(" and").or_else(|| text.strip_suffix(" on")).unwrap_or(text);
    let text = text.trim_end_matches([',', '&', '/', ';', ' ']);
    text.strip_prefix("and ").unwrap_or(text).trim()
}

fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether a text holds only words that change nothing.
#[must_use]
pub fn is_filler(text: &str) -> bool {
    plain_words(text).iter().all(|word| FILLERS.contains(&word.as_str()))
}

/// Whether a text names a part of the year.
#[must_use]
pub fn is_season(text: &str) -> bool {
    plain_words(text).iter().any(|word| SEASONS.contains(&word.as_str()) || read_month(word).is_some())
}

/// `winter closes at 3` says something by itself, `Sept-May` about what stands before it.
#[must_use]
pub fn is_verb(text: &str) -> bool {
    plain_words(text).iter().any(|word| word.starts_with("clos") || word.starts_with("open"))
}

/// Whether a line binds the lines below it: `Summer:`, `June 1 - August 31`.
#[must_use]
pub fn is_heading(text: &str) -> bool {
    text.ends_with(':') || is_season(text) && !is_verb(text) && plain_words(text).len() <= 5
}

/// What is left of a clause looks like one of its ranges: `1-15`, `closed 12-1`; but not `1st and 3rd`.
#[must_use]
pub fn is_more_times(text: &str) -> bool {
    let words = plain_words(text);
    match words.as_slice() {
        [first, ..] if first == "closed" => words.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit())),
        [first, ..] => {
            let letters = first.trim_start_matches(|c: char| c.is_ascii_digit());
            letters.len() < first.len() && !["st", "nd", "rd", "th"].contains(&letters)
        }
        [] => false,
    }
}

/// Whether the last thing that a text says is a number.
#[must_use]
pub fn ends_in_digit(text: &str) -> bool {
    text.trim_end_matches(['.', ')']).ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{ends_in_digit, is_filler, is_heading, is_more_times, is_season, trimmed};

    #[test]
    fn small_words_are_taken_off() {
        assert_eq!(trimmed(". & 9-5, and"), "9-5");
        assert_eq!(trimmed("- Closed"), "Closed");
        assert_eq!(trimmed("-"), "-");
        assert_eq!(trimmed("Closed on"), "Closed");
        assert!(is_filler("Library hours:") && is_filler("(") && !is_filler("Summer hours"));
    }

    #[test]
    fn seasons_headings_and_further_times_are_told_apart() {
        assert!(is_season("Sept-May") && !is_season("Mon"));
        assert!(is_heading("June 1 - August 31") && is_heading("Computer lab:"));
        assert!(!is_heading("winter closes at 3 p.m.") && !is_heading("ask at the desk"));
        assert!(is_more_times("1-15") && is_more_times("closed 12-1") && is_more_times("30pm"));
        assert!(!is_more_times("1st and 3rd") && !is_more_times("closed") && !is_more_times(""));
        assert!(ends_in_digit("9-5") && !ends_in_digit("9-5 except"));
    }
}
