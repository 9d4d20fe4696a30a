//! Is a sheet a poll of dated options, and which row is the last of its header?

use super::super::answer::{is_answer, read_answer};
use super::super::who::{first_rows, with_who};
use super::super::{Fit, Shape};
use super::options::{OptionTime, PollOption, n_surplus, options_above};
use crate::import::foreign::draft::Target;
use crate::import::foreign::sheet::Sheet;

/// Rows in which the header is looked for, and rows below it that are looked at.
const HEAD: usize = 15;
const SAMPLE: usize = 60;

/// Recognizes a poll of options.
#[must_use]
pub fn fit(sheet: &Sheet) -> Option<Fit> {
    let filled = (!sheet.merged.is_empty()).then(|| sheet.with_merged_filled().0);
    let sheet = filled.as_ref().unwrap_or(sheet);
    let headers = (0..sheet.n_rows().min(HEAD)).map(|row| (row, options_above(sheet, row)));
    let (row, options) = headers.fold((0, Vec::new()), |best: (usize, Vec<PollOption>), one| {
        // of a row of days and the row of times below it, the times
        let rank =
            |options: &[PollOption]| (options.len(), options.iter().filter(|one| one.time != OptionTime::None).count());
        if rank(&one.1) > rank(&best.1) { one } else { best }
    });
    let taken: Vec<usize> = options.iter().map(|option| option.at.column).collect();
    if options.is_empty() {
        return None;
    }
    let mut fit = with_name(sheet, row, &taken, Fit::new(Shape::OptionPoll, Target::Windows, Some(row), 0))?;
    for option in &options {
        fit = fit.with(option.at.column, &option.text, "option");
    }
    fit.score = score(sheet, &fit, &options)?;
    Some(fit)
}

/// The column of the names: below `Name`, or the first one.
fn with_name(sheet: &Sheet, row: usize, taken: &[usize], fit: Fit) -> Option<Fit> {
    let first = taken.first().copied().unwrap_or(0);
    // the header of the names may stand in any of the header rows, or nowhere
    with_who(sheet, row, taken, fit.clone())
        .filter(|fit| fit.columns.iter().all(|mapped| mapped.column < first))
        .or_else(|| (first > 0).then(|| fit.with(0, sheet.cell(row, 0), "who")))
}

/// How sure it is, from the share of cells that answer; none where most do not.
fn score(sheet: &Sheet, fit: &Fit, options: &[PollOption]) -> Option<u32> {
    let rows: Vec<usize> = first_rows(sheet, fit, SAMPLE);
    let offered: Vec<usize> = options.iter().map(|option| option.at.column).collect();
    let mut said: Vec<&str> = Vec::new();
    for row in rows {
        // a comma in a name moves a row to the right
        let surplus = n_surplus(sheet, fit.header.unwrap_or(0), row, &offered);
        let is_moved = offered.iter().all(|column| read_answer(sheet.cell(row, column + surplus)).is_some());
        let moved = if is_moved { surplus } else { 0 };
        said.extend(offered.iter().map(|column| sheet.cell(row, column + moved)).filter(|cell| !cell.is_empty()));
    }
    let n_answers = said.iter().filter(|cell| is_answer(cell)).count();
    if n_answers == 0 || n_answers * 10 < said.len() * 6 {
        return None;
    }
    let has = |test: fn(OptionTime) -> bool| options.iter().any(|option| test(option.time));
    Some(match (has(|time| matches!(time, OptionTime::Range(_))), has(|time| time == OptionTime::Start)) {
        (true, _) => 93,
        (false, true) => 86,
        // dates alone also stand above rosters
        (false, false) => 58,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::sheet;
    use super::fit;

    #[test]
    fn polls_are_known_by_dated_headers_and_answers() {
        let poll = fit(&sheet(&["Name|Email|Mon 5 October 2026 10:00 AM - 11:00 AM", "Elm|e@elm.example|Yes"]));
        assert_eq!(poll.map(|fit| (fit.score, fit.column("who"))), Some((93, Some(0))));
    }

    #[test]
    fn rosters_and_lists_are_no_polls() {
        for lines in [
            ["Name|Mon 5 Oct|Tue 6 Oct", "Ana|9-5|OFF", "Ben|1-5|9-5"],
            ["Name|2026-10-05|2026-10-06", "Ana|REF|CIRC", "Ben|REF|REF"],
            ["Name|Start Date|Start", "Ana|2026-10-05|9:00", "Ben|2026-10-06|9:00"],
        ] {
            assert!(fit(&sheet(&lines)).is_none(), "{lines:?}");
        }
    }
}
