//! Is a sample job description right, whole in both forms, and open to a library's own wording?

use crate::study::{folder, sample};
use offdesk::analysis::{Results, analyze, analyze_in};
use offdesk::import::{MemoryFolder, read_scenario, read_study, templates};
use offdesk::report::{Job, fill, job_values, render_docx};
use offdesk::scenario::apply;
use offdesk::study::{StaffId, Study};
use offdesk::wording::JOB_DESCRIPTION_TEMPLATE;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

fn study_of(name: &str) -> Study {
    read_study(&MemoryFolder::of(sample(name)), &toml::Table::new(), &|_| ()).study
}

fn holders(study: &Study, role: &str) -> Vec<StaffId> {
    (0..study.staff.len()).map(StaffId::at).filter(|staff| study.member(*staff).role == role).collect()
}

fn described(study: &Study, role: &str, scenario: Option<(&str, &Results)>) -> String {
    let (people, today) = (holders(study, role), analyze(study));
    let values = job_values(&Job { role, people: &people, today: &today, scenario }).unwrap();
    fill(JOB_DESCRIPTION_TEMPLATE, &values).unwrap()
}

/// The cells of the table rows of a Markdown text.
fn cells(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines().filter(|line| line.starts_with('|') && !line.contains("---"));
    rows.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().replace("**", "")).collect()).collect()
}

/// One Tuesday a week, by hand: 8 hours, of them 30 minutes a meal, 3 h desk, 1 h meeting, 30 min planning, half an hour in a
/// short piece, and blocks of 60 and 90 minutes.
#[test]
fn shares_come_out_as_by_hand() {
    let files = [
        (
            "desk-schedule.csv",
            "staff,day,start,end,activity
Ana,Tue,09:00,17:00,shift
Ana,Tue,09:00,10:00,meeting
Ana,Tue,11:00,12:00,desk
Ana,Tue,12:00,12:30,meal
Ana,Tue,13:00,15:00,desk
Ana,Tue,15:00,15:30,planning
",
        ),
        ("library-hours.csv", "day,open,close\nTue,09:00,17:00\n"),
        ("staff.csv", "staff,role,weekly_hours\nAna,Community | Librarian,37.5\n"),
        (
            "duties.csv",
            "role,duty,percent,activity\nCommunity | Librarian,Desk,60,desk\nCommunity | Librarian,Partners,30,outreach\nCommunity | Librarian,Tea,10,\n",
        ),
    ];
    let study = read_study(&folder(&files), &toml::Table::new(), &|_| ()).study;
    let text = described(&study, "Community | Librarian", None);
    let rows = cells(&text);
    let row = |first: &str| rows.iter().filter(|row| row[0] == first).map(|row| row[1..].join(" ")).collect::<Vec<_>>();
    // 450 minutes of work; the blocks of 150 and the 30 of planning are shared one for one: 90 and 90
    assert_eq!(row("Community relationships"), ["20 % 1.5 hours", "30 % 0 % 20 %"]);
    assert_eq!(row("Planning and assessment"), ["20 % 1.5 hours", "0 % 7 % 20 %"]);
    // 40, 13.3 and 6.7 percent: the point that is missing goes to the short piece
    assert_eq!(row("Public service at the desks"), ["40 % 3.0 hours", "60 % 40 % 40 %"]);
    assert_eq!(row("Meetings"), ["13 % 1.0 hours", "0 % 13 % 13 %"]);
    assert_eq!(row("Preparation in short pieces"), ["7 % 0.5 hours", "0 % 7 % 7 %"]);
    assert_eq!(row("Total"), ["100 % 7.5 hours"]);
    assert_eq!(row("Time off the desk, without a duty yet"), ["– 33 % –"]);
    assert_eq!(row("What else the description names"), ["10 % – –"]);
    assert!(text.starts_with("# Community \\| Librarian\n"), "{text}");
    assert!(text.contains("**Hours:** 37.5 hours a week") && text.contains("7.5 hours a week for one person"));
    assert!(!text.contains("### Programs") && !text.contains("{{") && !text.contains("can meet"));
}

#[test]
fn every_role_of_the_samples_has_a_whole_description() {
    for name in ["maple-street", "river-county", "one-room"] {
        let study = study_of(name);
        let mut roles: Vec<String> = study.staff.iter().map(|member| member.role.clone()).collect();
        roles.sort();
        roles.dedup();
        for role in roles.iter().filter(|role| !role.is_empty()) {
            let text = described(&study, role, None);
            let shares: Vec<u32> = cells(&text)
                .iter()
                .skip(1)
                .take_while(|row| row[0] != "Total")
                .map(|row| row[1].trim_end_matches(" %").parse().unwrap_or(0))
                .collect();
            assert_eq!(shares.iter().sum::<u32>(), 100, "{name}, {role}: {text}");
            assert!(!text.contains("{{") && !text.contains("\n\n\n") && !text.contains("job-"), "{role}: {text}");
            let docx = render_docx(&text, role).unwrap();
            assert_eq!(docx, render_docx(&text, role).unwrap());
        }
    }
}

#[test]
fn a_scenario_gives_the_job_its_shares() {
    let study = study_of("maple-street");
    let today = analyze(&study);
    let folder = MemoryFolder::of(sample("maple-street"));
    let (scenario, _) = read_scenario(&folder, "one-desk", &study);
    let applied = apply(&study, &today.period, &scenario);
    let then = analyze_in(&applied.study, today.period.clone());
    let (now, with) =
        (described(&study, "Teen Librarian", None), described(&study, "Teen Librarian", Some(("One desk", &then))));
    let desk =
        |text: &str| cells(text).into_iter().find(|row| row[0] == "Public service at the desks").unwrap()[1].clone();
    assert_ne!(desk(&now), desk(&with));
    assert!(with.contains("the schedule with “One desk”") && with.contains("“One desk” is a proposal."));
    let heading = cells(&with).into_iter().find(|row| row.len() == 5).unwrap();
    assert_eq!(heading[1..], ["Description today", "Schedule today", "With “One desk”", "This sample"]);
}

#[test]
fn a_role_that_may_not_meet_partners_is_given_no_time_for_it() {
    let text = described(&study_of("maple-street"), "Circulation Clerk", None);
    assert!(!text.contains("### Community relationships") && !text.contains("core work"), "{text}");
    assert!(text.contains("Nobody in this role meets partners"));
}

#[test]
fn the_starter_study_holds_the_wording_and_needs_no_remark() {
    let files: BTreeMap<&str, String> = templates().into_iter().collect();
    assert_eq!(files["job-description.md"], JOB_DESCRIPTION_TEMPLATE);
    let folder = MemoryFolder::of(files);
    let reading = read_study(&folder, &toml::Table::new(), &|_| ());
    assert!(reading.problems.iter().all(|problem| problem.location.file != "job-description.md"));
}

/// The parts of a Word document.
fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            assert_eq!(file.last_modified().map(|date| date.year()), Some(1980));
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn a_word_document_has_real_headings_lists_tables_a_title_and_a_language() {
    let markdown = "# A & B\n\n## Two\n\nText with **bold**, *slant* and **[Library to complete]**.\n\n- one\n- two\n\n1. first\n\n1. again\n\n| Part | Share |\n| --- | ---: |\n| Desk | 40 % |\n\n> said\n";
    let parts = parts(&render_docx(markdown, "A & B").unwrap());
    let text = &parts["word/document.xml"];
    for said in [
        "<w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">A &amp; B</w:t>",
        "<w:pStyle w:val=\"Heading2\"/>",
        "<w:pStyle w:val=\"ListBullet\"/>",
        "<w:pStyle w:val=\"ListNumber\"/>",
        "<w:pStyle w:val=\"Quote\"/>",
        "<w:rStyle w:val=\"ToComplete\"/></w:rPr><w:t xml:space=\"preserve\">[Library to complete]",
        "<w:tblHeader/>",
        "<w:tblCaption w:val=\"Two\"/>",
        "<w:jc w:val=\"right\"/>",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
    assert!(parts["docProps/core.xml"].contains("<dc:title>A &amp; B</dc:title>"));
    assert!(parts["word/styles.xml"].contains("<w:lang w:val=\"en-US\""));
    for (name, part) in &parts {
        assert!(part.starts_with("<?xml"), "{name}");
        let tags = part.matches('<').count();
        assert_eq!(tags, part.matches('>').count(), "{name}");
    }
    for style in ["Heading1", "Heading2", "ListBullet", "ListNumber", "Quote", "TableText", "Shares", "ToComplete"] {
        assert!(parts["word/styles.xml"].contains(&format!("w:styleId=\"{style}\"")), "{style}");
    }
}
