// What each fuzz target does with its bytes: no input may panic, hang, or make rows out of all proportion.

use offdesk::import::foreign::{Options, Shape, StudyFacts, import_source};
use offdesk::time::Day;

fn facts() -> StudyFacts {
    let day = |month, day| Day::from_ymd(2026, month, day).unwrap_or_default();
    StudyFacts {
        today: day(10, 1),
        period: Some((day(10, 1), day(12, 31))),
        zone: "America/New_York".to_owned(),
        ..StudyFacts::default()
    }
}

/// Rows that so many bytes can fairly come to: a rule of recurrence makes one a day and more of a few bytes.
fn most_rows(n_bytes: usize) -> usize {
    200_000 + n_bytes * 8
}

/// Any source, recognized by itself.
pub fn any(file: &str, bytes: &[u8]) {
    if let Ok(import) = import_source(file, bytes, &Options::default(), &facts()) {
        let n_rows: usize = import.sheets.iter().map(|sheet| sheet.reading.drafts.len()).sum();
        assert!(n_rows <= most_rows(bytes.len()), "{n_rows} rows of {} bytes", bytes.len());
        for sheet in &import.sheets {
            for draft in &sheet.reading.drafts {
                assert!(draft.span.is_none_or(|(start, end)| start < end && end <= 2880), "{draft:?}");
            }
        }
    }
}

/// A source that is taken for one shape.
pub fn shape(shape: Shape, bytes: &[u8]) {
    let options = Options { shape: Some(shape.name().to_owned()), ..Options::default() };
    if let Ok(import) = import_source("source.csv", bytes, &options, &facts()) {
        for sheet in &import.sheets {
            assert!(sheet.reading.drafts.len() <= most_rows(bytes.len()));
        }
    }
}
