//! What every command with scenarios begins with: read each scenario, apply it, analyze what comes of it.

use super::study::{Analyzed, refuse_one_person};
use crate::analysis::analyze_in;
use crate::cli::exit::CliError;
use crate::cli::print::Printer;
use crate::cli::settings_flags::day;
use crate::import::{read_scenario, scenario_names};
use crate::problem::{Problems, Severity};
use crate::say;
use crate::scenario::{Side, apply, sentence};
use crate::study::{Scenario, Study, period_in_words};
use crate::time::Period;
use rayon::prelude::*;

/// Today and each scenario, as results and as studies.
pub struct WhatIf {
    /// The results; today's first.
    pub sides: Vec<Side>,
    /// The studies, in the same order.
    pub studies: Vec<Study>,
    /// What could be done on some dates only.
    pub problems: Problems,
}

/// Reads and applies scenarios of a study; none, and the problems printed, where one of them cannot be computed.
///
/// # Errors
/// When problems cannot be printed, or a packet for the public would be of one person.
pub fn what_if(analyzed: &Analyzed, names: &[String], printer: &mut Printer) -> Result<Option<WhatIf>, CliError> {
    let mut problems = Problems::default();
    let mut scenarios = Vec::new();
    for name in names {
        let (scenario, found) = read_scenario(&analyzed.folder, name, &analyzed.study);
        if found.n_of(Severity::Error) == 0 {
            scenarios.push(scenario);
        }
        problems.append(found);
    }
    let (mut what_if, found) = of_scenarios(analyzed, &scenarios);
    problems.append(found);
    problems.sort();
    let n = problems.n_of(Severity::Error);
    if printer.flags().json {
        if n > 0 {
            printer.problems_as_json(&problems)?;
        }
    } else {
        printer.problems(&problems, |_| true, false)?;
    }
    if n > 0 {
        let errors = if n == 1 { "1 error".to_owned() } else { format!("{n} errors") };
        printer.error(&format!("no scenario with errors is computed ({errors}): mend it, then run again"))?;
        return Ok(None);
    }
    what_if.problems = problems;
    what_if.sides.iter().try_for_each(|side| refuse_one_person(&side.results))?;
    Ok(Some(what_if))
}

/// Applies scenarios to a study and analyzes what comes of each.
#[must_use]
pub fn of_scenarios(analyzed: &Analyzed, scenarios: &[Scenario]) -> (WhatIf, Problems) {
    let period = &analyzed.results.period;
    let today = Side {
        title: say!("today-title"),
        why: String::new(),
        changes: Vec::new(),
        results: analyzed.results.clone(),
        moved: None,
    };
    let found: Vec<(Side, Study, Problems)> = scenarios
        .par_iter()
        .map(|scenario| {
            let applied = apply(&analyzed.study, period, scenario);
            let results = analyze_in(&applied.study, period.clone());
            let side = Side {
                title: scenario.title.clone(),
                why: scenario.why.clone(),
                changes: scenario.changes.iter().map(|change| sentence(change, &results)).collect(),
                results,
                moved: Some(applied.moved),
            };
            (side, applied.study, applied.problems)
        })
        .collect();
    let mut what_if =
        WhatIf { sides: vec![today], studies: vec![analyzed.study.clone()], problems: Problems::default() };
    let mut problems = Problems::default();
    for (side, study, of_one) in found {
        what_if.sides.push(side);
        what_if.studies.push(study);
        problems.append(of_one);
    }
    (what_if, problems)
}

/// Two periods of a study, the earlier one first.
///
/// # Errors
/// When one of them is not written as a period.
pub fn of_periods(analyzed: &Analyzed, before: &str, after: &str) -> Result<WhatIf, CliError> {
    let side = |period: Period| Side {
        title: period_in_words(&period),
        why: String::new(),
        changes: Vec::new(),
        results: analyze_in(&analyzed.study, period),
        moved: None,
    };
    let sides = vec![side(period(before)?), side(period(after)?)];
    sides.iter().try_for_each(|side| refuse_one_person(&side.results))?;
    Ok(WhatIf { sides, studies: vec![analyzed.study.clone(), analyzed.study.clone()], problems: Problems::default() })
}

/// A period such as `2026-09-14..2026-10-04`.
fn period(text: &str) -> Result<Period, CliError> {
    let ends = text.split_once("..").and_then(|(from, to)| Some((day(from.trim()).ok()?, day(to.trim()).ok()?)));
    match ends {
        Some((from, to)) if from <= to => Ok(Period::between(from, to)),
        _ => Err(CliError::NoSuchThing(format!(
            "`{text}` is not a period: write it as 2026-09-14..2026-10-04, the first date first"
        ))),
    }
}

/// The scenarios of a study, a line each, for a reader who named none.
#[must_use]
pub fn list(analyzed: &Analyzed) -> Vec<String> {
    let names = scenario_names(&analyzed.folder);
    names
        .iter()
        .map(|name| {
            let (scenario, problems) = read_scenario(&analyzed.folder, name, &analyzed.study);
            let state = match problems.n_of(Severity::Error) {
                0 => scenario.title,
                n => format!("cannot be read: {n} error{}", if n == 1 { "" } else { "s" }),
            };
            format!("  {name:<24} {state}")
        })
        .collect()
}
