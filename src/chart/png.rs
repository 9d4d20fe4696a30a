//! SVG to PNG at twice its size, with the compiled-in font and, where asked for, one more.

use super::style::PAPER;
use super::{Chart, ChartError, Drawn};
use rayon::prelude::*;
use resvg::tiny_skia::{Color, IntSize, Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};
use std::cmp::Reverse;
use std::sync::{Arc, Mutex};

/// How many pixels of the PNG stand for one of the SVG.
const SCALE: f32 = 2.0;

/// Rasterizes charts; the fonts are read once.
pub struct Rasterizer {
    options: Options<'static>,
    /// Room of pictures that are packed. Room that was never used costs the more time.
    spare: Mutex<Vec<Vec<u8>>>,
}

/// The compiled-in fonts: regular and bold.
#[must_use]
pub fn chart_fonts() -> [&'static [u8]; 2] {
    [notosans::REGULAR_TTF, notosans::BOLD_TTF]
}

/// The charts that were drawn, the largest first: where they are made into pictures side by side, none is waited for at
/// the end.
#[must_use]
pub fn largest_first(drawn: &[Drawn]) -> Vec<&Chart> {
    let mut charts: Vec<&Chart> = drawn.iter().filter_map(Drawn::chart).collect();
    charts.sort_by_key(|chart| Reverse(chart.height));
    charts
}

/// Makes something of each chart, side by side and begun in their order.
///
/// # Errors
/// When something cannot be made.
pub fn of_each_chart<T: Send, E: Send>(
    charts: &[&Chart],
    make: impl Fn(&Chart) -> Result<T, E> + Sync,
) -> Result<Vec<T>, E> {
    let each = charts.iter().enumerate().par_bridge();
    let mut made = each.map(|(at, chart)| Ok((at, make(chart)?))).collect::<Result<Vec<(usize, T)>, E>>()?;
    made.sort_by_key(|(at, _)| *at);
    Ok(made.into_iter().map(|(_, one)| one).collect())
}

impl Rasterizer {
    /// A rasterizer with the compiled-in font, and one more for characters that it does not have.
    ///
    /// # Errors
    /// When that font holds no face.
    pub fn new(more: Option<Vec<u8>>) -> Result<Rasterizer, ChartError> {
        let mut options = Options::default();
        let fonts = Arc::make_mut(&mut options.fontdb);
        for font in chart_fonts() {
            fonts.load_font_data(font.to_vec());
        }
        let n_faces = fonts.len();
        if let Some(font) = more {
            fonts.load_font_data(font);
            if fonts.len() == n_faces {
                return Err(ChartError::Font("no font face was found in the file".to_owned()));
            }
        }
        fonts.set_sans_serif_family("Noto Sans");
        Ok(Rasterizer { options, spare: Mutex::default() })
    }

    /// A chart's PNG.
    ///
    /// # Errors
    /// When the SVG cannot be read or the picture is too large.
    pub fn png(&self, chart: &Chart) -> Result<Vec<u8>, ChartError> {
        let refuse = |reason: String| ChartError::Drawing { chart: chart.name.to_owned(), reason };
        // at this scale, the edges of rectangles are edges of pixels: there is nothing to smooth
        let svg = without_paper(&chart.svg).replace("<rect ", "<rect shape-rendering=\"crispEdges\" ");
        let tree = self.tree(&svg).map_err(refuse)?;
        let px = |length: i32| u32::try_from(length * 2).unwrap_or(1);
        let (width, height) = (px(chart.width), px(chart.height));
        let mut pixels = self.pixels(width, height).ok_or_else(|| refuse("the picture is too large".to_owned()))?;
        pixels.fill(Color::from_rgba8(PAPER.0, PAPER.1, PAPER.2, u8::MAX));
        resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
        let mut pixels = pixels.take();
        let packed = encode_opaque((width, height), &mut pixels).map_err(|error| refuse(error.to_string()))?;
        if let Ok(mut spare) = self.spare.lock() {
            spare.push(pixels);
        }
        Ok(packed)
    }

    /// Pixels of any color, in the room of those of another picture.
    fn pixels(&self, width: u32, height: u32) -> Option<Pixmap> {
        let size = IntSize::from_wh(width, height)?;
        let n_bytes = usize::try_from(width).ok()?.checked_mul(usize::try_from(height).ok()?)?.checked_mul(4)?;
        let mut bytes = self.spare.lock().ok().and_then(|mut spare| spare.pop()).unwrap_or_default();
        bytes.resize(n_bytes, 0);
        Pixmap::from_vec(bytes, size)
    }

    /// A picture, read; in words, why it cannot be.
    pub(super) fn tree(&self, svg: &str) -> Result<Tree, String> {
        Tree::from_str(svg, &self.options).map_err(|error| error.to_string())
    }
}

/// The picture without the paper it is drawn on: its first rectangle.
pub(super) fn without_paper(svg: &str) -> String {
    let Some(start) = svg.find("<rect") else { return svg.to_owned() };
    let end = svg[start..].find("/>").map_or(start, |end| start + end + 2);
    format!("{}{}", &svg[..start], &svg[end..])
}

/// The pixels without their transparency (paper is opaque); they are of no more use.
pub(super) fn encode_opaque((width, height): (u32, u32), pixels: &mut Vec<u8>) -> Result<Vec<u8>, png::EncodingError> {
    drop_transparency(pixels);
    encode((width, height), png::ColorType::Rgb, pixels)
}

/// Keeps three bytes of every four: four pixels at a time, in their own place.
fn drop_transparency(pixels: &mut Vec<u8>) {
    const COLOR: u128 = 0xff_ffff;
    let n_pixels = pixels.len() / 4;
    let n_fours = n_pixels / 4;
    for at in 0..n_fours {
        let mut four = [0; 16];
        four.copy_from_slice(&pixels[at * 16..][..16]);
        let four = u128::from_le_bytes(four);
        let colors = (0..4).fold(0, |colors, n| colors | (four >> (8 * n)) & (COLOR << (24 * n)));
        pixels[at * 12..][..12].copy_from_slice(&colors.to_le_bytes()[..12]);
    }
    for at in n_fours * 4..n_pixels {
        pixels.copy_within(at * 4..at * 4 + 3, at * 3);
    }
    pixels.truncate(n_pixels * 3);
}

/// The pixels with their transparency.
pub(super) fn encode_transparent(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let mut straight = Vec::with_capacity(pixels.data().len());
    for pixel in pixels.data().chunks_exact(4) {
        match PremultipliedColorU8::from_rgba(pixel[0], pixel[1], pixel[2], pixel[3]) {
            Some(color) if pixel[3] < u8::MAX => {
                let color = color.demultiply();
                straight.extend_from_slice(&[color.red(), color.green(), color.blue(), color.alpha()]);
            }
            _ => straight.extend_from_slice(pixel),
        }
    }
    encode((pixels.width(), pixels.height()), png::ColorType::Rgba, &straight)
}

/// Packed fast: a report is waited for.
fn encode((width, height): (u32, u32), color: png::ColorType, data: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut packed = Vec::new();
    let mut encoder = png::Encoder::new(&mut packed, width, height);
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(data)?;
    writer.finish()?;
    Ok(packed)
}
