//! Reads `stories.md`: a story under each `##` heading, and what the comments in it name.

use crate::study::Story;

/// What a comment of a story can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// `partner: …`, a stakeholder.
    Partner,
    /// `figure: …`, a figure of the report.
    Figure,
}

/// A partner or a figure that a story names, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The story's place among the stories.
    pub story: usize,
    /// What is named.
    pub named: Named,
    /// The name.
    pub text: String,
    /// The line on which it stands.
    pub line: u32,
}

/// A story while it is read.
#[derive(Default)]
struct Draft {
    heading: String,
    paragraphs: Vec<String>,
    is_open: bool,
    mentions: Vec<(Named, String, u32)>,
}

impl Draft {
    /// A line of text; a blank one ends a paragraph.
    fn add(&mut self, line: &str) {
        let words = line.split_whitespace().collect::<Vec<&str>>().join(" ");
        match self.paragraphs.last_mut().filter(|_| self.is_open) {
            Some(paragraph) if !words.is_empty() => *paragraph = format!("{paragraph} {words}"),
            None if !words.is_empty() => self.paragraphs.push(words.clone()),
            _ => {}
        }
        self.is_open = !words.is_empty();
    }
}

/// The stories of a text, and what their comments name; what stands before the first `##` heading belongs to none.
#[must_use]
pub fn read_stories(text: &str) -> (Vec<Story>, Vec<Mention>) {
    let mut drafts = vec![Draft::default()];
    // a comment that is not closed yet: its first line, and what it says so far
    let mut comment: Option<(u32, String)> = None;
    for (line, number) in text.trim_start_matches('\u{feff}').lines().zip(1_u32..) {
        let mut kept = String::new();
        let mut rest = line;
        while !rest.is_empty() {
            let Some((first, said)) = &mut comment else {
                let start = rest.find("<!--");
                kept.push_str(&rest[..start.unwrap_or(rest.len())]);
                comment = start.map(|_| (number, String::new()));
                rest = start.map_or("", |start| &rest[start + 4..]);
                continue;
            };
            let end = rest.find("-->");
            said.push_str(&rest[..end.unwrap_or(rest.len())]);
            if end.is_some() {
                let found = mentions(said, *first);
                drafts.last_mut().into_iter().for_each(|draft| draft.mentions.extend_from_slice(&found));
                comment = None;
            }
            rest = end.map_or("", |end| &rest[end + 3..]);
        }
        if let Some((_, said)) = &mut comment {
            said.push('\n');
        }
        match kept.strip_prefix("## ") {
            Some(heading) => drafts.push(Draft { heading: heading.trim().to_owned(), ..Draft::default() }),
            None => drafts.last_mut().into_iter().for_each(|draft| draft.add(&kept)),
        }
    }
    finish(drafts)
}

/// Every story that says something.
fn finish(drafts: Vec<Draft>) -> (Vec<Story>, Vec<Mention>) {
    let (mut stories, mut found) = (Vec::new(), Vec::new());
    for draft in drafts.into_iter().skip(1).filter(|draft| !draft.paragraphs.is_empty()) {
        let story = stories.len();
        found.extend(draft.mentions.into_iter().map(|(named, text, line)| Mention { story, named, text, line }));
        stories.push(Story { heading: draft.heading, paragraphs: draft.paragraphs, ..Story::default() });
    }
    (stories, found)
}

/// What a comment names: after each `partner:` or `figure:`, up to the next of them.
fn mentions(comment: &str, first_line: u32) -> Vec<(Named, String, u32)> {
    let lower = comment.to_ascii_lowercase();
    let mut keys: Vec<(usize, usize, Named)> = Vec::new();
    for (key, named) in [("partner", Named::Partner), ("figure", Named::Figure)] {
        for (start, _) in lower.match_indices(key) {
            let is_word = !lower[..start].ends_with(|before: char| before.is_alphanumeric() || before == '-');
            let after = &lower[start + key.len()..];
            let blanks = after.len() - after.trim_start().len();
            if is_word && after.trim_start().starts_with(':') {
                keys.push((start, start + key.len() + blanks + 1, named));
            }
        }
    }
    keys.sort_by_key(|key| key.0);
    let ends = keys.iter().skip(1).map(|key| key.0).chain([comment.len()]);
    keys.iter()
        .zip(ends)
        .map(|((start, value, named), end)| {
            let is_around = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"');
            let text = super::lexicon::shown(comment[*value..end].trim_matches(is_around)).into_owned();
            let n_lines = comment[..*start].matches('\n').count();
            (*named, text, first_line + u32::try_from(n_lines).unwrap_or(0))
        })
        .filter(|(_, text, _)| !text.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Mention, Named, read_stories};

    fn named(text: &str) -> Vec<(usize, Named, String, u32)> {
        let (_, mentions) = read_stories(text);
        mentions.into_iter().map(|Mention { story, named, text, line }| (story, named, text, line)).collect()
    }

    #[test]
    fn each_second_level_heading_starts_a_story() {
        let (stories, mentions) = read_stories(
            "# Stories\n\n<!-- how to -->\n## One\n\nFirst\nline.\n\nSecond.\n\n## Empty\n\n## Two\r\nText.\r\n",
        );
        let headings: Vec<&str> = stories.iter().map(|story| story.heading.as_str()).collect();
        assert_eq!(headings, ["One", "Two"]);
        assert_eq!(stories[0].paragraphs, ["First line.", "Second."]);
        assert_eq!(mentions, []);
    }

    #[test]
    fn comments_name_a_partner_and_a_figure_whatever_their_case_and_blanks() {
        let text = "\u{feff}<!-- partner: of no story -->\n## Empty\n<!-- partner: Gone -->\n## One\n<!-- Partner : Oak  House,\n  FIGURE:partner time -->\nText <!-- a note: nothing\nis named --> goes on.\n## Two\r\n<!--figure: \"week\"-->\r\nText.";
        let expected = [
            (0, Named::Partner, "Oak House".to_owned(), 5),
            (0, Named::Figure, "partner time".to_owned(), 6),
            (1, Named::Figure, "week".to_owned(), 10),
        ];
        assert_eq!(named(text), expected);
        assert_eq!(read_stories(text).0[0].paragraphs, ["Text goes on."]);
    }

    #[test]
    fn a_name_that_holds_a_key_word_is_a_name() {
        let expected = [(0, Named::Partner, "Figure Skating Partners, Inc.".to_owned(), 2)];
        assert_eq!(named("## One\n<!-- partner: Figure Skating Partners, Inc. -->\nText."), expected);
    }
}
