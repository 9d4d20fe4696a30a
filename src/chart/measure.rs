//! How wide is a text in the compiled-in font? From the font's own advances, so that nothing is cut or overlaps.

use crate::say;
use std::collections::BTreeSet;
use std::sync::LazyLock;
use ttf_parser::Face;

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(|bytes| Face::parse(bytes, 0).ok()));

/// The advances of the signs that most texts are made of, in ems, looked up once.
static ASCII_ADVANCES: LazyLock<[[f64; 128]; 2]> = LazyLock::new(|| {
    [false, true]
        .map(|is_bold| std::array::from_fn(|at| u8::try_from(at).map_or(0.0, |sign| advance(sign.into(), is_bold))))
});

/// The advance of a sign in ems; one where the font does not have it.
fn advance(sign: char, is_bold: bool) -> f64 {
    let Some(face) = &FACES[usize::from(is_bold)] else { return 0.0 };
    match face.glyph_index(sign) {
        Some(glyph) => f64::from(face.glyph_hor_advance(glyph).unwrap_or(0)) / f64::from(face.units_per_em()),
        None => 1.0,
    }
}

/// The width of a text at a size, in pixels; characters that the font does not have count as one em.
#[must_use]
pub fn width(text: &str, size_px: i32, is_bold: bool) -> f64 {
    let known = &ASCII_ADVANCES[usize::from(is_bold)];
    let advance = |sign: char| match known.get(usize::try_from(u32::from(sign)).unwrap_or(usize::MAX)) {
        Some(advance) => *advance,
        None => advance(sign, is_bold),
    };
    text.chars().map(advance).sum::<f64>() * f64::from(size_px)
}

/// The text in lines no wider than so many pixels; a word that is wider alone stays whole, and a number with the word
/// after it that says of what it is.
#[must_use]
pub fn wrap(text: &str, size_px: i32, is_bold: bool, width_px: i32) -> Vec<String> {
    let fits = |line: &str| width(line, size_px, is_bold) <= f64::from(width_px);
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || fits(&longer) {
            *line = longer;
            continue;
        }
        let pair = line.rsplit_once(' ').filter(|(_, last)| belongs_to_next(last, word));
        let pair = pair.map(|(rest, number)| (rest.to_owned(), format!("{number} {word}")));
        match pair.filter(|(_, pair)| fits(pair)) {
            Some((rest, pair)) => {
                *line = rest;
                lines.push(pair);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Whether a word is a number of what the next word names: the day of a month, hours, percent, or what is counted in
/// brackets, as in `(6 weeks)`. A number may belong to the word before it, too: `priority 2`.
fn belongs_to_next(word: &str, next: &str) -> bool {
    let number = word.trim_start_matches('(');
    let is_number = !number.is_empty() && number.chars().all(|sign| sign.is_ascii_digit() || sign == '.');
    let next = next.trim_end_matches([',', ';', '.', ')']);
    let is_month = || (1..=12_usize).any(|month| next == say!("month", n = month));
    is_number && (word.starts_with('(') || next == "h" || next == "%" || is_month())
}

/// The text, shortened with an ellipsis where it is too wide.
#[must_use]
pub fn fit(text: &str, size_px: i32, is_bold: bool, width_px: i32) -> String {
    if width(text, size_px, is_bold) <= f64::from(width_px) {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while !kept.is_empty() {
        kept.pop();
        let shorter: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        if width(&shorter, size_px, is_bold) <= f64::from(width_px) {
            return shorter;
        }
    }
    String::new()
}

/// The characters of a text that the compiled-in font does not have.
#[must_use]
pub fn missing_glyphs(text: &str) -> Vec<char> {
    let Some(face) = &FACES[0] else { return Vec::new() };
    // a text has few signs, many times
    let signs: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii_graphic() && !c.is_whitespace()).collect();
    signs.into_iter().filter(|sign| face.glyph_index(*sign).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::{width, wrap};

    #[test]
    fn a_number_stays_with_what_it_counts() {
        let lines = |text: &str, longest: &str| {
            let width_px = format!("{:.0}", width(longest, 20, false).ceil()).parse().unwrap();
            wrap(text, 20, false, width_px).join("/")
        };
        assert_eq!(
            lines("at least at a stretch, 14 September", "at least at a stretch, 14"),
            "at least at a stretch,/14 September"
        );
        assert_eq!(lines("October 2026 (6 weeks)", "October 2026 (6"), "October 2026/(6 weeks)");
        assert_eq!(lines("it is 12.5 h in all", "it is 12.5"), "it is/12.5 h/in all");
        // a year, and a number of what stands before it, are no number of what comes next
        assert_eq!(lines("October 2026 to May", "October 2026"), "October 2026/to May");
        assert_eq!(
            lines("a partner of priority 2 counts", "a partner of priority 2"),
            "a partner of priority 2/counts"
        );
        // two that do not fit beside each other stand one below the other
        assert_eq!(lines("all (9 unabbreviated", "unabbreviated"), "all (9/unabbreviated");
    }
}
