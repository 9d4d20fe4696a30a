//! How does a run end? In one of three ways.

use std::io;
use std::path::PathBuf;

/// The three ends of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// All is well.
    Clean,
    /// There are problems of severity error in the data.
    Problems,
}

/// What ends a run early: the disk or a flag, never the content of a file.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The study's folder is not there or cannot be listed.
    #[error("there is no study at {}: {reason}", path.display())]
    NoStudy {
        /// Where it was looked for.
        path: PathBuf,
        /// Why it cannot be read.
        reason: io::Error,
    },
    /// A file or folder cannot be written.
    #[error("{} cannot be written: {reason}", path.display())]
    CannotWrite {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
    /// A folder for a new study already holds something.
    #[error("{} is not empty; choose a new folder, so that nothing is written over", path.display())]
    NotEmpty {
        /// Which.
        path: PathBuf,
    },
    /// Output would be mixed with the files of a study.
    #[error("{} holds a study; choose another folder for the output", path.display())]
    IsStudy {
        /// Which.
        path: PathBuf,
    },
    /// Something that was asked for by name does not exist.
    #[error("{0}")]
    NoSuchThing(String),
    /// A table cannot be made.
    #[error(transparent)]
    Table(#[from] crate::table::TableError),
    /// A chart cannot be made.
    #[error(transparent)]
    Chart(#[from] crate::chart::ChartError),
    /// The report cannot be made.
    #[error(transparent)]
    Report(#[from] crate::report::ReportError),
    /// What is printed has no reader or no room.
    #[error("cannot print: {0}")]
    Print(#[from] io::Error),
}
