//! One row of a list becomes rows of a study: who, on which day, from when to when, where.

use super::super::Fit;
use super::breaks;
use super::people::PersonColumn;
use super::read::{TimeCache, zone_of};
use super::when::When;
use crate::import::foreign::cell::{CellWord, ClockHint, DateFrame, DateRefusal, Rule, TimeRange, activity_word};
use crate::import::foreign::draft::{Draft, DraftDays, Target};
use crate::import::foreign::reading::{ImportContext, SheetReading, shown};
use crate::import::foreign::sheet::{At, Sheet};
use crate::problem::Code;
use crate::study::Activity;
use crate::time::Day;
use chrono_tz::Tz;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// A date that was read before: its day and whether its year was filled in, or why it is none.
pub type ReadDate = Option<Result<(Day, bool), DateRefusal>>;

/// Makes rows of a list's rows.
pub struct RowMaker<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// How it was understood.
    pub fit: &'s Fit,
    /// What was decided about it.
    pub context: &'s ImportContext,
    /// How its dates are read.
    pub frame: DateFrame,
    /// How its times are read.
    pub clock: ClockHint,
    /// What rows of counts lean on.
    pub counted: super::count::Counted,
    /// Times that were read before.
    pub times: TimeCache<'s>,
    /// Dates that were read before.
    pub dates: FxHashMap<&'s str, ReadDate>,
    /// Whether the question for the first day of the week was asked.
    pub asked_for_week_start: bool,
    person: PersonColumn<'s>,
    activities: RefCell<FxHashMap<&'s str, Option<Activity>>>,
    zones: (Option<Tz>, Option<Tz>),
}

impl<'s> RowMaker<'s> {
    /// A maker for a list.
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

    /// The text of a row under a meaning.
    pub fn text(&self, row: usize, field: &str) -> &'s str {
        self.fit.column(field).map_or("", |column| self.sheet.cell(row, column))
    }

    /// The place of a row under the first of these meanings.
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
        if self.is_called_off(row, reading) {
            return None;
        }
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
                let mut leave = draft.between(0, 1440);
                leave.set("activity", "leave");
                leave.set("desk", "");
                reading.push(leave);
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

    /// A row that was canceled or declined is no shift.
    fn is_called_off(&self, row: usize, reading: &mut SheetReading) -> bool {
        let text = self.text(row, "published");
        let lower = text.to_lowercase();
        let is_off = ["cancel", "declin", "delet", "reject", "void", "no show", "absent"]
            .iter()
            .any(|word| lower.contains(word));
        if is_off {
            let at = self.at(row, &["published"]);
            reading.problem(
                self.sheet,
                at,
                Code::W514,
                format!("`{text}`: the row does not hold"),
                "nothing to do, if that is right",
            );
        }
        is_off
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
            None if word.is_empty() => {
                let at = self.at(row, &["start", "times"]);
                reading.assume(Rule::TimesAsShift, at, self.sheet.cell(at.row, at.column), || "a shift".to_owned(), 0);
                draft.text("activity", Activity::Shift.name())
            }
            None => draft.text("activity", Activity::Desk.name()).text("desk", one_line(word)),
        }
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
