//! Is every sentence that offdesk writes one for a library board? Words, lengths, bounds, no two people in one claim.

use crate::packets::{PACKETS, Packet, is_a, rows, unescaped};
use std::collections::BTreeSet;
use std::path::Path;

/// Words that invite cutting people, and words of comparing them.
const NEVER: [&str; 26] = [
    "idle",
    "idling",
    "unused",
    "underused",
    "wasted",
    "waste",
    "wasteful",
    "wasting",
    "inefficient",
    "inefficiency",
    "unproductive",
    "productivity",
    "slack",
    "surplus",
    "redundant",
    "superfluous",
    "overstaffed",
    "overstaffing",
    "underutilized",
    "utilization",
    "lazy",
    "useless",
    "downtime",
    "squandered",
    "slower",
    "laziest",
];
const MOST_WORDS: usize = 40;
const MOST_WORDS_OF_A_CLAIM: usize = 35;
/// A board reads at the level of the tenth year of school.
const MOST_GRADE: f64 = 10.0;

fn words(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in text.split_whitespace() {
        let sentence = found.last_mut().unwrap();
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(word);
        if word.trim_end_matches(['”', ')']).ends_with(['.', '?', '!']) {
            found.push(String::new());
        }
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> Vec<&'a str> {
    text.split(start).skip(1).filter_map(|rest| rest.split_once(end)).map(|(inside, _)| inside).collect()
}

/// A part of a page without its marks.
fn bare(html: &str) -> String {
    let mut text = String::new();
    let mut is_mark = false;
    for c in html.chars() {
        match c {
            '<' => is_mark = true,
            '>' if is_mark => is_mark = false,
            c if !is_mark => text.push(c),
            _ => {}
        }
    }
    unescaped(&text)
}

/// The page without styles, scripts and pictures.
fn text_part(page: &str) -> String {
    let mut text = page.to_owned();
    for (start, end) in [("<style", "</style>"), ("<script", "</script>"), ("<svg", "</svg>")] {
        while let Some((before, rest)) = text.split_once(start) {
            let after = rest.split_once(end).unwrap().1;
            text = format!("{before} {after}");
        }
    }
    text
}

/// Every piece of text that a reader sees: of the page, the charts, the tables' README, claims and suggestions.
fn pieces(packet: &Packet) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut add = |place: &str, text: &str| {
        let text = unescaped(text).trim().to_owned();
        if !text.is_empty() {
            found.push((format!("{} {place}", packet.name), text));
        }
    };
    for (path, text) in &packet.files {
        let path = path.as_str();
        match Path::new(path).extension().and_then(|ending| ending.to_str()).unwrap_or("") {
            "html" => {
                text_part(text).split('<').filter_map(|part| part.split_once('>')).for_each(|part| add(path, part.1));
            }
            "svg" => text.split('<').filter_map(|part| part.split_once('>')).for_each(|part| add(path, part.1)),
            "md" | "ics" => text.lines().for_each(|line| add(path, line)),
            "csv" => {
                rows(text).iter().flatten().filter(|(column, _)| is_wording(column)).for_each(|cell| add(path, cell.1));
            }
            _ => {}
        }
    }
    found
}

/// Columns whose cells are sentences or labels of ours.
fn is_wording(column: &str) -> bool {
    matches!(column, "sentence" | "change" | "measure" | "setting" | "better" | "schedule")
}

/// Sentences about scenarios and suggestions, which stand in tables.
fn told(packet: &Packet) -> Vec<String> {
    let files = packet.files.iter().filter(|(path, _)| is_a(path, "csv"));
    files
        .flat_map(|(_, text)| rows(text))
        .flat_map(|row| row.into_iter().filter(|(column, _)| matches!(column.as_str(), "sentence" | "change")))
        .map(|(_, cell)| cell)
        .collect()
}

fn check(wrong: &[String]) {
    let first: BTreeSet<&String> = wrong.iter().collect();
    let first: Vec<&str> = first.into_iter().map(String::as_str).take(40).collect();
    assert!(wrong.is_empty(), "{} in all\n{}", wrong.len(), first.join("\n"));
}

#[test]
fn no_text_has_words_that_invite_cutting_people_or_names_of_messages_or_gaps() {
    let ftl = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wording/en")).unwrap();
    let ftl: String = ftl.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    // words with a hyphen that are English as well
    let english = ["at-least", "at-most", "on-call", "off-desk", "what-if", "desk-share", "in-all"];
    let names: BTreeSet<&str> = ftl
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name)
        .filter(|name| name.contains('-') && !name.contains(' ') && !english.contains(name))
        .collect();
    assert!(names.len() > 300);
    let mut n_pieces = 0;
    let mut wrong = Vec::new();
    for (place, text) in PACKETS.iter().flat_map(pieces) {
        n_pieces += 1;
        let is_word = |c: char| c.is_alphanumeric() || c == '-';
        for word in text.split(|c| !is_word(c)).filter(|word| !word.is_empty()) {
            let small = word.to_lowercase();
            if small.split('-').any(|part| NEVER.contains(&part)) || NEVER.contains(&small.as_str()) {
                wrong.push(format!("{place}: “{word}” in: {text}"));
            }
            if names.contains(word) && !["/", ".csv", ".png"].iter().any(|file| text.contains(file)) {
                wrong.push(format!("{place}: the message {word} is not said in: {text}"));
            }
        }
        let is_gap = text.lines().any(|line| line.trim().contains("  "));
        if is_gap || text.contains("{ $") || text.contains("{$") || text.contains(" .") && !text.contains(" ./") {
            wrong.push(format!("{place}: a gap in: {text}"));
        }
    }
    assert!(n_pieces > 10_000, "{n_pieces}");
    check(&wrong);
}

#[test]
fn claims_end_with_a_full_stop_are_short_and_say_whether_they_are_bounds() {
    let mut n_claims = 0;
    let mut wrong = Vec::new();
    for packet in PACKETS.iter() {
        // the findings whose bounds differ; a claim about partner time that no assumption changes is exact
        let findings = packet.table("findings").unwrap_or_default();
        let differ = findings.iter().filter(|row| !row["at_most"].is_empty()).map(|row| row["sentence"].as_str());
        let differ: BTreeSet<&str> = differ.collect();
        let rests_on_assumptions = packet.page().is_some_and(|page| page.contains("are an “at least”"));
        for (claim, table) in packet.claims() {
            n_claims += 1;
            let place = format!("{}: {table}: {claim}", packet.name);
            if !claim.ends_with('.') || claim.ends_with("..") || claim.starts_with(char::is_lowercase) {
                wrong.push(format!("{place}\n  is no sentence"));
            }
            let longest = sentences(&claim).iter().map(|sentence| words(sentence).len()).max().unwrap_or(0);
            if longest > MOST_WORDS_OF_A_CLAIM {
                wrong.push(format!("{place}\n  has a sentence of {longest} words"));
            }
            let says = |what: &str| claim.to_lowercase().contains(what);
            let is_at_least =
                if claim.contains("reachable (") { differ.contains(&claim[..]) } else { rests_on_assumptions };
            let is_bound =
                claim.contains("reachable (") || claim.contains("off the desk, ") || claim.contains("Desk duty takes");
            if is_bound && says("at least") != is_at_least && !says("blocks of at least") {
                wrong.push(format!("{place}\n  at least: {is_at_least}"));
            }
        }
        for sentence in differ {
            let is_said = sentence.contains("at least ") && sentence.contains("(at most ");
            wrong.extend((!is_said).then(|| format!("{}: {sentence} says no bounds", packet.name)));
        }
    }
    assert!(n_claims > 60, "{n_claims}");
    check(&wrong);
}

#[test]
fn sentences_of_the_page_and_of_suggestions_are_short_and_whole() {
    let mut wrong = Vec::new();
    let mut n_sentences = 0;
    let mut look = |place: &str, text: &str, wrong: &mut Vec<String>| {
        for sentence in sentences(text) {
            n_sentences += 1;
            let n = words(&sentence).len();
            if n > MOST_WORDS {
                wrong.push(format!("{place}: {n} words: {sentence}"));
            }
        }
    };
    for packet in PACKETS.iter() {
        for sentence in told(packet) {
            look(&packet.name, &sentence, &mut wrong);
        }
        let Some(page) = packet.page() else { continue };
        let page = text_part(page);
        for (start, end) in [("<p", "</p>"), ("<dd", "</dd>"), ("<li", "</li>")] {
            for part in between(&page, start, end) {
                // lists of links and of files are no sentences
                let text = bare(part.split_once('>').map_or("", |(_, text)| text));
                if text.contains('.') {
                    look(&packet.name, &text, &mut wrong);
                }
            }
        }
        for part in
            between(&page, "class=\"lead\">", "</p>").into_iter().chain(between(&page, "class=\"changes\">", "</ol>"))
        {
            let text = bare(part);
            if !text.trim().ends_with('.') {
                wrong.push(format!("{}: no full stop: {text}", packet.name));
            }
        }
    }
    assert!(n_sentences > 500, "{n_sentences}");
    check(&wrong);
}

#[test]
fn titles_of_charts_are_claims_without_a_full_stop_and_descriptions_are_sentences() {
    let mut wrong = Vec::new();
    let mut n_charts = 0;
    for packet in PACKETS.iter() {
        for (path, svg) in packet.files.iter().filter(|(path, _)| is_a(path, "svg")) {
            n_charts += 1;
            let title = unescaped(between(svg, "<title", "</title>")[0].split_once('>').unwrap().1);
            let about = unescaped(between(svg, "<desc", "</desc>")[0].split_once('>').unwrap().1);
            if title.ends_with('.') || title.starts_with(char::is_lowercase) || words(&title).len() > MOST_WORDS {
                wrong.push(format!("{} {path}: title: {title}", packet.name));
            }
            if !about.ends_with('.') || about.ends_with("..") {
                wrong.push(format!("{} {path}: description: {about}", packet.name));
            }
        }
    }
    assert!(n_charts > 50, "{n_charts}");
    check(&wrong);
}

#[test]
fn no_claim_title_or_heading_holds_two_people() {
    let mut n_looked_at = 0;
    let mut wrong = Vec::new();
    for packet in PACKETS.iter().filter(|packet| packet.has_names) {
        let Some(accounts) = packet.table("staff_time") else { continue };
        let people: BTreeSet<String> = accounts.iter().map(|row| row["staff"].clone()).collect();
        let mut texts: Vec<String> = packet.claims().into_iter().map(|(claim, _)| claim).collect();
        for (_, svg) in packet.files.iter().filter(|(path, _)| is_a(path, "svg")) {
            texts.push(unescaped(between(svg, "<title", "</title>")[0]));
            texts.push(unescaped(between(svg, "<desc", "</desc>")[0]));
        }
        let page = text_part(packet.page().unwrap());
        texts.extend(between(&page, "class=\"lead\">", "</p>").into_iter().map(bare));
        texts.extend(between(&page, "class=\"left-out\">", "</ul>").into_iter().map(bare));
        for text in texts {
            n_looked_at += 1;
            let named: Vec<&String> = people.iter().filter(|person| text.contains(person.as_str())).collect();
            if named.len() > 1 {
                wrong.push(format!("{}: {named:?} in: {text}", packet.name));
            }
        }
    }
    assert!(n_looked_at > 50, "{n_looked_at}");
    check(&wrong);
}

/// Syllables, near enough: groups of vowels, without a silent ending. A number is one.
fn n_syllables(word: &str) -> usize {
    let letters: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let is_vowel = |c: char| "aeiouy".contains(c);
    let mut n = 0;
    let mut was_vowel = false;
    for c in letters.chars() {
        n += usize::from(is_vowel(c) && !was_vowel);
        was_vowel = is_vowel(c);
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| letters.ends_with(ending));
    let is_silent = ends(&["e"]) && !ends(&["le", "ee"])
        || ends(&["ed"]) && !ends(&["ted", "ded"])
        || ends(&["es"]) && !ends(&["ses", "zes", "ces", "ges", "xes", "ches", "shes"]);
    (n - usize::from(is_silent && n > 1)).max(1)
}

/// The grade of Flesch and Kincaid (1975): years of school that a text asks for.
fn grade<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let (mut n_sentences, mut n_words, mut syllables) = (0.0, 0.0, 0.0);
    for sentence in texts.flat_map(sentences) {
        n_sentences += 1.0;
        for word in words(&sentence) {
            n_words += 1.0;
            syllables += f64::from(u32::try_from(n_syllables(word)).unwrap());
        }
    }
    0.39 * n_words / n_sentences + 11.8 * syllables / n_words - 15.59
}

#[test]
fn claims_and_leads_are_as_easy_to_read_as_a_newspaper() {
    // sentences of known difficulty: the counter is near enough
    assert_eq!(
        ["desk", "people", "hours", "library", "reachable", "minimum", "scheduled", "placed"].map(n_syllables),
        [1, 2, 1, 3, 3, 3, 2, 1]
    );
    assert!(grade(["The cat sat on the mat."].into_iter()) < 1.0);
    let hard =
        "Institutional considerations necessitate comprehensive reconfiguration of organizational responsibilities.";
    assert!(grade([hard].into_iter()) > 20.0);
    for packet in PACKETS.iter().filter(|packet| packet.page().is_some()) {
        let page = text_part(packet.page().unwrap());
        let claims = packet.claims().into_iter().map(|(claim, _)| claim);
        let leads = between(&page, "class=\"lead\">", "</p>").into_iter().map(bare);
        let texts: Vec<String> = claims.chain(leads).collect();
        let whole = grade(texts.iter().map(String::as_str));
        let mut hardest: Vec<(f64, &str)> =
            texts.iter().map(|text| (grade([text.as_str()].into_iter()), text.as_str())).collect();
        hardest.sort_by(|a, b| b.0.total_cmp(&a.0));
        assert!(whole <= MOST_GRADE, "{}: grade {whole:.1}; the hardest: {:#?}", packet.name, &hardest[..3]);
    }
}
