//! One row of a list becomes rows of a study: who, on which day, from when to when, where.

use super::super::Fit;
use super::breaks;
use super::fit::within;
use super::people::PersonColumn;
use super::read::{TimeCache, zone_of};
use crate::import::foreign::cell::{
    CellWord, ClockHint, DateFrame, DateRefusal, RangeRefusal, Rule, TimeRange, WrittenTime, activity_word, cell_word,
    read_date_time, read_range, read_weekdays, span,
};
use crate::import::foreign::draft::{Draft, DraftDays, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::study::Activity;
use crate::time::{Day, WEEKDAY_NAMES, WeekdaySet};
use chrono_tz::Tz;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// Makes rows of a list's rows.
pub struct RowMaker<'s> {
    pub sheet: &'s Sheet,
    pub fit: &'s Fit,
    context: &'s ImportContext,
    frame: DateFrame,
    pub clock: ClockHint,
    pub counted: super::count::Counted,
    person: PersonColumn<'s>,
    times: TimeCache<'s>,
    activities: RefCell<FxHashMap<&'s str, Option<Activity>>>,
    dates: FxHashMap<&'s str, Option<Result<(Day, bool), DateRefusal>>>,
    zones: (Option<Tz>, Option<Tz>),
    asked_for_week_start: bool,
}

/// A day and a span, or the word in its place.
pub enum When {
    Spans(Vec<TimeRange>),
    Word(CellWord),
    /// From midnight to midnight, on so many days.
    WholeDays(i32),
}

impl<'s> RowMaker<'s> {
    pub fn new(
        sheet: &'s Sheet,
        fit: &'s Fit,
        context: &'s ImportContext,
        frame: DateFrame,
        clock: ClockHint,
    ) -> RowMaker<'s> {
        RowMaker {
            sheet,
            fit,
            context,
            frame,
            clock,
            counted: super::count::Counted::default(),
            person: PersonColumn::new(sheet, fit),
            times: TimeCache::default(),
            activities: RefCell::default(),
            dates: FxHashMap::default(),
            zones: (zone_of(fit, "start"), zone_of(fit, "end")),
            asked_for_week_start: false,
        }
    }

    pub fn text(&self, row: usize, field: &str) -> &'s str {
        self.fit.column(field).map_or("", |column| self.sheet.cell(row, column))
    }

    pub fn at(&self, row: usize, fields: &[&str]) -> At {
        let column = fields.iter().find_map(|field| self.fit.column(field)).unwrap_or(0);
        At { row, column }
    }

    /// Takes one row.
    pub fn take(&mut self, row: usize, reading: &mut SheetReading) {
        if self.person.is_not_data(row, reading) {
            return;
        }
        reading.n_read += 1;
        let before = reading.drafts.len();
        let is_wanted = match self.fit.target {
            Target::Staff => self.take_person(row, reading),
            Target::Traffic => super::count::take_count(self, row, reading),
            Target::Schedule | Target::Hours | Target::Windows => self.take_times(row, reading),
        };
        if is_wanted.is_none() && reading.drafts.len() == before {
            reading.n_left_out += 1;
        }
    }

    fn take_times(&mut self, row: usize, reading: &mut SheetReading) -> Option<()> {
        let target = self.fit.target;
        let days = self.days(row, reading)?;
        let at = self.at(row, &["start", "open", "times", "end"]);
        let draft = self.named(Draft::of(at).days(days), row, reading)?;
        let when = self.when(row, days, reading)?;
        let draft = self.placed(draft, row, reading);
        match (when, target) {
            (When::Word(CellWord::Closed), Target::Hours) => reading.push(draft),
            (When::Word(CellWord::AllDay), _) => reading.push(draft.between(0, 1440)),
            (When::Word(CellWord::Leave), Target::Schedule) => {
                reading.assume(Rule::WholeDayLeave, at, self.sheet.cell(at.row, at.column), || "leave".to_owned(), 0);
                reading.push(draft.between(0, 1440).text("activity", "leave"));
            }
            (When::Word(CellWord::Closed), _) => {}
            (When::Word(_), _) => {
                let text = self.sheet.cell(at.row, at.column).to_owned();
                reading.problem(
                    self.sheet,
                    at,
                    Code::W509,
                    format!("`{text}` does not say from when to when"),
                    "write the times, or closed",
                );
                return None;
            }
            (When::WholeDays(n), _) => {
                for offset in 0..n {
                    let on = if let DraftDays::On(day) = days { DraftDays::On(day.plus(offset)) } else { days };
                    reading.push(draft.clone().days(on).between(0, 1440));
                }
            }
            (When::Spans(ranges), _) => {
                self.say_if_not_published(row, reading);
                for range in ranges {
                    self.push_span(draft.clone(), range, row, days, reading);
                }
            }
        }
        Some(())
    }

    /// A row that its program had not published is taken, and said.
    fn say_if_not_published(&self, row: usize, reading: &mut SheetReading) {
        let text = self.text(row, "published");
        let lower = text.to_lowercase();
        let is_open = ["no", "n", "false", "0"].contains(&lower.as_str())
            || ["not shared", "draft", "unpublished", "swap", "pending"].iter().any(|word| lower.contains(word));
        if is_open {
            let at = self.at(row, &["published"]);
            let says = format!("`{text}`: the row is not settled in its program");
            reading.problem(
                self.sheet,
                at,
                Code::W510,
                says,
                "the row is taken as it stands; leave it out of the source if it does not hold",
            );
        }
    }

    fn push_span(&mut self, draft: Draft, range: TimeRange, row: usize, days: DraftDays, reading: &mut SheetReading) {
        let (days, range) = self.in_our_zone(days, range, row, reading);
        let draft = draft.days(days).between(range.start, range.end);
        if self.fit.target == Target::Schedule {
            let breaks = breaks::breaks_of(self.sheet, self.fit, row, &draft, reading);
            reading.drafts.extend(breaks::without(draft, &breaks));
            reading.drafts.extend(breaks);
        } else {
            reading.push(draft);
        }
    }

    /// Whose row it is.
    fn named(&mut self, draft: Draft, row: usize, reading: &mut SheetReading) -> Option<Draft> {
        match self.fit.target {
            Target::Schedule => Some(draft.text("staff", self.person.name(row, reading)?)),
            Target::Windows => {
                let name = self.text(row, "stakeholder");
                if name.is_empty() {
                    let at = self.at(row, &["stakeholder"]);
                    reading.problem(
                        self.sheet,
                        at,
                        Code::E505,
                        "the row does not say whose window it is",
                        "fill in the name",
                    );
                    return None;
                }
                Some(draft.text("stakeholder", name))
            }
            _ => Some(draft),
        }
    }

    /// Where, and what is done there.
    fn placed(&self, mut draft: Draft, row: usize, reading: &mut SheetReading) -> Draft {
        for field in ["branch", "group", "mode", "certainty"] {
            if let Some(name) = self.fit.column(field).filter(|_| self.fit.target.file().columns.contains(&field)) {
                draft = draft.text(static_name(field), self.sheet.cell(row, name));
            }
        }
        draft = draft.text("note", one_line(self.text(row, "note")));
        if self.fit.target != Target::Schedule {
            return draft;
        }
        let written = self.text(row, "desk");
        // a shift's title may say what is done, where nothing says where
        let title = self.text(row, "title");
        let word = if written.is_empty() && activity_word(title).is_some() { title } else { written };
        let at = self.at(row, if word == written { &["desk"] } else { &["title"] });
        let known = *self.activities.borrow_mut().entry(word).or_insert_with(|| activity_word(word));
        match known {
            Some(activity) => {
                if activity.name() != word.to_lowercase() {
                    reading.assume(Rule::ActivityWord, at, word, || activity.name().to_owned(), 0);
                }
                draft.text("activity", activity.name())
            }
            None if word.is_empty() => draft.text("activity", Activity::Shift.name()),
            None => draft.text("activity", Activity::Desk.name()).text("desk", one_line(word)),
        }
    }

    /// The day of a row.
    pub fn days(&mut self, row: usize, reading: &mut SheetReading) -> Option<DraftDays> {
        if let Some(column) = self.fit.column("date").filter(|column| !self.sheet.cell(row, *column).is_empty()) {
            return self.date(At { row, column }, reading).map(DraftDays::On);
        }
        if let Some(column) = self.fit.column("day") {
            return self.weekdays(At { row, column }, reading).map(DraftDays::Weekly);
        }
        let at = self.at(row, &["start", "date"]);
        self.date(at, reading).map(DraftDays::On)
    }

    fn date(&mut self, at: At, reading: &mut SheetReading) -> Option<Day> {
        let text = self.sheet.cell(at.row, at.column);
        let frame = self.frame;
        let day = *self.dates.entry(text).or_insert_with(|| read_date_time(text).map(|(date, _)| frame.day(date)));
        match day {
            Some(Ok((day, is_filled))) => {
                if is_filled {
                    reading.assume(Rule::YearFromPeriod, at, text, || day.to_string(), 0);
                }
                Some(day)
            }
            Some(Err(refusal)) => {
                let says = match refusal {
                    DateRefusal::OtherWeekday(day, weekday) => {
                        format!(
                            "`{text}` says {}, and {day} is a {}",
                            WEEKDAY_NAMES[weekday % 7],
                            WEEKDAY_NAMES[day.weekday()]
                        )
                    }
                    DateRefusal::WhichOrder => format!("`{text}`: is the day first or the month?"),
                    DateRefusal::NoSuchDay => format!("`{text}` is no date of the calendar"),
                };
                reading.problem(self.sheet, at, Code::E507, says, "mend the date");
                None
            }
            None => {
                let says =
                    if text.is_empty() { "the row has no day".to_owned() } else { format!("`{text}` is not a date") };
                reading.problem(self.sheet, at, Code::E507, says, "write it as 2026-10-05");
                None
            }
        }
    }

    fn weekdays(&mut self, at: At, reading: &mut SheetReading) -> Option<WeekdaySet> {
        let text = self.sheet.cell(at.row, at.column);
        if let Ok(number @ 0..=7) = text.parse::<usize>() {
            let Some(start) = self.context.week_start else {
                if !std::mem::replace(&mut self.asked_for_week_start, true) {
                    reading.problem(
                        self.sheet,
                        at,
                        Code::E507,
                        format!("day `{text}`: nothing in the file says which day of the week has which number"),
                        "say which day is 0: --week-start sunday or --week-start monday",
                    );
                }
                return None;
            };
            let day = (start + number) % 7;
            reading.assume(Rule::DayNumbers, at, text, || WEEKDAY_NAMES[day].to_owned(), 0);
            return Some(WeekdaySet::range(day, day));
        }
        let days = read_weekdays(text);
        if days.is_none() {
            let says = if text.is_empty() {
                "the row has no day".to_owned()
            } else {
                format!("`{text}` is not a day of the week")
            };
            reading.problem(self.sheet, at, Code::E507, says, "write it as Mon or Monday");
        }
        days
    }

    /// From when to when, or the word in its place.
    pub fn when(&mut self, row: usize, days: DraftDays, reading: &mut SheetReading) -> Option<When> {
        let (start_field, end_field) =
            if self.fit.column("open").is_some() { ("open", "close") } else { ("start", "end") };
        let Some(first) = self.fit.column(start_field) else { return self.when_in_one_cell(row, reading) };
        let at = At { row, column: first };
        let text = self.sheet.cell(row, first);
        let end_text = self.text(row, end_field);
        if let Some(word) = cell_word(text)
            && (cell_word(end_text).is_some() || self.fit.column(end_field).is_none())
        {
            return Some(When::Word(word));
        }
        let start = self.time(at, reading)?;
        let Some(last) = self.fit.column(end_field).filter(|column| !self.sheet.cell(row, *column).is_empty()) else {
            return self.with_duration(row, start, reading).map(|range| When::Spans(vec![range]));
        };
        let end = self.time(At { row, column: last }, reading)?;
        match span(start, end, self.clock) {
            Ok(range) => {
                if range.rule.is_some() {
                    reading.assume_range(range, at, &format!("{text} to {end_text}"));
                }
                breaks::check_length(self.sheet, self.fit, row, range, reading);
                self.until(row, days, range, reading).map(|range| When::Spans(vec![range]))
            }
            Err(RangeRefusal::Empty(0)) if self.n_days(row, days, reading) > 0 => {
                Some(When::WholeDays(self.n_days(row, days, reading)))
            }
            Err(refusal) => {
                self.refuse_pair(at, text, end_text, refusal, reading);
                None
            }
        }
    }

    /// How many days lie between the date of the start and that of the end.
    fn n_days(&mut self, row: usize, days: DraftDays, reading: &mut SheetReading) -> i32 {
        let (DraftDays::On(day), Some(column)) = (days, self.fit.column("end_date")) else { return 0 };
        if self.sheet.cell(row, column).is_empty() {
            return 0;
        }
        self.date(At { row, column }, reading).map_or(0, |last| (last.0 - day.0).clamp(0, 366))
    }

    fn refuse_pair(&self, at: At, start: &str, end: &str, refusal: RangeRefusal, reading: &mut SheetReading) {
        let (code, says) = match refusal {
            RangeRefusal::EndsBeforeStart(..) => {
                (Code::E506, format!("the row starts at `{start}` and ends at `{end}`"))
            }
            RangeRefusal::Empty(_) => {
                (Code::E505, format!("the row starts at `{start}` and ends at `{end}`: all day, or nothing?"))
            }
            _ => (Code::E505, format!("`{start}` to `{end}` is not a time range")),
        };
        reading.problem(self.sheet, at, code, says, "check the two times, am and pm");
    }

    /// An end date, where the row has one: the day of the start, or the day after it.
    fn until(
        &mut self,
        row: usize,
        days: DraftDays,
        range: TimeRange,
        reading: &mut SheetReading,
    ) -> Option<TimeRange> {
        let (DraftDays::On(day), Some(column)) = (days, self.fit.column("end_date")) else { return Some(range) };
        let at = At { row, column };
        if self.sheet.cell(row, column).is_empty() {
            return Some(range);
        }
        let last = self.date(at, reading)?;
        match (last.0 - day.0, range.end > 1440) {
            (0, _) | (1, true) => Some(range),
            (1, false) if range.end == 1440 => Some(range),
            (1, false) if range.end < range.start + 720 => Some(TimeRange { end: range.end + 1440, ..range }),
            _ => {
                let says = format!("the row starts on {day} and ends on {last}");
                reading.problem(self.sheet, at, Code::E506, says, "write one row for each day");
                None
            }
        }
    }

    fn when_in_one_cell(&mut self, row: usize, reading: &mut SheetReading) -> Option<When> {
        let at = self.at(row, &["times"]);
        let text = self.sheet.cell(at.row, at.column);
        if let Some(word) = cell_word(text) {
            return Some(When::Word(word));
        }
        let parts: Vec<&str> = text.split([',', ';', '\n']).map(within).collect();
        let mut ranges: Vec<TimeRange> = Vec::new();
        for part in parts {
            let clock = ClockHint { not_before: ranges.last().map(|range| range.end), ..self.clock };
            match read_range(part, clock) {
                Ok(range) => {
                    reading.assume_range(range, at, part);
                    ranges.push(range);
                }
                Err(refusal) => {
                    reading.refuse(self.sheet, at, refusal);
                    return None;
                }
            }
        }
        Some(When::Spans(ranges))
    }

    /// One time; the date before it, if the cell holds one, was read already.
    pub fn time(&mut self, at: At, reading: &mut SheetReading) -> Option<WrittenTime> {
        let text = self.sheet.cell(at.row, at.column);
        if let Some(time) = self.times.read(text) {
            return Some(time);
        }
        let rest = read_date_time(text).map(|(_, rest)| rest.trim_end_matches('Z'));
        if let Some(time) = rest.and_then(|rest| self.times.read(rest)) {
            return Some(time);
        }
        let says = if text.is_empty() { "the time is blank".to_owned() } else { format!("`{text}` is not a time") };
        reading.problem(self.sheet, at, Code::E505, says, "write it as 9:00 AM or 09:00");
        None
    }

    fn with_duration(&self, row: usize, start: WrittenTime, reading: &mut SheetReading) -> Option<TimeRange> {
        if let Some(column) = self.fit.column("end").or_else(|| self.fit.column("close")) {
            let at = At { row, column };
            reading.problem(self.sheet, at, Code::E505, "the row has no end", "fill in the end; no length is made up");
            return None;
        }
        let at = self.at(row, &["duration", "end", "close", "start"]);
        let written = self.text(row, "duration");
        let minutes = breaks::minutes(written, self.fit, "duration").filter(|minutes| (1..=1440).contains(minutes));
        let from = start.is_known().or_else(|| self.clock.is_full_day.then_some(start.minutes));
        let Some((from, minutes)) = from.zip(minutes) else {
            let says = match (from, written.is_empty()) {
                (Some(_), true) => "the row has no end".to_owned(),
                (Some(_), false) => format!("`{written}` is not a length of time"),
                (None, _) => "the start does not say morning or evening".to_owned(),
            };
            reading.problem(
                self.sheet,
                at,
                Code::E505,
                says,
                "write the start with am or pm, and the end or the length",
            );
            return None;
        };
        let range = TimeRange { start: from, end: from + minutes, rule: Some(Rule::EndFromLength) };
        reading.assume(Rule::EndFromLength, at, written, || shown(range.start, range.end), u32::from(minutes));
        Some(range)
    }

    /// Times of a column whose header names another zone, in the library's.
    fn in_our_zone(
        &self,
        days: DraftDays,
        range: TimeRange,
        row: usize,
        reading: &mut SheetReading,
    ) -> (DraftDays, TimeRange) {
        let (DraftDays::On(day), Some(from), Some(ours)) = (days, self.zones.0, self.context.zone) else {
            return (days, range);
        };
        let length = range.end - range.start;
        match crate::import::foreign::cell::to_zone(day, range.start, from, ours) {
            Some((day, start)) => {
                let at = self.at(row, &["start"]);
                reading.assume(
                    Rule::ZoneConverted,
                    at,
                    self.text(row, "start"),
                    || shown(start, start + length),
                    u32::from(length),
                );
                (DraftDays::On(day), TimeRange { start, end: start + length, ..range })
            }
            None => (days, range),
        }
    }

    fn take_person(&mut self, row: usize, reading: &mut SheetReading) -> Option<()> {
        let at = self.at(row, &["staff", "last_name"]);
        let name = self.person.name(row, reading)?;
        if name.starts_with('(') || name.eq_ignore_ascii_case("vacant") {
            reading.remarks.push(format!("row {}: {name} is nobody", row + 1));
            return None;
        }
        let hours = self.text(row, "weekly_hours").trim_end_matches(|c: char| !c.is_ascii_digit());
        let draft = Draft::of(at)
            .text("staff", name)
            .text("role", self.text(row, "role"))
            .text("department", self.text(row, "department"))
            .text("branch", self.text(row, "branch"))
            .text("weekly_hours", hours);
        reading.push(draft);
        Some(())
    }
}

/// A text without line ends.
fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r']) { text.replace(['\n', '\r'], " ") } else { text.to_owned() }
}

const fn static_name(field: &str) -> &'static str {
    match field.as_bytes() {
        b"branch" => "branch",
        b"group" => "group",
        b"mode" => "mode",
        _ => "certainty",
    }
}
