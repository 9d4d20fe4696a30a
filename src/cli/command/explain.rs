//! `offdesk explain`: what a code means.

use crate::cli::exit::{CliError, End};
use crate::cli::print::Printer;
use crate::problem::{Code, nearest};

/// Prints the page of a code, or the list of codes.
///
/// # Errors
/// When there is no such code.
pub fn run(code: Option<&str>, printer: &mut Printer) -> Result<End, CliError> {
    let Some(name) = code else {
        for code in Code::ALL {
            printer.line(&format!("{}  {}", code.name(), code.title()))?;
        }
        return Ok(End::Clean);
    };
    match Code::named(name) {
        Some(code) => {
            printer.line(code.page().trim_end())?;
            Ok(End::Clean)
        }
        None => {
            let near = nearest(&name.to_uppercase(), Code::ALL.iter().map(|code| code.name()));
            let help =
                near.map_or("`offdesk explain` lists all codes".to_owned(), |near| format!("did you mean {near}?"));
            Err(CliError::NoSuchThing(format!("there is no code `{name}`: {help}")))
        }
    }
}
