//! How are many things put in order? By counting, in two passes: minutes and lines are small numbers.

/// How many numbers the first pass tells apart, as a power of two.
const LOW_BITS: u32 = 10;
/// Fewer things than this are sorted by comparing.
const FEW: usize = 64;

/// Sorts by a number; things of one number keep their order. `spare` is room that is used again.
pub fn sort_by_number<T: Copy>(items: &mut [T], spare: &mut Vec<T>, number: impl Fn(&T) -> i32) {
    if items.len() < FEW {
        items.sort_by_key(number);
        return;
    }
    let ends = |(first, last): (i32, i32), item| (first.min(number(item)), last.max(number(item)));
    let (first, last) = items.iter().fold((i32::MAX, i32::MIN), ends);
    let since = |item: &T| usize::try_from((number(item) - first).cast_unsigned()).unwrap_or(0);
    let low = |item: &T| since(item) & ((1 << LOW_BITS) - 1);
    let high = |item: &T| since(item) >> LOW_BITS;
    let n_high = (usize::try_from(last - first).unwrap_or(0) >> LOW_BITS) + 1;
    let (mut of_low, mut of_high) = (vec![0_usize; 1 << LOW_BITS], vec![0_usize; n_high]);
    for item in items.iter() {
        of_low[low(item)] += 1;
        of_high[high(item)] += 1;
    }
    spare.resize(items.len(), items[0]);
    place(items, spare, &mut of_low, low);
    place(spare, items, &mut of_high, high);
}

/// Puts every thing where the things with its key belong; `counts` says how many there are of each key.
fn place<T: Copy>(from: &[T], to: &mut [T], counts: &mut [usize], key: impl Fn(&T) -> usize) {
    let mut before = 0;
    for count in counts.iter_mut() {
        before += std::mem::replace(count, before);
    }
    for item in from {
        let next = &mut counts[key(item)];
        to[*next] = *item;
        *next += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by_number;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn things_come_in_the_order_of_their_numbers_and_else_as_they_were(numbers in prop::collection::vec(-3_000..60_000_i32, 0..300)) {
            let mut items: Vec<(i32, usize)> = numbers.into_iter().enumerate().map(|(n, number)| (number, n)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_number(&mut items, &mut Vec::new(), |item| item.0);
            prop_assert_eq!(items, expected);
        }
    }
}
