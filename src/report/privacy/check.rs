//! What in a packet could identify a person: what it is, where it stands, where it comes from, and what to do.

use super::contact::{Contact, contacts};
use super::name_match::StaffNames;
use super::one_person::{OfOnePerson, of_one_person};
use super::piece::{Piece, pieces};
use super::source::{ByHand, SourceLine, lines_by_hand, schedule_line, texts_by_hand};
use super::word::{Word, plain_words, words};
use crate::analysis::Results;
use crate::import::Folder;
use crate::problem::{Problem, Problems};
use crate::say;
use crate::study::{PeopleShown, Study};
use crate::table::Table;
use crate::wording::and_list;
use std::collections::{BTreeMap, BTreeSet};

/// A packet before it is written, and what it is made of.
pub struct LookedThrough<'a> {
    /// Its files: name and bytes.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// The study.
    pub study: &'a Study,
    /// The study's folder.
    pub folder: &'a dyn Folder,
    /// The results.
    pub results: &'a Results,
    /// The tables.
    pub tables: &'a [Table],
    /// The problems.
    pub problems: &'a Problems,
    /// The scenarios that are shown, by the names of their files.
    pub scenarios: &'a [String],
    /// Their titles and reasons.
    pub reasons: Vec<(String, String)>,
}

/// A place in the packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivacyPlace {
    /// The file.
    pub file: String,
    /// Where in it, in words.
    pub place: String,
    /// What stands there.
    pub text: String,
}

/// One thing that could identify a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivacyFinding {
    /// A word for its kind: name, role, people, group, initials, email or phone.
    pub kind: &'static str,
    /// What it is.
    pub what: String,
    /// What it reveals.
    pub reveals: String,
    /// What to do.
    pub advice: String,
    /// Where it stands, all of it.
    pub places: Vec<PrivacyPlace>,
    /// Where it comes from: file and line.
    pub sources: Vec<(String, u32)>,
}

/// Everything that was found, names first.
#[must_use]
pub fn check_privacy(packet: &LookedThrough<'_>) -> Vec<PrivacyFinding> {
    let check = Check {
        packet,
        names: StaffNames::of(packet.study),
        pieces: packet.files.iter().flat_map(|(file, bytes)| pieces(file, bytes)).collect(),
        by_hand: texts_by_hand(packet.results, &packet.reasons),
        lines: lines_by_hand(packet.folder, packet.scenarios),
    };
    let mut found = check.names();
    found.extend(check.roles());
    found.extend(check.rows());
    found.extend(check.contacts());
    found
}

struct Check<'a> {
    packet: &'a LookedThrough<'a>,
    names: StaffNames,
    pieces: Vec<Piece>,
    by_hand: Vec<ByHand>,
    lines: Vec<SourceLine>,
}

/// The page, in which everything that is written by hand stands.
const PAGE: &str = "index.html";

impl Check<'_> {
    fn is_shown(&self, people_shown: PeopleShown) -> bool {
        self.packet.results.settings.people_shown == people_shown
    }

    fn people(&self, people: &BTreeSet<usize>) -> String {
        let names: Vec<&str> = people.iter().map(|person| self.names.name(*person)).collect();
        and_list(&names, names.len())
    }

    /// Names in whatever the packet says, by the people they belong to.
    fn names(&self) -> Vec<PrivacyFinding> {
        let mut found: BTreeMap<BTreeSet<usize>, (String, Vec<PrivacyPlace>)> = BTreeMap::new();
        for piece in &self.pieces {
            let is_file_name = piece.place == say!("privacy-place-name") || is_path(&piece.text);
            for name in self.names.find(&piece.text, is_file_name) {
                let written = piece.text[name.range.0..name.range.1].to_owned();
                let entry = found.entry(name.people).or_insert_with(|| (written, Vec::new()));
                entry.1.push(place(piece, name.range));
            }
        }
        let finding = |(people, (written, places)): (BTreeSet<usize>, (String, Vec<PrivacyPlace>))| {
            let sources = self.sources_of_name(&people);
            let said = self.people(&people);
            PrivacyFinding {
                kind: "name",
                what: say!("privacy-name", written = written, people = said, n = people.len()),
                reveals: say!("privacy-name-reveals"),
                advice: self.advice_on_name(&sources),
                places,
                sources,
            }
        };
        found.into_iter().map(finding).collect()
    }

    fn advice_on_name(&self, sources: &[(String, u32)]) -> String {
        let is_quoted = sources.iter().any(|(file, _)| file == "desk-schedule.csv");
        if self.is_shown(PeopleShown::Names) {
            say!("privacy-name-advice-names")
        } else if is_quoted {
            say!("privacy-name-advice-schedule")
        } else {
            say!("privacy-name-advice-text")
        }
    }

    /// Lines that are shown as they stand, rows that a problem quotes, desks; with names, the staff list.
    fn sources_of_name(&self, people: &BTreeSet<usize>) -> Vec<(String, u32)> {
        let is_named = |text: &str| self.names.find(text, false).iter().any(|name| !name.people.is_disjoint(people));
        let mut sources = self.lines_where(is_named);
        let quotes = |problem: &&Problem| is_named(&problem.message) || is_named(&problem.done);
        let quoted = self.packet.problems.iter().filter(quotes);
        if !self.is_shown(PeopleShown::Public) {
            sources.extend(quoted.map(|problem| (problem.location.file.clone(), problem.location.line)));
        }
        sources.extend(schedule_line(self.packet.study, is_named).map(|line| ("desk-schedule.csv".to_owned(), line)));
        if self.is_shown(PeopleShown::Names) {
            let lines = people.iter().filter_map(|person| self.names.line(*person));
            sources.extend(lines.map(|line| ("staff.csv".to_owned(), line)));
        }
        sources.sort();
        sources.dedup();
        sources
    }

    fn lines_where(&self, is: impl Fn(&str) -> bool) -> Vec<(String, u32)> {
        self.lines.iter().filter(|line| is(&line.text)).map(|line| (line.file.clone(), line.line)).collect()
    }

    /// Roles that one person holds, wherever they stand.
    fn roles(&self) -> Vec<PrivacyFinding> {
        let finding = |(role, line): (String, Option<u32>)| {
            let words = plain_words(&role);
            let places: Vec<PrivacyPlace> = self.pieces.iter().filter_map(|piece| role_in(piece, &words)).collect();
            let by_hand = self.by_hand.iter().filter(|text| has_words(&plain_words(&text.text), &words));
            let is_label = places.iter().any(|place| is_whole(&place.text, &words));
            // a word such as Page says nothing in other texts
            let by_hand = by_hand.filter(|_| words.len() == 1).map(on_page);
            let places: Vec<PrivacyPlace> = places.into_iter().chain(by_hand).collect();
            let mut sources = self.lines_where(|text| has_words(&plain_words(text), &words));
            // tables of the study name roles in columns that nobody is shown
            sources.retain(|(file, _)| !file.ends_with("csv"));
            sources.extend(line.filter(|_| is_label).map(|line| ("staff.csv".to_owned(), line)));
            (!places.is_empty()).then(|| PrivacyFinding {
                kind: "role",
                what: say!("privacy-role", role = &role),
                reveals: say!("privacy-role-reveals"),
                advice: if is_label { say!("privacy-role-advice-label") } else { say!("privacy-role-advice-text") },
                places,
                sources,
            })
        };
        self.roles_of_one().into_iter().filter_map(finding).collect()
    }

    /// Roles of the study that one of the people shown holds, each with that person's line in `staff.csv`.
    fn roles_of_one(&self) -> Vec<(String, Option<u32>)> {
        let mut holders: BTreeMap<String, (String, BTreeSet<usize>)> = BTreeMap::new();
        for account in &self.packet.results.staff_time {
            let Some(member) = self.packet.study.staff.get(account.staff.index()) else { continue };
            let entry =
                holders.entry(member.role.to_lowercase()).or_insert_with(|| (member.role.clone(), BTreeSet::new()));
            entry.1.insert(account.staff.index());
        }
        let of_one = holders.into_values().filter(|(role, people)| !role.is_empty() && people.len() == 1);
        let line = |people: BTreeSet<usize>| people.first().and_then(|person| self.names.line(*person));
        of_one.map(|(role, people)| (role, line(people))).collect()
    }

    /// Tables and charts of single people, and groups that are one person.
    fn rows(&self) -> Vec<PrivacyFinding> {
        let files: Vec<&str> = self.packet.files.keys().map(String::as_str).collect();
        let found = of_one_person(self.packet.results, self.packet.tables, &files);
        found.iter().map(rows_finding).collect()
    }

    /// Initials, addresses and numbers in what was written by hand.
    fn contacts(&self) -> Vec<PrivacyFinding> {
        let mut found: Vec<PrivacyFinding> = Vec::new();
        for text in &self.by_hand {
            for contact in contacts(&text.text, &self.names) {
                let (kind, what, written) = match contact {
                    Contact::Initials(people, written) => (
                        "initials",
                        say!("privacy-initials", written = &written, people = self.people(&people)),
                        written,
                    ),
                    Contact::Email(written) => ("email", say!("privacy-email", written = &written), written),
                    Contact::Phone(written) => ("phone", say!("privacy-phone", written = &written), written),
                };
                let place = on_page(text);
                if let Some(known) = found.iter_mut().find(|known| known.kind == kind && known.what == what) {
                    known.places.push(place);
                    continue;
                }
                let sources = self.lines_where(|line| line.contains(&written));
                let (reveals, advice) = (say!("privacy-contact-reveals"), say!("privacy-contact-advice"));
                found.push(PrivacyFinding { kind, what, reveals, advice, places: vec![place], sources });
            }
        }
        found
    }
}

fn rows_finding(of: &OfOnePerson) -> PrivacyFinding {
    let is_group = !of.groups.is_empty();
    let what = match (is_group, of.n_rows) {
        (true, n) => say!("privacy-groups", file = &of.file, n = n),
        (false, 0) => say!("privacy-chart", file = &of.file),
        (false, n) => say!("privacy-people", file = &of.file, n = n),
    };
    let place = |text: String| PrivacyPlace { file: of.file.clone(), place: String::new(), text };
    PrivacyFinding {
        kind: if is_group { "group" } else { "people" },
        what,
        reveals: if is_group { say!("privacy-groups-reveals") } else { say!("privacy-people-reveals") },
        advice: if is_group { say!("privacy-groups-advice") } else { say!("privacy-people-advice") },
        places: if is_group { of.groups.iter().cloned().map(place).collect() } else { vec![place(String::new())] },
        sources: Vec::new(),
    }
}

fn on_page(text: &ByHand) -> PrivacyPlace {
    PrivacyPlace { file: PAGE.to_owned(), place: text.place.clone(), text: shortened(&text.text, (0, 0)) }
}

fn place(piece: &Piece, range: (usize, usize)) -> PrivacyPlace {
    PrivacyPlace { file: piece.file.clone(), place: piece.place.clone(), text: shortened(&piece.text, range) }
}

/// A role in a piece: the whole of it, or several words of it.
fn role_in(piece: &Piece, role: &[String]) -> Option<PrivacyPlace> {
    if is_whole(&piece.text, role) {
        return Some(place(piece, (0, 0)));
    }
    let words = words(&piece.text);
    let is_role = |part: &&[Word]| part.len() > 1 && part.iter().zip(role).all(|(word, own)| word.plain == *own);
    let found = words.windows(role.len().max(1)).find(is_role)?;
    Some(place(piece, (found[0].start, found[found.len() - 1].end)))
}

/// Whether a text is a role and nothing else, but for a branch in brackets.
fn is_whole(text: &str, role: &[String]) -> bool {
    plain_words(text.split(" (").next().unwrap_or("")) == role
}

/// Whether a text is the name of a file, in which names are written small.
fn is_path(text: &str) -> bool {
    !text.contains(char::is_whitespace) && text.contains('.') && text.contains('/')
}

fn has_words(words: &[String], wanted: &[String]) -> bool {
    !wanted.is_empty() && words.windows(wanted.len()).any(|part| part == wanted)
}

/// Letters that a place shows of a long text.
const SHOWN: usize = 90;

/// A text, or the part of it around a range.
fn shortened(text: &str, range: (usize, usize)) -> String {
    if text.chars().nth(SHOWN).is_none() {
        return text.to_owned();
    }
    let before = text[..range.0].chars().rev().take(SHOWN / 3).map(char::len_utf8).sum::<usize>();
    let start = range.0 - before;
    let part: String = text[start..].chars().take(SHOWN).collect();
    let (open, close) = (if start > 0 { "…" } else { "" }, if start + part.len() < text.len() { "…" } else { "" });
    format!("{open}{}{close}", part.trim())
}
