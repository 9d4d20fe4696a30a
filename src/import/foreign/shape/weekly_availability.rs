//! A table of weekly availability, as a database gives it out: a person, a start, an end, and the number of a day.

use super::free_text::keep_out;
use super::list::{field_of, plain};
use super::united::{Slot, SlotDay, Slots};
use super::who::{data_rows, first_rows, name_in};
use super::{Fit, Shape};
use crate::import::foreign::cell::{ClockHint, RangeRefusal, Rule, TimeForm, WrittenTime, read_time, span};
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::{Code, Problem};
use crate::time::WEEKDAY_NAMES;
use std::collections::BTreeMap;

/// Rows below a header that are looked at.
const SAMPLE: usize = 60;
const DAY_HEADERS: [&str; 12] = [
    "dayofweek",
    "weekday",
    "day",
    "dow",
    "daynumber",
    "dayid",
    "weekdaynumber",
    "dayindex",
    "daynum",
    "weekdayid",
    "dayno",
    "wday",
];
const ID_HEADERS: [&str; 12] = [
    "employeeid",
    "userid",
    "personid",
    "staffid",
    "volunteerid",
    "memberid",
    "studentid",
    "workerid",
    "partnerid",
    "stakeholderid",
    "organizationid",
    "contactid",
];
/// What a database writes where it has nothing.
const NOTHING: [&str; 4] = ["null", "\\n", "none", "nan"];

/// Recognizes a table of weekly availability. A column of desks, tasks or dates makes it a list of shifts instead.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let header = (0..sheet.n_rows().min(10)).find(|row| !sheet.is_comment(*row) && !sheet.is_blank_row(*row))?;
    let text = |column: usize| sheet.cell(header, column);
    let columns = || 0..sheet.n_cells(header);
    let base = Fit::new(Shape::WeeklyAvailability, Target::Windows, Some(header), 0);
    let sample: Vec<usize> = first_rows(sheet, &base, SAMPLE);
    let holds = |column: usize, test: &dyn Fn(&str) -> bool| {
        let mut cells = sample.iter().map(|row| cell(sheet, *row, column)).filter(|text| !text.is_empty()).peekable();
        cells.peek().is_some() && cells.all(test)
    };
    let is_number = |text: &str| matches!(text.parse::<usize>(), Ok(0..=7));
    let is_time = |text: &str| read_time(text).is_some();
    let day =
        columns().find(|column| DAY_HEADERS.contains(&plain(text(*column)).as_str()) && holds(*column, &is_number))?;
    let of_field =
        |field: &str| columns().find(|column| field_of(text(*column)) == Some(field) && holds(*column, &is_time));
    let (start, end) = (of_field("start")?, of_field("end")?);
    if columns().any(|column| is_of_a_shift(text(column))) {
        return None;
    }
    let fit = base.with(start, text(start), "start").with(end, text(end), "end").with(day, text(day), "weekday_number");
    let mut fit = with_person(sheet, header, &[start, end, day], fit)?;
    let mut names = [sheet.file.as_str(), sheet.name.as_str()].into_iter().chain(sheet.row(header));
    fit.score = if names.any(|name| plain(name).contains("avail")) { 88 } else { 62 };
    Some(fit)
}

fn is_of_a_shift(header: &str) -> bool {
    let plain = plain(header);
    matches!(field_of(header), Some("desk" | "date" | "break_min" | "is_open_shift"))
        || plain.starts_with("shift")
        || plain.starts_with("position")
        || plain.starts_with("role")
}

/// The column of the person: a name, or a number that stands for one.
fn with_person(sheet: &Sheet, header: usize, taken: &[usize], fit: Fit) -> Option<Fit> {
    let id =
        (0..sheet.n_cells(header)).find(|column| ID_HEADERS.contains(&plain(sheet.cell(header, *column)).as_str()));
    let named = super::who::with_who(sheet, header, taken, fit.clone());
    named.or_else(|| id.map(|column| fit.with(column, sheet.cell(header, column), "who")))
}

/// The text of a cell; blank where a database wrote that it has none.
fn cell(sheet: &Sheet, row: usize, column: usize) -> &str {
    let text = sheet.cell(row, column);
    if NOTHING.contains(&text.to_lowercase().as_str()) { "" } else { text }
}

/// Reads a table of weekly availability.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let rows = data_rows(sheet, fit);
    reading.n_read = rows.len();
    let Some(numbering) = Numbering::of(sheet, fit, &rows, context, &mut reading) else {
        reading.n_left_out = reading.n_read;
        return reading;
    };
    let hint = ClockHint { is_full_day: is_full_day(sheet, fit, &rows), ..ClockHint::default() };
    let mut slots = Slots::default();
    let mut seen: BTreeMap<(String, usize, (u16, u16)), usize> = BTreeMap::new();
    for &row in &rows {
        let Some(slot) = slot(sheet, fit, row, (&numbering, hint), &mut reading) else {
            reading.n_left_out += 1;
            continue;
        };
        let SlotDay::Weekly(day) = slot.day else { continue };
        let first = *seen.entry((slot.who.clone(), day, slot.span)).or_insert(row);
        if first == row {
            slots.push(slot);
        } else {
            let problem = Problem::new(Code::W516, sheet.row_location(row))
                .says(format!("the row says the same as row {}", first + 1))
                .done("it is taken once")
                .help("delete one of the two rows");
            reading.problems.push(problem);
            reading.n_left_out += 1;
        }
    }
    keep_out(sheet, fit, &rows, &mut reading);
    slots.write(&mut reading);
    reading
}

fn slot(
    sheet: &Sheet,
    fit: &Fit,
    row: usize,
    (numbering, hint): (&Numbering, ClockHint),
    reading: &mut SheetReading,
) -> Option<Slot> {
    let place = |field: &str| At { row, column: fit.column(field).unwrap_or(0) };
    let text = |at: At| cell(sheet, at.row, at.column);
    let name = name_in(sheet, row, fit);
    if name.is_empty() || NOTHING.contains(&name.to_lowercase().as_str()) {
        reading.problem(sheet, place("who"), Code::E504, "the row does not say whose time this is", "fill in the name");
        return None;
    }
    let at = place("weekday_number");
    let Some(day) = text(at).parse::<usize>().ok().and_then(|number| numbering.day(number)) else {
        let says = format!("`{}` is not the number of a day of the week", text(at));
        reading.problem(sheet, at, Code::E507, says, "number the days from 0 to 6, or from 1 to 7");
        return None;
    };
    let (first, last) = (place("start"), place("end"));
    let (start, end) = (time(sheet, first, reading)?, time(sheet, last, reading)?);
    let range = if start == end { Err(RangeRefusal::Empty(start.minutes)) } else { span(start, end, hint) };
    match range {
        Ok(range) => {
            reading.assume_range(range, first, &format!("{} to {}", text(first), text(last)));
            reading.assume(Rule::DayNumbers, at, text(at), || WEEKDAY_NAMES[day % 7].to_owned(), 0);
            Some(Slot::new(&name, SlotDay::Weekly(day), (range.start, range.end), first))
        }
        Err(refusal) => {
            reading.refuse_text(sheet, first, &format!("{} - {}", text(first), text(last)), refusal);
            None
        }
    }
}

fn time(sheet: &Sheet, at: At, reading: &mut SheetReading) -> Option<WrittenTime> {
    let text = cell(sheet, at.row, at.column);
    let time = read_time(text);
    if time.is_none() {
        let refusal = if text.is_empty() { RangeRefusal::OneTime } else { RangeRefusal::NotARange };
        reading.refuse(sheet, at, refusal);
    }
    time
}

fn is_full_day(sheet: &Sheet, fit: &Fit, rows: &[usize]) -> bool {
    let columns = [fit.column("start"), fit.column("end")].into_iter().flatten();
    let times: Vec<WrittenTime> =
        columns.flat_map(|column| rows.iter().filter_map(move |row| read_time(sheet.cell(*row, column)))).collect();
    let is_late = |time: &WrittenTime| time.form == TimeForm::Full && (time.minutes >= 780 || time.minutes < 60);
    times.iter().any(is_late) && times.iter().all(|time| time.half.is_none())
}

/// Which day has which number?
struct Numbering {
    /// The day that comes first; 0 is Monday.
    week_start: usize,
    /// The number of that day: 0 or 1.
    first_number: usize,
}

impl Numbering {
    /// How the days are numbered; none, and a question, where nothing says it.
    fn of(
        sheet: &Sheet,
        fit: &Fit,
        rows: &[usize],
        context: &ImportContext,
        reading: &mut SheetReading,
    ) -> Option<Numbering> {
        let column = fit.column("weekday_number")?;
        let at = At { row: fit.header.unwrap_or(0), column };
        let mut numbers: Vec<usize> = rows.iter().filter_map(|row| cell(sheet, *row, column).parse().ok()).collect();
        numbers.sort_unstable();
        let (least, most) = (numbers.first().copied().unwrap_or(0), numbers.last().copied().unwrap_or(0));
        let header = sheet.cell(at.row, at.column);
        if least == 0 && most >= 7 {
            let says = format!("`{header}` has days numbered 0 and {most}: a week has seven days");
            reading.problem(sheet, at, Code::E507, says, "number the days from 0 to 6, or from 1 to 7");
            return None;
        }
        // 1 to 6 alone may be either numbering, unless a 0 or a 7 stands among them
        let first_number = usize::from(most == 7);
        let is_either = least > 0 && most < 7;
        let Some(week_start) = context.week_start else {
            let says =
                format!("`{header}` numbers the days {least} to {most}, and nothing says which day is {first_number}");
            let help = "say which day of the week has the first number: --week-start sunday or --week-start monday";
            reading.problem(sheet, at, Code::E507, says, help);
            return None;
        };
        if is_either {
            let remark =
                format!("days are numbered {least} to {most}; the first day of the week is taken for number 0");
            reading.remarks.push(remark);
        }
        Some(Numbering { week_start, first_number })
    }

    fn day(&self, number: usize) -> Option<usize> {
        number.checked_sub(self.first_number).filter(|day| *day < 7).map(|day| (self.week_start + day) % 7)
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context, n_assumed, rows, sheet};
    use super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::{ImportContext, SheetReading};

    fn reading(lines: &[&str], week_start: Option<usize>) -> SheetReading {
        let sheet = sheet(lines);
        read(&sheet, &fit(&sheet).expect("weekly availability"), &ImportContext { week_start, ..context() })
    }

    const LINES: [&str; 6] = [
        "id|startTime|endTime|dayOfWeek|Employee_id|Plan_id",
        "1|09:00:00|17:00:00|0|31|NULL",
        "2|12:00:00|20:00:00|1|31|NULL",
        "3|09:00:00|17:00:00|0|31|NULL",
        "4|00:00:00|00:00:00|2|31|NULL",
        "5|16:00:00|19:00:00|0|31|\0",
    ];

    #[test]
    fn day_numbers_are_counted_from_the_day_that_was_given() {
        let reading = reading(&LINES, Some(6));
        assert_eq!(rows(&reading), ["31 Mon 12:00-20:00", "31 Sun 09:00-19:00"]);
        assert_eq!(codes(&reading), ["W516", "E505"]);
        assert_eq!((n_assumed(&reading, Rule::DayNumbers), reading.n_read, reading.n_left_out), (4, 5, 2));
    }

    #[test]
    fn without_that_day_one_question_stands_for_all_rows() {
        let reading = reading(&LINES, None);
        assert_eq!((rows(&reading).len(), codes(&reading), reading.n_left_out), (0, vec!["E507"], 5));
    }

    #[test]
    fn days_may_be_numbered_from_1() {
        let reading = reading(&["name|start|end|weekday", "Ana|9:00|12:00|1", "Ana|13:00|15:00|7"], Some(0));
        assert_eq!(rows(&reading), ["Ana Mon 09:00-12:00", "Ana Sun 13:00-15:00"]);
    }

    #[test]
    fn a_list_of_shifts_is_none() {
        for header in ["Name|Position|Day of Week|Start|End", "Name|Date|Day|Start|End"] {
            assert!(fit(&sheet(&[header, "Ana|REF|1|9am|5pm"])).is_none(), "{header}");
        }
    }
}
