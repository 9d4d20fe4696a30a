//! What does a word in place of a time mean? Closed, off, on leave, or not known; and which words are activities.

use crate::study::Activity;

/// What a cell without a time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellWord {
    /// Nothing stands there.
    Blank,
    /// Closed, or off duty.
    Closed,
    /// On leave.
    Leave,
    /// The writer did not know or does not say: never the same as closed.
    Unknown,
    /// Open, or at work, around the clock.
    AllDay,
}

const CLOSED: [&str; 18] = [
    "closed",
    "close",
    "cl",
    "x",
    "off",
    "none",
    "-",
    "–",
    "—",
    "--",
    "day off",
    "rdo",
    "nwh",
    "n/a",
    "na",
    "not working",
    "no shift",
    "geschlossen",
];
const LEAVE: [&str; 20] = [
    "vac",
    "vacation",
    "leave",
    "pto",
    "al",
    "annual leave",
    "sick",
    "sl",
    "sick leave",
    "holiday",
    "hol",
    "personal",
    "time off",
    "jury duty",
    "fmla",
    "a/l",
    "bereavement",
    "urlaub",
    "on leave",
    "ph",
];
const UNKNOWN: [&str; 18] = [
    "not-set",
    "not set",
    "see below",
    "see note",
    "see notes",
    "tbd",
    "tba",
    "tbc",
    "by appointment",
    "byapp",
    "by appt",
    "appointment only",
    "varies",
    "#n/a",
    "#ref!",
    "#value!",
    "?",
    "unknown",
];

/// What a cell says by a word, where it does.
#[must_use]
pub fn cell_word(text: &str) -> Option<CellWord> {
    let lower = text.trim().trim_end_matches(['.', '!', '*']).to_lowercase();
    let is = |words: &[&str]| words.contains(&lower.as_str());
    if lower.is_empty() {
        return Some(CellWord::Blank);
    }
    if is(&CLOSED) || is_closed_twice(&lower) {
        return Some(CellWord::Closed);
    }
    if is(&LEAVE) {
        return Some(CellWord::Leave);
    }
    if is_unknown_word(&lower) {
        return Some(CellWord::Unknown);
    }
    let is_all_day = is(&["24 hours", "24hours", "24h", "all day", "24 hrs", "open 24 hours", "24/7"]);
    is_all_day.then_some(CellWord::AllDay)
}

/// `Closed - Closed`, as forms write it.
fn is_closed_twice(lower: &str) -> bool {
    lower.split(['-', ',', '–']).all(|part| part.trim() == "closed")
}

/// Whether a word says that the times are not known.
#[must_use]
pub fn is_unknown_word(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    UNKNOWN.contains(&lower.as_str()) || lower.starts_with("call ") || lower.starts_with("by appointment")
}

/// The activity that a word of a schedule stands for, where it surely is one; a desk's name is none.
#[must_use]
pub fn activity_word(text: &str) -> Option<Activity> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    if let Some(activity) = Activity::named(&lower) {
        return Some(activity);
    }
    Some(match lower.as_str() {
        "l" | "lunch" | "dinner" | "supper" | "meal break" | "mittag" | "meals" => Activity::Meal,
        "b" | "brk" | "rest" | "rest break" | "coffee" | "tea" => Activity::Break,
        "mtg" | "meetings" | "m" | "staff meeting" => Activity::Meeting,
        "prg" | "prog" | "programs" | "programming" | "storytime" | "story time" | "programme" | "class"
        | "teen club" | "book club" => Activity::Program,
        "plan" | "prep" | "planning time" => Activity::Planning,
        "trn" | "trng" | "professional development" | "pd" => Activity::Training,
        "out" | "outreach visit" | "school visit" | "community" => Activity::Outreach,
        "drive" | "driving" => Activity::Travel,
        "vac" | "vacation" | "pto" | "sick" | "time off" | "annual leave" | "sick leave" | "al" | "sl" | "holiday"
        | "appointment" | "dentist" | "doctor" => Activity::Leave,
        "office" | "off desk" | "offdesk" | "project" | "projects" | "back office" | "admin" | "workroom" => {
            Activity::OffDesk
        }
        "work" | "regular" | "on duty" => Activity::Shift,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{CellWord, activity_word, cell_word};
    use crate::study::Activity;

    #[test]
    fn closed_is_not_unknown_and_leave_is_not_closed() {
        for text in ["Closed", "CLOSED", "Closed - Closed", "CLOSED,CLOSED", "Off", "NONE", "X", "-", "x "] {
            assert_eq!(cell_word(text), Some(CellWord::Closed), "{text}");
        }
        for text in ["not-set", "See below", "TBD", "By appointment", "#N/A"] {
            assert_eq!(cell_word(text), Some(CellWord::Unknown), "{text}");
        }
        assert_eq!(cell_word("Vacation"), Some(CellWord::Leave));
        assert_eq!(cell_word("  "), Some(CellWord::Blank));
        assert_eq!(cell_word("9-5"), None);
        assert_eq!(cell_word("Reference"), None);
    }

    #[test]
    fn words_for_activities_are_known_and_desks_are_not_activities() {
        assert_eq!(activity_word("Lunch"), Some(Activity::Meal));
        assert_eq!(activity_word("MTG"), Some(Activity::Meeting));
        assert_eq!(activity_word("Reference"), None);
        assert_eq!(activity_word("Circ"), None);
    }
}
