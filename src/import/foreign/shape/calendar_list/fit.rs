//! Is a sheet a list of calendar events, and which column is which? Shifts have a person or a desk, events a subject.

use super::super::list::{field_of, plain};
use super::super::who::first_rows;
use super::super::{Fit, Shape};
use crate::import::foreign::cell::{read_date_time, read_time};
use crate::import::foreign::draft::Target;
use crate::import::foreign::sheet::Sheet;

/// Rows in which a header is looked for, and rows below it that are looked at.
const HEAD: usize = 10;
const SAMPLE: usize = 60;

/// The meanings, and the headers that programs give them in English, German, French, Spanish, Italian and Dutch.
const COLUMNS: [(&str, &[&str]); 8] = [
    (
        "subject",
        &[
            "subject",
            "title",
            "summary",
            "event",
            "eventname",
            "titel",
            "betreff",
            "objet",
            "asunto",
            "oggetto",
            "onderwerp",
        ],
    ),
    (
        "start_date",
        &[
            "startdate",
            "begindate",
            "beginndatum",
            "beginntam",
            "startdatum",
            "datededébut",
            "fechadecomienzo",
            "datainizio",
            "begindatum",
        ],
    ),
    (
        "start_time",
        &[
            "starttime",
            "begintime",
            "beginnzeit",
            "beginntum",
            "startzeit",
            "heurededébut",
            "horadecomienzo",
            "orainizio",
            "begintijd",
        ],
    ),
    (
        "end_date",
        &["enddate", "endedatum", "endetam", "enddatum", "datedefin", "fechadefinalización", "datafine", "einddatum"],
    ),
    (
        "end_time",
        &["endtime", "endezeit", "endetum", "endzeit", "heuredefin", "horadefinalización", "orafine", "eindtijd"],
    ),
    (
        "all_day",
        &[
            "alldayevent",
            "allday",
            "ganztägigesereignis",
            "ganztägig",
            "journéeentière",
            "tododía",
            "giornataintera",
            "helebdag",
        ],
    ),
    ("shown_as", &["showtimeas", "showas", "availability", "busystatus", "zeitspannezeigenals", "anzeigenals"]),
    ("location", &["location", "where", "ort", "lieu", "ubicación", "luogo", "locatie"]),
];

/// Recognizes a list of events.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let mut fit = Fit::new(Shape::CalendarList, Target::Windows, Some(row), 0);
    for (field, headers) in COLUMNS {
        let found = (0..sheet.n_cells(row)).find(|column| headers.contains(&plain(sheet.cell(row, *column)).as_str()));
        if let Some(column) = found {
            fit = fit.with(column, sheet.cell(row, column), field);
        }
    }
    let has = |field: &str| fit.column(field).is_some();
    let is_of_people = sheet.row(row).any(|text| {
        matches!(field_of(text), Some("first_name" | "last_name" | "break_min" | "is_open_shift"))
            || field_of(text) == Some("staff")
            || field_of(text) == Some("desk") && !["category", "categories", "calendar"].contains(&plain(text).as_str())
    });
    if !has("subject") || !has("start_date") || !(has("start_time") || has("all_day")) || is_of_people {
        return None;
    }
    let rows: Vec<usize> = first_rows(sheet, &fit, SAMPLE);
    let dates = fit.column("start_date")?;
    let n_dated = rows.iter().filter(|row| is_dated(sheet.cell(**row, dates))).count();
    if n_dated == 0 || n_dated * 10 < rows.len() * 6 {
        return None;
    }
    fit.score = match (has("all_day"), has("end_date") && has("end_time")) {
        (true, true) => 95,
        (false, true) => 90,
        (true, false) => 85,
        (false, false) => 60,
    };
    Some(fit)
}

fn is_dated(text: &str) -> bool {
    read_date_time(text).is_some_and(|(_, rest)| rest.is_empty() || read_time(rest).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::sheet;
    use super::fit;

    fn score(lines: &[&str]) -> u32 {
        fit(&sheet(lines)).map_or(0, |fit| fit.score)
    }

    #[test]
    fn programs_are_known_by_their_headers() {
        assert_eq!(
            score(&[
                "Subject|Start Date|Start Time|End Date|End Time|All Day Event|Description|Location|Private",
                "Walk|10/05/2026|3:30 PM|10/05/2026|5:00 PM|False|||False",
            ]),
            95
        );
        let header = "Titel|BeginnDatum|BeginnZeit|EndeDatum|EndeZeit";
        assert_eq!(score(&[header, "Treff|5.10.2026|13:30|5.10.2026|14:00"]), 90);
    }

    #[test]
    fn shifts_are_no_events() {
        let header = "First Name|Last Name|Title|Start Date|Start Time|End Date|End Time";
        assert_eq!(score(&[header, "Ana|Ruiz|Page|2026-10-05|9:00|2026-10-05|17:00"]), 0);
        let header = "name|position|start date|end date|start time|finish time|notes|title|open";
        assert_eq!(score(&[header, "Ana|REF|2026-10-05|2026-10-05|9:00|17:00||Page|no"]), 0);
    }
}
