//! Which words does a sentence consist of? Numbers with what hangs on them, words, and signs; each with what was typed.

use crate::import::foreign::cell::{read_month, read_weekday};

/// A word, a number or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// In small letters, signs made alike: `-` for every dash, `,` for what parts words, `;` for what ends a sentence,
    /// `and` for `&`.
    pub plain: String,
    /// As it was typed.
    pub written: String,
}

/// The words of a text.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().map(alike).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let end = if c.is_ascii_digit() {
            number_end(&chars, at)
        } else if c.is_alphabetic() {
            word_end(&chars, at)
        } else {
            at + 1
        };
        let written: String = chars.iter().take(end).skip(at).collect();
        at = end + usize::from(is_abbreviated(&chars, end, &written));
        if let Some(plain) = plain_of(&written) {
            tokens.push(Token { plain, written });
        }
    }
    tokens
}

fn alike(c: char) -> char {
    match c {
        '–' | '—' | '−' | '‐' | '‑' | '~' => '-',
        '’' | '‘' => '\'',
        '\u{a0}' | '\t' => ' ',
        other => other,
    }
}

/// How a token is compared; none for blanks.
fn plain_of(written: &str) -> Option<String> {
    let plain = match written {
        "&" | "+" | "/" => "and",
        "(" | ")" | ":" | "\"" => ",",
        "." | "\n" | "\r" | "|" | "•" => ";",
        blank if blank.trim().is_empty() => return None,
        other => return Some(other.to_lowercase()),
    };
    Some(plain.to_owned())
}

/// `9`, `12:30`, `9/16`, `3pm`, `1st`, `21h30`, `2026-09-14`, `3p.m.`
fn number_end(chars: &[char], at: usize) -> usize {
    if is_iso_date(chars, at) {
        return at + 10;
    }
    let is_digit = |at: usize| chars.get(at).is_some_and(char::is_ascii_digit);
    let mut end = at;
    while let Some(&c) = chars.get(end) {
        let joins = matches!(c, ':' | '.' | '/') && is_digit(end + 1);
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end += 1;
    }
    with_points(chars, end)
}

/// The end of `a.m.` whose first letter ends just before.
fn with_points(chars: &[char], end: usize) -> usize {
    let is_at = |at: usize, wanted: char| chars.get(at).is_some_and(|c| c.eq_ignore_ascii_case(&wanted));
    let is_half = end.checked_sub(1).is_some_and(|last| is_at(last, 'a') || is_at(last, 'p'));
    let is_one = is_half && is_at(end, '.') && is_at(end + 1, 'm');
    match (is_one, is_at(end + 2, '.')) {
        (false, _) => end,
        (true, false) => end + 2,
        (true, true) => end + 3,
    }
}

fn is_iso_date(chars: &[char], at: usize) -> bool {
    let is_part = |(place, c): (usize, &char)| if matches!(place, 4 | 7) { *c == '-' } else { c.is_ascii_digit() };
    chars.get(at..at + 10).is_some_and(|part| part.iter().enumerate().all(is_part))
}

fn word_end(chars: &[char], at: usize) -> usize {
    let is_letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphabetic());
    let mut end = at;
    while is_letter(end) || chars.get(end) == Some(&'\'') && is_letter(end + 1) {
        end += 1;
    }
    if end == at + 1 { with_points(chars, end) } else { end }
}

/// Whether the point at a place belongs to the short word before it: `Mon.`, `Sept.`
fn is_abbreviated(chars: &[char], at: usize, word: &str) -> bool {
    let is_short = word.chars().count() <= 5 && (read_weekday(word).is_some() || read_month(word).is_some());
    chars.get(at) == Some(&'.') && is_short
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn check(text: &str, expected: &str) {
        let said: Vec<String> = tokens(text).into_iter().map(|token| token.plain).collect();
        assert_eq!(said.join(" "), expected, "{text}");
    }

    #[test]
    fn words_numbers_and_signs_are_parted() {
        check("Mon-Thu 3-5 pm", "mon - thu 3 - 5 pm");
        check("1st & 3rd Fri. 9–11", "1st and 3rd fri 9 - 11");
        check("Tues./Thurs. 9:30am to 1 p.m.", "tues and thurs 9:30am to 1 p.m.");
        check("every other Wed starting 9/16, noon-2", "every other wed starting 9/16 , noon - 2");
        check("from 2026-09-14 to Dec 18.", "from 2026-09-14 to dec 18 ;");
        check("3p.m.", "3p.m.");
        check("They can't (yet); maybe", "they can't , yet , ; maybe");
    }
}
