//! Who is in a cell? One person or several, part of the slot or all of it, one after the other.

use super::slots::Slot;
use crate::import::foreign::cell::{ClockHint, Half, Rule, read_range, read_time};

/// A person in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InCell {
    /// The name as it is written.
    pub name: String,
    /// From when.
    pub start: u16,
    /// Until when.
    pub end: u16,
    /// The rule by which less than the slot was taken.
    pub rule: Option<Rule>,
}

/// The people of a cell of a slot; the texts that cannot be placed are given back.
#[must_use]
pub fn people_in(cell: &str, slot: Slot) -> (Vec<InCell>, Vec<String>) {
    if cell.contains('*') {
        return handover(cell, slot);
    }
    let (mut people, mut refused) = (Vec::new(), Vec::new());
    for part in parts(cell) {
        let (name, inner) = split_bracket(&part);
        match inner
            .map(|inner| (inner, read_range(inner, ClockHint { not_before: Some(slot.start), ..ClockHint::default() })))
        {
            Some((_, Ok(range))) => people.push(InCell {
                name: name.to_owned(),
                start: range.start,
                end: range.end,
                rule: Some(Rule::PartOfSlot),
            }),
            Some((inner, Err(_))) if inner.contains(|c: char| c.is_ascii_digit()) => refused.push(part.clone()),
            _ if name.is_empty() => {}
            _ => people.push(InCell { name: part.trim().to_owned(), start: slot.start, end: slot.end, rule: None }),
        }
    }
    (people, refused)
}

/// `Ana*3:30pm/Ben`: Ana until 3:30, Ben from then on. `Ana*7:00pm`: nobody after her.
fn handover(cell: &str, slot: Slot) -> (Vec<InCell>, Vec<String>) {
    let (mut people, mut refused) = (Vec::new(), Vec::new());
    let mut from = slot.start;
    for part in cell.split(['/', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let (name, until) = part.split_once('*').map_or((part, None), |(name, time)| (name.trim(), Some(time)));
        let end = match until.filter(|time| !time.trim().is_empty()) {
            None => Some(slot.end),
            Some(time) => read_time(time).and_then(|time| {
                let halves = [time.is_known(), Some(time.in_half(Half::Am)), Some(time.in_half(Half::Pm))];
                halves.into_iter().flatten().find(|minute| (from..=slot.end).contains(minute))
            }),
        };
        match end {
            Some(end) if end > from => {
                people.push(InCell { name: name.to_owned(), start: from, end, rule: Some(Rule::Handover) });
                from = end;
            }
            _ => refused.push(part.to_owned()),
        }
    }
    (people, refused)
}

/// The parts of a cell between its separators; what stands in brackets is not cut, and belongs to what is before it.
fn parts(cell: &str) -> Vec<String> {
    let cell = cell.replace(" and ", "/").replace(" + ", "/");
    let mut parts: Vec<String> = vec![String::new()];
    let mut depth = 0_usize;
    for c in cell.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '/' | ',' | '&' | ';' | '\n' | '\r' | '+' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    let mut joined: Vec<String> = Vec::new();
    for part in parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()) {
        match joined.last_mut() {
            Some(last) if part.starts_with('(') => last.push_str(&format!(" {part}")),
            _ => joined.push(part),
        }
    }
    joined
}

fn split_bracket(part: &str) -> (&str, Option<&str>) {
    match part.split_once('(') {
        Some((name, rest)) => (name.trim(), Some(rest.trim_end_matches(')').trim())),
        None => (part.trim(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::{Slot, people_in};
    use crate::import::foreign::reading::shown;
    use crate::import::foreign::sheet::At;

    fn check(cell: &str, expected: &[&str]) {
        let slot = Slot { at: At { row: 0, column: 0 }, start: 13 * 60, end: 17 * 60 };
        let (people, refused) = people_in(cell, slot);
        let mut said: Vec<String> =
            people.iter().map(|one| format!("{} {}", one.name, shown(one.start, one.end))).collect();
        said.extend(refused.iter().map(|part| format!("refused {part}")));
        assert_eq!(said, expected, "{cell}");
    }

    #[test]
    fn several_people_and_parts_of_a_slot_are_read() {
        check("Ana", &["Ana 13:00-17:00"]);
        check("Ana, Ben & Chi", &["Ana 13:00-17:00", "Ben 13:00-17:00", "Chi 13:00-17:00"]);
        check("Ana\n(2-4)", &["Ana 14:00-16:00"]);
        check("Ana (14:00-16:00) / Ben", &["Ana 14:00-16:00", "Ben 13:00-17:00"]);
        check("Ana*3:30pm/Ben", &["Ana 13:00-15:30", "Ben 15:30-17:00"]);
        check("Ana*3:30", &["Ana 13:00-15:30"]);
        check("Ana (sub)", &["Ana (sub) 13:00-17:00"]);
        check("Ana (till 3)", &["refused Ana (till 3)"]);
        check("Ana*9pm", &["refused Ana*9pm"]);
    }
}
