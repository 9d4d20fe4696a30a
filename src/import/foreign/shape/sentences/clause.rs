//! Which times does one clause of a sentence make? Its days and its times, paired; and what holds for all of them.

use super::days::Days;
use super::question::{Question, TYPE_DAYS, TYPE_START, TYPE_TIMES};
use crate::import::foreign::cell::{ClockHint, Half, TimeForm, TimeRange, WrittenDate, WrittenTime, span};

/// One time of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its days.
    pub days: Days,
    /// From when to when.
    pub range: TimeRange,
    /// The words of its days.
    pub of_days: String,
    /// The words of its times.
    pub of_times: String,
    /// From which and to which date it holds.
    pub dates: Dates,
    /// Dates on which it does not hold, each with its words.
    pub except: Vec<(WrittenDate, String)>,
    /// Whether it is merely tentative.
    pub is_tentative: bool,
    /// How to meet; blank where the sentence does not say.
    pub mode: &'static str,
}

/// The dates from and to which something holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The first.
    pub from: Option<WrittenDate>,
    /// The last.
    pub to: Option<WrittenDate>,
    /// Their words.
    pub written: String,
}

/// A part of the day that is named beside times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Before noon.
    Morning,
    /// From noon to six.
    Afternoon,
    /// From four on.
    Evening,
}

impl Part {
    /// The minutes at which something of that part may start.
    const fn starts(self) -> (u16, u16) {
        match self {
            Part::Morning => (5 * 60, 12 * 60),
            Part::Afternoon => (12 * 60, 18 * 60),
            Part::Evening => (16 * 60, 23 * 60),
        }
    }
}

/// What one phrase says.
#[derive(Clone, Debug)]
pub enum Phrase {
    /// Days, and their words.
    Days(Days, String),
    /// Two times, and their words.
    Range(WrittenTime, WrittenTime, String),
    /// A part of the day.
    Part {
        /// Which.
        part: Part,
        /// Whether it can only belong to the times before it.
        is_behind: bool,
        /// Its words.
        written: String,
    },
    /// The dates from and to which something holds.
    Valid(Dates),
    /// Dates on which it does not hold, each with its words.
    Except(Vec<(WrittenDate, String)>),
    /// How to meet.
    Mode(&'static str),
    /// Perhaps.
    Tentative,
    /// The end of a clause.
    Stop,
}

/// Days and the times that hold on them.
#[derive(Clone, Debug, Default)]
struct Group {
    days: Vec<(Days, String)>,
    ranges: Vec<(WrittenTime, WrittenTime, String, Option<Part>)>,
    part: Option<(Part, String)>,
}

/// What stands between two ends of sentences.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    groups: Vec<Group>,
    dates: Option<Dates>,
    except: Vec<(WrittenDate, String)>,
    mode: &'static str,
    is_tentative: bool,
    is_something: bool,
}

impl Clause {
    /// The clause of some phrases.
    ///
    /// # Errors
    /// Where days have no times, or times no days.
    pub fn of(phrases: &[Phrase]) -> Result<Clause, Question> {
        let mut clause = Clause { is_something: !phrases.is_empty(), ..Clause::default() };
        let is_days_first = phrases.iter().find_map(|phrase| match phrase {
            Phrase::Days(..) => Some(true),
            Phrase::Range(..) => Some(false),
            _ => None,
        });
        let mut group = Group::default();
        for (at, phrase) in phrases.iter().enumerate() {
            let is_new = match (phrase, is_days_first) {
                (Phrase::Days(..), Some(true)) => !group.ranges.is_empty(),
                (Phrase::Range(..), Some(false)) => !group.days.is_empty(),
                _ => false,
            };
            if is_new {
                clause.groups.push(std::mem::take(&mut group).complete()?);
            }
            let is_range_next = matches!(phrases.get(at + 1), Some(Phrase::Range(..)));
            match phrase {
                Phrase::Days(days, written) => group.days.push((days.clone(), written.clone())),
                Phrase::Range(start, end, written) => {
                    let part = group.part.take().map(|(part, _)| part);
                    group.ranges.push((*start, *end, written.clone(), part));
                }
                Phrase::Part { part, is_behind, written } => {
                    group.take_part(*part, written, *is_behind || !is_range_next);
                }
                Phrase::Valid(dates) => clause.take_dates(dates)?,
                Phrase::Except(dates) => clause.except.extend_from_slice(dates),
                Phrase::Mode(mode) => clause.mode = *mode,
                Phrase::Tentative => clause.is_tentative = true,
                Phrase::Stop => {}
            }
        }
        if is_days_first.is_some() || group.part.is_some() {
            clause.groups.push(group.complete()?);
        }
        Ok(clause)
    }

    /// Dates; a first one and a last one may stand apart, as in `starting Sept 14 … until Dec 18`.
    fn take_dates(&mut self, more: &Dates) -> Result<(), Question> {
        let dates = self.dates.get_or_insert_default();
        if dates.from.is_some() && more.from.is_some() || dates.to.is_some() && more.to.is_some() {
            let help = "type `;` between times that hold on different dates";
            return Err(Question::new(&more.written, "are dates beside other dates", help));
        }
        dates.from = dates.from.or(more.from);
        dates.to = dates.to.or(more.to);
        format!("{} {}", dates.written, more.written).trim().clone_into(&mut dates.written);
        Ok(())
    }

    /// Whether it has times.
    #[must_use]
    pub const fn has_times(&self) -> bool {
        !self.groups.is_empty()
    }

    /// Whether it says something that holds for the whole sentence.
    #[must_use]
    pub const fn is_common(&self) -> bool {
        self.groups.is_empty() && self.is_something
    }

    /// The times of a clause, with what holds for the whole sentence.
    ///
    /// # Errors
    /// Where they leave something open.
    pub fn meetings(&self, common: &Clause, text: &str, meetings: &mut Vec<Meeting>) -> Result<(), Question> {
        if self.dates.is_some() && common.dates.is_some() {
            let help = "type the dates once for each time, with `;` between the times";
            return Err(Question::new(text.trim(), "gives dates twice", help));
        }
        let dates = self.dates.clone().or_else(|| common.dates.clone()).unwrap_or_default();
        let mode = if self.mode.is_empty() { common.mode } else { self.mode };
        let is_tentative = self.is_tentative || common.is_tentative;
        let except: Vec<(WrittenDate, String)> = self.except.iter().chain(&common.except).cloned().collect();
        for group in &self.groups {
            let mut not_before = None;
            for (start, end, of_times, part) in &group.ranges {
                let range = range_of((*start, *end), *part, not_before, of_times)?;
                not_before = Some(range.end);
                for (days, of_days) in &group.days {
                    if matches!(days, Days::EveryOther(_)) && dates.from.is_none() {
                        return Err(Question::new(
                            of_days,
                            "does not say from which week on it is counted",
                            TYPE_START,
                        ));
                    }
                    meetings.push(Meeting {
                        days: days.clone(),
                        range,
                        of_days: of_days.clone(),
                        of_times: of_times.clone(),
                        dates: dates.clone(),
                        except: except.clone(),
                        is_tentative,
                        mode,
                    });
                }
            }
        }
        Ok(())
    }
}

impl Group {
    /// A part of the day: of the times before it, where it stands behind them, or else of those after it.
    fn take_part(&mut self, part: Part, written: &str, is_behind: bool) {
        match self.ranges.last_mut() {
            Some(last) if is_behind && last.3.is_none() => last.3 = Some(part),
            _ => self.part = Some((part, written.to_owned())),
        }
    }

    /// The group, where it has days and times.
    fn complete(self) -> Result<Group, Question> {
        let words_of = |words: Vec<&str>| words.join(" ");
        let days = words_of(self.days.iter().map(|(_, written)| written.as_str()).collect());
        if let Some((_, part)) = &self.part {
            let words = words_of([days.as_str(), part.as_str()].into_iter().filter(|word| !word.is_empty()).collect());
            return Err(Question::new(&words, "does not say from when to when", TYPE_TIMES));
        }
        if self.ranges.is_empty() {
            return Err(Question::new(&days, "does not say from when to when", TYPE_TIMES));
        }
        if self.days.is_empty() {
            let times = words_of(self.ranges.iter().map(|(_, _, written, _)| written.as_str()).collect());
            return Err(Question::new(&times, "does not say on which days", TYPE_DAYS));
        }
        Ok(self)
    }
}

/// The range of two times, in the part of the day that is named.
fn range_of(
    (start, end): (WrittenTime, WrittenTime),
    part: Option<Part>,
    not_before: Option<u16>,
    written: &str,
) -> Result<TimeRange, Question> {
    let half = part.map(|part| if part == Part::Morning { Half::Am } else { Half::Pm });
    let start = match half {
        Some(half) if start.form == TimeForm::Bare && end.half.is_none() => {
            WrittenTime { half: Some(half), form: TimeForm::Half, ..start }
        }
        _ => start,
    };
    let hint = ClockHint { not_before, ..ClockHint::default() };
    let refused = |says: &str| Err(Question::new(written, says, TYPE_TIMES));
    let Ok(range) = span(start, end, hint) else { return refused("is not a range of times") };
    match part.map(Part::starts) {
        Some((least, most)) if range.start < least || range.start >= most => {
            refused("does not agree with the part of the day beside it")
        }
        _ if range.end - range.start > 12 * 60 => refused("is longer than twelve hours: morning or evening?"),
        _ => Ok(range),
    }
}
