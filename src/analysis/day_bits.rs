//! At which times of a day does something hold? A bit for each unit of some minutes: all times are looked at in one go.

use super::grid::{SLOT_MINUTES, SLOTS_A_DAY};
use crate::time::Span;
use std::ops::{BitAnd, BitOr, BitOrAssign, BitXor};

/// How many minutes a day has.
pub const A_DAY: i32 = 1440;
/// How many bits a word has.
const BITS: usize = 64;

/// The times of a day at which something holds, in whole units. `W` words of bits are room for units of
/// [`DayBits::UNIT`] minutes: half hours fit into one word, quarters of an hour into 2, 5 minutes into 5, minutes into 23.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayBits<const W: usize>([u64; W]);

impl<const W: usize> DayBits<W> {
    /// How many minutes a unit has. A half hour is a number of whole units.
    pub const UNIT: i32 = match W {
        1 => 30,
        2 => 15,
        5 => 5,
        _ => 1,
    };
    /// No time.
    pub const NONE: DayBits<W> = DayBits([0; W]);

    /// From one minute of the day to another, both at the start of a unit. What lies outside the day is left out.
    pub fn between(start: i32, end: i32) -> DayBits<W> {
        let unit = |minute: i32| usize::try_from(minute.clamp(0, A_DAY) / Self::UNIT).unwrap_or(0);
        let (first, end) = (unit(start), unit(end));
        let mut bits = Self::NONE;
        if first < end {
            let (first_word, last_word) = (first / BITS, (end - 1) / BITS);
            bits.0[first_word..=last_word].fill(u64::MAX);
            bits.0[first_word] &= u64::MAX << (first % BITS);
            bits.0[last_word] &= u64::MAX >> (BITS - 1 - (end - 1) % BITS);
        }
        bits
    }

    fn zip(self, other: DayBits<W>, each: impl Fn(u64, u64) -> u64) -> DayBits<W> {
        DayBits(std::array::from_fn(|at| each(self.0[at], other.0[at])))
    }

    /// When it holds, and another does not.
    pub fn without(self, other: DayBits<W>) -> DayBits<W> {
        self.zip(other, |own, other| own & !other)
    }

    /// Whether it never holds.
    pub fn is_none(self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// Whether it holds at a minute of the day.
    pub fn holds_at(self, minute: i32) -> bool {
        let unit = usize::try_from(minute / Self::UNIT).unwrap_or(0);
        self.0[unit / BITS] >> (unit % BITS) & 1 == 1
    }

    /// How many units it holds.
    pub fn n_units(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// How many minutes it holds.
    pub fn minutes(self) -> i64 {
        i64::from(self.n_units()) * i64::from(Self::UNIT)
    }

    /// How many minutes of each half hour it holds.
    pub fn by_half_hour(self) -> [u32; SLOTS_A_DAY] {
        let n_units = usize::try_from(SLOT_MINUTES / Self::UNIT).unwrap_or(1);
        let (unit, all) = (Self::UNIT.cast_unsigned(), u64::MAX >> (BITS - n_units));
        std::array::from_fn(|slot| {
            let (word, at) = (slot * n_units / BITS, slot * n_units % BITS);
            // a half hour may lie in two words
            let later = if at + n_units > BITS { self.0[word + 1] << (BITS - at) } else { 0 };
            ((self.0[word] >> at | later) & all).count_ones() * unit
        })
    }

    /// The units in which it is not as in the unit before; before the day, it was `before`.
    pub fn changes(self, before: bool) -> DayBits<W> {
        (self ^ self.one_later(before)) & Self::between(0, A_DAY)
    }

    /// The same one unit later; in the first one, as it was `before` the day.
    pub fn one_later(self, before: bool) -> DayBits<W> {
        let mut carry = u64::from(before);
        DayBits(self.0.map(|word| word << 1 | std::mem::replace(&mut carry, word >> (BITS - 1))))
    }

    /// The same one unit earlier; in the last one, as it is `after` the day.
    pub fn one_earlier(self, after: bool) -> DayBits<W> {
        let mut earlier = Self::NONE;
        for (at, word) in earlier.0.iter_mut().enumerate() {
            let next = self.0.get(at + 1).copied().unwrap_or(0);
            *word = self.0[at] >> 1 | next << (BITS - 1);
        }
        if after { earlier | Self::between(A_DAY - Self::UNIT, A_DAY) } else { earlier }
    }

    /// The first minute of every unit in which it holds, in order.
    pub fn units(self) -> Units<W> {
        Units { left: self.0, word: 0 }
    }
}

/// Units of a day, by their first minutes.
pub struct Units<const W: usize> {
    left: [u64; W],
    /// No word before it has any.
    word: usize,
}

impl<const W: usize> Iterator for Units<W> {
    type Item = i32;

    fn next(&mut self) -> Option<i32> {
        while self.left[self.word] == 0 {
            if self.word + 1 == W {
                return None;
            }
            self.word += 1;
        }
        let word = &mut self.left[self.word];
        let unit = i32::try_from(self.word * BITS).unwrap_or(0) + i32::try_from(word.trailing_zeros()).unwrap_or(0);
        *word &= *word - 1;
        Some(unit * DayBits::<W>::UNIT)
    }
}

impl<const W: usize> BitAnd for DayBits<W> {
    type Output = DayBits<W>;

    fn bitand(self, other: DayBits<W>) -> DayBits<W> {
        self.zip(other, |own, other| own & other)
    }
}

impl<const W: usize> BitOr for DayBits<W> {
    type Output = DayBits<W>;

    fn bitor(self, other: DayBits<W>) -> DayBits<W> {
        self.zip(other, |own, other| own | other)
    }
}

impl<const W: usize> BitOrAssign for DayBits<W> {
    fn bitor_assign(&mut self, other: DayBits<W>) {
        *self = *self | other;
    }
}

impl<const W: usize> BitXor for DayBits<W> {
    type Output = DayBits<W>;

    fn bitxor(self, other: DayBits<W>) -> DayBits<W> {
        self.zip(other, |own, other| own ^ other)
    }
}

/// The longest of the units of [`DayBits`] in which all of these begin and end. Each unit is a whole number of those that
/// are shorter.
pub fn longest_unit<T>(spans: &[T], span: impl Fn(&T) -> (i32, i32)) -> i32 {
    if are_whole::<1, T>(spans, &span) {
        DayBits::<1>::UNIT
    } else if are_whole::<2, T>(spans, &span) {
        DayBits::<2>::UNIT
    } else if are_whole::<5, T>(spans, &span) {
        DayBits::<5>::UNIT
    } else {
        DayBits::<23>::UNIT
    }
}

/// The longest unit in which all spans of some lists begin and end.
pub fn longest_unit_of_spans<'s>(lists: impl Iterator<Item = &'s [Span]>) -> i32 {
    let units = lists.map(|spans| longest_unit(spans, |span| (span.start.0, span.end.0)));
    units.min().unwrap_or(DayBits::<1>::UNIT)
}

fn are_whole<const W: usize, T>(spans: &[T], span: impl Fn(&T) -> (i32, i32)) -> bool {
    let rest = |minute: i32| minute % DayBits::<W>::UNIT;
    // most often all are: to ask once for all takes less time than to ask for each
    spans.iter().map(span).fold(0, |rests, (start, end)| rests | rest(start) | rest(end)) == 0
}

/// Calls `each` with those that begin before the end of the day that begins at midnight, and their times of the day.
/// `rest` is in the order of starts, and goes on to the first that is not over by then. Those after it come again, without
/// any time where they were over before.
pub fn for_day<const W: usize, T>(
    rest: &mut &[T],
    midnight: i32,
    span: impl Fn(&T) -> (i32, i32),
    mut each: impl FnMut(&T, DayBits<W>),
) {
    let mut n_over = None;
    for (n_before, one) in rest.iter().enumerate() {
        let (start, end) = span(one);
        if start >= midnight + A_DAY {
            *rest = &rest[n_over.unwrap_or(n_before)..];
            return;
        }
        if end > midnight + A_DAY {
            n_over = n_over.or(Some(n_before));
        }
        each(one, DayBits::between(start - midnight, end - midnight));
    }
    *rest = n_over.map_or(&[], |n_over| &rest[n_over..]);
}

#[cfg(test)]
mod tests {
    use super::{DayBits, for_day};
    use proptest::prelude::*;

    /// The same, minute by minute.
    fn minutes_of<const W: usize>(bits: DayBits<W>) -> Vec<bool> {
        (0..1440).map(|minute| bits.holds_at(minute)).collect()
    }

    fn spans_are_minutes<const W: usize>(spans: &[(i32, i32)]) {
        let unit = DayBits::<W>::UNIT;
        assert!(1440 / unit <= i32::try_from(64 * W).unwrap() && 30 % unit == 0);
        let (mut bits, mut expected) = (DayBits::<W>::NONE, vec![false; 1440]);
        for (start, length) in spans {
            let (start, end) = (start * unit, (start + length) * unit);
            bits |= DayBits::between(start, end);
            (start.max(0)..end.min(1440)).for_each(|minute| expected[usize::try_from(minute).unwrap()] = true);
        }
        assert_eq!(minutes_of(bits), expected);
        assert_eq!(bits.minutes(), i64::try_from(expected.iter().filter(|holds| **holds).count()).unwrap());
        let a_unit = usize::try_from(unit).unwrap();
        for beyond in [false, true] {
            let beyond_day = vec![beyond; a_unit];
            assert_eq!(minutes_of(bits.one_later(beyond)), [&beyond_day, &expected[..1440 - a_unit]].concat());
            assert_eq!(minutes_of(bits.one_earlier(beyond)), [&expected[a_unit..], &beyond_day].concat());
        }
        for before in [false, true] {
            let (mut last, mut found, mut changes) = (before, Vec::new(), Vec::new());
            bits.changes(before).units().for_each(|minute| found.push(minute));
            for (minute, holds) in (0..).zip(&expected) {
                if std::mem::replace(&mut last, *holds) != *holds {
                    changes.push(minute);
                }
            }
            assert_eq!(found, changes);
        }
    }

    proptest! {
        #[test]
        fn bits_of_a_day_are_its_minutes(spans in prop::collection::vec((-100..1500_i32, 0..300_i32), 0..6)) {
            spans_are_minutes::<1>(&spans);
            spans_are_minutes::<2>(&spans);
            spans_are_minutes::<5>(&spans);
            spans_are_minutes::<23>(&spans);
        }

        #[test]
        fn two_of_them_are_put_together_minute_by_minute(a in (0..1440_i32, 0..1440_i32), b in (0..1440_i32, 0..1440_i32)) {
            let (a, b) = (DayBits::<23>::between(a.0, a.1), DayBits::<23>::between(b.0, b.1));
            let expected = |put: fn(bool, bool) -> bool| -> Vec<bool> {
                minutes_of(a).into_iter().zip(minutes_of(b)).map(|(a, b)| put(a, b)).collect()
            };
            prop_assert_eq!(minutes_of(a & b), expected(|a, b| a && b));
            prop_assert_eq!(minutes_of(a | b), expected(|a, b| a || b));
            prop_assert_eq!(minutes_of(a ^ b), expected(|a, b| a != b));
            prop_assert_eq!(minutes_of(a.without(b)), expected(|a, b| a && !b));
            prop_assert_eq!((a & b).is_none(), !expected(|a, b| a && b).contains(&true));
        }
    }

    #[test]
    fn what_lasts_beyond_midnight_comes_again_on_the_next_day() {
        let spans = [(600, 700), (650, 3000), (700, 800), (1500, 1600), (3000, 3100)];
        let mut rest = &spans[..];
        let mut minutes_of = |midnight: i32| {
            let mut minutes = Vec::new();
            let note = |span: &(i32, i32), own: DayBits<23>| minutes.push((span.0, own.minutes()));
            for_day(&mut rest, midnight, |span| *span, note);
            minutes
        };
        assert_eq!(minutes_of(0), [(600, 100), (650, 790), (700, 100)]);
        assert_eq!(minutes_of(1440), [(650, 1440), (700, 0), (1500, 100)]);
        assert_eq!(minutes_of(2880), [(650, 120), (700, 0), (1500, 0), (3000, 100)]);
        assert!(rest.is_empty());
    }
}
