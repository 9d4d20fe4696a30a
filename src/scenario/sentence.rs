//! What does a change do, in plain words? People as the results show them: by role, unless names are asked for.

use crate::analysis::Results;
use crate::study::{Action, Activity, Change, DeskId, PeopleShown, StaffId, When};
use crate::text::capital;
use crate::time::{ClockTime, DayRule, Minutes, WEEKDAY_NAMES, WeekSet};

/// A change as one sentence.
#[must_use]
pub fn sentence(change: &Change, results: &Results) -> String {
    let say = Say { results };
    let when = say.when_and_where(change);
    let text = say.of_desks(change, &when).or_else(|| say.of_people(change, &when)).unwrap_or_default();
    format!("{}.", capital(text.trim_end()))
}

/// Such as `from 10:00 to 12:00`.
fn time_of(when: &When) -> String {
    when.time.map_or(String::new(), |(start, end)| match (start, end) {
        (0, 1440) => String::new(),
        (0, end) if end < 1440 => format!("until {}", ClockTime(end)),
        (start, 1440) => format!("from {} on", ClockTime(start)),
        (start, end) if end > 1440 => {
            format!("from {} to {} the next day", ClockTime(start), ClockTime(end - 1440))
        }
        (start, end) => format!("from {} to {}", ClockTime(start), ClockTime(end)),
    })
}

/// Parts with one blank between them; empty ones are left out.
fn spaced(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<&str>>().join(" ")
}

fn people(n: u16) -> String {
    if n == 1 { "1 person".to_owned() } else { format!("{n} people") }
}

fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn shifted(is_one: bool, start_by: i16, end_by: i16) -> String {
    let (start, end, both) =
        if is_one { ("starts", "ends", "starts and ends") } else { ("start", "end", "start and end") };
    let part = |verb: &str, by: i16| {
        let much = Minutes(i64::from(by.unsigned_abs()));
        (by != 0).then(|| format!("{verb} {much} {}", if by < 0 { "earlier" } else { "later" }))
    };
    if start_by == end_by {
        return part(both, start_by).unwrap_or_default();
    }
    let parts: Vec<String> = [part(start, start_by), part(end, end_by)].into_iter().flatten().collect();
    parts.join(" and ")
}

struct Say<'r> {
    results: &'r Results,
}

impl Say<'_> {
    /// Changes of desks, minimums and desk time.
    fn of_desks(&self, change: &Change, when: &str) -> Option<String> {
        Some(match &change.action {
            Action::Minimum { desk, minimum } => {
                let where_ = desk.map_or("The building".to_owned(), |desk| self.desk(desk));
                format!("{where_} needs {} {when}", people(*minimum))
            }
            Action::MergeDesks { desks, into, minimum } => {
                let names: Vec<String> = desks.iter().map(|desk| self.desk(*desk)).collect();
                let merged = format!("{} become one desk, {}", list(&names), self.desk(*into));
                format!("{merged}, with {} {when}", people(*minimum))
            }
            Action::OnCall { desk, people } => {
                let answered = spaced(&[&format!("{} is answered from off the desk", self.desk(*desk)), when]);
                format!("{answered}; on call, and in the building for it: {}", self.people(people))
            }
            Action::Move { desk, from, to } => {
                let (from, to) = (self.person(*from), self.person(*to));
                format!("{to} takes over desk time{} from {from} {when}", self.at(*desk))
            }
            Action::Swap { a, b, other } => {
                let back = if other.day == change.when.day { time_of(other) } else { self.when(other) };
                format!("{} and {} swap desk time: {when}, against {back}", self.person(*a), self.person(*b))
            }
            Action::Release { desk, staff: Some(staff) } => {
                format!("{} leaves the desk{} {when}", self.person(*staff), self.at(*desk))
            }
            Action::Release { desk, staff: None } => {
                format!("Whoever is above the minimum{} leaves the desk {when}", self.at(*desk))
            }
            Action::Add { desk, staff } => format!("{} is on {} {when}", self.person(*staff), self.desk(*desk)),
            Action::BlockDays { people, desk, longest } => {
                let blocks = longest.map_or("one block a day".to_owned(), |minutes| {
                    format!("blocks of up to {}", Minutes(i64::from(minutes)))
                });
                let who = if people.is_empty() { "Everybody".to_owned() } else { self.people(people) };
                let takes = if people.len() < 2 { "takes" } else { "take" };
                let turns = spaced(&[&format!("{who} {takes} desk turns{} in {blocks}", self.at(*desk)), when]);
                format!("{turns}; desk time stays the same for each person and desk")
            }
            _ => return None,
        })
    }

    /// Changes of who is at work, when and for what.
    fn of_people(&self, change: &Change, when: &str) -> Option<String> {
        Some(match &change.action {
            Action::MaxStint { people, minutes } => {
                let most = Minutes(i64::from(*minutes));
                let who = if people.is_empty() { "Everybody".to_owned() } else { self.people(people) };
                let is = if people.len() < 2 { "is" } else { "are" };
                format!("{who} {is} on desks for at most {most} without a pause {when}")
            }
            Action::Protect { people } => format!("Time of {} is kept free for outreach {when}", self.people(people)),
            Action::AddHours { role, desk, a_week, .. } => {
                let limit = a_week.map_or(String::new(), |a_week| format!(", up to {a_week} a week"));
                let more = spaced(&[&format!("One {} more is on {}", role.to_lowercase(), self.desk(*desk)), when]);
                format!("{more}{limit}")
            }
            Action::Shift { people, start_by, end_by } => {
                let is_one = people.len() == 1;
                let whose = format!("{} of {}", if is_one { "The shift" } else { "Shifts" }, self.people(people));
                format!("{whose} {} {when}", shifted(is_one, *start_by, *end_by))
            }
            Action::Hours { is_closed: true, .. } => format!("The library is closed {when}"),
            Action::Hours { open, close, .. } => {
                let at = |verb: &str, time: &Option<u16>| time.map(|time| format!("{verb} at {}", ClockTime(time)));
                let parts: Vec<String> = [at("opens", open), at("closes", close)].into_iter().flatten().collect();
                format!("The library {} {when}", parts.join(" and "))
            }
            Action::Buddy { staff, desk } => {
                let there = desk.map_or(String::new(), |desk| format!(", on {}", self.desk(desk)));
                let branch = self.results.branch_name(change.branch);
                format!("{} is lent to {branch}{there} {when}", self.person(*staff))
            }
            Action::Absence { staff } => format!("{} is not there {when}", self.person(*staff)),
            Action::Reschedule { staff, activity, new_start } => {
                let what = activity.map_or("duties".to_owned(), |activity| match activity {
                    Activity::Other => "other duties".to_owned(),
                    activity => activity.in_text(),
                });
                let start = ClockTime(*new_start);
                format!("{}: {what} {when} start at {start} instead", self.person(*staff))
            }
            _ => return None,
        })
    }

    /// When, and at which branch where there are several.
    fn when_and_where(&self, change: &Change) -> String {
        let branch = self.results.branch_name(change.branch);
        let has_branch = self.results.branches.len() > 1 && !matches!(change.action, Action::Buddy { .. });
        let place = if has_branch { format!("at {branch}") } else { String::new() };
        spaced(&[&place, &self.when(&change.when)])
    }

    fn person(&self, staff: StaffId) -> String {
        // a packet that leaves the library says what is done, not by whom
        if self.results.settings.people_shown == PeopleShown::Public {
            return "somebody".to_owned();
        }
        self.results.people.get(staff.index()).map_or_else(|| "Somebody".to_owned(), |person| person.label.clone())
    }

    fn people(&self, people: &[StaffId]) -> String {
        if people.is_empty() {
            return "all".to_owned();
        }
        if self.results.settings.people_shown == PeopleShown::Public {
            return if people.len() == 1 { "somebody".to_owned() } else { format!("{} people", people.len()) };
        }
        let names: Vec<String> = people.iter().map(|staff| self.person(*staff)).collect();
        list(&names)
    }

    fn desk(&self, desk: DeskId) -> String {
        self.results.desk_name(desk).to_owned()
    }

    fn at(&self, desk: Option<DeskId>) -> String {
        desk.map_or(String::new(), |desk| format!(" at {}", self.desk(desk)))
    }

    /// Such as `on Tue in week A from 10:00 to 12:00`.
    fn when(&self, when: &When) -> String {
        let day = match when.day {
            // the dates of a typical week stand for days of the week
            DayRule::On(day) if self.results.period.is_typical => {
                let rotation = self.results.settings.rotation.filter(|rotation| rotation.n_weeks > 1);
                let week = rotation.map(|rotation| WeekSet::EVERY.with(rotation.week_of(day)));
                let weekday = format!("on {}", WEEKDAY_NAMES[day.weekday()]);
                week.map_or(weekday.clone(), |week| format!("{weekday} in week {week}"))
            }
            DayRule::On(day) => format!("on {} {day}", WEEKDAY_NAMES[day.weekday()]),
            DayRule::Weekly(days, weeks) => {
                let days = match days.to_string().as_str() {
                    "Mon-Sun" => String::new(),
                    days => format!("on {days}"),
                };
                let weeks = weeks.to_string();
                if weeks.is_empty() { days } else { format!("{days} in week {weeks}") }
            }
        };
        let time = time_of(when);
        let validity = match (when.validity.from, when.validity.to) {
            (Some(from), Some(to)) => format!("between {from} and {to}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => String::new(),
        };
        let parts: Vec<String> = [day, time, validity].into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }
}
