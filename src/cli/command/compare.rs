//! `offdesk compare`: today beside scenarios, one study beside another, or two periods of one study.

use super::analyze::wrapped;
use super::study::{Analyzed, analyzed, end_of, remark_on_problems};
use super::what_if::{WhatIf, list, what_if};
use crate::analysis::analyze_in;
use crate::cli::args::CompareArgs;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::scenario::{Amount, Comparison, Measure, Robustness, Side, Wanted, robustness};
use crate::time::{Day, Period};

/// Compares.
///
/// # Errors
/// When a study cannot be read or the output cannot be written.
pub fn run(args: &CompareArgs, printer: &mut Printer) -> Result<End, CliError> {
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    progress.say("comparing");
    let Some(sides) = sides(args, &analyzed, printer)? else { return Ok(End::Problems) };
    if sides.sides.len() < 2 {
        drop(progress);
        return say_what_there_is(&analyzed, args, printer);
    }
    let robust = args.robust.then(|| {
        let studies: Vec<_> = sides.sides.iter().map(|side| side.title.clone()).zip(&sides.studies).collect();
        robustness(&studies, &analyzed.results.period)
    });
    let comparison = Comparison::of(sides.sides);
    drop(progress);
    print_comparison(&comparison, robust.as_ref(), printer)?;
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}

fn sides(args: &CompareArgs, analyzed: &Analyzed, printer: &mut Printer) -> Result<Option<WhatIf>, CliError> {
    if let (Some(before), Some(after)) = (&args.before, &args.after) {
        let side = |period: &Period| Side {
            title: period.to_string(),
            why: String::new(),
            changes: Vec::new(),
            results: analyze_in(&analyzed.study, period.clone()),
            moved: None,
        };
        let studies = vec![analyzed.study.clone(), analyzed.study.clone()];
        return Ok(Some(WhatIf { sides: vec![side(&period(before)?), side(&period(after)?)], studies }));
    }
    let Some(mut found) = what_if(analyzed, &args.scenario, printer)? else { return Ok(None) };
    if let Some(other) = &args.with {
        let other_args = crate::cli::args::StudyArgs { study: other.clone(), ..args.study.clone() };
        let progress = Progress::new(false);
        let Some(second) = super::study::analyzed(&other_args, printer, &progress)? else { return Ok(None) };
        found.sides[0].title.clone_from(&analyzed.results.settings.title);
        found.sides.push(Side {
            title: second.results.settings.title.clone(),
            why: String::new(),
            changes: Vec::new(),
            results: second.results,
            moved: None,
        });
        found.studies.push(second.study);
    }
    Ok(Some(found))
}

/// A period such as `2026-09-14..2026-10-04`.
fn period(text: &str) -> Result<Period, CliError> {
    let day = |text: &str| {
        let mut parts = text.trim().splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    let ends = text.split_once("..").and_then(|(from, to)| Some((day(from)?, day(to)?)));
    match ends {
        Some((from, to)) if from <= to => Ok(Period::between(from, to)),
        _ => Err(CliError::NoSuchThing(format!(
            "`{text}` is not a period: write it as 2026-09-14..2026-10-04, the first date first"
        ))),
    }
}

fn say_what_there_is(analyzed: &Analyzed, args: &CompareArgs, printer: &mut Printer) -> Result<End, CliError> {
    let study = args.study.study.display();
    let lines = list(analyzed);
    if lines.is_empty() {
        printer.line(&format!("{study} has no scenarios yet. A scenario is a text file such as {study}/scenarios/one-desk.toml; the README shows what can stand in it."))?;
    } else {
        printer.line(&format!("The scenarios of {study}; compare with --scenario NAME, one or several:"))?;
        lines.iter().try_for_each(|line| printer.line(line))?;
    }
    Ok(End::Clean)
}

fn print_comparison(
    comparison: &Comparison,
    robust: Option<&Robustness>,
    printer: &mut Printer,
) -> Result<(), CliError> {
    for at in 1..comparison.sides.len() {
        print_side(comparison, at, printer)?;
        if let Some(robust) = robust {
            print_robust(robust, at, printer)?;
        }
    }
    Ok(())
}

fn print_side(comparison: &Comparison, at: usize, printer: &mut Printer) -> Result<(), CliError> {
    let side = &comparison.sides[at];
    printer.line(&format!("\u{1b}[1m{}\u{1b}[0m", side.title))?;
    if !side.why.is_empty() {
        printer.line(&wrapped(&side.why, 0))?;
    }
    for (n, change) in side.changes.iter().enumerate() {
        printer.line(&wrapped(&format!("{:>3}. {change}", n + 1), 5))?;
    }
    printer.line("")?;
    printer.line(&format!("  {:<42}{:>14}{:>14}{:>14}", "a week", comparison.sides[0].title, "then", "difference"))?;
    let mut same = Vec::new();
    for measure in &comparison.measures {
        let (before, after) = (measure.amounts[0], measure.amounts[at]);
        let difference = comparison.difference(measure, at);
        let is_new = before.is_none() && after.is_some_and(|amount| amount.a_week(&side.results.period).abs() > 1e-9);
        if !is_new && difference.is_none_or(|difference| difference.abs() < 1e-9) {
            same.push(measure.label.as_str());
            continue;
        }
        let shown = |amount: Option<Amount>, at: usize| {
            amount.map_or("-".to_owned(), |amount| shown(amount, &comparison.sides[at].results.period))
        };
        let signed = difference.map_or(String::new(), |difference| signed(difference, after));
        printer.line(&format!(
            "  {:<42}{:>14}{:>14}{:>14}{}",
            measure.label,
            shown(before, 0),
            shown(after, at),
            signed,
            mark(measure, difference)
        ))?;
    }
    print_partners(comparison, at, printer)?;
    if !same.is_empty() {
        printer.line(&wrapped(&format!("  Unchanged: {}.", same.join("; ")), 4))?;
    }
    printer.line("")?;
    Ok(())
}

fn print_partners(comparison: &Comparison, at: usize, printer: &mut Printer) -> Result<(), CliError> {
    let mut gains: Vec<(f64, &str)> = comparison
        .partners
        .iter()
        .filter_map(|partner| Some((comparison.reach_gained(partner, at)?, partner.name.as_str())))
        .filter(|(gain, _)| gain.abs() > 1e-9)
        .collect();
    gains.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let list = |is: fn(f64) -> bool| {
        let of: Vec<String> = gains
            .iter()
            .filter(|(gain, _)| is(*gain))
            .map(|(gain, name)| format!("{name} {}", signed(*gain, Some(Amount::Minutes(crate::time::Minutes::ZERO)))))
            .collect();
        of.join(", ")
    };
    let (more, less) = (list(|gain| gain > 0.0), list(|gain| gain < 0.0));
    for (what, who) in [("Partners with more time within reach", more), ("Partners with less", less)] {
        if !who.is_empty() {
            printer.line(&wrapped(&format!("  {what}: {who}."), 4))?;
        }
    }
    Ok(())
}

fn print_robust(robust: &Robustness, at: usize, printer: &mut Printer) -> Result<(), CliError> {
    let (better, worse) = robust.better_and_worse(at);
    printer.line(&format!("  More within reach in {better} of {} settings, less in {worse}:", robust.rows.len()))?;
    for row in &robust.rows {
        let (today, then) = (row.reachable[0], row.reachable[at]);
        let word = match then - today {
            difference if difference > 1e-9 => "more",
            difference if difference < -1e-9 => "less",
            _ => "the same",
        };
        let hours = crate::finding::hours;
        printer.line(&format!("    {:<40}{:>14}{:>14}  {word}", row.setting.label(), hours(today), hours(then)))?;
    }
    printer.line("")?;
    Ok(())
}

/// An amount for a week, with its unit.
fn shown(amount: Amount, period: &Period) -> String {
    with_unit(amount.a_week(period), amount)
}

fn with_unit(number: f64, like: Amount) -> String {
    match like {
        Amount::Minutes(_) => crate::finding::hours(number),
        Amount::Count(_) => format!("{:.1}", crate::finding::rounded(number, 10.0)),
        Amount::Share(_) => crate::finding::percent(number),
        Amount::Money(_) => format!("{:.2}", crate::finding::rounded(number, 100.0)),
    }
}

fn signed(difference: f64, like: Option<Amount>) -> String {
    let Some(like) = like else { return String::new() };
    let sign = if difference < 0.0 { "−" } else { "+" };
    let text = with_unit(difference.abs(), like);
    match like {
        Amount::Share(_) => format!("{sign}{}", text.replace('%', "points")),
        _ => format!("{sign}{text}"),
    }
}

/// A word for a difference that is or is not wanted.
fn mark(measure: &Measure, difference: Option<f64>) -> &'static str {
    match (measure.wanted, difference) {
        (Wanted::More, Some(difference)) if difference > 0.0 => "  better",
        (Wanted::Less, Some(difference)) if difference < 0.0 => "  better",
        (Wanted::More | Wanted::Less, Some(_)) => "  worse",
        _ => "",
    }
}
