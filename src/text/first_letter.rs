//! How does a text begin? With a capital, or with a small letter.

/// The text with a capital at its head.
#[must_use]
pub fn capital(text: &str) -> String {
    text.chars().take(1).flat_map(char::to_uppercase).chain(text.chars().skip(1)).collect()
}

/// The text with a small letter at its head.
#[must_use]
pub fn lower_first(text: &str) -> String {
    text.chars().take(1).flat_map(char::to_lowercase).chain(text.chars().skip(1)).collect()
}
