//! What does an answer of a poll or a form say? Yes, perhaps or no, in the languages that polls translate theirs into.

use super::united::Slot;
use crate::import::foreign::cell::{CellWord, Rule, cell_word};
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;

/// How an answer is graded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Nothing was answered.
    Blank,
    /// Yes.
    Firm,
    /// If need be.
    Tentative,
    /// No.
    No,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its grade.
    pub grade: Grade,
    /// Whether it is a yes to a meeting at a distance: `Yes (remote)`.
    pub is_online: bool,
}

const YES: [&str; 46] = [
    "yes",
    "y",
    "ok",
    "okay",
    "1",
    "true",
    "✓",
    "✔",
    "✔️",
    "✅",
    "☑",
    "available",
    "preferred",
    "prefer",
    "most preferred",
    "highly preferred",
    "first choice",
    "free",
    "can",
    "can work",
    "can meet",
    "works",
    "works for me",
    "i can",
    "i am available",
    "ja",
    "verfügbar",
    "passt",
    "oui",
    "disponible",
    "sí",
    "si",
    "sì",
    "disponibile",
    "beschikbaar",
    "sim",
    "disponível",
    "tilgængelig",
    "tillgänglig",
    "kyllä",
    "tak",
    "ano",
    "ledig",
    "frei",
    "libre",
    "all day",
];
const PERHAPS: [&str; 46] = [
    "if need be",
    "ifneedbe",
    "if-need-be",
    "(ok)",
    "(yes)",
    "(1)",
    "maybe",
    "perhaps",
    "possibly",
    "possible",
    "if needed",
    "if necessary",
    "if i have to",
    "tentative",
    "available if needed",
    "yes if need be",
    "not preferred",
    "less preferred",
    "least preferred",
    "prefer not",
    "prefer not to",
    "second choice",
    "backup",
    "unsure",
    "not sure",
    "falls erforderlich",
    "wenn nötig",
    "wenn es sein muss",
    "zur not",
    "vielleicht",
    "en cas de besoin",
    "si besoin",
    "si nécessaire",
    "peut-être",
    "si es necesario",
    "si hace falta",
    "se necessario",
    "optioneel",
    "indien nodig",
    "se necessário",
    "se for necessário",
    "hvis behov",
    "hvis nødvendigt",
    "om det behövs",
    "vid behov",
    "tarvittaessa",
];
const NO: [&str; 32] = [
    "no",
    "n",
    "0",
    "false",
    "cannot work",
    "can't work",
    "cant work",
    "can not work",
    "cannot",
    "can't",
    "cannot meet",
    "unavailable",
    "not available",
    "not free",
    "busy",
    "none",
    "never",
    "cannot attend",
    "do not schedule",
    "✗",
    "✘",
    "❌",
    "nein",
    "non",
    "não",
    "nao",
    "nee",
    "nej",
    "nei",
    "ei",
    "nie",
    "ne",
];
const ONLINE: [&str; 8] = ["remote", "online", "virtual", "zoom", "remotely", "virtually", "by zoom", "video"];

/// Reads an answer; none where it is not understood.
#[must_use]
pub fn read_answer(text: &str) -> Option<Answer> {
    let lower = text.trim().trim_end_matches(['.', '!']).trim().replace('’', "'").to_lowercase();
    if let Some(grade) = grade_of(&lower) {
        return Some(Answer { grade, is_online: false });
    }
    if let Some((before, inner)) = lower.split_once('(')
        && ONLINE.contains(&inner.trim_end_matches(')').trim())
    {
        return grade_of(before.trim()).map(|grade| Answer { grade, is_online: true });
    }
    of_several(&lower)
}

fn grade_of(lower: &str) -> Option<Grade> {
    if YES.contains(&lower) {
        return Some(Grade::Firm);
    }
    if PERHAPS.contains(&lower) {
        return Some(Grade::Tentative);
    }
    // an `x` is a yes to some and a no to others
    match cell_word(lower) {
        _ if NO.contains(&lower) => Some(Grade::No),
        Some(CellWord::Blank) => Some(Grade::Blank),
        Some(CellWord::AllDay) => Some(Grade::Firm),
        Some(CellWord::Closed | CellWord::Leave) if lower != "x" => Some(Grade::No),
        _ => None,
    }
}

/// `Unavailable, All Day`, `Preferred; Available`: answers that agree. All day is no answer of its own beside another.
fn of_several(lower: &str) -> Option<Answer> {
    let parts = lower.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let mut grades = parts.filter(|part| cell_word(part) != Some(CellWord::AllDay)).map(grade_of);
    let first = grades.next()??;
    grades.all(|grade| grade == Some(first)).then_some(Answer { grade: first, is_online: false })
}

/// Whether a text answers a question with yes, perhaps or no.
#[must_use]
pub fn is_answer(text: &str) -> bool {
    read_answer(text).is_some_and(|answer| answer.grade != Grade::Blank)
}

/// The slot that the answer in a cell makes, if it makes one. An answer that is not understood is a problem.
pub fn answered(sheet: &Sheet, at: At, slot: Slot, reading: &mut SheetReading) -> Option<Slot> {
    let text = sheet.cell(at.row, at.column);
    let Some(answer) = read_answer(text) else {
        let says = format!("`{text}` is neither yes nor no");
        reading.problem(sheet, at, Code::E508, says, "write Yes, If need be or No");
        return None;
    };
    let mode = if answer.is_online { "online" } else { "" };
    match answer.grade {
        Grade::Blank | Grade::No => None,
        Grade::Firm => Some(slot.text("mode", mode)),
        Grade::Tentative => {
            reading.assume(Rule::Graded, at, text, || "tentative".to_owned(), slot.minutes());
            Some(Slot { is_tentative: true, ..slot.text("mode", mode) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Grade, read_answer};

    fn check(texts: &[&str], grade: Option<Grade>) {
        for text in texts {
            assert_eq!(read_answer(text).map(|answer| answer.grade), grade, "{text}");
        }
    }

    #[test]
    fn answers_are_graded_in_several_languages() {
        check(&["Yes", "OK", "1", "Preferred", "Available", "Ja", "Oui", "Sí", "Sim", "All Day"], Some(Grade::Firm));
        let perhaps = ["If need be", "(OK)", "Maybe", "Falls erforderlich", "En cas de besoin", "Si es necesario"];
        check(&perhaps, Some(Grade::Tentative));
        check(
            &["Se necessario", "Optioneel", "Se for necessário", "Hvis behov", "Om det behövs"],
            Some(Grade::Tentative),
        );
        check(&["No", "0", "Cannot Work", "Unavailable", "Can’t", "Nein", "Nee", "Nej", "NONE", "-"], Some(Grade::No));
        check(&["", "  "], Some(Grade::Blank));
    }

    #[test]
    fn unavailable_all_day_is_a_no() {
        check(&["Unavailable, All Day"], Some(Grade::No));
        check(&["Available, All Day", "Preferred; Available"], Some(Grade::Firm));
    }

    #[test]
    fn an_answer_that_is_not_understood_is_none() {
        check(&["Yes, but only after 3", "x", "Available, Maybe", "9-11", "Yes (if it rains)"], None);
    }

    #[test]
    fn a_yes_at_a_distance_is_told_apart() {
        assert_eq!(read_answer("Yes (remote)"), Some(Answer { grade: Grade::Firm, is_online: true }));
    }
}
