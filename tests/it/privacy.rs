//! Does the check of a packet find what could identify a person, and nothing else? Invented people in invented libraries;
//! what a public packet may show, `public.rs` asks.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

const STAFF: &str = "staff,role,department,outreach,aliases
Marisol Núñez,Branch Manager,Adult,yes,
Devon Achterberg,Teen Librarian,Youth,yes,
Rose Park,Clerk,Adult,no,
May Bell,Clerk,Adult,no,
Priya Rao,Clerk,Youth,yes,
Lena Okafor-Lind,Page,Youth,yes,Leni
";
const SCHEDULE: &str = "staff,day,start,end,activity,desk
Marisol Núñez,Mon,09:00,17:00,shift,
Devon Achterberg,Mon,09:00,17:00,shift,
Rose Park,Mon,09:00,17:00,desk,Desk
May Bell,Mon,09:00,17:00,shift,
Priya Rao,Mon,09:00,17:00,shift,
Lena Okafor-Lind,Mon,09:00,17:00,shift,
";
const HOURS: &str = "day,open,close\nMon,09:00,17:00\n";
const PARTNERS: &str = "stakeholder,day,start,end\nLincoln School,Mon,10:00,12:00\n";

/// What was found, as `kind: what`, and the whole of it.
struct Found {
    code: Option<i32>,
    all: Vec<Value>,
}

impl Found {
    fn of(&self, kind: &str) -> Vec<&Value> {
        self.all.iter().filter(|one| one["kind"] == kind).collect()
    }

    fn what(&self, kind: &str) -> Vec<&str> {
        self.of(kind).iter().map(|one| one["what"].as_str().unwrap()).collect()
    }
}

fn places(finding: &Value) -> Vec<String> {
    let place = |place: &Value| format!("{}, {}", place["file"].as_str().unwrap(), place["place"].as_str().unwrap());
    finding["places"].as_array().unwrap().iter().map(place).collect()
}

fn sources(finding: &Value) -> Vec<String> {
    let source = |line: &Value| format!("{}:{}", line["file"].as_str().unwrap(), line["line"]);
    finding["sources"].as_array().unwrap().iter().map(source).collect()
}

fn run(study: &Path, flags: &[&str]) -> Found {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_offdesk"))
        .args(["report", study.to_str().unwrap(), "--check-privacy", "--json"])
        .args(flags)
        .current_dir(folder.path())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap_or_else(|_| {
        panic!("{text}{}", String::from_utf8_lossy(&output.stderr));
    });
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written");
    let all = json["privacy"].as_array().unwrap().clone();
    assert_eq!(output.status.code(), Some(i32::from(!all.is_empty())));
    Found { code: output.status.code(), all }
}

/// A study of the people above, with some files of its own.
fn check(files: &[(&str, &str)], flags: &[&str]) -> Found {
    let folder = tempfile::tempdir().unwrap();
    let usual = [
        ("staff.csv", STAFF),
        ("desk-schedule.csv", SCHEDULE),
        ("library-hours.csv", HOURS),
        ("stakeholders.csv", PARTNERS),
        ("offdesk.toml", "title = \"Time for partners\"\nlibrary = \"Elm Library\"\n"),
    ];
    for (name, text) in usual.iter().chain(files) {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    run(folder.path(), flags)
}

fn sample(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data").join(name)
}

#[test]
fn the_samples_are_clean_for_the_public() {
    for (name, flags) in [
        ("maple-street", vec![]),
        ("maple-street", vec!["--scenario", "one-desk", "--scenario", "on-call-reference", "--robust"]),
        ("river-county", vec![]),
        ("river-county", vec!["--branch", "Pell Landing"]),
        ("one-room", vec![]),
        ("messy", vec!["--skip-bad-rows"]),
    ] {
        let found = run(&sample(name), &[vec!["--public"], flags].concat());
        assert!(found.all.is_empty(), "{name}: {:#?}", found.all);
    }
}

#[test]
fn an_untouched_study_is_clean_for_the_public_only() {
    assert_eq!(check(&[], &["--public"]).code, Some(0));
    let roles = check(&[], &[]);
    assert_eq!(roles.code, Some(1));
    assert_eq!(
        roles.what("role"),
        ["Role: one person is Branch Manager", "Role: one person is Page", "Role: one person is Teen Librarian"]
    );
    assert!(places(roles.of("role")[0]).contains(&"tables/role_time.csv, row 2, column `role`".to_owned()));
    assert!(
        roles.what("people").contains(&"Single people: tables/staff_time.csv, 6 rows"),
        "{:?}",
        roles.what("people")
    );
    assert!(roles.what("people").contains(&"Single people: charts/week.svg, a row for each of them"));
    let groups = roles.of("group");
    assert!(
        groups.iter().any(|one| one["what"] == "Groups of one person: tables/role_time.csv, 3 groups"),
        "{groups:?}"
    );
    assert!(roles.what("name").is_empty(), "{:?}", roles.what("name"));
}

#[test]
fn a_story_that_names_somebody_is_found_with_its_line() {
    let found = check(
        &[("stories.md", "## One evening\n\nDevon’s group came back.\n\nNunez was there, too.\n")],
        &["--public"],
    );
    assert_eq!(found.what("name"), ["Name: “Devon”, as in Devon Achterberg", "Name: “Nunez”, as in Marisol Núñez"]);
    let devon = found.of("name")[0];
    assert_eq!(sources(devon), ["stories.md:3"]);
    assert!(places(devon).contains(&"index.html, section “One evening”".to_owned()), "{:?}", places(devon));
    assert!(devon["advice"].as_str().unwrap().starts_with("reword the text"));
}

#[test]
fn common_words_count_in_a_whole_name_only() {
    let story = "## May\n\nIn May the Park was full of devon cream. A Rose grew by the Bell.\n";
    assert!(check(&[("stories.md", story)], &["--public"]).all.is_empty());
    let found = check(&[("stories.md", "## May\n\nROSE PARK and Leni came. So did Okafor.\n")], &["--public"]);
    assert_eq!(found.what("name"), ["Name: “Leni”, as in Lena Okafor-Lind", "Name: “ROSE PARK”, as in Rose Park"]);
}

#[test]
fn a_role_of_one_person_in_a_story_is_found_in_any_case() {
    let story = "## One evening\n\nOur teen librarian read aloud, and the page turned the leaves.\n";
    let found = check(&[("stories.md", story)], &["--public"]);
    assert_eq!(found.what("role"), ["Role: one person is Page", "Role: one person is Teen Librarian"]);
    assert_eq!(sources(found.of("role")[1]), ["stories.md:3"]);
    assert!(found.of("role")[1]["advice"].as_str().unwrap().contains("one of our librarians"));
}

#[test]
fn partners_desks_titles_and_scenarios_are_read() {
    let partners = "stakeholder,day,start,end\nAchterberg Trust,Mon,10:00,12:00\n";
    let found = check(&[("stakeholders.csv", partners)], &["--public"]);
    assert_eq!(sources(found.of("name")[0]), ["stakeholders.csv:2"]);
    let at = places(found.of("name")[0]);
    assert!(at.contains(&"tables/stakeholder_outcomes.csv, row 2, column `stakeholder`".to_owned()), "{at:?}");
    assert!(at.contains(&"charts/partner-time.svg, text".to_owned()), "{at:?}");

    let schedule = SCHEDULE.replace("desk,Desk", "desk,Priya’s corner");
    let found = check(&[("desk-schedule.csv", &schedule)], &["--public"]);
    assert_eq!(sources(found.of("name")[0]), ["desk-schedule.csv:4"]);

    let found =
        check(&[("offdesk.toml", "title = \"Time for partners\"\nlibrary = \"Marisol’s library\"\n")], &["--public"]);
    assert_eq!(sources(found.of("name")[0]), ["offdesk.toml:2"]);
    let found = check(&[("offdesk.toml", "question = \"Could d.a@elm.example have an hour?\"\n")], &["--public"]);
    assert_eq!(found.what("email"), ["E-mail address: d.a@elm.example"]);

    let scenario = "title = \"Without Devon\"\nwhy = \"Ask D.A. or the office, 555-010-2345, d.a@elm.example.\"\n\n[[change]]\ndo = \"absence\"\nstaff = \"Devon Achterberg\"\nday = \"Mon\"\n";
    let found = check(&[("scenarios/without-devon.toml", scenario)], &["--public", "--scenario", "without-devon"]);
    assert_eq!(sources(found.of("name")[0]), ["scenarios/without-devon.toml:1"]);
    assert_eq!(found.what("initials"), ["Initials: “D.A.”, as in Devon Achterberg"]);
    assert_eq!(found.what("email"), ["E-mail address: d.a@elm.example"]);
    assert_eq!(found.what("phone"), ["Phone number: 555-010-2345"]);
    assert_eq!(sources(found.of("phone")[0]), ["scenarios/without-devon.toml:2"]);
    let at = places(found.of("name")[0]);
    assert!(at.contains(&"index.html, section “Fingerprint”".to_owned()), "the file's name is shown: {at:?}");
}

#[test]
fn a_problem_that_quotes_a_name_is_found_unless_problems_are_counted() {
    let schedule = format!("{SCHEDULE}Priya Roa,Tue,09:00,12:00,shift,\n");
    let files = [("desk-schedule.csv", schedule.as_str())];
    let found = check(&files, &[]);
    assert!(sources(found.of("name")[0]).contains(&"desk-schedule.csv:8".to_owned()), "{:#?}", found.of("name"));
    assert!(places(found.of("name")[0]).contains(&"index.html, section “Data quality”".to_owned()));
    assert!(check(&files, &["--public"]).what("name").is_empty());
}

#[test]
fn with_names_everybody_is_found_and_the_flag_is_the_advice() {
    let found = check(&[], &["--names"]);
    assert_eq!(found.what("name").len(), 6);
    assert!(found.of("name").iter().all(|one| one["advice"] == "leave out --names"));
    assert!(found.of("name").iter().all(|one| sources(one).iter().any(|line| line.starts_with("staff.csv:"))));
}

#[test]
fn extremes_of_single_people_are_found() {
    let scenario = "title = \"Later\"\n\n[[change]]\ndo = \"absence\"\nstaff = \"May Bell\"\nday = \"Mon\"\n";
    let flags = ["--scenario", "later", "--robust"];
    let found = check(&[("scenarios/later.toml", scenario)], &flags);
    let what = found.what("group");
    assert!(what.contains(&"Groups of one person: tables/comparison.csv, 2 groups"), "{what:?}");
    assert!(what.contains(&"Groups of one person: tables/robustness.csv, 1 group"), "{what:?}");
    assert!(check(&[("scenarios/later.toml", scenario)], &[&["--public"], &flags[..]].concat()).all.is_empty());
}

#[test]
fn a_packet_of_one_person_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("desk-schedule.csv"),
        "staff,day,start,end,activity\nAna,Mon,09:00,17:00,shift\n",
    )
    .unwrap();
    std::fs::write(folder.path().join("library-hours.csv"), HOURS).unwrap();
    for command in ["report", "analyze", "chart", "compare"] {
        let output = Command::new(env!("CARGO_BIN_EXE_offdesk"))
            .args([command, folder.path().to_str().unwrap(), "--public"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{command}: {error}");
        assert!(error.contains("at least two people at work"), "{error}");
    }
}
