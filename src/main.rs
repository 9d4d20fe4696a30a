//! The command `offdesk`; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    offdesk::cli::run()
}
