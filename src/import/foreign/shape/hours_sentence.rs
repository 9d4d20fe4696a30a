//! What does a sentence of opening hours say? `Mon. & Wed., Noon-8; Fri. 9-5; Sun., Closed`: clause by clause, and no
//! clause by halves. What is not understood is named.

use super::hours::clause_words::{ends_in_digit, is_filler, is_heading, is_more_times, is_season, is_verb, trimmed};
use super::hours::{DayHours, Run, read_day_hours, runs};
use crate::import::foreign::cell::{CellWord, ClockHint, RangeRefusal, cell_word};
use crate::time::WeekdaySet;

/// What a clause says about some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The days.
    pub days: WeekdaySet,
    /// Their hours; never blank, and never refused.
    pub hours: DayHours,
    /// The clause as it is written.
    pub written: String,
}

/// Why a clause is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There are hours, and no days.
    Days,
    /// There are words that say more than days and hours.
    Words,
    /// The times make no range.
    Refused(RangeRefusal),
    /// A day of the week is named twice, with different hours.
    Twice(usize),
}

/// A clause that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The clause as it is written.
    pub written: String,
    /// Why.
    pub why: Why,
}

/// What a whole cell says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HoursText {
    /// What is understood; no day of the week is named twice.
    pub said: Vec<Said>,
    /// What is not.
    pub left: Vec<Left>,
}

const SEPARATORS: [char; 6] = [';', '\n', '\r', '|', '•', '·'];
/// Reads a text of opening hours.
#[must_use]
pub fn read_hours_text(text: &str, hint: ClockHint) -> HoursText {
    let mut reader = Reader { hint, text: HoursText::default(), heading: None };
    if let Some(hours) = whole_cell(text, hint) {
        reader.say(WeekdaySet::DAILY, hours, text);
    } else {
        segments(text, hint).iter().for_each(|segment| reader.segment(segment));
        reader.end_heading();
    }
    settled(reader.text)
}

/// A cell without days that holds for every day: `Closed`, `24/7`, `By appointment`.
fn whole_cell(text: &str, hint: ClockHint) -> Option<DayHours> {
    match cell_word(text)? {
        CellWord::Blank => None,
        CellWord::AllDay if text.trim() != "24/7" => None,
        _ => Some(read_day_hours(text, hint)),
    }
}

/// The pieces between semicolons and line ends; a piece with days only goes with the one after it.
fn segments(text: &str, hint: ClockHint) -> Vec<String> {
    let text = text.replace("<br>", "\n").replace("<br/>", "\n").replace("<br />", "\n");
    let pieces: Vec<&str> = text.split(SEPARATORS).map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let is_days = |piece: &str| matches!(runs(piece)[..], [Run::Days(..)]);
    let has_days = |piece: &str| runs(piece).iter().any(|run| matches!(run, Run::Days(..)));
    // hours before their days, line by line, are not put together the wrong way round
    let is_hours_first = pieces.first().is_some_and(|piece| !has_days(piece) && is_read(&read_day_hours(piece, hint)));
    let mut segments: Vec<String> = Vec::new();
    for piece in pieces {
        match segments.last_mut() {
            Some(last) if !is_hours_first && is_days(last.as_str()) && !has_days(piece) => {
                last.push(' ');
                last.push_str(piece);
            }
            _ => segments.push(piece.to_owned()),
        }
    }
    segments
}

const fn is_read(hours: &DayHours) -> bool {
    !matches!(hours, DayHours::Blank | DayHours::Refused(_))
}

/// A line such as `Summer:`, which binds the lines below it.
struct Heading {
    text: String,
    is_used: bool,
}

struct Reader {
    hint: ClockHint,
    text: HoursText,
    heading: Option<Heading>,
}

impl Reader {
    fn say(&mut self, days: WeekdaySet, hours: DayHours, written: &str) {
        self.text.said.push(Said { days, hours, written: written.trim().to_owned() });
    }

    fn leave(&mut self, parts: &[&str], why: Why) {
        let written = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<&str>>().join(" ");
        self.text.left.push(Left { written, why });
    }

    /// A heading below which no days stand is left by itself.
    fn end_heading(&mut self) {
        if let Some(heading) = self.heading.take().filter(|heading| !heading.is_used) {
            self.leave(&[heading.text.as_str()], Why::Words);
        }
    }

    fn segment(&mut self, segment: &str) {
        let runs = runs(segment);
        if !runs.iter().any(|run| matches!(run, Run::Days(..))) {
            return self.without_days(segment);
        }
        if let Some(heading) = &mut self.heading {
            heading.is_used = true;
            let text = heading.text.clone();
            return self.leave(&[text.as_str(), segment], Why::Words);
        }
        let is_in_turn = runs.chunks(2).all(|two| matches!(two, [Run::Rest(_), Run::Days(..)]));
        match runs.first() {
            Some(Run::Rest(first)) if is_in_turn && !is_filler(first) && self.reads(first) => self.times_first(&runs),
            _ => self.days_first(segment, &runs),
        }
    }

    fn reads(&self, text: &str) -> bool {
        is_read(&read_day_hours(trimmed(text), self.hint))
    }

    /// `9-1; 2-5`: more hours of the days before; or a heading, or words.
    fn without_days(&mut self, segment: &str) {
        if is_filler(segment) {
            return self.end_heading();
        }
        let hours = read_day_hours(trimmed(segment), self.hint);
        if self.heading.is_none() && self.has_added(&hours, segment) {
            return;
        }
        match hours {
            DayHours::Open(_) | DayHours::Closed => self.leave(&[segment], Why::Days),
            DayHours::Refused(RangeRefusal::NotARange) if is_heading(segment) => {
                self.end_heading();
                self.heading = Some(Heading { text: segment.to_owned(), is_used: false });
            }
            DayHours::Refused(refusal) => self.leave(&[segment], why_of(refusal)),
            DayHours::Blank | DayHours::Unknown => self.leave(&[segment], Why::Words),
        }
    }

    /// Adds hours to those of the clause before them, where they come after them.
    fn has_added(&mut self, hours: &DayHours, segment: &str) -> bool {
        let (DayHours::Open(more), Some(last)) = (hours, self.text.said.last_mut()) else { return false };
        let DayHours::Open(ranges) = &mut last.hours else { return false };
        let is_later = ranges.last().zip(more.first()).is_some_and(|(before, after)| before.end <= after.start);
        if is_later {
            ranges.extend(more);
            last.written.push_str("; ");
            last.written.push_str(segment);
        }
        is_later
    }

    fn times_first(&mut self, runs: &[Run<'_>]) {
        for two in runs.chunks(2) {
            if let [Run::Rest(rest), Run::Days(days, written)] = two {
                match read_day_hours(trimmed(rest), self.hint) {
                    DayHours::Refused(refusal) => self.leave(&[*rest, *written], why_of(refusal)),
                    DayHours::Blank => self.leave(&[*rest, *written], Why::Words),
                    hours => self.say(*days, hours, &format!("{} {written}", trimmed(rest))),
                }
            }
        }
    }

    fn days_first(&mut self, segment: &str, mut runs: &[Run<'_>]) {
        let mut lead = "";
        if let [Run::Rest(first), rest @ ..] = runs {
            runs = rest;
            if !is_filler(first) && first.ends_with(':') {
                return self.leave(&[segment], Why::Words);
            }
            lead = if is_filler(first) { "" } else { trimmed(first) };
        }
        while let [Run::Days(days, written), rest @ ..] = runs {
            let (text, after) = match rest {
                [Run::Rest(text), after @ ..] => (trimmed(text), after),
                _ => ("", rest),
            };
            lead = self.clause((*days, *written), lead, text, !after.is_empty());
            runs = after;
        }
    }

    /// Takes the days of a clause, the words before them and those after; gives back the words that belong to the next.
    fn clause<'t>(
        &mut self,
        (days, written): (WeekdaySet, &str),
        lead: &'t str,
        text: &'t str,
        has_next: bool,
    ) -> &'t str {
        if text.is_empty() {
            let hours = read_day_hours(lead, self.hint);
            if is_read(&hours) {
                self.say(days, hours, &format!("{lead} {written}"));
            } else {
                self.leave(&[lead, written], Why::Words);
            }
            return "";
        }
        let (hours, rest) = self.split_hours(text);
        let is_left = is_season(rest) && !is_verb(rest) && !has_next || is_more_times(rest);
        match hours {
            _ if !lead.is_empty() || is_left => self.leave(&[lead, written, text], Why::Words),
            DayHours::Refused(refusal) => self.leave(&[written, text], why_of(refusal)),
            hours => {
                self.say(days, hours, &format!("{written} {}", trimmed(text.strip_suffix(rest).unwrap_or(text))));
                if !has_next && !rest.is_empty() {
                    self.leave(&[rest], Why::Words);
                }
                return if has_next { rest } else { "" };
            }
        }
        match (has_next, rest) {
            (false, _) => "",
            (true, rest) if is_more_times(rest) => "",
            // what was not understood may say something about the next days too
            (true, "") if !ends_in_digit(text) => text,
            (true, rest) => rest,
        }
    }

    /// The longest part of a text, from its start to a comma or a stop, that says hours; and what comes after it.
    fn split_hours<'t>(&self, text: &'t str) -> (DayHours, &'t str) {
        let whole = read_day_hours(text, self.hint);
        if is_read(&whole) {
            return (whole, "");
        }
        for (at, sign) in text.rmatch_indices([',', '.']) {
            let hours = read_day_hours(&text[..at], self.hint);
            if is_read(&hours) {
                return (hours, trimmed(&text[at + sign.len()..]));
            }
        }
        (whole, "")
    }
}

const fn why_of(refusal: RangeRefusal) -> Why {
    match refusal {
        RangeRefusal::NotARange => Why::Words,
        other => Why::Refused(other),
    }
}

/// Takes back what was said of days that are named twice with different hours.
fn settled(mut text: HoursText) -> HoursText {
    for weekday in 0..7 {
        let mut named: Vec<&mut Said> = text.said.iter_mut().filter(|said| said.days.contains(weekday)).collect();
        let Some((first, others)) = named.split_first_mut() else { continue };
        let is_same = others.iter().all(|other| is_alike(&first.hours, &other.hours));
        if !is_same {
            let written: Vec<&str> = std::iter::once(first.written.as_str())
                .chain(others.iter().map(|other| other.written.as_str()))
                .collect();
            text.left.push(Left { written: written.join("; "), why: Why::Twice(weekday) });
            first.days = without(first.days, weekday);
        }
        others.iter_mut().for_each(|other| other.days = without(other.days, weekday));
    }
    text.said.retain(|said| said.days != WeekdaySet::default());
    text
}

fn is_alike(a: &DayHours, b: &DayHours) -> bool {
    match (a, b) {
        (DayHours::Open(a), DayHours::Open(b)) => {
            a.iter().map(|range| (range.start, range.end)).eq(b.iter().map(|range| (range.start, range.end)))
        }
        _ => a == b,
    }
}

fn without(days: WeekdaySet, weekday: usize) -> WeekdaySet {
    let others = days.days().filter(|day| *day != weekday);
    others.fold(WeekdaySet::default(), |set, day| set.union(WeekdaySet::range(day, day)))
}

#[cfg(test)]
mod tests {
    use super::super::hours::DayHours;
    use super::read_hours_text;
    use crate::import::foreign::cell::ClockHint;
    use crate::import::foreign::reading::shown;

    fn check(text: &str, expected: &str) {
        let read = read_hours_text(text, ClockHint::default());
        let said = read.said.iter().map(|said| match &said.hours {
            DayHours::Open(ranges) => {
                let times: Vec<String> = ranges.iter().map(|range| shown(range.start, range.end)).collect();
                format!("{} {}", said.days, times.join("+"))
            }
            hours => format!("{} {hours:?}", said.days),
        });
        let left = read.left.iter().map(|left| format!("{:?}({})", left.why, left.written));
        assert_eq!(said.chain(left).collect::<Vec<String>>().join(", "), expected, "{text:?}");
    }

    #[test]
    fn clauses_name_days_and_their_hours() {
        check(
            "Mon. & Wed., Noon-8; Tues. & Thurs., 10-6; Sun., Closed",
            "Mon/Wed 12:00-20:00, Tue/Thu 10:00-18:00, Sun Closed",
        );
        check("Sun. & Sat., Closed; Fri. 9-5", "Sat/Sun Closed, Fri 09:00-17:00");
        check("Mon-Thu 9-9, Fri & Sat 9-5, Sun 1-5", "Mon-Thu 09:00-21:00, Fri/Sat 09:00-17:00, Sun 13:00-17:00");
        check("Monday to Friday: 9am-5pm; Saturday: 10am - 4pm", "Mon-Fri 09:00-17:00, Sat 10:00-16:00");
        check("Mon\n9-5\nTue\nClosed", "Mon 09:00-17:00, Tue Closed");
        check("M-F 8:30a-5p. Sat. 8–11 a.m.", "Mon-Fri 08:30-17:00, Sat 08:00-11:00");
        check("Mo-Fr 09:00-17:00", "Mon-Fri 09:00-17:00");
        check("Open daily from 9 to 5", "Mon-Sun 09:00-17:00");
        check("Sat. 9-5l", "Sat 09:00-17:00");
    }

    #[test]
    fn days_may_come_after_their_hours() {
        check("9-5 Mon-Fri, 10-2 Sat", "Mon-Fri 09:00-17:00, Sat 10:00-14:00");
        check("Mon-Fri 9-5, closed Sat & Sun", "Mon-Fri 09:00-17:00, Sat/Sun Closed");
        check("Closed on Sundays", "Sun Closed");
        check("9-5\nMon\n10-6\nTue", "Days(9-5), Words(Mon), Days(10-6), Words(Tue)");
    }

    #[test]
    fn a_day_may_be_split() {
        check("Mon 9am - 1pm. 2pm - 5pm", "Mon 09:00-13:00+14:00-17:00");
        check("Mon-Fri 9-1 & 2-5", "Mon-Fri 09:00-13:00+14:00-17:00");
        check("Tue 9-12, 1-5, Wed 9-1; 2-5", "Tue 09:00-12:00+13:00-17:00, Wed 09:00-13:00+14:00-17:00");
        check("Sat Open 24 hours", "Sat 00:00-24:00");
    }

    #[test]
    fn what_binds_a_clause_leaves_it_out_as_a_whole() {
        check("Mon-Fri 9-5, winter closes at 3 p.m.", "Mon-Fri 09:00-17:00, Words(winter closes at 3 p.m.)");
        check("Mon-Fri 9-5; 1st and 3rd Sat 10-2", "Mon-Fri 09:00-17:00, Words(1st and 3rd Sat 10-2)");
        check(
            "Mon-Fri 9-5, 1st and 3rd Sat 10-2, Sun 1-5",
            "Mon-Fri 09:00-17:00, Sun 13:00-17:00, Words(1st and 3rd Sat 10-2)",
        );
        check("Mon-Sat 9-5 except Wed 9-1", "Words(Mon-Sat 9-5 except), Words(9-5 except Wed 9-1)");
        check("Sun 1-5, Sept-May", "Words(Sun 1-5, Sept-May)");
        check("Summer hours: Mon-Fri 9-5", "Words(Summer hours: Mon-Fri 9-5)");
        check("Summer\nMon-Fri 9-5", "Words(Summer Mon-Fri 9-5)");
        check("Library hours:\nMon-Fri 9-5", "Mon-Fri 09:00-17:00");
        check("Mon 9-12, 1-15", "Words(Mon 9-12, 1-15)");
        check("Mon 9-12, 1-15, Tue 9-5", "Tue 09:00-17:00, Words(Mon 9-12, 1-15)");
        check("Mon-Fri 9-5, closed 12-1", "Words(Mon-Fri 9-5, closed 12-1)");
        check("T-Th 9-5", "Words(T- Th 9-5)");
    }

    #[test]
    fn days_that_are_missing_or_named_twice_are_not_guessed() {
        check("9am-5pm", "Days(9am-5pm)");
        check("Closed", "Mon-Sun Closed");
        check("24/7", "Mon-Sun 00:00-24:00");
        check("By appointment", "Mon-Sun Unknown");
        check("Mon-Wed 9-5; Wed 12-8", "Mon/Tue 09:00-17:00, Twice(2)(Mon-Wed 9-5; Wed 12-8)");
        check("Mon-Wed 9-5; Wed 9-5", "Mon-Wed 09:00-17:00");
        check("Mon 9:00PM-5:00PM", "Refused(EndsBeforeStart(1260, 1020))(Mon 9:00PM-5:00PM)");
        check("", "");
        check("ask at the desk", "Words(ask at the desk)");
    }
}
