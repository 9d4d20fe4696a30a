//! How many are there at each time of a day? Numbers in binary, the bits of each digit side by side: one more at many
//! times, or the greater of two at all times, takes a few steps in all.

use super::day_bits::DayBits;
use super::grid::SLOTS_A_DAY;

/// A number for each unit of a day.
#[derive(Clone, Debug)]
pub struct DayCounts<const W: usize> {
    /// When the last digit of the number is 1, the one before it …
    digits: Vec<DayBits<W>>,
}

impl<const W: usize> Default for DayCounts<W> {
    fn default() -> DayCounts<W> {
        DayCounts { digits: Vec::new() }
    }
}

/// So many words are looked at in one go.
const FEW_WORDS: usize = 2;

/// A sum of three digits, and what is carried on.
fn full_add<const W: usize>(a: DayBits<W>, b: DayBits<W>, c: DayBits<W>) -> (DayBits<W>, DayBits<W>) {
    (a ^ b ^ c, (a & b) | (c & (a | b)))
}

/// What is borrowed from the next digit, to take `b` and what was borrowed before from `a`.
fn borrowed<const W: usize>(a: DayBits<W>, b: DayBits<W>, before: DayBits<W>) -> DayBits<W> {
    (b & before) | (b | before).without(a)
}

impl<const W: usize> DayCounts<W> {
    /// All numbers are 0.
    pub fn clear(&mut self) {
        self.digits.clear();
    }

    fn digit(&self, at: usize) -> DayBits<W> {
        self.digits.get(at).copied().unwrap_or(DayBits::NONE)
    }

    /// One more at some times.
    pub fn add(&mut self, times: DayBits<W>) {
        self.carry_on(0, times);
    }

    /// Adds what is carried, from some digit on.
    fn carry_on(&mut self, first: usize, mut carry: DayBits<W>) {
        for digit in &mut self.digits[first..] {
            (*digit, carry) = (*digit ^ carry, *digit & carry);
            // to go through all digits of few words is less than to ask whether anything is left
            if W > FEW_WORDS && carry.is_none() {
                return;
            }
        }
        if !carry.is_none() {
            self.digits.push(carry);
        }
    }

    /// More by as many as there are of something else.
    pub fn add_all(&mut self, more: &DayCounts<W>) {
        let n_more = more.digits.len();
        if self.digits.len() < n_more {
            self.digits.resize(n_more, DayBits::NONE);
        }
        let mut carry = DayBits::NONE;
        for (digit, more) in self.digits.iter_mut().zip(&more.digits) {
            (*digit, carry) = full_add(*digit, *more, carry);
        }
        self.carry_on(n_more, carry);
    }

    /// At some times, the number is this.
    pub fn set(&mut self, times: DayBits<W>, number: u32) {
        let n_digits = usize::try_from(u32::BITS - number.leading_zeros()).unwrap_or(0);
        self.digits.resize(self.digits.len().max(n_digits), DayBits::NONE);
        for (at, digit) in self.digits.iter_mut().enumerate() {
            *digit = if number.checked_shr(u32::try_from(at).unwrap_or(u32::MAX)).is_some_and(|rest| rest & 1 == 1) {
                *digit | times
            } else {
                digit.without(times)
            };
        }
    }

    /// From now on, by how many there are more of one than of another; 0 where there are not.
    pub fn set_excess(&mut self, one: &DayCounts<W>, other: &DayCounts<W>) {
        self.digits.clear();
        let mut borrow = DayBits::NONE;
        for at in 0..one.digits.len().max(other.digits.len()) {
            let (a, b) = (one.digit(at), other.digit(at));
            self.digits.push(a ^ b ^ borrow);
            borrow = borrowed(a, b, borrow);
        }
        self.leave_out(borrow);
    }

    /// When there are fewer than of something else.
    pub fn is_less(&self, other: &DayCounts<W>) -> DayBits<W> {
        (0..self.digits.len().max(other.digits.len()))
            .fold(DayBits::NONE, |borrow, at| borrowed(self.digit(at), other.digit(at), borrow))
    }

    /// At some times, the number is 0.
    pub fn leave_out(&mut self, times: DayBits<W>) {
        self.digits.iter_mut().for_each(|digit| *digit = digit.without(times));
    }

    /// When there is at least one.
    pub fn is_any(&self) -> DayBits<W> {
        self.digits.iter().fold(DayBits::NONE, |any, digit| any | *digit)
    }

    /// When the number is not as in the unit before; before the day, it was 0.
    pub fn changes(&self) -> DayBits<W> {
        self.digits.iter().fold(DayBits::NONE, |changes, digit| changes | digit.changes(false))
    }

    /// The greatest number at any of some times, and at which of them it is that.
    pub fn greatest(&self, mut when: DayBits<W>) -> (i64, DayBits<W>) {
        let mut number = 0;
        for digit in self.digits.iter().rev() {
            let held = when & *digit;
            number *= 2;
            if !held.is_none() {
                number += 1;
                when = held;
            }
        }
        (number, when)
    }

    /// The number at a minute of the day.
    pub fn at(&self, minute: i32) -> i64 {
        self.digits.iter().rev().fold(0, |number, digit| 2 * number + i64::from(digit.holds_at(minute)))
    }

    /// The sum over all minutes of the day.
    pub fn minutes(&self) -> i64 {
        self.digits.iter().rev().fold(0, |sum, digit| 2 * sum + digit.minutes())
    }

    /// The sums over the minutes of each half hour.
    pub fn by_half_hour(&self) -> [i64; SLOTS_A_DAY] {
        let mut sums = [0; SLOTS_A_DAY];
        for digit in self.digits.iter().rev() {
            for (sum, minutes) in sums.iter_mut().zip(digit.by_half_hour()) {
                *sum = 2 * *sum + i64::from(minutes);
            }
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::{DayBits, DayCounts};
    use proptest::prelude::*;

    type Times = Vec<(i32, i32)>;

    fn times() -> impl Strategy<Value = Times> {
        prop::collection::vec((0..1440_i32, 1..1440_i32), 0..12)
    }

    fn counts(times: &Times) -> (DayCounts<23>, Vec<i64>) {
        let (mut counts, mut expected) = (DayCounts::default(), vec![0; 1440]);
        for (start, length) in times {
            counts.add(DayBits::between(*start, start + length));
            (*start..(start + length).min(1440)).for_each(|minute| expected[usize::try_from(minute).unwrap()] += 1);
        }
        (counts, expected)
    }

    fn numbers(counts: &DayCounts<23>) -> Vec<i64> {
        (0..1440).map(|minute| counts.at(minute)).collect()
    }

    fn minutes(bits: DayBits<23>) -> Vec<bool> {
        (0..1440).map(|minute| bits.holds_at(minute)).collect()
    }

    proptest! {
        #[test]
        fn counts_are_numbers_minute_by_minute(a in times(), b in times()) {
            let ((a, expected_a), (b, expected_b)) = (counts(&a), counts(&b));
            let both = |each: fn(i64, i64) -> i64| -> Vec<i64> {
                expected_a.iter().zip(&expected_b).map(|(a, b)| each(*a, *b)).collect()
            };
            prop_assert_eq!(numbers(&a), both(|a, _| a));
            prop_assert_eq!(a.minutes(), expected_a.iter().sum::<i64>());
            prop_assert_eq!(minutes(a.is_any()), expected_a.iter().map(|n| *n > 0).collect::<Vec<_>>());
            prop_assert_eq!(minutes(a.is_less(&b)), both(|a, b| i64::from(a < b)).iter().map(|n| *n > 0).collect::<Vec<_>>());
            let mut sum = a.clone();
            sum.add_all(&b);
            prop_assert_eq!(numbers(&sum), both(|a, b| a + b));
            let mut excess = DayCounts::default();
            excess.set_excess(&a, &b);
            prop_assert_eq!(numbers(&excess), both(|a, b| (a - b).max(0)));
            let (number, when) = a.greatest(b.is_any());
            let counted = || expected_a.iter().zip(&expected_b).filter(|(_, b)| **b > 0);
            let greatest = counted().map(|(a, _)| *a).max();
            prop_assert_eq!(number, greatest.unwrap_or(0));
            let is_greatest = |(a, b): (&i64, &i64)| *b > 0 && Some(*a) == greatest;
            prop_assert_eq!(minutes(when), expected_a.iter().zip(&expected_b).map(is_greatest).collect::<Vec<_>>());
            let half_hours: Vec<i64> = expected_a.chunks(30).map(|minutes| minutes.iter().sum()).collect();
            prop_assert_eq!(a.by_half_hour().to_vec(), half_hours);
        }

        #[test]
        fn what_is_set_holds_then_and_only_then(a in times(), (start, end) in (0..1440_i32, 0..1440_i32), number in 0..40_u32) {
            let (before, mut expected) = counts(&a);
            let (mut set, mut left_out) = (before.clone(), before);
            set.set(DayBits::between(start, end), number);
            left_out.leave_out(DayBits::between(start, end));
            let expected_out: Vec<i64> = (0..).zip(&expected).map(|(at, n)| if (start..end).contains(&at) { 0 } else { *n }).collect();
            (start..end).for_each(|minute| expected[usize::try_from(minute).unwrap()] = i64::from(number));
            prop_assert_eq!(numbers(&set), expected.clone());
            prop_assert_eq!(numbers(&left_out), expected_out);
            let mut changes = DayBits::NONE;
            let mut last = 0;
            for (minute, number) in (0..).zip(&expected) {
                if std::mem::replace(&mut last, *number) != *number {
                    changes |= DayBits::between(minute, minute + 1);
                }
            }
            prop_assert_eq!(set.changes(), changes);
        }
    }
}
