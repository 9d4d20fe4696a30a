//! Which minutes are in any of many spans? A bit for each minute: nothing has to be put in order.

use crate::time::{Minute, Span, SpanSet};

const BITS: i32 = 64;

/// A set of minutes.
#[derive(Debug)]
pub struct MinuteSet {
    /// The minute of the first bit.
    first: i32,
    words: Vec<u64>,
}

impl MinuteSet {
    /// The minutes of some spans.
    pub fn of<'s>(spans: impl Iterator<Item = &'s Span> + Clone) -> MinuteSet {
        let ends = |(first, end): (i32, i32), span: &Span| (first.min(span.start.0), end.max(span.end.0));
        let (first, end) = spans.clone().fold((i32::MAX, i32::MIN), ends);
        let n_words = usize::try_from(i64::from(end) - i64::from(first)).map_or(0, |n| n / 64 + 1);
        let mut set = MinuteSet { first, words: vec![0; n_words] };
        spans.for_each(|span| set.add(*span));
        set
    }

    fn add(&mut self, span: Span) {
        let (start, end) = (span.start.0 - self.first, span.end.0 - self.first);
        let (mut at, word) = (start, |at: i32| usize::try_from(at / BITS).unwrap_or(0));
        while at < end {
            let next = (at / BITS + 1) * BITS;
            let from = u64::MAX << (at % BITS);
            let until = if next <= end { u64::MAX } else { !(u64::MAX << (end % BITS)) };
            self.words[word(at)] |= from & until;
            at = next;
        }
    }

    /// The same as spans that do not touch.
    pub fn spans(&self) -> SpanSet {
        let mut spans = Vec::new();
        let mut since = None;
        let mut at = self.first;
        for word in &self.words {
            // from one change to the next within the word
            let mut n_done = 0;
            while n_done < BITS {
                let left = if since.is_some() { !(*word >> n_done) } else { *word >> n_done };
                n_done += i32::try_from(left.trailing_zeros()).unwrap_or(0);
                if n_done < BITS {
                    let minute = Minute(at + n_done);
                    match since.take() {
                        Some(start) => spans.push(Span { start, end: minute }),
                        None => since = Some(minute),
                    }
                }
            }
            at += BITS;
        }
        spans.extend(since.map(|start| Span { start, end: Minute(at) }));
        SpanSet::from_sorted(spans)
    }
}

#[cfg(test)]
mod tests {
    use super::MinuteSet;
    use crate::time::{Minute, Span, SpanSet};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_minutes_of_spans_are_their_union(spans in prop::collection::vec((-2_000..2_000_i32, 1..300_i32), 0..20)) {
            let span = |(start, length): (i32, i32)| Span { start: Minute(start), end: Minute(start + length) };
            let spans: Vec<Span> = spans.into_iter().map(span).collect();
            prop_assert_eq!(MinuteSet::of(spans.iter()).spans(), SpanSet::from_spans(spans));
        }
    }
}
