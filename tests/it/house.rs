//! Does the house stand as its plan says? Floors, first lines, sizes.

use std::path::{Path, PathBuf};

/// From the top floor down; floors on one line do not know each other.
const FLOORS: [&[&str]; 10] = [
    &["cli"],
    &["report"],
    &["chart", "table"],
    &["finding"],
    &["scenario"],
    &["analysis"],
    &["import"],
    &["study"],
    &["problem"],
    &["text", "time", "wording"],
];

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

fn floor_of(name: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&name))
}

#[test]
fn a_floor_uses_itself_and_the_floors_under_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut n_uses = 0;
    for (path, text) in sources() {
        let inside = path.strip_prefix(&root).unwrap();
        let Some(own) = inside.iter().next().and_then(|name| name.to_str()).filter(|name| floor_of(name).is_some())
        else {
            continue;
        };
        for (at, _) in text.match_indices("crate::") {
            let line = text[..at].lines().last().unwrap_or("").trim_start();
            let used: String = text[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(floor) = floor_of(&used) else { continue };
            if line.starts_with("//") {
                continue;
            }
            n_uses += 1;
            let is_allowed = used == own || floor > floor_of(own).unwrap();
            assert!(is_allowed, "{} ({own}) uses {used}", path.display());
        }
    }
    assert!(n_uses > 100);
}

#[test]
fn polars_stays_in_the_tables_and_plotters_in_the_charts() {
    for (path, text) in sources() {
        let name = path.display().to_string();
        for (library, floor) in [
            ("polars", "/table/"),
            ("plotters", "/chart/"),
            ("askama", "/report/"),
            ("typst", "/report/"),
            ("fluent_bundle", "/wording/"),
            ("clap", "/cli/"),
            ("indicatif", "/cli/"),
        ] {
            let is_used = text
                .lines()
                .any(|line| line.trim_start().starts_with("use ") && line.contains(&format!("{library}::")));
            assert!(!is_used || name.contains(floor), "{name} uses {library}");
        }
    }
}

#[test]
fn every_file_says_in_its_first_line_what_it_answers() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{}", path.display());
    }
}

#[test]
fn a_file_is_one_thing_of_less_than_400_lines() {
    for (path, text) in sources() {
        let before_tests = text.split("#[cfg(test)]").next().unwrap().lines().count();
        let says_why = text.lines().take(8).any(|line| line.contains("Longer than"));
        assert!(before_tests <= 400 || says_why, "{} has {before_tests} lines", path.display());
    }
}
