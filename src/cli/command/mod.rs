//! One file for each command.

pub mod analyze;
pub mod best;
pub mod chart;
pub mod check;
mod check_privacy;
pub mod compare;
pub mod explain;
pub mod import;
pub mod init;
pub mod job_description;
pub mod packet;
pub mod report;
pub mod study;
pub mod suggest;
pub mod what_if;
