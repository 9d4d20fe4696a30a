//! What does a person do on a day, as one cell of a roster says it? One range or several, perhaps a desk beside them; or a
//! word for off and leave.

use super::legend::Legend;
use crate::import::foreign::cell::{CellWord, ClockHint, RangeRefusal, Rule, TimeRange, cell_word, read_range};

/// One range of a cell and the word beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// From when to when.
    pub range: TimeRange,
    /// A desk or an activity that stands beside the times; empty where none does.
    pub word: String,
    /// Whether a legend gave the times.
    pub is_from_legend: bool,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShiftCell {
    /// These turns.
    Turns(Vec<Turn>),
    /// A word.
    Word(CellWord),
    /// It cannot be read.
    Refused(RangeRefusal),
}

/// Reads a cell.
#[must_use]
pub fn shift_cell(text: &str, hint: ClockHint, legend: &Legend) -> ShiftCell {
    if let Some(word) = cell_word(text) {
        return ShiftCell::Word(word);
    }
    if let Some(meaning) = legend.get(text) {
        return match shift_cell(meaning, hint, &Legend::default()) {
            ShiftCell::Turns(turns) => {
                ShiftCell::Turns(turns.into_iter().map(|turn| Turn { is_from_legend: true, ..turn }).collect())
            }
            other => other,
        };
    }
    match turn(text, hint) {
        Ok(turn) => ShiftCell::Turns(vec![turn]),
        Err(refusal) => several(text, hint).unwrap_or(ShiftCell::Refused(refusal)),
    }
}

/// `9-12, 1-5`: each range after the one before it.
fn several(text: &str, hint: ClockHint) -> Option<ShiftCell> {
    let parts: Vec<&str> = text
        .split([',', ';', '&', '\n', '/'])
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() < 2 {
        return None;
    }
    let mut turns: Vec<Turn> = Vec::new();
    for part in parts {
        let not_before = turns.last().map(|turn| turn.range.end);
        let next = turn(part, ClockHint { not_before, ..hint }).ok()?;
        // a part that stands before the one on its left was pushed into the night: the cell is out of order
        let is_pushed = next.range.rule == Some(Rule::BareAfter) && next.range.end > 22 * 60;
        if not_before.is_some_and(|bound| next.range.start < bound) || is_pushed {
            return None;
        }
        turns.push(next);
    }
    Some(ShiftCell::Turns(turns))
}

/// A range, alone or with a word before or after it: `9-5 REF`, `Reference: 9-1`, `Morning (6AM-2PM)`.
fn turn(text: &str, hint: ClockHint) -> Result<Turn, RangeRefusal> {
    let alone = read_range(text, hint);
    let refusal = match alone {
        Ok(range) => return Ok(Turn { range, word: String::new(), is_from_legend: false }),
        Err(refusal) => refusal,
    };
    if refusal != RangeRefusal::NotARange {
        return Err(refusal);
    }
    if let Some((before, rest)) = text.split_once('(')
        && let Some((inner, after)) = rest.split_once(')')
    {
        if is_name(before)
            && let Ok(range) = read_range(inner, hint)
        {
            return Ok(Turn { range, word: before.trim().to_owned(), is_from_legend: false });
        }
        if let Ok(range) = read_range(before, hint)
            && after.trim().is_empty()
            && is_name(inner)
        {
            return Ok(Turn { range, word: inner.trim().to_owned(), is_from_legend: false });
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    // the longest range first: `10:00 PM` is one time
    for n in (1..words.len()).rev() {
        let (head, tail) = (words[..n].join(" "), words[n..].join(" "));
        if is_name(&tail)
            && let Ok(range) = read_range(&head, hint)
        {
            return Ok(Turn { range, word: bare_word(&tail), is_from_legend: false });
        }
        if is_name(&head)
            && let Ok(range) = read_range(&tail, hint)
        {
            return Ok(Turn { range, word: bare_word(&head), is_from_legend: false });
        }
    }
    Err(refusal)
}

/// A word without the signs around it.
fn bare_word(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '|' | ':' | '-' | '@' | ',' | ';')).to_owned()
}

/// Words that change what the times mean: a cell with one of them is asked about.
const CHANGES: [&str; 14] =
    ["not", "no", "or", "except", "maybe", "till", "til", "until", "from", "only", "before", "after", "am", "pm"];

/// Letters only: what is left beside a range may be a desk, never half of another time, and never a word that changes it.
fn is_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    text.chars()
        .find(|c| !c.is_whitespace() && !matches!(c, '•' | '|' | ':' | '-' | '@'))
        .is_some_and(char::is_alphabetic)
        && !text.contains(|c: char| c.is_ascii_digit())
        && !words.any(|word| CHANGES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::{Legend, ShiftCell, shift_cell};
    use crate::import::foreign::cell::ClockHint;
    use crate::import::foreign::reading::shown;

    fn check(text: &str, expected: &str) {
        let said = match shift_cell(text, ClockHint::default(), &Legend::default()) {
            ShiftCell::Turns(turns) => turns
                .iter()
                .map(|turn| format!("{} {}", shown(turn.range.start, turn.range.end), turn.word).trim().to_owned())
                .collect::<Vec<String>>()
                .join(", "),
            other => format!("{other:?}"),
        };
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn ranges_words_and_desks_are_told_apart() {
        check("9-5", "09:00-17:00");
        check("9-12, 1-5", "09:00-12:00, 13:00-17:00");
        check("9am-1pm/2pm-6pm", "09:00-13:00, 14:00-18:00");
        check("9-5 REF", "09:00-17:00 REF");
        check("Reference: 9-1", "09:00-13:00 Reference");
        check("Morning (6AM-2PM)", "06:00-14:00 Morning");
        check("9-5 (Circ)", "09:00-17:00 Circ");
        check("9:00 AM - 10:00 PM • Circ", "09:00-22:00 Circ");
        check("8:00 AM - 9:00 PM Ref", "08:00-21:00 Ref");
        check("9-5 AL", "09:00-17:00 AL");
        for text in ["not 9-5", "10-6 (till 4)", "9-5 no lunch", "11:30-8 (30)", "9-5 (lunch 12-1)"] {
            check(text, "Refused(NotARange)");
        }
        check("OFF", "Word(Closed)");
        check("VAC", "Word(Leave)");
        check("#N/A", "Word(Unknown)");
        check("AM", "Refused(NotARange)");
        check("8:45pm-6:15pm", "Refused(EndsBeforeStart(1245, 1095))");
        check("9-5 or 10-6", "Refused(NotARange)");
    }
}
