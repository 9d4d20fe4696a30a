//! Which charts are there, and what is one?

use super::scene::Hint;
use super::{
    ChartError, departments, desk_cover, hours_options, partner_time, partners_and_staff, quiet_desk, time_use, week,
};
use crate::analysis::Results;
use rayon::prelude::*;

/// The names of all charts, in the order of the report.
pub const CHART_NAMES: [&str; 8] = [
    "time-use",
    "partner-time",
    "partners-and-staff",
    "desk-cover",
    "week",
    "hours-options",
    "departments",
    "quiet-desk",
];

/// A chart that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// Its name.
    pub name: &'static str,
    /// The finding, in plain words.
    pub title: String,
    /// Units, period and what was counted.
    pub subtitle: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// The table with its figures.
    pub table: &'static str,
    /// The picture.
    pub svg: String,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
    /// Where its title ends, in pixels from the top: below it stand the subtitle and the picture.
    pub title_px: i32,
    /// Where its subtitle ends, in pixels from the top: below it stands the picture.
    pub head_px: i32,
    /// What its parts say when a reader points at them.
    pub hints: Vec<Hint>,
}

impl Chart {
    /// The picture without its title, for a place that sets the title itself: the SVG and its height.
    #[must_use]
    pub fn without_title(&self) -> (String, i32) {
        self.below(self.title_px)
    }

    /// The picture without title and subtitle.
    #[must_use]
    pub fn without_head(&self) -> (String, i32) {
        self.below(self.head_px)
    }

    fn below(&self, top: i32) -> (String, i32) {
        let height = self.height - top;
        let of_all = format!("height=\"{}\" viewBox=\"0 0 {} {}\"", self.height, self.width, self.height);
        let of_rest = format!("height=\"{height}\" viewBox=\"0 {top} {} {height}\"", self.width);
        (self.svg.replacen(&of_all, &of_rest, 1), height)
    }
}

/// A chart, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// A chart.
    Chart(Box<Chart>),
    /// It has nothing to show: a sentence that says why.
    LeftOut(&'static str, String),
}

impl Drawn {
    /// A chart, boxed.
    #[must_use]
    pub fn of(chart: Chart) -> Drawn {
        Drawn::Chart(Box::new(chart))
    }
}

/// Draws the named charts (all of them where none is named), `width` pixels wide, in the order of the report.
///
/// # Errors
/// When plotters refuses.
pub fn draw(results: &Results, names: &[String], width: i32) -> Result<Vec<Drawn>, ChartError> {
    CHART_NAMES
        .into_par_iter()
        .filter(|name| names.is_empty() || names.iter().any(|asked| asked == name))
        .map(|name| match name {
            "time-use" => time_use::draw(results, width),
            "partner-time" => partner_time::draw(results, width),
            "partners-and-staff" => partners_and_staff::draw(results, width),
            "desk-cover" => desk_cover::draw(results, width),
            "week" => week::draw(results, width),
            "hours-options" => hours_options::draw(results, width),
            "departments" => departments::draw(results, width),
            _ => quiet_desk::draw(results, width),
        })
        .collect()
}
