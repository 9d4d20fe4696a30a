//! Which minutes are in either, both or one of two sets of spans?

use super::{Minute, Minutes, Span};

/// A set of minutes as spans.
///
/// Invariant: the spans are sorted, not empty, disjoint and do not touch.
///
/// ```
/// use offdesk::time::{Day, Minutes, SpanSet};
/// let day = Day(20514);
/// let shift = SpanSet::from_spans(vec![day.span(540, 720), day.span(720, 1020)]);
/// let meal = SpanSet::from_spans(vec![day.span(720, 750)]);
/// assert_eq!(shift.spans().len(), 1); // they touch
/// assert_eq!(shift.difference(&meal).length(), Minutes(450));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SpanSet {
    spans: Vec<Span>,
}

impl SpanSet {
    /// The union of any spans, in any order; empty ones are left out.
    #[must_use]
    pub fn from_spans(mut spans: Vec<Span>) -> SpanSet {
        spans.sort_unstable();
        SpanSet::from_sorted(spans)
    }

    /// The union of spans that come in the order of their starts; empty ones are left out.
    #[must_use]
    pub fn from_sorted(spans: impl IntoIterator<Item = Span>) -> SpanSet {
        let spans = spans.into_iter();
        let mut set = SpanSet { spans: Vec::with_capacity(spans.size_hint().0) };
        spans.for_each(|span| set.push(span));
        set
    }

    /// Adds a span that starts no earlier than any before it.
    pub fn push(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        match self.spans.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => self.spans.push(span),
        }
    }

    /// The spans, in order.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The same, to keep.
    #[must_use]
    pub fn into_spans(self) -> Vec<Span> {
        self.spans
    }

    /// All minutes in it, counted.
    #[must_use]
    pub fn length(&self) -> Minutes {
        self.spans.iter().map(|span| span.length()).sum()
    }

    /// Whether the minute is in it.
    #[must_use]
    pub fn contains(&self, minute: Minute) -> bool {
        let next = self.spans.partition_point(|span| span.end <= minute);
        self.spans.get(next).is_some_and(|span| span.start <= minute)
    }

    /// The minutes in either.
    #[must_use]
    pub fn union(&self, other: &SpanSet) -> SpanSet {
        self.combine(other, |here, there| here || there)
    }

    /// The minutes in both.
    #[must_use]
    pub fn intersection(&self, other: &SpanSet) -> SpanSet {
        self.combine(other, |here, there| here && there)
    }

    /// The minutes in this set and not in the other.
    #[must_use]
    pub fn difference(&self, other: &SpanSet) -> SpanSet {
        self.combine(other, |here, there| here && !there)
    }

    /// A walk along the set, for spans that come in order.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        Walk { rest: &self.spans }
    }

    /// The minutes that the set shares with a span, counted.
    #[must_use]
    pub fn length_within(&self, span: Span) -> Minutes {
        let first = self.spans.partition_point(|own| own.end <= span.start);
        Walk { rest: &self.spans[first..] }.length_within(span)
    }

    /// The parts of a span that the set does not hold, in order.
    pub fn gaps_within(&self, span: Span) -> impl Iterator<Item = Span> {
        let first = self.spans.partition_point(|own| own.end <= span.start);
        Walk { rest: &self.spans[first..] }.gaps_within(span)
    }

    /// One walk over the ends of both sets; `keep` says whether a minute counts that is in one, the other or both.
    fn combine(&self, other: &SpanSet, keep: fn(bool, bool) -> bool) -> SpanSet {
        let mut result = SpanSet::default();
        let (mut i, mut j) = (0, 0);
        let mut at = Minute(i32::MIN);
        loop {
            let here = self.spans.get(i);
            let there = other.spans.get(j);
            let is_here = here.is_some_and(|span| span.start <= at);
            let is_there = there.is_some_and(|span| span.start <= at);
            let end_of = |span: Option<&Span>, is_in: bool| span.map(|span| if is_in { span.end } else { span.start });
            let next = match (end_of(here, is_here), end_of(there, is_there)) {
                (Some(a), Some(b)) => a.min(b),
                (Some(a), None) => a,
                (None, Some(b)) => b,
                (None, None) => return result,
            };
            if keep(is_here, is_there) {
                result.push(Span { start: at, end: next });
            }
            at = next;
            i += usize::from(here.is_some_and(|span| span.end <= at));
            j += usize::from(there.is_some_and(|span| span.end <= at));
        }
    }
}

/// A walk along a set of spans: asked about spans that start no earlier than those before, it never looks back.
///
/// ```
/// use offdesk::time::{Day, Minutes, SpanSet};
/// let day = Day(20514);
/// let open = SpanSet::from_spans(vec![day.span(540, 720), day.span(780, 1020)]);
/// let mut walk = open.walk();
/// assert_eq!(walk.length_within(day.span(600, 800)), Minutes(140));
/// assert_eq!(walk.length_within(day.span(1000, 1100)), Minutes(20));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    rest: &'a [Span],
}

impl<'a> Walk<'a> {
    /// The spans of the set that share a minute with a span.
    fn overlapping(&mut self, span: Span) -> &'a [Span] {
        while let Some((_, later)) = self.rest.split_first().filter(|(own, _)| own.end <= span.start) {
            self.rest = later;
        }
        &self.rest[..self.rest.iter().take_while(|own| own.start < span.end).count()]
    }

    /// The minutes that the set shares with a span, counted.
    pub fn length_within(&mut self, span: Span) -> Minutes {
        self.overlapping(span).iter().map(|own| own.intersection(span).length()).sum()
    }

    /// The parts of a span that the set does not hold, in order.
    pub fn gaps_within(&mut self, span: Span) -> impl Iterator<Item = Span> + use<'a> {
        let inside = self.overlapping(span);
        let starts = std::iter::once(span.start).chain(inside.iter().map(|own| own.end));
        let ends = inside.iter().map(|own| own.start).chain(std::iter::once(span.end));
        starts.zip(ends).map(|(start, end)| Span { start, end }).filter(|gap| !gap.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Keep(fn(bool, bool) -> bool);

    fn sets() -> impl Strategy<Value = Vec<(i32, i32)>> {
        prop::collection::vec((0..40_i32, 0..12_i32).prop_map(|(start, length)| (start, start + length)), 0..8)
    }

    fn set(pairs: &[(i32, i32)]) -> SpanSet {
        SpanSet::from_spans(pairs.iter().map(|&(a, b)| Span { start: Minute(a), end: Minute(b) }).collect())
    }

    fn grid(pairs: &[(i32, i32)]) -> Vec<bool> {
        (0..60).map(|t| pairs.iter().any(|&(a, b)| a <= t && t < b)).collect()
    }

    fn is_sound(set: &SpanSet) -> bool {
        set.spans().iter().all(|span| !span.is_empty())
            && set.spans().windows(2).all(|pair| pair[0].end < pair[1].start)
    }

    proptest! {
        #[test]
        fn set_operations_agree_with_a_grid_of_minutes(a in sets(), b in sets()) {
            let (ga, gb) = (grid(&a), grid(&b));
            let (sa, sb) = (set(&a), set(&b));
            for (result, keep) in [
                (sa.union(&sb), Keep(|x, y| x || y)),
                (sa.intersection(&sb), Keep(|x, y| x && y)),
                (sa.difference(&sb), Keep(|x, y| x && !y)),
            ] {
                prop_assert!(is_sound(&result));
                for t in 0..60_usize {
                    prop_assert_eq!(result.contains(Minute(i32::try_from(t).unwrap())), keep.0(ga[t], gb[t]));
                }
            }
            let window = Span { start: Minute(7), end: Minute(31) };
            let gaps = SpanSet::from_spans(sa.gaps_within(window).collect());
            prop_assert_eq!(gaps, SpanSet::from_spans(vec![window]).difference(&sa));
            prop_assert_eq!(sa.length_within(window).0, i64::try_from(ga[7..31].iter().filter(|x| **x).count()).unwrap());
        }
    }

    #[test]
    fn a_long_span_keeps_its_end_when_a_short_one_lies_inside() {
        assert_eq!(set(&[(10, 18), (12, 14)]).spans(), set(&[(10, 18)]).spans());
    }
}
