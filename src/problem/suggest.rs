//! Which known word did the writer mean?

use strsim::{damerau_levenshtein, jaro_winkler};

/// The known word nearest to `text`, if it is near enough to suggest: at most one edit for each four letters and a
/// Jaro-Winkler likeness of 0.85. Case does not count; an equal word is no suggestion.
#[must_use]
pub fn nearest<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = text.trim().to_lowercase();
    let most_edits = (lower.chars().count() / 4).max(1);
    known
        .into_iter()
        .filter_map(|word| {
            let candidate = word.to_lowercase();
            let edits = damerau_levenshtein(&lower, &candidate);
            let is_near = edits <= most_edits && jaro_winkler(&lower, &candidate) >= 0.85;
            (is_near && word != text).then_some((edits, word))
        })
        .min()
        .map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_word_is_suggested_only_when_it_is_near() {
        let known = ["desk", "off-desk", "meeting", "Ana Ruiz"];
        assert_eq!(nearest("meting", known), Some("meeting"));
        assert_eq!(nearest("Anna Ruiz", known), Some("Ana Ruiz"));
        assert_eq!(nearest("lunch", known), None);
        assert_eq!(nearest("desk", ["desk"]), None);
    }
}
