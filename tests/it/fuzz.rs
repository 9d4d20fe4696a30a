//! Does any source, however broken, make an import panic, hang, or take memory out of proportion? The bodies of the fuzz
//! targets, run over the samples and over what a few thousand small accidents make of them.

#[path = "../fuzz/bodies.rs"]
mod bodies;

use offdesk::import::foreign::{Options, Shape, StudyFacts, import_source};
use offdesk::problem::Code;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// Accidents for each sample.
const N_ACCIDENTS: u64 = 60;

/// A row of numbers that is the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below.max(1)
    }
}

/// What files suffer: bytes lost, doubled, swapped and changed; lines cut; numbers made large.
fn accident(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    const BITS: [&[u8]; 16] = [
        b"\"",
        b",",
        b"\n",
        b"\r",
        b"\0",
        b"99999999999",
        b"-",
        b"/",
        b"(",
        b"\xff\xfe",
        b"1e308",
        b"FREQ=DAILY",
        b":",
        b"a.m.",
        b"\xe2\x80\x93",
        b";",
    ];
    let mut broken = bytes.to_vec();
    for _ in 0..=dice.next(4) {
        let at = dice.next(broken.len());
        match dice.next(5) {
            0 => broken.truncate(at),
            1 => broken.splice(at..at, BITS[dice.next(BITS.len())].iter().copied()).for_each(drop),
            2 if at < broken.len() => broken[at] = u8::try_from(dice.next(256)).unwrap(),
            3 => {
                let end = (at + dice.next(40)).min(broken.len());
                broken.drain(at..end);
            }
            _ => {
                let end = (at + dice.next(200)).min(broken.len());
                let copy = broken[at..end].to_vec();
                broken.splice(at..at, copy).for_each(drop);
            }
        }
    }
    broken
}

fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/imports");
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn no_accident_makes_an_import_panic_or_hang() {
    for (n, (file, bytes)) in samples().into_iter().enumerate() {
        let mut dice = Dice(u64::try_from(n).unwrap() + 1);
        for _ in 0..N_ACCIDENTS {
            let broken = accident(&bytes, &mut dice);
            let start = Instant::now();
            bodies::any(&file, &broken);
            assert!(start.elapsed() < Duration::from_mins(1), "{file} took {:?}", start.elapsed());
        }
    }
}

#[test]
fn every_reader_survives_every_sample_and_its_accidents() {
    let samples = samples();
    for (n, (_, bytes)) in samples.iter().enumerate() {
        let mut dice = Dice(u64::try_from(n).unwrap() + 77);
        for shape in Shape::ALL {
            bodies::shape(*shape, bytes);
            bodies::shape(*shape, &accident(bytes, &mut dice));
        }
    }
}

fn import(file: &str, bytes: &[u8]) -> offdesk::import::foreign::SourceImport {
    import_source(file, bytes, &Options::default(), &StudyFacts::default()).unwrap()
}

/// A workbook of these parts, each a text that is written so many times.
fn archive(parts: &[(&str, &[u8], usize)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes, n_times) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        (0..*n_times).for_each(|_| writer.write_all(bytes).unwrap());
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_unfolds_to_gigabytes_is_refused() {
    let bomb = archive(&[("xl/workbook.xml", b"", 1), ("xl/worksheets/sheet1.xml", &[b' '; 1 << 14], (1 << 16) + 1)]);
    assert!(bomb.len() < 8_000_000);
    let problems = import("bomb.xlsx", &bomb).all_problems();
    assert!(problems.has(Code::E501), "{:?}", problems.counts());
    let row = "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"1000\" office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    let content = format!("<office:spreadsheet><table:table>{row}</table:table></office:spreadsheet>");
    let bomb = archive(&[("content.xml", content.as_bytes(), 1)]);
    assert!(import("bomb.ods", &bomb).all_problems().has(Code::E501));
}
