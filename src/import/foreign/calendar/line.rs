//! Which lines does the file hold, once folded ones are joined? Each with the number of its first physical line.

use std::borrow::Cow;

/// One content line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentLine<'t> {
    /// The number of the line of the file on which it begins, from 1.
    pub number: u32,
    /// What it says, unfolded.
    pub text: Cow<'t, str>,
}

/// The content lines of a text. A line ends with LF, CRLF or CR; one that begins with a blank goes on with the line
/// before it; blank lines say nothing.
#[must_use]
pub fn content_lines(text: &str) -> Vec<ContentLine<'_>> {
    let mut lines: Vec<ContentLine<'_>> = Vec::new();
    for (number, physical) in physical_lines(text) {
        if physical.trim().is_empty() {
            continue;
        }
        match (physical.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(line)) => line.text.to_mut().push_str(rest),
            _ => lines.push(ContentLine { number, text: Cow::Borrowed(physical.trim_start()) }),
        }
    }
    lines
}

fn physical_lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let lines = text.split('\n').flat_map(|piece| piece.trim_end_matches('\r').split('\r'));
    (1..=u32::MAX).zip(lines.map(|line| line.trim_start_matches('\u{feff}')))
}

/// The name of a content line: what stands before its parameters and its value.
#[must_use]
pub fn name_of(line: &str) -> &str {
    line.split([':', ';']).next().unwrap_or("").trim()
}

/// The value of a content line: what stands after the first colon that is not in quotes.
#[must_use]
pub fn value_of(line: &str) -> Option<&str> {
    let mut is_quoted = false;
    let at = line.find(|c: char| {
        is_quoted ^= c == '"';
        c == ':' && !is_quoted
    })?;
    line.get(at + 1..).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::{content_lines, name_of, value_of};

    fn lines(text: &str) -> Vec<(u32, String)> {
        content_lines(text).into_iter().map(|line| (line.number, line.text.into_owned())).collect()
    }

    #[test]
    fn lines_are_unfolded_and_keep_their_numbers_whatever_ends_them() {
        let expected = [(1, "A:1".to_owned()), (2, "B:23".to_owned()), (5, "C:4".to_owned())];
        assert_eq!(lines("A:1\r\nB:2\r\n 3\r\n\r\nC:4\r\n"), expected);
        assert_eq!(lines("A:1\nB:2\n\t3\n\nC:4"), expected);
        assert_eq!(lines("A:1\rB:2\r 3\r\rC:4\r"), expected);
        assert_eq!(lines("\u{feff}A:1\r\r\nB:2\r\r\n 3\r\r\n\r\r\nC:4"), expected);
    }

    #[test]
    fn only_the_first_blank_of_a_folded_line_is_dropped() {
        assert_eq!(lines("A:one\n  two\n \n three"), [(1, "A:one twothree".to_owned())]);
        assert_eq!(lines("  A:1"), [(1, "A:1".to_owned())]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn a_line_is_cut_into_its_name_and_its_value() {
        assert_eq!(name_of("dtstart;TZID=Europe/Berlin:2026"), "dtstart");
        assert_eq!(name_of("SUMMARY:a;b"), "SUMMARY");
        assert_eq!(name_of("nonsense"), "nonsense");
        assert_eq!(value_of("X;CN=\"a:b\": c:d"), Some("c:d"));
        assert_eq!(value_of("RRULE:"), Some(""));
        assert_eq!(value_of("nonsense"), None);
    }
}
