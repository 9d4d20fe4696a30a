//! Reads a table of stops: each rule written out as dates of the period.

use super::super::Fit;
use super::super::free_text::keep_out;
use super::super::ranges::is_full_day;
use super::super::sheet_dates::SheetDates;
use super::super::united::{Slot, SlotDay, Slots};
use super::super::who::data_rows;
use super::rule::{Frequency, StopRule};
use crate::import::foreign::cell::{
    ClockHint, RangeRefusal, Rule, WrittenDate, read_date, read_time, read_weekdays, span,
};
use crate::import::foreign::reading::{ImportContext, SheetReading};
use crate::import::foreign::sheet::{At, Sheet};
use crate::import::lexicon;
use crate::problem::Code;
use crate::time::{Day, Validity, WEEKDAY_NAMES};

/// What holds for all rows.
struct Stops<'s> {
    sheet: &'s Sheet,
    fit: &'s Fit,
    period: Option<(Day, Day)>,
    dates: SheetDates,
    hint: ClockHint,
    has_asked_for_period: bool,
    n_outside: usize,
}

/// When a stop is, as its row says it.
struct Stop {
    slot: Slot,
    rule: StopRule,
    start: Option<Day>,
    exceptions: Vec<Day>,
}

/// Reads a table of stops.
#[must_use]
pub fn read(sheet: &Sheet, fit: &Fit, context: &ImportContext) -> SheetReading {
    let mut reading = SheetReading::default();
    let rows = data_rows(sheet, fit);
    let dates = SheetDates::settle(sheet, &written_dates(sheet, fit, &rows), context, &mut reading);
    let times = rows.iter().flat_map(|row| {
        ["arrival", "departure"].map(|field| fit.column(field).map_or("", |column| sheet.cell(*row, column)))
    });
    let hint = ClockHint { is_full_day: is_full_day(times), ..ClockHint::default() };
    let mut stops =
        Stops { sheet, fit, period: context.period, dates, hint, has_asked_for_period: false, n_outside: 0 };
    let mut slots = Slots::default();
    for &row in &rows {
        reading.n_read += 1;
        let made = stops.stop(row, &mut reading).and_then(|stop| stops.slots(&stop, &mut reading));
        match made {
            Some(made) => made.into_iter().for_each(|slot| slots.push(slot)),
            None => reading.n_left_out += 1,
        }
    }
    if stops.n_outside > 0 {
        reading.remarks.push(format!("{} rows have no date in the period", stops.n_outside));
    }
    keep_out(sheet, fit, &rows, &mut reading);
    slots.write(&mut reading);
    reading
}

/// All dates of the sheet, to settle their order.
fn written_dates(sheet: &Sheet, fit: &Fit, rows: &[usize]) -> Vec<(At, WrittenDate)> {
    let mut dates = Vec::new();
    for column in ["first", "last", "except"].iter().filter_map(|field| fit.column(field)) {
        for &row in rows {
            dates.extend(
                several(sheet.cell(row, column)).filter_map(|text| Some((At { row, column }, read_date(text)?))),
            );
        }
    }
    dates
}

fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '|', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

impl Stops<'_> {
    fn at(&self, row: usize, field: &str) -> At {
        At { row, column: self.fit.column(field).unwrap_or(0) }
    }

    fn text(&self, row: usize, field: &str) -> &str {
        self.fit.column(field).map_or("", |column| self.sheet.cell(row, column))
    }

    /// The stop's name: its community, and the stop there.
    fn name(&self, row: usize) -> String {
        let (community, stop) = (self.text(row, "community"), self.text(row, "stop"));
        let name = match (community, stop) {
            ("", name) | (name, "") => name.to_owned(),
            (community, stop) if lexicon::key(community) == lexicon::key(stop) => community.to_owned(),
            (community, stop) => format!("{community}: {stop}"),
        };
        lexicon::shown(&name).into_owned()
    }

    /// What a row says; none, and a problem, where it cannot be read.
    fn stop(&self, row: usize, reading: &mut SheetReading) -> Option<Stop> {
        let name = self.name(row);
        if name.is_empty() {
            let at = self.at(row, "stop");
            reading.problem(self.sheet, at, Code::E504, "the row does not say which stop it is", "fill in the name");
            return None;
        }
        let (span, at) = self.span(row, reading)?;
        let mut rule = self.rule(row, reading)?;
        let start = self.dates_in(row, "first", reading)?.first().copied();
        let last = self.dates_in(row, "last", reading)?.first().copied();
        let exceptions = self.dates_in(row, "except", reading)?;
        rule.until = [rule.until, last].into_iter().flatten().min();
        self.settle_day(row, start, &mut rule, reading)?;
        let day = SlotDay::On(start.unwrap_or_default());
        let slot =
            Slot::new(&name, day, span, at).text("group", self.text(row, "group")).text("note", self.text(row, "note"));
        Some(Stop { slot, rule, start, exceptions })
    }

    fn span(&self, row: usize, reading: &mut SheetReading) -> Option<((u16, u16), At)> {
        let at = self.at(row, "arrival");
        let (first, last) = (self.text(row, "arrival"), self.text(row, "departure"));
        let range = match (read_time(first), read_time(last)) {
            (Some(start), Some(end)) if start == end => Err(RangeRefusal::Empty(start.minutes)),
            (Some(start), Some(end)) => span(start, end, self.hint),
            (Some(_), None) | (None, Some(_)) if first.is_empty() || last.is_empty() => Err(RangeRefusal::OneTime),
            _ => Err(RangeRefusal::NotARange),
        };
        let written = format!("{first} - {last}");
        match range {
            Ok(range) => {
                reading.assume_range(range, at, &written);
                Some(((range.start, range.end), at))
            }
            Err(refusal) => {
                reading.refuse_text(self.sheet, at, &written, refusal);
                None
            }
        }
    }

    fn rule(&self, row: usize, reading: &mut SheetReading) -> Option<StopRule> {
        let text = self.text(row, "rule");
        match StopRule::read(text) {
            Ok(rule) => Some(rule),
            Err(part) => {
                let says = if text.is_empty() {
                    "the row does not say how often".to_owned()
                } else {
                    format!("the rule `{part}` is not understood")
                };
                let help = "write FREQ=WEEKLY;INTERVAL=2, or FREQ=MONTHLY;BYDAY=1MO for the first Monday of a month";
                reading.problem(self.sheet, self.at(row, "rule"), Code::E507, says, help);
                None
            }
        }
    }

    /// The dates of a cell; none where one of them cannot be read.
    fn dates_in(&self, row: usize, field: &str, reading: &mut SheetReading) -> Option<Vec<Day>> {
        let at = self.at(row, field);
        let mut days = Vec::new();
        for text in several(self.text(row, field)) {
            let Some(date) = read_date(text) else {
                reading.problem(
                    self.sheet,
                    at,
                    Code::E507,
                    format!("`{text}` is not a date"),
                    "write it as 2026-10-05",
                );
                return None;
            };
            days.push(self.dates.day(self.sheet, at, (date, text), reading)?);
        }
        Some(days)
    }

    /// The day of the week that is written agrees with the start, or stands in for it.
    fn settle_day(
        &self,
        row: usize,
        start: Option<Day>,
        rule: &mut StopRule,
        reading: &mut SheetReading,
    ) -> Option<()> {
        let (at, text) = (self.at(row, "day"), self.text(row, "day"));
        let written: Vec<usize> = read_weekdays(text).map(|days| days.days().collect()).unwrap_or_default();
        if let Some(start) = start
            && !written.is_empty()
            && !written.contains(&start.weekday())
        {
            let says = format!("`{text}`, and the start {start} is a {}", WEEKDAY_NAMES[start.weekday()]);
            reading.problem(self.sheet, at, Code::E507, says, "mend the day or the start");
            return None;
        }
        if rule.days.is_empty() {
            rule.days = written.into_iter().map(|day| (None, day)).collect();
        }
        if start.is_none() && (rule.interval > 1 || rule.count.is_some() || rule.days.is_empty()) {
            let says = format!("`{}`: counted from which date?", self.text(row, "rule"));
            reading.problem(self.sheet, self.at(row, "rule"), Code::E507, says, "write the first date of the stop");
            return None;
        }
        Some(())
    }

    /// The slots of a stop: on the dates of the period, or every week where that says the same.
    fn slots(&mut self, stop: &Stop, reading: &mut SheetReading) -> Option<Vec<Slot>> {
        let Some((first, last)) = self.period else { return self.weekly_slots(stop, reading) };
        let from = stop.start.unwrap_or(first);
        let is_inside = |day: &Day| first <= *day && !stop.exceptions.contains(day);
        let days: Vec<Day> = stop.rule.dates(from, last).into_iter().filter(is_inside).collect();
        if days.is_empty() {
            self.n_outside += 1;
        }
        self.note_rule(stop, &days, reading);
        Some(days.into_iter().map(|day| Slot { day: SlotDay::On(day), ..stop.slot.clone() }).collect())
    }

    fn note_rule(&self, stop: &Stop, days: &[Day], reading: &mut SheetReading) {
        let rule = match (stop.rule.frequency, stop.rule.interval) {
            (Frequency::Weekly, 1) => return,
            (Frequency::Weekly, _) => Rule::EveryOther,
            (Frequency::Monthly, _) => Rule::NthWeekday,
        };
        let at = self.at(stop.slot.at.row, "rule");
        let n = u32::try_from(days.len()).unwrap_or(u32::MAX);
        let taken = || match days.first() {
            Some(first) => format!("{n} dates from {first}"),
            None => "no date of the period".to_owned(),
        };
        reading.assume(rule, at, self.text(at.row, "rule"), taken, n.saturating_mul(stop.slot.minutes()));
    }

    /// Without a period, a stop of every week is a weekly row; any other has no dates.
    fn weekly_slots(&mut self, stop: &Stop, reading: &mut SheetReading) -> Option<Vec<Slot>> {
        let rule = &stop.rule;
        let is_weekly = rule.frequency == Frequency::Weekly && rule.interval == 1 && rule.count.is_none();
        if is_weekly && stop.exceptions.is_empty() {
            let validity = Validity { from: stop.start, to: rule.until };
            let days = rule.weekdays(stop.start.unwrap_or_default());
            let slot = |day: usize| Slot { day: SlotDay::Weekly(day), validity, ..stop.slot.clone() };
            return Some(days.days().map(slot).collect());
        }
        if !std::mem::replace(&mut self.has_asked_for_period, true) {
            let at = self.at(stop.slot.at.row, "rule");
            let says = format!("`{}` has dates only within a period", self.text(at.row, "rule"));
            let help = "say which: --from 2026-10-01 --to 2026-12-31, or the same under [period] in offdesk.toml";
            reading.problem(self.sheet, at, Code::E507, says, help);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::cases::{codes, context, day, n_assumed, october, rows, sheet};
    use super::super::{fit, read};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::{ImportContext, SheetReading};

    fn reading(line: &str, context: &ImportContext) -> SheetReading {
        let header = "community|stop|day|arrival|departure|frequency|start|end|exceptions";
        let sheet = sheet(&[header, line]);
        read(&sheet, &fit(&sheet).expect("stops"), context)
    }

    #[test]
    fn a_rule_is_written_out_as_dates_of_the_period() {
        let line = "Elm|Green|Tuesday|10:05|10:20|FREQ=WEEKLY;INTERVAL=2|2026-09-22||";
        let reading = reading(line, &october());
        assert_eq!(rows(&reading), ["Elm: Green 2026-10-06 10:05-10:20", "Elm: Green 2026-10-20 10:05-10:20"]);
        assert_eq!((n_assumed(&reading, Rule::EveryOther), reading.minutes()), (1, 30));
    }

    #[test]
    fn ends_and_exceptions_take_dates_away() {
        let line = "Elm|Green||10:05|10:20|FREQ=WEEKLY|2026-09-22|2026-10-21|2026-10-13, 2026-10-27";
        assert_eq!(
            rows(&reading(line, &october())),
            ["Elm: Green 2026-10-06 10:05-10:20", "Elm: Green 2026-10-20 10:05-10:20"]
        );
    }

    #[test]
    fn without_a_period_only_every_week_has_an_answer() {
        let weekly = "Elm||Tuesday|10:05|10:20|FREQ=WEEKLY|2026-09-22|2026-12-15|";
        assert_eq!(rows(&reading(weekly, &context())), ["Elm Tue 10:05-10:20 from 2026-09-22 to 2026-12-15"]);
        let other = reading("Elm||Tuesday|10:05|10:20|FREQ=WEEKLY;INTERVAL=4|2026-09-22||", &context());
        assert_eq!((rows(&other).len(), codes(&other), other.n_left_out), (0, vec!["E507"], 1));
    }

    #[test]
    fn a_day_that_is_not_that_of_the_start_is_a_problem() {
        let reading = reading("Elm||Monday|10:05|10:20|FREQ=WEEKLY|2026-09-22||", &october());
        assert_eq!((rows(&reading).len(), codes(&reading)), (0, vec!["E507"]));
    }

    #[test]
    fn a_rule_without_its_start_or_out_of_reach_is_asked_about() {
        for line in [
            "Elm||Tuesday|10:05|10:20|FREQ=WEEKLY;INTERVAL=4|||",
            "Elm||Tuesday|10:05|10:20|FREQ=YEARLY|2026-09-22||",
            "Elm||Tuesday|10:20|10:20|FREQ=WEEKLY|2026-09-22||",
        ] {
            let reading = reading(line, &october());
            assert_eq!((rows(&reading).len(), codes(&reading).len()), (0, 1), "{line}");
        }
    }

    #[test]
    fn the_first_monday_of_a_month_needs_no_start() {
        let reading = reading("Elm|||10:05|10:20|FREQ=MONTHLY;BYDAY=1MO|||", &october());
        assert_eq!(rows(&reading), ["Elm 2026-10-05 10:05-10:20"]);
        assert_eq!(day(2026, 10, 5).weekday(), 0);
    }
}
