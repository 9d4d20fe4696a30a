//! Opening hours in seven columns, one for each day, or in fourteen, with the times of opening and closing apart.

use super::hours::{DayColumn, Side, Week, branch_name, data_rows, day_columns, find_branches};
use super::{Fit, Shape};
use crate::import::foreign::cell::{CellWord, TimeForm, cell_word, read_time};
use crate::import::foreign::draft::Target;
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::Sheet;
use crate::time::WEEKDAY_NAMES;

/// Rows in which a header is looked for.
const HEAD: usize = 40;
/// Rows whose cells are looked at.
const SAMPLE: usize = 60;
/// A week may leave out its weekend.
const FEWEST_DAYS: usize = 5;
/// What stands in place of a header where a sheet has none.
const NO_HEADER: &str = "(no header)";

/// Recognizes columns of hours, by their headers or, where no row is a header, by fourteen columns of times.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let mut rows = (0..sheet.n_rows().min(HEAD)).filter(|row| !sheet.is_comment(*row));
    rows.find_map(|row| fit_at(sheet, row)).or_else(|| without_header(sheet))
}

fn fit_at(sheet: &Sheet, row: usize) -> Option<Fit> {
    let days = day_columns(sheet, row);
    if !is_a_week(&days) {
        return None;
    }
    let columns: Vec<usize> = days.iter().map(|day| day.column).collect();
    let mut branches = find_branches(sheet, Some(row), &columns)?;
    // `open` and `close` are said of buildings
    let says_open = columns.iter().any(|column| sheet.cell(row, *column).to_lowercase().contains("clos"));
    // and nobody works `Mon-Thu` in one cell
    let says_several = columns.windows(2).any(|two| two[0] == two[1]);
    branches.points += i32::from(says_open || says_several) * 2;
    let mut fit = Fit::new(Shape::HoursColumns, Target::Hours, Some(row), 0);
    fit = fit.with(branches.column, sheet.cell(row, branches.column), "branch");
    fit = days.iter().fold(fit, |fit, day| fit.with(day.column, sheet.cell(row, day.column), &day.field()));
    let percent = percent_readable(sheet, &fit)?;
    fit.score = 78 + percent / 10 + u32::try_from(branches.points.clamp(0, 4)).unwrap_or(0);
    (branches.points >= 2 && percent >= 60).then_some(fit)
}

/// Five days or more; each in one column, or in as many of opening as of closing.
fn is_a_week(days: &[DayColumn]) -> bool {
    let n_of =
        |weekday: usize, side: Side| days.iter().filter(|day| day.weekday == weekday && day.side == side).count();
    let is_sound = |weekday: &usize| match n_of(*weekday, Side::Whole) {
        0 => n_of(*weekday, Side::Open) > 0 && n_of(*weekday, Side::Open) == n_of(*weekday, Side::Close),
        1 => n_of(*weekday, Side::Open) + n_of(*weekday, Side::Close) == 0,
        _ => false,
    };
    let named: Vec<usize> = (0..7).filter(|weekday| days.iter().any(|day| day.weekday == *weekday)).collect();
    named.len() >= FEWEST_DAYS && named.iter().all(is_sound)
}

/// How many of a hundred days that hold something can be read; none where no day does.
fn percent_readable(sheet: &Sheet, fit: &Fit) -> Option<u32> {
    let week = Week::unread(sheet, fit);
    let counts = data_rows(sheet, fit).take(SAMPLE).map(|row| week.n_readable(row));
    let (read, all) = counts.fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    u32::try_from((read * 100).checked_div(all)?).ok()
}

/// Fourteen columns of times side by side are a week from Monday on where the last two days are the shortest.
fn without_header(sheet: &Sheet) -> Option<Fit> {
    let rows: Vec<usize> =
        (0..sheet.n_rows()).filter(|row| !sheet.is_blank_row(*row) && !sheet.is_comment(*row)).take(SAMPLE).collect();
    let is_times = |column: usize| holds_times(sheet, &rows, column);
    let first = (0..sheet.n_columns()).find(|column| is_times(*column))?;
    if !(first..first + 14).all(is_times) || is_times(first + 14) {
        return None;
    }
    let columns: Vec<usize> = (first..first + 14).collect();
    let branches = find_branches(sheet, None, &columns)?;
    let mut fit = Fit::new(Shape::HoursColumns, Target::Hours, None, 62).with(branches.column, NO_HEADER, "branch");
    for (n, column) in columns.into_iter().enumerate() {
        let side = if n % 2 == 0 { Side::Open } else { Side::Close };
        fit = fit.with(column, NO_HEADER, &DayColumn { column, weekday: n / 2, side }.field());
    }
    (branches.points >= 2 && ends_with_weekend(&Week::unread(sheet, &fit), &rows)).then_some(fit)
}

/// Every cell is a time or a word for closed, and the first row, which may be a header, holds one too.
fn holds_times(sheet: &Sheet, rows: &[usize], column: usize) -> bool {
    let is_time = |cell: &str| {
        read_time(cell).is_some_and(|time| time.form != TimeForm::Bare || cell.contains([':', '.']))
            || cell_word(cell) == Some(CellWord::Closed)
    };
    let cells = || rows.iter().map(move |row| sheet.cell(*row, column));
    cells().next().is_some_and(is_time) && cells().all(|cell| cell.is_empty() || is_time(cell))
}

fn ends_with_weekend(week: &Week<'_>, rows: &[usize]) -> bool {
    let mut total = [0_u32; 7];
    for row in rows {
        week.minutes(*row).iter().zip(&mut total).for_each(|(minutes, sum)| *sum += minutes);
    }
    let shortest_weekday = total[..5].iter().min().copied().unwrap_or(0);
    total[6] < total[5] && total[5] <= shortest_weekday
}

/// Reads columns of hours.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let mut week = Week::of(sheet, fit, context);
    let is_assumed = fit.columns.iter().any(|mapped| mapped.header == NO_HEADER && mapped.field == "mon_open");
    if is_assumed {
        let first = context.week_start.unwrap_or(0);
        week = week.starting_on(first);
        reading.remarks.push(format!(
            "no row is a header: the 14 columns of times are taken for {} and the days after it, opening and closing; if that is wrong, say --week-start or name each column with --map",
            WEEKDAY_NAMES[first % 7]
        ));
    }
    for row in data_rows(sheet, fit) {
        let has_name = fit.column("branch").is_none_or(|column| !sheet.cell(row, column).is_empty());
        if !has_name && week.is_blank(row) {
            continue;
        }
        reading.n_read += 1;
        let before = reading.drafts.len();
        if let Some(branch) = branch_name(sheet, fit, row, context, &mut reading) {
            week.take(row, &branch, &mut reading);
        }
        reading.n_left_out += usize::from(reading.drafts.len() == before);
    }
    reading
}

#[cfg(test)]
mod tests {
    use super::super::cases::{codes, context, n_assumed};
    use super::super::hours::cases::hours_rows;
    use super::super::{Fit, Shape};
    use super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::draft::Target;
    use crate::import::foreign::reading::{ImportContext, SheetReading};
    use crate::import::foreign::sheet::Sheet;

    const WEEK: [&str; 8] = ["Branch", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    fn of(rows: &[&[&str]]) -> SheetReading {
        let sheet = Sheet::of_rows("a.csv", rows);
        fit(&sheet).map_or_else(SheetReading::default, |fit| read(&sheet, &fit, &context()))
    }

    fn on(reading: &SheetReading, day: &str) -> Vec<String> {
        hours_rows(reading).into_iter().filter(|row| row.contains(day)).collect()
    }

    #[test]
    fn seven_columns_hold_a_week() {
        let reading = of(&[&WEEK, &["Maple Street", "9-5", "9-12, 1-5", "9-5", "9-8", "9-5", "10-2", "Closed"]]);
        assert_eq!(on(&reading, "Tue"), ["Maple Street Tue 09:00-12:00", "Maple Street Tue 13:00-17:00"]);
        assert_eq!(on(&reading, "Sun"), ["Maple Street Sun closed"]);
        assert_eq!((reading.drafts.len(), reading.n_read, reading.n_left_out), (8, 1, 0));
    }

    #[test]
    fn a_blank_day_is_closed_unless_the_sheet_writes_closed_elsewhere() {
        let reading = of(&[&WEEK, &["Maple Street", "9-5", "9-5", "9-5", "9-5", "9-5", "", ""]]);
        assert_eq!(on(&reading, "Sun"), ["Maple Street Sun closed"]);
        assert_eq!(n_assumed(&reading, Rule::BlankClosed), 2);
        let reading = of(&[
            &WEEK,
            &["Maple Street", "9-5", "9-5", "9-5", "9-5", "9-5", "", "Closed"],
            &["Eastgate", "", "", "", "", "", "", ""],
        ]);
        assert_eq!((on(&reading, "Sat").len(), codes(&reading)), (0, vec!["W509", "W509"]));
        assert_eq!((reading.n_read, reading.n_left_out), (2, 1));
    }

    #[test]
    fn fourteen_columns_hold_a_week_too() {
        let header: Vec<String> = std::iter::once("library".to_owned())
            .chain(["monday", "tuesday", "wednesday", "thursday", "friday"].map(|day| format!("{day}_start|{day}_end")))
            .collect();
        let lines = [header.join("|"), "Eastgate|9:00|17:00|9:00|17:00|CLOSED|CLOSED|9:00||9:00|17:00".to_owned()];
        let sheet = super::super::cases::sheet(&[&lines[0], &lines[1]]);
        let reading = fit(&sheet).map_or_else(SheetReading::default, |fit| read(&sheet, &fit, &context()));
        assert_eq!(
            hours_rows(&reading),
            ["Eastgate Mon 09:00-17:00", "Eastgate Tue 09:00-17:00", "Eastgate Wed closed", "Eastgate Fri 09:00-17:00"]
        );
        assert_eq!(codes(&reading), ["E505"]);
    }

    const NO_HEADER: [&[&str]; 2] = [
        &[
            "MPL",
            "Maple Branch",
            "10:00",
            "21:00",
            "10:00",
            "21:00",
            "10:00",
            "21:00",
            "10:00",
            "21:00",
            "10:00",
            "18:00",
            "9:30",
            "17:30",
            "13:00",
            "17:00",
            "53.5",
        ],
        &[
            "EST",
            "Eastgate Branch",
            "9:00",
            "17:00",
            "9:00",
            "17:00",
            "9:00",
            "17:00",
            "9:00",
            "17:00",
            "9:00",
            "17:00",
            "CLOSED",
            "CLOSED",
            "CLOSED",
            "CLOSED",
            "53.6",
        ],
    ];

    #[test]
    fn without_a_header_no_row_is_eaten_and_the_first_day_is_said() {
        let reading = of(&NO_HEADER);
        assert_eq!(on(&reading, "Maple Branch Mon"), ["Maple Branch Mon 10:00-21:00"]);
        assert_eq!(on(&reading, "Eastgate Branch Sat"), ["Eastgate Branch Sat closed"]);
        assert_eq!((reading.drafts.len(), reading.n_read), (14, 2));
        assert!(reading.remarks[0].contains("taken for Mon"));
    }

    #[test]
    fn columns_that_a_person_named_are_read_as_they_were_named() {
        let sheet = Sheet::of_rows("a.csv", &NO_HEADER);
        let named = Fit::new(Shape::HoursColumns, Target::Hours, None, 50)
            .with(1, "", "branch")
            .with(2, "", "sun_open")
            .with(3, "", "sun_close");
        let reading = read(&sheet, &named, &ImportContext { week_start: Some(6), ..context() });
        assert_eq!(hours_rows(&reading), ["Maple Branch Sun 10:00-21:00", "Eastgate Branch Sun 09:00-17:00"]);
        assert!(reading.remarks.is_empty());
    }

    #[test]
    fn people_are_left_to_the_roster() {
        let mut header = WEEK;
        header[0] = "Name";
        assert_eq!(
            fit(&Sheet::of_rows("a.csv", &[&header, &["Ana Ruiz", "9-5", "9-5", "OFF", "OFF", "1-5", "9-5", "9-5"]])),
            None
        );
        assert_eq!(fit(&Sheet::of_rows("a.csv", &[&["Name", "Mon", "Tue"], &["Ana Ruiz", "9-5", "9-5"]])), None);
    }
}
