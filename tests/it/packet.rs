//! Can the packet be handed over? One page and a whole report as tagged PDF, and slides with their captions.

use crate::made::{Files, is_ci, once, write};
use std::path::Path;
use std::process::Command;

fn arguments<'a>(study: &'a str, parts: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["report", study, "--parts", parts, "--plain"], more].concat()
}

fn packet(study: &str, parts: &str, more: &[&str]) -> (&'static Files, String) {
    let made = once(&arguments(study, parts, more));
    assert!(made.output.status.success(), "{}", made.said());
    (&made.files, made.said())
}

/// What a program of poppler says of a PDF; nothing where it is not installed, which CI does not forgive.
pub fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.pdf");
    std::fs::write(&path, pdf).unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(&path);
    if program == "pdftotext" {
        command.arg("-");
    }
    match command.output() {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(_) => {
            assert!(!is_ci(), "CI needs {program} (poppler-utils)");
            eprintln!("PDFs are not looked into: {program} is missing");
            None
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

fn n_pages(pdf: &[u8]) -> Option<usize> {
    let info = poppler("pdfinfo", &[], pdf)?;
    info.lines().find_map(|line| line.strip_prefix("Pages:")).map(|n| n.trim().parse().unwrap())
}

const MAPLE: &str = "sample-data/maple-street";

#[test]
fn both_pdfs_are_tagged_small_and_the_same_for_the_same_input() {
    let more = ["--scenario", "one-desk", "--scenario", "two-hour-blocks", "--robust"];
    let (files, said) = packet(MAPLE, "pdf", &more);
    assert!(!said.contains("PDF/UA"), "{said}");
    for name in ["brief.pdf", "report.pdf"] {
        let pdf = &files[name];
        assert!(pdf.len() < 1_000_000, "{name} has {} bytes", pdf.len());
        assert!(holds(pdf, "pdfuaid:part"), "{name} does not say that it is PDF/UA");
        if let Some(info) = poppler("pdfinfo", &[], pdf) {
            assert!(
                info.contains("Tagged:          yes") && info.contains("Time for partners at Maple Street"),
                "{info}"
            );
        }
    }
    assert_eq!(&write(&arguments(MAPLE, "pdf", &more)).files, files);
}

#[test]
fn the_brief_is_one_page_with_question_numbers_request_and_story() {
    for (study, more) in [
        (MAPLE, &["--scenario", "one-desk"][..]),
        (MAPLE, &["--scenario", "early-tuesday", "--paper", "a4", "--names"][..]),
        (MAPLE, &[][..]),
        ("sample-data/river-county", &["--public"][..]),
        ("sample-data/one-room", &[][..]),
    ] {
        let (files, _) = packet(study, "pdf", more);
        let Some(pages) = n_pages(&files["brief.pdf"]) else { return };
        assert_eq!(pages, 1, "{study} {more:?}");
        let text = poppler("pdftotext", &["-layout"], &files["brief.pdf"]).unwrap();
        assert!(text.contains("what would leave more?"), "{text}");
        assert_eq!(text.contains("What we ask for"), more.contains(&"--scenario"), "{text}");
        assert_eq!(text.contains("What it costs."), more.contains(&"--scenario"), "{text}");
        assert!(text.contains("Source: schedules and opening hours") && text.contains("Fingerprint."), "{text}");
        assert_eq!(text.contains("The college essay"), study == MAPLE, "{text}");
    }
}

#[test]
fn a_reader_who_listens_gets_headings_figures_with_alternatives_and_tables_with_heads() {
    let (files, _) = packet(MAPLE, "pdf", &["--scenario", "one-desk"]);
    let Some(tree) = poppler("pdfinfo", &["-struct-text"], &files["report.pdf"]) else { return };
    let n =
        |tag: &str| tree.lines().filter(|line| line.trim_start().split([' ', '(', ':']).next() == Some(tag)).count();
    let (figures, captions) = (n("Figure"), n("Caption"));
    let n_alternatives = files["report.pdf"].windows(4).filter(|part| part == b"/Alt").count();
    assert!(figures >= 10, "{figures} figures");
    assert_eq!((captions, n_alternatives), (figures, figures));
    assert!(n("H1") > 8 && n("TOCI") > n("H1") && n("Table") > 5 && n("TH") > 20, "{tree}");
    // a heading is not skipped: after one of level 1 comes none of level 3 before one of level 2
    let levels = tree.lines().filter_map(|line| {
        let tag = line.trim_start().split(' ').next()?;
        tag.strip_prefix('H')?.parse::<usize>().ok()
    });
    let mut before = 0;
    for level in levels {
        assert!(level <= before + 1, "from level {before} to {level}");
        before = level;
    }
    let text = poppler("pdftotext", &["-layout"], &files["report.pdf"]).unwrap();
    for part in ["Contents", "Findings", "What if", "The staffing model", "Data quality", "How this was computed"] {
        assert!(text.contains(part), "{part} is missing");
    }
    let pages = n_pages(&files["report.pdf"]).unwrap();
    assert!(text.contains(&format!("Page {pages} of {pages}")), "running feet");
}

#[test]
fn a_name_that_no_font_has_is_said_and_the_pdf_is_made_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("desk-schedule.csv", "staff,day,start,end,activity\nA,Mon,09:00,17:00,shift\nB,Mon,09:00,17:00,desk\n");
    write("library-hours.csv", "day,open,close\nMon,09:00,17:00\n");
    write("stakeholders.csv", "stakeholder,day,start,end\n\u{5b66}\u{6821} School #[x] $y$,Mon,10:00,12:00\n");
    let (files, said) = packet(folder.path().to_str().unwrap(), "pdf", &[]);
    assert!(said.contains("report.pdf is tagged, but is not PDF/UA-1"), "{said}");
    assert!(files["report.pdf"].starts_with(b"%PDF"));
    if let Some(text) = poppler("pdftotext", &[], &files["report.pdf"]) {
        assert!(text.contains("School #[x] $y$"), "a name is never markup");
    }
}

#[test]
fn each_chart_is_a_slide_on_white_and_on_nothing_with_its_caption() {
    let (files, _) = packet(MAPLE, "slides", &[]);
    let captions = String::from_utf8(files["slides/charts.md"].clone()).unwrap();
    let charts: Vec<&str> = files.keys().filter_map(|name| name.strip_suffix("-transparent.png")).collect();
    assert!(charts.len() >= 8);
    for chart in charts {
        for (name, has_alpha) in [(format!("{chart}.png"), false), (format!("{chart}-transparent.png"), true)] {
            let mut reader = png::Decoder::new(std::io::Cursor::new(&files[&name])).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            let info = reader.next_frame(&mut pixels).unwrap();
            assert_eq!((info.width, info.height), (1920, 1080), "{name}");
            assert_eq!(info.color_type == png::ColorType::Rgba, has_alpha, "{name}");
            let ground = if has_alpha { &[0, 0, 0, 0][..] } else { &[255, 255, 255][..] };
            let n_channels = ground.len();
            let row = 1920 * n_channels;
            let is_free = pixels[..180 * row].chunks_exact(n_channels).all(|pixel| pixel == ground);
            assert!(is_free, "{name} leaves no room for a title");
            let n_drawn = pixels[180 * row..].chunks_exact(n_channels).filter(|pixel| *pixel != ground).count();
            assert!(n_drawn > 20_000, "{name} is almost empty");
            assert!(captions.contains(Path::new(&name).file_name().unwrap().to_str().unwrap()), "{name}");
        }
    }
    assert_eq!(captions.matches("- Caption: ").count(), captions.matches("- Text alternative: ").count());
}
