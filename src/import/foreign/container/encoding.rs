//! In which encoding is a text written? By its mark, by its zero bytes, by being UTF-8, and else by its letters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, its lines ended by line feeds.
    pub text: String,
    /// The encoding's name.
    pub encoding: &'static str,
    /// Whether the encoding was guessed from the letters: neither a mark nor the rules of UTF-8 prove it.
    pub is_guessed: bool,
    /// Whether some bytes mean nothing in that encoding.
    pub has_errors: bool,
}

/// Decodes a text.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, is_guessed) = encoding_of(bytes);
    let (text, _, has_errors) = encoding.decode(bytes);
    let text = if text.contains('\r') && !text.contains('\n') { text.replace('\r', "\n") } else { text.into_owned() };
    Decoded { text, encoding: encoding.name(), is_guessed, has_errors }
}

fn encoding_of(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (encoding_rs::UTF_8, false);
    }
    if is_macintosh(bytes) {
        return (MACINTOSH, true);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    (if guess == encoding_rs::UTF_8 { WINDOWS_1252 } else { guess }, true)
}

/// A text of ASCII in two bytes a letter has a zero in every other place.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let n_zero = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (n_zero(0), n_zero(1));
    let enough = head.len() / 4;
    match (even > enough, odd > enough) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// In the Macintosh encoding letters with accents are 0x80 to 0x9F, in Windows-1252 they are from 0xC0 on.
fn is_macintosh(bytes: &[u8]) -> bool {
    let is_letter = u8::is_ascii_alphabetic;
    let within_words =
        bytes.windows(3).filter(|three| is_letter(&three[0]) && is_letter(&three[2])).map(|three| three[1]);
    let (mut n_mac, mut n_windows) = (0, 0);
    for byte in within_words {
        match byte {
            // 0x92 is an apostrophe in Windows-1252, 0x9A, 0x9C and 0x9E are letters of both
            0x92 | 0x9A | 0x9C | 0x9E => {}
            0x80..=0x9F => n_mac += 1,
            0xC0..=0xFF => n_windows += 1,
            _ => {}
        }
    }
    n_mac > n_windows
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes);
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    #[test]
    fn marks_zero_bytes_and_letters_tell_the_encoding() {
        check("\u{feff}Zoë,9".as_bytes(), "UTF-8", "Zoë,9");
        check("Zoë".as_bytes(), "UTF-8", "Zoë");
        check(&[0xFF, 0xFE, b'Z', 0, 0xEB, 0], "UTF-16LE", "Zë");
        check(&[b'A', 0, b'n', 0, b'a', 0, b',', 0, b'9', 0, b'\n', 0], "UTF-16LE", "Ana,9\n");
        check(b"Jos\xE9e R\xEDos, caf\xE9", "windows-1252", "Josée Ríos, café");
        check(b"Jos\x8Ee R\x92os, Ni\x96o", "macintosh", "Josée Ríos, Niño");
    }

    #[test]
    fn carriage_returns_alone_end_lines() {
        check(b"a,b\rc,d\r", "UTF-8", "a,b\nc,d\n");
    }
}
