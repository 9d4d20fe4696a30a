//! `offdesk suggest`: single changes that win partner time, hours to ask partners for, proposed visits.

use super::analyze::{wrapped, write_tables};
use super::best::{Best, search};
use super::study::{Analyzed, analyzed, end_of, out_folder, remark_on_problems};
use crate::analysis::{ContactSlot, Outcome, Results};
use crate::cli::args::SuggestArgs;
use crate::cli::disk::{DiskFolder, Output};
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::finding::{ask_back_message, ask_back_sentence, reassignment_sentences, unlock_sentence};
use crate::import::{is_scenario_name, scenario_names};
use crate::problem::nearest;
use crate::report::render_visits;
use crate::say;
use crate::scenario::best_schedule::Status;
use crate::scenario::{AskBack, Unlock, ask_back, unlocks};
use crate::table::{Format, ask_back_table, unlocks_table};
use serde_json::json;

/// Suggests.
///
/// # Errors
/// When the study cannot be read, a partner is not known, or the output cannot be written.
pub fn run(args: &SuggestArgs, printer: &mut Printer) -> Result<End, CliError> {
    if args.study.public {
        return Err(CliError::NoSuchThing(
            "suggestions are about single people's hours, and not for a packet that leaves the library: leave out --public".to_owned(),
        ));
    }
    if let Some(name) = &args.save {
        check_name(name, args)?;
    }
    let progress = Progress::new(printer.shows_progress());
    let Some(analyzed) = analyzed(&args.study, printer, &progress)? else { return Ok(End::Problems) };
    let results = &analyzed.results;
    let visits: Vec<ContactSlot> =
        args.visit.iter().map(|wish| slot_of(results, wish)).collect::<Result<_, CliError>>()?;
    progress.say("searching");
    let unlocks = unlocks(&analyzed.study, results);
    let asks = ask_back(&analyzed.study, results);
    let best: Option<Best> = args.best.then(|| search(&analyzed, args));
    let folder = out_folder(args.out.as_ref(), &args.study.study, "suggestions");
    let mut output = Output::into_folder(&folder)?;
    let tables = [unlocks_table(results, &unlocks)?, ask_back_table(results, &asks)?];
    write_tables(&tables, &[], &[Format::Csv], "", &mut output)?;
    output.write("messages.md", messages(results, &asks).as_bytes())?;
    if !visits.is_empty() {
        output.write("visits.ics", render_visits(results, &visits).as_bytes())?;
    }
    if let Some(best) = &best {
        best.write(&analyzed, args, &mut output)?;
    }
    let n_files = output.finish(false)?;
    drop(progress);
    if printer.flags().json {
        printer.json(&as_json(results, &unlocks, &asks, best.as_ref()))?;
        return Ok(end_of(&analyzed));
    }
    print(&analyzed, args, (&unlocks, &asks), printer)?;
    if let Some(best) = &best {
        best.print(&analyzed, args, printer)?;
    }
    printer.line(&format!("Wrote {n_files} files to {}.", folder.display()))?;
    remark_on_problems(&analyzed, &args.study, printer)?;
    Ok(end_of(&analyzed))
}

/// A scenario of a study is never written over.
fn check_name(name: &str, args: &SuggestArgs) -> Result<(), CliError> {
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if !is_scenario_name(name) || !is_plain {
        return Err(CliError::NoSuchThing(format!(
            "`{name}` cannot be the name of a scenario: use letters, digits, - and _"
        )));
    }
    let folder = DiskFolder::open(&args.study.study)?;
    if scenario_names(&folder).iter().any(|known| known == name) {
        return Err(CliError::NoSuchThing(format!(
            "the study has a scenario `{name}` already; choose another name, so that nothing is written over"
        )));
    }
    Ok(())
}

/// The contact slot that a wish names.
fn slot_of(results: &Results, wish: &str) -> Result<ContactSlot, CliError> {
    let (name, date) = wish.rsplit_once('@').map_or((wish, None), |(name, date)| (name, Some(date)));
    let is_partner =
        |slot: &&ContactSlot| results.stakeholder(slot.stakeholder).name.to_lowercase() == name.trim().to_lowercase();
    let is_on = |slot: &&ContactSlot| date.is_none_or(|date| slot.span.day().to_string() == date.trim());
    let mut slots = results.slots.iter().filter(is_partner).filter(is_on);
    // of the first date with a slot, the longest
    let first = slots.clone().map(|slot| slot.span.day()).min();
    let on_first = slots.clone().filter(|slot| Some(slot.span.day()) == first);
    let best = on_first.max_by_key(|slot| (slot.span.length(), std::cmp::Reverse(slot.staff)));
    if let Some(slot) = best {
        return Ok(*slot);
    }
    let is_known = results.stakeholders.iter().any(|partner| partner.name.to_lowercase() == name.trim().to_lowercase());
    let why = match (is_known, date) {
        (false, _) => {
            let names = results.stakeholders.iter().map(|partner| partner.name.as_str());
            let near = nearest(name.trim(), names).map_or(String::new(), |near| format!(", did you mean `{near}`?"));
            format!("there is no partner `{}`{near}", name.trim())
        }
        (true, Some(date)) => format!("{} cannot be met on {date}: there is no contact slot", name.trim()),
        (true, None) => format!("{} cannot be met: there is no contact slot", name.trim()),
    };
    debug_assert!(slots.next().is_none());
    Err(CliError::NoSuchThing(format!("{why}; the table contact_slots of `offdesk analyze` lists them all")))
}

fn print(
    analyzed: &Analyzed,
    args: &SuggestArgs,
    (unlocks, asks): (&[Unlock], &[AskBack]),
    printer: &mut Printer,
) -> Result<(), CliError> {
    let results = &analyzed.results;
    let bold = |text: &str| format!("\u{1b}[1m{text}\u{1b}[0m");
    printer.line(&bold(&say!("suggest-changes")))?;
    if unlocks.is_empty() {
        printer.line(&format!("  {}", say!("suggest-no-changes")))?;
    }
    for (n, unlock) in unlocks.iter().take(args.most).enumerate() {
        printer.line(&wrapped(&format!("{:>3}. {}", n + 1, unlock_sentence(results, unlock)), 5))?;
    }
    more(unlocks.len(), args.most, "unlocks.csv", printer)?;
    printer.line("")?;
    printer.line(&bold(&say!("suggest-asks")))?;
    if asks.is_empty() {
        printer.line(&format!("  {}", say!("suggest-no-asks")))?;
    }
    for (n, ask) in asks.iter().take(args.most).enumerate() {
        printer.line(&wrapped(&format!("{:>3}. {}", n + 1, ask_back_sentence(results, ask)), 5))?;
    }
    more(asks.len(), args.most, "ask_back.csv", printer)?;
    printer.line("")?;
    Ok(())
}

fn more(n: usize, most: usize, file: &str, printer: &mut Printer) -> Result<(), CliError> {
    if n > most {
        printer.line(&format!("     {}", say!("suggest-more", n = n - most, file = file)))?;
    }
    Ok(())
}

/// Drafts of messages to partners, one after the other.
fn messages(results: &Results, asks: &[AskBack]) -> String {
    let mut text = format!("# {}\n\n{}\n", say!("messages-heading"), say!("messages-lead"));
    for ask in asks {
        let partner = &results.stakeholder(ask.partner).name;
        text.push_str(&format!("\n## {partner}\n\n{}\n", ask_back_message(results, ask)));
    }
    text
}

fn as_json(results: &Results, unlocks: &[Unlock], asks: &[AskBack], best: Option<&Best>) -> serde_json::Value {
    let unlocks: Vec<serde_json::Value> = unlocks
        .iter()
        .map(|unlock| {
            json!({
                "partners": unlock.winners.iter().map(|(who, _)| results.stakeholder(*who).name.as_str()).collect::<Vec<&str>>(),
                "sentence": unlock_sentence(results, unlock),
                "won_min": unlock.won.0,
                "moved_min": unlock.moved.0,
            })
        })
        .collect();
    let asks: Vec<serde_json::Value> = asks
        .iter()
        .map(|ask| {
            json!({
                "partner": results.stakeholder(ask.partner).name,
                "line": ask.line,
                "by_min": ask.by,
                "sentence": ask_back_sentence(results, ask),
                "won_min": ask.won().0,
            })
        })
        .collect();
    let best = best.map(|best| {
        let found = &best.found;
        let today = results.outcome_totals().of(Outcome::Reachable);
        json!({
            "reach_today_min": today.0,
            "reach_best_min": best.reach().0,
            "bound_min": found.bound.map(|bound| (today - found.reach_today + bound).0),
            "moved_min": found.moved.0,
            "status": match found.status {
                Status::Proven => "proven",
                Status::Within(_) => "within",
                Status::BestFound => "best found",
            },
            "changes": reassignment_sentences(results, &found.reassignments),
        })
    });
    json!({ "unlocks": unlocks, "ask_back": asks, "best_schedule": best })
}
