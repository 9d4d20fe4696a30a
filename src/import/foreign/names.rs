//! Which spellings are one person? What is surely the same is joined and said; what may be is asked about; two people who
//! share a first name stay two.

use super::cell::Rule;
use super::draft::Draft;
use super::reading::SheetReading;
use super::sheet::{At, Sheet};
use crate::problem::Code;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A person whom the study knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownPerson {
    /// The name in `staff.csv`.
    pub name: String,
    /// Other ways in which schedules write it.
    pub aliases: Vec<String>,
}

/// One spelling and the name that it was taken for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Joined {
    /// As the source writes it.
    pub written: String,
    /// As the study writes it.
    pub name: String,
}

const TITLES: [&str; 9] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sr", "rev"];
const NICKNAMES: [(&str, &str); 24] = [
    ("bob", "robert"),
    ("rob", "robert"),
    ("bill", "william"),
    ("will", "william"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("mike", "michael"),
    ("jim", "james"),
    ("joe", "joseph"),
    ("dave", "david"),
    ("sue", "susan"),
    ("tom", "thomas"),
    ("tony", "anthony"),
    ("dan", "daniel"),
    ("matt", "matthew"),
    ("chris", "christopher"),
    ("jen", "jennifer"),
    ("pat", "patricia"),
    ("steve", "steven"),
    ("ben", "benjamin"),
    ("sam", "samuel"),
    ("alex", "alexander"),
];

/// A name in the order of speech, without a title: `Ruiz, Ana` and `Ms. Ana Ruiz` are `Ana Ruiz`.
#[must_use]
pub fn tidy(name: &str) -> String {
    let spoken = match name.split_once(',') {
        Some((last, first)) if !first.contains(',') && !first.trim().is_empty() => {
            format!("{} {}", first.trim(), last.trim())
        }
        _ => name.trim_matches([',', ' ']).to_owned(),
    };
    let words: Vec<&str> = spoken.split_whitespace().collect();
    let is_title = |word: &str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
    match words[..] {
        [title, _, ..] if is_title(title) => words[1..].join(" "),
        _ => words.join(" "),
    }
}

fn key(name: &str) -> String {
    tidy(name).to_lowercase().replace(['.', '\u{2019}', '\''], "")
}

/// Gives every row the name by which the study knows the person, and says what was joined.
pub fn join_names(sheet: &Sheet, known: &[KnownPerson], reading: &mut SheetReading) -> Vec<Joined> {
    let mut found: FxHashMap<&str, (usize, At, u32)> = FxHashMap::default();
    for draft in &reading.drafts {
        let entry = found.entry(draft.get("staff")).or_insert((0, draft.at, 0));
        entry.0 += 1;
        entry.2 = entry.2.saturating_add(draft.minutes());
    }
    let spellings = Spellings::of(
        found.into_iter().filter(|(name, _)| !name.is_empty()).map(|(name, seen)| (name.to_owned(), seen)).collect(),
    );
    let mut joined = Vec::new();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for (written, (_, at, minutes)) in &spellings.all {
        let (name, rule) = settle(written, known, &spellings);
        if let Some(rule) = rule {
            reading.assume(rule, *at, written, || name.clone(), *minutes);
        }
        if name != *written {
            joined.push(Joined { written: written.clone(), name: name.clone() });
        }
        names.insert(written.clone(), name);
    }
    ask(sheet, known, &spellings, &names, reading);
    names.retain(|written, name| written != name);
    if !names.is_empty() {
        reading.drafts.iter_mut().for_each(|draft| rename(draft, &names));
    }
    joined
}

fn rename(draft: &mut Draft, names: &BTreeMap<String, String>) {
    for (column, text) in &mut draft.texts {
        if *column == "staff"
            && let Some(name) = names.get(text.as_str())
        {
            *text = name.as_str().into();
        }
    }
}

/// Every spelling of a file: how often, where first, how many minutes; and which are one name.
struct Spellings {
    all: BTreeMap<String, (usize, At, u32)>,
    by_key: BTreeMap<String, Vec<String>>,
    n_quiet: usize,
}

impl Spellings {
    fn of(all: BTreeMap<String, (usize, At, u32)>) -> Spellings {
        let mut by_key: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in all.keys() {
            by_key.entry(key(name)).or_default().push(name.clone());
        }
        let n_quiet = all.keys().filter(|name| !is_shouted(name)).count();
        Spellings { all, by_key, n_quiet }
    }
}

/// Whether a name is all in capitals, and no initials.
fn is_shouted(name: &str) -> bool {
    !name.chars().any(char::is_lowercase) && name.split_whitespace().any(|word| word.chars().count() > 2)
}

/// Names beyond which spellings are not compared with each other: a system's export is spelled by its program.
const COMPARED: usize = 400;

/// The name for a spelling, and the rule that gives it.
fn settle(written: &str, known: &[KnownPerson], spellings: &Spellings) -> (String, Option<Rule>) {
    let tidied = tidy(written);
    let is_turned = written.contains(',') && tidied != written;
    let same = |name: &str| key(name) == key(written);
    if let Some(person) =
        known.iter().find(|person| same(&person.name) || person.aliases.iter().any(|alias| same(alias)))
    {
        let rule = if person.name == *written {
            None
        } else if is_turned {
            Some(Rule::NameOrder)
        } else {
            Some(Rule::NameCase)
        };
        return (person.name.clone(), rule);
    }
    if let [only] = fitting(written, known)[..] {
        return (only.name.clone(), Some(Rule::NameShort));
    }
    // of several spellings of one name the one that is not all capitals, and then the most usual
    let has_small = |name: &str| name.chars().any(char::is_lowercase);
    let n_of = |name: &String| spellings.all.get(name).map_or(0, |(n, ..)| *n);
    let alike = spellings.by_key.get(&key(written));
    let best = alike
        .and_then(|alike| alike.iter().max_by_key(|other| (has_small(other), tidy(other) == **other, n_of(other))))
        .map_or(tidied, |other| tidy(other));
    let best = if are_others_quiet(&best, spellings) { quietly(&best) } else { best };
    let rule = match (best == *written, is_turned) {
        (true, _) => None,
        (false, true) => Some(Rule::NameOrder),
        (false, false) => Some(Rule::NameCase),
    };
    (best, rule)
}

/// Whether a name of several words is all in capitals, and most of the others are not.
fn are_others_quiet(name: &str, spellings: &Spellings) -> bool {
    name.contains(' ') && is_shouted(name) && spellings.n_quiet * 2 > spellings.all.len()
}

/// `WALTER PRUITT` as `Walter Pruitt`.
fn quietly(name: &str) -> String {
    let mut is_start = true;
    let lower = |c: char| -> String {
        let shown: String = if is_start { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
        is_start = !c.is_alphabetic();
        shown
    };
    name.chars().map(lower).collect()
}

/// The people whom a first name, a nickname, initials or `A. Ruiz` may mean.
fn fitting<'k>(written: &str, known: &'k [KnownPerson]) -> Vec<&'k KnownPerson> {
    known.iter().filter(|person| may_be(written, &person.name)).collect()
}

fn may_be(short: &str, full: &str) -> bool {
    let (short, full) = (key(short), key(full));
    let shorts: Vec<&str> = short.split_whitespace().collect();
    let fulls: Vec<&str> = full.split_whitespace().collect();
    let (Some(first), Some(last)) = (fulls.first(), fulls.last()) else { return false };
    if fulls.len() < 2 {
        return false;
    }
    let is_first = |word: &str| word == *first || NICKNAMES.contains(&(word, first));
    let initials: String =
        fulls.iter().flat_map(|word| word.split('-')).filter_map(|word| word.chars().next()).collect();
    let outer: String = first.chars().take(1).chain(last.chars().take(1)).collect();
    match shorts[..] {
        [one] => is_first(one) || one == initials || one == outer,
        [one, family] => {
            let is_initial = |word: &str, of: &str| word.chars().count() == 1 && of.starts_with(word);
            family == *last && (is_first(one) || is_initial(one, first)) || is_first(one) && is_initial(family, last)
        }
        _ => false,
    }
}

/// Asks about short names that fit several people, and about spellings that are close to each other.
fn ask(
    sheet: &Sheet,
    known: &[KnownPerson],
    spellings: &Spellings,
    names: &BTreeMap<String, String>,
    reading: &mut SheetReading,
) {
    if spellings.all.len() > COMPARED {
        return;
    }
    for (written, (_, at, _)) in &spellings.all {
        let name = names.get(written).map_or(written.as_str(), String::as_str);
        let is_known = known.iter().any(|person| person.name == name);
        let several: Vec<&str> = fitting(written, known).iter().map(|person| person.name.as_str()).collect();
        if !is_known && several.len() > 1 {
            let says = format!("`{written}` may be {}", several.join(" or "));
            reading.problem(
                sheet,
                *at,
                Code::W512,
                says,
                "add the spelling to the aliases of one of them in staff.csv",
            );
            continue;
        }
        let others = names.values().filter(|other| *other != name).map(String::as_str);
        let near = crate::problem::nearest(name, others.clone());
        let longer: Vec<&str> = others.filter(|other| may_be(name, other)).collect();
        if is_known {
            continue;
        }
        if let [only] = longer[..] {
            let says = format!("`{written}` may be `{only}`, who is in the file as well");
            reading.problem(
                sheet,
                *at,
                Code::W512,
                says,
                "they stay two people; if they are one, add an alias in staff.csv",
            );
        } else if let Some(near) = near
            && name < near
        {
            let says = format!("`{written}` and `{near}` are spelled almost alike");
            reading.problem(
                sheet,
                *at,
                Code::W512,
                says,
                "they stay two people; if they are one, mend the name or add an alias in staff.csv",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{KnownPerson, join_names, tidy};
    use crate::import::foreign::draft::Draft;
    use crate::import::foreign::reading::SheetReading;
    use crate::import::foreign::sheet::{At, Sheet};

    fn check(written: &[&str], known: &[(&str, &str)], expected: &[&str], n_asked: usize) {
        let known: Vec<KnownPerson> = known
            .iter()
            .map(|(name, aliases)| KnownPerson {
                name: (*name).to_owned(),
                aliases: aliases.split(';').filter(|alias| !alias.is_empty()).map(ToOwned::to_owned).collect(),
            })
            .collect();
        let mut reading = SheetReading::default();
        for name in written {
            reading.push(Draft::of(At { row: 0, column: 0 }).text("staff", *name));
        }
        join_names(&Sheet::of_rows("a.csv", &[&["x"]]), &known, &mut reading);
        let names: Vec<&str> = reading.drafts.iter().map(|draft| draft.get("staff")).collect();
        assert_eq!(names, expected);
        assert_eq!(reading.problems.iter().count(), n_asked, "{written:?}");
    }

    #[test]
    fn names_are_put_in_the_order_of_speech_without_titles() {
        assert_eq!((tidy("Ruiz, Ana"), tidy("Ms. Ana  Ruiz")), ("Ana Ruiz".to_owned(), "Ana Ruiz".to_owned()));
    }

    #[test]
    fn spellings_of_one_person_are_joined() {
        check(&["Ana Ruiz", "ANA RUIZ", "Ruiz, Ana "], &[], &["Ana Ruiz"; 3], 0);
        check(&["Ana", "AR", "A. Ruiz"], &[("Ana Ruiz", "")], &["Ana Ruiz"; 3], 0);
        check(&["Nita"], &[("Ana Ruiz", "Nita;Anita")], &["Ana Ruiz"], 0);
        check(&["Bob"], &[("Robert Vale", "")], &["Robert Vale"], 0);
    }

    #[test]
    fn two_people_who_share_a_first_name_stay_two() {
        check(&["Ana", "Ben"], &[("Ana Ruiz", ""), ("Ana Vale", "")], &["Ana", "Ben"], 1);
        check(&["Ana R", "Ana V"], &[("Ana Ruiz", ""), ("Ana Vale", "")], &["Ana Ruiz", "Ana Vale"], 0);
        check(&["Ana", "Ana Ruiz"], &[], &["Ana", "Ana Ruiz"], 1);
    }
}
