//! Is the report one safe, self-contained page that is the same for the same input?

use crate::made::{Files, files, offdesk, once, report_arguments, write};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::path::Path;

const MAPLE: &str = "sample-data/maple-street";

fn report(study: &str, more: &[&str]) -> &'static Files {
    let made = once(&report_arguments(study, more));
    assert!(made.output.status.success(), "{}", made.said());
    &made.files
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(&write(&report_arguments(MAPLE, &[])).files, report(MAPLE, &[]));
}

#[test]
fn the_page_needs_nothing_from_elsewhere_and_runs_its_own_script_only() {
    check_page(report(MAPLE, &[]));
    let scenarios = ["--scenario", "one-desk", "--scenario", "two-hour-blocks", "--robust"];
    let files = report(MAPLE, &scenarios);
    check_page(files);
    assert!(files.contains_key("charts/what-if-robust.png") && files.contains_key("tables/comparison.csv"));
    assert_eq!(&write(&report_arguments(MAPLE, &scenarios)).files, files, "the same bytes");
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    assert!(page.contains("scenarios/one-desk.toml"), "the fingerprint counts scenarios");
}

#[test]
fn two_periods_stand_side_by_side_in_the_report() {
    let periods = ["--before", "2026-09-14..2026-09-27", "--after", "2026-09-28..2026-10-25"];
    let files = report(MAPLE, &periods);
    check_page(files);
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    assert!(page.contains(">Before and after</h2>") && page.contains("Before: 14 September 2026 to 27 September 2026"));
    assert!(page.contains("a week of partner time were reachable"), "in the past tense");
    assert!(files.contains_key("tables/comparison.csv") && files.contains_key("charts/what-if-measures.svg"));
    let wrong =
        offdesk(&["report", "sample-data/maple-street", "-q", "--before", "fall", "--after", "2026-09-28..2026-10-25"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("`fall` is not a period"));
}

fn check_page(files: &Files) {
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    assert!(!page.contains("@import") && !page.contains("<link") && !page.contains("src=\""));
    for part in page.split("url(").skip(1) {
        assert!(part.starts_with("data:font/ttf;"), "{}", &part[..40]);
    }
    let inside = |tag: &str| -> Vec<&str> {
        let (open, end) = (format!("<{tag}>"), format!("</{}>", tag.split(' ').next().unwrap()));
        page.split(&open).skip(1).map(|part| part.split(&end).next().unwrap()).collect()
    };
    let policy = page.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    let (scripts, styles) = (inside("script"), [inside("style"), inside("style id=\"letters\"")].concat());
    assert_eq!((scripts.len(), styles.len(), page.matches("<script").count()), (1, 2, 2), "one script, and the tables");
    for text in scripts.into_iter().chain(styles) {
        let hash = STANDARD.encode(Sha256::digest(text.as_bytes()));
        assert!(policy.contains(&format!("'sha256-{hash}'")), "the policy does not allow {}", &text[..40]);
    }
    for attribute in [" style=\"", " onclick=\"", " onload=\""] {
        assert!(!page.contains(attribute), "the policy does not allow{attribute}");
    }
    for link in page.split("href=\"").skip(1).map(|part| part.split('"').next().unwrap()) {
        let is_source = page.contains(&format!("<cite><a href=\"{link}\"")) && link.starts_with("http");
        let is_here =
            link.starts_with('#') && page.contains(&format!("id=\"{}\"", &link[1..])) || files.contains_key(link);
        assert!(is_source || is_here, "{link} leads nowhere");
    }
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).map(|part| part.split('"').next().unwrap()).collect();
    let n_ids = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), n_ids, "an id stands twice");
}

#[test]
fn a_public_packet_names_nobody_and_lists_no_single_person() {
    let files = report(MAPLE, &["--public"]);
    let all: String = files
        .iter()
        .filter(|(name, _)| !name.ends_with("png"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
        .collect();
    for name in ["Marisol", "Devon", "Priya", "Zoë"] {
        assert!(!all.contains(name), "{name} is named");
    }
    for table in ["blocks", "contact_slots", "staff_weeks", "staff_overlap", "common_slots"] {
        assert!(!files.contains_key(&format!("tables/{table}.csv")), "{table} is there");
    }
}

#[test]
fn names_are_escaped_in_the_page_and_made_safe_for_spreadsheets() {
    let folder = tempfile::tempdir().unwrap();
    let study = folder.path().join("study");
    std::fs::create_dir(&study).unwrap();
    let write = |name: &str, text: &str| std::fs::write(study.join(name), text).unwrap();
    write("desk-schedule.csv", "staff,day,start,end,activity\n\"<b>Eve</b>\",Mon,09:00,17:00,shift\n");
    write("library-hours.csv", "day,open,close\nMon,09:00,17:00\n");
    write(
        "stakeholders.csv",
        "stakeholder,day,start,end\n\"=HYPERLINK(\"\"x\"\")\",Mon,10:00,12:00\n<script>alert(1)</script>,Mon,10:00,12:00\n",
    );
    let files = report(study.to_str().unwrap(), &["--names", "--building-minimum", "0"]);
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    assert!(!page.contains("<script>alert") && !page.contains("<b>Eve") && page.contains("&lt;script&gt;alert"));
    assert!(page.contains("\\u003cscript>alert"), "nor does it end the tables within the page");
    let table = String::from_utf8(files["tables/stakeholder_outcomes.csv"].clone()).unwrap();
    assert!(table.contains("'=HYPERLINK") && !table.contains(",=HYPERLINK"), "{table}");
}

#[test]
fn words_that_invite_cutting_people_are_not_used() {
    let files = report(MAPLE, &[]);
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    let text: String = page.split("</head>").nth(1).unwrap().to_lowercase();
    for word in ["idle", "unused", "wasted", "inefficien", "unproductive"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn a_failed_run_leaves_the_old_report_whole() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report");
    let out = out.to_str().unwrap();
    assert!(
        offdesk(&["report", "sample-data/one-room", "-q", "--parts", "page,tables,charts", "-o", out]).status.success()
    );
    let before = files(Path::new(out));
    assert_eq!(offdesk(&["report", "sample-data/messy", "-q", "-o", out]).status.code(), Some(1));
    assert_eq!(files(Path::new(out)), before);
}

#[test]
fn bad_rows_are_counted_wherever_they_are_left_out() {
    let made = once(&report_arguments("sample-data/messy", &["--skip-bad-rows"]));
    assert_eq!(made.output.status.code(), Some(1), "rows with errors are still errors");
    let files = &made.files;
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    assert!(page.contains("could not be read and are left out of every figure"));
    let chart = String::from_utf8(files["charts/time-use.svg"].clone()).unwrap();
    assert!(chart.contains("could not be read"));
}

#[test]
fn output_touches_neither_a_study_nor_a_readers_own_files() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("conflicts.json"), "mine").unwrap();
    let run = |args: &[&str]| {
        offdesk(&[&["analyze", "sample-data/one-room", "-q", "-o", out.to_str().unwrap()], args].concat()).status.code()
    };
    assert_eq!(run(&["--format", "csv,json", "--tables", "blocks"]), Some(0));
    assert_eq!(run(&["--tables", "desk_cover"]), Some(0));
    let names: Vec<String> = files(&out).into_keys().collect();
    assert_eq!(names, [".offdesk-files", "README.md", "blocks.csv", "blocks.json", "conflicts.json", "desk_cover.csv"]);
    assert_eq!(std::fs::read_to_string(out.join("conflicts.json")).unwrap(), "mine");
    let study = folder.path().join("study");
    std::fs::create_dir(&study).unwrap();
    for (name, bytes) in crate::study::sample("one-room") {
        std::fs::write(study.join(name), bytes).unwrap();
    }
    let before = files(&study);
    let study = study.to_str().unwrap();
    for command in ["analyze", "chart", "report"] {
        assert_eq!(offdesk(&[command, study, "-q", "-o", study]).status.code(), Some(2), "{command}");
    }
    assert_eq!(files(Path::new(study)), before);
}
