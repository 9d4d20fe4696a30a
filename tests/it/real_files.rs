//! Do files that institutions published import with no invented minute? Runs where they are at hand, and must run in CI.

use crate::import_cases::{cases, expected, found, raised};
use crate::made::is_ci;
use offdesk::import::foreign::{DraftDays, SourceImport, StudyFacts, import_source};
use offdesk::time::Day;
use std::path::{Path, PathBuf};

const REAL: &str = include_str!("../imports/real.txt");

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/real");
    if !folder.is_dir() {
        assert!(!is_ci(), "CI needs ../shared/data/real");
        eprintln!("published files are not imported: ../shared/data/real is missing");
        return None;
    }
    Some(folder)
}

/// The minutes of all rows over so many weeks: a row of no week stands in each of them.
fn minutes(import: &SourceImport, n_weeks: usize) -> u64 {
    let drafts = import.sheets.iter().flat_map(|sheet| &sheet.reading.drafts);
    drafts
        .map(|draft| {
            let weeks = draft.get("week");
            let n = if weeks.is_empty() { n_weeks } else { weeks.split('/').count() };
            let n_days = if let DraftDays::Weekly(days) = draft.days { days.days().count() } else { 1 };
            u64::from(draft.minutes()) * u64::try_from(n * n_days).unwrap()
        })
        .sum()
}

#[test]
fn published_files_come_to_their_minutes_rows_and_problems() {
    let Some(folder) = folder() else { return };
    let facts = StudyFacts { today: Day::from_ymd(2026, 10, 1).unwrap(), ..StudyFacts::default() };
    let mut wrong = String::new();
    let cases = cases(REAL);
    assert!(cases.len() >= 28);
    for case in cases {
        let bytes = std::fs::read(folder.join(case.file)).expect("a published file");
        let import = import_source(case.file, &bytes, &case.options, &facts).expect("options that can be followed");
        let (sum, n_weeks) = case.sum.expect("every case gives its minutes");
        let own = minutes(&import, n_weeks);
        if own != sum {
            wrong += &format!("{}: {own} minutes, {sum} expected\n", case.file);
        }
        let grid = found(&import);
        for (key, minutes) in expected(&case.rows) {
            let is_any = key.4 == "firm or tentative";
            let same = |other: &(String, String, String, String, String)| {
                (&other.0, &other.1, &other.2, &other.3) == (&key.0, &key.1, &key.2, &key.3)
                    && (is_any || other.4 == key.4)
            };
            let own: std::collections::BTreeSet<u32> =
                grid.iter().filter(|(other, _)| same(other)).flat_map(|(_, minutes)| minutes.iter().copied()).collect();
            if !minutes.is_subset(&own) || key.4.is_empty() && own.is_empty() {
                wrong += &format!("{}: {key:?} has {} minutes from {:?}\n", case.file, own.len(), own.first());
            }
        }
        let problems = raised(&import);
        for missing in case
            .raised
            .iter()
            .filter(|raised| !problems.iter().any(|own| own == *raised || own.starts_with(&format!("{raised} "))))
        {
            wrong += &format!(
                "{}: {missing} is not raised; but {:?}\n",
                case.file,
                problems.iter().take(8).collect::<Vec<_>>()
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
