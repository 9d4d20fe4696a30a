//! Whose name stands in a text? Whole words, capitalized, without regard to accents.

use super::word::{Word, plain_words, words};
use crate::study::Study;
use std::collections::{BTreeMap, BTreeSet};

/// The shortest part of a name that counts alone, in letters.
const LEAST_LETTERS: usize = 3;

/// Parts of names that are words of their own: alone they name nobody.
const COMMON_WORDS: [&str; 88] = [
    "adult", "april", "art", "august", "bell", "bill", "black", "blue", "branch", "brook", "brooks", "brown", "chase",
    "church", "clay", "clerk", "college", "cook", "dale", "dawn", "day", "dean", "desk", "drew", "east", "faith",
    "field", "fields", "ford", "forest", "frank", "friday", "garden", "grace", "grant", "gray", "green", "grey", "guy",
    "hall", "hill", "hope", "house", "hunter", "ivy", "jack", "joy", "june", "king", "lake", "lane", "law", "library",
    "lily", "long", "love", "mark", "marsh", "may", "miles", "moon", "north", "page", "park", "parks", "price", "ray",
    "read", "rich", "rivers", "rose", "school", "snow", "south", "star", "stone", "street", "summer", "the", "waters",
    "west", "white", "will", "winter", "wood", "woods", "young", "youth",
];

/// Words before a name that are no part of it.
const TITLES: [&str; 12] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sr", "jr", "rev", "and", "von"];

/// The names of a study's staff.
pub struct StaffNames {
    /// Each person's name as the study writes it, with its line in `staff.csv`.
    people: Vec<(String, Option<u32>)>,
    /// Whose a word is.
    of_word: BTreeMap<String, BTreeSet<usize>>,
    /// Whole names: their words, and whose they are.
    whole: Vec<(Vec<String>, usize)>,
    /// Initials, such as `MN`, and other names in two or three capitals.
    initials: BTreeMap<String, BTreeSet<usize>>,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameFound {
    /// Whose it may be.
    pub people: BTreeSet<usize>,
    /// Where it stands, in bytes.
    pub range: (usize, usize),
}

impl StaffNames {
    /// The names and other names of everybody on the staff.
    pub fn of(study: &Study) -> StaffNames {
        let mut names = StaffNames {
            people: study.staff.iter().map(|member| (member.name.clone(), member.line)).collect(),
            of_word: BTreeMap::new(),
            whole: Vec::new(),
            initials: BTreeMap::new(),
        };
        for (person, member) in study.staff.iter().enumerate() {
            names.add_initials(person, &member.name);
            for name in std::iter::once(&member.name).chain(&member.aliases) {
                names.add(person, name);
            }
        }
        names
    }

    fn add(&mut self, person: usize, name: &str) {
        let parts = plain_words(name);
        let letters = name.trim();
        if letters.chars().count() <= 3 && letters.chars().all(char::is_uppercase) && letters.chars().count() > 1 {
            self.initials.entry(letters.to_owned()).or_default().insert(person);
        }
        for part in &parts {
            let is_common = COMMON_WORDS.contains(&part.as_str()) || TITLES.contains(&part.as_str());
            if part.chars().count() >= LEAST_LETTERS && !is_common {
                self.of_word.entry(part.clone()).or_default().insert(person);
            }
        }
        if parts.len() > 1 {
            self.whole.push((parts, person));
        }
    }

    /// The first letters of a name's parts, hyphens and titles left out, of two or three parts.
    fn add_initials(&mut self, person: usize, name: &str) {
        let is_name = |part: &&str| !TITLES.contains(&part.to_lowercase().trim_end_matches('.'));
        let parts: Vec<&str> = name.split_whitespace().filter(is_name).collect();
        let letters: String =
            parts.iter().filter_map(|part| part.chars().next()).flat_map(char::to_uppercase).collect();
        if (2..=3).contains(&parts.len()) {
            self.initials.entry(letters).or_default().insert(person);
        }
    }

    /// A person's name.
    pub fn name(&self, person: usize) -> &str {
        &self.people[person].0
    }

    /// A person's line in `staff.csv`.
    pub fn line(&self, person: usize) -> Option<u32> {
        self.people[person].1
    }

    /// Whose these initials are.
    pub fn of_initials(&self, letters: &str) -> Option<&BTreeSet<usize>> {
        self.initials.get(letters)
    }

    /// Every name in a text; with `any_case`, small letters count, too.
    pub fn find(&self, text: &str, any_case: bool) -> Vec<NameFound> {
        let words = words(text);
        let mut found: Vec<NameFound> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let (people, n_words) = self.at(&words[at..], any_case);
            if people.is_empty() {
                at += 1;
                continue;
            }
            found.push(NameFound { people, range: (words[at].start, words[at + n_words - 1].end) });
            at += n_words;
        }
        found
    }

    /// Who is named by the first words, and by how many of them.
    fn at(&self, words: &[Word], any_case: bool) -> (BTreeSet<usize>, usize) {
        let is_capital = |word: &Word| any_case || word.is_capital;
        let is_whole = |parts: &[String]| {
            words.len() >= parts.len()
                && is_capital(&words[0])
                && words.iter().zip(parts).all(|(word, part)| word.plain == *part)
        };
        let whole = self.whole.iter().filter(|(parts, _)| is_whole(parts));
        if let Some((parts, person)) = whole.max_by_key(|(parts, _)| parts.len()) {
            return (BTreeSet::from([*person]), parts.len());
        }
        let of = |word: &Word| self.of_word.get(&word.plain).filter(|_| is_capital(word));
        let Some(mut people) = words.first().and_then(of).cloned() else { return (BTreeSet::new(), 0) };
        let mut n_words = 1;
        // a second part of the same name belongs to it
        while let Some(more) = words.get(n_words).and_then(of) {
            let both: BTreeSet<usize> = people.intersection(more).copied().collect();
            if both.is_empty() {
                break;
            }
            people = both;
            n_words += 1;
        }
        (people, n_words)
    }
}

#[cfg(test)]
mod tests {
    use super::StaffNames;
    use crate::study::{StaffMember, Study};

    fn check(text: &str, expected: &[(&str, &[usize])]) {
        let member = |name: &str| StaffMember { name: name.to_owned(), ..StaffMember::default() };
        let staff = ["Marisol Núñez", "Rose Park", "Alex Reyes", "Alex Stone", "Jo O’Hara-Bell"].map(member).to_vec();
        let names = StaffNames::of(&Study { staff, ..Study::default() });
        let found = names.find(text, false);
        let found: Vec<(&str, Vec<usize>)> = found
            .iter()
            .map(|name| (&text[name.range.0..name.range.1], name.people.iter().copied().collect()))
            .collect();
        let expected: Vec<(&str, Vec<usize>)> =
            expected.iter().map(|(text, people)| (*text, people.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_part_counts_as_a_whole_capitalized_word() {
        check("Nunez met MARISOL NÚÑEZ; marisol did not, nor Nunezia.", &[("Nunez", &[0]), ("MARISOL NÚÑEZ", &[0])]);
        check("Hara-Bell, or O’Hara", &[("Hara", &[4]), ("Hara", &[4])]);
    }

    #[test]
    fn a_common_word_counts_in_the_whole_name_and_a_shared_name_may_be_of_several() {
        check("A Rose in the Park; Rose Park is somebody.", &[("Rose Park", &[1])]);
        check("Alex came, then Alex Stone.", &[("Alex", &[2, 3]), ("Alex Stone", &[3])]);
    }
}
