//! Hours options: which half hours, now closed, hold the most partner time?

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Words};
use super::measure::{fit, width};
use super::scene::{Area, Type, whole};
use super::style::{LABEL_PX, LOST, MARGIN, QUIET, SMALL_PX};
use crate::analysis::{HoursOption, Results};
use crate::finding::{half_hour, hours_a_week};
use crate::say;
use crate::study::period_in_words;
use crate::wording::{and_list, comma_list, weekday_name};

const MOST_ROWS: usize = 14;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let mut options: Vec<&HoursOption> =
        results.hours_options.iter().filter(|option| !option.lost_closed.is_zero()).collect();
    if options.is_empty() {
        return Ok(Drawn::LeftOut("hours-options", say!("hours-options-left-out")));
    }
    options.sort_by_key(|option| (std::cmp::Reverse(option.lost_closed), option.weekday, option.slot, option.branch));
    let n_more = options.len().saturating_sub(MOST_ROWS);
    options.truncate(MOST_ROWS);
    let best = options[0];
    let words = Words {
        name: "hours-options",
        title: say!(
            "hours-options-title",
            half_hour = half_hour_of(best),
            hours = hours_a_week(results, best.lost_closed)
        ),
        subtitle: say!("hours-options-subtitle", period = period_in_words(&results.period)),
        description: say!("hours-options-description"),
        table: "hours_options",
    };
    let mut frame = Frame::new(results, width_px, words);
    let label = |option: &HoursOption| {
        let half_hour = half_hour_of(option);
        if results.shown.len() > 1 {
            comma_list([half_hour.as_str(), results.branch_name(option.branch)])
        } else {
            half_hour
        }
    };
    let longest = options.iter().map(|option| width(&label(option), LABEL_PX, false)).fold(0.0, f64::max);
    let label_w = whole(longest * 1.05).clamp(120, width_px * 4 / 10) + 12;
    let bars_w = (frame.inner() - label_w) / 3;
    for option in &options {
        let (y, h) = (frame.y, 24);
        frame.scene.text(MARGIN, y + h / 2, fit(&label(option), LABEL_PX, false, label_w - 10), Type::of(LABEL_PX));
        let w = whole(option.lost_closed.share_of(best.lost_closed) * f64::from(bars_w)).max(2);
        frame.scene.fill(Area { x: MARGIN + label_w, y: y + 3, w, h: h - 6 }, LOST);
        let amount = hours_a_week(results, option.lost_closed);
        let after = MARGIN + label_w + w + 8;
        frame.scene.text(after, y + h / 2, amount.clone(), Type::of(LABEL_PX).bold());
        let names: Vec<&str> = option.stakeholders.iter().map(|id| results.stakeholder(*id).name.as_str()).collect();
        let x = after + whole(width(&amount, LABEL_PX, true)) + 10;
        let who = fit(&and_list(&names, 3), SMALL_PX, false, frame.scene.width - MARGIN - x);
        frame.scene.text(x, y + h / 2, who, Type::of(SMALL_PX).color(QUIET));
        let partners = and_list(&names, names.len());
        let said = say!("hint-hours", when = label(option), hours = amount, partners = partners);
        frame.scene.hint(Area { x: MARGIN, y, w: frame.inner(), h }, said);
        frame.y += h + 4;
    }
    if n_more > 0 {
        frame.y += 8;
        frame.scene.text(MARGIN, frame.y, say!("hours-options-more", n = n_more), Type::of(SMALL_PX).color(QUIET));
        frame.y += 8;
    }
    frame.finish().map(Drawn::of)
}

/// A half hour with its day, such as `Monday 07:30-08:00`.
fn half_hour_of(option: &HoursOption) -> String {
    say!("weekday-time", weekday = weekday_name(option.weekday), time = half_hour(option.slot))
}
