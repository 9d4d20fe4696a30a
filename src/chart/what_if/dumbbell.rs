//! How does one figure of two sides look? A hollow circle and a filled mark on one track, their numbers at the ends, and
//! words for the difference.

use crate::chart::measure::{fit, width};
use crate::chart::scene::{Anchor, Area, Scene, Type, whole};
use crate::chart::style::{Color, DESK, INK, LINE, LOST, PAPER, QUIET, REACH, SMALL_PX};
use crate::finding::Turn;

/// The mark of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A hollow circle: the first side.
    First,
    /// A diamond.
    Diamond,
    /// A square.
    Square,
    /// A triangle that points up.
    Up,
    /// A triangle that points down.
    Down,
}

impl Mark {
    /// The mark of a side: shapes before colors.
    #[must_use]
    pub const fn of(side: usize) -> Mark {
        match side {
            0 => Mark::First,
            n => [Mark::Diamond, Mark::Square, Mark::Up, Mark::Down][(n - 1) % 4],
        }
    }

    /// Draws it around a point.
    pub fn draw(self, scene: &mut Scene, (x, y): (i32, i32), r: i32) {
        let short = r * 8 / 10;
        match self {
            Mark::First => {
                scene.disk((x, y), r, INK);
                scene.disk((x, y), r - 2, PAPER);
            }
            Mark::Diamond => scene.polygon(vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)], DESK),
            Mark::Square => scene.fill(Area { x: x - short, y: y - short, w: 2 * short, h: 2 * short }, DESK),
            Mark::Up => scene.polygon(vec![(x, y - r), (x + r, y + short), (x - r, y + short)], DESK),
            Mark::Down => scene.polygon(vec![(x, y + r), (x + r, y - short), (x - r, y - short)], DESK),
        }
    }
}

/// A small cross: not better.
pub fn cross(scene: &mut Scene, (x, y): (i32, i32), r: i32) {
    scene.line((x - r, y - r), (x + r, y + r), LOST, 2);
    scene.line((x - r, y + r), (x + r, y - r), LOST, 2);
}

/// The tone of a difference; words say the same.
#[must_use]
pub const fn tone(turn: Turn) -> Color {
    match turn {
        Turn::Better => REACH,
        Turn::Worse => LOST,
        Turn::Other | Turn::Same => QUIET,
    }
}

/// One figure on the first side and on another.
#[derive(Clone, Debug, PartialEq)]
pub struct Dumbbell {
    /// The first side's figure and how it is written; none where it has none.
    pub first: Option<(f64, String)>,
    /// The other side's.
    pub own: (f64, String),
    /// The right end of the track; the left one is 0.
    pub most: f64,
    /// Which way it goes.
    pub turn: Turn,
    /// The other side.
    pub side: usize,
    /// The least and the most behind each figure, where they are means.
    pub ranges: Option<[(f64, f64); 2]>,
    /// The color of the row, on which numbers stand free of the track.
    pub behind: Color,
}

/// The room that numbers need at the ends of tracks.
#[must_use]
pub fn number_room<'a>(numbers: impl Iterator<Item = &'a str>) -> i32 {
    whole(numbers.map(|number| width(number, SMALL_PX, true)).fold(0.0, f64::max) * 1.08) + 12
}

impl Dumbbell {
    /// Draws it in an area whose ends keep room for numbers: left, where small ones stand, and right.
    pub fn draw(&self, scene: &mut Scene, area: Area, (left, right): (i32, i32)) {
        let y = area.y + area.h / 2;
        let (x0, w) = (area.x + left, (area.w - left - right).max(10));
        let at = |value: f64| {
            let share = if self.most > 0.0 { (value / self.most).clamp(0.0, 1.0) } else { 0.0 };
            x0 + whole(share * f64::from(w))
        };
        scene.line((x0, y), (x0 + w, y), LINE, 1);
        scene.line((x0, y - 4), (x0, y + 4), LINE, 1);
        if let Some(ranges) = self.ranges {
            for ((least, most), (dy, color)) in ranges.into_iter().zip([(-11, QUIET), (11, DESK)]) {
                let (from, to) = (at(least), at(most));
                scene.line((from, y + dy), (to, y + dy), color, 1);
                scene.line((from, y + dy - 3), (from, y + dy + 3), color, 1);
                scene.line((to, y + dy - 3), (to, y + dy + 3), color, 1);
            }
        }
        let own_x = at(self.own.0);
        let own_type = Type::of(SMALL_PX).bold();
        match &self.first {
            Some((first, written)) => {
                let first_x = at(*first);
                scene.line((first_x, y), (own_x, y), tone(self.turn), 4);
                Mark::First.draw(scene, (first_x, y), 6);
                if self.turn == Turn::Same {
                    self.end(scene, (own_x.max(first_x), y), 1, (&self.own.1, own_type));
                } else {
                    let (first_side, own_side) = if self.own.0 >= *first { (-1, 1) } else { (1, -1) };
                    self.end(scene, (first_x, y), first_side, (written, Type::of(SMALL_PX).color(QUIET)));
                    self.end(scene, (own_x, y), own_side, (&self.own.1, own_type));
                }
            }
            None => {
                scene.line((x0, y), (own_x, y), tone(self.turn), 4);
                self.end(scene, (own_x, y), 1, (&self.own.1, own_type));
            }
        }
        Mark::of(self.side).draw(scene, (own_x, y), if self.turn == Turn::Same { 4 } else { 6 });
    }

    /// A number beside a mark, left of it (-1) or right (1), clear of the track.
    fn end(&self, scene: &mut Scene, (x, y): (i32, i32), to: i32, (text, how): (&str, Type)) {
        let w = whole(width(text, SMALL_PX, how.is_bold) * 1.05) + 4;
        let left = if to < 0 { x - 8 - w } else { x + 8 };
        scene.fill(Area { x: left, y: y - 4, w, h: 8 }, self.behind);
        scene.text(x + to * 10, y, text, how.anchor(if to < 0 { Anchor::Right } else { Anchor::Left }));
    }
}

/// The difference and what it means, where there is room for both; the number goes first.
pub fn difference_words(
    scene: &mut Scene,
    (x, y): (i32, i32),
    difference: &str,
    (turn, word): (Turn, &str),
    room: i32,
) {
    if turn == Turn::Same {
        scene.text(x, y, fit(word, SMALL_PX, false, room), Type::of(SMALL_PX).color(QUIET));
        return;
    }
    scene.text(x, y, difference, Type::of(SMALL_PX).bold());
    let number_w = whole(width(difference, SMALL_PX, true) * 1.05) + 8;
    if word.is_empty() || number_w + 20 > room {
        return;
    }
    let tip = x + number_w;
    let how = Type::of(SMALL_PX);
    if turn == Turn::Worse {
        cross(scene, (tip + 4, y), 4);
    } else {
        scene.line((tip, y), (tip + 3, y + 4), REACH, 2);
        scene.line((tip + 3, y + 4), (tip + 9, y - 4), REACH, 2);
    }
    scene.text(tip + 14, y, fit(word, SMALL_PX, false, room - number_w - 14), how);
}
