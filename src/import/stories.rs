//! Reads `stories.md`: a story under each `##` heading.

use crate::study::Story;

/// The stories of a text; what stands before the first `##` heading, and comments, belong to none.
#[must_use]
pub fn read_stories(text: &str) -> Vec<Story> {
    let text = without_comments(text);
    text.replace("\r\n", "\n")
        .split("\n## ")
        .enumerate()
        .filter_map(|(n, part)| if n == 0 { part.strip_prefix("## ") } else { Some(part) })
        .map(|part| {
            let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
            let paragraphs = body
                .split("\n\n")
                .map(|paragraph| paragraph.split_whitespace().collect::<Vec<&str>>().join(" "))
                .filter(|paragraph| !paragraph.is_empty())
                .collect();
            Story { heading: heading.trim().to_owned(), paragraphs }
        })
        .filter(|story| !story.paragraphs.is_empty())
        .collect()
}

fn without_comments(text: &str) -> String {
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut kept = String::with_capacity(rest.len());
    while let Some(start) = rest.find("<!--") {
        kept.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::read_stories;

    #[test]
    fn each_second_level_heading_starts_a_story() {
        let stories = read_stories(
            "# Stories\n\n<!-- how to -->\n## One\n\nFirst\nline.\n\nSecond.\n\n## Empty\n\n## Two\r\nText.\r\n",
        );
        let headings: Vec<&str> = stories.iter().map(|story| story.heading.as_str()).collect();
        assert_eq!(headings, ["One", "Two"]);
        assert_eq!(stories[0].paragraphs, ["First line.", "Second."]);
    }
}
