//! Which of a person's times are one? Slots that overlap or touch are united, never added up; a firm one wins over a
//! tentative one; and a date on which some of them are written out holds all of them.

use crate::import::foreign::cell::Rule;
use crate::import::foreign::draft::{Draft, DraftDays};
use crate::import::foreign::reading::{SheetReading, shown};
use crate::import::foreign::sheet::At;
use crate::import::lexicon::Lexicon;
use crate::time::{Day, Span, SpanSet, Validity, WeekdaySet};
use std::collections::{BTreeMap, BTreeSet};

/// The day of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlotDay {
    /// A day of every week; 0 is Monday.
    Weekly(usize),
    /// A date.
    On(Day),
}

/// One time at which one person can meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Whose time it is.
    pub who: String,
    /// Its day.
    pub day: SlotDay,
    /// From and to which minute of the day; past 1440 on the next day.
    pub span: (u16, u16),
    /// Whether it is merely tentative.
    pub is_tentative: bool,
    /// The dates from and to which it holds, where it is weekly.
    pub validity: Validity,
    /// Its other cells, by canonical column.
    pub texts: Vec<(&'static str, String)>,
    /// The cell that it was made of.
    pub at: At,
}

impl Slot {
    /// A firm slot.
    #[must_use]
    pub fn new(who: &str, day: SlotDay, span: (u16, u16), at: At) -> Slot {
        let validity = Validity::default();
        Slot { who: who.to_owned(), day, span, is_tentative: false, validity, texts: Vec::new(), at }
    }

    /// With a text in a canonical column; a blank one is not kept.
    #[must_use]
    pub fn text(mut self, column: &'static str, text: &str) -> Slot {
        if !text.is_empty() {
            self.texts.push((column, text.to_owned()));
        }
        self
    }

    /// How long it lasts, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        u32::from(self.span.1.saturating_sub(self.span.0))
    }

    /// Its span on a day that starts at minute 0.
    fn of_day(&self) -> Span {
        Day(0).span(i32::from(self.span.0), i32::from(self.span.1))
    }
}

/// What slots have in common that may be united: the person, the day, the dates, the other cells.
type Group = (u32, SlotDay, Option<Day>, Option<Day>, Vec<(&'static str, String)>);

/// The slots of a sheet.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    names: Lexicon,
    slots: Vec<(u32, Slot)>,
}

impl Slots {
    /// Adds a slot.
    pub fn push(&mut self, slot: Slot) {
        let number = self.names.number(&slot.who);
        self.slots.push((number, slot));
    }

    /// Makes rows of the slots: those of one person first, weekly ones before dated ones.
    pub fn write(mut self, reading: &mut SheetReading) {
        self.note_spellings(reading);
        self.complete_dates(reading);
        let Slots { names, slots } = self;
        let mut groups: BTreeMap<Group, Vec<Slot>> = BTreeMap::new();
        for (who, slot) in slots {
            let group = (who, slot.day, slot.validity.from, slot.validity.to, slot.texts.clone());
            groups.entry(group).or_default().push(slot);
        }
        for (group, slots) in groups {
            let name = usize::try_from(group.0).ok().and_then(|at| names.names().get(at)).map_or("", String::as_str);
            write_group(name, &slots, reading);
        }
    }

    /// Names that differ only in capitals and blanks are one person.
    fn note_spellings(&self, reading: &mut SheetReading) {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        for (number, slot) in &self.slots {
            let name = usize::try_from(*number).ok().and_then(|at| self.names.names().get(at));
            if let Some(name) = name
                && *name != slot.who
                && seen.insert(&slot.who)
            {
                reading.assume(Rule::NameCase, slot.at, &slot.who, || name.clone(), 0);
            }
        }
    }

    /// A dated row replaces the weekly rows of its person on that date: so the date gets these times too.
    fn complete_dates(&mut self, reading: &mut SheetReading) {
        let dates: BTreeSet<(u32, Day)> = self
            .slots
            .iter()
            .filter_map(|(who, slot)| if let SlotDay::On(day) = slot.day { Some((*who, day)) } else { None })
            .collect();
        let mut more = Vec::new();
        for (who, slot) in &self.slots {
            let SlotDay::Weekly(weekday) = slot.day else { continue };
            for (_, day) in dates.range((*who, Day(i32::MIN))..=(*who, Day(i32::MAX))) {
                if day.weekday() == weekday && slot.validity.contains(*day) {
                    let validity = Validity::default();
                    more.push((*who, Slot { day: SlotDay::On(*day), validity, ..slot.clone() }));
                }
            }
        }
        if !more.is_empty() {
            let n = more.len();
            reading.remarks.push(format!(
                "{n} weekly times are repeated on dates that have times of their own, because a dated row replaces weekly ones"
            ));
        }
        self.slots.extend(more);
    }
}

fn write_group(name: &str, slots: &[Slot], reading: &mut SheetReading) {
    let set = |is_tentative: bool| {
        let spans = slots.iter().filter(|slot| slot.is_tentative == is_tentative).map(Slot::of_day);
        SpanSet::from_spans(spans.collect())
    };
    let firm = set(false);
    let tentative = set(true).difference(&firm);
    for (spans, is_tentative) in [(&firm, false), (&tentative, true)] {
        for span in spans.spans() {
            let united = slots.iter().filter(|slot| slot.is_tentative == is_tentative && slot.of_day().overlaps(*span));
            write_span(name, *span, &united.collect::<Vec<&Slot>>(), reading);
        }
    }
}

/// Writes one united span.
fn write_span(name: &str, span: Span, united: &[&Slot], reading: &mut SheetReading) {
    let Some(first) = united.iter().min_by_key(|slot| (slot.span.0, slot.at)) else { return };
    let minute = |minute: i32| u16::try_from(minute).unwrap_or(u16::MAX);
    let (start, end) = (minute(span.start.0), minute(span.end.0));
    if united.len() > 1 {
        let written = format!("{} slots from {}", united.len(), shown(first.span.0, first.span.1));
        reading.assume(Rule::SlotsUnited, first.at, &written, || shown(start, end), u32::from(end - start));
    }
    // a row starts on its own day: what starts after midnight stands on the next one
    let is_next_day = start >= 1440;
    let days = days_of(first.day, is_next_day);
    let (start, end) = if is_next_day { (start - 1440, end - 1440) } else { (start, end) };
    let mut draft = Draft::of(first.at).days(days).between(start, end).text("stakeholder", name);
    if first.is_tentative {
        draft = draft.text("certainty", "tentative");
    }
    for (column, text) in &first.texts {
        draft = draft.text(column, text.clone());
    }
    let later = |day: Option<Day>| day.map(|day| day.plus(i32::from(is_next_day)));
    draft.validity = Validity { from: later(first.validity.from), to: later(first.validity.to) };
    reading.push(draft);
}

fn days_of(day: SlotDay, is_next_day: bool) -> DraftDays {
    match day {
        SlotDay::Weekly(weekday) => {
            let weekday = (weekday + usize::from(is_next_day)) % 7;
            DraftDays::Weekly(WeekdaySet::range(weekday, weekday))
        }
        SlotDay::On(day) => DraftDays::On(day.plus(i32::from(is_next_day))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::{day, n_assumed, rows};
    use super::{Slot, SlotDay, Slots};
    use crate::import::foreign::cell::Rule;
    use crate::import::foreign::reading::SheetReading;
    use crate::import::foreign::sheet::At;
    use crate::time::Validity;

    const AT: At = At { row: 1, column: 1 };

    fn written(slots: &[Slot]) -> (Vec<String>, SheetReading) {
        let (mut all, mut reading) = (Slots::default(), SheetReading::default());
        slots.iter().for_each(|slot| all.push(slot.clone()));
        all.write(&mut reading);
        (rows(&reading), reading)
    }

    #[test]
    fn slots_that_overlap_or_touch_are_one_and_never_added_up() {
        let slot = |start, end| Slot::new("Ana", SlotDay::Weekly(6), (start, end), AT);
        let (rows, reading) = written(&[slot(600, 690), slot(600, 720), slot(720, 780), slot(900, 960)]);
        assert_eq!(rows, ["Ana Sun 10:00-13:00", "Ana Sun 15:00-16:00"]);
        assert_eq!(n_assumed(&reading, Rule::SlotsUnited), 1);
        assert_eq!(reading.minutes(), 240);
    }

    #[test]
    fn a_firm_slot_wins_over_a_tentative_one() {
        let firm = Slot::new("Ana", SlotDay::Weekly(0), (600, 660), AT);
        let tentative = Slot { is_tentative: true, ..Slot::new("Ana", SlotDay::Weekly(0), (540, 720), AT) };
        let (rows, _) = written(&[tentative, firm]);
        assert_eq!(rows, ["Ana Mon 10:00-11:00", "Ana Mon 09:00-10:00 tentative", "Ana Mon 11:00-12:00 tentative"]);
    }

    #[test]
    fn what_starts_after_midnight_stands_on_the_next_day_unless_it_is_joined() {
        let late = Slot::new("Ana", SlotDay::Weekly(6), (1410, 1560), AT);
        let after = Slot::new("Ana", SlotDay::Weekly(6), (1440, 1560), AT);
        assert_eq!(written(&[late, after.clone()]).0, ["Ana Sun 23:30-26:00"]);
        assert_eq!(written(&[after]).0, ["Ana Mon 00:00-02:00"]);
    }

    #[test]
    fn a_date_with_times_of_its_own_keeps_the_weekly_ones() {
        let weekly = Slot::new("Ana", SlotDay::Weekly(0), (540, 600), AT);
        let dated = Slot::new("Ana", SlotDay::On(day(2026, 10, 5)), (780, 840), AT);
        let until = Validity { from: None, to: Some(day(2026, 9, 30)) };
        let over = Slot { validity: until, ..Slot::new("Ana", SlotDay::Weekly(0), (900, 960), AT) };
        let (rows, reading) = written(&[weekly, dated, over]);
        assert_eq!(
            rows,
            [
                "Ana Mon 09:00-10:00",
                "Ana Mon 15:00-16:00 to 2026-09-30",
                "Ana 2026-10-05 09:00-10:00",
                "Ana 2026-10-05 13:00-14:00",
            ]
        );
        assert_eq!(reading.remarks.len(), 1);
    }

    #[test]
    fn names_in_other_capitals_are_one_person() {
        let one = Slot::new("Ana Ruiz", SlotDay::Weekly(0), (540, 600), AT);
        let other = Slot::new("ANA RUIZ", SlotDay::Weekly(0), (600, 660), AT);
        let (rows, reading) = written(&[one, other]);
        assert_eq!(rows, ["Ana Ruiz Mon 09:00-11:00"]);
        assert_eq!(n_assumed(&reading, Rule::NameCase), 1);
    }
}
