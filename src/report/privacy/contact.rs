//! Does a text written by hand hold initials, an e-mail address or a phone number?

use super::name_match::StaffNames;
use super::word::{Word, words};
use std::collections::BTreeSet;

/// What was found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// Initials of somebody on the staff.
    Initials(BTreeSet<usize>, String),
    /// An e-mail address.
    Email(String),
    /// A phone number.
    Phone(String),
}

/// Capitals that stand for something else than a person.
const ABBREVIATIONS: [&str; 16] =
    ["AM", "PM", "TV", "US", "UK", "EU", "IT", "ID", "OK", "HR", "PC", "PR", "ESL", "STEM", "NGO", "FAQ"];

/// Digits that a phone number has, without the country's.
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Everything of the kind in a text.
pub fn contacts(text: &str, names: &StaffNames) -> Vec<Contact> {
    let mut found = initials(text, names);
    found.extend(emails(text).map(Contact::Email));
    found.extend(phones(text).into_iter().map(Contact::Phone));
    found
}

/// Two or three capitals that are nobody's word: `MN`, `M.N.` or `M. N.`.
fn initials(text: &str, names: &StaffNames) -> Vec<Contact> {
    let words = words(text);
    let is_letter = |word: &Word| text[word.start..word.end].chars().count() == 1 && word.is_capital;
    let belong = |a: &Word, b: &Word| is_letter(a) && is_letter(b) && [".", ". "].contains(&&text[a.end..b.start]);
    let mut found = Vec::new();
    for group in words.chunk_by(belong) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let letters: String = group.iter().map(|word| &text[word.start..word.end]).collect();
        let is_capitals = (2..=3).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase);
        let Some(people) = names.of_initials(&letters) else { continue };
        if is_capitals && !ABBREVIATIONS.contains(&letters.as_str()) {
            let dot = usize::from(group.len() > 1 && text[last.end..].starts_with('.'));
            found.push(Contact::Initials(people.clone(), text[first.start..last.end + dot].to_owned()));
        }
    }
    found
}

fn emails(text: &str) -> impl Iterator<Item = String> {
    let is_part = |sign: char| sign.is_alphanumeric() || "._%+-@".contains(sign);
    text.split(move |sign: char| !is_part(sign)).filter_map(|word| {
        let word = word.trim_matches('.');
        let (name, host) = word.split_once('@')?;
        let (domain, ending) = host.rsplit_once('.')?;
        let is_address = !name.is_empty() && !domain.is_empty() && ending.len() > 1 && !host.contains('@');
        is_address.then(|| word.to_owned())
    })
}

/// Runs of digits with what stands between the digits of a phone number; dates and times are none.
fn phones(text: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_ascii_digit() || " +-().\u{a0}\u{2011}".contains(sign);
    let runs = text.split(|sign: char| !is_part(sign)).map(|run| run.trim_matches([' ', '-', '.', ')', '\u{a0}']));
    runs.filter(|run| {
        let n_digits = run.chars().filter(char::is_ascii_digit).count();
        PHONE_DIGITS.contains(&n_digits) && !has_date(run) && has_phone_groups(run)
    })
    .map(str::to_owned)
    .collect()
}

/// Whether an ISO date stands in a run.
fn has_date(run: &str) -> bool {
    run.as_bytes().windows(10).any(|part| {
        part.iter().enumerate().all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
    })
}

/// Several groups of digits, or a `+` before them: a plain number of seven digits is no phone number.
fn has_phone_groups(run: &str) -> bool {
    let n_groups = run.split(|sign: char| !sign.is_ascii_digit()).filter(|group| !group.is_empty()).count();
    run.starts_with('+') || n_groups > 1
}

#[cfg(test)]
mod tests {
    use super::{Contact, contacts};
    use crate::report::privacy::name_match::StaffNames;
    use crate::study::{StaffMember, Study};

    fn check(text: &str, expected: &[&str]) {
        let member = |name: &str| StaffMember { name: name.to_owned(), ..StaffMember::default() };
        let study = Study { staff: vec![member("Marisol Núñez"), member("Ann M. Poe")], ..Study::default() };
        let written = |contact: Contact| match contact {
            Contact::Initials(_, written) | Contact::Email(written) | Contact::Phone(written) => written,
        };
        let found: Vec<String> = contacts(text, &StaffNames::of(&study)).into_iter().map(written).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn initials_are_capitals_of_somebody_on_the_staff() {
        check("MN and A. M. P. came, mn not; M.N., too.", &["MN", "A. M. P.", "M.N."]);
        check("At 10 AM, MNO and TV; N.M. is nobody.", &[]);
    }

    #[test]
    fn addresses_and_numbers_are_found_and_dates_and_times_are_not() {
        check("Write to m.nunez@elm.example. Or m@here.", &["m.nunez@elm.example"]);
        check(
            "Call (555) 010-2345, +49 30 1234567 or 555.010.2345.",
            &["(555) 010-2345", "+49 30 1234567", "555.010.2345"],
        );
        check("2026-09-14 to 2026-10-25, 10:00-12:30, 1234567 visits, 12 of 340", &[]);
    }
}
