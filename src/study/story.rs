//! What happened because somebody had the time? A story in the library's own words.

/// One impact story of `stories.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}
