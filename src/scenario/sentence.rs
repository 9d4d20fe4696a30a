//! What does a change do, in plain words? People as the results show them: by role, unless names are asked for.

use crate::analysis::Results;
use crate::study::{Action, Change, DeskId, StaffId, When};
use crate::time::{ClockTime, DayRule, Minutes, WEEKDAY_NAMES};

/// A change as one sentence.
#[must_use]
pub fn sentence(change: &Change, results: &Results) -> String {
    let say = Say { results };
    let when = say.when(&change.when);
    let text = match &change.action {
        Action::Minimum { desk: Some(desk), minimum } => {
            format!("{} needs {} {when}", say.desk(*desk), people(*minimum))
        }
        Action::Minimum { desk: None, minimum } => format!("The building needs {} {when}", people(*minimum)),
        Action::MergeDesks { desks, into, minimum } => {
            let names: Vec<String> = desks.iter().map(|desk| say.desk(*desk)).collect();
            format!("{} become one desk, {}, with {} {when}", list(&names), say.desk(*into), people(*minimum))
        }
        Action::OnCall { desk, people } => {
            let answered = spaced(&[&format!("{} is answered from off the desk", say.desk(*desk)), &when]);
            format!("{answered}; on call, and in the building for it: {}", say.people(people))
        }
        Action::Move { desk, from, to } => {
            format!("{} takes over desk time{} from {} {when}", say.person(*to), say.at(*desk), say.person(*from))
        }
        Action::Swap { a, b, other } => {
            format!("{} and {} swap desk time: {when} against {}", say.person(*a), say.person(*b), say.when(other))
        }
        Action::Release { desk, staff: Some(staff) } => {
            format!("{} leaves the desk{} {when}", say.person(*staff), say.at(*desk))
        }
        Action::Release { desk, staff: None } => {
            format!("Whoever is above the minimum{} leaves the desk {when}", say.at(*desk))
        }
        Action::Add { desk, staff } => format!("{} is on {} {when}", say.person(*staff), say.desk(*desk)),
        Action::BlockDays { people, desk, longest } => {
            let blocks = longest.map_or("one block a day".to_owned(), |minutes| {
                format!("blocks of up to {}", Minutes(i64::from(minutes)))
            });
            format!(
                "{} take desk turns{} in {blocks} {when}; everybody keeps the same desk time",
                say.people(people),
                say.at(*desk)
            )
        }
        Action::MaxStint { people, minutes } => {
            format!(
                "{} are on desks for at most {} without a pause {when}",
                say.people(people),
                Minutes(i64::from(*minutes))
            )
        }
        Action::Protect { people } => format!("Time of {} is kept free for outreach {when}", say.people(people)),
        Action::AddHours { role, desk, a_week, .. } => {
            let limit = a_week.map_or(String::new(), |a_week| format!(", up to {a_week} a week"));
            let more = spaced(&[&format!("One {} more is on {}", role.to_lowercase(), say.desk(*desk)), &when]);
            format!("{more}{limit}")
        }
        Action::Shift { people, start_by, end_by } => {
            format!("Shifts of {} {} {when}", say.people(people), shifted(*start_by, *end_by))
        }
        Action::Hours { is_closed: true, .. } => format!("The library is closed {when}"),
        Action::Hours { open, close, .. } => {
            let at = |verb: &str, time: &Option<u16>| time.map(|time| format!("{verb} at {}", ClockTime(time)));
            let parts: Vec<String> = [at("opens", open), at("closes", close)].into_iter().flatten().collect();
            format!("The library {} {when}", parts.join(" and "))
        }
        Action::Buddy { staff, desk } => {
            let there = desk.map_or(String::new(), |desk| format!(", on {}", say.desk(desk)));
            format!("{} is lent to {}{there} {when}", say.person(*staff), say.results.branch_name(change.branch))
        }
        Action::Absence { staff } => format!("{} is not there {when}", say.person(*staff)),
        Action::Reschedule { staff, activity, new_start } => {
            let what = activity.map_or("a duty".to_owned(), |activity| activity.label().to_lowercase());
            format!("{} moves {what} to {} {when}", say.person(*staff), ClockTime(*new_start))
        }
    };
    format!("{}.", text.trim_end())
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

fn shifted(start_by: i16, end_by: i16) -> String {
    let part = |verb: &str, by: i16| {
        let much = Minutes(i64::from(by.unsigned_abs()));
        (by != 0).then(|| format!("{verb} {much} {}", if by < 0 { "earlier" } else { "later" }))
    };
    if start_by == end_by {
        return part("start and end", start_by).unwrap_or_default();
    }
    let parts: Vec<String> = [part("start", start_by), part("end", end_by)].into_iter().flatten().collect();
    parts.join(" and ")
}

struct Say<'r> {
    results: &'r Results,
}

impl Say<'_> {
    fn person(&self, staff: StaffId) -> String {
        self.results.people.get(staff.index()).map_or_else(|| "Somebody".to_owned(), |person| person.label.clone())
    }

    fn people(&self, people: &[StaffId]) -> String {
        if people.is_empty() {
            return "all".to_owned();
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
        let time = when.time.map_or(String::new(), |(start, end)| match (start, end) {
            (0, 1440) => String::new(),
            (0, end) if end < 1440 => format!("until {}", ClockTime(end)),
            (start, 1440) => format!("from {} on", ClockTime(start)),
            (start, end) if end > 1440 => {
                format!("from {} to {} the next day", ClockTime(start), ClockTime(end - 1440))
            }
            (start, end) => format!("from {} to {}", ClockTime(start), ClockTime(end)),
        });
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
