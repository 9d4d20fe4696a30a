//! What has to be asked, where a sentence is not understood? The words in question, and what to type instead.

use super::token::Token;

/// A question about a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is not clear, with the words.
    pub says: String,
    /// What to type.
    pub help: &'static str,
}

/// What to type for times of one day.
pub const TYPE_TIMES: &str = "type both times, such as `Tue 12:30-3` or `Wed 9-11 am`";
/// What to type for days.
pub const TYPE_DAYS: &str = "type the days too, such as `Mon-Thu 3-5 pm`";
/// What to type for a rotation.
pub const TYPE_START: &str = "type a first date, such as `every other Wed 2-4 starting Sept 16`";
/// What to type where some days are meant.
const TYPE_WHICH: &str = "type which ones, such as `1st & 3rd Fri 9-11`, or `every other Fri 9-11 starting Sept 18`";
/// What to type where something is excepted.
const TYPE_DATES: &str =
    "type the dates on which it holds instead: `Mon 3-5 from Sept 14 to Sept 30; Mon 3-5 from Nov 2 to Dec 18`";
/// What to type where nothing more is known.
const TYPE_BOTH: &str =
    "type days and times only, such as `Tue 12:30-3`, `1st & 3rd Fri 9-11` or `Mon-Thu 3-5 pm until Dec 18`";

const EXCEPTIONS: [&str; 10] =
    ["not", "except", "but", "excluding", "without", "unless", "no", "never", "isn't", "closed"];
const VAGUE: [&str; 15] = [
    "usually",
    "often",
    "sometimes",
    "mostly",
    "some",
    "few",
    "several",
    "occasional",
    "occasionally",
    "most",
    "many",
    "generally",
    "any",
    "varies",
    "typically",
];
const OPEN_ENDS: [&str; 8] = ["after", "before", "until", "till", "til", "from", "between", "by"];

impl Question {
    /// A question about some words.
    #[must_use]
    pub fn new(words: &str, says: &str, help: &'static str) -> Question {
        Question { says: format!("`{words}` {says}"), help }
    }

    /// The words from a place to the next comma or end are not understood.
    #[must_use]
    pub fn at(tokens: &[Token], at: usize) -> Question {
        let end = (at + 1..tokens.len()).find(|at| is_end(tokens, *at)).unwrap_or(tokens.len());
        let some: Vec<&Token> = tokens.iter().take(end).skip(at).collect();
        let words = some.iter().map(|token| token.written.as_str()).collect::<Vec<&str>>().join(" ");
        let has = |known: &[&str]| some.iter().any(|token| known.contains(&token.plain.as_str()));
        let is_open = some.first().is_some_and(|token| OPEN_ENDS.contains(&token.plain.as_str()));
        if has(&EXCEPTIONS) {
            return Question::new(&words, "is an exception, and is not understood", TYPE_DATES);
        }
        if has(&VAGUE) {
            return Question::new(&words, "does not say which days", TYPE_WHICH);
        }
        if is_open {
            return Question::new(&words, "does not say from when to when", TYPE_TIMES);
        }
        Question::new(&words, "is not understood", TYPE_BOTH)
    }
}

fn is_end(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| matches!(token.plain.as_str(), "," | ";"))
}
