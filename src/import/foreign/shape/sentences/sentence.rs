//! When can somebody meet, as one sentence says it? A list of times; or a question, where any word is not understood.

use super::clause::{Clause, Dates, Meeting, Part, Phrase};
use super::days::{days_at, exceptions_at};
use super::phrase::{range_at, time_at, validity_at, word, written};
use super::question::{Question, TYPE_DAYS, TYPE_TIMES};
use super::token::{Token, tokens};

/// Words that change nothing.
const FILLERS: [&str; 24] = [
    ",",
    "and",
    "or",
    "on",
    "at",
    "the",
    "every",
    "each",
    "is",
    "are",
    "be",
    "available",
    "free",
    "weekly",
    "we",
    "they",
    "i",
    "can",
    "meet",
    "also",
    "plus",
    "then",
    "hours",
    "times",
];
const ONLINE: [&str; 9] = ["online", "zoom", "virtual", "virtually", "remote", "remotely", "video", "teams", "phone"];
const PERHAPS: [&str; 6] = ["maybe", "perhaps", "possibly", "tentative", "tentatively", "probably"];

/// Reads a sentence.
///
/// # Errors
/// The question that it leaves open, where any of its words is not understood.
pub fn read_sentence(text: &str) -> Result<Vec<Meeting>, Question> {
    let phrases = phrases(&tokens(text))?;
    let parts = phrases.split(|phrase| matches!(phrase, Phrase::Stop));
    let clauses: Vec<Clause> = parts.map(Clause::of).collect::<Result<_, _>>()?;
    let of_all: Vec<&Clause> = clauses.iter().filter(|clause| clause.is_common()).collect();
    let common = match of_all[..] {
        [] => Clause::default(),
        [one] => one.clone(),
        _ => return Err(Question::new(text.trim(), "has two phrases that hold for all of it", TYPE_DAYS)),
    };
    let mut meetings = Vec::new();
    for clause in clauses.iter().filter(|clause| clause.has_times()) {
        clause.meetings(&common, text, &mut meetings)?;
    }
    if meetings.is_empty() {
        return Err(Question::new(text.trim(), "does not say when", TYPE_DAYS));
    }
    Ok(meetings)
}

fn phrases(tokens: &[Token]) -> Result<Vec<Phrase>, Question> {
    let mut phrases = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (phrase, behind) = match phrase_at(tokens, at)? {
            Some((phrase, behind)) => (Some(phrase), behind),
            None if is_every_week(tokens, at) => (None, at + 2),
            None if FILLERS.contains(&word(tokens, at)) => (None, at + 1),
            None => return Err(Question::at(tokens, at)),
        };
        phrases.extend(phrase);
        at = behind;
    }
    Ok(phrases)
}

fn is_every_week(tokens: &[Token], at: usize) -> bool {
    ["every", "each"].contains(&word(tokens, at)) && word(tokens, at + 1) == "week"
}

fn phrase_at(tokens: &[Token], at: usize) -> Result<Option<(Phrase, usize)>, Question> {
    if word(tokens, at) == ";" {
        return Ok(Some((Phrase::Stop, at + 1)));
    }
    if let Some(((from, to), behind)) = validity_at(tokens, at) {
        let written = written(tokens, at, behind);
        return Ok(Some((Phrase::Valid(Dates { from, to, written }), behind)));
    }
    if let Some((dates, behind)) = exceptions_at(tokens, at) {
        return Ok(Some((Phrase::Except(dates), behind)));
    }
    if let Some(((start, end), behind)) = range_at(tokens, at) {
        return Ok(Some((Phrase::Range(start, end, written(tokens, at, behind)), behind)));
    }
    if let Some((days, behind)) = days_at(tokens, at)? {
        return Ok(Some((Phrase::Days(days, written(tokens, at, behind)), behind)));
    }
    if let Some((_, behind)) = time_at(tokens, at) {
        return Err(Question::new(&written(tokens, at, behind), "is one time: from when to when?", TYPE_TIMES));
    }
    Ok(part_at(tokens, at).or_else(|| manner_at(tokens, at)))
}

/// `mornings`, `in the afternoon`.
fn part_at(tokens: &[Token], at: usize) -> Option<(Phrase, usize)> {
    let start = match (word(tokens, at), word(tokens, at + 1)) {
        ("in", "the") => at + 2,
        ("in", _) => at + 1,
        _ => at,
    };
    let part = match word(tokens, start) {
        "morning" | "mornings" => Part::Morning,
        "afternoon" | "afternoons" => Part::Afternoon,
        "evening" | "evenings" | "night" | "nights" => Part::Evening,
        _ => return None,
    };
    Some((Phrase::Part { part, is_behind: start > at, written: written(tokens, at, start + 1) }, start + 1))
}

/// How the meeting is, and how sure.
fn manner_at(tokens: &[Token], at: usize) -> Option<(Phrase, usize)> {
    let words = [word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)];
    match words {
        ["by" | "via" | "over" | "on", way, _] if ONLINE.contains(&way) => Some((Phrase::Mode("online"), at + 2)),
        [way, "call" | "calls", _] if ONLINE.contains(&way) => Some((Phrase::Mode("online"), at + 2)),
        [way, ..] if ONLINE.contains(&way) => Some((Phrase::Mode("online"), at + 1)),
        ["at" | "in", "the", "library"] => Some((Phrase::Mode("host"), at + 3)),
        ["if", "need", "be"] => Some((Phrase::Tentative, at + 3)),
        ["if", "needed" | "necessary", _] => Some((Phrase::Tentative, at + 2)),
        [perhaps, ..] if PERHAPS.contains(&perhaps) => Some((Phrase::Tentative, at + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::clause::Meeting;
    use super::super::days::Days;
    use super::read_sentence;
    use crate::import::foreign::reading::shown;

    fn line(meeting: &Meeting) -> String {
        let days = match &meeting.days {
            Days::Weekly(days) => days.to_string(),
            Days::Nth(nth, days) => format!("{nth:?} {days}"),
            Days::EveryOther(days) => format!("every other {days}"),
            Days::On(..) => "date".to_owned(),
        };
        let from = if meeting.dates.from.is_some() { " from" } else { "" };
        let to = if meeting.dates.to.is_some() { " to" } else { "" };
        let perhaps = if meeting.is_tentative { " tentative" } else { "" };
        let mode = if meeting.mode.is_empty() { String::new() } else { format!(" {}", meeting.mode) };
        let except = if meeting.except.is_empty() { String::new() } else { format!(" but {}", meeting.except.len()) };
        format!("{days} {}{from}{to}{except}{perhaps}{mode}", shown(meeting.range.start, meeting.range.end))
    }

    fn check(text: &str, expected: &[&str]) {
        let said: Vec<String> = match read_sentence(text) {
            Ok(meetings) => meetings.iter().map(line).collect(),
            Err(question) => vec![format!("? {}", question.says)],
        };
        assert_eq!(said, expected, "{text}");
    }

    fn check_question(text: &str, words: &str) {
        let said = read_sentence(text).map(|meetings| meetings.iter().map(line).collect::<Vec<String>>());
        let says = said.map_err(|question| question.says);
        assert!(says.as_ref().is_err_and(|says| says.starts_with(&format!("`{words}`"))), "{text}: {says:?}");
    }

    #[test]
    fn days_and_times_are_understood() {
        check("Tuesdays after 12:30 until 3", &["Tue 12:30-15:00"]);
        check("Mon-Thu 3-5 pm", &["Mon-Thu 15:00-17:00"]);
        check("weekdays 9 to 11 am and 1-3pm", &["Mon-Fri 09:00-11:00", "Mon-Fri 13:00-15:00"]);
        check("Mon and Wed 4-6; Fri 12-1", &["Mon/Wed 16:00-18:00", "Fri 12:00-13:00"]);
        check("Mondays 7:30-9:30 am, Thursdays 8:30-11", &["Mon 07:30-09:30", "Thu 08:30-11:00"]);
        check("9-11 on Mon and Wed", &["Mon/Wed 09:00-11:00"]);
        check("We are free every day from 10am to noon.", &["Mon-Sun 10:00-12:00"]);
        check("Mon 9-11\nTue 1-3", &["Mon 09:00-11:00", "Tue 13:00-15:00"]);
        check("every week on Monday 9-11", &["Mon 09:00-11:00"]);
        check("Tues./Thurs. 9:30am to 1 p.m.", &["Tue/Thu 09:30-13:00"]);
    }

    #[test]
    fn days_of_a_month_and_every_other_week_are_understood() {
        check("1st & 3rd Fri 9-11", &["[1, 3] Fri 09:00-11:00"]);
        check("second Tuesday of the month, 10am-noon", &["[2] Tue 10:00-12:00"]);
        check("every other Wed 2-4 starting 9/16", &["every other Wed 14:00-16:00 from"]);
        check("every other Wed starting 9/16, noon-2", &["every other Wed 12:00-14:00 from"]);
        check("1st Mon and 3rd Wed 9-11", &["[1] Mon 09:00-11:00", "[3] Wed 09:00-11:00"]);
        check("Wed Sept 16 2-4", &["date 14:00-16:00"]);
    }

    #[test]
    fn dates_bound_the_clause_or_the_sentence() {
        check("Mon 3-5 from Sept 14 to Dec 18", &["Mon 15:00-17:00 from to"]);
        check("Mon 3-5 starting Sept 14 until Dec 18", &["Mon 15:00-17:00 from to"]);
        check("Mon 3-5; Tue 4-6; until Dec 18", &["Mon 15:00-17:00 to", "Tue 16:00-18:00 to"]);
        check("Mon 3-5 until Oct 2; Tue 4-6", &["Mon 15:00-17:00 to", "Tue 16:00-18:00"]);
        check_question("Mon 3-5 until Oct 2, Tue 4-6 until Nov 3", "until Nov 3");
        check_question("Mon 3-5 until Oct 2; starting Sept 14", "Mon 3-5 until Oct 2; starting Sept 14");
    }

    #[test]
    fn single_dates_may_be_taken_out() {
        check("Wed 7:30-9 pm, not on Nov 25", &["Wed 19:30-21:00 but 1"]);
        check("Wed 7-9 pm except Nov 25 and Dec 23", &["Wed 19:00-21:00 but 2"]);
        check("Wed 7-9 pm but not on Wed Nov 25; Thu 3-4", &["Wed 19:00-21:00 but 1", "Thu 15:00-16:00"]);
    }

    #[test]
    fn parts_of_the_day_settle_morning_and_evening() {
        check("Wednesday mornings from 9 to 11", &["Wed 09:00-11:00"]);
        check("Friday evenings 7-9", &["Fri 19:00-21:00"]);
        check("Mon mornings 9-11, afternoons 1-3", &["Mon 09:00-11:00", "Mon 13:00-15:00"]);
        check("Thu 3-5 in the afternoon", &["Thu 15:00-17:00"]);
        check_question("Wed mornings 2-4 pm", "2 - 4 pm");
    }

    #[test]
    fn manner_and_doubt_are_kept() {
        check("Tue 2-4 online", &["Tue 14:00-16:00 online"]);
        check("Tue 2-4 by phone", &["Tue 14:00-16:00 online"]);
        check("Sat 11-1 at the library", &["Sat 11:00-13:00 host"]);
        check("Tue 2-4 (maybe)", &["Tue 14:00-16:00 tentative"]);
        check("Tue 2-4 if need be", &["Tue 14:00-16:00 tentative"]);
    }

    #[test]
    fn open_ends_are_asked_about() {
        check_question("Tuesdays after 12:30 until school gets out", "after 12:30 until school gets out");
        check_question("Tuesdays after 12:30", "after 12:30");
        check_question("weekday mornings", "weekday mornings");
        check_question("Mon in the afternoon", "Mon in the afternoon");
        check_question("Mondays", "Mondays");
        check_question("9-11", "9 - 11");
        check_question("Mon 3", "3");
        check_question("every other Sat 11-1", "every other Sat");
    }

    #[test]
    fn words_that_are_not_understood_refuse_the_whole() {
        check_question("usually Mon 9-11", "usually Mon 9 - 11");
        check_question("a few Friday mornings", "a few Friday mornings");
        check_question("Mon 9-11 except holidays", "except holidays");
        check_question("Mon 9-11 except Nov 23 to Nov 27", "except Nov 23 to Nov 27");
        check_question("Mon 9-11 not in October", "not in October");
        check_question("Mon 9-11 and Wed", "Wed");
        check_question("call first", "call first");
        check_question("Mon 9-11, ask for Ben", "ask for Ben");
        check_question("1st & 3rd Mon and Wed 9-11", "1st & 3rd Mon and Wed");
        check_question("Mon 9-5-7", "- 7");
        check_question("", "");
    }
}
