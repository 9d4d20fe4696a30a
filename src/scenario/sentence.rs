//! What does a change do, in plain words? People as the results show them: by role, unless names are asked for.

use crate::analysis::Results;
use crate::say;
use crate::study::{Action, Activity, Change, DeskId, PeopleShown, StaffId, When};
use crate::text::capital;
use crate::time::{ClockTime, DayRule, Minutes, WEEKDAY_NAMES, WeekSet, WeekdaySet};
use crate::wording::and_list;

/// A change as one sentence.
#[must_use]
pub fn sentence(change: &Change, results: &Results) -> String {
    let say = Say { results };
    let when = say.when_and_where(change);
    let text = say.of_desks(change, &when).or_else(|| say.of_people(change, &when)).unwrap_or_default();
    capital(&without_gaps(&text))
}

/// Parts that are empty leave two blanks, or one before a sign.
fn without_gaps(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ").replace(" .", ".").replace(" ;", ";").replace(" ,", ",")
}

fn clock(minute: u16) -> String {
    ClockTime(minute).to_string()
}

/// Such as `from 10:00 to 12:00`.
fn time_of(when: &When) -> String {
    when.time.map_or(String::new(), |(start, end)| match (start, end) {
        (0, 1440) => String::new(),
        (0, end) if end < 1440 => say!("when-until", end = clock(end)),
        (start, 1440) => say!("when-from", start = clock(start)),
        (start, end) if end > 1440 => {
            say!("when-from-to-next-day", start = clock(start), end = clock(end - 1440))
        }
        (start, end) => say!("when-from-to", start = clock(start), end = clock(end)),
    })
}

fn length(minutes: u16) -> String {
    Minutes(i64::from(minutes)).to_string()
}

/// How much earlier or later.
fn by(minutes: i16) -> String {
    let length = length(minutes.unsigned_abs());
    if minutes < 0 { say!("by-earlier", length = length) } else { say!("by-later", length = length) }
}

struct Say<'r> {
    results: &'r Results,
}

impl Say<'_> {
    /// Changes of desks, minimums and desk time.
    fn of_desks(&self, change: &Change, when: &str) -> Option<String> {
        Some(match &change.action {
            Action::Minimum { desk, minimum } => {
                let people = say!("people", n = *minimum);
                match desk {
                    Some(desk) => say!("change-minimum", desk = self.desk(*desk), people = people, when = when),
                    None => say!("change-minimum-building", people = people, when = when),
                }
            }
            Action::MergeDesks { desks, into, minimum } => say!(
                "change-merge-desks",
                desks = and_list(desks.iter().map(|desk| self.desk(*desk)), usize::MAX),
                into = self.desk(*into),
                people = say!("people", n = *minimum),
                when = when,
            ),
            Action::OnCall { desk, people } => {
                say!("change-on-call", desk = self.desk(*desk), when = when, people = self.people(people))
            }
            Action::Move { desk, from, to } => {
                say!("change-move", to = self.person(*to), at = self.at(*desk), from = self.person(*from), when = when,)
            }
            Action::Swap { a, b, other } => {
                let back = if other.day == change.when.day { time_of(other) } else { self.when(other) };
                say!("change-swap", one = self.person(*a), other = self.person(*b), when = when, back = back)
            }
            Action::Release { desk, staff: Some(staff) } => {
                say!("change-release", person = self.person(*staff), at = self.at(*desk), when = when)
            }
            Action::Release { desk, staff: None } => say!("change-release-above", at = self.at(*desk), when = when),
            Action::Add { desk, staff } => {
                say!("change-add", person = self.person(*staff), desk = self.desk(*desk), when = when)
            }
            Action::BlockDays { people, desk, longest } => say!(
                "change-block-days",
                n = people.len(),
                people = self.people(people),
                at = self.at(*desk),
                blocks = match longest {
                    Some(longest) => say!("blocks-up-to", length = length(*longest)),
                    None => say!("blocks-one-a-day"),
                },
                when = when,
            ),
            _ => return None,
        })
    }

    /// Changes of who is at work, when and for what.
    fn of_people(&self, change: &Change, when: &str) -> Option<String> {
        Some(match &change.action {
            Action::MaxStint { people, minutes } => say!(
                "change-max-stint",
                n = people.len(),
                people = self.people(people),
                most = length(*minutes),
                when = when,
            ),
            Action::Protect { people } => say!("change-protect", people = self.people(people), when = when),
            Action::AddHours { role, desk, a_week, .. } => {
                let (role, desk) = (role.to_lowercase(), self.desk(*desk));
                match a_week {
                    Some(most) => {
                        let most = most.to_string();
                        say!("change-add-hours-up-to", role = role, desk = desk, when = when, most = most)
                    }
                    None => say!("change-add-hours", role = role, desk = desk, when = when),
                }
            }
            Action::Shift { people, start_by, end_by } => self.shifted(people, (*start_by, *end_by), when),
            Action::Hours { is_closed: true, .. } => say!("change-closed", when = when),
            Action::Hours { open, close, .. } => match (*open, *close) {
                (Some(open), Some(close)) => {
                    say!("change-opens-and-closes", open = clock(open), close = clock(close), when = when)
                }
                (Some(open), None) => say!("change-opens", open = clock(open), when = when),
                (None, close) => say!("change-closes", close = clock(close.unwrap_or(1440)), when = when),
            },
            Action::Buddy { staff, desk } => {
                let (person, branch) = (self.person(*staff), self.results.branch_name(change.branch));
                match desk {
                    Some(desk) => {
                        let desk = self.desk(*desk);
                        say!("change-buddy-desk", person = person, branch = branch, desk = desk, when = when)
                    }
                    None => say!("change-buddy", person = person, branch = branch, when = when),
                }
            }
            Action::Absence { staff } => say!("change-absence", person = self.person(*staff), when = when),
            Action::Reschedule { staff, activity, new_start } => say!(
                "change-reschedule",
                person = self.person(*staff),
                what = match activity {
                    None => say!("duties-in-text"),
                    Some(Activity::Other) => say!("other-duties-in-text"),
                    Some(activity) => activity.in_text(),
                },
                when = when,
                start = clock(*new_start),
            ),
            _ => return None,
        })
    }

    /// Working hours that begin or end at another time.
    fn shifted(&self, people: &[StaffId], (start_by, end_by): (i16, i16), when: &str) -> String {
        let (n, people) = (people.len(), self.people(people));
        let (start, end) = (by(start_by), by(end_by));
        if start_by == end_by {
            say!("change-shift-both", n = n, people = people, both = start, when = when)
        } else if end_by == 0 {
            say!("change-shift-start", n = n, people = people, start = start, when = when)
        } else if start_by == 0 {
            say!("change-shift-end", n = n, people = people, end = end, when = when)
        } else {
            say!("change-shift-each", n = n, people = people, start = start, end = end, when = when)
        }
    }

    /// When, and at which branch where there are several.
    fn when_and_where(&self, change: &Change) -> String {
        let has_branch = self.results.branches.len() > 1 && !matches!(change.action, Action::Buddy { .. });
        let place = has_branch.then(|| say!("at-place", place = self.results.branch_name(change.branch)));
        [place.unwrap_or_default(), self.when(&change.when)].join(" ")
    }

    fn person(&self, staff: StaffId) -> String {
        let person = self.results.people.get(staff.index());
        match person.filter(|_| self.results.settings.people_shown != PeopleShown::Public) {
            Some(person) => person.label.clone(),
            // a packet that leaves the library says what is done, not by whom
            None => say!("somebody"),
        }
    }

    fn people(&self, people: &[StaffId]) -> String {
        let is_public = self.results.settings.people_shown == PeopleShown::Public;
        match people {
            [] => say!("everybody-in-text"),
            [one] => self.person(*one),
            several if is_public => say!("people", n = several.len()),
            several => and_list(several.iter().map(|staff| self.person(*staff)), usize::MAX),
        }
    }

    fn desk(&self, desk: DeskId) -> &str {
        self.results.desk_name(desk)
    }

    fn at(&self, desk: Option<DeskId>) -> String {
        desk.map_or_else(String::new, |desk| say!("at-place", place = self.desk(desk)))
    }

    /// Such as `on Tue in week A from 10:00 to 12:00`.
    fn when(&self, when: &When) -> String {
        let validity = match (when.validity.from, when.validity.to) {
            (Some(from), Some(to)) => say!("when-between-dates", first = from.to_string(), last = to.to_string()),
            (Some(from), None) => say!("when-from-date", first = from.to_string()),
            (None, Some(to)) => say!("when-until-date", last = to.to_string()),
            (None, None) => String::new(),
        };
        [self.days(when.day), time_of(when), validity].join(" ")
    }

    fn days(&self, rule: DayRule) -> String {
        match rule {
            // the dates of a typical week stand for days of the week
            DayRule::On(day) if self.results.period.is_typical => {
                let rotation = self.results.settings.rotation.filter(|rotation| rotation.n_weeks > 1);
                let days = WEEKDAY_NAMES[day.weekday()];
                match rotation.map(|rotation| WeekSet::EVERY.with(rotation.week_of(day))) {
                    Some(week) => say!("when-days-of-week", days = days, week = week.to_string()),
                    None => say!("when-days", days = days),
                }
            }
            DayRule::On(day) => {
                let weekday = WEEKDAY_NAMES[day.weekday()];
                say!("when-days", days = say!("week-day", weekday = weekday, date = day.to_string()))
            }
            DayRule::Weekly(days, weeks) => match (days == WeekdaySet::DAILY, weeks.to_string()) {
                (true, weeks) if weeks.is_empty() => String::new(),
                (true, weeks) => say!("when-week", week = weeks),
                (false, weeks) if weeks.is_empty() => say!("when-days", days = days.to_string()),
                (false, weeks) => say!("when-days-of-week", days = days.to_string(), week = weeks),
            },
        }
    }
}
