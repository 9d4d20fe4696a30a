//! Does every sample source come to exactly the rows that were written down by hand, with the problems that it must raise?

use crate::import_cases::{cases, expected, found, raised};
use offdesk::import::foreign::{Options, SourceImport, StudyFacts, import_source};
use offdesk::time::Day;
use std::collections::BTreeSet;
use std::path::PathBuf;

const EXPECTED: &str = include_str!("../imports/expected.txt");

/// What is known of the study into which the samples are imported: autumn 2026 in New York.
fn facts() -> StudyFacts {
    let day = |year, month, day| Day::from_ymd(year, month, day).unwrap();
    StudyFacts {
        today: day(2026, 10, 1),
        period: Some((day(2026, 10, 1), day(2026, 12, 31))),
        zone: "America/New_York".to_owned(),
        ..StudyFacts::default()
    }
}

fn samples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data/imports")
}

fn import(file: &str, options: &Options) -> SourceImport {
    let bytes = std::fs::read(samples().join(file)).expect("a sample");
    import_source(file, &bytes, options, &facts()).expect("options that can be followed")
}

#[test]
fn every_sample_source_comes_to_the_rows_that_were_written_down_by_hand() {
    let mut wrong = String::new();
    for case in cases(EXPECTED) {
        let (found, expected) = (found(&import(case.file, &case.options)), expected(&case.rows));
        let keys: BTreeSet<_> = found.keys().chain(expected.keys()).collect();
        for key in keys {
            let (found, expected) = (found.get(key), expected.get(key));
            if found != expected {
                let shown = |minutes: Option<&BTreeSet<u32>>| {
                    minutes.map_or("nothing".to_owned(), |set| format!("{} min from {:?}", set.len(), set.first()))
                };
                wrong += &format!("{}: {key:?}: {} expected, {} found\n", case.file, shown(expected), shown(found));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.lines().take(60).collect::<Vec<&str>>().join("\n"));
}

#[test]
fn every_sample_source_raises_its_problems_at_their_cells_and_no_others() {
    let mut wrong = String::new();
    for case in cases(EXPECTED) {
        let found = raised(&import(case.file, &case.options));
        let expected: BTreeSet<String> = case.raised.into_iter().collect();
        for missing in expected.difference(&found) {
            wrong += &format!("{}: {missing} is not raised\n", case.file);
        }
        for more in found.difference(&expected) {
            wrong += &format!("{}: ! {more}\n", case.file);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_sample_source_is_written_down() {
    let mut files: Vec<String> = std::fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    files.sort();
    let mut known: Vec<&str> = cases(EXPECTED).iter().map(|case| case.file).collect();
    known.sort_unstable();
    assert_eq!(files, known);
}
