//! `offdesk init`: a starter study.

use crate::cli::disk::{Output, is_new_or_empty};
use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::import::templates;
use std::path::Path;

/// Writes a template of every file.
///
/// # Errors
/// When the folder holds something already, or cannot be written.
pub fn run(dir: &Path, printer: &mut Printer) -> Result<End, CliError> {
    if !is_new_or_empty(dir) {
        return Err(CliError::NotEmpty { path: dir.to_owned() });
    }
    let mut output = Output::into_folder(dir)?;
    for (name, text) in templates() {
        output.write(name, text.as_bytes())?;
    }
    let n_files = output.finish(true)?;
    printer.line(&format!(
        "Wrote {n_files} files to {}. Each opens in a spreadsheet and says in its first lines what goes in it.",
        dir.display()
    ))?;
    printer.line("Only desk-schedule.csv and library-hours.csv are required. Replace the example rows, then run:")?;
    printer.line(&format!("  offdesk check {0}\n  offdesk report {0}", dir.display()))?;
    Ok(End::Clean)
}
