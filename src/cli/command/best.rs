//! `offdesk suggest --best`: searches for the best desk schedule, tries it on the analysis, and writes it down.

use super::analyze::{wrapped, write_tables};
use super::chart::write_charts;
use super::study::Analyzed;
use super::what_if::of_scenarios;
use crate::analysis::{Outcome, analyze_in};
use crate::chart::{TradeOffPoint, draw_comparison};
use crate::cli::args::{ImageFormat, SuggestArgs};
use crate::cli::disk::{Output, write_into_study};
use crate::cli::exit::CliError;
use crate::cli::print::Printer;
use crate::finding::{best_schedule_sentences, reassignment_sentences};
use crate::import::{SCENARIO_FOLDER, render_scenario, render_schedule};
use crate::say;
use crate::scenario::best_schedule::{Ask, BestSchedule, best_schedule, changes};
use crate::scenario::{Comparison, folded};
use crate::study::{Scenario, Study};
use crate::table::{Format, Table, reassignment_table, trade_off_table};
use crate::time::Minutes;
use std::collections::BTreeMap;

/// The width of charts, in pixels.
const WIDTH: i32 = 960;

/// A best schedule, as it was found and as the analysis sees it.
pub struct Best {
    /// What the search says.
    pub found: BestSchedule,
    /// The same as a scenario.
    scenario: Scenario,
    /// The study with it.
    study: Study,
    /// Today beside it.
    comparison: Comparison,
    /// Changes that could not be made, in words; the search never asks for one.
    refused: Vec<String>,
}

/// Searches, and applies what was found like any other scenario.
#[must_use]
pub fn search(analyzed: &Analyzed, args: &SuggestArgs) -> Best {
    let results = &analyzed.results;
    let seconds = f64::from(u32::try_from(args.time_limit).unwrap_or(u32::MAX));
    let ask = Ask { branches: results.shown.clone(), tolerance: args.tolerance, seconds, ..Ask::of(&results.settings) };
    // partners whom any branch may meet are met by all of them, also where one branch is shown
    let of_all = results.settings.branch.as_ref().map(|_| {
        let mut study = analyzed.study.clone();
        study.settings.branch = None;
        analyze_in(&study, results.period.clone())
    });
    let found = best_schedule(&analyzed.study, of_all.as_ref().unwrap_or(results), &ask);
    let name = args.save.clone().unwrap_or_else(|| "best-schedule".to_owned());
    let file = format!("{SCENARIO_FOLDER}/{name}.toml");
    let scenario = Scenario {
        title: say!("best-title"),
        why: say!("best-why", minutes = args.tolerance),
        new_desks: Vec::new(),
        changes: changes(&found.reassignments, &analyzed.study, &results.period, &file),
        name,
    };
    let (mut what_if, problems) = of_scenarios(analyzed, std::slice::from_ref(&scenario));
    let refused = problems.iter().map(|problem| problem.message.clone()).collect();
    let study = what_if.studies.pop().unwrap_or_default();
    Best { found, scenario, study, comparison: Comparison::of(what_if.sides), refused }
}

impl Best {
    /// Whether there is anything to keep.
    fn has_changes(&self) -> bool {
        !self.scenario.changes.is_empty()
    }

    /// What the analysis finds reachable with it.
    pub fn reach(&self) -> Minutes {
        self.comparison.sides.last().map_or(Minutes::ZERO, |side| side.results.outcome_totals().of(Outcome::Reachable))
    }

    /// Desk time that is handed on or given up, as every comparison counts it.
    fn handed(&self) -> Minutes {
        self.comparison.sides.last().and_then(|side| side.moved).map_or(Minutes::ZERO, |moved| moved.desk_given)
    }

    /// The tables of it.
    ///
    /// # Errors
    /// When polars refuses a frame.
    pub fn tables(&self, analyzed: &Analyzed) -> Result<Vec<Table>, CliError> {
        let points: Vec<(String, Minutes, Minutes)> =
            self.points(analyzed).into_iter().map(|point| (point.label, point.moved, point.reachable)).collect();
        Ok(vec![
            reassignment_table(&analyzed.results, &self.found.reassignments)?,
            trade_off_table(&analyzed.results, &points)?,
        ])
    }

    /// From today to the best, with what else is reachable on dates that nothing could change.
    fn points(&self, analyzed: &Analyzed) -> Vec<TradeOffPoint> {
        let today = analyzed.results.outcome_totals().of(Outcome::Reachable);
        let rest = today - self.found.reach_today;
        let last = self.found.curve.len().saturating_sub(1);
        let label = |at: usize| match at {
            0 => say!("today-title"),
            at if at == last => say!("best-point"),
            at => say!("best-step", n = at),
        };
        let points = self.found.curve.iter().enumerate();
        points
            .map(|(at, point)| TradeOffPoint { moved: point.moved, reachable: point.reach + rest, label: label(at) })
            .collect()
    }

    /// Writes the scenario, the schedule, the tables and the charts; with `--save`, the scenario into the study, too.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, analyzed: &Analyzed, args: &SuggestArgs, output: &mut Output) -> Result<(), CliError> {
        let text = render_scenario(&self.scenario, &analyzed.study);
        output.write("best-schedule.toml", text.as_bytes())?;
        let rows = folded(&self.study, &analyzed.results.period);
        output.write("best-schedule.csv", render_schedule(&rows, &self.study).as_bytes())?;
        output.write("best-schedule.md", self.in_words(analyzed).as_bytes())?;
        write_tables(&self.tables(analyzed)?, &[], &[Format::Csv], "best-schedule/", output)?;
        let mut points = self.points(analyzed);
        // in the picture, only the ends have names
        let n_between = points.len().saturating_sub(2);
        points.iter_mut().skip(1).take(n_between).for_each(|point| point.label.clear());
        let drawn = draw_comparison(&self.comparison, None, Some(&points), &[], WIDTH)?;
        write_charts(&drawn, &[ImageFormat::Svg, ImageFormat::Png], None, "best-schedule/", output)?;
        if let Some(name) = args.save.as_ref().filter(|_| self.has_changes()) {
            let files = BTreeMap::from([(format!("{SCENARIO_FOLDER}/{name}.toml"), vec![text])]);
            write_into_study(&args.study.study, &files)?;
        }
        Ok(())
    }

    /// What was found and every change of it, as a text to hand on.
    fn in_words(&self, analyzed: &Analyzed) -> String {
        let results = &analyzed.results;
        let mut text = format!("# {}\n", say!("best-heading"));
        for sentence in best_schedule_sentences(results, &self.found, (self.reach(), self.handed())) {
            text.push_str(&format!("\n{sentence}\n"));
        }
        let sentences = reassignment_sentences(results, &self.found.reassignments);
        if !sentences.is_empty() {
            text.push_str(&format!("\n## {}\n\n", say!("best-who")));
        }
        sentences.iter().for_each(|sentence| text.push_str(&format!("- {sentence}\n")));
        text
    }

    /// Says what was found, how sure it is, and what each change wins.
    ///
    /// # Errors
    /// When it cannot be printed.
    pub fn print(&self, analyzed: &Analyzed, args: &SuggestArgs, printer: &mut Printer) -> Result<(), CliError> {
        let results = &analyzed.results;
        printer.line(&format!("\u{1b}[1m{}\u{1b}[0m", say!("best-heading")))?;
        for sentence in best_schedule_sentences(results, &self.found, (self.reach(), self.handed())) {
            printer.line(&wrapped(&format!("  {sentence}"), 2))?;
        }
        self.refused.iter().try_for_each(|why| printer.line(&wrapped(&format!("  Not possible: {why}."), 2)))?;
        let sentences = reassignment_sentences(results, &self.found.reassignments);
        for (n, sentence) in sentences.iter().take(args.most).enumerate() {
            printer.line(&wrapped(&format!("{:>3}. {sentence}", n + 1), 5))?;
        }
        if sentences.len() > args.most {
            let n_more = sentences.len() - args.most;
            printer
                .line(&format!("     … and {n_more} more; date by date in best-schedule/best_schedule_changes.csv."))?;
        }
        if let Some(name) = args.save.as_ref().filter(|_| self.has_changes()) {
            let study = args.study.study.display();
            printer.line(&format!("  Kept as a scenario: offdesk compare {study} --scenario {name}"))?;
        }
        printer.line("")?;
        Ok(())
    }
}
