//! How much of the week are desks elsewhere? What published sources report beside what the study finds, as context; or,
//! where the library has a target of its own, that target.

use super::finding::Finding;
use super::practice_facts::{FULL_WEEK_HOURS, Given, PRACTICE_FACTS, PracticeFact};
use super::topic::Topic;
use crate::analysis::{Results, TimeTotals};
use crate::say;
use crate::study::Settings;
use crate::wording::{at_most_word, hours, number, percent};

/// Desk hours in a full-time week, of this study or of a source.
#[derive(Clone, Debug)]
pub struct DeskWeek {
    /// Whose.
    pub name: String,
    /// Whether they are the study's own.
    pub is_own: bool,
    /// The least, or the number.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// The mean, where there is one.
    pub mean: Option<f64>,
    /// How the hours come from what is reported.
    pub conversion: String,
    /// Who reports them; nobody for the study's own.
    pub fact: Option<&'static PracticeFact>,
}

impl DeskWeek {
    /// The hours in words, such as `20.0 h` or `20.0 to 25.0 h`.
    #[must_use]
    pub fn in_words(&self) -> String {
        if self.low < self.high {
            say!("practice-range", low = number(self.low, 1), high = hours(self.high))
        } else {
            hours(self.low)
        }
    }
}

/// Whether what other libraries report is shown: unless the settings say no, or name a target of the library's own.
#[must_use]
pub fn shows_practice(settings: &Settings) -> bool {
    settings.practice.unwrap_or(settings.desk_share_target.is_none())
}

/// What published sources report about a topic; nothing where it is not to be shown.
pub fn practice_facts(results: &Results, topic: Topic) -> impl Iterator<Item = &'static PracticeFact> {
    let is_shown = shows_practice(&results.settings);
    PRACTICE_FACTS.iter().filter(move |fact| is_shown && fact.topic == topic)
}

/// Desk hours in a full-time week: the study's own, then those of the sources, where they are to be shown.
#[must_use]
pub fn desk_weeks(results: &Results) -> Vec<DeskWeek> {
    let everybody = results.time_totals();
    if everybody.on_shift.is_zero() {
        return Vec::new();
    }
    let mut weeks = vec![own(say!("practice-everybody"), &everybody)];
    let eligible = results.time_totals_of_eligible();
    // neither they nor the others may be one person, whose share would be told
    if eligible.n_people > 1 && everybody.n_people > eligible.n_people + 1 {
        weeks.push(own(say!("practice-eligible"), &eligible));
    }
    if shows_practice(&results.settings) {
        weeks.extend(PRACTICE_FACTS.iter().filter_map(of_source));
    }
    weeks
}

fn own(name: String, totals: &TimeTotals) -> DeskWeek {
    let week = totals.desk().share_of(totals.on_shift) * FULL_WEEK_HOURS;
    DeskWeek { name, is_own: true, low: week, high: week, mean: None, conversion: say!("practice-here"), fact: None }
}

fn of_source(fact: &'static PracticeFact) -> Option<DeskWeek> {
    let desk = fact.desk?;
    let name = (desk.name)();
    Some(DeskWeek {
        name: fact.year.map_or(name.clone(), |year| say!("practice-year", name = name, year = year.to_string())),
        is_own: false,
        low: desk.a_week(desk.low),
        high: desk.a_week(desk.high),
        mean: desk.mean.map(|mean| desk.a_week(mean)),
        conversion: match desk.given {
            Given::HoursAWeek => say!("practice-from-source"),
            Given::HoursADay => say!("practice-five-days"),
            Given::Percent => say!("practice-of-forty"),
        },
        fact: Some(fact),
    })
}

/// The library's own target as hours of a full-time week.
#[must_use]
pub fn target_hours(settings: &Settings) -> Option<f64> {
    settings.desk_share_target.map(|target| f64::from(target) / 100.0 * FULL_WEEK_HOURS)
}

/// The least and the most that published sources report.
fn span(weeks: &[DeskWeek]) -> Option<(f64, f64)> {
    let sources = || weeks.iter().filter(|week| !week.is_own);
    sources().next()?;
    let low = sources().map(|week| week.low).fold(f64::INFINITY, f64::min);
    Some((low, sources().map(|week| week.high).fold(0.0, f64::max)))
}

/// The figures of the claim: of the study, and of the target or the sources.
struct Said {
    most: String,
    share: f64,
    hours: f64,
}

fn said(results: &Results) -> Said {
    let totals = results.time_totals();
    let share = totals.desk().share_of(totals.on_shift);
    Said { most: at_most_word(results.is_at_least()), share, hours: share * FULL_WEEK_HOURS }
}

/// The chart's title: against the library's target where it has one, else against the sources.
#[must_use]
pub fn practice_title(results: &Results) -> String {
    let Said { most, share, hours: week } = said(results);
    match (results.settings.desk_share_target, span(&desk_weeks(results))) {
        (Some(target), _) => {
            say!(
                "practice-title-target",
                most = most,
                share = percent(share),
                target = percent(f64::from(target) / 100.0)
            )
        }
        (None, Some((low, high))) => {
            say!("practice-title", most = most, hours = hours(week), low = hours(low), high = hours(high))
        }
        (None, None) => String::new(),
    }
}

/// The claim: what the desks take here beside the library's target, or beside what sources report.
#[must_use]
pub fn practice_findings(results: &Results) -> Vec<Finding> {
    let weeks = desk_weeks(results);
    if weeks.is_empty() {
        return Vec::new();
    }
    let Said { most, share, hours: week } = said(results);
    let finding = |key, sentence, value, unit| Finding::new(key, "practice", (value, unit), sentence);
    match (results.settings.desk_share_target, span(&weeks)) {
        (Some(target), _) => {
            let target = percent(f64::from(target) / 100.0);
            let sentence = say!("practice-finding-target", most = most, share = percent(share), target = target);
            vec![finding("desk_share_target", sentence, share * 100.0, "percent")]
        }
        (None, Some((low, high))) => {
            let sentence =
                say!("practice-finding", most = most, hours = hours(week), low = hours(low), high = hours(high));
            vec![finding("practice", sentence, week, "hours a week")]
        }
        (None, None) => Vec::new(),
    }
}
