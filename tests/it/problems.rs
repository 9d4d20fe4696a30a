//! Does every code of the catalogue have a page and a study that raises it, and does each problem point at its place?

use crate::fixtures::FIXTURES;
use crate::import_fixtures::IMPORT_FIXTURES;
use crate::study::sample;
use offdesk::analysis::{analyze, data_problems};
use offdesk::import::foreign::{Options, StudyFacts, import_source};
use offdesk::import::{MemoryFolder, read_study, templates};
use offdesk::problem::{Code, Problems, render_json, render_plain, render_terminal};
use offdesk::scenario::scenario_problems;
use offdesk::time::Day;

/// Every problem of a study, those that the analysis shows included.
fn problems_of(folder: &MemoryFolder) -> Problems {
    let mut reading = read_study(folder, &toml::Table::new(), &|_| {});
    let results = analyze(&reading.study);
    let mut problems = reading.problems;
    problems.append(data_problems(&reading.study, &results, &mut reading.lines));
    problems.append(scenario_problems(folder, &reading.study, &results.period));
    problems.sort();
    problems
}

/// The fixture's files; one that starts with `LATIN1` is written in Windows-1252.
fn fixture(files: &[(&str, &str)]) -> MemoryFolder {
    MemoryFolder::of(files.iter().map(|(name, text)| (*name, bytes_of(text))))
}

fn bytes_of(text: &str) -> Vec<u8> {
    match text.strip_prefix("LATIN1") {
        Some(text) => text.chars().map(|c| u8::try_from(u32::from(c)).expect("a Latin-1 text")).collect(),
        None => text.as_bytes().to_vec(),
    }
}

#[test]
fn every_code_has_a_page_that_begins_with_its_title() {
    for code in Code::ALL {
        let title = format!("# {}: {}", code.name(), code.title());
        assert_eq!(code.page().lines().next(), Some(title.as_str()));
        assert!(code.page().lines().count() > 8, "{} says little", code.name());
    }
}

#[test]
fn every_code_is_raised_by_its_fixture() {
    let mut silent = Vec::new();
    for code in Code::ALL {
        if IMPORT_FIXTURES.iter().any(|(name, ..)| *name == code.name()) {
            continue;
        }
        let (_, files) = FIXTURES.iter().find(|(name, _)| *name == code.name()).expect("every code has a fixture");
        let problems = problems_of(&fixture(files));
        if !problems.has(*code) {
            silent.push(format!("{} is not raised; but {:?}", code.name(), problems.counts()));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn every_code_of_an_import_is_raised_by_its_source() {
    let facts = StudyFacts { today: Day::from_ymd(2026, 10, 1).unwrap(), ..StudyFacts::default() };
    let mut silent = Vec::new();
    for (code, file, text) in IMPORT_FIXTURES {
        let import = import_source(file, &bytes_of(text), &Options::default(), &facts).expect("no flag is given");
        let problems = import.all_problems();
        if !problems.has(Code::named(code).expect("a code of the catalogue")) {
            silent.push(format!("{code} is not raised; but {:?}", problems.counts()));
        }
        for problem in problems.iter() {
            assert!(!problem.done.is_empty() && !problem.help.is_empty(), "{}", render_plain(problem));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn the_messy_sample_raises_at_least_25_codes_and_its_readme_names_them() {
    let problems = problems_of(&MemoryFolder::of(sample("messy")));
    assert!(problems.counts().len() >= 25, "{} codes", problems.counts().len());
    let files = sample("messy");
    let (_, readme) = files.iter().find(|(name, _)| name == "README.md").expect("a README");
    let readme = String::from_utf8_lossy(readme);
    for code in problems.counts().keys() {
        assert!(readme.contains(code.name()), "README of messy does not name {}", code.name());
    }
}

#[test]
fn every_problem_points_at_the_cell_as_it_stands_in_the_file() {
    let files = sample("messy");
    let problems = problems_of(&MemoryFolder::of(files.clone()));
    let mut n_cells = 0;
    for problem in problems.iter().filter(|problem| problem.location.line > 0) {
        let (_, bytes) = files.iter().find(|(name, _)| *name == problem.location.file).expect("a file of the study");
        let text: String =
            String::from_utf8(bytes.clone()).unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect());
        let line = text.lines().nth(usize::try_from(problem.location.line).unwrap() - 1).unwrap_or_default();
        assert_eq!(line.trim_start_matches('\u{feff}'), problem.location.text, "{}", render_plain(problem));
        if let Some(cell) = &problem.location.cell {
            n_cells += 1;
            let underlined = &problem.location.text[problem.location.underlined()];
            assert_eq!(underlined.trim_matches('"'), cell.value.replace('"', "\"\""), "{}", render_plain(problem));
        }
        assert!(!problem.done.is_empty(), "{}", render_plain(problem));
        assert!(render_terminal(problem, false).contains(problem.code.name()));
        let json = render_json(problem);
        for key in ["code", "severity", "file", "line", "column", "cell", "value", "message", "done", "help"] {
            assert!(json.get(key).is_some(), "no `{key}` in {json}");
        }
    }
    assert!(n_cells > 20);
}

#[test]
fn a_starter_study_has_no_errors_and_no_warnings() {
    let folder = MemoryFolder::of(templates());
    let problems = problems_of(&folder);
    let said: Vec<String> =
        problems.iter().filter(|problem| !problem.code.name().starts_with('N')).map(render_plain).collect();
    assert!(said.is_empty(), "{}", said.join("\n\n"));
}

#[test]
fn a_date_whose_year_cannot_be_meant_is_refused_and_a_row_may_hold_until_one() {
    let schedule = "staff,day,date,from,to,start,end,activity\nAna,,9999-01-04,,,09:00,17:00,shift\n\
        Ana,,1026-03-02,,,09:00,17:00,shift\nAna,Mon,,2026-01-01,9999-12-31,09:00,17:00,shift\n";
    let files = [("desk-schedule.csv", schedule), ("library-hours.csv", "day,open,close\nMon,09:00,17:00\n")];
    let problems = problems_of(&fixture(&files));
    let refused: Vec<(Code, u32)> = problems.iter().map(|problem| (problem.code, problem.location.line)).collect();
    assert_eq!(refused, [(Code::E207, 2), (Code::E207, 3)]);
}

#[test]
fn a_time_zone_that_nobody_knows_is_refused_with_its_line() {
    let folder = fixture(&[
        ("desk-schedule.csv", "staff,day,start,end\nAna Ruiz,Tue,09:00,17:00\n"),
        ("library-hours.csv", "day,open,close\nTue,09:00,17:00\n"),
        ("offdesk.toml", "title = \"Elm\"\ntime_zone = \"America/New_Yrok\"\n"),
    ]);
    let problems = problems_of(&folder);
    let problem = problems.iter().find(|problem| problem.code == Code::E403).expect("a problem");
    assert_eq!((problem.location.file.as_str(), problem.location.line), ("offdesk.toml", 2));
}

#[test]
fn a_problem_is_shown_as_the_terminal_shows_it() {
    let folder = fixture(&[
        ("desk-schedule.csv", "staff,day,start,end\nAna Ruiz,Tue,9,17:00\n"),
        ("library-hours.csv", "day,open,close\nTue,09:00,17:00\n"),
    ]);
    let problems = problems_of(&folder);
    let shown = render_terminal(problems.iter().next().expect("a problem"), false);
    let expected = "\
error[E202]: `9` is not a clock time
 --> desk-schedule.csv:2:14 (cell C2, column `start`)
  |
2 | Ana Ruiz,Tue,9,17:00
  |              ^ morning or evening?
  = done: this row is left out of every figure
  = help: write 09:00 or 21:00";
    assert_eq!(shown, expected);
}
