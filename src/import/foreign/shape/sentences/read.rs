//! Reads a list of sentences: each cell whole, or not at all.

use super::super::Fit;
use super::super::free_text::keep_out;
use super::super::sheet_dates::SheetDates;
use super::super::united::{Slot, Slots};
use super::super::who::{data_rows, required_name};
use super::clause::Meeting;
use super::days::Days;
use super::fit::TAKEN_OVER;
use super::sentence::read_sentence;
use super::written_out::{Place, WrittenOut, are_exceptions_sound, written_out};
use crate::import::foreign::cell::{Rule, WrittenDate};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::study::Mode;

/// Reads a list of sentences.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let rows = data_rows(sheet, fit);
    let understood = understood(sheet, fit, &rows, &mut reading);
    let dates = SheetDates::settle(sheet, &written_dates(&understood), context, &mut reading);
    let mut slots = Slots::default();
    for (at, who, meetings) in &understood {
        let place = Place { sheet, at: *at, who, dates, period: context.period };
        let is_sound = are_exceptions_sound(meetings, &place, &mut reading);
        let made: Option<Vec<WrittenOut>> =
            meetings.iter().map(|meeting| written_out(meeting, &place, &mut reading)).collect();
        let Some(made) = made.filter(|_| is_sound) else {
            reading.n_left_out += 1;
            continue;
        };
        for (meeting, written) in meetings.iter().zip(made) {
            note(*at, meeting, &written, &mut reading);
            for slot in written.slots {
                slots.push(with_cells(sheet, fit, slot));
            }
        }
    }
    keep_out(sheet, fit, &rows, &mut reading);
    slots.write(&mut reading);
    reading
}

/// The sentences that are understood; of each other one a question.
fn understood(sheet: &Sheet, fit: &Fit, rows: &[usize], reading: &mut SheetReading) -> Vec<(At, String, Vec<Meeting>)> {
    let column = fit.column("when").unwrap_or(0);
    let mut understood = Vec::new();
    for &row in rows {
        reading.n_read += 1;
        let at = At { row, column };
        let text = sheet.cell(row, column);
        if text.is_empty() {
            reading.remarks.push(format!("row {} says no times", row + 1));
            continue;
        }
        let Some(who) = required_name(sheet, row, fit, reading) else { continue };
        match read_sentence(text) {
            Ok(meetings) => understood.push((at, who, meetings)),
            Err(question) => {
                reading.problem(sheet, at, Code::E508, question.says, question.help);
                reading.n_left_out += 1;
            }
        }
    }
    understood
}

/// All dates of the sentences, to settle the order of day and month.
fn written_dates(understood: &[(At, String, Vec<Meeting>)]) -> Vec<(At, WrittenDate)> {
    let mut dates = Vec::new();
    for (at, _, meetings) in understood {
        for meeting in meetings {
            let on = if let Days::On(date, _) = meeting.days { Some(date) } else { None };
            let bounds = [on, meeting.dates.from, meeting.dates.to].into_iter().flatten();
            dates.extend(bounds.chain(meeting.except.iter().map(|(date, _)| *date)).map(|date| (*at, date)));
        }
    }
    dates
}

/// What was assumed about one time.
fn note(at: At, meeting: &Meeting, written: &WrittenOut, reading: &mut SheetReading) {
    reading.assume_range(meeting.range, at, &meeting.of_times);
    let minutes: u32 = written.slots.iter().map(Slot::minutes).sum();
    if let Some(rule) = written.rule {
        let n = written.slots.len();
        reading.assume(rule, at, &meeting.of_days, || format!("{n} dates of the period"), minutes);
        if n == 0 {
            reading.remarks.push(format!("`{}` ({}) has no date in the period", meeting.of_days, at.address()));
        }
    }
    if meeting.is_tentative {
        reading.assume(Rule::Graded, at, &meeting.of_times, || "tentative".to_owned(), minutes);
    }
}

/// A slot with the other cells of its row; a way to meet that the sentence names counts more.
fn with_cells(sheet: &Sheet, fit: &Fit, slot: Slot) -> Slot {
    let row = slot.at.row;
    TAKEN_OVER.into_iter().fold(slot, |slot, field| {
        let cell = fit.column(field).map_or("", |column| sheet.cell(row, column));
        let is_mode = field == "mode";
        let is_unknown_mode = is_mode && !Mode::ALL.iter().any(|mode| mode.name() == cell.to_lowercase());
        let is_named = slot.texts.iter().any(|(column, _)| *column == field);
        if is_unknown_mode || is_named { slot } else { slot.text(field, cell) }
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context, n_assumed, october, rows, sheet};
    use super::super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::{ImportContext, SheetReading};

    fn reading(lines: &[&str], context: &ImportContext) -> SheetReading {
        let sheet = sheet(lines);
        read(&sheet, &fit(&sheet).expect("sentences"), context)
    }

    #[test]
    fn sentences_become_windows_and_the_others_questions() {
        let lines = [
            "stakeholder|when|mode",
            "Elm Club|Mon-Tue 3-5 pm|host",
            "Rose School|weekday mornings|",
            "Ash House|Wed 7:30-9 pm, not in November|",
            "Oak Works|Thu 12-1 online|host",
        ];
        let reading = reading(&lines, &context());
        assert_eq!(
            rows(&reading),
            ["Elm Club Mon 15:00-17:00 host", "Elm Club Tue 15:00-17:00 host", "Oak Works Thu 12:00-13:00 online"]
        );
        assert_eq!((codes(&reading), reading.n_read, reading.n_left_out), (vec!["E508", "E508"], 4, 2));
    }

    #[test]
    fn days_of_a_month_are_written_out_as_dates_of_the_period() {
        let lines = ["stakeholder|when", "Elm Club|1st & 3rd Fri 9-11"];
        let said = reading(&lines, &october());
        assert_eq!(rows(&said), ["Elm Club 2026-10-02 09:00-11:00", "Elm Club 2026-10-16 09:00-11:00"]);
        assert_eq!(n_assumed(&said, Rule::NthWeekday), 1);
        assert_eq!(codes(&reading(&lines, &context())), ["E508"]);
    }

    #[test]
    fn every_other_week_is_counted_from_its_start() {
        let lines = ["stakeholder|when", "Elm Club|every other Wed 2-4 starting 9/16"];
        let said = reading(&lines, &october());
        assert_eq!(rows(&said), ["Elm Club 2026-10-14 14:00-16:00", "Elm Club 2026-10-28 14:00-16:00"]);
        assert_eq!((n_assumed(&said, Rule::EveryOther), n_assumed(&said, Rule::DateOrder)), (1, 1));
        let lines = ["stakeholder|when", "Elm Club|every other Wed 2-4 starting 9/17"];
        assert_eq!(codes(&reading(&lines, &october())), ["E507"]);
        let lines = ["stakeholder|when", "Elm Club|every other Wed 2-4 starting 9/2"];
        assert_eq!(codes(&reading(&lines, &october())), ["E503"]);
    }

    #[test]
    fn dates_without_a_year_follow_each_other() {
        let lines =
            ["stakeholder|when", "Elm Club|Mon 3-5 from Sept 14 to Feb 12", "Ash|Tue 3-5 from Jan 12 to Sept 15"];
        let reading = reading(&lines, &context());
        assert_eq!(
            rows(&reading),
            [
                "Elm Club Mon 15:00-17:00 from 2026-09-14 to 2027-02-12",
                "Ash Tue 15:00-17:00 from 2027-01-12 to 2027-09-15"
            ]
        );
    }

    #[test]
    fn a_date_beside_weekly_times_does_not_take_them_away() {
        let lines = ["stakeholder|when", "Elm Club|Fridays 3-5", "Elm Club|1st Fri 9-11"];
        let reading = reading(&lines, &october());
        assert_eq!(
            rows(&reading),
            ["Elm Club Fri 15:00-17:00", "Elm Club 2026-10-02 09:00-11:00", "Elm Club 2026-10-02 15:00-17:00"]
        );
    }

    #[test]
    fn dates_that_are_taken_out_part_a_weekly_time() {
        let lines = ["stakeholder|when", "Elm Club|Wed 7:30-9 pm, not on Nov 25", "Ash|Wed 7-9 pm except Nov 26"];
        let reading = reading(&lines, &context());
        assert_eq!(
            rows(&reading),
            ["Elm Club Wed 19:30-21:00 to 2026-11-24", "Elm Club Wed 19:30-21:00 from 2026-11-26"]
        );
        assert_eq!((codes(&reading), reading.n_left_out), (vec!["E507"], 1));
    }

    #[test]
    fn a_date_on_another_day_of_the_week_refuses_the_cell() {
        let lines = ["stakeholder|when", "Elm Club|Thu Oct 7 2026, 9-11; Mon 9-11"];
        let reading = reading(&lines, &october());
        assert_eq!((rows(&reading).len(), codes(&reading), reading.n_left_out), (0, vec!["E507"], 1));
    }
}
