//! Results as pictures: each chart is drawn once, as SVG, and its PNG is rasterized from that.
//!
//! Every chart has the finding as its title, a subtitle with units, period and what was counted, direct labels, a
//! source line and a text alternative. Nothing must be told apart by hue alone: tone, pattern, order and labels say the
//! same. Only draws: no arithmetic on minutes.

#[expect(clippy::module_inception, reason = "the main type of the floor gives it its name")]
mod chart;
mod departments;
mod desk_cover;
mod frame;
mod groups;
mod heat_map;
mod hours_options;
mod job_descriptions;
mod measure;
mod part;
mod partner_time;
mod partners_and_staff;
mod planning;
mod png;
mod practice;
mod quiet_desk;
mod scene;
mod slide;
mod style;
mod time_use;
mod week;
mod what_if;

pub use crate::study::{CHART_NAMES, COMPARISON_CHART_NAMES};
pub use chart::{Chart, Cropped, Drawn, draw};
pub use measure::missing_glyphs;
pub use partner_time::draw_waterfall;
pub use png::{Rasterizer, chart_fonts, largest_first, of_each_chart};
pub use scene::{Area, Hint};
pub use slide::{SLIDE_HEIGHT, SLIDE_WIDTH, Slide, slide_chart_width};
pub use what_if::{TradeOffPoint, draw_comparison};

/// What can go wrong between results and a picture.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The drawing library refused.
    #[error("the chart `{chart}` cannot be drawn: {reason}")]
    Drawing {
        /// Which chart.
        chart: String,
        /// Why.
        reason: String,
    },
    /// A font file cannot be used.
    #[error("the font cannot be used: {0}")]
    Font(String),
}
