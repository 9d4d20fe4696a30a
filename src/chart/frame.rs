//! What stands around every chart? Title, subtitle, keys and the source line.

use super::chart::Chart;
use super::measure::{width, wrap};
use super::scene::{Area, Scene, Type};
use super::style::{Color, LABEL_PX, MARGIN, PAPER, QUIET, SMALL_PX, TITLE_PX};
use super::{ChartError, scene};
use crate::analysis::Results;

/// The words of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The chart's name.
    pub name: &'static str,
    /// The finding, in plain words.
    pub title: String,
    /// Units, period and what was counted.
    pub subtitle: String,
    /// What the picture shows, for those who do not see it.
    pub description: String,
    /// The table with its figures.
    pub table: &'static str,
}

/// A chart while it is drawn: below the head, from `y` on.
pub struct Frame {
    /// The picture.
    pub scene: Scene,
    /// Where the next thing goes.
    pub y: i32,
    words: Words,
    source: String,
    title_px: i32,
    head_px: i32,
    n_title_lines: usize,
    cuts: Vec<i32>,
}

/// How a key shows its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// Filled.
    Filled(Color),
    /// Filled and hatched.
    Hatched(Color, Color),
    /// Outlined.
    Outlined(Color),
    /// A short thick line.
    Bar(Color),
    /// A thick line that stands.
    Mark(Color),
}

impl Frame {
    /// Sets title and subtitle.
    #[must_use]
    pub fn new(results: &Results, width_px: i32, words: Words) -> Frame {
        Frame::with_source(width_px, words, crate::finding::source_line(results))
    }

    /// The same with a source line of its own.
    #[must_use]
    pub fn with_source(width_px: i32, words: Words, source: String) -> Frame {
        let mut scene = Scene::new(width_px);
        let inner = width_px - 2 * MARGIN;
        let mut y = MARGIN + TITLE_PX / 2;
        let title = wrap(&words.title, TITLE_PX, true, inner * 95 / 100);
        let n_title_lines = title.len();
        for line in title {
            scene.text(MARGIN, y, line, Type::of(TITLE_PX).bold());
            y += TITLE_PX * 13 / 10;
        }
        let title_px = y - TITLE_PX / 2;
        y += 2;
        for line in wrap(&words.subtitle, LABEL_PX, false, inner * 95 / 100) {
            scene.text(MARGIN, y, line, Type::of(LABEL_PX).color(QUIET));
            y += LABEL_PX * 14 / 10;
        }
        Frame { scene, y: y + 10, words, source, title_px, head_px: y - LABEL_PX / 2, n_title_lines, cuts: Vec::new() }
    }

    /// The width between the margins.
    #[must_use]
    pub const fn inner(&self) -> i32 {
        self.scene.width - 2 * MARGIN
    }

    /// Lets the picture be cut for paper above what comes next.
    pub fn cut(&mut self) {
        self.cuts.push(self.y - LABEL_PX / 2 - 2);
    }

    /// A heading over a panel.
    pub fn heading(&mut self, text: &str) {
        self.y += 8;
        self.scene.text(MARGIN, self.y, text, Type::of(LABEL_PX).bold());
        self.y += 18;
    }

    /// A row of keys, broken where it is too wide.
    pub fn keys(&mut self, keys: &[(Swatch, String)]) {
        let mut x = MARGIN;
        for (swatch, label) in keys {
            let needed = 24 + scene::whole(width(label, SMALL_PX, false) * 1.05) + 18;
            if x + needed > self.scene.width - MARGIN && x > MARGIN {
                x = MARGIN;
                self.y += 20;
            }
            self.swatch(Area { x, y: self.y - 6, w: 18, h: 12 }, *swatch);
            self.scene.text(x + 24, self.y, label.as_str(), Type::of(SMALL_PX));
            x += needed;
        }
        self.y += 22;
    }

    /// A small area in a tone.
    pub fn swatch(&mut self, area: Area, swatch: Swatch) {
        match swatch {
            Swatch::Filled(color) => self.scene.fill(area, color),
            Swatch::Hatched(color, lines) => {
                self.scene.fill(area, color);
                self.scene.hatch(area, lines, 5);
                self.scene.outline(area, lines, 1);
            }
            Swatch::Outlined(color) => {
                self.scene.fill(area, PAPER);
                self.scene.outline(area, color, 2);
            }
            Swatch::Mark(color) => self.scene.fill(Area { x: area.x + area.w / 2 - 2, w: 4, ..area }, color),
            Swatch::Bar(color) => self.scene.fill(Area { y: area.y + area.h / 2 - 2, h: 4, ..area }, color),
        }
    }

    /// Sets the source line and draws everything.
    ///
    /// # Errors
    /// When plotters refuses.
    pub fn finish(mut self) -> Result<Chart, ChartError> {
        self.y += 14;
        for line in wrap(&self.source, SMALL_PX, false, self.inner() * 95 / 100) {
            self.scene.text(MARGIN, self.y, line, Type::of(SMALL_PX).color(QUIET));
            self.y += SMALL_PX * 14 / 10;
        }
        let height = self.y + MARGIN - SMALL_PX;
        let svg = self.scene.render(self.words.name, height, &self.words.title, &self.words.description)?;
        Ok(Chart {
            name: self.words.name,
            title: self.words.title,
            subtitle: self.words.subtitle,
            description: self.words.description,
            table: self.words.table,
            svg,
            width: self.scene.width,
            height,
            title_px: self.title_px,
            head_px: self.head_px,
            hints: self.scene.hints,
            n_title_lines: self.n_title_lines,
            cuts: self.cuts,
        })
    }
}
