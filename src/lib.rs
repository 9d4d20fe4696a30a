//! offdesk

pub mod analysis;
pub mod import;
pub mod problem;
pub mod study;
pub mod text;
pub mod time;
