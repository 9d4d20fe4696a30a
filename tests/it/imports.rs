//! Does every sample source come to exactly the rows that were written down by hand, with the problems that it must raise?

use crate::import_cases::{cases, expected, found, raised};
use offdesk::import::foreign::{Options, SourceImport, Sourced, StudyFacts, import_source, merge};
use offdesk::import::{MemoryFolder, read_study};
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

/// A study's own files are imported as they stand: every row says the same again, and none is lost.
#[test]
fn canonical_files_import_to_themselves() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    for study in ["maple-street", "one-room", "river-county"] {
        for file in ["desk-schedule.csv", "library-hours.csv", "stakeholders.csv", "staff.csv", "desk-traffic.csv"] {
            let Ok(bytes) = std::fs::read(root.join(study).join(file)) else { continue };
            let once = import_source(file, &bytes, &Options::default(), &StudyFacts::default()).unwrap();
            let [sheet] = &once.sheets[..] else { panic!("{study}/{file} is not one sheet") };
            assert_eq!(sheet.fit.shape.name(), "canonical", "{study}/{file}");
            let text = String::from_utf8(bytes).unwrap();
            let n_lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).count();
            let n_repeats = once.all_problems().counts().values().sum::<usize>();
            assert_eq!(sheet.reading.drafts.len() + n_repeats, n_lines - 1, "{study}/{file}");
            let rows: Vec<Sourced<'_>> =
                sheet.reading.drafts.iter().map(|draft| Sourced { draft, label: &sheet.label }).collect();
            let written = merge("", sheet.fit.target, "itself", &rows, &|_| None).pieces.concat();
            let again = import_source(file, written.as_bytes(), &Options::default(), &StudyFacts::default()).unwrap();
            assert_eq!(found(&again), found(&once), "{study}/{file}");
            assert_eq!(again.sheets[0].reading.drafts.len(), sheet.reading.drafts.len());
            // the study reads what was written as it read the original
            let reading = |text: &str| {
                let folder = MemoryFolder::of([(file, text)]);
                let reading = read_study(&folder, &toml::Table::new(), &|_| {});
                (reading.study.schedule_rows().count(), reading.study.hours.len(), reading.study.windows.len())
            };
            if n_repeats == 0 {
                assert_eq!(reading(&written), reading(&text), "{study}/{file}");
            }
        }
    }
}
