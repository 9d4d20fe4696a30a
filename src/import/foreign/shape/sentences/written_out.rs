//! On which days of a study are the times of a sentence? Days of a month and every other week are written out as dates.

use super::super::recurring::{every_nth_week, nth_weekdays};
use super::super::sheet_dates::SheetDates;
use super::super::united::{Slot, SlotDay};
use super::clause::Meeting;
use super::days::Days;
use crate::import::foreign::cell::Rule;
use crate::import::foreign::reading::SheetReading;
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::time::{Day, Validity, WEEKDAY_NAMES, WeekdaySet};

/// What to type where a period is wanted.
const TYPE_PERIOD: &str = "say which: --from 2026-10-01 --to 2026-12-31, or the same under [period] in offdesk.toml";

/// Whose sentence it is, and what holds for all of the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Place<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// The cell of the sentence.
    pub at: At,
    /// Whose time it is.
    pub who: &'s str,
    /// How dates are read.
    pub dates: SheetDates,
    /// The period of the study.
    pub period: Option<(Day, Day)>,
}

/// The slots of one time of a sentence, and the rule by which they were written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenOut {
    /// The slots.
    pub slots: Vec<Slot>,
    /// The rule, where there is one.
    pub rule: Option<Rule>,
}

/// The slots of one time; none, and a problem, where its dates are not known.
pub fn written_out(meeting: &Meeting, place: &Place<'_>, reading: &mut SheetReading) -> Option<WrittenOut> {
    let valid = validity(meeting, place, reading)?;
    let except = exceptions(meeting, place, reading)?;
    let (mut days, rule): (Vec<SlotDay>, Option<Rule>) = match &meeting.days {
        Days::Weekly(days) => (days.days().map(SlotDay::Weekly).collect(), None),
        Days::On(date, _) => {
            let day = place.dates.day(place.sheet, place.at, (*date, meeting.of_days.as_str()), reading)?;
            (vec![SlotDay::On(day)], None)
        }
        Days::Nth(nth, days) => {
            let (first, last) = bounds(meeting, place, valid, reading)?;
            (dated(nth_weekdays(nth, *days, first, last)), Some(Rule::NthWeekday))
        }
        Days::EveryOther(days) => {
            let (first, last) = bounds(meeting, place, valid, reading)?;
            let start = start_of(meeting, place, *days, valid, reading)?;
            let all = every_nth_week(start, *days, 2, 0, last).filter(|day| *day >= first);
            (dated(all.collect()), Some(Rule::EveryOther))
        }
    };
    days.retain(|day| !matches!(day, SlotDay::On(day) if except.contains(day)));
    let slots = days.into_iter().flat_map(|day| slots_on(day, meeting, place, (valid, except.as_slice()))).collect();
    Some(WrittenOut { slots, rule })
}

/// The slots on a day: one, or for a weekly time one for each stretch between the dates on which it does not hold.
fn slots_on(day: SlotDay, meeting: &Meeting, place: &Place<'_>, (valid, except): (Validity, &[Day])) -> Vec<Slot> {
    let validities = match day {
        SlotDay::Weekly(weekday) => {
            let of_day: Vec<Day> = except.iter().copied().filter(|day| day.weekday() == weekday).collect();
            between(valid, &of_day)
        }
        SlotDay::On(_) => vec![Validity::default()],
    };
    let slot = |validity: Validity| {
        let span = (meeting.range.start, meeting.range.end);
        let slot = Slot::new(place.who, day, span, place.at).text("mode", meeting.mode);
        Slot { is_tentative: meeting.is_tentative, validity, ..slot }
    };
    validities.into_iter().map(slot).collect()
}

/// The stretches of a validity between dates, which are in order.
fn between(valid: Validity, except: &[Day]) -> Vec<Validity> {
    let mut from = valid.from;
    let mut stretches = Vec::new();
    for day in except.iter().filter(|day| valid.contains(**day)) {
        stretches.push(Validity { from, to: Some(day.plus(-1)) });
        from = Some(day.plus(1));
    }
    stretches.push(Validity { from, to: valid.to });
    stretches.retain(|stretch| stretch.from.zip(stretch.to).is_none_or(|(from, to)| from <= to));
    stretches
}

/// The dates on which a time does not hold, in order.
fn exceptions(meeting: &Meeting, place: &Place<'_>, reading: &mut SheetReading) -> Option<Vec<Day>> {
    let mut days = Vec::new();
    for (date, written) in &meeting.except {
        days.push(place.dates.day(place.sheet, place.at, (*date, written.as_str()), reading)?);
    }
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// Whether each date that the times of a sentence except is on a day of one of them.
pub fn are_exceptions_sound(meetings: &[Meeting], place: &Place<'_>, reading: &mut SheetReading) -> bool {
    let Some(first) = meetings.iter().find(|meeting| !meeting.except.is_empty()) else { return true };
    let Some(days) = exceptions(first, place, reading) else { return false };
    let is_on_one = |day: &Day| {
        let with_except = meetings.iter().filter(|meeting| !meeting.except.is_empty());
        with_except.map(|meeting| meeting.days.weekdays()).any(|days| days.contains(day.weekday()))
    };
    let Some(stray) = days.into_iter().find(|day| !is_on_one(day)) else { return true };
    let is = WEEKDAY_NAMES[stray.weekday()];
    let says = format!("{stray} is a {is}, and no time of the sentence is on that day");
    reading.problem(place.sheet, place.at, Code::E507, says, "mend the day of the week or the date");
    false
}

fn dated(days: Vec<Day>) -> Vec<SlotDay> {
    days.into_iter().map(SlotDay::On).collect()
}

/// The dates from and to which a time holds.
fn validity(meeting: &Meeting, place: &Place<'_>, reading: &mut SheetReading) -> Option<Validity> {
    let written = meeting.dates.written.as_str();
    let mut valid = Validity::default();
    let mut dates = place.dates;
    if let Some(from) = meeting.dates.from {
        let day = dates.day(place.sheet, place.at, (from, written), reading)?;
        valid.from = Some(day);
        dates = dates.after(day);
    }
    if let Some(to) = meeting.dates.to {
        valid.to = Some(dates.day(place.sheet, place.at, (to, written), reading)?);
    }
    if let (Some(from), Some(to)) = (valid.from, valid.to)
        && to < from
    {
        let says = format!("`{written}` ends on {to} and starts on {from}");
        reading.problem(place.sheet, place.at, Code::E506, says, "swap the two dates, or write their years");
        return None;
    }
    Some(valid)
}

/// The dates of the period on which a time holds; a question, where there is no period.
fn bounds(meeting: &Meeting, place: &Place<'_>, valid: Validity, reading: &mut SheetReading) -> Option<(Day, Day)> {
    let Some((first, last)) = place.period else {
        let says = format!("`{}` has dates only within a period", meeting.of_days);
        reading.problem(place.sheet, place.at, Code::E508, says, TYPE_PERIOD);
        return None;
    };
    let first = valid.from.map_or(first, |from| from.max(first));
    Some((first, valid.to.map_or(last, |to| to.min(last))))
}

/// The date from which every other week is counted; it is one of its days.
fn start_of(
    meeting: &Meeting,
    place: &Place<'_>,
    days: WeekdaySet,
    valid: Validity,
    reading: &mut SheetReading,
) -> Option<Day> {
    let start = valid.from?;
    if days.contains(start.weekday()) {
        return Some(start);
    }
    let is = WEEKDAY_NAMES[start.weekday()];
    let says = format!("`{}`, and `{}` is {start}, a {is}", meeting.of_days, meeting.dates.written);
    reading.problem(place.sheet, place.at, Code::E507, says, "mend the day of the week or the date");
    None
}
