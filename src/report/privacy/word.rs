//! What is a word of a text? Letters that belong together, compared without case and accents.

/// One word: where it stands, and its letters in lower case without accents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Its letters, plain.
    pub plain: String,
    /// Whether its first letter is a capital.
    pub is_capital: bool,
}

/// The words of a text, in order. Whatever is no letter ends a word, so that `O’Hara-Bell` is three of them.
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut is_inside = false;
    for (at, letter) in text.char_indices() {
        if !letter.is_alphabetic() && !is_mark(letter) {
            is_inside = false;
            continue;
        }
        if !is_inside && !is_mark(letter) {
            found.push(Word { start: at, end: at, plain: String::new(), is_capital: letter.is_uppercase() });
            is_inside = true;
        }
        if let Some(word) = found.last_mut().filter(|_| is_inside) {
            word.end = at + letter.len_utf8();
            letter
                .to_lowercase()
                .for_each(|lower| word.plain.push_str(plain(lower).unwrap_or(lower.encode_utf8(&mut [0; 4]))));
        }
    }
    found
}

/// The letters of a text in lower case without accents, as words.
pub fn plain_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.plain).collect()
}

/// Whether a sign is an accent that follows its letter.
const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

/// Latin letters without their accents.
const PLAIN: [(&str, &str); 30] = [
    ("áàâäãåāăąǎ", "a"),
    ("çćčċĉ", "c"),
    ("ďđð", "d"),
    ("éèêëēĕėęě", "e"),
    ("ğģĝġ", "g"),
    ("ĥħ", "h"),
    ("íìîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľłŀ", "l"),
    ("ñńņňŋ", "n"),
    ("óòôöõøōŏő", "o"),
    ("ŕŗř", "r"),
    ("śşšșŝ", "s"),
    ("ťţțŧ", "t"),
    ("úùûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("þ", "th"),
    ("ạảấầẩẫậắằẳẵặ", "a"),
    ("ẹẻẽếềểễệ", "e"),
    ("ịỉ", "i"),
    ("ọỏốồổỗộơớờởỡợ", "o"),
    ("ụủưứừửữự", "u"),
    ("ỳỵỷỹ", "y"),
    ("\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}\u{30c}\u{327}\u{328}", ""),
];

fn plain(letter: char) -> Option<&'static str> {
    if letter.is_ascii() {
        return None;
    }
    PLAIN.iter().find(|(accented, _)| accented.contains(letter)).map(|(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use super::plain_words;

    #[test]
    fn accents_case_and_apostrophes_do_not_count() {
        assert_eq!(
            plain_words("Marisol NÚÑEZ’s Zoe\u{308} Łukasz-Ray, 12 Straße"),
            ["marisol", "nunez", "s", "zoe", "lukasz", "ray", "strasse"]
        );
    }
}
