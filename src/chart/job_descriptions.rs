//! Relationships with the community, by role: what the description says, what the schedule gives, what there is room
//! for.

use super::ChartError;
use super::chart::Drawn;
use super::frame::{Frame, Swatch, Words};
use super::measure::{fit, width};
use super::scene::{Anchor, Area, Type, whole};
use super::style::{AT, INK, LABEL_PX, LINE, MARGIN, QUIET, REACH, SMALL_PX, USABLE};
use crate::analysis::{Results, RoleDescription};
use crate::finding::descriptions_title;
use crate::say;
use crate::study::period_in_words;
use crate::wording::percent;

const NAME: &str = "job-descriptions";
const MOST_ROWS: usize = 60;
/// The height of a bar, and of a row.
const BAR_PX: i32 = 18;
const ROW_PX: i32 = 40;
/// Below this width the roles stand over their bars.
const NARROW_PX: i32 = 640;

/// Draws it.
pub fn draw(results: &Results, width_px: i32) -> Result<Drawn, ChartError> {
    let mut rows: Vec<&RoleDescription> = results.role_descriptions.iter().collect();
    if rows.is_empty() {
        let why =
            if results.duties.is_empty() { say!("descriptions-chart-none") } else { say!("descriptions-chart-merged") };
        return Ok(Drawn::LeftOut(NAME, why));
    }
    let described = |role: &RoleDescription| role.percent.unwrap_or(0.0);
    rows.sort_by(|a, b| described(b).total_cmp(&described(a)).then(a.role.cmp(&b.role)));
    let n_more = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    let block = results.settings.min_block;
    let words = Words {
        name: NAME,
        title: descriptions_title(results),
        subtitle: say!("descriptions-chart-subtitle", period = period_in_words(&results.period), block = block),
        description: say!("descriptions-chart-about"),
        table: "role_descriptions",
    };
    let mut frame = Frame::new(results, width_px, words);
    frame.keys(&[
        (Swatch::Mark(INK), say!("descriptions-key-described")),
        (Swatch::Filled(REACH), say!("descriptions-key-scheduled")),
        (Swatch::Filled(USABLE), say!("descriptions-key-room")),
    ]);
    let plan = Plan::of(&frame, &rows);
    plan.head(&mut frame);
    for role in &rows {
        plan.row(&mut frame, role);
    }
    plan.foot(&mut frame);
    if n_more > 0 {
        frame.scene.text(
            MARGIN,
            frame.y + 10,
            say!("descriptions-more-roles", n = n_more),
            Type::of(SMALL_PX).color(QUIET),
        );
        frame.y += 18;
    }
    frame.finish().map(Drawn::of)
}

/// Where things stand: labels, the track of bars, three columns of numbers.
struct Plan {
    label_w: i32,
    is_narrow: bool,
    track: (i32, i32),
    columns: [(String, i32); 3],
    /// The percentage at the end of the track.
    most: i32,
    top: i32,
}

impl Plan {
    fn of(frame: &Frame, rows: &[&RoleDescription]) -> Plan {
        let longest = rows.iter().map(|role| width(&role.role, LABEL_PX, false)).fold(0.0, f64::max);
        let is_narrow = frame.inner() < NARROW_PX;
        let label_w = if is_narrow { 0 } else { whole(longest * 1.05).clamp(110, frame.inner() * 3 / 10) + 12 };
        let headings = [
            say!("descriptions-column-described"),
            say!("descriptions-column-scheduled"),
            say!("descriptions-column-possible"),
        ];
        let mut right = frame.scene.width - MARGIN;
        let mut columns = headings.map(|heading| (heading, 0));
        for (heading, at) in columns.iter_mut().rev() {
            *at = right;
            right -= whole(width(heading, SMALL_PX, false) * 1.05) + 16;
        }
        let shares = rows.iter().flat_map(|role| {
            [role.percent.unwrap_or(0.0), role.possible_percent().unwrap_or(0.0), role.scheduled_percent()]
        });
        let most = (whole(shares.fold(0.0, f64::max).ceil()) + 9) / 10 * 10;
        Plan { label_w, is_narrow, track: (MARGIN + label_w, right - 22), columns, most: most.max(10), top: frame.y }
    }

    /// Where a percentage lies on the track.
    fn x(&self, percent: f64) -> i32 {
        self.track.0 + whole(percent / f64::from(self.most) * f64::from(self.track.1 - self.track.0))
    }

    /// Ticks and headings.
    fn head(&self, frame: &mut Frame) {
        for (heading, x) in &self.columns {
            frame.scene.text(*x, frame.y + 4, heading.as_str(), Type::of(SMALL_PX).color(QUIET).anchor(Anchor::Right));
        }
        for tick in self.ticks() {
            let label = percent(f64::from(tick) / 100.0);
            let how = Type::of(SMALL_PX).color(QUIET).anchor(Anchor::Middle);
            frame.scene.text(self.x(f64::from(tick)), frame.y + 4, label, how);
        }
        frame.y += 18;
    }

    /// Every ten percent, or fewer where they would stand close.
    fn ticks(&self) -> Vec<i32> {
        let step = if (self.track.1 - self.track.0) * 10 / self.most >= 44 { 10 } else { self.most };
        (0..=self.most).filter(|tick| tick % step == 0).collect()
    }

    fn row(&self, frame: &mut Frame, role: &RoleDescription) {
        let middle = frame.y + ROW_PX / 2 + if self.is_narrow { 20 } else { 0 };
        self.label(frame, role, middle);
        let bar = |from: i32, to: i32| Area { x: from, y: middle - BAR_PX / 2, w: to - from, h: BAR_PX };
        frame.scene.fill(bar(self.track.0, self.track.1), AT);
        let scheduled = self.x(role.scheduled_percent());
        let possible = role.possible_percent().map_or(scheduled, |percent| self.x(percent));
        frame.scene.fill(bar(self.track.0, scheduled), REACH);
        frame.scene.fill(bar(scheduled, possible), USABLE);
        if let Some(described) = role.percent {
            let x = self.x(described);
            frame.scene.fill(Area { x: x - 2, y: middle - BAR_PX / 2 - 6, w: 4, h: BAR_PX + 12 }, INK);
        }
        let described = match role.percent {
            Some(described) => percent(described / 100.0),
            None if role.n_duties == 0 => say!("descriptions-no-description"),
            None => say!("descriptions-not-named"),
        };
        let numbers = [
            described,
            percent(role.scheduled_percent() / 100.0),
            role.possible_percent()
                .map_or_else(|| say!("descriptions-not-shown"), |possible| percent(possible / 100.0)),
        ];
        let [said, given, room] = &numbers;
        let hint = say!("hint-description", role = &role.role, described = said, scheduled = given, possible = room);
        frame.scene.hint(Area { x: MARGIN, y: frame.y, w: frame.inner(), h: middle + ROW_PX / 2 - frame.y }, hint);
        for ((_, x), number) in self.columns.iter().zip(&numbers) {
            frame.scene.text(*x, middle, number.as_str(), Type::of(LABEL_PX).bold().anchor(Anchor::Right));
        }
        frame.y = middle + ROW_PX / 2;
    }

    /// The role and a note: before the bar, one under the other; or over it, one beside the other.
    fn label(&self, frame: &mut Frame, role: &RoleDescription, middle: i32) {
        let (note, quiet) = (note(role), Type::of(SMALL_PX).color(QUIET));
        if self.is_narrow {
            let note_w = whole(width(&note, SMALL_PX, false) * 1.05) + 12;
            let label = fit(&role.role, LABEL_PX, false, frame.inner() - note_w);
            let after = MARGIN + whole(width(&label, LABEL_PX, false) * 1.04) + 10;
            frame.scene.text(MARGIN, middle - 24, label, Type::of(LABEL_PX));
            frame.scene.text(after, middle - 24, note, quiet);
            return;
        }
        let label = fit(&role.role, LABEL_PX, false, self.label_w - 10);
        frame.scene.text(MARGIN, if note.is_empty() { middle } else { middle - 7 }, label, Type::of(LABEL_PX));
        frame.scene.text(MARGIN, middle + 9, fit(&note, SMALL_PX, false, self.label_w - 10), quiet);
    }

    /// A line at the left of all bars, so that a bar of nothing has a place.
    fn foot(&self, frame: &mut Frame) {
        frame.scene.line((self.track.0, self.top + 14), (self.track.0, frame.y), LINE, 1);
        frame.y += 6;
    }
}

/// How many people hold the role, where it is not one; and that none of them may meet partners, where it is so.
fn note(role: &RoleDescription) -> String {
    let people = say!("people", n = role.n_people);
    match (role.n_people, role.n_eligible) {
        (_, 0) => say!("descriptions-none-may-meet", people = people),
        (1, _) => String::new(),
        _ => people,
    }
}
