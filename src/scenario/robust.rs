//! Does a change help only if everything is as assumed? The same comparison under other assumptions, one at a time.

use crate::analysis::{LEAST_PEOPLE, Outcome, Results, analyze_in};
use crate::say;
use crate::study::{Mode, PeopleShown, StaffId, Study};
use crate::time::{Day, Period};
use rayon::prelude::*;

/// What is assumed otherwise, one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// As the study has it.
    AsGiven,
    /// The shortest useful visit of every partner, in minutes.
    MinVisit(u16),
    /// The way to every partner takes so many minutes more (or less) each way.
    Travel(i16),
    /// Tentative windows count as firm.
    TentativeIn,
    /// Each person who may meet partners is away in turn: the mean over all of them.
    OneAway,
    /// Only one week of the rotation; 0 is week A.
    Week(u8),
}

/// The settings that a study is tried under. Visits of 45, 60 and 90 minutes, because no published standard was found;
/// ten minutes of travel more or less, because nobody drives by the clock.
#[must_use]
pub fn settings_of(study: &Study) -> Vec<Setting> {
    let mut settings = vec![
        Setting::AsGiven,
        Setting::MinVisit(45),
        Setting::MinVisit(60),
        Setting::MinVisit(90),
        Setting::Travel(-10),
        Setting::Travel(10),
    ];
    if study.windows.iter().any(|window| window.is_tentative) {
        settings.push(Setting::TentativeIn);
    }
    let is_public = study.settings.people_shown == PeopleShown::Public;
    if !is_public || eligible(study).len() >= LEAST_PEOPLE {
        settings.push(Setting::OneAway);
    }
    let n_weeks = study.settings.rotation.map_or(1, |rotation| rotation.n_weeks);
    if n_weeks > 1 {
        settings.extend((0..n_weeks).map(Setting::Week));
    }
    settings
}

impl Setting {
    /// A few words for charts and tables.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Setting::AsGiven => say!("setting-as-given"),
            Setting::MinVisit(minutes) => say!("setting-min-visit", minutes = minutes),
            Setting::Travel(minutes) if minutes < 0 => say!("setting-travel-less", minutes = minutes.unsigned_abs()),
            Setting::Travel(minutes) => say!("setting-travel-more", minutes = minutes.unsigned_abs()),
            Setting::TentativeIn => say!("setting-tentative"),
            Setting::OneAway => say!("setting-one-away"),
            Setting::Week(_) => say!("setting-week", week = self.week_letter()),
        }
    }

    /// The letter of the week of the rotation; empty for every other setting.
    #[must_use]
    pub fn week_letter(self) -> String {
        match self {
            Setting::Week(week) => char::from(b'A' + week.min(25)).to_string(),
            _ => String::new(),
        }
    }
}

/// Reach under one setting.
#[derive(Clone, Debug, PartialEq)]
pub struct RobustRow {
    /// What is assumed otherwise.
    pub setting: Setting,
    /// Reachable partner time on every side, in hours a week.
    pub reachable: Vec<f64>,
    /// Under `OneAway`: the least and the most over the people, side by side.
    pub range: Option<Vec<(f64, f64)>>,
}

/// Reach of every side under every setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Robustness {
    /// The titles of the sides; the first is what the others are compared with.
    pub sides: Vec<String>,
    /// A row for each setting.
    pub rows: Vec<RobustRow>,
}

impl Robustness {
    /// In how many settings a side reaches more than the first, in how many less.
    #[must_use]
    pub fn better_and_worse(&self, side: usize) -> (usize, usize) {
        let n_of = |is: fn(f64, f64) -> bool| {
            let pairs = self.rows.iter().filter_map(|row| Some((*row.reachable.get(side)?, *row.reachable.first()?)));
            pairs.filter(|(own, first)| is(*own, *first)).count()
        };
        (n_of(|own, first| own > first + 1e-9), n_of(|own, first| own < first - 1e-9))
    }
}

/// Compares studies of one library (the first is what the others are compared with) under every setting.
#[must_use]
pub fn robustness(sides: &[(String, &Study)], period: &Period) -> Robustness {
    let settings = sides.first().map_or_else(Vec::new, |(_, study)| settings_of(study));
    let is_public = sides.iter().any(|(_, study)| study.settings.people_shown == PeopleShown::Public);
    let rows = settings
        .into_par_iter()
        .map(|setting| {
            let found: Vec<Vec<f64>> = sides.iter().map(|(_, study)| reach_under(study, period, setting)).collect();
            // the least and the most each rest on one person
            let has_range = setting == Setting::OneAway && !is_public;
            let range = has_range.then(|| found.iter().map(|all| least_and_most(all)).collect());
            RobustRow { setting, reachable: found.iter().map(|all| mean(all)).collect(), range }
        })
        .collect();
    Robustness { sides: sides.iter().map(|(title, _)| title.clone()).collect(), rows }
}

/// Reach of a study under a setting, in hours a week: one figure, or one for each person who is away.
fn reach_under(study: &Study, period: &Period, setting: Setting) -> Vec<f64> {
    if setting == Setting::OneAway {
        return eligible(study)
            .into_par_iter()
            .map(|staff| {
                let mut without = study.clone();
                without.schedule.iter_mut().for_each(|rows| rows.retain(|row| row.staff != staff));
                reach(&analyze_in(&without, period.clone()))
            })
            .collect();
    }
    let mut varied = study.clone();
    let mut period = period.clone();
    match setting {
        Setting::MinVisit(minutes) => varied.windows.iter_mut().for_each(|window| window.min_visit = minutes),
        Setting::Travel(by) => {
            for window in varied.windows.iter_mut().filter(|window| window.mode == Mode::Go) {
                window.travel = window.travel.saturating_add_signed(by);
            }
        }
        Setting::TentativeIn => varied.windows.iter_mut().for_each(|window| window.is_tentative = false),
        Setting::Week(week) => {
            let is_in = |day: Day| study.settings.rotation.is_some_and(|rotation| rotation.week_of(day) == week);
            period = period.only(is_in);
        }
        Setting::AsGiven | Setting::OneAway => {}
    }
    if period.n_days() == 0 {
        return Vec::new();
    }
    vec![reach(&analyze_in(&varied, period))]
}

fn reach(results: &Results) -> f64 {
    results.period.hours_a_week(results.outcome_totals().of(Outcome::Reachable))
}

/// People who may meet partners and have rows.
fn eligible(study: &Study) -> Vec<StaffId> {
    let mut people: Vec<StaffId> =
        study.schedule_rows().map(|row| row.staff).filter(|staff| study.member(*staff).does_outreach).collect();
    people.sort_unstable();
    people.dedup();
    people
}

fn mean(all: &[f64]) -> f64 {
    let n = u32::try_from(all.len()).unwrap_or(u32::MAX);
    if n == 0 { 0.0 } else { all.iter().sum::<f64>() / f64::from(n) }
}

fn least_and_most(all: &[f64]) -> (f64, f64) {
    let least = all.iter().copied().reduce(f64::min).unwrap_or(0.0);
    (least, all.iter().copied().reduce(f64::max).unwrap_or(0.0))
}
