//! `offdesk check`: every problem of every file, then what was read and what each missing file would unlock.

use super::study::{must_stop, read};
use crate::analysis::{analyze, data_problems};
use crate::cli::args::StudyArgs;
use crate::cli::disk::DiskFolder;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::import::{Reading, scenario_names};
use crate::problem::{Problems, Severity};
use crate::report::counted_problems;
use crate::scenario::scenario_problems;
use crate::study::InputFile;
use serde_json::json;

/// Checks a study.
///
/// # Errors
/// When the folder cannot be read.
pub fn run(args: &StudyArgs, printer: &mut Printer) -> Result<End, CliError> {
    let folder = DiskFolder::open(&args.study)?;
    let Reading { study, mut problems, mut lines } = read(args, &folder);
    // where files or settings cannot be read at all, what only the analysis shows would mislead
    if !must_stop(&problems, true) {
        let results = analyze(&study);
        problems.append(data_problems(&study, &results, &mut lines));
        problems.append(scenario_problems(&folder, &study, &results.period));
        problems.sort();
    }
    let is_json = printer.flags().json;
    match (args.public, is_json) {
        (true, _) => count(&problems, printer)?,
        (false, true) => printer.problems_as_json(&problems)?,
        (false, false) => {
            let is_quiet = printer.flags().quiet;
            printer.problems(&problems, |severity| !is_quiet || severity == Severity::Error, true)?;
        }
    }
    if !is_json {
        for input in &study.inputs {
            let has_errors = problems
                .iter()
                .any(|problem| problem.severity() == Severity::Error && problem.location.file == input.name);
            printer.line(&describe(input, has_errors))?;
        }
        match scenario_names(&folder).len() {
            0 => printer.line("  -  scenarios           not there; they would show what could be changed")?,
            1 => printer.line("  ok scenarios           1 scenario")?,
            n => printer.line(&format!("  ok scenarios           {n} scenarios"))?,
        }
        printer.line("")?;
        printer.line(&format!("{}: {}.", args.study.display(), problems.in_words()))?;
    }
    Ok(if problems.n_of(Severity::Error) > 0 { End::Problems } else { End::Clean })
}

/// Problems by their kinds, for somebody outside the library: no cell is quoted.
fn count(problems: &Problems, printer: &mut Printer) -> Result<(), CliError> {
    for row in counted_problems(problems) {
        if printer.flags().json {
            printer.json_line(&json!({"problem": row.kind, "files": row.place, "message": row.message}))?;
        } else {
            printer.line(&format!("{}: {} ({})", row.kind, row.message, row.place))?;
        }
    }
    if !printer.flags().json && problems.n_in_all() > 0 {
        printer.line("")?;
    }
    Ok(())
}

fn describe(input: &InputFile, has_errors: bool) -> String {
    let rows = |n: usize| if n == 1 { "1 row".to_owned() } else { format!("{n} rows") };
    match (input.is_present, input.name.as_str(), input.n_left_out) {
        (false, name, _) => format!("  -  {name:<19} not there; it would show {}", input.unlocks),
        (true, name, 0) if has_errors => format!("  !! {name:<19} cannot be used as it is; see above"),
        (true, "offdesk.toml", _) => "  ok offdesk.toml        settings".to_owned(),
        (true, "stories.md", _) => {
            format!("  ok stories.md          {} stor{}", input.n_rows, if input.n_rows == 1 { "y" } else { "ies" })
        }
        (true, name, 0) => format!("  ok {name:<19} {}", rows(input.n_rows)),
        (true, name, n) => format!("  !! {name:<19} {}, {n} of them cannot be used", rows(input.n_rows)),
    }
}
