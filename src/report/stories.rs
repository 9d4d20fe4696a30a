//! Where is each story told? Beside the figure that it illuminates, where this report has it; else at the end.

use super::document::Document;
use crate::say;
use crate::study::Story;
use crate::wording::and_list;

/// Partners that are named over a story; the others are counted.
const MOST_PARTNERS: usize = 4;

/// What stands over a story: that it is one, and about whom.
#[must_use]
pub fn story_about(story: &Story) -> String {
    match &story.partners[..] {
        [] => say!("story"),
        partners => say!("story-about", partners = and_list(partners, MOST_PARTNERS)),
    }
}

/// Puts every story into the document.
pub fn tell(stories: &[Story], document: &mut Document) {
    for story in stories {
        let figure = story.stands_at().and_then(|name| document.figures_mut().find(|figure| figure.chart.name == name));
        match figure {
            Some(figure) => figure.stories.push(story.clone()),
            None => document.stories.push(story.clone()),
        }
    }
}
