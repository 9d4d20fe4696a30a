//! offdesk

pub mod analysis;
pub mod chart;
pub mod cli;
pub mod finding;
pub mod import;
pub mod problem;
pub mod report;
pub mod study;
pub mod table;
pub mod text;
pub mod time;
