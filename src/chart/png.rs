//! SVG to PNG at twice its size, with the compiled-in font and, where asked for, one more.

use super::{Chart, ChartError};
use rayon::prelude::*;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};
use std::cmp::Reverse;
use std::sync::Arc;

/// How many pixels of the PNG stand for one of the SVG.
const SCALE: f32 = 2.0;

/// Rasterizes charts; the fonts are read once.
pub struct Rasterizer {
    options: Options<'static>,
}

/// The compiled-in fonts: regular and bold.
#[must_use]
pub fn chart_fonts() -> [&'static [u8]; 2] {
    [notosans::REGULAR_TTF, notosans::BOLD_TTF]
}

/// Makes something of each chart, side by side: the largest first, so that none is waited for at the end.
///
/// # Errors
/// When something cannot be made: the first error.
pub fn of_each_chart<T: Send, E: Send>(
    charts: &[&Chart],
    make: impl Fn(&Chart) -> Result<T, E> + Sync,
) -> Result<Vec<T>, E> {
    let mut order: Vec<usize> = (0..charts.len()).collect();
    order.sort_by_key(|at| Reverse(charts[*at].height));
    let mut made: Vec<(usize, T)> = order
        .into_iter()
        .par_bridge()
        .map(|at| make(charts[at]).map(|one| (at, one)))
        .collect::<Result<Vec<(usize, T)>, E>>()?;
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
        Ok(Rasterizer { options })
    }

    /// A chart's PNG.
    ///
    /// # Errors
    /// When the SVG cannot be read or the picture is too large.
    pub fn png(&self, chart: &Chart) -> Result<Vec<u8>, ChartError> {
        let refuse = |reason: String| ChartError::Drawing { chart: chart.name.to_owned(), reason };
        let tree = self.tree(&chart.svg).map_err(refuse)?;
        let px = |length: i32| u32::try_from(length * 2).unwrap_or(1);
        let mut pixels = Pixmap::new(px(chart.width), px(chart.height))
            .ok_or_else(|| refuse("the picture is too large".to_owned()))?;
        resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
        encode_opaque(&pixels).map_err(|error| refuse(error.to_string()))
    }

    /// A picture, read; in words, why it cannot be.
    pub(super) fn tree(&self, svg: &str) -> Result<Tree, String> {
        Tree::from_str(svg, &self.options).map_err(|error| error.to_string())
    }
}

/// The pixels without their transparency (paper is opaque).
pub(super) fn encode_opaque(pixels: &Pixmap) -> Result<Vec<u8>, png::EncodingError> {
    let (all, _) = pixels.data().as_chunks();
    let mut rgb = vec![0; all.len() * 3];
    for (to, [red, green, blue, _]) in rgb.as_chunks_mut().0.iter_mut().zip(all) {
        *to = [*red, *green, *blue];
    }
    encode(pixels, png::ColorType::Rgb, &rgb)
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
    encode(pixels, png::ColorType::Rgba, &straight)
}

/// Packed fast: a report is waited for.
fn encode(pixels: &Pixmap, color: png::ColorType, data: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut packed = Vec::new();
    let mut encoder = png::Encoder::new(&mut packed, pixels.width(), pixels.height());
    encoder.set_color(color);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(data)?;
    writer.finish()?;
    Ok(packed)
}
