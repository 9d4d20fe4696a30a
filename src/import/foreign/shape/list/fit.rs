//! Is a sheet a list, of what, and which row is its header?

use super::super::{Fit, Shape};
use super::fields::{FIELDS, rank, without_zone};
use crate::import::foreign::cell::{ClockHint, TimeForm, read_date_time, read_range, read_time, read_weekdays};
use crate::import::foreign::draft::Target;
use crate::import::foreign::sheet::Sheet;

/// Rows in which a header is looked for.
const HEAD: usize = 40;
/// Rows below a header whose cells are looked at.
const SAMPLE: usize = 30;

/// The meanings that a list of each kind may have, those that matter most first.
const fn fields_of(target: Target) -> &'static [&'static str] {
    match target {
        Target::Schedule => &[
            "staff",
            "first_name",
            "last_name",
            "email",
            "date",
            "end_date",
            "day",
            "start",
            "end",
            "times",
            "duration",
            "break_min",
            "break_start",
            "break_end",
            "rest_start",
            "rest_end",
            "is_open_shift",
            "published",
            "desk",
            "branch",
            "title",
            "note",
        ],
        Target::Hours => &["branch", "day", "date", "open", "close", "start", "end", "times", "from", "to", "note"],
        Target::Windows => &[
            "stakeholder",
            "day",
            "date",
            "start",
            "end",
            "times",
            "branch",
            "group",
            "mode",
            "certainty",
            "from",
            "to",
            "note",
        ],
        Target::Staff => &[
            "staff",
            "first_name",
            "last_name",
            "role",
            "department",
            "weekly_hours",
            "branch",
            "email",
            "start",
            "times",
            "open",
            "date",
        ],
        Target::Traffic => &["count", "date", "day", "start", "end", "hour", "times", "branch", "desk"],
    }
}

/// Recognizes a list.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let rows = (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row) && !sheet.is_blank_row(*row));
    let fits = rows.flat_map(|row| Target::ALL.into_iter().filter_map(move |target| fit_at(sheet, row, target)));
    // of equals the first: the first header row, and a schedule before a list of people
    fits.fold(None, |best: Option<Fit>, one| match best {
        Some(best) if best.score >= one.score => Some(best),
        _ => Some(one),
    })
}

fn fit_at(sheet: &Sheet, row: usize, target: Target) -> Option<Fit> {
    let mut fit = Fit::new(Shape::List, target, Some(row), 0);
    for field in fields_of(target) {
        let synonyms = FIELDS.iter().find(|known| known.field == *field)?;
        let columns = (0..sheet.n_cells(row)).filter(|column| !fit.columns.iter().any(|known| known.column == *column));
        let best = columns
            .filter_map(|column| {
                let (name, zone) = without_zone(sheet.cell(row, column));
                rank(synonyms, name).map(|rank| (zone.is_some(), rank, column))
            })
            .filter(|(_, _, column)| is_so(sheet, row, *column, field))
            .min();
        if let Some((_, _, column)) = best {
            fit = fit.with(column, sheet.cell(row, column), field);
        }
    }
    settle_day(sheet, row, &mut fit);
    let is_enough = has_enough(&fit, target) && sheet.n_rows() > row + 1;
    let n_fields = u32::try_from(fit.columns.len()).unwrap_or(0);
    fit.score = 55 + (n_fields * 4).min(35);
    is_enough.then_some(fit)
}

/// Whether the cells below a header are what its meaning says.
fn is_so(sheet: &Sheet, header: usize, column: usize, field: &str) -> bool {
    let cells: Vec<&str> = (header + 1..sheet.n_rows().min(header + 1 + SAMPLE))
        .filter(|row| !sheet.is_comment(*row))
        .map(|row| sheet.cell(row, column))
        .filter(|cell| !cell.is_empty())
        .collect();
    let most = |test: &dyn Fn(&str) -> bool| {
        cells.is_empty() || cells.iter().filter(|cell| test(cell)).count() * 2 >= cells.len()
    };
    let has_time = |cell: &str| {
        read_time(cell).is_some() || read_date_time(cell).is_some_and(|(_, rest)| read_time(rest).is_some())
    };
    match field {
        "start" | "end" | "open" | "close" | "break_start" | "break_end" => {
            most(&|cell| has_time(cell) || is_word(cell))
        }
        "times" => !cells.is_empty() && most(&|cell| has_ranges(cell) || is_word(cell)),
        "duration" | "break_min" | "count" | "weekly_hours" => {
            most(&|cell| cell.starts_with(|c: char| c.is_ascii_digit()))
        }
        "hour" => most(&|cell| read_time(cell).is_some() || read_range(cell, ClockHint::default()).is_ok()),
        "date" => most(&|cell| read_date_time(cell).is_some() || read_weekdays(cell).is_some() || is_number(cell)),
        "end_date" => most(&|cell| read_date_time(cell).is_some()),
        "day" => most(&|cell| read_weekdays(cell).is_some() || is_number(cell) || read_date_time(cell).is_some()),
        "desk" => !cells.is_empty() && !most(&is_job),
        "staff" | "stakeholder" => most(&|cell| {
            read_time(cell).is_none_or(|time| time.form == TimeForm::Bare)
                && read_range(cell, ClockHint::default()).is_err()
        }),
        _ => true,
    }
}

/// Whether a text is a job and no place: `Circulation Clerk`.
fn is_job(cell: &str) -> bool {
    const JOBS: [&str; 18] = [
        "librarian",
        "clerk",
        "assistant",
        "manager",
        "page",
        "specialist",
        "technician",
        "aide",
        "supervisor",
        "director",
        "associate",
        "officer",
        "coordinator",
        "head",
        "shelver",
        "intern",
        "student",
        "custodian",
    ];
    cell.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| JOBS.contains(&word))
}

fn is_word(cell: &str) -> bool {
    crate::import::foreign::cell::cell_word(cell).is_some()
}

fn has_ranges(cell: &str) -> bool {
    cell.split([',', ';', '\n']).all(|part| read_range(within(part), ClockHint::default()).is_ok())
}

fn is_number(cell: &str) -> bool {
    cell.len() <= 2 && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// The part of `Morning (6AM-2PM)` that holds times.
#[must_use]
pub fn within(cell: &str) -> &str {
    cell.split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .map_or(cell, |(inner, _)| if inner.contains(|c: char| c.is_ascii_digit()) { inner } else { cell })
}

/// A column called `day` or `date` may hold either.
fn settle_day(sheet: &Sheet, header: usize, fit: &mut Fit) {
    for mapped in &mut fit.columns {
        if mapped.field != "date" && mapped.field != "day" {
            continue;
        }
        let cells: Vec<&str> = (header + 1..sheet.n_rows().min(header + 1 + SAMPLE))
            .map(|row| sheet.cell(row, mapped.column))
            .filter(|cell| !cell.is_empty())
            .collect();
        let n_days = cells.iter().filter(|cell| read_weekdays(cell).is_some() || is_number(cell)).count();
        let is_days = n_days * 2 > cells.len();
        let field = if is_days || cells.is_empty() && mapped.field == "day" { "day" } else { "date" };
        field.clone_into(&mut mapped.field);
    }
    // two columns of one meaning: the first one holds
    let mut seen: Vec<String> = Vec::new();
    fit.columns.retain(|mapped| {
        let is_new = !seen.contains(&mapped.field);
        seen.push(mapped.field.clone());
        is_new
    });
}

fn has_enough(fit: &Fit, target: Target) -> bool {
    let has = |field: &str| fit.column(field).is_some();
    let has_name = has("staff") || has("first_name") && has("last_name");
    let has_day = has("day") || has("date");
    let has_span = has("start") && (has("end") || has("duration")) || has("times");
    match target {
        Target::Schedule => has_name && (has_day || has("start")) && has_span,
        Target::Hours => {
            let has_hours = has("open") && has("close") || has("times") || has("branch") && has_span;
            has_day && has_hours && !has_name && !has("start")
        }
        Target::Windows => has("stakeholder") && has_day && has_span,
        Target::Staff => {
            has_name
                && (has("role") || has("department") || has("weekly_hours"))
                && !["start", "times", "open", "date"].iter().any(|field| has(field))
        }
        Target::Traffic => has("count") && has_day && (has("hour") || has("start") || has("times")),
    }
}

#[cfg(test)]
mod tests {
    use super::fit;
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::sheet::Sheet;

    fn shown(rows: &[&[&str]]) -> String {
        fit(&Sheet::of_rows("a.csv", rows)).map_or("no".to_owned(), |fit| {
            let columns: Vec<String> =
                fit.columns.iter().map(|mapped| format!("{}={}", mapped.header, mapped.field)).collect();
            format!("{} row {}: {}", fit.target.name(), fit.header.unwrap_or(0) + 1, columns.join(" "))
        })
    }

    #[test]
    fn a_shift_list_is_known_by_its_headers_below_a_title() {
        let said = shown(&[
            &["Maple Street roster"],
            &[],
            &["Who", "Position", "Start Date", "From", "To"],
            &["Ana", "Reference", "2026-10-05", "9am", "1pm"],
        ]);
        assert_eq!(said, "schedule row 3: Who=staff Start Date=date From=start To=end Position=desk");
    }

    #[test]
    fn people_openings_and_counts_are_lists_too() {
        assert!(shown(&[&["Employee", "Job Title"], &["Ruiz, Ana", "Librarian"]]).starts_with("staff"));
        assert!(shown(&[&["Branch", "Day", "Open", "Close"], &["Main", "Mon", "9:00", "17:00"]]).starts_with("hours"));
        assert!(shown(&[&["Date", "Hour", "Visits"], &["2026-10-05", "9", "12"]]).starts_with("traffic"));
        assert!(shown(&[&["Partner", "Day", "From", "To"], &["School", "Tue", "3pm", "4pm"]]).starts_with("windows"));
    }

    #[test]
    fn a_day_column_is_a_date_where_it_holds_dates() {
        let said = shown(&[&["Name", "Day", "Start", "End"], &["Ana", "Mon", "9:00", "13:00"]]);
        assert_eq!(said, "schedule row 1: Name=staff Day=day Start=start End=end");
        assert!(fit(&Sheet::of_rows("a.csv", &[&["Year", "2000"], &["Timber", "1"]])).is_none());
        assert_eq!(Target::named("hours"), Some(Target::Hours));
    }
}
