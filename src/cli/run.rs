//! Runs one command and turns its end into an exit code.

use super::args::{Cli, Command};
use super::command;
use super::exit::{CliError, End};
use super::print::Printer;
use clap::Parser;
use std::io;
use std::process::ExitCode;

/// Runs the command line: 0 clean, 1 problems in the data, 2 wrong usage or a file that cannot be read or written.
#[must_use]
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let mut printer = Printer::new(cli.global);
    let end = match &cli.command {
        Command::Init { dir } => command::init::run(dir, &mut printer),
        Command::Check(args) => command::check::run(args, &mut printer),
        Command::Import(args) => command::import::run(args, &mut printer),
        Command::Explain { code } => command::explain::run(code.as_deref(), &mut printer),
        Command::Analyze(args) => command::analyze::run(args, &mut printer),
        Command::Chart(args) => command::chart::run(args, &mut printer),
        Command::Compare(args) => command::compare::run(args, &mut printer),
        Command::Suggest(args) => command::suggest::run(args, &mut printer),
        Command::JobDescription(args) => command::job_description::run(args, &mut printer),
        Command::Report(args) => command::report::run(args, &mut printer),
    };
    match end {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Problems) => ExitCode::from(1),
        // a reader that has seen enough, such as `head`, is no error
        Err(CliError::Print(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = printer.error(&error.to_string());
            ExitCode::from(2)
        }
    }
}
