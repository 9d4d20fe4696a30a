//! Opening hours as a text in one cell for each branch.

use super::hours::{
    DayHours, Run, branch_name, data_rows, find_branches, one_line, push_hours, runs, say_no_hours, week_days,
};
use super::hours_sentence::{HoursText, Left, Why, read_hours_text};
use super::list::plain;
use super::ranges::is_full_day;
use super::{Fit, Shape};
use crate::import::foreign::cell::{ClockHint, DateOrder, is_unknown_word};
use crate::import::foreign::draft::{Draft, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::{WEEKDAY_NAMES, WeekdaySet};

/// Rows in which a header is looked for.
const HEAD: usize = 40;
/// Rows whose cells are looked at.
const SAMPLE: usize = 60;
/// A header is no sentence.
const LONGEST_HEADER: usize = 60;

/// Recognizes a column of texts, by its header or else by what stands in it.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let rows: Vec<usize> =
        (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row) && !sheet.is_blank_row(*row)).collect();
    rows.iter().find_map(|row| by_header(sheet, *row)).or_else(|| by_cells(sheet, &rows))
}

fn by_header(sheet: &Sheet, row: usize) -> Option<Fit> {
    let called = |column: &usize| {
        let (text, name) = (sheet.cell(row, *column), plain(sheet.cell(row, *column)));
        let is_called = name.contains("hours") || name.starts_with("open") || name.starts_with("times");
        is_called && text.len() <= LONGEST_HEADER && !says_days(text)
    };
    (0..sheet.n_cells(row)).filter(called).find_map(|column| {
        let percent = percent_read(sheet, row + 1, column).filter(|percent| *percent >= 50)?;
        let name = plain(sheet.cell(row, column));
        let is_of_building = ["open", "operation", "library", "branch"].iter().any(|word| name.contains(word));
        let points = if is_of_building { 2 } else { 0 };
        finish(sheet, Some(row), column, points, 76 + percent / 10)
    })
}

/// The column of which most cells are sentences of hours; the words above the first of them are its header.
fn by_cells(sheet: &Sheet, rows: &[usize]) -> Option<Fit> {
    let first = *rows.first()?;
    let column = (0..sheet.n_columns()).find(|column| percent_read(sheet, first, *column).is_some_and(|n| n >= 60))?;
    let mut above = rows.iter().take_while(|row| !says_days(sheet.cell(**row, column)));
    let header = above.find(|row| !sheet.cell(**row, column).is_empty()).copied();
    finish(sheet, header, column, 0, 66)
}

fn finish(sheet: &Sheet, header: Option<usize>, column: usize, points: i32, score: u32) -> Option<Fit> {
    let branches = find_branches(sheet, header, &[column])?;
    let text = |column: usize| header.map_or("", |row| sheet.cell(row, column));
    let fit = Fit::new(Shape::HoursText, Target::Hours, header, score);
    let fit = fit.with(branches.column, text(branches.column), "branch").with(column, text(column), "hours");
    (branches.points + points >= 2).then_some(fit)
}

/// Whether a text says the hours of some days.
fn says_days(text: &str) -> bool {
    let names_a_day = || runs(text).iter().any(|run| matches!(run, Run::Days(..)));
    text.contains(|c: char| c.is_ascii_digit())
        && names_a_day()
        && !read_hours_text(text, ClockHint::default()).said.is_empty()
}

/// How many of a hundred cells that hold something say the hours of days; none where there is no such cell.
fn percent_read(sheet: &Sheet, first: usize, column: usize) -> Option<u32> {
    let cells = (first..sheet.n_rows().min(first + SAMPLE)).map(|row| sheet.cell(row, column));
    let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let n_read = cells.iter().filter(|cell| says_days(cell)).count();
    // a column of `Closed` alone is no column of sentences
    u32::try_from((n_read * 100).checked_div(cells.len())?).ok().filter(|_| n_read > 0)
}

/// Reads a column of texts.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let Some(column) = fit.column("hours") else { return reading };
    let cells = || data_rows(sheet, fit).map(move |row| sheet.cell(row, column));
    let hint = ClockHint {
        is_full_day: is_full_day(cells()),
        is_day_first: context.date_order == Some(DateOrder::DayFirst),
        ..ClockHint::default()
    };
    let says_closed =
        cells().any(|cell| read_hours_text(cell, hint).said.iter().any(|said| said.hours == DayHours::Closed));
    for row in data_rows(sheet, fit) {
        let at = At { row, column };
        reading.n_read += 1;
        let before = reading.drafts.len();
        if let Some(branch) = branch_name(sheet, fit, row, context, &mut reading) {
            if sheet.cell(row, column).is_empty() {
                say_no_hours(sheet, fit, at, &branch, &mut reading);
            } else {
                let text = read_hours_text(sheet.cell(row, column), hint);
                push_text(sheet, &Draft::of(at).text("branch", branch), &text, &mut reading);
                say_missing_days(sheet, at, &text, says_closed, &mut reading);
            }
        }
        reading.n_left_out += usize::from(reading.drafts.len() == before);
    }
    reading
}

/// Adds the rows of a text, and a problem for each clause that is not understood.
fn push_text(sheet: &Sheet, base: &Draft, text: &HoursText, reading: &mut SheetReading) {
    for said in &text.said {
        push_hours(sheet, base, &week_days(said.days), &said.written, &said.hours, reading);
    }
    for left in &text.left {
        say_left(sheet, base.at, left, reading);
    }
}

fn say_left(sheet: &Sheet, at: At, left: &Left, reading: &mut SheetReading) {
    let written = one_line(&left.written);
    match left.why {
        Why::Refused(refusal) => reading.refuse_text(sheet, at, &written, refusal),
        Why::Days => {
            let says = format!("`{written}` does not say on which days");
            reading.problem(sheet, at, Code::E507, says, "write the days before the times, such as Mon-Fri 9am-5pm");
        }
        Why::Words if is_unknown_word(&left.written) => {
            let says = format!("`{written}` does not say from when to when");
            reading.problem(sheet, at, Code::W509, says, "find out the hours, and write them or `closed`");
        }
        Why::Words => {
            let says = format!("`{written}` is not understood; no part of it is taken");
            let help = "add these hours to library-hours.csv by hand, with dates in `from` and `to` where they hold for a season";
            reading.problem(sheet, at, Code::E505, says, help);
        }
        Why::Twice(weekday) => {
            let says = format!("{} is named twice, with different hours: `{written}`", WEEKDAY_NAMES[weekday % 7]);
            reading.problem(sheet, at, Code::E505, says, "which of the two holds? mend the text");
        }
    }
}

/// Days of which nothing is said, where other cells of the sheet say of such days that they are closed.
fn say_missing_days(sheet: &Sheet, at: At, text: &HoursText, says_closed: bool, reading: &mut SheetReading) {
    let said = text.said.iter().fold(WeekdaySet::default(), |days, said| days.union(said.days));
    let missing: Vec<&str> = (0..7).filter(|day| !said.contains(*day)).map(|day| WEEKDAY_NAMES[day]).collect();
    if says_closed && !missing.is_empty() && text.left.is_empty() {
        let says = format!("nothing is said about {}: closed, or not known?", missing.join(", "));
        reading.problem(sheet, at, Code::W509, says, "find out the hours, and write them or `closed`");
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context, n_assumed, sheet};
    use super::super::hours::cases::hours_rows;
    use super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::SheetReading;

    fn of(lines: &[&str]) -> SheetReading {
        let sheet = sheet(lines);
        fit(&sheet).map_or_else(SheetReading::default, |fit| read(&sheet, &fit, &context()))
    }

    #[test]
    fn a_sentence_is_a_week_of_rows() {
        let reading = of(&[
            "NAME |HOURS OF OPERATION|ADDRESS|PHONE",
            "Old Mill||1 Mill Rd.|Closed for Construction",
            "Maple Street|Sun., Closed; Mon. & Wed., 10-6; Tue. & Thu., Noon-8; Fri. & Sat., 9-5|2 Maple St.|555 0100",
        ]);
        assert_eq!(
            hours_rows(&reading),
            [
                "Maple Street Sun closed",
                "Maple Street Mon 10:00-18:00",
                "Maple Street Wed 10:00-18:00",
                "Maple Street Tue 12:00-20:00",
                "Maple Street Thu 12:00-20:00",
                "Maple Street Fri 09:00-17:00",
                "Maple Street Sat 09:00-17:00"
            ]
        );
        assert_eq!((codes(&reading), reading.n_read, reading.n_left_out), (vec!["W509"], 2, 1));
        assert!(reading.problems.iter().any(|problem| problem.message.contains("D2 says `Closed for Construction`")));
        assert_eq!((n_assumed(&reading, Rule::BareDay), n_assumed(&reading, Rule::HalfFromStart)), (2, 1));
    }

    #[test]
    fn what_is_not_understood_is_named_and_the_rest_is_taken() {
        let reading = of(&[
            "Branch|Hours",
            "Maple Street|Mon-Fri 9-5; Sat 9-5l; Sun closed",
            "Eastgate|Mon-Fri 10-6; 1st and 3rd Sat 10-2",
            "Northside|Mon-Sat 10-6",
            "Harbor|9-5",
            "Hilltop|Mon-Fri 9-5; Wed 12-8; Sat, Sun closed",
        ]);
        assert_eq!(codes(&reading), ["W510", "E505", "W509", "E507", "E505"]);
        let n_of = |branch: &str| hours_rows(&reading).iter().filter(|row| row.starts_with(branch)).count();
        assert_eq!(
            (n_of("Maple"), n_of("Eastgate"), n_of("Northside"), n_of("Harbor"), n_of("Hilltop")),
            (7, 5, 6, 0, 6)
        );
    }

    #[test]
    fn a_column_is_found_by_what_stands_in_it_and_no_row_is_eaten() {
        let reading = of(&["Maple Street Library|Mo-Fr 09:00-17:00", "Eastgate Branch|Mo-Sa 10:00-13:00, 14:00-18:00"]);
        assert_eq!((reading.n_read, reading.drafts.len()), (2, 17));
        assert_eq!(hours_rows(&reading)[0], "Maple Street Library Mon 09:00-17:00");
    }

    #[test]
    fn people_with_hours_are_left_alone() {
        assert!(fit(&sheet(&["Name|Position|Hours", "Ana Ruiz|Page|Mon-Fri 9-5"])).is_none());
        assert!(fit(&sheet(&["Name|Hours", "Ana Ruiz|Mon-Fri 9-5"])).is_none());
        assert!(fit(&sheet(&["Branch|Hours", "Eastgate|40"])).is_none());
    }
}
