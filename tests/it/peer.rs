//! Does `DuckDB`, given the same synthetic system, find the same numbers? Runs where the generator and Python with `DuckDB`
//! are at hand, and must run in CI.

use crate::made::is_ci;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Python that has `DuckDB`: the one that is named, or the machine's.
fn python() -> Option<String> {
    let named = std::env::var("OFFDESK_PYTHON").ok();
    let candidates = named.into_iter().chain(["python3".to_owned()]);
    candidates.into_iter().find(|python| {
        Command::new(python)
            .args(["-c", "import duckdb, polars, numpy"])
            .output()
            .is_ok_and(|output| output.status.success())
    })
}

fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    reader
        .records()
        .map(|record| header.iter().cloned().zip(record.unwrap().iter().map(str::to_owned)).collect())
        .collect()
}

/// Every row of the peer's table stands in ours, with the same numbers.
fn compare(peer: &Path, own: &Path, keys: &[&str], columns: &[(&str, &str)]) {
    let key = |row: &BTreeMap<String, String>| keys.iter().map(|key| row[*key].clone()).collect::<Vec<String>>();
    let own: BTreeMap<Vec<String>, BTreeMap<String, String>> =
        rows(own).into_iter().map(|row| (key(&row), row)).collect();
    let peer = rows(peer);
    assert!(peer.len() > 10);
    for row in peer {
        let found = own.get(&key(&row)).unwrap_or_else(|| panic!("no row for {:?}", key(&row)));
        for (theirs, ours) in columns {
            assert_eq!(row[*theirs], found[*ours], "{theirs} of {:?}", key(&row));
        }
    }
}

fn run(command: &mut Command) {
    let output = command.output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn duckdb_finds_the_same_numbers_for_every_row() {
    let bench: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bench");
    let python = python();
    if !bench.is_dir() || python.is_none() {
        assert!(!is_ci(), "CI needs ../shared/bench and a Python with duckdb, polars and numpy (OFFDESK_PYTHON)");
        eprintln!("not compared with DuckDB: ../shared/bench or a Python with duckdb, polars and numpy is missing");
        return;
    }
    let python = python.unwrap();
    for (branches, weeks, seed) in [("12", "3", "1"), ("5", "9", "2")] {
        let folder = tempfile::tempdir().unwrap();
        let (data, peer, own) = (folder.path().join("data"), folder.path().join("peer"), folder.path().join("own"));
        run(Command::new(&python).arg(bench.join("gen.py")).arg(&data).args([
            "--branches",
            branches,
            "--weeks",
            weeks,
            "--seed",
            seed,
        ]));
        run(Command::new(&python).arg(bench.join("duck.py")).arg(&data).arg(&peer));
        run(Command::new(env!("CARGO_BIN_EXE_offdesk"))
            .arg("analyze")
            .arg(&data)
            .arg("-o")
            .arg(&own)
            .args(["--names", "--quiet"]));
        compare_tables(&peer, &own);
    }
}

fn compare_tables(peer: &Path, own: &Path) {
    compare(
        &peer.join("staff.csv"),
        &own.join("staff_time.csv"),
        &["staff"],
        &[
            ("on_shift", "on_shift_min"),
            ("desk", "desk_min"),
            ("other_duties", "other_duties_min"),
            ("off_desk", "off_desk_min"),
            ("usable", "usable_min"),
            ("fragments", "fragments_min"),
        ],
    );
    compare(
        &peer.join("stakeholder.csv"),
        &own.join("stakeholder_outcomes.csv"),
        &["branch", "stakeholder"],
        &[
            ("window", "window_min"),
            ("reachable", "reachable_min"),
            ("closed", "closed_min"),
            ("too_short", "too_short_min"),
            ("pinned", "pinned_min"),
            ("other_duties", "other_duties_min"),
            ("desk_spare", "desk_spare_min"),
            ("desk_needed", "desk_needed_min"),
            ("unstaffed", "unstaffed_min"),
        ],
    );
    compare(
        &peer.join("desk.csv"),
        &own.join("desk_cover.csv"),
        &["branch", "desk"],
        &[
            ("staffed", "staffed_min"),
            ("person_minutes", "person_min"),
            ("under_minimum", "under_minimum_min"),
            ("missing", "missing_person_min"),
            ("above_minimum", "above_minimum_person_min"),
            ("while_closed", "while_closed_person_min"),
        ],
    );
}
