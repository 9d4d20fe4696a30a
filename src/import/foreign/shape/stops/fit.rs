//! Is a sheet a table of stops, and which of its columns say when?

use super::super::list::plain;
use super::super::who::first_rows;
use super::super::{Fit, Shape};
use super::rule::StopRule;
use crate::import::foreign::cell::{read_date, read_time, read_weekdays};
use crate::import::foreign::draft::Target;
use crate::import::foreign::sheet::Sheet;

/// Rows in which a header is looked for, and rows below it that are looked at.
const HEAD: usize = 10;
const SAMPLE: usize = 60;

/// A meaning, its headers, the surest first, and what its cells have to be.
type Column = (&'static str, &'static [&'static str], fn(&str) -> bool);

const COLUMNS: [Column; 11] = [
    ("rule", &["frequency", "rrule", "recurrence", "recurrencerule", "rule", "repeat", "repeats", "howoften"], is_rule),
    (
        "arrival",
        &["arrival", "arrivaltime", "arrive", "arrives", "starttime", "timestart", "start", "from", "opens"],
        is_time,
    ),
    (
        "departure",
        &[
            "departure",
            "departuretime",
            "depart",
            "departs",
            "endtime",
            "timeend",
            "end",
            "to",
            "until",
            "finish",
            "closes",
        ],
        is_time,
    ),
    ("first", &["start", "startdate", "firstdate", "firstvisit", "from", "validfrom", "date", "begins"], is_date),
    ("last", &["end", "enddate", "lastdate", "lastvisit", "to", "until", "validto"], is_date_or_blank),
    ("day", &["day", "weekday", "dayofweek", "dayname"], is_weekday),
    ("except", &["exceptions", "exception", "exdate", "exdates", "except", "excludeddates", "cancelled"], is_anything),
    (
        "community",
        &[
            "community",
            "village",
            "town",
            "organization",
            "organisation",
            "partner",
            "stakeholder",
            "place",
            "location",
        ],
        is_anything,
    ),
    ("stop", &["stop", "stopname", "name", "site", "venue"], is_anything),
    ("group", &["type", "kind", "stoptype", "group"], is_anything),
    ("note", &["note", "notes", "comment", "comments"], is_anything),
];

fn is_rule(text: &str) -> bool {
    text.to_uppercase().contains("FREQ=") || StopRule::read(text).is_ok()
}

fn is_time(text: &str) -> bool {
    read_time(text).is_some()
}

fn is_date(text: &str) -> bool {
    read_date(text).is_some()
}

fn is_date_or_blank(text: &str) -> bool {
    text.is_empty() || is_date(text)
}

fn is_weekday(text: &str) -> bool {
    read_weekdays(text).is_some()
}

fn is_anything(_: &str) -> bool {
    true
}

/// Recognizes a table of stops.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row)).find_map(|row| fit_at(sheet, row))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let mut fit = Fit::new(Shape::Stops, Target::Windows, Some(row), 0);
    let rows: Vec<usize> = first_rows(sheet, &fit, SAMPLE);
    for (field, headers, test) in COLUMNS {
        let is_free = |column: usize| !fit.columns.iter().any(|mapped| mapped.column == column);
        let found = headers.iter().find_map(|header| {
            (0..sheet.n_cells(row)).find(|column| {
                is_free(*column) && plain(sheet.cell(row, *column)) == *header && is_so(sheet, &rows, *column, test)
            })
        });
        if let Some(column) = found {
            fit = fit.with(column, sheet.cell(row, column), field);
        }
    }
    let has = |field: &str| fit.column(field).is_some();
    let has_rules =
        fit.column("rule").is_some_and(|column| rows.iter().any(|row| sheet.cell(*row, column).contains('=')));
    let is_timed = has("rule") && has("arrival") && has("departure") && (has("first") || has("day") || has_rules);
    if !is_timed || !(has("stop") || has("community")) {
        return None;
    }
    fit.score = if has_rules { 94 } else { 76 };
    Some(fit)
}

/// Whether most cells of a column are what its meaning says. A column without cells says nothing.
fn is_so(sheet: &Sheet, rows: &[usize], column: usize, test: fn(&str) -> bool) -> bool {
    let said: Vec<&str> = rows.iter().map(|row| sheet.cell(*row, column)).filter(|cell| !cell.is_empty()).collect();
    if said.is_empty() {
        return test("");
    }
    said.iter().filter(|cell| test(cell)).count() * 10 >= said.len() * 7
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::sheet;
    use super::fit;

    #[test]
    fn start_may_be_a_time_or_a_date() {
        let lines = [
            "community|stop|day|arrival|departure|frequency|start|end",
            "Elm|Green|Tuesday|10:05|10:20|FREQ=WEEKLY|2026-10-06|",
        ];
        let found = fit(&sheet(&lines)).expect("stops");
        let column = |field: &str| found.column(field);
        assert_eq!(
            (column("arrival"), column("first"), column("last"), column("rule")),
            (Some(3), Some(6), Some(7), Some(5))
        );
        let lines = ["name|start|end|date|repeats", "Elm|10:05|10:20|2026-10-06|every 2 weeks"];
        let found = fit(&sheet(&lines)).expect("stops");
        assert_eq!((found.column("arrival"), found.column("first"), found.score), (Some(1), Some(3), 76));
    }

    #[test]
    fn lists_without_a_rule_are_no_stops() {
        assert!(fit(&sheet(&["Name|Date|Start|End", "Ana|2026-10-05|9:00|17:00"])).is_none());
    }
}
