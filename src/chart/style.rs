//! How do charts look? Colors, sizes and patterns, in one place.
//!
//! The tones are apart in lightness as well as in hue, so that they hold in grayscale and for people who see colors
//! differently (Okabe and Ito 2008; Crameri et al. 2020); patterns carry what tone alone might not.

/// A color: red, green, blue.
pub type Color = (u8, u8, u8);

/// Text.
pub const INK: Color = (0x1d, 0x25, 0x2c);
/// Text that stands back.
pub const QUIET: Color = (0x56, 0x61, 0x6b);
/// Thin lines.
pub const LINE: Color = (0xc9, 0xd1, 0xd8);
/// Paper.
pub const PAPER: Color = (0xff, 0xff, 0xff);
/// Behind rows.
pub const SHADE: Color = (0xf3, 0xf5, 0xf7);
/// The desk: darkest.
pub const DESK: Color = (0x1b, 0x3a, 0x5c);
/// Other duties: middle.
pub const DUTY: Color = (0x8f, 0xa9, 0xbf);
/// Usable blocks: light and warm.
pub const USABLE: Color = (0xf6, 0xc8, 0x5f);
/// Fragments: the same, hatched on paper.
pub const FRAGMENT: Color = (0xd9, 0x9a, 0x1e);
/// What is reachable.
pub const REACH: Color = (0x1f, 0x7a, 0x6d);
/// What is lost.
pub const LOST: Color = (0xc4, 0x62, 0x3b);
/// Below a minimum.
pub const BELOW: Color = (0xf2, 0xb3, 0x8c);
/// Lines of the pattern for "below".
pub const BELOW_LINE: Color = (0x9c, 0x3d, 0x12);
/// Above a minimum.
pub const ABOVE: Color = (0x9f, 0xc5, 0xe0);
/// At a minimum.
pub const AT: Color = (0xe9, 0xec, 0xef);

/// The size of titles, in pixels.
pub const TITLE_PX: i32 = 23;
/// The size of subtitles and labels.
pub const LABEL_PX: i32 = 14;
/// The size of small labels and the source line.
pub const SMALL_PX: i32 = 12;
/// The smallest text that is set.
pub const TINY_PX: i32 = 10;
/// Space around everything.
pub const MARGIN: i32 = 28;

/// A color between two: 0 is the one, 1 the other.
#[must_use]
pub fn between(a: Color, b: Color, share: f64) -> Color {
    let mix = |a: u8, b: u8| {
        let value = f64::from(a) + (f64::from(b) - f64::from(a)) * share.clamp(0.0, 1.0);
        super::scene::whole(value).try_into().unwrap_or(u8::MAX)
    };
    (mix(a.0, b.0), mix(a.1, b.1), mix(a.2, b.2))
}

/// Ink or paper, whichever can be read better on a color (WCAG 2 relative luminance).
#[must_use]
pub fn readable_on(color: Color) -> Color {
    let linear = |value: u8| {
        let share = f64::from(value) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * linear(color.0) + 0.7152 * linear(color.1) + 0.0722 * linear(color.2);
    if luminance > 0.25 { INK } else { PAPER }
}
