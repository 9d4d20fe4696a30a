//! How do parts become whole numbers that add up? By the method of largest remainders.
//!
//! Every part gets its exact number rounded down; what is then missing goes, one each, to the parts that lost most in
//! the rounding, the earlier one first where two lost the same. So each part is less than one off, and the sum is
//! exact (Balinski and Young 1982, “Fair Representation”, where it is called Hamilton's method).

use crate::time::Minutes;

/// `units` dealt out in proportion to the parts; all zeros where there is no time at all.
///
/// ```
/// use offdesk::analysis::apportion;
/// use offdesk::time::Minutes;
/// assert_eq!(apportion(&[Minutes(1), Minutes(1), Minutes(1)], 100), [34, 33, 33]);
/// ```
#[must_use]
pub fn apportion(parts: &[Minutes], units: u32) -> Vec<u32> {
    let whole = i128::from(parts.iter().map(|part| part.0).sum::<i64>());
    if whole <= 0 {
        return vec![0; parts.len()];
    }
    let exact = |part: &Minutes| i128::from(part.0) * i128::from(units);
    let mut dealt: Vec<u32> = parts.iter().map(|part| u32::try_from(exact(part) / whole).unwrap_or(0)).collect();
    let mut by_loss: Vec<usize> = (0..parts.len()).collect();
    by_loss.sort_by_key(|at| (std::cmp::Reverse(exact(&parts[*at]) % whole), *at));
    let missing = units.saturating_sub(dealt.iter().sum());
    for at in by_loss.into_iter().take(usize::try_from(missing).unwrap_or(0)) {
        dealt[at] += 1;
    }
    dealt
}

#[cfg(test)]
mod tests {
    use super::apportion;
    use crate::time::Minutes;
    use proptest::prelude::*;

    #[test]
    fn what_is_missing_goes_to_the_largest_remainders() {
        let check = |parts: &[i64], units, dealt: &[u32]| {
            let parts: Vec<Minutes> = parts.iter().copied().map(Minutes).collect();
            assert_eq!(apportion(&parts, units), dealt, "{parts:?}");
        };
        // 47.5, 30.5 and 22 percent: one point is missing, and the earlier of two equal losses gets it
        check(&[950, 610, 440], 100, &[48, 30, 22]);
        check(&[0, 0], 100, &[0, 0]);
        check(&[], 100, &[]);
        check(&[7, 0], 100, &[100, 0]);
        check(&[1, 1, 1, 1, 1, 1, 1], 10, &[2, 2, 2, 1, 1, 1, 1]);
    }

    proptest! {
        #[test]
        fn whole_numbers_add_up_and_none_is_one_off(parts in prop::collection::vec(0_i64..5000, 1..12), units in 0_u32..1000) {
            let minutes: Vec<Minutes> = parts.iter().copied().map(Minutes).collect();
            let whole: i64 = parts.iter().sum();
            let dealt = apportion(&minutes, units);
            prop_assert_eq!(dealt.iter().sum::<u32>(), if whole == 0 { 0 } else { units });
            for (part, got) in parts.iter().zip(&dealt).filter(|_| whole > 0) {
                let off = i64::from(*got) * whole - part * i64::from(units);
                prop_assert!(off.abs() < whole, "{part} of {whole} got {got} of {units}");
            }
        }
    }
}
