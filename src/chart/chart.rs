//! Which charts are there, and what is one?

use super::part::seen;
use super::scene::Hint;
use super::{
    ChartError, departments, desk_cover, groups, hours_options, job_descriptions, partner_time, partners_and_staff,
    planning, practice, quiet_desk, time_use, week,
};
use crate::analysis::Results;
use crate::study::CHART_NAMES;
use rayon::prelude::*;

/// What is cut from a chart's margin at its sides and foot, in pixels: labels of the last hour of an axis reach this far.
const CROP: i32 = 10;

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
    /// On how many lines the title stands: the first texts of the picture.
    pub n_title_lines: usize,
    /// Where it may be cut for paper, in pixels from the top: between its days or desks.
    pub cuts: Vec<i32>,
}

impl Chart {
    /// The picture without its title and most of its margin, for a place that sets the title itself and has a margin of
    /// its own.
    #[must_use]
    pub fn without_title(&self) -> Cropped {
        let (width, height) = self.size_without_title();
        let mut svg = self.seen_through(CROP, self.title_px, width, height);
        for _ in 0..self.n_title_lines {
            let start = svg.find("<text").unwrap_or(svg.len());
            let end = svg[start..].find("</text>").map_or(start, |end| start + end + "</text>".len());
            svg.replace_range(start..end, "");
        }
        Cropped { svg, width, height }
    }

    /// Its width and its height, in pixels.
    #[must_use]
    pub const fn size_without_title(&self) -> (i32, i32) {
        (self.width - 2 * CROP, self.height - self.title_px - CROP)
    }

    /// The picture without title and subtitle: the SVG and its height.
    #[must_use]
    pub fn without_head(&self) -> (String, i32) {
        let height = self.height - self.head_px;
        (self.seen_through(0, self.head_px, self.width, height), height)
    }

    /// The picture without its head in parts for paper, as tops and heights, none higher than `most` pixels where its
    /// cuts allow that; none where it is not much higher, and may as well be made smaller.
    #[must_use]
    pub fn parts(&self, most: i32) -> Vec<(i32, i32)> {
        if self.height - self.head_px < most * 4 / 3 || self.cuts.is_empty() {
            return Vec::new();
        }
        let mut tops = vec![self.head_px];
        let mut last = self.head_px;
        // what stands over the first day or desk is no part of its own
        let key = self.cuts[0];
        for &cut in self.cuts.iter().chain([&self.height]) {
            let top = tops.last().copied().unwrap_or(0);
            if cut - top > most && last > top && last != key {
                tops.push(last);
            }
            last = cut;
        }
        let ends = tops.iter().skip(1).copied().chain([self.height]);
        tops.iter().zip(ends).map(|(top, end)| (*top, end - top)).collect()
    }

    /// The picture without its title in parts for paper, each of them a picture of its own; none where it stays whole.
    #[must_use]
    pub fn parts_without_title(&self, most: i32) -> Vec<Cropped> {
        let tops = self.parts(most).into_iter().map(|(top, _)| top).skip(1);
        let mut ends: Vec<i32> = tops.collect();
        if ends.is_empty() {
            return Vec::new();
        }
        ends.push(self.height - CROP);
        let width = self.width - 2 * CROP;
        let mut top = self.title_px;
        let part = |end: i32| {
            let (start, height) = (top, end - top);
            top = end;
            Cropped { svg: seen(&self.seen_through(CROP, start, width, height), start, end), width, height }
        };
        ends.into_iter().map(part).collect()
    }

    /// The SVG, of which this part is seen.
    fn seen_through(&self, x: i32, y: i32, width: i32, height: i32) -> String {
        let whole = format!("width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\"", self.width, self.height);
        let part = format!("width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {width} {height}\"");
        self.svg.replacen(&whole, &part, 1)
    }
}

/// A chart without its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cropped {
    /// The picture.
    pub svg: String,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
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
    /// The chart, if there is one.
    #[must_use]
    pub fn chart(&self) -> Option<&Chart> {
        if let Drawn::Chart(chart) = self { Some(chart) } else { None }
    }

    /// The chart itself, if there is one.
    #[must_use]
    pub fn into_chart(self) -> Option<Chart> {
        if let Drawn::Chart(chart) = self { Some(*chart) } else { None }
    }

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
            "practice" => practice::draw(results, width),
            "partner-time" => partner_time::draw(results, width),
            "partners-and-staff" => partners_and_staff::draw(results, width),
            "groups" => groups::draw(results, width),
            "desk-cover" => desk_cover::draw(results, width),
            "week" => week::draw(results, width),
            "hours-options" => hours_options::draw(results, width),
            "job-descriptions" => job_descriptions::draw(results, width),
            "planning" => planning::draw(results, width),
            "departments" => departments::draw(results, width),
            _ => quiet_desk::draw(results, width),
        })
        .collect()
}
