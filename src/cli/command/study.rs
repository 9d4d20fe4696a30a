//! What every command on a study begins with: read it, say what is wrong, stop where nothing can be trusted.

use crate::analysis::{LEAST_PEOPLE, Results, analyze, data_problems};
use crate::cli::args::StudyArgs;
use crate::cli::disk::DiskFolder;
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::cli::progress::Progress;
use crate::import::{Reading, read_study};
use crate::problem::{Code, Problems, Severity};
use crate::say;
use crate::study::{PeopleShown, Study};
use std::path::{Path, PathBuf};

/// A study that was read and analyzed.
pub struct Analyzed {
    /// The study.
    pub study: Study,
    /// The results.
    pub results: Results,
    /// Every problem.
    pub problems: Problems,
    /// The study's folder.
    pub folder: DiskFolder,
}

/// Reads a study with the settings of the flags.
pub fn read<'f>(args: &StudyArgs, folder: &'f DiskFolder) -> Reading<'f> {
    let name = folder_name(&args.study);
    read_study(folder, &args.settings.as_table(), &|settings| {
        settings.people_shown = match (args.names, args.public) {
            (true, _) => PeopleShown::Names,
            (_, true) => PeopleShown::Public,
            _ => PeopleShown::Roles,
        };
        settings.branch.clone_from(&args.branch);
        if settings.title.is_empty() {
            settings.title.clone_from(&name);
        }
    })
}

/// Reads and analyzes a study; none, and the errors printed, where it cannot be trusted.
///
/// # Errors
/// When the folder cannot be read, or there is no such branch.
pub fn analyzed(args: &StudyArgs, printer: &mut Printer, progress: &Progress) -> Result<Option<Analyzed>, CliError> {
    let folder = DiskFolder::open(&args.study)?;
    progress.say("reading");
    let Reading { study, mut problems, mut lines } = read(args, &folder);
    if must_stop(&problems, args.skip_bad_rows) {
        stop(&problems, args, printer)?;
        return Ok(None);
    }
    if let Some(branch) = &args.branch
        && !study.branches.iter().any(|name| name.to_lowercase() == branch.to_lowercase())
    {
        let names: Vec<&str> = study.branches.iter().collect();
        return Err(CliError::NoSuchThing(format!(
            "there is no branch `{branch}`; the branches are: {}",
            names.join(", ")
        )));
    }
    progress.say("analyzing");
    let results = analyze(&study);
    problems.append(data_problems(&study, &results, &mut lines));
    problems.sort();
    drop(lines);
    if must_stop(&problems, args.skip_bad_rows) {
        stop(&problems, args, printer)?;
        return Ok(None);
    }
    refuse_one_person(&results)?;
    Ok(Some(Analyzed { study, results, problems, folder }))
}

/// Nothing can be merged where one person alone is at work.
///
/// # Errors
/// When the results are for the public, and of one person.
pub fn refuse_one_person(results: &Results) -> Result<(), CliError> {
    let is_public = results.settings.people_shown == PeopleShown::Public;
    if is_public && (1..LEAST_PEOPLE).contains(&results.time_totals().n_people) {
        return Err(CliError::NoSuchThing(say!("public-needs-two")));
    }
    Ok(())
}

/// How a run on a study ends: rows that were skipped are still problems.
#[must_use]
pub fn end_of(analyzed: &Analyzed) -> End {
    if analyzed.problems.n_of(Severity::Error) > 0 { End::Problems } else { End::Clean }
}

/// Errors that leave nothing to compute, whether or not bad rows are skipped.
const fn is_fatal(code: Code) -> bool {
    matches!(
        code,
        Code::E101
            | Code::E102
            | Code::E103
            | Code::E107
            | Code::E109
            | Code::E324
            | Code::E401
            | Code::E402
            | Code::E403
            | Code::E405
    )
}

/// Whether the figures could not be trusted.
#[must_use]
pub fn must_stop(problems: &Problems, skip_bad_rows: bool) -> bool {
    let errors = problems.counts().keys().filter(|code| code.severity() == Severity::Error);
    errors.into_iter().any(|code| !skip_bad_rows || is_fatal(*code))
}

fn stop(problems: &Problems, args: &StudyArgs, printer: &mut Printer) -> Result<(), CliError> {
    if printer.flags().json {
        printer.problems_as_json(problems)?;
    } else {
        printer.problems(problems, |severity| severity == Severity::Error, false)?;
    }
    let can_skip = !must_stop(problems, true);
    let n = problems.n_of(Severity::Error);
    let errors = if n == 1 { "1 error".to_owned() } else { format!("{n} errors") };
    let help = if can_skip && !args.skip_bad_rows {
        "mend them, or leave those rows out with --skip-bad-rows"
    } else {
        "mend them, then run again"
    };
    printer.error(&format!("nothing is computed from a study with {errors}: {help}"))?;
    Ok(())
}

/// The name of a study's folder.
#[must_use]
pub fn folder_name(study: &Path) -> String {
    let full = study.canonicalize().unwrap_or_else(|_| study.to_owned());
    full.file_name().map_or_else(|| "study".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// The folder for output: the one that is asked for, or `STUDY-what` here.
#[must_use]
pub fn out_folder(asked: Option<&PathBuf>, study: &Path, what: &str) -> PathBuf {
    asked.cloned().unwrap_or_else(|| PathBuf::from(format!("{}-{what}", folder_name(study))))
}

/// One line on problems that did not stop the run, if there are any.
///
/// # Errors
/// When it cannot be printed.
pub fn remark_on_problems(analyzed: &Analyzed, args: &StudyArgs, printer: &mut Printer) -> Result<(), CliError> {
    let problems = &analyzed.problems;
    if problems.n_of(Severity::Error) + problems.n_of(Severity::Warning) > 0 {
        let left_out = match analyzed.results.n_left_out {
            0 => String::new(),
            1 => " 1 row is left out of every figure.".to_owned(),
            n => format!(" {n} rows are left out of every figure."),
        };
        printer.remark(&format!(
            "The data has {}.{left_out} See them with: offdesk check {}",
            problems.in_words(),
            args.study.display()
        ))?;
    }
    Ok(())
}
