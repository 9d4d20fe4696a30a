//! Where in a sentence are days named? The text is cut into days and what stands between them.

use crate::import::foreign::cell::{read_month, read_time, read_weekday, read_weekdays};
use crate::time::WeekdaySet;

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run<'t> {
    /// Days, and how they are written.
    Days(WeekdaySet, &'t str),
    /// Anything else, as it is written.
    Rest(&'t str),
}

/// A word and the place where it begins.
#[derive(Clone, Copy, Debug)]
struct Word<'t> {
    at: usize,
    text: &'t str,
}

impl Word<'_> {
    const fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// How two days are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    /// From one to the other.
    Range,
    /// One and the other.
    And,
}

const RANGE_WORDS: [&str; 6] = ["to", "through", "thru", "till", "until", "bis"];
const AND_WORDS: [&str; 2] = ["and", "und"];

/// Cuts a text into days and what stands between them. Blank pieces are left out.
#[must_use]
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let words = words(text);
    let (mut runs, mut done, mut at) = (Vec::new(), 0, 0);
    while at < words.len() {
        let Some((days, n_words)) = days_at(text, &words, at) else {
            at += 1;
            continue;
        };
        let (start, end) = (words[at].at, words[at + n_words - 1].end());
        push_rest(&text[done..start], &mut runs);
        runs.push(Run::Days(days, &text[start..end]));
        done = end;
        at += n_words;
    }
    push_rest(&text[done..], &mut runs);
    runs
}

fn push_rest<'t>(text: &'t str, runs: &mut Vec<Run<'t>>) {
    if text.chars().any(|c| c.is_alphanumeric() || matches!(c, '-' | '–' | '—')) {
        runs.push(Run::Rest(text.trim()));
    }
}

/// Letters and digits; a colon or a stop between digits belongs to a time, a stop between single letters to `p.m`.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut start = None;
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for (n, (at, c)) in chars.iter().copied().enumerate() {
        if c.is_alphanumeric() || is_inside(&chars, n) {
            start = start.or(Some(at));
        } else if let Some(from) = start.take() {
            words.push(Word { at: from, text: &text[from..at] });
        }
    }
    words.extend(start.map(|from| Word { at: from, text: &text[from..] }));
    words
}

fn is_inside(chars: &[(usize, char)], n: usize) -> bool {
    let char_at = |at: Option<usize>| at.and_then(|at| chars.get(at)).map_or(' ', |(_, c)| *c);
    let (before, after) = (char_at(n.checked_sub(1)), char_at(Some(n + 1)));
    match chars.get(n) {
        Some((_, ':' | '.')) if before.is_ascii_digit() && after.is_ascii_digit() => true,
        Some((_, '.')) => {
            let is_single = !char_at(n.checked_sub(2)).is_alphabetic() && !char_at(Some(n + 2)).is_alphabetic();
            before.is_alphabetic() && after.is_alphabetic() && is_single
        }
        _ => false,
    }
}

/// The days that are named from a word on, and in how many words.
fn days_at(text: &str, words: &[Word<'_>], first: usize) -> Option<(WeekdaySet, usize)> {
    if let Some(n_words) = every_day(words, first) {
        return Some((WeekdaySet::DAILY, n_words));
    }
    if let Some(set) = set_of_days(words.get(first)?.text) {
        return Some((set, 1));
    }
    let mut items = vec![day_name(words, first)?.to_owned()];
    let mut last = first;
    while let Some((join, next)) = next_day(text, words, last) {
        let name = day_name(words, next)?;
        if join == Join::Range
            && let Some(item) = items.last_mut()
        {
            item.push('-');
            item.push_str(name);
        } else {
            items.push(name.to_owned());
        }
        last = next;
    }
    // `Mon-Wed-Fri` may be three days or five: it is none
    let sets = items.iter().map(|item| read_weekdays(item)).collect::<Option<Vec<WeekdaySet>>>()?;
    Some((sets.into_iter().fold(WeekdaySet::default(), WeekdaySet::union), last + 1 - first))
}

/// `every day`, `7 days a week`.
fn every_day(words: &[Word<'_>], first: usize) -> Option<usize> {
    let phrases: [&[&str]; 3] = [&["every", "day"], &["7", "days", "a", "week"], &["seven", "days", "a", "week"]];
    let is_at = |phrase: &&&[&str]| {
        phrase
            .iter()
            .enumerate()
            .all(|(n, known)| words.get(first + n).is_some_and(|word| word.text.eq_ignore_ascii_case(known)))
    };
    phrases.iter().find(is_at).map(|phrase| phrase.len())
}

/// `daily`, `weekdays`.
fn set_of_days(word: &str) -> Option<WeekdaySet> {
    let is_known = ["daily", "everyday", "weekdays", "weekends", "weekend"].contains(&word.to_lowercase().as_str());
    is_known.then(|| read_weekdays(word)).flatten()
}

/// The name of the day that a word is; a word that may be a month is none, and of single letters only M, W and F are.
fn day_name<'t>(words: &[Word<'t>], at: usize) -> Option<&'t str> {
    let word = words.get(at)?.text;
    let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.text);
    // the M of `10 A. M.`
    let is_half = ["a", "p"].contains(&before.to_lowercase().as_str());
    let after = words.get(at + 1).map_or("", |word| word.text).to_lowercase();
    match word {
        // `We are open` is no Wednesday
        "We" | "we" if ["are", "re", "will", "have", "open", "close"].contains(&after.as_str()) => None,
        "M" if !is_half => Some("Mon"),
        "W" => Some("Wed"),
        "F" => Some("Fri"),
        _ if read_month(word).is_some() || read_time(word).is_some() => None,
        _ => read_weekday(word).map(|_| word),
    }
}

/// The day that is joined to the one before it.
fn next_day(text: &str, words: &[Word<'_>], last: usize) -> Option<(Join, usize)> {
    let gap = |at: usize| {
        let (before, after) = (words.get(at)?, words.get(at + 1)?);
        text.get(before.end()..after.at)
    };
    let between = words.get(last + 1)?.text.to_lowercase();
    let join_of = |known: &[&str]| known.contains(&between.as_str());
    let is_blank = |gap: &str| gap.chars().all(|c| c.is_whitespace() || matches!(c, '.' | ','));
    if day_name(words, last + 1).is_some() {
        return Some((join_in(gap(last)?)?, last + 1));
    }
    let is_word = day_name(words, last + 2).is_some() && is_blank(gap(last)?) && is_blank(gap(last + 1)?);
    match (is_word, join_of(&RANGE_WORDS), join_of(&AND_WORDS)) {
        (true, true, _) => Some((Join::Range, last + 2)),
        (true, _, true) => Some((Join::And, last + 2)),
        _ => None,
    }
}

/// What the signs between two days join.
fn join_in(gap: &str) -> Option<Join> {
    let signs: String = gap.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    match signs.as_str() {
        "-" | "–" | "—" | "−" | "~" | "‐" => Some(Join::Range),
        "" | "," | "&" | ",&" | "/" | "+" => Some(Join::And),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, runs};

    fn check(text: &str, expected: &str) {
        let said = runs(text).into_iter().map(|run| match run {
            Run::Days(days, written) => format!("[{days}: {written}]"),
            Run::Rest(rest) => rest.to_owned(),
        });
        assert_eq!(said.collect::<Vec<String>>().join(" "), expected, "{text:?}");
    }

    #[test]
    fn days_are_found_however_they_are_joined() {
        check("Mon. & Wed., Noon-8", "[Mon/Wed: Mon. & Wed] ., Noon-8");
        check("Mon-Thu 9-9, Fri & Sat 9-5", "[Mon-Thu: Mon-Thu] 9-9, [Fri/Sat: Fri & Sat] 9-5");
        check("Monday to Friday: 9am-5pm", "[Mon-Fri: Monday to Friday] : 9am-5pm");
        check("Mo,We-Fr 09:00-17:00", "[Mon/Wed/Thu/Fri: Mo,We-Fr] 09:00-17:00");
        check("9-5 Mon, Tue and Thurs", "9-5 [Mon/Tue/Thu: Mon, Tue and Thurs]");
        check("Open daily 9-5", "Open [Mon-Sun: daily] 9-5");
        check("7 days a week 9-5", "[Mon-Sun: 7 days a week] 9-5");
        check("M-F 8-5", "[Mon-Fri: M-F] 8-5");
    }

    #[test]
    fn what_may_be_no_day_is_none() {
        check("Mar-Oct 9-5", "Mar-Oct 9-5");
        check("T-Th 9-5", "T- [Thu: Th] 9-5");
        check("10 A. M. to 5 P. M.", "10 A. M. to 5 P. M.");
        check("10 a.m.-5 p.m.", "10 a.m.-5 p.m.");
        check("S-S 9-5", "S-S 9-5");
        check("We are open Mon-Fri 9-5", "We are open [Mon-Fri: Mon-Fri] 9-5");
        check("Mon-Wed-Fri 9-5", "Mon- [Wed-Fri: Wed-Fri] 9-5");
    }
}
