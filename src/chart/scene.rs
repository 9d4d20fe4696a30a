//! What is on a picture? A list of shapes, drawn by plotters once the height is known.

use super::ChartError;
use super::style::{Color, INK, LINE, PAPER};
use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color as _, FontStyle, FontTransform, IntoFont, RGBColor, ShapeStyle, TextStyle};
use std::sync::Once;

/// The name of the compiled-in font.
pub const FONT: &str = "Noto Sans";
/// What the SVG names: the font, and any other sans-serif for characters it does not have.
const FONT_STACK: &str = "'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif";

/// A rectangle, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// The left edge.
    pub x: i32,
    /// The top edge.
    pub y: i32,
    /// The width.
    pub w: i32,
    /// The height.
    pub h: i32,
}

/// What a part of a picture says when a reader points at it: a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Which part.
    pub area: Area,
    /// The sentence.
    pub text: String,
}

/// Where a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The point is at its left.
    Left,
    /// The point is in its middle.
    Middle,
    /// The point is at its right.
    Right,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Type {
    /// Its size in pixels.
    pub px: i32,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Its color.
    pub color: Color,
    /// Where it stands to its point.
    pub anchor: Anchor,
}

impl Type {
    /// Regular ink from the left.
    #[must_use]
    pub const fn of(px: i32) -> Type {
        Type { px, is_bold: false, color: INK, anchor: Anchor::Left }
    }

    /// The same in bold.
    #[must_use]
    pub const fn bold(self) -> Type {
        Type { is_bold: true, ..self }
    }

    /// The same in another color.
    #[must_use]
    pub const fn color(self, color: Color) -> Type {
        Type { color, ..self }
    }

    /// The same at another anchor.
    #[must_use]
    pub const fn anchor(self, anchor: Anchor) -> Type {
        Type { anchor, ..self }
    }
}

enum Shape {
    Fill(Area, Color),
    Outline(Area, Color, u32),
    Line((i32, i32), (i32, i32), Color, u32),
    Fan(Vec<(i32, i32)>, Color),
    Disk((i32, i32), i32, Color),
    Text(i32, i32, String, Type),
}

/// A picture while it is made. Texts stand with the middle of their x-height at their point.
pub struct Scene {
    /// The width in pixels.
    pub width: i32,
    /// What its parts say; not drawn, the page shows it.
    pub hints: Vec<Hint>,
    shapes: Vec<Shape>,
}

/// A number of pixels, rounded.
#[must_use]
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "pixels are far within range, and checked")]
pub fn whole(value: f64) -> i32 {
    value.round().clamp(-1e6, 1e6) as i32
}

impl Scene {
    /// An empty picture.
    #[must_use]
    pub const fn new(width: i32) -> Scene {
        Scene { width, hints: Vec::new(), shapes: Vec::new() }
    }

    /// A filled rectangle.
    pub fn fill(&mut self, area: Area, color: Color) {
        if area.w > 0 && area.h > 0 {
            self.shapes.push(Shape::Fill(area, color));
        }
    }

    /// The outline of a rectangle.
    pub fn outline(&mut self, area: Area, color: Color, px: u32) {
        self.shapes.push(Shape::Outline(area, color, px));
    }

    /// A line.
    pub fn line(&mut self, from: (i32, i32), to: (i32, i32), color: Color, px: u32) {
        self.shapes.push(Shape::Line(from, to, color, px));
    }

    /// A filled polygon.
    pub fn polygon(&mut self, points: Vec<(i32, i32)>, color: Color) {
        self.shapes.push(Shape::Fan(points, color));
    }

    /// A filled circle.
    pub fn disk(&mut self, center: (i32, i32), radius: i32, color: Color) {
        self.shapes.push(Shape::Disk(center, radius, color));
    }

    /// A text.
    pub fn text(&mut self, x: i32, y: i32, text: impl Into<String>, how: Type) {
        let text = text.into();
        if !text.is_empty() {
            self.shapes.push(Shape::Text(x, y, text, how));
        }
    }

    /// Says a sentence of a part; where parts lie on each other, that of the later one holds.
    pub fn hint(&mut self, area: Area, text: impl Into<String>) {
        self.hints.push(Hint { area, text: text.into() });
    }

    /// A part of a bar: hatched and edged in the color of its lines, else edged in paper.
    pub fn segment(&mut self, area: Area, color: Color, lines: Option<Color>) {
        self.fill(area, color);
        if let Some(lines) = lines {
            self.hatch(area, lines, 6);
        }
        self.outline(area, lines.unwrap_or(PAPER), 1);
    }

    /// Diagonal lines in a rectangle, every `step` pixels.
    pub fn hatch(&mut self, area: Area, color: Color, step: i32) {
        let mut at = step / 2;
        while at < area.w + area.h {
            let from = (area.x + at.min(area.w), area.y + (at - area.w).max(0));
            let to = (area.x + (at - area.h).max(0), area.y + at.min(area.h));
            self.line(from, to, color, 1);
            at += step;
        }
    }

    /// Draws everything on paper of this height; the SVG carries the title and a description for those who listen.
    ///
    /// # Errors
    /// When plotters refuses.
    pub fn render(&self, name: &str, height: i32, title: &str, description: &str) -> Result<String, ChartError> {
        register_fonts();
        let size = |px: i32| u32::try_from(px.max(1)).unwrap_or(1);
        let mut svg = String::new();
        {
            let root = SVGBackend::with_string(&mut svg, (size(self.width), size(height))).into_drawing_area();
            let refuse = |reason: String| ChartError::Drawing { chart: name.to_owned(), reason };
            root.fill(&rgb(PAPER)).map_err(|error| refuse(error.to_string()))?;
            for shape in &self.shapes {
                draw(&root, shape).map_err(refuse)?;
            }
            root.present().map_err(|error| refuse(error.to_string()))?;
        }
        Ok(accessible(&svg, name, title, description))
    }
}

type Root<'a> = plotters::drawing::DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn draw(root: &Root<'_>, shape: &Shape) -> Result<(), String> {
    let corners = |area: &Area| [(area.x, area.y), (area.x + area.w, area.y + area.h)];
    let done = match shape {
        Shape::Fill(area, color) => root.draw(&Rectangle::new(corners(area), rgb(*color).filled())),
        Shape::Outline(area, color, px) => root.draw(&Rectangle::new(corners(area), stroke(*color, *px))),
        Shape::Line(from, to, color, px) => root.draw(&PathElement::new(vec![*from, *to], stroke(*color, *px))),
        Shape::Fan(points, color) => root.draw(&Polygon::new(points.clone(), rgb(*color).filled())),
        Shape::Disk(center, radius, color) => root.draw(&Circle::new(*center, *radius, rgb(*color).filled())),
        Shape::Text(x, y, text, how) => root.draw_text(text, &style(*how), (*x, *y)),
    };
    done.map_err(|error| error.to_string())
}

fn rgb(color: Color) -> RGBColor {
    RGBColor(color.0, color.1, color.2)
}

fn stroke(color: Color, px: u32) -> ShapeStyle {
    ShapeStyle { color: rgb(color).to_rgba(), filled: false, stroke_width: px }
}

/// Plotters writes a font size that is 1.24 times smaller than the one it is given.
fn style(how: Type) -> TextStyle<'static> {
    let weight = if how.is_bold { FontStyle::Bold } else { FontStyle::Normal };
    let horizontal = match how.anchor {
        Anchor::Left => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::Right => HPos::Right,
    };
    let font = (FONT, f64::from(how.px) * 1.24, weight).into_font().transform(FontTransform::None);
    let color = rgb(how.color);
    TextStyle { color: color.to_backend_color(), ..TextStyle::from(font) }.pos(Pos::new(horizontal, VPos::Center))
}

fn register_fonts() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for (weight, bytes) in [(FontStyle::Normal, notosans::REGULAR_TTF), (FontStyle::Bold, notosans::BOLD_TTF)] {
            // both are compiled in and parse; a failure would show at the first text
            let _ = plotters::style::register_font(FONT, weight, bytes);
        }
    });
}

/// A picture that a screen reader can say: role, title and description; and a font stack.
fn accessible(svg: &str, name: &str, title: &str, description: &str) -> String {
    let tag_end = svg.find('>').unwrap_or(0);
    let (open, rest) = svg.split_at(tag_end);
    let rest = rest.replace(&format!("font-family=\"{FONT}\""), &format!("font-family=\"{FONT_STACK}\""));
    let rest = rest.strip_prefix('>').unwrap_or(&rest).trim_end().trim_end_matches("</svg>");
    let (title, description) = (escape(title), escape(description));
    format!(
        "{open} role=\"img\" aria-labelledby=\"{name}-title {name}-desc\">\n<title id=\"{name}-title\">{title}</title>\n<desc id=\"{name}-desc\">{description}</desc>\n<g id=\"{name}-all\">{rest}</g>\n</svg>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A thin line across, as a guide.
pub fn guide(scene: &mut Scene, x: (i32, i32), y: i32) {
    scene.line((x.0, y), (x.1, y), LINE, 1);
}
