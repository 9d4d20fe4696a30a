//! `slides/charts.md`: for each chart a caption and a text alternative, ready to paste beside the picture.

use crate::chart::Chart;
use crate::say;

/// The name of a chart's slide on white, inside `slides/`.
#[must_use]
pub fn slide_file(chart: &Chart) -> String {
    format!("{}.png", chart.name)
}

/// The name of its slide on nothing.
#[must_use]
pub fn transparent_slide_file(chart: &Chart) -> String {
    format!("{}-transparent.png", chart.name)
}

/// Captions and text alternatives, as Markdown.
#[must_use]
pub fn render_captions(title: &str, charts: &[&Chart]) -> String {
    let mut text = format!("# {title}\n\n{}\n", say!("slides-about"));
    for chart in charts {
        text.push_str(&format!(
            "\n## {}\n\n{}\n\n- {}\n- {}\n",
            chart.title,
            say!("slide-files", white = slide_file(chart), transparent = transparent_slide_file(chart)),
            say!("slide-caption", caption = format!("{}. {}", chart.title, chart.subtitle)),
            say!("slide-alt", alt = &chart.description),
        ));
    }
    text
}
