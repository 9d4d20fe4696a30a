//! A chart as a slide: 1920 by 1080 pixels, with room for a title of the speaker's own, on white and on nothing.

use super::png::{Rasterizer, encode_opaque, encode_transparent, without_paper};
use super::style::PAPER;
use super::{Chart, ChartError};
use resvg::tiny_skia::{Color, Pixmap, Transform};

/// The width of a slide, in pixels.
pub const SLIDE_WIDTH: u32 = 1920;
/// Its height.
pub const SLIDE_HEIGHT: u32 = 1080;
/// The room for a title, from the top.
const TITLE_ROOM: f32 = 190.0;
/// The room left empty at the sides and at the foot.
const EDGE: f32 = 40.0;

/// A slide, twice: as PNG files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// On white.
    pub white: Vec<u8>,
    /// On nothing, to stand on any light ground.
    pub transparent: Vec<u8>,
}

/// The width at which a chart is drawn to fill a slide: as wide as the slide's shape asks of its height, so that a tall
/// chart spreads, within what keeps its text readable.
#[must_use]
pub fn slide_chart_width(chart: &Chart) -> i32 {
    (chart.size_without_title().1 * 1840 / 850).clamp(chart.width, 1500)
}

impl Rasterizer {
    /// The slide of a chart, without the chart's title: the speaker sets one, or takes the caption.
    ///
    /// # Errors
    /// When the SVG cannot be read.
    pub fn slide(&self, chart: &Chart) -> Result<Slide, ChartError> {
        let refuse = |reason: String| ChartError::Drawing { chart: chart.name.to_owned(), reason };
        let cropped = chart.without_title();
        let tree = self.tree(&without_paper(&cropped.svg)).map_err(refuse)?;
        let size = |px: i32| f32::from(u16::try_from(px.max(1)).unwrap_or(u16::MAX));
        let side = |px: u32| f32::from(u16::try_from(px).unwrap_or(u16::MAX));
        let (width, height) = (size(cropped.width), size(cropped.height));
        let room = (side(SLIDE_WIDTH) - 2.0 * EDGE, side(SLIDE_HEIGHT) - TITLE_ROOM - EDGE);
        let scale = (room.0 / width).min(room.1 / height);
        let left = (side(SLIDE_WIDTH) - width * scale) / 2.0;
        let mut pixels = Pixmap::new(SLIDE_WIDTH, SLIDE_HEIGHT).ok_or_else(|| refuse("no picture".to_owned()))?;
        let place = Transform::from_scale(scale, scale).post_translate(left, TITLE_ROOM);
        resvg::render(&tree, place, &mut pixels.as_mut());
        let transparent = encode_transparent(&pixels).map_err(|error| refuse(error.to_string()))?;
        let mut paper = Pixmap::new(SLIDE_WIDTH, SLIDE_HEIGHT).ok_or_else(|| refuse("no picture".to_owned()))?;
        paper.fill(Color::from_rgba8(PAPER.0, PAPER.1, PAPER.2, u8::MAX));
        paper.draw_pixmap(
            0,
            0,
            pixels.as_ref(),
            &resvg::tiny_skia::PixmapPaint::default(),
            Transform::identity(),
            None,
        );
        let white =
            encode_opaque((SLIDE_WIDTH, SLIDE_HEIGHT), &mut paper.take()).map_err(|error| refuse(error.to_string()))?;
        Ok(Slide { white, transparent })
    }
}
