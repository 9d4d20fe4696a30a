//! Whose row is it? A name in one column or two, on every row or on the first of several; and rows that are nobody's.

use super::super::Fit;
use crate::import::foreign::cell::Rule;
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;

/// The columns of the name.
pub struct PersonColumn<'s> {
    sheet: &'s Sheet,
    staff: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    is_carried: bool,
    has_open_shifts: bool,
    carried: Option<(String, Rule)>,
    heading_columns: Vec<usize>,
}

/// What programs write in place of a name.
#[must_use]
pub fn is_nobody(name: &str) -> bool {
    const NOBODY: [&str; 16] = [
        "openshift",
        "openshifts",
        "availableshift",
        "availableshifts",
        "unassigned",
        "vacant",
        "tbd",
        "tba",
        "open",
        "nobody",
        "none",
        "subneeded",
        "needed",
        "unfilled",
        "null",
        "na",
    ];
    NOBODY.contains(&super::fields::plain(name).as_str())
}

/// Whether a row begins as a row of totals does: `Total`, `Totals for Ana`, `Weekly total`.
fn is_total(text: &str) -> bool {
    let starts = |total: &str| {
        let head = text.get(..total.len()).is_some_and(|head| head.eq_ignore_ascii_case(total));
        head && text[total.len()..].chars().next().is_none_or(|c| matches!(c, ' ' | ':'))
    };
    let ending = text.len().checked_sub(6).and_then(|at| text.get(at..));
    TOTALS.iter().any(|total| starts(total)) || ending.is_some_and(|ending| ending.eq_ignore_ascii_case(" total"))
}

const TOTALS: [&str; 7] = ["total", "subtotal", "sub-total", "grand total", "sum", "totals", "average"];

impl<'s> PersonColumn<'s> {
    /// The columns of a list.
    pub fn new(sheet: &'s Sheet, fit: &Fit) -> PersonColumn<'s> {
        let staff = fit.column("staff").or_else(|| fit.column("stakeholder"));
        let (first, last) = (fit.column("first_name"), fit.column("last_name"));
        let heading_columns = ["start", "end", "times", "date", "day", "open", "count", "hour"]
            .iter()
            .filter_map(|field| fit.column(field))
            .collect();
        let mut person = PersonColumn {
            sheet,
            staff,
            first,
            last,
            is_carried: false,
            has_open_shifts: fit.column("is_open_shift").is_some()
                || fit.columns.iter().any(|mapped| mapped.field == "email"),
            carried: None,
            heading_columns,
        };
        person.is_carried = person.looks_carried(fit);
        person
    }

    /// Whether names stand on the first of several rows: the first row has one, and three in ten have none.
    fn looks_carried(&self, fit: &Fit) -> bool {
        let rows: Vec<usize> = super::read::data_rows(self.sheet, fit).take(200).collect();
        let n_blank = rows.iter().filter(|row| self.written(**row).is_empty()).count();
        let is_first_named = rows.first().is_some_and(|row| !self.written(*row).is_empty());
        fit.target == Target::Schedule && is_first_named && n_blank * 10 >= rows.len() * 3 && !self.has_open_shifts
    }

    fn written(&self, row: usize) -> String {
        let cell = |column: Option<usize>| column.map_or("", |column| self.sheet.cell(row, column));
        let name = match (cell(self.first), cell(self.last)) {
            ("", "") => cell(self.staff).to_owned(),
            (first, last) => format!("{first} {last}"),
        };
        if name.contains(['\n', '\r', '\t']) || name.contains("  ") {
            return name.split_whitespace().collect::<Vec<&str>>().join(" ");
        }
        name.trim().to_owned()
    }

    /// Totals, headers that are repeated, and names on rows of their own are no data.
    pub fn is_not_data(&mut self, row: usize, reading: &mut SheetReading) -> bool {
        let first = self.sheet.row(row).find(|cell| !cell.is_empty()).unwrap_or("");
        let is_rule = |cell: &str| cell.chars().all(|c| matches!(c, '-' | '–' | '_' | '='));
        if is_rule(first) && self.sheet.row(row).all(is_rule) || is_total(first) {
            return true;
        }
        let has_data = self.heading_columns.iter().any(|column| !self.sheet.cell(row, *column).is_empty());
        let name = self.written(row);
        if !has_data && !self.heading_columns.is_empty() {
            if !name.is_empty() && self.sheet.row(row).filter(|cell| !cell.is_empty()).count() <= 2 {
                self.carried = Some((name, Rule::GroupHeading));
            } else {
                let says = format!("row {}: no day and no time; read as a note", row + 1);
                reading.remarks.push(says);
            }
            return true;
        }
        false
    }

    /// The name of a row.
    pub fn name(&mut self, row: usize, reading: &mut SheetReading) -> Option<String> {
        let name = self.written(row);
        let column = self.staff.or(self.last).or(self.first).unwrap_or(0);
        let at = At { row, column };
        if is_nobody(&name) {
            let says = format!("`{name}` is nobody: an open shift?");
            reading.problem(self.sheet, at, Code::W514, says, "nothing to do, if nobody is assigned yet");
            return None;
        }
        if !name.is_empty() {
            if self.is_carried {
                self.carried = Some((name.clone(), Rule::CarriedDown));
            }
            return Some(name);
        }
        if let Some((name, rule)) = self.carried.clone() {
            reading.assume(rule, at, "", || name.clone(), 0);
            return Some(name);
        }
        reading.problem(
            self.sheet,
            at,
            Code::W514,
            "the row names nobody: an open shift?",
            "nothing to do, if nobody is assigned yet",
        );
        None
    }
}
