//! Does every message exist, once, with the figures that the code gives it? And could another language stand beside them?

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use offdesk::wording::{Argument, Messages};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn files(folder: &str, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
            if path.is_dir() {
                folders.push(path);
            } else if endings.contains(&ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The variables of each message of a language.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (path, text) in files(&format!("src/wording/{language}"), &["ftl"]) {
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                assert!(!matches!(entry, Entry::Junk { .. }), "{}: {entry:?}", path.display());
                continue;
            };
            let name = message.id.name.to_owned();
            let mut variables = BTreeSet::new();
            of_pattern(message.value.as_ref().unwrap_or_else(|| panic!("{name} says nothing")), &mut variables);
            assert!(
                found.insert(name.clone(), variables).is_none(),
                "{name} stands twice, again in {}",
                path.display()
            );
        }
    }
    found
}

fn of_pattern(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, into);
        }
    }
}

fn of_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, into),
        Expression::Select { selector, variants } => {
            of_inline(selector, into);
            variants.iter().for_each(|variant| of_pattern(&variant.value, into));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, into),
        _ => {}
    }
}

/// Where a message is said: the place, its name and the figures that are given.
struct Said {
    place: String,
    name: String,
    variables: BTreeSet<String>,
}

/// Every `say!("name", figure = …)` of the sources and the templates; comments are skipped.
fn said() -> Vec<Said> {
    let mut found = Vec::new();
    for (path, text) in files("src", &["rs", "html"]) {
        for (at, _) in text.match_indices("say!(") {
            let line = text[..at].lines().last().unwrap_or("").trim_start();
            let inside = text[at + 5..].trim_start();
            if line.starts_with("//") || !inside.starts_with('"') {
                continue;
            }
            let place = format!("{}:{}", path.display(), text[..at].matches('\n').count() + 1);
            let parts = arguments(inside);
            let name = parts[0].trim_matches('"').to_owned();
            let variables = parts[1..].iter().filter(|part| !part.is_empty()).map(|part| {
                let (name, _) = part.split_once('=').unwrap_or_else(|| panic!("{place}: `{part}` has no name"));
                name.trim().to_owned()
            });
            found.push(Said { name, variables: variables.collect(), place });
        }
    }
    found
}

/// The arguments of a call, from behind its bracket.
fn arguments(text: &str) -> Vec<String> {
    let (mut parts, mut depth, mut is_text, mut last) = (vec![String::new()], 0, false, ' ');
    for c in text.chars() {
        match c {
            '"' if last != '\\' => is_text = !is_text,
            '(' | '[' | '{' if !is_text => depth += 1,
            ')' if !is_text && depth == 0 => break,
            ')' | ']' | '}' if !is_text => depth -= 1,
            ',' if !is_text && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        last = if last == '\\' { ' ' } else { c };
        parts.last_mut().unwrap().push(c);
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

#[test]
fn every_message_is_said_with_its_figures_and_every_figure_is_in_its_message() {
    let messages = messages("en");
    let said = said();
    assert!(messages.len() > 300 && said.len() > 300, "{} messages, {} calls", messages.len(), said.len());
    let mut wrong = Vec::new();
    for Said { place, name, variables } in &said {
        match messages.get(name) {
            None => wrong.push(format!("{place}: there is no message {name}")),
            Some(wanted) if wanted != variables => {
                wrong.push(format!("{place}: {name} wants {wanted:?} and is given {variables:?}"));
            }
            Some(_) => {}
        }
    }
    let used: BTreeSet<&str> = said.iter().map(|one| one.name.as_str()).collect();
    wrong.extend(
        messages.keys().filter(|name| !used.contains(name.as_str())).map(|name| format!("{name} is never said")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_language_has_every_message_with_the_same_figures() {
    let english = messages("en");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wording");
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let language = entry.file_name().into_string().unwrap();
        assert_eq!(messages(&language), english, "{language}");
        let listed =
            std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wording/language.rs")).unwrap();
        for (path, _) in files(&format!("src/wording/{language}"), &["ftl"]) {
            let name = format!("\"{language}/{}\"", path.file_name().unwrap().to_str().unwrap());
            assert!(listed.contains(&name), "{name} is not in language.rs");
        }
    }
}

/// Messages of another language: words in another order, other plurals, figures that choose.
const GERMAN: &str = "
at-least = mindestens { $figure }
people = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}
finding-reach = Von { $window } in der Woche, in denen { $n ->
    [one] der Partner
   *[other] die { $n } Partner
} Zeit haben, { $is_one ->
    [yes] ist { $reachable }
   *[no] sind { $reachable }
} erreichbar ({ $share }).
";

#[test]
fn another_language_says_the_same_figures_in_its_own_way() {
    let german = Messages::of("de", &[GERMAN]);
    assert_eq!(german.say("people", &[("n", Argument::from(1_usize))]), "1 Person");
    assert_eq!(german.say("people", &[("n", Argument::from(12_usize))]), "12 Personen");
    let reachable = german.say("at-least", &[("figure", Argument::from("8,0 h"))]);
    let reach = |n: usize, is_one: bool| {
        let figures = [
            ("window", Argument::from("27,3 h")),
            ("n", Argument::from(n)),
            ("reachable", Argument::from(reachable.as_str())),
            ("is_one", Argument::from(is_one)),
            ("share", Argument::from("29 %")),
        ];
        german.say("finding-reach", &figures)
    };
    let whole = "Von 27,3 h in der Woche, in denen die 7 Partner Zeit haben, sind mindestens 8,0 h erreichbar (29 %).";
    assert_eq!(reach(7, false), whole);
    assert!(reach(1, true).contains("der Partner Zeit haben, ist mindestens"));
    // the figures of the English message are the ones that the German one takes
    let english = messages("en");
    for name in ["at-least", "people", "finding-reach"] {
        let mut taken = BTreeSet::new();
        let resource = fluent_syntax::parser::parse(GERMAN).unwrap();
        for entry in &resource.body {
            if let Entry::Message(message) = entry
                && message.id.name == name
            {
                of_pattern(message.value.as_ref().unwrap(), &mut taken);
            }
        }
        assert_eq!(taken, english[name], "{name}");
    }
}

/// Folders and files whose words are all messages.
const SAID: [&str; 7] = [
    "src/finding",
    "src/table",
    "src/chart",
    "src/report",
    "src/scenario/sentence.rs",
    "src/scenario/robust.rs",
    "src/scenario/compare.rs",
];

/// Text in the sources that is no wording: markup, fonts, errors about the machine, and words that tables carry for
/// machines.
const NO_WORDING: [&str; 24] = [
    "no picture",
    "the brief has no page",
    "is not a path",
    "cannot be written",
    "at least",
    "money a week",
    "share, 0 to 1",
    "most people",
    "every role",
    "a week",
    "<",
    "height=",
    "viewBox",
    "@font-face",
    "default-src",
    "-//offdesk",
    "Noto Sans",
    "no font face was found",
    "the picture is too large",
    "hours a week",
    "percent of settings",
    "transactions an hour",
    "settings in force",
    "application/json",
];

#[test]
fn no_sentence_stands_outside_the_messages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut n_texts = 0;
    let mut wrong = Vec::new();
    for (path, text) in files("src", &["rs"]) {
        // the names of styles as Word knows them, and what is wrong with a library's own template
        let is_of_machines = ["job_description/docx_parts.rs", "job_description/template.rs"];
        let is_said = SAID.iter().any(|part| path.starts_with(root.join(part)));
        if !is_said || is_of_machines.iter().any(|end| path.ends_with(end)) {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines = code.lines().enumerate();
        let is_code = |line: &str| {
            let line = line.trim_start();
            !line.starts_with("//") && !line.starts_with("#[") && !line.contains("reason = \"")
        };
        for (n, line) in lines.filter(|(_, line)| is_code(line)) {
            // every other part is a text
            for part in line.replace("\\\"", "").split('"').skip(1).step_by(2) {
                n_texts += 1;
                let is_words =
                    part.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic)).count() > 1;
                if is_words && !NO_WORDING.iter().any(|known| part.contains(known)) {
                    wrong.push(format!("{}:{}: {part}", path.display(), n + 1));
                }
            }
        }
    }
    assert!(n_texts > 500, "{n_texts}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
