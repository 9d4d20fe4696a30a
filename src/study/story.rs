//! What happened because somebody had the time? A story in the library's own words.

/// One impact story of `stories.md`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// The partners that it is about, as `stakeholders.csv` writes them; none where it names none that is there.
    pub partners: Vec<String>,
    /// The figure that it names; none where it names none that there is.
    pub figure: Option<&'static str>,
}

impl Story {
    /// The figure beside which it stands, where the report has it: the one that it names, or partners' time where it is
    /// about a partner.
    #[must_use]
    pub fn stands_at(&self) -> Option<&'static str> {
        self.figure.or_else(|| (!self.partners.is_empty()).then_some("partner-time"))
    }
}
