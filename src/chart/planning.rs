//! Planning and assessment as work: what visits need, what is scheduled, what there is room for.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::measure::{fit, width};
use super::scene::{Anchor, Area, Type, guide, whole};
use super::style::{Color, DESK, DUTY, INK, LABEL_PX, MARGIN, PAPER, QUIET, REACH, SMALL_PX, USABLE};
use crate::analysis::{Planning, Results};
use crate::finding::{hours_a_week, planning_title};
use crate::say;
use crate::study::period_in_words;
use crate::time::Minutes;
use crate::wording::decimal;

const NAME: &str = "planning";
const MOST_BRANCHES: usize = 30;
const BAR_PX: i32 = 26;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let rows = results.planning();
    let Some((all, branches)) = rows.split_first().filter(|(all, _)| !(all.visits() + all.scheduled()).is_zero())
    else {
        return Ok(Drawn::LeftOut(NAME, say!("planning-chart-none")));
    };
    let ratio = say!("hours", number = decimal(results.settings.planning_hours_per_visit_hour()));
    let words = Words {
        name: NAME,
        title: planning_title(results, all),
        subtitle: say!(
            "planning-chart-subtitle",
            period = period_in_words(&results.period),
            ratio = ratio,
            block = results.settings.min_block
        ),
        description: say!("planning-chart-about"),
        table: "planning",
    };
    let mut frame = Frame::new(results, width_px, words);
    frame.keys(&[
        (Swatch::Filled(REACH), say!("planning-key-reachable")),
        (Swatch::Filled(DESK), say!("planning-key-outreach")),
        (Swatch::Outlined(INK), say!("planning-key-needed")),
        (Swatch::Hatched(PAPER, QUIET), say!("planning-key-all")),
    ]);
    frame.keys(&[
        (Swatch::Filled(DUTY), say!("planning-key-planning")),
        (Swatch::Hatched(DUTY, INK), say!("planning-key-assessment")),
        (Swatch::Filled(USABLE), say!("planning-key-room")),
    ]);
    bars(&mut frame, results, all);
    if !branches.is_empty() {
        by_branch(&mut frame, results, branches);
    }
    frame.finish().map(Drawn::of)
}

/// How a part of a bar is filled.
#[derive(Clone, Copy)]
enum Fill {
    Plain(Color),
    Hatched(Color, Color),
    Outlined,
}

/// One bar: what it is, its parts, and its figures in words.
struct Bar {
    label: String,
    parts: Vec<(Minutes, Fill)>,
    figures: String,
}

fn bars_of(results: &Results, all: &Planning) -> [Bar; 4] {
    let week = |minutes: Minutes| hours_a_week(results, minutes);
    [
        Bar {
            label: say!("planning-bar-visits"),
            parts: vec![(all.reachable, Fill::Plain(REACH)), (all.outreach, Fill::Plain(DESK))],
            figures: say!("planning-label-visits", reachable = week(all.reachable), outreach = week(all.outreach)),
        },
        Bar {
            label: say!("planning-bar-needed"),
            parts: vec![(all.needed(), Fill::Outlined), (all.needed_more(), Fill::Hatched(PAPER, QUIET))],
            figures: say!("planning-label-needed", needed = week(all.needed()), all = week(all.needed_for_all())),
        },
        Bar {
            label: say!("planning-bar-scheduled"),
            parts: vec![(all.planning, Fill::Plain(DUTY)), (all.assessment, Fill::Hatched(DUTY, INK))],
            figures: say!("planning-label-scheduled", planning = week(all.planning), assessment = week(all.assessment)),
        },
        Bar {
            label: say!("planning-bar-room"),
            parts: vec![(all.room(), Fill::Plain(USABLE))],
            figures: say!("planning-label-room", room = week(all.room())),
        },
    ]
}

fn bars(frame: &mut Frame, results: &Results, all: &Planning) {
    let bars = bars_of(results, all);
    let widest = |texts: &dyn Fn(&Bar) -> &str| {
        whole(bars.iter().map(|bar| width(texts(bar), LABEL_PX, true)).fold(0.0, f64::max) * 1.05)
    };
    let label_w = whole(bars.iter().map(|bar| width(&bar.label, LABEL_PX, false)).fold(0.0, f64::max) * 1.05) + 14;
    let track = (frame.inner() - label_w - widest(&|bar| &bar.figures) - 12).max(60);
    let most = bars.iter().map(|bar| bar.parts.iter().map(|part| part.0).sum::<Minutes>()).max().unwrap_or_default();
    let left = MARGIN + label_w;
    for bar in &bars {
        let middle = frame.y + BAR_PX / 2;
        frame.scene.text(MARGIN, middle, bar.label.as_str(), Type::of(LABEL_PX));
        let mut so_far = Minutes::ZERO;
        let x = |minutes: Minutes| left + whole(minutes.share_of(most) * f64::from(track));
        for (length, fill) in bar.parts.iter().filter(|part| !part.0.is_zero()) {
            let (from, to) = (x(so_far), x(so_far + *length));
            fill_area(frame, Area { x: from, y: frame.y, w: (to - from).max(1), h: BAR_PX }, *fill);
            so_far += *length;
        }
        let figures = fit(&bar.figures, LABEL_PX, true, frame.scene.width - MARGIN - x(so_far) - 8);
        let hint = say!("hint-planning", label = &bar.label, figures = &bar.figures);
        frame.scene.hint(Area { x: MARGIN, y: frame.y, w: frame.inner(), h: BAR_PX }, hint);
        frame.scene.text(x(so_far) + 8, middle, figures, Type::of(LABEL_PX).bold());
        frame.y += BAR_PX + 12;
    }
}

fn fill_area(frame: &mut Frame, area: Area, fill: Fill) {
    match fill {
        Fill::Plain(color) => frame.scene.fill(area, color),
        Fill::Hatched(color, lines) => {
            frame.scene.fill(area, color);
            frame.scene.hatch(area, lines, 7);
            frame.scene.outline(area, lines, 1);
        }
        Fill::Outlined => {
            frame.scene.outline(Area { x: area.x + 1, y: area.y + 1, w: area.w - 2, h: area.h - 2 }, INK, 2);
        }
    }
}

/// The same figures branch by branch, as a table: their sizes differ too much for one scale.
fn by_branch(frame: &mut Frame, results: &Results, branches: &[Planning]) {
    frame.y += 6;
    frame.heading(&say!("planning-by-branch"));
    let headings = [
        say!("planning-column-visits"),
        say!("planning-column-needed"),
        say!("planning-column-scheduled"),
        say!("planning-column-room"),
    ];
    let column = frame.inner() / 6;
    let right = |n: usize| frame.scene.width - MARGIN - i32::try_from(3 - n).unwrap_or(0) * column;
    let places: Vec<i32> = (0..headings.len()).map(right).collect();
    for (heading, x) in headings.iter().zip(&places) {
        frame.scene.text(*x, frame.y, heading.as_str(), Type::of(SMALL_PX).color(QUIET).anchor(Anchor::Right));
    }
    frame.y += 18;
    for row in branches.iter().take(MOST_BRANCHES) {
        let across = (MARGIN, frame.scene.width - MARGIN);
        guide(&mut frame.scene, across, frame.y - 9);
        frame.scene.text(MARGIN, frame.y + 2, fit(&row.branch, LABEL_PX, false, column * 2 - 12), Type::of(LABEL_PX));
        for (minutes, x) in [row.visits(), row.needed(), row.scheduled(), row.room()].into_iter().zip(&places) {
            let how = Type::of(LABEL_PX).anchor(Anchor::Right);
            frame.scene.text(*x, frame.y + 2, hours_a_week(results, minutes), how);
        }
        frame.y += 24;
    }
    let n_more = branches.len().saturating_sub(MOST_BRANCHES);
    if n_more > 0 {
        let said = say!("planning-more-branches", n = n_more);
        frame.scene.text(MARGIN, frame.y + 4, said, Type::of(SMALL_PX).color(QUIET));
        frame.y += 18;
    }
}
