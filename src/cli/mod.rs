//! The command line: the only place that prints, reads arguments and the environment, and touches the disk.

mod args;
mod command;
mod disk;
mod exit;
mod print;
mod progress;
mod report_args;
mod run;
mod settings_flags;

pub use run::run;
